"""What front matter says of its post; a wrong value is left out and told with its line."""

from pathlib import Path

import pytest

from formats.model import Picture
from pipeline.errors import ReadError
from pipeline.readers.shared.reading import Meta
from pipeline.readers.shared.values import Fields, Value, base, linked, meta
from tests.pipeline.readers.reading import only_post, reading


def test_words_that_yaml_takes_for_values_stay_words(tmp_path: Path) -> None:
    post = only_post(reading(tmp_path, {"p.md": "---\ntitle: 2020\ntags: no\n---\n\nText."}))
    assert (post.title, post.tags) == ("2020", ("no",))


def test_a_value_of_the_wrong_kind_is_left_out_and_told_with_its_line(tmp_path: Path) -> None:
    matter = (
        "---\ntitle: T\ndate: soon\nlang: '!'\nauthors: [{x: 1}]\nimage: []\ndraft: maybe\n---\n"
    )
    found = reading(tmp_path, {"p.md": matter + "\nText."})
    post = only_post(found)
    assert (post.published, post.language, post.authors) == (None, "en-GB", ())
    told = {f.where for f in found.findings if f.code == "front-matter-value"}
    assert told == {"p.md:3", "p.md:4", "p.md:5", "p.md:7"}


def test_a_key_that_is_nearly_one_that_counts_is_told(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.md": "---\ntitle: T\ndrfat: true\nlayout: post\n---\n\nText."})
    assert [(f.code, f.where) for f in found.findings if f.code != "undated"] == [
        ("front-matter-key", "p.md:3")
    ]


def meta_of(**values: Value) -> tuple[Meta, list[tuple[str, str]]]:
    """What some keys come to, and what was told of which line; each key has a line."""
    lines = {key: number for number, key in enumerate(values, 2)}
    found, findings = meta(Fields("a.md", values, lines))
    return found, [(finding.code, finding.where) for finding in findings]


def test_one_line_is_a_list_of_tags_and_one_person() -> None:
    found, told = meta_of(tags="a, b,,c", author="King, Martin")

    assert (found.tags, found.authors, told) == (("a", "b", "c"), ("King, Martin",), [])


def test_a_key_of_the_same_meaning_serves_where_the_first_is_empty() -> None:
    found, told = meta_of(summary="~", description="D", excerpt="E")

    assert (found.summary, told) == ("D", [])


@pytest.mark.parametrize(
    ("values", "draft"),
    [({"draft": "Yes"}, True), ({"published": "off"}, True), ({"draft": "0"}, False), ({}, False)],
)
def test_a_draft_may_be_said_in_several_words(values: dict[str, Value], draft: bool) -> None:  # noqa: FBT001 - a case
    assert bool(meta_of(**values)[0].withheld) is draft


def test_a_picture_may_be_named_with_its_words_inside_or_beside() -> None:
    inside, _ = meta_of(image={"path": "a.png", "alt": "An A"})
    beside, _ = meta_of(cover="a.png", image_alt="An A")
    between, _ = meta_of(image={"path": "a.png"}, image_alt="An A")

    assert inside.picture == beside.picture == between.picture == Picture("a.png", "An A")


def test_a_picture_without_an_address_is_told() -> None:
    found, told = meta_of(title="T", image={"alt": "An A"})

    assert (found.picture, told) == (None, [("front-matter-value", "a.md:3")])


def test_a_title_that_is_no_line_of_text_is_refused() -> None:
    with pytest.raises(ReadError, match="not a line of text") as caught:
        meta_of(title=["a"])
    assert caught.value.where == "a.md:2"


@pytest.mark.parametrize("key", ["pubDate", "publishDate", "date_published", "published"])
def test_a_date_has_the_name_that_its_generator_gives_it(key: str) -> None:
    found, told = meta_of(**{key.lower(): "2026-10-14"})
    assert (str(found.published)[:10], found.withheld, told) == ("2026-10-14", "", [])


def test_a_date_that_can_be_read_in_two_ways_is_told() -> None:
    found, told = meta_of(date="03/04/2026")
    assert (str(found.published)[:10], told) == ("2026-04-03", [("date-order", "a.md:2")])


def test_the_region_of_the_post_says_how_its_dates_are_read() -> None:
    found, _ = meta_of(date="03/04/2026", lang="en-US")
    assert str(found.published)[:10] == "2026-03-04"


def test_a_picture_has_the_name_that_its_generator_gives_it() -> None:
    found, told = meta_of(heroimage="a.png", heroimagealt="A lock")
    assert (found.picture, told) == (Picture("a.png", "A lock"), [])
    found, _ = meta_of(images=["b.png"])
    assert found.picture == Picture("b.png", None)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"status": "Draft"}, "is a draft"),
        ({"visibility": "private"}, "is private"),
        ({"unlisted": "true"}, "is not listed"),
        ({"password": "x"}, "is protected by a password"),
        ({"status": "published"}, ""),
    ],
)
def test_what_is_not_public_is_withheld(values: dict[str, Value], why: str) -> None:
    assert meta_of(**values)[0].withheld == why


def test_the_key_of_a_person_becomes_a_name() -> None:
    assert meta_of(authors=["ada-example", "Bo", "jean-luc Jones"])[0].authors == (
        "Ada Example",
        "Bo",
        "jean-luc Jones",
    )


def test_a_title_may_be_named_in_the_language_of_the_blog() -> None:
    assert meta_of(titre="Un mot : deux")[0].title == "Un mot : deux"


def test_a_post_that_points_to_another_page_has_words_an_address_and_a_site() -> None:
    fields: dict[str, Value] = {"deck": "Words.", "source_url": "https://a.org/x", "source": "gsa"}
    assert linked(Fields("a.md", fields, {})) == ("Words.", "https://a.org/x", "a.org")
    assert linked(Fields("a.md", fields | {"source": "A Site"}, {}))[2] == "A Site"
    assert linked(Fields("a.md", {"link": "javascript:x"}, {})) == ("", "", "")


def test_relative_links_start_from_the_posts_own_address() -> None:
    assert base(Fields("a.md", {"canonical_url": "https://a.org/b/"}, {})) == "https://a.org/b/"
    assert base(Fields("a.md", {"canonical_url": "/b/"}, {})) == ""
