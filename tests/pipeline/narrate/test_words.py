"""Each shown word is lit while it is said, and no other."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest

from formats import walk
from formats.model import (
    Abbreviation,
    Break,
    Cue,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Sentence,
    Style,
    Styled,
    Text,
    WordCue,
)
from pipeline.lexicon import Entry, Lexicon
from pipeline.narrate.clips import join, speak_clip
from pipeline.narrate.words import Sounding, cues, shown
from pipeline.script.editing import framed
from pipeline.script.lines import Line, Part
from pipeline.script.sentence import Telling
from pipeline.settings import VoiceSettings
from pipeline.sound.pcm import Samples
from pipeline.voices import ENGINES, Voice
from tests.decoding import decoded, frames

LATE = 1_000_000
"""The end of a cue that has room for any sentence."""


def sounding(*inlines: Inline | str, lexicon: Lexicon | None = None) -> Sounding:
    """A sentence and its line."""
    made = tuple(Text(i) if isinstance(i, str) else i for i in inlines)
    whole = Sentence("s1", made)
    telling = Telling(lexicon or Lexicon(()))
    return Sounding(whole, telling.line(whole, "en-GB", 200))


def lit(of: Sounding) -> list[tuple[str, str]]:
    """What is lit, and what is said meanwhile: by a voice that needs a sample for a character."""
    text = of.line.text
    said = tuple((word, place) for word, place in _places(text))
    found = cues(of, said, Cue("s1", 0, len(text)))
    words = walk.shown(of.sentence.inlines)
    return [(words[w.start : w.stop], text[w.begin : w.end].strip(" ,.;:!–—“”()")) for w in found]


def _places(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for word in text.split():
        at = text.index(word, at)
        yield word, at
        at += len(word)


def test_words_that_are_said_as_they_are_written_are_lit_one_by_one() -> None:
    assert lit(sounding("The tide, it came in.")) == [
        (word, word) for word in ("The", "tide", "it", "came", "in")
    ]


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("It cost £1.2m in all.", "£1.2m", "one point two million pounds"),
        ("It cost £5 million in all.", "£5 million", "five million pounds"),
        ("On 14/10/2026, e.g. then.", "14/10/2026", "the fourteenth of October twenty twenty-six"),
        ("On 14/10/2026, e.g. then.", "e.g.", "for example"),
        ("Our co-production went on.", "co-production", "co-production"),
        ("She said “come in” to us.", "come", "come"),
        ("A party 🎉 for all.", "🎉", "party popper"),
        ("They met [3] by the sea.", "met", "met"),
        ("The soft\u00adly falling rain.", "soft\u00adly", "softly"),
        ("It’s 25% of AT&T’s work.", "25%", "twenty-five per cent"),
        ("For Co4CC it is.", "Co4CC", "Co four CC"),
    ],
)
def test_what_is_said_otherwise_is_lit_as_one(text: str, word: str, said: str) -> None:
    assert (word, said) in lit(sounding(text))


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        (("Tide", NoteRef("n1", "1"), " in."), [("Tide", "Tide"), ("in", "in")]),
        (
            ("Tide", Styled(Style.SUPERSCRIPT, (Text("1"),)), " in."),
            [("Tide1", "Tide"), ("in", "in")],
        ),
        (("One", Break(), "two."), [("One", "One"), ("two", "two")]),
        (
            ("See ", Link("https://example.org/", (Text("here"),)), "."),
            [("See", "See"), ("here", "here")],
        ),
        (
            ("Go ", Styled(Style.STRONG, (Text("on"),)), "ward."),
            [("Go", "Go"), ("onward", "onward")],
        ),
        (
            ("Say ", Foreign("cy", (Text("bore da"),)), "."),
            [("Say", "Say"), ("bore", "bore"), ("da", "da")],
        ),
    ],
    ids=["note", "raised mark", "break", "link", "styled", "foreign"],
)
def test_words_of_every_inline_are_found(
    inlines: tuple[Inline | str, ...], expected: list[tuple[str, str]]
) -> None:
    assert lit(sounding(*inlines)) == expected


def test_what_is_not_shown_as_text_lights_nothing() -> None:
    """A picture's alternative text, and the expansion of a short form."""
    found = lit(
        sounding(
            "See ",
            Picture("a.jpg", "a red gate"),
            " and ",
            Abbreviation("RNLI", "lifeboats"),
            " go.",
        )
    )
    assert [word for word, _ in found] == ["See", "and", "RNLI", "go"]
    assert not any("gate" in said or "lifeboats" in said for _, said in found)


def test_words_around_a_quotation_light_nothing() -> None:
    of = sounding("Come in now.")
    ((line,),) = (
        part.lines for part in framed((Part((of.line,)),), lambda w: w.quote, lambda w: w.end_quote)
    )
    assert lit(Sounding(of.sentence, line)) == [("Come", "Come"), ("in", "in"), ("now", "now")]


