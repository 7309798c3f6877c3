"""“My settings” in Chromium: seen at once, kept for every page, readable in every theme."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.judges import node
from pipeline.judges.axe import RULES, RUN
from tests.browser.pages import READ_ALONG, SMALL, opened, playing
from tests.judging import BROWSER, require_judge

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = BROWSER

THEMES = ("light", "dark", "sepia", "contrast", "own")


def choose(page: "Page", /, **choices: str) -> None:
    """Open the settings, and make some choices."""
    page.keyboard.press("m")
    for name, value in choices.items():
        field = page.locator(f"[name={name}]")
        if field.evaluate("(e) => e.localName") == "select":
            field.select_option(value)
        else:
            field.fill(value)


def style(page: "Page", selector: str, name: str) -> Any:
    """How an element is shown."""
    return page.locator(selector).first.evaluate("(e, name) => getComputedStyle(e)[name]", name)


def test_letters_are_shown_as_chosen(browser: "Browser", output: Path) -> None:
    """Size, typeface, the space between lines, letters and words, and the length of lines."""
    with opened(browser, output / READ_ALONG) as page:
        size = float(style(page, "article p", "fontSize").removesuffix("px"))
        choose(page, size="150", face="atkinson", lines="widest", spaces="widest", width="shorter")
        assert float(style(page, "article p", "fontSize").removesuffix("px")) == size * 1.5
        assert style(page, "article p", "fontFamily").startswith('"Atkinson Hyperlegible"')
        assert float(style(page, "article p", "lineHeight")[:-2]) == pytest.approx(size * 1.5 * 2.4)
        assert float(style(page, "article p", "letterSpacing")[:-2]) == pytest.approx(
            size * 1.5 * 0.12, abs=0.1
        )
        page.wait_for_timeout(300)
        loaded = "[...document.fonts].map((face) => face.status)"
        assert page.evaluate(loaded) == ["loaded", "loaded"]


def test_a_typeface_of_the_readers_own_is_named_and_no_rule_is_broken_out_of(
    browser: "Browser", output: Path
) -> None:
    """Its name is a name, whatever stands in it."""
    with opened(browser, output / READ_ALONG) as page:
        choose(page, other='Comic"; } body { display: none')
        assert "Comic; } body { display: none" in style(page, "article p", "fontFamily")
        assert page.locator("[name=face]").input_value() == "other"
        assert page.locator("h1").is_visible()


def test_settings_are_there_after_a_reload_and_on_the_other_pages(
    browser: "Browser", output: Path
) -> None:
    """Before anything is shown; and set back at once."""
    with opened(browser, output / READ_ALONG) as page:
        choose(page, theme="sepia", size="200")
        for name in (READ_ALONG, "index.html", "posts/rich/easy-read.html"):
            page.goto((output / name).as_uri())
            assert style(page, "body", "backgroundColor") == "rgb(246, 236, 214)"
            assert style(page, "html", "fontSize") == "32px"
        page.goto((output / READ_ALONG).as_uri())
        page.keyboard.press("m")
        assert page.locator("[name=theme]").input_value() == "sepia"
        page.locator("#page-settings [type=reset]").click()
        assert page.locator("[name=theme]").input_value() == ""
        assert style(page, "html", "fontSize") == "16px"


def test_colours_of_the_readers_own_are_used_and_a_poor_pair_is_told(
    browser: "Browser", output: Path
) -> None:
    """It is still theirs to choose."""
    with opened(browser, output / READ_ALONG) as page:
        choose(page, ink="#777777", page="#888888")
        assert page.locator("[name=theme]").input_value() == "own"
        assert style(page, "body", "color") == "rgb(119, 119, 119)"
        assert "hard to tell apart" in page.locator("#page-too-close").inner_text()
        choose(page, ink="#ffff00", page="#000080")
        assert page.locator("#page-too-close").inner_text() == ""


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("panel", ["", "m", "?", "f"])
def test_axe_finds_nothing_in_any_theme_nor_in_what_opens(
    browser: "Browser", output: Path, theme: str, panel: str
) -> None:
    """With the rules of level AAA on, and a sentence lit."""
    require_judge("axe")
    axe = (node.MODULES / "axe-core" / "axe.min.js").read_text("utf-8")
    with playing(browser, output / READ_ALONG, script=axe, reduced_motion="reduce") as page:
        page.evaluate("settings.change('ink', '#102030'); settings.change('page', '#f4f4ff')")
        page.evaluate(f"settings.change('theme', '{theme}')")
        page.locator("#page-on").click()
        if panel:
            page.keyboard.press(panel)
        results = page.evaluate(RUN, list(RULES))
        assert results["violations"] == []


@pytest.mark.parametrize("size", ["100", "300"])
def test_with_the_largest_letters_nothing_scrolls_sideways(
    browser: "Browser", output: Path, size: str
) -> None:
    """In a window of 320 pixels, with the settings open and closed (WCAG 1.4.10)."""
    wide = """() => [document.documentElement, ...document.querySelectorAll(".panel.open")]
        .filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.id)"""
    with opened(browser, output / READ_ALONG, viewport=SMALL) as page:
        choose(page, size=size)
        assert page.evaluate(wide) == []
        page.keyboard.press("Escape")
        assert page.evaluate(wide) == []
        bar = page.locator("#page-bar").bounding_box()
        assert bar
        assert bar["height"] < 60


@pytest.mark.parametrize("theme", ["", "dark", "contrast"])
def test_print_is_black_on_white_without_the_player(
    browser: "Browser", output: Path, theme: str
) -> None:
    """Whatever the screen is like."""
    with playing(browser, output / READ_ALONG, color_scheme="dark") as page:
        page.evaluate(f"settings.change('theme', '{theme}')")
        page.locator("#page-on").click()
        page.emulate_media(media="print")
        assert style(page, "body", "backgroundColor") == "rgb(255, 255, 255)"
        assert style(page, "pre", "backgroundColor") == "rgb(255, 255, 255)"
        assert style(page, ".speaking", "color") == "rgb(0, 0, 0)"
        assert not page.locator("#page-player").is_visible()
