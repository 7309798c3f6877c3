"""Rules about letters: each refuses a PDF that breaks it."""

from pathlib import Path

import pytest

from pipeline.judges.large_print import letters
from tests.pipeline.judges.large_print.pdfs import changed, good, rules

END = "= Addresses"

BROKEN = [
    ("LP-01", END, f"#text(12pt)[A small note.]\n\n{END}"),
    ("LP-02", "size: 18pt", "size: 20pt"),
    ("LP-03", "set text(size: 22.5pt)", "set text(size: 18pt)"),
    ("LP-04", END, f'#text(font: "Libertinus Serif")[The fog.]\n\n{END}'),
    ("LP-05", END, f'#text(font: "Libertinus Serif", style: "italic")[The fog.]\n\n{END}'),
    ("LP-06", END, f"#underline(offset: 2pt)[The fog.]\n\n{END}"),
    ("LP-08", END, f"#scale(x: 70%)[The fog.]\n\n{END}"),
    ("LP-17", END, f"#text(fill: luma(150))[The fog.]\n\n{END}"),
    ("LP-17", '"1")', '"1", fill: rgb("#333366"))'),
    ("LP-18", END, f'#place(image("a.png", alt: "Sea", width: 9cm))\nThe fog.\n\n{END}'),
    ("LP-29", "[\u25cf]", "[\u25cb]"),
]


def test_good_letters_pass(tmp_path: Path) -> None:
    assert list(letters.problems(good(tmp_path), 18)) == []


@pytest.mark.parametrize(("rule", "old", "new"), BROKEN)
def test_letters_that_break_a_rule_are_refused(
    rule: str, old: str, new: str, tmp_path: Path
) -> None:
    assert rule in rules([*letters.problems(changed(tmp_path, old, new), 18)])


def test_giant_print_that_is_only_large_is_refused(tmp_path: Path) -> None:
    assert {"LP-01", "LP-02"} <= rules([*letters.problems(good(tmp_path), 24)])


def test_many_words_in_capitals_are_noted_and_a_few_are_not(tmp_path: Path) -> None:
    few = changed(tmp_path, END, f"NO ENTRY HERE.\n\n{END}")
    many = changed(tmp_path, END, f"KEEP OUT OF ALL THESE BOATS.\n\n{END}")

    assert list(letters.capitals(few)) == []
    assert rules([*letters.capitals(many)]) == {"LP-07"}
