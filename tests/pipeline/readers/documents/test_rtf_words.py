"""What control words do to the look of words and to a paragraph."""

from pipeline.readers.documents.rtf_page import Flow
from pipeline.readers.documents.rtf_words import LOOKS, PARAGRAPH, State, language_of


def test_a_word_with_nought_takes_its_look_back() -> None:
    bold = LOOKS["b"](State(), None)

    assert (bold.look().elements, LOOKS["b"](bold, 0).look().elements) == (("strong",), ())
    assert LOOKS["plain"](bold, None) == State()


def test_a_language_has_a_number_in_windows() -> None:
    assert (language_of(2057), language_of(1106), language_of(1024)) == ("en-GB", "cy-GB", "")


def test_an_outline_makes_a_heading_and_a_new_paragraph_has_none() -> None:
    flow = Flow()
    PARAGRAPH["outlinelevel"](flow, 1)
    assert flow.place.role == "h2"
    PARAGRAPH["pard"](flow, 0)
    assert flow.place.role == ""
