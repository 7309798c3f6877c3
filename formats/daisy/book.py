"""A talking book as both versions have it: its posts, and the files that it consists of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import BinaryIO, TypeAlias

from formats.daisy.talking_post import (
    Numbers,
    TalkingPost,
    TalkingSection,
    WriteText,
    talking_post,
)
from formats.model import Edition
from formats.smil.metadata import Facts
from formats.zipped import Zip

GENERATOR = "Allways"

BookFile: TypeAlias = tuple[str, bytes]
"""A file of a book: its name, and its bytes."""


@dataclass(frozen=True, slots=True)
class TalkingBook:
    """A book of one post, or of all of them where it `has_posts`.

    A book of posts has a title of its own above theirs; and no page numbers, since each post has
    a page 1.
    """

    facts: Facts
    posts: tuple[TalkingPost, ...]
    has_posts: bool

    def sections(self) -> Iterator[tuple[TalkingPost, TalkingSection, int]]:
        """Every section with its post, and the milliseconds before it."""
        parts = [(post, section) for post in self.posts for section in post.sections]
        before = accumulate((section.sound.duration for _, section in parts), initial=0)
        return ((*part, begun) for part, begun in zip(parts, before, strict=False))

    @property
    def duration(self) -> int:
        """How long it plays, in milliseconds."""
        return sum(section.sound.duration for _, section, _ in self.sections())

    def others(self) -> Iterator[str]:
        """The names of its sounds and pictures."""
        yield from (section.sound.sound for _, section, _ in self.sections())
        yield from (name for post in self.posts for name in post.pictures)

    def texts(self) -> list[BookFile]:
        """The texts of its posts."""
        return [(post.text, post.written) for post in self.posts]


def talking_book(
    facts: Facts, editions: Sequence[Edition], suffix: str, write: WriteText, *, has_posts: bool
) -> TalkingBook:
    """A book of some editions; `write` makes the text of each, with the given suffix."""
    numbers = Numbers()
    posts = tuple(
        talking_post(edition, numbers, suffix, write, paged=not has_posts) for edition in editions
    )
    return TalkingBook(facts, posts, has_posts)


def packed(book: TalkingBook, files: Iterable[BookFile]) -> Callable[[BinaryIO], None]:
    """What writes a book into an open file: `files`, then its pictures and its sound.

    They are in no folder, as players want them. The sound comes a clip at a time: that of ten
    hours is never held.
    """
    held = tuple(files)

    def write(file: BinaryIO) -> None:
        archive = Zip(file)
        for name, data in held:
            archive.writestr(name, data)
        for post in book.posts:
            for name, media in post.pictures.items():
                archive.writestr(name, media.data)
            pieces = iter(post.edition.narration.sound)
            for section in post.sections:
                archive.writestr(section.sound.sound, islice(pieces, section.sound.pieces))
        archive.close()

    return write
