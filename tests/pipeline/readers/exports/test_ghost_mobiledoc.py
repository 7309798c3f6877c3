"""Mobiledoc becomes HTML: markups open and close where the text has them."""

import json

import pytest

from pipeline.readers.exports.ghost_mobiledoc import from_mobiledoc


def made(*sections: object, **tables: object) -> str:
    return from_mobiledoc(json.dumps({"version": "0.3.1", "sections": sections, **tables}))


def test_markups_open_and_close_as_the_markers_say() -> None:
    markers = [[0, [0], 0, "a"], [0, [1], 2, "b"], [0, [], 0, " < c"]]
    markups = [["strong"], ["a", ["rel", "x", "href", "https://a.org"]]]

    assert made([1, "p", markers], markups=markups) == (
        '<p><strong>a<a href="https://a.org">b</a></strong> &lt; c</p>'
    )


def test_a_soft_return_is_a_line_break_and_another_atom_keeps_its_text() -> None:
    markers = [[0, [], 0, "a"], [1, [], 0, 0], [1, [], 0, 1]]
    atoms = [["soft-return", "", {}], ["mention", "@ada", {}]]

    assert made([1, "p", markers], atoms=atoms) == "<p>a<br>@ada</p>"


def test_lists_cards_images_and_headings_are_elements() -> None:
    one = [[0, [], 0, "x"]]

    assert made([3, "ol", [one, one]]) == "<ol><li>x</li><li>x</li></ol>"
    assert made([10, 0], cards=[["hr", {}]]) == "<hr>"
    assert made([2, "a.png"]) == '<figure><img src="a.png"></figure>'
    assert made([1, "h3", one]) == "<h3>x</h3>"
    assert made([1, "pull-quote", one]) == "<blockquote>x</blockquote>"


def test_a_markup_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert made([1, "p", [[0, [0], 0, "x"]]], markups=[["em"]]) == "<p><em>x</em></p>"


def test_active_markup_is_no_element() -> None:
    markers = [[0, [0], 1, "x"]]

    assert made([1, "script", markers], markups=[["script"]]) == "<p><span>x</span></p>"


@pytest.mark.parametrize(
    "section", [5, [], [1], [10, 99], [10, -1], [1, "p", [[0, [99], 7, None]]], [3, "ul", [5]]]
)
def test_values_of_other_types_are_no_fault(section: object) -> None:
    made(section)
