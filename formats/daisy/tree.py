"""A post as both versions of DAISY need it: headings without gaps, notes under a heading.

The elements are those of the EPUB; each version then writes them with its own names.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from formats.model import Edition, Media
from formats.smil.document import post_page
from formats.smil.page_marks import mark_pages
from formats.words import UNWORDED, words

_XHTML = "{http://www.w3.org/1999/xhtml}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEADINGS = {f"{_XHTML}h{level}": level for level in range(1, 7)}

NOTES = "notes"
"""The id of the heading above the notes, which is ours: it is heard with the first note."""


def post_tree(edition: Edition, pictures: Mapping[str, Media], *, paged: bool) -> etree._Element:
    """The post as an element, in the names of XHTML.

    `pictures` are those of the book, by their names in it. Where it is `paged`, the pages of
    the large print are marked.
    """
    names = {media.path: name for name, media in pictures.items()}
    page = post_page(edition, frozenset(names), "")
    (post,) = page.iterchildren(f"{_XHTML}body")
    if paged:
        mark_pages(post, edition.printed, _page_mark)
    for image in post.iter(f"{_XHTML}img"):
        image.set("src", names[image.get("src", "")])
    for figure in list(post.iter(f"{_XHTML}figure")):
        _name_picture(figure)
    for link in [e for e in post.iter(f"{_XHTML}a") if e.get("role") == "doc-backlink"]:
        _drop(link)
    _head_notes(post, edition)
    _close_gaps(post)
    return post[0]


def headings(post: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The headings that one can go to, with their levels from 1 to 6, without gaps."""
    for element in post.iter(*_HEADINGS):
        yield _HEADINGS[str(element.tag)], element


def label(element: etree._Element) -> str:
    """The words of an element on one line: with those of its pictures, without marks of notes."""
    return " ".join("".join(_words(element)).split())


def _words(element: etree._Element) -> Iterator[str]:
    if element.tag == f"{_XHTML}img":
        yield element.get("alt", "")
    if element.get("role") != "doc-noteref":
        yield element.text or ""
        for child in element.iterchildren("*"):
            yield from _words(child)
            yield child.tail or ""


def _page_mark(number: int) -> etree._Element:
    named = {"id": f"page-{number}", "class": "page-normal"}
    mark = etree.Element(f"{_XHTML}span", named)
    mark.text = str(number)
    return mark


def _name_picture(figure: etree._Element) -> None:
    """What is spoken of a figure are the words of its picture, and not its caption."""
    unit = figure.attrib.pop("id", "")
    figure[0].set("id", unit)


def _drop(link: etree._Element) -> None:
    """Take out a way back to the text: a player goes on from a note by itself."""
    paragraph = link.getparent()
    assert paragraph is not None
    around = paragraph.getparent()
    assert around is not None
    around.remove(paragraph)


def _head_notes(post: etree._Element, edition: Edition) -> None:
    for section in post.iter(f"{_XHTML}section"):
        if section.get("role") == "doc-endnotes":
            ours = words(edition.post.language)
            heading = etree.Element(f"{_XHTML}h2", {"id": NOTES})
            heading.text = ours.page.notes
            if ours is UNWORDED:
                heading.attrib.update({"lang": ours.language, _LANG: ours.language})
            section.insert(0, heading)


def _close_gaps(post: etree._Element) -> None:
    """Headings one level below the one above them; inside a list or a quote, plain paragraphs.

    Players go from heading to heading, and a text has none inside of something else.
    """
    opened: list[int] = []
    for level, element in list(headings(post)):
        parent = element.getparent()
        kind = "" if parent is None else etree.QName(parent).localname
        if level > 1 and (kind != "section" or not label(element)):
            element.tag = f"{_XHTML}p"
            continue
        while opened and opened[-1] >= level:
            opened.pop()
        opened.append(level)
        element.tag = f"{_XHTML}h{len(opened)}"
