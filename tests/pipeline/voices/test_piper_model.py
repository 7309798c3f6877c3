"""A loaded Piper voice: the sounds it has, and the samples it gives, without chance."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import SettingsError
from pipeline.voices import piper_files
from pipeline.voices.piper_files import VoiceFile
from pipeline.voices.piper_model import Model
from tests.voices import tiny_piper


@pytest.fixture
def file(tmp_path: Path) -> VoiceFile:
    """A fetched voice."""
    return piper_files.read(tiny_piper.build(tmp_path))


def test_the_same_words_are_the_same_samples(file: VoiceFile) -> None:
    model = Model(file, 1.0)

    one, other = (model.speak("The tide.") for _ in range(2))

    assert len(one)
    assert np.array_equal(one, other)


def test_a_slower_pace_is_as_much_longer(file: VoiceFile) -> None:
    usual, slow = (Model(file, stretch).speak("The tide.") for stretch in (1.0, 2.0))

    assert len(slow) == pytest.approx(2 * len(usual), rel=0.01)


def test_it_knows_which_sounds_it_has(file: VoiceFile) -> None:
    model = Model(file, 1.0)

    assert model.has("ʌsk")
    assert not model.has("ʌs☂")


def test_a_text_without_words_has_no_samples(file: VoiceFile) -> None:
    assert len(Model(file, 1.0).speak(" ")) == 0


def test_a_model_that_is_none_is_told(file: VoiceFile, tmp_path: Path) -> None:
    path = tmp_path / "none.onnx"
    path.write_bytes(b"no model")

    with pytest.raises(SettingsError, match="files are damaged"):
        Model(replace(file, path=path), 1.0)
