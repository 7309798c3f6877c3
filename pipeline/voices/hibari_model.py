"""The package hibari, loaded: words → sounds in misaki's alphabet → raw samples.

Importing this module loads numpy's and onnxruntime's libraries, and making a `Heart` takes half
a second: only to speak. Nothing here calls `hibari.voices`, the one module that can open a
connection (it fetches other voices).
"""

from pathlib import Path

import numpy as np
from hibari import dsp

from pipeline.errors import SpeakError
from pipeline.sound.pcm import Samples
from pipeline.voices import runtime
from pipeline.voices.english_sounds import EnglishSounds

RATE: int = dsp.SR


class Heart(EnglishSounds):
    """The loaded voice, American English, with its rules of pronunciation."""

    def __init__(self, folder: Path, speed: float, seed: int) -> None:
        """`folder` is the package; `speed` is by how much the model shortens its sounds.

        `seed` is that of the noise in breath and consonants, for each piece anew.

        Raises `SpeakError` where it can't be loaded: the files were compared before, so for
        want of memory.
        """
        self._speed, self._seed = speed, seed
        try:
            super().__init__(folder)
            # With the arena, a process grew to 400 MiB in 20 minutes of sound, and on; without, two
            # had no more than 340 after nine hours. The time and the samples are the same.
            self._session = runtime.session(folder / "assets/hibari.onnx", arena=False)
        except Exception as error:  # the errors of the runtime have no common base class
            raise SpeakError(
                f"the natural voice, hibari, can't be loaded ({type(error).__name__}).",
                remedy="Close other programs, or publish with --jobs 1: it needs memory.",
            ) from error

    def speak(self, sounds: str) -> Samples:
        """The raw samples of sounds. Raises `SpeakError`."""
        given = {
            "ids": np.asarray([[0, *(self.ids[sound] for sound in sounds), 0]], np.int64),
            "speed": np.asarray([self._speed], np.float32),
        }
        try:
            parts = [part[0] for part in self._session.run(None, given)]
            wave = dsp.synth(*parts, np.random.default_rng(self._seed))
        except Exception as error:  # as above
            raise SpeakError(
                f"the natural voice, hibari, broke down ({type(error).__name__}).",
                remedy="Close other programs, or choose another voice.",
            ) from error
        samples: Samples = np.rint(np.clip(wave, -1, 1) * 32_767).astype(np.int16)
        return samples
