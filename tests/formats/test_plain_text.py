"""The post as plain text."""

import pytest

from formats import plain_text, walk
from formats.model import (
    CodeBlock,
    Edition,
    Figure,
    Item,
    Listing,
    Picture,
    Post,
    Row,
    Sentence,
    Table,
)
from tests.formats.builders import (
    AWKWARD,
    bullets,
    cell,
    edition,
    edition_of,
    heading,
    paragraph,
    rich_post,
    sentence,
    sentences,
)

POSTS = {"rich": rich_post(), **AWKWARD}


def text(of: Edition) -> str:
    (file,) = plain_text.render(of)
    assert file.path == f"{of.post.slug}.txt"
    return file.data.decode()


def body(of: Edition) -> str:
    """The text after the title and what is said of the post."""
    return text(of).split("\n\n", 2)[2]


@pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())
def test_every_word_of_the_post_is_there_in_order(post: Post) -> None:
    written = "".join(filter(str.isalnum, text(edition_of(post))))
    at = 0
    for unit in walk.units(post.blocks):
        shown = walk.plain(unit.inlines) if isinstance(unit, Sentence) else ""
        for word in shown.split():
            letters = "".join(filter(str.isalnum, word))
            at = written.index(letters, at) + len(letters)


def test_a_list_goes_on_from_its_first_number() -> None:
    items = (Item((paragraph("four"),)), Item((paragraph("five"),)))

    assert "4. four\n5. five" in body(edition(Listing(ordered=True, start=4, items=items)))


def test_it_opens_with_title_byline_and_date_but_no_voice() -> None:
    assert text(edition(title="High water")) == (
        "# High water\n\nFrom Tide & Time.\nBy Ada Shore.\n5 March 2024.\n"
    )


def test_headings_have_as_many_signs_as_their_level() -> None:
    whole = edition(heading(2, "Ebb"), heading(3, "Flow"), paragraph("a"))
    assert body(whole) == "## Ebb\n\n### Flow\n\na\n"


def test_lists_keep_their_marks_and_depth() -> None:
    whole = edition(bullets("one", bullets("two", "three")))
    assert body(whole) == "- one\n- - two\n  - three\n"


def test_a_cell_stands_after_its_columns_header() -> None:
    table = Table(
        sentences("Tides"),
        (
            Row((cell("Day", header=True), cell("Height", header=True))),
            Row((cell("Monday", header=True), cell("2 m"))),
            Row((cell("Tuesday", header=True), cell(""))),
        ),
    )
    assert body(edition(table)) == "Tides\nDay; Height\nMonday; Height: 2 m\nTuesday\n"


def test_a_picture_is_its_alternative_text_and_never_the_same_words_twice() -> None:
    told = Figure("", Picture("p.jpg", "A boat"), sentences("The Ann."))
    same = Figure("", Picture("p.jpg", "A boat"), sentences("A boat"))
    untold = Figure("", Picture("p.jpg", None), ())
    assert body(edition(told, same, untold)) == (
        "[A boat]\nThe Ann.\n\nA boat\n\n[Picture: without description.]\n"
    )


def test_code_is_kept_to_the_character_and_set_in() -> None:
    code = CodeBlock("", "if a < b:\n\n    wait()\n", "python")
    assert body(edition(code)) == "    if a < b:\n\n        wait()\n"


def test_lines_end_as_unix_does_and_no_control_characters_are_left() -> None:
    written = text(edition(paragraph(sentence("a\r\nb\x07\x00c\x85"))))
    assert written.endswith("a\nbc\n")
    assert all(ch in "\n\t" or ch.isprintable() for ch in written)
