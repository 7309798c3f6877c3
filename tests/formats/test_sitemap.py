"""The sitemap lists what search engines may show from here, with the dates of posts alone."""

import dataclasses
from datetime import UTC, datetime
from urllib.robotparser import RobotFileParser

from lxml import etree

from formats import sitemap
from formats.model import Blog
from formats.registry import chosen
from tests.formats.builders import PUBLICATION, blog_of, edition, paragraph

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
BASE = "https://example.org/"


def files(blog: Blog, most: int = sitemap.MOST) -> dict[str, bytes]:
    """What is made, by name."""
    return {file.path: file.data for file in sitemap.files(blog, most)}


def listed(data: bytes, entry: str = "url") -> dict[str, str]:
    """The addresses of a sitemap, with their dates."""
    root = etree.fromstring(data)
    return {
        one.findtext("s:loc", "", NS): one.findtext("s:lastmod", "", NS)
        for one in root.findall(f"s:{entry}", NS)
    }


def test_the_index_and_each_post_are_listed_with_the_dates_of_posts() -> None:
    changed = datetime(2025, 1, 2, tzinfo=UTC)
    blog = blog_of(
        edition(paragraph("A."), slug="a", updated=changed), edition(paragraph("B."), slug="b")
    )

    assert listed(files(blog)["sitemap.xml"]) == {
        BASE: "2025-01-02T00:00:00+00:00",
        **({f"{BASE}accessibility.html": ""} if PUBLICATION.makes("statement") else {}),
        f"{BASE}posts/a/index.html": "2025-01-02T00:00:00+00:00",
        f"{BASE}posts/b/index.html": "2024-03-05T09:30:00+00:00",
    }


def test_a_post_without_a_date_has_none() -> None:
    blog = blog_of(edition(paragraph("A."), slug="a", published=None))

    assert set(listed(files(blog)["sitemap.xml"]).values()) == {""}


def test_a_post_that_first_appeared_elsewhere_is_not_listed() -> None:
    blog = blog_of(edition(paragraph("A."), slug="a", original="https://a.org/a"))

    assert f"{BASE}posts/a/index.html" not in listed(files(blog)["sitemap.xml"])


def test_a_blog_without_an_address_has_neither_file() -> None:
    preview = dataclasses.replace(PUBLICATION, base_url="http://localhost:8000/")

    assert files(blog_of(edition(paragraph("A.")), publication=preview)) == {}


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    robots = RobotFileParser()
    robots.parse(files(blog_of())["robots.txt"].decode().splitlines())

    assert robots.can_fetch("Anybot", f"{BASE}posts/a/index.html")
    assert robots.site_maps() == [f"{BASE}sitemap.xml"]


def test_a_list_that_is_too_long_for_one_file_is_cut() -> None:
    bare = dataclasses.replace(PUBLICATION, formats=chosen(()))
    blog = blog_of(*(edition(paragraph("A."), slug=s) for s in "abcd"), publication=bare)

    made = files(blog, 2)
    parts = [*listed(made["sitemap.xml"], "sitemap")]

    assert parts[:2] == [f"{BASE}sitemap-1.xml", f"{BASE}sitemap-2.xml"]
    assert all(len(listed(made[part.removeprefix(BASE)])) <= 2 for part in parts)
