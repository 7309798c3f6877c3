"""Blocks that touch each other are set apart; program text stays as it is."""

import pytest

from pipeline.readers.text.apart import set_apart

CASES = {
    "a table below a paragraph": ("Text\na | b\n--|--\nc | d", "Text\n\na | b\n--|--\nc | d"),
    "a heading between paragraphs": ("a\n## b\nc", "a\n\n## b\n\nc"),
    "an underlined heading": ("a\n===\nb", "a\n===\n\nb"),
    "short forms": ("*[A]: a\n*[B]: b", "*[A]: a\n\n*[B]: b"),
    "terms": ("a\n: b\nc\n: d", "a\n: b\n\nc\n: d"),
    "definitions of one term": ("a\n: b\n: c", "a\n: b\n\n: c"),
    "a fence": ("```\na\n# b\nc\n```", "```\na\n# b\nc\n```"),
    "a paragraph": ("a\nb #c", "a\nb #c"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_what_ends_by_itself_has_an_empty_line_beside_it(text: str, expected: str) -> None:
    assert set_apart(text) == expected
