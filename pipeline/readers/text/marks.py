"""Marks inside paragraphs that other dialects have: notes, links between pages, attributes."""

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension, FootnoteInlineProcessor
from markdown.inlinepatterns import SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from pipeline.readers.text.program import substitute

# Of pandoc: "^[words of the note]". One pair of brackets may be in it, as of a link.
_INLINE_NOTE = re.compile(r"(?<!\\)\^\[((?:[^\[\]\n]++|\n(?!\n)|\[[^\[\]\n]*+\])++)\]")

# Of wikis and Obsidian: "[[page]]", "[[page#heading|words]]", "![[picture.png|words]]".
_WIKI = re.compile(
    r"(?<![\[\\])(!?)\[\[(?=[^\s\d\[])([^\[\]|\n]{1,200}+)(?:\\?\|([^\[\]\n]{0,300}+))?\]\](?![\[(\]])"
)
_DEFINED = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:", re.MULTILINE)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$", re.IGNORECASE)
_SIZE = re.compile(r"\d+(?:x\d+)?")

# Attributes of kramdown and pandoc that nothing took; in words, no brace follows a colon.
_LEFT_OVER = re.compile(r"\{:(?!:)[ ]*[.#\w\"'=:;%/ -]*\}|\{[.#][\w-]+(?:[ ][.#]?[\w-]+)*\}")


def plain_marks(text: str) -> str:
    """The same text with notes inside paragraphs and links between pages in plain Markdown."""
    if "^[" in text:
        notes: list[str] = []
        text = substitute(_INLINE_NOTE, lambda found: _noted(found, notes), text)
        text = "\n\n".join([text, *notes])
    if "[[" not in text:
        return text
    defined = frozenset(name.casefold() for name in _DEFINED.findall(text))
    return substitute(_WIKI, lambda found: _wiki(found, defined), text)


def _noted(found: re.Match[str], notes: list[str]) -> str:
    name = f"inline-{len(notes) + 1}"
    notes.append(f"[^{name}]: {' '.join(found[1].split())}")
    return f"[^{name}]"


def _wiki(found: re.Match[str], defined: frozenset[str]) -> str:
    """Its words alone, because no edition has the page; a picture as one of Markdown.

    Where Markdown defines the address, it is a link of Markdown in brackets; "[[Bug #12]]" is
    the number of a report.
    """
    target, words = found[2].strip(), (found[3] or "").strip()
    if target.casefold() in defined or " #" in target:
        return found[0]
    if found[1] and _PICTURE.search(target):
        alt = "" if _SIZE.fullmatch(words) else words
        return f"![{alt}](<{target}>)"
    return words or target.replace("#", " ").strip()


def register(converter: Markdown) -> None:
    """Make a converter understand line ends with a backslash, and drop attributes left over."""
    converter.inlinePatterns.register(
        SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash-break", 181
    )
    marks = converter.inlinePatterns["footnote"]
    assert isinstance(marks, FootnoteInlineProcessor)
    converter.inlinePatterns.register(_NoteMarks(marks.pattern, marks.footnotes), "footnote", 175)
    converter.treeprocessors.register(_LeftOver(converter), "left-over-attributes", 4)


class _NoteMarks(FootnoteInlineProcessor):
    """The marks of notes, as the package makes them.

    That counts all notes for each mark: 10,000 of them take a minute.
    """

    def __init__(self, pattern: str, footnotes: FootnoteExtension) -> None:
        super().__init__(pattern, footnotes)
        self._numbers: dict[str, int] = {}

    def handleMatch(  # type: ignore[override] # noqa: N802 (the package's own name and older type)
        self, m: re.Match[str], _data: str
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """The mark of a note that there is; all of them are known before the first mark."""
        notes = self.footnotes
        self._numbers = self._numbers or {name: n for n, name in enumerate(notes.footnotes, 1)}
        if m[1] not in self._numbers:
            return None, None, None
        mark = ET.Element("sup", id=notes.makeFootnoteRefId(m[1], found=True))
        to = {"href": f"#{notes.makeFootnoteId(m[1])}", "class": "footnote-ref"}
        ET.SubElement(mark, "a", to).text = str(self._numbers[m[1]])
        return mark, m.start(), m.end()


class _LeftOver(Treeprocessor):
    """Removes attributes that no element took; they are for the look of a page."""

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            if element.tag not in {"code", "pre"}:
                element.text = _without(element.text)
            element.tail = _without(element.tail)


def _without(text: str | None) -> str | None:
    if not text or "{" not in text or isinstance(text, AtomicString):
        return text
    return _LEFT_OVER.sub("", text)
