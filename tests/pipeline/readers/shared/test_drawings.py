"""A drawing is written anew from what only draws, and nothing else of it is left."""

import base64

import pytest
from lxml import etree

from pipeline.readers.shared.drawings import LARGEST, MOST_DRAWN, Drawing, NotDrawnError, rebuilt
from tests.pipeline.readers.shared.drawings import png

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
PICTURE = f"data:image/png;base64,{base64.b64encode(png()).decode()}"


def drawing(inside: str, before: str = "", attributes: str = "") -> Drawing:
    text = f"{before}<svg {NAMES} {attributes}>{inside}</svg>"
    return rebuilt(text.encode(), lambda data: data == png())


def shown(inside: str) -> str:
    """What is left inside a drawing."""
    return drawing(inside).data.decode().partition(">")[2].removesuffix("</svg>")


@pytest.mark.parametrize(
    "inside",
    [
        '<g id="a" fill="red"><path d="M0 0"/></g><use xlink:href="#a"/>',
        '<text x="1">Tide <tspan dy="2">table</tspan> of Ryde</text>',
        '<style>.a { fill: url(#b) }</style><rect class="a" style="stroke: url(&quot;#b&quot;)"/>',
        "<title>Boats</title><desc>Two of them.</desc>",
        f'<image xlink:href="{PICTURE}"/>',
        '<linearGradient id="b"><stop offset="1"/></linearGradient>',
    ],
)
def test_what_draws_is_kept(inside: str) -> None:
    assert shown(inside) == inside
    assert drawing(inside).whole


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("<script>x()</script><rect/>", "<rect/>"),
        ('<rect onclick="x()"/>', "<rect/>"),
        ('<image href="https://a.example/a.png"/>', "<image/>"),
        ('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "<image/>"),
        ('<image href="data:image/png;base64,AAAA"/>', "<image/>"),
        ('<use href="data:image/svg+xml,a#b"/>', "<use/>"),
        ('<use href="a.svg#b"/>', "<use/>"),
        ('<rect style="fill: url(https://a.example/)"/>', "<rect/>"),
        ('<rect style="fill: \\75rl(https://a.example/)"/>', "<rect/>"),
        ('<rect style="fill: u/**/rl(https://a.example/)"/>', "<rect/>"),
        ("<rect fill=\"image-set('a.png' 1x)\"/>", "<rect/>"),
        ("<style>@import 'a.css'; .a { fill: red }</style>", "<style> .a { fill: red }</style>"),
        ("<style>\\40import 'a.css';</style>", "<style></style>"),
        ("<style>.a { fill: url(//a.example) }</style>", "<style></style>"),
        ('<set attributeName="href" to="javascript:x()"/>', ""),
        ('<g><animate attributeName="href" values="javascript:x()"/></g>', "<g/>"),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Hi</p></foreignObject>', ""),
        ('<script xmlns="http://www.w3.org/1999/xhtml">x()</script>', ""),
        ('<filter id="f"><feTurbulence numOctaves="9999"/></filter><rect filter="f"/>', "<rect/>"),
    ],
)
def test_what_does_more_is_left_out_and_told(inside: str, left: str) -> None:
    assert shown(inside) == left
    assert not drawing(inside).whole


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>',
        '<?xml-stylesheet href="https://a.example/a.css"?>',
        "<!-- x -->",
    ],
)
def test_nothing_before_a_drawing_is_published(before: str) -> None:
    assert drawing("<rect/>", before).data == drawing("<rect/>").data


def test_an_entity_is_never_put_in() -> None:
    made = drawing("<text>A&a;</text>", '<!DOCTYPE svg [<!ENTITY a "<script/>">]>')
    assert b"script" not in made.data
    assert b"<text>A</text>" in made.data


def test_notes_of_the_program_that_drew_it_go_unmissed() -> None:
    inside = (
        '<metadata>x</metadata><i:view xmlns:i="https://a.example"/><rect i:n="1" xmlns:i="b"/>'
    )
    assert shown(inside) == "<rect/>"
    assert drawing(inside).whole


def test_the_words_of_a_link_are_kept_and_it_leads_nowhere() -> None:
    inside = '<a href="javascript:x()" xlink:href="b.html"><text>Hi</text></a>'
    assert shown(inside) == "<g><text>Hi</text></g>"


def test_text_around_what_is_left_out_is_kept() -> None:
    assert shown("<text>a<script/>b<tspan/>c<script/>d</text>") == "<text>ab<tspan/>cd</text>"


@pytest.mark.parametrize(
    "inside",
    [
        "".join(f'<g id="a{n}">{f"""<use href="#a{n + 1}"/>""" * 10}</g>' for n in range(9)),
        '<g id="a"><use href="#a"/></g>',
        '<pattern id="a"><rect fill="url(#a)"/></pattern>',
        "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(9999)),
        "<rect/>" * (MOST_DRAWN + 1),
    ],
)
def test_a_drawing_that_never_ends_is_refused(inside: str) -> None:
    with pytest.raises(NotDrawnError, match="more than any picture needs"):
        drawing(inside)


def test_a_drawing_too_large_for_memory_is_not_read() -> None:
    with pytest.raises(NotDrawnError, match="larger than 10 MB"):
        drawing(" " * LARGEST)


def test_what_is_rebuilt_stays_the_same_when_rebuilt_again() -> None:
    made = drawing('<g fill="red"><text>Tide</text></g>', attributes='viewBox="0 0 3 2"')
    assert rebuilt(made.data, lambda _: False).data == made.data
    assert etree.fromstring(made.data).get("viewBox") == "0 0 3 2"
