"""The pages of the large print in a book: their marks in the text, and the list of them."""

from collections.abc import Sequence

from lxml import etree

_XHTML = "{http://www.w3.org/1999/xhtml}"
_TYPE = "{http://www.idpf.org/2007/ops}type"


def page_mark(number: int) -> etree._Element:
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
