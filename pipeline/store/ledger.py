"""What was made from which inputs, so that nothing is made twice and `why` can say why it was.

Digests are compared; the time of a file only decides whether its bytes must be read. There is
one ledger for each output folder, kept in the cache.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from formats.model import Chapter, Episode, FileCard, Post
from pipeline.findings import Finding, Level, finding_of
from pipeline.store.files import digest, read, real, sealed, unsealed, write_all
from pipeline.store.fingerprint import FileState
from pipeline.store.plain import compact
from pipeline.store.proof import Proof, of_value

VERSION = 5

Stamp: TypeAlias = tuple[int, int]
"""When a file was written, in ns, and its size."""

NOW: Stamp = (-1, 0)
"""Of a file that this run has written a moment ago, and of which its card was made."""

GONE: Stamp = (0, 0)

_NONE: Mapping[str, Any] = MappingProxyType({})

PROGRAM = "program"
"""The name of the parts of the program among a post's inputs: one digest of all."""


@dataclass(frozen=True, slots=True)
class Card:
    """An `Episode` without its post, which is read again in each run, and without its digest."""

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
    of its files for as long as these stand, so each report has them. `digest` is that of the inputs
    and the card. `read` is that of what it was read and made ready from, "" for a post that must
    be made ready in each run; `noticed` was found while it was, and `used` are the entries of the
    lexicon that it has, each with the language of the text.
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
    digest: str
    read: str = ""
    noticed: tuple[Finding, ...] = ()
    used: tuple[tuple[str, str], ...] = ()

    @property
    def clean(self) -> bool:
        """Whether no error was found in it."""
        return all(finding.level is not Level.ERROR for finding in self.findings)

    def episode(self, post: Post, digest: str) -> Episode:
        """The episode of the post as it was made; `digest` is "" for a post that has changed."""
        kept = {f.name: getattr(self.card, f.name) for f in fields(Card)}
        return Episode(post=post, digest=digest, **kept)


class Records(Mapping[str, PostRecord]):
    """The records of posts by their slugs, as they are written: each is read when it is asked for.

    An unchanged run asks for none of them, and one after an edit writes few of them anew.
    """

    def __init__(self, texts: Mapping[str, str], read: Mapping[str, PostRecord] = _NONE) -> None:
        self.texts = texts
        self._read = dict(read)

    @classmethod
    def of(cls, records: Mapping[str, PostRecord], before: Mapping[str, PostRecord]) -> "Records":
        """These records, of which those that are also `before` need not be written anew."""
        if isinstance(records, cls):
            return records
        known = before if isinstance(before, cls) else cls({})
        return cls({slug: known.text(slug, one) for slug, one in records.items()}, records)

    def text(self, slug: str, record: PostRecord) -> str:
        """A record as it is written."""
        same = self._read.get(slug) is record
        return self.texts[slug] if same else compact(record).decode()

    def __getitem__(self, slug: str) -> PostRecord:
        if slug not in self._read:
            self._read[slug] = _record(json.loads(self.texts[slug]))
        return self._read[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that is known about one output folder.

    `run` is the digest of all inputs, `source` the folder of its posts, `report` the digest of
    its report, and `findings` are those in it; `times` are the stamps of the files, by their
    paths, `GONE` for one that was gone at once; `left` are files that are no longer made and not
    yet removed; `begun` are posts that a run began to write without finishing. `read` are the
    files of the folder of posts, as the run found them. `programs` are the digests of the
    program's parts, by what each does, under the digest of all that is among the inputs of posts.
    """

    run: str = ""
    posts: Mapping[str, PostRecord] = field(default_factory=dict)
    blog_files: tuple[FileCard, ...] = ()
    source: str = ""
    report: str = ""
    findings: tuple[Finding, ...] = ()
    times: Mapping[str, Stamp] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    read: Mapping[str, FileState] = field(default_factory=dict)
    programs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def files(self) -> list[FileCard]:
        """Every file that was made."""
        return [*(f for record in self.posts.values() for f in record.card.files), *self.blog_files]

    def untouched(self, output: Path) -> bool:
        """Whether all files have the times and sizes that they were written with."""
        root = f"{output}{os.sep}"
        return all(_stamp(root + path) == stamp for path, stamp in self.times.items())

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
    named["posts"] = Records.of(ledger.posts, {}).texts
    write_all(cache, [(_name(output), sealed(compact({"version": VERSION, **named})))])


def _ledger(kept: dict[str, Any]) -> Ledger:
    return Ledger(
        run=kept["run"],
        posts=Records({str(slug): str(text) for slug, text in kept["posts"].items()}),
        blog_files=tuple(FileCard(**file) for file in kept["blog_files"]),
        source=kept["source"],
        report=kept["report"],
        findings=tuple(map(finding_of, kept["findings"])),
        times={path: (int(time), int(size)) for path, (time, size) in kept["times"].items()},
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
    told = {name: tuple(map(finding_of, kept[name])) for name in ("findings", "noticed")}
    used = tuple((language, written) for language, written in kept["used"])
    return PostRecord(**{**kept, **lists, **made, **told, "used": used})


def _card(kept: dict[str, Any]) -> Card:
    chapters = tuple(Chapter(**chapter) for chapter in kept["chapters"])
    files = tuple(FileCard(**file) for file in kept["files"])
    return Card(**{**kept, "voices": tuple(kept["voices"]), "chapters": chapters, "files": files})


def times(output: Path, files: Sequence[FileCard], known: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """The stamp of each unchanged file; `known` are those of the last run.

    A file with another size has changed. One with another time is unchanged if its digest is
    the same: somebody copied the folder, or a program touched the file while reading it.
    """
    root = f"{output}{os.sep}"  # a path of its own for each took longer than to ask for the time
    found = ((file, _stamp(root + file.path)) for file in files)
    return {
        file.path: stamp
        for file, stamp in found
        if stamp and _is_as_made(root + file.path, file, stamp, known.get(file.path, GONE))
    }


def _is_as_made(path: str, file: FileCard, stamp: Stamp, known: Stamp) -> bool:
    if stamp[1] != file.size:
        return False
    return known in (stamp, NOW) or _sha256(path) == file.sha256


def _stamp(path: str) -> Stamp | None:
    """The stamp of a file; None for one that can't be looked at."""
    try:
        now = os.stat(path)  # noqa: PTH116 (quicker than a path)
    except OSError:
        return None
    return (now.st_mtime_ns, now.st_size)


def _sha256(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


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
