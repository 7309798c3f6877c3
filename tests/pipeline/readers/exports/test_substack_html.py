"""A Substack post without its boxes: every word of the author's stays, once, in order."""

import pytest

from pipeline.readers.exports import texts
from pipeline.readers.exports.substack_html import cleaned


@pytest.mark.parametrize(
    "box",
    [
        '<div class="subscription-widget-wrap-editor"><p>Thanks!</p><form></form></div>',
        '<p class="button-wrapper"><a href="https://a.substack.com/subscribe?">Subscribe</a></p>',
        '<p class="button-wrapper"><a href="https://a.substack.com/p/b?action=share">Share</a></p>',
        '<p class="button-wrapper"><a href="https://a.substack.com/p/b/comments">Comment</a></p>',
        '<div class="captioned-button-wrap"><p>Share this</p><p class="button-wrapper">x</p></div>',
        '<p class="button-wrapper"><a href="%%checkout_url%%">Subscribe now</a></p>',
        '<div class="poll-embed">Vote</div>',
    ],
)
def test_a_box_for_readers_is_left_out_and_counted_once(box: str) -> None:
    assert cleaned(f"<p>a</p>{box}<p>b</p>") == ("<p>a</p><p>b</p>", 1, False)


def test_a_button_of_the_authors_own_is_a_link() -> None:
    button = '<p class="button-wrapper"><a href="https://shop.org/book">Buy my book</a></p>'

    assert cleaned(button) == (button, 0, False)


def test_notes_become_a_list_that_the_marks_lead_to() -> None:
    text, _, _ = cleaned(
        '<p>Rain<a class="footnote-anchor" href="#footnote-1">1</a>.</p>'
        '<div class="footnote"><a id="footnote-1" class="footnote-number">1</a>'
        '<div class="footnote-content"><p>Heavy.</p></div></div><div class="footnote">Bare.</div>'
    )

    assert text.endswith(
        '<ol class="footnotes"><li id="footnote-1"><p>Heavy.</p></li>'
        '<li id="footnote-2">Bare.</li></ol>'
    )


@pytest.mark.parametrize(
    ("kind", "said", "words"),
    [
        (
            "tweet",
            '{"full_text": "It rains", "name": "Ada", "url": "https://x.org/1"}',
            "It rains Ada",
        ),
        ("digest-post-embed", '{"title": "Other", "canonical_url": "https://a.org"}', "Other"),
        ("latex-rendered", '{"persistentExpression": "E=mc^2"}', "E=mc^2"),
        ("tweet", "no data", ""),
        ("unknown-embed", '{"a": 1}', "Inside"),
    ],
)
def test_a_box_keeps_the_words_in_its_data(kind: str, said: str, words: str) -> None:
    text, _, _ = cleaned(f"<div class=\"{kind}\" data-attrs='{said}'>Inside</div>")

    assert texts.words(text) == words


def test_a_video_is_a_frame_and_a_recording_of_substack_is_reported() -> None:
    video = '<div class="youtube-wrap" data-attrs=\'{"videoId": "abc"}\'></div>'

    assert "https://www.youtube.com/embed/abc" in cleaned(video)[0]
    assert cleaned('<div class="native-audio-embed"></div>') == ("", 0, True)


def test_hints_and_drawings_of_the_editor_are_left_out() -> None:
    text = (
        '<div class="preformatted-block"><label>Text within this block</label><pre>a</pre></div>'
        '<img src="a"><div class="image-link-expand"><svg></svg>x</div>'
    )

    assert texts.words(cleaned(text)[0]) == "a"


def test_notes_in_each_other_are_one_and_take_no_longer() -> None:
    text, _, _ = cleaned('<div class="footnote">' * 2000 + "x")

    assert (text.count("<li"), texts.words(text)) == (1, "x")
