"""Markup in each of its dialects, and how it is read again."""

from lxml import etree

from formats import walk
from formats.markup import Dialect, blocks_html
from formats.model import (
    Block,
)
from tests.formats.builders import (
    AWKWARD,
    numbered,
    rich_post,
)

POSTS = {**AWKWARD, "rich": rich_post()}


PICTURES = frozenset(p.src for post in POSTS.values() for p in walk.pictures(post.blocks))


WEB = Dialect(xhtml=False, pictures=PICTURES, language="en-GB")


BOOK = Dialect(xhtml=True, pictures=PICTURES, language="en-GB")


NO_PICTURES = Dialect(xhtml=False, pictures=frozenset(), language="en-GB")


HARBOUR = "pictures/harbour.jpg"


def parsed(markup: str) -> etree._Element:
    """The markup as XML, in an element around it; it must be well formed."""
    whole = f'<body xmlns:epub="http://www.idpf.org/2007/ops">{markup}</body>'
    return etree.fromstring(whole, etree.XMLParser(huge_tree=True))


def one(tree: etree._Element, path: str) -> etree._Element:
    """The first element on a path; it must be there."""
    return tree.findall(path)[0]


def words(element: etree._Element) -> str:
    """All text of an element."""
    return "".join(map(str, element.itertext()))


def web(*blocks: Block) -> str:
    """Numbered blocks as they stand on a page."""
    return blocks_html(numbered(*blocks), WEB)
