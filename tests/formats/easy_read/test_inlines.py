"""Wording is changed in the author's own words alone, wherever they stand in a sentence."""

from formats.easy_read.inlines import reworded_run
from formats.model import Code, Foreign, Inline, Link, Style, Styled, Text

TWO, DIGIT = (Text("We met two people."),), (Text("We met 2 people."),)


def changed(inline: Inline) -> Inline:
    """What becomes of one inline."""
    (only,) = reworded_run((inline,))
    return only


def test_words_are_changed_inside_emphasis_and_links_too() -> None:
    assert changed(TWO[0]) == DIGIT[0]
    assert changed(Styled(Style.STRONG, TWO)) == Styled(Style.STRONG, DIGIT)
    assert changed(Link("../a/", TWO)) == Link("../a/", DIGIT)


def test_program_text_other_languages_and_quotations_are_kept() -> None:
    for kept in (Code("two"), Foreign("fr", TWO), Styled(Style.QUOTATION, TWO)):
        assert changed(kept) == kept
