"""Which typeface has which letter, asked of the character maps of the typefaces themselves.

All typefaces come with packages, so that an edition is the same on every machine; the machine's
own are never asked. Their files are read here and in Typst, which takes them by folder, and only
where a text needs them: the one thing in `formats` that touches the disk.
"""

import io
import posixpath
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import typst

from formats.model import Face, Typeface

# Chinese characters have one number in several languages, and different shapes.
_REGIONS = {"ja": "JP", "ko": "KR", "hant": "TC", "tw": "TC", "hk": "HK", "mo": "HK"}
_REGION = "SC"


def _every(*ranges: tuple[int, int]) -> frozenset[str]:
    return frozenset(chr(number) for first, last in ranges for number in range(first, last + 1))


# What Western European posts are made of, and the typeface of print surely has: for these its
# character map, which takes a tenth of a second to read, is not opened.
COMMON = _every((0x20, 0x7E), (0xA0, 0x17E)) | frozenset("–—‘’“”…•€\n\t")

# What has no shape of its own, so that no typeface need have it (DerivedCoreProperties.txt,
# Default_Ignorable_Code_Point).
_SHAPELESS = _every(
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5)),
    *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164)),
    *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8)),
    *((0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)

SIGNS = _every(
    *((0x2000, 0x2023), (0x2026, 0x2026), (0x2028, 0x2037), (0x2039, 0x203A), (0x203C, 0x203F)),
    *((0x2045, 0x2049), (0x204B, 0x204B), (0x205F, 0x2071), (0x2074, 0x208E), (0x2090, 0x209C)),
    *((0x20A0, 0x20B5), (0x20B8, 0x20BA), (0x20BD, 0x20BD), (0x2102, 0x2102), (0x2105, 0x2105)),
    *((0x210D, 0x210F), (0x2115, 0x2117), (0x2119, 0x211A), (0x211D, 0x211D), (0x2122, 0x2122)),
    *((0x2124, 0x2124), (0x2126, 0x2126), (0x212A, 0x212B), (0x212E, 0x212E), (0x2148, 0x2148)),
    *((0x2150, 0x2151), (0x2153, 0x215F), (0x2189, 0x2213), (0x2215, 0x2215), (0x2217, 0x2220)),
    *((0x2223, 0x2224), (0x2227, 0x222D), (0x2234, 0x223D), (0x2241, 0x2269), (0x226D, 0x228B)),
    *((0x228D, 0x22A5), (0x22AC, 0x22AC), (0x22B2, 0x22B5), (0x22B8, 0x22B8), (0x22C2, 0x22C6)),
    *((0x22CD, 0x22D1), (0x22DA, 0x22ED), (0x22EF, 0x22EF), (0x2300, 0x2306), (0x2308, 0x2315)),
    *((0x2318, 0x2319), (0x231C, 0x2321), (0x2325, 0x2328), (0x232B, 0x232B), (0x2335, 0x237A)),
    *((0x237D, 0x237D), (0x2380, 0x2383), (0x2388, 0x238B), (0x2395, 0x2395), (0x239B, 0x23AE)),
    *((0x23CE, 0x23CF), (0x2423, 0x2423), (0x2500, 0x262F), (0x2638, 0x268B), (0x2690, 0x269C)),
    *((0x26A0, 0x26A1), (0x26B0, 0x26B1), (0x2701, 0x2704), (0x2706, 0x2709), (0x270C, 0x2727)),
    *((0x2729, 0x274B), (0x274D, 0x274D), (0x274F, 0x2752), (0x2756, 0x2756), (0x2758, 0x275E)),
    *((0x2761, 0x2775), (0x2794, 0x2794), (0x2798, 0x27AF), (0x27B1, 0x27BE), (0x27C2, 0x27C2)),
    *((0x27C5, 0x27C6), (0x27DC, 0x27DC), (0x27E0, 0x27E0), (0x27E6, 0x27EB), (0x27F5, 0x27F7)),
    *((0x2987, 0x2988), (0x2997, 0x2998), (0x29EB, 0x29EB), (0x29FA, 0x29FB), (0x2A00, 0x2A00)),
    *((0x2A2F, 0x2A2F), (0x2A6A, 0x2A6B), (0x2B05, 0x2B0D), (0x2B12, 0x2B1A), (0xFFFD, 0xFFFD)),
)
"""The signs of DejaVu Sans Mono, which is inside Typst and can't be asked; a test asks Typst."""


class Part(NamedTuple):
    """A letter with its marks: what of it is shown, what no typeface has, and who shows it.

    `face` is None for the typeface of print itself, and for signs.
    """

    shown: str
    missing: str = ""
    face: Face | None = None


def parts(text: str, typeface: Typeface) -> Iterator[Part]:
    """A text letter by letter. A letter and its marks are shown by one typeface, or not at all."""
    known: dict[str, Part] = {}
    for letter in _letters(text):
        if letter not in known:
            known[letter] = _part(letter, typeface)
        yield known[letter]


def is_plain(text: str) -> bool:
    """Whether a text surely needs nothing but the typeface of print, as nearly every one does."""
    return COMMON.issuperset(text)


def needed(text: str, typeface: Typeface) -> tuple[Face, ...]:
    """The other typefaces that show letters of a text, in the order in which to ask them.

    Of those for Chinese characters one stands for all: each language takes its own.
    """
    if is_plain(text):
        return ()
    showing = {part.face for part in parts(text, typeface)}
    return tuple(face for face in typeface.others if face in showing)


def region(language: str) -> str:
    """The region whose shapes of Chinese characters a BCP 47 tag asks for."""
    tags = language.lower().split("-")
    return next((_REGIONS[tag] for tag in reversed(tags) if tag in _REGIONS), _REGION)


@lru_cache(maxsize=4)
def fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """The typefaces of some folders as Typst takes them, with those inside Typst itself.

    Of these only DejaVu Sans Mono is ever named. The machine's are not among them.
    """
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders)
    )


