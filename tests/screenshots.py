"""`make screenshots`: the pages of the sample posts as readers see them, into docs/screenshots/.

One picture for each page: three widths, then a phone in dark and in forced colours, and a window
of 1280 by 1024 at 400 %. Look at them after each change of a page.
"""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PIL import Image

from pipeline.cli import main as allways
from pipeline.judges import node

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path("docs/screenshots")
POST = "posts/can-i-have-that-read-to-me"
PAGES = {
    "front-page": "index.html",
    "read-along": f"{POST}/index.html",
    "large-print": f"{POST}/large-print.html",
    "statement": "accessibility.html",
    "subscribe": "listen.html",
    "subject": "tags/audio/index.html",
}
"""Each sheet's name, and the page that it shows."""

LOOKS: tuple[dict[str, Any], ...] = (
    {"viewport": {"width": 1280, "height": 1000}},
    {"viewport": {"width": 768, "height": 1000}},
    {"viewport": {"width": 390, "height": 1000}},
    {"viewport": {"width": 390, "height": 1000}, "color_scheme": "dark"},
    {"viewport": {"width": 390, "height": 1000}, "forced_colors": "active"},
    # 400 % of a window of 1280 by 1024 pixels (WCAG 1.4.10)
    {"viewport": {"width": 320, "height": 256}},
)
GAP = 24


def main(source: str) -> None:
    """Publish, open each page in each look, and write the sheets."""
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        allways(["publish", source, "--output", folder, "--engine", "silence"])
        with sync_playwright() as playwright:
            flags = ["--no-sandbox"] if os.geteuid() == 0 else []
            browser = playwright.chromium.launch(executable_path=node.browser(), args=flags)
            for name, page in PAGES.items():
                sheet = _sheet(list(_looks(browser, (Path(folder) / page).as_uri())))
                sheet.save(FOLDER / f"{name}.webp", quality=60)
            browser.close()


def _looks(browser: "Browser", address: str) -> Iterator[Image.Image]:
    """The window in each look, as it is when the page has opened."""
    for look in LOOKS:
        page = browser.new_page(**look)
        page.goto(address)
        yield Image.open(io.BytesIO(page.screenshot()))
        page.close()


def _sheet(looks: list[Image.Image]) -> Image.Image:
    """The pictures side by side."""
    width = sum(look.width + GAP for look in looks) + GAP
    sheet = Image.new("RGB", (width, max(look.height for look in looks) + 2 * GAP), "#888888")
    left = GAP
    for look in looks:
        sheet.paste(look, (left, GAP))
        left += look.width + GAP
    return sheet


if __name__ == "__main__":
    main(sys.argv[1])
