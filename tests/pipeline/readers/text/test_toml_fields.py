"""TOML as people write it."""

import pytest

from pipeline.errors import ReadError
from pipeline.readers.text.toml_fields import plain, read
from tests.pipeline.readers.html.trees import text_file


def test_curly_quotation_marks_are_taken_for_straight_ones_and_told() -> None:
    fields, findings = read("title = “T”\ntags = [“a”, ‘b’]", text_file(""), 2)
    assert (fields.values["title"], fields.values["tags"]) == ("T", ["a", "b"])
    assert [finding.code for finding in findings] == ["front-matter-quotes"]


def test_curly_marks_inside_a_value_stay() -> None:
    fields, findings = read('title = "Say “a”"', text_file(""), 2)
    assert (fields.values["title"], findings) == ("Say “a”", ())


@pytest.mark.parametrize("table", ["taxonomies", "extra", "params"])
def test_a_table_of_a_generator_counts_where_the_post_itself_says_nothing(table: str) -> None:
    fields, _ = read(f'lang = "cy"\n[{table}]\nlang = "en"\ntags = ["a"]', text_file(""), 2)
    assert (fields.values["lang"], fields.values["tags"]) == ("cy", ["a"])


@pytest.mark.parametrize("text", ["a = ", "a = " + "9" * 5000, "a = " + "[" * 5000])
def test_what_is_broken_is_an_error(text: str) -> None:
    with pytest.raises(ReadError):
        read(text, text_file(text), 2)


def test_values_become_text() -> None:
    assert plain({"A": [True, None, 1.5]}) == {"a": ["true", "", "1.5"]}
