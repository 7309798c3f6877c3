"""Apply the rules for wording to the inlines of a sentence."""

from collections.abc import Iterable

from formats.easy_read.wording import reworded
from formats.model import Inline, Link, Style, Styled, Text


def reworded_run(run: Iterable[Inline]) -> tuple[Inline, ...]:
    """The run with its own words changed; program text, other languages and quotations are not."""
    return tuple(map(_reworded, run))


def _reworded(inline: Inline) -> Inline:
    match inline:
        case Text(text):
            return Text(reworded(text))
        case Styled(style, children) if style is not Style.QUOTATION:
            return Styled(style, reworded_run(children))
        case Link(href, children):
            return Link(href, reworded_run(children))
        case _:
            return inline
