"""The properties of a paragraph stand in the order of the schema."""

from formats.word.package import Package
from formats.word.paragraphs import Kind, paragraph
from formats.word.running_text import Here
from formats.words import words
from tests.formats.builders import edition


def test_properties_are_in_order_and_a_plain_paragraph_has_none() -> None:
    here = Here(Package(edition()), words("ar"), "ar", "ar", "", {}, {}, depth=1)
    order = [
        paragraph("", here, Kind("Quote", kept=True, ruled=True)).index(f"<w:{name}")
        for name in ("pStyle", "keepNext", "pBdr", "bidi", "ind ")
    ]

    assert order == sorted(order)
    plain = Here(Package(edition()), words("en"), "en", "en", "", {}, {})
    assert paragraph("", plain) == "<w:p></w:p>"
