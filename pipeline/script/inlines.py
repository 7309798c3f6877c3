"""A sentence's inlines → one run of text to be said."""

from collections.abc import Iterable
from typing import assert_never

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
from pipeline.script.words import Words


class Speech:
    """Tells inlines in words, and remembers which short forms it has expanded.

    It lives as long as one post: a short form is expanded where it is first heard.
    """

    def __init__(self) -> None:
        self._expanded: set[str] = set()

    def sentence(self, inlines: tuple[Inline, ...], known: Words) -> str:
        """The words of one sentence; a short form that it explains itself is not expanded."""
        shown = walk.plain(inlines).casefold()
        shorts = (i for i in walk.inlines(inlines) if isinstance(i, Abbreviation))
        self._expanded.update(s.text for s in shorts if s.expansion.casefold() in shown)
        return self.said(inlines, known)

    def said(self, inlines: Iterable[Inline], known: Words) -> str:
        """The words of a run of text; note marks are silent."""
        return "".join(self._said(inline, known) for inline in inlines)

    def _said(self, inline: Inline, known: Words) -> str:  # noqa: PLR0911 - a case for each kind
        match inline:
            case Text() | Code():
                return inline.text
            case Break():
                return "\n"
            case Abbreviation():
                return self._abbreviation(inline)
            case Styled():
                return self._styled(inline, known)
            case Link() | Foreign():
                return self.said(inline.children, known)
            case Picture():
                return _picture(inline, known)
            case NoteRef():
                return ""
            case _:
                assert_never(inline)

    def _abbreviation(self, short: Abbreviation) -> str:
        if not short.expansion or short.text in self._expanded:
            return short.text
        self._expanded.add(short.text)
        return f"{short.text} ({short.expansion})"

    def _styled(self, run: Styled, known: Words) -> str:
        inside = self.said(run.children, known)
        match run.style:
            case Style.DELETED if known.deleted:
                return f" {known.deleted} {inside}, "
            case Style.INSERTED if known.inserted:
                return f" {known.inserted} {inside}, "
            case Style.SUPERSCRIPT if walk.plain(run.children).isdecimal():
                return f"{known.power}{inside}"
            case _:
                return inside


def _picture(picture: Picture, known: Words) -> str:
    """A picture in the line: its alternative text; a decoration is passed over."""
    match picture.alt:
        case None:
            return f" ({known.undescribed.rstrip('.。')}) "
        case "":
            return ""
        case alt:
            return f" ({known.picture.format(alt).rstrip('.。')}) "
