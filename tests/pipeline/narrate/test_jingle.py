"""The editor's sound is heard around the voice, as loud as it, and is in no cue."""

import io
import json
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from formats.model import Narration
from pipeline.errors import SettingsError, SpeakError
from pipeline.findings import Level
from pipeline.judges.check import JUDGES
from pipeline.judges.proof.cues import captions
from pipeline.narrate import jingle
from pipeline.narrate.clips import clip_key, join, speak_clip
from pipeline.narrate.jingle import Beds, JingleFile, Jingles, beds, laid, levelled, mixed
from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from pipeline.script.lines import Part, plain
from pipeline.settings import JingleSettings, VoiceSettings
from pipeline.sound import mp3_frames, pcm
from pipeline.sound.pcm import Samples
from pipeline.store import ledger
from pipeline.store.files import Store
from pipeline.store.report import Report
from pipeline.voices import ENGINES
from tests.decoding import decoded, frames, metered
from tests.judging import judged

RATE = 22_050
SILENCE = ENGINES["silence"].open(VoiceSettings("silence", "", "en", 160))
LONG = " ".join(["The tide came in at three, and nobody on the quay had seen it come."] * 3)
POST = f"---\ntitle: The tide\n---\n{LONG}\n\n## Water\n\n{LONG}\n"


def tune(seconds: float, rate: int = 44_100, channels: int = 2, loud: float = 0.5) -> bytes:
    """A chord as a WAV file."""
    time = np.arange(int(seconds * rate)) / rate
    chord = sum(np.sin(2 * np.pi * hertz * time) for hertz in (262, 330, 392)) / 3 * loud
    samples = np.repeat((np.asarray(chord) * 32_767).astype("<i2"), channels)
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
    return out.getvalue()


def part(text: str = LONG) -> Part:
    return Part((plain("s1", text, "en-GB", 900),))


# --- the file ---------------------------------------------------------------------------


@pytest.mark.parametrize("loud", [0.02, 0.5, 1.0])
@pytest.mark.parametrize(("rate", "channels"), [(8000, 1), (44_100, 2), (48_000, 1)])
def test_any_file_is_made_as_loud_as_the_voice(rate: int, channels: int, loud: float) -> None:
    samples = levelled(JingleFile("bell.wav", tune(4, rate, channels, loud)), RATE)

    assert abs(len(samples) / RATE - 4) < 0.1
    assert abs(pcm.loudness(samples, RATE) - pcm.LOUDNESS) < 0.5
    assert pcm.true_peak(samples) <= pcm.CEILING + 0.1


def test_an_mp3_is_read_too() -> None:
    samples = levelled(JingleFile("bell.mp3", mp3_frames.encode(BED, RATE, 64)), RATE)

    assert abs(len(samples) - len(BED)) < RATE // 5
    assert abs(pcm.loudness(samples, RATE) - pcm.LOUDNESS) < 0.5


def test_a_long_file_is_cut_and_faded_and_the_editor_is_told() -> None:
    long = JingleFile("song.wav", tune(14))

    samples = levelled(long, RATE)

    assert abs(len(samples) / RATE - jingle.LONGEST) < 0.1
    assert pcm.level(samples[-RATE // 20 :]) < pcm.level(samples) - 20
    assert [f.code for f in Jingles(long, long).findings()] == ["jingle-long"]
    assert Jingles(JingleFile("bell.wav", tune(4)), None).findings() == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "can't be read"),
        (b"RIFF", "can't be read"),
        (b"<html>not found</html>", "can't be read"),
        (tune(4)[:9000], "can't be read"),
        (tune(4, loud=0), "silent"),
        (tune(0.2), "shorter"),
    ],
)
def test_a_file_that_is_no_sound_is_refused_with_its_name(data: bytes, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        levelled(JingleFile("bell.wav", data), RATE)
    assert "bell.wav" in caught.value.message
    assert caught.value.remedy


def test_a_file_that_is_not_there_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone\.wav"):
        jingle.load(JingleSettings(opening="gone.wav"), tmp_path)


# --- which clips ------------------------------------------------------------------------


def test_the_first_and_the_last_clip_alone_are_mixed_with_it(tmp_path: Path) -> None:
    parts = (part("One."), part("Two."), part("Three."))
    both = Jingles(JingleFile("a.wav", tune(2)), JingleFile("b.wav", tune(3)))

    marked = laid(parts, both, RATE, Store(tmp_path))

    assert [bool(p.opening) for p in marked] == [True, False, False]
    assert [bool(p.closing) for p in marked] == [False, False, True]
    keys = [clip_key(p, "v", 64) for p in marked]
    assert [k == clip_key(p, "v", 64) for k, p in zip(keys, parts, strict=True)] == [
        False,
        True,
        False,
    ]
    other = laid(
        parts, Jingles(JingleFile("a.wav", tune(2.5)), both.closing), RATE, Store(tmp_path)
    )
    assert [a == clip_key(p, "v", 64) for a, p in zip(keys, other, strict=True)] == [
        False,
        True,
        True,
    ]


def test_no_jingle_marks_nothing(tmp_path: Path) -> None:
    assert laid((part(),), Jingles(), RATE, Store(tmp_path)) == (part(),)
    assert laid((), Jingles(), RATE, Store(tmp_path)) == ()
    assert beds(part(), Store(tmp_path)) == Beds()


def test_a_jingle_that_was_damaged_in_the_cache_is_not_played(tmp_path: Path) -> None:
    store = Store(tmp_path)
    (marked,) = laid((part(),), Jingles(JingleFile("a.wav", tune(2))), RATE, store)
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:-2] + b"ab")

    with pytest.raises(SpeakError, match="jingle"):
        beds(marked, store)


