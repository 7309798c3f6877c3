"""Edits of a file as a value: each does one thing, and refuses what it does not know."""

from dataclasses import replace

import pytest

from pipeline.easy_read.easy_file import EasyFile, FileRow, Meaning, RowPicture, SourceGroup, write
from pipeline.easy_read.editor.changes import Edited, apply
from pipeline.easy_read.editor.edits import (
    ConflictError,
    Edit,
    RowPlace,
    UnsuitableError,
    meaning_key,
    title_key,
)
from tests.pipeline.easy_read.editor.served import SMALL, edit_at, file_of


def applied(address: str, action: str, file: EasyFile = SMALL, **values: object) -> Edited:
    return apply(file, edit_at(file, address, action, **values))


def said(file: EasyFile) -> list[list[str]]:
    """The words of the rows of the post, group by group."""
    return [[row.words for row in group.rows] for group in file.whole]


def test_a_row_is_replaced_by_all_that_was_sent() -> None:
    row = FileRow("Easy.", ("a",), picture=RowPicture("meeting"), done=True)

    assert applied("w1.0", "row", row=row).file.whole[1].rows == (row, FileRow("And three."))


def test_a_row_is_split_and_its_list_goes_with_the_second() -> None:
    row = FileRow("One. Two:", ("a",), picture=RowPicture("meeting"), done=True)
    file = replace(SMALL, whole=(replace(SMALL.whole[0], rows=(row,)),))
    edited = applied("w0.0", "split", file, words="One.", rest="Two:")

    first = FileRow("One.", picture=RowPicture("meeting"))
    assert edited.file.whole[0].rows == (first, FileRow("Two:", ("a",)))
    assert edited.place == RowPlace("w", 0, 1)


def test_a_row_is_joined_with_the_next_of_its_group() -> None:
    assert said(applied("w1.0", "join").file)[1] == ["Two. And three."]


def test_a_row_is_joined_with_the_first_of_the_next_group() -> None:
    edited = applied("w0.0", "join")

    assert said(edited.file)[:2] == [["One. Two."], ["And three."]]
    again = apply(edited.file, edit_at(edited.file, "w0.0", "join")).file
    assert said(again)[0] == ["One. Two. And three."]
    assert [source.id for source in again.whole[0].sources] == ["s1", "s2"]


def test_the_last_row_before_a_heading_is_not_joined() -> None:
    with pytest.raises(UnsuitableError):
        applied("w1.1", "join")


def test_a_row_is_removed_and_can_come_back() -> None:
    edited = applied("w1.0", "remove")
    assert said(edited.file)[1] == ["And three."]

    assert edited.after is not None
    back = edit_at(edited.file, str(edited.after), "add", row=edited.removed)
    assert apply(edited.file, back).file == SMALL


def test_a_row_becomes_the_heading_of_the_rows_after_it() -> None:
    added = applied("w0.0", "add", row=FileRow("What we saw")).file
    edited = applied("w0.1", "to_heading", added)

    assert [(g.heading, [r.words for r in g.rows]) for g in edited.file.whole[:3]] == [
        ("", ["One."]),
        ("What we saw", []),
        ("", ["Two.", "And three."]),
    ]
    assert edited.place == RowPlace("w", 1)


def test_sentences_of_the_post_stay_with_their_rows_when_the_first_becomes_a_heading() -> None:
    first = applied("w1.0", "to_heading").file.whole
    assert [(g.heading, [s.id for s in g.sources]) for g in first[1:3]] == [
        ("Two.", []),
        ("", ["s2"]),
    ]
    alone = applied("w0.0", "to_heading").file.whole[0]
    assert (alone.heading, [s.id for s in alone.sources]) == ("One.", ["s1"])


def test_rows_after_a_heading_in_the_middle_of_a_sentence_are_kept() -> None:
    rows = (*SMALL.whole[1].rows, FileRow("Four."))
    file = replace(SMALL, whole=(replace(SMALL.whole[1], rows=rows),))

    whole = applied("w0.1", "to_heading", file).file.whole
    assert [[row.words for row in group.rows] for group in whole] == [["Two."], [], ["Four."]]


