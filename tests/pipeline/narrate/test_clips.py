"""Clips join to the sample, and every cue is where the sound is."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from formats.model import Cue
from pipeline.errors import SpeakError
from pipeline.narrate.clips import Clip, clip_key, join, named, speak_clip
from pipeline.narrate.jingle import Beds
from pipeline.script.lines import Line, Part, Run, plain
from pipeline.settings import VoiceSettings
from pipeline.sound import mp3_frames, pcm
from pipeline.sound.pcm import Samples
from pipeline.voices import ENGINES, Voice
from tests.corpus import corpus_path
from tests.decoding import decoded, frames, metered

SILENCE = ENGINES["silence"].open(VoiceSettings("silence", "", "en", 160))


class Clicks:
    """A voice whose every line is a click and then silence, 20 ms a character."""

    identity = "clicks"
    silent = False

    def __init__(self, rate: int) -> None:
        self.rate = rate

    def requests(self, _lines: Sequence[Line], /) -> int:
        return 0

    def name(self, _language: str, /) -> str:
        return "clicks"

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """A click on each line's first sample."""
        return tuple(map(self._click, lines))

    def _click(self, line: Line) -> Samples:
        samples = np.zeros(len(line.text) * self.rate // 50, np.int16)
        samples[0] = 30_000
        return samples

    def speaks(self, language: str) -> bool:
        """Clicks are understood everywhere."""
        return bool(language)

    def close(self) -> None:
        """Nothing to end."""


def part(*lines: tuple[str, str, int]) -> Part:
    """A part of (id, text, pause)."""
    return Part(tuple(plain(unit, text, "en-GB", pause) for unit, text, pause in lines))


def random_parts(count: int) -> list[Part]:
    """Parts of random lengths, the same each time."""
    random = np.random.default_rng(7)
    return [
        part(
            *(
                (f"s{number}-{n}", "x" * int(random.integers(3, 90)), int(random.integers(20, 900)))
                for n in range(int(random.integers(1, 5)))
            )
        )
        for number in range(count)
    ]


def test_a_silent_clip_can_be_worked_out_by_hand() -> None:
    """Two lines of 5 and 10 characters, 20 ms each, with pauses of 200 and 450 ms."""
    clip = speak_clip(part(("s1", "x" * 5, 200), ("s2", "x" * 10, 450)), SILENCE, 64)
    first = Cue("s1", 1105, 1105 + 2205)
    second = Cue("s2", first.end + 4410, first.end + 4410 + 4410)
    assert clip.cues == (first, second)
    whole = 2205 + 4410 + 4410 + 450 * 22_050 // 1000
    assert clip.samples == (-(-whole // 576) + 2) * 576


def test_a_joined_narration_decodes_to_as_many_samples_as_it_says() -> None:
    """Thirty clips of random length, laid end to end."""
    clips = [speak_clip(p, SILENCE, 64) for p in random_parts(30)]
    narration = join(clips, SILENCE.rate, 64)
    assert narration.samples == sum(narration.clips) == len(decoded(frames(clips)))
    assert len(narration.clips) == 30


@pytest.mark.parametrize(("rate", "kbps"), [(16_000, 64), (22_050, 64), (24_000, 64), (44_100, 96)])
def test_every_cue_begins_within_a_millisecond_of_its_click(rate: int, kbps: int) -> None:
    """However many clips stand before it: no join drifts."""
    voice = Clicks(rate)
    clips = [speak_clip(p, voice, kbps) for p in random_parts(30)]
    narration = join(clips, rate, kbps)
    heard = np.abs(decoded(frames(clips)).astype(int))
    assert len(heard) == narration.samples
    near = rate // 50
    for cue in narration.cues:
        found = cue.begin - near + int(heard[cue.begin - near : cue.begin + near].argmax())
        assert abs(found - cue.begin) <= rate / 1000
        assert heard[found] > 3000


def test_cues_stand_in_order_and_inside_the_sound() -> None:
    """Each begins after the one before has ended."""
    narration = join([speak_clip(p, SILENCE, 64) for p in random_parts(12)], 22_050, 64)
    edges = [edge for cue in narration.cues for edge in (cue.begin, cue.end)]
    assert edges == sorted(edges)
    assert edges[-1] <= narration.samples


def test_nothing_joins_to_nothing() -> None:
    """No clips are a narration of no samples."""
    assert join([], 22_050, 64).samples == 0


def test_a_clip_is_kept_whole() -> None:
    """What comes back from the store is what went in, letters of every script included."""
    clip = speak_clip(part(("s1", "海", 100), ("é\n", "x", 0)), SILENCE, 64)
    assert Clip.from_bytes(clip.to_bytes()) == clip


def test_the_key_changes_with_all_that_changes_the_clip() -> None:
    """Words, language, sounds, pause, voice, bit rate; and with nothing else."""
    line = plain("s1", "The sea.", "en-GB", 200)
    keys = [
        clip_key(Part((line,)), "v", 64),
        clip_key(Part((plain("s1", "The sea!", "en-GB", 200),)), "v", 64),
        clip_key(Part((plain("s1", "The sea.", "cy", 200),)), "v", 64),
        clip_key(Part((plain("s1", "The sea.", "en-GB", 201),)), "v", 64),
        clip_key(Part((Line("s1", (Run("The sea.", "en-GB", "siː"),), "en-GB", 200),)), "v", 64),
        clip_key(Part((line, line)), "v", 64),
        clip_key(Part((line,)), "w", 64),
        clip_key(Part((line,)), "v", 96),
    ]
    assert len(set(keys)) == len(keys)
    assert clip_key(Part((plain("s2", "The sea.", "en-GB", 200),)), "v", 64) == keys[0]
    assert len(keys[0]) == 64


def test_a_kept_clip_takes_the_ids_of_the_part_at_hand() -> None:
    clip = speak_clip(Part((plain("s1", "The sea.", "en-GB", 200),)), SILENCE, 64)

    moved = named(clip, Part((plain("s2", "The sea.", "en-GB", 200),)))

    assert [cue.id for cue in moved.cues] == ["s2"]
    assert moved.frames == clip.frames


@pytest.fixture(scope="module")
def espeak() -> Iterator[Voice]:
    """The real voice, for all tests of this file."""
    made = ENGINES["espeak"].open(VoiceSettings("espeak", "", "en-GB", 160))
    yield made
    made.close()


@pytest.fixture(scope="module")
def spoken(espeak: Voice) -> list[Clip]:
    """Paragraphs that nobody here wrote, spoken: a minute or two."""
    text = corpus_path("coproduction-archive/archive.txt").read_text(encoding="utf-8")
    paragraphs = [p.strip() for p in text.splitlines() if len(p.split()) > 30][:5]
    assert paragraphs
    parts = [
        part(*((f"s{n}-{m}", words, 200) for m, words in enumerate(p.split(". ")) if words))
        for n, p in enumerate(paragraphs)
    ]
    return [speak_clip(p, espeak, 64) for p in parts]


def test_real_words_are_as_loud_as_promised_once_decoded(spoken: list[Clip]) -> None:
    """−19 LUFS within 1, and no peak above −1 dBTP, by ffmpeg's meter."""
    heard = decoded(frames(spoken))
    loudness, peak = metered(heard, 22_050)
    assert abs(loudness - pcm.LOUDNESS) <= 1
    assert peak <= -1


def test_real_words_are_in_step_with_their_cues(spoken: list[Clip]) -> None:
    """Sound begins and ends within 20 ms of each cue, and pauses hold none."""
    narration = join(spoken, 22_050, 64)
    heard = np.abs(decoded(frames(spoken)).astype(int)) > 150
    near = 22_050 // 50
    for cue in narration.cues:
        assert heard[cue.begin : cue.begin + near].any()
        assert heard[cue.end - near : cue.end].any()
        assert not heard[cue.begin - near : cue.begin - near // 4].any()
        assert not heard[cue.end + near // 4 : cue.end + near].any()


def test_a_voice_that_gives_fewer_lines_is_caught() -> None:
    """A line can't go missing on the way."""

    class Mute(Clicks):
        def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
            return super().speak(lines)[1:]

    with pytest.raises(SpeakError, match="1 of 2"):
        speak_clip(part(("s1", "x", 0), ("s2", "x", 0)), Mute(22_050), 64)


def test_a_pause_too_short_to_hear_is_still_whole_frames() -> None:
    """A clip with no pause at all decodes to whole frames too."""
    clip = speak_clip(part(("s1", "x", 0)), SILENCE, 64)
    assert clip.samples == mp3_frames.decoded_samples(441, 22_050) == 3 * 576


def test_the_words_of_a_clip_are_kept_and_begin_with_the_first_sample_of_their_sound() -> None:
    clip = speak_clip(part(("s1", "ab cd", 200), ("s2", "e", 0)), SILENCE, 64)

    assert clip.words == (
        (("ab", 1105), ("cd", 1105 + 3 * 441)),
        (("e", 1105 + 5 * 441 + 4410),),
    )
    assert Clip.from_bytes(clip.to_bytes()).words == clip.words


def test_an_opening_jingle_moves_the_words_with_their_cue() -> None:
    bed = np.full(22_050, 1000, np.int16)
    clip = speak_clip(part(("s1", "ab cd", 200)), SILENCE, 64, Beds(opening=bed))

    assert clip.words[0][0] == ("ab", clip.cues[0].begin)
    assert clip.cues[0].begin > 1105


def test_a_voice_without_times_gives_clips_without_words() -> None:
    clip = speak_clip(part(("s1", "ab cd", 200)), Clicks(22_050), 64)
    assert clip.words == ((),)
    assert join([clip], 22_050, 64).words == ()
