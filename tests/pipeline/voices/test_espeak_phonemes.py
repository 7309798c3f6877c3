"""IPA → espeak-ng's names: what goes in as sounds is heard as those sounds."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from unicodedata2 import normalize

from pipeline.lexicon.ipa import CONSONANTS, VOWELS
from pipeline.script.lines import Line, Run
from pipeline.settings import VoiceSettings
from pipeline.voices.espeak import EspeakVoice, clean, lettered
from pipeline.voices.espeak_phonemes import phonemes
from tests.corpus import corpus_path
from tests.pipeline.voices.espeak_trace import heard

SAME = str.maketrans({"ᵻ": "ɪ", "ɾ": "t", "r": "ɹ"})
"""Sounds that espeak-ng itself changes into each other beside some sounds."""


@pytest.fixture
def voice() -> Iterator[EspeakVoice]:
    """A British voice."""
    made = EspeakVoice(VoiceSettings("espeak", "", "en-GB", 160))
    yield made
    made.close()


def _words() -> list[str]:
    text = corpus_path("coproduction-archive/archive.txt").read_text("utf-8")
    return sorted({word for word in text.lower().split() if word.isalpha() and len(word) > 2})[::3]


@pytest.mark.parametrize("name", ["gmw/en", "gmw/en-US"])
def test_a_word_comes_back_as_it_was_heard(name: str, tmp_path: Path) -> None:
    """Word → its IPA → our names → IPA: the same for hundreds of words of a blog."""
    words = _words()
    assert len(words) > 300
    first = heard(name, words, tmp_path)
    asked = [f"[[{phonemes(ipa, 'en')}]]" for ipa in first]
    second = heard(name, asked, tmp_path)
    other = [
        (word, one, two)
        for word, one, two in zip(words, first, second, strict=True)
        if _alike(one) != _alike(two)
    ]
    assert len(other) <= len(words) // 100, other


def _alike(ipa: str) -> str:
    return ipa.translate(SAME).replace("ɪə", "iə")


WRITTEN = {
    "ˈlɛmstə": "lˈɛmstə",
    "/ˈtʃʌm.li/": "tʃˈʌmli",
    "nɪʃ": "nˈɪʃ",
    "ˈt͡ʃɪp": "tʃˈɪp",
    "ˈkæt.ʃɪt": "kˈatʃɪt",
    "ˈvɪdɪəʊ": "vˈɪdɪəʊ",
    "ˈlɛmstə(r)": "lˈɛmstə",
    "ˈbɜːrmɪŋəm": "bˈɜːmɪŋəm",
    "kɑːr": "kˈɑː",
    "ˈgu:tː": "ɡˈuːt",
    "ˈləʊ ˈteɪbl̩": "lˈəʊ tˈeɪbl̩",
}


def test_what_editors_and_dictionaries_write_is_understood(tmp_path: Path) -> None:
    """Ties, points, brackets, an ASCII g, a word without stress, an r that a Briton drops."""
    texts = [f"[[{phonemes(ipa.strip('/'), 'en-GB')}]]" for ipa in WRITTEN]
    assert dict(zip(WRITTEN, heard("gmw/en", texts, tmp_path), strict=True)) == WRITTEN


def test_american_says_the_r(tmp_path: Path) -> None:
    """One entry serves both accents."""
    assert heard("gmw/en-US", [f"[[{phonemes('kɑːr', 'en-US')}]]"], tmp_path) == ["kˈɑːɹ"]


@pytest.mark.parametrize("sound", [*VOWELS, *CONSONANTS])
def test_every_sound_that_a_lexicon_may_have_is_said(sound: str) -> None:
    """None is passed over: espeak-ng leaves out what it has no name for."""
    names = phonemes(f"n{sound}n", "en")
    assert names
    assert phonemes(f"n{normalize('NFC', sound)}n", "en") == names


def test_every_name_is_one_that_espeak_has(tmp_path: Path) -> None:
    """It reads what it does not know as letters, or not at all."""
    sounds = [*VOWELS, *CONSONANTS]
    bare, *told = heard(
        "gmw/en", ["[[f'a]]", *(f"[[f|{phonemes(s, 'en')}'a]]" for s in sounds)], tmp_path
    )
    assert [
        s for s, ipa in zip(sounds, told, strict=True) if len(ipa) <= len(bare) or " " in ipa
    ] == []


def test_a_language_without_names_has_none() -> None:
    """Its voice reads the respelling."""
    assert phonemes("nɪʃ", "cy") == ""


def said(voice: EspeakVoice, *runs: tuple[str, str]) -> int:
    """How many samples a line of (text, IPA) has."""
    (samples,) = voice.speak([Line("s1", tuple(Run(t, "en-GB", i) for t, i in runs), "en-GB", 0)])
    return len(samples)


def test_sounds_are_spoken_in_one_go_with_the_words_around(voice: EspeakVoice) -> None:
    """A line is no longer for having an entry in it, and is heard as if it were all words."""
    plain = [Line("s1", (Run("the nish was here", "en-GB"),), "en-GB", 0)]
    runs = (Run("the ", "en-GB"), Run("x", "en-GB", "nɪʃ"), Run(" was here", "en-GB"))
    (one,), (two,) = voice.speak(plain), voice.speak([Line("s1", runs, "en-GB", 0)])
    assert np.array_equal(one, two)


@pytest.mark.parametrize(
    ("before", "after"), [("(", ")"), ("“", "”"), ("[", "]"), ("the [[", "]]")]
)
def test_sounds_after_a_sign_are_still_said(voice: EspeakVoice, before: str, after: str) -> None:
    """espeak-ng passes over [[ right after a bracket or quotation mark."""
    without = said(voice, (f"{before}.{after} was here", ""))
    assert (
        said(voice, (before, ""), ("x", "ˈkəʊprəˈdʌkʃən"), (f"{after} was here", ""))
        > without + 5000
    )


@pytest.mark.parametrize("text", ["[[n'IS]]", "[[[n'IS]]]", "a[[n'IS", "[" * 5])
def test_no_text_of_a_post_is_taken_for_sounds(text: str) -> None:
    assert "[[" not in clean(text)


def test_two_texts_with_a_bracket_each_are_no_sounds(voice: EspeakVoice) -> None:
    """As where a line goes from one name of a language to a wider one."""
    runs = (Run("one [", "en-GB"), Run("[n'IS]] two", "en"))
    (split,) = voice.speak([Line("s1", runs, "en-GB", 0)])
    assert len(split) == said(voice, ("one [ [n'IS]] two", ""))


@pytest.mark.parametrize(
    "text",
    [
        "A and E is full.",
        "vitamin A, too",
        "(A and E)",
        "on the A four",
        "one A, one A A",
        "plan A or B",
    ],
)
def test_the_letter_a_is_said_as_a_letter(text: str, tmp_path: Path) -> None:
    (trace,) = heard("gmw/en", [lettered(text)], tmp_path)

    assert trace.count("eɪ") == len(re.findall(r"\bA\b", text))


@pytest.mark.parametrize(
    "text",
    ["A tide came in.", "What A Day", "Yes, A Guide to Tides", "I saw a boat. A boat!", "“A boat”"],
)
def test_an_article_is_left_as_it_is(text: str) -> None:
    assert lettered(text) == text
