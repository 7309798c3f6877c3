"""How readers ask for another format: each way that the settings name, and no other."""

import dataclasses
from typing import Any

from lxml import html

from formats.model import Blog, Format
from formats.site import render_blog
from tests.formats.builders import PUBLICATION

ADDRESS = "12 <Cross> Street\nLondon"


def footer(**fields: Any) -> Any:
    """The footer of the index of an empty blog."""
    publication = dataclasses.replace(PUBLICATION, **fields)
    index, *_ = render_blog(Blog(publication, (), ()))
    return html.document_fromstring(index.data.decode()).find(".//footer")


def test_readers_can_ask_by_e_mail_telephone_and_post() -> None:
    ways = footer(telephone="+44 20 7946 0000", address=ADDRESS)

    assert [dt.text for dt in ways.iter("dt")] == ["E-mail", "Telephone", "By post"]
    assert [a.get("href") for a in ways.findall(".//dd/a")] == [
        "mailto:ada@example.org",
        "tel:+442079460000",
    ]
    assert list(ways.find(".//address").itertext()) == ["12 <Cross> Street", "London"]


def test_what_is_not_set_is_not_named() -> None:
    assert [dt.text for dt in footer(telephone="999").iter("dt")] == ["E-mail", "Telephone"]
    assert footer(email="").find(".//h2") is None


def test_a_blog_that_says_nothing_of_itself_names_no_author_no_licence_and_no_address() -> None:
    ways = footer(email="", author="", licence="")
    assert [*ways.iter("h2"), *ways.iter("dl"), *ways.iter("p")] == []


def test_a_talking_book_of_the_blog_is_offered_in_each_version_that_is_made() -> None:
    made = tuple(Format(name) for name in ("index", "blog-daisy202", "blog-daisy3"))
    index, *_ = render_blog(Blog(dataclasses.replace(PUBLICATION, formats=made), (), ()))
    page: Any = html.document_fromstring(index.data.decode())
    (whole,) = page.find_class("whole")

    assert [(a.get("href"), a.text) for a in whole.iter("a")] == [
        (
            f"tide-and-time-{name}.zip",
            f"Every post in one talking book, for DAISY players ({kind})",
        )
        for name, kind in (("daisy202", "DAISY 2.02"), ("daisy3", "DAISY 3"))
    ]
