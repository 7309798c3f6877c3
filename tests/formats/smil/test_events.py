"""What a page plays, in the structures that one can leave."""

from lxml import etree

from formats.smil.events import Structure, events, first_unit

PAGE = """<body><section role="doc-chapter" id="post"><h1><span id="t">T</span></h1>
<ul id="l"><li id="i"><span id="a">A</span></li><li id="j"/></ul><p>Silent</p>
<table id="none"><tr><td>x</td></tr></table></section></body>"""


def test_units_are_played_in_their_order_inside_their_structures() -> None:
    item = Structure("list-item", "i", ("a",))
    post = Structure("chapter", "post", ("t", Structure("list", "l", (item,))))

    assert events(etree.fromstring(PAGE), {"t", "a"}) == (post,)


def test_a_structure_that_is_not_heard_is_left_out() -> None:
    (post,) = events(etree.fromstring(PAGE), {"t"})

    assert isinstance(post, Structure)
    assert post.events == ("t",)


def test_the_first_unit_of_a_structure_is_that_of_its_first_part() -> None:
    (post,) = events(etree.fromstring(PAGE), {"a"})

    assert first_unit(post) == "a"
    assert first_unit("s1") == "s1"
