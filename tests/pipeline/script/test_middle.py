"""Where a long narration says once more what is heard."""

import pytest

from formats.model import Block, Post
from pipeline.lexicon import Lexicon
from pipeline.script.framing import Frame
from pipeline.script.middle import middle
from pipeline.script.script import script
from tests.formats.builders import bullets, heading, paragraph, post_of

MINUTE = "The sea rose and fell. " * 42  # 714 letters and 42 pauses


def at(*blocks: Block, pace: int = 160) -> int | None:
    post: Post = post_of(*blocks)
    return middle(post, script(post, Frame(), Lexicon()), pace)


def minutes(count: int) -> list[Block]:
    return [paragraph(MINUTE) for _ in range(count)]


def test_a_post_of_half_an_hour_has_no_middle() -> None:
    assert at(*minutes(20)) is None


def test_one_of_three_quarters_of_an_hour_has() -> None:
    assert at(*minutes(40)) == 20


def test_the_middle_of_a_longer_one_is_nearest_to_half_of_it() -> None:
    assert at(*minutes(60)) == 30


def test_a_slower_voice_makes_a_long_narration_of_the_same_words() -> None:
    assert at(*minutes(24)) is None
    assert at(*minutes(24), pace=80) == 12


def test_long_blocks_count_by_their_length() -> None:
    assert at(paragraph(MINUTE * 60), *minutes(30)) == 1


@pytest.mark.parametrize("leading", [heading(2, "Low water"), paragraph("These are the tides:")])
def test_what_leads_to_the_next_block_is_not_torn_from_it(leading: Block) -> None:
    assert at(*minutes(30), leading, *minutes(31)) == 30


def test_a_list_is_not_torn_apart_and_a_single_block_has_no_middle() -> None:
    listing = bullets(*[MINUTE] * 60)
    assert at(listing) is None
    assert at(paragraph("One."), listing, paragraph("Two.")) in {1, 2}
