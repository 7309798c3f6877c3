"""Settings of Piper, for the tests of its voice and of its files."""

from pathlib import Path

from pipeline.settings import VoiceSettings


def settings(cache: Path, name: str = "", **others: str) -> VoiceSettings:
    """Piper, with voices for other languages."""
    names = tuple(sorted(others.items()))
    return VoiceSettings("piper", name, "en-GB", 160, names=names, cache=cache)
