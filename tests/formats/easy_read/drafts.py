"""Drafts opened again, for the tests of what is in them."""

from lxml import etree, html

from formats import easy_read
from formats.model import (
    Block,
    Edition,
)
from tests.formats.builders import (
    AWKWARD,
    edition,
    rich_post,
)

POSTS = {**AWKWARD, "rich": rich_post()}


def page(whole: Edition) -> etree._Element:
    """The page of an edition, as a browser reads it."""
    (file,) = easy_read.render(whole)
    return html.document_fromstring(file.data.decode())


def body(*blocks: Block, language: str = "en-GB") -> etree._Element:
    """The post's part of the page."""
    return page(edition(*blocks, language=language)).findall(".//div[@id='page-post']")[0]


def words(element: etree._Element) -> str:
    """All text of an element, white space collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())
