"""The values that readers get and return."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from formats.model import Block, Media, Picture, Post
from pipeline.errors import AllwaysError
from pipeline.findings import Finding, Level


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a post gets where it does not say it; `dates` are by slug, with time zones.

    `pages` says whether the pages of an export are published too, and `dollars` whether
    "$x$" is a formula. `original` is the rule for the address at which posts first appeared,
    with {slug}, {year}, {month} and {day} in it. `used` are the names of files beside the posts
    that the settings use.
    """

    language: str = "en-GB"
    author: str = ""
    dates: Mapping[str, datetime] = field(default_factory=dict)
    pages: bool = False
    dollars: bool = False
    original: str = ""
    used: frozenset[str] = frozenset()


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
    """The text of a file, or of one post in it. `name` is its path from `root`, as in findings.

    `first` is the line of the file on which the text begins, or 0 where a file has no lines.
    `base` is the web address that relative links start from, or "". `inside` holds the pictures
    in the file itself, as a document has them, by the address that the text has for each.
    `findings` are about the file as a whole, such as its encoding.
    """

    root: Path
    path: Path
    name: str
    text: str
    first: int = 1
    base: str = ""
    inside: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def place(self, needle: str = "") -> str:
        """The first line that contains `needle`, as "file:line", or the file alone."""
        if not needle or not self.first:
            return self.start
        folded = _folded(self.text)
        at = folded.find(needle.casefold())
        return self.line(folded.count("\n", 0, at) + 1) if at >= 0 else self.start

    def line(self, number: int) -> str:
        """The place of a line of the text, counted from 1, as "file:line"."""
        return f"{self.name}:{self.first + number - 1}"

    @property
    def start(self) -> str:
        """The place where the text begins: the file alone, or "file:line" of a post in it."""
        return self.line(1) if self.first > 1 else self.name


@lru_cache(maxsize=1)
def _folded(text: str) -> str:
    """A text without the difference of capitals; kept, since one text has many findings."""
    return text.casefold()


@dataclass(frozen=True, slots=True)
class Meta:
    """What a post says about itself outside its text; "" and () where it says nothing.

    `withheld` says why it must not be published, as in "is a draft"; "" if it may be. `original`
    is the web address at which it first appeared.
    """

    title: str = ""
    slug: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    tags: tuple[str, ...] = ()
    picture: Picture | None = None
    withheld: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One post of an export, a feed or a book, as its reader found it; `html` is its text.

    `first`, `base` and `inside` are those of `TextFile`.
    """

    meta: Meta
    html: str
    first: int = 0
    base: str = ""
    inside: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """A post as its reader returns it: perhaps without a date, its slug perhaps not unique.

    `position` counts from the last post of its file, which is 0: pages list the newest first.
    `owned` says that the file is an editor's own Markdown. The others may be copies of posts that
    live elsewhere, and from which such Markdown was imported.
    """

    meta: Meta
    blocks: tuple[Block, ...]
    where: str
    media: tuple[Media, ...] = ()
    position: int = 0
    owned: bool = False


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
