"""Step 4, narrate: speak each post with the chosen voice, or with the fallback."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.errors import AllwaysError, guarded
from pipeline.findings import Finding, Level
from pipeline.narrate import jingle
from pipeline.narrate.jingle import Beds
from pipeline.narrate.narration import (
    ClipScript,
    able,
    encoded,
    load,
    open_voice,
    speak,
    speak_line,
    stand_in,
)
from pipeline.publish.prepare import Sources, ready_post
from pipeline.publish.ready import ReadyPost
from pipeline.publish.request import PublishRun
from pipeline.publish.workers import Workers
from pipeline.settings import FILE, VoiceSettings
from pipeline.store.files import Store, digest
from pipeline.voices import ENGINES
from pipeline.voices.timing import Timed

FALLBACK = "voice-fallback"
VOICE = "voice or its pace"
"""The name of the voice among a post's inputs."""

CHANGED = f"its {VOICE} changed"
"""The reason for a post that another voice reads, or another release of it."""

CLIPS_EACH = 10
"""With fewer clips for each process, a long one would keep one busy while the others are idle."""

Keep: TypeAlias = Callable[[ClipScript, bytes | AllwaysError], None]
"""Takes each clip's bytes, or its error, as soon as it is ready."""

Errors: TypeAlias = Mapping[str, AllwaysError]
"""Why clips could not be spoken, by their keys."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Posts with the voice that spoke them, the chosen one or the fallback.

    `keys` are the newly spoken clips, `failed` those that could not be spoken.
    """

    posts: tuple[ReadyPost, ...]
    keys: frozenset[str]
    failed: Errors
    warnings: tuple[Finding, ...]

    def error(self, ready: ReadyPost) -> AllwaysError | None:
        """Why a post was not spoken, or None."""
        return _error(ready, self.failed)


def chosen_voices(
    run: PublishRun, languages: Iterable[str]
) -> tuple[Mapping[str, VoiceSettings], list[Finding]]:
    """The voice for each language; where one can't be opened, the one in its place.

    Raises the error of a voice that has none in its place.
    """
    found = {language: able(run.settings.voice, language) for language in languages}
    warnings = {
        error.message: _warning(open_voice(voice).name(language), FILE, error)
        for language, (voice, errors) in found.items()
        for error in errors
    }
    return {language: voice for language, (voice, _) in found.items()}, list(warnings.values())


def voice_digest(voice: VoiceSettings) -> str:
    """A digest of everything about a voice that changes a clip, or what is made of it."""
    opened = open_voice(voice)
    known = (opened.rate, opened.silent, ENGINES[voice.engine].synthesis, voice.words_per_minute)
    return digest(opened.identity, repr(known))


def early(workers: Workers) -> Callable[[ReadyPost], None]:
    """Lets workers load the voice of a post, while others are made ready.

    Each voice once, and only one of this machine that has something to say.
    """
    loading: set[VoiceSettings] = set()

    def load_for(ready: ReadyPost) -> None:
        voice = ready.voice
        clips = [] if voice in loading else [clip for clip in _clips([ready]) if not _size(clip)]
        if clips and not open_voice(voice).requests(clips[0].part.lines):
            loading.add(voice)
            workers.wake(load, voice, pieces=len(clips))

    return load_for


def narrate(sources: Sources, posts: Sequence[ReadyPost], workers: Workers) -> Spoken:
    """Speak the clips that are not in the cache.

    A post that the chosen voice could not speak is spoken by the fallback, if there is one,
    and as a whole: a change of voice within a post would be heard as a fault.
    """
    keys, failed = _speak(posts, workers)
    errors = {r.post.slug: error for r in posts if (error := _error(r, failed))}
    again = {
        r.post.slug: ready_post(r.post, sources, other)
        for r in posts
        if r.post.slug in errors and (other := stand_in(r.voice))
    }
    more, failed_again = _speak(again.values(), workers)
    warnings = tuple(
        _warning(open_voice(ready.voice).name(ready.post.language), ready.post.source, errors[slug])
        for slug, ready in again.items()
    )
    spoken = tuple(again.get(ready.post.slug, ready) for ready in posts)
    left = {key: error for key, error in failed.items() if key not in more}
    return Spoken(spoken, keys | more, {**left, **failed_again}, warnings)


