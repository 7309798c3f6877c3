"""Pictures in the kinds that Word shows, and the drawings that hold them."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from formats.errors import FormatError
from formats.markup import escape
from formats.model import Media, Typeface
from formats.typesetting import drawn

_SVG = "image/svg+xml"
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}
_KINDS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF", "image/webp": "WEBP"}

KINDS = frozenset({_SVG, *_KINDS})
"""The types of picture that can be shown; others are described in words."""

_EMU_PER_MM = 36_000
LINE_MM = 160
"""The width of the lines: A4 with margins of 25 mm (ACB 2022)."""

_TALLEST_MM = 200
_MM_PER_PIXEL = 25.4 / 72  # a picture is never enlarged to less than 72 pixels an inch
_INCH = 200  # pixels to which a drawing is drawn
_ORIENTATION = 0x0112  # EXIF

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as Word takes it: kind, bytes, and its size on paper in mm."""

    mime: str
    suffix: str
    data: bytes
    width: float
    height: float


def raster(media: Media, typeface: Typeface) -> Raster:
    """A picture in a kind that Word shows. Raises `FormatError` where it can't be decoded."""
    if media.mime == _SVG:
        return _drawn(media, typeface)
    try:
        mime, data, size = _kept(media)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise FormatError(f"the picture {media.path} can't be decoded", "Save it again.") from error
    width, height = _on_paper(*size)
    return Raster(mime, _SUFFIXES[mime], data, width, height)


def _kept(media: Media) -> tuple[str, bytes, tuple[int, int]]:
    """A picture as it is, where Word shows it upright; else as a PNG."""
    with Image.open(io.BytesIO(media.data), formats=[_KINDS[media.mime]]) as image:
        upright = image.getexif().get(_ORIENTATION, 1) == 1
        if upright and media.mime in _SUFFIXES:
            return media.mime, media.data, image.size
        kept = image.mode if image.mode in ("L", "LA", "RGB", "RGBA") else "RGBA"
        turned = ImageOps.exif_transpose(image).convert(kept)
    out = io.BytesIO()
    turned.save(out, "PNG")
    return "image/png", out.getvalue(), turned.size


def _drawn(media: Media, typeface: Typeface) -> Raster:
    """A drawing as a PNG, since Word before 2016 shows no SVG."""
    data = drawn(media, typeface, LINE_MM, _INCH)
    with Image.open(io.BytesIO(data)) as image:
        across, down = image.size
    tall = min(_TALLEST_MM, LINE_MM * down / across)
    return Raster("image/png", "png", data, tall * across / down, tall)


def _on_paper(across: int, down: int) -> tuple[float, float]:
    """The size in mm: as wide as the line, unless that is too tall or too coarse."""
    width = min(LINE_MM, _TALLEST_MM * across / down, across * _MM_PER_PIXEL)
    return width, width * down / across


def drawing(relation: str, picture: Raster, number: int, alt: str) -> str:
    """A run with a picture; one without an alternative text is marked as decoration."""
    size = f'cx="{round(picture.width * _EMU_PER_MM)}" cy="{round(picture.height * _EMU_PER_MM)}"'
    name = f'id="{number}" name="Picture {number}"'
    inner = "" if alt else _DECORATIVE
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr {name} descr="{escape(alt)}">{inner}</wp:docPr>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr {name}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch>'
        '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
