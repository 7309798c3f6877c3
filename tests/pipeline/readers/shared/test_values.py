"""What front matter says of its post; a wrong value is left out and told with its line."""

from pathlib import Path

import pytest

from formats.model import Picture
from pipeline.errors import ReadError
from pipeline.readers.shared.reading import Meta
from pipeline.readers.shared.values import Fields, Value, meta
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
