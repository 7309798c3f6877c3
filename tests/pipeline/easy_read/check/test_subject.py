"""A file as the rules see it: lines with their places, groups beside the post."""

from pipeline.easy_read.check.subject import LineKind, checked, count, quoted
from pipeline.easy_read.easy_file import read
from pipeline.split.sentences import split
from tests.formats.builders import paragraph, post_of

FILE = read(
    """# The **tide**

## The main points

- [ ] We met.

## The whole post

> s1 We met at sea.

### At [sea](https://example.org)

- [ ] We need:
  - 1 boat. It is red.

## Hard words

**sea**: Much water.
""",
    "t.easy.md",
)


def test_every_line_that_readers_see_is_there_in_order_with_its_place() -> None:
    assert [(one.kind, one.text, one.row, one.line) for one in checked(FILE, None, "en").lines] == [
        (LineKind.TITLE, "The tide", 0, 1),
        (LineKind.ROW, "We met.", 1, 5),
        (LineKind.HEADING, "At sea", 0, 11),
        (LineKind.ROW, "We need:", 2, 13),
        (LineKind.ENTRY, "1 boat. It is red.", 2, 14),
        (LineKind.MEANING, "Much water.", 0, 18),
    ]


def test_a_line_has_its_sentences() -> None:
    entry = checked(FILE, None, "en").lines[4]
    assert entry.sentences == ("1 boat.", "It is red.")


def test_the_post_is_what_a_text_is_held_against_or_else_what_the_file_has_of_it() -> None:
    post = split(post_of(paragraph("We ate at sea.")))
    assert "We ate at sea." in checked(FILE, post, "en").source
    assert checked(FILE, None, "en").source == "We met at sea."


def test_words_are_counted_and_signs_are_not() -> None:
    assert count("We met – at 3pm …") == 4


def test_what_is_long_is_shown_by_its_beginning() -> None:
    assert quoted("We  met") == "“We met”"
    assert len(quoted("We met " * 20)) < 65
