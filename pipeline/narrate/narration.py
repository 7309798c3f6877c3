"""A post's sound: speaking its clips, and joining them into an edition.

Each function takes values and can run in any process; the voice of a process is opened once.
"""

import atexit
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from formats.model import Edition, Media, Post, Publication, Sentences
from pipeline.errors import AllwaysError
from pipeline.narrate import clips, jingle
from pipeline.script.lines import Part
from pipeline.settings import Settings
from pipeline.store.files import Store
from pipeline.voices import ENGINES, Voice, VoiceSettings

KBPS = 64


@dataclass(frozen=True, slots=True)
class Studio:
    """Who speaks, and where clips are kept."""

    voice: VoiceSettings
    cache: Path


@dataclass(frozen=True, slots=True)
class Task:
    """One post, read, split and scripted: all that is needed to make its files."""

    post: Post
    opening: Sentences
    closing: Sentences
    parts: tuple[Part, ...]
    keys: tuple[str, ...]
    media: tuple[Media, ...]
    studio: Studio


def voice_of(chosen: Settings, cache: Path) -> VoiceSettings:
    """What an engine has to know of the settings."""
    return VoiceSettings(
        engine=chosen.engine,
        name=chosen.voice,
        language=chosen.language,
        words_per_minute=chosen.words_per_minute,
        names=chosen.voices,
        address=chosen.address,
        model=chosen.model,
        command=chosen.command,
        requests_per_minute=chosen.requests_per_minute,
        cache=cache,
    )


@cache
def open_voice(settings: VoiceSettings) -> Voice:
    """The voice of this process; closed when the process ends."""
    voice = ENGINES[settings.engine](settings)
    atexit.register(voice.close)
    return voice


def speak(part: Part, key: str, studio: Studio) -> AllwaysError | None:
    """Speak one clip and keep it. An error is returned, so that only its posts fail."""
    try:
        _spoken(part, key, studio)
    except AllwaysError as error:
        return error
    return None


def edition(task: Task, publication: Publication) -> Edition:
    """Join a post's clips and put together everything that a format may look at."""
    voice = open_voice(task.studio.voice)
    joined = [
        _clip(part, key, task.studio) for part, key in zip(task.parts, task.keys, strict=True)
    ]
    return Edition(
        publication=publication,
        post=task.post,
        opening=task.opening,
        closing=task.closing,
        narration=clips.join(joined, voice.rate, voice.name, KBPS),
        spoken=tuple((line.id, line.text) for part in task.parts for line in part.lines),
        media=task.media,
    )


def _clip(part: Part, key: str, studio: Studio) -> clips.Clip:
    """A kept clip; one that is no longer there, or was damaged, is spoken again."""
    kept = Store(studio.cache).get(key)
    if kept is None:
        return _spoken(part, key, studio)
    return clips.named(clips.Clip.from_bytes(kept), part)


def _spoken(part: Part, key: str, studio: Studio) -> clips.Clip:
    store = Store(studio.cache)
    clip = clips.speak_clip(part, open_voice(studio.voice), KBPS, jingle.beds(part, store))
    store.put(key, clip.to_bytes())
    return clip
