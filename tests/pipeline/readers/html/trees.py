"""Some HTML, and where it is to be converted: for the tests of what becomes of it."""

from pathlib import Path

from bs4 import Tag

from formats.model import Block
from pipeline.readers.html.blocks import post_blocks
from pipeline.readers.html.conversion import Conversion, Scope
from pipeline.readers.html.document import tree
from pipeline.readers.shared.pictures import Pictures
from pipeline.readers.shared.reading import TextFile

NOWHERE = Path("/nowhere")


def text_file(text: str) -> TextFile:
    """A file of this text, beside which there is nothing."""
    return TextFile(NOWHERE, NOWHERE / "post.md", "post.md", text)


def scope(text: str = "", language: str = "en-GB") -> Scope:
    """The outermost place of a post of this text."""
    source = text_file(text)
    return Scope(Conversion(source, Pictures(source)), language)


def first(text: str, name: str) -> Tag:
    """The first element of this name."""
    found = tree(text).find(name)
    assert isinstance(found, Tag)
    return found


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks that some HTML makes."""
    return post_blocks(tree(text), scope(text))
