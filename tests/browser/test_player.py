"""The player of the read-along page in Chromium: always at hand, in step, and by keys alone."""

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from formats import walk
from formats.model import Quote
from tests.browser.pages import (
    READ_ALONG,
    RICH,
    SMALL,
    STEP,
    UNITS,
    keep_post,
    lit,
    lit_words,
    opened,
    playing,
    seek,
    state,
    wait_for_light,
    wait_until,
)
from tests.formats.builders import edition, heading, paragraph
from tests.judging import BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = BROWSER

SHOWN = {
    unit.id: walk.shown(unit.inlines).split()
    for unit in walk.edition_units(RICH)
    if hasattr(unit, "inlines")
}
MOMENTS = range(0, len(UNITS), max(1, len(UNITS) // 20))


# --- without what it needs --------------------------------------------------------------


def test_without_scripts_the_page_has_the_whole_post_and_the_browsers_player_at_the_foot(
    browser: "Browser", output: Path
) -> None:
    """The text, the browser's own player in view, and no control that would do nothing."""
    with opened(browser, output / READ_ALONG, java_script_enabled=False) as page:
        box = page.locator("audio[controls]").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 720
        assert not page.locator("#page-bar").is_visible()
        assert "The harbour" in str(page.locator("img").nth(1).get_attribute("alt"))
        assert "That is all." in page.locator("#page-post").inner_text()
        assert page.locator("#page-parts").is_visible()


STORAGE_OFF = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("off", "SecurityError"); } });"""
OLD = """delete window.Highlight; delete window.FontFace; delete window.MediaMetadata;
    delete Navigator.prototype.mediaSession; delete Navigator.prototype.clipboard;
    delete Document.prototype.adoptedStyleSheets; delete CSS.highlights;
    delete MediaQueryList.prototype.addEventListener;"""


@pytest.mark.parametrize("script", [STORAGE_OFF, OLD])
def test_a_browser_without_storage_or_newer_parts_still_plays_and_lights_up_sentences(
    browser: "Browser", output: Path, script: str
) -> None:
    """And takes settings, for as long as the page is open."""
    with playing(browser, output / READ_ALONG, script=script) as page:
        page.locator("#page-on").click()
        assert lit(page) == [UNITS[0]]
        page.keyboard.press("m")
        page.locator("[name=theme]").select_option("sepia")
        page.locator("[name=face]").select_option("atkinson")
        assert page.evaluate("document.documentElement.dataset.theme") == "sepia"
        page.locator("#page-link").click()
        wait_until(page, lambda: page.locator("#page-told").inner_text() != "")


def test_where_the_sound_is_missing_that_is_said_and_the_rest_works(
    browser: "Browser", tmp_path: Path
) -> None:
    """The post is read, searched and set as one likes."""
    path = keep_post(tmp_path, edition(paragraph("Low tide."), heading(2, "Salt")), sound=False)
    fresh = browser.new_page()
    fresh.goto(path.as_uri())
    wait_until(fresh, lambda: "can’t be played" in fresh.locator("#page-told").inner_text())
    fresh.keyboard.press("k")
    fresh.keyboard.press("f")
    fresh.keyboard.type("salt")
    assert fresh.locator("#page-found").inner_text() == "Found: 1"
    assert "Low tide." in fresh.locator("#page-post").inner_text()
    fresh.close()


def test_a_hostile_title_is_a_title(browser: "Browser", tmp_path: Path) -> None:
    """In the page, and in the player that reads it from the page."""
    title = "\"'></script><img src=x onerror=alert(1)>{}\u2028"
    path = keep_post(tmp_path, edition(paragraph("Sea."), title=title, slug="hostile"))
    with playing(browser, path) as page:
        assert page.evaluate("navigator.mediaSession.metadata.title") == title
        assert page.locator("h1").inner_text() == title


def test_a_script_or_style_that_is_smuggled_into_the_page_does_not_run(
    browser: "Browser", output: Path, tmp_path: Path
) -> None:
    """Should words ever escape the escaping, the page's policy stops them."""
    text = (output / READ_ALONG).read_text("utf-8")
    smuggled = """<script>window.ran = 1</script><img alt="" src="x.png" onerror="window.ran = 2">
        <style>h1 { display: none }</style><p style="display: none" id="hidden">.</p>"""
    path = tmp_path / "index.html"
    path.write_text(text.replace("</main>", f"{smuggled}</main>"), "utf-8")
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(path.as_uri())
    assert page.evaluate("window.ran") is None
    assert page.locator("h1").is_visible()
    assert page.locator("#hidden").is_visible()
    assert len([told for told in refused if "Content Security Policy" in told]) == 4
    page.close()


