"""What is written and what is said: a table of cases for each class, and what holds for all."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.script import spoken
from pipeline.script.normalise import clean, rules

CASES = {
    # clean
    "soft\u00adhyphen and zero\u200bwidth": "softhyphen and zerowidth",
    "One line\nand another": "One line, and another",
    "As Smith wrote.[1] And so": "As Smith wrote. And so",
    # links
    "See https://www.example.com/a/b?c=d.": "See link to example dot com.",
    "Write to me@example.co.uk today": "Write to me@example dot co dot uk today",
    # short forms
    "Dr. Smith and Prof Jones": "Doctor Smith and Professor Jones",
    "St. Davids, Church St.": "Saint Davids, Church Street",
    "No. 5, p. 4 and pp. 3–5": "number 5, page 4 and pages 3 to 5",
    "No. I said so.": "No. I said so.",
    "fruit, e.g. apples, pears, etc.": "fruit, for example apples, pears, et cetera.",
    "apples, etc. and pears": "apples, et cetera and pears",
    "cats vs. dogs": "cats versus dogs",
    # dates
    "on 2026-03-01": "on the 1st of March, twenty twenty-six",
    "on 3 March 2014": "on the 3rd of March, twenty fourteen",
    "on the 3rd of March": "on the 3rd of March",
    "July 1st 1998": "July the 1st, nineteen ninety-eight",
    "March 3, 2014": "March the 3rd, twenty fourteen",
    "In March 30 people came": "In March 30 people came",
    "3–4 May 2014": "3 to 4 May twenty fourteen",
    "the 1990s and the '60s": "the nineteen nineties and the sixties",
    "in 1998, since 1905, in 2000": "in nineteen ninety-eight, since nineteen oh five, in 2000",
    "from 1998 to 2014": "from nineteen ninety-eight to twenty fourteen",
    "(1998–2004)": "(nineteen ninety-eight to two thousand and four)",
    "1°C and 3 km²": "1 degree Celsius and 3 square kilometres",
    "1,998 people, 1998 people": "1,998 people, 1998 people",
    # money
    "£3m, $5.20, €12": "3 million pounds, 5 dollars 20, 12 euros",
    "£1.2m or £1,200.50": "1.2 million pounds or 1,200 pounds 50",
    "£1 and $0.05": "1 pound and 5 cents",
    "£2–3m": "2 to 3 million pounds",
    "$5 million": "5 million dollars",
    # signs
    "tea & cake, A&E, AT&T": "tea and cake, A and E, A T and T",
    "80/20, 1/2 and/or ~5": "80 20, one half and or about 5",
    "A → B": "A to B",
    "C# is #1": "C sharp is number 1",
    "5km, 1 km, 20°C": "5 kilometres, 1 kilometre, 20 degrees Celsius",
    "5–10": "5 to 10",
    # left alone
    "version 1.2.3 at 192.168.0.1": "version 1.2.3 at 192.168.0.1",
    "drôle, Mrázek, naïve": "drôle, Mrázek, naïve",
}


@pytest.mark.parametrize(("written", "said"), CASES.items())
def test_what_is_written_is_said_so_in_british_english(written: str, said: str) -> None:
    assert spoken(written, "en-GB") == said


def test_american_english_names_the_month_first() -> None:
    assert spoken("March 3, 2014 and 2026-03-01", "en-US") == (
        "March 3rd, twenty fourteen and March 1st, twenty twenty-six"
    )


def test_another_language_gets_only_what_is_safe_in_every_one() -> None:
    written = "Dr. Müller & Söhne, 3 May, £5, z.\u00adB. http://www.beispiel.de/x"
    assert spoken(written, "de") == "Dr. Müller & Söhne, 3 May, £5, z.B. Link zu beispiel Punkt de"
    assert spoken("katso http://esim.fi/x", "fi") == "katso esim.fi"


NONSENSE = st.text("bcdfghjklmnpqrstvwxz", min_size=5, max_size=9)
TROUBLESOME = """
    £3m $5.20 2014-03-01 1990s [1] & → ~5 e.g. etc. Dr. St. No. p. May 3 31 March 2014 1/2 80/20
    10km https://a.example/b?c me@b.example 😀 – - , . ( ) 1998–2004 in the 5% # C# A&E '90s
"""
TROUBLE = st.sampled_from(TROUBLESOME.split())
SENTENCES = st.lists(st.one_of(NONSENSE, TROUBLE), max_size=20)
STEADY = settings(deadline=None, database=None, derandomize=True)


@STEADY
@given(SENTENCES)
def test_every_ordinary_word_is_said_once_and_in_order(words: list[str]) -> None:
    ordinary = [word for word in words if re.fullmatch("[bcdfghjklmnpqrstvwxz]{5,9}", word)]
    said = re.findall(r"\b[bcdfghjklmnpqrstvwxz]{5,9}\b", spoken(" ".join(words), "en-GB"))
    assert said == ordinary


@STEADY
@given(SENTENCES, st.sampled_from(["en-GB", "en-US", "fr", "ja", "fi"]))
def test_no_letter_or_digit_goes_unsaid_unless_a_rule_is_named_for_it(
    words: list[str], language: str
) -> None:
    text = " ".join(words)
    for rule in rules(language):
        for match in rule.pattern.finditer(text):
            if any(map(str.isalnum, match[0])) and not rule.drops:
                assert any(map(str.isalnum, rule.say(match))), rule.name
        text = rule.pattern.sub(rule.say, text)


@STEADY
@given(st.text())
def test_any_text_at_all_can_be_said(text: str) -> None:
    said = spoken(text, "en-GB")
    assert said == said.strip()
    assert "\n" not in said


def test_only_references_and_the_paths_of_addresses_are_dropped() -> None:
    chain = (*clean.RULES, *rules("en-GB"))
    assert [rule.name for rule in chain if rule.drops] == ["reference", "address"]
