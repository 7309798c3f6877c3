"""Step 5 and 6, render and gather: editions → files in the output folder."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from formats import walk
from formats.chapters import chapters
from formats.clock import milliseconds
from formats.errors import FormatError
from formats.model import Blog, Edition, Episode, FileCard, OutputFile, Post, Publication
from formats.registry import BLOG_FORMATS, POST_FORMATS
from pipeline.errors import AllwaysError, RenderError
from pipeline.findings import Finding
from pipeline.judges.proof.in_step import in_step, proved
from pipeline.narrate.narration import Task, edition
from pipeline.store.files import write_all
from pipeline.store.proof import Proof


@dataclass(frozen=True, slots=True)
class Press:
    """Where files are made: for which publication, in which formats, into which folder."""

    publication: Publication
    formats: tuple[str, ...]
    output: Path


@dataclass(frozen=True, slots=True)
class Printed:
    """What one post came to: its card, its proof, and what was noticed in its editions."""

    episode: Episode
    proof: Proof
    findings: tuple[Finding, ...]


def write(output: Path, prefix: str, files: Iterable[OutputFile]) -> tuple[FileCard, ...]:
    """Write files under `prefix` in the output folder, all or none, and give their cards."""
    named = [(prefix + file.path, file) for file in files]
    write_all(output, [(path, file.data) for path, file in named])
    return tuple(
        FileCard(path, file.mime, len(file.data), hashlib.sha256(file.data).hexdigest())
        for path, file in named
    )


def folder(post: Post) -> str:
    """Where a post's files are, from the output folder; it ends in "/"."""
    return f"posts/{post.slug}/"


def print_post(task: Task, press: Press) -> Printed | AllwaysError:
    """Make one post's files, all or none. An error is returned, so that only this post fails."""
    try:
        whole = edition(task, press.publication)
        files = [file for name in press.formats for file in _render(name, whole)]
        proof, missed = proved(
            whole, {f.path: f.data for f in files}, task.studio.voice.words_per_minute
        )
        files += [OutputFile(media.path, media.mime, media.data) for media in task.media]
        cards = write(press.output, folder(task.post), files)
    except AllwaysError as error:
        return error
    return Printed(_episode(whole, cards), proof, (*in_step(whole), *missed))


def _render(name: str, whole: Edition) -> Iterable[OutputFile]:
    try:
        return list(POST_FORMATS[name].render(whole))
    except FormatError as error:
        raise RenderError(
            f"the {name} edition could not be made: {error.message}",
            where=whole.post.source,
            remedy=error.remedy,
        ) from error


def _episode(whole: Edition, cards: tuple[FileCard, ...]) -> Episode:
    narration = whole.narration
    return Episode(
        post=whole.post,
        duration=milliseconds(narration.samples, narration.rate),
        words=walk.word_count(whole.post),
        units=sum(1 for _ in walk.edition_units(whole)),
        cues=len(narration.cues),
        voice=narration.voice,
        chapters=chapters(whole),
        files=cards,
    )


def print_blog(
    name: str, tasks: Mapping[str, Task], episodes: tuple[Episode, ...], press: Press
) -> tuple[FileCard, ...] | AllwaysError:
    """Make the files of one format of the whole blog."""
    try:
        editions = tuple(
            edition(tasks[episode.post.slug], press.publication)
            for episode in episodes
            if episode.post.slug in tasks
        )
        blog = Blog(press.publication, episodes, editions)
        return write(press.output, "", BLOG_FORMATS[name].render(blog))
    except AllwaysError as error:
        return error
    except FormatError as error:
        return RenderError(f"{name} could not be made: {error.message}", remedy=error.remedy)
