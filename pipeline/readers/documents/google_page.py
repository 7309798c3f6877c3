"""A web page that Google Docs saved: what is bold or a list is said only in its style sheet."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag

from pipeline.readers.documents import properties
from pipeline.readers.documents.flat_lists import LEVEL, NUMBER, nest
from pipeline.readers.documents.one_post import DocumentPage, one_post
from pipeline.readers.documents.saved_page import (
    css,
    declarations,
    gather_notes,
    has_class,
    language_of,
    named_as_page,
)
from pipeline.readers.html.classes import class_names
from pipeline.readers.html.document import parse
from pipeline.readers.shared.files import beginning, decode
from pipeline.readers.shared.reading import Defaults, File, FileContents, Meta

_GOOGLE = re.compile(
    r"docs\.google\.com/static/document"
    r"|<style type=\"text/css\">(?:@import[^;]*googleusercontent[^;]*;|\.lst-kix_"
    r"|(?:ol|ul)[^{]*\{margin:0;padding:0\}|[^<]{0,4000}table td,table th\{padding:0\})",
)
_RULE = re.compile(r"\.([\w-]+)\{([^{}]*)\}")
_LIST = re.compile(r"lst-kix_\w+-(\d)")
_TYPEWRITERS = ("courier", "consolas", "roboto mono", "source code pro", "inconsolata", "monospace")
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


def claims(name: str, head: bytes) -> bool:
    """A page with the style sheet that Google Docs writes."""
    return named_as_page(name) and bool(_GOOGLE.search(beginning(head)))


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in a page saved by Google Docs; `ReadError` where there is none."""
    source = decode(file)
    soup = parse(source.text)
    title = properties.title(soup.title.get_text()) if soup.title else ""
    meta = Meta(title=title, language=language_of(soup))
    rules = _rules(soup)
    body = soup.find(id="contents") or soup.body or soup
    lost = _clear(body)
    for tag in body.find_all(["span", "a"], class_=True):
        _restyle(tag, rules, soup)
    for link in body.find_all("a", href=True):
        link["href"] = _straight(str(link["href"]))
    for picture in body.find_all("img", alt=""):
        del picture["alt"]  # it is written so where nobody gave one
    _list_paragraphs(body)
    nest(body)
    gather_notes(body)
    return one_post(DocumentPage(body, meta, lost=lost), source, defaults)


def _rules(soup: BeautifulSoup) -> Mapping[str, Mapping[str, str]]:
    """The style sheet: what each class says, in its order."""
    sheet = "".join(style.get_text() for style in soup.find_all("style"))
    return {found[1]: declarations(found[2]) for found in _RULE.finditer(sheet)}


def _clear(body: Tag) -> tuple[str, ...]:
    """Leave out comments, and the head and foot of each printed page."""
    for mark in body.find_all("a", href=re.compile("^#cmnt")):
        box = mark.find_parent("div") if str(mark["href"]).startswith("#cmnt_ref") else mark
        around = box.parent if box is not None and box.parent is not None else None
        if around is not None and around.name == "sup":
            box = around
        if box is not None and not box.decomposed and box is not body:
            box.decompose()
    for tag in body.find_all("style"):
        tag.decompose()
    for tag in body.find_all(["hr", "span", "p"], style=True):
        if not tag.decomposed and css(tag).get("display") == "none":
            tag.decompose()
    parts = [tag for tag in body.find_all(recursive=False) if tag.name != "a"]
    edges = [tag for tag in (*parts[:1], *parts[-1:]) if _is_edge(tag)]
    for edge in edges:
        edge.decompose()
    return ("the head or foot of the page",) if edges else ()


def _is_edge(tag: Tag) -> bool:
    """Whether a box at the beginning or end is a head or foot, and not a note."""
    plain = tag.name == "div" and tag.find("a", href=re.compile("^#ftnt")) is None
    return plain and len(tag.find_all("p")) <= 3 and bool(tag.get_text().strip())


def _restyle(tag: Tag, rules: Mapping[str, Mapping[str, str]], maker: BeautifulSoup) -> None:
    """Put what the classes of some words mean into elements around them."""
    names = set(class_names(tag))
    said: dict[str, str] = {}
    for name, rule in rules.items():
        if name in names:
            said.update(rule)
    if said.get("display") == "none":
        tag.decompose()
        return
    for element in _elements(said, in_heading=tag.find_parent(_HEADINGS) is not None):
        tag.wrap(maker.new_tag(element))


def _elements(said: Mapping[str, str], *, in_heading: bool) -> list[str]:
    weight = said.get("font-weight", "")
    bold = weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
    raised = {"super": "sup", "sub": "sub"}.get(said.get("vertical-align", ""), "")
    signs = {
        "code": said.get("font-family", "").strip("\"'").startswith(_TYPEWRITERS),
        "strong": bold and not in_heading,
        "em": said.get("font-style") == "italic" and not in_heading,
        "del": "line-through" in said.get("text-decoration", ""),
        raised: bool(raised),
    }
    return [element for element, has in signs.items() if has]


def _straight(href: str) -> str:
    """The address that a link through Google leads to."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return href
    if parts.netloc != "www.google.com" or parts.path != "/url":
        return href
    return (parse_qs(parts.query).get("q") or [href])[0]


def _list_paragraphs(body: Tag) -> None:
    """Put each item as a paragraph in the place of its list, and say how deep it is."""
    for found in body.find_all(["ul", "ol"], class_=True):
        level = next((_LIST.match(name) for name in class_names(found) if _LIST.match(name)), None)
        if level is None:
            continue
        said = str(found.get("start", "1"))
        first = int(said) if said.isdecimal() and len(said) < 6 else 1
        for n, item in enumerate(found.find_all("li", recursive=False)):
            item.name = "p"
            item[LEVEL] = level[1]
            item[NUMBER] = str(first + n) if found.name == "ol" else ""
        found.unwrap()
    for title in body.find_all("p"):
        if has_class(title, "title"):
            title["class"] = "title"
