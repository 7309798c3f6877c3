"""A page of the large print begins in a book where the first sentence on it does."""

from lxml import etree

from formats.smil.page_marks import mark_pages

XHTML = "http://www.w3.org/1999/xhtml"


def marked(body: str, pages: dict[str, int]) -> str:
    page = etree.fromstring(f'<body xmlns="{XHTML}">{body}</body>')
    mark_pages(page, pages, lambda number: etree.Comment(str(number)))
    text = etree.tostring(page, encoding="unicode")
    return text.split(">", 1)[1].removesuffix("</body>").replace(f' xmlns="{XHTML}"', "")


def test_a_page_begins_where_the_first_sentence_on_it_does() -> None:
    body = '<p><span id="s1">A</span> <span id="s2">B</span></p>'

    assert marked(body, {"s1": 1, "s2": 2}) == (
        '<p><!--1--><span id="s1">A</span> <!--2--><span id="s2">B</span></p>'
    )


def test_a_page_on_which_nothing_begins_is_marked_with_the_next() -> None:
    assert marked('<p><span id="s1">A</span></p>', {"s1": 3}) == (
        '<p><!--1--><!--2--><!--3--><span id="s1">A</span></p>'
    )


def test_the_name_of_a_heading_has_no_number_of_a_page_in_it() -> None:
    assert marked('<h2><span id="s1">A</span></h2>', {"s1": 1}) == (
        '<!--1--><h2><span id="s1">A</span></h2>'
    )


def test_pages_that_go_back_are_not_marked_twice() -> None:
    """Notes stand at the end on paper, wherever they are in the post."""
    body = '<p><span id="s1">A</span></p><p><span id="s2">B</span></p>'

    assert marked(body, {"s1": 2, "s2": 1}).count("<!--") == 2
