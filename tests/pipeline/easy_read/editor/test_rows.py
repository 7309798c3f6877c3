"""The rows as markup: every box has a name of its own, and words are text."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from pipeline.easy_read.easy_file import EasyFile, FileRow, Meaning, RowPicture, Source, SourceGroup
from pipeline.easy_read.editor.rows import explain_html, remarks_text, view_of, work_html
from pipeline.easy_read.writing import EasyPost
from tests.pipeline.easy_read.editor.served import TEXT, file_of, place_of, write_posts

HOSTILE = '"><script>alert(1)</script>&amp;</textarea>'


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> EasyPost:
    folder = tmp_path_factory.mktemp("rows") / "posts"
    write_posts(folder)
    return place_of(folder)


def soup(file: EasyFile, place: EasyPost) -> BeautifulSoup:
    return BeautifulSoup(work_html(view_of(file, place)), "lxml")


def test_each_box_and_button_has_a_name_that_no_other_has(place: EasyPost) -> None:
    page = soup(file_of(), place)
    labels = [" ".join(label.get_text().split()) for label in page.find_all("label")]
    boxes = page.select("textarea, input")

    assert "Row 2, sentence" in labels
    assert len(labels) == len(boxes)
    assert len(set(labels)) == len(labels)
    names = [
        " ".join(button.get_text().split())
        for button in page.select(".row button, .meaning button")
    ]
    assert len(set(names)) == len(names)


def test_rows_are_numbered_through_both_parts(place: EasyPost) -> None:
    numbers = [heading.get_text() for heading in soup(file_of(), place).find_all("h3")]

    assert numbers == ["Row 1", "Row 2", "Row 3", "Row 4", "Row 5"]


def test_the_post_stands_beside_its_rows(place: EasyPost) -> None:
    group = soup(file_of(), place).find(id="w1")

    assert group is not None
    assert "It wants to end tokenism." in group.select(".post")[0].get_text()
    assert len(group.select(".row")) == 2


def test_a_sentence_that_was_left_out_can_be_written(place: EasyPost) -> None:
    group = soup(file_of(), place).find(id="w4")

    assert group is not None
    assert "Left out." in group.get_text()
    assert (
        group.select("[data-do=add]")[0].get_text() == "Write a row for this (Anna will write it.)"
    )


def test_words_of_others_are_text(place: EasyPost) -> None:
    row = FileRow(HOSTILE, (HOSTILE,), picture=RowPicture(HOSTILE, HOSTILE))
    groups = (SourceGroup((Source("s1", HOSTILE),), (row,)), SourceGroup((), heading=HOSTILE))
    file = EasyFile("a.easy.md", HOSTILE, (), groups[:1], groups, (Meaning(HOSTILE, HOSTILE),))
    page = soup(file, place)

    assert page.find("script") is None
    assert {box.get_text() for box in page.select("textarea")} == {HOSTILE}
    assert page.select(".picture")[0]["data-alt"] == HOSTILE


def test_a_picture_that_is_not_there_is_told(place: EasyPost) -> None:
    file = replace(
        file_of(), main_points=(SourceGroup((), (FileRow("A.", picture=RowPicture("no")),)),)
    )

    assert "There is no picture “no”" in soup(file, place).get_text()


def test_what_is_heard_names_the_row(place: EasyPost) -> None:
    told = view_of(file_of(), place).told

    assert remarks_text(2, told[1]) == "Row 2: The checker finds nothing here."
    assert remarks_text(3, told[2]).startswith("Row 3: “tokenism” is a hard word")


def test_a_hard_word_has_a_button_that_brings_its_meaning(place: EasyPost) -> None:
    html = BeautifulSoup(explain_html(file_of(), 2, place), "lxml")

    (button,) = html.find_all("button")
    assert button.get_text() == "Explain “tokenism”"
    assert str(button["data-meaning"]).startswith("Doing something only")


def test_a_sentence_that_is_gone_from_the_post_is_marked(place: EasyPost) -> None:
    file = file_of(TEXT.replace("> s5 ", "> gone "))

    assert "The post does not say this any more." in soup(file, place).get_text()
