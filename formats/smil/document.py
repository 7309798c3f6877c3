"""The pages of a book: a post's opening, its blocks, its closing."""

from collections.abc import Iterable

from lxml import etree

from formats.markup import Dialect, blocks_html, escape, language_attributes, sentences_html
from formats.model import Edition, Sentence
from formats.smil.structure import name_structures

_PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"\
{language}>
<head>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="{style}"/>
</head>
<body>
{body}
</body>
</html>"""

_POST = """<section id="post" epub:type="chapter" role="doc-chapter" aria-labelledby="title">
<header>
<h1>{title}</h1>
{opening}
</header>
{blocks}{closing}
</section>"""


def page_of(language: str, title: str, style: str, body: str) -> etree._Element:
    """An XHTML page; `style` is the address of the stylesheet, relative to it."""
    attributes = language_attributes(language, xhtml=True)
    filled = _PAGE.format(language=attributes, title=escape(title), style=style, body=body)
    return etree.fromstring(filled.encode(), etree.XMLParser(huge_tree=True))


def post_page(edition: Edition, pictures: frozenset[str], style: str) -> etree._Element:
    """The page of a post; `pictures` are the paths of those that the book has."""
    post = edition.post
    dialect = Dialect(xhtml=True, pictures=pictures, language=post.language)
    title, *opening = edition.opening
    body = _POST.format(
        title=sentences_html((title,), dialect),
        opening=_paragraphs(opening, dialect),
        blocks=blocks_html(edition.body, dialect),
        closing=_footer(edition, dialect),
    )
    page = page_of(post.language, post.title, style, body)
    name_structures(page)
    return page


def _footer(edition: Edition, dialect: Dialect) -> str:
    closing = _paragraphs(edition.closing, dialect)
    return f"\n<footer>\n{closing}\n</footer>" if closing else ""


def _paragraphs(sentences: Iterable[Sentence], dialect: Dialect) -> str:
    return "\n".join(f"<p>{sentences_html((s,), dialect)}</p>" for s in sentences)


def written(page: etree._Element) -> bytes:
    """A page as a file."""
    doctype = "<!DOCTYPE html>"
    return etree.tostring(page, encoding="utf-8", xml_declaration=True, doctype=doctype)
