"""A browser for the tests of this folder, and a site for it to read from a folder."""

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.judges import node
from tests.browser.front import write_lists
from tests.browser.pages import RICH, keep_post
from tests.judging import SKIPPED

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Chromium; where there is none the tests are skipped, or fail if judges are required.

    It is closed with each module: a process can hold one Playwright, and the judges start theirs.
    """
    missing = "no playwright in this Python" if not find_spec("playwright") else ""
    missing = missing or node.missing_browser()
    if missing and os.environ.get("ALLWAYS_REQUIRE_JUDGES") == "1":
        pytest.fail(f"a browser is required, and there is {missing}")
    if missing:
        pytest.skip(f"{SKIPPED}browser: {missing}")
    from playwright.sync_api import sync_playwright

    flags = ["--autoplay-policy=no-user-gesture-required", "--mute-audio"]
    # Chromium refuses its sandbox to root, which is who a build machine often is.
    flags += ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=node.browser(), args=flags)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published post of every kind of block, with its sound and pictures, and the index."""
    root = tmp_path_factory.mktemp("site")
    keep_post(root, RICH)
    return root


@pytest.fixture(scope="session")
def front(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lists of a blog of posts of many kinds."""
    root = tmp_path_factory.mktemp("front")
    write_lists(root)
    return root
