"""A line is said in as few runs as its languages and sounds need."""

import pytest

from pipeline.script.lines import Line, Run, joined, plain
from pipeline.script.normalise import Change

EN, FR, IPA = Run("sea ", "en"), Run("mer ", "fr"), Run("Usk", "en", "ʌsk")


def test_a_line_in_one_language_is_one_run() -> None:
    assert plain("s1", "The sea.", "en", 200) == Line("s1", (Run("The sea.", "en"),), "en", 200)


def test_the_text_of_a_line_is_that_of_all_its_runs() -> None:
    assert Line("s1", (EN, FR, IPA), "en", 0).text == "sea mer Usk"


@pytest.mark.parametrize(
    ("runs", "fewer"),
    [
        ((EN, EN), (Run("sea sea", "en"),)),
        ((EN, FR), (Run("sea ", "en"), Run("mer", "fr"))),
        ((EN, IPA, EN), (Run("sea ", "en"), IPA, Run("sea", "en"))),
        ((IPA, IPA), (IPA, IPA)),
        ((Run("", "fr"), EN), (Run("sea", "en"),)),
        ((Run("  ", "fr"), EN, Run(" ", "fr")), (Run("sea", "en"),)),
        ((Run(" ", "en"), Run(" ", "fr")), ()),
        ((), ()),
    ],
)
def test_runs_are_joined_where_nothing_tells_them_apart(
    runs: tuple[Run, ...], fewer: tuple[Run, ...]
) -> None:
    assert joined(runs) == fewer


def test_a_part_of_a_run_has_the_changes_in_it() -> None:
    run = Run("a five b six", "en", changes=(Change(2, 6, "5"), Change(9, 12, "6")))
    assert run.cut(2, 8).changes == (Change(0, 4, "5"),)
    assert run.cut(7, 12).changes == (Change(2, 5, "6"),)


def test_changes_are_found_in_the_text_of_the_whole_line() -> None:
    runs = joined(
        (
            Run("  five ", "en", changes=(Change(2, 6, "5"),)),
            Run("six ", "en", changes=(Change(0, 3, "6"),)),
            Run("sept ", "fr", changes=(Change(0, 4, "7"),)),
        )
    )
    line = Line("s1", runs, "en", 0)
    assert [(line.text[c.begin : c.end], c.written) for c in line.changes] == [
        ("five", "5"),
        ("six", "6"),
        ("sept", "7"),
    ]
