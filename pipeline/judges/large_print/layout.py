"""Rules of large print about the page: lines, gaps, margins, columns and what ends a page."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import unicodedata2 as unicodedata

from formats.languages import direction
from pipeline.judges.large_print.printed import HEADINGS, MM, Print, PrintLine, PrintPage, Problem

_NEAR = 1.0  # points
_WIDTH, _HEIGHT = 595.28, 841.89  # A4
_SIDE, _FOOT = 25 * MM, 20 * MM  # ACB 2022
_LEAST_PITCH, _MOST_PITCH = 1.15, 2.05  # base line to base line, in sizes (ACB 2022, RNIB)
_GAP = 2 * _LEAST_PITCH  # from the last line of a paragraph to the next: one line between
_LONGEST = 70  # characters in a line: RNIB
_JUSTIFIED = 0.7  # of the lines that end at the same place
_SHORT = 4  # lines of an entry of a list that belong on one page
_INSIDE = ("Code", "L", "BlockQuote", "Table", "Figure", "TOC", "Part")


def problems(printed: Print, points: int) -> Iterator[Problem]:
    """What is wrong with the pages of a PDF whose text is of this size in points."""
    for page in printed.pages:
        yield from _shape(page)
        yield from _margins(page)
        yield from _number(page, printed, points)
        yield from _columns(page)
        yield from _end(page, printed)
    reverse = direction(printed.facts["language"]) == "rtl"
    for block in printed.blocks():
        yield from _pitch(block)
        yield from _edges(block, reverse=reverse)
    yield from _gaps(printed)
    yield from _split(printed)
    yield from _half_empty(printed)


def long_lines(printed: Print) -> Iterator[Problem]:
    """Lines of more characters than are easy to follow: for a person to judge.

    Letters of right-to-left scripts are drawn of several shapes, which are not counted.
    """
    if direction(printed.facts["language"]) == "rtl":
        return
    for line in printed.lines:
        if len(line.text.strip()) > _LONGEST and not line.inside("TOC"):
            yield "LP-16", line.page, f"a line has {len(line.text.strip())} characters"


def _shape(page: PrintPage) -> Iterator[Problem]:
    if abs(page.width - _WIDTH) > _NEAR or abs(page.height - _HEIGHT) > _NEAR or page.turned:
        yield "LP-27", page.number, "the page is not A4, upright"


def _margins(page: PrintPage) -> Iterator[Problem]:
    for line in page.lines:
        size = line.glyphs[0].size
        if line.left < _SIDE - _NEAR or line.right > page.width - _SIDE + _NEAR:
            yield "LP-14", page.number, f"“{line.text[:40]}” is in the margin at the side"
        if line.y + 0.6 * size > page.height - _SIDE + _NEAR or line.y < _FOOT:
            yield "LP-14", page.number, f"“{line.text[:40]}” is in the margin above or below"
    for box in page.boxes:
        if box.kind == "image" and (box.left < _SIDE - _NEAR or box.right > page.width - _SIDE + 1):
            yield "LP-14", page.number, "a picture is in the margin"


def _number(page: PrintPage, printed: Print, points: int) -> Iterator[Problem]:
    """The number of the page, at its foot, in its middle, at the size of the text."""
    foot = page.foot
    if foot is None or foot.text.strip() != str(page.number):
        yield "LP-19", page.number, "the page has no number, or another"
        return
    first = printed.pages[0].foot
    middle = (foot.left + foot.right) / 2
    moved = first and (abs(first.y - foot.y) > _NEAR or abs(middle - page.width / 2) > 2 * _NEAR)
    if foot.glyphs[0].size < points - _NEAR or moved:
        yield "LP-19", page.number, "its number is small, or not where it is on other pages"


def _columns(page: PrintPage) -> Iterator[Problem]:
    """Text beside text or beside a picture, outside tables."""
    plain = [line for line in page.lines if not line.inside("Table", "L", "TOC")]
    for one, other in combinations(plain, 2):
        beside = one.right + 6 < other.left or other.right + 6 < one.left
        if abs(one.y - other.y) < _NEAR and beside:
            yield "LP-15", page.number, f"“{one.text[:30]}” and “{other.text[:30]}” are columns"
    for box in (box for box in page.boxes if box.kind == "image"):
        for line in plain:
            aside = line.left > box.right or line.right < box.left
            if aside and box.low < line.y < box.high:
                yield "LP-23", page.number, f"“{line.text[:40]}” is beside a picture"


# --- lines ------------------------------------------------------------------------------


def _pitch(block: Sequence[PrintLine]) -> Iterator[Problem]:
    for line, after in pairwise(block):
        if line.page == after.page and line.y > after.y:
            pitch = (line.y - after.y) / max(line.glyphs[0].size, after.glyphs[0].size)
            if not _LEAST_PITCH <= pitch <= _MOST_PITCH:
                said = f"lines are {pitch:.2f} letters apart at “{after.text[:40]}”"
                yield "LP-09", after.page, said


def _edges(block: Sequence[PrintLine], *, reverse: bool) -> Iterator[Problem]:
    """Lines that begin at the same edge, ragged at the other, the first one not indented.

    In a post that is read from right to left (`reverse`) they may begin at the right.
    """
    block = [line for line in block if line.text.strip()]
    if any(line.text.startswith("  ") for line in block):  # program text, indented as it is
        return
    if len(block) < 2 or not block[0].block or block[0].block[1] not in ("P", "LBody"):
        return
    lefts, rights = [line.left for line in block], [line.right for line in block]
    near = _NEAR if not reverse else 0.3 * block[0].glyphs[0].size  # a space may be left there
    if reverse and max(rights) - min(rights) < max(lefts) - min(lefts):
        lefts, rights = [-right for right in rights], [-left for left in lefts]
    if lefts[0] > min(lefts[1:]) + near:
        yield "LP-22", block[0].page, f"the first line is indented: “{block[0].text[:40]}”"
    elif max(lefts) - min(lefts) > near:
        yield "LP-11", block[0].page, f"lines begin at different places: “{block[0].text[:40]}”"
    spaced = [" " in line.text.strip() for line in block[:-1]]  # no part of a broken word
    full = [round(right) for right, wanted in zip(rights[:-1], spaced, strict=True) if wanted]
    same = max(map(full.count, full), default=0)  # a full stop may hang over the edge
    if same >= _JUSTIFIED * len(full) and same >= 3 and not any(map(_has_wide, block)):
        yield "LP-11", block[0].page, f"the text is justified: “{block[0].text[:40]}”"


def _has_wide(line: PrintLine) -> bool:
    return any(unicodedata.east_asian_width(letter) in "WF" for letter in line.text)


def _gaps(printed: Print) -> Iterator[Problem]:
    """An empty line between paragraphs."""
    for before, after in pairwise(printed.lines):
        plain = _is_paragraph(before) and _is_paragraph(after) and before.block != after.block
        if plain and before.page == after.page:
            gap = (before.y - after.y) / after.glyphs[0].size
            if 0 < gap < _GAP - 0.01:
                yield "LP-10", after.page, f"no empty line before “{after.text[:40]}”"


def _is_paragraph(line: PrintLine) -> bool:
    return bool(line.block and line.block[1] == "P" and not line.inside(*_INSIDE))


# --- where a page ends ------------------------------------------------------------------


def _end(page: PrintPage, printed: Print) -> Iterator[Problem]:
    if page.lines and page is not printed.pages[-1]:
        last = page.lines[-1]
        below = any(box.kind == "image" and box.low < last.y for box in page.boxes)
        if last.block and last.block[1] in HEADINGS and not below:
            yield "LP-26", page.number, f"the heading “{last.text[:40]}” is last on its page"


def _split(printed: Print) -> Iterator[Problem]:
    """Rows of tables, and short entries of lists, that are on two pages."""
    lines: dict[tuple[int, str], list[PrintLine]] = {}
    for line in printed.lines:
        place = line.glyphs[0].place
        for element in place.path if place else ():
            if element[1] in ("TR", "LI"):
                lines.setdefault(element, []).append(line)
    for (_, tag), own in lines.items():
        if len({line.page for line in own}) > 1 and (tag == "TR" or len(own) <= _SHORT):
            if tag == "TR" and any(line.inside("THead") for line in own):
                continue  # stands again on each page
            yield "LP-26", own[0].page, f"“{own[0].text[:40]}” is split over two pages"


def _half_empty(printed: Print) -> Iterator[Problem]:
    """A page that ends before its middle, though a picture stands first on the next."""
    for page, after in pairwise(printed.pages):
        images = [box for box in after.boxes if box.kind == "image"]
        lows = [line.y for line in page.lines] + [b.low for b in page.boxes if b.kind == "image"]
        top = max((box.high for box in images), default=0.0)
        above = [line for line in after.lines if line.y > top]
        led = all(line.block and line.block[1] in HEADINGS for line in above)
        contents = any(line.inside("TOC") for line in page.lines) or page.number == 1
        if images and lows and led and not contents and min(lows) > page.height * 0.55:
            yield "LP-23", page.number, "the page is half empty, for a picture is on the next"
