"""The settings of a run: publication.toml, overridden by the command line."""

from collections.abc import Sequence
from dataclasses import replace

from formats.registry import DRAFTS, EASY_READ, FORMATS, USUAL, chosen
from pipeline import voices
from pipeline.errors import SettingsError
from pipeline.publish.permanent import settled
from pipeline.publish.request import PublishRun
from pipeline.settings import Settings

ALL = "all"
"""In a list of formats: the usual ones, so that another can be named beside them."""

_NAMES = tuple(row.name for row in FORMATS)


def chosen_settings(run: PublishRun) -> Settings:
    """The settings, overridden by the options of the command line, with the feed's id."""
    settings, request = run.settings, run.request
    if request.voice in voices.ENGINES:
        message = f'"{request.voice}" is an engine, not one of its voices.'
        raise SettingsError(message, remedy=f"Write --engine {request.voice}")
    voice = replace(
        settings.voice,
        engine=request.engine or settings.voice.engine,
        name=request.voice or ("" if request.engine else settings.voice.name),
        cache=request.cache,
    )
    for engine in filter(None, (voice.engine, voice.fallback)):
        voices.check(engine)
    asked = replace(settings, voice=voice, formats=_formats(settings, request.formats))
    return settled(asked, request.output)


def _formats(settings: Settings, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The formats to make, in the order of the registry."""
    named = asked or settings.formats or (ALL,)
    for name in named:
        known(name, (*_NAMES, ALL), "format")
    usual = USUAL if ALL in named else ()
    drafts = DRAFTS if EASY_READ in named else ()  # until people have signed it, it is a draft
    return tuple(row.name for row in chosen((*named, *usual, *drafts)))


def known(name: str, names: Sequence[str], kind: str) -> None:
    """Raises `SettingsError` where a name is not one of `names`."""
    if name not in names:
        raise SettingsError(f'there is no {kind} "{name}".', remedy=f"Choose: {', '.join(names)}.")
