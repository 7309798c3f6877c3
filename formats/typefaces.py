"""Which typeface has which letter, by the character maps of the typefaces.

All typefaces come with packages, so that every format is the same on every machine; those of the
machine are not used. Their files are read here and by Typst, which takes them by folder, and only
when a text needs them: the only thing in `formats` that reads from disk at run time.
"""

import io
import posixpath
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import typst
import unicodedata2 as unicodedata

from formats.model import Face, Typeface

# A Chinese character has one code point, but different shapes in several languages.
_REGIONS = {"ja": "JP", "ko": "KR", "hant": "TC", "tw": "TC", "hk": "HK", "mo": "HK"}
_REGION = "SC"


def _by_number(ranges: str) -> frozenset[str]:
    """Characters by their code points, written "2000-2023 2026"."""
    ends = (part.partition("-") for part in ranges.split())
    return frozenset(
        chr(number)
        for first, _, last in ends
        for number in range(int(first, 16), int(last or first, 16) + 1)
    )


_USUAL = "Source Sans Pro"

# Characters of Western European posts, all in Source Sans Pro: for these its character map, which
# takes a tenth of a second to read, is not opened.
COMMON = _by_number("9-A 20-7E A0-17E") | frozenset("–—‘’“”…•€")

# Characters without a shape, which no typeface needs to have (DerivedCoreProperties.txt,
# Default_Ignorable_Code_Point), in the version of Typst: without U+180F.
SHAPELESS = _by_number(
    """
    AD 34F 61C 115F-1160 17B4-17B5 180B-180E 200B-200F 202A-202E 2060-206F 3164 FE00-FE0F FEFF
    FFA0 FFF0-FFF8 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF
    """
)

# The signs of the typeface inside Typst, whose character map can't be read; a test asks Typst.
SIGNS = _by_number(
    """
    2000-200A 2010-2023 2026 202F-2037 2039-203A 203C-203F 2045-2049 204B 205F 2070-2071
    2074-208E 2090-209C 20A0-20B5 20B8-20BA 20BD 2102 2105 210D-210F 2115-2117 2119-211A 211D
    2122 2124 2126 212A-212B 212E 2148 2150-2151 2153-215F 2189 2190-2213 2215 2217-2220
    2223-2224 2227-222D 2234-223D 2241-2269 226D-228B 228D-22A5 22AC 22B2-22B5 22B8 22C2-22C6
    22CD-22D1 22DA-22ED 22EF 2300-2306 2308-2315 2318-2319 231C-2321 2325-2328 232B 2335-237A
    237D 2380-2383 2388-238B 2395 239B-23AE 23CE-23CF 2423 2500-262F 2638-268B 2690-269C
    26A0-26A1 26B0-26B1 2701-2704 2706-2709 270C-2727 2729-274B 274D 274F-2752 2756 2758-275E
    2761-2775 2794 2798-27AF 27B1-27BE 27C2 27C5-27C6 27DC 27E0 27E6-27EB 27F5-27F7 2987-2988
    2997-2998 29EB 29FA-29FB 2A00 2A2F 2A6A-2A6B 2B05-2B0D 2B12-2B1A FFFD
    """
)

MONO = Face("DejaVu Sans Mono", "")


class ShownLetter(NamedTuple):
    """A letter with its marks: the part that is shown, the part in no typeface, and the typeface.

    `face` is None for Source Sans Pro.
    """

    shown: str
    missing: str = ""
    face: Face | None = None


def parts(text: str, typeface: Typeface) -> Iterator[ShownLetter]:
    """A text letter by letter. A letter and its marks are in the same typeface, or not shown."""
    known: dict[str, ShownLetter] = {}
    for letter in _letters(text):
        if letter not in known:
            known[letter] = _part(letter, typeface)
        yield known[letter]


def is_plain(text: str) -> bool:
    """Whether a text has only common letters, as nearly every text does.

    They are all in Source Sans Pro, and are letters without marks of their own.
    """
    return COMMON.issuperset(text)


def has_all(text: str, typeface: Typeface) -> bool:
    """Whether a typeface certainly has all of a text."""
    return typeface.family == _USUAL and is_plain(text)


def needed(text: str, typeface: Typeface) -> tuple[Face, ...]:
    """The other typefaces that show letters of a text, in the order in which they are tried.

    Only one of those for Chinese characters is included: each language uses its own.
    """
    if has_all(text, typeface):
        return ()
    showing = {part.face for part in parts(text, typeface)}
    return tuple(face for face in typeface.others if face in showing)


def region(language: str) -> str:
    """The region whose shapes of Chinese characters belong to a BCP 47 tag."""
    tags = language.lower().split("-")
    return next((_REGIONS[tag] for tag in reversed(tags) if tag in _REGIONS), _REGION)


@lru_cache(maxsize=4)
def fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """The typefaces of some folders for Typst, with those inside Typst itself.

    Of these, only DejaVu Sans Mono is used. Those of the machine are not included.
    """
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders)
    )


def folders(typeface: Typeface, others: tuple[Face, ...]) -> tuple[str, ...]:
    """The folders with the files of a typeface and of some others."""
    return typeface.folder, *sorted({posixpath.dirname(face.path) for face in others})


def _letters(text: str) -> Iterator[str]:
    """Each character with its combining marks."""
    letter = ""
    for character in text:
        if letter and not unicodedata.category(character).startswith("M"):
            yield letter
            letter = ""
        letter += character
    if letter:
        yield letter


def _part(letter: str, typeface: Typeface) -> ShownLetter:
    """How a letter with its marks is shown."""
    if has_all(letter, typeface) or SHAPELESS.issuperset(letter):
        return ShownLetter(letter)
    forms = [set(form) - SHAPELESS for form in _forms(letter)]
    best = ShownLetter("", letter)
    for face, has in _maps(typeface):
        if any(form <= has for form in forms):
            return ShownLetter(letter, "", face)
        if not best.shown and letter[0] in has:
            best = _split(letter, has | SHAPELESS, face)
    return best


def _split(letter: str, has: frozenset[str], face: Face | None) -> ShownLetter:
    """A letter with marks, some of which the typeface lacks."""
    return ShownLetter(
        "".join(c for c in letter if c in has), "".join(c for c in letter if c not in has), face
    )


def _forms(letter: str) -> set[str]:
    """The forms Typst tries: composed and decomposed, except with a variation selector."""
    if not SHAPELESS.isdisjoint(letter):
        return {letter}
    return {letter, *(unicodedata.normalize(form, letter) for form in ("NFC", "NFD"))}


def _maps(typeface: Typeface) -> Iterator[tuple[Face | None, frozenset[str]]]:
    """The characters of each typeface. Those of all regions are the same, so one is read."""
    yield None, characters(typeface.regular)
    yield MONO, SIGNS
    for face in typeface.others:
        if face.region in ("", _REGION):
            yield face, characters(face.path, face.number)


@lru_cache(maxsize=64)
def characters(file: bytes | str, number: int = 0) -> frozenset[str]:
    """The characters of a typeface, given by its bytes or its path, and its index in the file."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - 80 ms that plain posts need not wait

    source = io.BytesIO(file) if isinstance(file, bytes) else file
    with TTFont(source, fontNumber=number, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
