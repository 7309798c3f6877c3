"""A zip file that was unpacked on a disk, opened in Chromium without a server."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from formats import take_away
from formats.registry import POST_FORMATS
from tests.browser.pages import opened
from tests.formats.builders import RICH_MEDIA, edition_of, rich_post
from tests.judging import BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = BROWSER

PLAYED = """async () => {
    const audio = document.querySelector("audio");
    await audio.play();
    while (audio.currentTime < 0.2) await new Promise((done) => setTimeout(done, 20));
    return audio.duration;
}"""


def test_sound_pictures_and_styles_work_from_a_disk_without_a_network(
    browser: "Browser", tmp_path: Path
) -> None:
    whole = edition_of(rich_post(), RICH_MEDIA)
    made = [f for name in ("read-along", "mp3") for f in POST_FORMATS[name].render(whole)]
    (file,) = take_away.render(replace(whole, made=tuple(made)))
    zipfile.ZipFile(io.BytesIO(file.data)).extractall(tmp_path)
    path = tmp_path / whole.post.slug / "index.html"

    with opened(browser, path, offline=True) as page:
        # The page's policy lets nothing be evaluated again and again, as `wait_for_function` does.
        assert page.evaluate(PLAYED) > 1
        seen = "[...document.images].every((i) => i.complete && i.naturalWidth > 0)"
        assert page.evaluate(seen)
        assert page.evaluate("document.images.length") > 0
        assert page.locator(".speaking").count() == 1