# --- always at hand ---------------------------------------------------------------------


@pytest.mark.parametrize("height", [256, 568])
def test_the_play_button_is_in_the_window_at_every_moment_on_a_phone_and_at_400_percent(
    browser: "Browser", output: Path, height: int
) -> None:
    """Whatever is spoken, whatever is open: sound can be stopped (WCAG 1.4.2)."""
    small = {"width": 320, "height": height}
    with playing(browser, output / READ_ALONG, viewport=small, reduced_motion="reduce") as page:
        for number in MOMENTS:
            page.evaluate(f"document.getElementById('{UNITS[number]}').click()")
            assert is_in_window(page, "#page-play", height)
            assert lit_is_in_window(page, height)
        for key in ("f", "m", "?"):
            page.keyboard.press(key)
            assert is_in_window(page, "#page-play", height)
            page.keyboard.press("Escape")


def is_in_window(page: "Page", selector: str, height: int) -> bool:
    """Whether all of an element is seen."""
    box = page.locator(selector).bounding_box()
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= height


def lit_is_in_window(page: "Page", height: int) -> bool:
    """Whether what is spoken begins above the bar."""
    wait_until(page, lambda: bool(lit(page)))
    box, bar = (page.locator(name).first.bounding_box() for name in (".speaking", "#page-bar"))
    return box is not None and bar is not None and -1 <= box["y"] < bar["y"] <= height


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_target_of_the_player_is_44_pixels_or_more(
    browser: "Browser", output: Path, width: int
) -> None:
    """For fingers that tremble (WCAG 2.5.5); and no two overlap."""
    with opened(browser, output / READ_ALONG, viewport={"width": width, "height": 700}) as page:
        if width < 900:
            page.locator("#page-more").click()
        controls = page.locator(".row").locator("button:visible, select, input").all()
        boxes = [control.bounding_box() for control in controls]
        assert len(boxes) == 15 - (width > 900)
        assert not [box for box in boxes if not box or min(box["width"], box["height"]) < 44]


def test_the_signs_on_the_buttons_are_seen_where_colours_are_forced(
    browser: "Browser", output: Path
) -> None:
    """In the colour of the button's text, on the button's ground."""
    with opened(browser, output / READ_ALONG, forced_colors="active") as page:
        colours = """(name) => {
            const button = document.getElementById(name);
            const sign = getComputedStyle(button.querySelector("path, text"));
            const text = getComputedStyle(button);
            return [sign.fill, sign.stroke, text.color, text.backgroundColor, text.borderTopColor];
        }"""
        for name in ("page-play", "page-on-15", "page-settings-button"):
            fill, _, ink, ground, border = page.evaluate(colours, name)
            assert fill == ink != ground
            assert border == ink


def test_what_has_focus_is_never_under_the_player(browser: "Browser", output: Path) -> None:
    """Wherever Tab leads in the text (WCAG 2.4.11 and 2.4.12)."""
    with opened(browser, output / READ_ALONG, viewport=SMALL, reduced_motion="reduce") as page:
        for _ in range(14):
            page.keyboard.press("Tab")
            place = page.evaluate("""() => {
                const box = document.activeElement.getBoundingClientRect();
                const bar = document.getElementById("page-bar").getBoundingClientRect();
                const inside = document.activeElement.closest("#page-bar") !== null;
                return { inside, under: Math.min(box.bottom, box.top + 44) > bar.top + 1 };
            }""")
            assert place["inside"] or not place["under"]


