"""The commands `allways voices` and `allways voices get`."""

import difflib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from formats.languages import primary
from pipeline import settings
from pipeline.errors import AllwaysError, SettingsError
from pipeline.settings import VoiceSettings
from pipeline.voices import ENGINES, check, kokoro_fetch, kokoro_files, piper_files, usual
from pipeline.voices.piper_licences import LICENCES

if TYPE_CHECKING:
    from pipeline.voices.fetch import VoiceOffer


def listing(source: Path, cache: Path) -> list[str]:
    """Each engine: what it is, and which voice would read the blog, or what is missing.

    Does not use the network. Raises `SettingsError` where the settings are wrong.
    """
    asked = replace(settings.load(source).voice, cache=cache)
    chosen = usual(asked, asked.language)
    check(chosen.engine)
    lines = [f'The blog is in "{chosen.language}", read by the engine marked with *.', ""]
    for name, engine in ENGINES.items():
        mark = "*" if name == chosen.engine else " "
        lines.append(f"{mark} {name:8} {engine.what}")
        lines.append(f"{'':11}{_ready(name, chosen)}")
    lines.append("")
    if had := piper_files.fetched(cache):
        lines.append(f"Fetched Piper voices: {', '.join(_licensed(voice.name) for voice in had)}.")
    return [*lines, 'Choose in publication.toml, under [voice], as in: engine = "piper"']


def _ready(engine: str, chosen: VoiceSettings) -> str:
    """The voice an engine would use; voice names in the settings are for the chosen engine."""
    if engine != chosen.engine:
        chosen = replace(chosen, engine=engine, name="", names=())
    try:
        voice = ENGINES[engine].open(chosen)
    except AllwaysError as error:
        return f"Not ready: {error.message} {error.remedy}"
    voice.close()
    return f"Reads with: {voice.name(chosen.language)}."


def get(name: str, source: Path, cache: Path) -> Path:
    """Fetch a voice of Piper or Kokoro, and return the path of its model.

    Raises `AllwaysError`, and leaves nothing behind, if it does not arrive complete;
    `SettingsError` for a name that is not in the list, with those for the blog's language.
    """
    from pipeline.voices import fetch  # noqa: PLC0415 (it loads piper-tts: only for this)

    if name in kokoro_files.VOICES:
        return kokoro_fetch.get(cache)
    if meant := _kokoro_like(name):
        raise SettingsError(f'there is no voice "{name}".', remedy=f'Did you mean "{meant[0]}"?')
    chosen = settings.load(source).voice
    offers = fetch.offers(chosen.downloads)
    if name in offers:
        return fetch.get(offers[name], chosen.downloads, piper_files.folder(cache))
    raise SettingsError(
        f'there is no Piper voice "{name}".' if name else "no voice is named.",
        remedy=_instead(name, chosen.language, offers.values()),
    )


def _kokoro_like(name: str) -> list[str]:
    """The voice of Kokoro that a mistyped name means, such as "emma"; no list is asked for that."""
    return difflib.get_close_matches(
        f"kokoro-{name.removeprefix('kokoro-')}", kokoro_files.VOICES, 1, 0.9
    )


def _instead(name: str, language: str, offers: Iterable["VoiceOffer"]) -> str:
    """Suggestions: the voices for the language, or else similar names."""
    tag = primary(language)
    same = [offer for offer in offers if primary(offer.language) == tag]
    near = difflib.get_close_matches(name, [offer.name for offer in offers], 1, 0.8)
    hint = f'Did you mean "{near[0]}"? ' if near else ""
    fetched = [_offered(offer.name, offer.megabytes, LICENCES.get(offer.name)) for offer in same]
    if tag == "en":
        size = kokoro_fetch.MEGABYTES
        fetched += [_offered(name, size, "Apache 2.0") for name in kokoro_files.VOICES]
    return (
        f'{hint}For "{language}" there are: {", ".join(fetched) or "none"}. '
        "Where no licence is named, the list states none: it is in the voice's model card."
    )


def _licensed(name: str) -> str:
    return f"{name} ({LICENCES.get(name, 'the list states no licence')})"


def _offered(name: str, megabytes: int, licence: str | None) -> str:
    return f"{name} ({megabytes} MB{f'; {licence}' if licence else ''})"


def setting(name: str) -> str:
    """How a fetched voice is chosen, for people: lines to copy."""
    engine = "kokoro" if name in kokoro_files.VOICES else "piper"
    return f'Choose it in publication.toml:\n\n[voice]\nengine = "{engine}"\nname = "{name}"'
