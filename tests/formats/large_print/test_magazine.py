"""A magazine in large print, opened again by poppler."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from formats.errors import FormatError
from formats.large_print.magazine import magazine
from formats.model import Edition, Link, Text
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    RICH_MEDIA,
    edition_of,
    heading,
    paragraph,
    post_of,
    rich_post,
    sentence,
)
from tests.formats.large_print.prints import lines, poppler, sizes
from tests.judging import JAVA, judged

pytestmark = JAVA


def _of(slug: str, href: str, **fields: object) -> Edition:
    words = sentence("See ", Link(href, (Text(f"link of {slug}"),)), ".")
    blocks = (heading(2, "Part"), paragraph(words))
    return edition_of(post_of(*blocks, slug=slug, title=f"Post {slug}", **fields))


ONE, TWO = _of("one", "https://a.example/"), _of("two", "https://b.example/")


def _page(pdf: bytes, number: int) -> list[str]:
    text = poppler("pdftotext", "-f", str(number), "-l", str(number), pdf=pdf)
    bare = text.replace("\u00a0", " ").replace("\u2060", "")
    return [line for line in bare.splitlines() if line.strip()]


def test_the_cover_names_the_blog_and_the_issue_and_says_how_to_ask_for_another_format() -> None:
    blog = replace(PUBLICATION, telephone="020 7946 0000", address="The Quay\nHull")
    cover = "\n".join(_page(magazine((ONE, TWO), blog, "Spring"), 1))

    assert cover.startswith("Tide & Time\nSpring\nThis is large print: 18 point Source Sans Pro.")
    for way in ("https://example.org/", "ada@example.org", "020 7946 0000", "The Quay, Hull"):
        assert way in cover


def test_the_contents_name_each_post_and_not_its_parts_with_its_page() -> None:
    pdf = magazine((ONE, TWO), PUBLICATION)
    contents = [line.rstrip(" .0123456789") for line in _page(pdf, 2)]
    numbers = [line.split()[-1] for line in _page(pdf, 2) if line[-1].isdigit()]

    assert [line for line in contents if line] == [
        "Contents",
        "Post one",
        "Post two",
        "Addresses of the links",
    ]
    assert numbers[:3] == ["3", "4", "5"]


def test_each_post_begins_on_a_page_of_its_own() -> None:
    pdf = magazine((ONE, TWO), PUBLICATION)

    assert _page(pdf, 3)[:2] == ["Post one", "By Ada Shore."]
    assert _page(pdf, 4)[0] == "Post two"


def test_addresses_are_numbered_through_the_issue() -> None:
    found = lines(magazine((ONE, TWO), PUBLICATION))

    assert "See link of one (link 1)." in found
    assert "See link of two (link 2)." in found
    assert found[-2:] == ["1. https://a.example/", "2. https://b.example/"]


@pytest.mark.parametrize(
    ("days", "named"),
    [([5, 5], "5 March 2024"), ([9, 5], "5 March 2024 – 9 March 2024"), ([], "")],
)
def test_an_issue_without_a_title_is_named_by_its_dates(days: list[int], named: str) -> None:
    editions = tuple(
        _of(f"post{n}", "#", published=datetime(2024, 3, day, tzinfo=UTC))
        for n, day in enumerate(days)
    ) or (_of("undated", "#", published=None),)
    cover = _page(magazine(editions, PUBLICATION), 1)

    assert (cover[1] == named) if named else cover[1].startswith("This is large print")


def test_the_address_of_a_preview_is_not_printed() -> None:
    blog = replace(PUBLICATION, base_url="http://localhost:8000/")

    assert "localhost" not in "\n".join(_page(magazine((ONE,), blog), 1))


def test_posts_of_every_kind_are_one_clean_pdf_with_large_letters_alone(tmp_path: Path) -> None:
    posts = (rich_post(slug="one"), rich_post(slug="two"), *AWKWARD.values())
    editions = tuple(edition_of(post, RICH_MEDIA) for post in posts if post.slug != "long")
    path = tmp_path / "magazine.pdf"
    path.write_bytes(magazine(editions, PUBLICATION))

    assert judged("verapdf", path) == ()
    assert min(sizes(path.read_bytes())) >= 18


def test_the_same_posts_give_the_same_bytes() -> None:
    assert magazine((ONE, TWO), PUBLICATION) == magazine((ONE, TWO), PUBLICATION)


def test_a_post_without_a_language_is_named() -> None:
    nameless = edition_of(replace(ONE.post, language=""))
    with pytest.raises(FormatError) as caught:
        magazine((TWO, nameless), PUBLICATION)
    assert "Post one" in caught.value.message


def test_an_issue_that_is_longer_than_a_book_is_refused() -> None:
    long = edition_of(post_of(paragraph("w" * 400_000)))
    other = edition_of(post_of(paragraph("w" * 400_000), slug="b"))
    with pytest.raises(FormatError) as caught:
        magazine((long, other), PUBLICATION)
    assert caught.value.remedy == "Choose fewer posts."
