"""The pages in Chromium: with and without scripts, by keyboard, narrow, and with wide spacing."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from formats import walk
from tests.formats.builders import (
    FRAME_SAMPLES,
    PAUSE_FRAMES,
    RATE,
    RICH_MEDIA,
    SPOKEN_FRAMES,
    edition_of,
    rich_post,
)
from tests.judging import BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = BROWSER

PAGES = ("index.html", "posts/rich/index.html", "posts/rich/easy-read.html")
READ_ALONG = "posts/rich/index.html"

UNITS = [unit.id for unit in walk.edition_units(edition_of(rich_post(), RICH_MEDIA))]
STEP = (SPOKEN_FRAMES + PAUSE_FRAMES) * FRAME_SAMPLES / RATE
"""Seconds from one unit to the next."""

SPEAKING = "() => [...document.querySelectorAll('.speaking')].map((e) => e.id)"


@contextmanager
def opened(browser: "Browser", path: Path, **context: Any) -> "Iterator[Page]":
    """A page in a context of its own; anything it complains of is a failure."""
    fresh = browser.new_context(**context)
    page = fresh.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    yield page
    fresh.close()
    assert complaints == []


def seek(page: "Page", seconds: float) -> None:
    """Move the sound, and wait until it is there."""
    page.evaluate(
        """async (seconds) => {
            const audio = document.querySelector("audio");
            const there = new Promise((done) => (audio.onseeked = done));
            audio.currentTime = seconds;
            await there;
        }""",
        seconds,
    )


def lit(page: "Page") -> list[str]:
    """The ids of what is lit up now."""
    ids: list[str] = page.evaluate(SPEAKING)
    return ids


def wait_for_light(page: "Page", unit: str) -> None:
    """Until this unit alone is lit up."""
    wait_until(page, lambda: lit(page) == [unit])


def wait_for_sound(page: "Page") -> None:
    """Until the browser knows the length of the sound."""
    wait_until(page, lambda: page.evaluate("document.querySelector('audio').readyState") >= 1)


def wait_until(page: "Page", done: Callable[[], bool]) -> None:
    """Ask again and again; the page's policy lets no code of a test wait inside it."""
    for _ in range(200):
        if done():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not happen in ten seconds")


# --- read along -------------------------------------------------------------------------


def test_without_scripts_the_page_has_the_whole_post_and_the_player(
    browser: "Browser", output: Path
) -> None:
    """The text, the browser's own player, and no control that would do nothing."""
    with opened(browser, output / READ_ALONG, java_script_enabled=False) as page:
        assert page.locator("audio[controls]").is_visible()
        assert not page.locator("#page-controls").is_visible()
        assert "The harbour" in str(page.locator("img").nth(1).get_attribute("alt"))
        assert "That is all." in page.locator("#page-post").inner_text()


def test_the_sentence_that_sounds_is_the_one_that_is_lit(browser: "Browser", output: Path) -> None:
    """In the middle of each unit's sound that unit, alone, is lit up."""
    with opened(browser, output / READ_ALONG) as page:
        wait_for_sound(page)
        for number, unit in enumerate(UNITS):
            seek(page, (number + 0.4) * STEP)
            assert lit(page) == [unit]


def test_the_light_moves_on_as_the_sound_plays(browser: "Browser", output: Path) -> None:
    """Without anyone touching anything."""
    with opened(browser, output / READ_ALONG) as page:
        wait_for_sound(page)
        page.evaluate("() => document.querySelector('audio').play()")
        for unit in UNITS[:3]:
            wait_for_light(page, unit)


def test_a_click_on_a_sentence_goes_there_and_starts_no_sound(
    browser: "Browser", output: Path
) -> None:
    """Who reads in silence is not startled."""
    with opened(browser, output / READ_ALONG) as page:
        wait_for_sound(page)
        page.locator("#s13").click()
        wait_for_light(page, "s13")
        assert page.evaluate("() => document.querySelector('audio').paused")


def test_what_follows_along_is_brought_into_view_and_stays_away_if_asked(
    browser: "Browser", output: Path
) -> None:
    """Only while the box is ticked."""
    last = (len(UNITS) - 0.6) * STEP
    with opened(browser, output / READ_ALONG, reduced_motion="reduce") as page:
        wait_for_sound(page)
        page.locator("#page-follow").uncheck()
        seek(page, last)
        assert page.evaluate("scrollY") == 0
        page.locator("#page-follow").check()
        seek(page, 0)
        seek(page, last)
        assert page.evaluate("scrollY") > 0


def test_everything_is_done_by_keyboard_alone(browser: "Browser", output: Path) -> None:
    """From sentence to sentence, the speed, the parts: by Tab, Enter and arrows."""
    with opened(browser, output / READ_ALONG) as page:
        wait_for_sound(page)
        page.locator("#page-on").focus()
        page.keyboard.press("Enter")
        wait_for_light(page, UNITS[0])
        page.keyboard.press("Enter")
        wait_for_light(page, UNITS[1])
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        wait_for_light(page, UNITS[0])
        page.locator("#page-speed").focus()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("() => document.querySelector('audio').playbackRate") == 1.25
        page.locator("summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        wait_for_light(page, "s4")


def test_the_keyboard_passes_few_stops_before_the_text(browser: "Browser", output: Path) -> None:
    """Sentences are no stops: a post of a thousand has no thousand."""
    with opened(browser, output / READ_ALONG) as page:
        stops = page.locator("a[href], button, input, select, summary, [tabindex='0']").count()
        assert stops < len(UNITS) - 5


# --- every page -------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_the_first_stop_leads_past_what_stands_before_the_text(
    browser: "Browser", output: Path, name: str
) -> None:
    """The skip link is first, and seen when reached (WCAG 2.4.1, 2.4.7)."""
    with opened(browser, output / name) as page:
        page.keyboard.press("Tab")
        box = page.locator(".skip").bounding_box()
        assert page.evaluate("document.activeElement.className") == "skip"
        assert box
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("#page-post"), wait_until="commit")
        assert "#page-post" in page.url


SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""

CUT_OFF = """() => [...document.querySelectorAll("body *")]
    .filter((e) => !e.closest(".hidden, .skip, pre, .table, select, audio"))
    .filter((e) => e.clientWidth && e.scrollWidth > e.clientWidth + 1)
    .map((e) => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("spaced", [False, True])
def test_at_320_pixels_nothing_scrolls_sideways_or_is_cut_off(
    browser: "Browser", output: Path, name: str, *, spaced: bool
) -> None:
    """As at 400 % zoom, and with the reader's own spacing (WCAG 1.4.10 and 1.4.12)."""
    with opened(
        browser, output / name, viewport={"width": 320, "height": 256}, bypass_csp=True
    ) as page:
        if spaced:
            page.add_style_tag(content=SPACING)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_grows_with_the_readers_own_size_of_letters(
    browser: "Browser", output: Path, name: str
) -> None:
    """Sizes follow the browser's setting, not ours (WCAG 1.4.4)."""
    with opened(browser, output / name) as page:
        size = "parseFloat(getComputedStyle(document.querySelector('p')).fontSize)"
        before = page.evaluate(size)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(size) == 2 * before
