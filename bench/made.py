"""Blogs of any size, and posts of any length, made of the sentences of real posts.

They are the same each time, and no two of their sentences are alike: the clip of one is never
found for another. The first sentences are those of the real posts; then they come again and
again, each time with other words in the place of a fifth of theirs.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from formats import walk
from formats.model import Sentence
from pipeline import readers, settings
from pipeline.split.sentences import split

WORDS_AN_HOUR = 10_000
"""A little more than is said in an hour: 100,007 words of such a post were 10.4 hours."""

SETTINGS = """\
title = "A made blog"
description = "Made for measuring."
language = "en-GB"
author = "Ada Example"
base_url = "https://www.example.org/listen/"
email = "ada@example.org"
"""

_USABLE = re.compile(r"[A-Z][\w ,;:’'–-]+[.?!]")
"""A sentence that is the same text in Markdown, and ends where it seems to."""

_STEP = 7919  # a prime, so that all words are gone through before one comes again
_FIRST_DAY = date(2020, 1, 1)
_IN_PARAGRAPH = 3
_IN_CHAPTER = 20


def texts_of(source: Path) -> list[str]:
    """Every sentence of a folder's posts, as plain text in their order."""
    reading = readers.read(source, readers.defaults(settings.load(source)))
    units = (unit for post in reading.posts for unit in walk.units(split(post).blocks))
    return [walk.plain(unit.inlines) for unit in units if isinstance(unit, Sentence)]


def sentences_of(source: Path) -> list[str]:
    """Those sentences of a folder's posts of which others can be made."""
    texts = texts_of(source)
    return [text for text in texts if _USABLE.fullmatch(text) and 4 <= len(text.split()) <= 40]


def distinct(sentences: Sequence[str]) -> Iterator[str]:
    """Sentences of which no two are alike, in an order that is always the same.

    Raises `ValueError` where there are no more.
    """
    words = sorted({word for text in sentences for word in text.split() if _is_changeable(word)})
    told: set[str] = set()
    for number in range(len(sentences) * len(words)):
        turn, at = divmod(number, len(sentences))
        text = _changed(sentences[at], number, words) if turn else sentences[at]
        if text not in told:
            told.add(text)
            yield text
    raise ValueError(f"{len(sentences)} sentences are too few to make so many of them")


def _is_changeable(word: str) -> bool:
    return word.isalpha() and word.islower()


def _changed(text: str, number: int, words: Sequence[str]) -> str:
    """A sentence with other words in a fifth of its places; both are others for each number."""
    return " ".join(
        words[(number + place) * _STEP % len(words)]
        if place % 5 == number % 5 and _is_changeable(word)
        else word
        for place, word in enumerate(text.split())
    )


def blog(sentences: Sequence[str], posts: int, words: int) -> dict[str, str]:
    """The files of a blog by their names: so many posts of so many words, a day apart."""
    supply = distinct(sentences)
    files = {f"post-{n:04}.md": _post(n, _taken(supply, words)) for n in range(1, posts + 1)}
    return {"publication.toml": SETTINGS, **files}


def _taken(supply: Iterator[str], words: int) -> list[str]:
    """The next sentences, until there are so many words."""
    taken: list[str] = []
    count = 0
    while count < words:
        taken.append(next(supply))
        count += len(taken[-1].split())
    return taken


def _post(number: int, sentences: Sequence[str]) -> str:
    """A post in Markdown; one that is long has a heading every 20 paragraphs."""
    day = _FIRST_DAY + timedelta(days=number)
    front = f"---\ntitle: Made post {number}\ndate: {day}\ntags: [subject {number % 10}]\n---"
    parts = [front]
    for begin in range(0, len(sentences), _IN_PARAGRAPH):
        chapter, place = divmod(begin // _IN_PARAGRAPH, _IN_CHAPTER)
        if chapter and place == 0:
            parts.append(f"## Chapter {chapter + 1}")
        parts.append(" ".join(sentences[begin : begin + _IN_PARAGRAPH]))
    return "\n\n".join(parts) + "\n"


def edited(post: str, number: int) -> str:
    """A made post with one sentence in its middle edited; another one for each number."""
    parts = post.rstrip("\n").split("\n\n")
    at = len(parts) // 2
    at += parts[at].startswith("#")
    parts[at] = f"{parts[at][:-1]} at last{number * ' and again'}{parts[at][-1]}"
    return "\n\n".join(parts) + "\n"
