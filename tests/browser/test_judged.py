"""What the judges of web pages say of ours, over posts of every kind."""

from pathlib import Path

import pytest

from formats import easy_read, read_along
from tests.browser.front import PAGES
from tests.formats.builders import AWKWARD, RICH_MEDIA, edition_of
from tests.judging import BROWSER, judged

pytestmark = BROWSER

# A reader of posts closes the gaps between headings; here they come as they are. What is
# merely long holds nothing that a short one does not, and takes a minute.
LEFT_OUT = ("headings that jump", "a thousand paragraphs", "three hundred headings")


@pytest.fixture
def pages(output: Path, tmp_path: Path) -> list[Path]:
    """The pages of the published post, and those of every awkward one."""
    made = sorted(output.rglob("*.html"))
    for name, post in AWKWARD.items():
        whole = edition_of(post, RICH_MEDIA)
        for file in (*read_along.render(whole), *easy_read.render(whole)):
            path = tmp_path / post.slug / file.path
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(file.data)
            made += [path] if name not in LEFT_OUT else []
    return made


def test_axe_finds_nothing_wide_or_narrow_light_or_dark(pages: list[Path]) -> None:
    """With the rules of level AAA on."""
    assert [f for f in judged("axe", *pages) if f.level != "note"] == []


def test_nu_finds_no_error_and_no_warning(pages: list[Path]) -> None:
    """The markup is valid HTML."""
    assert [f for f in judged("nu", *pages) if f.level != "note"] == []


def test_axe_finds_nothing_in_the_lists_of_posts(front: Path) -> None:
    assert [f for f in judged("axe", *(front / page for page in PAGES)) if f.level != "note"] == []


def test_nu_finds_no_error_and_no_warning_in_the_lists_of_posts(front: Path) -> None:
    assert [f for f in judged("nu", *sorted(front.rglob("*.html"))) if f.level != "note"] == []


@pytest.mark.parametrize(
    ("judge", "whole", "broken"),
    [
        ("axe", 'alt="of a wave"', ""),
        ("axe", "--quiet: #4d4037", "--quiet: #767676"),
        ("nu", "</article>", ""),
    ],
)
def test_the_judges_refuse_a_page_that_is_broken(
    output: Path, tmp_path: Path, judge: str, whole: str, broken: str
) -> None:
    """A judge that finds nothing proves little until it has found something."""
    text = (output / "posts/rich/index.html").read_text("utf-8")
    assert whole in text
    (tmp_path / "broken.html").write_text(text.replace(whole, broken), "utf-8")
    assert [f for f in judged(judge, tmp_path / "broken.html") if f.level == "error"]
