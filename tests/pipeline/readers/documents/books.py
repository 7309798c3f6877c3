"""Books made for tests: an EPUB with given pages and a table of contents."""

from collections.abc import Mapping

from tests.pipeline.readers.documents.made import packed
from tests.pipeline.readers.shared.drawings import png

_CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
META = """<dc:title>Tides</dc:title><dc:language>cy</dc:language><dc:creator>Ann</dc:creator>
<dc:date>2024-05-31</dc:date><dc:subject>Sea</dc:subject>"""


def page(body: str, attributes: str = "") -> str:
    """A page of a book."""
    return (
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>'
        f"<body {attributes}>{body}</body></html>"
    )


def line(title: str, href: str, inner: str = "") -> str:
    """A line of a table of contents."""
    return f'<li><a href="{href}">{title}</a>{f"<ol>{inner}</ol>" if inner else ""}</li>'


def epub(
    pages: Mapping[str, str], contents: str, *, meta: str = META, **parts: str | bytes
) -> bytes:
    """A book of some pages, read in this order, with the lines of its table of contents."""
    xhtml = 'media-type="application/xhtml+xml"'
    items = "".join(f'<item id="i{n}" href="{name}" {xhtml}/>' for n, name in enumerate(pages))
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    nav = f'<item id="nav" href="nav.xhtml" {xhtml} properties="nav"/>' if contents else ""
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{meta}</metadata>'
        f"<manifest>{nav}{items}</manifest><spine>{refs}</spine></package>"
    )
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OPS/book.opf": package,
            "OPS/nav.xhtml": page(f'<nav epub:type="toc"><ol>{contents}</ol></nav>'),
            "OPS/pictures/ducks.png": png(4, 3),
            **{f"OPS/{name}": text for name, text in pages.items()},
            **parts,
        }
    )
