"""Steps 2 and 3, split and script: posts → tasks, and what an editor should know of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from formats import walk
from formats.model import Figure, Post, Publication, Sentence
from pipeline.findings import Finding, Level
from pipeline.lexicon import Lexicon
from pipeline.narrate import clips, jingle
from pipeline.narrate.jingle import Jingles
from pipeline.narrate.narration import KBPS, Studio, Task, open_voice
from pipeline.readers import Reading
from pipeline.script import frame, script
from pipeline.split.sentences import split
from pipeline.store.files import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """Where posts become tasks: what was read, the editor's lexicon, and for which blog.

    `detail` is how much is said around the author's words: "full" or "brief";
    `jingles` are the editor's own sounds.
    """

    reading: Reading
    words: Lexicon
    publication: Publication
    detail: str
    jingles: Jingles

    def tasks(self, studio: Studio) -> dict[str, Task]:
        """A task for each post that could be read, by its slug."""
        return {post.slug: self.task(post, studio) for post in self.reading.posts}

    def task(self, post: Post, studio: Studio) -> Task:
        """A post split and scripted for the voice of a studio, and the names of its clips."""
        voice = open_voice(studio.voice)
        post = split(post)
        opening, closing = frame(post, self.publication, voice.name)
        parts = script(post, opening, closing, self.words, self.detail)
        parts = jingle.laid(parts, self.jingles, voice.rate, Store(studio.cache))
        return Task(
            post=post,
            opening=opening,
            closing=closing,
            parts=parts,
            keys=tuple(clips.clip_key(part, voice.identity, KBPS) for part in parts),
            media=self.reading.media.get(post.slug, ()),
            studio=studio,
        )

    def noticed(self, tasks: Iterable[Task]) -> list[Finding]:
        """What is found in the words: entries of the lexicon that serve nothing, no voice."""
        shown: list[tuple[str, frozenset[str]]] = []
        found: list[Finding] = []
        for each in tasks:
            languages = frozenset(_languages(each))
            shown += [(text, languages) for text in _shown(each)]
            found += _unvoiced(each)
        return [*self.words.unused(shown), *found, *self.jingles.findings()]


def _shown(task: Task) -> list[str]:
    """What a reader sees of a post: the words that the lexicon may have."""
    units = [*task.opening, *walk.units(task.post.blocks), *task.closing]
    texts = [walk.plain(unit.inlines) for unit in units if isinstance(unit, Sentence)]
    return texts + [unit.picture.alt or "" for unit in units if isinstance(unit, Figure)]


def _languages(task: Task) -> list[str]:
    """The languages that a post is said in."""
    lines = [line for part in task.parts for line in part.lines]
    return sorted({run.language for line in lines for run in line.runs})


def _unvoiced(task: Task) -> list[Finding]:
    """A warning for each language of a post that the voice does not speak."""
    voice = open_voice(task.studio.voice)
    return [
        Finding(
            Level.WARNING,
            "no-voice",
            task.post.source,
            f"{voice.name} does not speak “{language}”, and read those words as best it can.",
            "Listen to it, and see that the post names the right language.",
        )
        for language in _languages(task)
        if not voice.speaks(language)
    ]
