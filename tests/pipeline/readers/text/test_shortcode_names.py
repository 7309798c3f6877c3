"""What is known of the names of shortcodes."""

import pytest

from pipeline.readers.text.shortcode_names import is_known, is_layout


@pytest.mark.parametrize("name", ["gallery", "vc_row", "et_pb_text", "sourcecode", "toc"])
def test_shortcodes_in_wide_use_are_known(name: str) -> None:
    assert is_known(name)


@pytest.mark.parametrize("name", ["sic", "a", "minister", "note"])
def test_other_words_are_not(name: str) -> None:
    assert not is_known(name)


@pytest.mark.parametrize("name", ["vc_column", "et_pb_row", "one_half", "one_third_last", "tabs"])
def test_boxes_and_columns_begin_paragraphs(name: str) -> None:
    assert is_layout(name)


@pytest.mark.parametrize("name", ["su_button", "fusion_highlight", "tooltip", "b", "column_title"])
def test_what_stands_in_a_line_does_not(name: str) -> None:
    assert not is_layout(name)
