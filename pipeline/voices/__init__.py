"""The voice engines: one module for each, and the only list of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.errors import SettingsError
from pipeline.settings import VoiceSettings
from pipeline.voices.command import CommandVoice
from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.hibari import HibariVoice
from pipeline.voices.piper import PiperVoice
from pipeline.voices.servers import open_gtts, open_openai
from pipeline.voices.silence import SilentVoice
from pipeline.voices.voice import Voice

__all__ = ["ENGINES", "Engine", "Voice", "check"]


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine: the function that opens one of its voices, and a line of text for people.

    `open` raises `AllwaysError` where the voice can't be opened.
    """

    open: Callable[[VoiceSettings], Voice]
    what: str


ENGINES: Mapping[str, Engine] = {
    "command": Engine(CommandVoice, "a program of your own that reads text and writes WAV."),
    "espeak": Engine(EspeakVoice, "included, speaks 140 languages; small and plain."),
    "gtts": Engine(open_gtts, "Google Translate. Needs the internet; your text is sent to Google."),
    "hibari": Engine(
        HibariVoice, "included, natural: the usual voice of English. Espeak says the rest."
    ),
    "openai": Engine(
        open_openai, "any server with OpenAI's speech endpoint. Your text is sent to it."
    ),
    "piper": Engine(PiperVoice, "natural voices that run on this machine, one file each."),
    "silence": Engine(SilentVoice, "no sound at all, for a quick draft."),
}


def check(engine: str) -> None:
    """Raises `SettingsError` where there is no such engine."""
    if engine not in ENGINES:
        raise SettingsError(
            f'there is no voice engine "{engine}".', remedy=f"Choose: {', '.join(ENGINES)}."
        )
