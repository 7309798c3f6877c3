"""The pictures and sounds of a WordPress site, as its export lists them: addresses and words.

The files themselves are not in an export. A picture that an editor has put beside it, under
`wp-content/uploads` as on the site or under `uploads`, is shown from there.
"""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from pipeline.readers.exports.wxr import ExportItem

# WordPress names a smaller copy "x-300x200.jpg", and the one it shows of a large photo
# "x-scaled.jpg".
_SIZE = re.compile(r"-(?:\d{1,5}x\d{1,5}|scaled)(?=\.\w{2,5}$)")
_UPLOADS = re.compile(r"/(?:wp-content/uploads|files)/(.+)")
_PICTURES = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic)$", re.IGNORECASE)
_SOUNDS = re.compile(r"\.(?:mp3|m4a|ogg|opus|wav|flac|wma)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the site: its address, alternative text, caption and title."""

    number: str
    url: str
    alt: str
    caption: str
    title: str
    parent: str
    order: int

    @property
    def is_picture(self) -> bool:
        """Whether its address is that of a picture."""
        return _PICTURES.search(_path(self.url)) is not None

    @property
    def is_sound(self) -> bool:
        """Whether its address is that of a sound."""
        return _SOUNDS.search(_path(self.url)) is not None


def attachment(item: ExportItem) -> Attachment:
    """The attachment that an item describes."""
    order = item.get("wp:menu_order")
    return Attachment(
        item.get("wp:post_id"),
        item.get("wp:attachment_url") or item.get("link"),
        item.metas.get("_wp_attachment_image_alt", "").strip(),
        item.get("excerpt:encoded"),
        item.get("title"),
        item.get("wp:post_parent"),
        int(order) if order.isascii() and order.isdecimal() and len(order) < 10 else 0,
    )


class Library:
    """The attachments of a site, by their number and address.

    `beside` says whether a path, from the folder of the export, is that of a file.
    """

    def __init__(self, items: Iterable[ExportItem], beside: Callable[[str], bool]) -> None:
        self._beside = beside
        self._numbered: dict[str, Attachment] = {}
        self._named: dict[str, Attachment] = {}
        self._below: dict[str, list[Attachment]] = {}
        for one in map(attachment, items):
            self._numbered.setdefault(one.number, one)
            self._named.setdefault(_key(one.url), one)
            self._below.setdefault(one.parent, []).append(one)

    def numbered(self, number: str) -> Attachment | None:
        """The attachment with a number, such as "12"."""
        return self._numbered.get(number.strip())

    def of_post(self, number: str) -> list[Attachment]:
        """What was uploaded to a post, in the order that its editor chose."""
        return sorted(self._below.get(number, []), key=lambda one: one.order) if number else []

    def alternative(self, src: str, numbers: Iterable[str] = ()) -> str:
        """The alternative text for a picture of some number or address, or ""."""
        found = [self._numbered.get(number) for number in numbers] + [self._named.get(_key(src))]
        return next((one.alt for one in found if one and one.alt), "")

    def local(self, src: str) -> str:
        """The path of a picture's file beside the export, or else its address."""
        found = _UPLOADS.search(_path(src))
        if not found:
            return src
        names = dict.fromkeys((unquote(found[1]), _SIZE.sub("", unquote(found[1]))))
        paths = [
            f"{folder}/{name}" for folder in ("wp-content/uploads", "uploads") for name in names
        ]
        return next((quote(path) for path in paths if self._beside(path)), src)

    def figure(self, one: Attachment) -> str:
        """The HTML for a picture, with its caption."""
        words = f' alt="{html.escape(one.alt)}"' if one.alt else ""
        caption = f"<figcaption>{one.caption}</figcaption>" if one.caption else ""
        return f'<figure><img src="{html.escape(one.url)}"{words}>{caption}</figure>'


def _path(url: str) -> str:
    try:
        return urlsplit(html.unescape(url)).path
    except ValueError:
        return ""


def _key(url: str) -> str:
    """What is the same in the addresses of a picture in all its sizes."""
    try:
        parts = urlsplit(html.unescape(url.strip()))
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.")
    photon = re.fullmatch(r"i\d\.wp\.com", host)  # WordPress.com's copies of a site's pictures
    path = _SIZE.sub("", unquote(parts.path))
    return path.lstrip("/") if photon else f"{host}{path}"
