"""The numbers of a list's items, as HTML counts them (HTML, 4.4.5 and 4.4.8)."""

import re
from collections.abc import Sequence

from bs4 import Tag

_NUMBER = re.compile(r"\s*(-?\d{1,9})\s*", re.ASCII)


def numbers(tag: Tag, values: Sequence[str]) -> list[int]:
    """The number of each item of an `<ol>`; `values` are what the items say, or ""."""
    down = tag.get("reversed") is not None
    start = _number(str(tag.get("start", "")))
    following = (len(values) if down else 1) if start is None else start
    found = []
    for value in values:
        said = _number(value)
        found.append(following if said is None else said)
        following = found[-1] + (-1 if down else 1)
    return found


def _number(text: str) -> int | None:
    said = _NUMBER.fullmatch(text)
    return int(said[1]) if said else None
