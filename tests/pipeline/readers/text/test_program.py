"""Program text in Markdown: fences and code spans."""

import re

import pytest

from pipeline.readers.text.program import Program, regions, substitute

CASES = {
    "a span": ("a `b` c", ["`b`"]),
    "a span over a line end": ("`a\nb` c", ["`a\nb`"]),
    "a span that ends in no other paragraph": ("`a\n\nb` c", []),
    "two backticks": ("``a ` b`` c", ["``a ` b``"]),
    "an escaped backtick": (r"\`a` b`", ["` b`"]),
    "a fence": ("a\n```\nb\n```\nc", ["```\nb\n```\n"]),
    "a fence in an entry": ("- ```\n  b\n  ```\nc", ["- ```\n  b\n  ```\n"]),
    "a fence in a quotation": ("> ~~~\n> b\n> ~~~\nc", ["> ~~~\n> b\n> ~~~\n"]),
    "a fence inside a fence": ("````\n```\n````\nc", ["````\n```\n````\n"]),
    "a fence without an end": ("~~~\na", ["~~~\na"]),
}


@pytest.mark.parametrize(("text", "found"), CASES.values(), ids=CASES.keys())
def test_program_text_is_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in regions(text)] == found


def test_a_place_in_program_text_knows_where_that_ends() -> None:
    program = Program("a `b` c")
    assert [program.end(place) for place in (0, 2, 4, 5)] == [0, 5, 5, 0]


def test_only_what_stands_outside_is_replaced() -> None:
    assert substitute(re.compile("x"), lambda _: "y", "x `x` x\n\n```\nx\n```\nx") == (
        "y `x` y\n\n```\nx\n```\ny"
    )