def test_a_jingle_that_was_damaged_in_the_cache_is_kept_anew(tmp_path: Path) -> None:
    store, jingles = Store(tmp_path), Jingles(JingleFile("a.wav", tune(2)))
    (marked,) = laid((part(),), jingles, RATE, store)
    before = beds(marked, store).opening
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:-2] + b"ab")

    assert laid((part(),), jingles, RATE, store) == (marked,)
    after = beds(marked, store).opening
    assert before is not None
    assert after is not None
    assert after.tobytes() == before.tobytes()


# --- mixing -----------------------------------------------------------------------------

BED = levelled(JingleFile("a.wav", tune(6)), RATE)


def test_the_voice_enters_over_the_end_of_the_opening() -> None:
    """Three of its six seconds alone, then turned down by 12 dB and fading."""
    voice = np.zeros(RATE * 5, np.int16)

    whole, later = mixed(voice, RATE * 4, Beds(opening=BED), RATE)

    assert later == len(BED) - 3 * RATE
    assert len(whole) == later + len(voice)
    alone = pcm.level(BED)
    assert abs(pcm.level(whole[RATE : 2 * RATE]) - alone) < 0.5
    assert pcm.level(whole[later : later + RATE // 10]) < alone - 11
    assert pcm.level(whole[later + 2 * RATE : later + 3 * RATE]) < alone - 25
    assert not whole[later + 3 * RATE + 100 :].any()


def test_the_closing_comes_in_under_the_last_words_and_plays_on() -> None:
    voice = np.zeros(RATE * 5, np.int16)
    end = RATE * 4

    whole, later = mixed(voice, end, Beds(closing=BED), RATE)

    assert later == 0
    assert len(whole) == end - 3 * RATE + len(BED)
    alone = pcm.level(BED)
    assert not whole[: RATE - 100].any()
    assert pcm.level(whole[end - RATE // 4 : end]) < alone - 11
    assert abs(pcm.level(whole[end + RATE : end + 2 * RATE]) - alone) < 0.5


@pytest.mark.parametrize("length", [0, 1, 300, RATE // 2, RATE * 8])
@pytest.mark.parametrize("bed", [BED[:RATE], BED])
def test_words_of_any_length_are_mixed_with_it(length: int, bed: Samples) -> None:
    voice = np.full(length, 25_000, np.int16)

    whole, later = mixed(voice, length, Beds(bed, bed), RATE)

    assert 0 <= later <= len(bed)
    assert len(whole) >= later + length
    assert pcm.true_peak(whole) <= pcm.CEILING + 0.2


def test_without_a_jingle_the_voice_is_as_it_was() -> None:
    voice = np.arange(1000).astype(np.int16)
    whole, later = mixed(voice, 900, Beds(), RATE)
    assert later == 0
    assert np.array_equal(whole, voice)


@pytest.mark.parametrize("made", [Beds(opening=BED), Beds(closing=BED), Beds(BED, BED)])
def test_a_clip_with_a_jingle_is_as_long_as_it_says(made: Beds) -> None:
    clip = speak_clip(part(), SILENCE, 64, made)

    assert clip.samples == len(decoded(clip.frames))
    later = 0 if made.opening is None else len(BED) - 3 * RATE
    (cue,) = clip.cues
    assert (cue.begin, cue.end) == (
        later + mp3_frames.DELAY,
        later + mp3_frames.DELAY + len(LONG) * 441,
    )


def test_the_same_words_and_jingle_give_the_same_bytes() -> None:
    first, second = (speak_clip(part(), SILENCE, 64, Beds(BED, BED)) for _ in range(2))
    assert first == second


# --- a post -----------------------------------------------------------------------------


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """One post with an opening and a closing beside it."""
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "tide.md").write_text(POST, "utf-8")
    (folder / "bell.wav").write_bytes(tune(5))
    (folder / "end.wav").write_bytes(tune(4, 16_000, 1))
    (folder / "publication.toml").write_text(
        '[jingle]\nopening = "bell.wav"\nclosing = "end.wav"\n', "utf-8"
    )
    return folder


def run(posts: Path, engine: str = "silence") -> tuple[Report, Path]:
    output = posts.with_name("output")
    request = Request(posts, output, posts.with_name("cache"), engine=engine, jobs=1)
    return publish(request, progress.Quiet()), output


def test_a_post_with_a_jingle_is_as_loud_as_promised_and_in_step(posts: Path) -> None:
    """With a real voice: loudness, peaks, cues, and every judge that needs no more than ffmpeg."""
    made, output = run(posts, "espeak")

    assert made.clean
    data = (output / "posts/tide/tide.mp3").read_bytes()
    heard = decoded(data)
    loudness, peak = metered(heard, RATE)
    assert abs(loudness - pcm.LOUDNESS) <= 1
    assert peak <= -1
    proof = json.loads((output / "report.json").read_text())["posts"][0]["proof"]
    assert len(heard) == sum(proof["clips"]) == proof["samples"]
    for name in ("completeness", "hearing", "captions", "overlays", "audio"):
        paths = sorted(p for p in output.rglob("*") if JUDGES[name].wants(p))
        assert paths
        assert judged(name, *paths) == (), name


def test_no_caption_lies_on_music_alone(posts: Path) -> None:
    """Silence is read, so that all that is heard is the jingle."""
    _, output = run(posts)
    heard = decoded((output / "posts/tide/tide.mp3").read_bytes())
    cues = list(captions((output / "posts/tide/transcript.vtt").read_text("utf-8")))

    first, last = (ms * RATE // 1000 for ms in (cues[0].begin, cues[-1].end))
    assert abs(pcm.level(heard[RATE // 2 : first - RATE]) - pcm.level(BED)) < 2
    assert abs(pcm.level(heard[last + RATE : last + 2 * RATE]) - pcm.level(BED)) < 2
    for cue in cues:
        begin, end = (ms * RATE // 1000 for ms in (cue.begin, cue.end))
        assert pcm.level(heard[begin:end]) < pcm.level(BED) - 11
    chapters = json.loads((output / "posts/tide/chapters.json").read_text())["chapters"]
    assert chapters[0]["startTime"] == 0


def test_another_jingle_costs_two_clips_and_is_named_as_the_reason(posts: Path) -> None:
    first, output = run(posts)
    (posts / "bell.wav").write_bytes(tune(3))
    (posts / "end.wav").write_bytes(tune(3))

    second, _ = run(posts)

    assert first.spoken > 3
    assert second.spoken == 2
    told = ledger.why(ledger.load(posts.with_name("cache"), output), "tide")
    assert told is not None
    assert told.startswith("tide was last made because its jingle changed.")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda path: path.unlink(), "can't be opened"),
        (lambda path: path.write_bytes(b"no sound"), "can't be read as sound"),
        (lambda path: path.write_bytes(tune(3, loud=0)), "silent"),
    ],
)
def test_a_jingle_that_can_t_be_played_stops_the_run_in_plain_words(
    posts: Path, change: Callable[[Path], object], said: str
) -> None:
    change(posts / "bell.wav")

    with pytest.raises(SettingsError, match=said):
        run(posts)


def test_a_long_jingle_is_a_warning_of_the_run(posts: Path) -> None:
    (posts / "bell.wav").write_bytes(tune(12))

    made, _ = run(posts)

    assert [(f.code, f.where) for f in made.findings if f.level is Level.WARNING] == [
        ("jingle-long", "bell.wav")
    ]


def test_joined_clips_with_a_jingle_are_as_long_as_they_say() -> None:
    clips = [speak_clip(part(), SILENCE, 64, made) for made in (Beds(BED), Beds(), Beds(None, BED))]
    narration: Narration = join(clips, RATE, 64)
    assert narration.samples == len(decoded(frames(clips)))
