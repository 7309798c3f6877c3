"""Which pictures a book can have."""

import io
import re
from dataclasses import replace

from lxml import etree
from PIL import Image

from formats.access import shown_in
from formats.model import Edition, Media

_RASTER = {
    "image/gif": "GIF",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
}
"""Picture formats that every reading system shows, except SVG (EPUB 3.3, 3.2), as in Pillow."""

_SVG = "image/svg+xml"
_FETCHING = re.compile(rb"""@import|url\(["'\s]*+(?!#|data:)""")
_FORBIDDEN = frozenset({"script", "foreignObject"})


def held(edition: Edition) -> tuple[Media, ...]:
    """The media that the text shows and a book can have, once each."""
    wanted = {picture.src for picture in shown_in(edition.post)}
    found = {media.path: media for media in edition.media if media.path in wanted}
    return tuple(filter(None, map(_holdable, found.values())))


def _holdable(media: Media) -> Media | None:
    if media.mime == _SVG:
        return _plain_drawing(media)
    return media if media.mime in _RASTER and _is_sound(media) else None


def _is_sound(media: Media) -> bool:
    """Whether the picture opens, and has the type that it claims."""
    try:
        with Image.open(io.BytesIO(media.data), formats=[_RASTER[media.mime]]) as image:
            return image.format == _RASTER[media.mime]
    except (OSError, Image.DecompressionBombError):
        return False


def _plain_drawing(media: Media) -> Media | None:
    """A drawing without its document type, or None where it has scripts or external parts.

    Drawing programs write document types that EPUBCheck refuses (OPF-073).
    """
    try:
        root = etree.fromstring(media.data)
    except etree.XMLSyntaxError:
        return None
    data = etree.tostring(root, encoding="utf-8")
    reaches_out = _FETCHING.search(data) or any(map(_reaches_out, root.iter("*")))
    if etree.QName(root).localname != "svg" or reaches_out:
        return None
    return replace(media, data=data)


def _reaches_out(element: etree._Element) -> bool:
    """Whether an element of a drawing runs a script or refers to something outside it."""
    named = [str(v) for k, v in element.items() if etree.QName(k).localname in {"href", "src"}]
    local = all(name.startswith(("#", "data:")) for name in named)
    return etree.QName(element).localname in _FORBIDDEN or not local
