"""The pictures of rows, by the names that stand in the file.

A group's own photographs come first: `pictures/meeting.jpg` goes before our picture of a meeting.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from formats.easy_read.concepts import CONCEPTS, picture_bytes
from formats.model import Media
from pipeline import source
from pipeline.errors import ReadError
from pipeline.readers.shared import images
from pipeline.source import Reason, Refusal

FOLDER = "pictures"
"""Beside the posts: the photographs and drawings of the group."""

KINDS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg")


@dataclass(frozen=True, slots=True)
class RowPictures:
    """Where pictures are looked for: the folder of the posts, and those of the post itself."""

    root: Path
    post: tuple[Media, ...] = ()

    def find(self, name: str, where: str) -> Media:
        """The picture of a name. Raises `ReadError` in `where` if there is none, or it is none."""
        own = next((media for media in self.post if media.path == name), None)
        if own:
            return own
        for path in _places(self.root, name):
            data = source.read(path, self.root)
            if isinstance(data, bytes):
                return _media(data, path.name, where)
            if data.reason is not Reason.ABSENT:
                raise _refused(name, data, where)
        if name in CONCEPTS:
            data = picture_bytes(name)
            return replace(_media(data, f"{name}.svg", where), path=f"easy-read/{name}.svg")
        raise ReadError(
            f"there is no picture “{name}”.",
            where=where,
            remedy=f"Put it into the folder {FOLDER} beside your posts, or remove its name.",
        )

    def names(self) -> tuple[str, ...]:
        """The names of the group's own pictures, in their order."""
        own = (n for n in source.names_in(self.root / FOLDER) if n.lower().endswith(KINDS))
        return tuple(own)


def _places(root: Path, name: str) -> Iterable[Path]:
    """Where a picture of the group may lie: by its whole name, or without its ending."""
    plain = name.removeprefix(f"{FOLDER}/")
    endings = ("",) if plain.lower().endswith(KINDS) else KINDS
    return (root / FOLDER / f"{plain}{ending}" for ending in endings)


def _media(data: bytes, name: str, where: str) -> Media:
    try:
        image = images.look(data, name)
    except images.UnusableError as error:
        raise ReadError(error.message, where=where, remedy=error.remedy) from error
    path = f"easy-read/{Path(name).stem.lower().replace(' ', '-')}.{image.suffix}"
    return Media(path, image.mime, image.data, image.width, image.height)


def _refused(name: str, refusal: Refusal, where: str) -> ReadError:
    message = f"the picture “{name}” can't be read: {refusal.why}."
    return ReadError(message, where=where, remedy=refusal.remedy)
