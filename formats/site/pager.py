"""A long list in pages: at most thirty entries on each, and fewer where they are long."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST = 30
"""Entries of a page."""

LARGEST = 60_000
"""Bytes of the entries of a page: with all that stands around them it has less than 100 kB."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list: its number, from 1, of how many, and its entries as markup."""

    number: int
    count: int
    entries: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of its file; the first is the page of its folder."""
        return name_of(self.number)


def name_of(number: int) -> str:
    """The name of the file of a page."""
    return "index.html" if number == 1 else f"page-{number}.html"


def in_pages(entries: Iterable[str], most: int = MOST) -> list[ListPage]:
    """The pages of a list, in order; an empty list has one page."""
    parts = list(_parts(entries, most)) or [()]
    return [ListPage(number, len(parts), part) for number, part in enumerate(parts, 1)]


def _parts(entries: Iterable[str], most: int) -> Iterator[tuple[str, ...]]:
    part: list[str] = []
    size = 0
    for entry in entries:
        octets = len(entry.encode(errors="replace"))
        if part and (len(part) == most or size + octets > LARGEST):
            yield tuple(part)
            part, size = [], 0
        part.append(entry)
        size += octets
    if part:
        yield tuple(part)
