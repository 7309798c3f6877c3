"""Rules of large print about letters: size, typeface, weight, colour (standards by their ids)."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from pipeline.judges.large_print.printed import (
    HEADINGS,
    MM,
    Box,
    Colour,
    Glyph,
    Print,
    PrintLine,
    PrintPage,
    Problem,
    is_drawn,
)

_LEAST = 16.0  # points: G003
_H1, _H2 = 22.0, 20.0  # points: ACB 2022
_NEAR = 0.11  # points: sizes are rounded
_CONTRAST = 7.0  # WCAG 2.2, 1.4.6
_SERIF, _ITALIC = 1 << 1, 1 << 6  # flags of a font's descriptor (ISO 32000-1, table 123)
_BESIDE = ("DejaVuSansMono", "NotoSans")  # code and signs, and scripts that the family lacks
_SLANTED = re.compile("Italic|Oblique")
_LIGHT = re.compile("Thin|Light|Condensed|Narrow")
_VARIABLE = "NotoSansCJK"  # one file for all weights, which is named after the first
_MOST_CAPITALS = 5  # words: G003
_BULLETS = "●•"


def problems(printed: Print, points: int) -> Iterator[Problem]:
    """What is wrong with the letters of a PDF that is meant to be of this size in points."""
    for page in printed.pages:
        for glyph in (g for g in page.glyphs if g.text.strip() and not is_drawn(g)):
            yield from ((rule, page.number, said) for rule, said in _of(glyph, points))
        yield from _colours(page)
        yield from _underlined(page)
    yield from _size(printed, points)
    yield from _families(printed)
    yield from _headings(printed, points)
    yield from _bullets(printed, points)


def _of(glyph: Glyph, points: int) -> Iterator[tuple[str, str]]:
    """What is wrong with one letter by itself."""
    name = glyph.font.name
    if glyph.size < max(points, _LEAST) - _NEAR:
        yield "LP-01", f"letters of {glyph.size:.1f} point, smaller than the text"
    if not glyph.font.embedded:
        yield "LP-04", f"{name} is not embedded"
    if glyph.font.flags & _SERIF:
        yield "LP-04", f"{name} has serifs"
    if glyph.font.flags & _ITALIC or glyph.font.slant or _SLANTED.search(name):
        yield "LP-05", f"{name} is italic"
    if _LIGHT.search(name) and not name.startswith(_VARIABLE):
        yield "LP-08", f"{name} is thin or narrow"
    if not glyph.plain:
        yield "LP-08", "letters are stretched, slanted or turned"


def _size(printed: Print, points: int) -> Iterator[Problem]:
    if abs(printed.size - points) > _NEAR:
        yield "LP-02", 0, f"the text is {printed.size:g} point and not {points}"


def _families(printed: Print) -> Iterator[Problem]:
    used = Counter(
        g.font.family for p in printed.pages for g in p.glyphs if g.text.strip() and not is_drawn(g)
    )
    own = [family for family, _ in used.most_common() if not family.startswith(_BESIDE)]
    if len(own) > 1:
        yield "LP-04", 0, f"there is more than one family: {', '.join(own)}"


def _headings(printed: Print, points: int) -> Iterator[Problem]:
    least = {"H1": _H1, "H2": _H2}
    for line in printed.lines:
        tag = line.block[1] if line.block else ""
        size = line.glyphs[0].size
        if tag in HEADINGS and size < max(points, least.get(tag, 0)) - _NEAR:
            yield "LP-03", line.page, f"“{line.text[:40]}” is {size:.1f} point"


def _bullets(printed: Print, points: int) -> Iterator[Problem]:
    for line in printed.lines:
        sign, size = line.text.strip(), line.glyphs[0].size
        is_bullet = line.block and line.block[1] == "Lbl" and len(sign) == 1 and not sign.isalnum()
        if is_bullet and (sign not in _BULLETS or size < points - _NEAR):
            yield "LP-29", line.page, f"the bullet “{sign}” is hollow or small"


def capitals(printed: Print) -> Iterator[Problem]:
    """Runs of more than five words in capitals: the author's own, for a person to judge."""
    for block in printed.blocks():
        words = " ".join(line.text for line in block).split()
        for shouted, run in groupby(words, lambda word: word.isupper() and len(word) > 1):
            found = list(run)
            if shouted and len(found) > _MOST_CAPITALS:
                yield "LP-07", block[0].page, f"“{' '.join(found)[:60]}” is all in capitals"


# --- lines and colours ------------------------------------------------------------------


def _underlined(page: PrintPage) -> Iterator[Problem]:
    """Thin lines under words."""
    thin = [b for b in page.boxes if b.kind != "image" and b.high - b.low < 0.15 * _LEAST]
    for line in page.lines:
        size = line.glyphs[0].size
        for box in thin:
            below = 0 <= line.y - (box.low + box.high) / 2 <= 0.35 * size
            if below and box.left < line.right - 1 and box.right > line.left + 1:
                yield "LP-06", page.number, f"“{line.text[:40]}” is underlined"


def _colours(page: PrintPage) -> Iterator[Problem]:
    ground = page.ground
    if _luminance(ground) < 0.8:
        yield "LP-17", page.number, "the page is not white, cream or pale yellow"
    for colour in {g.colour for g in page.glyphs if g.text.strip() and not is_drawn(g)}:
        contrast = _contrast(colour, ground)
        if contrast < _CONTRAST:
            yield "LP-17", page.number, f"letters have a contrast of {contrast:.1f}:1"
    images = [box for box in page.boxes if box.kind == "image"]
    for line in page.lines:
        if any(_over(line, image) for image in images):
            yield "LP-18", page.number, f"“{line.text[:40]}” stands on a picture"


def _over(line: PrintLine, image: Box) -> bool:
    middle = line.y + 0.3 * line.glyphs[0].size
    across = line.left < image.right - MM and line.right > image.left + MM
    return across and image.low < middle < image.high


def _contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = colour if len(colour) == 3 else colour[:1] * 3
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
