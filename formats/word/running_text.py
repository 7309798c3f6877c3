"""Running text as WordprocessingML: runs of letters with one look, links and pictures."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import assert_never

from formats.addresses import address
from formats.languages import direction
from formats.markup import escape
from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Sentences,
    Style,
    Styled,
    Text,
)
from formats.word.package import WordPackage
from formats.word.pictures import drawing
from formats.word.styles import languages, style_id
from formats.words import Words, added

ADDED = style_id("Added Words")
"""The style of what is not the author's: marks of notes, and the words around the post."""

_RAISED, _LOWERED = 8, -6
"""Half points by which letters are raised or lowered; they keep their size (G003)."""

BREAK = "<w:r><w:br/></w:r>"

# No italics and no underlining in large print (G003): bold in place of both.
_BOLD = {
    Style.EMPHASIS: "Emphasis",
    Style.STRONG: "Strong",
    Style.MARK: "Strong",
    Style.KEYBOARD: "Strong",
}


@dataclass(frozen=True, slots=True)
class LetterLook:
    """How a run looks: a character style, struck through, or raised, in half points."""

    style: str = ""
    struck: bool = False
    raised: int = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Here:
    """Where text stands, and what it is written into.

    `language` is that of the text, `main` that of the document. `depth` is that of the lists
    around a block, `quoted` whether it is in a quotation. `page` is the address of the post's
    page; `notes` the number of each note by its id; `marked` are the numbers of those whose mark
    has been met. `live` is False where links are not allowed.
    """

    package: WordPackage
    ours: Words
    main: str
    language: str
    page: str
    notes: dict[str, int]
    levels: dict[str, int]
    marked: set[int] = field(default_factory=set)
    depth: int = 0
    quoted: bool = False
    live: bool = True


def sentences(run: Sentences, here: Here, look: LetterLook = LetterLook()) -> str:
    """Sentences with the white space between them."""
    return "".join(inlines(s.inlines, here, look) + text(s.tail, here, look) for s in run)


def inlines(run: Iterable[Inline], here: Here, look: LetterLook = LetterLook()) -> str:
    """Inlines as runs."""
    return "".join(_inline(inline, here, look) for inline in run)


def text(words: str, here: Here, look: LetterLook = LetterLook()) -> str:
    """One run of letters; a line feed in it is a new line."""
    if not words:
        return ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else ""
        for line in words.split("\n")
    )
    return f"<w:r>{_properties(here, look)}{lines}</w:r>"


def our_text(words: str, here: Here, *, bold: bool = False) -> str:
    """Words of our own, in their own language."""
    return text(words, in_ours(here), LetterLook(ADDED, bold=bold))


def in_ours(here: Here) -> Here:
    """The same place for words of our own, which are in another language where we have none."""
    return replace(here, language=added(here.main))


def _properties(here: Here, look: LetterLook) -> str:
    """The properties of a run, in the order of the schema; "" for the plainest."""
    style = f'<w:rStyle w:val="{look.style}"/>' if look.style else ""
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    struck = "<w:strike/>" if look.struck else ""
    raised = f'<w:position w:val="{look.raised}"/>' if look.raised else ""
    right = "<w:rtl/>" if direction(here.language) == "rtl" else ""
    language = languages(here.language) if here.language != here.main else ""
    inner = f"{style}{bold}{struck}{raised}{right}{language}"
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _inline(inline: Inline, here: Here, look: LetterLook) -> str:
    match inline:
        case Text() | Abbreviation():
            written = text(inline.text, here, look)
        case Code():
            written = text(inline.text, here, replace(look, style=style_id("HTML Code")))
        case Break():
            written = BREAK
        case Picture():
            written = picture(inline, here, inline.alt or "")
        case NoteRef():
            written = _note_mark(inline, here)
        case Styled():
            written = _styled(inline, here, look)
        case Foreign():
            written = inlines(inline.children, replace(here, language=inline.language), look)
        case Link():
            written = _link(inline, here, look)
        case _:
            assert_never(inline)
    return written


def _styled(styled: Styled, here: Here, look: LetterLook) -> str:
    """A run with a style; what is raised or lowered keeps its size (G003)."""
    match styled.style:
        case Style.DELETED:
            look = replace(look, struck=True)
        case Style.SUPERSCRIPT:
            look = replace(look, raised=_RAISED)
        case Style.SUBSCRIPT:
            look = replace(look, raised=_LOWERED)
        case Style.QUOTATION:
            inner = inlines(styled.children, here, look)
            return f"{our_text('“', here)}{inner}{our_text('”', here)}"
        case Style.INSERTED:
            pass
        case bold:
            look = replace(look, style=look.style or _BOLD[bold], bold=bool(look.style))
    return inlines(styled.children, here, look)


def _link(link: Link, here: Here, look: LetterLook) -> str:
    """A link that can be followed; or only its words, where it leads nowhere from a file."""
    to = address(link.href, here.page) if here.live else None
    if to is None:
        return inlines(link.children, here, look)
    linked = replace(look, style=style_id("Hyperlink"))
    words = inlines(link.children, replace(here, live=False), linked)
    return f'<w:hyperlink r:id="{here.package.link(to)}">{words}</w:hyperlink>' if words else ""


def _note_mark(ref: NoteRef, here: Here) -> str:
    """The mark of a note, which leads to it; the note leads back to its first mark."""
    number = here.notes.get(ref.note)
    if number is None or not here.live:
        return text(ref.label, here, LetterLook(raised=_RAISED))
    before = our_text(" ", here)
    mark = our_text(here.ours.large_print.note_mark.format(ref.label), here)
    link = f'<w:hyperlink w:anchor="note{number}">{mark}</w:hyperlink>'
    if number in here.marked:
        return before + link
    here.marked.add(number)
    return before + bookmark(f"mark{number}", here, link)


def bookmark(name: str, here: Here, inner: str) -> str:
    """What a link inside the document can lead to."""
    number = here.package.drawing()
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'
    )


def picture(shown: Picture, here: Here, alt: str) -> str:
    """A picture with this alternative text, or the words in place of a missing one."""
    found = here.package.picture(shown.src)
    if found is None:
        return our_text(_absent(shown, here), here)
    relation, raster = found
    return drawing(relation, raster, here.package.drawing(), alt)


def _absent(shown: Picture, here: Here) -> str:
    page = here.ours.page
    match shown.alt:
        case None:
            words = page.undescribed
        case "":
            return ""
        case alt:
            words = page.picture.format(alt)
    return page.not_here.format(words)
