"""Names, days, lengths and sizes, as a language writes them."""

from datetime import UTC, datetime

import pytest

from formats.words import phrases, words

EN, FR, JA, CY = (words(language) for language in ("en", "fr", "ja", "cy"))


def test_names_are_listed_as_a_person_would() -> None:
    assert phrases.names(("Ada",), EN) == "Ada"
    assert phrases.names(("Ada", "Ben", "Cy"), EN) == "Ada, Ben and Cy"
    assert phrases.names(("Ada", "Ben", "Cy"), JA) == "Ada、Ben、Cy"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en-GB", "5 March 2024"),
        ("en-US", "March 5, 2024"),
        ("de", "5. März 2024"),
        ("pt-BR", "5 de março de 2024"),
        ("ja", "2024年3月5日"),
        ("fi", "2024-03-05"),
    ],
)
def test_a_day_is_written_as_its_language_does(language: str, written: str) -> None:
    assert phrases.day(datetime(2024, 3, 5, tzinfo=UTC), words(language)) == written


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [
        (0, "1 second"),
        (1_499, "1 second"),
        (59_400, "59 seconds"),
        (60_000, "1 minute"),
        (89_000, "1 minute"),
        (91_000, "2 minutes"),
        (3_600_000, "60 minutes"),
    ],
)
def test_a_length_is_said_in_seconds_or_minutes(milliseconds: int, said: str) -> None:
    assert phrases.length(milliseconds, EN) == said


def test_a_number_takes_the_form_that_its_language_gives_it() -> None:
    """Welsh counts in the singular, Japanese without a space."""
    assert phrases.length(420_000, CY) == "7 munud"
    assert phrases.length(420_000, JA) == "7分"


@pytest.mark.parametrize(
    ("octets", "said"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1 kB"), (999_499, "999 kB"), (999_500, "1.0 MB")],
)
def test_sizes_are_said_in_decimal_units(octets: int, said: str) -> None:
    """As file managers show them, and never broken over two lines."""
    assert phrases.size(octets, EN) == said.replace(" ", "\u00a0")


def test_tenths_stand_after_the_mark_of_the_language() -> None:
    assert phrases.size(3_200_000, EN) == "3.2\u00a0MB"
    assert phrases.size(3_200_000, FR) == "3,2\u00a0Mo"
    assert phrases.decimal("1.25", FR) == "1,25"
