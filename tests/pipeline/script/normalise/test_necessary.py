"""A text that lacks what a pattern needs has no match of it."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.words import LANGUAGES
from pipeline.script.normalise import rules
from pipeline.script.normalise.necessary import necessary
from pipeline.script.normalise.rule import Rule
from tests.needed import TABLE
from tests.needed import needed as made

RULES = [rule for tag in LANGUAGES for rule in rules(tag)]


def needed(pattern: str, flags: int = 0) -> list[str]:
    return ["".join(sorted(chars)) for chars in necessary(re.compile(pattern, flags))]


def test_the_table_has_what_each_rule_needs() -> None:
    """If not, write it anew: python -m tests.needed."""
    assert json.loads(TABLE.read_bytes()) == made()


def test_what_is_not_in_the_table_is_found_from_the_pattern() -> None:
    assert needed("(?i)no rule/") == ["/"]
    assert needed("(?i)q") == ["Qq"]


@pytest.mark.parametrize(
    ("pattern", "chars"),
    [
        ("a/b", ["/", "b"]),
        ("[/&]x", ["&/", "x"]),
        ("(?:Mrs|Mr)", ["M"]),
        ("(?:B|CF)", ["BC"]),
        ("(?:B|e)", []),  # either may stand alone, and most texts have an "e"
        ("(?:B|)", []),
        ("B?", []),
        ("B*", []),
        ("B+", ["B"]),
        ("B{2}", ["B"]),
        (r"B|\w", []),
        ("[^B]", []),
        ("(?=B)", ["B"]),
        ("(?<=B)", ["B"]),
        ("(?!B)", []),
        ("(?<!B)", []),
        ("(?>B)", ["B"]),
        ("(?P<one>B)(?P=one)", ["B"]),
        ("(B)?(?(1)C|D)", []),
    ],
)
def test_what_each_match_must_have_is_found(pattern: str, chars: list[str]) -> None:
    assert needed(pattern) == chars


def test_capitals_do_not_count_where_the_pattern_says_so() -> None:
    assert needed("k", re.IGNORECASE) == ["Kk\u212a"]
    assert needed("(?i:b)c") == ["c", "Bb"]
    assert needed("é", re.IGNORECASE) == []


@pytest.mark.parametrize("letter", [chr(n) for n in range(ord("a"), ord("z") + 1)])
def test_whatever_python_takes_for_a_letter_is_among_its_pairs(letter: str) -> None:
    """All characters of Unicode that a letter matches where capitals do not count."""
    pattern = re.compile(f"{letter}\u0301?", re.IGNORECASE)
    alike = {char for char in map(chr, range(0x110000)) if pattern.fullmatch(char)}

    assert all(alike <= chars for chars in necessary(pattern))


@given(st.data())
def test_a_rule_is_never_kept_from_a_text_that_it_matches(data: st.DataObject) -> None:
    rule: Rule = data.draw(st.sampled_from(RULES))
    text = data.draw(st.from_regex(re.compile(rule.pattern.pattern, rule.pattern.flags)))

    if rule.pattern.search(text):
        assert not any(map(set(text).isdisjoint, rule.needed))
