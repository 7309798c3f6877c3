"""Names of which each is given once."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count

_LAST = datetime.max.replace(tzinfo=UTC)


def unique(names: Sequence[str], dates: Sequence[datetime | None]) -> list[str]:
    """The names, in their order, each once: of posts with one name, the oldest keeps it.

    So a new post does not take the address of an old one. The others get a number: "tide-2".
    """
    found = list(names)
    taken: set[str] = set()
    free: dict[str, Iterator[str]] = {}  # where each name's numbers have come to: linear time
    for n in sorted(range(len(found)), key=lambda n: dates[n] or _LAST):
        variants = free.setdefault(names[n], _variants(names[n]))
        found[n] = next(name for name in variants if name not in taken)
        taken.add(found[n])
    return found


def _variants(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{n}" for n in count(2))
