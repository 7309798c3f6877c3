"""What a page does not show, and what is no content, is taken out, and no word beside it."""

import pytest

from pipeline.readers.html.document import parse, tree
from pipeline.readers.html.hidden import clear
from pipeline.readers.shared.chars import one_line

PROSE = "<p>It had rained all night, and the towpath was soft, so that we walked slowly.</p>"


def left(text: str) -> str:
    """What a piece of HTML shows, beside a paragraph."""
    root = tree(f"{PROSE}<div>{text}</div>")
    clear(root)
    box = root.find("div")
    return one_line(box.get_text()) if box else ""


@pytest.mark.parametrize(
    "text",
    [
        "<p hidden>x</p>", '<p style="color: red; display:none">x</p>', "<dialog>x</dialog>",
        '<p style="visibility: hidden">x</p>', "<noscript>Enable scripts</noscript>",
        '<i class="fa" aria-hidden="true">\uf09a</i>', '<i class="material-icons">home</i>',
        '<a class="headerlink" href="#a">¶</a>', '<a href="#a">#</a>',
        '<a class="skip-link" href="#c">Skip to content</a>', "<button>Copy</button>",
        '<span class="sr-only">Opens in a new tab</span>', '<span role="doc-pagebreak">10</span>',
        '<a class="pagenum">[Pg 4]</a>', "<form>Name <input> <p>Join us</p></form>",
        "<svg><title>Icon</title><path/></svg>", "<select><option>A</option></select>",
    ],
)  # fmt: skip
def test_what_is_not_shown_or_no_content_is_taken_out(text: str) -> None:
    assert left(f"a{text} b") == "a b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('<p hidden="until-found">x</p>', "x"),
        ("<dialog open>x</dialog>", "x"),
        ('<p style="display:block">x</p>', "x"),
        ('<b aria-hidden="true">shown</b>', "shown"),
        ('<span class="sr-only">Question:</span> Why?', "Question: Why?"),
        ("<h3><button>Why?</button></h3>", "Why?"),
        ('<b class="page-number">the long way round to it</b>', "the long way round to it"),
        ("<svg role='img' aria-label='Three rising bars'><path/></svg>", "Three rising bars"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢"),
        ('<img class="emoji" alt="😀">', "😀"),
        ('<a href="https://a.example/">#</a>', "#"),
    ],
)
def test_what_is_shown_stays(text: str, shown: str) -> None:
    assert left(text) == shown


def test_words_for_listeners_stay_unless_they_are_said_again() -> None:
    assert left('<b aria-hidden="true">€5</b><b class="sr-only">five euros</b>') == "€5"
    assert left('<a href="x">this<span class="sr-only">, a film</span></a>') == "this"


def test_a_page_that_a_script_shows_in_the_end_is_kept() -> None:
    root = tree(f'<div style="display: none">{PROSE}</div>')
    clear(root)
    assert "towpath" in root.get_text()


def test_a_form_around_the_whole_page_is_no_form() -> None:
    root = tree(f'<form><input name="q"><h1>T</h1>{PROSE}</form>')
    assert clear(root) == ()
    assert "towpath" in root.get_text()


def test_the_words_left_out_are_returned() -> None:
    assert clear(tree(f"{PROSE}<p hidden>One <b>two</b></p><p hidden></p>")) == ("One two",)


def test_the_style_of_the_page_hides() -> None:
    soup = parse(f"<style>.x {{display: none}}</style><p class=x>Secret</p>{PROSE}")
    assert clear(soup) == ("Secret",)


@pytest.mark.parametrize(
    ("text", "pictures"),
    [
        ('<img src="data:image/gif;base64,R0"><noscript><img src="a.jpg"></noscript>', ["a.jpg"]),
        ('<img data-src="a.jpg"><noscript><img src="a.jpg"></noscript>', ["a.jpg"]),
        ('<img src="b.jpg"><noscript><img src="a.jpg"></noscript>', ["b.jpg", "a.jpg"]),
        ('<noscript><img src="p.gif" width="1" height="1"></noscript>', []),
        ('<img src="https://pixel.wp.com/b.gif"><img src="c.jpg">', ["c.jpg"]),
    ],
)
def test_a_picture_for_browsers_without_scripts_is_the_real_one(
    text: str, pictures: list[str]
) -> None:
    root = tree(text + PROSE)
    clear(root)
    assert [img.get("src") for img in root.find_all("img")] == pictures
