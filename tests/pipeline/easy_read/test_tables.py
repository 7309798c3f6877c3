"""Tables open in a spreadsheet, and a broken one is told with its line."""

import pytest

from pipeline.easy_read import tables
from pipeline.errors import SettingsError

COLUMNS = ("row", "words")


def read(data: bytes) -> list[tuple[int, dict[str, str]]]:
    return list(tables.read(data, "a.csv", COLUMNS))


@pytest.mark.parametrize("words", ["=1+1", "+44 20", "-5 degrees", "@here", "plain", 'a "b", c;'])
def test_what_was_written_reads_back_the_same_and_no_spreadsheet_calculates_it(words: str) -> None:
    data = tables.write(COLUMNS, [("1", words)])
    assert read(data) == [(2, {"row": "1", "words": words})]
    assert data.startswith(b"\xef\xbb\xbf")
    assert not any(cell[:1] in "=+-@" for cell in data.decode("utf-8-sig").split("1,")[1:])


def test_columns_may_be_in_another_order_and_lines_empty() -> None:
    assert read(b"Words; ROW\n\n;\nsea;1\ntide\n") == [
        (4, {"row": "1", "words": "sea"}),
        (5, {"row": "", "words": "tide"}),
    ]


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 1, "name the columns"),
        (b"row\n1\n", 1, "name the columns"),
        (b"row,words,words\n", 1, "name the columns"),
        (b"row,words,my own\n", 1, "name the columns"),
        (b"row,words\n1,yes, often\n", 2, "more than 2 parts"),
        (b'row,words\n1,"sea\n', 2, "quotes"),
        (b"row,words\n1,\xff\n", 2, "UTF-8"),
        ("row,words\n".encode("utf-16"), 0, "UTF-16"),
    ],
)
def test_a_broken_table_is_told_with_its_line(data: bytes, line: int, message: str) -> None:
    with pytest.raises(SettingsError, match=message) as error:
        read(data)
    assert error.value.where == (f"a.csv:{line}" if line else "a.csv")
    assert error.value.remedy
