"""The numbers of a list are those that a browser shows."""

import pytest

from pipeline.readers.html.numbering import numbers
from tests.pipeline.readers.html.trees import first


@pytest.mark.parametrize(
    ("mark", "values", "found"),
    [
        ("<ol>", ["", ""], [1, 2]),
        ("<ol start=4>", ["", ""], [4, 5]),
        ("<ol start=x>", [""], [1]),
        ("<ol reversed>", ["", ""], [2, 1]),
        ("<ol reversed start=10>", ["", ""], [10, 9]),
        ("<ol>", ["", "5", ""], [1, 5, 6]),
        ("<ol>", ["-1", "x", "9999999999"], [-1, 0, 1]),
    ],
)
def test_items_are_counted_as_in_html(mark: str, values: list[str], found: list[int]) -> None:
    assert numbers(first(mark, "ol"), values) == found
