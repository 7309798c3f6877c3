"""A sentence's inlines → stretches of text to be said, each in one language."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from formats import walk
from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Style,
    Styled,
    Text,
)
from pipeline.script.words import Words, words


class Stretch(NamedTuple):
    """Words of one language, as they are shown."""

    text: str
    language: str


class Speech:
    """Tells inlines in words, and remembers which short forms it has expanded.

    It lives as long as one post: a short form is expanded where it is first heard.
    """

    def __init__(self) -> None:
        self._expanded: set[str] = set()

    def sentence(self, inlines: tuple[Inline, ...], language: str) -> list[Stretch]:
        """The words of one sentence; a short form that it explains itself is not expanded."""
        shown = walk.plain(inlines).casefold()
        shorts = (i for i in walk.inlines(inlines) if isinstance(i, Abbreviation))
        self._expanded.update(s.text for s in shorts if s.expansion.casefold() in shown)
        whole: list[Stretch] = []
        for piece in self._run(inlines, language):
            if whole and whole[-1].language == piece.language:
                whole[-1] = Stretch(whole[-1].text + piece.text, piece.language)
            else:
                whole.append(piece)
        return whole

    def _run(self, inlines: Iterable[Inline], language: str) -> Iterator[Stretch]:
        for inline in inlines:
            yield from self._said(inline, language)

    def _said(self, inline: Inline, language: str) -> Iterator[Stretch]:
        match inline:
            case Text() | Code():
                yield Stretch(inline.text, language)
            case Break():
                yield Stretch("\n", language)
            case Abbreviation():
                yield Stretch(self._abbreviation(inline), language)
            case Styled():
                yield from self._styled(inline, language)
            case Link():
                yield from self._run(inline.children, language)
            case Foreign():
                yield from self._run(inline.children, inline.language)
            case Picture():
                yield Stretch(_picture(inline, words(language)), language)
            case NoteRef():
                pass  # its mark is silent
            case _:
                assert_never(inline)

    def _abbreviation(self, short: Abbreviation) -> str:
        if not short.expansion or short.text in self._expanded:
            return short.text
        self._expanded.add(short.text)
        return f"{short.text} ({short.expansion})"

    def _styled(self, run: Styled, language: str) -> Iterator[Stretch]:
        before, after = _around(run, words(language))
        yield Stretch(before, language)
        yield from self._run(run.children, language)
        yield Stretch(after, language)


def _around(run: Styled, known: Words) -> tuple[str, str]:
    """What is said before and after a run that is set apart."""
    match run.style:
        case Style.DELETED if known.deleted:
            return f" {known.deleted} ", ", "
        case Style.INSERTED if known.inserted:
            return f" {known.inserted} ", ", "
        case Style.SUPERSCRIPT if walk.plain(run.children).isdecimal():
            return known.power, ""
        case _:
            return "", ""


def _picture(picture: Picture, known: Words) -> str:
    """A picture in the line: its alternative text; a decoration is passed over."""
    match picture.alt:
        case None:
            return f" ({known.undescribed.rstrip('.。')}) "
        case "":
            return ""
        case alt:
            return f" ({known.picture.format(alt).rstrip('.。')}) "
