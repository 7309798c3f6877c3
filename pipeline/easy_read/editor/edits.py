"""What the page sends for one edit, and what can be wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.easy_read.easy_file import EasyFile, FileRow, Meaning, RowPicture, SourceGroup
from pipeline.errors import AllwaysError
from pipeline.source import printable
from pipeline.store.files import digest

POINTS, WHOLE, TITLE, WORDS = "m", "w", "t", "h"
"""The parts of a file in addresses: "w3.0" is the first row of the fourth group of the post."""

_ADDRESS = re.compile(r"(?P<part>[mwth])(?P<group>\d{1,6})?(?:\.(?P<row>\d{1,6}))?")
_NO_ROW = FileRow("")
_KEY = 16  # characters of a digest
_ROUND = str.maketrans("[]", "()")  # square brackets would end the description in the file


class UnsuitableError(AllwaysError):
    """An edit that can't be made, such as to join the last row with the next."""


class ConflictError(AllwaysError):
    """What is to be edited is not as the page believes: nothing was written.

    `now` is what stands there now, None where nothing does; `place` and the keys are those that
    an edit must name to go over it, or to come after what is there.
    """

    def __init__(
        self, message: str, place: "RowPlace", now: FileRow | Meaning | str | None
    ) -> None:
        super().__init__(message)
        self.place = place
        self.now = now


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where something stands; `row` is None for a whole group, a hard word or the title."""

    part: str
    group: int = 0
    row: int | None = None

    def __str__(self) -> str:
        return f"{self.part}{self.group}" + ("" if self.row is None else f".{self.row}")


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit. `key` and `group` say what the page believes to stand there (`row_key`, ...).

    `others` are the keys of the other rows of the group: what is none of them is new.
    """

    action: str
    place: RowPlace
    key: str = ""
    group: str = ""
    others: frozenset[str] = frozenset()
    row: FileRow = _NO_ROW
    words: str = ""
    rest: str = ""
    word: str = ""
    meaning: str = ""


def edit_of(sent: Mapping[str, Any]) -> Edit:
    """The edit that was sent as JSON. Raises `UnsuitableError` for what is none."""
    address = _ADDRESS.fullmatch(_text(sent, "place"))
    if not address:
        raise UnsuitableError("the place of this edit can't be read.")
    row = address["row"]
    return Edit(
        action=_text(sent, "action"),
        place=RowPlace(address["part"], int(address["group"] or 0), int(row) if row else None),
        key=_text(sent, "key"),
        group=_text(sent, "group"),
        others=frozenset(_texts(sent, "others")),
        row=_row(sent.get("row", {})),
        words=_text(sent, "words"),
        rest=_text(sent, "rest"),
        word=_text(sent, "word"),
        meaning=_text(sent, "meaning"),
    )


def _row(sent: object) -> FileRow:
    if not isinstance(sent, dict):
        raise UnsuitableError("this row can't be read.")
    lines = tuple(filter(None, _texts(sent, "entries")))
    name = _text(sent, "picture").strip()
    return FileRow(
        _text(sent, "words"),
        lines,
        numbered=bool(lines) and sent.get("numbered") is True,
        picture=RowPicture(name, _text(sent, "alt").translate(_ROUND)) if name else None,
        done=sent.get("done") is True,
    )


def _text(sent: Mapping[str, Any], name: str) -> str:
    value = sent.get(name, "")
    if not isinstance(value, str):
        raise UnsuitableError(f"“{name}” must be text.")
    return _line(value)


def _texts(sent: Mapping[str, Any], name: str) -> list[str]:
    values = sent.get(name, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise UnsuitableError(f"“{name}” must be a list of texts.")
    return [_line(value) for value in values]


def _line(text: str) -> str:
    """Words in one line, of characters that can be written."""
    return printable(" ".join(text.split()))


# --- keys: what the page believes to be there -------------------------------------------


def row_key(row: FileRow) -> str:
    """Tells a row from any other, or from itself with one letter changed."""
    picture = (row.picture.name, row.picture.alt) if row.picture else None
    return _key(repr((row.words, row.entries, row.numbered, picture, row.done)))


def group_key(group: SourceGroup) -> str:
    """Tells a group by its sentences of the post; those that have none are alike."""
    return _key(repr([(source.id, source.words) for source in group.sources]))


def heading_key(group: SourceGroup) -> str:
    """Tells a heading, below its sentence of the post."""
    return _key(group_key(group), group.heading)


def meaning_key(meaning: Meaning) -> str:
    """Tells a hard word with its meaning."""
    return _key(meaning.word, meaning.meaning)


def title_key(file: EasyFile) -> str:
    """Tells a title."""
    return _key(file.title)


def _key(*parts: str) -> str:
    return digest(*parts)[:_KEY]
