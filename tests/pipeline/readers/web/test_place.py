"""The post is found in a page: the smallest element that holds all of it."""

from bs4 import BeautifulSoup, Tag

from pipeline.readers.html.document import parse
from pipeline.readers.web.place import article, content, found, posts, several, words

LONG = "<p>" + "It had rained all night and the towpath was soft under our feet. " * 6 + "</p>"


def page(body: str) -> BeautifulSoup:
    return parse(f"<!doctype html><html><body>{body}</body></html>")


def name(tag: Tag | None) -> str:
    return str(tag.get("id", tag.name)) if tag is not None else ""


def test_the_one_article_that_is_no_comment_and_no_teaser_is_the_post() -> None:
    body = (
        f'<article id="a"><h1>T</h1>{LONG}</article><div class="comments"><article>Hi</article>'
        '</div><aside><article>More</article></aside>'
    )  # fmt: skip
    assert name(article(page(body))) == "a"
    assert len(posts(page(body))) == 1


def test_without_one_article_the_post_is_in_main_or_in_the_body() -> None:
    assert name(article(page('<main id="m"></main>'))) == "m"
    assert name(article(page('<div role="main" id="r"></div>'))) == "r"
    assert name(article(page("<p>Hi"))) == "body"
    two = f'<article id="a"><h1>T</h1>{LONG}</article><article id="b"><h2>Next</h2></article>'
    assert name(article(page(two))) == "a"


def test_a_page_with_several_posts_in_full_has_several() -> None:
    full = f"<article><h2>T</h2>{LONG}</article>"
    assert len(several(page(full * 3))) == 3
    assert several(page(full)) == []
    assert several(page(full.replace("h2", "h1") + full)) == []
    assert several(page(full + "<article><h2>Teaser</h2></article>")) == []


def test_the_box_of_the_text_is_known_by_name_unless_prose_is_outside() -> None:
    box = f'<div class="entry-content" id="e">{LONG}</div>'
    assert name(content(page(f"<article>{box}</article>"))) == "e"
    assert content(page(f"<article>{box}{LONG}</article>")) is None
    assert content(page(f'<div class="comments">{box}</div>')) is None
    assert content(page('<div class="entry-content">Two words</div>')) is None


def test_a_library_finds_the_text_among_boxes_without_names() -> None:
    menu = "<div>" + '<a href="/x">Home</a> ' * 9 + "</div>"
    text = f'<div>{menu}<div id="t">{LONG}{LONG.replace("rained", "snowed")}</div>{menu}</div>'
    soup = page(text)
    assert soup.body is not None
    assert name(found(soup.body, str(soup))) == "t"


def test_letters_without_spaces_are_words_too() -> None:
    assert words(parse("<p>one two</p>")) == 2
    assert words(parse("<p>日本語の文章</p>")) == 4
