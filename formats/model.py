"""What a post is, and everything that an edition of it may look at.

Frozen values only. A reader makes a `Post`; `pipeline.sentences` gives its sentences
their ids; from then on the id is the same in the HTML, the SMIL, the WebVTT and the clip.
Unions are matched with `match` and closed with `assert_never`, so that a new kind of block
makes the type checker list every place that must handle it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

# --- running text -----------------------------------------------------------------------


class Style(StrEnum):
    """How a run of text is set apart; the value is its HTML element."""

    EMPHASIS = "em"
    STRONG = "strong"
    DELETED = "del"
    INSERTED = "ins"
    SUPERSCRIPT = "sup"
    SUBSCRIPT = "sub"
    MARK = "mark"
    QUOTATION = "q"
    KEYBOARD = "kbd"


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters, white space already collapsed."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A few characters of program text inside a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that carries meaning, as in an address or a verse."""


@dataclass(frozen=True, slots=True)
class Styled:
    """A run of text set apart by one `Style`."""

    style: Style
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """A link; its text is read, its address never."""

    href: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that the author expanded."""

    text: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A run of text in another language; `language` is a BCP 47 tag."""

    language: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, named by the path its `Media` has in the edition.

    `alt` is None where the author gave none (a finding), and "" where the picture is
    decoration. A `src` that the edition has no media for is shown and spoken as its
    alternative text.
    """

    src: str
    alt: str | None


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark in the text that points to a note; silent when spoken."""

    note: str
    label: str


Inline: TypeAlias = Text | Code | Break | Styled | Link | Abbreviation | Foreign | Picture | NoteRef


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit that every edition shares: shown, spoken, highlighted, timed.

    `tail` is the white space between this sentence and the next in the same block:
    " ", or "" at the end of a block and in languages that write without spaces.
    A reader leaves `id` empty; `pipeline.sentences` sets it.
    """

    id: str
    inlines: tuple[Inline, ...]
    tail: str = ""


Sentences: TypeAlias = tuple[Sentence, ...]

# --- blocks -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the post. The post's title is level 1, so `level` is 2 to 6."""

    level: int
    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `start` is the first number of an ordered one."""

    ordered: bool
    start: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what is said of it."""

    term: Sentences
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their definitions."""

    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in another's words."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks in another language; `language` is a BCP 47 tag."""

    language: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Program text, kept to the character. `language` is "" where not said."""

    id: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that stands by itself; `id` is that of its spoken alternative text."""

    id: str
    picture: Picture
    caption: Sentences


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `header` where it names its row or column."""

    sentences: Sentences
    header: bool
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; header rows are rows whose cells are all headers."""

    caption: Sentences
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A break between parts; a longer pause, no words."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. `id` is what a `NoteRef.note` names."""

    id: str
    label: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Notes:
    """The post's footnotes, in order; always its last block."""

    notes: tuple[Note, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | Listing
    | DefinitionList
    | Quote
    | Passage
    | CodeBlock
    | Figure
    | Table
    | Rule
    | Notes
)

# --- posts and publications -------------------------------------------------------------


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

    `slug` is ASCII, lower case, and does not follow the title. `published` is None where
    nobody said when; `placed` is then a stand-in that only orders the feed, and is neither
    shown nor spoken. Both are aware datetimes. `source` is "file" or "file:line".
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
    picture: Picture | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Typeface:
    """The typeface of print and covers: a sans serif, as TrueType or OpenType bytes.

    `folder` holds the same files, for Typst, which takes fonts by folder only.
    """

    family: str
    regular: bytes
    bold: bytes
    folder: str


@dataclass(frozen=True, slots=True)
class Publication:
    """The blog as a whole: the only settings that a format sees.

    `base_url` ends in "/". `guid` is the feed's permanent UUID (Podcasting 2.0).
    `categories` is an Apple category and, where there is one, its sub-category.
    """

    title: str
    language: str
    base_url: str
    guid: str
    cover: Media
    typeface: Typeface
    slug: str = "blog"
    description: str = ""
    author: str = ""
    email: str = ""
    categories: tuple[str, ...] = ("Society & Culture",)
    licence: str = ""
    explicit: bool = False


# --- narration --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cue:
    """When one unit is heard: samples of the *decoded* file, end not included.

    Cues stand in reading order and do not overlap; pauses lie between them.
    """

    id: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Narration:
    """A post as sound.

    `frames` is an MPEG audio stream without tags; `rate` its samples a second; `samples`
    its decoded length; `clips` the decoded lengths of the clips it was joined from, whose
    sum is `samples`; `voice` the name of who speaks, for people; `kbps` its bit rate.
    """

    frames: bytes
    rate: int
    samples: int
    clips: tuple[int, ...]
    cues: tuple[Cue, ...]
    voice: str
    kbps: int


# --- editions ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that a format may look at; nothing downstream asks anything of anyone.

    `opening` and `closing` are the sentences that frame the post, shown where narration
    is and spoken there: ids "title", "from", "byline", "date", "voice" and "end".
    `spoken` is the script: what is said for each unit id, in reading order.
    """

    publication: Publication
    post: Post
    opening: Sentences
    closing: Sentences
    narration: Narration
    spoken: tuple[tuple[str, str], ...]
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True)
class OutputFile:
    """What a format gives back; `path` is relative to its post's folder (or to the output)."""

    path: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FileCard:
    """A written file, as the feed and the index page need it; `path` is from the output."""

    path: str
    mime: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the narration that a player can jump to; times in milliseconds."""

    id: str
    title: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Episode:
    """The small card that feed and index need of a post, so that a large blog stays light.

    `duration` is the decoded length in milliseconds; `words` counts the post's words, `units`
    the units of its editions and `cues` those that are heard.
    """

    post: Post
    duration: int
    words: int
    units: int
    cues: int
    voice: str
    chapters: tuple[Chapter, ...]
    files: tuple[FileCard, ...]


@dataclass(frozen=True, slots=True)
class Blog:
    """What a format of the whole blog may look at, newest post first."""

    publication: Publication
    episodes: tuple[Episode, ...]
    editions: tuple[Edition, ...]
