"""A pack is made of a text that somebody has worked on, and its answers come back whole."""

from pathlib import Path

import pytest

from pipeline.easy_read import answers, marks, packing, writing
from pipeline.errors import AllwaysError
from tests.pipeline.easy_read.places import TEXT, checked, filled, packed, tide


def test_a_pack_is_a_pdf_a_word_file_and_a_table_for_the_round_that_is_next(tmp_path: Path) -> None:
    place = tide(tmp_path)
    made = packed(place)
    assert made.pdf.read_bytes().startswith(b"%PDF")
    assert [path.name for path in (made.pdf, made.word, made.table)] == [
        "tide-round-1-pack.pdf",
        "tide-round-1-pack.docx",
        "tide-round-1-answers.csv",
    ]
    checked(place)
    assert packed(place).round == 2


def test_the_same_text_gives_the_same_files(tmp_path: Path) -> None:
    place = tide(tmp_path)
    first = packed(place)
    kept = first.pdf.read_bytes(), first.table.read_bytes()
    again = packed(place)
    assert (again.pdf.read_bytes(), again.table.read_bytes()) == kept


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("", "", "no easy-read text"),
        ("# The tide\n", "tide.easy.md", "no rows"),
        (TEXT.replace("People met.", ""), "tide.easy.md:17", "no words"),
        (TEXT.replace("boat.png", "ship.png"), "tide.easy.md:17", "no picture “ship.png”"),
    ],
)
def test_a_text_that_is_not_ready_is_no_pack(
    tmp_path: Path, text: str, where: str, message: str
) -> None:
    place = tide(tmp_path, text)
    with pytest.raises(AllwaysError) as error:
        packed(place)
    assert (error.value.where, message in error.value.message) == (where, True)
    assert error.value.remedy
    assert not (tmp_path / "packs").exists()


def test_a_draft_that_nobody_has_looked_at_is_not_for_a_group(tmp_path: Path) -> None:
    place = tide(tmp_path, "")
    writing.draft_or_update(place)
    with pytest.raises(AllwaysError, match="nobody has worked on this"):
        packed(place)
    place.path.write_text(place.path.read_text("utf-8").replace("- [ ]", "- [x]"), "utf-8")
    assert packed(place).round == 1


def test_a_pack_is_not_written_over_answers(tmp_path: Path) -> None:
    place = tide(tmp_path)
    table = filled(packed(place).table)
    there = table.read_bytes()
    with pytest.raises(AllwaysError, match="write over"):
        packed(place)
    table.write_bytes(b'row,"broken')
    with pytest.raises(AllwaysError, match="write over"):
        packed(place)
    table.write_bytes(there)
    packing.take_back(place, table)
    assert packed(place).round == 2
    assert table.read_bytes() == there


def test_answers_come_back_after_the_text_was_changed(tmp_path: Path) -> None:
    """The group has met: what it said is not lost because a typing mistake was corrected."""
    place = tide(tmp_path)
    table = filled(packed(place).table, {"2": "wrong"})
    place.path.write_text(TEXT.replace("People met.", "People did meet."), "utf-8")
    packing.take_back(place, table)
    (one,) = (k for k in marks.kept(place.path, place.root) if k.is_open)
    assert one.answer.words == "People met."


def test_answers_of_another_pack_are_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    place = tide(tmp_path)
    old = filled(packed(place).table)
    place.path.write_text(TEXT.replace("People met.", "People did meet."), "utf-8")
    kept = old.read_bytes()
    old.unlink()
    packed(place)
    old.write_bytes(kept)
    with pytest.raises(AllwaysError, match="another version") as error:
        packing.take_back(place, old)
    assert error.value.where.endswith("answers.csv:2")
    assert marks.kept(place.path, place.root) == ()


def test_answers_without_a_pack_are_refused(tmp_path: Path) -> None:
    place = tide(tmp_path)
    table = filled(packed(place).table)
    marks.beside(place.path, "pack.csv").write_text("row,words,answer,better words\n1,x,,\n")
    with pytest.raises(AllwaysError, match="does not say of which version"):
        packing.take_back(place, table)
    marks.beside(place.path, "pack.csv").unlink()
    with pytest.raises(AllwaysError, match="no pack of this text"):
        packing.take_back(place, table)
    with pytest.raises(AllwaysError, match="can't be read"):
        packing.take_back(place, tmp_path / "none.csv")


def test_the_table_of_a_new_pack_is_empty(tmp_path: Path) -> None:
    table = packed(tide(tmp_path)).table
    assert not answers.is_filled(table.read_bytes(), table.name)
    assert answers.is_filled(filled(table).read_bytes(), table.name)
