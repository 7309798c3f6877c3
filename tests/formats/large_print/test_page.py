"""The post as a page whose letters are large already."""

import re
from pathlib import Path

import pytest

from formats.large_print.page import page
from formats.model import CodeBlock, Figure, Link, Picture, Text
from pipeline.findings import Level
from tests.formats.builders import (
    RICH_MEDIA,
    bullets,
    edition,
    edition_of,
    paragraph,
    picture,
    post_of,
    rich_post,
    sentence,
)
from tests.formats.large_print.prints import made, voiced, written
from tests.judging import BROWSER, judged


@pytest.mark.parametrize("judge", ["nu", pytest.param("axe", marks=BROWSER)])
def test_the_page_passes(judge: str, tmp_path: Path) -> None:
    """Nu and axe, with its AAA rules on."""
    paths = written(edition_of(rich_post(), RICH_MEDIA), tmp_path)
    found = judged(judge, *(p for p in paths if p.suffix == ".html"))
    assert [finding for finding in found if finding.level is Level.ERROR] == []


def test_the_page_has_no_small_letters() -> None:
    """Every size of its own style is in rem or points, and at least 18 point."""
    page = made(edition(bullets("one")))["large-print.html"].decode()
    own = page.partition("Large print on a screen")[2].partition("</style>")[0]
    found = re.findall(r"font-size:\s*(?:clamp\()?([\d.]+)(rem|pt|em)", own)
    least = {"rem": 1.5, "pt": 18, "em": 1}
    assert found
    assert all(float(size) >= least[unit] for size, unit in found)


def test_the_page_names_author_and_blog_and_no_voice() -> None:
    shown = page(voiced()).decode()

    assert "Ada Shore" in shown
    assert "synthetic" not in shown


def test_the_page_prints_the_addresses_of_its_links_and_what_its_pictures_show() -> None:
    link = Link("/tides/today", (Text("tides"),))
    shown = Figure("", Picture("a.png", "The harbour"), ())
    post = post_of(paragraph(sentence("See ", link, " on 5 March.")), shown)

    found = page(edition_of(post, (picture("a.png"),))).decode()

    assert "<li>https:/<wbr/>/<wbr/>example.org/<wbr/>tides/<wbr/>today</li>" in found
    assert '<p class="described" aria-hidden="true">Picture: The harbour</p>' in found
    assert "5\u00a0March" in found


def test_code_keeps_its_spaces() -> None:
    found = page(edition(CodeBlock("", "on 5 March", ""))).decode()

    assert "on 5 March" in found