def folders(typeface: Typeface, others: tuple[Face, ...]) -> tuple[str, ...]:
    """Where the files of a typeface and of some others are."""
    return typeface.folder, *sorted({posixpath.dirname(face.path) for face in others})


def _letters(text: str) -> Iterator[str]:
    """Each character with the marks that stand on it."""
    letter = ""
    for character in text:
        if letter and not unicodedata.category(character).startswith("M"):
            yield letter
            letter = ""
        letter += character
    if letter:
        yield letter


def _part(letter: str, typeface: Typeface) -> Part:
    """Typst composes and takes apart as a typeface needs it, so each form of a letter counts."""
    if is_plain(letter) or _SHAPELESS.issuperset(letter):
        return Part(letter)
    forms = [set(form) - _SHAPELESS for form in _forms(letter)]
    best = Part("", letter)
    for face, characters in _maps(typeface):
        if any(form <= characters for form in forms):
            return Part(letter, "", face)
        if not best.shown and letter[0] in characters:
            best = _split(letter, characters, face)
    return best


def _split(letter: str, characters: frozenset[str], face: Face | None) -> Part:
    """A letter of whose marks a typeface has not all."""
    has = characters | _SHAPELESS
    return Part(
        "".join(c for c in letter if c in has), "".join(c for c in letter if c not in has), face
    )


def _forms(letter: str) -> tuple[str, str, str]:
    return letter, unicodedata.normalize("NFC", letter), unicodedata.normalize("NFD", letter)


def _maps(typeface: Typeface) -> Iterator[tuple[Face | None, frozenset[str]]]:
    """The characters of each typeface. The regions' have all the same, so one is read."""
    yield None, _read(typeface.regular, 0)
    yield None, SIGNS
    for face in typeface.others:
        if face.region in ("", _REGION):
            yield face, _read(face.path, face.number)


@lru_cache(maxsize=64)
def _read(file: bytes | str, number: int) -> frozenset[str]:
    """The characters that a typeface has, of its bytes or at a path."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - 80 ms that plain posts need not wait

    source = io.BytesIO(file) if isinstance(file, bytes) else file
    with TTFont(source, fontNumber=number, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
