"""Rules about the parts of a PDF: each refuses a PDF that breaks it."""

from pathlib import Path

import pytest

from pipeline.judges.large_print import structure
from tests.pipeline.judges.large_print.pdfs import changed, good, rules

END = "= Addresses"
FAR = "\n#pagebreak()\n".join(["= Another\n\nThe boat."] * 5)
STRAY = "#outline()\n#pagebreak()\n#counter(page).update(9)"

BROKEN = [
    ("LP-20", END, f"{FAR}\n\n{END}"),
    ("LP-20", "= The harbour", f"{STRAY}\n= The harbour"),
    ("LP-20", "= The harbour", "#outline()\n= The harbour"),
    ("LP-21", END, f"The fog.#footnote[It was thick.]\n\n{END}"),
    ("LP-23", END, f'#figure(image("a.png"))\n\n{END}'),
    ("LP-24", "columns: 2", "columns: 5"),
    ("LP-25", "#show link: strong", ""),
    ("LP-25", "example.org/]", "example.net/]"),
    ("LP-28", "18 point Source Sans Pro", "Sans"),
    ("LP-28", "ask\\@example.org", "ask"),
]


def test_good_parts_pass(tmp_path: Path) -> None:
    assert list(structure.problems(good(tmp_path), 18)) == []


@pytest.mark.parametrize(("rule", "old", "new"), BROKEN)
def test_parts_that_break_a_rule_are_refused(rule: str, old: str, new: str, tmp_path: Path) -> None:
    assert rule in rules([*structure.problems(changed(tmp_path, old, new), 18)])


def test_an_address_that_is_broken_within_a_word_is_refused(tmp_path: Path) -> None:
    long = "https:\\/\\/example.org/one/two \\ three"
    broken = changed(tmp_path, "https:\\/\\/example.org/", long)

    assert "LP-25" in rules([*structure.problems(broken, 18)])


def test_a_pdf_that_does_not_say_that_it_is_accessible_is_refused(tmp_path: Path) -> None:
    silent = changed(tmp_path, "One boat.", "One ship.")

    assert [told for rule, _, told in structure.problems(silent, 18) if rule == "LP-30"] == [
        "it does not say: shows title"
    ]


def test_a_jump_of_headings_is_refused(tmp_path: Path) -> None:
    deep = changed(tmp_path, END, f"=== Too deep\n\nThe fog.\n\n{END}")

    assert ("LP-30", 0, "a level of heading is left out") in [*structure.problems(deep, 18)]
