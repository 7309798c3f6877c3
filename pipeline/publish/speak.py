"""Step 4, narrate: who speaks each post, the chosen voice or the one that may stand in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from pipeline.errors import AllwaysError
from pipeline.findings import Finding, Level
from pipeline.narrate.narration import Studio, Task, open_voice, speak, voice_of
from pipeline.publish.prepare import Desk
from pipeline.publish.request import Job
from pipeline.publish.workers import Crew
from pipeline.script.lines import Part
from pipeline.settings import FILE
from pipeline.store.files import Store, digest

FALLBACK = "voice-fallback"
VOICE = "voice or its pace"
"""What a post's voice is called among its inputs."""

Errors: TypeAlias = Mapping[str, AllwaysError]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Posts whose clips were spoken, as they were: by the chosen voice or its stand-in.

    `keys` are the clips that were spoken anew, `failed` those that could not be.
    """

    tasks: dict[str, Task]
    keys: frozenset[str]
    failed: Errors
    warnings: tuple[Finding, ...]


def studio(job: Job) -> tuple[Studio, list[Finding]]:
    """The chosen voice; or, where it can't be had and the settings name one, its stand-in.

    Raises the error of the chosen voice.
    """
    cache = job.request.cache
    chosen = Studio(voice_of(job.settings, cache), cache)
    try:
        open_voice(chosen.voice)
    except AllwaysError as error:
        other = _stand_in(job)
        if other is None:
            raise
        return other, [_warning(other, FILE, error)]
    return chosen, []


def voice(studio: Studio) -> str:
    """A digest of all that the voice of a studio brings to a clip."""
    return digest(open_voice(studio.voice).identity)


def narrate(job: Job, desk: Desk, tasks: Mapping[str, Task], crew: Crew) -> Spoken:
    """Speak the clips that are not kept.

    A post that the chosen voice could not speak is spoken by its stand-in, if there is one,
    and as a whole: a voice that changes on the way would be heard as a fault.
    """
    keys, failed = _speak(tasks, crew)
    other = _stand_in(job)
    if not failed or other is None:
        return Spoken(dict(tasks), keys, failed, ())
    again = {slug: desk.task(t.post, other) for slug, t in tasks.items() if _error(t, failed)}
    more, failed_again = _speak(again, crew)
    warnings = (
        _warning(other, task.post.source, error)
        for task in map(tasks.__getitem__, again)
        if (error := _error(task, failed))
    )
    return Spoken({**tasks, **again}, keys | more, failed_again, tuple(warnings))


def kept(job: Job, desk: Desk, slugs: Iterable[str]) -> dict[str, Task]:
    """Those of the posts, kept from an earlier run, that a stand-in spoke then."""
    other = _stand_in(job)
    if other is None:
        return {}
    by_other = voice(other)
    known = job.known.posts
    return {
        post.slug: desk.task(post, other)
        for post in desk.reading.posts
        if post.slug in slugs
        and post.slug in known
        and known[post.slug].inputs.get(VOICE) == by_other
    }


def missing(tasks: Iterable[Task]) -> list[tuple[Part, str, Studio]]:
    """The clips that are not kept: what is said, the key, and who says it."""
    clips = {
        key: (part, key, task.studio)
        for task in tasks
        for key, part in zip(task.keys, task.parts, strict=True)
    }
    return [clip for key, clip in clips.items() if not Store(clip[2].cache).has(key)]


def _speak(tasks: Mapping[str, Task], crew: Crew) -> tuple[frozenset[str], Errors]:
    """The keys of the clips spoken, and the errors of those that failed."""
    clips = missing(tasks.values())
    asks = any(open_voice(studio.voice).requests(part.lines) for part, _, studio in clips)
    # A server is asked by one process, which alone can keep to its pace.
    hands = Crew(1, crew.progress) if asks else crew
    results = hands.each("narrate", speak, clips)
    keys = [key for _, key, _ in clips]
    failed = {key: error for key, error in zip(keys, results, strict=True) if error}
    return frozenset(keys) - failed.keys(), failed


def _error(task: Task, failed: Errors) -> AllwaysError | None:
    return next((failed[key] for key in task.keys if key in failed), None)


def _stand_in(job: Job) -> Studio | None:
    """Who may stand in; the names of voices in the settings are the chosen engine's."""
    if not job.settings.fallback:
        return None
    other = replace(job.settings, engine=job.settings.fallback, voice="", voices=())
    return Studio(voice_of(other, job.request.cache), job.request.cache)


def _warning(other: Studio, where: str, error: AllwaysError) -> Finding:
    name = open_voice(other.voice).name
    return Finding(
        Level.WARNING,
        FALLBACK,
        where,
        f"The chosen voice could not speak this: {error.message} {name} spoke instead.",
        f"{error.remedy} Then run again.".strip(),
    )
