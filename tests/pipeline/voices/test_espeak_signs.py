"""Figures and letters that espeak-ng would leave out are said in another way."""

from collections.abc import Iterator

import pytest

from pipeline.script.lines import Line, Run
from pipeline.settings import VoiceSettings
from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.espeak_signs import readable


@pytest.fixture(scope="module")
def voice() -> Iterator[EspeakVoice]:
    """The British voice."""
    made = EspeakVoice(VoiceSettings("espeak"))
    yield made
    made.close()


def seconds(voice: EspeakVoice, text: str, language: str) -> float:
    """How long a text takes to say."""
    (samples,) = voice.speak([Line("s1", (Run(text, language),), language, 0)])
    return len(samples) / voice.rate


WRITTEN = {
    "２０２４年": "2024年",
    "في ٢٠٢٤": "في 2024",
    "⑳": " 20 ",
    "⅖": " 2/5 ",
    "x¹⁷": "x 17 ",
    "⑴": " 1 ",
    "🄂": " 1 ",
    "a Ꮳ": "a  cherokee tsa ",
    "ꦚꦏᏣ": " javanese nya ka  cherokee tsa ",
    "½ and x² of the λόγος, naïve": "½ and x² of the λόγος, naïve",
    "साल में": "साल में",
}


@pytest.mark.parametrize("text", WRITTEN)
def test_figures_are_those_of_english_and_silent_letters_are_named(text: str) -> None:
    assert readable(text) == WRITTEN[text]


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("２０２４", "zh"), ("１２", "en"), ("۱۲۳", "ur"), ("٢٠", "ru"), ("⑳", "en"), ("①", "zh"),
        ("¹⁷", "de"), ("⅖", "cy"), ("𐄐", "en"), ("ᏣᎳᎩ", "en"), ("ꦄꦏ", "fr"), ("ꯀꯁ", "hi"),
    ],
)  # fmt: skip
def test_each_is_heard_between_other_words(voice: EspeakVoice, word: str, language: str) -> None:
    without = seconds(voice, "so so", language)
    assert seconds(voice, f"so {word} so", language) > without + 0.15
    assert seconds(voice, word, language) > 0.1
