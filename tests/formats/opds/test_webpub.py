"""The catalog in JSON follows the schema of OPDS 2.0, whatever the posts say."""

import copy
from typing import Any

import pytest

from tests.formats.builders import AWKWARD, paragraph, post_of
from tests.formats.opds.catalogs import blog, many, offered, publications
from tests.formats.opds.rules import catalog_problems

FULL = post_of(paragraph("Sea."), summary="Blue.", tags=("salt",))


def test_every_post_is_listed_by_the_schema() -> None:
    posts = [offered(post, "epub", "mp3", "jpg") for post in AWKWARD.values()]

    value = publications(blog(*posts))

    assert catalog_problems(value) == []
    assert len(value["publications"]) == len(posts)
    assert catalog_problems(publications(blog())) == []


BROKEN: dict[str, Any] = {
    "no metadata": lambda v: v.pop("metadata"),
    "no title": lambda v: v["metadata"].pop("title"),
    "no link to itself": lambda v: v["links"].pop(0),
    "no publications": lambda v: v.pop("publications"),
    "a page nought": lambda v: v["metadata"].update(currentPage=0),
    "a link without an address": lambda v: v["links"][0].pop("href"),
    "a publication without a title": lambda v: v["publications"][0]["metadata"].pop("title"),
    "a language that is none": lambda v: v["publications"][0]["metadata"].update(language="en GB"),
    "a date that is none": lambda v: v["publications"][0]["metadata"].update(modified="May"),
    "a day that is none": lambda v: v["publications"][0]["metadata"].update(published="May"),
    "an id that is none": lambda v: v["publications"][0]["metadata"].update(identifier="a"),
    "nothing to be had": lambda v: v["publications"][0]["links"].pop(0),
    "no picture": lambda v: v["publications"][0].pop("images"),
    "a drawing alone": lambda v: v["publications"][0]["images"][0].update(type="image/svg+xml"),
    "sound without length": lambda v: v["publications"][0]["links"][0].update(duration=0),
    "a media type that is none": lambda v: v["publications"][0]["links"][0].update(type="book"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_catalog_is_refused(name: str) -> None:
    value = copy.deepcopy(publications(blog(offered(FULL, "epub"))))
    BROKEN[name](value)

    assert catalog_problems(value)


def test_a_publication_has_what_the_post_says() -> None:
    (found,) = publications(blog(offered(FULL, "epub", "mp3", "jpg")))["publications"]
    said = found["metadata"]

    assert (said["@type"], said["title"]) == ("http://schema.org/EBook", "A post")
    assert (said["author"], said["subject"], said["published"]) == (
        ["Ada Shore"],
        ["salt"],
        "2024-03-05",
    )
    assert found["images"] == [
        {"href": "https://example.org/posts/a-post/cover.jpg", "type": "image/jpeg"}
    ]
    assert [link["type"] for link in found["links"]] == [
        "application/epub+zip",
        "audio/mpeg",
        "text/html",
    ]
    assert found["links"][1]["duration"] >= 1


def test_a_post_that_can_only_be_heard_is_an_audiobook() -> None:
    (found,) = publications(blog(offered(FULL, "mp3")))["publications"]

    assert found["metadata"]["@type"] == "http://schema.org/Audiobook"
    assert found["images"][0]["href"] == "https://example.org/cover.jpg"


def test_a_page_says_which_it_is() -> None:
    value = publications(many(150), "opds-2.json")

    assert catalog_problems(value) == []
    assert value["metadata"]["numberOfItems"] == 150
    assert (value["metadata"]["currentPage"], len(value["publications"])) == (2, 50)