def missing(posts: Iterable[ReadyPost]) -> list[ClipScript]:
    """The clips that are not in the cache, each once."""
    return [clip for clip in _clips(posts) if not Store(clip.voice.cache).has(clip.key)]


def _clips(posts: Iterable[ReadyPost]) -> Iterable[ClipScript]:
    """The clips of posts, each once."""
    clips = (clip for ready in posts for script in ready.all_scripts for clip in script.clips())
    return {clip.key: clip for clip in clips}.values()


def _size(clip: ClipScript) -> int:
    """The bytes of a clip in the cache, 0 where it is not there; it may be damaged."""
    return Store(clip.voice.cache).size(clip.key)


def _speak(posts: Iterable[ReadyPost], workers: Workers) -> tuple[frozenset[str], Errors]:
    """The keys of the clips spoken, and the errors of those that failed.

    Workers return bytes and this process stores them: a worker may be on another machine.
    """
    clips = missing(posts)
    asks = any(open_voice(clip.voice).requests(clip.part.lines) for clip in clips)
    # Only a single process can keep to the request rate of a server.
    able = Workers(1, workers.progress) if asks else workers
    failed: dict[str, AllwaysError] = {}

    def keep(clip: ClipScript, result: bytes | AllwaysError) -> None:
        if isinstance(result, AllwaysError):
            failed[clip.key] = result
        else:
            Store(clip.voice.cache).put(clip.key, result)

    share = len(clips) < CLIPS_EACH * able.jobs
    by_line = [clip for clip in clips if share and _by_line(clip)]
    _speak_whole([clip for clip in clips if clip not in by_line], able, keep)
    _speak_lines(by_line, able, keep)
    return frozenset(clip.key for clip in clips) - failed.keys(), failed


def _by_line(clip: ClipScript) -> bool:
    return ENGINES[clip.voice.engine].slow and bool(clip.part.lines)


def _speak_whole(clips: Sequence[ClipScript], workers: Workers, keep: Keep) -> None:
    """Speak each clip in one process."""
    jobs = [(clip, _beds(clip)) for clip in clips]
    workers.each("narrate", speak, jobs, arrived=lambda n, result: keep(clips[n], result))


def _speak_lines(clips: Sequence[ClipScript], workers: Workers, keep: Keep) -> None:
    """Speak each line by itself, and join the lines of a clip here once all of them are there."""
    places = [(clip, at) for clip in clips for at in range(len(clip.part.lines))]
    heard: dict[str, dict[int, Timed | AllwaysError]] = {clip.key: {} for clip in clips}

    def arrived(number: int, result: Timed | AllwaysError) -> None:
        clip, at = places[number]
        heard[clip.key][at] = result
        if len(heard[clip.key]) == len(clip.part.lines):
            keep(clip, _joined(clip, heard.pop(clip.key)))

    jobs = [(clip.part.lines[at], clip.voice) for clip, at in places]
    workers.each("narrate", speak_line, jobs, arrived=arrived)


def _joined(clip: ClipScript, heard: Mapping[int, Timed | AllwaysError]) -> bytes | AllwaysError:
    """The bytes of a clip, or the error of its first line that failed.

    `heard` is the sound of each line by its place.
    """
    spoken: list[Timed] = []
    for _, line in sorted(heard.items()):
        if isinstance(line, AllwaysError):
            return line
        spoken.append(line)
    return guarded("narrate", encoded, clip, spoken, _beds(clip))


def _beds(clip: ClipScript) -> Beds:
    return jingle.beds(clip.part, Store(clip.voice.cache))


def _error(ready: ReadyPost, failed: Errors) -> AllwaysError | None:
    return next((failed[key] for key in ready.keys if key in failed), None)


def _warning(name: str, where: str, error: AllwaysError) -> Finding:
    return Finding(
        Level.WARNING,
        FALLBACK,
        where,
        f"The chosen voice could not speak this: {error.message} {name} spoke instead.",
        f"{error.remedy} Then run again.".strip(),
    )
