"""What a listener can escape from or skip, told from the markup."""

import pytest
from lxml import etree

from formats.smil.structure import kind_of, name_structures


@pytest.mark.parametrize(
    ("markup", "inside", "kind"),
    [
        ("<ul/>", "", "list"),
        ("<table/>", "", "table"),
        ("<figure/>", "", "figure"),
        ("<p/>", "", ""),
        ("<li/>", "list", "list-item"),
        ("<tr/>", "table", "table-row"),
        ("<td/>", "table", "table-cell"),
        ("<li/>", "table", ""),
        ('<section role="doc-endnotes"/>', "", "endnotes"),
        ("<aside/>", "endnotes", "footnote"),
        ('<section role="doc-chapter"/>', "", "chapter"),
        ("<section/>", "", ""),
    ],
)
def test_an_element_is_of_the_kind_that_its_place_makes_it(
    markup: str, inside: str, kind: str
) -> None:
    assert kind_of(etree.fromstring(markup), inside)[0] == kind


def test_a_structure_inside_another_is_none_of_its_own() -> None:
    """A player that leaves one could not tell which."""
    inner = etree.fromstring("<ul/>")
    kind, within = kind_of(inner, "list")

    assert kind == ""
    assert kind_of(etree.fromstring("<li/>"), within)[0] == ""


def test_a_list_inside_a_note_is_a_list_and_its_entries_are_no_notes() -> None:
    _, within = kind_of(etree.fromstring("<aside/>"), "endnotes")
    kind, below = kind_of(etree.fromstring("<ul/>"), within)

    assert kind == "list"
    assert kind_of(etree.fromstring("<li/>"), below)[0] == "list-item"


def test_every_structure_without_an_id_is_given_one_and_the_others_keep_theirs() -> None:
    page = etree.fromstring('<body><ul><li/><li id="own"/></ul><ol/></body>')
    name_structures(page)

    assert [e.get("id") for e in page.iter("ul", "li", "ol")] == [
        "list-1",
        "list-item-1",
        "own",
        "list-2",
    ]
