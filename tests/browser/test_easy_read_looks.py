"""What the checker reads in the style of easy-read pages is what a browser makes of it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from formats import easy_read
from tests.formats.easy_read.texts import ICON, of, row, text

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MEASURE = """() => {
  const style = (path) => getComputedStyle(document.querySelector(path));
  const box = (path) => document.querySelector(path).getBoundingClientRect();
  const words = style('.row .words > p');
  return {
    size: parseFloat(words.fontSize),
    height: parseFloat(words.lineHeight) / parseFloat(words.fontSize),
    right: box('.picture img').right,
    left: box('.words').left,
    width: box('.picture img').width,
    cell: box('.picture').width,
    slant: style('em').fontStyle,
    align: words.textAlign,
    hyphens: words.hyphens,
    letters: box('.words > p').width / (parseFloat(words.fontSize) * 0.5),
  };
}"""
MM = 96 / 25.4


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_letters_lines_and_pictures_are_as_the_rules_ask(
    medium: str, browser: "Browser", tmp_path: Path
) -> None:
    """ER-L01, L02, L03, P02 and P03, measured."""
    made = replace(text(row("The sea rises " * 8, picture=True)), media=(ICON,))
    for file in easy_read.render(of(made)):
        target = tmp_path / "posts" / "post" / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.data.replace(b"rises", b"<em>rises</em>"))
    opened = browser.new_page(viewport={"width": 1000, "height": 800})
    opened.goto((tmp_path / "posts/post/simpler.html").as_uri())
    opened.emulate_media(media="print" if medium == "print" else "screen")
    found: dict[str, Any] = opened.evaluate(MEASURE)
    opened.close()

    least = {"screen": (20, 120), "print": (16 * 96 / 72, 30 * MM)}[medium]
    assert found["size"] >= least[0] - 0.01
    assert found["height"] >= 1.5
    assert found["right"] <= found["left"]
    assert min(found["width"], found["cell"]) >= least[1] - 0.1
    assert found["slant"] == "normal"
    assert found["align"] in {"start", "left"}
    assert found["hyphens"] in {"manual", "none"}
    assert medium == "print" or found["letters"] <= 60
