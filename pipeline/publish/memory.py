"""How a run keeps below 500 MB: large posts one at a time, and what is free given back."""

import ctypes
from collections.abc import Sequence
from functools import cache

LARGE = 150_000
"""Characters that are spoken in a large post: large print takes up to 70 MB for them."""


def give_back() -> None:
    """Give back what was freed: the allocator of Linux keeps it, 250 MB after a long large print.

    Other allocators are left alone. It takes a few milliseconds.
    """
    trim = _trim()
    if trim:
        trim(0)


def turns(sizes: Sequence[int]) -> list[list[int]]:
    """Which posts may be made at the same time, by their numbers; a large one is made alone.

    `sizes` are the characters that are spoken in each.
    """
    large = [[number] for number, size in enumerate(sizes) if size > LARGE]
    return [[number for number, size in enumerate(sizes) if size <= LARGE], *large]


@cache
def _trim() -> "ctypes._FuncPointer | None":
    """`malloc_trim` of the GNU C library, or None where there is none."""
    return getattr(ctypes.CDLL(None), "malloc_trim", None)
