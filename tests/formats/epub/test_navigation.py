"""The contents of a book, and its landmarks."""

from datetime import UTC, datetime

from formats.epub import render_blog
from formats.model import (
    Edition,
    Heading,
    Notes,
    Picture,
)
from tests.formats.builders import (
    blog_of,
    edition,
    heading,
    paragraph,
    sentence,
    sentences,
)
from tests.formats.epub.books import NAMES, Book, book_of, pars, rich


def contents(book: Book) -> list[str]:
    """The labels of the table of contents, each with two spaces for each level below the first."""
    nav = book.xml("nav.xhtml").find(".//h:nav[@epub:type='toc']", NAMES)
    assert nav is not None
    return [
        "  " * (len(list(link.iterancestors("{*}ol"))) - 1) + (link.text or "")
        for link in nav.iter("{*}a")
    ]


def test_the_contents_nest_as_the_headings_do() -> None:
    made = edition(heading(2, "A"), heading(3, "B"), heading(2, "C"), title="T")

    assert contents(book_of(made)) == ["T", "  A", "    B", "  C"]


def test_the_contents_of_the_blog_are_grouped_by_post() -> None:
    one = edition(heading(2, "A"), title="One", slug="one")
    two = edition(heading(2, "B"), title="Two", slug="two", language="cy")
    (file,) = render_blog(blog_of(one, two))
    book = Book(file)

    assert contents(book) == ["One", "  A", "Two", "  B"]
    assert [e.get("lang") for e in book.xml("nav.xhtml").iter("{*}li")][:4] == [
        *(None, None, "cy", None)
    ]


def test_a_heading_without_words_is_no_line_of_the_contents() -> None:
    made = edition(Heading(2, (sentence(Picture("gone.png", "")),)), title="T")

    assert contents(book_of(made)) == ["T"]


def test_the_contents_are_narrated_with_the_sound_of_the_headings() -> None:
    made = edition(heading(2, "A"), paragraph("Sea."), title="T")
    book = book_of(made)
    clips = {text: (begin, end) for text, _, begin, end in pars(book.xml("posts/a-post/post.smil"))}

    named = pars(book.xml("nav.smil"))

    assert named == [
        ("nav.xhtml#toc-a-post-title", "posts/a-post/post.mp3", *clips["post.xhtml#title"]),
        ("nav.xhtml#toc-a-post-s1", "posts/a-post/post.mp3", *clips["post.xhtml#s1"]),
    ]


def test_a_heading_of_two_sentences_is_heard_to_its_end() -> None:
    made = edition(Heading(2, sentences("Is it the sea?", "It is.")), title="T")
    clips = {p[0]: p[2:] for p in pars(book_of(made).xml("posts/a-post/post.smil"))}

    *_, named = pars(book_of(made).xml("nav.smil"))

    assert named[2:] == (clips["post.xhtml#s1"][0], clips["post.xhtml#s2"][1])


def test_notes_are_a_landmark_where_there_are_notes() -> None:
    marks = [
        [link.get(f"{{{NAMES['epub']}}}type") for link in nav.iter("{*}a")]
        for made in (rich(), edition(paragraph("Sea.")))
        for nav in book_of(made).xml("nav.xhtml").iterfind(".//h:nav[@hidden]", NAMES)
    ]

    assert marks == [["bodymatter", "endnotes"], ["bodymatter"]]
    assert any(isinstance(b, Notes) for b in rich().post.blocks)


def dated(year: int, title: str) -> Edition:
    return edition(
        title=title,
        slug=title.lower(),
        published=datetime(year, 3, 1, tzinfo=UTC),
        placed=datetime(year, 3, 1, tzinfo=UTC),
    )


def parts(*made: Edition) -> list[str]:
    (file,) = render_blog(blog_of(*made))
    nav = Book(file).xml("nav.xhtml").find(".//h:nav[@epub:type='toc']", NAMES)
    assert nav is not None
    return [e.text or "" for e in nav.iter("{*}span", "{*}a")]


def test_the_posts_of_a_blog_are_in_parts_by_year() -> None:
    made = (dated(2026, "New"), dated(2026, "Newer"), dated(2024, "Old"))

    assert parts(*made) == ["2026", "New", "Newer", "2024", "Old"]


def test_posts_of_one_year_or_without_a_date_are_in_no_parts() -> None:
    undated = edition(title="Some day", slug="some-day", published=None)

    assert parts(dated(2026, "New"), dated(2026, "Newer")) == ["New", "Newer"]
    assert parts(dated(2026, "New"), undated) == ["New", "Some day"]
