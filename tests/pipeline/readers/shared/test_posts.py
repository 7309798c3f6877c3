"""Each post is under a slug of its own, and has a place though nobody said its date."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from formats.model import Picture
from pipeline.readers import Defaults, read
from pipeline.readers.shared.posts import Shelf, placed, shelve
from pipeline.readers.shared.reading import Draft, Meta
from tests.formats.builders import picture
from tests.pipeline.readers.reading import only_post, reading

POST = "# Title\n\nText."


def shelved(*drafts: Draft, defaults: Defaults | None = None) -> Shelf:
    """What is made of some drafts of the file x."""
    return shelve([("x", draft) for draft in drafts], defaults or Defaults())


def dated(slug: str, year: int, where: str, title: str = "T") -> Draft:
    """A draft of a year, or without a date for 0; an editor's own if it is Markdown."""
    published = datetime(year, 1, 1, tzinfo=UTC) if year else None
    return Draft(Meta(title, slug, published=published), (), where, owned=where.endswith(".md"))


def test_a_second_post_with_a_slug_gets_another_and_the_first_is_named(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.md": POST, "b.md": "---\ntitle: T\nslug: A\n---\n\nText."})
    assert [(post.source, post.slug) for post in found.posts] == [("a.md", "a"), ("b.md", "a-2")]
    (told,) = [finding for finding in found.findings if finding.code == "same-name"]
    assert told.where == "b.md"
    assert "a.md" in told.message
    assert told.remedy


def test_a_new_post_does_not_take_the_address_of_an_old_one() -> None:
    shelf = shelved(dated("a", 2021, "a.md"), dated("a", 2020, "b.md"))

    assert [(post.source, post.slug) for post in shelf.posts] == [("a.md", "a-2"), ("b.md", "a")]


@pytest.mark.parametrize(
    ("year", "own"),
    [
        (2020, dated("a", 2020, "a.md")),
        (2020, dated("a", 2020, "a.md", "A title that is better")),
        (0, dated("a", 0, "a.md")),
        (0, dated("a", 2020, "a.md")),
    ],
)
def test_a_post_of_an_export_that_is_in_the_folder_as_markdown_is_published_once(
    year: int, own: Draft
) -> None:
    shelf = shelved(dated("a", year, "blog.xml"), own)

    assert [post.source for post in shelf.posts] == ["a.md"]
    assert ("post-twice", "blog.xml") in [(told.code, told.where) for told in shelf.findings]


@pytest.mark.parametrize(
    "other",
    [
        dated("a", 2021, "blog.xml"),
        dated("a", 0, "blog.xml", "Another title"),
        dated("b", 2020, "blog.xml"),
    ],
)
def test_another_post_of_an_export_is_published_too(other: Draft) -> None:
    assert len(shelved(other, dated("a", 2020, "a.md")).posts) == 2


def test_a_post_of_another_file_that_has_a_date_is_not_taken_for_one_without() -> None:
    assert len(shelved(dated("a", 2020, "blog.xml"), dated("a", 0, "a.md")).posts) == 2


def test_a_post_that_an_editor_holds_back_is_not_published_from_its_export() -> None:
    held = Draft(Meta("T", "a", withheld="is a draft"), (), "a.md", owned=True)

    assert shelved(dated("a", 0, "blog.xml"), held).posts == ()


def test_two_posts_of_an_editor_are_both_published_though_they_look_alike() -> None:
    assert len(shelved(dated("a", 2020, "a.md"), dated("a", 2020, "b.md")).posts) == 2


def test_defaults_serve_where_a_post_is_silent(tmp_path: Path) -> None:
    moment = datetime(2021, 5, 6, tzinfo=UTC)
    found = reading(tmp_path, {"a.md": POST}, Defaults("cy", "Ann", {"a": moment}))
    post = only_post(found)
    assert (post.language, post.authors, post.published) == ("cy", ("Ann",), moment)
    assert found.findings == ()


def test_an_undated_post_has_a_place_that_no_run_changes(tmp_path: Path) -> None:
    post = only_post(reading(tmp_path, {"a.md": POST}))
    assert post.published is None
    assert post.placed == datetime(2000, 1, 1, 1, 58, 19, tzinfo=UTC)
    assert read(tmp_path, Defaults()).findings[0].code == "undated"
    assert "a = 2000-01-01" in read(tmp_path, Defaults()).findings[0].message


def test_a_post_knows_the_picture_that_stands_for_it_and_its_size(tmp_path: Path) -> None:
    (tmp_path / "lock.png").write_bytes(picture("lock.png", width=64, height=48).data)
    text = "---\ntitle: T\nimage: lock.png\nimage_alt: A lock\n---\n\nText."

    post = only_post(reading(tmp_path, {"a.md": text}))

    assert post.picture == Picture("pictures/lock.png", "A lock")
    assert post.picture_size == (64, 48)


def test_a_picture_that_is_not_there_stands_for_its_post_with_words_alone(tmp_path: Path) -> None:
    text = "---\ntitle: T\nimage: lock.png\n{}---\n\nText."
    described, bare = text.format("image_alt: A lock\n"), text.format("")

    first, second = reading(tmp_path, {"a.md": described, "b.md": bare}).posts

    assert (first.picture, first.picture_size) == (Picture("lock.png", "A lock"), (0, 0))
    assert second.picture is None


def test_a_draft_is_left_out_and_leaves_its_slug_free() -> None:
    shelf = shelved(
        Draft(Meta("T", "a", withheld="is a draft"), (), "a.md"), Draft(Meta("T", "a"), (), "b.md")
    )

    assert [post.source for post in shelf.posts] == ["b.md"]
    assert [finding.code for finding in shelf.findings] == ["draft", "undated"]


def test_what_a_post_says_of_itself_comes_before_the_defaults() -> None:
    defaults = Defaults("cy", "Ann", {"a": datetime(2021, 5, 6, tzinfo=UTC)})
    day = datetime(2020, 1, 2, tzinfo=UTC)

    shelf = shelved(
        Draft(Meta("T", "a", "fr", ("Bo",), published=day), (), "a.md"), defaults=defaults
    )

    (post,) = shelf.posts
    assert (post.language, post.authors, post.published, post.placed) == ("fr", ("Bo",), day, day)


def test_the_stand_in_of_a_later_post_of_a_page_is_a_day_later() -> None:
    assert placed("a", 2) - placed("a", 0) == timedelta(days=2)
    assert placed("a", 0).date() == placed("b", 0).date()
    assert placed("a", 0) != placed("b", 0)


def test_several_posts_without_a_date_are_told_in_one_line_to_copy() -> None:
    shelf = shelved(*(Draft(Meta("T", slug), (), "x") for slug in ("a", "b")))

    (finding,) = shelf.findings
    assert finding.where == "x"
    assert "2 posts have no date" in finding.message
    assert "a = 2000-01-01; b = 2000-01-01" in finding.message


def test_only_an_editors_own_file_is_to_be_changed_in_its_front_matter() -> None:
    draft, post = Meta("T", "a", withheld="is a draft"), Meta("T", "b")
    told = [
        [
            finding.remedy
            for finding in shelved(
                *(Draft(m, (), "x", owned=not e) for m in (draft, post, post))
            ).findings
        ]
        for e in (False, True)
    ]

    assert ["front matter" in remedy for remedy in told[0][:2]] == [True, True]
    assert ["export it again" in remedy for remedy in told[1][:2]] == [True, True]


RULE = Defaults(original="https://a.org/{year}/{month}/{day}/{slug}/")


def test_the_rule_of_the_settings_says_where_a_post_first_appeared() -> None:
    (post,) = shelved(dated("walk", 2020, "a.md"), defaults=RULE).posts

    assert post.original == "https://a.org/2020/01/01/walk/"


def test_a_post_knows_better_than_the_rule_where_it_first_appeared() -> None:
    one = dated("walk", 2020, "a.md")
    own = replace(one, meta=replace(one.meta, original="https://b.org/x"))

    assert shelved(own, defaults=RULE).posts[0].original == "https://b.org/x"


def test_a_post_without_a_date_has_no_address_by_a_rule_that_needs_one() -> None:
    undated = dated("walk", 0, "a.md")

    assert shelved(undated, defaults=RULE).posts[0].original == ""
    plain = Defaults(original="https://a.org/{slug}/")
    assert shelved(undated, defaults=plain).posts[0].original == "https://a.org/walk/"


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("a.md", "with date: in its front matter, or under [dates]"),
        ("a.docx", "in a paragraph with the style Date, or under [dates]"),
        ("a.odt", "in a paragraph with the style Date, or under [dates]"),
        ("a.txt", "on a line below its title, or under [dates]"),
        ("blog.xml", "Set the true date under [dates]"),
    ],
)
def test_where_a_date_goes_is_told_as_the_kind_of_file_wants_it(name: str, how: str) -> None:
    (told,) = shelve([(name, Draft(Meta("T", "a"), (), name))], Defaults()).findings

    assert how in told.remedy


def test_that_an_undated_post_has_no_first_address_by_the_rule_is_told() -> None:
    undated = [("a.md", Draft(Meta("T", "a"), (), "a.md"))]
    (plain,), (dated_rule,) = (
        shelve(undated, Defaults(original=rule)).findings
        for rule in ("https://a.org/{slug}/", "https://a.org/{year}/{slug}/")
    )

    assert "first appeared" not in plain.message
    assert "first appeared" in dated_rule.message
