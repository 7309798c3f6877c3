"""What an editor should know of a post's large print: letters and pictures that it shows badly."""

from collections.abc import Iterator, Sequence

import unicodedata2 as unicodedata

from formats import large_print
from formats.model import Edition
from formats.registry import LARGE_PRINT
from pipeline.findings import Finding, Level


def noticed(whole: Edition, formats: Sequence[str]) -> tuple[Finding, ...]:
    """One finding for each kind of letter or picture; none where large print is not made."""
    if LARGE_PRINT not in formats:
        return ()
    return (*_unshown(whole), *_borrowed(whole), *_lettering(whole))


def _warning(whole: Edition, code: str, message: str, remedy: str) -> Finding:
    where = whole.post.source or whole.post.slug
    return Finding(Level.WARNING, code, where, message, remedy)


def _unshown(whole: Edition) -> Iterator[Finding]:
    """One finding that names the characters for which large print has no typeface."""
    characters = large_print.unshown(whole)
    if characters:
        names = _names(characters)
        yield _warning(
            whole,
            "letter-unshown",
            f"Large print has no letters for {names}, and shows their names in brackets.",
            "If the name alone says too little, explain the sign in words.",
        )


def _borrowed(whole: Edition) -> Iterator[Finding]:
    """A note on the letters that the editor's own typeface lacks, and others show."""
    borrowed = large_print.borrowed(whole)
    if borrowed:
        own = whole.publication.print_typeface.family
        letters = _names("".join(borrowed.values()))
        yield Finding(
            Level.NOTE,
            "letter-borrowed",
            whole.post.source or whole.post.slug,
            f"{own} has no letters for {letters}; they are in {', '.join(borrowed)}.",
            "If that looks wrong in large print, choose a typeface that has them.",
        )


_MOST_NAMED = 8


def _names(characters: Sequence[str]) -> str:
    """Characters with their names in Unicode; of many, the first."""
    named = [f"{c} ({unicodedata.name(c, 'without a name').lower()})" for c in characters]
    more = len(named) - _MOST_NAMED
    rest = [f"and {more} more"] if more > 0 else []
    return ", ".join([*named[:_MOST_NAMED], *rest])


def _lettering(whole: Edition) -> Iterator[Finding]:
    for path, points in large_print.lettering(whole).items():
        yield _warning(
            whole,
            "picture-lettering",
            f"The letters in {path} are {points:.0f} point in large print, too small to read.",
            "Draw it with larger letters, or say in its description all that it says.",
        )
