"""A voice of the server of this machine, what it says, and what it keeps."""

from pathlib import Path

from pipeline.script.lines import plain
from pipeline.settings import VoiceSettings
from pipeline.voices.client import Patience
from pipeline.voices.online import OnlineVoice
from pipeline.voices.openai import open_openai
from tests.voices.patience import Clock

TEXT = "The tide came in at three, and nobody saw it."


def opened(address: str, cache: Path, patience: Patience | None = None) -> OnlineVoice:
    settings = VoiceSettings(
        "openai", "", "en-GB", 160, address=address, requests_per_minute=6000, cache=cache
    )
    return open_openai(settings, patience or Clock().patience())


def speak(voice: OnlineVoice, text: str = TEXT) -> int:
    """How many samples a text has."""
    return len(voice.speak([plain("s1", text, "en-GB", 0)])[0])


def kept(cache: Path) -> list[Path]:
    """The answers in a cache."""
    return sorted(path for path in (cache / "kept").rglob("*") if path.is_file())
