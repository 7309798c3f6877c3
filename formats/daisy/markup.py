"""The text of a post in the names of another vocabulary than XHTML 5."""

from collections.abc import Callable, Collection

from lxml import etree

_ALLOWED = frozenset({"id", "class", "href", "src", "alt", "title", "start", "scope", "dir"}) | {
    "colspan",
    "rowspan",
    "{http://www.w3.org/XML/1998/namespace}lang",
}
"""The attributes that both vocabularies have."""


def renamed(
    tree: etree._Element, change: Callable[[etree._Element, str], str], also: Collection[str]
) -> None:
    """Give each element the name that `change` answers for it and its name; "" for the same.

    Attributes that the vocabulary lacks go; it has those of `also`. The tree stands alone
    afterwards, without namespaces.
    """
    for element in list(tree.iter("*")):
        name = etree.QName(element).localname
        element.tag = change(element, name) or name
        for attribute in list(element.attrib):
            if attribute not in _ALLOWED and attribute not in also:
                del element.attrib[attribute]
    around = tree.getparent()
    if around is not None:
        around.remove(tree)
    etree.cleanup_namespaces(tree)


def unwrap(element: etree._Element) -> None:
    """Put what is in an element in its place; there is no text of its own in it."""
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    children = list(element)
    parent[at : at + 1] = children
    if children:
        children[-1].tail = element.tail


def whole_tables(tree: etree._Element) -> None:
    """Make tables whole: both vocabularies want rows of a body, or there is no table.

    The rows of a table that has headers alone are its body; a caption alone is a paragraph.
    """
    for table in list(tree.iter("table")):
        head, body = table.find("thead"), table.find("tbody")
        if body is None and head is not None:
            head.tag = "tbody"
        elif body is None:
            table.tag = "div"
            for caption in table:
                caption.tag = "p"


def written(tree: etree._Element) -> str:
    """An element as markup."""
    tree.tail = None
    return etree.tostring(tree, encoding="unicode")
