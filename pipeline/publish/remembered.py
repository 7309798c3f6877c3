"""What earlier runs made of a folder of posts, so that only what changed is read and scripted.

A post is read anew when its file has changed, or any file that may belong to several posts: a
picture, a table beside the posts, the settings. It is split and scripted anew when it, its
easy-read text, its voice, the lexicon or the publication has changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pipeline import source
from pipeline.readers import Defaults, FileContents, Remembered
from pipeline.store import fingerprint, kept
from pipeline.store.files import Store, digest, real
from pipeline.store.fingerprint import FileState

Value = TypeVar("Value")

_NONE: Mapping[str, FileState] = MappingProxyType({})

_POSTS = (".md", ".markdown")
"""The endings of files that hold one post each, and nothing that another post shows."""


class Memory:
    """What is kept in the cache about the posts of a folder whose files are in these states.

    What is made anew is kept by `keep`, all together, once it is sure that no file was changed
    while it was read.
    """

    def __init__(
        self, cache: Path = Path(), posts: Path = Path(), files: Mapping[str, FileState] = _NONE
    ) -> None:
        self._store = Store(cache)
        self._posts = posts
        self._root = source.folder_of(posts)
        self._files = files
        self._made: dict[str, object] = {}
        others = (part for n, s in files.items() if not _is_post(n) for part in (n, s.digest))
        self.others = digest(real(self._root), *others)

    def contents(self, defaults: Defaults) -> Remembered:
        """What reads a file, or knows what is in it: see `readers.Remembered`."""
        said = repr(replace(defaults, used=frozenset()))  # a set has another order in each process
        shared = digest(said, *sorted(defaults.used), self.others)

        def of(path: Path, reading: Callable[[], FileContents]) -> FileContents:
            name = path.relative_to(self._root).as_posix()
            if not (_is_post(name) and name in self._files):
                return reading()
            return self.value("contents", (shared, name, self._files[name].digest), reading)

        return of

    def digest_of(self, path: Path) -> str:
        """The digest of a file of the folder, "" for one that was not there."""
        state = self._files.get(path.relative_to(self._root).as_posix())
        return state.digest if state else ""

    def value(self, kind: str, of: tuple[str, ...], make: Callable[[], Value]) -> Value:
        """The value of a kind that was kept, or that `make` makes; `of` is all it depends on."""
        key = kept.key(kind, *of)
        found: Value | None = kept.load(self._store, key)
        if found is None:
            found = make()
            self._made[key] = found
        return found

    def keep(self) -> None:
        """Keep what was made anew. Raises `WriteError`."""
        if not self._made:
            return
        now = fingerprint.files(self._posts, self._files)
        if fingerprint.digest_of(now) == fingerprint.digest_of(self._files):
            for key, value in self._made.items():
                kept.save(self._store, key, value)
        self._made.clear()


def _is_post(name: str) -> bool:
    return name.lower().endswith(_POSTS) and source.EASY_READ not in name.lower()
