"""The narration of an edition is that of the post itself."""

from dataclasses import replace

from tests.formats.builders import edition, paragraph


def test_of_several_narrations_the_first_is_the_posts_own() -> None:
    whole = edition(paragraph("Sea."))
    own = whole.narration
    other = replace(own, of="easy-read")

    assert replace(whole, narrations=(own, other)).narration is own
