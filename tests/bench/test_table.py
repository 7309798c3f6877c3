"""A row says yes only to a figure within its bound, measured at the size that the bound names."""

from collections.abc import Iterator

import pytest

from bench import table
from bench.table import Bound, Row

BOUND = Bound(0.5, size=1000)


@pytest.mark.parametrize(
    ("value", "size", "met"),
    [
        (0.4, 1000, "yes"),
        (0.5, 1000, "yes"),
        (0.4, 2000, "yes"),
        (0.501, 1000, "no"),
        (0.501, 30, "no"),
        (0.4, 999, "no, smaller"),
    ],
)
def test_what_is_above_a_bound_or_smaller_than_it_names_is_not_met(
    value: float, size: int, met: str
) -> None:
    assert Row("unchanged run", "", value, "s", BOUND, size).met == met


def test_a_bound_that_names_no_size_is_met_at_any() -> None:
    assert Row("start", "", 149, "ms", Bound(150)).met == "yes"


def test_a_figure_without_a_bound_is_only_told() -> None:
    assert Row("share", "", 0.9, "×").met == "—"


def test_a_line_has_the_figure_beside_its_bound() -> None:
    row = Row("memory", "2,000 posts", 1234.4, "MB", Bound(500, size=2000), 2000, "9.00 s")

    assert table.line(row) == "| memory | 2,000 posts | 1,234 MB | 9.00 s | ≤ 500 MB | no |"


def test_each_line_is_there_before_the_next_row_is_measured() -> None:
    measured = []

    def rows() -> Iterator[Row]:
        for value in (1, 2):
            measured.append(value)
            yield Row("start", "", value, "×")

    lines = table.lines(rows())

    assert [next(lines).count("|"), measured] == [14, []]
    assert [next(lines), measured] == ["| start |  | 1.00 | — | — | — |", [1]]
