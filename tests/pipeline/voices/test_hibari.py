"""The natural voice of English, and espeak for what it can't say."""

import itertools
from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest

from pipeline.errors import SettingsError, SpeakError
from pipeline.narrate.clips import speak_clip
from pipeline.script.lines import Line, Part, Run, plain
from pipeline.settings import VoiceSettings
from pipeline.sound import foreign, pcm
from pipeline.sound.pcm import Samples
from pipeline.voices.english import SWITCH
from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.hibari import RATE, HibariVoice, speed
from tests.decoding import decoded, metered
from tests.voices import require_natural

PROSE = (
    "It had rained all night, and the towpath was soft.",
    "The lock keeper said that the gates had been closed since the spring, when the bank gave way.",
    "“Do you walk here often?” she asked.",
    "We looked for the heron, but it was not there; only two ducks stood on the balance beam.",
    "Nobody knows who planted the willows between the first lock and the second.",
    "By the time we came back, the water was as high as the path, and the shop was shut.",
)


def voiced(**more: object) -> HibariVoice:
    """A voice with settings of its own."""
    require_natural()
    return HibariVoice(VoiceSettings("hibari", **more))  # type: ignore[arg-type] # fields by name


@pytest.fixture(scope="module")
def voice() -> Iterator[HibariVoice]:
    """The voice of a British blog."""
    made = voiced()
    yield made
    made.close()


@pytest.fixture(scope="module")
def other() -> Iterator[EspeakVoice]:
    """The one that says the rest."""
    made = EspeakVoice(VoiceSettings("espeak"))
    yield made
    made.close()


def heard(voice: HibariVoice | EspeakVoice, *runs: Run) -> Samples:
    """The sound of a line of these runs."""
    (samples,) = voice.speak([Line("s1", runs, "en-GB", 0)])
    return samples


def english(text: str) -> Run:
    """A run of British English."""
    return Run(text, "en-GB")


def by_espeak(other: EspeakVoice, run: Run) -> Samples:
    """What espeak says, at our rate."""
    return foreign.resampled(heard(other, run), other.rate, RATE)


# --- what is heard ------------------------------------------------------------------------


def test_a_word_in_another_language_sounds_as_espeak_says_it(
    voice: HibariVoice, other: EspeakVoice
) -> None:
    french = Run("au revoir", "fr")
    assert np.array_equal(heard(voice, french), by_espeak(other, french))


def test_a_line_of_two_voices_has_all_of_both_and_a_pause_between(
    voice: HibariVoice, other: EspeakVoice
) -> None:
    """To the sample, so that times can be counted."""
    before, french, after = english("She said, "), Run("au revoir", "fr"), english(" to us.")
    pieces = [
        heard(voice, before),
        pcm.silence(150, RATE),
        by_espeak(other, french),
        pcm.silence(SWITCH, RATE),
        heard(voice, after),
    ]
    assert np.array_equal(heard(voice, before, french, after), np.concatenate(pieces))


@pytest.mark.parametrize("text", ["Η θάλασσα.", "海は静かだった。", "море", "x" * 200])
def test_what_it_has_no_sound_for_is_said_by_espeak(
    voice: HibariVoice, other: EspeakVoice, text: str
) -> None:
    assert np.array_equal(heard(voice, english(text)), by_espeak(other, english(text)))


def test_letters_of_two_scripts_in_a_word_are_said_by_espeak(
    voice: HibariVoice, other: EspeakVoice
) -> None:
    """A Cyrillic o in "boat" is no English word."""
    before, mixed = english("The "), english("b\u043eat")
    whole = heard(voice, english("The b\u043eat"))
    assert np.array_equal(whole[-len(by_espeak(other, mixed)) :], by_espeak(other, mixed))
    assert len(whole) > len(heard(voice, before))


def test_sound_that_is_too_short_for_its_words_stops_the_post() -> None:
    """Here at a pace so slow that the voice can't keep it, and takes half the time."""
    with closing(voiced(words_per_minute=20)) as slow, pytest.raises(SpeakError) as caught:
        heard(slow, english(PROSE[0]))
    assert 'left words out of "It had rained' in caught.value.message
    assert caught.value.where == "s1"


@pytest.mark.parametrize("text", ["🌊🏴󠁧󠁢󠁷󠁬󠁳󠁿👩‍👩‍👧", "…", "***"])
def test_signs_alone_are_a_moment_of_silence(voice: HibariVoice, text: str) -> None:
    """Our own rules put into words what is to be said of them."""
    assert not heard(voice, english(text)).any()


def test_a_sentence_of_hundreds_of_words_is_said_whole(voice: HibariVoice) -> None:
    """In pieces: what each says takes as long as its words take alone."""
    clause = "the tide came in and the tide went out, "
    once = len(heard(voice, english(clause)))
    many = len(heard(voice, english(clause * 60 + "and so on.")))
    assert 0.8 < many / (60 * once) < 1.3


