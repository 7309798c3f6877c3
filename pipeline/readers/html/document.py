"""From an HTML tree to a draft: what Markdown and web pages have in common."""

import html
import re
import warnings
from dataclasses import replace

from bs4 import BeautifulSoup, Tag, UnusualUsageWarning

from formats import walk
from formats.model import Block, Figure, Picture
from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.html.blocks import post_blocks
from pipeline.readers.html.conversion import Conversion, Scope
from pipeline.readers.html.headings import normalise, take_title
from pipeline.readers.html.structure import by_colour, empty_headings, jumps
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.pictures import Pictures
from pipeline.readers.shared.reading import Draft, FileContents, Meta, TextFile

# Elements that people put into titles; a "<T>" that is not one of them is part of the words.
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LONGEST_TITLE = 1000  # characters: covers and index pages have room for a few hundred

_MARKS = re.compile(r"(`+|\*\*|__)(?=\S)([^`*_]+?)(?<=\S)\1")


def parse(text: str) -> BeautifulSoup:
    """Parse HTML, as tolerantly as a browser."""
    with warnings.catch_warnings():
        # It warns about XHTML, which we read as HTML on purpose, and text that looks like a path.
        warnings.simplefilter("ignore", UnusualUsageWarning)
        return BeautifulSoup(text, "lxml")


def tree(text: str) -> Tag:
    """The body of the page that some HTML makes."""
    soup = parse(f"<html><head></head><body>{text}</body></html>")
    return soup.body or soup


def plain(text: str) -> str:
    """A title or summary as plain text on one line, without markup."""
    bare = _MARKS.sub(r"\2", _MARKUP.sub("", text))
    return one_line(html.unescape(bare))


def draft(root: Tag, meta: Meta, source: TextFile, language: str) -> FileContents:
    """The post in a tree; `ReadError` where it has no title or no text."""
    pictures = Pictures(source)
    conversion = Conversion(source, pictures)
    empty = empty_headings(root, source)
    try:
        converted = post_blocks(root, Scope(conversion, meta.language or language))
    except RecursionError as error:
        raise ReadError(
            "Quotes, lists or boxes are inside each other too many times to be read.",
            where=source.start,
            remedy="Take some of them out of the others.",
        ) from error
    title, blocks = take_title(converted, plain(meta.title))
    _refuse(title, blocks, source)
    meta = replace(meta, title=title, summary=plain(meta.summary))
    own = _own(meta, pictures)
    lead = _lead(own, blocks)
    findings: tuple[Finding, ...] = (
        *(*source.findings, *conversion.findings, *pictures.findings),
        *(*empty, *jumps(blocks, source), *by_colour(root, blocks, source)),
    )
    meta = replace(meta, picture=own)
    post = Draft(meta, (*lead, *normalise(blocks)), source.start, pictures.media)
    return FileContents((post,), findings)


def _refuse(title: str, blocks: tuple[Block, ...], source: TextFile) -> None:
    if not title:
        raise ReadError(
            "The post has no title.",
            where=source.start,
            remedy='Begin it with its title as a heading: "# My post", or <h1> in a web page. '
            'Or write "title: My post" at its top, between two lines of three dashes.',
        )
    if len(title) > _LONGEST_TITLE:
        raise ReadError(
            f"The title has {len(title):,} characters, of at most {_LONGEST_TITLE:,}.",
            where=source.start,
            remedy="Give the post a short title, and move the other words into the text.",
        )
    if not blocks:
        raise ReadError(
            "The post has a title and nothing below it.",
            where=source.start,
            remedy="Write its text, or mark it with draft: true.",
        )


def _lead(own: Picture | None, blocks: tuple[Block, ...]) -> tuple[Figure, ...]:
    """The post's own picture, which a blog shows above the text, unless the text has it too."""
    below = own and any(picture.src == own.src for picture in walk.pictures(blocks))
    return (Figure("", own, ()),) if own and not below else ()


def _own(meta: Meta, pictures: Pictures) -> Picture | None:
    """The post's own picture; without a file and a description there is nothing to show.

    A finding says so.
    """
    if meta.picture is None:
        return None
    own = pictures.take(meta.picture.src, meta.picture.alt)
    here = own.alt or any(media.path == own.src for media in pictures.media)
    return own if here else None
