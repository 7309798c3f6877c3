"""The posts that the editor's page is about, read again only when a file of theirs changes."""

from pathlib import Path
from threading import Lock

from pipeline import readers, source
from pipeline.easy_read import writing
from pipeline.easy_read.writing import EasyPost


class Posts:
    """A folder of posts, or one file of them; requests may come at the same time."""

    def __init__(self, folder: Path) -> None:
        self._source = folder
        self._lock = Lock()
        self._stamp: list[tuple[str, int, int]] | None = None
        self._reading: readers.Reading | None = None
        self._places: dict[str, EasyPost] = {}

    @property
    def root(self) -> Path:
        """The folder that the posts are in."""
        return source.folder_of(self._source)

    def reading(self) -> readers.Reading:
        """Every post, with its pictures. Raises `AllwaysError` where settings are wrong."""
        with self._lock:
            return self._read()

    def place(self, slug: str) -> EasyPost | None:
        """The place of a post's text; None where there is no such post."""
        with self._lock:
            reading = self._read()
            if all(post.slug != slug for post in reading.posts):
                return None
            if slug not in self._places:
                self._places[slug] = writing.place_in(self._source, reading, slug)
            return self._places[slug]

    def _read(self) -> readers.Reading:
        stamp = [_without_saves(*found) for found in source.stamps(self.root)]
        if self._reading is None or stamp != self._stamp:
            self._reading = writing.read_posts(self._source)
            self._stamp, self._places = stamp, {}
        return self._reading


def _without_saves(path: str, time: int, size: int) -> tuple[str, int, int]:
    """What tells that a post changed: of an easy-read text only that it is there."""
    return (path, 0, 0) if source.EASY_READ in Path(path).name else (path, time, size)
