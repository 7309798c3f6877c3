"""A picture's type and size from its bytes, and whether a book may show it."""

import io
import re
import warnings
from dataclasses import dataclass, field

from lxml import etree
from PIL import Image as Raster

from pipeline.readers.shared.drawings import NotDrawnError, rebuilt
from pipeline.readers.shared.picture_data import ScansError, cleaned

# The core image types of EPUB 3.3 (section 3.2), which every browser shows too.
_TYPES = {
    "PNG": ("png", "image/png"),
    "JPEG": ("jpg", "image/jpeg"),
    "GIF": ("gif", "image/gif"),
    "WEBP": ("webp", "image/webp"),
}
# Other formats that are known by name, so that people are told which one a picture is in.
_OTHER_TYPES = ("BMP", "TIFF", "ICO", "AVIF", "JPEG2000", "TGA", "PCX")

# A decoded pixel takes up to four bytes, in WebP up to twelve: 200 MB at most.
_MOST_PIXELS = {"PNG": 50_000_000, "JPEG": 50_000_000, "GIF": 50_000_000, "WEBP": 16_000_000}

_NUMBER = re.compile(r"\s*([\d.]+)\s*(?:px)?\s*")
_ORIENTATION = 0x0112  # EXIF
_TURNED = range(5, 9)  # the orientations of pictures that are turned by 90 degrees


# How the photos of iPhones begin, from the fifth byte (ISO/IEC 23008-12, 10.2).
_HEIC = tuple(b"ftyp" + brand for brand in (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"hevc"))


class UnusableError(Exception):
    """Why a picture can't be used: a code, a message and a remedy."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's usual suffix and media type, and its size in pixels as it is shown.

    `data` are the bytes to publish, without what does not draw; `whole` is False for a drawing of
    which something visible was left out, because it did more than draw.
    """

    suffix: str
    mime: str
    width: int
    height: int
    data: bytes = field(repr=False)
    whole: bool = True


def look(data: bytes, src: str) -> Image:
    """Examine a picture; `UnusableError` where no format could show it. `src` is for people."""
    drawing = data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<svg", b"<?xml", b"<!"))
    return _svg(data, src) if drawing else _raster(data, src)


def short(src: str) -> str:
    """An address for people: one that contains the picture is cut short."""
    return src if len(src) <= 200 else f"{src[:40]}…"


def _raster(data: bytes, src: str) -> Image:
    if data[4:12] in _HEIC:
        raise UnusableError(
            "picture-format",
            f"The picture {short(src)} is in the format HEIC, which most browsers can't show.",
            "Save it as JPEG: on a Mac, open it in Preview, and choose File, Export. To get JPEG "
            "from an iPhone, choose “Most Compatible” under Settings, Camera, Formats.",
        )
    try:
        data = cleaned(data)
    except ScansError as error:
        raise UnusableError(
            "picture-broken",
            f"The picture {short(src)} is made so that it takes very long to draw.",
            "Save it again as PNG or JPEG.",
        ) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # Named, so that no picture reaches a program that Pillow would start, as for EPS.
            with Raster.open(io.BytesIO(data), formats=[*_TYPES, *_OTHER_TYPES]) as image:
                kind, (width, height) = image.format or "", image.size
                turned = False
                if kind in _TYPES and width * height <= _MOST_PIXELS[kind]:
                    image.draft("RGB", (1 + width // 8, 1 + height // 8))  # JPEG: an eighth is held
                    image.load()
                    turned = image.getexif().get(_ORIENTATION) in _TURNED
    except Raster.DecompressionBombError as error:
        raise _too_large(src, "JPEG") from error
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
    if width * height > _MOST_PIXELS[kind]:
        raise _too_large(src, kind)
    return Image(*_TYPES[kind], *((height, width) if turned else (width, height)), data)


def _too_large(src: str, kind: str) -> UnusableError:
    most = f"{_MOST_PIXELS[kind] // 1_000_000} million"
    return UnusableError(
        "picture-large",
        f"The picture {short(src)} has more than {most} pixels, and was not opened.",
        "Save it smaller: 2,000 pixels are enough for a page.",
    )


def _svg(data: bytes, src: str) -> Image:
    """An SVG with nothing in it but what draws: no scripts, no external parts, no entities."""
    try:
        drawing = rebuilt(data, _shows)
    except NotDrawnError as error:
        raise UnusableError(
            "picture-broken",
            f"The picture {short(src)} can't be used as SVG: {error}.",
            "Export it again, as plain SVG or as PNG.",
        ) from error
    size = _svg_size(drawing.root)
    return Image("svg", "image/svg+xml", *size, drawing.data, drawing.whole)


def _shows(data: bytes) -> bool:
    """Whether bytes in a drawing are a picture that may be shown."""
    try:
        return bool(_raster(data, "").mime)
    except UnusableError:
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
