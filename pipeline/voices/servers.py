"""The engines that ask a server, loaded when one is chosen: requests takes 0.2 s to load."""

from pipeline.settings import VoiceSettings
from pipeline.voices.voice import Voice


def open_gtts(settings: VoiceSettings) -> Voice:
    """A voice of Google Translate. Raises `SettingsError`."""
    from pipeline.voices import gtts  # noqa: PLC0415 (see the module)

    return gtts.open_gtts(settings)


def open_openai(settings: VoiceSettings) -> Voice:
    """A voice of a server with OpenAI's speech endpoint. Raises `SettingsError`."""
    from pipeline.voices import openai  # noqa: PLC0415 (see the module)

    return openai.open_openai(settings)
