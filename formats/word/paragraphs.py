"""One paragraph as WordprocessingML."""

from dataclasses import dataclass

from formats.languages import direction
from formats.word.running_text import Here
from formats.word.styles import STEP, style_id


@dataclass(frozen=True, slots=True)
class ParagraphKind:
    """The kind of a paragraph: its style, and how it differs from it.

    `number` is the `numId` of its list and `level` its level there. `kept` keeps it on the page
    of the next; `ruled` draws a line below it.
    """

    style: str = ""
    number: int = 0
    level: int = 0
    kept: bool = False
    ruled: bool = False


_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="000000"/></w:pBdr>'


def paragraph(inner: str, here: Here, kind: ParagraphKind = ParagraphKind()) -> str:
    """A paragraph of some runs, with the properties in the order of the schema."""
    style = f'<w:pStyle w:val="{style_id(kind.style)}"/>' if kind.style else ""
    kept = "<w:keepNext/>" if kind.kept else ""
    number = (
        f'<w:numPr><w:ilvl w:val="{kind.level}"/><w:numId w:val="{kind.number}"/></w:numPr>'
        if kind.number
        else ""
    )
    rule = _RULE if kind.ruled else ""
    right = "<w:bidi/>" if direction(here.language) == "rtl" else ""
    inside = here.depth and not kind.number
    indent = f'<w:ind w:left="{STEP * here.depth}"/>' if inside else ""
    properties = f"{style}{kept}{number}{rule}{right}{indent}"
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>" if properties else f"<w:p>{inner}</w:p>"
