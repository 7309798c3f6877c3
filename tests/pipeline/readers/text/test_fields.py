"""What all readers of front matter say and mend."""

from pipeline.readers.text.fields import broken, straight, told_straight
from tests.pipeline.readers.html.trees import text_file


def test_curly_quotation_marks_become_straight_ones() -> None:
    assert straight("„a“ “b” ‘c’ «d»") == '"a" "b" \'c\' «d»'


def test_the_note_about_curly_marks_has_their_line() -> None:
    found = told_straight(text_file("a"), 3)
    assert (found.code, found.where) == ("front-matter-quotes", "post.md:3")


def test_an_error_says_how_to_write_a_value_with_a_colon() -> None:
    assert 'title: "Part 1: on"' in broken("It is broken.", "post.md:2").remedy
