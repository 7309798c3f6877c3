"""Memoisation whose table outlasts the process: for slow functions of small values.

`functools.cache` begins empty in each process. Here a table can be handed in and taken out again,
so that of a long post in which one sentence was edited, only that sentence is worked out.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from types import MappingProxyType
from typing import Any, ParamSpec, TypeAlias, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

Arguments: TypeAlias = tuple[Any, ...]

Table: TypeAlias = Mapping[str, Mapping[Arguments, Any]]
"""What functions gave for their arguments, by the names of the functions."""

_NOTHING: Mapping[Arguments, Any] = MappingProxyType({})


class Memo:
    """What functions gave in an earlier run (`known`), and in this one (`used`)."""

    def __init__(self, known: Table) -> None:
        self.known = known
        self.used: dict[str, dict[Arguments, Any]] = {}

    @property
    def table(self) -> Table:
        """What to know in the next run: what was used, and all of functions that nobody asked."""
        return {**self.known, **self.used}

    @property
    def has_changed(self) -> bool:
        """Whether this run used anything else than what was known."""
        return self.table != self.known

    def result(self, name: str, given: Arguments, make: Callable[[], Any]) -> Any:
        """What the function of this name gives; it is only worked out where it is not known."""
        used = self.used.setdefault(name, {})
        if given not in used:
            known = self.known.get(name, _NOTHING)
            used[given] = known[given] if given in known else make()
        return used[given]


_open: ContextVar[Memo | None] = ContextVar("_open", default=None)
"""The memo in use, in this thread alone: the preview's editor works in others meanwhile."""


@contextmanager
def opened(memo: Memo) -> Iterator[None]:
    """Within this, memoised functions use the memo; outside, each call is worked out."""
    before = _open.set(memo)
    try:
        yield
    finally:
        _open.reset(before)


def recalled(name: str, given: Arguments, make: Callable[[], Result]) -> Result:
    """What `make` gives, which depends on what is given alone; from the memo, if one is open.

    Both must be immutable. `name` tells it from what else is made of the same.
    """
    memo = _open.get()
    if memo is None:
        return make()
    found: Result = memo.result(name, given, make)
    return found


def memoised(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """A function that gives the same for the same arguments, with its results recalled.

    It is called without keywords.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def known(*given: Given.args, **named: Given.kwargs) -> Result:
        memo = _open.get()
        if memo is None or named:
            return function(*given, **named)
        found: Result = memo.result(name, given, lambda: function(*given, **named))
        return found

    return known
