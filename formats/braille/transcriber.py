"""What a post is transcribed with, and running text → cells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

import unicodedata2 as unicodedata

from formats import walk
from formats.languages import primary
from formats.model import (
    Abbreviation,
    BrailleCode,
    BrailleRun,
    Break,
    Code,
    CodeBlock,
    Edition,
    Emphasis,
    Figure,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Sentence,
    Sentences,
    Style,
    Styled,
    Text,
)
from formats.words import Words, words
from formats.words.braille import BrailleWords, braille

_NOTE, _END_NOTE = "⠈⠨⠣", "⠈⠨⠜"  # the transcriber's note of UEB (3.27)

# Letters at another level that Unicode has as characters, which every table can have signs for.
_UP = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_DOWN = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

_EMPHASES = {
    Style.EMPHASIS: Emphasis.ITALIC,
    Style.STRONG: Emphasis.BOLD,
    Style.MARK: Emphasis.UNDERLINE,
}

_NAMED = 3
"""So many characters without signs are each named; of more, the number is told."""


@dataclass(frozen=True, slots=True)
class Transcriber:
    """The code of a post, its words of ours, and its printed pages.

    `printed` is False where none is known; else the title stands on the first, and `turns` are
    the units at which the others begin.
    """

    code: BrailleCode
    language: str
    width: int
    printed: bool
    turns: dict[str, int]

    @property
    def ours(self) -> Words:
        """The words that every format adds in the language of the post."""
        return words(self.language)

    @property
    def said(self) -> BrailleWords:
        """The words that only braille adds."""
        return braille(self.language)

    def cells(self, runs: Iterable[BrailleRun]) -> str:
        """Runs as cells, in which characters without signs are named."""
        known = (replace(run, text=self._named(clean(run.text))) for run in runs)
        return self.code.translate(tuple(run for run in known if run.text))

    def plain(self, text: str, *, contracted: bool = True) -> str:
        """A text as cells."""
        return self.cells((BrailleRun(text, contracted=contracted),))

    def note(self, text: str) -> str:
        """A transcriber's note."""
        if self.code.unified:
            return _NOTE + self.plain(text) + _END_NOTE
        return self.plain(f"[{text}]")

    def _named(self, text: str) -> str:
        simpler = {ord(c): _simple(c) for c in set(text) if self.code.lacks(c)}
        text = text.translate(simpler)
        found = "".join(map(re.escape, sorted(unsigned(text, self.code))))
        return re.sub(rf"[{found}]+(?: +[{found}]+)*", self._name, text) if found else text

    def _name(self, found: re.Match[str]) -> str:
        """What stands for characters without signs: their names, or how many they are."""
        lost = "".join(found[0].split())
        if len(lost) > _NAMED:
            return f"[{self.said.lacking.format(len(lost))}]"
        return f"[{'; '.join(map(name, lost))}]"

    def lines(self, runs: Iterable[BrailleRun]) -> Iterator[str]:
        """Runs as cells, each line that the author broke by itself."""
        line: list[BrailleRun] = []
        for run in runs:
            first, *others = run.text.split("\n")
            line.append(replace(run, text=first))
            for text in others:
                yield self.cells(line)
                line = [replace(run, text=text)]
        yield self.cells(line)

    def runs(
        self, sentences: Sentences, emphasis: Emphasis = Emphasis.NONE
    ) -> Iterator[BrailleRun]:
        """The sentences of a block, with the white space between them."""
        for sentence in sentences:
            yield from _runs(sentence.inlines, BrailleRun("", emphasis), self)
            yield BrailleRun(sentence.tail, emphasis)


def transcriber(edition: Edition, code: BrailleCode) -> Transcriber:
    """What transcribes an edition."""
    turns, last = {}, 1
    for unit in walk.units(edition.post.blocks):
        page = edition.printed.get(unit.id, 0)
        if page > last:
            turns[unit.id] = last = page
    width, printed = edition.publication.braille.width, bool(edition.printed)
    return Transcriber(code, edition.post.language, width, printed, turns)