@pytest.mark.parametrize(
    "row", [FileRow(""), FileRow("a", ("b",)), FileRow("a", picture=RowPicture("meeting"))]
)
def test_a_heading_is_words_alone(row: FileRow) -> None:
    with pytest.raises(UnsuitableError):
        applied("w0.0", "to_heading", replace(SMALL, whole=(SourceGroup((), (row,)),)))


def test_the_main_points_have_no_headings() -> None:
    file = replace(SMALL, main_points=(SourceGroup((), (FileRow("One."),)),))
    with pytest.raises(UnsuitableError):
        applied("m0.0", "to_heading", file)


def test_rows_move_inside_their_group_and_beyond_it() -> None:
    assert said(applied("w1.1", "up").file)[1] == ["And three.", "Two."]
    assert said(applied("w1.0", "up").file)[:2] == [["One.", "Two."], ["And three."]]
    edited = applied("w1.1", "down")
    assert said(edited.file) == [["One."], ["Two."], [], ["And three."]]
    assert edited.place == RowPlace("w", 3, 0)


@pytest.mark.parametrize(("address", "action"), [("w0.0", "up"), ("m0.0", "up"), ("m1.0", "down")])
def test_the_first_goes_no_higher_and_the_last_no_lower(address: str, action: str) -> None:
    four = replace(SMALL.whole[3], rows=(FileRow("4"),))

    with pytest.raises(UnsuitableError):
        applied(address, action, replace(SMALL, main_points=(SMALL.whole[0], four)))


def test_a_main_point_moves_with_its_sentence() -> None:
    points = (SMALL.whole[0], replace(SMALL.whole[3], rows=(FileRow("4"),)))
    edited = applied("m1.0", "up", replace(SMALL, main_points=points))

    assert edited.file.main_points == points[::-1]


def test_a_row_is_added_below_another_and_for_a_sentence_that_was_left_out() -> None:
    assert said(applied("w1.0", "add").file)[1] == ["Two.", "", "And three."]
    assert said(applied("w3", "add", row=FileRow("Four.")).file)[3] == ["Four."]


def test_a_row_is_added_to_a_part_that_is_empty_and_below_a_heading() -> None:
    added = apply(SMALL, Edit("add", RowPlace("m"), row=FileRow("A point."))).file
    assert added.main_points == (SourceGroup((), (FileRow("A point."),)),)
    below = applied("w2", "add", row=FileRow("Below.")).file
    assert said(below)[2:4] == [[], ["Below."]]


def test_a_heading_is_changed_or_taken_out() -> None:
    assert applied("w2", "heading", words="After").file.whole[2].heading == "After"
    assert applied("w2", "heading", words="").file.whole[2] == replace(SMALL.whole[2], heading="")


def test_a_title_is_changed_but_not_emptied() -> None:
    edit = Edit("title", RowPlace("t"), key=title_key(SMALL), words="A plan")
    assert apply(SMALL, edit).file.title == "A plan"
    with pytest.raises(UnsuitableError):
        apply(SMALL, replace(edit, words=""))


def test_a_word_is_explained_in_its_place_of_the_alphabet() -> None:
    edit = Edit("explain", RowPlace("h"), word="**plan**", meaning="What is to come.")

    words = [known.word for known in apply(SMALL, edit).file.meanings]
    assert words == ["council", "plan", "trust"]


def test_a_meaning_is_changed_and_a_word_forgotten() -> None:
    key = meaning_key(SMALL.meanings[0])
    changed = Edit("meaning", RowPlace("h"), key=key, word="council", meaning="They run a town.")
    forgotten = Edit("forget", RowPlace("h"), key=key)

    assert apply(SMALL, changed).file.meanings[0] == Meaning("council", "They run a town.")
    assert apply(SMALL, forgotten).file.meanings == SMALL.meanings[1:]


# --- another editor was there -----------------------------------------------------------


def test_a_row_that_only_moved_is_found() -> None:
    edit = edit_at(SMALL, "w1.1", "row", row=FileRow("And 3."))
    moved = replace(SMALL, whole=(SourceGroup((), (FileRow("New."),)), *SMALL.whole))

    assert said(apply(file_of(write(moved)), edit).file)[2] == ["Two.", "And 3."]


