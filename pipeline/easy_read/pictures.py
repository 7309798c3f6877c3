"""The pictures of rows, by the names that stand in the file.

A group's own photographs come first: `pictures/meeting.jpg` goes before our picture of a meeting.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from formats.easy_read.concepts import CONCEPTS, picture_bytes
from formats.model import Media
from pipeline import source
from pipeline.errors import ReadError
from pipeline.source import Reason, Refusal

FOLDER = "pictures"
"""Beside the posts: the photographs and drawings of the group."""

KINDS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg")


@dataclass(frozen=True, slots=True)
class RowPictures:
    """Where pictures are looked for: the folder of the posts, and those of the post itself.

    `root` is None for a draft of ours, which names no picture of the group.
    """

    root: Path | None
    post: tuple[Media, ...] = ()

    def find(self, name: str, where: str) -> Media:
        """The picture of a name. Raises `ReadError` in `where` if there is none, or it is none."""
        own = next((media for media in self.post if media.path == name), None)
        if own is None and self.root:
            own = _of_group(self.root, name, where)
        if own:
            return own
        if name in CONCEPTS:
            data = picture_bytes(name)  # drawn in a square of this size
            return Media(f"easy-read/{name}.svg", "image/svg+xml", data, 48, 48)
        raise ReadError(
            f"there is no picture “{name}”.",
            where=where,
            remedy=f"Put it into the folder {FOLDER} beside your posts, or remove its name.",
        )

    def names(self) -> tuple[str, ...]:
        """The names of the group's own pictures, in their order."""
        there = source.names_in(self.root / FOLDER) if self.root else ()
        own = (n for n in there if n.lower().endswith(KINDS))
        return tuple(own)


def _of_group(root: Path, name: str, where: str) -> Media | None:
    """The picture of the group with this name, if there is one."""
    for path in _places(root, name):
        data = source.read(path, root)
        if isinstance(data, bytes):
            return _media(data, path.name, where)
        if data.reason is not Reason.ABSENT:
            raise _refused(name, data, where)
    return None


def _places(root: Path, name: str) -> Iterable[Path]:
    """Where a picture of the group may lie: by its whole name, or without its ending."""
    plain = name.removeprefix(f"{FOLDER}/")
    endings = ("",) if plain.lower().endswith(KINDS) else KINDS
    return (root / FOLDER / f"{plain}{ending}" for ending in endings)


def _media(data: bytes, name: str, where: str) -> Media:
    from pipeline.readers.shared import images  # noqa: PLC0415 (all readers; a draft needs none)

    try:
        image = images.look(data, name)
    except images.UnusableError as error:
        raise ReadError(error.message, where=where, remedy=error.remedy) from error
    path = f"easy-read/{Path(name).stem.lower().replace(' ', '-')}.{image.suffix}"
    return Media(path, image.mime, image.data, image.width, image.height)


def _refused(name: str, refusal: Refusal, where: str) -> ReadError:
    message = f"the picture “{name}” can't be read: {refusal.why}."
    return ReadError(message, where=where, remedy=refusal.remedy)
