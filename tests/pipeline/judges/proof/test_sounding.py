"""Whether what is said can be heard, and lasts about as long as its words take."""

import pytest

from pipeline.judges.proof.sounding import Said, pace, problems


def said(*units: tuple[int, float], level: float | None = -20.0) -> list[Said]:
    """Units of (letters, seconds)."""
    return [Said(f"s{n}", *unit, level) for n, unit in enumerate(units, 1)]


def codes(units: list[Said], words_per_minute: int = 160) -> list[str]:
    """The codes of all that is wrong."""
    return [code for code, _ in problems(units, words_per_minute)]


def test_the_pace_is_the_least_the_middle_and_the_most_a_letter() -> None:
    assert pace(said((10, 1.0), (10, 2.0), (10, 6.0), (0, 9.0))) == pytest.approx((0.1, 0.2, 0.6))
    assert pace(said((0, 1.0))) is None


def test_what_is_said_at_an_even_pace_has_no_problem() -> None:
    assert codes(said((40, 3.0), (50, 3.6), (4, 1.0))) == []


@pytest.mark.parametrize(("level", "found"), [(-50.0, []), (-51.0, ["proof-silent"]), (None, [])])
def test_what_is_too_quiet_to_be_heard_is_told(level: float | None, found: list[str]) -> None:
    assert codes(said((40, 3.0), level=level)) == found


@pytest.mark.parametrize(
    ("seconds", "words_per_minute", "found"),
    [
        (0.56, 160, ["proof-pace"]),
        (0.54, 160, []),
        (0.024, 160, ["proof-pace"]),
        (0.026, 160, []),
        (0.56, 80, []),
        (0.3, 400, ["proof-pace"]),
    ],
)
def test_a_pace_that_nobody_could_follow_is_told_by_the_pace_that_was_asked(
    seconds: float, words_per_minute: int, found: list[str]
) -> None:
    assert codes(said((100, 100 * seconds)), words_per_minute) == found


def test_a_unit_much_longer_or_shorter_than_its_words_is_named() -> None:
    usual = [(40, 4.0)] * 5
    long, short = (
        [message for _, message in problems(said(*usual, unit), 160)]
        for unit in ((40, 18.1), (40, 0.6))
    )

    assert long == ["s6 lasts 18.1 s, too long for its words: about 4.0 s would be usual"]
    assert "too short" in short[0]
    assert codes(said(*usual, (40, 17.9), (40, 0.8))) == []
