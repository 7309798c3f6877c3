"""An edit is read from what the page sends; what is none is refused."""

import pytest

from pipeline.easy_read.easy_file import FileRow, RowPicture
from pipeline.easy_read.editor.edits import RowPlace, UnsuitableError, edit_of, row_key

ROW = FileRow("A row.", ("one", "two"), numbered=True, picture=RowPicture("meeting"), done=True)


def test_all_of_a_row_is_read() -> None:
    sent = {
        "words": " A\n row. ",
        "entries": ["one", " ", "two"],
        "numbered": True,
        "picture": "meeting",
        "alt": "People [at a table]",
        "done": True,
    }
    edit = edit_of({"action": "row", "place": "w3.0", "key": "k", "group": "g", "row": sent})

    assert edit.place == RowPlace("w", 3, 0)
    assert str(edit.place) == "w3.0"
    assert (edit.action, edit.key, edit.group) == ("row", "k", "g")
    assert edit.row == FileRow(
        "A row.",
        ("one", "two"),
        numbered=True,
        picture=RowPicture("meeting", "People (at a table)"),
        done=True,
    )


@pytest.mark.parametrize("text", ["a\u2028b", "a\x0bb", "a\r\nb", "a\x85b"])
def test_words_are_one_line_whatever_parts_them(text: str) -> None:
    assert edit_of({"place": "t", "words": text}).words == "a b"


def test_what_can_not_be_written_is_shown_as_such() -> None:
    assert edit_of({"place": "t", "words": "a\x00\ud800"}).words == "a\ufffd\ufffd"


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"place": "x1"},
        {"place": "w1.-1"},
        {"place": "w" + "9" * 99},
        {"place": "w1", "words": 3},
        {"place": "w1", "row": "A row."},
        {"place": "w1", "row": {"entries": "one"}},
        {"place": "w1", "row": {"entries": [1]}},
        {"place": "w1", "row": {"picture": {"name": "a"}}},
    ],
)
def test_what_is_no_edit_is_refused(sent: dict[str, object]) -> None:
    with pytest.raises(UnsuitableError):
        edit_of(sent)


@pytest.mark.parametrize(
    "other",
    [
        FileRow("A row!", ("one", "two"), numbered=True, picture=RowPicture("meeting"), done=True),
        FileRow("A row.", ("one", "2"), numbered=True, picture=RowPicture("meeting"), done=True),
        FileRow("A row.", ("one", "two"), picture=RowPicture("meeting"), done=True),
        FileRow("A row.", ("one", "two"), numbered=True, picture=RowPicture("meet"), done=True),
        FileRow("A row.", ("one", "two"), numbered=True, picture=RowPicture("meeting")),
    ],
)
def test_a_row_that_differs_in_anything_has_another_key(other: FileRow) -> None:
    assert row_key(other) != row_key(ROW)
