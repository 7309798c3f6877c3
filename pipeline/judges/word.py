"""Large print as a Word document, opened again: words, pictures, tables, styles, sizes, language.

It reads the file itself, and not with the library that wrote it. The words are compared with the
page of the same post, which lies beside it.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

from pipeline.findings import Finding
from pipeline.judges.judge import Judge, always, fault, one_by_one, suffix

PAGE = "index.html"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

_SMALLEST = 36
"""Half points: 18 point is the least in large print (RNIB, G003)."""

_OURS = frozenset({"AddedWords"})  # the style of words that are not the author's
_AROUND = re.compile(r"Title|AboutThisEdition|TOCHeading|Toc\d")  # paragraphs around the post
_HEADING = re.compile(r"Heading([1-9])")
_UNIT = re.compile(r"s[1-9]\d*")
_OFF = frozenset({"0", "false", "none", "baseline"})

_AGAIN = "Publish again."


@dataclass(frozen=True, slots=True)
class _Words:
    """The author's words: those in no table, without white space, and how often each is in one."""

    running: str
    tabled: Counter[str]


@dataclass(frozen=True, slots=True)
class _Opened:
    """The parts of a document: its text, and all parts that say how letters look."""

    body: etree._Element
    styles: etree._Element
    looks: tuple[etree._Element, ...]


def _findings(path: Path) -> Iterator[Finding]:
    """Everything that is wrong in a document. Raises one of `BROKEN`."""
    opened = _open(path)
    page = html.fromstring((path.parent / PAGE).read_bytes())
    for code, message in (
        *_of_words(_in_document(opened.body), _in_page(page)),
        *_of_pictures(opened.body),
        *_of_tables(opened.body, page),
        *_of_styles(opened),
        *_of_letters(opened),
        *_of_language(opened.styles, page),
        *_of_headings(opened.body, page),
    ):
        yield fault(f"word-{code}", path, message, _AGAIN)


def _open(path: Path) -> _Opened:
    with zipfile.ZipFile(path) as archive:
        parts = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(r"word/\w+\.xml", name)
        }
    return _Opened(parts["word/document.xml"], parts["word/styles.xml"], tuple(parts.values()))


# --- words ------------------------------------------------------------------------------


def _in_document(body: etree._Element) -> _Words:
    running, tabled = [], Counter[str]()
    for paragraph in body.iter(f"{_W}p"):
        if _AROUND.fullmatch(_style(paragraph)):
            continue
        words = "".join(_own_text(run) for run in paragraph.iter(f"{_W}r"))
        in_table = next(paragraph.iterancestors(f"{_W}tc"), None) is not None
        if in_table or _style(paragraph) == "TableRow":
            tabled.update(words.split())
        else:
            running.append(words)
    return _Words(_bare("".join(running)), tabled)


def _own_text(run: etree._Element) -> str:
    """The text of a run; a space for words of ours, and for the end of a line."""
    style = run.find(f"{_W}rPr/{_W}rStyle")
    if style is not None and style.get(f"{_W}val") in _OURS:
        return " "
    seen = {f"{_W}t", f"{_W}br"}
    return "".join(part.text or " " for part in run if part.tag in seen)


def _in_page(page: etree._Element) -> _Words:
    running, tabled = [], Counter[str]()
    for unit in page.iter("span", "pre"):
        if not _UNIT.fullmatch(unit.get("id", "")):
            continue
        words = "".join(_said(unit))
        if any(above.tag in ("td", "th") for above in unit.iterancestors()):
            tabled.update(words.split())
        else:
            running.append(words)
    return _Words(_bare("".join(running)), tabled)


def _said(element: etree._Element) -> Iterator[str]:
    """The author's words in an element, without the marks of notes and words for pictures."""
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield " "
        elif not _is_ours(child):
            yield from _said(child)
        yield child.tail or ""


def _is_ours(element: etree._Element) -> bool:
    link = element.find("a")
    marks = element.tag == "sup" and link is not None and link.get("role") == "doc-noteref"
    return marks or element.get("class") == "no-picture"


def _bare(text: str) -> str:
    """Letters without white space."""
    return "".join(text.split())


