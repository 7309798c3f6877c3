"""Which characters a text must have before a pattern can match anywhere in it.

Most rules need a sign or a capital that most sentences do not have. To see that it is missing
takes a tenth of the time of searching for the pattern.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from re import _constants as code  # type: ignore[attr-defined]  # no types: it is private
from re import _parser as parser  # type: ignore[attr-defined]  # no types: it is private
from typing import Any, TypeAlias

Needed: TypeAlias = frozenset[str]
"""Characters of which a text must have at least one."""

_FREQUENT = frozenset(" etaoinsrhldu")  # in nearly every sentence: looking for them gains nothing
_MOST = 2  # tests for each pattern; a third one costs more than it saves
_LARGEST = 100  # characters

# What else Python takes for an ASCII letter where capitals do not count.
_ALIKE = {"s": "ſ", "k": "\u212a", "i": "İı"}
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


def necessary(pattern: re.Pattern[str]) -> tuple[Needed, ...]:
    """Sets of characters; a text without one of each set has no match. () if nothing is known."""
    known = _known().get(key(pattern))
    return parsed(pattern) if known is None else tuple(map(frozenset, known))


def key(pattern: re.Pattern[str]) -> str:
    """The name of a pattern in the table."""
    said = f"{int(pattern.flags & ~re.UNICODE)} {pattern.pattern}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


@cache
def _known() -> Mapping[str, list[str]]:
    """What the rules need, as `tests/needed.py` writes it: to parse them all takes 0.1 s."""
    table = files("pipeline.script.normalise") / "needed.json"
    found: Mapping[str, list[str]] = json.loads(table.read_bytes())
    return found


def parsed(pattern: re.Pattern[str]) -> tuple[Needed, ...]:
    """The same, from the pattern itself."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    found = set(_of_all(tree, tree.state.flags))
    useful = [needed for needed in found if not needed & _FREQUENT]
    return tuple(sorted(useful, key=_by_use)[:_MOST])


def _by_use(needed: Needed) -> tuple[bool, int, list[str]]:
    """Signs before letters, and few before many."""
    return any(map(str.isalpha, needed)), len(needed), sorted(needed)


def _of_all(items: Iterable[tuple[Any, Any]], flags: int) -> list[Needed]:
    """What is needed by a row of parts of a parsed pattern, all of which must match."""
    return [needed for kind, said in items for needed in _of(kind, said, flags)]


def _of(kind: Any, said: Any, flags: int) -> Sequence[Needed]:  # noqa: PLR0911 (as parsed)
    if kind is code.LITERAL:
        return _any_of({said}, flags)
    if kind is code.IN:
        return _in(said, flags)
    if kind in _REPEATS:
        least, _, inner = said
        return _of_all(inner, flags) if least else ()
    if kind is code.SUBPATTERN:
        _, added, removed, inner = said
        return _of_all(inner, (flags | added) & ~removed)
    if kind is code.BRANCH:
        branches = [_of_all(branch, flags) for branch in said[1]]
        rarest = [min(needed, key=_rarest) for needed in branches if needed]
        return [frozenset().union(*rarest)] if all(branches) else ()
    if kind is code.ASSERT:
        return _of_all(said[1], flags)
    return _of_all(said, flags) if kind is code.ATOMIC_GROUP else ()


def _rarest(needed: Needed) -> tuple[bool, bool, int, list[str]]:
    return bool(needed & _FREQUENT), *_by_use(needed)


def _in(said: Iterable[tuple[Any, Any]], flags: int) -> Sequence[Needed]:
    """A class of characters; nothing where it has others than those that it lists."""
    codes: set[int] = set()
    for kind, value in said:
        if kind is code.LITERAL:
            codes.add(value)
        elif kind is code.RANGE and value[1] - value[0] < _LARGEST:
            codes.update(range(value[0], value[1] + 1))
        else:
            return ()
    return _any_of(codes, flags)


def _any_of(codes: Iterable[int], flags: int) -> Sequence[Needed]:
    chars = frozenset(map(chr, codes))
    if not flags & re.IGNORECASE:
        return (chars,)
    if not all(map(str.isascii, chars)):  # their pairs are many, and differ by version
        return ()
    pairs = (f"{char.lower()}{char.upper()}{_ALIKE.get(char.lower(), '')}" for char in chars)
    return (frozenset("".join(pairs)),)
