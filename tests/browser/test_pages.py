"""Every page in Chromium: by keyboard, narrow, and with the reader's own spacing and size."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import READ_ALONG, opened
from tests.judging import BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = BROWSER

PAGES = ("index.html", READ_ALONG, "posts/rich/easy-read.html")


@pytest.mark.parametrize("name", PAGES)
def test_the_first_stop_leads_past_what_stands_before_the_text(
    browser: "Browser", output: Path, name: str
) -> None:
    """The skip link is first, and seen when reached (WCAG 2.4.1, 2.4.7)."""
    with opened(browser, output / name) as page:
        page.keyboard.press("Tab")
        box = page.locator(".skip").first.bounding_box()
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
