"""The script on a blog of somebody else puts the sound below a post's title, and only there."""

import dataclasses
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from formats.listen.script import script
from tests.formats.builders import blog_of
from tests.formats.listen.test_script import posts
from tests.judging import BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = BROWSER

PAGE = """<!DOCTYPE html><html lang="de"><head><title>Flut</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';
 media-src 'self'"/>
<link rel="canonical" href="{canonical}"/></head>
<body><h1>Blog</h1><article><h1>Die Flut</h1>{place}<p>Text.</p></article>
<script src="/allways/listen.js"{slug} defer></script></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "allways").mkdir()
    blog = dataclasses.replace(blog_of(), episodes=posts())
    (tmp_path / "allways" / "listen.js").write_text(script(blog), "utf-8")
    pages = {
        "known": ("https://blog.example/2026/Die-Flut%C3%BCber", "", ""),
        "unknown": ("https://blog.example/2026/other", "", ""),
        "named": ("https://blog.example/2026/other", "", ' data-listen="moon"'),
        "place": (
            "https://blog.example/2026/Die-Flut%C3%BCber/",
            '<p>Intro</p><div data-listen=""></div>',
            "",
        ),
        "wrong": ("https://blog.example/x", "", ' data-listen="constructor"'),
    }
    for name, (canonical, place, slug) in pages.items():
        page = PAGE.format(canonical=canonical, place=place, slug=slug)
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(tmp_path))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


def shown(browser: "Browser", address: str) -> tuple[list[Any], list[str]]:
    """The order of what stands in the article with the players' facts; and what was asked for."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    found = page.evaluate(
        """() => [...document.querySelectorAll("article > *, .listen *")].map((e) =>
            e.localName === "audio" ? [e.getAttribute("aria-label"), e.src, e.preload] :
            e.localName === "a" ? [e.href, e.textContent] :
            e.className || e.localName)"""
    )
    page.close()
    return found, asked


def test_a_post_known_by_its_address_is_heard_below_its_title(
    browser: "Browser", site: str
) -> None:
    found, asked = shown(browser, f"{site}known.html")
    base = f"{site}allways/posts/tide/"

    assert found == [
        "h1",
        "listen",
        ["Diesen Beitrag anhören: Die Flut", f"{base}tide.mp3", "none"],
        "p",
        [f"{base}index.html", "Andere Arten, ihn zu lesen"],
        "p",
    ]
    assert asked == [f"{site}known.html", f"{site}allways/listen.js"]


def test_an_editor_may_say_where_the_player_stands(browser: "Browser", site: str) -> None:
    found, _ = shown(browser, f"{site}place.html")

    assert found[:3] == ["h1", "p", "div"]
    assert found[3][1] == f"{site}allways/posts/tide/tide.mp3"


def test_an_editor_may_name_the_post(browser: "Browser", site: str) -> None:
    found, _ = shown(browser, f"{site}named.html")

    assert found[2][1] == f"{site}allways/posts/moon/moon.mp3"


@pytest.mark.parametrize("page", ["unknown", "wrong"])
def test_a_page_without_an_edition_stays_as_it_is(browser: "Browser", site: str, page: str) -> None:
    assert shown(browser, f"{site}{page}.html")[0] == ["h1", "p"]
