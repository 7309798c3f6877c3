"""JSON is read within bounds, and looked into without trusting any type."""

import pytest

from pipeline.errors import ReadError
from pipeline.readers.exports import data
from tests.pipeline.readers.exports.shapes import file


@pytest.mark.parametrize("head", [b'{"a": 1}', b' [ {"a"', b"\xef\xbb\xbf{}", b"[1,", b"{\n\t"])
def test_json_is_known_by_its_beginning(head: bytes) -> None:
    assert data.is_json(head)


@pytest.mark.parametrize("head", [b"", b"[link](a)", b"{{ tag }}", b"{% if %}", b"<a>"])
def test_other_texts_are_no_json(head: bytes) -> None:
    assert not data.is_json(head)


@pytest.mark.parametrize(
    "text",
    ["{", "nothing", "[" * 100_000, '{"a":' * 100_000, f"[{'1' * 5000}]", "[[]," * 1_000_001],
    ids=["cut off", "words", "lists", "objects", "number", "many"],
)
def test_what_is_broken_or_too_much_is_an_error_with_a_remedy(text: str) -> None:
    with pytest.raises(ReadError) as raised:
        data.load(file(text, "a.json"))

    assert raised.value.remedy


def test_a_log_of_many_values_is_none() -> None:
    assert data.load(file('{"a": 1}\n{"a": 2}', "a.json")) is None


def test_any_value_may_stand_where_another_is_meant() -> None:
    assert data.row([1]) == {}
    assert data.rows([1, {"a": 1}, None]) == [{"a": 1}]
    assert data.rows({"a": 1}) == []
    assert data.string({"a": [], "b": " ", "c": True, "d": 5}, "a", "b", "c", "d") == "5"
    assert data.line({"a": " one\n two "}, "a") == "one two"
    assert data.strings(["a", 1, " a ", ""]) == ("a",)
    assert data.strings("abc") == ()


@pytest.mark.parametrize("flag", [True, 1, "1", "true"])
def test_a_flag_is_set_in_each_notation(flag: data.Json) -> None:
    assert data.truth(flag)


@pytest.mark.parametrize("flag", [False, 0, "", None, [], {}, "false"])
def test_a_flag_is_not_set_by_anything_else(flag: data.Json) -> None:
    assert not data.truth(flag)


def test_tables_are_joined_in_their_order() -> None:
    table: data.Json = [
        {"post_id": "p", "tag_id": "b", "sort_order": 1},
        {"post_id": "p", "tag_id": "a", "sort_order": 0},
        {"post_id": 7, "tag_id": "c"},
    ]

    assert data.grouped(table, "post_id", "tag_id") == {"p": ["a", "b"], "7": ["c"]}
    assert data.by_id([{"id": 1, "name": "x"}]) == {"1": {"id": 1, "name": "x"}}
