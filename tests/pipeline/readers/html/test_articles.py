"""The posts of an export become drafts, each under its own name; one that fails, fails alone."""

from datetime import UTC, datetime
from pathlib import Path

from formats.model import Figure, Link, Paragraph
from pipeline.readers.html.articles import drafts
from pipeline.readers.shared.reading import Article, Defaults, File, FileContents, Meta
from tests.growth import grows_evenly
from tests.pipeline.readers.shared.drawings import png


def made(*articles: Article) -> FileContents:
    """The drafts of an export with these posts."""
    return drafts(articles, File(Path(), Path("blog.xml"), "blog.xml", b""), Defaults())


def article(title: str, year: int = 2020, text: str = "<p>Text.</p>") -> Article:
    """A post with a title, a date and a text."""
    return Article(Meta(title, published=datetime(year, 1, 1, tzinfo=UTC)), text)


def test_each_post_has_an_address_from_its_title_and_a_place_from_its_line() -> None:
    found = made(Article(Meta("A tide"), "<p>Text.</p>", first=12))

    assert [(post.meta.slug, post.where) for post in found.drafts] == [("a-tide", "blog.xml:12")]


def test_of_two_with_one_title_the_older_keeps_the_address() -> None:
    found = made(article("Tide", 2021), article("Tide", 2019), article("Tide", 2020))

    assert [post.meta.slug for post in found.drafts] == ["tide-3", "tide", "tide-2"]


def test_the_last_post_of_a_file_is_the_oldest() -> None:
    assert [post.position for post in made(article("A"), article("B")).drafts] == [1, 0]


def test_a_post_that_can_not_be_read_does_not_stop_the_others() -> None:
    found = made(article("A", text=""), article("B"))

    assert [post.meta.title for post in found.drafts] == ["B"]
    assert [error.where for error in found.errors] == ["blog.xml"]


def test_a_withheld_post_needs_no_text() -> None:
    found = made(Article(Meta("A", withheld="is private"), ""))

    assert [post.meta.withheld for post in found.drafts] == ["is private"]


def test_a_relative_link_starts_from_the_page_that_the_post_was_on() -> None:
    text = '<p><a href="../about">About</a></p>'
    (post,) = made(Article(Meta("A"), text, base="https://a.org/blog/one/")).drafts

    (paragraph,) = post.blocks
    assert isinstance(paragraph, Paragraph)
    (link,) = paragraph.sentences[0].inlines
    assert isinstance(link, Link)
    assert link.href == "https://a.org/blog/about"


def test_a_picture_inside_the_file_is_taken_from_it() -> None:
    text = '<p>Text.</p><img src="image1" alt="A dot">'
    (post,) = made(Article(Meta("A"), text, inside={"image1": png()})).drafts

    assert [media.path for media in post.media] == ["pictures/image1.png"]
    assert isinstance(post.blocks[1], Figure)


def test_a_name_that_looks_like_a_second_one_is_not_given_twice() -> None:
    found = made(article("Tide", 2019), article("Tide 2", 2020), article("Tide", 2021))

    assert [post.meta.slug for post in found.drafts] == ["tide", "tide-2", "tide-3"]


def test_thousands_of_posts_with_one_title_take_no_more_than_linear_time() -> None:
    def of_one_title(count: int) -> list[Article]:
        return [Article(Meta("A", withheld="is private"), "") for _ in range(count)]

    found = made(*of_one_title(2_000))
    assert len({post.meta.slug for post in found.drafts}) == 2_000
    assert grows_evenly(lambda articles: made(*articles), of_one_title, 1_000)
