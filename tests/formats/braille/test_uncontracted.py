"""Our own table writes what The Rules of Unified English Braille say, uncontracted."""

import pytest

from formats.braille.cells import to_ascii
from formats.braille.uncontracted import UNCONTRACTED, lacks, translate
from formats.model import BrailleRun, Emphasis

WRITTEN = [
    ("People share.", ",PEOPLE SHARE4"),
    ("I am NHS staff, and BBC’s", ",I AM ,,NHS STAFF1 AND ,,BBC'S"),
    ("MPs McDonald", ",,MP,'S ,MC,DONALD"),
    ("1,000 people, 3b and 3k, 10:30", "#A1JJJ PEOPLE1 #C;B AND #CK1 #AJ3#CJ"),
    ("in 2020, 4C", "IN #BJBJ1 #D,C"),
    ("a/b x_y e-mail 20–30", "A_/B X.-Y E-MAIL #BJ,-#CJ"),
    ("he said: ‘no’ – don’t", "HE SAID3 ,8NO,0 ,- DON'T"),
    ("“Why?” ?", '8,WHY80 ;8'),
    ("(ring £5.20 or 50%) [x]", '"<RING @L#E4BJ OR #EJ.0"> .<X.>'),
    ("café É ñ ç å", "CAF^/E ,^/E ^]N ^&C ^$A"),
    ("m² ½", "M;9#B #A/B"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cells"), WRITTEN)
def test_letters_numbers_capitals_and_signs_are_as_the_rules_have_them(
    text: str, cells: str
) -> None:
    assert to_ascii(translate((BrailleRun(text),))) == cells


@pytest.mark.parametrize(
    ("words", "emphasis", "cells"),
    [
        ("low", Emphasis.ITALIC, "A .1LOW.' B"),
        ("low tide", Emphasis.BOLD, "A ^1LOW ^1TIDE^' B"),
        ("low tide now", Emphasis.UNDERLINE, "A _7LOW TIDE NOW_' B"),
    ],
)
def test_emphasis_is_on_each_word_and_from_three_words_on_around_them(
    words: str, emphasis: Emphasis, cells: str
) -> None:
    assert (
        to_ascii(translate((BrailleRun("a "), BrailleRun(words, emphasis), BrailleRun(" b"))))
        == cells
    )


@pytest.mark.parametrize("character", ["ب", "日", "😀", "∫", "\u0301"])
def test_what_it_has_no_sign_for_is_known(character: str) -> None:
    assert lacks(character)
    assert UNCONTRACTED.lacks(character)


@pytest.mark.parametrize("character", ["a", "Z", "7", "é", "Ǹ", "“", " ", "\u00a0"])
def test_what_it_has_signs_for_is_known(character: str) -> None:
    assert not lacks(character)
