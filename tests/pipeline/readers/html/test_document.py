"""A tree of HTML becomes one post, with a title and a text, or is refused with a remedy."""

import pytest

from formats.model import Figure, Picture
from pipeline.errors import ReadError
from pipeline.readers.html.document import draft, plain, tree
from pipeline.readers.shared.reading import FileContents, Meta
from tests.pipeline.readers.html.trees import text_file


def drafted(text: str, meta: Meta = Meta()) -> FileContents:  # noqa: B008 (a frozen value)
    """What is made of a post."""
    return draft(tree(text), meta, text_file(text), "en-GB")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("A <em>title</em>", "A title"),
        ("A **bold** `one`", "A bold one"),
        ("Tide &amp; Time", "Tide & Time"),
        ("Vec<T> and a * b * c", "Vec<T> and a * b * c"),
        ("Two\n lines", "Two lines"),
    ],
)
def test_a_title_is_shown_without_its_markup(written: str, shown: str) -> None:
    assert plain(written) == shown


def test_a_post_has_its_first_heading_as_its_title() -> None:
    (post,) = drafted("<h1>T</h1><p>Text.</p>").drafts

    assert (post.meta.title, len(post.blocks), post.where) == ("T", 1, "post.md")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<p>Text.</p>", "no title"),
        ("<h1>T</h1>", "nothing below it"),
        (f"<h1>{'T' * 1001}</h1><p>Text.</p>", "1,001 characters"),
    ],
)
def test_what_can_not_be_a_post_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        drafted(text)
    assert (caught.value.where, bool(caught.value.remedy)) == ("post.md", True)


def test_a_picture_of_its_own_stands_above_the_text_unless_it_stands_below() -> None:
    own = Picture("a.png", "A")
    alone = drafted("<p>Text.</p>", Meta(title="T", picture=own)).drafts[0]
    below = drafted("<p>Text.</p><img src='a.png' alt='A'>", Meta(title="T", picture=own)).drafts[0]

    assert alone.blocks[0] == Figure("", own, ())
    assert len(alone.blocks) == len(below.blocks) == 2


def test_what_was_noticed_of_the_text_and_of_its_pictures_is_told() -> None:
    found = drafted("<h1>T</h1><blink>Text.</blink><img src='a.png' alt='A'>").findings

    assert [finding.code for finding in found] == ["unknown-element", "picture-missing"]
