"""Made blogs, each published once from nothing, and what is then measured of it."""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import made
from bench.processes import PROGRAM, EndedError, Taken, run

_TOO_LONG = "300 pages"
"""What is told of a post that has no large print, because it is too long for one volume."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Which blog: so many posts of so many words, read by an engine; "" is all usual formats."""

    posts: int
    words: int
    engine: str
    formats: str = ""


@dataclass(frozen=True, slots=True)
class Blog:
    """A blog that has been published into `folder`, and what its first run took."""

    folder: Path
    kind: Kind
    files: Mapping[str, str]
    cold: Taken

    @property
    def output(self) -> Path:
        """Where its files are."""
        return self.folder / "output"

    @property
    def sound(self) -> float:
        """The seconds of sound of all its posts."""
        report = json.loads((self.output / "report.json").read_bytes())
        return float(sum(post["seconds"] for post in report["posts"]))

    def unchanged(self, times: int) -> list[Taken]:
        """What runs take that find nothing to do."""
        return [publish(self.folder, self.kind) for _ in range(times)]

    def edited(self, times: int) -> list[Taken]:
        """What runs take after one sentence of the post in the middle was edited."""
        return [self._edited(number) for number in range(times)]

    def _edited(self, number: int) -> Taken:
        text = made.edited(self.files[self._middle], number)
        (self.folder / "posts" / self._middle).write_text(text, "utf-8")
        return publish(self.folder, self.kind)

    def edited_while_open(self, times: int) -> float:
        """The middle of the seconds that such edits take in a process that stays."""
        (self.folder / "posts" / self._middle).write_text(self.files[self._middle], "utf-8")
        script = [sys.executable, "-m", "bench.stays", str(self.folder), self._middle]
        asked = [*script, self.kind.engine, str(times)]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.returncode:
            raise EndedError(f"{' '.join(asked)} ended with {done.returncode}: {done.stderr}")
        return statistics.median(json.loads(done.stdout))

    @property
    def _middle(self) -> str:
        """The file of the post in the middle."""
        return sorted(name for name in self.files if name.endswith(".md"))[self.kind.posts // 2]


class Blogs:
    """Every blog that was asked for; each is made and published when it first is."""

    def __init__(self, sentences: Sequence[str], folder: Path) -> None:
        self._sentences = sentences
        self._folder = folder
        self._known: dict[Kind, Blog] = {}

    def published(self, kind: Kind) -> Blog:
        """The blog of a kind. Raises `EndedError` where it could not be published."""
        if kind not in self._known:
            self._known[kind] = self._published(kind)
        return self._known[kind]

    def _published(self, kind: Kind) -> Blog:
        folder = self._folder / f"blog-{len(self._known)}"
        files = made.blog(self._sentences, kind.posts, kind.words)
        (folder / "posts").mkdir(parents=True)
        for name, text in files.items():
            (folder / "posts" / name).write_text(text, "utf-8")
        cold = publish(folder, kind, watched=True)
        others = [error for error in _errors(folder / "output") if _TOO_LONG not in error]
        if others:
            raise EndedError("\n".join(others))
        return Blog(folder, kind, files, cold)


def publish(folder: Path, kind: Kind, *, watched: bool = False) -> Taken:
    """Publish once what is in the folder `posts` of a folder."""
    command = [*PROGRAM, "publish", str(folder / "posts"), "--output", str(folder / "output")]
    command += ["--engine", kind.engine]
    command += ["--formats", kind.formats] if kind.formats else []
    return run(command, folder / "cache", watched=watched, good=1)


def _errors(output: Path) -> Iterator[str]:
    report = json.loads((output / "report.json").read_bytes())
    return (error["message"] for error in report["errors"])
