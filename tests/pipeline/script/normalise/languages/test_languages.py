"""What is said in languages other than English: `cases/` holds a table for each of them.

`cldr.csv` has the number words of the Unicode Consortium (CLDR, spelled out by ICU 78), a second
opinion beside the tables.
"""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import get_month_names
from babel.numbers import get_currency_name
from babel.units import format_unit
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.script.normalise import cleaned, normalised, spoken
from pipeline.script.normalise.languages import LANGUAGES, conventions, rules
from pipeline.script.normalise.languages.conventions import Conventions
from pipeline.script.normalise.rule import Rule
from tests.program import ROOT

HERE = Path(__file__).parent
LEAST = 60
TAGS = (*LANGUAGES, "fr-BE", "fr-CH", "pt-BR")


def _rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table; a line with a # names the source of those after it."""
    lines = path.read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


CASES = [
    (row["language"], row["written"], row["said"])
    for table in sorted((HERE / "cases").glob("*.csv"))
    for row in _rows(table)
]


@pytest.mark.parametrize(("language", "written", "said"), CASES)
def test_what_is_written_is_said_as_its_table_has_it(
    language: str, written: str, said: str
) -> None:
    assert spoken(written, language) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_sixty_cases_none_twice_and_names_its_sources(language: str) -> None:
    path = HERE / "cases" / f"{language}.csv"
    cases = [(row["language"], row["written"]) for row in _rows(path)]
    sources = re.findall(r"^# \w.{20,}$", path.read_text("utf-8"), re.MULTILINE)

    assert len(set(cases)) == len(cases) >= LEAST
    assert len(sources) >= 8


def _known(language: str) -> Conventions:
    known = conventions(language)
    assert known
    return known


# --- a second opinion -------------------------------------------------------------------

OTHERWISE = {
    ("nl", "1"): "een is the article as well, so that the number is written één",
    ("it", "21000"): "ventunomila and ventunmila are both said",
    ("it", "31000"): "trentunomila and trentunmila are both said",
    ("it", "21000000"): "ventuno milioni and ventun milioni are both said",
    **{
        (tag, "200000000"): "cents millions: a million is a noun"
        for tag in ("fr", "fr-BE", "fr-CH")
    },
    ("fr-BE", "80000"): "no s before mille",
    ("fr-BE", "80001"): "no s before mille",
    ("fr-BE", "180000"): "no s before mille",
}
"""Numbers that Allways says otherwise than CLDR, each with the reason."""


def _bare(words: str) -> str:
    """Without spaces and hyphens: writers differ, and no voice does."""
    return re.sub(r"[\s-]", "", words)


@pytest.mark.parametrize("language", TAGS)
def test_numbers_are_those_of_cldr(language: str) -> None:
    rows = [(row["number"], row[language]) for row in _rows(HERE / "cldr.csv") if row[language]]
    cardinal = _known(language).cardinal

    other = {number for number, words in rows if _bare(cardinal(int(number), "")) != _bare(words)}

    assert len(rows) >= 99
    assert other == {number for tag, number in OTHERWISE if tag == language}


def _locale(language: str) -> str:
    return "pt_PT" if language == "pt" else language.replace("-", "_")


@pytest.mark.parametrize("language", [tag for tag in TAGS if tag != "cy"])
def test_months_are_those_of_cldr(language: str) -> None:
    wide = get_month_names("wide", locale=_locale(language))

    assert _known(language).calendar.months[:12] == tuple(wide[number] for number in range(1, 13))


def test_welsh_months_are_those_of_cldr_with_another_first_letter() -> None:
    wide = get_month_names("wide", locale="cy")
    calendar = _known("cy").calendar

    assert dict(calendar.others) == {wide[number]: number for number in range(1, 13)}
    assert all(said[2:] in wide[number] for number, said in enumerate(calendar.months, 1))


SPOKEN = [tag for tag in TAGS if tag != "cy"]


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("number", [0, 1, 2, 5, 21, 101])
def test_the_singular_is_where_cldr_has_it(language: str, number: int) -> None:
    if (language, number) == ("pt-BR", 0):
        pytest.skip("CLDR has 0 as a singular; zero reais is said, too")
    plural = Locale.parse(_locale(language)).plural_form

    assert _known(language).singular(number, "") == (plural(number) == "one")


UNITS = {
    "km": "length-kilometer",
    "m": "length-meter",
    "cm": "length-centimeter",
    "mm": "length-millimeter",
    "kg": "mass-kilogram",
    "g": "mass-gram",
    "mg": "mass-milligram",
    "l": "volume-liter",
    "ml": "volume-milliliter",
    "ha": "area-hectare",
    "km²": "area-square-kilometer",
    "m²": "area-square-meter",
    "m³": "volume-cubic-meter",
    "°C": "temperature-celsius",
    "°F": "temperature-fahrenheit",
    "km/h": "speed-kilometer-per-hour",
    "h": "duration-hour",
    "min": "duration-minute",
    "MB": "digital-megabyte",
    "GB": "digital-gigabyte",
    "Mo": "digital-megabyte",
    "Go": "digital-gigabyte",
}
COLLOQUIAL = {
    ("fr", "km/h"): "kilomètres à l’heure is said; CLDR has par heure",
}


