"""Markup says every word of a post once, in order, well formed and safe."""

import pytest
from lxml import etree

from formats import walk
from formats.markup import Dialect, blocks_html, escape, inlines_html, sentences_html
from formats.model import (
    Block,
    CodeBlock,
    Figure,
    Foreign,
    Item,
    Link,
    Listing,
    Note,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Post,
    Row,
    Sentence,
    Table,
    Text,
)
from tests.formats.builders import (
    AWKWARD,
    HOSTILE,
    cell,
    numbered,
    paragraph,
    post_of,
    rich_post,
    sentence,
    sentences,
)

POSTS = {**AWKWARD, "rich": rich_post()}
PICTURES = frozenset(p.src for post in POSTS.values() for p in walk.pictures(post.blocks))

WEB = Dialect(xhtml=False, pictures=PICTURES, language="en-GB")
BOOK = Dialect(xhtml=True, pictures=PICTURES, language="en-GB")
NO_PICTURES = Dialect(xhtml=False, pictures=frozenset(), language="en-GB")


HARBOUR = "pictures/harbour.jpg"


def parsed(markup: str) -> etree._Element:
    """The markup as XML, in an element around it; it must be well formed."""
    whole = f'<body xmlns:epub="http://www.idpf.org/2007/ops">{markup}</body>'
    return etree.fromstring(whole, etree.XMLParser(huge_tree=True))


def one(tree: etree._Element, path: str) -> etree._Element:
    """The first element on a path; it must be there."""
    return tree.findall(path)[0]


def words(element: etree._Element) -> str:
    """All text of an element."""
    return "".join(map(str, element.itertext()))


def web(*blocks: Block) -> str:
    """Numbered blocks as they stand on a page."""
    return blocks_html(numbered(*blocks), WEB)


@pytest.mark.parametrize("name", POSTS)
@pytest.mark.parametrize("dialect", [WEB, BOOK, NO_PICTURES])
def test_every_unit_stands_once_in_order_under_its_id(name: str, dialect: Dialect) -> None:
    """What is heard and what is shown are the same units in the same order."""
    post = POSTS[name]
    units = [unit.id for unit in walk.units(post.blocks)]
    tree = parsed(blocks_html(post.blocks, dialect))
    shown = [found for e in tree.iter() if (found := e.get("id")) and found.startswith("s")]
    assert shown == units


@pytest.mark.parametrize("name", POSTS)
def test_the_words_of_every_sentence_are_shown_to_the_letter(name: str) -> None:
    """The text of a sentence's element is its text, with a note's mark after it."""
    tree = parsed(blocks_html(POSTS[name].blocks, BOOK))
    for unit in walk.units(POSTS[name].blocks):
        if isinstance(unit, Sentence) and not _has_marks(unit):
            element = one(tree, f".//*[@id='{unit.id}']")
            assert words(element) == walk.plain(unit.inlines).replace("\n", "")


def _has_marks(unit: Sentence) -> bool:
    return any(isinstance(i, NoteRef | Picture) for i in walk.inlines(unit.inlines))


@pytest.mark.parametrize(
    "forbidden", ["\x00", "\x0b", "\x1f", "\x85", "\ud800", "\ufffe", "\ufdd0"]
)
def test_a_character_that_xml_or_html_forbids_is_replaced_in_sight(forbidden: str) -> None:
    """It becomes U+FFFD: never a broken file, never a silent gap."""
    assert escape(f"a{forbidden}b") == "a\ufffdb"


def test_hostile_text_stays_text() -> None:
    """No markup comes out of a post's words."""
    tree = parsed(web(paragraph(HOSTILE)))
    assert not tree.findall(".//script")


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


def test_a_table_names_its_rows_and_columns() -> None:
    """Each header has its scope, and an empty one is none."""
    table = Table(
        sentences("Tides"),
        (
            Row((cell("", header=True), cell("Height", header=True))),
            Row((cell("Monday", header=True), cell("2 m"))),
        ),
    )
    tree = parsed(web(table))
    assert [th.get("scope") for th in tree.iter("th")] == ["col", "row"]
    assert len(tree.findall(".//thead//td")) == 1


def test_a_table_scrolls_under_a_name_on_the_web_and_stands_alone_in_a_book() -> None:
    """The keyboard must reach what scrolls, and hear what it is (WCAG 2.1.1, 4.1.2)."""
    (table,) = numbered(Table(sentences("Tides"), (Row((cell("2 m"),)),)))
    box = parsed(blocks_html((table,), WEB))[0]
    assert (box.get("tabindex"), box.get("aria-labelledby")) == ("0", "s1")
    assert parsed(blocks_html((table,), BOOK))[0].tag == "table"


def test_a_span_of_rows_ends_with_its_part_of_the_table() -> None:
    """A header cell that would hang into the body is held back: HTML does not allow it."""
    rows = (
        Row((cell("A", header=True, rows=5), cell("B", header=True))),
        Row((cell("C", header=True),)),
        Row((cell("1"), cell("2"))),
    )
    assert one(parsed(web(Table((), rows))), ".//th").get("rowspan") == "2"