# --- light ------------------------------------------------------------------------------


def test_the_sentence_and_the_word_that_sound_are_lit(browser: "Browser", output: Path) -> None:
    """In the middle of each unit's sound that unit, and the word that is heard, and no other."""
    with playing(browser, output / READ_ALONG) as page:
        for number, unit in enumerate(UNITS):
            seek(page, (number + 0.37) * STEP)
            assert lit(page) == [unit]
            words = SHOWN.get(unit, [])
            heard = 0.37 * STEP / (0.8 * STEP) * len(words)
            assert lit_words(page) == words[int(heard) : int(heard) + 1]


def test_a_word_that_is_partly_emphasised_lights_up_whole(browser: "Browser", output: Path) -> None:
    """A range may begin in one element and end in another; the page itself is not changed."""
    with playing(browser, output / READ_ALONG) as page:
        before = page.locator("#page-post").inner_html()
        seek(page, (UNITS.index("s1") + 0.1) * STEP)
        page.locator("#page-play").focus()
        assert lit_words(page)
        page.evaluate("settings.change('light', 'word')")
        seek(page, 0)
        assert lit(page) == []
        seek(page, (len(UNITS) - 0.1) * STEP)
        assert page.locator("#page-post").inner_html().replace(' class=""', "") == before


@pytest.mark.parametrize(
    ("mode", "sentence", "word"),
    [("both", True, True), ("sentence", True, False), ("word", False, True), ("off", False, False)],
)
def test_the_reader_chooses_what_lights_up(
    browser: "Browser", output: Path, mode: str, *, sentence: bool, word: bool
) -> None:
    """At once, and where nothing plays."""
    with playing(browser, output / READ_ALONG) as page:
        seek(page, (UNITS.index("s2") + 0.2) * STEP)
        page.keyboard.press("m")
        page.locator("[name=light]").select_option(mode)
        assert (bool(lit(page)), bool(lit_words(page))) == (sentence, word)


def test_where_no_exact_times_of_words_are_known_the_sentence_lights_up(
    browser: "Browser", tmp_path: Path
) -> None:
    """Even for who asked for words."""
    path = keep_post(tmp_path, edition(paragraph("Low tide.")))
    with playing(browser, path) as page:
        page.evaluate("settings.change('light', 'word')")
        seek(page, 0.1)
        assert (lit(page), lit_words(page)) == (["title"], [])


def test_the_light_moves_on_as_the_sound_plays(browser: "Browser", output: Path) -> None:
    """Without anyone touching anything."""
    with playing(browser, output / READ_ALONG) as page:
        page.locator("#page-play").click()
        for unit in UNITS[:3]:
            wait_for_light(page, unit)
        assert page.locator("#page-play").get_attribute("aria-label") == "Pause"


def test_what_follows_along_is_brought_into_view_and_stays_away_if_asked(
    browser: "Browser", output: Path
) -> None:
    """Only while the box is ticked; and a place that is restored moves nothing."""
    with playing(browser, output / READ_ALONG, reduced_motion="reduce", viewport=SMALL) as page:
        page.evaluate("settings.change('follow', false)")
        page.locator("#page-on-15").click()
        assert page.evaluate("scrollY") == 0
        page.evaluate("settings.change('follow', true)")
        page.locator("#page-on-15").click()
        assert page.evaluate("scrollY") > 0


# --- going somewhere --------------------------------------------------------------------


def test_a_click_on_a_sentence_plays_from_there_and_a_second_stops(
    browser: "Browser", output: Path
) -> None:
    """But not one on a link, and not when words are selected."""
    with playing(browser, output / READ_ALONG) as page:
        page.locator("#s5").click()
        wait_for_light(page, "s5")
        assert not state(page, "paused")
        page.locator("#s5").click()
        assert state(page, "paused")
        page.locator("#s1 a").click()
        assert state(page, "paused")
        page.locator("#s6").select_text()
        page.locator("#s6").dispatch_event("click")
        assert state(page, "paused")


