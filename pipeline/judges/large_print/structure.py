"""Rules of large print about contents, notes, pictures, tables, links and tags of a PDF."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import unicodedata2 as unicodedata

from pipeline.judges.large_print.printed import HEADINGS, MM, Glyph, Print, PrintLine, Problem

_MOST_COLUMNS = 4
_MOST_PAGES = 4  # without a list of contents
_ADDRESS = re.compile(r"[a-z]+://|[^\s@]+@[^\s@]+\.")
_ENTRY = re.compile(r"(.*?)\s*(\d+)\s*", re.DOTALL)
_LEADER = re.compile(r"(?:\s*\.){3,}")
_LINE = 160 * MM
_EXEMPT = frozenset({"Reference", "TOC", "Code"})
_BRACKETS = ("(", "（")
_CELLS = frozenset({"TH", "TD"})


def problems(printed: Print, points: int) -> Iterator[Problem]:
    """What is wrong with the parts of a PDF whose text is of this size in points."""
    yield from _contents(printed)
    yield from _first_page(printed, points)
    yield from _tags(printed)
    yield from _tables(printed)
    yield from _links(printed)
    for element in printed.elements:
        if element.tag in ("Note", "FENote"):
            yield "LP-21", 0, "there is a footnote; notes stand at the end"
        if element.tag == "Figure" and not element.alt.strip():
            yield "LP-23", 0, "a picture has no words for those who do not see it"


def _text(lines: Sequence[PrintLine]) -> str:
    return " ".join(" ".join(line.text.split()) for line in lines)


# --- contents and first page ------------------------------------------------------------


def _contents(printed: Print) -> Iterator[Problem]:
    headings = [b for b in printed.blocks() if b[0].block and b[0].block[1] in HEADINGS]
    entries = [block for block in printed.blocks() if block[0].inside("TOCI")]
    if len(printed.pages) > _MOST_PAGES and len(headings) > 1 and not entries:
        yield "LP-20", 1, f"{len(printed.pages)} pages have no list of contents"
    begins: dict[str, set[int]] = {}
    for heading in headings:
        begins.setdefault(_mixed(_text(heading)), set()).add(heading[0].page)
    for entry in entries:
        found = _ENTRY.fullmatch(_text(entry))
        title = _mixed(_LEADER.sub(" ", found[1])) if found else ""
        known = begins.get(title, set()) if _is_read(title) else set().union(*begins.values())
        if found is None or int(found[2]) not in known:
            yield "LP-20", entry[0].page, f"“{_text(entry)[:60]}” leads to a wrong page"
    yield from _stray(entries)
    body = next((h[0] for h in headings if entries and h[0].page > entries[-1][-1].page), None)
    after = [line for line in printed.lines if entries and line.page == entries[-1][-1].page]
    if entries and (body is None or not after[-1].inside("TOCI")):
        yield "LP-20", entries[-1][-1].page, "the text does not begin on a page of its own"


def _stray(entries: Sequence[Sequence[PrintLine]]) -> Iterator[Problem]:
    """Contents that leave one entry for the last of their pages."""
    pages = [entry[-1].page for entry in entries]
    if len(set(pages)) > 1 and pages.count(pages[-1]) == 1:
        yield "LP-20", pages[-1], "the contents leave one entry over for a page"


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _mixed(text: str) -> str:
    """The letters of a text in an order that is the same however its lines are broken and read."""
    return "".join(sorted(_squeezed(text)))


def _first_page(printed: Print, points: int) -> Iterator[Problem]:
    """The size, the typeface, and how to ask for another format, before the first heading."""
    lines = printed.pages[0].lines
    heads = (n for n, line in enumerate(lines) if line.block and line.block[1] in HEADINGS)
    lines = lines[: next(heads, len(lines))]
    text = _squeezed("".join(line.text for line in lines))
    families = {g.font.family for g in printed.pages[0].glyphs}
    if str(points) not in text or not any(family in text for family in families):
        yield "LP-28", 1, "the first page does not name the size and the typeface"
    if not any(_ADDRESS.search(line.text) for line in lines):
        yield "LP-28", 1, "the first page does not say how to ask for another format"


def _is_read(text: str) -> bool:
    """Whether a PDF holds a text as it is read: not one from right to left, which is shapes."""
    return not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


# --- tags -------------------------------------------------------------------------------


def _tags(printed: Print) -> Iterator[Problem]:
    """A part of PDF/UA-1, for machines without veraPDF."""
    facts = printed.facts
    missing = [name for name in ("language", "title", "marked", "shows title") if not facts[name]]
    if missing or facts["part"] != "1":
        yield "LP-30", 0, f"it does not say: {', '.join(missing) or 'that it is PDF/UA-1'}"
    levels = [HEADINGS.index(e.tag) + 1 for e in printed.elements if e.tag in HEADINGS]
    if any(after > before + 1 for before, after in pairwise([0, *levels])):
        yield "LP-30", 0, "a level of heading is left out"
    if any(element.tag == "TH" and not element.scope for element in printed.elements):
        yield "LP-30", 0, "a header cell does not say what it is the header of"
    if any(not description.strip() for _, description in printed.links):
        yield "LP-30", 0, "a link has no description"
    for page in printed.pages:
        if page.tabs != "S":
            yield "LP-30", page.number, "links are not reached in the order of the text"


def _tables(printed: Print) -> Iterator[Problem]:
    cells: dict[int, int] = {}
    for element in printed.elements:
        rows = [number for number, tag in element.path if tag == "TR"]
        if element.tag in _CELLS and rows:
            cells[rows[-1]] = cells.get(rows[-1], 0) + 1
    if max(cells.values(), default=0) > _MOST_COLUMNS:
        yield "LP-24", 0, "a table has more columns than fit letters of this size"


# --- links ------------------------------------------------------------------------------


def _links(printed: Print) -> Iterator[Problem]:
    blocks = [block for block in printed.blocks() if block[0].inside("LBody")]
    listed = {_squeezed("".join(line.text for line in block)) for block in blocks}
    first = _squeezed("".join(line.text for line in printed.pages[0].lines))
    for address, _ in dict.fromkeys(printed.links):
        shown = _squeezed(address.removeprefix("mailto:").removeprefix("tel:"))
        if shown and shown not in listed and shown not in first:
            yield "LP-25", 0, f"{address} is not in the list of addresses"
    for block in blocks:
        if _ADDRESS.match(block[0].text):
            yield from _broken(block)
    yield from _plain(printed)


def _plain(printed: Print) -> Iterator[Problem]:
    """Words of links that are not bold; marks of notes are in brackets instead."""
    links: dict[tuple[int, str], list[tuple[PrintLine, Glyph]]] = {}
    for line in printed.lines:
        for glyph in line.glyphs:
            path = glyph.place.path if glyph.place else ()
            for element in path:
                if element[1] == "Link" and not _EXEMPT & {tag for _, tag in path}:
                    links.setdefault(element, []).append((line, glyph))
    for link in links.values():
        text = "".join(glyph.text for _, glyph in link)
        letters = [glyph for _, glyph in link if glyph.text.isalnum()]
        listed = link[0][0].inside("LBody") and _ADDRESS.match(text)
        is_mark = text.strip().startswith(_BRACKETS)
        if not is_mark and not listed and any(glyph.font.is_regular for glyph in letters):
            yield "LP-25", link[0][0].page, f"a link is not bold: “{text[:40]}”"


def _broken(block: Sequence[PrintLine]) -> Iterator[Problem]:
    """An address may end a line only after a slash, or where a part is wider than a line."""
    for line, after in pairwise(block):
        start = line.text.rpartition("/")[2] + after.text.partition("/")[0]
        each = (line.right - line.left) / max(1, len(line.text))
        if not line.text.rstrip().endswith("/") and len(start) * each < 0.5 * _LINE:
            yield "LP-25", line.page, f"an address is broken after “{line.text[-20:]}”"
