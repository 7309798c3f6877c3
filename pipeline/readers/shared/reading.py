"""The values that readers get and return."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from formats.model import Block, Media, Picture, Post
from pipeline.errors import AllwaysError
from pipeline.findings import Finding, Level


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a post gets where it does not say it; `dates` are by slug, with time zones."""

    language: str = "en-GB"
    author: str = ""
    dates: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read: posts, their pictures, findings, and errors of single posts.

    `title` is the title of the source itself: an archive page's heading, or "".
    """

    posts: tuple[Post, ...]
    media: Mapping[str, tuple[Media, ...]]
    findings: tuple[Finding, ...]
    errors: tuple[AllwaysError, ...]
    title: str


@dataclass(frozen=True, slots=True)
class File:
    """One file in the folder `root`. `name` is its path from there, as in findings."""

    root: Path
    path: Path
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file, decoded. `name` is its path from `root`, as in findings."""

    root: Path
    path: Path
    name: str
    text: str

    def place(self, needle: str = "") -> str:
        """The first line that contains `needle`, as "file:line", or the file alone."""
        folded = self.text.casefold()
        at = folded.find(needle.casefold()) if needle else -1
        return self.line(folded.count("\n", 0, at) + 1) if at >= 0 else self.name

    def line(self, number: int) -> str:
        """A place as in findings: "file:line"."""
        return f"{self.name}:{number}"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a post says about itself outside its text; "" and () where it says nothing."""

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
    """A post as its reader returns it: perhaps without a date, its slug perhaps not unique.

    `position` counts from the last post of its file, which is 0: pages list the newest first.
    """

    meta: Meta
    blocks: tuple[Block, ...]
    where: str
    media: tuple[Media, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class FileContents:
    """The contents of one file."""

    drafts: tuple[Draft, ...] = ()
    findings: tuple[Finding, ...] = ()
    errors: tuple[AllwaysError, ...] = ()
    title: str = ""


def note(code: str, where: str, message: str, remedy: str = "") -> Finding:
    """A finding of level note."""
    return Finding(Level.NOTE, code, where, message, remedy)


def warning(code: str, where: str, message: str, remedy: str = "") -> Finding:
    """A finding of level warning."""
    return Finding(Level.WARNING, code, where, message, remedy)