def _of_words(there: _Words, page: _Words) -> Iterator[tuple[str, str]]:
    if there.running != page.running:
        at = next(
            (
                n
                for n, (a, b) in enumerate(zip(there.running, page.running, strict=False))
                if a != b
            ),
            min(len(there.running), len(page.running)),
        )
        here, other = (text[max(0, at - 20) : at + 20] for text in (there.running, page.running))
        yield "words", f"its words are not those of the page: “{here}” here, “{other}” there."
    lost = page.tabled - there.tabled
    if lost:
        yield "words", f"words of its tables are missing: {', '.join(sorted(lost)[:5])}."


# --- pictures and tables ----------------------------------------------------------------


def _of_pictures(body: etree._Element) -> Iterator[tuple[str, str]]:
    for shown in body.iter(f"{_DRAWING}docPr"):
        decorative = next(shown.iter(_DECORATIVE), None) is not None
        if not shown.get("descr") and not decorative:
            yield "alt", f"{shown.get('name')} has no alternative text, and is not decoration."


def _of_tables(body: etree._Element, page: etree._Element) -> Iterator[tuple[str, str]]:
    """A table whose first row is of headers in the page has a header row here."""
    heads = {
        _bare("".join(_said(row)))
        for row in page.iter("tr")
        if row.findall("th") and not row.findall("td")
    }
    for table in body.iter(f"{_W}tbl"):
        row = next(table.iter(f"{_W}tr"))
        words = _bare("".join(text.text or "" for text in row.iter(f"{_W}t")))
        if words in heads and next(row.iter(f"{_W}tblHeader"), None) is None:
            yield "header", f"the first row of the table “{words[:40]}” is not a header row."


# --- looks ------------------------------------------------------------------------------


def _of_styles(opened: _Opened) -> Iterator[tuple[str, str]]:
    """Each style that is used is there, and there is one title."""
    known = {style.get(f"{_W}styleId") for style in opened.styles.iter(f"{_W}style")}
    kinds = (f"{_W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
    used = {element.get(f"{_W}val") for element in opened.body.iter(*kinds)}
    for name in sorted(used - known, key=str):
        yield "style", f"there is no style “{name}”."
    titles = sum(_style(paragraph) == "Title" for paragraph in opened.body.iter(f"{_W}p"))
    if titles != 1:
        yield "style", f"it has {titles} paragraphs with the style Title."


def _of_letters(opened: _Opened) -> Iterator[tuple[str, str]]:
    """No letters are smaller than large print, slanted, underlined, or small for being raised."""
    default = opened.styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}sz")
    if default is None:
        yield "size", "it does not say how large its letters are."
    for part in opened.looks:
        for look in part.iter(f"{_W}rPr"):
            for size in look.iterchildren(f"{_W}sz", f"{_W}szCs"):
                half_points = int(size.get(f"{_W}val", "0"))
                if half_points < _SMALLEST:
                    yield "size", f"it has letters of {half_points / 2:g} point."
        for look in part.iter(*(f"{_W}{name}" for name in ("i", "iCs", "u", "vertAlign"))):
            if look.get(f"{_W}val") not in _OFF:
                name = etree.QName(look).localname
                yield "look", f"it has italic, underlined or small letters (w:{name})."


def _of_language(styles: etree._Element, page: etree._Element) -> Iterator[tuple[str, str]]:
    found = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    said = "" if found is None else found.get(f"{_W}val", "")
    right = page.getroottree().getroot().get("lang", "")
    if said != right:
        yield "language", f"its language is “{said}”, that of the page “{right}”."


def _of_headings(body: etree._Element, page: etree._Element) -> Iterator[tuple[str, str]]:
    """The post's headings are headings, of levels that skip none."""
    levels = []
    own = 0
    for paragraph in body.iter(f"{_W}p"):
        heading = _HEADING.fullmatch(_style(paragraph))
        if heading:
            levels.append(int(heading[1]))
            own += any(_own_text(run).strip() for run in paragraph.iter(f"{_W}r"))
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield "heading", f"a heading of level {after} follows one of level {before}."
    found = (heading.findall("span") for heading in page.iter("h2", "h3", "h4", "h5", "h6"))
    there = sum(any(_UNIT.fullmatch(unit.get("id", "")) for unit in units) for units in found)
    if own != there:
        yield "heading", f"it has {own} headings, and the page {there}."


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


WORD = Judge("word", suffix(".docx"), always, one_by_one(_findings))
