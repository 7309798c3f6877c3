"""Tables of an editor are read with the numbers of their lines."""

from pathlib import Path

import pytest

from pipeline import spreadsheet
from pipeline.errors import SettingsError


def test_each_row_has_the_number_of_its_first_line() -> None:
    rows = spreadsheet.rows(b'a,b\n"c\nd",e\nf,g\n', "x.csv")
    assert list(rows) == [(1, ["a", "b"]), (2, ["c\nd", "e"]), (4, ["f", "g"])]


@pytest.mark.parametrize("data", ["a,b".encode("utf-16"), b"a\x00", b"a\n\xff"])
def test_what_is_not_utf_8_is_refused(data: bytes) -> None:
    with pytest.raises(SettingsError, match="UTF-"):
        list(spreadsheet.rows(data, "x.csv"))


def test_a_table_that_can_not_be_read_is_told_and_a_missing_one_is_none(tmp_path: Path) -> None:
    (tmp_path / "x.csv").mkdir()
    assert spreadsheet.of(tmp_path / "y.csv", tmp_path) is None
    with pytest.raises(SettingsError, match="can't be read"):
        spreadsheet.of(tmp_path / "x.csv", tmp_path)
