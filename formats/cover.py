"""The cover: the blog's title over a wave of sound, 3,000 pixels square, as directories ask.

Each title has its own wave and one of a few pairs of colours, always the same ones. Pillow
writes letters of Source Sans Pro; Typst writes others, because it joins the letters of Arabic
and writes from right to left on every machine. A title with a letter that no typeface has is
left out, and the cover has only the wave.
"""

import hashlib
import io
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

import typst
import unicodedata2 as unicodedata
from PIL import Image, ImageDraw, ImageFont

from formats.languages import direction, primary
from formats.model import Media, Typeface
from formats.typefaces import MONO, SHAPELESS, folders, fonts, needed, parts, region

_TEMPLATE = files("formats").joinpath("cover.typ").read_bytes()

SIZE = 3000
_LARGEST = 512_000

_MARGIN = 260
_WIDTH = SIZE - 2 * _MARGIN
_TITLE_HEIGHT = 1480
_LEADING = 1.1
_CAPITALS = 0.7  # the height of a capital, so that the first line begins at the margin
_SIZES = range(600, 180, -20)
_SMALLER = range(200, 140, -10)  # for scripts whose lines are taller
_WHOLE_WORDS = 280
_LONGEST = 1000
"""Characters of a title that are looked at: at the smallest size, fewer than 400 fit."""

_JOINERS = "\u200c\u200d"

_BARS = 31
_TALLEST = 700
_AXIS = 2300


@dataclass(frozen=True, slots=True)
class Colours:
    """Background, title and wave. The title has a contrast of at least 7:1 (WCAG 2.2, 1.4.6)."""

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


def draw(title: str, typeface: Typeface, language: str) -> Media:
    """`cover.jpg`: a baseline RGB JPEG, the same bytes for the same title and language."""
    title = " ".join(unicodedata.normalize("NFC", title).split())
    written = title if len(title) <= _LONGEST else title[:_LONGEST] + "…"
    seed = hashlib.sha256(title.encode(errors="replace")).digest()
    colours = PALETTE[seed[0] % len(PALETTE)]
    image = Image.new("RGB", (SIZE, SIZE), colours.ground)
    titled = _write_title(image, written, typeface, language, colours.ink)
    _draw_wave(ImageDraw.Draw(image), seed, colours.accent, 1.0 if titled else 2.2)
    return Media("cover.jpg", "image/jpeg", _jpeg(image), SIZE, SIZE)


def _jpeg(image: Image.Image) -> bytes:
    """JPEG under 512 kB, as Apple requires: a hundred Chinese characters would need more."""
    for quality, optimised in ((78, False), (70, True), (50, True)):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=optimised, subsampling=2, dpi=(72, 72))
        if out.tell() < _LARGEST:
            break
    return out.getvalue()


# --- the title --------------------------------------------------------------------------


def _write_title(
    image: Image.Image, title: str, typeface: Typeface, language: str, ink: str
) -> bool:
    """Write the title as large as it fits; False where a letter is in no typeface."""
    shown = "".join(ch for ch in title if not _is_picture(ch)).strip()
    letters = list(parts(shown, typeface))
    if SHAPELESS.issuperset(shown) or any(part.missing for part in letters):
        return False
    if any(part.face for part in letters):
        picture = _typeset(_document(shown, typeface, language, ink), shown, typeface)
        image.paste(picture, (_MARGIN, _MARGIN), picture)
    else:
        written = "".join(ch for ch in shown if ch not in SHAPELESS)
        _write(ImageDraw.Draw(image), written, typeface, ink)
    return True


def _write(pen: ImageDraw.ImageDraw, title: str, typeface: Typeface, ink: str) -> None:
    """Write letters of Source Sans Pro with Pillow."""
    size, lines = _fitted(title, typeface)
    font = _font(typeface, size)
    for number, line in enumerate(lines):
        baseline = _MARGIN + size * (_CAPITALS + number * _LEADING)
        pen.text((_MARGIN, baseline), line, ink, font, anchor="ls")


def _typeset(document: Mapping[str, object], title: str, typeface: Typeface) -> Image.Image:
    """Any letters by Typst, on a transparent background."""
    made = typst.compile(
        _TEMPLATE,
        format="png",
        ppi=72,
        font_paths=fonts(folders(typeface, needed(title, typeface))),
        sys_inputs={"title": json.dumps(document)},
    )
    return Image.open(io.BytesIO(made))


def _document(title: str, typeface: Typeface, language: str, ink: str) -> dict[str, object]:
    here = region(language)
    others = [face.family for face in typeface.others if face.region in ("", here)]
    return {
        "width": _WIDTH,
        "height": _TITLE_HEIGHT,
        "ink": ink,
        "lang": primary(language) or "und",
        "dir": direction(language),
        "families": [typeface.family, *others, MONO.family],
        "words": title,
        "pieces": list(_pieces(title)),
        "broken": "\u200b".join(part.shown for part in parts(title, typeface)),
        "sizes": [*_SIZES, *_SMALLER],
    }


def _pieces(title: str) -> Iterator[str]:
    """The pieces that stay whole: words, or single Chinese, Japanese and Korean characters."""
    for word in title.split():
        wide = any(unicodedata.east_asian_width(ch) in "WF" for ch in word)
        yield from word if wide else [word]


def _font(typeface: Typeface, size: int) -> ImageFont.FreeTypeFont:
    # Every build of Pillow has the basic layout, so a cover is the same everywhere.
    layout = ImageFont.Layout.BASIC
    return ImageFont.truetype(io.BytesIO(typeface.bold), size, layout_engine=layout)


def _is_picture(ch: str) -> bool:
    """Whether it is an emoji, which is left out. The two joiners stay, for Persian and Hindi."""
    kinds = {"So", "Sk", "Cf", "Cc", "Cn", "Cs", "Co"}
    return ch not in _JOINERS and unicodedata.category(ch) in kinds


def _fitted(title: str, typeface: Typeface) -> tuple[int, list[str]]:
    """The largest size at which the title fits, and its lines.

    Words stay whole while the letters are large; a title that never fits ends in an ellipsis.
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
    """Words on as few lines as they need; a word that is too long has its own line."""
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > _WIDTH:
            yield line
            longer = word
        line = longer
    yield line


def _broken(title: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """The title's words, with those wider than a line broken into pieces."""
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
    """A row of bars, tall in the middle; the height of each comes from a byte of the seed."""
    step = _WIDTH / (_BARS - 0.5)
    axis = _AXIS if scale == 1.0 else SIZE // 2
    for bar in range(_BARS):
        swell = math.sin(math.pi * (bar + 1) / (_BARS + 1))
        height = max(step / 2, _TALLEST * scale * swell * (0.25 + 0.75 * seed[bar + 1] / 255))
        left = _MARGIN + bar * step
        box = (left, axis - height / 2, left + step / 2, axis + height / 2)
        pen.rounded_rectangle(box, step / 4, colour)
