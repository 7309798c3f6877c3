"""A text's clips are spoken, kept, joined, and spoken again where one was lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from formats.model import Foreign, Narration, Packets, Sentence, Text
from pipeline.errors import SettingsError
from pipeline.narrate import narration
from pipeline.narrate.clips import Clip
from pipeline.narrate.jingle import Beds
from pipeline.narrate.narration import (
    ClipScript,
    NarrationScript,
    able,
    encoded,
    joined,
    key_of,
    open_voice,
    speak,
    speak_line,
    stand_in,
)
from pipeline.script.lines import Line, Part, Run, plain
from pipeline.settings import VoiceSettings
from pipeline.sound import opus
from pipeline.store.files import Store, digest
from tests.pipeline.publish.two_posts import flip
from tests.voices import tiny_kokoro

KEPT = Packets((4,), b"kept")

PARTS = (
    Part((plain("title", "Tide.", "en-GB", 900),)),
    Part((Line("s1", (Run("Bore da ", "cy"), Run("all.", "en-GB")), "en-GB", 200),)),
)


def script(cache: Path) -> NarrationScript:
    """A text of two clips in two languages, for the silent voice."""
    voice = VoiceSettings("silence", cache=cache)
    keys = tuple(key_of(part, open_voice(voice)) for part in PARTS)
    return NarrationScript("post", PARTS, keys, voice)


def test_a_voice_is_opened_once_for_the_same_settings() -> None:
    assert open_voice(VoiceSettings("silence")) is open_voice(VoiceSettings("silence"))


def test_a_stand_in_has_the_pace_that_was_chosen_and_none_of_the_names() -> None:
    chosen = VoiceSettings("openai", "alloy", "cy", 140, (("fr", "nova"),), fallback="espeak")

    other = stand_in(chosen)

    assert other is not None
    assert (other.engine, other.name, other.names) == ("espeak", "", ())
    assert (other.language, other.words_per_minute) == ("cy", 140)
    assert stand_in(replace(chosen, fallback="")) is None


def test_a_voice_that_can_be_opened_is_the_one() -> None:
    chosen = VoiceSettings("silence", fallback="espeak")
    assert able(chosen, "en-GB") == (chosen, ())


def test_a_voice_that_cannot_be_opened_gives_its_place_up_and_says_why() -> None:
    voice, (error,) = able(VoiceSettings("command", fallback="silence"), "en-GB")

    assert voice.engine == "silence"
    assert "no program is named" in error.message


def test_a_voice_that_cannot_be_opened_and_has_none_in_its_place_is_an_error() -> None:
    with pytest.raises(SettingsError, match="no program is named"):
        able(VoiceSettings("command"), "en-GB")


def test_each_clip_has_its_words_and_its_key(tmp_path: Path) -> None:
    whole = script(tmp_path)

    assert whole.clips() == [
        ClipScript(part, key, whole.voice) for part, key in zip(PARTS, whole.keys, strict=True)
    ]
    assert len(set(whole.keys)) == 2


def test_languages_come_as_they_are_first_heard(tmp_path: Path) -> None:
    assert script(tmp_path).languages() == ("en-GB", "cy")


def test_a_narration_names_its_voices_once_and_holds_its_words(tmp_path: Path) -> None:
    made: Narration = joined(replace(script(tmp_path), of="easy-read"), {})

    assert (made.of, made.voices, made.silent) == ("easy-read", ("silence",), True)
    assert made.synthesis == ""
    assert made.script == (("title", "Tide."), ("s1", "Bore da all."))
    assert [cue.id for cue in made.cues] == ["title", "s1"]


def test_a_clip_that_is_not_kept_or_was_damaged_is_spoken_again_and_kept(tmp_path: Path) -> None:
    whole = script(tmp_path)
    first = joined(whole, {})
    for path in (tmp_path / "kept").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])

    assert joined(whole, {}) == first
    assert all(Store(tmp_path).has(key) for key in whole.keys)


def test_the_small_sound_of_a_clip_is_encoded_once_and_again_where_it_was_damaged(
    tmp_path: Path,
) -> None:
    whole = script(tmp_path)
    voice = open_voice(whole.voice)
    clips = [Clip.from_bytes(narration.speak(clip, Beds())) for clip in whole.clips()]
    keys = [digest(opus.identity(), key) for key in whole.keys]
    expected = [opus.encode(clip.frames, voice.rate) for clip in clips]

    made = joined(whole, {})
    assert list(made.sound) == [clip.frames for clip in clips]
    assert not any(Store(tmp_path).has(key) for key in keys)
    assert list(made.small) == expected
    assert all(Store(tmp_path).has(key) for key in keys)

    Store(tmp_path).put(keys[1], opus.to_bytes(KEPT))
    assert list(made.small) == [expected[0], KEPT]
    for path in (tmp_path / "kept").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])
    assert list(made.small) == expected


def test_what_a_worker_speaks_is_what_is_kept(tmp_path: Path) -> None:
    whole = script(tmp_path)
    joined(whole, {})

    spoken = [narration.speak(clip, Beds()) for clip in whole.clips()]

    assert spoken == [Store(tmp_path).get(key) for key in whole.keys]


def test_who_speaks_several_languages_is_named_once() -> None:
    assert narration.voices(("en-GB", "cy"), open_voice(VoiceSettings("silence"))) == ("silence",)


def test_lines_that_were_spoken_one_by_one_make_the_clip_that_is_spoken_whole(
    tmp_path: Path,
) -> None:
    """To the byte, with the slow voice for which lines are shared."""
    tiny_kokoro.build(tmp_path)
    voice = VoiceSettings("kokoro", cache=tmp_path)
    texts = ("The tide came in.", "Η θάλασσα.", "Nobody saw it.")
    part = Part(tuple(plain(f"s{at}", text, "en-GB", 200) for at, text in enumerate(texts)))
    clip = ClipScript(part, "key", voice)

    spoken = [speak_line(line, voice) for line in part.lines]

    assert encoded(clip, spoken, Beds()) == speak(clip, Beds())


def test_a_narration_has_the_words_of_its_sentences(tmp_path: Path) -> None:
    shown = {"s1": Sentence("s1", (Foreign("cy", (Text("Bore da "),)), Text("all.")))}
    made = joined(script(tmp_path), shown)

    assert [(word.id, word.start, word.stop) for word in made.words] == [
        ("s1", 0, 4),
        ("s1", 5, 7),
        ("s1", 8, 11),
    ]
    assert made.words[0].begin == made.cues[1].begin
    assert made.words[-1].end == made.cues[1].end


def test_what_was_found_in_the_same_clips_is_known_for_the_same_sentences_alone(
    tmp_path: Path,
) -> None:
    """The voice says the same of other letters, which stand in other places."""
    apart = {"s1": Sentence("s1", (Foreign("cy", (Text("Bore da "),)), Text("all.")))}
    wide = {"s1": Sentence("s1", (Foreign("cy", (Text("Bore   da "),)), Text("all.")))}
    text = script(tmp_path)
    first, other = joined(text, apart), joined(text, wide)

    assert [word.start for word in first.words] == [0, 5, 8]
    assert [word.start for word in other.words] == [0, 7, 10]
    assert joined(text, apart) == first


def test_clips_that_were_joined_are_not_read_again(tmp_path: Path) -> None:
    text = script(tmp_path)
    first = joined(text, {})
    for key in text.keys:
        flip(tmp_path / "kept" / key[:2] / key)

    assert joined(text, {}).cues == first.cues
    assert list(joined(text, {}).sound) == list(first.sound)
