"""What is said of what is not prose: pictures and program text."""

import pytest

from formats.model import (
    CodeBlock,
    Figure,
    Picture,
)
from tests.formats.builders import (
    sentences,
)
from tests.pipeline.script.scripts import said


def test_a_picture_is_said_once_by_its_alternative_text_then_its_caption() -> None:
    figure = Figure("", Picture("p.jpg", "A boat."), sentences("The Mary Ann in 1905."))
    assert said(figure) == ["Picture: A boat.", "The Mary Ann in nineteen oh five."]


@pytest.mark.parametrize(
    ("alt", "caption", "notice"),
    [
        (None, "", "Picture without a description."),
        (None, "A boat.", "Picture."),
        ("", "", "Picture."),
        ("a boat", "A boat.", "Picture."),
        ("The boat, at sea", "Here: the boat at sea.", "Picture."),
        ("oat", "A boat.", "Picture: oat."),
        ("A boat at sea.", "A boat.", "Picture: A boat at sea."),
    ],
)
def test_a_picture_never_says_the_same_words_twice_nor_nothing(
    alt: str | None, caption: str, notice: str
) -> None:
    figure = Figure("", Picture("p.jpg", alt), sentences(caption) if caption else ())
    assert said(figure) == [notice, caption] if caption else [notice]


@pytest.mark.parametrize(
    ("text", "language", "notice"),
    [
        ("a\nb\n", "python", "Code example, two lines of Python."),
        ("a", "", "Code example, one line."),
        ("a", "text", "Code example, one line."),
        ("a", "c#", "Code example, one line of C sharp."),
        ("a", "brainfuck", "Code example, one line of Brainfuck."),
        ("a", '"><script>', "Code example, one line."),
    ],
)
def test_of_code_its_length_and_language_are_said(text: str, language: str, notice: str) -> None:
    assert said(CodeBlock("", text, language)) == [notice]


def test_what_is_said_of_a_picture_ends_in_one_stop() -> None:
    marks = {
        "A boat!": "Picture: A boat!",
        "A “boat.”": "Picture: A “boat.”",
        "A boat": "Picture: A boat.",
    }

    for alt, notice in marks.items():
        assert said(Figure("", Picture("p.jpg", alt), ())) == [notice]
