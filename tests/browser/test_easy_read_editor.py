"""An easy-read text is written in the browser as a person would, and stands in the file."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.judges import node
from pipeline.judges.axe import RULES, RUN, SCHEMES, WIDTHS
from tests.browser.pages import SMALL, opened, wait_until
from tests.judging import BROWSER, judged, require_judge
from tests.pipeline.easy_read.editor.served import TEXT, Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = BROWSER

SAVED = "Saved in plan.easy.md."


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path) as running:
        yield running


@contextmanager
def disputed(browser: "Browser", server: Served) -> "Iterator[Page]":
    """A page of which the server refuses something, which the browser complains of."""
    page = browser.new_page()
    page.goto(server.page)
    yield page
    page.close()


def status(page: "Page") -> str:
    return page.locator("#status").inner_text()


def wait_for_status(page: "Page", text: str) -> None:
    wait_until(page, lambda: text in status(page))


def box(page: "Page", row: int) -> Any:
    return page.get_by_label(f"Row {row}, sentence", exact=True)


def text(server: Served) -> str:
    return server.text.read_text("utf-8")


def test_a_text_is_written_from_the_list_to_the_last_tick(
    browser: "Browser", server: Served
) -> None:
    with opened(browser, f"http://{server.host}/easy-read/") as page:
        page.get_by_role("link", name="The plan").click()
        box(page, 5).fill("They do not know; money is a problem.")
        remarks = page.locator("[id='w3.0-remarks']")
        wait_until(page, lambda: "brackets" not in remarks.inner_text())
        assert "There is a semicolon" in remarks.inner_text()
        assert str(page.locator("#said").text_content()).startswith("Row 5: There is a semicolon")

        box(page, 5).fill("They do not know yet.")
        wait_until(page, lambda: "finds nothing" in remarks.inner_text())
        page.get_by_label("Done (row 5)").check()
        wait_for_status(page, SAVED)

        page.get_by_role("button", name="Explain “tokenism”").click()
        assert page.get_by_label("What it means, in").input_value().startswith("Doing something")
        page.get_by_label("What it means, in").fill("Only for show.")
        page.get_by_role("button", name="Explain it").click()
        wait_until(page, lambda: page.locator(".meaning").count() == 2)
        assert "finds nothing" in page.locator("[id='w1.0-remarks']").inner_text()
        assert "2 of 4 rows are done." in page.locator("#stage").inner_text()

    expected = TEXT.replace(
        "- [ ] They isn't sure; the plan (which is long) may bend the knee to money.",
        "- [x] They do not know yet.",
    )
    assert text(server) == f"{expected}\n**tokenism**: Only for show.\n"


def test_a_picture_is_chosen_by_keyboard(browser: "Browser", server: Served) -> None:
    with opened(browser, server.page) as page:
        button = page.get_by_role("button", name="Row 2, change the picture: No picture")
        button.focus()
        page.keyboard.press("Enter")
        page.get_by_role("radio", name="No picture").wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        wait_for_status(page, SAVED)
        named = page.get_by_role("button", name="Row 2, change the picture: meeting")
        assert named.evaluate("(button) => button === document.activeElement")
        assert named.locator("img").evaluate("(image) => image.decode().then(() => true)")
        assert "- [ ] ![](meeting.png) The council met" in text(server)

        page.keyboard.press("Enter")
        page.get_by_role("radio", name="meeting").wait_for()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        wait_until(page, lambda: "meeting" not in text(server))

    assert text(server) == TEXT


def test_a_picture_is_found_by_its_name_and_leaving_changes_nothing(
    browser: "Browser", server: Served
) -> None:
    with opened(browser, server.page) as page:
        page.get_by_role("button", name="Row 2, change the picture").click()
        page.get_by_label("Find a picture by its name").fill("money")
        assert page.get_by_role("radio", name="our money (2)").is_visible()
        assert not page.get_by_role("radio", name="meeting").is_visible()
        assert page.get_by_role("radio", name="No picture").is_visible()
        page.get_by_role("radio", name="our money (2)").check()
        page.keyboard.press("Escape")
        assert not page.get_by_role("dialog").is_visible()

    assert text(server) == TEXT


def test_rows_are_split_joined_moved_removed_and_brought_back(
    browser: "Browser", server: Served
) -> None:
    with opened(browser, server.page) as page:
        box(page, 3).fill("It wants to end. Tokenism.")
        box(page, 3).evaluate("(box) => box.setSelectionRange(16, 16)")
        page.get_by_text("More (row 3)").click()
        page.get_by_role("button", name="Split at the cursor (row 3)").click()
        wait_until(page, lambda: box(page, 4).input_value() == "Tokenism.")
        assert box(page, 4).evaluate("(box) => box === document.activeElement")

        page.get_by_text("More (row 3)").click()
        page.get_by_role("button", name="Join with the next row (row 3)").click()
        wait_until(page, lambda: box(page, 3).input_value() == "It wants to end. Tokenism.")

        page.get_by_text("More (row 3)").click()
        page.get_by_role("button", name="Move down (row 3)").click()
        wait_until(page, lambda: box(page, 3).input_value() == "People want:")
        again = page.get_by_role("button", name="Move down (row 4)")
        assert again.evaluate("(button) => button === document.activeElement")

        page.get_by_text("More (row 3)").click()
        page.get_by_role("button", name="Remove (row 3)").click()
        wait_until(page, lambda: "Row 3 is removed." in status(page))
        assert "People want:" not in text(server)
        page.get_by_role("button", name="Undo").click()
        wait_until(page, lambda: "It is back." in status(page))

    expected = "- [ ] People want:\n  - money\n  - time\n- [ ] It wants to end. Tokenism.\n"
    assert expected in text(server)


def test_lists_main_points_and_left_out_sentences_are_written(
    browser: "Browser", server: Served
) -> None:
    with opened(browser, server.page) as page:
        page.get_by_label("List of row 4: one point on each line").fill("money\n\nfriends\n")
        page.get_by_label("With numbers (row 4)").check()
        box(page, 1).fill("The council asks people.")
        page.get_by_role("button", name="Write a row for this (Anna will write it.)").click()
        wait_until(page, lambda: box(page, 6).count() == 1)
        box(page, 6).fill("Anna writes the plan.")
        page.get_by_role("textbox", name="Title").fill("What we plan")
        page.get_by_label("Heading", exact=True).fill("And then?")
        page.keyboard.press("Control+s")
        wait_until(page, lambda: "### And then?" in text(server))

    words = text(server)
    assert "- [ ] People want:\n  1. money\n  2. friends\n" in words
    assert "- [ ] The council asks people.\n" in words
    assert "> s5 Anna will write it.\n\n- [ ] Anna writes the plan.\n" in words
    assert "# What we plan\n" in words


def test_a_hard_word_is_changed_removed_and_brought_back(
    browser: "Browser", server: Served
) -> None:
    with opened(browser, server.page) as page:
        page.get_by_label("What it means 1").fill("The people who run a place.")
        page.get_by_role("button", name="Remove the word council").click()
        wait_until(page, lambda: "Hard words" not in text(server))
        page.get_by_role("button", name="Undo").click()
        wait_until(page, lambda: "Hard words" in text(server))

    assert "**council**: The people who run a place.\n" in text(server)


def test_words_are_saved_in_a_pause_and_not_at_each_key(browser: "Browser", server: Served) -> None:
    with opened(browser, server.page) as page:
        box(page, 2).focus()
        page.keyboard.press("End")
        page.keyboard.type(" Yes.", delay=100)
        assert page.locator("#busy").inner_text() == "Not saved yet."
        assert text(server) == TEXT
        wait_for_status(page, SAVED)

    assert "- [ ] The council met people on Monday. Yes.\n" in text(server)


def test_words_that_are_changed_back_are_saved(browser: "Browser", server: Served) -> None:
    with opened(browser, server.page) as page:
        box(page, 2).focus()
        page.keyboard.press("End")
        page.keyboard.type("!")
        page.keyboard.press("Backspace")
        assert page.locator("#busy").inner_text() == "Not saved yet."
        wait_for_status(page, "Everything is saved.")

    assert text(server) == TEXT


# --- what goes wrong --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "kept"), [("Take mine", "My words."), ("Take theirs", "Their words.")]
)
def test_of_two_versions_both_are_shown_and_one_is_chosen(
    browser: "Browser", server: Served, choice: str, kept: str
) -> None:
    with disputed(browser, server) as page:
        theirs = TEXT.replace("- [ ] The council met people on Monday.", "- [ ] Their words.")
        server.text.write_text(theirs, "utf-8")
        box(page, 2).fill("My words.")
        page.keyboard.press("Control+s")
        page.get_by_role("alert").wait_for()
        assert "Their words." in page.get_by_role("alert").inner_text()
        assert box(page, 2).input_value() == "My words."
        assert text(server) == theirs

        page.get_by_role("button", name=choice).click()
        wait_until(page, lambda: box(page, 2).input_value() == kept)
        wait_until(page, lambda: page.get_by_role("alert").count() == 0)
        wait_until(page, lambda: text(server) == theirs.replace("Their words.", kept))


def test_words_of_a_row_that_others_removed_are_put_back(
    browser: "Browser", server: Served
) -> None:
    with disputed(browser, server) as page:
        without = TEXT.replace("- [x] It wants to end tokenism.\n", "")
        server.text.write_text(without, "utf-8")
        box(page, 3).fill("My words.")
        page.keyboard.press("Control+s")
        page.get_by_role("button", name="Put mine back").click()
        wait_until(page, lambda: "My words." in text(server))

    assert "- [x] My words.\n- [ ] People want:\n" in text(server)


def test_words_stay_in_their_boxes_while_the_preview_is_away(
    browser: "Browser", server: Served
) -> None:
    with disputed(browser, server) as page:
        page.context.set_offline(True)
        box(page, 2).fill("My words.")
        page.keyboard.press("Control+s")
        wait_for_status(page, "the preview does not answer")
        assert box(page, 2).input_value() == "My words."

        page.context.set_offline(False)
        page.keyboard.press("Control+s")
        wait_for_status(page, SAVED)


def test_a_file_that_broke_meanwhile_is_told_and_stays(browser: "Browser", server: Served) -> None:
    with disputed(browser, server) as page:
        server.text.write_text("1. No text\n", "utf-8")
        box(page, 2).fill("My words.")
        page.keyboard.press("Control+s")
        wait_for_status(page, "plan.easy.md:1")
        assert box(page, 2).input_value() == "My words."

    assert text(server) == "1. No text\n"


def test_a_page_from_an_earlier_preview_goes_on(browser: "Browser", server: Served) -> None:
    with disputed(browser, server) as page:
        page.evaluate("token = 'of another preview'")
        box(page, 2).fill("My words.")
        page.keyboard.press("Control+s")
        wait_for_status(page, SAVED)


# --- how it looks -----------------------------------------------------------------------


def refused(page: "Page") -> list[str]:
    """What axe finds in every width and colour scheme, with the rules of level AAA on."""
    found = []
    for width, scheme in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        results = page.evaluate(RUN, list(RULES))["violations"]
        found += [f"{width} {scheme}: {r['id']} {r['html']} {r['why']}" for r in results]
    return found


@pytest.fixture
def judge(browser: "Browser", server: Served) -> "Iterator[Page]":
    require_judge("axe")
    script = (node.MODULES / "axe-core" / "axe.min.js").read_text("utf-8")
    with opened(browser, server.page, script=script, reduced_motion="reduce") as page:
        yield page


def test_axe_finds_nothing_in_the_rows_and_all_that_opens(judge: "Page") -> None:
    judge.get_by_text("How this page works").click()
    judge.get_by_text("More (row 3)").click()
    assert refused(judge) == []


@pytest.mark.parametrize("name", ["Row 2, change the picture", "Explain “tokenism”"])
def test_axe_finds_nothing_in_the_dialogs(judge: "Page", name: str) -> None:
    judge.get_by_role("button", name=name).click()
    judge.get_by_role("dialog").wait_for()
    assert refused(judge) == []


def test_axe_finds_nothing_in_the_other_pages(judge: "Page", server: Served) -> None:
    judge.goto(f"http://{server.host}/easy-read/")
    assert refused(judge) == []
    server.text.unlink()
    judge.goto(server.page)
    assert refused(judge) == []


def test_axe_finds_what_is_broken(judge: "Page") -> None:
    judge.evaluate("document.querySelector('textarea').labels[0].remove()")
    assert any("label" in found for found in refused(judge))


def test_nu_finds_no_error_in_the_markup(server: Served, tmp_path: Path) -> None:
    pages = []
    for name in ("", "plan"):
        pages.append(tmp_path / f"page-{name}.html")
        pages[-1].write_bytes(server.ask("GET", f"/easy-read/{name}")[2])
    assert [f for f in judged("nu", *pages) if f.level != "note"] == []


def test_nothing_is_cut_off_at_400_percent(browser: "Browser", server: Served) -> None:
    with opened(browser, server.page, viewport=SMALL) as page:
        page.get_by_text("More (row 3)").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
        page.get_by_role("button", name="Row 2, change the picture").click()
        page.get_by_role("button", name="Use this picture").scroll_into_view_if_needed()
        assert page.evaluate("document.querySelector('dialog[open]').scrollWidth") <= SMALL["width"]


def test_the_keyboard_goes_through_a_row_in_its_order(browser: "Browser", server: Served) -> None:
    with opened(browser, server.page) as page:
        page.get_by_role("button", name="Row 2, change the picture").focus()
        names = []
        for _ in range(4):
            names.append(
                page.evaluate("document.activeElement.name || document.activeElement.localName")
            )
            ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert re.match("solid|auto", ring)
            page.keyboard.press("Tab")

    assert names == ["button", "words", "done", "summary"]
