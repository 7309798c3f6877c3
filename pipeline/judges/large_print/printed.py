"""A finished PDF as values: its letters and where they stand, its drawn lines, and its tags."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

Problem: TypeAlias = tuple[str, int, str]
"""The id of a rule, the page (0 for all of it), and what is wrong."""

Colour: TypeAlias = tuple[float, ...]
"""Grey, or red, green and blue, from 0 to 1."""

MM = 72 / 25.4
"""Points in a millimetre."""

_OPENING, _CLOSING = frozenset("（「『【〈《〔［"), frozenset("）」』】〉》〕］、。，．")

_MARGIN = 30 * MM
"""Below this stands the number of a page."""

SHAPELESS = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
)
"""Characters without a shape that print adds or drops, for `str.translate`."""


@dataclass(frozen=True, slots=True)
class Font:
    """A typeface in a PDF: its name without the tag of its subset, and its descriptor's flags."""

    name: str
    embedded: bool
    flags: int = 0
    slant: float = 0.0

    @property
    def family(self) -> str:
        """The name without the weight: "SourceSansPro"."""
        return self.name.partition("-")[0]

    @property
    def is_regular(self) -> bool:
        """Whether it is certainly not bold; one file of Noto has all weights under one name."""
        return "Bold" not in self.name and not self.name.startswith("Noto")


@dataclass(frozen=True, slots=True)
class Element:
    """A tag of the structure tree; `path` has the tags around it and its own, outermost first."""

    number: int
    tag: str
    path: tuple[tuple[int, str], ...]
    alt: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter: where it begins, in points from the lower left corner, and how it is drawn.

    `place` is the element that it belongs to, or None for what is no part of the text, as the
    number of the page. `plain` is False for letters that are turned, slanted or stretched.
    """

    text: str
    x: float
    y: float
    advance: float
    size: float
    font: Font
    colour: Colour
    place: Element | None
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """A filled area, a stroke ("line") or a picture ("image"), in points from the lower left."""

    kind: str
    left: float
    low: float
    right: float
    high: float
    colour: Colour = ()


@dataclass(frozen=True, slots=True)
class PrintLine:
    """Letters on one base line, one after the other, on a page."""

    page: int
    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        """Where its first letter begins; a wide bracket is blank in its outer half."""
        seen = [g for g in self.glyphs if g.text.strip()] or list(self.glyphs)
        return min(g.x + g.advance * (0.5 if g.text in _OPENING else 0) for g in seen)

    @property
    def right(self) -> float:
        """Where its last letter ends; a space at the end does not count."""
        seen = [g for g in self.glyphs if g.text.strip()] or list(self.glyphs)
        return max(g.x + g.advance * (0.5 if g.text in _CLOSING else 1) for g in seen)

    @property
    def y(self) -> float:
        """The base line: that of most letters, for some are raised."""
        heights = [glyph.y for glyph in self.glyphs]
        return max(heights, key=heights.count)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def block(self) -> tuple[int, str] | None:
        """The block of the text that it stands in, as the number and the tag of an element."""
        place = self.glyphs[0].place
        blocks = [e for e in place.path if e[1] in _BLOCKS] if place else []
        return blocks[-1] if blocks else None

    def inside(self, *tags: str) -> bool:
        """Whether it stands in an element with one of these tags."""
        place = self.glyphs[0].place
        return place is not None and any(tag in tags for _, tag in place.path)


_BLOCKS = frozenset(
    {"P", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "TOCI", "TD", "TH", "LBody", "Lbl"}
    | {"Caption", "BlockQuote", "Figure"}
)
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@dataclass(frozen=True, slots=True)
class PrintPage:
    """A page: its size in points, by how much it is turned, and all that is on it.

    `lines` are those of the text, in the order in which they are read.
    """

    number: int
    width: float
    height: float
    turned: int
    glyphs: tuple[Glyph, ...]
    boxes: tuple[Box, ...]
    lines: tuple[PrintLine, ...]
    tabs: str = "S"

    @property
    def foot(self) -> PrintLine | None:
        """What stands on the page and is no part of the text: its number."""
        outside = tuple(g for g in self.glyphs if g.place is None and g.y < _MARGIN)
        return PrintLine(self.number, outside) if outside else None

    @property
    def ground(self) -> Colour:
        """The colour of the page."""
        whole = [b for b in self.boxes if b.kind == "fill" and b.right - b.left > 0.9 * self.width
                 and b.high - b.low > 0.9 * self.height]  # fmt: skip
        return whole[-1].colour if whole else (1.0,)


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF: its pages, tags, links, and what it says of itself.

    `links` are the addresses of the links with their descriptions. `facts` has "language",
    "title", "part" (of PDF/UA), "marked" and "shows title" ("yes" or "").
    """

    pages: tuple[PrintPage, ...]
    elements: tuple[Element, ...]
    links: tuple[tuple[str, str], ...]
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[PrintLine, ...]:
        """The lines of the text on all pages."""
        return tuple(line for page in self.pages for line in page.lines)

    @property
    def size(self) -> float:
        """The size of the text: that of most letters."""
        sizes = [round(g.size, 1) for page in self.pages for g in page.glyphs if g.place]
        return max(set(sizes), key=lambda size: (sizes.count(size), size), default=0.0)

    def blocks(self) -> Iterator[Sequence[PrintLine]]:
        """The lines of each block of the text, in order."""
        for key, lines in groupby(self.lines, lambda line: line.block):
            if key:
                yield tuple(lines)


def is_drawn(glyph: Glyph) -> bool:
    """Whether a letter is part of a drawing."""
    return glyph.place is not None and glyph.place.tag == "Figure"


def lines_of(number: int, glyphs: Sequence[Glyph]) -> tuple[PrintLine, ...]:
    """The lines of the text among the letters of a page."""
    text = [glyph for glyph in glyphs if glyph.place and not is_drawn(glyph)]
    return tuple(PrintLine(number, tuple(part)) for part in _parted(text))


def _parted(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Letters by lines: a new one begins lower, or in another block."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and not _continues(line, glyph):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _continues(line: Sequence[Glyph], glyph: Glyph) -> bool:
    level = abs(line[0].y - glyph.y) < 0.45 * glyph.size  # raised and lowered letters
    return level and _block(line[-1]) == _block(glyph)


def _block(glyph: Glyph) -> tuple[int, str] | None:
    return PrintLine(0, (glyph,)).block
