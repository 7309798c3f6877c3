"""The sentences that open and close a narration."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from formats import walk
from formats.model import Foreign, Sentences, Text
from pipeline.script import frame
from tests.formats.builders import PUBLICATION, post_of

DAY = datetime(2014, 3, 3, tzinfo=UTC)


def shown(sentences: Sentences) -> list[tuple[str, str]]:
    return [(s.id, walk.plain(s.inlines)) for s in sentences]


def test_the_opening_says_what_whose_from_when_and_who_speaks() -> None:
    post = post_of(title="High water", authors=("Ada", "Ben", "Cy"), published=DAY)
    opening, closing = frame(post, PUBLICATION, ("eSpeak NG",))
    assert shown(opening) == [
        ("title", "High water"),
        ("from", "From the blog Tide & Time."),
        ("byline", "By Ada, Ben and Cy."),
        ("date", "Published on 3 March 2014."),
        ("voice", "This is read by a synthetic voice: eSpeak NG."),
    ]
    assert shown(closing) == [("end", "That was High water, from Tide & Time.")]


def test_a_title_that_ends_with_a_stop_ends_no_sentence_of_ours() -> None:
    _, closing = frame(post_of(title="The tide is in."), PUBLICATION, ("V",))
    assert shown(closing) == [("end", "That was The tide is in, from Tide & Time.")]


def test_all_who_speak_are_named() -> None:
    opening, _ = frame(post_of(), PUBLICATION, ("eSpeak NG, English", "eSpeak NG, Welsh"))
    voices = "eSpeak NG, English and eSpeak NG, Welsh"
    assert shown(opening)[-1] == ("voice", f"This is read by synthetic voices: {voices}.")


def test_sentences_are_spaced_as_in_one_block() -> None:
    opening, closing = frame(post_of(), PUBLICATION, ("eSpeak NG",))
    assert [s.tail for s in opening] == [" ", " ", " ", " ", ""]
    assert [s.tail for s in closing] == [""]


def test_what_is_not_known_is_not_said() -> None:
    post = post_of(authors=(), published=None)
    opening, closing = frame(post, replace(PUBLICATION, title=""), ("eSpeak NG",))
    assert [s.id for s in opening] == ["title", "voice"]
    assert shown(closing) == [("end", "A post.")]


@pytest.mark.parametrize(
    ("language", "date", "voice"),
    [
        ("en-US", "Published on March 3, 2014.", "This is read by a synthetic voice: V."),
        ("fr-CA", "Publié le 3 mars 2014.", "Ce texte est lu par une voix de synthèse : V."),
        ("de", "Veröffentlicht am 3. März 2014.", "Dies liest eine künstliche Stimme: V."),
        ("es", "Publicado el 3 de marzo de 2014.", "Este texto lo lee una voz sintética: V."),
        ("cy", "Cyhoeddwyd ar 3 Mawrth 2014.", "Llais synthetig sy’n darllen hwn: V."),
        ("ja", "公開日、2014年3月3日。", "合成音声による朗読です。音声はV。"),
    ],
)
def test_it_is_in_the_words_of_the_posts_own_language(language: str, date: str, voice: str) -> None:
    opening, _ = frame(post_of(language=language, published=DAY), PUBLICATION, ("V",))
    said = dict(shown(opening))
    assert (said["date"], said["voice"]) == (date, voice)


def test_a_language_without_words_is_told_in_english_only_who_speaks() -> None:
    post = post_of(title="Vesi nousee", language="fi", published=DAY)
    blog = replace(PUBLICATION, title="Ranta", language="fi")
    opening, closing = frame(post, blog, ("eSpeak NG",))
    assert [words for _, words in shown(opening)][:4] == [
        "Vesi nousee",
        "Ranta.",
        "Ada Shore.",
        "2014-03-03.",
    ]
    (voice,) = opening[-1].inlines
    assert isinstance(voice, Foreign)
    assert voice.language == "en"
    assert shown(closing) == [("end", "Vesi nousee, Ranta.")]


def test_a_blogs_name_in_another_language_than_the_post_is_marked() -> None:
    opening, _ = frame(post_of(language="cy"), PUBLICATION, ("V",))
    assert Foreign("en-GB", (Text("Tide & Time"),)) in opening[1].inlines


def test_a_title_is_never_taken_for_a_pattern() -> None:
    title = "{blog} {} {title} 100%"
    opening, closing = frame(post_of(title=title), PUBLICATION, ("V",))
    assert shown(opening)[0] == ("title", title)
    assert shown(closing) == [("end", f"That was {title}, from Tide & Time.")]
