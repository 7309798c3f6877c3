"""The properties of a paragraph stand in the order of the schema."""

from formats.word.package import WordPackage
from formats.word.paragraphs import ParagraphKind, paragraph
from formats.word.running_text import Here
from formats.words import words
from tests.formats.builders import edition


def test_properties_are_in_order_and_a_plain_paragraph_has_none() -> None:
    here = Here(WordPackage(edition()), words("ar"), "ar", "ar", "", {}, {}, depth=1)
    order = [
        paragraph("", here, ParagraphKind("Quote", kept=True, ruled=True)).index(f"<w:{name}")
        for name in ("pStyle", "keepNext", "pBdr", "bidi", "ind ")
    ]

    assert order == sorted(order)
    plain = Here(WordPackage(edition()), words("en"), "en", "en", "", {}, {})
    assert paragraph("", plain) == "<w:p></w:p>"
