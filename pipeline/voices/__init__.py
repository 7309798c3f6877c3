"""The voice engines: one module for each, and the only list of them."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from formats.languages import primary
from pipeline.errors import SettingsError
from pipeline.settings import VoiceSettings
from pipeline.voices.command import CommandVoice
from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.hibari import HibariVoice
from pipeline.voices.kokoro import KokoroVoice
from pipeline.voices.piper import PiperVoice
from pipeline.voices.servers import open_gtts, open_openai
from pipeline.voices.silence import SilentVoice
from pipeline.voices.voice import Voice

# From 1.29 on, onnxruntime sends its maker an id of this computer and what models it runs, and
# keeps both in the home folder, unless this is set before it is loaded (its Privacy.md). Every
# module that loads it is in this package, so that this comes first.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__all__ = ["ENGINES", "Engine", "Voice", "check", "usual"]


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine: the function that opens one of its voices, and a line of text for people.

    `open` raises `AllwaysError` where the voice can't be opened. `slow` says that speaking may
    take as long as listening, and that a line sounds the same whatever lines are spoken before:
    then several processes may share the lines of a clip. `synthesis` says how its voices are
    made: "trained" on recordings of people, or by "rules"; "" where another decides.
    """

    open: Callable[[VoiceSettings], Voice]
    what: str
    slow: bool = False
    synthesis: str = ""


ENGINES: Mapping[str, Engine] = {
    "command": Engine(CommandVoice, "a program of your own that reads text and writes WAV."),
    "espeak": Engine(
        EspeakVoice, "included, speaks 140 languages; small and plain.", synthesis="rules"
    ),
    "gtts": Engine(open_gtts, "Google Translate. Needs the internet; your text is sent to Google."),
    "hibari": Engine(
        HibariVoice,
        "natural, the usual voice of English; espeak says what is not English.",
        synthesis="trained",
    ),
    "kokoro": Engine(
        KokoroVoice,
        "natural, British, one download; slow: about as long as the sound lasts.",
        slow=True,
        synthesis="trained",
    ),
    "openai": Engine(
        open_openai, "any server with OpenAI's speech endpoint. Your text is sent to it."
    ),
    "piper": Engine(
        PiperVoice, "natural voices that run on this machine, one file each.", synthesis="trained"
    ),
    "silence": Engine(SilentVoice, "no sound at all, for a quick draft."),
}


USUAL = {"en": "hibari"}
"""The engine of a language, where the settings name none; of every other language, espeak."""


def usual(chosen: VoiceSettings, language: str) -> VoiceSettings:
    """The settings with an engine for a BCP 47 tag: the one that they name, or the usual one.

    Settings that name a voice and no engine mean one of espeak's. Where the usual engine can't
    speak, espeak stands in, if the settings do not name another.
    """
    if chosen.engine:
        return chosen
    engine = "espeak" if chosen.name else USUAL.get(primary(language), "espeak")
    other = "espeak" if engine != "espeak" else ""
    return replace(chosen, engine=engine, fallback=chosen.fallback or other)


def check(engine: str) -> None:
    """Raises `SettingsError` where there is no such engine."""
    if engine not in ENGINES:
        raise SettingsError(
            f'there is no voice engine "{engine}".', remedy=f"Choose: {', '.join(ENGINES)}."
        )
