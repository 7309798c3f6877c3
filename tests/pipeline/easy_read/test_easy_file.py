"""The file of an easy-read text: read as an editor writes it, and never written with less."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.easy_read.easy_file import (
    EasyFile,
    FileRow,
    Meaning,
    RowPicture,
    Source,
    SourceGroup,
    paths,
    read,
    write,
)
from pipeline.errors import ReadError

WHOLE = EasyFile(
    "tide.easy.md",
    "The tide",
    (("post", "tide"), ("drafted", "ab12")),
    (SourceGroup((Source("s1", "The tide came in."),), (FileRow("The sea rose."), FileRow(""))),),
    (
        SourceGroup((Source("s1", "The tide came in."), Source("s2", "It was high."))),
        SourceGroup((Source("s3", "Boats"),), heading="Boats"),
        SourceGroup(
            (Source("s4", "We need nails and paint."),),
            (
                FileRow("We need:", ("nails", "paint"), picture=RowPicture("boat"), done=True),
                FileRow("First:", ("rise", "fall"), numbered=True),
            ),
        ),
    ),
    (Meaning("tide", "The sea moving up and down."),),
)


def test_what_is_written_reads_back_the_same() -> None:
    assert read(write(WHOLE), WHOLE.name) == WHOLE


def test_a_row_is_one_line_so_that_two_editors_changes_can_be_merged() -> None:
    lines = write(WHOLE).splitlines()
    assert "- [x] ![](boat) We need:" in lines
    assert "> s4 We need nails and paint." in lines


_WORDS = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1, max_size=20)


@given(st.lists(_WORDS, max_size=8), st.booleans())
def test_no_words_of_a_row_are_lost_whatever_they_are(words: list[str], done: bool) -> None:  # noqa: FBT001 (hypothesis gives it so)
    rows = tuple(FileRow(f"Row {word}", done=done) for word in words)
    file = replace(WHOLE, whole=(SourceGroup(rows=rows),) if rows else ())
    assert read(write(file), file.name) == file


def test_the_example_for_editors_is_such_a_file() -> None:
    text = (Path(__file__).parents[3] / "docs/easy-read.md").read_text("utf-8")
    example = text.partition("```markdown\n")[2].partition("```")[0]
    file = read(example, "the-tide.easy.md")
    assert [row.words for row in file.rows] == [
        "The sea rose at night.",
        "People met to talk.",
        "We need:",
    ]
    assert write(file) == example


def test_an_editor_can_write_it_by_hand_with_no_boxes_and_no_sentences_of_the_post() -> None:
    file = read(
        "# The tide\n\nThe sea rises.\n* It falls.\n- ![A boat](boat.jpg) Boats float.\n", "x"
    )
    assert [row.words for row in file.rows] == ["The sea rises.", "It falls.", "Boats float."]
    assert file.rows[2].picture == RowPicture("boat.jpg", "A boat")
    assert file.whole[0].sources == ()


def test_windows_line_ends_and_a_byte_order_mark_are_no_words() -> None:
    text = "\ufeff" + write(WHOLE).replace("\n", "\r\n")
    assert read(text, WHOLE.name) == WHOLE


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("The sea rises.\n", 1, "no title"),
        ("# T\n\n## Other\n\n## Hard words\n\n## Other\n", 7, "no place here"),
        ("# T\n\n#### Deep\n", 3, "no place here"),
        ("# T\n\n| a | b |\n", 3, "no row"),
        ("# T\n\n```\ncode\n```\n", 3, "no row"),
        ("# T\n\n<!-- note -->\n", 3, "no row"),
        ("# T\n\n  - an entry of nothing\n", 3, "belongs to no row"),
        ("# T\n\n## Hard words\n\ntide: the sea\n", 5, "no hard word"),
        ("---\npost tide\n---\n# T\n", 2, "can't be read"),
        ("---\npost: tide\n", 1, "no end"),
    ],
)
def test_what_has_no_place_is_refused_with_its_line(text: str, line: int, message: str) -> None:
    """Better than to lose it when the file is written again."""
    with pytest.raises(ReadError) as error:
        read(text, "tide.easy.md")
    assert error.value.where == f"tide.easy.md:{line}"
    assert message in error.value.message
    assert error.value.remedy


def test_sentences_side_by_side_are_said_by_the_rows_below_them() -> None:
    file = read("# T\n\n> s1 One.\n> s2 Two.\n\n- [ ] Both.\n\n> s3 Three.\n", "x")
    assert [[s.id for s in group.sources] for group in file.whole] == [["s1", "s2"], ["s3"]]
    assert [len(group.rows) for group in file.whole] == [1, 0]


def test_facts_are_kept_and_one_without_a_value_is_taken_out() -> None:
    signed = WHOLE.with_facts(signed="cd34", drafted="")
    assert dict(signed.facts) == {"post": "tide", "signed": "cd34"}
    assert signed.fact("none") == ""


def test_files_are_found_by_the_slug_of_their_post_in_any_folder(tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "tide.easy.md").write_text("# T\n")
    assert paths(tmp_path) == {"tide": tmp_path / "2026/tide.easy.md"}
