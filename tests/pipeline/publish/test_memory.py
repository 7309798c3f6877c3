"""What was freed is given back to the system."""

import sys
from pathlib import Path

import pytest

from pipeline.publish.memory import LARGE, give_back, turns


def held() -> int:
    """MB of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 >> 20


@pytest.mark.skipif(sys.platform != "linux", reason="only the allocator of Linux is asked")
def test_freed_memory_between_pieces_in_use_is_given_back() -> None:
    pieces = [bytes(5000) for _ in range(20_000)]
    kept = pieces[::1000]
    full = held()
    del pieces

    give_back()

    assert len(kept) == 20
    assert held() < full - 70


def test_large_posts_are_made_one_at_a_time_and_the_rest_together() -> None:
    assert turns([5, LARGE + 1, LARGE, LARGE * 2, 7]) == [[0, 2, 4], [1], [3]]
