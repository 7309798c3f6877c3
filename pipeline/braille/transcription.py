"""The braille code of a post, as its language, the settings and this machine allow."""

from dataclasses import dataclass
from functools import cache

from formats.braille import name, unsigned, written
from formats.braille.uncontracted import UNCONTRACTED
from formats.languages import primary
from formats.memo import recalled
from formats.model import BrailleChoices, BrailleCode, BrailleRun, Edition, Post
from pipeline.braille.louis import Louis, LouisError, identity, installed
from pipeline.braille.tables import BrailleTable, table_for
from pipeline.findings import Finding, Level

_INSTALL = "Install liblouis (on Ubuntu and Debian: sudo apt install liblouis20 liblouis-data)."
_MOST_LACKING = 0.5
"""A table that has no signs for more of a post's letters is not one for its language."""

_SIX_DOTS = "\u283f"


@dataclass(frozen=True, slots=True)
class Transcription:
    """The code of a post, None where it is not made in braille, and what was noticed."""

    code: BrailleCode | None
    findings: tuple[Finding, ...] = ()


def transcription(whole: Edition) -> Transcription:
    """In which code an edition is transcribed on this machine."""
    found = code_of(whole.post, whole.publication.braille, installed())
    if found.code is None:
        return found
    text = written(whole)
    try:
        lost = unsigned(text, found.code)
    except LouisError as error:  # a table that can't be read
        return _left_out(whole.post, error.message.rstrip("."), error.remedy)
    if sum(letter in lost for letter in text) > _MOST_LACKING * len(text):
        return Transcription(None, (_strange(whole.post, found.code),))
    return Transcription(found.code, (*found.findings, *_lacking(whole.post, sorted(lost))))


def code_of(post: Post, choices: BrailleChoices, library: Louis | str) -> Transcription:
    """The code of a post, as its language, the settings and liblouis (or its lack) allow."""
    table = table_for(post.language, choices.table)
    if table is None:
        return _left_out(
            post,
            f"no braille table is known for “{post.language}”",
            "If liblouis has one, name it under [braille] in publication.toml.",
        )
    if isinstance(library, Louis):
        if library.has(table.file):
            return Transcription(_code(table, library))
        message = f"liblouis {library.version} has no table “{table.file}”"
        return _left_out(post, message, "Correct its name under [braille], or update liblouis.")
    if table.unified and primary(post.language) == "en":
        return Transcription(UNCONTRACTED, (_uncontracted(post, library),))
    return _left_out(post, library, _INSTALL)


def _code(table: BrailleTable, library: Louis) -> BrailleCode:
    made_by = identity()

    def translate(runs: tuple[BrailleRun, ...]) -> str:
        given = (made_by, table.file, runs)
        return recalled(__name__, given, lambda: library.translate(table.file, runs))

    @cache
    def lacks(character: str) -> bool:
        """A character gives no cell, or one with dots 7 and 8, which paper does not have."""
        cells = "" if character.isspace() else translate((BrailleRun(character),))
        return not character.isspace() and not (cells and max(cells) <= _SIX_DOTS)

    told = f"liblouis {library.version}, {table.file}"
    return BrailleCode(table.system, told, table.unified, translate, lacks)


def _left_out(post: Post, why: str, remedy: str) -> Transcription:
    return Transcription(
        None,
        (
            Finding(
                Level.NOTE,
                "braille-left-out",
                post.source,
                f"This post is not made in braille: {why}.",
                remedy,
            ),
        ),
    )


def _strange(post: Post, code: BrailleCode) -> Finding:
    return Finding(
        Level.NOTE,
        "braille-left-out",
        post.source,
        f"This post is not made in braille: {code.name} has no signs for most of its letters.",
        "Check that the post names the right language, or choose a table under [braille].",
    )


def _uncontracted(post: Post, why: str) -> Finding:
    return Finding(
        Level.NOTE,
        "braille-uncontracted",
        post.source,
        f"Its braille is uncontracted (grade 1), because {why}.",
        f"For grade 2, which most readers prefer: {_INSTALL[:1].lower()}{_INSTALL[1:]}",
    )


def _lacking(post: Post, lost: list[str]) -> tuple[Finding, ...]:
    if not lost:
        return ()
    names = ", ".join(f"{character} ({name(character)})" for character in lost)
    return (
        Finding(
            Level.WARNING,
            "braille-lacking",
            post.source,
            f"Braille has no signs for {names}: their names, or their number, are in brackets.",
            "If that says too little, explain the sign in words.",
        ),
    )
