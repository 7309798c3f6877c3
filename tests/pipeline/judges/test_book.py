"""Our own judge of books refuses what EPUBCheck and Ace let pass."""

from pathlib import Path

import pytest

from formats.epub import render
from tests.formats.builders import RICH_MEDIA, edition_of, rich_post
from tests.judging import codes, judged
from tests.pipeline.judges.books import book

TOTAL = '<meta property="media:duration">0:00:01.200</meta>'
CLAIM = '<meta property="dcterms:conformsTo" id="conf">{}</meta>'
MODE = '<meta property="schema:accessMode">textual</meta>'
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml" lang'
TYPED = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang'
SMIL = '<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0">\n<body>'
LIST = '<seq epub:type="list" epub:textref="page.xhtml#s1">'
NESTED = {
    SMIL: SMIL.replace(" version", ' xmlns:epub="http://www.idpf.org/2007/ops" version')
    + f'<seq epub:type="figure" epub:textref="page.xhtml#s1">{LIST}',
    "</body>\n</smil>": "</seq></seq></body></smil>",
}
AFTER = '<p><span id="s2">It came in.</span></p>'
MARK = AFTER + '<p><a epub:type="noteref" href="#n1">1</a></p>'
NOTE = '<aside epub:type="footnote" id="n1"><p>Wet.</p></aside>'
NAV = 'properties="nav"/>'

BROKEN = {
    "a claim that nobody stands for": ("claim", {TOTAL: TOTAL + CLAIM.format("EPUB Access 1.1")}),
    "a synthetic voice as an access mode": (
        "auditory",
        {MODE: MODE + MODE.replace("textual", "auditory")},
    ),
    "a list inside a figure that can both be left": ("nested", NESTED),
    "a structure of no element": (
        "structure",
        {
            SMIL: NESTED[SMIL].replace(LIST, "<seq>").replace("#s1", "#s9"),
            "</body>\n</smil>": "</seq></seq></body></smil>",
        },
    ),
    "a mark of no note": ("note", {PAGE: TYPED, AFTER: MARK}),
    "a mark of what does not say that it is a note": (
        "note",
        {PAGE: TYPED, AFTER: MARK + NOTE.replace(' epub:type="footnote"', "")},
    ),
    "a note without a way back": ("backlink", {PAGE: TYPED, AFTER: MARK + NOTE}),
    "a note whose way back leads nowhere": (
        "backlink",
        {
            PAGE: TYPED,
            AFTER: MARK + NOTE.replace("Wet.", '<a epub:type="backlink" href="#s9">back</a>'),
        },
    ),
    "contents that leave a document out": ("contents", {'<a href="page': '<a href="other'}),
    "contents that are not heard": ("silent", {}),
    "a page that is not listed": (
        "pages",
        {PAGE: TYPED, AFTER: AFTER + '<p><span epub:type="pagebreak" id="pg1"/></p>'},
    ),
    "a listed page that is not marked": (
        "pages",
        {
            "</ol></nav>": '</ol></nav><nav epub:type="page-list"><ol><li>'
            '<a href="page.xhtml#s2">1</a></li></ol></nav>'
        },
    ),
}
"""What is broken: our code for it, and how."""

HEARD = {NAV: 'properties="nav" media-overlay="page-overlay"/>'}
"""What the small book lacks to pass."""


def test_a_book_that_breaks_no_rule_passes(tmp_path: Path) -> None:
    assert judged("book", book(tmp_path, HEARD)) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_book_that_breaks_a_rule_is_refused(tmp_path: Path, name: str) -> None:
    code, changes = BROKEN[name]
    kept = {} if code == "silent" else HEARD

    assert codes(judged("book", book(tmp_path, {**kept, **changes}))) == {f"book-{code}"}


def test_a_claim_of_nothing_and_one_that_somebody_stands_for_pass(tmp_path: Path) -> None:
    vouched = '<meta property="a11y:certifiedBy" refines="#conf">Ada</meta>'
    nothing = book(tmp_path, {**HEARD, TOTAL: TOTAL + CLAIM.format("none")})
    assert judged("book", nothing) == ()

    claimed = book(tmp_path, {**HEARD, TOTAL: TOTAL + CLAIM.format("EPUB") + vouched})
    assert judged("book", claimed) == ()


def test_a_book_of_ours_with_every_kind_of_block_passes(tmp_path: Path) -> None:
    (file,) = render(edition_of(rich_post(), RICH_MEDIA))
    (tmp_path / file.path).write_bytes(file.data)

    assert judged("book", tmp_path / file.path) == ()
