"""The values that pass between the readers: what is read with, and what is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from formats.model import Block, Media, Picture, Post
from pipeline.errors import AllwaysError
from pipeline.findings import Finding, Level


@dataclass(frozen=True, slots=True)
class Defaults:
    """What is taken for a post that does not say it; `dates` are by slug and aware."""

    language: str = "en-GB"
    author: str = ""
    dates: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read: posts and their pictures, what was noticed, what failed alone.

    `title` is what the source calls itself: an archive page's heading, or "".
    """

    posts: tuple[Post, ...]
    media: Mapping[str, tuple[Media, ...]]
    findings: tuple[Finding, ...]
    errors: tuple[AllwaysError, ...]
    title: str


@dataclass(frozen=True, slots=True)
class File:
    """One file of the folder `root`. `name` is its path from there, as findings say it."""

    root: Path
    path: Path
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file, decoded. `name` is its path from `root`, as findings say it."""

    root: Path
    path: Path
    name: str
    text: str

    def place(self, needle: str = "") -> str:
        """The first place where `needle` stands, as "file:line", or the file alone."""
        folded = self.text.casefold()
        at = folded.find(needle.casefold()) if needle else -1
        return self.line(folded.count("\n", 0, at) + 1) if at >= 0 else self.name

    def line(self, number: int) -> str:
        """A place as findings say it: "file:line"."""
        return f"{self.name}:{number}"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a post says of itself outside its text; "" and () where it says nothing."""

    title: str = ""
    slug: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    tags: tuple[str, ...] = ()
    picture: Picture | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A post as its reader leaves it: not yet dated, and its slug not yet known to be free.

    `position` counts from the last post of its file, which is 0: pages list the newest first.
    """

    meta: Meta
    blocks: tuple[Block, ...]
    where: str
    media: tuple[Media, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class FileContents:
    """What one file holds."""

    drafts: tuple[Draft, ...] = ()
    findings: tuple[Finding, ...] = ()
    errors: tuple[AllwaysError, ...] = ()
    title: str = ""


def note(code: str, where: str, message: str, remedy: str = "") -> Finding:
    """A finding that is good to know."""
    return Finding(Level.NOTE, code, where, message, remedy)


def warning(code: str, where: str, message: str, remedy: str = "") -> Finding:
    """A finding that a reader or listener will notice."""
    return Finding(Level.WARNING, code, where, message, remedy)
