"""The typeface of web pages: small, with the letters of Europe, and under a name that is free."""

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from formats import look
from formats.webfont import web_fonts
from tests import webfonts
from tests.formats.builders import PUBLICATION

KEPT = dict(zip(webfonts.WEIGHTS, web_fonts(), strict=True))


@pytest.mark.parametrize("made", KEPT.values(), ids=KEPT)
def test_it_has_the_letters_of_our_languages_in_a_file_of_less_than_30_kb(made: bytes) -> None:
    letters = TTFont(io.BytesIO(made)).getBestCmap()

    assert made[:4] == b"wOFF"
    assert len(made) < 30_000
    assert {ord(letter) for letter in "AzÅéßœŵŷŸ–“”’…€«»¿"} <= letters.keys()


def _tables(font: bytes) -> dict[str, bytes]:
    """What is in a typeface, unpacked: each library packs it into other bytes."""
    with TTFont(io.BytesIO(font)) as opened:
        return {str(tag): opened.reader[tag] for tag in opened.reader.tables}


@pytest.mark.parametrize("weight", KEPT)
def test_it_is_what_is_made_of_the_typeface_of_print(weight: str) -> None:
    """If not, make it anew: python -m tests.webfonts."""
    made = webfonts.web_font(Path(webfonts.WEIGHTS[weight]).read_bytes(), look.FAMILY)
    assert _tables(KEPT[weight]) == _tables(made)


@pytest.mark.parametrize("made", KEPT.values(), ids=KEPT)
def test_it_does_not_bear_the_name_that_its_licence_keeps_and_still_has_the_licence(
    made: bytes,
) -> None:
    names = {n.nameID: str(n) for n in TTFont(io.BytesIO(made))["name"].names}

    assert names[1] == look.FAMILY
    assert not any(
        "Source Sans" in text for number, text in names.items() if number in (1, 3, 4, 6)
    )
    assert "SIL Open Font License" in names[13]
    assert "Adobe" in names[0]


def test_the_publication_brings_both_weights() -> None:
    assert PUBLICATION.typeface.web == web_fonts()
