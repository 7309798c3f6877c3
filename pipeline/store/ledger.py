"""What was made from which inputs, so that nothing is made twice and `why` can say why it was.

Digests are compared; the time of a file only decides whether its bytes must be read. There is
one ledger for each output folder, kept in the cache.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from formats.model import Chapter, Episode, FileCard, Post
from pipeline.findings import Finding, Level, finding_of
from pipeline.store.files import digest, read, real, sealed, unsealed, write_all
from pipeline.store.fingerprint import FileState
from pipeline.store.plain import compact
from pipeline.store.proof import Proof, of_value

VERSION = 4

PROGRAM = "program"
"""The name of the parts of the program among a post's inputs: one digest of all."""


@dataclass(frozen=True, slots=True)
class Card:
    """An `Episode` without its post, which is read again in each run."""

    duration: int
    words: int
    units: int
    cues: int
    voices: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    files: tuple[FileCard, ...]
    easy: int = 0


def card(episode: Episode) -> Card:
    """The part of an episode that is kept."""
    return Card(**{f.name: getattr(episode, f.name) for f in fields(Card)})


@dataclass(frozen=True, slots=True)
class PostRecord:
    """What is known about one post that was made.

    `inputs` is a digest for each kind of input, by its name for people ("words", "voice").
    `reasons` names the inputs that had changed when it was last made; `spoken` of `clips` were
    newly spoken then, and `heard` quotes the first of them. `proof` is the account of its sound,
    `missing` names formats that could not be made. `findings` are those of making it: they are true
    of its files for as long as these stand, so each report has them.
    """

    inputs: Mapping[str, str]
    reasons: tuple[str, ...]
    spoken: int
    clips: int
    heard: tuple[str, ...]
    card: Card
    proof: Proof
    missing: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def clean(self) -> bool:
        """Whether no error was found in it."""
        return all(finding.level is not Level.ERROR for finding in self.findings)

    def episode(self, post: Post) -> Episode:
        """The episode of the post as it was made."""
        return Episode(post=post, **{f.name: getattr(self.card, f.name) for f in fields(Card)})


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that is known about one output folder.

    `run` is the digest of all inputs, `source` the folder of its posts, `report` the digest of
    its report, and `findings` are those in it; `times` is when each file was written, in ns, by
    its path; `left` are files that are no longer made and not yet removed; `begun` are posts that
    a run began to write without finishing. `read` are the files of the folder of posts, as the
    run found them. `programs` are the digests of the program's parts, by what each does, under
    the digest of all that is among the inputs of posts.
    """

    run: str = ""
    posts: Mapping[str, PostRecord] = field(default_factory=dict)
    blog_files: tuple[FileCard, ...] = ()
    source: str = ""
    report: str = ""
    findings: tuple[Finding, ...] = ()
    times: Mapping[str, int] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    read: Mapping[str, FileState] = field(default_factory=dict)
    programs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def files(self) -> list[FileCard]:
        """Every file that was made."""
        return [*(f for record in self.posts.values() for f in record.card.files), *self.blog_files]

    def intact(self, output: Path, files: Sequence[FileCard]) -> bool:
        """Whether all of these files are as they were made."""
        return len(times(output, files, self.times)) == len(files)


def _name(output: Path) -> str:
    return f"ledgers/{digest(real(output))}.json"


def load(cache: Path, output: Path) -> Ledger:
    """Read the ledger of an output folder; an absent, old or broken one counts as empty."""
    data = unsealed(read(cache / _name(output)) or b"")
    try:
        kept = json.loads(data or b"{}")
        return _ledger(kept) if kept.get("version") == VERSION else Ledger()
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Ledger()


def save(cache: Path, output: Path, ledger: Ledger) -> None:
    """Save the ledger of an output folder. Raises `WriteError`."""
    named = {f.name: getattr(ledger, f.name) for f in fields(Ledger)}
    write_all(cache, [(_name(output), sealed(compact({"version": VERSION, **named})))])


def _ledger(kept: dict[str, Any]) -> Ledger:
    return Ledger(
        run=kept["run"],
        posts={slug: _record(record) for slug, record in kept["posts"].items()},
        blog_files=tuple(FileCard(**file) for file in kept["blog_files"]),
        source=kept["source"],
        report=kept["report"],
        findings=tuple(map(finding_of, kept["findings"])),
        times=kept["times"],
        left=tuple(kept["left"]),
        begun=tuple(kept["begun"]),
        read={name: _state(state) for name, state in kept["read"].items()},
        programs=kept.get("programs", {}),  # a release that made posts as a whole had none
    )


def _state(kept: dict[str, Any]) -> FileState:
    return FileState(str(kept["digest"]), tuple(map(int, kept["stamp"])))


def _record(kept: dict[str, Any]) -> PostRecord:
    lists = {name: tuple(kept[name]) for name in ("reasons", "heard", "missing")}
    made = {"card": _card(kept["card"]), "proof": of_value(kept["proof"])}
    noticed = tuple(map(finding_of, kept["findings"]))
    return PostRecord(**{**kept, **lists, **made, "findings": noticed})


def _card(kept: dict[str, Any]) -> Card:
    chapters = tuple(Chapter(**chapter) for chapter in kept["chapters"])
    files = tuple(FileCard(**file) for file in kept["files"])
    return Card(**{**kept, "voices": tuple(kept["voices"]), "chapters": chapters, "files": files})


def times(output: Path, files: Sequence[FileCard], known: Mapping[str, int]) -> dict[str, int]:
    """When each unchanged file was written; `known` are the times of the last run.

    A file with another size has changed. One with another time is unchanged if its digest is
    the same: somebody copied the folder, or a program touched the file while reading it.
    """
    root = f"{output}{os.sep}"  # a path of its own for each took longer than to ask for the time
    found = {file.path: _time(root + file.path, file, known.get(file.path, 0)) for file in files}
    return {path: time for path, time in found.items() if time}


def _time(path: str, file: FileCard, known: int) -> int:
    """When a file was written; 0 for one that has changed."""
    try:
        now = os.stat(path)  # noqa: PTH116 (as above)
        if now.st_size != file.size:
            return 0
        if now.st_mtime_ns == known or _sha256(path) == file.sha256:
            return now.st_mtime_ns
    except OSError:
        pass
    return 0


def _sha256(path: str) -> str:
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def changed(known: Ledger, slug: str, inputs: Mapping[str, str], output: Path) -> tuple[str, ...]:
    """Why a post must be made: the names of its changed inputs; () if it is up to date.

    Parts of the program are left out: what each of them changes is in `publish.parts`.
    """
    old = known.posts.get(slug)
    if old is None:
        return ("it is new",)
    names = [n for n in inputs if n != PROGRAM and old.inputs.get(n) != inputs[n]]
    if "words" in names and "pronunciation or wording" in names:
        names.remove("pronunciation or wording")  # new words explain the new wording
    if names:
        return tuple(f"its {name} changed" for name in names)
    if not known.intact(output, old.card.files):
        return ("files of it were missing or damaged",)
    if old.missing:
        return (f"it was made without {', '.join(old.missing)}",)
    return () if old.clean else ("an error was found in it",)


def why(ledger: Ledger, slug: str) -> str | None:
    """Say in a few lines why a post was last made; None for an unknown post."""
    record = ledger.posts.get(slug)
    if record is None:
        return None
    lines = [f"{slug} was last made because " + ", ".join(record.reasons) + "."]
    lines.append(f"{record.spoken} of its {record.clips} clips were newly spoken.")
    lines += [f"  {words}" for words in record.heard]
    if more := record.spoken - len(record.heard):
        lines.append(f"  and {more} more")
    return "\n".join(lines)
