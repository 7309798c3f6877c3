"""The loaded model of Kokoro: English words → sounds in misaki's alphabet → raw samples.

Importing this module loads onnxruntime, and making a `KokoroModel` takes a second: only to speak.
"""

from pathlib import Path

import numpy as np
import onnxruntime

from pipeline.errors import SpeakError
from pipeline.sound.pcm import Samples
from pipeline.voices import runtime
from pipeline.voices.english_sounds import EnglishSounds
from pipeline.voices.kokoro_files import LONGEST, WIDTH

FULL = 32_767  # the loudest sample

_PAD = 0  # the number of the sign that is before and after the sounds


class KokoroModel(EnglishSounds):
    """The model with the style of one voice, and the British rules of pronunciation."""

    def __init__(self, path: Path, style: bytes, rules: Path, speed: float) -> None:
        """`rules` is the folder of the package hibari; `speed` 1 is the voice's own pace.

        Raises `SpeakError` where it can't be loaded.
        """
        self._speed = np.array([speed], np.float32)
        self._styles = np.frombuffer(style, "<f4").reshape(LONGEST, 1, WIDTH)
        try:
            super().__init__(rules, british=True)
            self._session = _session(path)
        except Exception as error:  # the errors of the runtime have no common base class
            raise SpeakError(
                f"the model of Kokoro can't be loaded ({_short(error)}).",
                remedy="Each process needs a gigabyte of memory: try --jobs 1. "
                f"If that fails, too, remove {path} and get it anew.",
            ) from error

    def speak(self, sounds: str) -> Samples:
        """The raw samples of 1 to `LONGEST` sounds, with silence around. Raises `SpeakError`."""
        ids = [self.ids[sound] for sound in sounds]
        given = {
            "tokens": np.array([[_PAD, *ids, _PAD]], np.int64),
            "style": self._styles[len(ids) - 1],
            "speed": self._speed,
        }
        try:
            (heard,) = self._session.run(["audio"], given)
        except Exception as error:  # as above
            raise SpeakError(
                f"Kokoro broke down ({_short(error)}).",
                remedy="Close other programs, or publish with --jobs 1: it needs memory.",
            ) from error
        samples: Samples = np.rint(heard.ravel() * FULL).clip(-FULL, FULL).astype(np.int16)
        return samples


def _session(path: Path) -> onnxruntime.InferenceSession:
    """The model. With two threads, it takes half as much CPU time again for the same sound.

    With the runtime's arena: without, it needs more time, and more memory at its peak.
    """
    session = runtime.session(path)
    if {given.name for given in session.get_inputs()} != {"tokens", "style", "speed"}:
        raise ValueError("a model of something else")
    return session


def _short(error: Exception) -> str:
    """The first line of what a runtime says, which may be pages long."""
    return str(error).strip().partition("\n")[0][:120] or type(error).__name__
