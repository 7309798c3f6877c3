"""The settings of a run: what publication.toml says, and what the command line says instead."""

from collections.abc import Sequence
from dataclasses import replace

from formats.registry import ALWAYS, BLOG_FORMATS, POST_FORMATS
from pipeline import voices
from pipeline.errors import SettingsError
from pipeline.publish.request import PublishRun
from pipeline.settings import Settings

ALL = (*POST_FORMATS, *BLOG_FORMATS)


def chosen_settings(run: PublishRun) -> Settings:
    """The settings, with what the command line says instead."""
    chosen, request = run.settings, run.request
    if request.voice in voices.ENGINES:
        message = f'"{request.voice}" is an engine, which may have many voices.'
        raise SettingsError(message, remedy=f"Write --engine {request.voice}")
    voice = replace(
        chosen.voice,
        engine=request.engine or chosen.voice.engine,
        name=request.voice or ("" if request.engine else chosen.voice.name),
        cache=request.cache,
    )
    for engine in filter(None, (voice.engine, voice.fallback)):
        voices.check(engine)
    return replace(chosen, voice=voice, formats=_formats(chosen, request.formats))


def _formats(chosen: Settings, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The formats to make, in the order of the registries."""
    named = asked or chosen.formats or ALL
    for name in named:
        known(name, ALL, "format")
    wanted = {*ALWAYS, *named}
    return tuple(name for name in ALL if name in wanted)


def known(name: str, names: Sequence[str], kind: str) -> None:
    """Raises `SettingsError` where a name is not among those there are."""
    if name not in names:
        raise SettingsError(f'there is no {kind} "{name}".', remedy=f"Choose: {', '.join(names)}.")