def clean(text: str) -> str:
    """Text in composed letters, with simple spaces, and without what has no shape in print."""
    return unicodedata.normalize("NFC", text).translate(_CLEAN)


class _Clean(dict[int, str]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = "" if _shapeless(character) else character
        self[code] = " " if character.isspace() else kept
        return self[code]


_CLEAN = _Clean()


def _shapeless(character: str) -> bool:
    """A control, a soft hyphen, a mark of direction, a joiner, or a selector of a variant."""
    return (
        unicodedata.category(character) in ("Cc", "Cf", "Cs") or "\ufe00" <= character <= "\ufe0f"
    )


def written(edition: Edition) -> str:
    """All letters of an edition that are to be translated, except our own words."""
    texts = [edition.post.title, *(walk.plain(s.inlines) for s in edition.about)]
    for unit in walk.units(edition.post.blocks):
        match unit:
            case Sentence():
                texts.append(walk.plain(unit.inlines))
            case Figure():
                texts.append(unit.picture.alt or "")
            case CodeBlock():
                texts.append(unit.text)
            case _:
                assert_never(unit)
    return "".join("".join(map(clean, texts)).split())


def unsigned(characters: Iterable[str], code: BrailleCode) -> frozenset[str]:
    """The characters that a code has no signs for, neither as they are nor in simpler letters."""
    lacking = filter(code.lacks, set(characters))
    return frozenset(c for c in lacking if any(map(code.lacks, _simple(c))))


def _simple(character: str) -> str:
    """A character in the letters that it stands for: "ĳ" → "ij", "⅝" → "5/8"."""
    return unicodedata.normalize("NFKC", character).replace("⁄", "/")


def name(character: str) -> str:
    """The name of a character, in English: "grinning face"."""
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def _runs(inlines: Iterable[Inline], kind: BrailleRun, by: Transcriber) -> Iterator[BrailleRun]:
    """The runs of inlines; `kind` says how they are set."""
    for inline in inlines:
        match inline:
            case Text() | Abbreviation():
                yield replace(kind, text=inline.text)
            case Code():
                yield replace(kind, text=inline.text, contracted=False)
            case Break():
                yield replace(kind, text="\n")
            case Styled():
                yield from _styled(inline, kind, by)
            case Link():
                yield from _runs(inline.children, kind, by)
            case Foreign():
                own = primary(inline.language) == primary(by.language)
                inner = replace(kind, contracted=kind.contracted and own)
                yield from _runs(inline.children, inner, by)
            case Picture():
                yield replace(kind, text=walk.plain((inline,)))
            case NoteRef():
                yield BrailleRun(f" *{inline.label}")
            case _:
                assert_never(inline)


def _styled(styled: Styled, kind: BrailleRun, by: Transcriber) -> Iterator[BrailleRun]:
    style, ours = styled.style, by.ours
    around = {
        Style.DELETED: (f"[{ours.deleted} ", "]"),
        Style.INSERTED: (f"[{ours.inserted} ", "]"),
        Style.QUOTATION: ("“", "”"),
    }
    if style in around:
        before, after = around[style]
        yield replace(kind, text=before)
        yield from _runs(styled.children, kind, by)
        yield replace(kind, text=after)
    elif style in (Style.SUPERSCRIPT, Style.SUBSCRIPT):
        yield replace(kind, text=_level(walk.plain(styled.children), style, by.code))
    else:
        emphasis = kind.emphasis | _EMPHASES.get(style, Emphasis.NONE)
        yield from _runs(styled.children, replace(kind, emphasis=emphasis), by)


def _level(text: str, style: Style, code: BrailleCode) -> str:
    """Raised or lowered text in characters for it, or else marked: "m²", "H₂O", "2^th"."""
    table = _UP if style is Style.SUPERSCRIPT else _DOWN
    moved = text.translate(table)
    if all(ord(c) in table for c in text) and not any(map(code.lacks, moved)):
        return moved
    return f"^{text}" if style is Style.SUPERSCRIPT else text
