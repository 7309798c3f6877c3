"""The pages of the large print, in a book: who listens can find what others have on paper.

A page begins in the book where the first sentence that begins on it does: the end of the sentence
before may stand on it, too.
"""

from collections.abc import Mapping, Sequence

from lxml import etree

_XHTML = "{http://www.w3.org/1999/xhtml}"
_TYPE = "{http://www.idpf.org/2007/ops}type"

_WHOLE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "table", "figcaption", "figure"})
"""What is named by the words in it: the mark of a page stands before it."""


def mark_pages(page: etree._Element, printed: Mapping[str, int]) -> tuple[int, ...]:
    """Put a mark where each printed page begins, and return the numbers of the pages.

    `printed` is the page on which each unit begins.
    """
    last = 0
    for element in list(page.iter("*")):
        number = printed.get(element.get("id", ""), 0)
        for begun in range(last + 1, number + 1):
            _outside(element).addprevious(_mark(begun))
        last = max(last, number)
    return tuple(range(1, last + 1))


def _outside(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    while parent is not None and etree.QName(parent).localname in _WHOLE:
        element, parent = parent, parent.getparent()
    return element


def _mark(number: int) -> etree._Element:
    """A mark without words, which is not heard, but has a name (EPUB Accessibility 1.1, 3.2)."""
    named = {"role": "doc-pagebreak", "aria-label": str(number), _TYPE: "pagebreak"}
    return etree.Element(f"{_XHTML}span", {"id": place(number), **named})


def place(number: int) -> str:
    """The id of the mark of a page."""
    return f"page-{number}"


def page_list(text: str, pages: Sequence[int]) -> str:
    """The list of the pages of a document, for the navigation; "" where there are none."""
    if not pages:
        return ""
    items = "\n".join(f'<li><a href="{text}#{place(n)}">{n}</a></li>' for n in pages)
    named = 'epub:type="page-list" role="doc-pagelist"'
    return f'<nav {named} hidden="hidden">\n<ol>\n{items}\n</ol>\n</nav>\n'
