"""Pictures beside a post: found, examined, and returned as `Media`."""

import os
from pathlib import Path
from typing import assert_never
from urllib.parse import unquote, urlsplit

from formats.model import Media, Picture
from formats.slugs import slugify
from pipeline import source
from pipeline.findings import Finding
from pipeline.readers.shared import descriptions
from pipeline.readers.shared.descriptions import Descriptions
from pipeline.readers.shared.images import UnusableError, look, short
from pipeline.readers.shared.reading import TextFile, warning
from pipeline.source import Reason, Refusal

_REMOTE = "picture-remote"

LARGEST = 32 * 1024 * 1024
"""The largest picture in bytes: each is held in memory, and by readers' programs too."""

ALL = 64 * 1024 * 1024
"""Bytes of all pictures of one post."""


class Pictures:
    """The pictures of one post, each once, under unique names."""

    def __init__(self, post: TextFile) -> None:
        self._post = post
        self._taken: dict[Path, Media] = {}
        self._descriptions: Descriptions | None = None
        self.findings: list[Finding] = []

    @property
    def media(self) -> tuple[Media, ...]:
        """The pictures, in the order of the post."""
        return tuple(self._taken.values())

    def take(self, src: str, alt: str | None) -> Picture:
        """The picture with its path in the output; or with its address, and a finding.

        Where the post says nothing of what it shows, pictures.csv may.
        """
        described = None if alt else self._described(src)
        alt = alt if described is None else described
        if alt is None:
            bare = f"![]({src}"
            self._tell(
                bare if bare in self._post.text else src,
                UnusableError(
                    "picture-without-alt",
                    f"The picture {short(src)} has no alternative text.",
                    "Say in a sentence what it shows, for people who don't see it: in the post, "
                    "or in pictures.csv.",
                ),
            )
        try:
            return Picture(self._media(src).path, alt)
        except UnusableError as problem:
            self._tell(src, problem)
            # An address is kept whole, so that the picture can be fetched from it.
            return Picture(src if problem.code == _REMOTE else short(src), alt)

    def _described(self, src: str) -> str | None:
        """What pictures.csv says that a picture shows; it is read for the first that needs it."""
        if self._descriptions is None:
            self._descriptions = descriptions.load(self._post.root)
        if not self._descriptions.texts or src in self._post.inside:
            return self._descriptions.of(src)
        try:
            path = os.path.relpath(self._named(src), self._post.root)
        except (UnusableError, ValueError):
            return self._descriptions.of(src.strip())
        return self._descriptions.of(path, src.strip())

    def _media(self, src: str) -> Media:
        if src in self._post.inside:
            return self._once(Path(src), self._post.inside[src], src)
        path = self._named(src)
        real = Path(os.path.realpath(path))
        if real in self._taken:
            return self._taken[real]
        data = source.read(path, self._post.root, LARGEST)
        if isinstance(data, Refusal):
            raise _refused(src, data)
        return self._once(real, data, src)

    def _once(self, path: Path, data: bytes, src: str) -> Media:
        """A picture's media, examined and named when it is first shown."""
        if path not in self._taken:
            if sum(len(media.data) for media in self._taken.values()) + len(data) > ALL:
                raise _too_many(src)
            image = look(data, src)
            name = self._free_name(slugify(path.stem) or "picture", image.suffix)
            self._taken[path] = Media(name, image.mime, image.data, image.width, image.height)
            if not image.whole:
                self._tell(src, _active(src))
        return self._taken[path]

    def _named(self, src: str) -> Path:
        """The path that an address names: relative to the post, or to the root."""
        try:
            parts = urlsplit(src.strip())
        except ValueError as error:
            raise _missing(src) from error
        if parts.scheme or parts.netloc:
            raise _remote(src, parts.scheme)
        named = unquote(parts.path)
        if not named.strip("/") or "\0" in named:
            raise _missing(src)
        start = self._post.root if named.startswith("/") else self._post.path.parent
        return start / named.lstrip("/")

    def _free_name(self, stem: str, suffix: str) -> str:
        taken = {media.path for media in self._taken.values()}
        names = (f"pictures/{stem}{n}.{suffix}" for n in ["", *(f"-{i}" for i in range(2, 9999))])
        return next(name for name in names if name not in taken)

    def _tell(self, written: str, problem: UnusableError) -> None:
        where = self._post.place(written)
        found = warning(problem.code, where, problem.message, problem.remedy)
        if found not in self.findings:
            self.findings.append(found)


def _refused(src: str, refusal: Refusal) -> UnusableError:
    match refusal.reason:
        case Reason.ABSENT:
            return _missing(src)
        case Reason.OUTSIDE:
            return UnusableError(
                "picture-outside",
                f"The picture {short(src)} lies outside the folder of posts.",
                "Copy it into the folder, and name it from there.",
            )
        case Reason.HIDDEN | Reason.SPECIAL | Reason.DENIED | Reason.LARGE:
            return UnusableError(
                "picture-unreadable",
                f"The picture {short(src)} can't be read: {refusal.why}.",
                refusal.remedy,
            )
        case _:
            assert_never(refusal.reason)


def _too_many(src: str) -> UnusableError:
    return UnusableError(
        "picture-large",
        f"The picture {short(src)} and those before it take more than {ALL >> 20} MB together.",
        "Save them smaller: 2,000 pixels are enough for a page.",
    )


def _active(src: str) -> UnusableError:
    return UnusableError(
        "picture-active",
        f"Parts of the picture {short(src)} do more than draw, and were left out of it.",
        "Look at it; if something is missing, export it as plain SVG, or as PNG.",
    )


def _missing(src: str) -> UnusableError:
    return UnusableError(
        "picture-missing",
        f"There is no picture at {short(src) or 'an empty address'}.",
        "Put the file there, or correct the address.",
    )


def _remote(src: str, scheme: str) -> UnusableError:
    if scheme == "data":
        return UnusableError(
            "picture-inside",
            "A picture is written into the text itself, and was left out.",
            "Save it as a file beside the post.",
        )
    return UnusableError(
        _REMOTE,
        f"The picture {short(src)} is on another site, and was not fetched.",
        "If you may use it, save it beside the post and name it from there.",
    )
