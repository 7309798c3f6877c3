"""The catalog in Atom follows the rules of OPDS 1.2, whatever the posts say."""

import re

import pytest
from lxml import etree

from tests.formats.builders import AWKWARD, HOSTILE, paragraph, post_of
from tests.formats.opds.catalogs import atom, blog, files, many, offered
from tests.formats.opds.rules import ACQUISITION, A, feed_problems

FULL = post_of(
    paragraph("Sea."), summary="Blue & wide.", tags=("salt",), authors=("Ada Shore", "Ben")
)


def test_every_post_is_listed_by_the_rules() -> None:
    posts = [offered(post, "epub", "mp3", "jpg") for post in AWKWARD.values()]

    root = atom(blog(*posts, offered(post_of(paragraph("A."), title=HOSTILE, slug="h"), "mp3")))

    assert feed_problems(root) == []
    assert len(root.findall(f"{A}entry")) == len(posts) + 1


def test_a_catalog_without_books_follows_the_rules() -> None:
    assert feed_problems(atom(blog())) == []


BROKEN = {
    "an id is missing": (r"<id>.*?</id>", ""),
    "a title is empty": (r"<title>A post</title>", "<title/>"),
    "a date is no moment": (r"2024-03-05T09:30:00\+00:00", "5 March"),
    "nothing can be had": (ACQUISITION, "http://opds-spec.org/other"),
    "what can be had has no type": (r' type="application/epub\+zip"', ""),
    "an address has a space": (r"a-post\.epub", "a post.epub"),
    "a media type is none": (r"application/epub\+zip", "book"),
    "it does not say where it is": (r'rel="self"', 'rel="other"'),
    "it is no acquisition feed": ("kind=acquisition", "kind=navigation"),
    "two ids are the same": (r"<id>.*?</id>", "<id>urn:uuid:1</id>"),
    "the summary is markup": (r'<summary type="text">', '<summary type="html">'),
    "the title is said in Dublin Core": (r"</entry>", "<dc:title>A</dc:title></entry>"),
    "the picture is a drawing": ("image/jpeg", "image/svg+xml"),
    "something is for sale": ("acquisition/open-access", "acquisition/buy"),
    "nobody wrote it": (r"(?s)<author>.*?</author>", ""),
    "two pages of one kind": (
        r"</entry>",
        '<link rel="alternate" type="text/html" href="https://a.org/"/></entry>',
    ),
    "it is another feed": (r"feed\b", "rss"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_catalog_is_refused(name: str) -> None:
    pattern, other = BROKEN[name]
    text = files(blog(offered(FULL, "epub", "jpg")))["opds.xml"].decode()
    broken = re.sub(pattern, other, text)

    assert broken != text
    assert feed_problems(etree.fromstring(broken.encode()))


def test_an_entry_has_what_the_post_says_and_its_files_with_their_sizes() -> None:
    (entry,) = atom(blog(offered(FULL, "epub", "mp3", "jpg"))).findall(f"{A}entry")
    links = [
        (link.get("rel"), link.get("href"), link.get("length")) for link in entry.iter(f"{A}link")
    ]
    base = "https://example.org/posts/a-post/"

    assert [entry.findtext(f"{A}{name}") for name in ("title", "summary")] == [
        "A post",
        "Blue & wide.",
    ]
    assert [a.findtext(f"{A}name") for a in entry.iter(f"{A}author")] == ["Ada Shore", "Ben"]
    assert (f"{ACQUISITION}/open-access", f"{base}a-post.epub", "1001") in links
    assert (f"{ACQUISITION}/open-access", f"{base}a-post.mp3", "1001") in links
    assert ("http://opds-spec.org/image", f"{base}cover.jpg", None) in links


def test_a_post_without_a_date_has_none_that_is_said_to_be_its_own() -> None:
    undated = post_of(paragraph("Sea."), published=None)

    assert b"dc:issued" not in files(blog(offered(undated, "epub")))["opds.xml"]


def test_an_id_outlives_title_and_date() -> None:
    later = post_of(paragraph("Sea."), title="Another", published=None)
    ids = [atom(blog(offered(post, "epub"))).findtext(f"{A}entry/{A}id") for post in (FULL, later)]

    assert ids[0] == ids[1]


def test_the_pages_of_a_catalog_lead_to_each_other() -> None:
    root = atom(many(201), "opds-2.xml")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{A}link")}

    assert feed_problems(root) == []
    assert links["self"] == "https://example.org/opds-2.xml"
    assert (links["previous"], links["next"]) == (
        "https://example.org/opds.xml",
        "https://example.org/opds-3.xml",
    )
    assert (links["start"], links["last"]) == (links["first"], links["next"])
