"""The elements of a tree and their classes, without the costs that bs4 has for both.

`find_all` makes a filter for each name and asks it for each node: ten times slower than this on
a page of a megabyte. `Tag.decomposed` searches the element for a tag of that name.
"""

from bs4 import Tag


def elements(root: Tag) -> list[Tag]:
    """Every element inside another, in the order of the text."""
    return [node for node in root.descendants if isinstance(node, Tag)]


def is_gone(tag: Tag) -> bool:
    """Whether an element was decomposed, or an element around it."""
    return "_decomposed" in tag.__dict__


def class_names(tag: Tag) -> list[str]:
    """The classes of an element."""
    said = tag.attrs.get("class")
    if not said:
        return []
    return (said if isinstance(said, str) else " ".join(said)).split()
