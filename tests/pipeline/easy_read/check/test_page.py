"""A made page as the rules see it: which declaration of its style counts."""

from formats import easy_read
from pipeline.easy_read.check.page import Declared, declared, page_of
from tests.formats.easy_read.texts import of, text

CSS = """
/* a { colour: red } */
body, p { margin: 0; font: 1rem "A", serif }
@media print { body { margin: 2mm; } }
@page { size: A4; @bottom-center { content: counter(page); } }
"""


def test_a_style_sheet_is_a_table_of_its_declarations() -> None:
    assert list(declared(CSS)) == [
        Declared("", "body", "margin", "0"),
        Declared("", "body", "font", '1rem "A", serif'),
        Declared("", "p", "margin", "0"),
        Declared("", "p", "font", '1rem "A", serif'),
        Declared("print", "body", "margin", "2mm"),
        Declared("", "@page @bottom-center", "content", "counter(page)"),
        Declared("", "@page", "size", "A4"),
    ]


def test_the_last_declaration_counts_and_that_of_a_medium_there_alone() -> None:
    edition = of(text())
    page = page_of(next(iter(easy_read.render(edition))), edition)
    assert page.style_of("body", "font-size") == "1.25rem"
    assert page.style_of("body", "font-size", "print") == "16pt"
    assert page.style_of("body", "no-such") == ""
