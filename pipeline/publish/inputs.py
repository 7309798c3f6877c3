"""What a post is made from, as digests: the ledger compares them with those of the last run.

All that formats are shown of a post counts here by its value. What makes files of that is the
program, whose parts have digests of their own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from formats.model import EasyText, Media
from pipeline.errors import AllwaysError
from pipeline.narrate.narration import open_voice, voices
from pipeline.publish import speak
from pipeline.publish.ready import ReadyPost
from pipeline.publish.render import Target
from pipeline.store.files import digest
from pipeline.store.ledger import PROGRAM, Ledger, PostRecord


def of(ready: ReadyPost, target: Target) -> dict[str, str]:
    """A digest of each kind of input of a post, by its name for people."""
    parts = [part for script in ready.all_scripts for part in script.parts]
    return {
        "words": digest(repr(ready.post)),
        "pronunciation or wording": digest(repr(parts), *_around(ready)),
        "jingle": digest(*(key for part in parts for key in (part.opening, part.closing))),
        "pictures": digest(*_digests(ready.media)),
        "easy read": _easy_digest(ready.easy),
        speak.VOICE: speak.voice_digest(ready.voice),
        "settings": target.digest,
        "braille table": target.braille,
        PROGRAM: digest(repr(target.parts)),
    }


def _around(ready: ReadyPost) -> tuple[str, str, str]:
    """What is said around a post, who says it, and in place of which words all is said."""
    easy = ready.easy_heard
    frames = (ready.frame, (easy.post, easy.frame) if easy else None)
    scripts = ready.all_scripts
    names = [voices(script.languages(), open_voice(script.voice)) for script in scripts]
    lines = (line for script in scripts for part in script.parts for line in part.lines)
    return repr(frames), repr(names), repr([line.changes for line in lines])


def _easy_digest(easy: EasyText | AllwaysError | None) -> str:
    """A digest of an easy-read edition: of its words, and of its pictures."""
    if not isinstance(easy, EasyText):
        return digest(repr(easy))
    return digest(repr(replace(easy, media=())), *_digests(easy.media))


def _digests(pictures: Iterable[Media]) -> list[str]:
    """Digests of the names and sizes of pictures, and of their bytes."""
    return [part for one in pictures for part in (repr(replace(one, data=b"")), digest(one.data))]


def programs(
    known: Ledger, target: Target, records: Iterable[PostRecord]
) -> dict[str, Mapping[str, str]]:
    """The parts of the programs that posts were made with, under the digests in their inputs."""
    found = {**known.programs, digest(repr(target.parts)): target.parts}
    used = {record.inputs.get(PROGRAM, "") for record in records}
    return {name: found[name] for name in sorted(used & found.keys())}
