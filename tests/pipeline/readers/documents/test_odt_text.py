"""The text of an OpenDocument text becomes HTML, and what is lost is named."""

from lxml import etree

from pipeline.readers.documents.odt_styles import OdtStyles
from pipeline.readers.documents.odt_text import OdtText
from tests.pipeline.readers.documents.test_odt import NAMES, frame, p


def made(body: str) -> tuple[str, list[str]]:
    text = OdtText(OdtStyles([]), lambda _: "")
    return text.html(etree.fromstring(f"<office:text {NAMES}>{body}</office:text>")), text.lost


def test_paragraphs_and_signs_are_safe_html() -> None:
    assert made(p("a &lt;b&gt; &amp; c")) == ("<p>a &lt;b&gt; &amp; c</p>", [])


def test_text_behind_an_element_is_kept() -> None:
    assert made(p("a<text:span>b</text:span>c"))[0] == "<p>abc</p>"


def test_a_chart_is_named_by_what_it_shows() -> None:
    assert made(p(frame("<svg:desc>Tides</svg:desc>")))[1] == ["a drawing or chart (“Tides”)"]


def test_a_deep_text_is_kept_as_plain_text() -> None:
    deep = "<text:section>" * 200 + p("x") + "</text:section>" * 200

    assert made(deep)[0] == "<p>x</p>"
