"""What was made from which inputs: so that nothing is made twice, and anyone can ask why it was.

Values are compared, never clocks. One ledger an output folder, kept with the cache.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from formats.model import Chapter, Episode, FileCard, Post
from pipeline.store.files import digest, write_all
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
class Entry:
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
    """All that is known of one output folder. `run` is the digest of everything it was made of."""

    run: str = ""
    posts: Mapping[str, Entry] = field(default_factory=dict)
    blog_files: tuple[FileCard, ...] = ()

    def files(self) -> list[FileCard]:
        """Every file that was made."""
        return [*(f for entry in self.posts.values() for f in entry.card.files), *self.blog_files]


def _path(cache: Path, output: Path) -> Path:
    return cache / "ledgers" / f"{digest(str(output.resolve()))}.json"


def load(cache: Path, output: Path) -> Ledger:
    """Read the ledger of an output folder; an absent, old or broken one is an empty one."""
    try:
        kept = json.loads(_path(cache, output).read_bytes())
        return _ledger(kept) if kept.get("version") == VERSION else Ledger()
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return Ledger()


def save(cache: Path, output: Path, ledger: Ledger) -> None:
    """Keep the ledger of an output folder. Raises `WriteError`."""
    path = _path(cache, output)
    data = json.dumps({"version": VERSION, **asdict(ledger)}, indent=1, sort_keys=True)
    write_all(path.parent, [(path.name, data.encode())])


def _ledger(kept: dict[str, Any]) -> Ledger:
    return Ledger(
        run=kept["run"],
        posts={slug: _entry(entry) for slug, entry in kept["posts"].items()},
        blog_files=tuple(FileCard(**file) for file in kept["blog_files"]),
    )


def _entry(kept: dict[str, Any]) -> Entry:
    lists = {name: tuple(kept[name]) for name in ("reasons", "heard", "missing")}
    made = {"card": _card(kept["card"]), "proof": of_value(kept["proof"])}
    return Entry(**{**kept, **lists, **made})


def _card(kept: dict[str, Any]) -> Card:
    chapters = tuple(Chapter(**chapter) for chapter in kept["chapters"])
    files = tuple(FileCard(**file) for file in kept["files"])
    return Card(**{**kept, "voices": tuple(kept["voices"]), "chapters": chapters, "files": files})


def intact(output: Path, files: list[FileCard] | tuple[FileCard, ...]) -> bool:
    """Whether files that were made are still there at their size."""
    return all(_size(output / file.path) == file.size for file in files)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def changed(old: Entry | None, inputs: Mapping[str, str], output: Path) -> tuple[str, ...]:
    """Why a post must be built: the names of its changed inputs; () if it need not be."""
    if old is None:
        return ("it is new",)
    names = [name for name in inputs if old.inputs.get(name) != inputs[name]]
    if "words" in names and "pronunciation or wording" in names:
        names.remove("pronunciation or wording")  # what is said follows from the words
    if names:
        return tuple(f"its {name} changed" for name in names)
    if not intact(output, old.card.files):
        return ("files of it were missing",)
    if old.missing:
        return (f"it was made without {', '.join(old.missing)}",)
    return () if old.clean else ("an error was found in it",)


def why(ledger: Ledger, slug: str) -> str | None:
    """Say in a few lines why a post was built last; None for a post that is not known."""
    entry = ledger.posts.get(slug)
    if entry is None:
        return None
    lines = [f"{slug} was last built because " + ", ".join(entry.reasons) + "."]
    lines.append(f"{entry.spoken} of its {entry.clips} clips were spoken anew.")
    lines += [f"  {words}" for words in entry.heard]
    return "\n".join(lines)
