"""What stands around a post is left out, and no word of the post is."""

import pytest
from bs4 import Tag

from pipeline.readers.html.document import tree
from pipeline.readers.shared.chars import one_line
from pipeline.readers.web.furniture import Furniture, date_in, name_in
from tests.pipeline.readers.html.trees import first

PROSE = "<p>It had rained all night, and the towpath was soft, so that we walked slowly.</p>"
TEXT = "It had rained all night, and the towpath was soft, so that we walked slowly."


def inside(text: str, *, named: bool = False) -> str:
    root = tree(text)
    Furniture().inside(root, named=named)
    return one_line(root.get_text(" "))


@pytest.mark.parametrize(
    "part",
    [
        "<nav>Home</nav>", '<div class="sharedaddy">Share this: X</div>', "<aside>See also</aside>",
        '<aside><ul><li><a href="x">One other post of ours about the same thing</a></ul></aside>',
        '<p>Share this:</p>', '<h3>Leave a Reply</h3>', '<div role="banner">Site</div>',
        '<footer>Filed here</footer>', '<p>Tags: a, b</p>', "<p>← Back</p>".replace("← ", "Back to "
        "the blog ").replace("Back</p>", "</p>"), '<p class="post-meta">31 May</p>',
    ],
)  # fmt: skip
def test_parts_of_the_page_are_left_out(part: str) -> None:
    assert inside(PROSE + part) == TEXT


@pytest.mark.parametrize(
    "part",
    [
        "<aside><p>A box about herons: they eat fish, and frogs.</p></aside>",
        '<blockquote><p class="author">Ann</p></blockquote>', "<h2>Related work</h2><p>Words.</p>",
        "<h2>Comments</h2><p>I have some.</p>", "<p>We share this with everyone we meet.</p>",
        '<p>Write to us <a href="x">by email</a>.</p>', "<h2>July 9, 2015</h2><p>Done.</p>",
        '<footer role="doc-endnotes">A note</footer>',
    ],
)  # fmt: skip
def test_words_of_a_post_stay(part: str) -> None:
    whole = one_line(tree(PROSE + part).get_text(" "))
    assert inside(PROSE + part) == whole


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("by Ann Example, 31 May 2024", False),
        ("Posted on May 31st, 2024 by Ann", False),
        ("31 May 2024", False),
        ("May 31, 2024 · Ann Example", False),
        ("Share: X Facebook", False),
        ("3 min read", False),
        ("By the river I sat and wept.", True),
        ("Published authors say so", True),
        ("On 31 May 2024 it rained", True),
    ],
)
def test_a_line_that_says_who_and_when_is_no_text(line: str, *, stays: bool) -> None:
    assert (line in inside(f"<h1>T</h1><p>{line}</p>{PROSE}")) is stays


def test_in_a_named_box_only_what_is_named_is_left_out() -> None:
    assert "31 May" in inside(f'{PROSE}<p class="post-meta">31 May</p>', named=True)
    assert "Tags: a" in inside(f"{PROSE}<p>Tags: a</p>", named=True)
    assert inside(f"{PROSE}<p>Share this:</p>", named=True) == TEXT


def test_around_the_box_only_lead_picture_and_notes_stay() -> None:
    text = (
        '<article><h1>T</h1><p class="subtitle">Lead.</p><p class="byline">By Ann</p><figure>F'
        f'</figure><div class="entry-content">{PROSE}</div><div class="footnotes">Note.</div>'
        "<div>Other posts</div></article>"
    )
    root, outside = first(text, "article"), Furniture()
    box = root.find("div")
    assert isinstance(box, Tag)
    outside.around(root, box)
    assert one_line(box.get_text(" ")) == f"Lead. F {TEXT} Note."
    assert outside.left_out == ("T", "By Ann", "Other posts")


@pytest.mark.parametrize(
    ("line", "name", "date"),
    [
        ("by Ann Example, 31 May 2024", "Ann Example", "31 May 2024"),
        ("Posted on May 31st, 2024 by Ann Example in Walks", "Ann Example", "May 31st, 2024"),
        ("Par Anne Exemple", "Anne Exemple", ""),
        ("May 31, 2024 · Ann Example", "Ann Example", "May 31, 2024"),
        ("A walk by the canal", "", ""),
    ],
)
def test_bylines_name_the_author_and_the_day(line: str, name: str, date: str) -> None:
    assert name_in([line]) == name
    assert date_in([line]) == date


def test_counted_comments_are_left_out_with_all_below_them() -> None:
    comments = f"<div><h3>3 Comments</h3><b>Bob</b>{PROSE.replace('soft', 'hard')}</div>"
    assert inside(f"{PROSE}{comments}") == TEXT


def test_a_menu_above_the_title_is_left_out_and_an_opening_is_not() -> None:
    root = tree(f'<div><a href="/">Notes</a></div>{PROSE}<div><h1>T</h1>{PROSE}</div>')
    Furniture().before_title(root)
    assert one_line(root.get_text(" ")) == f"{TEXT} T {TEXT}"


def test_a_quotation_pulled_out_of_the_text_stays() -> None:
    assert inside(f'{PROSE}<aside class="pullquote">So soft.</aside>') == f"{TEXT} So soft."