def test_a_row_that_others_changed_is_a_conflict_with_their_words() -> None:
    edit = edit_at(SMALL, "w0.0", "row", row=FileRow("Mine."))
    theirs = applied("w0.0", "row", row=FileRow("Theirs.")).file

    with pytest.raises(ConflictError) as conflict:
        apply(theirs, edit)
    assert (conflict.value.now, conflict.value.place) == (FileRow("Theirs."), RowPlace("w", 0, 0))


def test_a_row_that_others_removed_is_a_conflict_with_nothing() -> None:
    edit = edit_at(SMALL, "w1.1", "row", row=FileRow("Mine."))
    without = applied("w1.1", "remove").file

    with pytest.raises(ConflictError) as conflict:
        apply(without, edit)
    assert (conflict.value.now, conflict.value.place) == (None, RowPlace("w", 1, 0))


def test_the_row_after_one_that_is_gone_is_not_taken_for_it() -> None:
    edit = edit_at(SMALL, "w1.0", "row", row=FileRow("Mine."))
    without = applied("w1.0", "remove").file

    with pytest.raises(ConflictError) as conflict:
        apply(without, edit)
    assert (conflict.value.now, conflict.value.place) == (None, RowPlace("w", 1))


def test_of_several_new_rows_none_is_taken_for_the_old_one() -> None:
    edit = edit_at(SMALL, "w1.0", "row", row=FileRow("Mine."))
    split = applied("w1.0", "split", words="Theirs.", rest="And theirs.").file

    with pytest.raises(ConflictError) as conflict:
        apply(split, edit)
    assert conflict.value.now is None


def test_one_of_two_equal_rows_is_not_guessed() -> None:
    twice = replace(SMALL, whole=(SourceGroup((), (FileRow("A."), FileRow("B."), FileRow("B."))),))
    edit = edit_at(twice, "w0.1", "row", row=FileRow("Mine."))
    moved = replace(
        twice, whole=(SourceGroup((), (FileRow("0."), FileRow("A."), *(FileRow("B."),) * 2)),)
    )

    with pytest.raises(ConflictError):
        apply(moved, edit)


@pytest.mark.parametrize(
    "edit",
    [
        Edit("title", RowPlace("t"), key="other", words="Mine"),
        Edit("heading", RowPlace("w", 2), group="other", words="Mine"),
        Edit("heading", RowPlace("w", 99), group="other", words="Mine"),
        Edit("explain", RowPlace("h"), word="trust", meaning="Mine."),
        Edit("meaning", RowPlace("h"), key="other", word="trust", meaning="Mine."),
        Edit("forget", RowPlace("h", 9), key="other"),
        Edit("add", RowPlace("w", 99), group="other"),
        Edit("row", RowPlace("w", 99, 99), group="other", key="other"),
        Edit("row", RowPlace("m", 0, 0), group="other", key="other"),
    ],
)
def test_whatever_is_not_as_the_page_believes_is_a_conflict(edit: Edit) -> None:
    with pytest.raises(ConflictError):
        apply(SMALL, edit)


# --- words that would be something else -------------------------------------------------


@pytest.mark.parametrize(
    "words", ["> s1 Mine", "# Mine", "- [x] Mine", "---", "<script>", "**a**: b", "1. One", "| a |"]
)
def test_words_that_look_like_marks_stay_words(words: str) -> None:
    row = FileRow(words, (words,))

    assert applied("w0.0", "row", row=row).file.whole[0].rows == (row,)


def test_words_that_the_file_would_take_for_a_picture_are_refused() -> None:
    with pytest.raises(UnsuitableError):
        applied("w0.0", "row", row=FileRow("![](other) Words."))


def test_an_edit_that_is_none_is_refused() -> None:
    with pytest.raises(UnsuitableError):
        apply(SMALL, Edit("publish", RowPlace("w", 0, 0)))
    with pytest.raises(UnsuitableError):
        applied("w0.0", "split", words="One.", rest="")
    with pytest.raises(UnsuitableError):
        apply(SMALL, Edit("explain", RowPlace("h"), word="**"))


def test_showing_changes_nothing() -> None:
    assert apply(SMALL, Edit("show", RowPlace("w"))).file == SMALL
