"""Rules about the page: each refuses a PDF that breaks it."""

from pathlib import Path

import pytest

from pipeline.judges.large_print import layout
from tests.pipeline.judges.large_print.pdfs import WORDS, changed, good, rules

END = "= Addresses"
SIDES = (
    "#columns(2)[The boat lay at the wall.\n\nThe fog was in.#colbreak()It was three.\n\nIt rang.]"
)
FOUR = " ".join(["The boat lay at the wall for a long time."] * 12)

BROKEN = [
    ("LP-09", "leading: 0.5em", "leading: 0.05em"),
    ("LP-10", "spacing: 2em", "spacing: 0.7em"),
    ("LP-11", f"{WORDS}\n\n", f"#set par(justify: true)\n{WORDS * 3}\n\n"),
    ("LP-11", END, f"The boat lay at the wall,\\ #h(3em) and\\ #h(6em) more.\n\n{END}"),
    ("LP-14", "x: 25mm", "x: 15mm"),
    ("LP-15", END, f"{SIDES}\n\n{END}"),
    ("LP-19", 'numbering: "1"', "numbering: none"),
    ("LP-22", "justify: false", "first-line-indent: (amount: 2em, all: true)"),
    ("LP-26", END, f"#v(1fr)\n#block[#heading[The last]]\n#pagebreak()\n{FOUR}\n\n{END}"),
    ("LP-27", 'paper: "a4"', 'paper: "a4", flipped: true'),
    (
        "LP-23",
        "= The harbour",
        f'#pagebreak()\nShort.\n#pagebreak()\n#image("a.png", alt: "Sea")\n{WORDS}\n= The harbour',
    ),
]


def test_good_pages_pass(tmp_path: Path) -> None:
    assert list(layout.problems(good(tmp_path), 18)) == []


@pytest.mark.parametrize(("rule", "old", "new"), BROKEN)
def test_pages_that_break_a_rule_are_refused(rule: str, old: str, new: str, tmp_path: Path) -> None:
    assert rule in rules([*layout.problems(changed(tmp_path, old, new), 18)])


def test_long_lines_are_noted(tmp_path: Path) -> None:
    assert list(layout.long_lines(good(tmp_path))) == []
    long = changed(tmp_path, END, f"{'il ' * 40}\n\n{END}")
    assert rules([*layout.long_lines(long)]) == {"LP-16"}
