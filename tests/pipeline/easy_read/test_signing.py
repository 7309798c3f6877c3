"""Nothing is signed until people have checked just this text, and it is called Easy Read after."""

from datetime import date
from pathlib import Path

import pytest

from formats.model import Signature, Stage
from pipeline.easy_read import edition, marks
from pipeline.easy_read.signing import Signing, sign
from pipeline.easy_read.state import TextState
from pipeline.easy_read.writing import EasyPost
from pipeline.errors import AllwaysError
from tests.formats.builders import picture
from tests.pipeline.easy_read.places import TEXT, checked, close, tide

SIGNING = Signing("The Tide Group", named=True, paid=True, day=date(2026, 11, 27))


def state(place: EasyPost) -> TextState:
    return edition.opened(place.path, place.root).state


def refused(place: EasyPost, signing: Signing = SIGNING) -> AllwaysError:
    """Why a text can't be signed; its file stays as it is."""
    there = place.path.read_bytes()
    with pytest.raises(AllwaysError) as error:
        sign(place, signing)
    assert place.path.read_bytes() == there
    assert error.value.remedy
    return error.value


def test_a_text_that_a_group_has_checked_is_signed(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place)
    assert state(place).stage is Stage.CHECKED
    sign(place, SIGNING)
    assert state(place) == TextState(
        Stage.SIGNED, 1, Signature(date(2026, 11, 27), "The Tide Group", paid=True)
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [("rose.", "fell."), ("(meeting)", "(boat.png)"), ("salt water", "water"), ("nails", "glue")],
)
def test_a_change_of_a_word_or_picture_ends_the_signature_and_changing_back_restores_it(
    tmp_path: Path, old: str, new: str
) -> None:
    place = tide(tmp_path)
    checked(place)
    sign(place, SIGNING)
    signed = place.path.read_text("utf-8")
    assert signed.count(old) == 1
    place.path.write_text(signed.replace(old, new), "utf-8")
    opened = edition.opened(place.path, place.root)
    assert (opened.state.stage, opened.state.lapsed) == (Stage.EDITED, True)
    assert [f.code for f in edition.findings(opened, place.post)] == ["easy-read-changed"]
    place.path.write_text(signed, "utf-8")
    assert state(place).stage is Stage.SIGNED


def test_another_photograph_under_the_same_name_ends_the_signature(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place)
    sign(place, SIGNING)
    photograph = place.root / "pictures/boat.png"
    there = photograph.read_bytes()
    photograph.write_bytes(picture("boat.png", width=20).data)
    assert state(place).lapsed
    photograph.write_bytes(there)
    assert state(place).stage is Stage.SIGNED


def test_a_text_that_no_group_has_checked_is_not_signed(tmp_path: Path) -> None:
    place = tide(tmp_path)
    assert "no group has checked it yet" in refused(place).message
    checked(place)
    place.path.write_text(TEXT.replace("rose", "fell"), "utf-8")
    assert "no group has checked it as it is now" in refused(place).message


def test_every_mark_of_every_round_is_closed_before(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place, {"1": "wrong", "3": "not clear"})
    place.path.write_text(TEXT.replace("rose", "fell"), "utf-8")
    checked(place, {"date": "2026-12-01"})
    error = refused(place)
    assert error.where == "tide.easy.marks.csv:8"
    assert "2 marks are not closed. Row 1 of round 1 is wrong: “The sea rose.”" in error.message
    close(place)
    sign(place, SIGNING)
    assert state(place).stage is Stage.SIGNED


def test_a_group_without_people_with_a_learning_disability_is_not_enough(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place, {"learning disability": "no"})
    assert "nobody with a learning disability" in refused(place).message
    checked(place, {"date": "2026-12-01"})
    sign(place, SIGNING)
    assert state(place).round == 2


def test_a_row_without_words_or_a_picture_that_is_missing_is_not_signed(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place)
    place.path.write_text(TEXT.replace("- [x] We need:", "- [ ]\n- [x] We need:"), "utf-8")
    assert refused(place).where == "tide.easy.md:21"
    place.path.write_text(TEXT.replace("(meeting)", "(meting)"), "utf-8")
    assert "no picture “meting”" in refused(place).message


@pytest.mark.parametrize(
    ("signing", "message"),
    [
        (
            Signing("G", named=False, paid=True, day=SIGNING.day),
            "named: no”, and the group “named: yes",
        ),
        (
            Signing("G", named=True, paid=False, day=SIGNING.day),
            "paid: no”, and the group “paid: yes",
        ),
        (Signing("  ", named=True, paid=True, day=SIGNING.day), "needs a name"),
    ],
)
def test_a_signature_says_what_the_group_said(
    tmp_path: Path, signing: Signing, message: str
) -> None:
    place = tide(tmp_path)
    checked(place)
    assert message in refused(place, signing).message


def test_people_who_did_not_say_yes_are_not_named(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place, {"named": "no"})
    assert "and the group “named: no”" in refused(place).message
    sign(place, Signing("The Tide Group", named=False, paid=True, day=SIGNING.day))
    found = edition.edition(edition.opened(place.path, place.root)).signature
    assert found
    assert found.by == ""


def test_a_name_with_line_ends_stays_one_fact(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place)
    sign(place, Signing("Ada\n---\n# Other", named=True, paid=True, day=SIGNING.day))
    opened = edition.opened(place.path, place.root)
    assert opened.file.title == "The tide"
    assert opened.file.fact("signed_by") == "Ada --- # Other"


def test_a_signature_for_another_text_counts_for_nothing(tmp_path: Path) -> None:
    facts = "signed: abc\nsigned_on: 2026-11-27\nnamed: yes\npaid: yes\n---\n\n#"
    place = tide(tmp_path, TEXT.replace("---\n\n#", facts, 1))
    assert (state(place).stage, state(place).signature) == (Stage.EDITED, None)


def test_a_table_of_marks_that_is_broken_is_no_signature(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place)
    marks.file_of(place.path).write_bytes(b'round,"')
    assert refused(place).where == "tide.easy.marks.csv:1"
