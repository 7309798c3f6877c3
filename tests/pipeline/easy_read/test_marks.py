"""What groups said is kept, round by round, and a broken table stops this text alone."""

from pathlib import Path

import pytest

from pipeline.easy_read import edition, marks
from pipeline.easy_read.state import Round
from pipeline.errors import ReadError, SettingsError
from tests.pipeline.easy_read.places import checked, close, packed, tide


def test_each_meeting_is_a_round_with_the_digest_of_the_text_that_it_read(tmp_path: Path) -> None:
    place = tide(tmp_path)
    first = edition.opened(place.path, place.root).text
    checked(place)
    place.path.write_text(place.path.read_text("utf-8").replace("rose", "fell"), "utf-8")
    second = edition.opened(place.path, place.root).text
    checked(place)
    assert marks.rounds_of(place.path, place.root) == (Round(1, first), Round(2, second))
    assert first != second
    assert len(first) == 64


def test_without_a_table_there_is_no_round(tmp_path: Path) -> None:
    place = tide(tmp_path)
    assert marks.rounds_of(place.path, place.root) == ()


def test_words_marks_and_better_words_are_kept_and_another_round_adds_to_them(
    tmp_path: Path,
) -> None:
    place = tide(tmp_path)
    checked(place, {"3": "not clear"})
    close(place, "two rows now")
    checked(place, {"date": "2026-12-01", "1": "wrong"})
    told = [
        (k.round, k.answer.row, k.answer.words, k.answer.answer, k.answer.better, k.closed)
        for k in marks.kept(place.path, place.root)
        if k.answer.is_mark and k.answer.answer != "clear"
    ]
    assert told == [
        (1, "3", "We need: • nails • paint", "not clear", "Other, words", "two rows now"),
        (2, "1", "The sea rose.", "wrong", "Other, words", ""),
    ]


def test_a_mark_is_open_until_the_editor_says_what_was_done(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place, {"1": "wrong", "3": "not clear"})
    assert [k.answer.row for k in marks.kept(place.path, place.root) if k.is_open] == ["1", "3"]
    close(place)
    assert not any(k.is_open for k in marks.kept(place.path, place.root))


def test_the_answers_of_a_meeting_are_taken_back_once(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place)
    packed(place)
    with pytest.raises(SettingsError, match="there already, as round 1"):
        checked(place)
    assert len(marks.rounds_of(place.path, place.root)) == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("1,1,The sea rose.,clear", "one,1,The sea rose.,clear", 8, "“one” is no round"),
        ("1,1,The sea rose.,clear", "0,1,The sea rose.,clear", 8, "“0” is no round"),
        ("1,1,The sea rose.,clear", "2,1,The sea rose.,clear", 8, "round 2 does not say"),
        ("The sea rose.,clear", "The sea rose.,fine", 8, "“fine” is no answer"),
        ("1,2,People", "1,1,People", 13, "two answers in round 1; the other is on line 8"),
        ("1,2,People", '1,2,"People', 13, "quotes"),
        ("closed", "shut", 1, "name the columns"),
    ],
)
def test_a_broken_table_is_told_with_its_line_as_an_error_of_this_text(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    place = tide(tmp_path)
    checked(place)
    file = marks.file_of(place.path)
    text = file.read_text("utf-8-sig")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ReadError, match=message) as error:
        edition.opened(place.path, place.root)
    assert error.value.where == f"tide.easy.marks.csv:{line}"
    assert error.value.remedy
