"""A post of Medium's export is read without Medium's own lines; other pages are told."""

from pathlib import Path

import pytest

from pipeline.readers.exports import medium
from tests.pipeline.readers.exports.shapes import lines
from tests.pipeline.readers.reading import codes, only_post, reading

PAGE = """<!DOCTYPE html><html><head><title>A walk</title></head><body><article class="h-entry">
<header><h1 class="p-name">{title}</h1></header>{subtitle}
<section data-field="body" class="e-content"><section class="section section--first">
<div class="section-divider"><hr class="section-divider"></div>{body}</section></section>
<footer><p class="p-tags">Tagged in <a class="p-tag">Walks</a></p>
<p>By <a href="https://medium.com/@a" class="p-author h-card">Ada</a> on
<a href="https://medium.com/p/abc123def456"><time class="dt-published"
datetime="2018-08-11T11:23:34.123Z">August 11, 2018</time></a>.</p>
<p><a href="https://medium.com/@a/a-walk-abc123def456" class="p-canonical">Canonical link</a></p>
<p>Exported from <a href="https://medium.com">Medium</a> on September 21, 2018.</p></footer>
</article></body></html>"""
SUBTITLE = '<section data-field="subtitle" class="p-summary">In the rain</section>'
NAME = "posts/2018-08-11_A-walk-abc123def456.html"


def page(body: str, title: str = "A walk", subtitle: str = SUBTITLE) -> str:
    return PAGE.format(title=title, subtitle=subtitle, body=body)


def test_a_post_has_what_its_footer_says_and_not_the_footer(tmp_path: Path) -> None:
    body = (
        '<h3 class="graf graf--h3 graf--title">A walk</h3>'
        '<h4 class="graf graf--h4 graf--subtitle">In the rain</h4><p class="graf">Wet.</p>'
        '<hr class="section-divider"><p class="graf">Dry.</p>'
    )
    found = reading(tmp_path, {NAME: page(body)})
    post = only_post(found)

    assert (post.slug, post.title, post.summary) == ("a-walk", "A walk", "In the rain")
    assert (post.authors, post.tags) == (("Ada",), ("Walks",))
    assert post.published is not None
    assert post.published.date().isoformat() == "2018-08-11"
    assert lines(post) == ["In the rain", "Wet.", "ThematicBreak", "Dry."]
    assert codes(found) == []


def test_code_keeps_its_lines_and_a_box_with_a_link_its_words(tmp_path: Path) -> None:
    body = (
        '<pre class="graf graf--pre">a = 1<br>b = 2</pre><div class="graf graf--mixtapeEmbed">'
        '<a href="https://b.org"><strong>Title</strong><br><em>About</em>b.org</a>'
        '<a class="mixtapeImage" href="https://b.org"></a></div>'
    )
    post = only_post(reading(tmp_path, {NAME: page(body)}))

    assert lines(post) == ["`a = 1\nb = 2`", "Title About b.org"]


def test_a_draft_is_left_out_whatever_is_in_it(tmp_path: Path) -> None:
    found = reading(tmp_path, {"posts/draft_A-walk-abc123def456.html": page("", "")})

    assert (found.posts, codes(found)) == ((), ["draft"])


def test_a_response_is_left_out_and_told(tmp_path: Path) -> None:
    said = page('<p class="graf graf--p">Well said, Ada. I agree.</p>', "Well said, Ada…", "")

    assert codes(reading(tmp_path, {NAME: said})) == ["medium-left-out"]


def test_a_post_without_a_subtitle_is_no_response(tmp_path: Path) -> None:
    body = '<h3 class="graf graf--title">A walk</h3><p class="graf">Wet.</p>'

    assert lines(only_post(reading(tmp_path, {NAME: page(body, subtitle="")}))) == ["Wet."]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("profile/profile.html", '<html><section class="h-card">Medium user ID: 1</section>'),
        ("claps/claps-0001.html", "<!DOCTYPE html><html><h1>Claps</h1><ul><li>x</li></ul></html>"),
    ],
)
def test_pages_about_you_are_no_posts_and_are_told(tmp_path: Path, name: str, text: str) -> None:
    found = reading(tmp_path, {name: text})

    assert (found.posts, codes(found)) == ((), ["medium-left-out"])


@pytest.mark.parametrize(
    "text",
    [
        "<html><article><h1>T</h1><p>x</p></article></html>",
        '<html><article class="h-entry"><p>x</p></article></html>',
        '<html><div class="h-card">Me</div></html>',
    ],
)
def test_another_web_page_is_not_claimed(text: str) -> None:
    assert not medium.claims("a.html", text.encode())
    assert not medium.claims("a.md", page("x").encode())


def test_the_name_of_the_file_names_a_post_without_an_address(tmp_path: Path) -> None:
    text = page('<p class="graf">Wet.</p>').replace("a-walk-abc123def456", "123")

    assert only_post(reading(tmp_path, {NAME: text})).slug == "a-walk"
