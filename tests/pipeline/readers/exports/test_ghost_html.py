"""Cards in Ghost's HTML become plain parts of the text; what is for the eye or sign-up goes."""

import pytest

from pipeline.readers.exports import texts
from pipeline.readers.exports.ghost_html import cleaned

BOOKMARK = (
    '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://b.org">'
    '<div class="kg-bookmark-content"><div class="kg-bookmark-title">Title</div>'
    '<div class="kg-bookmark-description">About it.</div><div class="kg-bookmark-metadata">'
    '<img class="kg-bookmark-icon" src="i.png"><span>Site</span></div></div>'
    '<div class="kg-bookmark-thumbnail"><img src="t.png"></div></a>'
    "<figcaption>See it</figcaption></figure>"
)
AUDIO = (
    '<div class="kg-card kg-audio-card"><img src="" class="kg-audio-thumbnail"><audio src="a.mp3">'
    '</audio><div class="kg-audio-title">A talk</div><div class="kg-audio-player">0:00/184 1×</div>'
    "</div>"
)
TOGGLE = (
    '<div class="kg-card kg-toggle-card"><h4 class="kg-toggle-heading-text">Open</h4>'
    '<button class="kg-toggle-card-icon"><svg></svg></button><div><p>Inside.</p></div></div>'
)
FILE = (
    '<div class="kg-card kg-file-card"><a href="f.pdf" title="Download">'
    '<div class="kg-file-card-title">Report</div><div class="kg-file-card-caption">All of it</div>'
    '<div class="kg-file-card-metadata">f.pdf 1 MB</div><div class="kg-file-card-icon"></div></a>'
    "</div>"
)
CALLOUT = (
    '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div>'
    '<div class="kg-callout-text">Mind <b>this</b></div></div>'
)


def test_a_text_without_cards_is_left_as_it_is() -> None:
    assert cleaned("<p>Rain<br>") == "<p>Rain<br>"


def test_a_bookmark_is_a_link_with_its_description_and_caption() -> None:
    link = '<p><a href="https://b.org">Title</a></p>'
    below = '<p class="kg-bookmark-description">About it.</p><p>See it</p>'

    assert cleaned(BOOKMARK) == f'<div class="kg-card kg-bookmark-card">{link}{below}</div>'


def test_a_file_is_a_link_with_its_caption() -> None:
    inner = '<p><a href="f.pdf">Report</a></p><p class="kg-file-card-caption">All of it</p>'

    assert cleaned(FILE) == f'<div class="kg-card kg-file-card">{inner}</div>'


def test_a_player_is_named_by_its_title_and_has_no_buttons() -> None:
    made = cleaned(AUDIO)

    assert 'title="A talk"' in made
    assert texts.words(made) == ""
    assert "<img" not in made


def test_the_line_above_a_part_that_opens_is_no_heading() -> None:
    made = cleaned(TOGGLE)

    assert "<h4" not in made
    assert texts.words(made) == "Open Inside."


def test_the_sign_of_a_box_is_left_out_and_its_words_stay() -> None:
    assert texts.words(cleaned(CALLOUT)) == "Mind this"


@pytest.mark.parametrize("kind", ["signup", "email-cta"])
def test_forms_for_readers_are_left_out(kind: str) -> None:
    assert texts.words(cleaned(f'<div class="kg-card kg-{kind}-card">Join</div>')) == ""


def test_a_part_for_members_is_left_out_and_one_for_all_stays() -> None:
    begin, end = "<!--kg-gated-block:begin nonMember:{} -->", "<!--kg-gated-block:end-->"
    gate = f"{begin}<p>{{}}</p>{end}"
    text = gate.format("false", "Secret") + gate.format("true", "Open")

    assert cleaned(text) == "<p>Open</p>"
