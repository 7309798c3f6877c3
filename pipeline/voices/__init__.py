"""The voices: one module an engine, and the only list of them."""

from collections.abc import Callable, Mapping

from pipeline.errors import SettingsError
from pipeline.voices.command import CommandVoice
from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.piper import PiperVoice
from pipeline.voices.servers import open_gtts, open_openai
from pipeline.voices.silence import SilentVoice
from pipeline.voices.voice import Samples, Voice, VoiceSettings

__all__ = ["ENGINES", "Samples", "Voice", "VoiceSettings", "check"]

ENGINES: Mapping[str, Callable[[VoiceSettings], Voice]] = {
    "command": CommandVoice,
    "espeak": EspeakVoice,
    "gtts": open_gtts,
    "openai": open_openai,
    "piper": PiperVoice,
    "silence": SilentVoice,
}


def check(engine: str) -> None:
    """Raises `SettingsError` where there is no such engine."""
    if engine not in ENGINES:
        raise SettingsError(
            f'there is no voice engine "{engine}".', remedy=f"Choose: {', '.join(ENGINES)}."
        )
