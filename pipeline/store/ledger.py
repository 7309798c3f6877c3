"""What was made from which inputs: so that nothing is made twice, and anyone can ask why it was.

Values are compared. The time of a file says only whether its bytes must be looked at. One
ledger an output folder, kept with the cache.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from formats.model import Chapter, Episode, FileCard, Post
from pipeline.store.files import digest, read, real, sealed, unsealed, write_all
from pipeline.store.proof import Proof, of_value

VERSION = 3


@dataclass(frozen=True, slots=True)
class Card:
    """An `Episode` without its post, which is read anew."""

    duration: int
    words: int
    units: int
    cues: int
    voices: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    files: tuple[FileCard, ...]


def card(episode: Episode) -> Card:
    """What is kept of an episode."""
    return Card(**{f.name: getattr(episode, f.name) for f in fields(Card)})


@dataclass(frozen=True, slots=True)
class PostRecord:
    """What is known of one post that was made.

    `inputs` is a digest for each kind of input, by its name for people ("words", "voice");
    `reasons` the names of those that made it be built last; `spoken` of `clips` were spoken
    anew then, the first of them at the words in `heard`; `proof` is what its sound was proved by,
    `missing` names the formats of it that could not be made, and `clean` says whether no error
    was found in it.
    """

    inputs: Mapping[str, str]
    reasons: tuple[str, ...]
    spoken: int
    clips: int
    heard: tuple[str, ...]
    card: Card
    proof: Proof
    missing: tuple[str, ...]
    clean: bool

    def episode(self, post: Post) -> Episode:
        """The card of the post as it was made."""
        return Episode(post=post, **{f.name: getattr(self.card, f.name) for f in fields(Card)})


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that is known of one output folder.

    `run` is the digest of everything it was made of, `source` where its posts were, `report`
    the digest of its report; `times` is when each file was written, in ns, by its path; `left`
    are files that are no longer made and were not removed yet; `begun` are posts that a run
    began to write and did not come to close.
    """

    run: str = ""
    posts: Mapping[str, PostRecord] = field(default_factory=dict)
    blog_files: tuple[FileCard, ...] = ()
    source: str = ""
    report: str = ""
    times: Mapping[str, int] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()

    def files(self) -> list[FileCard]:
        """Every file that was made."""
        return [*(f for record in self.posts.values() for f in record.card.files), *self.blog_files]

    def intact(self, output: Path, files: Sequence[FileCard]) -> bool:
        """Whether all of some files are as they were made."""
        return len(times(output, files, self.times)) == len(files)


def _name(output: Path) -> str:
    return f"ledgers/{digest(real(output))}.json"


def load(cache: Path, output: Path) -> Ledger:
    """Read the ledger of an output folder; an absent, old or broken one is an empty one."""
    data = unsealed(read(cache / _name(output)) or b"")
    try:
        kept = json.loads(data or b"{}")
        return _ledger(kept) if kept.get("version") == VERSION else Ledger()
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Ledger()


def save(cache: Path, output: Path, ledger: Ledger) -> None:
    """Keep the ledger of an output folder. Raises `WriteError`."""
    data = json.dumps({"version": VERSION, **asdict(ledger)}, indent=1, sort_keys=True)
    write_all(cache, [(_name(output), sealed(data.encode()))])


def _ledger(kept: dict[str, Any]) -> Ledger:
    return Ledger(
        run=kept["run"],
        posts={slug: _record(record) for slug, record in kept["posts"].items()},
        blog_files=tuple(FileCard(**file) for file in kept["blog_files"]),
        source=kept["source"],
        report=kept["report"],
        times=kept["times"],
        left=tuple(kept["left"]),
        begun=tuple(kept["begun"]),
    )


def _record(kept: dict[str, Any]) -> PostRecord:
    lists = {name: tuple(kept[name]) for name in ("reasons", "heard", "missing")}
    made = {"card": _card(kept["card"]), "proof": of_value(kept["proof"])}
    return PostRecord(**{**kept, **lists, **made})


def _card(kept: dict[str, Any]) -> Card:
    chapters = tuple(Chapter(**chapter) for chapter in kept["chapters"])
    files = tuple(FileCard(**file) for file in kept["files"])
    return Card(**{**kept, "voices": tuple(kept["voices"]), "chapters": chapters, "files": files})


def times(output: Path, files: Sequence[FileCard], known: Mapping[str, int]) -> dict[str, int]:
    """When each file was written, of those that are as they were made; `known` is when it was.

    A file of another size is not. One of another time is, if its digest is the same: someone
    copied the folder, or looked at it with a program that touches what it reads.
    """
    found = {file.path: _time(output / file.path, file, known.get(file.path, 0)) for file in files}
    return {path: time for path, time in found.items() if time}


def _time(path: Path, file: FileCard, known: int) -> int:
    """When a file was written; 0 for one that is not as it was made."""
    try:
        now = path.stat()
        if now.st_size != file.size:
            return 0
        if now.st_mtime_ns == known or _sha256(path) == file.sha256:
            return now.st_mtime_ns
    except OSError:
        pass
    return 0


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def changed(known: Ledger, slug: str, inputs: Mapping[str, str], output: Path) -> tuple[str, ...]:
    """Why a post must be built: the names of its changed inputs; () if it need not be."""
    old = known.posts.get(slug)
    if old is None:
        return ("it is new",)
    names = [name for name in inputs if old.inputs.get(name) != inputs[name]]
    if "words" in names and "pronunciation or wording" in names:
        names.remove("pronunciation or wording")  # what is said follows from the words
    if names:
        return tuple(f"its {name} changed" for name in names)
    if not known.intact(output, old.card.files):
        return ("files of it were missing or damaged",)
    if old.missing:
        return (f"it was made without {', '.join(old.missing)}",)
    return () if old.clean else ("an error was found in it",)


def why(ledger: Ledger, slug: str) -> str | None:
    """Say in a few lines why a post was built last; None for a post that is not known."""
    record = ledger.posts.get(slug)
    if record is None:
        return None
    lines = [f"{slug} was last built because " + ", ".join(record.reasons) + "."]
    lines.append(f"{record.spoken} of its {record.clips} clips were spoken anew.")
    lines += [f"  {words}" for words in record.heard]
    return "\n".join(lines)
