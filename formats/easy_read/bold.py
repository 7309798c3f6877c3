"""Stretches of a sentence in bold, whatever inlines it is made of."""

from collections.abc import Iterable, Sequence

from formats import walk
from formats.model import Inline, Link, Style, Styled, Text

Span = tuple[int, int]
"""Where a stretch begins and ends in the text of a sentence."""


def own_words(run: Iterable[Inline]) -> str:
    """The text of a sentence, with signs in place of what is no English of the author's own."""
    return "".join(map(_own_words, run))


def _own_words(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Styled(_, children) | Link(_, children):
            return own_words(children)
        case _:
            return "\N{OBJECT REPLACEMENT CHARACTER}" * len(walk.plain((inline,)))


def bold(run: Iterable[Inline], spans: Sequence[Span], begin: int = 0) -> tuple[Inline, ...]:
    """A run that begins so far into its sentence, with these stretches of the sentence in bold.

    A stretch of more than one inline stays as it is.
    """
    if not spans:
        return tuple(run)
    parts: list[Inline] = []
    for inline in run:
        parts += _bold(inline, spans, begin)
        begin += len(walk.plain((inline,)))
    return tuple(parts)


def _bold(inline: Inline, spans: Sequence[Span], begin: int) -> tuple[Inline, ...]:
    match inline:
        case Text(text):
            return _bold_text(text, spans, begin)
        case Styled(style, children):
            return (Styled(style, bold(children, spans, begin)),)
        case Link(href, children):
            return (Link(href, bold(children, spans, begin)),)
        case _:
            return (inline,)


def _bold_text(text: str, spans: Sequence[Span], begin: int) -> tuple[Inline, ...]:
    parts: list[Inline] = []
    done = 0
    for start, stop in spans:
        first, last = start - begin, stop - begin
        if first >= 0 and last <= len(text):
            parts += [Text(text[done:first]), Styled(Style.STRONG, (Text(text[first:last]),))]
            done = last
    return (*parts, Text(text[done:]))
