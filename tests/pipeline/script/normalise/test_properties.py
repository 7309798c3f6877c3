"""What holds for any text at all: nothing goes unsaid, nothing kept is touched."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.words.en import EN
from pipeline.script.normalise import cleaned, normalised, rules, spoken
from pipeline.script.normalise.english.numbers import cardinal, ordinal, plural
from pipeline.script.normalise.english.region import GB
from pipeline.script.normalise.rule import Rule

NONSENSE = st.text("bcdfghjklmnpqrstvwxz", min_size=5, max_size=9)
TROUBLESOME = """
    £3m $5.20 2014-03-01 1990s [1] & → ~5 e.g. etc. Dr. St. No. p. May 3 31 March 2014 1/2 80/20
    10km https://a.example/b?c me@b.example 😀 – - , . ( ) 1998–2004 in the 5% # C# A&E '90s VIII
    3pm 9:30am 10.30 1-2 3–0 won = + × < 2nd 4rd 0800 123 456 555-123-4567 ½ 2½ m² x² CO₂ v2.1.3
    -5 °C 6ft 2in #tag @me U.S. J. B2B 1,234.5 9000,000 007 1:01:01 03/04/26 s. (2) 24/7 £ % ③ ٣ 1️⃣
    Chapter King IV I a.m. St Church w/c and/or 401(k) * ** _ ^ 10⁶ $5-$10 ¥ 100m Tues 1st the of
"""
TROUBLE = st.sampled_from(TROUBLESOME.split())
SENTENCES = st.lists(st.one_of(NONSENSE, TROUBLE), max_size=20).map(" ".join)
GLUED = st.lists(st.one_of(NONSENSE, TROUBLE), max_size=8).map("".join)
ENGLISH = st.sampled_from(["en-GB", "en-US"])
STEADY = settings(deadline=None, database=None, derandomize=True)

_COUNTED = [words for n in range(100) for words in (cardinal(n, GB), ordinal(n, GB))]
NUMBER_WORDS = {
    form
    for words in [*_COUNTED, "hundred", "hundredth", "thousand", "thousandth", "half", "quarter"]
    for word in re.split(r"[ -]", words)
    for form in (word, plural(word))
} | {"oh", "nil", "halves", "squared", "cubed", "square", "cubic", "midnight", "second"}
NUMBER_WORDS |= {month.lower() for month in EN.months}


def unaccounted(rule: Rule, match: re.Match[str]) -> str:
    """What of a match nobody says: "" where each figure and word has something said for it.

    A run of figures that isn't all noughts needs a word for a number of its own.
    """
    if rule.drops:
        return ""
    said = rule.say(match)
    if any(map(str.isalnum, match[0])) and not any(map(str.isalnum, said)):
        return f"{rule.name}: {match[0]!r} is silent"
    figures = [run for run in re.findall(r"\d+|[²³¹]", match[0]) if run.strip("0")]
    words = re.findall(r"\d+|[²³¹]|[a-z]+", said.lower())
    told = [word for word in words if word in NUMBER_WORDS or not word.isalpha()]
    if len(told) < len(figures):
        return f"{rule.name}: {match[0]!r} is said as {said!r}"
    return ""


def traced(text: str, language: str) -> str:
    """Each match of each rule in turn: the first that leaves something unsaid."""
    text = cleaned(text)
    for rule in rules(language):
        for match in rule.pattern.finditer(text):
            if lost := unaccounted(rule, match):
                return lost
        text = rule.pattern.sub(rule.say, text)
    return ""


@STEADY
@given(SENTENCES, ENGLISH)
def test_every_ordinary_word_is_said_once_and_in_order(text: str, language: str) -> None:
    words = r"(?<![^ ])[bcdfghjklmnpqrstvwxz]{5,9}(?![^ ])"
    said = re.findall(r"\b[bcdfghjklmnpqrstvwxz]{5,9}\b", spoken(text, language))
    assert said == re.findall(words, text)


@STEADY
@given(st.one_of(SENTENCES, GLUED), st.sampled_from(["en-GB", "en-US", "sv", "ja", "fi"]))
def test_no_letter_or_digit_goes_unsaid_unless_a_rule_is_named_for_it(
    text: str, language: str
) -> None:
    assert not traced(text, language)


@pytest.mark.parametrize("said", ["", "the third of May", "May", "(twenty)"])
def test_a_rule_that_loses_a_figure_is_found_out(said: str) -> None:
    pattern = re.compile(r"(\d+) (\d+) (\d+)")
    match = pattern.search("3 5 2014")
    assert match
    assert unaccounted(Rule("loses", pattern, lambda _: said), match)
    assert not unaccounted(Rule("says", pattern, lambda _: "third of May twenty fourteen"), match)


def test_only_what_is_named_here_is_ever_left_out() -> None:
    """References, the marks of notes, and the scheme or the path of an address."""
    dropping = [rule.name for rule in rules("en-GB") if rule.drops]
    assert dropping == ["short address", "long address", "long host", "note mark"]
    assert [rule.name for rule in rules("fr") if rule.drops] == ["address"]


@STEADY
@given(st.text(), ENGLISH)
def test_any_text_at_all_can_be_said(text: str, language: str) -> None:
    said = spoken(text, language)
    assert said == said.strip()
    assert "\n" not in said


@STEADY
@given(st.one_of(st.text(), SENTENCES, GLUED), ENGLISH)
def test_no_figure_is_left_for_a_voice_to_read(text: str, language: str) -> None:
    left = [sign for sign in spoken(text, language) if sign.isdigit()]
    assert not [sign for sign in left if sign.isdecimal()]
    assert not [sign for sign in left if sign in "¹²³⁴⁵₂①③"]


KEPT = st.sampled_from(["MP3", "£5", "Dr", "3 May", "A&E", "1990s", "#", "Sian"])


@STEADY
@given(SENTENCES, KEPT, SENTENCES, KEPT, SENTENCES)
def test_words_that_are_kept_come_through_untouched(
    before: str, first: str, between: str, last: str, after: str
) -> None:
    before, between, after = f"{before} ", f" {between} ", f" {after}"
    start = len(before)
    then = start + len(first) + len(between)
    spans = ((start, start + len(first)), (then, then + len(last)))
    text = before + first + between + last + after
    said, places, _ = normalised(text, "en-GB", spans)
    assert [said[begin:end] for begin, end in places] == [first, last]


def test_a_word_that_is_not_kept_is_said_by_the_rules() -> None:
    said, places, _ = normalised("the MP3 of 3 May", "en-GB", ((4, 7),))
    assert (said, places) == ("the MP3 of the third of May", ((4, 7),))


@pytest.mark.parametrize("sign", ["1+", "x=", "1=1", "1-", "-", "A.", "😀", "www.a", "1:"])
def test_a_long_row_of_signs_is_said_at_once(sign: str) -> None:
    """A pattern that goes back over a whole row would keep this running for minutes."""
    assert spoken(sign * 20_000, "en-US")


@pytest.mark.parametrize("written", ["{}", "£{}.50", "{}/{}", "{}th", "{}%", "{} km", "A{}"])
def test_a_number_longer_than_python_counts_is_said_figure_by_figure(written: str) -> None:
    said = spoken(f"It has {written.format('7' * 5000, '7' * 5000)} in it.", "en-GB")

    assert said.count("seven") == 5000 * written.count("{}")
