"""When a post changes, its easy-read file follows, and no word of the editor's does."""

from dataclasses import replace

from formats.model import Post
from pipeline.easy_read.draft import draft
from pipeline.easy_read.easy_file import GONE, EasyFile, FileRow, SourceGroup
from pipeline.easy_read.state import digest_of
from pipeline.easy_read.update import PostChange, update
from pipeline.split.sentences import split
from tests.formats.builders import paragraph, post_of


def _post(*sentences: str) -> Post:
    return split(post_of(*(paragraph(words) for words in sentences)))


def _edited(post: Post) -> EasyFile:
    """A draft in which an editor has said every sentence anew, and is done."""
    made = draft(post)
    whole = tuple(
        replace(group, rows=(FileRow(f"My words {n}.", done=True),))
        for n, group in enumerate(made.whole)
    )
    return replace(made, main_points=(), whole=whole)


def test_a_post_that_did_not_change_changes_nothing() -> None:
    post = _post("The tide came in.", "It went out.")
    file = _edited(post)
    assert update(file, post) == (file, ())


def test_a_changed_sentence_is_shown_beside_the_editors_row_which_stays() -> None:
    file = _edited(_post("The tide came in at three.", "It went out."))
    new, changes = update(file, _post("The tide came in at four.", "It went out."))
    assert changes == (
        PostChange("The tide came in at three.", "The tide came in at four.", ("My words 0.",)),
    )
    assert [row.words for row in new.rows] == ["My words 0.", "My words 1."]
    assert [row.done for row in new.rows] == [False, True]
    assert update(new, _post("The tide came in at four.", "It went out."))[1] == ()


def test_a_sentence_before_the_others_moves_their_ids_and_opens_no_box() -> None:
    file = _edited(_post("The tide came in.", "It went out."))
    new, changes = update(
        file, _post("A new beginning stands here.", "The tide came in.", "It went out.")
    )
    assert changes == (PostChange("", "A new beginning stands here."),)
    assert [[s.id for s in group.sources] for group in new.whole] == [["s1"], ["s2"], ["s3"]]
    assert all(row.done for row in new.rows)


def test_a_new_sentence_gets_a_place_and_no_row_so_that_a_signature_stands() -> None:
    file = _edited(_post("The tide came in.", "It went out."))
    new, _ = update(file, _post("The tide came in.", "Boats were there too.", "It went out."))
    assert new.whole[1] == SourceGroup(new.whole[1].sources)
    assert digest_of(new) == digest_of(file)


def test_a_sentence_that_is_gone_is_marked_and_its_rows_stay() -> None:
    file = _edited(_post("The tide came in.", "Gulls cried aloud."))
    new, changes = update(file, _post("The tide came in."))
    assert changes == (PostChange("Gulls cried aloud.", "", ("My words 1.",)),)
    assert new.whole[1].sources[0].id == GONE
    assert [row.words for row in new.rows] == ["My words 0.", "My words 1."]
    assert update(new, _post("The tide came in."))[1] == ()


def test_a_file_written_by_hand_without_sentences_of_the_post_stays_as_it_is() -> None:
    file = EasyFile("x", "T", whole=(SourceGroup(rows=(FileRow("Mine."),)),))
    assert update(file, _post("The tide came in.")) == (file, ())


def test_main_points_follow_too() -> None:
    post = _post("The tide came in at three.")
    new, _ = update(draft(post), _post("The tide came in at four."))
    assert new.main_points[0].sources[0].words == "The tide came in at four."
