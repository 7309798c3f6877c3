"""What the tests of exports share: the shape of blocks as short lines, and files of bytes."""

from collections.abc import Iterable
from pathlib import Path

from formats.model import (
    Block,
    CodeBlock,
    Figure,
    Heading,
    Listing,
    Notes,
    Paragraph,
    Post,
    Quote,
    Sentences,
)
from formats.walk import plain
from pipeline.readers.shared.reading import File


def file(data: str | bytes, name: str = "blog.xml") -> File:
    """A file in no folder."""
    return File(Path(), Path(name), name, data.encode() if isinstance(data, str) else data)


def lines(post: Post) -> list[str]:
    """A line for each block of a post: a sign for its kind, and its words."""
    return [line for block in post.blocks for line in shape(block)]


def shape(block: Block) -> Iterable[str]:
    """The lines of one block."""
    match block:
        case Paragraph(said):
            yield _words(said)
        case Heading(level, said):
            yield f"{'#' * level} {_words(said)}"
        case Figure(_, picture, caption):
            yield f"[{picture.src}|{picture.alt}] {_words(caption)}".rstrip()
        case CodeBlock(text=text):
            yield f"`{text}`"
        case Quote(blocks):
            yield from (f"> {line}" for inner in blocks for line in shape(inner))
        case Listing(ordered, _, items):
            inner = (line for item in items for one in item.blocks for line in shape(one))
            yield from (f"{'1.' if ordered else '-'} {line}" for line in inner)
        case Notes(notes):
            yield from (f"* {line}" for n in notes for one in n.blocks for line in shape(one))
        case _:
            yield type(block).__name__


def _words(said: Sentences) -> str:
    return " ".join(" ".join(plain(sentence.inlines).split()) for sentence in said)
