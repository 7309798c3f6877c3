"""Where the pages of the large print begin in a book: who listens finds what others have on paper.

A page begins in the book where the first sentence that begins on it does: the end of the sentence
before may stand on it, too.
"""

from collections.abc import Callable, Mapping

from lxml import etree

_WHOLE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "table", "figcaption", "figure"})
"""What is named by the words in it: the mark of a page stands before it."""


def mark_pages(
    page: etree._Element, printed: Mapping[str, int], mark: Callable[[int], etree._Element]
) -> tuple[int, ...]:
    """Put a mark where each printed page begins, and return the numbers of the pages.

    `printed` is the page on which each unit begins; `mark` makes the mark of a page.
    """
    last = 0
    for element in list(page.iter("*")):
        number = printed.get(element.get("id", ""), 0)
        for begun in range(last + 1, number + 1):
            _outside(element).addprevious(mark(begun))
        last = max(last, number)
    return tuple(range(1, last + 1))


def _outside(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    while parent is not None and etree.QName(parent).localname in _WHOLE:
        element, parent = parent, parent.getparent()
    return element
