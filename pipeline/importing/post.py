"""A post → the files that it is imported as: Markdown with front matter, and its pictures."""

import re
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import assert_never

from formats import walk
from formats.model import Block, CodeBlock, Figure, Media, Post, Sentence
from pipeline.errors import AllwaysError
from pipeline.importing import front_matter
from pipeline.importing.moved import moved
from pipeline.importing.writer import write
from pipeline.readers import markdown
from pipeline.readers.shared.reading import Defaults, Draft, File

# Names that are not read as posts, or that stand for their folder; and "2020-01-05-…", whose
# beginning would be taken for a date. Such a post has its address from its front matter alone.
_OTHER = re.compile(r"(?:readme|licen[cs]e|_?index|pictures|easy-read)|\d+-\d+-\d+-.*")


@dataclass(frozen=True, slots=True)
class MarkdownPost:
    """A post as files: names in the folder of posts, the text first; whether it reads the same."""

    files: tuple[tuple[str, bytes], ...]
    faithful: bool


def markdown_post(
    post: Post, media: tuple[Media, ...], defaults: Defaults, empty: Path
) -> MarkdownPost:
    """The files of a post. `empty` is a folder without files, in which the text is read again."""
    names = {m.path: f"pictures/{post.slug}/{PurePosixPath(m.path).name}" for m in media}
    renamed = moved(post, names)
    head = front_matter.lines(renamed, defaults.language)
    lead = 1 if front_matter.shows_picture(renamed) else 0

    read = cache(partial(_read, defaults=defaults, empty=empty))

    def reread(text: str) -> tuple[Block, ...]:
        found = read(head + text)
        return found.blocks[lead:] if found else ()

    text = head + write(renamed.blocks[lead:], reread)
    pictures = tuple((names[m.path], m.data) for m in media)
    found = read(text)
    return MarkdownPost(
        ((f"{_stem(post.slug)}.md", text.encode()), *pictures),
        found is not None and _says_the_same(found, renamed),
    )


def _stem(slug: str) -> str:
    return f"post-{slug}" if _OTHER.fullmatch(slug) else slug


def _read(text: str, defaults: Defaults, empty: Path) -> Draft | None:
    file = File(empty, empty / "post.md", "post.md", text.encode())
    try:
        (found,) = markdown.read(file, defaults).drafts
    except AllwaysError:
        return None
    return found


def _says_the_same(found: Draft, post: Post) -> bool:
    """Whether a text that was read has the words of a post, and is named as it is."""
    meta = found.meta
    facts = (meta.title, meta.slug, meta.authors, meta.published, meta.tags)
    same = facts == (post.title, post.slug, post.authors, post.published, post.tags)
    return same and _words(found.blocks) == _words(post.blocks)


def _words(blocks: tuple[Block, ...]) -> list[str]:
    """The words of some blocks, in order, with those of pictures and program text."""
    found: list[str] = []
    for unit in walk.units(blocks):
        match unit:
            case Sentence():
                found += walk.plain(unit.inlines).split()
            case Figure():
                found += (unit.picture.alt or "").split()
            case CodeBlock():
                found += unit.text.split()
            case _:
                assert_never(unit)
    return found