def test_a_list_goes_on_from_its_first_number() -> None:
    """A numbered list that was cut in two keeps its numbers."""
    for start, shown in ((4, '<ol start="4">'), (0, '<ol start="0">'), (1, "<ol>")):
        listing = Listing(ordered=True, start=start, items=(Item((paragraph("four"),)),))
        assert web(listing).startswith(shown)


def test_a_note_and_its_mark_lead_to_each_other() -> None:
    """There and back by links, with the roles that assistive technology knows."""
    tree = parsed(blocks_html(rich_post().blocks, WEB))
    mark = one(tree, ".//a[@role='doc-noteref']")
    back = one(tree, ".//a[@role='doc-backlink']")
    ids = {element.get("id") for element in tree.iter()}
    assert mark.get("href") == "#n1"
    assert {"n1", str(back.get("href")).removeprefix("#")} <= ids


def test_the_mark_of_a_note_that_is_not_there_is_no_link() -> None:
    """A link that leads nowhere is an error in a book."""
    assert "<a" not in web(paragraph(sentence("Words", NoteRef("n9", "9"))))


def test_a_note_keeps_its_own_number_or_mark() -> None:
    """Notes numbered from 7, or marked with a dagger, stay so."""
    notes = Notes((Note("n1", "7", (paragraph("a"),)), Note("n2", "†", (paragraph("b"),))))
    written = web(paragraph("x"), notes)
    assert '<li id="n1" value="7">' in written
    assert "<p>†</p>" in written


def test_epub_types_are_for_books_alone() -> None:
    """`epub:type` is no attribute of HTML."""
    assert "epub:type" not in blocks_html(rich_post().blocks, WEB)
    assert 'epub:type="noteref"' in blocks_html(rich_post().blocks, BOOK)


def test_code_keeps_every_character_and_can_be_reached_to_scroll() -> None:
    """Leading lines and spaces are part of a program."""
    code = CodeBlock("s1", "\n  if a < b:\n", "python")
    element = parsed(blocks_html((code,), WEB))[0]
    assert (words(element), element.get("tabindex")) == (code.text, "0")


def test_a_figure_has_the_id_of_what_is_said_of_its_picture() -> None:
    """The picture lights up while it is described."""
    written = blocks_html((Figure("s1", Picture(HARBOUR, "A boat"), ()),), WEB)
    assert written == f'<figure id="s1">\n<img src="{HARBOUR}" alt="A boat"/>\n</figure>'


def test_sentences_keep_the_space_between_them() -> None:
    """Words of two sentences never run together."""
    (block,) = numbered(paragraph("One.", "Two."))
    assert isinstance(block, Paragraph)
    written = sentences_html(block.sentences, WEB)
    assert written == '<span id="s1">One.</span> <span id="s2">Two.</span>'


def test_a_post_that_is_not_yet_split_has_no_ids() -> None:
    """An empty id would be no id at all."""
    assert sentences_html((Sentence("", (Text("One."),)),), WEB) == "<span>One.</span>"


def test_a_block_that_holds_nothing_is_not_written() -> None:
    """An empty list of terms is no valid HTML."""
    post: Post = post_of(Table((), ()), Listing(ordered=False, start=1, items=()))
    assert blocks_html(post.blocks, WEB) == ""


def test_what_we_add_is_in_the_language_of_the_post() -> None:
    """A missing picture, a picture without a description, a table, notes and the way back."""
    french = Dialect(xhtml=False, pictures=frozenset({HARBOUR}), language="fr")
    missing = inlines_html((Picture("gone.jpg", "Un bateau"),), french)
    table = blocks_html((Table((), (Row((cell("a"),)),)),), french)
    notes = blocks_html(rich_post().blocks, french)
    assert "Image\u00a0: Un bateau (l’image elle-même n’est pas ici)" in missing
    assert 'alt="Image sans description"' in inlines_html((Picture(HARBOUR, None),), french)
    assert 'aria-label="Tableau"' in table
    assert 'aria-label="Notes"' in notes
    assert 'aria-label="Retour au texte, note 1"' in notes


def test_what_we_add_is_marked_as_english_where_the_language_has_no_words() -> None:
    """The author's own words stay in their language, and need none of ours before them."""
    finnish = Dialect(xhtml=True, pictures=frozenset({HARBOUR}), language="fi")
    english = ' lang="en" xml:lang="en" dir="ltr"'
    missing = inlines_html((Picture("gone.jpg", "Vene"),), finnish)
    undescribed = inlines_html((Picture("gone.jpg", None),), finnish)
    assert f">Vene <span{english}>(the picture itself is not here)</span>" in missing
    assert f"<span{english}>Picture without a description</span>" in undescribed
    assert english in inlines_html((Picture(HARBOUR, None),), finnish)
