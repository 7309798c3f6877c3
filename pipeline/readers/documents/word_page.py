"""A web page that Word saved: lists are paragraphs, notes are boxes, and most of it is not HTML.

With "Web Page, Filtered", the signs of lists are only spans of a certain size of type.
"""

import re
from collections import defaultdict
from html import unescape

from bs4 import BeautifulSoup, Tag

from pipeline.readers.documents import properties
from pipeline.readers.documents.flat_lists import LEVEL, NUMBER, nest, number_of
from pipeline.readers.documents.one_post import DocumentPage, one_post
from pipeline.readers.documents.saved_page import (
    css,
    drop_same_languages,
    gather_notes,
    has_class,
    language_of,
    named_as_page,
)
from pipeline.readers.html.document import parse
from pipeline.readers.shared.files import beginning, decode
from pipeline.readers.shared.reading import Defaults, File, FileContents, Meta

_WORD = re.compile(
    r"urn:schemas-microsoft-com:office:word|content=\"?(?:Word\.Document|Microsoft Word)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"<o:Author>([^<]{1,200})</o:Author>")
_SCHEME = re.compile(r"\bl(\d+) level(\d+)")
_LENGTH = re.compile(r"(-?[\d.]+)(pt|cm|mm|in|px)")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75}
_STEP = 36  # points by which Word indents a level of a list
_SIGN_SIZE = "7.0pt"
_DROPPED = ["xml", "script", "style", "meta", "link", "title"]
_LISTS = ("MsoListParagraph", "MsoListBullet", "MsoListNumber")


def claims(name: str, head: bytes) -> bool:
    """A page with the names that Word gives its own elements, or that says Word made it."""
    return named_as_page(name) and bool(_WORD.search(beginning(head)))


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in a page saved by Word; `ReadError` where there is none."""
    source = decode(file)
    soup = parse(source.text)
    title = properties.title(soup.title.get_text()) if soup.title else ""
    language = language_of(soup)
    body = soup.body or soup
    lost = _clear(body)
    drop_same_languages(body, language or defaults.language)
    _list_paragraphs(body)
    nest(body)
    gather_notes(body)
    _style(body, soup)
    authors = properties.people(map(unescape, _AUTHOR.findall(source.text)[:1]))
    meta = Meta(title=title, language=language, authors=authors)
    return one_post(DocumentPage(body, meta, lost=lost), source, defaults)


def _clear(body: Tag) -> tuple[str, ...]:
    """Leave out what is not text of the post; the names of what people may miss."""
    contents = [tag for tag in body.find_all("p") if has_class(tag, "MsoToc")]
    for tag in [*body.find_all(_is_no_text), *contents]:
        if not tag.decomposed:
            tag.decompose()
    for tag in body.find_all(lambda tag: ":" in tag.name or tag.name == "ins"):
        tag.unwrap()
    return ("the table of contents",) if contents else ()


def _is_no_text(tag: Tag) -> bool:
    if tag.name in _DROPPED or tag.name == "del" or tag.name.startswith("v:"):
        return True
    if has_class(tag, "MsoCommentReference", "msocom"):
        return True
    style = css(tag) if tag.has_attr("style") else {}
    hidden = style.get("display") == "none" or "mso-hide" in style
    return hidden or style.get("mso-element") in {"comment-list", "header", "footer"}


# --- lists ------------------------------------------------------------------------------


def _list_paragraphs(body: Tag) -> None:
    """Say of each paragraph with a sign of a list how deep and which it is; remove the sign."""
    counted: dict[str, list[int]] = defaultdict(lambda: [0] * 10)
    for paragraph in body.find_all("p"):
        sign = _sign(paragraph)
        if sign is None:
            continue
        scheme = _SCHEME.search(css(paragraph).get("mso-list", ""))
        level = int(scheme[2]) - 1 if scheme else _indented(paragraph)
        level = max(0, min(level, 8))
        numbers = counted[scheme[1] if scheme else ""]
        number = number_of(sign.get_text().strip(), numbers[level] + 1)
        numbers[level:] = [number or 0, *[0] * (9 - level)]
        paragraph[LEVEL], paragraph[NUMBER] = str(level), "" if number is None else str(number)
        sign.extract()


def _sign(paragraph: Tag) -> Tag | None:
    """The element with the number or the bullet of a paragraph in a list."""
    if "mso-list" in css(paragraph):
        spans = paragraph.find_all("span", style=True, limit=6)
        return next((span for span in spans if css(span).get("mso-list") == "ignore"), None)
    if not has_class(paragraph, *_LISTS):
        return None
    for span in paragraph.find_all("span", style=True, limit=4):
        inner = span.find("span", style=True)
        if inner is not None and css(inner).get("font", "").startswith(_SIGN_SIZE):
            return span
    return None


def _indented(paragraph: Tag) -> int:
    margin = _LENGTH.match(css(paragraph).get("margin-left", "36pt"))
    return round(float(margin[1]) * _POINTS[margin[2]] / _STEP) - 1 if margin else 0


# --- styles -----------------------------------------------------------------------------


def _style(body: Tag, maker: BeautifulSoup) -> None:
    """Put what the styles of Word mean into elements and the classes of a document's page."""
    for paragraph in body.find_all("p", class_=True):
        if has_class(paragraph, "MsoTitle"):
            paragraph["class"] = "title"
        elif has_class(paragraph, "MsoCaption"):
            paragraph["class"] = "caption"
        elif has_class(paragraph, "MsoQuote", "MsoIntenseQuote", "MsoBlockText"):
            paragraph.wrap(maker.new_tag("blockquote"))
