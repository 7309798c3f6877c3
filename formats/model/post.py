"""Posts with their pictures, and the publication they belong to."""

from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from formats.model.blocks import Block
from formats.model.braille import BrailleChoices
from formats.model.evaluation import Evaluation
from formats.model.format import Format
from formats.model.text import Picture


@dataclass(frozen=True, slots=True)
class Media:
    """A picture's bytes under the path that `Picture.src` names; sizes in pixels."""

    path: str
    mime: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Post:
    """One post of the blog.

    `slug` is ASCII, lower case, and does not follow the title. `published` is None where it is
    unknown; `placed` is then a made-up date that only orders the feed, and is neither shown nor
    spoken. Both have time zones. `source` is "file" or "file:line". `picture` is the one that
    stands for the post in lists of posts, and `picture_size` its width and height in pixels, 0
    where there is no file of it; the blocks have it, too. `original` is the web address at which
    it first appeared, "" where that is unknown.
    """

    slug: str
    title: str
    language: str
    authors: tuple[str, ...]
    published: datetime | None
    placed: datetime
    blocks: tuple[Block, ...]
    updated: datetime | None = None
    summary: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    picture: Picture | None = None
    picture_size: tuple[int, int] = (0, 0)
    original: str = ""

    @property
    def dated(self) -> datetime:
        """The date of files that are made of it: of its last change, or else of its publication.

        It is the made-up one where neither is known.
        """
        return self.updated or self.published or self.placed


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface for the letters of one script, in a file that came with its package.

    `number` is its index in a file with several. `region` is set if it has the shapes of Chinese
    characters of one region: "JP", "KR", "SC" (simplified), "TC" (traditional) or "HK".
    """

    family: str
    path: str
    number: int = 0
    region: str = ""


@dataclass(frozen=True, slots=True)
class Typeface:
    """The typeface of print and covers: a sans serif, as TrueType or OpenType bytes.

    `folder` has the same files, for Typst, which takes fonts only by folder. `others` are for
    letters that it lacks, in the order in which they are tried. `web` is regular and bold as
    WOFF, for pages; () for a typeface of print alone.
    """

    family: str
    regular: bytes
    bold: bytes
    folder: str
    others: tuple[Face, ...] = ()
    web: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class LargePrint:
    """How large print is set.

    `sizes` of its letters in points, the smallest first; `paper` is the colour of its pages:
    "white", "cream" or "yellow". `typeface` is None for that of the publication.
    """

    sizes: tuple[int, ...] = (18, 24)
    paper: str = "white"
    typeface: Typeface | None = None


def is_public(address: str) -> bool:
    """Whether an address can be reached from another device than the editor's own."""
    return urlsplit(address).hostname not in ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Publication:
    """The blog as a whole: the only settings that a format sees.

    `base_url` ends in "/". `guid` is the feed's permanent UUID (Podcasting 2.0).
    `email`, `telephone` and `address`, which has lines, are where readers ask for other formats.
    `categories` is an Apple category and, if there is one, its sub-category. `formats` are
    those that are made, so that no page links to a file that does not exist. `schedule` is how
    often a new post is planned: "daily", "weekly", "fortnightly", "monthly", or "" for no plan.
    `evaluation` is None where no person has evaluated the accessibility, and then nothing may
    claim conformance. `glossary` are the editor's hard words, each with its meaning in easy
    words, or "" for one that readers know. `easy_in_feed` is whether the feed has the sound of
    easy-read texts too. `braille` is how braille is made.
    """

    title: str
    language: str
    base_url: str
    guid: str
    cover: Media
    typeface: Typeface
    formats: tuple[Format, ...]
    slug: str = "blog"
    description: str = ""
    author: str = ""
    email: str = ""
    telephone: str = ""
    address: str = ""
    categories: tuple[str, ...] = ("Society & Culture",)
    licence: str = ""
    explicit: bool = False
    schedule: str = ""
    evaluation: Evaluation | None = None
    glossary: tuple[tuple[str, str], ...] = ()
    easy_in_feed: bool = False
    large_print: LargePrint = LargePrint()
    braille: BrailleChoices = field(default_factory=BrailleChoices)

    @property
    def print_typeface(self) -> Typeface:
        """The typeface of large print."""
        return self.large_print.typeface or self.typeface

    @property
    def is_public(self) -> bool:
        """Whether the settings name the address of the blog; else it is that of a preview."""
        return is_public(self.base_url)

    def makes(self, name: str) -> bool:
        """Whether a format is made."""
        return any(made.name == name for made in self.formats)

    def has_outdated(self, name: str) -> bool:
        """Whether the files of a format are from an earlier run."""
        return any(made.name == name and made.outdated for made in self.formats)
