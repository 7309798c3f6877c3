"""The sentences around a post: its opening, its close, and the reminder in a long one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from formats import walk
from formats.model import Foreign, Sentences, Text
from formats.words import LANGUAGES
from pipeline.script.framing import frame, reminder
from tests.formats.builders import PUBLICATION, post_of

DAY = datetime(2014, 3, 3, tzinfo=UTC)


def shown(sentences: Sentences) -> list[tuple[str, str]]:
    return [(s.id, walk.plain(s.inlines)) for s in sentences]


def test_a_short_opening_says_what_whose_and_that_the_voice_is_synthetic() -> None:
    post = post_of(title="High water", authors=("Ada", "Ben", "Cy"), published=DAY)
    around = frame(post, PUBLICATION, ("eSpeak NG",))
    assert shown(around.opening) == [
        ("title", "High water"),
        ("byline", "By Ada, Ben and Cy."),
        ("synthetic", "Read by a synthetic voice."),
    ]
    assert shown(around.closing) == [
        ("end", "That was High water, from Tide & Time."),
        ("date", "Published on 3 March 2014."),
        ("voice", "This is read by a synthetic voice: eSpeak NG."),
    ]


def test_a_full_opening_says_what_whose_from_when_and_who_speaks() -> None:
    post = post_of(title="High water", authors=("Ada", "Ben", "Cy"), published=DAY)
    around = frame(post, PUBLICATION, ("eSpeak NG",), "full")
    assert shown(around.opening) == [
        ("title", "High water"),
        ("from", "From the blog Tide & Time."),
        ("byline", "By Ada, Ben and Cy."),
        ("date", "Published on 3 March 2014."),
        ("voice", "This is read by a synthetic voice: eSpeak NG."),
    ]
    assert shown(around.closing) == [("end", "That was High water, from Tide & Time.")]


@pytest.mark.parametrize("length", ["short", "full"])
def test_formats_without_sound_have_blog_author_and_date_in_any_case(length: str) -> None:
    around = frame(post_of(published=DAY), PUBLICATION, ("V",), length)
    assert shown(around.about) == [
        ("from", "From the blog Tide & Time."),
        ("byline", "By Ada Shore."),
        ("date", "Published on 3 March 2014."),
    ]


def test_a_title_that_ends_with_a_stop_ends_no_sentence_of_ours() -> None:
    post = post_of(title="The tide is in.")
    end = frame(post, PUBLICATION, ("V",)).closing[:1]
    assert shown(end) == [("end", "That was The tide is in, from Tide & Time.")]
    said = walk.plain(reminder(post, ("V",)).inlines)
    assert said == "You are listening to The tide is in, read by a synthetic voice."


def test_all_who_speak_are_named() -> None:
    both = ("eSpeak NG English", "eSpeak NG Welsh")
    around = frame(post_of(), PUBLICATION, both)
    voices = "eSpeak NG English and eSpeak NG Welsh"
    assert shown(around.opening)[-1] == ("synthetic", "Read by synthetic voices.")
    assert shown(around.closing)[-1] == ("voice", f"This is read by synthetic voices: {voices}.")
    said = walk.plain(reminder(post_of(), both).inlines)
    assert said == "You are listening to A post, read by synthetic voices."


def test_sentences_are_spaced_as_in_one_block() -> None:
    around = frame(post_of(), PUBLICATION, ("eSpeak NG",))
    assert [s.tail for s in around.opening] == [" ", " ", ""]
    assert [s.tail for s in around.closing] == [" ", " ", ""]
    assert [s.tail for s in around.about] == [" ", " ", ""]


@pytest.mark.parametrize("length", ["short", "full"])
def test_what_is_not_known_is_not_said(length: str) -> None:
    post = post_of(authors=(), published=None)
    around = frame(post, replace(PUBLICATION, title=""), ("eSpeak NG",), length)
    said = [s.id for s in (*around.opening, *around.closing)]
    order = {"short": ["title", "synthetic", "end", "voice"], "full": ["title", "voice", "end"]}
    assert said == order[length]
    assert shown(around.closing)[0] == ("end", "A post.")
    assert around.about == ()


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
    around = frame(post_of(language=language, published=DAY), PUBLICATION, ("V",))
    said = dict(shown(around.closing))
    assert (said["date"], said["voice"]) == (date, voice)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("voices", [("V",), ("V", "W")])
def test_a_reminder_names_the_post_in_the_words_of_its_language(
    language: str, voices: tuple[str, ...]
) -> None:
    (*said,) = reminder(post_of(title="Lanw", language=language), voices).inlines
    assert Text("Lanw") in said
    assert all(isinstance(inline, Text) for inline in said)
    assert walk.plain(said).count("Lanw") == 1


def test_a_language_without_words_is_told_in_english_only_who_speaks() -> None:
    post = post_of(title="Vesi nousee", language="fi", published=DAY)
    blog = replace(PUBLICATION, title="Ranta", language="fi")
    around = frame(post, blog, ("eSpeak NG",))
    assert [words for _, words in shown(around.opening)][:2] == ["Vesi nousee", "Ada Shore."]
    assert shown(around.closing)[:2] == [("end", "Vesi nousee, Ranta."), ("date", "2014-03-03.")]
    for ours in (around.opening[-1], around.closing[-1]):
        (voice,) = ours.inlines
        assert isinstance(voice, Foreign)
        assert voice.language == "en"
    assert Text("Vesi nousee") in reminder(post, ("V",)).inlines
    assert isinstance(reminder(post, ("V",)).inlines[0], Foreign)


def test_a_blogs_name_in_another_language_than_the_post_is_marked() -> None:
    around = frame(post_of(language="cy"), PUBLICATION, ("V",))
    name = Foreign("en-GB", (Text("Tide & Time"),))
    assert name in around.closing[0].inlines
    assert name in around.about[0].inlines


def test_a_title_is_never_taken_for_a_pattern() -> None:
    title = "{blog} {} {title} 100%"
    post = post_of(title=title)
    around = frame(post, PUBLICATION, ("V",))
    assert shown(around.opening)[0] == ("title", title)
    assert shown(around.closing)[0] == ("end", f"That was {title}, from Tide & Time.")
    said = walk.plain(reminder(post, ("V",)).inlines)
    assert said == f"You are listening to {title}, read by a synthetic voice."
