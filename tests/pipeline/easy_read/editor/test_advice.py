"""What is said of a row while it is written."""

from dataclasses import replace

import pytest

from pipeline.easy_read.easy_file import EasyFile, FileRow, SourceGroup
from pipeline.easy_read.editor.advice import of_row, of_rows
from pipeline.easy_read.writing import EasyPost
from tests.pipeline.easy_read.editor.served import place_of, write_posts


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> EasyPost:
    folder = tmp_path_factory.mktemp("advice") / "posts"
    write_posts(folder)
    return place_of(folder)


def file_with(*rows: FileRow) -> EasyFile:
    return EasyFile("plan.easy.md", "The plan", whole=(SourceGroup((), rows),))


def told(words: str, place: EasyPost) -> set[tuple[str, str]]:
    file = file_with(FileRow("First."), FileRow(words))
    found = of_row(file, 1, place)
    assert all(one.message and one.remedy for one in found)
    assert of_rows(file, place) == ((), found)
    return {(one.rule, str(one.level)) for one in found}


LONG = " ".join(["word"] * 16)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"{LONG}.", ("ER-S01", "warning")),
        (f"{LONG} {LONG}.", ("ER-S01", "error")),
        ("We met. We ate.", ("ER-S09", "error")),
        ("We met; we ate.", ("ER-S04", "error")),
        ("We met (in May).", ("ER-S08", "warning")),
        ("We don’t know.", ("ER-S07", "error")),
        ("We’ll know.", ("ER-S07", "warning")),
        ("They bend the knee.", ("ER-W06", "warning")),
        ("They like tokenism.", ("ER-W01", "error")),
    ],
)
def test_what_is_hard_is_told(words: str, expected: tuple[str, str], place: EasyPost) -> None:
    assert expected in told(words, place)


@pytest.mark.parametrize(
    "words",
    ["", "We met at 3.30 on Monday.", " ".join(["word"] * 15), "Anna’s plan.", "Dr. no one."],
)
def test_what_is_easy_is_left_alone(words: str, place: EasyPost) -> None:
    assert told(words, place) == set()


def test_each_entry_of_a_list_is_looked_at_for_itself(place: EasyPost) -> None:
    row = FileRow("We need:", ("money; time", " ".join(["word"] * 14)))

    assert [f.rule for f in of_row(file_with(row), 0, place)] == ["ER-S04"]


def test_words_are_only_looked_at_in_english(place: EasyPost) -> None:
    french = replace(place, post=replace(place.post, language="fr"))

    assert told("Le tokenism; c’est don’t.", french) == {("ER-S04", "error")}
