"""What each format of the whole blog made of single posts, kept in the cache between runs.

All pieces of a format for an output folder are in one kept file: a thousand files took longer to
open than the pieces to make. Each piece has a key that names all it was made of, so a file that
is out of date, or that another program version wrote, gives nothing wrong.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from formats.model import Pieces
from pipeline.store import kept
from pipeline.store.files import Store, real


class _Packed(Mapping[tuple[str, ...], Any]):
    """Pieces as bytes, each opened when it is asked for; what was not changed stays as it is."""

    def __init__(self, packed: Mapping[tuple[str, ...], bytes]) -> None:
        self._packed = packed
        self._opened: dict[tuple[str, ...], Any] = {}

    def __getitem__(self, key: tuple[str, ...]) -> Any:
        if key not in self._opened:
            self._opened[key] = kept.unpacked(self._packed[key])
        return self._opened[key]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def packed(self, key: tuple[str, ...], piece: object) -> bytes:
        """A piece as bytes."""
        same = key in self._packed and self._opened.get(key) is piece
        return self._packed[key] if same else kept.packed(piece)


def load(cache: Path, output: Path, name: str, shared: str) -> Pieces:
    """The pieces of a format; `shared` is the digest of all that every piece is made of."""
    found = kept.load(Store(cache), _key(output, name))
    known = found[1] if isinstance(found, tuple) and found[0] == shared else {}
    return Pieces(_Packed(known), partial(_opened, output))


def save(cache: Path, output: Path, name: str, shared: str, pieces: Pieces) -> None:
    """Keep the pieces that were used. Raises `WriteError`."""
    known = pieces.known if isinstance(pieces.known, _Packed) else _Packed({})
    packed = {key: known.packed(key, piece) for key, piece in pieces.used.items()}
    if packed:
        kept.save(Store(cache), _key(output, name), (shared, packed))


def _key(output: Path, name: str) -> str:
    return kept.key("pieces", real(output), name)


def _opened(output: Path, path: str) -> BinaryIO:
    """A file of an earlier run, to be read; an empty one where there is none."""
    try:
        found = output / path
        return found.open("rb") if found.is_file() else BytesIO()
    except OSError:
        return BytesIO()
