"""Elements are given other names, and what a vocabulary lacks goes."""

from lxml import etree

from formats.daisy.markup import renamed, unwrap, whole_tables, written


def test_elements_get_other_names_and_lose_attributes_of_the_web() -> None:
    page = etree.fromstring('<b xmlns="x:y"><a id="1" role="r" own="o">t</a></b>')

    renamed(page[0], lambda _, name: "c" if name == "a" else "", ("own",))

    assert not len(page)


def test_an_element_that_stands_alone_is_written_without_its_namespace() -> None:
    page = etree.fromstring('<b xmlns="x:y"><a id="1" role="r">t<i/></a></b>')
    inner = page[0]

    renamed(inner, lambda _, name: "c" if name == "a" else "", ())

    assert written(inner) == '<c id="1">t<i/></c>'


def test_what_is_in_an_element_takes_its_place_with_the_text_after_it() -> None:
    page = etree.fromstring("<p>a<sup><b>1</b></sup>c</p>")

    unwrap(page[0])

    assert written(page) == "<p>a<b>1</b>c</p>"


def test_a_table_has_rows_of_a_body_or_is_none() -> None:
    page = etree.fromstring(
        "<d><table><thead><tr/></thead></table><table><caption>x</caption></table></d>"
    )

    whole_tables(page)

    assert written(page) == "<d><table><tbody><tr/></tbody></table><div><p>x</p></div></d>"
