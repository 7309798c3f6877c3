"""What each control word of Rich Text Format does to the look of words and to a paragraph.

The words are those of RTF 1.9.1; the rest of the format is in `rtf_text`.
"""

import locale
from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.readers.documents.rtf_page import Flow, Look, ParagraphPlace

SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "tab": " ", "~": "\u00a0", "_": "\u2011", "-": "",
    "emspace": " ", "enspace": " ", "qmspace": " ", "\\": "\\", "{": "{", "}": "}",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
# Groups whose text is none of the post's. A group that begins with "\*" and is not known is one.
NOT_READ = frozenset(
    [
        "colortbl",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "annotation",
        "atnid",
        "atnauthor",
        "atndate",
        "atnref",
        "nonshppict",
        "ftnsep",
        "ftnsepc",
        "aftnsep",
        "aftnsepc",
        "xe",
        "tc",
        "rxe",
        "filetbl",
        "revtbl",
        "rsidtbl",
        "listtable",
        "listoverridetable",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "generator",
        "bkmkstart",
        "bkmkend",
        "pgdsctbl",
        "userprops",
        "xmlnstbl",
        "docvar",
        "falt",
        "panose",
        "objdata",
        "nesttableprops",
        "wgrffmtfilter",
        "mmathPr",
        "background",
        "subject",
        "doccomm",
        "keywords",
        "operator",
        "comment",
        "manager",
        "company",
        "category",
        "hlinkbase",
    ]
)
STARRED = frozenset(("shppict", "footnote", "fldinst", "shpinst", "cs", "picprop", "shptxt", "pn"))
TO = {"fonttbl": "fonts", "stylesheet": "styles", "fldinst": "inst", "title": "title",
       "author": "author", "listtext": "sign", "pntext": "sign", "pict": "pict", "sn": "sn",
       "sv": "sv", "pn": "skip"}  # fmt: skip
FLOWS = {"footnote": "note", "shptxt": "box", "dptxbxtext": "box"}
PICTURES = {"pngblip": "png", "jpegblip": "jpg"}


@dataclass(frozen=True, slots=True)
class State:
    """What holds in a group: where its text goes, and how it looks."""

    to: str = "text"
    bold: bool = False
    italic: bool = False
    strike: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: str = ""
    code: bool = False
    language: str = ""
    font: int = -1
    fallback: int = 1
    href: str = ""

    def look(self) -> Look:
        """How words look here."""
        signs = {"code": self.code, "strong": self.bold, "em": self.italic, "del": self.strike,
                 self.raised: bool(self.raised)}  # fmt: skip
        return Look(tuple(name for name, has in signs.items() if has), self.language, self.href)


def _plain(state: State, _number: int | None) -> State:
    """The look of words of which nothing is said."""
    return State(to=state.to, href=state.href, fallback=state.fallback, deleted=state.deleted)


LOOKS: dict[str, Callable[[State, int | None], State]] = {
    "b": lambda state, on: replace(state, bold=on != 0),
    "i": lambda state, on: replace(state, italic=on != 0),
    "strike": lambda state, on: replace(state, strike=on != 0),
    "striked": lambda state, on: replace(state, strike=on != 0),
    "v": lambda state, on: replace(state, hidden=on != 0),
    "deleted": lambda state, on: replace(state, deleted=on != 0),
    "super": lambda state, on: replace(state, raised="sup" if on != 0 else ""),
    "sub": lambda state, on: replace(state, raised="sub" if on != 0 else ""),
    "nosupersub": lambda state, _: replace(state, raised=""),
    "lang": lambda state, number: replace(state, language=language_of(number or 0)),
    "f": lambda state, number: replace(state, font=number or 0),
    "uc": lambda state, number: replace(state, fallback=min(max(number or 0, 0), 8)),
    "plain": _plain,
}


def language_of(number: int) -> str:
    """The tag of a language by its number in Windows, or "" for none."""
    return locale.windows_locale.get(number, "").replace("_", "-")


def _set(**said: object) -> Callable[[Flow, int], None]:
    """Say something of the paragraph."""

    def change(flow: Flow, _number: int) -> None:
        flow.place = replace(flow.place, **said)  # type: ignore[arg-type] # each is a field of it

    return change


def _outline(flow: Flow, number: int) -> None:
    if 0 <= number < 9 and not flow.place.role:
        flow.place = replace(flow.place, role=f"h{min(number + 1, 6)}")


def _level(flow: Flow, number: int) -> None:
    flow.place = replace(flow.place, level=number)


def _in_list(flow: Flow, number: int) -> None:
    flow.place = replace(flow.place, is_item=flow.place.is_item or number > 0)


def _new(flow: Flow, _number: int) -> None:
    flow.place = ParagraphPlace()


PARAGRAPH: dict[str, Callable[[Flow, int], None]] = {
    "pard": _new,
    "outlinelevel": _outline,
    "ilvl": _level,
    "ls": _in_list,
    "intbl": _set(in_table=True),
    "par": lambda flow, _: flow.end_paragraph(),
    "sect": lambda flow, _: flow.end_paragraph(),
    "nestcell": lambda flow, _: flow.end_paragraph(),
    "cell": lambda flow, _: flow.end_cell(),
    "row": lambda flow, _: flow.end_row(),
    "trowd": lambda flow, _: flow.begin_row(),
    "trhdr": lambda flow, _: flow.head_row(),
    "clmrg": lambda flow, _: flow.join_cell(),
    "cellx": lambda flow, _: flow.describe_cell(),
}
