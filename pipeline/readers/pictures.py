"""Pictures beside a post: found, looked at, and taken along as `Media`."""

import io
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from PIL import Image

from formats.model import Media, Picture
from pipeline.findings import Finding
from pipeline.readers.reading import Source, warning
from pipeline.readers.slugs import slugify

# The core image types of EPUB 3.3 (section 3.2), which every browser shows too.
_TYPES = {
    "PNG": ("png", "image/png"),
    "JPEG": ("jpg", "image/jpeg"),
    "GIF": ("gif", "image/gif"),
    "WEBP": ("webp", "image/webp"),
}
_ORIENTATION = 0x0112  # EXIF; 5 to 8 lie on their side
_SVG = "{http://www.w3.org/2000/svg}svg"
_NUMBER = re.compile(r"\s*([\d.]+)\s*(?:px)?\s*")


class _Unusable(Exception):
    """Why a picture can't be taken along: a code, what is wrong, what to do."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class _Image:
    suffix: str
    mime: str
    width: int
    height: int


class Pictures:
    """The pictures of one post, each taken once, under names that are its own."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._taken: dict[Path, Media] = {}
        self.findings: list[Finding] = []

    @property
    def media(self) -> tuple[Media, ...]:
        """The pictures taken along, in the order of the post."""
        return tuple(self._taken.values())

    def take(self, src: str, alt: str | None) -> Picture:
        """The picture with the path it will have; or with its address, and a finding."""
        if alt is None:
            self._tell(
                src,
                _Unusable(
                    "picture-without-alt",
                    f"The picture {_short(src)} has no alternative text.",
                    "Say in a sentence what it shows, for people who don't see it.",
                ),
            )
        try:
            return Picture(self._media(src).path, alt)
        except _Unusable as problem:
            self._tell(src, problem)
            return Picture(_short(src), alt)

    def _media(self, src: str) -> Media:
        path = self._find(src)
        if path not in self._taken:
            try:
                data = path.read_bytes()
            except OSError as error:
                raise _missing(src) from error
            image = _svg(data, src) if _is_svg(path, data) else _raster(data, src)
            name = self._free_name(slugify(path.stem) or "picture", image.suffix)
            self._taken[path] = Media(name, image.mime, data, image.width, image.height)
        return self._taken[path]

    def _find(self, src: str) -> Path:
        """The file that an address names: beside the post, or from the root; never outside it."""
        try:
            parts = urlsplit(src.strip())
        except ValueError as error:
            raise _missing(src) from error
        if parts.scheme or parts.netloc:
            raise _remote(src, parts.scheme)
        root = self._source.root.resolve()
        named = unquote(parts.path)
        start = root if named.startswith("/") else self._source.path.resolve().parent
        try:
            path = (start / named.lstrip("/")).resolve()
            there = path.is_file()
        except (OSError, ValueError, RuntimeError) as error:
            raise _missing(src) from error
        if not path.is_relative_to(root):
            raise _Unusable(
                "picture-outside",
                f"The picture {_short(src)} lies outside the folder of posts.",
                "Copy it into the folder, and name it from there.",
            )
        if not there:
            raise _missing(src)
        return path

    def _free_name(self, stem: str, suffix: str) -> str:
        taken = {media.path for media in self._taken.values()}
        names = (f"pictures/{stem}{n}.{suffix}" for n in ["", *(f"-{i}" for i in range(2, 9999))])
        return next(name for name in names if name not in taken)

    def _tell(self, src: str, problem: _Unusable) -> None:
        where = self._source.place(src)
        found = warning(problem.code, where, problem.message, problem.remedy)
        if found not in self.findings:
            self.findings.append(found)


def _short(src: str) -> str:
    """An address as people can read it: one with the picture inside is cut."""
    return src if len(src) <= 200 else f"{src[:40]}…"


def _missing(src: str) -> _Unusable:
    return _Unusable(
        "picture-missing",
        f"There is no picture at {_short(src) or 'an empty address'}.",
        "Put the file there, or correct the address.",
    )


def _remote(src: str, scheme: str) -> _Unusable:
    if scheme == "data":
        return _Unusable(
            "picture-inside",
            "A picture is written into the text itself, and was left out.",
            "Save it as a file beside the post.",
        )
    return _Unusable(
        "picture-remote",
        f"The picture {_short(src)} is on another site, and was not fetched.",
        "If you may use it, save it beside the post and name it from there.",
    )


def _raster(data: bytes, src: str) -> _Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                image.load()
                kind, (width, height) = image.format or "", image.size
                turned = image.getexif().get(_ORIENTATION, 1) >= 5
    except (
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise _Unusable(
            "picture-broken",
            f"The picture {_short(src)} can't be decoded.",
            "Save it again as PNG or JPEG.",
        ) from error
    if kind not in _TYPES:
        raise _Unusable(
            "picture-format",
            f"The picture {_short(src)} is in the format {kind}, which books can't show.",
            "Save it as PNG or JPEG.",
        )
    return _Image(*_TYPES[kind], *((height, width) if turned else (width, height)))


def _is_svg(path: Path, data: bytes) -> bool:
    return path.suffix.lower() == ".svg" or data.lstrip()[:4] == b"<svg"


def _svg(data: bytes, src: str) -> _Image:
    """A drawing that only draws: no script, nothing fetched, no entity of its own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _Unusable(
            "picture-broken", f"The picture {_short(src)} is not well-formed SVG.", "Export it again."
        ) from error
    if tree.tag != _SVG or any(map(_active, tree.iter())):
        raise _Unusable(
            "picture-active",
            f"The picture {_short(src)} is a drawing with scripts or outside parts in it.",
            "Export it as plain SVG, or as PNG.",
        )
    return _Image("svg", "image/svg+xml", *_svg_size(tree))


def _active(node: etree._Element) -> bool:
    if not isinstance(node.tag, str):
        return node.tag is etree.Entity
    name = etree.QName(node).localname.lower()
    if name in {"script", "foreignobject", "iframe", "handler", "set", "animate"}:
        return True
    return name == "style" and "@import" in (node.text or "") or any(map(_leads, node.items()))


def _leads(attribute: tuple[str, str]) -> bool:
    name, value = attribute[0].rpartition("}")[2].lower(), attribute[1].strip().lower()
    outside = name in {"href", "src"} and not value.startswith(("#", "data:image/"))
    return name.startswith("on") or outside


def _svg_size(tree: etree._Element) -> tuple[int, int]:
    """Width and height in pixels, or those of the view box; 0 where neither is said."""
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
