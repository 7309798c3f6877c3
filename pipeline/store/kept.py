"""Values that were worked out once, kept in the cache: a post as it was read, or made ready.

Each is kept under a digest of everything that it depends on, the program included: where one of
them has changed, there is nothing under the new digest, and the value is made anew. They are
pickles, since a thousand posts are a million small values. Only our own frozen values and a few
plain ones are built from them, so that a file that somebody put into the cache runs nothing.
"""

import io
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from formats.memo import Memo, opened
from pipeline.store.files import Store, digest
from pipeline.store.fingerprint import program

_OURS = ("formats.model.", "pipeline.")
_PLAIN = {("datetime", name) for name in ("date", "datetime", "timedelta", "timezone")}
_PLAIN |= {("pathlib", name) for name in ("PosixPath", "WindowsPath")}
_PLAIN |= {("decimal", "Decimal")}


def key(kind: str, *parts: str) -> str:
    """The key of a value of some kind; `parts` are digests of all that it depends on."""
    return digest("kept", kind, program(), *parts)


def load(store: Store, key: str) -> Any:
    """The value under a key, or None where it is missing or damaged."""
    data = store.get(key)
    if data is None:
        return None
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except Exception:  # noqa: BLE001 (a pickle of another making may raise anything)
        return None


def save(store: Store, key: str, value: object) -> None:
    """Keep a value of frozen dataclasses and plain values. Raises `WriteError`.

    One that is nested too deeply to be written is not kept, and so made anew each time.
    """
    out = io.BytesIO()
    try:
        _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(value)
    except RecursionError:
        return
    store.put(key, out.getvalue())


@contextmanager
def results(store: Store, *of: str) -> Iterator[None]:
    """Within this, memoised functions know what they gave when the same was made last.

    `of` names what is made, such as a step and a post. What a function gave and was not asked
    for this time is forgotten. Raises `WriteError`.
    """
    place = key("results", *of)
    memo = Memo(load(store, place) or {})
    with opened(memo):
        yield
    if memo.has_changed:
        save(store, place, memo.table)


class _Pickler(pickle.Pickler):
    """Writes each value of ours as its class and its fields: they are read twice as fast so."""

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, Enum):
            return type(value), (value.value,)
        if is_dataclass(value) and not isinstance(value, type):
            return type(value), _values(type(value))(value)
        return NotImplemented


@cache
def _values(kind: type) -> Callable[[Any], tuple[object, ...]]:
    """Takes the fields of a dataclass out of its values; one that has a single field, too."""
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


class _Unpickler(pickle.Unpickler):
    """Builds frozen values of ours and plain ones, and refuses all else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith(_OURS) else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum | tuple)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value")
