"""EPUBCheck is heard, with the place of each fault; and why it needs company."""

from pathlib import Path

import pytest

from tests.judging import JAVA, codes, judged
from tests.pipeline.judges.books import book

pytestmark = JAVA


def test_a_valid_book_passes(tmp_path: Path) -> None:
    assert judged("epubcheck", book(tmp_path)) == ()


def test_a_fault_has_its_code_and_its_place(tmp_path: Path) -> None:
    path = book(tmp_path, {'<p><img src="sea.png" alt="The sea"/></p>': "<p>\n<b>x</i></p>"})

    first = judged("epubcheck", path)[0]

    assert first.code == "epubcheck-RSC-016"
    assert first.where == f"{path}: EPUB/page.xhtml:8"


def test_a_warning_is_a_fault_too(tmp_path: Path) -> None:
    found = judged(
        "epubcheck", book(tmp_path, {">0:00:01.200</meta>\n</meta": ">0:09:00</meta>\n</meta"})
    )

    assert codes(found) == {"epubcheck-MED-016"}


def test_it_passes_an_overlay_that_plays_nothing(tmp_path: Path) -> None:
    """The reason why `overlays` exists: the clip ends 400 s into a sound of 1.2 s."""
    beyond = {"0:00:01.200": "0:06:40.000"}

    assert judged("epubcheck", book(tmp_path, beyond)) == ()


# --- a broken book for each rule ------------------------------------------------------------

OVERLAID = ' media-overlay="page-overlay"'
NAV = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
NAV_OVERLAID = NAV.replace("/>", f"{OVERLAID}/>")
TOTAL = '<meta property="media:duration">0:00:01.200</meta>'
CLIP = 'clipBegin="0:00:00.600" clipEnd="0:00:01.200"'
FIRST = (
    '<text src="page.xhtml#s1"/>\n'
    '<audio src="page.mp3" clipBegin="0:00:00.000" clipEnd="0:00:00.600"/>'
)
MODIFIED = '<meta property="dcterms:modified">2024-03-05T09:30:00Z</meta>'
LIT = '<meta property="media:active-class"{}>{}</meta>'
TO_PAGE = '<a href="page.xhtml">The tide'

BROKEN = {
    "sound that no reader need play": ("MED-005", {'"audio/mpeg"': '"audio/x-wav"'}),
    "a clip ends before it begins": ("MED-008", {CLIP: CLIP.replace("01.200", "00.500")}),
    "a clip lasts for nothing": ("MED-009", {CLIP: CLIP.replace("01.200", "00.600")}),
    "a document names no overlay": ("MED-010", {OVERLAID: ""}),
    "a document names the overlay of another": (
        "MED-012",
        {NAV: NAV_OVERLAID, OVERLAID: ' media-overlay="sound"'},
    ),
    "an overlay is not of the document that names it": ("MED-013", {NAV: NAV_OVERLAID}),
    "a sound with a fragment": ("MED-014", {'src="page.mp3"': 'src="page.mp3#t=1"'}),
    "the total is not the sum": ("MED-016", {TOTAL: TOTAL.replace("01.2", "09.2")}),
    "a clip of no element": ("RSC-012", {'page.xhtml#s2"': 'page.xhtml#s9"'}),
    "sound before its text": ("RSC-005", {FIRST: "\n".join(reversed(FIRST.split("\n")))}),
    "a seq without its text": (
        "RSC-005",
        {
            '<body>\n<par id="p1">': '<body>\n<seq><par id="p1">',
            "</par>\n</body>": "</par></seq></body>",
        },
    ),
    "no total": ("RSC-005", {TOTAL: ""}),
    "SMIL by its name in the prose of EPUB 3.3": (
        "RSC-005",
        {"http://www.w3.org/ns": "https://www.w3.org/ns"},
    ),
    "a class of one document": (
        "RSC-005",
        {TOTAL: TOTAL + LIT.format(' refines="#page-overlay"', "lit")},
    ),
    "a class of two names": ("RSC-005", {TOTAL: TOTAL + LIT.format("", "lit up")}),
    "a class without style": ("CSS-030", {TOTAL: TOTAL + LIT.format("", "lit")}),
    "an unknown property": ("OPF-027", {TOTAL: TOTAL + '<meta property="loud">yes</meta>'}),
    "an unknown prefix": ("OPF-028", {TOTAL: TOTAL + '<meta property="x:loud">yes</meta>'}),
    "sound elsewhere": ("OPF-014", {'src="page.mp3"': 'src="https://example.org/page.mp3"'}),
    "a picture that is not there": ("RSC-007", {'src="sea.png"': 'src="gone.png"'}),
    "a picture that is not listed": (
        "RSC-008",
        {'<item id="picture" href="sea.png" media-type="image/png"/>': ""},
    ),
    "a document that nothing leads to": (
        "OPF-096",
        {'<itemref idref="page"/>': '<itemref idref="page"/><itemref idref="nav" linear="no"/>'},
    ),
    "contents that lead nowhere": (
        "RSC-012",
        {TO_PAGE: TO_PAGE.replace("page.xhtml", "page.xhtml#gone")},
    ),
    "contents that lead out of the spine": (
        "RSC-011",
        {TO_PAGE: TO_PAGE.replace("page.xhtml", "nav.xhtml")},
    ),
    "two elements of one id": ("RSC-005", {'id="s2">It': 'id="s1">It'}),
    "no language": ("RSC-005", {"<dc:language>en-GB</dc:language>": ""}),
    "no title": ("RSC-005", {"<dc:title>The tide</dc:title>": ""}),
    "no date of change": ("RSC-005", {MODIFIED: ""}),
    "a date of change in words": ("RSC-005", {"2024-03-05T09:30:00Z": "last week"}),
    "a page without a title": ("RSC-017", {"<title>The tide</title>": ""}),
    "a certifier of no claim": (
        "RSC-005",
        {TOTAL: TOTAL + '<meta property="a11y:certifiedBy" refines="#gone">Ada</meta>'},
    ),
}
"""What is broken: EPUBCheck's code for it, and how."""


@pytest.mark.parametrize("name", BROKEN)
def test_a_book_that_breaks_a_rule_of_epub_is_refused(tmp_path: Path, name: str) -> None:
    code, changes = BROKEN[name]

    assert f"epubcheck-{code}" in codes(judged("epubcheck", book(tmp_path, changes)))
