"""glossary.csv as an editor writes it; what can't be used is told with its line."""

from pathlib import Path

import pytest

from pipeline import glossary
from pipeline.errors import SettingsError


@pytest.mark.parametrize("data", [
    "word,meaning\nMCC,The city council.\n", "word;meaning\nMCC;The city council.\n",
    "\ufeffWord\tMeaning\t\r\nMCC\tThe  city council.\t\r\n",
    "note,meaning,word\n\nask Ann,The city council., MCC \n",
])  # fmt: skip
def test_files_of_any_spreadsheet_are_read(data: str) -> None:
    assert glossary.parse(data.encode()) == (("MCC", "The city council."),)


def test_a_word_without_a_meaning_is_one_that_readers_know() -> None:
    assert glossary.parse(b"word,meaning\ntenant\ncouncillor,\n") == (
        ("tenant", ""),
        ("councillor", ""),
    )


@pytest.mark.parametrize(
    ("data", "where", "told"),
    [
        (b"", "glossary.csv:1", "columns"),
        (b"word\n", "glossary.csv:1", "columns"),
        (b"word,meaning,meaning\n", "glossary.csv:1", "columns"),
        (b"word,meaning,sense\n", "glossary.csv:1", "columns"),
        (b"word,meaning\n\n,Only for show.\n", "glossary.csv:3", "no word"),
        (b"word,meaning\na,For show, only.\n", "glossary.csv:2", "more than 2"),
        (b"word,meaning\na,b\na,c\n", "glossary.csv:3", "line 2"),
        (b'word,meaning\na,"b" c\n', "glossary.csv:2", "quotes"),
        (b"word,meaning\na,\xe9\n", "glossary.csv:2", "UTF-8"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(data: bytes, where: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as error:
        glossary.parse(data)
    assert error.value.where == where
    assert error.value.remedy


def test_the_file_lies_beside_the_posts(tmp_path: Path) -> None:
    assert glossary.load(tmp_path) == ()
    (tmp_path / "glossary.csv").write_text("word,meaning\na,B.\n")
    assert glossary.load(tmp_path) == (("a", "B."),)
