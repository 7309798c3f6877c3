"""A formula is said in words, and no letter or digit of it is lost."""

import pytest

from formats.model import (
    Code,
)
from formats.words import words
from pipeline.script.formulas import is_formula
from pipeline.script.formulas import said as said_of
from pipeline.script.normalise import spoken
from tests.formats.builders import (
    paragraph,
    sentence,
)
from tests.pipeline.script.scripts import said


@pytest.mark.parametrize(
    ("tex", "heard"),
    [
        (r"$$\frac{a+b}{\sqrt{c}} \leq \alpha$$", "formula: a+b over √ c ≤ alpha"),
        (r"$$\text{speed} = \mathrm{d}$$", "formula: speed = d"),
        (r"$$\frac{\frac{a}{b}}{c}$$", "formula: a over b over c"),
        (r"$${{{{$$", "formula:"),
        (r"$$" + "{" * 1500 + "x$$", "formula: x"),  # the longest sentence has 2,000
    ],
)
def test_a_formula_is_said_in_words(tex: str, heard: str) -> None:
    (found,) = said(paragraph(sentence("So ", Code(tex))))
    assert spoken(found, "en-GB") == spoken(f"So {heard}", "en-GB")


@pytest.mark.parametrize(
    ("code", "formula"), [("$$x$$", True), ("$$ $$", False), ("$x$", False), ("$$x", False)]
)
def test_a_formula_is_what_stands_between_two_pairs_of_dollars(code: str, formula: bool) -> None:  # noqa: FBT001 - a case
    assert is_formula(code) is formula


def test_commands_for_the_look_are_left_out_and_others_are_named() -> None:
    known = words("en-GB")

    assert said_of(r"$$\mathbf{x} \times \sum \le 5\%$$", known) == known.formula.format(
        "x × sum ≤ 5 %"
    )
