"""Ace is heard."""

from pathlib import Path

import pytest

from tests.judging import BROWSER, codes, judged
from tests.pipeline.judges.books import book

pytestmark = BROWSER


def test_an_accessible_book_passes(tmp_path: Path) -> None:
    assert judged("ace", book(tmp_path)) == ()


def test_a_picture_without_alternative_text_is_refused(tmp_path: Path) -> None:
    assert "ace-image-alt" in codes(judged("ace", book(tmp_path, {' alt="The sea"': ""})))


def test_a_file_that_is_no_book_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.epub"
    path.write_bytes(b"not a book")

    assert codes(judged("ace", path)) == {"ace-failed"}


# --- a broken book for each rule; several at once, since Ace starts a browser for each ------

SCHEMA = '<meta property="schema:{}">{}</meta>\n'
TOTAL = '<meta property="media:duration">0:00:01.200</meta>'
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB" xml:lang="en-GB">'
BARE = '<html xmlns="http://www.w3.org/1999/xhtml">'
TYPED = PAGE.replace(" lang", ' xmlns:epub="http://www.idpf.org/2007/ops" lang', 1)
CLAIM = '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 level AA</meta>'
TITLE = '<h1><span id="s1">The tide</span></h1>'
SECOND = '<p><span id="s2">It came in.</span></p>'
LISTED = """</ol></nav><nav epub:type="page-list" role="doc-pagelist" hidden="hidden"><ol>
<li><a href="page.xhtml#s1">7</a></li></ol></nav>"""

BROKEN = {
    "nothing is said": (
        {
            SCHEMA.format("accessMode", "textual"): "",
            SCHEMA.format("accessModeSufficient", "textual"): "",
            SCHEMA.format("accessModeSufficient", "auditory"): "",
            SCHEMA.format("accessibilityFeature", "synchronizedAudioText"): "",
            SCHEMA.format("accessibilityFeature", "alternativeText"): "",
            SCHEMA.format("accessibilityHazard", "none"): "",
            SCHEMA.format("accessibilitySummary", "Text with synchronized narration."): "",
        },
        {
            *("metadata-accessmode", "metadata-accessmodesufficient"),
            *("metadata-accessibilityfeature", "metadata-accessibilityhazard"),
            "metadata-accessibilitysummary",
        },
    ),
    "what is said means nothing": (
        {
            'accessMode">textual': 'accessMode">smell',
            'Sufficient">textual': 'Sufficient">smell',
            ">synchronizedAudioText<": ">shiny<",
            'Hazard">none<': 'Hazard">loud<',
            TOTAL: TOTAL + CLAIM,
        },
        {
            *("metadata-accessmode-invalid", "metadata-accessmodesufficient-invalid"),
            *("metadata-accessibilityfeature-invalid", "metadata-accessibilityhazard-invalid"),
            "metadata-conformsto-invalid",
        },
    ),
    "what is said is not so": (
        {
            'Hazard">none</meta>\n': 'Hazard">none</meta>\n'
            + SCHEMA.format("accessibilityHazard", "flashing"),
            ">synchronizedAudioText<": ">printPageNumbers<",
        },
        {
            "metadata-accessibilityhazard-invalid",
            "metadata-accessibilityFeature-printPageNumbers-nopagebreaks",
        },
    ),
    "pages": (
        {
            PAGE: TYPED,
            SECOND: '<p><span id="pg1" epub:type="pagebreak" role="doc-pagebreak"></span>'
            '<span id="s2">It came in.</span></p>',
            "</ol></nav>": LISTED,
            'page.xhtml#s2"': 'page.xhtml#pg1"',
        },
        {
            *("epub-pagelist-broken", "epub-pagelist-mediaoverlays"),
            *("epub-pagelist-missing-pagebreak", "epub-pagesource", "pagebreak-label"),
        },
    ),
    "content": (
        {
            ' alt="The sea"': "",
            TITLE: TITLE
            + '<h4>Deep</h4><p><a href="https://example.org/"></a></p>'
            + '<pre style="overflow:auto;height:1em;width:5em">long long long long\nlong</pre>',
            f"{PAGE}\n<head><title>The": f"{BARE}\n<head><title>The",
            '"id"\n xml:lang="en-GB">': '"id">',
        },
        {
            *("image-alt", "heading-order", "link-name", "scrollable-region-focusable"),
            *("html-has-lang", "epub-lang"),
        },
    ),
    "looks and types": (
        {
            PAGE: TYPED,
            SECOND: '<p style="color:#aaa;background:#fff"><span id="s2">It came in.</span>'
            '<a epub:type="noteref" href="#s1">1</a></p>',
        },
        {"color-contrast", "epub-type-has-matching-role"},
    ),
}
"""What is broken: how, and Ace's codes for it."""


@pytest.mark.parametrize("name", BROKEN)
def test_a_book_that_breaks_rules_of_accessibility_is_refused(tmp_path: Path, name: str) -> None:
    changes, expected = BROKEN[name]

    found = codes(judged("ace", book(tmp_path, changes)))

    assert {f"ace-{code}" for code in expected} <= found
