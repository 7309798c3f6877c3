"""Small facts about a post: its words, a title, its paragraphs, its slug, its language."""

import pytest

from pipeline.readers.exports import texts
from tests.growth import grows_evenly


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<p>One</p><p>two &amp; three</p>", "One two & three"),
        ("un<b>believ</b>able", "unbelievable"),
        ("a<script>b</script>c<style>d", "ac"),
        ("<!-- no -->x", "x"),
    ],
)
def test_words_are_those_that_a_browser_shows(markup: str, said: str) -> None:
    assert texts.words(markup) == said


@pytest.mark.parametrize("markup", ["<p> </p>&nbsp;", "", "<script>x</script>"])
def test_white_space_and_scripts_are_nothing_to_show(markup: str) -> None:
    assert texts.is_empty(markup)


@pytest.mark.parametrize("markup", ["<img src=a>", "<p>x", "<iframe src=a></iframe>"])
def test_words_and_pictures_are_something_to_show(markup: str) -> None:
    assert not texts.is_empty(markup)


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<p>It rained. We walked.</p>", "It rained."),
        ("<h2>A <i>walk</i></h2><p>Text.</p>", "A walk"),
        ("<p>Version 2.5 is out! Try it.</p>", "Version 2.5 is out!"),
        (
            "<p>" + "long words " * 20,
            "long words long words long words long words long words long…",
        ),
        ("<p>" + "x" * 99, "x" * 60 + "…"),
        ("雨が降った。歩いた。", "雨が降った。"),
        ('<img src="a.png" alt="Two ducks">', "Two ducks"),
        ('<img src="a.png">', ""),
    ],
)
def test_a_title_is_made_of_the_heading_the_first_sentence_or_what_fits(
    markup: str, title: str
) -> None:
    assert texts.first_words(markup) == title


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("a<br /><br>b", "a<p></p>b"),
        ("a<br>&nbsp;<br/>\n<br>b", "a<p></p>b"),
        ("a<br>b", "a<br>b"),
        ("a\n\nb\nc", "a<p></p>b\nc"),
        ("<p>a\n\nb</p>", "<p>a\n\nb</p>"),
        ("<pre>a<br><br>b</pre>", "<pre>a<br><br>b</pre>"),
    ],
)
def test_empty_lines_part_paragraphs(written: str, marked: str) -> None:
    assert texts.paragraphs(written) == marked


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("https://a.org/2020/05/a-walk/", "a-walk"),
        ("https://a.org/a-walk.html?utm_source=rss", "a-walk"),
        ("https://a.org/a-walk/index.html", "a-walk"),
        ("https://a.org/caf%C3%A9", "café"),
        ("https://a.org/?p=12", ""),
        ("https://a.org/watch?v=abc", ""),
        ("https://a.org/2020/05/1234.html", ""),
        ("https://a.org/", ""),
        ("tag:a.org,2020:a-walk", ""),
        ("http://[", ""),
    ],
)
def test_a_slug_is_the_name_in_the_address_if_it_has_one(address: str, slug: str) -> None:
    assert texts.slug_of(address) == slug


@pytest.mark.parametrize(
    ("said", "kept"),
    [("en-US", ""), ("en", ""), ("fr", "fr"), ("pt_br", "pt-BR"), ("", ""), ("no tag at all", "")],
)
def test_a_blog_can_say_another_language_but_not_which_english(said: str, kept: str) -> None:
    assert texts.language_of(said, "en-GB") == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [("en-US", ""), ("en", ""), ("en-GB", "en-GB"), ("cy", ""), ("de_DE_formal", "de-DE")],
)
def test_american_english_is_what_blogs_say_unless_somebody_changed_it(
    said: str, kept: str
) -> None:
    assert texts.language_of(said, "cy") == kept


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("How to use <script> tags", "How to use <script> tags"),
        ("safe<script>x()</script>", "safe"),
        ('safe<img src="x" onload="y()">', "safe"),
        ("a <T> b", "a <T> b"),
    ],
)
def test_a_title_keeps_signs_that_are_words_and_loses_active_markup(title: str, kept: str) -> None:
    assert texts.without_active(title) == kept


@pytest.mark.parametrize(
    "bait", ["<br ", "<script ", "<!--", "<img alt='", "&nbsp;", "\n\n", "<p "]
)
def test_bait_takes_no_longer_than_its_length(bait: str) -> None:
    for work in (
        texts.words,
        texts.is_empty,
        texts.first_words,
        texts.paragraphs,
        texts.without_active,
        texts.without_lost,
    ):
        assert grows_evenly(work, lambda size: bait * size, 2_000), work
