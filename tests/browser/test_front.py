"""The lists of posts in Chromium: the choice of a format, the search, narrow, without scripts."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.front import PAGES
from tests.browser.pages import opened, wait_until
from tests.browser.test_pages import CUT_OFF, SPACING
from tests.judging import BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = BROWSER


def title_of(page: "Page", slug: str) -> str:
    """Where the title of a post leads."""
    return str(page.locator(f"#post-{slug} a").get_attribute("href"))


def searched(page: "Page", text: str) -> list[str]:
    """The titles that are found."""
    page.fill("#page-words", text)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('page-status').textContent !== ''")
    return [str(title) for title in page.locator("#page-results a").all_inner_texts()]


# --- the choice of a format -------------------------------------------------------------


def test_a_format_is_chosen_once_and_every_title_then_opens_so(
    browser: "Browser", front: Path
) -> None:
    """On this page, when it is opened again, and on every other list; beside a title in words."""
    with opened(browser, front / "index.html") as page:
        assert title_of(page, "winter") == "posts/winter/index.html"
        page.select_option("#page-format", "large-print.pdf")
        assert title_of(page, "winter") == "posts/winter/large-print.pdf"
        assert "Large print (PDF, 18 point)" in page.locator("#page-status").inner_text()
        page.reload()
        assert title_of(page, "winter") == "posts/winter/large-print.pdf"
        note = page.locator("#post-winter + .opens")
        assert note.inner_text() == "Opens: Large print (PDF, 18 point)"
        page.goto((front / "tags/home/index.html").as_uri())
        assert title_of(page, "winter") == "../../posts/winter/large-print.pdf"


def test_a_post_without_the_chosen_format_opens_as_usual_and_says_so(
    browser: "Browser", front: Path
) -> None:
    with opened(browser, front / "index.html") as page:
        page.select_option("#page-format", "large-print.pdf")
        assert title_of(page, "bare") == "posts/bare/index.html"
        note = page.locator("#post-bare + .opens").inner_text()
        assert note == "No Large print (PDF, 18 point) of this post: opens as usual"


def test_a_choice_is_taken_back(browser: "Browser", front: Path) -> None:
    with opened(browser, front / "index.html") as page:
        page.select_option("#page-format", "{slug}.mp3")
        assert title_of(page, "winter") == "posts/winter/winter.mp3"
        page.select_option("#page-format", "")
        assert title_of(page, "winter") == "posts/winter/index.html"
        assert page.locator(".opens").count() == 0


# --- the search -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("boil", ["Winter"]),
        ("CAFE", ["Au café"]),
        ("海", ["海辺"]),
        ("ada mended", ["Winter"]),
        ("mended café", []),
    ],
)
def test_a_word_anywhere_in_a_post_finds_it(
    browser: "Browser", front: Path, text: str, titles: list[str]
) -> None:
    """By its beginning, in small letters or capitals, with or without accents."""
    with opened(browser, front / "index.html") as page:
        assert searched(page, text) == titles


def test_a_player_that_is_opened_in_a_list_begins_and_one_that_is_closed_stops(
    browser: "Browser", front: Path
) -> None:
    with opened(browser, front / "index.html") as page:
        summary, audio = (page.locator(f".listen {name}").first for name in ("summary", "audio"))
        summary.click()
        wait_until(page, lambda: bool(audio.evaluate("(e) => e.played.length")))
        summary.click()
        wait_until(page, lambda: bool(audio.evaluate("(e) => e.paused")))


def test_the_search_loads_nothing_before_it_is_used(browser: "Browser", front: Path) -> None:
    with opened(browser, front / "index.html") as page:
        assert page.locator("script[src*=search]").count() == 0
        searched(page, "boiler")
        names = page.locator("script[src*=search]").evaluate_all("(all) => all.map((e) => e.src)")
        assert sorted(str(name).rpartition("/")[2] for name in names) == ["b.js", "posts.js"]


def test_the_words_of_a_few_posts_are_found_too(browser: "Browser", output: Path) -> None:
    """They are in one file."""
    with opened(browser, output / "index.html") as page:
        assert searched(page, "harbour") == ["Salt & <Light>"]


def test_the_search_is_used_by_keyboard_and_its_answer_is_told(
    browser: "Browser", front: Path
) -> None:
    """The answer is in a live region; the next stops are the button, the choice, the posts."""
    with opened(browser, front / "tags/home/index.html") as page:
        page.locator("#page-words").focus()
        page.keyboard.type("boiler")
        page.keyboard.press("Enter")
        page.wait_for_selector("#page-results a")
        assert page.locator("[role=status]").inner_text() == "1 post found"
        for _ in range(3):
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Winter"
        assert page.evaluate("document.activeElement.href").endswith("/posts/winter/index.html")


def test_what_is_found_opens_in_the_chosen_format(browser: "Browser", front: Path) -> None:
    with opened(browser, front / "index.html") as page:
        page.select_option("#page-format", "large-print.pdf")
        page.locator("#page-status").evaluate("(e) => (e.textContent = '')")
        assert searched(page, "boiler") == ["Winter"]
        found = page.locator("#page-results a").get_attribute("href")
        assert found == "posts/winter/large-print.pdf"


def test_hostile_words_of_a_post_are_words_in_what_is_found(
    browser: "Browser", front: Path
) -> None:
    with opened(browser, front / "index.html") as page:
        (title,) = searched(page, "alert")
        assert "<script>" in title


def test_who_searches_where_the_files_are_not_is_told(
    browser: "Browser", front: Path, tmp_path: Path
) -> None:
    shutil.copytree(front, tmp_path / "copy")
    shutil.rmtree(tmp_path / "copy/reader/search")
    fresh = browser.new_context()
    page = fresh.new_page()
    page.goto((tmp_path / "copy/index.html").as_uri())
    searched(page, "boiler")
    assert "could not be loaded" in page.locator("#page-status").inner_text()
    fresh.close()


# --- without scripts, and narrow ----------------------------------------------------


def test_without_scripts_everything_is_reached_and_nothing_idle_is_shown(
    browser: "Browser", front: Path
) -> None:
    """The player opens in the list, and the other formats unfold."""
    with opened(browser, front / "index.html", java_script_enabled=False) as page:
        assert not page.locator("#page-tools").is_visible()
        page.locator(".listen summary").first.click()
        assert page.locator("audio").first.is_visible()
        page.locator(".more summary").first.click()
        assert page.locator(".offers a").first.is_visible()
        assert page.get_by_role("link", name="Older posts").is_visible()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("spaced", [False, True])
def test_at_320_pixels_no_list_scrolls_sideways(
    browser: "Browser", front: Path, name: str, *, spaced: bool
) -> None:
    """Which is 400 % of 1280; with everything unfolded, and with the reader's own spacing."""
    with opened(browser, front / name, viewport={"width": 320, "height": 256}) as page:
        page.evaluate("document.querySelectorAll('details').forEach((e) => (e.open = true))")
        if spaced:
            page.evaluate(
                """(rules) => {
                    const sheet = new CSSStyleSheet();
                    sheet.replaceSync(rules);
                    document.adoptedStyleSheets = [sheet];
                }""",
                SPACING,
            )
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert page.evaluate(CUT_OFF) == []
