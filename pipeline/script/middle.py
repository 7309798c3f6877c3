"""The middle of a long narration, where listeners are told once more what they hear."""

from collections.abc import Iterable, Mapping
from itertools import accumulate

from formats import walk
from formats.model import Block, Heading, Paragraph, Post
from pipeline.script.lines import Line, Part
from pipeline.store.proof import letters

LONG = 30 * 60_000
"""Milliseconds; a narration that lasts longer has a middle."""

_LETTER = 73 * 160
"""Milliseconds for a letter, times words a minute: espeak-ng in English (`proof.sounding`)."""


def middle(post: Post, parts: Iterable[Part], words_per_minute: int) -> int | None:
    """After how many blocks of a post its middle is; None where it is not long.

    The length is not known before the post is spoken: it is estimated from its letters at the
    pace, and its pauses. The middle is the place nearest to half of it between two blocks of
    the top level of which the first does not lead to the second, as a heading does. A post
    without such a place has none.
    """
    lasts = {line.id: _lasts(line, words_per_minute) for part in parts for line in part.lines}
    if sum(lasts.values()) <= LONG:
        return None
    ends = list(accumulate(_sum(block, lasts) for block in post.blocks))
    places = [
        (abs(end - ends[-1] / 2), number)
        for number, (end, block) in enumerate(zip(ends[:-1], post.blocks, strict=False), 1)
        if not _leads(block)
    ]
    return min(places)[1] if places else None


def _lasts(line: Line, words_per_minute: int) -> int:
    """How long a line and the pause after it last, in milliseconds."""
    return letters(line.text) * _LETTER // words_per_minute + line.pause


def _sum(block: Block, lasts: Mapping[str, int]) -> int:
    return sum(lasts[unit.id] for unit in walk.units((block,)))


def _leads(block: Block) -> bool:
    """Whether the next block must follow at once: after a heading, or after a colon."""
    match block:
        case Heading():
            return True
        case Paragraph():
            return walk.text(block.sentences).endswith((":", "："))
        case _:
            return False
