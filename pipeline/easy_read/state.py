"""How far an edition has come: told by digests, so that no line in a file can claim more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from formats.model import Signature, Stage
from pipeline.easy_read.easy_file import HARD_WORDS, WHOLE, EasyFile, FileRow, SourceGroup
from pipeline.errors import ReadError
from pipeline.store.files import digest

SIGNED = "signed"
"""The fact that holds the digest of the text that was signed."""


@dataclass(frozen=True, slots=True)
class Round:
    """One time that a group went through the pack; `text` is the digest that the pack had."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class TextState:
    """The stage of an edition, with its rounds; `lapsed` if another text was signed."""

    stage: Stage
    round: int = 0
    signature: Signature | None = None
    lapsed: bool = False


def digest_of(file: EasyFile, pictures: Mapping[str, bytes] | None = None) -> str:
    """The digest of all that readers see: words, order, pictures and meanings.

    `pictures` are the bytes of each by its name; without them, names alone count.
    """
    found = pictures or {}
    points = (_row(row, found) for group in file.main_points for row in group.rows)
    whole = (part for group in file.whole for part in _group(group, found))
    meanings = (f"{meaning.word}: {meaning.meaning}" for meaning in file.meanings)
    return digest(file.title, *points, WHOLE, *whole, HARD_WORDS, *meanings)


def _group(group: SourceGroup, pictures: Mapping[str, bytes]) -> list[str]:
    heading = [f"### {group.heading}"] if group.heading else []
    return heading + [_row(row, pictures) for row in group.rows]


def _row(row: FileRow, pictures: Mapping[str, bytes]) -> str:
    picture = row.picture
    shown = ("", "", "")
    if picture:
        shown = (picture.name, picture.alt, digest(pictures.get(picture.name, b"")))
    return repr((row.words, row.entries, row.numbered, shown))


def state(file: EasyFile, text: str, rounds: Iterable[Round] = ()) -> TextState:
    """The state of a file whose digest, with its pictures, is `text`, after these rounds."""
    known = tuple(rounds)
    last = max((r.number for r in known), default=0)
    signed = file.fact(SIGNED)
    if signed and signed == text:
        return TextState(Stage.SIGNED, last, signature(file))
    if any(r.text == text for r in known):
        stage = Stage.CHECKED
    elif digest_of(file) == file.fact("drafted"):
        stage = Stage.DRAFT
    else:
        stage = Stage.EDITED
    return TextState(stage, last, lapsed=bool(signed))


def signature(file: EasyFile) -> Signature:
    """Who signed, as the facts say."""
    return Signature(
        day=_day(file),
        by=file.fact("signed_by") if file.fact("named") == "yes" else "",
        paid=file.fact("paid") == "yes",
    )


def _day(file: EasyFile) -> date:
    try:
        return date.fromisoformat(file.fact("signed_on"))
    except ValueError as error:
        raise ReadError(
            "the day of the signature (signed_on) is no date.",
            where=file.name,
            remedy=f"Sign it again: .venv/bin/allways easy-read sign {file.fact('post')}",
        ) from error
