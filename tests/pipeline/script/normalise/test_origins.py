"""What is said in place of what is known, whatever rules have changed it in turn."""

import re

import pytest

from pipeline.script.normalise import normalised
from pipeline.script.normalise.origins import Change, Origins
from pipeline.script.normalise.rule import Rule, apply


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost £1.2m in all.", {"£1.2m": "one point two million pounds"}),
        ("On 14/10/2026, e.g.", {"14/10/2026": "the fourteenth of October twenty twenty-six"}),
        ("£5 million now", {"£5 million": "five million pounds"}),
        ("Nothing here changes.", {}),
    ],
)
def test_each_change_knows_what_was_written(text: str, expected: dict[str, str]) -> None:
    said = normalised(text, "en-GB")
    found = {change.written: said.text[change.begin : change.end] for change in said.changes}
    assert {written: found.get(written) for written in expected} == expected
    assert bool(found) == bool(expected)


def _rule(pattern: str, said: str) -> Rule:
    return Rule("r", re.compile(pattern), lambda _: said)


def _changes(text: str, *rules: tuple[str, str]) -> tuple[str, tuple[Change, ...]]:
    origins = Origins(text)
    made = [_rule(pattern, said) for pattern, said in rules]
    said, _ = apply(made, text, (), origins.edited)
    return said, origins.changes(said)


def test_a_change_of_a_change_comes_from_what_was_written_first() -> None:
    said, changes = _changes("a 5 km b", ("5", "five"), ("five km", "five kilometres, far"))
    assert said == "a five kilometres, far b"
    assert changes == (Change(2, 22, "5 km"),)


def test_words_around_a_change_that_its_rule_repeats_are_not_of_it() -> None:
    said, changes = _changes("on 5 May now", ("on 5 May now", "on the fifth of May now"))
    assert [(said[c.begin : c.end], c.written) for c in changes] == [("the fifth of", "5")]


def test_what_is_put_in_comes_from_nothing() -> None:
    assert _changes("ab c", ("(?<=a)(?=b)", " ")) == ("a b c", (Change(1, 2, ""),))


def test_changes_move_with_what_is_said_before_them() -> None:
    said, changes = _changes("5 7", ("7", "seven"), ("5", "five"))
    assert [said[change.begin : change.end] for change in changes] == ["five", "seven"]
