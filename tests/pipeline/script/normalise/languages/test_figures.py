"""Written figures are read and said by the conventions of a language."""

import re

import pytest

from pipeline.script.normalise.languages import conventions, figures
from pipeline.script.normalise.languages.conventions import Conventions, Noun
from pipeline.script.normalise.languages.figures import Figures


def _known(language: str) -> Conventions:
    known = conventions(language)
    assert known
    return known


@pytest.mark.parametrize(
    ("language", "written", "number"),
    [
        ("fr", "1 234,5", Figures(1234, "5")),
        ("de", "1.234.567", Figures(1_234_567)),
        ("de", "1’234", Figures(1234)),
        ("cy", "1,234.50", Figures(1234, "50")),
        ("fr", "0,125", Figures(0, "125")),
        ("fr", "40,000", None),
        ("cy", "1.234", Figures(1, "234")),
        ("fr", "1234567890123", None),
    ],
)
def test_a_number_is_read(language: str, written: str, number: Figures | None) -> None:
    known = _known(language)
    assert re.fullmatch(figures.pattern(known), written)
    assert figures.read(written, known) == number


@pytest.mark.parametrize("written", ["0.003", "1.23", "1.2345", "12,"])
def test_another_writing_is_no_whole_number(written: str) -> None:
    assert not re.fullmatch(figures.pattern(_known("de")), written)


def test_decimals_are_said_as_one_number_or_figure_by_figure() -> None:
    assert figures.said(Figures(3, "14"), _known("fr")) == "trois virgule quatorze"
    assert figures.said(Figures(3, "04"), _known("fr")) == "trois virgule zéro quatre"
    assert figures.said(Figures(3, "141"), _known("fr")) == "trois virgule un quatre un"
    assert figures.said(Figures(3, "14"), _known("de")) == "drei Komma eins vier"


def test_what_is_counted_agrees_with_its_number() -> None:
    livre = Noun("livre", "livres", "f")
    assert figures.counted(Figures(21), livre, _known("fr")) == "vingt et une livres"
    assert figures.counted(Figures(1), livre, _known("fr")) == "une livre"
    assert figures.counted(Figures(10**6), livre, _known("fr")) == "un million de livres"
    assert figures.counted(Figures(0), livre, _known("fr")) == "zéro livre"


def test_figures_are_said_one_by_one() -> None:
    assert figures.digits("4 0-7", _known("nl")) == "vier nul zeven"
