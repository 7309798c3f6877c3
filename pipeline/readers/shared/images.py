"""A picture's type and size from its bytes, and whether a book may show it."""

import io
import re
import warnings
from dataclasses import dataclass

from lxml import etree
from PIL import Image as Raster

# The core image types of EPUB 3.3 (section 3.2), which every browser shows too.
_TYPES = {
    "PNG": ("png", "image/png"),
    "JPEG": ("jpg", "image/jpeg"),
    "GIF": ("gif", "image/gif"),
    "WEBP": ("webp", "image/webp"),
}
_SVG = "{http://www.w3.org/2000/svg}svg"
_NUMBER = re.compile(r"\s*([\d.]+)\s*(?:px)?\s*")
_FETCHES = re.compile(r"@import|url\(\s*[\"']?(?!#|[\"']?data:image/)", re.IGNORECASE)
_ORIENTATION = 0x0112  # EXIF
_TURNED = range(5, 9)  # the orientations of pictures that are turned by 90 degrees


class UnusableError(Exception):
    """Why a picture can't be used: a code, a message and a remedy."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's usual suffix and media type, and its size in pixels as it is shown."""

    suffix: str
    mime: str
    width: int
    height: int


def look(data: bytes, src: str) -> Image:
    """Examine a picture; `UnusableError` where no format could show it. `src` is for people."""
    drawing = data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<svg", b"<?xml", b"<!"))
    return _svg(data, src) if drawing else _raster(data, src)


def short(src: str) -> str:
    """An address for people: one that contains the picture is cut short."""
    return src if len(src) <= 200 else f"{src[:40]}…"


def _raster(data: bytes, src: str) -> Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Raster.DecompressionBombWarning)
            with Raster.open(io.BytesIO(data)) as image:
                image.load()
                kind, (width, height) = image.format or "", image.size
                turned = image.getexif().get(_ORIENTATION) in _TURNED
    except Exception as error:  # Pillow does not say which ones a broken picture raises
        raise UnusableError(
            "picture-broken",
            f"The picture {short(src)} can't be decoded.",
            "Save it again as PNG or JPEG.",
        ) from error
    if kind not in _TYPES:
        raise UnusableError(
            "picture-format",
            f"The picture {short(src)} is in the format {kind}, which books can't show.",
            "Save it as PNG or JPEG.",
        )
    return Image(*_TYPES[kind], *((height, width) if turned else (width, height)))


def _svg(data: bytes, src: str) -> Image:
    """Check that an SVG only draws: no scripts, no external parts, no entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnusableError(
            "picture-broken",
            f"The picture {short(src)} is not well-formed SVG.",
            "Export it again.",
        ) from error
    if tree.tag != _SVG or any(map(_active, tree.iter())):
        raise UnusableError(
            "picture-active",
            f"The picture {short(src)} is a drawing with scripts or outside parts in it.",
            "Export it as plain SVG, or as PNG.",
        )
    return Image("svg", "image/svg+xml", *_svg_size(tree))


def _active(node: etree._Element) -> bool:
    if not isinstance(node.tag, str):
        return node.tag is etree.Entity
    name = etree.QName(node).localname.lower()
    if name in {"script", "foreignobject", "iframe", "handler", "set", "animate"}:
        return True
    return (name == "style" and bool(_FETCHES.search(node.text or ""))) or _leads(node)


def _leads(node: etree._Element) -> bool:
    """Whether an element runs a script when used, or shows something from elsewhere."""
    for key, said in node.items():
        name, value = str(key).rpartition("}")[2].lower(), str(said).strip().lower()
        outside = name in {"href", "src"} and not value.startswith(("#", "data:image/"))
        if outside or name.startswith("on") or _FETCHES.search(value):
            return True
    return False


def _svg_size(tree: etree._Element) -> tuple[int, int]:
    """Width and height in pixels, or those of the view box; 0 where it has neither."""
    sizes = [_NUMBER.fullmatch(tree.get(side, "")) for side in ("width", "height")]
    if sizes[0] and sizes[1]:
        return _pixels(sizes[0][1]), _pixels(sizes[1][1])
    box = re.split(r"[\s,]+", tree.get("viewBox", "").strip())
    return (_pixels(box[2]), _pixels(box[3])) if len(box) == 4 else (0, 0)


def _pixels(number: str) -> int:
    try:
        return round(float(number))
    except (ValueError, OverflowError):
        return 0
