"""The cover: the blog's title over a wave of sound, 3,000 pixels square, as directories ask.

Each title has its own wave and one of a few pairs of colours, always the same ones. A title
in a script that the typeface has no letters for is left to the wave: boxes in place of
letters would say less than nothing.
"""

import hashlib
import io
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from formats.model import Media, Typeface

SIZE = 3000

_MARGIN = 260
_WIDTH = SIZE - 2 * _MARGIN
_TITLE_HEIGHT = 1480
_LEADING = 1.1
_CAPITALS = 0.7  # how tall a capital is, so that the first line begins at the margin
_SIZES = range(600, 180, -20)
_WHOLE_WORDS = 280

_BARS = 31
_TALLEST = 700
_AXIS = 2300


@dataclass(frozen=True, slots=True)
class Colours:
    """Ground, title and wave. The title stands out at 7:1 or more (WCAG 2.2, 1.4.6)."""

    ground: str
    ink: str
    accent: str


PALETTE = (
    Colours("#10263d", "#fdf6e3", "#f2b441"),
    Colours("#0c3b33", "#f5f3e6", "#7fd1a8"),
    Colours("#45122f", "#fff2e8", "#ff9d7a"),
    Colours("#f6efdf", "#1d1d3b", "#b4321f"),
    Colours("#26224f", "#f7f3ff", "#9fb4ff"),
    Colours("#eaf2f1", "#0d2f3f", "#0b6e7d"),
)


def draw(title: str, typeface: Typeface) -> Media:
    """`cover.jpg`: a baseline RGB JPEG, the same bytes for the same title."""
    title = " ".join(unicodedata.normalize("NFC", title).split())
    seed = hashlib.sha256(title.encode(errors="replace")).digest()
    colours = PALETTE[seed[0] % len(PALETTE)]
    image = Image.new("RGB", (SIZE, SIZE), colours.ground)
    pen = ImageDraw.Draw(image)
    titled = _write_title(pen, title, typeface, colours.ink)
    _draw_wave(pen, seed, colours.accent, 1.0 if titled else 2.2)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=78, subsampling=2, dpi=(72, 72))
    return Media("cover.jpg", "image/jpeg", out.getvalue(), SIZE, SIZE)


# --- the title --------------------------------------------------------------------------


def _write_title(pen: ImageDraw.ImageDraw, title: str, typeface: Typeface, ink: str) -> bool:
    """Write the title as large as it fits; False where the typeface can't."""
    shown = "".join(ch for ch in title if not _is_picture(ch)).strip()
    if not shown or not _has_letters(_font(typeface, _SIZES[-1]), shown):
        return False
    size, lines = _fitted(shown, typeface)
    font = _font(typeface, size)
    for number, line in enumerate(lines):
        baseline = _MARGIN + size * (_CAPITALS + number * _LEADING)
        pen.text((_MARGIN, baseline), line, ink, font, anchor="ls")
    return True


def _font(typeface: Typeface, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is in every build of Pillow, so that a cover is the same everywhere.
    layout = ImageFont.Layout.BASIC
    return ImageFont.truetype(io.BytesIO(typeface.bold), size, layout_engine=layout)


def _is_picture(ch: str) -> bool:
    """Emoji and what joins them: no part of the title's words."""
    return unicodedata.category(ch) in {"So", "Sk", "Cf", "Cc", "Cn", "Cs", "Co"}


def _has_letters(font: ImageFont.FreeTypeFont, text: str) -> bool:
    """Whether no character of the text would be the box that stands for a missing one."""
    box = bytes(font.getmask("\U0010fffd"))
    return all(bytes(font.getmask(ch)) != box for ch in set(text) - {" "})


def _fitted(title: str, typeface: Typeface) -> tuple[int, list[str]]:
    """The largest size at which the title fits, and its lines.

    Words stay whole as long as the letters are large; beyond all fitting, an ellipsis ends it.
    """
    for size in _SIZES:
        font = _font(typeface, size)
        whole = size >= _WHOLE_WORDS
        lines = list(_lines(title.split() if whole else _broken(title, font), font))
        room = int(_TITLE_HEIGHT / (size * _LEADING))
        if len(lines) <= room and all(font.getlength(line) <= _WIDTH for line in lines):
            return size, lines
    return size, [*lines[: room - 1], lines[room - 1][:-2].rstrip() + "…"]


def _lines(words: Iterable[str], font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Words on as few lines as they need; a word too long has its own."""
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > _WIDTH:
            yield line
            longer = word
        line = longer
    yield line


def _broken(title: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """The title's words, those wider than a line in pieces that are not."""
    for word in title.split():
        piece = ""
        for ch in word:
            if font.getlength(piece + ch) > _WIDTH:
                yield piece
                piece = ""
            piece += ch
        yield piece


# --- the wave ---------------------------------------------------------------------------


def _draw_wave(pen: ImageDraw.ImageDraw, seed: bytes, colour: str, scale: float) -> None:
    """A row of bars, tall in the middle, each as loud as a byte of the seed says."""
    step = _WIDTH / (_BARS - 0.5)
    axis = _AXIS if scale == 1.0 else SIZE // 2
    for bar in range(_BARS):
        swell = math.sin(math.pi * (bar + 1) / (_BARS + 1))
        height = max(step / 2, _TALLEST * scale * swell * (0.25 + 0.75 * seed[bar + 1] / 255))
        left = _MARGIN + bar * step
        box = (left, axis - height / 2, left + step / 2, axis + height / 2)
        pen.rounded_rectangle(box, step / 4, colour)