def test_prose_has_the_loudness_that_is_promised(voice: HibariVoice) -> None:
    """−19 LUFS ± 1 as it is published, and the peak under −1 dB."""
    lines = [plain(f"s{i}", text, "en-GB", 300) for i, text in enumerate(PROSE)]
    clip = speak_clip(Part(tuple(lines)), voice, 64)
    loudness, peak = metered(decoded(clip.frames), RATE)
    assert abs(loudness - pcm.LOUDNESS) < 1
    assert peak < -1


def test_cues_are_exact(voice: HibariVoice) -> None:
    """Each sentence begins where the samples of those before it and their pauses end."""
    lines = tuple(plain(f"s{i}", text, "en-GB", 300) for i, text in enumerate(PROSE))
    lengths = [len(samples) for samples in voice.speak(lines)]
    cues = speak_clip(Part(lines), voice, 64).cues
    ends = list(itertools.accumulate(length + 300 * RATE // 1000 for length in lengths))
    assert [cue.begin for cue in cues[1:]] == [cues[0].begin + end for end in ends[:-1]]


# --- settings -----------------------------------------------------------------------------


def test_english_is_its_own_and_the_rest_is_espeaks(voice: HibariVoice) -> None:
    assert {voice.name(tag) for tag in ("en", "en-GB", "en-US", "EN-au")} == {"hibari Heart"}
    assert voice.name("cy") == "eSpeak NG Welsh"
    assert voice.speaks("cy")
    assert not voice.speaks("ja")


def test_its_one_voice_may_be_named_and_no_other() -> None:
    voiced(name="Heart").close()
    with pytest.raises(SettingsError, match='no voice "emma"'):
        voiced(name="emma")


def test_the_pace_is_part_of_the_identity_and_of_the_sound(voice: HibariVoice) -> None:
    text = english(PROSE[1])
    for pace, low, high in ((120, 1.2, 1.5), (220, 0.6, 0.8)):
        made = voiced(words_per_minute=pace)
        assert made.identity != voice.identity
        assert low < len(heard(made, text)) / len(heard(voice, text)) < high
        made.close()


def test_a_pace_is_a_speed_within_what_sounds_well() -> None:
    """Half as fast to twice as fast; and its own pace is as the voice was made."""
    assert speed(1) == 1
    assert [speed(pace) for pace in (0.3, 0.5, 2.5)] == [0.5, speed(0.5), 2]
    paces = [speed(pace / 100) for pace in range(40, 260)]
    assert paces == sorted(paces)


def test_what_changes_the_sound_is_in_the_identity(voice: HibariVoice, other: EspeakVoice) -> None:
    """The release with its digest, the programs that compute, our map of sounds, and espeak."""
    wanted = (
        "hibari-tts 0.2.1 7c3f28bf",
        "onnxruntime 1.",
        "numpy ",
        "scipy ",
        "sounds 1",
        "seed 0",
    )
    assert all(part in voice.identity for part in wanted)
    assert voice.identity.endswith(other.identity)


def test_each_word_begins_near_its_sound(voice: HibariVoice) -> None:
    """After a pause: it is quiet before, and much louder within 90 ms."""
    (line,) = voice.timed(
        [plain("s1", "We saw it, and they came; nobody else, all alone.", "en-GB", 0)]
    )
    assert [word for word, _ in line.words] == [
        "We", "saw", "it,", "and", "they", "came;", "nobody", "else,", "all", "alone."
    ]  # fmt: skip
    sound = np.abs(line.samples.astype(int))
    begins = dict(line.words)
    for word in ("and", "nobody", "all"):
        at = begins[word]
        assert (
            sound[at : at + RATE // 11].max() > 6 * sound[at - RATE // 50 : at - RATE // 200].max()
        )


def test_words_that_espeak_says_have_times_too(voice: HibariVoice) -> None:
    runs = (Run("Say ", "en-GB"), Run("bore da", "cy"), Run(" to all.", "en-GB"))
    (line,) = voice.timed([Line("s1", runs, "en-GB", 0)])

    assert [word for word, _ in line.words] == ["Say", "bore", "da", "to", "all."]
    begins = [begin for _, begin in line.words]
    assert begins == sorted(set(begins))


def test_a_long_text_has_times_over_all_its_pieces(voice: HibariVoice) -> None:
    text = " ".join(PROSE * 2)
    (line,) = voice.timed([plain("s1", text, "en-GB", 0)])

    assert len(line.words) == len(text.split())
    begins = [begin for _, begin in line.words]
    assert begins == sorted(set(begins))
    assert begins[-1] < len(line.samples)
