"""The text of a Word document is prepared so that mammoth loses nothing of it."""

from lxml import etree

from pipeline.readers.documents.word_lists import Numbering
from pipeline.readers.documents.word_styles import Styles
from pipeline.readers.documents.word_text import WordText, is_decorative
from tests.pipeline.readers.documents.made import NUMBERING, STYLES, W, paragraph, run

NAMES = f'xmlns:w="{W}"'


def prepared(body: str) -> tuple[WordText, etree._Element]:
    styles = Styles(etree.fromstring(f"<w:styles {NAMES}>{STYLES}</w:styles>"))
    numbers = etree.fromstring(f"<w:numbering {NAMES}>{NUMBERING}</w:numbering>")
    text, root = (
        WordText(styles, Numbering(numbers, styles)),
        etree.fromstring(f"<w:body {NAMES}>{body}</w:body>"),
    )
    text.prepare(root, "en")
    return text, root


def test_a_paragraph_gets_the_style_that_says_what_it_is() -> None:
    _, root = prepared(paragraph("One", "Own"))

    style = root.find(f"{{{W}}}p/{{{W}}}pPr/{{{W}}}pStyle")
    assert style is not None
    assert style.get(f"{{{W}}}val") == "h1"


def test_a_run_gets_what_its_style_says() -> None:
    bold = run("bold", '<w:rStyle w:val="Fett"/>')
    _, root = prepared(f"<w:p>{bold}</w:p>")

    assert root.find(f".//{{{W}}}b") is not None


def test_what_can_not_be_kept_is_named() -> None:
    text, _ = prepared("<w:p><w:altChunk/></w:p>")

    assert text.lost == ["a document inside the document"]


def test_the_most_spoken_language_is_that_of_most_letters() -> None:
    text, _ = prepared("")
    welsh = run("Bore da i chi", '<w:lang w:val="cy"/>')
    body = f"<w:p>{welsh}{run('Hi')}</w:p>"
    root = etree.fromstring(f"<w:body {NAMES}>{body}</w:body>")

    assert text.most_spoken([root]) == "cy"


def test_a_drawing_is_decoration_if_it_says_so() -> None:
    assert is_decorative(etree.fromstring('<a val="1"/>'))
    assert not is_decorative(etree.fromstring('<a val="0"/>'))
