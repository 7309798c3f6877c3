"""What is printed of an easy-read text: its words and pictures, as values for the templates."""

import io

import pytest
from PIL import Image

from formats.easy_read.on_paper import nodes, reduced, row, shown
from formats.errors import FormatError
from formats.model import Foreign, Media, Style, Styled, Text
from tests.formats.builders import picture, typeface
from tests.formats.easy_read import texts

FACE = typeface()


def test_bold_words_and_words_of_another_language_are_nodes_and_others_are_text() -> None:
    run = (Text("A "), Styled(Style.STRONG, (Text("b"),)), Foreign("ar", (Text("c"),)))
    plain, strong, foreign = nodes(run, FACE)
    assert plain == "A "
    assert strong == {"kind": "strong", "body": ["b"]}
    assert isinstance(foreign, dict)
    assert (foreign["lang"], foreign["dir"]) == ("ar", "rtl")


def test_a_letter_that_no_typeface_has_is_a_sign_and_spaces_are_one() -> None:
    assert shown("a  \n b\U0010fffd", FACE) == "a b\ufffd"


def test_a_row_has_its_number_its_picture_and_its_list() -> None:
    made = texts.row("We need:", 3, "paint", picture=True)
    given = row((7, made, made.sentence.inlines, ()), FACE)
    assert (given["number"], given["picture"], given["entries"]) == (
        7,
        texts.ICON.path,
        [["paint"]],
    )


def test_a_photograph_is_no_finer_than_it_is_printed() -> None:
    with Image.open(io.BytesIO(reduced(picture("a.jpg", width=3000, height=1000)))) as small:
        assert small.size == (700, 233)
    with pytest.raises(FormatError, match="can't be decoded"):
        reduced(Media("a.png", "image/png", b"no picture", 1, 1))
