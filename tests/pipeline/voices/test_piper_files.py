"""Which fetched voice reads, and why one can not be used."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from onnx import save

from pipeline.errors import SettingsError
from pipeline.voices import piper_files
from pipeline.voices.piper import PiperVoice
from tests.pipeline.voices.pipers import settings
from tests.voices import tiny_piper
from tests.voices.tiny_piper import NAME


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def _other_model(path: Path) -> None:
    model = tiny_piper.model()
    model.graph.input[1].name = "weights"
    save(model, path)


def _no_json(path: Path) -> None:
    path.with_name(f"{path.name}.json").unlink()


def _config(**changes: object) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        beside = path.with_name(f"{path.name}.json")
        beside.write_text(json.dumps(json.loads(beside.read_text()) | changes))

    return change


def _broken_json(path: Path) -> None:
    path.with_name(f"{path.name}.json").write_text("{")


def _list_json(path: Path) -> None:
    path.with_name(f"{path.name}.json").write_text("[1]")


UNUSABLE: dict[str, tuple[Callable[[Path], None], str]] = {
    "model empty": (_empty, "damaged"),
    "model cut off": (_cut, "damaged"),
    "model of something else": (_other_model, "damaged"),
    "model missing": (Path.unlink, "not on this machine"),
    "no description": (_no_json, "there is no file"),
    "description broken": (_broken_json, "not the description"),
    "description of something else": (_list_json, "not the description"),
    "description without sound": (_config(audio={}), "not the description"),
    "description without sounds": (_config(phoneme_id_map=None), "not the description"),
    "a rate that MP3 has not": (_config(audio={"sample_rate": 20_000}), "20000 samples a second"),
    "another kind of sounds": (_config(phoneme_type="pinyin"), "pinyin"),
    "a kind that nobody knows": (_config(phoneme_type="elvish"), "elvish"),
}


def test_of_two_voices_the_one_of_the_region_reads(cache: Path) -> None:
    tiny_piper.build(cache / "voices", "en_US-tiny-low")

    assert PiperVoice(settings(cache)).name("en-GB") == f"Piper {NAME}"


def test_of_two_that_are_alike_one_must_be_named(cache: Path) -> None:
    tiny_piper.build(cache / "voices", "en_GB-tinier-low")

    with pytest.raises(SettingsError, match=f"en_GB-tinier-low, {NAME}"):
        PiperVoice(settings(cache))


@pytest.mark.parametrize("how", UNUSABLE)
def test_a_voice_that_cannot_be_used_says_why(cache: Path, how: str) -> None:
    """In plain words, and with what to do."""
    spoil, told = UNUSABLE[how]
    spoil(cache / "voices" / f"{NAME}.onnx")
    with pytest.raises(SettingsError, match=told) as caught:
        PiperVoice(settings(cache, NAME))
    assert caught.value.remedy


def test_without_a_voice_the_way_to_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="make voice NAME=en_GB-cori-high"):
        PiperVoice(settings(tmp_path))


def test_a_fetched_voice_is_read_with_its_language_and_rate(tmp_path: Path) -> None:
    path = tiny_piper.build(tmp_path / "voices", "pt_PT-tiny-low")

    voice = piper_files.read(path)

    assert (voice.name, voice.language, voice.rate) == ("pt_PT-tiny-low", "pt-PT", 16_000)
    assert piper_files.fetched(tmp_path) == (voice,)


def test_a_voice_that_can_not_be_used_is_not_among_the_fetched(tmp_path: Path) -> None:
    path = tiny_piper.build(tmp_path / "voices")
    Path(f"{path}.json").write_text("{")

    assert piper_files.fetched(tmp_path) == ()


def test_a_voice_is_whole_where_its_digest_is_as_it_was_fetched(tmp_path: Path) -> None:
    path = tiny_piper.build(tmp_path / "voices")
    voice = piper_files.read(path)
    assert piper_files.whole(voice) == voice.digest()  # put there by hand: nobody knows better
    piper_files.seal(path).write_text(voice.digest())
    assert piper_files.whole(voice) == voice.digest()

    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(SettingsError, match="damaged on the disk"):
        piper_files.whole(voice)


def test_another_description_is_another_digest(tmp_path: Path) -> None:
    one = piper_files.read(tiny_piper.build(tmp_path / "one"))
    other = piper_files.read(tiny_piper.build(tmp_path / "other", num_speakers=2))

    assert one.digest() != other.digest()


def test_a_voice_of_the_language_reads_where_none_is_of_the_region(tmp_path: Path) -> None:
    tiny_piper.build(tmp_path / "voices", "en_US-tiny-low")

    assert piper_files.chosen("", "en-GB", tmp_path).name == "en_US-tiny-low"
    with pytest.raises(SettingsError, match='no Piper voice for "fr"'):
        piper_files.chosen("", "fr", tmp_path)


@pytest.mark.parametrize(
    "name", ["a" * 300, "a" * 300 + ".onnx", "~nobody-at-all/voice.onnx", "../voices/" + NAME]
)
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    tiny_piper.build(tmp_path / "voices")
    with pytest.raises(SettingsError, match="Piper voice"):
        piper_files.chosen(name, "en-GB", tmp_path)


def test_a_description_without_end_is_told(tmp_path: Path) -> None:
    model = tiny_piper.build(tmp_path)
    Path(f"{model}.json").write_text("[" * 100_000)
    with pytest.raises(SettingsError, match="not the description"):
        piper_files.read(model)
