"""espeak-ng says long words and clauses whole; what it can say as it is stays so."""

from collections.abc import Iterator

import pytest

from pipeline.script.lines import Line, Run
from pipeline.settings import VoiceSettings
from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.espeak_limits import LONGEST_CLAUSE, within


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


REPEATED = [
    ("pneumono", "en", 100), ("QWXZ", "en", 40), ("θάλασ", "en", 20), ("привет", "en", 100),
    ("7", "en", 90), ("abc1", "en", 200), ("word.", "en", 300), ("word'", "en", 150),
    ("word/", "en", 300), ("7 ", "en", 600), ("w-", "en", 600), ("aB3/", "en", 400),
    ("안녕하세", "ko", 100), ("안녕하세 ", "ko", 100), ("السلام", "ar", 60),
    ("今天天气", "zh", 150), ("नमस्ते", "hi", 100),
    ("llanfair", "cy", 60),
]  # fmt: skip


@pytest.mark.parametrize(("part", "language", "times"), REPEATED)
def test_ten_times_as_much_takes_about_ten_times_as_long(
    voice: EspeakVoice, part: str, language: str, times: int
) -> None:
    """More or less: it takes no pause between parts of a word, and one between clauses."""
    tenth = seconds(voice, part * (times // 10), language)
    assert 0.85 < seconds(voice, part * times, language) / (10 * tenth) < 1.3


KEPT = [
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "The tide came in, and the towpath was soft. " * 20,
    "https://www.example.org/a-very/long-address/of-a-page.html?with=1&more=2",
    "достопримечательностями",
    "نحن نحب القراءة والكتابة، ونتعلم. " * 9,
    "",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_can_be_said_whole_stays_as_it_is(text: str) -> None:
    assert within(text, latin=False) == text


@pytest.mark.parametrize("latin", [True, False])
@pytest.mark.parametrize("part", ["word", "7", "नि", "ab1", "🌊", "今", "so ", "so. ", "A’"])
def test_nothing_but_spaces_and_commas_is_added_and_nothing_left_out(
    part: str, *, latin: bool
) -> None:
    said = within(part * 300, latin=latin)
    assert "".join(said.replace(",", "").split()) == "".join((part * 300).split())


def test_a_clause_of_many_words_has_a_pause_between_two_of_them() -> None:
    said = within("seven " * 100, latin=True)
    assert 1 < len(said.split(",")) < 5
    assert all(len(clause) <= LONGEST_CLAUSE for clause in said.split(","))
    assert "seven, seven" in said
