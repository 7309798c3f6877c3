"""Whether the time that a work takes grows evenly: measured as a ratio, so on any machine.

A time in seconds would be one of the machine, and of what else it does.
"""

import time
import timeit
from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")

_TIMES = 4
_MOST = 9.0
"""Four times as much takes 4 times as long where time grows evenly, and 16 by the square. What
lies between is room for a busy machine."""

_ROUNDS = 3


def grows_evenly(work: Callable[[Given], object], given: Callable[[int], Given], size: int) -> bool:
    """Whether the time of `work` grows evenly, or less, from a size to four times as much.

    Choose a size with which the fault that the test is there for takes most of the time: at a
    small one, what grows evenly may hide it.
    """
    small, large = given(size), given(_TIMES * size)
    most = _MOST * seconds(work, small)
    return any(seconds(work, large, rounds=1) < most for _ in range(_ROUNDS))


def seconds(work: Callable[[Given], object], given: Given, *, rounds: int = _ROUNDS) -> float:
    """The seconds of the processor that a work takes: in the shortest of some rounds."""
    timer = timeit.Timer(lambda: work(given), timer=time.process_time)
    return min(timer.repeat(rounds, number=1))
