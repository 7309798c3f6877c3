"""The whole path of an easy-read text, as an editor and a group go it, by commands and browser."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.cli import main
from tests.browser.pages import opened, wait_until
from tests.judging import BROWSER
from tests.pipeline.easy_read.editor.served import Served, served
from tests.pipeline.easy_read.places import filled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = BROWSER

SETTINGS = """title = "Notes"
base_url = "https://example.org/notes/"
email = "ada@example.org"
formats = ["easy-read"]
"""
PLAIN = "They are not sure that there is money."
Command = Callable[..., int]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path, None) as running:
        (running.text.parent / "publication.toml").write_text(SETTINGS, "utf-8")
        yield running


@pytest.fixture
def command(server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """`allways easy-read WHAT plan ...`, which gives its exit code."""
    monkeypatch.setenv("ALLWAYS_CACHE", str(tmp_path / "cache"))
    source = str(server.text.parent)

    def run(what: str, *words: str | Path) -> int:
        return main(["easy-read", what, "plan", *map(str, words), "--source", source])

    return run


def publish(server: Served, output: Path) -> Path:
    """Publish the folder; returns the folder of the post's files."""
    words = ["--output", str(output), "--engine", "silence", "--jobs", "1"]
    assert main(["publish", str(server.text.parent), *words]) == 0
    return output / "posts/plan"


def box(page: "Page", row: int) -> Any:
    return page.get_by_label(f"Row {row}, sentence", exact=True)


def saved(page: "Page") -> None:
    page.keyboard.press("Control+s")
    wait_until(page, lambda: "aved" in page.locator("#status").inner_text())


def rewrite(page: "Page", row: int, words: str) -> None:
    """Go into a row and type it anew."""
    box(page, row).click()
    page.keyboard.press("Control+a")
    page.keyboard.type(words)
    saved(page)


def write(page: "Page") -> None:
    """All that an editor does with the draft: words, a heading, a picture, a meaning, ticks."""
    rewrite(page, 3, PLAIN)
    rewrite(page, 7, PLAIN)
    page.get_by_text("More (row 6)").click()
    page.get_by_role("button", name="Add a row below (row 6)").click()
    wait_until(page, lambda: box(page, 7).input_value() == "")
    page.keyboard.type("What they do not know")
    saved(page)
    page.get_by_role("button", name="Make it a heading (row 7)").or_(
        page.get_by_text("More (row 7)")
    ).first.click()
    page.get_by_role("button", name="Make it a heading (row 7)").click()
    wait_until(page, lambda: box(page, 7).input_value() == PLAIN)

    page.get_by_role("button", name="Row 1, change the picture").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Find a picture by its name").fill("meeting")
    page.get_by_role("radio", name="meeting").first.check()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Row 1, change the picture: meeting").wait_for()
    page.get_by_label("What it means 1").fill("Only for show.")
    for tick in page.get_by_label("Done (row").all():
        tick.focus()
        page.keyboard.press("Space")
    saved(page)


def close(server: Served, words: str) -> None:
    """Write into each open mark what was done, as in a spreadsheet."""
    path = server.text.with_name("plan.easy.marks.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for row in rows:
        if row[3] in ("not clear", "wrong"):
            row[5] = words
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def test_a_text_goes_from_the_draft_to_easy_read_and_back_when_a_word_changes(
    browser: "Browser", server: Served, command: Command, tmp_path: Path
) -> None:
    packs = tmp_path / "packs"
    signature = ("--by", "A test group", "--named", "yes", "--paid", "yes")
    assert command("draft") == 0
    assert command("check") == 1
    assert command("pack", "--to", packs) == 1
    with opened(browser, server.page) as page:
        write(page)
    assert command("check") == 0

    said = {"checked by": "A test group"}
    assert command("pack", "--to", packs) == 0
    table = packs / "plan-round-1-answers.csv"
    assert command("marks", filled(table, {**said, "4": "wrong", "8": "not clear"}, "Anna?")) == 0
    assert command("sign", *signature) == 2
    with opened(browser, server.page) as page:
        rewrite(page, 4, "Anna will write the plan.")
        rewrite(page, 8, "Anna will write the plan.")
    close(server, "it says what she writes")
    assert command("sign", *signature) == 2

    assert command("pack", "--to", packs) == 0
    assert command("marks", filled(packs / "plan-round-2-answers.csv", said)) == 0
    assert command("sign", *signature) == 0
    made = publish(server, tmp_path / "output")
    with opened(browser, made / "easy-read.html") as page:
        assert page.title().startswith("Easy Read: The plan")
        assert "A test group checked this text." in page.inner_text("main")
        page.get_by_role("link", name="Go to the whole text").click()
        assert "What they do not know" in page.inner_text("main")

    with opened(browser, server.page) as page:
        rewrite(page, 8, "Anna will write it soon.")
    made = publish(server, tmp_path / "output")
    assert not (made / "easy-read.html").exists()
    assert "Easy Read" not in (made / "index.html").read_text("utf-8")
