"""The look that pages, covers, books and print share: colours that can be read, and the wave."""

from importlib.resources import files

import pytest

from formats import look
from tests.formats.test_page import contrast

STYLE = (files("formats.styles") / "site.css").read_text("utf-8")


@pytest.mark.parametrize("tokens", [look.LIGHT, look.DARK, look.LIGHT_MORE, look.DARK_MORE])
def test_main_actions_stand_out_at_7_to_1_and_marks_at_3_to_1(tokens: look.Tokens) -> None:
    assert contrast(tokens.action, tokens.action_ink) >= 7
    assert min(contrast(tokens.accent, on) for on in (tokens.page, tokens.panel)) >= 3


@pytest.mark.parametrize("duo", look.DUOS)
def test_a_title_on_the_ground_of_its_wave_stands_out_at_7_to_1(duo: look.Duo) -> None:
    assert contrast(duo.ground, duo.ink) >= 7
    assert contrast(duo.ground, duo.bars) >= 3


@pytest.mark.parametrize("duo", look.DUOS)
def test_dark_words_on_the_colour_of_the_bars_stand_out_at_7_to_1(duo: look.Duo) -> None:
    """The links at the foot of the masthead."""
    assert "color: #1c1310" in STYLE
    assert contrast(duo.bars, "#1c1310") >= 7


def test_a_title_has_the_same_wave_wherever_it_stands_and_another_title_another() -> None:
    assert look.wave(" The  tide") == look.wave("The tide")
    assert look.wave("The tide") != look.wave("The ebb")
    assert look.duo(" The  tide") == look.duo("The tide")


def test_a_wave_is_tall_in_the_middle_and_its_bars_are_parts_of_one() -> None:
    bars = look.wave("The tide")

    assert len(bars) == look.BARS
    assert all(0 < height <= 1 for height in bars)
    assert max(bars) not in (bars[0], bars[-1])


def test_a_title_of_half_a_surrogate_pair_has_a_wave_too() -> None:
    assert look.wave("\ud83c") and look.duo("")  # noqa: PT018 (one fact: nothing fails)


def test_the_style_names_every_colour_for_every_scheme() -> None:
    style = look.style()

    assert style.count("--spoken-ink:") == 4
    assert "@media (prefers-contrast: more) and (prefers-color-scheme: dark)" in style