def test_the_buttons_go_back_and_on_by_sentence_heading_and_15_seconds(
    browser: "Browser", output: Path
) -> None:
    """And never beyond either end."""
    with playing(browser, output / READ_ALONG) as page:
        page.locator("#page-on-15").click()
        assert abs(state(page, "currentTime") - 15) < 0.1
        page.locator("#page-back-15").click()
        page.locator("#page-back-15").click()
        assert state(page, "currentTime") == 0
        page.locator("#page-heading-on").click()
        wait_for_light(page, "s4")
        page.locator("#page-on").click()
        wait_for_light(page, "s5")
        page.locator("#page-back").click()
        wait_for_light(page, "s4")
        page.locator("#page-heading-back").click()
        wait_for_light(page, "title")
        page.locator("#page-back").click()
        wait_for_light(page, "title")


def test_where_we_are_is_shown_and_said_and_can_be_set(browser: "Browser", output: Path) -> None:
    """By the arrow keys of the slider, too."""
    with playing(browser, output / READ_ALONG) as page:
        place = page.locator("#page-place")
        place.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        wait_until(page, lambda: page.locator("#page-time").inner_text() == "0:02")
        assert place.get_attribute("aria-valuetext") == "0:02 of 0:27"


def test_what_the_reader_leaves_out_is_passed_over_in_play(
    browser: "Browser", tmp_path: Path
) -> None:
    """By sound and by buttons; but who goes into it hears it."""
    whole = edition(paragraph("One."), Quote((paragraph("Said.", "So."),)), paragraph("Two."))
    with playing(browser, keep_post(tmp_path, whole)) as page:
        page.keyboard.press("m")
        page.locator("[name=quotations]").check()
        page.keyboard.press("Escape")
        page.evaluate(
            """window.lit = []; new MutationObserver((seen) => seen.forEach(({ target }) => {
                if (target.classList.contains("speaking")) window.lit.push(target.id);
            })).observe(document.querySelector("article"),
                { subtree: true, attributeFilter: ["class"] })"""
        )
        page.locator("#s1").click()
        wait_for_light(page, "s4")
        assert list(dict.fromkeys(page.evaluate("window.lit"))) == ["s1", "s4"]
        page.keyboard.press("k")
        page.locator("#page-back").click()
        wait_for_light(page, "s1")
        page.locator("#s2").click()
        for unit in ("s2", "s3", "s4"):
            wait_for_light(page, unit)


@pytest.mark.parametrize("size", [150, 200, 300])
@pytest.mark.parametrize("width", [1000, 1280, 1600])
def test_the_bar_is_one_row_with_large_letters_in_a_wide_window(
    browser: "Browser", output: Path, size: int, width: int
) -> None:
    """What has no room beside it is behind "More controls"."""
    with opened(browser, output / READ_ALONG, viewport={"width": width, "height": 900}) as page:
        page.evaluate(f"document.documentElement.style.fontSize = '{size}%'")
        row, play = (page.locator(name).bounding_box() for name in (".row", "#page-play"))
        assert row
        assert play
        assert row["height"] < play["height"] + 12


def test_search_goes_to_the_first_that_is_found_with_the_return_key(
    browser: "Browser", output: Path
) -> None:
    with playing(browser, output / READ_ALONG) as page:
        page.keyboard.press("f")
        page.keyboard.type("welsh, y mor")
        page.keyboard.press("Enter")
        wait_for_light(page, "s8")


def test_search_finds_a_picture_by_what_is_said_of_it(browser: "Browser", output: Path) -> None:
    with playing(browser, output / READ_ALONG) as page:
        page.keyboard.press("f")
        page.keyboard.type("harbour at noon")
        assert page.locator("#page-found").inner_text() == "Found: 1"


def test_search_finds_sentences_whatever_their_accents_and_plays_from_there(
    browser: "Browser", output: Path
) -> None:
    """By keys alone."""
    with playing(browser, output / READ_ALONG) as page:
        page.keyboard.press("f")
        page.keyboard.type("WELSH, Y MOR")
        assert page.locator("#page-found").inner_text() == "Found: 1"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        wait_for_light(page, "s8")
        assert not state(page, "paused")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.id") == "page-search-button"


