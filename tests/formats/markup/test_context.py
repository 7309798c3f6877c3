"""Text is escaped, and each language is marked where it changes."""

import pytest

from formats.markup import Dialect, escape
from formats.markup.context import (
    context_of,
    id_attribute,
    language_attributes,
    our_language,
    web_page,
)
from formats.model import (
    Note,
    NoteRef,
    Notes,
)
from formats.words import words
from tests.formats.builders import (
    edition_of,
    numbered,
    paragraph,
    picture,
    post_of,
    sentence,
)
from tests.formats.markup.pages import WEB


@pytest.mark.parametrize(
    "forbidden", ["\x00", "\x0b", "\x1f", "\x85", "\ud800", "\ufffe", "\ufdd0"]
)
def test_a_character_that_xml_or_html_forbids_is_replaced_in_sight(forbidden: str) -> None:
    """It becomes U+FFFD: never a broken file, never a silent gap."""
    assert escape(f"a{forbidden}b") == "a\ufffdb"


def test_marks_that_mean_something_in_markup_are_escaped_in_text_and_attributes() -> None:
    assert escape("<a href=\"x\"> & 'b'") == "&lt;a href=&quot;x&quot;&gt; &amp; &#x27;b&#x27;"


def test_a_book_says_each_language_twice_and_a_page_once() -> None:
    assert language_attributes("ar", xhtml=True) == ' lang="ar" xml:lang="ar" dir="rtl"'
    assert language_attributes("cy", xhtml=False) == ' lang="cy" dir="ltr"'


def test_our_words_are_marked_only_among_those_of_another_language() -> None:
    assert our_language(words("en"), "en-US") == ""
    assert our_language(words("en"), "fi") == ' lang="en" dir="ltr"'


def test_a_note_leads_back_to_the_first_sentence_that_names_it() -> None:
    one, two = (paragraph(sentence(words, NoteRef("n1", "1"))) for words in ("One.", "Two."))
    notes = Notes((Note("n1", "1", (paragraph("A source."),)),))

    context = context_of(numbered(one, two, notes), WEB)

    assert context.marks == {"n1": "s1"}
    assert context.notes == frozenset({"n1"})


def test_a_page_shows_the_pictures_that_lie_beside_it() -> None:
    dialect = web_page(edition_of(post_of(language="cy"), (picture("a.png"),)))

    assert dialect == Dialect(xhtml=False, pictures=frozenset({"a.png"}), language="cy")


def test_a_unit_without_an_id_has_no_attribute() -> None:
    assert id_attribute("") == ""
    assert id_attribute('s"1') == ' id="s&quot;1"'
