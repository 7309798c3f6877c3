"""Words on a cover, as large as they fit.

Pillow writes letters of Source Sans Pro; Typst writes others, because it joins the letters of
Arabic and writes from right to left on every machine. Words with a letter that no typeface has
are not written at all: boxes in place of letters would say less than nothing.
"""

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import typst
import unicodedata2 as unicodedata
from PIL import Image, ImageDraw, ImageFont

from formats.languages import direction, primary
from formats.look import Duo
from formats.model import Typeface
from formats.typefaces import MONO, SHAPELESS, folders, fonts, needed, parts, region

_TEMPLATE = files("formats.cover").joinpath("lettering.typ").read_bytes()

_LEADING = 1.1
_CAPITALS = 0.7  # the height of a capital, so that the first line begins at the top
_DESCENT = 0.25
_LONGEST = 1000
"""Characters that are looked at: at the smallest size, fewer than 400 fit."""

_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Room:
    """The room for some words, in pixels: its sides, and sizes of letters, the largest first.

    Words stay whole at sizes of at least `whole`. `smaller` are for scripts with taller lines.
    """

    width: int
    height: int
    sizes: range
    whole: int
    smaller: range = range(0)


def lettering(
    words: str, language: str, room: Room, colours: Duo, typeface: Typeface
) -> Image.Image | None:
    """The words on their background, as wide as the room and as high as they are.

    None where there is nothing to write, or a letter is in no typeface.
    """
    words = " ".join(unicodedata.normalize("NFC", words).split())
    written = words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
    shown = "".join(ch for ch in written if not _is_picture(ch)).strip()
    letters = list(parts(shown, typeface))
    if SHAPELESS.issuperset(shown) or any(part.missing for part in letters):
        return None
    if any(part.face for part in letters):
        return _typeset(shown, language, room, colours, typeface)
    return _written("".join(ch for ch in shown if ch not in SHAPELESS), room, colours, typeface)


def _is_picture(ch: str) -> bool:
    """Whether it is an emoji, which is left out. The two joiners stay, for Persian and Hindi."""
    kinds = {"So", "Sk", "Cf", "Cc", "Cn", "Cs", "Co"}
    return ch not in _JOINERS and unicodedata.category(ch) in kinds


# --- by Pillow --------------------------------------------------------------------------


def _written(words: str, room: Room, colours: Duo, typeface: Typeface) -> Image.Image:
    size, lines = _fitted(words, room, typeface)
    font = _font(typeface.bold, size)
    height = round(size * (_CAPITALS + _DESCENT + (len(lines) - 1) * _LEADING))
    image = Image.new("RGB", (room.width, height), colours.ground)
    pen = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        baseline = size * (_CAPITALS + number * _LEADING)
        pen.text((0, baseline), line, colours.ink, font, anchor="ls")
    return image


@lru_cache(maxsize=64)
def _font(face: bytes, size: int) -> ImageFont.FreeTypeFont:
    # Every build of Pillow has the basic layout, so a cover is the same everywhere.
    return ImageFont.truetype(io.BytesIO(face), size, layout_engine=ImageFont.Layout.BASIC)


def _fitted(words: str, room: Room, typeface: Typeface) -> tuple[int, list[str]]:
    """The largest size at which the words fit, and their lines.

    Words stay whole while the letters are large; what never fits ends in an ellipsis.
    """
    for size in room.sizes:
        font = _font(typeface.bold, size)
        pieces = words.split() if size >= room.whole else _broken(words, font, room.width)
        lines = list(_lines(pieces, font, room.width))
        most = max(1, int(room.height / (size * _LEADING)))
        if len(lines) <= most and all(font.getlength(line) <= room.width for line in lines):
            return size, lines
    return size, [*lines[: most - 1], lines[most - 1][:-2].rstrip() + "…"]


def _lines(words: Iterable[str], font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """Words on as few lines as they need; a word that is too long has its own line."""
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


def _broken(words: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """The words, with those wider than a line broken into pieces."""
    for word in words.split():
        piece = ""
        for ch in word:
            if font.getlength(piece + ch) > width:
                yield piece
                piece = ""
            piece += ch
        yield piece


# --- by Typst ---------------------------------------------------------------------------


def _typeset(
    words: str, language: str, room: Room, colours: Duo, typeface: Typeface
) -> Image.Image:
    here = region(language)
    others = [face.family for face in typeface.others if face.region in ("", here)]
    document = {
        "width": room.width,
        "height": room.height,
        "ink": colours.ink,
        "lang": primary(language) or "und",
        "dir": direction(language),
        "families": [typeface.family, *others, MONO.family],
        "words": words,
        "pieces": list(_pieces(words)),
        "broken": "\u200b".join(part.shown for part in parts(words, typeface)),
        "sizes": [*room.sizes, *room.smaller],
    }
    made = typst.compile(
        _TEMPLATE,
        format="png",
        ppi=72,
        font_paths=fonts(folders(typeface, needed(words, typeface))),
        sys_inputs={"lettering": json.dumps(document)},
    )
    letters = Image.open(io.BytesIO(made))
    image = Image.new("RGB", letters.size, colours.ground)
    image.paste(letters, (0, 0), letters)
    return image


def _pieces(words: str) -> Iterator[str]:
    """The pieces that stay whole: words, or single Chinese, Japanese and Korean characters."""
    for word in words.split():
        wide = any(unicodedata.east_asian_width(ch) in "WF" for ch in word)
        yield from word if wide else [word]
