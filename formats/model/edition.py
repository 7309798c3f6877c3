"""Narration, and all that a format may look at and give back."""

from dataclasses import dataclass, field

from formats.model.post import Media, Post, Publication
from formats.model.text import Sentences


@dataclass(frozen=True, slots=True)
class Cue:
    """When one unit is heard: samples of the *decoded* file, end not included.

    Cues stand in reading order and do not overlap; pauses lie between them.
    """

    id: str
    begin: int
    end: int


POST = "post"
"""The text that is the post itself, as `Narration.of` names it."""


@dataclass(frozen=True, slots=True)
class Narration:
    """A text as sound.

    `frames` is an MPEG audio stream without tags; `rate` its samples a second; `samples`
    its decoded length; `clips` the decoded lengths of the clips it was joined from, whose
    sum is `samples`; `kbps` its bit rate. `levels` is how loud each cue's voice is, in dB of
    full scale (RMS), where it was measured.

    `of` says which text is heard: `POST`, or another that a post has beside its own. `voices`
    are the names of all who speak in it, for people, in the order in which they are first heard;
    `silent` that none of them gives a sound. `script` is what is said for each unit id, in
    reading order.
    """

    frames: bytes
    rate: int
    samples: int
    clips: tuple[int, ...]
    cues: tuple[Cue, ...]
    kbps: int
    levels: tuple[float, ...] = ()
    of: str = POST
    voices: tuple[str, ...] = ()
    silent: bool = False
    script: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that a format may look at; nothing downstream asks anything of anyone.

    `opening` and `closing` are the sentences that frame the post, shown where narration
    is and spoken there: ids "title", "from", "byline", "date", "voice" and "end".
    `narrations` are the texts that can be heard: the post's own is always the first.
    """

    publication: Publication
    post: Post
    opening: Sentences
    closing: Sentences
    narrations: tuple[Narration, ...]
    media: tuple[Media, ...] = ()

    @property
    def narration(self) -> Narration:
        """The post's own."""
        return self.narrations[0]


@dataclass(frozen=True, slots=True)
class OutputFile:
    """What a format gives back; `path` is relative to its post's folder (or to the output)."""

    path: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FileCard:
    """A written file, as the feed and the index page need it; `path` is from the output.

    `format` is the name of the format that made it, "" for a picture; `outdated` says that it
    is of an earlier run, since it could not be made now.
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

    `language` is that of the title where it is not the post's.
    """

    id: str
    title: str
    begin: int
    end: int
    language: str = ""


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
    voices: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    files: tuple[FileCard, ...]


@dataclass(frozen=True, slots=True)
class Blog:
    """What a format of the whole blog may look at, newest post first.

    `editions` are there for a format that asks for whole posts, and () for others.
    """

    publication: Publication
    episodes: tuple[Episode, ...]
    editions: tuple[Edition, ...]
