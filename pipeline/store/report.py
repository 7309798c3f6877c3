"""The result of a run: for report.json, and for the person who waits for it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import AllwaysError
from pipeline.findings import Finding, Level, finding_of
from pipeline.store.plain import indented
from pipeline.store.proof import Proof, to_value

if TYPE_CHECKING:
    from formats.model import (  # 40 ms: not to print a message
        Episode,
        FileCard,
        Pieces,
        Publication,
    )

FILE = "report.json"

_DEEPEST = 100

_OURS = re.compile(r"[a-z0-9][a-z0-9._-]*(?:/[a-zA-Z0-9][a-zA-Z0-9._-]*)*")


@dataclass(frozen=True, slots=True)
class Report:
    """One run of publish.

    `made` are the slugs of posts that were made, `kept` counts those that were up to date,
    `spoken` the newly spoken clips; `proofs` are those of all posts, by slug, and `words` the
    entries of the editor's lexicon: each as it is written, and its language. `left` are files
    that are no longer made but still there, because a run with errors removes nothing;
    `removed` are those that this run removed. `upgraded` are the parts of the program that
    alone had changed for posts that were made, and the voice where that had; each for people,
    with the number of posts.
    """

    episodes: "tuple[Episode, ...]" = ()
    made: tuple[str, ...] = ()
    kept: int = 0
    spoken: int = 0
    blog_files: "tuple[FileCard, ...]" = ()
    findings: tuple[Finding, ...] = ()
    errors: tuple[AllwaysError, ...] = ()
    proofs: Mapping[str, Proof] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    upgraded: Mapping[str, int] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        """Whether everything was published and no finding is an error."""
        return not self.errors and all(f.level is not Level.ERROR for f in self.findings)


def to_json(
    report: Report,
    publication: "Publication",
    pieces: "Pieces | None" = None,
    seconds: Mapping[str, float] | None = None,
) -> bytes:
    """The report for other programs, as JSON: the same run gives the same bytes.

    Unless it has the `seconds` that each step took: they are others each time. `pieces` are what
    the last report said of each post.
    """
    took = {} if seconds is None else {"seconds": dict(seconds)}
    left = {"left": report.left} if report.left else {}
    value = {
        "version": 1,
        "publication": {"title": publication.title, "base_url": publication.base_url},
        "posts": [],
        "files": report.blog_files,
        "lexicon": report.words,
        "findings": report.findings,
        "errors": [
            {"where": error.where, "message": error.message, "remedy": error.remedy}
            for error in report.errors
        ],
        **left,
        **took,
    }
    posts = f",{_INNER}".join(_written(e, report.proofs, pieces) for e in report.episodes)
    text = indented(value) + "\n"
    if posts:
        text = text.replace(_EMPTY, f'"posts": [{_INNER}{posts}\n  ]', 1)
    return text.encode(errors="backslashreplace")  # a lone surrogate, as JSON itself writes it


_INNER = "\n    "
_EMPTY = '"posts": []'
"""No title has it in it: in a string, its quotation marks are escaped."""


def _written(episode: "Episode", proofs: Mapping[str, Proof], pieces: "Pieces | None") -> str:
    """What the report says of a post."""

    def make() -> str:
        return indented(_post(episode, proofs), _INNER)

    return pieces.of((episode.digest,), make) if pieces else make()


def parsed(data: bytes) -> Any:
    """The value of a written report. Raises `ValueError` for what can't be one.

    From Python 3.14 on, JSON may use all of the C stack, and a Java machine in the process has
    taken part of it: what is nested without end ended the process. A report nests 5 deep.
    """
    depth = deepest = 0
    for bracket in re.findall(rb"[\[{}\]]", re.sub(rb'"(?:[^"\\]|\\.)*"', b"", data)):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise ValueError(f"it nests {deepest} deep")
    return json.loads(data)


def findings_of(data: bytes) -> tuple[Finding, ...]:
    """The findings that a written report holds."""
    return tuple(map(finding_of, parsed(data)["findings"]))


def told(output: Path, code: str) -> tuple[Finding, ...]:
    """The findings of a kind in the report of an output folder; none where it is broken."""
    try:
        findings = findings_of((output / FILE).read_bytes())
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ()
    return tuple(finding for finding in findings if finding.code == code)


def files_of(data: bytes) -> frozenset[str]:
    """Every file that a written report lists: the output's own list of what is ours.

    Nothing where it is broken. A path in it is not trusted: see `store.files.remove`.
    """
    try:
        value = parsed(data)
        cards = [*value["files"], *(card for post in value["posts"] for card in post["files"])]
        return frozenset([*(str(card["path"]) for card in cards), *map(str, value.get("left", ()))])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return frozenset()


def cards_of(data: bytes) -> "tuple[FileCard, ...]":
    """The files of a written report with their digests; none where it is broken."""
    from formats.model import FileCard  # noqa: PLC0415 (as said above)

    try:
        value = parsed(data)
        cards = [*value["files"], *(card for post in value["posts"] for card in post["files"])]
        return tuple(FileCard(**card) for card in cards if _OURS.fullmatch(card["path"]))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ()


def _post(episode: "Episode", proofs: Mapping[str, Proof]) -> dict[str, object]:
    return {
        "slug": episode.post.slug,
        "title": episode.post.title,
        "source": episode.post.source,
        "language": episode.post.language,
        "authors": episode.post.authors,
        "voices": episode.voices,
        "seconds": round(episode.duration / 1000, 3),
        "words": episode.words,
        "units": episode.units,
        "cues": episode.cues,
        "chapters": len(episode.chapters),
        "files": episode.files,
        "proof": to_value(proofs[episode.post.slug]),
    }


def counted(number: int, thing: str) -> str:
    """A number of things, for people: "1 post", "2 posts"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
