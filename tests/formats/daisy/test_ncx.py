"""The NCX: headings inside headings, pages, and the order in which they are heard."""

from lxml import etree

from tests.formats.builders import edition, paragraph
from tests.formats.daisy.talking_books import blog3, daisy3, rich

NCX = "{http://www.daisy.org/z3986/2005/ncx/}"


def labels(parent: etree._Element) -> list[str]:
    found = (p.find(f"{NCX}navLabel/{NCX}text") for p in parent.iterchildren(f"{NCX}navPoint"))
    return [label.text or "" for label in found if label is not None]


def test_headings_are_inside_the_headings_above_them() -> None:
    (whole,) = daisy3(rich()).xml("book.ncx").iter(f"{NCX}navMap")
    title = whole[0]

    assert labels(whole) == ["Salt & <Light>"]
    assert labels(title) == ["Water", "Things that stand by themselves", "Notes"]
    assert labels(title.findall(f"{NCX}navPoint")[0]) == ["Deeper"]


def test_each_post_of_a_blog_is_a_point_of_the_first_level() -> None:
    book = blog3(rich(), edition(paragraph("Mer."), slug="other", title="La mer", language="fr"))
    (whole,) = book.xml("book.ncx").iter(f"{NCX}navMap")

    assert labels(whole) == ["Salt & <Light>", "La mer"]
    own = whole[1].find(f"{NCX}navLabel")
    assert own is not None
    assert own.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"


def test_headings_and_pages_are_numbered_together_by_their_time() -> None:
    root = daisy3(rich()).xml("book.ncx")
    order = {e.get("id"): e.get("playOrder") for e in root.iter("*") if e.get("playOrder")}

    assert sorted(map(int, filter(None, order.values()))) == list(range(1, 10))
    assert order["page-1"] == "2"


def test_a_heading_is_heard_with_its_own_sound_and_that_of_the_notes_with_none() -> None:
    root = daisy3(rich()).xml("book.ncx")
    heard: dict[str | None, etree._Element | None] = {
        p.findtext(f"{NCX}navLabel/{NCX}text"): p.find(f"{NCX}navLabel/{NCX}audio")
        for p in root.iter(f"{NCX}navPoint")
    }

    assert heard["Notes"] is None
    water = heard["Water"]
    assert water is not None
    assert dict(water.items()) == {
        "src": "s0002.mp3",
        "clipBegin": "0:00:00.000",
        "clipEnd": "0:00:00.600",
    }


def test_it_counts_its_levels_and_its_pages() -> None:
    book = daisy3(rich())

    assert book.said("book.ncx", "dtb:depth") == ["3"]
    assert book.said("book.ncx", "dtb:totalPageCount") == ["4"]
    assert book.said("book.ncx", "dtb:maxPageNumber") == ["4"]