@pytest.mark.parametrize("language", [*LANGUAGES, "pt-BR"])
def test_measures_are_those_of_cldr(language: str) -> None:
    units = _known(language).units
    counts = [(sign, number) for sign in UNITS if sign in units for number in (1, 5)]

    def named(sign: str, number: int) -> str:
        written = format_unit(number, UNITS[sign], length="long", locale=_locale(language))
        return written.replace("\xa0", " ").removeprefix(f"{number} ")

    other = {
        (language, sign)
        for sign, number in counts
        if named(sign, number) != (units[sign].one if number == 1 else units[sign].many)
    }
    assert len(counts) >= 14
    assert other == {pair for pair in COLLOQUIAL if pair[0] == language}


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("count", [1, 5])
def test_currencies_begin_as_cldr_names_them(language: str, count: int) -> None:
    """CLDR adds the country: "livre sterling", "US-Dollar"."""
    for currency in _known(language).currencies:
        code = next(sign for sign in currency.signs if re.fullmatch("[A-Z]{3}", sign))
        noun = currency.whole.one if count == 1 else currency.whole.many
        assert noun.lower() in get_currency_name(code, count, locale=_locale(language)).lower()


# --- what holds for any text ------------------------------------------------------------

TROUBLESOME = """
    5,50 € £5.50 $5 3M€ 1.000 40,000 1999 2019-2020 3–5 10–12 01/02/2023 2023-02-01 31/31/2023 1er
    75e XIXe Ve 3. 3.er 1.º 2ª 3ydd 19eg 4de 1ste 14h30 14:30 14.30 Uhr uur h 5% % 10km km -5 °C
    2+2=4 × − + = 06 12 34 56 78 +33 ISBN 978-2-07-036822-8 007 0.003 1/2 3-0 A4 MP3 Oktober mai de
    y o yn am siglo XIX secolo século bobl filiwn Mio. [1] 😀 ... , . ( ) ’ ² ③ ٣ 10.100.200.255 2e
"""
NONSENSE = st.text("bcdfghjklmnpqrstvwxz", min_size=5, max_size=9)
TROUBLE = st.sampled_from(TROUBLESOME.split())
SENTENCES = st.lists(st.one_of(NONSENSE, TROUBLE), max_size=16).map(" ".join)
GLUED = st.lists(st.one_of(NONSENSE, TROUBLE), max_size=8).map("".join)
ANY = st.sampled_from(TAGS)
STEADY = settings(deadline=None, database=None, derandomize=True, max_examples=150)


def _lost(rule: Rule, match: re.Match[str]) -> str:
    """Figures of a match that nobody says: each run needs a word or figures of its own."""
    said = rule.say(match)
    figures = [run for run in re.findall(r"\d+", match[0]) if run.strip("0")]
    apart = re.findall(r"\d+|[^\W\d_]+", said)
    told = [word for word in apart if word.isdecimal() or word not in match[0].split()]
    return "" if len(told) >= len(figures) else f"{rule.name}: {match[0]!r} is said as {said!r}"


@STEADY
@given(st.one_of(SENTENCES, GLUED), ANY)
def test_no_figure_goes_unsaid(text: str, language: str) -> None:
    text = cleaned(text)
    for rule in rules(language):
        assert not [lost for match in rule.pattern.finditer(text) if (lost := _lost(rule, match))]
        text = rule.pattern.sub(rule.say, text)


def test_a_rule_that_loses_a_figure_is_found_out() -> None:
    pattern = re.compile(r"(\d+) (\d+)")
    match = pattern.search("3 5")
    assert match
    assert _lost(Rule("loses", pattern, lambda _: "trois"), match)
    assert not _lost(Rule("says", pattern, lambda _: "trois cinq"), match)


@STEADY
@given(SENTENCES, ANY)
def test_every_ordinary_word_is_said_once_and_in_order(text: str, language: str) -> None:
    words = r"(?<![^ ])[bcdfghjklmnpqrstvwxz]{5,9}(?![^ ])"
    said = re.findall(r"\b[bcdfghjklmnpqrstvwxz]{5,9}\b", spoken(text, language))
    assert said == re.findall(words, text)


@STEADY
@given(SENTENCES, st.sampled_from(["MP3", "£5", "3 mai", "75e", "#"]), SENTENCES, ANY)
def test_a_word_that_is_kept_comes_through_untouched(
    before: str, kept: str, after: str, language: str
) -> None:
    start = len(before) + 1
    said, places, _ = normalised(
        f"{before} {kept} {after}", language, ((start, start + len(kept)),)
    )
    assert [said[begin:end] for begin, end in places] == [kept]


