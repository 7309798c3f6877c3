"""Narration, and everything that a format may look at and return."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO, NamedTuple

from formats.model.blocks import Block, Paragraph
from formats.model.braille import BrailleCode
from formats.model.check import SiteCheck
from formats.model.easy import EasyText
from formats.model.post import Media, Post, Publication
from formats.model.text import Sentence, Sentences


@dataclass(frozen=True, slots=True)
class Cue:
    """When one unit is heard: samples of the *decoded* file, end not included.

    Cues are in reading order and do not overlap; there are pauses between them.
    """

    id: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class WordCue:
    """When a stretch of a sentence's words is heard: most often one word.

    `id` is the sentence; `start` and `stop` are places in its text as shown (`walk.shown`),
    counted in characters (code points), `stop` not included. `begin` and `end` are samples of
    the *decoded* file, `end` not included.
    """

    id: str
    start: int
    stop: int
    begin: int
    end: int


# Digital Source Type, in IPTC's NewsCodes: what C2PA and schema.org refer to.
_LIST = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_SOURCES = {"trained": f"{_LIST}trainedAlgorithmicMedia", "rules": f"{_LIST}algorithmicMedia"}

POST = "post"
"""`Narration.of` for the post itself."""


class Packets(NamedTuple):
    """Opus packets, end to end: ten hours have two million, too many to be a value each."""

    sizes: Sequence[int]
    data: bytes


@dataclass(frozen=True, slots=True)
class Narration:
    """A text as sound.

    `sound` is an MPEG audio stream without tags, in pieces of whole frames, one for each of
    `clips`, which can be gone through more than once: that of ten hours is 280 MB, and need not
    be held. A player can begin with any of them. `rate` is its
    samples a second; `samples` its decoded length; `clips` the decoded lengths of the clips it
    was joined from, whose sum is `samples`; `kbps` its bit rate. `levels` is how loud each cue's
    voice is, in dB of full scale (RMS), where it was measured.

    `of` names the text that is heard: `POST`, or another text of the post. `voices` are the
    names of its voices, for people, in the order in which they are first heard; `silent` is True
    if none of them makes a sound. `synthesis` says how they are made: "trained" on recordings
    of people, or by "rules"; "" where nobody knows. `script` is what is said for each unit id,
    in reading order.

    `words` are in the order in which they are heard, each within the cue of its sentence; they do
    not overlap, neither in time nor in the text. A sentence whose voice gives no exact times has
    none; and within a sentence, what is heard but not shown has none.

    `small` is the same sound again as Opus packets, those of a clip at a time (`ogg_opus`).
    """

    sound: Iterable[bytes] = field(repr=False)
    rate: int
    samples: int
    clips: tuple[int, ...]
    cues: tuple[Cue, ...]
    kbps: int
    levels: tuple[float, ...] = ()
    of: str = POST
    voices: tuple[str, ...] = ()
    silent: bool = False
    synthesis: str = ""
    script: tuple[tuple[str, str], ...] = ()
    words: tuple[WordCue, ...] = ()
    small: Iterable[Packets] = field(default=(), repr=False)

    @property
    def frames(self) -> bytes:
        """The whole stream."""
        return b"".join(self.sound)

    @property
    def digital_source(self) -> str:
        """How the voices are made, as IPTC's list names it by address; "" where nobody knows."""
        return _SOURCES.get(self.synthesis, "")


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a long narration says once more in its middle, after so many blocks of the post."""

    sentence: Sentence
    after: int


@dataclass(frozen=True, slots=True)
class Edition:
    """One post with everything that a format may look at.

    `opening` and `closing` are the sentences before and after the post, shown in every format
    with sound and spoken there: ids "title", "from", "byline", "date", "synthetic", "voice" and
    "end"; so is `reminder`, "reminder". `about` are the blog, author and date of the post, for
    formats without sound. `narrations` are the texts that can be heard; that of the post is
    always the first. `own_cover` is the post's cover, if one was drawn. `printed` is the page of
    the large print on which each unit of the post begins; it is empty where none is printed.
    `made` are the files of other formats, for one that packs them. `easy` is the easy-read
    edition of the post, where there is one; `easy_heard` is an edition of that text itself, as a
    post that is narrated, where it is. `braille` is the code that the post is transcribed in, None
    where it is not made in braille.
    """

    publication: Publication
    post: Post
    opening: Sentences
    closing: Sentences
    narrations: tuple[Narration, ...]
    media: tuple[Media, ...] = ()
    about: Sentences = ()
    reminder: Reminder | None = None
    own_cover: Media | None = None
    printed: Mapping[str, int] = field(default_factory=dict)
    braille: BrailleCode | None = None
    made: "tuple[OutputFile, ...]" = ()
    easy: EasyText | None = None
    easy_heard: "Edition | None" = None

    @property
    def cover(self) -> Media:
        """The post's cover, or else the blog's."""
        return self.own_cover or self.publication.cover

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the post as they are heard: with the reminder between two of them."""
        blocks = self.post.blocks
        if self.reminder is None:
            return blocks
        after = self.reminder.after
        return (*blocks[:after], Paragraph((self.reminder.sentence,)), *blocks[after:])

    @property
    def narration(self) -> Narration:
        """The narration of the post itself."""
        return self.narrations[0]


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file that a format makes; `path` is relative to its post's folder (or to the output).

    `content` are its bytes; or, for one with sound, what writes them into an open file.
    """

    path: str
    mime: str
    content: bytes | Callable[[BinaryIO], object] = field(repr=False)

    def write(self, file: BinaryIO) -> None:
        """Write it into an open file, in which one can also go back."""
        if callable(self.content):
            self.content(file)
        else:
            file.write(self.content)

    @property
    def data(self) -> bytes:
        """All its bytes."""
        file = BytesIO()
        self.write(file)
        return file.getvalue()


@dataclass(frozen=True, slots=True)
class FileCard:
    """A written file, as the feed and the index page need it; `path` is from the output.

    `format` is the name of the format that made it, "" for a picture; `outdated` says that it
    is from an earlier run, because it could not be made in this one.
    """

    path: str
    mime: str
    size: int
    sha256: str
    format: str = ""
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the narration that a player can jump to; times in milliseconds.

    `language` is that of the title, if it differs from the post's.
    """

    id: str
    title: str
    begin: int
    end: int
    language: str = ""


@dataclass(frozen=True, slots=True)
class Episode:
    """The facts that feed and index need about a post, small enough for a large blog.

    `duration` is the decoded length in milliseconds; `words` counts the post's words, `units`
    the units of its edition and `cues` those that are heard. `easy` is the decoded length of its
    easy-read text in milliseconds, 0 where that is not heard.
    """

    post: Post
    duration: int
    words: int
    units: int
    cues: int
    voices: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    files: tuple[FileCard, ...]
    easy: int = 0


@dataclass(frozen=True, slots=True)
class Blog:
    """What a format of the whole blog may look at, newest post first.

    `editions` is () for a format that does not need whole posts. `check` is what programs found
    in it when it was checked last, None if it never was. `made` are all files of posts and of
    other formats, for one that packs them; their paths are from the output folder.
    """

    publication: Publication
    episodes: tuple[Episode, ...]
    editions: tuple[Edition, ...]
    check: SiteCheck | None = None
    made: tuple[OutputFile, ...] = ()
