"""A document → PDF by Typst, in memory: words and pictures are passed as values."""

import json
from collections.abc import Mapping
from importlib.resources import files

import typst

from formats.errors import FormatError
from formats.model import Edition, Face, Post
from formats.typefaces import folders, fonts, needed
from formats.words import phrases, words

_TEMPLATE = files("formats.large_print").joinpath("large_print.typ").read_bytes()


def typeset(document: Mapping[str, object], edition: Edition) -> bytes:
    """The PDF of a document of an edition: the same bytes for the same values.

    Raises `FormatError` where Typst refuses the document.
    """
    typeface = edition.publication.typeface
    others = needed(json.dumps(document, ensure_ascii=False), typeface)
    size = _size(document["size"], edition, others)
    named = {**document, **_families(edition, others), "size": size}
    try:
        made: bytes = typst.compile(
            _TEMPLATE,
            font_paths=fonts(folders(typeface, others)),
            sys_inputs={"post": json.dumps(named), **_pictures(edition)},
            pdf_standards=["a-2a", "ua-1"],  # Typst refuses a document that breaks them
            timestamp=_timestamp(edition.post),
        )
    except typst.TypstError as error:
        message = f"large print can't be made: {error.message}"
        raise FormatError(message, " ".join(error.hints)) from error
    return made


def _families(edition: Edition, others: tuple[Face, ...]) -> dict[str, object]:
    """The typefaces by name, and those for Chinese characters by region."""
    typeface = edition.publication.typeface
    families = [face.family for face in others if not face.region]
    regions = {
        face.region: face.family
        for face in typeface.others
        if face.region and any(other.region for other in others)
    }
    return {"families": families, "regions": regions}


def _size(sentence: object, edition: Edition, others: tuple[Face, ...]) -> str:
    """The sentence with the size of the letters and the names of the typefaces."""
    families = [edition.publication.typeface.family, *(["Noto Sans"] if others else [])]
    named = phrases.names(families, words(edition.post.language))
    return str(sentence).replace("{typeface}", named)


def _pictures(edition: Edition) -> dict[str, str]:
    """Each picture as a list of numbers, the only form in which Typst takes bytes from memory.

    It takes 75 ms a megabyte. A picture inside an SVG as base64 would take no time, but one that
    can't be decoded would be left out without an error.
    """
    return {
        f"picture {media.path}": json.dumps(list(media.data), separators=(",", ":"))
        for media in edition.media
    }


def _timestamp(post: Post) -> int:
    """The date in the PDF, in Unix seconds: the post's own, not that of a clock."""
    return max(0, int((post.updated or post.published or post.placed).timestamp()))
