"""How far a text has come is told by digests, and no line in a file can claim more."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from formats.model import Signature, Stage
from pipeline.easy_read.easy_file import EasyFile, FileRow, Meaning, RowPicture, Source, SourceGroup
from pipeline.easy_read.state import Round, digest_of, signature, state
from pipeline.errors import ReadError

FILE = EasyFile(
    "tide.easy.md",
    "The tide",
    main_points=(SourceGroup(rows=(FileRow("It rises."),)),),
    whole=(
        SourceGroup(heading="Boats"),
        SourceGroup(
            (Source("s1", "x"),),
            (FileRow("They float.", ("up", "down"), picture=RowPicture("boat")),),
        ),
    ),
    meanings=(Meaning("tide", "The sea moving."),),
)
SIGNED = FILE.with_facts(
    signed=digest_of(FILE),
    signed_on="2026-11-27",
    signed_by="The Tide Group",
    named="yes",
    paid="yes",
)


def _row(**fields: Any) -> EasyFile:
    group = FILE.whole[1]
    other = replace(group, rows=(replace(group.rows[0], **fields),))
    return replace(FILE, whole=(FILE.whole[0], other))


@pytest.mark.parametrize(
    "other",
    [
        replace(FILE, title="Tides"),
        replace(FILE, main_points=()),
        replace(FILE, whole=FILE.whole[1:]),
        replace(FILE, whole=FILE.whole[::-1]),
        replace(FILE, meanings=()),
        _row(words="They sink."),
        _row(entries=("up",)),
        _row(numbered=True),
        _row(picture=None),
        _row(picture=RowPicture("boat", "A boat")),
    ],
)
def test_whatever_readers_would_see_differently_is_another_text(other: EasyFile) -> None:
    assert digest_of(other) != digest_of(FILE)
    assert state(other.with_facts(**dict(SIGNED.facts)), digest_of(other)).stage is Stage.EDITED


def test_what_only_the_editor_sees_is_not_part_of_the_text() -> None:
    group = FILE.whole[1]
    ticked = replace(group, sources=(), rows=(replace(group.rows[0], done=True),))
    assert digest_of(replace(FILE, whole=(FILE.whole[0], ticked))) == digest_of(FILE)


def test_another_picture_under_the_same_name_is_another_text() -> None:
    assert digest_of(FILE, {"boat": b"one"}) != digest_of(FILE, {"boat": b"two"})


def test_a_text_as_the_computer_wrote_it_is_a_draft_and_any_other_is_edited() -> None:
    drafted = FILE.with_facts(drafted=digest_of(FILE))
    assert state(drafted, "with pictures").stage is Stage.DRAFT
    assert state(replace(drafted, title="Tides"), "x").stage is Stage.EDITED


def test_a_text_that_a_group_had_before_it_is_checked_and_its_round_is_counted() -> None:
    rounds = (Round(1, "old"), Round(2, "now"))
    assert state(FILE, "now", rounds).stage is Stage.CHECKED
    assert state(FILE, "now", rounds).round == 2
    assert state(FILE, "newer", rounds).stage is Stage.EDITED


def test_a_signature_holds_for_the_text_that_was_signed_and_no_other() -> None:
    found = state(SIGNED, digest_of(SIGNED))
    assert found.stage is Stage.SIGNED
    assert found.signature == Signature(date(2026, 11, 27), "The Tide Group", paid=True)
    lapsed = state(SIGNED, "another")
    assert (lapsed.stage, lapsed.lapsed, lapsed.signature) == (Stage.EDITED, True, None)


def test_a_name_without_consent_is_not_given() -> None:
    assert signature(SIGNED.with_facts(named="no")).by == ""


def test_a_day_that_is_none_is_told() -> None:
    with pytest.raises(ReadError, match="no date"):
        signature(SIGNED.with_facts(signed_on="yesterday"))
