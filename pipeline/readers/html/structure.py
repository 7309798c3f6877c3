"""What of a page's structure would be lost on a listener, and is no longer in the blocks."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bs4 import Tag

from formats import walk
from formats.model import Block, Heading, Sentence
from pipeline.findings import Finding
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import TextFile, note

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SHOWN = 60  # characters quoted

_COLOURS = "red|green|blue|yellow|orange|purple|pink"
_BY_COLOUR = re.compile(
    rf"\b(?:(?:marked|shown|highlighted|printed|written|listed|those|items?|text|words?|dates?)"
    rf" (?:are )?in (?:{_COLOURS})|the (?:{_COLOURS}) (?:text|words?|items?|ones?))\b",
    re.IGNORECASE,
)
_COLOURED = re.compile(r"(?:^|;)\s*(?:background-)?color\s*:", re.IGNORECASE)


def empty_headings(root: Tag, source: TextFile) -> tuple[Finding, ...]:
    """A note if headings have no words; it comes before the conversion, which leaves them out."""
    empty = [
        h for h in root.find_all(_HEADINGS) if not h.get_text(strip=True) and not h.find("img")
    ]
    if not empty:
        return ()
    many = f"{len(empty)} headings have no words, and were left out."
    message = many if len(empty) > 1 else "A heading has no words, and was left out."
    place = source.place(f"<{empty[0].name}")
    remedy = "If it only makes space, delete it; or write what comes below it."
    return (note("heading-empty", place, message, remedy),)


def jumps(blocks: Sequence[Block], source: TextFile) -> tuple[Finding, ...]:
    """A note if headings leave out a level, as from 2 to 4; the levels are put right."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    pairs = pairwise(headings)
    found = [lower for upper, lower in pairs if lower.level > upper.level + 1]
    if not found:
        return ()
    words = walk.text(found[0].sentences)[:_SHOWN]
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return (
        note(
            "heading-jump",
            source.place(words),
            f"The heading “{words}” is more than one level below the one before it{more}. The "
            "levels were put right.",
            "Choose headings by what is below what, and not by their size.",
        ),
    )


def by_colour(root: Tag, blocks: Iterable[Block], source: TextFile) -> tuple[Finding, ...]:
    """A note where words say that a colour means something, and parts of the post have colours.

    Only English is understood.
    """
    sentences = (unit for unit in walk.units(blocks) if isinstance(unit, Sentence))
    said = next((m[0] for s in sentences if (m := _BY_COLOUR.search(walk.plain(s.inlines)))), "")
    if not said or not (root.find("font", color=True) or root.find(style=_COLOURED)):
        return ()
    return (
        note(
            "colour-only",
            source.place(said),
            f"A colour means something here, “{one_line(said)}”, and not everyone sees it; in "
            "these formats there is no colour.",
            "Say it in words as well.",
        ),
    )
