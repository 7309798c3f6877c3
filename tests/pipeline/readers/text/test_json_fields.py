"""JSON in front of a post."""

import pytest

from pipeline.errors import ReadError
from pipeline.readers.text.json_fields import leading, read
from tests.pipeline.readers.html.trees import text_file


def test_keys_have_values_as_text_and_their_lines() -> None:
    fields, findings = read('{\n"title": "T",\n"Draft": true\n}', text_file(""), 2)
    assert (fields.values, fields.lines) == (
        {"title": "T", "draft": "true"},
        {"title": 3, "draft": 4},
    )
    assert findings == ()


def test_an_object_ends_where_its_last_brace_is() -> None:
    text = '{"a": {"b": "}"}} rest'
    assert text[leading(text, text_file(text), 1)[1] :] == " rest"


@pytest.mark.parametrize("text", ['{"a": ', '{"a" 1}', '{"a":' * 5000])
def test_what_is_broken_is_an_error(text: str) -> None:
    with pytest.raises(ReadError):
        leading(text, text_file(text), 1)
