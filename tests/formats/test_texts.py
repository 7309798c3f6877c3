"""A post as text; what each kind of block gives is tested with the file, in test_plain_text.py."""

from formats.texts import post_text
from tests.formats.builders import edition_of, paragraph, post_of


def test_a_text_begins_with_the_title_underlined_and_ends_with_one_line_end() -> None:
    text = post_text(edition_of(post_of(paragraph("Calm sea."), title="Tides")))

    assert text.startswith("Tides\n=====\n\n")
    assert text.endswith("Calm sea.\n")


def test_a_character_that_is_no_text_is_left_out() -> None:
    assert "a\x07b\x1b" not in post_text(edition_of(post_of(paragraph("a\x07b\x1bc"))))