@STEADY
@given(st.text(), ANY)
def test_any_text_at_all_can_be_said(text: str, language: str) -> None:
    assert "\n" not in spoken(text, language)


@pytest.mark.parametrize(
    "sign",
    [
        *(
            "1+",
            "1=1",
            "1-",
            "1 ",
            "1.",
            "1,",
            "£1",
            "XI",
            "1:",
            "0 1",
            "3. ",
            "1:30 ",
            "A 1:30 ",
            "3 ",
        ),
        *("y 3 ", "3ydd ", "3 € ", "1e", "2 o "),
    ],
)
def test_a_long_row_of_signs_is_said_at_once(sign: str) -> None:
    """A pattern that goes back over a whole row would keep this running for minutes."""
    assert all(spoken(sign * 5_000, language) for language in LANGUAGES)


@pytest.mark.parametrize("language", TAGS)
def test_numbers_of_twelve_figures_have_words_of_their_own(language: str) -> None:
    numbers = [10**size + more for size in range(1, 12) for more in (-1, 0, 1)]
    words = {_known(language).cardinal(number, "f") for number in [*numbers, 10**12 - 1]}
    assert len(words) == 34


@pytest.mark.parametrize("language", TAGS)
def test_a_number_longer_than_python_counts_is_left_to_the_voice(language: str) -> None:
    number = "7" * 5000
    assert spoken(number, language) == number


# --- the table in docs/numbers.md -------------------------------------------------------

PROBES: dict[str, str | dict[str, str]] = {
    "a number alone": "(12)",
    "a number before": "12 mots",
    "1 before": "1 mots",
    "thousands": {"cy": "12,000", "fr": "12 000", "": "12.000"},
    "decimals": {"cy": "3.5", "": "3,5"},
    "a year": "1999.",
    "a range of years": "2019–2020",
    "a date in figures": "01/02/2023",
    "a date with": {
        "cy": "3 Mai",
        "de": "am 3. Mai",
        "es": "3 de mayo",
        "fr": "3 mai",
        "it": "3 maggio",
        "nl": "3 mei",
        "pt": "3 de maio",
    },
    "a time of day": "14:30",
    "an ordinal": {"cy": "3ydd", "de": "3. Tag", "fr": "3e", "nl": "3e", "": "3ª"},
    "a century": {
        "cy": "XIX ganrif",
        "de": "XIX. Jahrhundert",
        "es": "siglo XIX",
        "fr": "XIXe siècle",
        "it": "XIX secolo",
        "nl": "XIXe eeuw",
        "pt": "século XIX",
    },
    "pounds": "£5.50",
    "euros": "€5",
    "dollars": "$5",
    "a percentage": "5 %",
    "a measure": "10 km",
    "a range of measures": "5–7 km",
    "degrees": "−5 °C",
    "a sum": "2 + 2 = 4",
    "a telephone number": "+44 29 2087 6543",
    "an ISBN": "ISBN 978-2-07-036822-8",
    "a version": "3.5.0",
    "a fraction": "1/2",
    "a score": "3-1",
    "a king": "Louis XIV",
}
"""Something of each kind: for all languages, or for each, "" for the others."""


def _documented() -> list[tuple[str, str, str]]:
    """Kind, language, and what the document says of it."""
    lines = (ROOT / "docs" / "numbers.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line[:1] == "|"]
    heads, _, *kinds = rows
    return [
        (kind, language, said)
        for kind, *cells in kinds
        for language, said in zip(heads[1:], cells, strict=True)
    ]


@pytest.mark.parametrize(("kind", "language", "said"), _documented())
def test_the_document_says_what_is_said_and_what_is_left(
    kind: str, language: str, said: str
) -> None:
    probe = next(
        text for name, text in PROBES.items() if kind.split(" (", maxsplit=1)[0].startswith(name)
    )
    written = probe if isinstance(probe, str) else probe.get(language) or probe[""]
    left = (
        any(map(str.isdecimal, spoken(written, language))) or spoken(written, language) == written
    )

    assert said == ("voice" if left else "said")


def test_the_document_has_every_kind_and_language() -> None:
    kinds = {kind for kind, _, _ in _documented()}
    assert len(kinds) == len(PROBES)
    assert {language for _, language, _ in _documented()} == set(LANGUAGES)


# --- which languages --------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en-GB", "fi", "ja", "sv", "frr", "x"])
def test_a_language_without_a_table_gets_no_rules(language: str) -> None:
    assert rules(language) == ()


def test_no_rule_leaves_anything_out() -> None:
    assert not [rule for language in TAGS for rule in rules(language) if rule.drops]


def test_a_run_in_english_loads_no_table() -> None:
    program = (
        "import sys; from pipeline.script.normalise import spoken; spoken('5', 'en'); "
        "print([m for m in sys.modules if '.normalise.languages' in m])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
