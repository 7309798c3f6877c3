"""YAML as people write it."""

import pytest

from pipeline.errors import ReadError
from pipeline.readers.text.yaml_fields import read
from tests.pipeline.readers.html.trees import text_file


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("title: Un mot : deux", "Un mot : deux"),
        ("title: Part 1: on\ndate: 2026-01-01", "Part 1: on"),
        ('title: Say "a": b', 'Say "a": b'),
        ("title:\tTab", "Tab"),
        ("title: “Curly”", "Curly"),
        ("title: Say “a” and “b”", "Say “a” and “b”"),
    ],
)
def test_a_title_is_taken_as_it_is_written(text: str, title: str) -> None:
    fields, _ = read(text, text_file(text), 2)
    assert fields.values["title"] == title


def test_curly_marks_around_a_value_are_told_with_their_line() -> None:
    _, findings = read("a: 1\ntitle: “T”", text_file(""), 2)
    assert [(f.code, f.where) for f in findings] == [("front-matter-quotes", "post.md:3")]


@pytest.mark.parametrize("text", ["a: [1", "a: *b", "- a\n- b", "a: {b: c: d}", "[" * 5000])
def test_what_is_broken_stays_an_error(text: str) -> None:
    with pytest.raises(ReadError):
        read(text, text_file(text), 2)
