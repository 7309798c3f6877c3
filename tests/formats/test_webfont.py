"""The typeface of web pages: small, with the letters of Europe, and under a name that is free."""

import io

from fontTools.ttLib import TTFont

from formats import look
from formats.webfont import web_font
from tests.formats.builders import PUBLICATION

REGULAR = PUBLICATION.typeface.regular


def test_it_has_the_letters_of_our_languages_in_a_file_of_less_than_30_kb() -> None:
    made = web_font(REGULAR, look.FAMILY)
    letters = TTFont(io.BytesIO(made)).getBestCmap()

    assert made[:4] == b"wOFF"
    assert len(made) < 30_000
    assert {ord(letter) for letter in "AzÅéßœŵŷŸ–“”’…€«»¿"} <= letters.keys()


def test_its_bytes_are_the_same_each_time() -> None:
    assert web_font(REGULAR, look.FAMILY) == web_font(REGULAR, look.FAMILY)


def test_it_does_not_bear_the_name_that_its_licence_keeps_and_still_has_the_licence() -> None:
    names = {n.nameID: str(n) for n in TTFont(io.BytesIO(web_font(REGULAR, "Ours")))["name"].names}

    assert names[1] == "Ours"
    assert not any(
        "Source Sans" in text for number, text in names.items() if number in (1, 3, 4, 6)
    )
    assert "SIL Open Font License" in names[13]
    assert "Adobe" in names[0]


def test_the_publication_brings_both_weights() -> None:
    assert [made[:4] for made in PUBLICATION.typeface.web] == [b"wOFF", b"wOFF"]
