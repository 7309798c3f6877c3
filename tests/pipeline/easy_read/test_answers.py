"""The answers of a group are understood whole, or refused with the line that is wrong."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.easy_read import answers
from pipeline.easy_read.tables import Answer
from pipeline.errors import SettingsError
from tests.formats.easy_read.texts import row, text
from tests.pipeline.easy_read.places import FACTS

PACK = answers.asked(text(row("The sea rises."), row("We need:", 2, "nails", "paint")), "ab12")
GIVEN = tuple(
    replace(one, answer=FACTS.get(one.row, "clear" if one.is_mark else one.answer)) for one in PACK
)

_SAID = ("date", "named", "paid", "learning disability")

Change = Callable[[list[Answer]], list[Answer]]


def read(given: list[Answer]) -> tuple[Answer, ...]:
    return answers.read(answers.write(given), "a.csv", PACK, "en-GB")


def at(name: str, **fields: str) -> Change:
    """One line with other values."""
    return lambda lines: [replace(a, **fields) if a.row == name else a for a in lines]


def test_a_pack_asks_each_row_by_its_number_and_four_questions_a_section() -> None:
    marks = [(one.row, one.words) for one in PACK if one.is_mark]
    assert marks == [("1", "The sea rises."), ("2", "We need: • nails • paint")]
    assert [a.row for a in PACK if "question" in a.row] == [
        f"section 1 question {number}" for number in (1, 2, 3, 4)
    ]
    assert all(one.answer == "" for one in PACK if one.row != "version")


def test_what_was_answered_is_read_in_the_order_of_the_pack() -> None:
    assert read(list(GIVEN)) == GIVEN
    assert read(list(GIVEN[::-1])) == GIVEN


def test_a_table_as_a_spreadsheet_saves_it_says_the_same() -> None:
    """With semicolons, in capitals, with the day as people of the country write it."""
    out = io.StringIO(newline="")
    saved = csv.writer(out, delimiter=";")
    saved.writerow(["Row", "Words", "Answer", "Better words"])
    for one in GIVEN:
        day = "20/11/2026" if one.row == "date" else one.answer.upper()
        saved.writerow([one.row, one.words, day if one.row in _SAID or one.is_mark else one.answer])
    assert answers.read(out.getvalue().encode(), "a.csv", PACK, "en-GB") == GIVEN


def test_questions_may_be_left_out() -> None:
    marks = [one for one in GIVEN if "question" not in one.row]
    assert read(marks) == tuple(marks)


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (at("version", answer="cd34"), ":2", "another version"),
        (lambda lines: lines[1:], ":1", "another version"),
        (lambda lines: [*lines, Answer("3", "More.", "clear")], ":14", "no row “3”"),
        (lambda lines: [*lines, GIVEN[6]], ":14", "two answers; the other is on line 8"),
        (at("1", answer="quite clear"), ":8", "“quite clear” is no answer"),
        (at("1", answer=""), ":8", "there is no answer to row “1”"),
        (at("1", words="The sea rose."), ":8", "not those of the pack"),
        (at("paid", answer="perhaps"), ":6", "“perhaps” is no answer"),
        (at("learning disability", answer=""), ":7", "no answer"),
        (at("date", answer="soon"), ":3", "“soon” is no day"),
        (at("checked by", answer=""), ":4", "no name"),
        (
            lambda lines: [a for a in lines if a.row not in ("1", "paid")],
            "",
            "no line for: paid, 1",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_to_do(
    change: Change, line: str, message: str
) -> None:
    with pytest.raises(SettingsError) as error:
        read(change(list(GIVEN)))
    assert error.value.where == f"a.csv{line}"
    assert message in error.value.message
    assert error.value.remedy


def test_a_group_that_is_not_named_needs_no_name() -> None:
    given = at("checked by", answer="")(at("named", answer="no")(list(GIVEN)))
    assert read(given) == tuple(given)
