"""Headings without words or levels, and colours that mean something, are told from the page."""

from pathlib import Path

import pytest

from pipeline.readers.html.document import draft, tree
from pipeline.readers.shared.reading import Meta, TextFile


def _told(text: str) -> list[tuple[str, str]]:
    source = TextFile(Path(), Path("a.html"), "a.html", text)
    found = draft(tree(text), Meta(title="A walk"), source, "en-GB").findings
    return [(finding.code, finding.where) for finding in found]


def test_headings_without_words_are_told_once_with_the_first_place() -> None:
    assert _told("<p>Rain.</p>\n<h2> </h2>\n<h3></h3>") == [("heading-empty", "a.html:2")]


def test_a_heading_with_words_is_not_empty() -> None:
    assert _told("<h2>Locks</h2><p>Rain.</p>") == []


def test_a_heading_below_a_level_that_is_left_out_is_told() -> None:
    assert _told("<h2>Locks</h2><p>Rain.</p>\n<h4>Gates</h4><p>Sun.</p>") == [
        ("heading-jump", "a.html:2")
    ]


@pytest.mark.parametrize("levels", ["3456", "2323", "2342", "44"])
def test_levels_that_follow_each_other_are_not_told(levels: str) -> None:
    text = "".join(f"<h{n}>Lock {i}</h{n}><p>Rain.</p>" for i, n in enumerate(levels))

    assert _told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        '<p>The items in red are new.</p>\n<p style="color: #f00">Ducks</p>',
        '<p>Dates marked in green:</p><font color="green">May</font>',
        '<p>The red text is new.</p><span style="background-color:red">Ducks</span>',
    ],
)
def test_a_colour_that_means_something_is_told(text: str) -> None:
    assert _told(text) == [("colour-only", "a.html:1")]


@pytest.mark.parametrize(
    "text",
    [
        "<p>The items in red are new.</p>",
        '<p style="color: red">She was dressed in red.</p>',
        '<p style="border-colour: x">The items in red are new.</p>',
    ],
)
def test_a_colour_in_words_alone_or_in_style_alone_is_not_told(text: str) -> None:
    assert _told(text) == []
