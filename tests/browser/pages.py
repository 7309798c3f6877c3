"""Pages for the tests of this folder: how they are made, opened, and asked."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from formats import easy_read, read_along, site, walk
from formats.model import Blog, Edition, OutputFile, Sentence, WordCue
from tests.formats.builders import (
    FRAME_SAMPLES,
    PAUSE_FRAMES,
    PUBLICATION,
    RATE,
    RICH_MEDIA,
    SPOKEN_FRAMES,
    edition_of,
    episode_of,
    rich_post,
)
from tests.formats.easy_read.texts import with_easy_read

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

READ_ALONG = "posts/rich/index.html"
STEP = (SPOKEN_FRAMES + PAUSE_FRAMES) * FRAME_SAMPLES / RATE
"""Seconds from one unit to the next."""

SMALL = {"width": 320, "height": 256}
"""A window of 1280 × 1024 at 400 % zoom."""


def with_words(whole: Edition) -> Edition:
    """The same edition in which each sentence's words, as shown, are heard one after another."""
    narration = whole.narration
    cues = {cue.id: cue for cue in narration.cues}
    words = tuple(
        WordCue(unit.id, found.start(), found.end(), begin + n * length, begin + (n + 1) * length)
        for unit in walk.edition_units(whole)
        if isinstance(unit, Sentence)
        for spoken in [list(re.finditer(r"\S+", walk.shown(unit.inlines)))]
        for begin in [cues[unit.id].begin]
        for length in [(cues[unit.id].end - begin) // max(1, len(spoken))]
        for n, found in enumerate(spoken)
    )
    return replace(whole, narrations=(replace(narration, words=words),))


RICH = with_easy_read(with_words(edition_of(rich_post(summary="About water."), RICH_MEDIA)))
UNITS = [unit.id for unit in walk.edition_units(RICH)]


def keep_post(root: Path, whole: Edition, *, sound: bool = True) -> Path:
    """Publish a post with its index, and give the path of its page."""
    slug = whole.post.slug
    files = [*read_along.render(whole), *easy_read.render(whole)]
    files += [OutputFile(media.path, media.mime, media.data) for media in whole.media]
    if sound:
        files.append(OutputFile(f"{slug}.mp3", "audio/mpeg", whole.narration.frames))
    for file in files:
        _keep(root / "posts" / slug, file)
    for file in site.render_blog(Blog(PUBLICATION, (episode_of(whole),), ())):
        _keep(root, file)
    return root / "posts" / slug / "index.html"


def _keep(folder: Path, file: OutputFile) -> None:
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.data)


@contextmanager
def opened(browser: "Browser", path: Path | str, **context: Any) -> "Iterator[Page]":
    """A page in a context of its own; anything it complains of is a failure.

    `script` is run before those of the page.
    """
    before = context.pop("script", "")
    fresh = browser.new_context(**context)
    if before:
        fresh.add_init_script(before)
    page = fresh.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri() if isinstance(path, Path) else path)
    yield page
    fresh.close()
    assert complaints == []


@contextmanager
def playing(browser: "Browser", path: Path | str, **context: Any) -> "Iterator[Page]":
    """A page whose sound is known to the browser, so that one can go to any moment of it."""
    with opened(browser, path, **context) as page:
        wait_for_sound(page)
        yield page


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
    ids: list[str] = page.evaluate("[...document.querySelectorAll('.speaking')].map((e) => e.id)")
    return ids


def lit_words(page: "Page") -> list[str]:
    """The words that are lit up now."""
    words: list[str] = page.evaluate(
        "[...(CSS.highlights.get('spoken-word') ?? [])].map((range) => range.toString())"
    )
    return words


def state(page: "Page", name: str) -> Any:
    """A property of the sound, such as "paused"."""
    return page.evaluate(f"document.querySelector('audio').{name}")


def wait_until(page: "Page", done: Callable[[], bool]) -> None:
    """Ask again and again; the page's policy lets no code of a test wait inside it."""
    for _ in range(200):
        if done():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not happen in ten seconds")


def wait_for_light(page: "Page", unit: str) -> None:
    """Until this unit alone is lit up."""
    wait_until(page, lambda: lit(page) == [unit])


def wait_for_sound(page: "Page") -> None:
    """Until the browser knows the length of the sound."""
    wait_until(page, lambda: state(page, "readyState") >= 1)
