"""Trees of XML are changed in place."""

from lxml import etree

from pipeline.readers.documents.xml_trees import (
    drop_attribute,
    parent_name,
    remove,
    replace,
    text_of,
    unwrap,
)


def test_elements_are_taken_out_put_in_and_unwrapped() -> None:
    root = etree.fromstring("<a><b><c/><d/></b><e x='1'/></a>")
    unwrap(root[0])
    replace(root[0], etree.Element("f"))
    remove(root[1])
    drop_attribute(root[1], "x")
    drop_attribute(root[1], "y")

    assert etree.tostring(root) == b"<a><f/><e/></a>"


def test_the_top_has_no_parent_and_nothing_has_no_text() -> None:
    root = etree.fromstring("<a>x<b>y</b></a>")

    assert (parent_name(root), parent_name(root[0])) == ("", "a")
    assert (text_of(root), text_of(None)) == ("xy", "")
