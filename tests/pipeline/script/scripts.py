"""Blocks, and what is said of them: for the tests of all that says them."""

from formats.model import (
    Block,
    Listing,
)
from pipeline.lexicon import Entry, Lexicon
from pipeline.script.framing import Frame
from pipeline.script.lines import Line, Part
from pipeline.script.script import script
from tests.formats.builders import (
    bullets,
    post_of,
)


def lines(*blocks: Block, language: str = "en-GB") -> list[Line]:
    """The lines of a post's body."""
    return [line for part in parts(*blocks, language=language) for line in part.lines]


def parts(*blocks: Block, language: str = "en-GB") -> tuple[Part, ...]:
    return script(post_of(*blocks, language=language), Frame(), Lexicon())


def said(*blocks: Block, language: str = "en-GB") -> list[str]:
    return [line.text for line in lines(*blocks, language=language)]


def in_brief(*blocks: Block) -> list[str]:
    found = script(post_of(*blocks), Frame(), Lexicon(), "brief")
    return [line.text for part in found for line in part.lines]


def with_lexicon(written: str, spoken_as: str, *blocks: Block) -> list[str]:
    found = script(post_of(*blocks), Frame(), Lexicon((Entry(written, spoken_as),)))
    return [line.text for part in found for line in part.lines]


def ordered(*entries: str, start: int = 1) -> Listing:
    listing = bullets(*entries)
    return Listing(True, start, listing.items)  # noqa: FBT003 - the model's own order


def words_of(*blocks: Block) -> list[list[str]]:
    """The lines of each part."""
    return [[line.text for line in part.lines] for part in parts(*blocks)]
