"""The voices of Kokoro, their styles, and the model in the cache."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import SettingsError
from pipeline.voices import kokoro_files
from pipeline.voices.kokoro_files import LONGEST, STYLES, VOICES, WIDTH
from tests.voices import tiny_kokoro


@pytest.mark.parametrize("name", VOICES)
def test_each_voice_has_a_style_of_numbers_that_is_named_in_the_notice(name: str) -> None:
    voice = VOICES[name]
    style = np.frombuffer(kokoro_files.style(voice), "<f4")

    assert style.shape == (LONGEST * WIDTH,)
    assert np.isfinite(style).all()
    assert f"{voice.sha256}  {voice.file}" in (STYLES / "NOTICE.txt").read_text("utf-8")
    assert "Apache License" in (STYLES / "LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("size", [0, 100, None])
def test_a_style_that_is_damaged_or_lost_is_refused(tmp_path: Path, size: int | None) -> None:
    voice = VOICES["kokoro-emma"]
    copy = Path(shutil.copytree(STYLES, tmp_path / "styles"))
    if size is None:
        (copy / voice.file).unlink()
    else:
        (copy / voice.file).write_bytes(kokoro_files.style(voice)[:size])

    with pytest.raises(SettingsError, match="missing or damaged"):
        kokoro_files.style(voice, copy)


def test_the_first_voice_is_the_usual_one() -> None:
    assert kokoro_files.chosen("").name == "kokoro-emma"
    assert kokoro_files.chosen("kokoro-fable").person == "Fable"
    with pytest.raises(SettingsError, match="kokoro-emma or kokoro-fable"):
        kokoro_files.chosen("emma")


def test_a_model_that_was_put_there_by_hand_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tiny_kokoro.build(tmp_path)
    assert kokoro_files.whole(path) == kokoro_files.digest(path)


def test_a_model_with_another_digest_than_it_was_fetched_with_is_refused(tmp_path: Path) -> None:
    path = tiny_kokoro.build(tmp_path)
    kokoro_files.seal(path).write_text("0" * 64)
    with pytest.raises(SettingsError, match="damaged on the disk"):
        kokoro_files.whole(path)


def test_a_model_that_is_missing_is_told_with_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"not on this machine\. Get it with: make voice"):
        kokoro_files.whole(kokoro_files.model(tmp_path))


def test_the_model_is_none_of_pipers_voices(tmp_path: Path) -> None:
    """Piper takes every model in its folder for a voice."""
    path = tiny_kokoro.build(tmp_path)
    assert path not in (tmp_path / "voices").glob("*.onnx")
