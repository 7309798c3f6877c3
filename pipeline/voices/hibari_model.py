"""The package hibari, loaded: words → sounds in misaki's alphabet → raw samples.

Importing this module loads numpy's and onnxruntime's libraries, and making a `Heart` takes half
a second: only to speak. Nothing here calls `hibari.voices`, the one module that can open a
connection (it fetches other voices).
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from hibari import dsp

from pipeline.errors import SpeakError
from pipeline.sound.pcm import Samples
from pipeline.voices import runtime
from pipeline.voices.english_sounds import EnglishSounds

RATE: int = dsp.SR

ENDS = "/CumSum_output_0"
"""The values in the model that say after how many of its steps each sound ends: it repeats what
it has for a sound that often, and makes a spectrum of that. It does not give them by itself."""

STEP = 2 * dsp.HOP
"""Samples of a step: 25 ms. The model makes two spectra of each."""

AHEAD = 3 * STEP
"""By how many samples a sound is heard before its steps begin: what was said is not cut at them.

Kokoro, which this model has learnt from, counts its words so. Against the judge that aligns words
with sound (`judges.aligner`), in 1,006 words of an archive: half then begin within 14 ms, 95 of
100 within 57, 99 within 77; the median is 8 ms later. After a pause, they begin 30 ms before it
ends (median of 137).
"""


class Voiced(NamedTuple):
    """Raw samples, and the one where each sound begins."""

    samples: Samples
    begins: tuple[int, ...]


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
            model = (folder / "assets/hibari.onnx").read_bytes()
            self._session = runtime.session(model + _giving(ENDS), arena=False)
        except Exception as error:  # the errors of the runtime have no common base class
            raise SpeakError(
                f"the natural voice, hibari, can't be loaded ({type(error).__name__}).",
                remedy="Close other programs, or publish with --jobs 1: it needs memory.",
            ) from error

    def speak(self, sounds: str) -> Voiced:
        """How sounds are heard. Raises `SpeakError`."""
        given = {
            "ids": np.asarray([[0, *(self.ids[sound] for sound in sounds), 0]], np.int64),
            "speed": np.asarray([self._speed], np.float32),
        }
        try:
            *parts, ends = self._session.run(None, given)
            wave = dsp.synth(*(part[0] for part in parts), np.random.default_rng(self._seed))
        except Exception as error:  # as above
            raise SpeakError(
                f"the natural voice, hibari, broke down ({type(error).__name__}).",
                remedy="Close other programs, or choose another voice.",
            ) from error
        samples: Samples = np.rint(np.clip(wave, -1, 1) * 32_767).astype(np.int16)
        # What is given begins with the silence before the sounds: it ends where the first begins.
        begins = np.maximum(ends[: len(sounds)] * STEP - AHEAD, 0)
        return Voiced(samples, tuple(begins.tolist()))


def _giving(output: str) -> bytes:
    """What is put after a model (ONNX, in Protocol Buffers) so that it gives a value more.

    In that format, two messages one after the other are one with the fields of both. These are
    `graph` of the model (7), `output` of the graph (12), and its `name` (1).
    """
    message = output.encode()
    for field in (1, 12, 7):
        message = bytes([field << 3 | 2, len(message)]) + message
    return message
