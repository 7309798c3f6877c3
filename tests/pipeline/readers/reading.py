"""What the readers' tests share: a folder of posts made on the spot, read for real."""

from pathlib import Path

from formats.model import Block, CodeBlock, Post, Sentence
from formats.walk import plain, units
from pipeline.readers import Defaults, Reading, read


def reading(
    folder: Path, files: dict[str, str | bytes], defaults: Defaults | None = None
) -> Reading:
    """What is read of some files, written into `folder` first."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(folder, defaults or Defaults())


def only_post(found: Reading) -> Post:
    """The one post that was read, and no error beside it."""
    assert [str(error) for error in found.errors] == []
    assert len(found.posts) == 1
    return found.posts[0]


def markdown_blocks(folder: Path, text: str) -> tuple[Block, ...]:
    """The blocks of a post written in Markdown."""
    return only_post(reading(folder, {"post.md": f"---\ntitle: T\n---\n\n{text}"})).blocks


def codes(found: Reading) -> list[str]:
    """The codes of what was noticed, but for the missing date of a post made for a test."""
    return [finding.code for finding in found.findings if finding.code != "undated"]


def words(post: Post) -> list[str]:
    """Every word of a post's blocks, in reading order."""
    shown = [
        unit.text if isinstance(unit, CodeBlock) else plain(unit.inlines)
        for unit in units(post.blocks)
        if isinstance(unit, CodeBlock | Sentence)
    ]
    return " ".join(shown).split()
