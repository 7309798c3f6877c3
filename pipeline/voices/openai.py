"""Any server with OpenAI's speech endpoint: OpenAI itself, or one on this machine."""

import json
import os
import re
from urllib.parse import urlsplit

from formats.languages import primary
from pipeline.errors import SettingsError
from pipeline.settings import VoiceSettings
from pipeline.voices.client import USUAL, HttpRequest, Patience
from pipeline.voices.online import OnlineVoice, named

ADDRESS = "https://api.openai.com"
MODEL = "tts-1"
NAME = "alloy"
LIMIT = 4096

USUAL_PACE = 160
"""Words a minute that count as speed 1.0."""

KEY, OPENAI_KEY = "ALLWAYS_VOICE_KEY", "OPENAI_API_KEY"
"""The environment variables for a key; the second is for OpenAI only."""


class OpenAIService:
    """Such a server: one voice, and others for the languages that the settings name."""

    limit = LIMIT
    denied = f"Put the key that the server gave you into the environment variable {KEY}."

    def __init__(self, settings: VoiceSettings) -> None:
        """Raises `SettingsError` for an invalid address."""
        self._address = _address(settings.address)
        self._model = settings.model or MODEL
        self._speed = min(4.0, max(0.25, round(settings.words_per_minute / USUAL_PACE, 2)))
        self._language, self._name = settings.language, settings.name or NAME
        self._names = dict(settings.names)
        host = urlsplit(self._address).netloc
        self._server = f"({self._model}, {host})"
        self.title = f"The speech server {host}"
        self.source = f"openai {self._address}, model {self._model}, speed {self._speed}"

    def name(self, language: str) -> str:
        """The voice for a BCP 47 tag, the model and the server."""
        return f"{self.speaker(language)} {self._server}"

    def speaks(self, language: str) -> bool:
        """Its own language and those with a named voice: a server does not list others."""
        own = primary(language) == primary(self._language)
        return bool(language) and (own or bool(named(self._names, language)))

    def speaker(self, language: str) -> str:
        """The voice named for the language, or else the main one."""
        return named(self._names, language) or self._name

    def request(self, text: str, speaker: str) -> HttpRequest:
        """The request for one phrase; it asks for WAV, the only format that needs no decoder."""
        body = {
            "model": self._model,
            "voice": speaker,
            "input": text,
            "response_format": "wav",
            "speed": self._speed,
        }
        headers = {"Content-Type": "application/json", **_authorization(self._address)}
        return HttpRequest(f"{self._address}/v1/audio/speech", json.dumps(body).encode(), headers)

    def sound(self, answer: bytes) -> bytes:
        """The answer itself."""
        return answer


def open_openai(settings: VoiceSettings, patience: Patience = USUAL) -> OnlineVoice:
    """The voice that the settings ask for. Raises `SettingsError`."""
    return OnlineVoice(OpenAIService(settings), settings, patience)


def _address(given: str) -> str:
    """The address without the endpoint; many servers print theirs with "/v1", or in full."""
    address = given.strip() or ADDRESS
    for end in ("", "/audio/speech", "/v1"):
        address = address.removesuffix(end).rstrip("/")
    if not _is_address(address):
        shown = re.sub(r"//.*@", "//…@", given)  # there may be a password
        raise SettingsError(
            f'"{shown}" is no address of a server.',
            remedy='Under [voice], an address looks like "http://localhost:8880". A key goes '
            f"into the environment variable {KEY}.",
        )
    return address


def _is_address(address: str) -> bool:
    try:
        host, port = urlsplit(address).hostname, urlsplit(address).port
    except ValueError:
        return False
    whole = re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", address)
    return bool(whole and host and port != 0)


def _authorization(address: str) -> dict[str, str]:
    key = os.environ.get(KEY, "").strip()
    if not key and address == ADDRESS:
        key = os.environ.get(OPENAI_KEY, "").strip()
    return {"Authorization": f"Bearer {key}"} if key else {}
