"""A signature below an easy-read text: refused until people have checked just this text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from formats.easy_read.sections import MARKS
from pipeline.easy_read import marks, writing
from pipeline.easy_read.edition import Opened
from pipeline.easy_read.faults import faults, opened
from pipeline.easy_read.marks import Kept
from pipeline.easy_read.state import SIGNED
from pipeline.easy_read.tables import LEARNING_DISABILITY, NAMED, PAID
from pipeline.easy_read.writing import EasyPost
from pipeline.errors import AllwaysError, SettingsError


@dataclass(frozen=True, slots=True)
class Signing:
    """Who says that it was checked, and when; whether they may be named, and were paid."""

    by: str
    named: bool
    paid: bool
    day: date


def sign(place: EasyPost, signing: Signing) -> None:
    """Write the signature into the file. Raises `AllwaysError` with the first reason against it."""
    found = opened(place)
    known = marks.kept(place.path, place.root)
    for error in (*_against(found, known, place), *_disagreeing(signing, found, known, place)):
        raise error
    facts = {
        SIGNED: found.text,
        "signed_on": signing.day.isoformat(),
        "signed_by": " ".join(signing.by.split()),
        "named": _word(signing.named),
        "paid": _word(signing.paid),
    }
    writing.save(place, found.file.with_facts(**facts))


def _word(value: bool) -> str:  # noqa: FBT001 (a value to write)
    return "yes" if value else "no"


def _against(found: Opened, known: Sequence[Kept], place: EasyPost) -> Iterator[AllwaysError]:
    """Each reason against signing this text, whoever signs."""
    slug = place.post.slug
    yield from faults(found, place)
    if _last(found, known) == 0:
        told = "no group has checked it as it is now" if known else "no group has checked it yet"
        yield SettingsError(
            f"this can't be signed: {told}.",
            where=found.file.name,
            remedy=f"Make the pack: .venv/bin/allways easy-read pack {slug}, "
            f"and take the answers back: .venv/bin/allways easy-read marks {slug} FILE.csv",
        )
    yield from _open(known, place)
    every = {one.round for one in known}
    if not any(marks.fact(known, number, LEARNING_DISABILITY) == "yes" for number in every):
        yield SettingsError(
            "this can't be signed: nobody with a learning disability has checked it.",
            where=found.file.name,
            remedy="That is what makes a text Easy Read. Ask a group that has such members.",
        )


def _last(found: Opened, known: Sequence[Kept]) -> int:
    """The last round that had the text as it is now; 0 for none."""
    numbers = (one.number for one in marks.rounds(known) if one.text == found.text)
    return max(numbers, default=0)


def _open(known: Sequence[Kept], place: EasyPost) -> Iterator[AllwaysError]:
    """An error for the first mark that is not closed, with the number of all."""
    left = [one for one in known if one.is_open]
    if left:
        first = left[0]
        count = "1 mark is" if len(left) == 1 else f"{len(left)} marks are"
        yield SettingsError(
            f"this can't be signed: {count} not closed. Row {first.answer.row} of round"
            f" {first.round} is {first.answer.answer}: “{first.answer.words}”",
            where=f"{marks.file_of(place.path).relative_to(place.root).as_posix()}:{first.line}",
            remedy="Write into the column “closed” what you did about each row that is"
            f" {' or '.join(MARKS[1:])}.",
        )


def _disagreeing(
    signing: Signing, found: Opened, known: Sequence[Kept], place: EasyPost
) -> Iterator[AllwaysError]:
    """What a signature says otherwise than the group did."""
    if not signing.by.strip():
        yield SettingsError("a signature needs a name.", remedy="Write it after --by.")
    last = _last(found, known)
    for name, value in ((NAMED, signing.named), (PAID, signing.paid)):
        said = marks.fact(known, last, name)
        if said != _word(value):
            where = marks.file_of(place.path).relative_to(place.root).as_posix()
            yield SettingsError(
                f"the signature says “{name}: {_word(value)}”, and the group “{name}: {said}”.",
                where=where,
                remedy=f"Sign with --{name} {said}, or correct that line of round {last}.",
            )
