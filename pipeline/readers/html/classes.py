"""The elements of a tree and their classes, without the costs that bs4 has for both.

`find_all` makes a filter for each name and asks it for each node: ten times slower than this on
a page of a megabyte. `Tag.decomposed` searches the element for a tag of that name.
"""

from collections.abc import Collection, Iterator

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString


def elements(root: Tag) -> list[Tag]:
    """Every element inside another, in the order of the text."""
    return [node for node in root.descendants if isinstance(node, Tag)]


def children(tag: Tag, names: Collection[str]) -> list[Tag]:
    """The elements of some names directly inside another."""
    return [node for node in tag.contents if isinstance(node, Tag) and node.name in names]


def within(tag: Tag) -> Iterator[PageElement]:
    """Everything inside an element, in order; one that is stopped early has cost little."""
    ahead = list(reversed(tag.contents))
    while ahead:
        node = ahead.pop()
        yield node
        if isinstance(node, Tag):
            ahead += reversed(node.contents)


def short_text(tag: Tag, most: int) -> str | None:
    """The text of an element on one line; None if it has more than `most` signs."""
    parts: list[str] = []
    size = 0
    for nodes, node in enumerate(within(tag)):
        if nodes > most // 4 + 100:  # no line has so many elements
            return None
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            parts.append(node)
            size += len(node.strip())
            if size > most:
                return None
    text = " ".join(" ".join(parts).split())
    return text if len(text) <= most else None


def is_gone(tag: Tag) -> bool:
    """Whether an element was decomposed, or an element around it."""
    return "_decomposed" in tag.__dict__


def class_names(tag: Tag) -> list[str]:
    """The classes of an element."""
    said = tag.attrs.get("class")
    if not said:
        return []
    return (said if isinstance(said, str) else " ".join(said)).split()
