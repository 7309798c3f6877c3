"""Blocks → markup: the writer that EPUB and web pages share.

Its output is well-formed XML and valid HTML at once ("polyglot"). Units have their ids: a sentence
is a `span`, a picture a `figure`, code a `pre`.
"""

from collections.abc import Iterable

from formats.markup.blocks import write_blocks
from formats.markup.context import (
    Context,
    Dialect,
    context_of,
    escape,
    language_attributes,
    legal,
    our_language,
    web_page,
)
from formats.markup.running_text import write_inlines, write_sentences
from formats.model import Block, Inline, Sentences

__all__ = [
    "Dialect",
    "blocks_html",
    "escape",
    "inlines_html",
    "language_attributes",
    "legal",
    "our_language",
    "sentences_html",
    "web_page",
]


def blocks_html(blocks: Iterable[Block], dialect: Dialect) -> str:
    """Blocks as markup, one on each line."""
    run = tuple(blocks)
    return write_blocks(run, context_of(run, dialect))


def sentences_html(sentences: Sentences, dialect: Dialect) -> str:
    """Sentences as spans with their ids, with the white space between them."""
    return write_sentences(sentences, Context(dialect))


def inlines_html(inlines: Iterable[Inline], dialect: Dialect) -> str:
    """A run of text as markup."""
    return write_inlines(inlines, Context(dialect))
