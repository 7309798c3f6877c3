"""Paragraphs are made as WordPress makes them: of blank lines, around blocks, never twice."""

import pytest

from pipeline.readers.exports.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("One.\nTwo.", "<p>One.<br>Two.</p>"),
        ("One.\n \t\n\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("<em>a</em>\n<b>b</b>", "<p><em>a</em><br><b>b</b></p>"),
        ("One.<h2>Title</h2>Two.", "<p>One.</p><h2>Title</h2><p>Two.</p>"),
        ("<p>One.</p>\n\n<p>Two.</p>", "<p>One.</p><p>Two.</p>"),
        ("<p>One.\n\nTwo.</p>", "<p>One.</p><p>Two.</p>"),
        (
            "<ul>\n<li>One.</li>\n<li>Two.</li>\n</ul>",
            "<ul><li><p>One.</p></li><li><p>Two.</p></li></ul>",
        ),
        ("<li>One.\n\nTwo.</li>", "<li><p>One.</p><p>Two.</p></li>"),
        ("<table>\n<tr>\n<td>a</td>\n</tr>\n</table>", "<table><tr><td><p>a</p></td></tr></table>"),
        ("One.<br /><br />Two.", "<p>One.<br></p><p>Two.</p>"),
        ("One.<br />\nTwo.", "<p>One.<br>Two.</p>"),
        ("<a href='x' class='y'>z</a>", "<p><a href='x' class='y'>z</a></p>"),
        ("One.<!--more-->\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("One.<!--nextpage-->Two.", "<p>One.</p><p>Two.</p>"),
        (
            "<blockquote>One.\n\nTwo.</blockquote>",
            "<blockquote><p>One.</p><p>Two.</p></blockquote>",
        ),
        ("5 < 6\n\n7", "<p>5 < 6</p><p>7</p>"),
        ("<h2>One\n\ntwo</h2>", "<h2>One<br>two</h2>"),
        ("One.</p>", "<p>One.</p>"),
        ("\n\n", ""),
    ],
)
def test_a_text_has_the_paragraphs_that_wordpress_shows(text: str, made: str) -> None:
    assert paragraphs(text).replace("\n", "") == made


@pytest.mark.parametrize("name", ["pre", "script", "style"])
def test_program_text_stays_as_it_is(name: str) -> None:
    assert paragraphs(f"<{name}>a\n\nb\nc</{name}>") == f"<{name}>a\n\nb\nc</{name}>"


def test_lines_stay_the_lines_that_they_were() -> None:
    text = "One.\nTwo.\n\n<h2>Three</h2>\nFour.\n\nFive."

    assert [line for line in paragraphs(text).split("\n") if "F" in line] == [
        "<p>Four.</p>",
        "<p>Five.</p>",
    ]
    assert paragraphs(text).count("\n") == text.count("\n")
