"""The checking pack of a post: a PDF for the group, and the table for its answers.

What was asked is kept beside the post, as SLUG.easy.pack.csv, so that answers can be held against
the pack that they belong to, even if the text was changed meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from formats.easy_read import pack_word
from formats.easy_read.pack import Sheet, render
from formats.errors import FormatError
from formats.model import Stage, Typeface
from formats.typesetting import seconds
from pipeline import spreadsheet
from pipeline.easy_read import answers, edition, marks
from pipeline.easy_read.edition import Opened
from pipeline.easy_read.faults import opened, unfinished
from pipeline.easy_read.marks import Kept
from pipeline.easy_read.tables import VERSION, Answer
from pipeline.easy_read.writing import EasyPost
from pipeline.errors import ReadError, RenderError, SettingsError
from pipeline.source import printable
from pipeline.store.files import read, write_all

_FILES = ("pack.pdf", "pack.docx", "answers.csv")

_SHORT = 8
"""Characters of a version that people compare by eye; tables have all 64."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What was written: the files, and which round it is for."""

    pdf: Path
    word: Path
    table: Path
    round: int


def pack(place: EasyPost, typeface: Typeface, to: Path) -> Pack:
    """Write the pack of a text into a folder. Raises `AllwaysError` where it is not ready."""
    found = opened(place)
    _ready(found)
    text, post, number = edition.edition(found), place.post, found.state.round + 1
    pdf, word, table = (to / f"{post.slug}-round-{number}-{name}" for name in _FILES)
    _not_filled(table, place)
    made = seconds(post)
    sheet = Sheet(text, post.language, number, short(found.text), typeface, made)
    try:
        printed, written = render(sheet), pack_word.render(sheet)
    except FormatError as error:
        raise RenderError(error.message, where=found.file.name, remedy=error.remedy) from error
    asked = answers.write(answers.asked(text, found.text))
    kept = _kept(place)
    write_all(to, [(pdf.name, printed), (word.name, written), (table.name, asked)])
    write_all(kept.parent, [(kept.name, asked)])
    return Pack(pdf, word, table, number)


def short(version: str) -> str:
    """A version as people compare it: "ab12 cd34"."""
    return f"{version[: _SHORT // 2]} {version[_SHORT // 2 : _SHORT]}"


def _ready(found: Opened) -> None:
    """A group's time is dear: it gets no text that nobody has worked on."""
    if found.state.stage is Stage.DRAFT and not all(row.done for row in found.file.rows):
        raise ReadError(
            "nobody has worked on this text yet: it is as the computer wrote it.",
            where=found.file.name,
            remedy="First choose, shorten and explain. If all of it is right, write an x into the"
            " box of each row.",
        )
    for error in unfinished(found):
        raise error


def _not_filled(table: Path, place: EasyPost) -> None:
    """Refuse to write over answers that somebody has filled in."""
    there = read(table)
    if there is None:
        return
    try:
        filled = answers.is_filled(there, str(table))
    except SettingsError:
        filled = True  # not as we wrote it
    if filled:
        raise SettingsError(
            "there are answers in this table, which another pack would write over.",
            where=str(table),
            remedy=f"Take them back: .venv/bin/allways easy-read marks {place.post.slug} {table}"
            " (or move the file).",
        )


def _kept(place: EasyPost) -> Path:
    return marks.beside(place.path, "pack.csv")


# --- the answers ------------------------------------------------------------------------


def take_back(place: EasyPost, table: Path) -> tuple[Kept, ...]:
    """Keep the answers of a group beside the post.

    Raises `SettingsError` and `ReadError` with file and line; nothing is kept then.
    """
    data = read(table)
    if data is None:
        raise SettingsError("this can't be read.", where=str(table), remedy="Check its name.")
    asked = _asked(place)
    given = answers.read(data, printable(str(table)), asked, place.post.language)
    known = marks.kept(place.path, place.root)
    return marks.keep(place.path, known, given)


def _asked(place: EasyPost) -> Sequence[Answer]:
    """What the last pack asked."""
    file = _kept(place)
    data = spreadsheet.of(file, place.root)
    if data is None:
        raise SettingsError(
            "no pack of this text was made yet, so nothing was asked.",
            where=place.name,
            remedy=f"Make one: .venv/bin/allways easy-read pack {place.post.slug}",
        )
    asked = [answer for _, answer in answers.lines(data, file.name)]
    if not any(answer.row == VERSION and answer.answer for answer in asked):
        raise SettingsError(
            "this does not say of which version of the text the last pack was.",
            where=file.name,
            remedy=f"Make the pack again: .venv/bin/allways easy-read pack {place.post.slug}",
        )
    return asked
