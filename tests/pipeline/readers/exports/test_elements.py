"""Elements of feeds have one name each, and texts that keep their markup or their signs."""

import pytest
from lxml import etree

from pipeline.readers.exports.elements import Children, attribute, language, markup, name, text

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"


def element(xml: str) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(recover=True))


@pytest.mark.parametrize(
    ("xml", "named"),
    [
        ("<pubDate/>", "pubdate"),
        (f'<x:entry xmlns:x="{ATOM}"/>', "entry"),
        ('<entry xmlns="http://purl.org/atom/ns#"/>', "entry"),
        ('<item xmlns="http://purl.org/rss/1.0/"/>', "item"),
        ('<x:creator xmlns:x="http://purl.org/dc/elements/1.1/"/>', "dc:creator"),
        ('<e:encoded xmlns:e="http://purl.org/rss/1.0/modules/content/"/>', "content:encoded"),
        ("<content:encoded/>", "content:encoded"),
        ('<own:thing xmlns:own="urn:x"/>', "own:thing"),
        ('<a:content xmlns:a="http://search.yahoo.com/mrss/"/>', "media:content"),
    ],
)
def test_a_name_does_not_depend_on_prefix_and_case(xml: str, named: str) -> None:
    assert name(element(xml)) == named


def test_children_of_a_media_group_belong_to_the_entry() -> None:
    media = 'xmlns:media="http://search.yahoo.com/mrss/"'
    children = Children(
        element(f"<item {media}><media:group><media:content url='a'/></media:group></item>")
    )

    assert [attribute(one, "url") for one in children.all("media:content")] == ["a"]


def test_the_first_text_that_is_not_empty_counts_in_the_order_of_the_names() -> None:
    children = Children(element("<item><b>two</b><a> </a><a>one <i>more</i><!-- no --></a></item>"))

    assert children.text("a", "b") == "one more"
    assert children.texts("b", "a") == ["two", "one more"]


def test_an_attribute_is_found_in_any_case() -> None:
    assert attribute(element('<a HREF=" x "/>'), "href") == "x"


def test_the_language_is_that_of_the_nearest_element_around() -> None:
    root = element('<feed xml:lang="fr"><entry><title/></entry></feed>')

    assert language(root[0][0]) == "fr"


@pytest.mark.parametrize(
    ("xml", "made"),
    [
        ("<d>&lt;p&gt;a &amp;amp; b&lt;/p&gt;</d>", "<p>a &amp; b</p>"),
        ('<c type="text">a &lt; b</c>', "a &lt; b"),
        ('<c type="html">&lt;b&gt;x&lt;/b&gt;</c>', "<b>x</b>"),
        ('<c mode="base64">PGI+eDwvYj4=</c>', "<b>x</b>"),
        ('<c mode="base64">no base</c>', "no base"),
        (f'<c type="xhtml"><x:b xmlns:x="{XHTML}">x</x:b> &lt;y&gt;</c>', "<b>x</b> &lt;y&gt;"),
        ("<c>a <B>b</B> <!-- c --></c>", "a <b>b</b> <!-- c -->"),
    ],
)
def test_markup_is_what_a_browser_would_get(xml: str, made: str) -> None:
    assert markup(element(xml)).replace(f' xmlns:x="{XHTML}"', "") == made


def test_a_text_has_the_words_of_its_elements_on_one_line() -> None:
    assert text(element("<t>one\n <b>two</b>&amp;</t>")) == "one two&"
