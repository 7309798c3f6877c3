"""Running text as markup: links, pictures, notes, languages, and the space between."""

import pytest

from formats.markup import inlines_html, sentences_html
from formats.model import (
    Foreign,
    Link,
    NoteRef,
    Paragraph,
    Passage,
    Picture,
    Sentence,
    Text,
)
from tests.formats.builders import (
    numbered,
    paragraph,
    sentence,
)
from tests.formats.markup.pages import BOOK, HARBOUR, NO_PICTURES, WEB, one, parsed, web


def test_a_quotation_mark_ends_no_attribute() -> None:
    tree = parsed(inlines_html((Picture(HARBOUR, 'The "Sea" & <us>'),), WEB))
    assert one(tree, "img").get("alt") == 'The "Sea" & <us>'


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "https:///x",
        "http://[",
    ],
)
def test_an_address_that_runs_or_leads_nowhere_is_no_link_and_its_words_are_kept(href: str) -> None:
    """Posts come from outside: nothing in them may run in a reader's browser."""
    assert inlines_html((Link(href, (Text("words"),)),), WEB) == "words"


def test_a_relative_link_is_kept_on_the_web_and_only_its_words_in_a_book() -> None:
    """A book has no neighbours."""
    link = (Link("../other/", (Text("other"),)),)
    assert inlines_html(link, WEB) == '<a href="../other/">other</a>'
    assert inlines_html(link, BOOK) == "other"


def test_what_an_address_may_not_hold_is_percent_encoded() -> None:
    """A space or a quotation mark in an address ends neither it nor the attribute."""
    link = (Link('https://example.org/a b"c', (Text("x"),)),)
    assert inlines_html(link, WEB) == '<a href="https://example.org/a%20b%22c">x</a>'


def test_a_link_inside_a_link_keeps_its_words_and_is_no_link() -> None:
    """HTML has no nested links."""
    inner = Link("https://b.example/", (Text("in"),))
    outer = Link("https://a.example/", (Text("out "), inner))
    assert inlines_html((outer,), WEB) == '<a href="https://a.example/">out in</a>'


@pytest.mark.parametrize(
    ("alt", "said"),
    [
        ("A boat", "Picture: A boat (the picture itself is not here)"),
        (None, "Picture without a description (the picture itself is not here)"),
        ("", "Picture for decoration (the picture itself is not here)"),
    ],
)
def test_a_picture_that_is_not_there_is_told_in_words(alt: str | None, said: str) -> None:
    """A missing picture is never a gap."""
    written = inlines_html((Picture("gone.jpg", alt),), NO_PICTURES)
    assert written == f'<span class="no-picture">{said}</span>'


def test_a_picture_without_a_description_says_so_and_one_for_decoration_is_silent() -> None:
    """An empty alternative would claim that there is nothing to see."""
    assert 'alt="Picture without a description"' in inlines_html((Picture(HARBOUR, None),), WEB)
    assert 'alt=""' in inlines_html((Picture(HARBOUR, ""),), WEB)


def test_other_languages_are_marked_with_their_direction() -> None:
    """A voice must change, and so must the direction of the text."""
    foreign = (Foreign("ar", (Text("بحر"),)),)
    assert inlines_html(foreign, WEB) == '<span lang="ar" dir="rtl">بحر</span>'
    assert ' lang="ar" xml:lang="ar" dir="rtl"' in inlines_html(foreign, BOOK)
    assert '<div lang="fr" dir="ltr">' in web(Passage("fr", (paragraph("Mer."),)))


def test_the_mark_of_a_note_that_is_not_there_is_no_link() -> None:
    """A link that leads nowhere is an error in a book."""
    assert "<a" not in web(paragraph(sentence("Words", NoteRef("n9", "9"))))


def test_sentences_keep_the_space_between_them() -> None:
    """Words of two sentences never run together."""
    (block,) = numbered(paragraph("One.", "Two."))
    assert isinstance(block, Paragraph)
    written = sentences_html(block.sentences, WEB)
    assert written == '<span id="s1">One.</span> <span id="s2">Two.</span>'


def test_a_post_that_is_not_yet_split_has_no_ids() -> None:
    """An empty id would be no id at all."""
    assert sentences_html((Sentence("", (Text("One."),)),), WEB) == "<span>One.</span>"
