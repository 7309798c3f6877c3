"""A document → PDF by Typst, in memory: words and pictures are passed as values."""

import base64
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from typing import Any, NamedTuple

import typst
from PIL import Image, ImageOps

from formats.errors import FormatError
from formats.model import Edition, Face, Media
from formats.typefaces import folders, fonts, needed
from formats.typesetting import families, seconds
from formats.words import phrases, words

TEMPLATE = files("formats.large_print").joinpath("large_print.typ").read_bytes()
"""The template of one post."""

_RASTER = {
    "image/gif": "GIF",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
}

_SMALL = 1_000_000
"""Bytes of a post's pictures together that are no burden."""

_LONG = 100_000
"""Characters of a document that are worth forgetting: Typst holds 400 MB after a million."""

_REMEMBERED = 10
"""Compilations for which Typst remembers what it has not used again; it has no call to forget."""

_ORIENTATION = 0x0112  # EXIF

_FINEST = 1900
"""Pixels on the longer side: 160 mm, the width of the lines, at 300 an inch are 1,890."""


class PrintPlace(NamedTuple):
    """How far down a page, in mm from its top, a picture begins, or words or a picture end.

    `picture` is the id of the one that begins, or "".
    """

    picture: str
    page: int
    down: float


def typeset(document: Mapping[str, object], edition: Edition, template: bytes = TEMPLATE) -> bytes:
    """The PDF of a document of an edition: the same bytes for the same values.

    Raises `FormatError` where Typst refuses the document.
    """
    with _given(document, edition) as given:
        made: bytes = typst.compile(
            template,
            **given,
            pdf_standards=["a-2a", "ua-1"],  # Typst refuses a document that breaks them
            timestamp=seconds(edition.post),
        )
    return made


def begins(document: Mapping[str, object], edition: Edition) -> dict[str, int]:
    """The page on which each unit of the document begins, the first one being 1.

    Raises `FormatError` where Typst refuses the document.
    """
    pages: dict[str, int] = {}
    for unit, page in _asked("<pages>", document, edition):
        pages.setdefault(unit, page)  # the head of a table stands on each of its pages
    return pages


def places(document: Mapping[str, object], edition: Edition) -> list[PrintPlace]:
    """Where words and pictures end, and where each picture begins, in the order of the pages.

    Raises `FormatError` where Typst refuses the document.
    """
    return [PrintPlace(*found) for found in _asked("<places>", document, edition)]


def _asked(label: str, document: Mapping[str, object], edition: Edition) -> list[Any]:
    """A value that the template gives under a label."""
    with _given(document, edition) as given:
        try:
            found = typst.query(TEMPLATE, label, field="value", one=True, **given)
        except RuntimeError as error:  # what `compile` raises as a TypstError
            message = f"large print can't be made: {error}"
            raise FormatError(message, "Save the post's pictures again.") from error
    values: list[Any] = json.loads(found)
    return values


@contextmanager
def _given(document: Mapping[str, object], edition: Edition) -> Iterator[dict[str, Any]]:
    """What Typst is given for a document, and what it says of it as a `FormatError`."""
    typeface = edition.publication.print_typeface
    others = needed(json.dumps(document, ensure_ascii=False), typeface)
    size = _size(document["size"], edition, others)
    post = json.dumps({**document, **families(typeface, others), "size": size})
    try:
        yield {
            "font_paths": fonts(folders(typeface, others)),
            "sys_inputs": {"post": post, **_pictures(edition)},
        }
    except typst.TypstError as error:
        message = f"large print can't be made: {error.message}"
        raise FormatError(message, " ".join(error.hints)) from error
    finally:
        if len(post) > _LONG:
            _forget()


def _forget() -> None:
    """Let Typst forget the document: 300,000 letters of it were 120 MB, for each size of print."""
    bare = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    for _ in range(_REMEMBERED):
        typst.compile(b"", format="svg", font_paths=bare)


def _size(sentence: object, edition: Edition, others: tuple[Face, ...]) -> str:
    """The sentence with the size of the letters and the names of the typefaces."""
    families = [edition.publication.print_typeface.family, *(["Noto Sans"] if others else [])]
    named = phrases.names(families, words(edition.post.language))
    return str(sentence).replace("{typeface}", named)


def _pictures(edition: Edition) -> dict[str, str]:
    """Each picture as text, the only form in which Typst takes values from memory.

    As a list of numbers it takes 75 ms and 45 MB of memory a megabyte. So large pictures are put
    into an SVG, as base64, and no larger than a printer can show them. Small ones are not: one
    that can't be decoded would be left out of an SVG without an error.
    """
    large = sum(len(media.data) for media in edition.media) > _SMALL
    return {
        f"picture {media.path}": _drawn(media) if large else _numbers(media)
        for media in edition.media
    }


def _numbers(media: Media) -> str:
    return json.dumps(list(media.data), separators=(",", ":"))


def _drawn(media: Media) -> str:
    """A picture inside an SVG, or the SVG. Raises `FormatError` where it can't be decoded."""
    if media.mime not in _RASTER:
        return media.data.decode()
    try:
        mime, data, (width, height) = _reduced(media)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise FormatError(f"the picture {media.path} can't be decoded", "Save it again.") from error
    encoded = base64.b64encode(data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:{mime};base64,{encoded}"/></svg>'
    )


def _reduced(media: Media) -> tuple[str, bytes, tuple[int, int]]:
    """A picture's type, bytes and size, as a PNG of `_FINEST` pixels where it has more."""
    with Image.open(io.BytesIO(media.data), formats=[_RASTER[media.mime]]) as image:
        upright = image.getexif().get(_ORIENTATION, 1) == 1  # an SVG would not turn it
        if upright and (media.mime == "image/jpeg" or max(image.size) <= _FINEST):
            return media.mime, media.data, image.size
        image.thumbnail((_FINEST, _FINEST))
        kept = image.mode if image.mode in ("L", "LA", "RGB", "RGBA") else "RGBA"
        turned = ImageOps.exif_transpose(image).convert(kept)
    out = io.BytesIO()
    turned.save(out, "PNG")
    return "image/png", out.getvalue(), turned.size
