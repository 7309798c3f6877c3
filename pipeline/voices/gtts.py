"""Google Translate's voices, with the requests of the package gTTS, which follows Google's page.

We use its requests and its list of languages. We don't use it to send, because it trusts any
certificate and has no time limit; nor to split texts, because it drops full stops and splits
words.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from functools import cache

from gtts import gTTS
from gtts.lang import tts_langs

from formats.languages import primary
from pipeline.errors import SettingsError, SpeakError
from pipeline.settings import VoiceSettings
from pipeline.voices.client import USUAL, HttpRequest, Patience
from pipeline.voices.online import OnlineVoice, named

LIMIT = 100

DOMAINS: Mapping[str, str] = {
    "en-au": "com.au",
    "en-ca": "ca",
    "en-gb": "co.uk",
    "en-ie": "ie",
    "en-in": "co.in",
    "en-ng": "com.ng",
    "en-za": "co.za",
    "es-es": "es",
    "es-mx": "com.mx",
    "es-us": "us",
    "fr-ca": "ca",
    "fr-fr": "fr",
    "pt-br": "com.br",
    "pt-pt": "pt",
}
"""Google's domain decides the accent; for all other tags it is "com"."""

OTHER_TAGS: Mapping[str, str] = {
    "fil": "tl",
    "he": "iw",
    "jv": "jw",
    "nb": "no",
    "nn": "no",
    "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
    "zh-hk": "zh-TW",
}
"""Google's codes for some languages."""

_PATH = "/_/TranslateWebserverUi/data/batchexecute"
_SOUND = re.compile(rb'jQ1olc","\[\\"(.*?)\\"\]')


class GoogleService:
    """Google Translate: one voice for each language, accents by domain. Its pace is fixed."""

    limit = LIMIT
    title = "Google Translate"
    denied = "Install the newest gtts, as Google may have changed; or choose another voice."

    def __init__(self, settings: VoiceSettings) -> None:
        """Raises `SettingsError` for a language or a domain that Google does not have."""
        self._language, self._name = settings.language, settings.name
        self._names = dict(settings.names)
        self._address = settings.address.rstrip("/")
        if not _language(settings.language):
            raise SettingsError(
                f'Google Translate has no voice for the language "{settings.language}".',
                remedy="Choose another engine under [voice].",
            )
        for domain in filter(None, (settings.name, *self._names.values())):
            if not re.fullmatch(r"[a-z]{2,3}(\.[a-z]{2})?", domain):
                raise SettingsError(
                    f'Google Translate has no voice "{domain}".',
                    remedy='Its voices are named by the end of Google\'s address, such as "co.uk".',
                )
        self.source = f"gtts {self._address}".strip()

    def name(self, language: str) -> str:
        """Google, and the language that it reads the words of a BCP 47 tag in."""
        own = self.speaker(language) == self.speaker(self._language)
        return f"Google Translate ({self._language if own else language})"

    def speaks(self, language: str) -> bool:
        """Whether it is among gTTS's languages."""
        return bool(_language(language))

    def speaker(self, language: str) -> str:
        """Google's code for the language, and the domain, such as "en co.uk"."""
        tag, own = language.lower(), self._language.lower()
        wider = own == tag or own.startswith(f"{tag}-")
        same = primary(tag) == primary(own)
        chosen = named(self._names, tag)
        if not chosen and (wider or (same and self._name) or not _language(tag)):
            tag, chosen = own, self._name
        return f"{_language(tag)} {chosen or DOMAINS.get(tag, 'com')}"

    def request(self, text: str, speaker: str) -> HttpRequest:
        """The request that gTTS makes for the text, which is neither changed nor split."""
        language, domain = speaker.split(" ")
        packed = gTTS(
            text,
            lang=language,
            lang_check=False,
            pre_processor_funcs=[],
            tokenizer_func=lambda whole: [whole],
        )
        (body,) = packed.get_bodies()
        address = self._address or f"https://translate.google.{domain}"
        return HttpRequest(address + _PATH, body.encode(), packed.GOOGLE_TTS_HEADERS)

    def sound(self, answer: bytes) -> bytes:
        """The MP3 in an answer, which is base64 inside JSON inside JSON."""
        found = _SOUND.search(answer)
        if not found or not found[1]:
            page = "a web page" if b"<html" in answer[:2000].lower() else "no sound"
            raise SpeakError(
                f"it answered with {page}.",
                remedy="Run again later; if it happens again for these words only, change them.",
            )
        try:
            return base64.b64decode(found[1].replace(rb"\u003d", b"="), validate=True)
        except binascii.Error as error:
            raise SpeakError(
                "its answer is damaged.", remedy="Run again later; what was spoken is kept."
            ) from error


def open_gtts(settings: VoiceSettings, patience: Patience = USUAL) -> OnlineVoice:
    """The voice that the settings ask for. Raises `SettingsError`."""
    return OnlineVoice(GoogleService(settings), settings, patience)


def _language(tag: str) -> str:
    """Google's code for a BCP 47 tag, or ""."""
    known = _languages()
    tag = tag.lower()
    while tag and tag not in known:
        tag = tag.rpartition("-")[0]
    return known.get(tag, "")


@cache
def _languages() -> Mapping[str, str]:
    """Google's codes by tags in small letters."""
    codes: dict[str, str] = {code.lower(): code for code in tts_langs()}
    return {**codes, **OTHER_TAGS}
