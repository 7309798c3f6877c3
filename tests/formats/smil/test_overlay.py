"""An overlay follows its page: the same ids, in the same order, each with its sound."""

from lxml import etree

from formats.smil.clips import AudioClip
from formats.smil.overlay import page_overlay
from formats.smil.structure import name_structures

PAGE = """<body><p id="s1"/><ul><li><span id="s2"/></li></ul><ol><li/></ol><p id="s3"/></body>"""
OPS = "{http://www.idpf.org/2007/ops}"
HEARD = {
    unit: AudioClip("post.mp3", n * 1500, (n + 1) * 1500) for n, unit in enumerate(["s3", "s2"])
}


def overlay() -> etree._Element:
    page = etree.fromstring(PAGE)
    name_structures(page)
    return etree.fromstring(page_overlay(page, "post.xhtml", HEARD))


def test_it_names_what_is_heard_in_the_order_of_the_page() -> None:
    """`s1` is not heard, and the clips stand in another order than the page."""
    texts = [text.get("src") for text in overlay().iter("{*}text")]

    assert texts == ["post.xhtml#s2", "post.xhtml#s3"]


def test_the_text_comes_before_its_sound() -> None:
    for par in overlay().iter("{*}par"):
        assert [etree.QName(child).localname for child in par] == ["text", "audio"]


def test_each_sound_has_its_file_its_beginning_and_its_end() -> None:
    (second,) = [a for a in overlay().iter("{*}audio") if a.get("clipBegin") == "0:00:01.500"]

    assert second.get("src") == "post.mp3"
    assert second.get("clipEnd") == "0:00:03.000"


def test_a_structure_is_a_seq_and_one_in_which_nothing_is_heard_is_none() -> None:
    names = [(seq.get(f"{OPS}type"), seq.get(f"{OPS}textref")) for seq in overlay().iter("{*}seq")]

    assert names == [("list", "post.xhtml#list-1"), ("list-item", "post.xhtml#list-item-1")]
