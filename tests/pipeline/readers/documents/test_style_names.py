"""Names of styles mean the same in whichever program wrote them."""

import pytest

from pipeline.readers.documents.style_names import is_code, role


@pytest.mark.parametrize(
    ("name", "meaning"),
    [("heading 1", "h1"), ("Heading 9", "h6"), ("Heading", "h1"), ("Title", "title"),
     ("Intense Quote", "quote"), ("Block Text", "quote"), ("Quotations", "quote"),
     ("Source Code", "code"), ("caption", "caption"), ("toc 3", "contents"),
     ("Contents 2", "contents"), ("Normal", ""), ("Heading 1 Char", "")],
)  # fmt: skip
def test_a_name_says_what_a_paragraph_is(name: str, meaning: str) -> None:
    assert role(name) == meaning


def test_a_name_says_that_words_are_program_text() -> None:
    assert is_code("Verbatim Char")
    assert not is_code("Strong")
