"""Numbers in words, so that every voice says the same."""

import pytest

from pipeline.script.normalise.english import numbers
from pipeline.script.normalise.english.region import GB, US


@pytest.mark.parametrize(
    ("number", "british", "american"),
    [
        (0, "zero", "zero"),
        (19, "nineteen", "nineteen"),
        (20, "twenty", "twenty"),
        (99, "ninety-nine", "ninety-nine"),
        (100, "one hundred", "one hundred"),
        (101, "one hundred and one", "one hundred one"),
        (1000, "one thousand", "one thousand"),
        (1005, "one thousand and five", "one thousand five"),
        (1100, "one thousand one hundred", "one thousand one hundred"),
        (2_000_000, "two million", "two million"),
        (9 * 10**12 + 1, "nine trillion and one", "nine trillion one"),
        (10**15, "one" + " zero" * 15, "one" + " zero" * 15),
    ],
)  # fmt: skip
def test_a_whole_number_is_said(number: int, british: str, american: str) -> None:
    assert numbers.cardinal(number, GB) == british
    assert numbers.cardinal(number, US) == american


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "first"),
        (12, "twelfth"),
        (20, "twentieth"),
        (22, "twenty-second"),
        (100, "one hundredth"),
    ],
)
def test_a_place_in_a_row_is_said(number: int, said: str) -> None:
    assert numbers.ordinal(number, GB) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1,234.5", "one thousand two hundred and thirty-four point five"),
        (".25", "point two five"),
        ("007", "zero zero seven"),
        ("0.5", "zero point five"),
    ],
)
def test_a_number_is_said_as_it_is_written(written: str, said: str) -> None:
    assert numbers.number(written, GB) == said


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (1905, "nineteen oh five"),
        (1900, "nineteen hundred"),
        (2000, "two thousand"),
        (2005, "two thousand and five"),
        (2014, "twenty fourteen"),
    ],
)
def test_a_year_is_said_in_two_halves_where_people_do(year: int, said: str) -> None:
    assert numbers.year(year, GB) == said


def test_figures_are_said_one_by_one_in_any_script_and_other_signs_are_not() -> None:
    assert numbers.digits("0-5 ٣", "oh") == "oh five three"


@pytest.mark.parametrize(
    ("one", "many"), [("ninety", "nineties"), ("six", "sixes"), ("one", "ones")]
)
def test_the_plural_of_a_number(one: str, many: str) -> None:
    assert numbers.plural(one) == many


def test_what_a_number_comes_to_is_compared_without_its_commas() -> None:
    assert numbers.value("1,234.5") == 1234.5
