"""A post that two files of a folder have is published once, and told once for the two files."""

from dataclasses import replace
from datetime import UTC, datetime

from formats.model import Figure, Paragraph, Picture, Sentence, Text
from pipeline.findings import Finding
from pipeline.readers.shared.copies import without_copies
from pipeline.readers.shared.reading import Draft, Meta

MAY = datetime(2026, 5, 3, 9, tzinfo=UTC)
LATER = datetime(2026, 5, 3, 10, tzinfo=UTC)
JUNE = datetime(2026, 6, 3, tzinfo=UTC)


def post(
    words: str, slug: str = "walk", title: str = "A walk", published: datetime | None = MAY
) -> Draft:
    meta = Meta(title, slug, published=published)
    return Draft(meta, (Paragraph((Sentence("", (Text(words),)),)),), "")


def published(*drafts: tuple[str, Draft]) -> tuple[list[str], list[Finding]]:
    """The files whose posts are published, and what is told."""
    kept, told = without_copies(drafts)
    return [name for name, _ in kept], told


def test_the_posts_of_an_export_that_was_taken_twice_are_told_in_one_finding() -> None:
    both = [(name, post("x", slug)) for name in ("a.xml", "b.xml") for slug in ("one", "two")]
    files, (told,) = published(*both)

    assert files == ["a.xml", "a.xml"]
    assert told.code == "post-twice"
    assert told.where == "b.xml"
    assert told.message == "2 posts were left out: the same posts are in a.xml."
    assert "take it out" in told.remedy


def test_a_feed_may_have_another_hour_and_only_the_beginning_of_a_post() -> None:
    files, (told,) = published(
        ("feed.xml", post("We walked", published=LATER)), ("wordpress.xml", post("We walked far"))
    )

    assert files == ["wordpress.xml"]
    assert told.where == "feed.xml"


def test_a_post_whose_address_differs_is_the_same_by_its_words() -> None:
    assert published(("a.xml", post("x")), ("b.xml", post("x", "p-12")))[0] == ["a.xml"]
    assert published(("a.xml", post("x")), ("b.xml", post("y", "p-12")))[0] == ["a.xml", "b.xml"]


def test_posts_without_a_date_are_the_same_only_by_their_words() -> None:
    undated = post("x", published=None)

    assert published(("a.xml", undated), ("b.xml", undated))[0] == ["a.xml"]
    assert published(("a.xml", undated), ("b.xml", post("y", published=None)))[0] == [
        "a.xml",
        "b.xml",
    ]


def test_posts_of_other_days_or_titles_or_of_one_file_are_others() -> None:
    for other in (("b.xml", post("x", published=JUNE)), ("b.xml", post("x", title="A run"))):
        assert published(("a.xml", post("x")), other) == (["a.xml", "b.xml"], [])
    assert published(("a.xml", post("x")), ("a.xml", post("x"))) == (["a.xml", "a.xml"], [])


def test_pictures_without_words_are_the_same_only_if_all_of_them_are() -> None:
    """Many a photograph is a post called “Untitled”."""

    def shown(picture: str) -> Draft:
        figure = Figure("", Picture(picture, "x"), ())
        return replace(post("", "p", "Untitled", None), blocks=(figure,))

    assert published(("a.xml", shown("1.jpg")), ("b.xml", shown("1.jpg")))[0] == ["a.xml"]
    assert published(("a.xml", shown("1.jpg")), ("b.xml", shown("2.jpg")))[0] == ["a.xml", "b.xml"]
