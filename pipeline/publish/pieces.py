"""What each format of the whole blog made of single posts, kept in the cache between runs.

All pieces of a format for an output folder are in one kept file: a thousand files took longer to
open than the pieces to make. Each piece has a key that names all it was made of, so a file that
is out of date, or that another program version wrote, gives nothing wrong.
"""

from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from formats.model import Pieces
from pipeline.store import kept
from pipeline.store.files import Store, real


def load(cache: Path, output: Path, name: str, shared: str) -> Pieces:
    """The pieces of a format; `shared` is the digest of all that every piece is made of."""
    found = kept.load(Store(cache), _key(output, name))
    known = found[1] if isinstance(found, tuple) and found[0] == shared else {}
    return Pieces(known, partial(_opened, output))


def save(cache: Path, output: Path, name: str, shared: str, pieces: Pieces) -> None:
    """Keep the pieces that were used. Raises `WriteError`."""
    if pieces.used != pieces.known:
        kept.save(Store(cache), _key(output, name), (shared, pieces.used))


def _key(output: Path, name: str) -> str:
    return kept.key("pieces", real(output), name)


def _opened(output: Path, path: str) -> BinaryIO:
    """A file of an earlier run, to be read; an empty one where there is none."""
    try:
        found = output / path
        return found.open("rb") if found.is_file() else BytesIO()
    except OSError:
        return BytesIO()
