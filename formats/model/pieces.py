"""What a format of the whole blog makes of single posts, kept from one run to the next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, BinaryIO, TypeVar

Piece = TypeVar("Piece")


def _nothing(_path: str) -> BinaryIO:
    return BytesIO()


@dataclass(frozen=True, slots=True)
class Pieces:
    """What a format made of single posts before, by what it was made of, and what it makes now.

    A key names all that a piece is made of, with the digest of its post first, so a piece that is
    found is the one that making it again would give. One of a post without a digest, "", is made
    each time. `known` are the pieces of the earlier run, and `used` those of this one. `earlier`
    opens a file that the earlier run wrote, by its path; an empty one where there is none.
    """

    known: Mapping[tuple[str, ...], Any] = field(default_factory=dict)
    earlier: Callable[[str], BinaryIO] = _nothing
    used: dict[tuple[str, ...], Any] = field(default_factory=dict)

    def of(self, key: tuple[str, ...], make: Callable[[], Piece]) -> Piece:
        """The piece under a key, or what `make` makes."""
        found = self.used.get(key) or self.known.get(key)
        if found is None:
            found = make()
        self.keep(key, found)
        piece: Piece = found
        return piece

    def keep(self, key: tuple[str, ...], piece: object) -> None:
        """Keep a piece for the next run."""
        if key[0]:
            self.used[key] = piece