@pytest.mark.parametrize(("moment", "unit"), [("#s8", "s8"), ("#t=3.1", "s1"), ("#t=9999", "end")])
def test_a_link_to_a_moment_starts_there_when_played(
    browser: "Browser", output: Path, moment: str, unit: str
) -> None:
    """It is shown at once, and nothing sounds unasked (WCAG 1.4.2)."""
    with playing(browser, (output / READ_ALONG).as_uri() + moment) as page:
        wait_for_light(page, unit)
        assert state(page, "paused")
        if unit != "end":
            page.keyboard.press("k")
            wait_for_light(page, UNITS[UNITS.index(unit) + 1])


def test_the_address_of_a_moment_is_copied_or_put_into_the_address_bar(
    browser: "Browser", output: Path
) -> None:
    """Which of the two is said."""
    with playing(browser, output / READ_ALONG) as page:
        page.locator("#page-on-15").click()
        page.locator("#page-link").click()
        wait_until(page, lambda: page.locator("#page-told").inner_text() != "")
        assert page.url.endswith("#t=15")


def test_a_lock_screen_has_title_and_buttons(browser: "Browser", output: Path) -> None:
    """What it can do is what the bar can do."""
    script = """window.acts = {}; MediaSession.prototype.setActionHandler = (name, act) => {
        if (name === "nexttrack") throw new TypeError("unknown");
        window.acts[name] = act;
    };"""
    with playing(browser, output / READ_ALONG, script=script) as page:
        assert page.evaluate("navigator.mediaSession.metadata.artist") == "Tide & Time"
        page.evaluate("acts.seekforward({ action: 'seekforward' })")
        assert abs(state(page, "currentTime") - 15) < 0.1
        page.evaluate("acts.play()")
        wait_until(page, lambda: not state(page, "paused"))
        page.evaluate("acts.pause()")
        assert state(page, "paused")


# --- keys -------------------------------------------------------------------------------


def test_everything_is_done_by_keys_alone(browser: "Browser", output: Path) -> None:
    """Each key of the list does what the list says."""
    with playing(browser, output / READ_ALONG) as page:
        page.keyboard.press("i")
        wait_for_light(page, "s4")
        page.keyboard.press("n")
        wait_for_light(page, "s5")
        page.keyboard.press("b")
        wait_for_light(page, "s4")
        page.keyboard.press("u")
        wait_for_light(page, "title")
        page.keyboard.press("l")
        assert abs(state(page, "currentTime") - 15) < 0.1
        page.keyboard.press("j")
        assert state(page, "currentTime") < 0.2
        page.keyboard.press("+")
        assert state(page, "playbackRate") == 1.25
        page.keyboard.press("-")
        assert state(page, "playbackRate") == 1
        page.keyboard.press("k")
        wait_until(page, lambda: not state(page, "paused"))
        page.keyboard.press("k")
        assert state(page, "paused")
        page.keyboard.press("?")
        assert page.locator("#page-keys").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("#page-keys").is_visible()
        page.locator("#page-parts-button").press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        wait_for_light(page, "s4")


def test_no_key_is_taken_from_a_form_from_the_browser_or_from_who_switches_them_off(
    browser: "Browser", output: Path
) -> None:
    """Letters typed are letters; with Ctrl or Alt they are the browser's (WCAG 2.1.4)."""
    with playing(browser, output / READ_ALONG) as page:
        page.keyboard.press("f")
        page.keyboard.type("kind of blue")
        assert page.locator("#page-sought").input_value() == "kind of blue"
        assert (state(page, "paused"), lit(page)) == (True, [])
        page.keyboard.press("Escape")
        for modified in ("Control+l", "Alt+n", "Meta+k"):
            page.keyboard.press(modified)
        page.locator("#page-speed").focus()
        page.keyboard.press("l")
        assert (state(page, "paused"), state(page, "currentTime")) == (True, 0)
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("?")
        page.locator("[name=keys]").uncheck()
        page.keyboard.press("Escape")
        page.keyboard.press("l")
        page.keyboard.press("k")
        assert (state(page, "paused"), state(page, "currentTime")) == (True, 0)


