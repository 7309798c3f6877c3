"""A document → PDF by Typst, in memory: words and pictures are handed over as values.

Typst takes typefaces by folder only, so their reading is the one thing here that touches the
disk. The typeface given decides alone how a post looks wherever it has the letters; where it
has not (Arabic, Japanese), the machine's own typefaces help out, and where these have not
either, the post fails: a box in place of a letter is a word lost.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import typst

from formats.errors import FormatError
from formats.model import Edition, Post

_TEMPLATE = files("formats.large_print").joinpath("large_print.typ").read_bytes()

# Chinese characters have one number in several languages, and different shapes.
_HAN = {"ja": "JP", "ko": "KR", "hant": "TC", "tw": "TC", "hk": "HK", "mo": "HK"}

# Where the machine has these sans serifs they are taken first; then whatever has the letters.
_FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari")


def typeset(document: Mapping[str, object], edition: Edition) -> bytes:
    """The PDF of a document of an edition: the same bytes for the same values.

    Raises `FormatError` where no typeface has the letters or Typst refuses the document.
    """
    when = _timestamp(edition.post)
    folder = edition.publication.typeface.folder
    pictures = _pictures(edition)
    own = dict(document, families=[])
    try:
        return _compile(own, pictures, _fonts(folder, system=False), when)
    except typst.TypstError as error:
        if not _is_letter_missing(error):
            raise _refused(error) from error
    helped = dict(document, families=_families(edition.post.language))
    try:
        return _compile(helped, pictures, _fonts(folder, system=True), when)
    except typst.TypstError as error:
        raise _refused(error) from error


def _compile(
    document: Mapping[str, object], pictures: Mapping[str, str], fonts: typst.Fonts, when: int
) -> bytes:
    made: bytes = typst.compile(
        _TEMPLATE,
        font_paths=fonts,
        sys_inputs={"post": json.dumps(document), **pictures},
        pdf_standards=["a-2a", "ua-1"],  # Typst refuses to write what breaks them
        timestamp=when,
    )
    return made


def _pictures(edition: Edition) -> dict[str, str]:
    """Each picture as a list of numbers, the one form in which Typst takes bytes from memory.

    It costs 75 ms a megabyte. A picture inside an SVG as base64 is free, but one that can't
    be decoded is then left out without a word.
    """
    return {
        f"picture {media.path}": json.dumps(list(media.data), separators=(",", ":"))
        for media in edition.media
    }


def _timestamp(post: Post) -> int:
    """The date in the PDF, in Unix seconds: the post's own, so that no clock is asked."""
    return max(0, int((post.updated or post.published or post.placed).timestamp()))


@lru_cache(maxsize=4)
def _fonts(folder: str, *, system: bool) -> typst.Fonts:
    """The typefaces of a folder, and on demand the machine's: found once, 50 to 230 ms."""
    return typst.Fonts(
        include_system_fonts=system, include_embedded_fonts=True, font_paths=[folder]
    )


def _families(language: str) -> list[str]:
    """Typefaces for letters that the given one has not, best first."""
    parts = language.lower().split("-")
    han = next((_HAN[part] for part in reversed(parts) if part in _HAN), "SC")
    return [*_FAMILIES, f"Noto Sans CJK {han}"]


def _is_letter_missing(error: typst.TypstError) -> bool:
    return "could not be displayed" in error.message


def _refused(error: typst.TypstError) -> FormatError:
    if _is_letter_missing(error):
        return FormatError(
            f"large print can't be made: {error.message}",
            "Install a typeface that has these letters (the Noto typefaces have most).",
        )
    hints = " ".join(error.hints)
    return FormatError(f"large print can't be made: {error.message}", hints)