def test_a_word_of_the_lexicon_lights_the_word_as_it_is_written() -> None:
    lexicon = Lexicon((Entry("SMIL", "smile"), Entry("R&D", "R and D")))
    found = lit(sounding("The SMIL of R&D now.", lexicon=lexicon))
    assert found == [
        ("The", "The"),
        ("SMIL", "smile"),
        ("of", "of"),
        ("R&D", "R and D"),
        ("now", "now"),
    ]


def test_words_that_the_voice_says_as_one_are_lit_as_one() -> None:
    of = sounding("End of the day.")
    found = cues(of, (("End", 10), ("of the", 20), ("day.", 40)), Cue("s1", 10, 50))
    assert found == (
        WordCue("s1", 0, 3, 10, 20),
        WordCue("s1", 4, 10, 20, 40),
        WordCue("s1", 11, 14, 40, 50),
    )


@pytest.mark.parametrize(
    "words",
    [
        (),
        (("The", 20), ("tide", 10)),
        (("The", 10), ("tide", 10)),
        (("The", 5), ("tide", 20)),
        (("The", 10), ("tide", 50)),
    ],
    ids=["none", "order", "at once", "early", "late"],
)
def test_times_that_are_not_in_order_or_not_in_the_cue_are_not_taken(
    words: tuple[tuple[str, int], ...],
) -> None:
    assert cues(sounding("The tide"), words, Cue("s1", 10, 50)) == ()


def test_a_sentence_that_is_something_else_than_its_line_is_lit_as_one() -> None:
    """Never the wrong word."""
    of = Sounding(Sentence("s1", (Text("One two."),)), sounding("Three four.").line)
    assert lit(of) == [("One two", "Three four")]


def test_a_word_is_not_across_a_line_break() -> None:
    assert [word.key for word in shown((Text("one"), Break(), Text("two")))] == ["one", "two"]


# --- through the clip -----------------------------------------------------------------------

TEXTS = (
    ("Our co-production, “the plan”, cost £1.2m in 2026; nobody saw the tide coming.",),
    (
        "Say ",
        Foreign("cy", (Text("bore da i chi"),)),
        " there, and stop: ten ducks, at 5 p.m., left.",
    ),
    ("Ships, harbour bells and thirteen boats went past the end of the pier.",),
)


@pytest.fixture(scope="module")
def espeak() -> Iterator[Voice]:
    made = ENGINES["espeak"].open(VoiceSettings("espeak", "", "en-GB", 160))
    yield made
    made.close()


def made(voice: Voice) -> tuple[list[Sounding], list[WordCue], list[Cue], Samples]:
    """The texts spoken in two clips, and decoded again."""
    texts = [sounding(*text) for text in TEXTS]
    named = [
        Sounding(Sentence(f"s{n}", of.sentence.inlines), Line(f"s{n}", of.line.runs, "en-GB", 300))
        for n, of in enumerate(texts)
    ]
    lines = [of.line for of in named]
    clips = [
        speak_clip(Part((lines[0], lines[1])), voice, 64),
        speak_clip(Part((lines[2],)), voice, 64),
    ]
    whole = join(clips, voice.rate, 64, {of.line.id: of for of in named})
    return named, list(whole.words), list(whole.cues), decoded(frames(clips))


@pytest.mark.parametrize("engine", ["silence", "espeak"])
def test_words_lie_in_order_within_the_cues_of_their_sentences(engine: str, espeak: Voice) -> None:
    voice = espeak if engine == "espeak" else ENGINES[engine].open(VoiceSettings(engine))
    texts, words, heard, _ = made(voice)
    by_id = {cue.id: cue for cue in heard}

    assert {word.id for word in words} == {of.line.id for of in texts}
    assert all(one.end <= other.begin for one, other in pairwise(words))
    for word in words:
        assert by_id[word.id].begin <= word.begin < word.end <= by_id[word.id].end
    for one, other in pairwise(words):
        assert one.id != other.id or one.stop < other.start


def test_a_word_of_espeak_after_a_pause_begins_where_the_sound_does(espeak: Voice) -> None:
    """In the decoded file: it is quiet before, and loud within 90 ms, the closure of a "t"."""
    texts, words, _, heard = made(espeak)
    shown_text = {of.line.id: walk.shown(of.sentence.inlines) for of in texts}
    sound = np.abs(heard.astype(int))
    after = [
        word
        for before, word in pairwise(words)
        if before.id == word.id
        and shown_text[word.id][before.stop : before.stop + 1] in {",", ";", ":"}
    ]
    assert len(after) >= 4
    for word in after:
        assert sound[word.begin - 1500 : word.begin - 300].max() < 400
        assert sound[word.begin : word.begin + 2000].max() > 1500
