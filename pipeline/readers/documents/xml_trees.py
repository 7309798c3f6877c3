"""Changing a tree of XML in place; text between elements, which documents do not use, is lost."""

from lxml import etree


def remove(element: etree._Element) -> None:
    """Take an element out of its tree, with all that is in it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def replace(old: etree._Element, new: etree._Element) -> None:
    """Put another element in the place of one."""
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def unwrap(element: etree._Element) -> None:
    """Put the children of an element in its place."""
    for child in list(element):
        element.addprevious(child)
    remove(element)


def parent_name(element: etree._Element) -> str:
    """The name of the element around one, or ""."""
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


def drop_attribute(element: etree._Element, name: str) -> None:
    """Take an attribute off an element, if it has it."""
    if name in element.attrib:
        del element.attrib[name]


def text_of(element: etree._Element | None) -> str:
    """All the text in an element, or "" where there is none."""
    return "" if element is None else "".join(map(str, element.itertext()))