def test_the_keyboard_passes_few_stops_before_the_text(browser: "Browser", output: Path) -> None:
    """Sentences are no stops: a post of a thousand has no thousand; the player comes after it."""
    with opened(browser, output / READ_ALONG) as page:
        stops = "a[href], button, input, select, summary, [tabindex='0']"
        assert page.locator("article").locator(stops).count() < len(UNITS) - 5
        assert page.locator(stops).first.get_attribute("href") == "#page-post"


# --- kept -------------------------------------------------------------------------------


def test_place_and_speed_of_a_post_are_there_after_a_reload(
    browser: "Browser", output: Path
) -> None:
    """The place is shown; nothing plays, and nothing scrolls."""
    with playing(browser, output / READ_ALONG) as page:
        page.locator("#page-speed").select_option("1.5")
        page.locator("#s8").click()
        page.locator("#page-play").click()
        page.reload()
        wait_for_light(page, "s8")
        assert (state(page, "paused"), state(page, "playbackRate")) == (True, 1.5)
        assert page.locator("#page-speed").input_value() == "1.5"


@pytest.mark.parametrize("kept", ['"x"', "[1]", '{"other": 7, "size": "9e9", "light": null}', "{"])
def test_what_others_have_left_in_the_storage_does_no_harm(
    browser: "Browser", output: Path, kept: str
) -> None:
    """Another page on the same web space may write there, too."""
    script = f"""const place = `allways-place-${{location.pathname.replace("index.html", "")}}`;
        for (const name of ["allways-settings", place]) localStorage.setItem(name, {kept!r});"""
    with playing(browser, output / READ_ALONG, script=script) as page:
        page.locator("#page-on").click()
        assert lit(page) == [UNITS[0]]


# --- large ------------------------------------------------------------------------------


def of_sentences(count: int, tmp_path: Path) -> Path:
    parts = (paragraph(*(f"This is sentence {n}." for n in range(40))) for _ in range(count // 40))
    return keep_post(tmp_path, edition(*parts, slug=f"of-{count}"))


def milliseconds_of_steps(page: "Page") -> float:
    """How long the script takes for a thousand steps of the light: the shortest of some rounds."""
    took: float = page.evaluate(
        """() => {
            const audio = document.querySelector("audio");
            const rounds = Array.from({ length: 5 }, () => {
                const before = performance.now();
                for (let n = 0; n < 1000; n++) audio.dispatchEvent(new Event("timeupdate"));
                return performance.now() - before;
            });
            return Math.min(...rounds);
        }"""
    )
    return took


def test_a_post_of_four_thousand_sentences_still_follows_at_once(
    browser: "Browser", tmp_path: Path
) -> None:
    """A step of the light costs the script as little at the end as in a post of forty."""
    paths = [of_sentences(count, tmp_path) for count in (40, 4000)]
    with (
        playing(browser, paths[0], reduced_motion="reduce") as short,
        playing(browser, paths[1], reduced_motion="reduce") as long,
    ):
        for page in (short, long):
            page.evaluate("settings.change('follow', false)")
            seek(page, state(page, "duration") - 0.5)
            assert lit(page) == ["end"]
        rounds = [[milliseconds_of_steps(page) for page in (short, long)] for _ in range(3)]
        of_short, of_long = map(min, zip(*rounds, strict=True))
        assert of_long < 2 * of_short
        assert state(long, "duration") > 2000


def test_the_script_asks_for_nothing_from_elsewhere_and_draws_no_markup() -> None:
    """No request, no tracker, no words of a post taken for markup."""
    for name in ("settings.js", "read_along.js"):
        script = (files("formats.scripts") / name).read_text("utf-8")
        for call in ("innerHTML", "fetch(", "XMLHttpRequest", "sendBeacon", "eval(", "import("):
            assert call not in script
        assert len(script.splitlines()) < 600
