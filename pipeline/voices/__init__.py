"""The voices: one module an engine, and the only list of them."""

from collections.abc import Callable, Mapping

from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.silence import SilentVoice
from pipeline.voices.voice import Samples, Voice, VoiceSettings

__all__ = ["ENGINES", "Samples", "Voice", "VoiceSettings"]

ENGINES: Mapping[str, Callable[[VoiceSettings], Voice]] = {
    "espeak": EspeakVoice,
    "silence": SilentVoice,
}
