"""A loaded Piper voice: a text → raw samples, by piper-tts.

Importing this module loads piper-tts and its runtime, which takes a third of a second: import
it only to speak with Piper.
"""

import logging
from functools import cached_property

import numpy as np
import onnxruntime
import unicodedata2 as unicodedata
from piper import PiperConfig, PiperVoice, SynthesisConfig

from pipeline.errors import SettingsError, SpeakError
from pipeline.sound import foreign
from pipeline.sound.pcm import Samples
from pipeline.voices.piper_files import VoiceFile

REFERENCE = "365 1234 87654 20 11 7 9876."
"""The text that a voice's loudness is measured on: figures, which every language can read.

With one English voice, 39 sentences of a blog had the same loudness to 0.1 dB."""

LIMITED = 0.5
"""The dB that prose loses in the limiter at our loudness, measured on the same sentences."""

USUAL = 6.0
"""The gain in dB for a voice that can't say the reference."""

logging.getLogger("piper").setLevel(logging.ERROR)  # it prints a warning for each unknown sound


class Model:
    """A loaded voice."""

    def __init__(self, file: VoiceFile, stretch: float) -> None:
        """`stretch` is how much slower than at its own pace it speaks.

        Raises `SettingsError` where the model can't be loaded.
        """
        self.file = file
        try:
            self._voice = PiperVoice(_session(file), PiperConfig.from_dict(file.config))
        except Exception as error:  # the errors of the runtime have no common base class
            raise SettingsError(
                f'the Piper voice "{file.name}" can\'t be loaded: its files are damaged.',
                remedy=f"Remove {file.path} and get it anew.",
            ) from error
        self.stretch = stretch * self._voice.config.length_scale
        self._how = SynthesisConfig(
            length_scale=self.stretch,
            noise_scale=0,  # no randomness: the same words give the same bytes
            noise_w_scale=0,
            normalize_audio=False,  # it would bring each sentence to the same peak
        )

    def has(self, sounds: str) -> bool:
        """Whether it has each of these sounds, written in IPA."""
        return set(unicodedata.normalize("NFD", sounds)) <= self._voice.config.phoneme_id_map.keys()

    def speak(self, text: str) -> Samples:
        """The raw samples of a text in which `[[…]]` are sounds.

        Empty where it has no words, or the voice has less than half of their sounds.
        Raises `SpeakError`.
        """
        try:
            chunks = list(self._voice.synthesize(text, self._how))
        except Exception as error:  # as above
            raise SpeakError(
                f"Piper's voice {self.file.name} broke down ({error}).",
                remedy="Get it again, or choose another voice.",
            ) from error
        sounds = [sound for chunk in chunks for sound in chunk.phonemes if sound.strip()]
        if 2 * sum(map(self.has, sounds)) < len(sounds):
            chunks = []
        pieces = [np.ravel(chunk.audio_int16_array) for chunk in chunks]
        spoken: Samples = np.concatenate([np.zeros(0, np.int16), *pieces])
        return spoken

    @cached_property
    def gain(self) -> float:
        """The gain in dB that brings its prose to our loudness."""
        try:
            return foreign.gain(self.speak(REFERENCE), self.file.rate) + LIMITED
        except SpeakError:
            return USUAL


def _session(file: VoiceFile) -> onnxruntime.InferenceSession:
    """The model, with one thread: the number of threads changes its samples.

    `PiperVoice.load` leaves that number to the machine; the clips are already spread over
    processes.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(
        str(file.path), sess_options=options, providers=["CPUExecutionProvider"]
    )
    if not {"input", "input_lengths", "scales"} <= {given.name for given in session.get_inputs()}:
        raise ValueError("a model of something else")
    return session
