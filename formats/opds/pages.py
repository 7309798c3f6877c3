"""The pages of a catalog: which entries each has, and which other pages it leads to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

SIZE = 100
"""Entries on a page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A post as it stands in each catalog, and the date of its entry.

    `atom` is an element with the space before it, `json` an object as in a list of the catalog.
    """

    updated: datetime
    atom: bytes
    json: str


@dataclass(frozen=True, slots=True)
class CatalogPage:
    """A page of a catalog, the `number`-th of `count`, with some of `total` entries.

    `form` makes the name of each page: "opds{}.xml".
    """

    form: str
    number: int
    count: int
    total: int
    entries: tuple[Listed, ...]

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.named(self.number)

    def named(self, number: int) -> str:
        """The name of the file of a page; the first has no number."""
        return self.form.format("" if number == 1 else f"-{number}")

    def others(self) -> list[tuple[str, str]]:
        """(relation, name) of the pages around it (RFC 5005, 3); none if it is the only one."""
        if self.count == 1:
            return []
        known = [("first", 1), ("last", self.count)]
        if self.number > 1:
            known.append(("previous", self.number - 1))
        if self.number < self.count:
            known.append(("next", self.number + 1))
        return [(relation, self.named(number)) for relation, number in known]


def pages(listed: Sequence[Listed], form: str) -> list[CatalogPage]:
    """All pages; an empty catalog has one."""
    parts = [tuple(listed[at : at + SIZE]) for at in range(0, len(listed), SIZE)] or [()]
    return [
        CatalogPage(form, number, len(parts), len(listed), part)
        for number, part in enumerate(parts, 1)
    ]
