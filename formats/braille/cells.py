"""Cells on lines: filling, centring, and the 7-bit characters that stand for them in BRF."""

from collections.abc import Iterator

from formats.braille.uncontracted import BLANK
from formats.errors import FormatError

# North American Braille ASCII, in the order of U+2800 to U+283F (liblouis: en-us-brf.dis).
_ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_TO_ASCII = {0x2800 + dots: character for dots, character in enumerate(_ASCII)}

CONTINUED = "⠐"
"""At the end of a line: the word goes on, without a space (UEB 10.13 and the GTM: dot 5)."""

_RULE = 12


def to_ascii(line: str) -> str:
    """A line of cells as Braille ASCII. Raises `FormatError` for cells with dots 7 and 8."""
    if any(not BLANK <= cell <= "\u283f" for cell in line):
        raise FormatError(
            "its braille has cells of eight dots, which can't be embossed.",
            "Under [braille] in publication.toml, choose a table of six dots.",
        )
    return line.translate(_TO_ASCII).rstrip()


def fill(cells: str, width: int, first: int, rest: int) -> tuple[str, ...]:
    """Cells on lines of at most `width`, indented by `first`, and by `rest` after the first.

    Lines break at spaces. A word longer than a line is broken, with dot 5 where it breaks.
    """
    return tuple(_lines(cells, width, min(first, width // 2), min(rest, width // 2)))


def _lines(cells: str, width: int, first: int, rest: int) -> Iterator[str]:
    line, indent = "", first
    for word in filter(None, cells.split(BLANK)):
        if line and len(line) + 1 + len(word) <= width:
            line += BLANK + word
            continue
        if line:
            yield line
            indent = rest
        left = word
        while indent + len(left) > width:
            room = width - indent - len(CONTINUED)
            yield BLANK * indent + left[:room] + CONTINUED
            left, indent = left[room:], rest
        line = BLANK * indent + left
    if line:
        yield line


def centred(cells: str, width: int) -> tuple[str, ...]:
    """Cells in the middle of lines, with three blank cells or more at each side."""
    lines = fill(cells, width - 6, 0, 0)
    return tuple(BLANK * ((width - len(line)) // 2) + line for line in lines)


def rule(dots: str, width: int, *, unified: bool) -> str:
    """A line across the middle, which ends a part: UEB draws it in horizontal line mode."""
    line = "⠐⠒" + dots * (_RULE - 2) if unified else dots * _RULE
    return BLANK * ((width - _RULE) // 2) + line
