"""What the script is told: every cue, and words by their places in the page."""

import json
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from formats import walk
from formats.clock import milliseconds
from formats.markup import sentences_html, web_page
from formats.model import Edition, NoteRef, Picture, Sentence, Style, Styled, Text, WordCue
from formats.read_along.cues import sentence_cues, word_cues
from tests.formats.builders import (
    AWKWARD,
    RICH_MEDIA,
    edition,
    edition_of,
    paragraph,
    rich_post,
    sentence,
)

POSTS = {**AWKWARD, "rich": rich_post()}


def with_words(whole: Edition, unit: str, *words: tuple[int, int, int, int]) -> Edition:
    """The same edition, with the times of some words of one sentence, from its cue's begin."""
    begin = next(cue.begin for cue in whole.narration.cues if cue.id == unit)
    cues = tuple(WordCue(unit, a, b, begin + c, begin + d) for a, b, c, d in words)
    return replace(whole, narrations=(replace(whole.narration, words=cues),))


def told(whole: Edition) -> Any:
    """What the script is told of words."""
    return json.loads(word_cues(whole))


def in_page(whole: Edition, unit: str) -> list[str]:
    """What lights up, as JavaScript counts: in UTF-16 units of the element's text."""
    (shown,) = (u for u in walk.edition_units(whole) if isinstance(u, Sentence) and u.id == unit)
    element = html.fragment_fromstring(sentences_html((shown,), web_page(whole)))
    text = "".join(map(str, element.itertext())).encode("utf-16-le")
    numbers = told(whole)[unit]
    spans = zip(numbers[::4], numbers[1::4], strict=True)
    return [text[2 * start : 2 * stop].decode("utf-16-le") for start, stop in spans]


@pytest.mark.parametrize("name", POSTS)
def test_the_script_has_every_cue_in_milliseconds(name: str) -> None:
    """The same cues as the transcript's."""
    narration = edition_of(POSTS[name], RICH_MEDIA).narration
    expected = [[c.id, milliseconds(c.begin, narration.rate)] for c in narration.cues]
    assert json.loads(sentence_cues(narration)) == expected


def test_words_have_times_from_the_begin_of_their_sentence() -> None:
    whole = with_words(edition(paragraph("Low tide.")), "s1", (0, 3, 0, 2400), (4, 9, 2400, 7200))
    assert told(whole) == {"s1": [0, 3, 0, 100, 4, 9, 100, 300]}


def test_a_voice_that_tells_no_times_leaves_nothing_to_say() -> None:
    """The page then lights up sentences."""
    assert told(edition(paragraph("Low tide."))) == {}


def test_places_count_what_the_page_has_and_the_author_did_not_write() -> None:
    """The mark of a note, words in place of a picture, and signs of two units."""
    low = Styled(Style.EMPHASIS, (Text("𝒍ow"),))
    run = sentence(low, NoteRef("n1", "12"), " tide", Picture("gone.png", "a & b"), " 🌊 now")
    whole = edition(paragraph(run))
    words = with_words(whole, "s1", (0, 3, 0, 1), (4, 8, 1, 2), (9, 10, 2, 3), (11, 14, 3, 4))
    assert in_page(words, "s1") == ["𝒍ow", "tide", "🌊", "now"]


def test_places_after_a_mark_of_a_note_or_a_picture_count_them_among_common_letters_too() -> None:
    for adding in (NoteRef("n1", "12"), Picture("gone.png", "a & b")):
        whole = edition(paragraph(sentence("Low", adding, " tide")))
        words = with_words(whole, "s1", (0, 3, 0, 1), (4, 8, 1, 2))
        assert in_page(words, "s1") == ["Low", "tide"]


def test_nothing_in_the_data_ends_its_element() -> None:
    """Ids are ours, but a "<" must never be one."""
    whole = edition(paragraph("Sea."))
    cue = replace(whole.narration.cues[0], id="</script>")
    assert "<" not in sentence_cues(replace(whole.narration, cues=(cue,)))
