"""The simpler version: honest first, one sentence a row, no word lost, nothing changed in doubt."""

import re

import pytest
from lxml import etree, html

from formats import easy_read, walk
from formats.easy_read.hard_words import HARD_WORDS, Glossary
from formats.easy_read.lists import broken
from formats.easy_read.quotations import quoting
from formats.easy_read.wording import contractions, digits, reworded, short_forms
from formats.model import (
    Block,
    CodeBlock,
    Edition,
    Figure,
    Link,
    NoteRef,
    Picture,
    Quote,
    Sentence,
    Style,
    Styled,
    Text,
)
from formats.words import words as words_of
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    RICH_MEDIA,
    edition,
    edition_of,
    paragraph,
    rich_post,
    sentence,
)

POSTS = {**AWKWARD, "rich": rich_post()}


def page(whole: Edition) -> etree._Element:
    """The page of an edition, as a browser reads it."""
    (file,) = easy_read.render(whole)
    return html.document_fromstring(file.data.decode())


def body(*blocks: Block, language: str = "en-GB") -> etree._Element:
    """The post's part of the page."""
    return page(edition(*blocks, language=language)).findall(".//div[@id='page-post']")[0]


def words(element: etree._Element) -> str:
    """All text of an element, white space collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())


# --- wording ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("We met two people.", "We met 2 people."),
        ("Six of the twenty came.", "6 of the 20 came."),
        ("one in four people", "1 in 4 people"),
        ("One of us has one.", "One of us has one."),
        ("one or two", "one or two"),
        ("twenty-one and two-thirds", "twenty-one and two-thirds"),
        ("two thirds, four hundred", "two thirds, four hundred"),
        ("Write 3, not three, in two places.", "Write 3, not three, in 2 places."),
        ("Channel Four", "Channel Four"),
        ("often, weight, tent", "often, weight, tent"),
    ],
)
def test_number_words_are_digits_from_2_to_20_where_they_stand_alone(
    written: str, expected: str
) -> None:
    """Part of a larger number, of a fraction or of a name they are left."""
    assert digits(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("fruit, e.g. pears", "fruit, for example pears"),
        ("E.g. pears", "For example pears"),
        ("fruit (i.e. pears)", "fruit (that is pears)"),
        ("eg this, ie that", "for example this, that is that"),
        ("pens, paper, etc.", "pens, paper, and so on."),
        ("pens, etc. are here", "pens, and so on are here"),
        ("(pens and etc.)", "(pens and so on)"),
        ("IE and EG are names; pie, leg, a.e.g.b", "IE and EG are names; pie, leg, a.e.g.b"),
    ],
)
def test_short_forms_are_written_in_full(written: str, expected: str) -> None:
    """Latin short forms are read as words that nobody knows."""
    assert short_forms(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("We can't and we don't.", "We cannot and we do not."),
        ("Don't wait.", "Do not wait."),
        ("I’m sure they’re here and we’ll go.", "I am sure they are here and we will go."),
        ("It won't, I've said.", "It will not, I have said."),
        ("You should've come.", "You should have come."),
        ("It isn't a problem.", "It is not a problem."),
        ("It's good, isn't it.", "It's good, isn't it."),
        ("Why don't people ask?", "Why don't people ask?"),
        ("Ada's boat, the boats' crew, she'd go", "Ada's boat, the boats' crew, she'd go"),
        ("couldn't've", "couldn't've"),
    ],
)
def test_contractions_are_written_in_full_where_they_can_mean_one_thing(
    written: str, expected: str
) -> None:
    """A possessive, a tag and a question are left as they are."""
    assert contractions(written) == expected


def test_a_second_pass_changes_nothing_more() -> None:
    """The rules do not feed on their own output."""
    once = reworded("Two of us can't come, e.g. Ada, etc. We'll see in ten days.")
    assert reworded(once) == once


def test_a_quotation_is_known_to_its_end_over_several_sentences() -> None:
    """A person's words are never reworded."""
    said = ("She said: “I can't.", "I don't want to.", "Never.”", "We can't know.")
    assert quoting(tuple(map(sentence, said))) == (True, True, True, False)


def test_after_an_opening_single_mark_the_rest_of_the_block_is_left() -> None:
    """Its end looks like an apostrophe, so that nothing after it is certain."""
    quoted = (sentence("‘I can't.’"), sentence("We can't."))
    ours = (sentence("The carers' view isn't ours."), sentence("It's theirs."))
    assert quoting(quoted) == (True, True)
    assert quoting(ours) == (False, False)


def test_words_inside_quotations_are_left_in_the_page() -> None:
    """In marks, in a quote block and in a quotation element alike."""
    quoted = Styled(Style.QUOTATION, (Text("two can't"),))
    shown = words(
        body(
            paragraph("“Two can't.”"),
            Quote((paragraph("Two can't."),)),
            paragraph(sentence(quoted)),
        )
    )
    assert len(re.findall("[Tt]wo can't", shown)) == 3


# --- lists ------------------------------------------------------------------------------


def entries(text: str) -> list[str] | None:
    """The entries that a sentence is broken into, or None."""
    parts = broken((Text(text),))
    return [walk.plain(entry) for entry in parts[1]] if parts else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We need: paint, wood and nails.", ["paint", "wood", "and nails."]),
        ("We need: paint, wood, and nails.", ["paint", "wood", "and nails."]),
        ("Bring: red paint; old wood; nails.", ["red paint", "old wood", "nails."]),
        ("We need: paint and nails.", None),
        ("He was clear: when it rains, we stop, and we wait.", None),
        ("Paint, wood and nails.", None),
        ("At 10:30 we need paint, wood and nails.", None),
        ("Note: one, two, three.", None),
    ],
)
def test_a_series_after_a_colon_is_a_list_where_it_is_certain(
    text: str, expected: list[str] | None
) -> None:
    """Three entries or more, short, and none that begins a clause."""
    assert entries(text) == expected


def test_a_series_keeps_its_links_and_emphasis() -> None:
    """Breaking a sentence cuts words, not what they are."""
    link = Link("https://example.org/", (Text("wood"),))
    parts = broken((Text("We need: paint, "), link, Text(" and nails.")))
    assert parts
    assert parts[1][1] == (link,)


def test_a_sentence_with_a_note_is_left_whole() -> None:
    """A note's mark has no place in the words, and must not be lost."""
    assert broken((Text("We need: paint, wood"), NoteRef("n1", "1"), Text(" and nails."))) is None


def test_a_broken_sentence_keeps_its_id_and_its_entries_count_on() -> None:
    """The id is the same in every edition."""
    shown = body(paragraph("We need: paint, wood and nails."))
    ids = [found for e in shown.iter() if (found := e.get("id"))]
    assert ids == ["page-post", "s1", "s1-2", "s1-3", "s1-4"]


# --- hard words -------------------------------------------------------------------------


def test_a_hard_word_is_bold_and_explained_where_it_is_first_met_and_at_the_end() -> None:
    """Explained after the sentence, once, and again in the list."""
    whole = page(edition(paragraph("Two stakeholders came.", "The stakeholders left.")))
    assert words(whole).count("Stakeholder means:") == 1
    assert [words(e) for e in whole.findall(".//p[@id='s1']/strong")] == ["stakeholders"]
    assert not whole.findall(".//p[@id='s2']/strong")
    assert [words(e) for e in whole.findall(".//dt")] == ["stakeholder"]


def test_a_name_is_no_hard_word() -> None:
    """A capital inside a sentence makes a name."""
    _, met = Glossary().flag((Text("The Policy Forum met."),))
    assert met == ()


def test_no_word_of_the_list_is_explained_by_itself_or_at_length() -> None:
    """An explanation is short and does not lean on the word that it explains."""
    for form, hard in HARD_WORDS.items():
        assert not re.search(rf"\b{re.escape(form)}\b", hard.meaning.lower()), form
        assert len(hard.meaning.split()) <= 20, form
        assert hard.meaning.endswith("."), form


# --- the page ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", POSTS)
def test_every_unit_keeps_its_id_once_and_in_order(name: str) -> None:
    """A reader can go from a row to the same sentence in any other edition."""
    post = POSTS[name]
    whole = page(edition_of(post, RICH_MEDIA))
    ids = [
        found for e in whole.iter() if (found := e.get("id", "")) and re.fullmatch(r"s\d+", found)
    ]
    assert ids == [unit.id for unit in walk.units(post.blocks)]


@pytest.mark.parametrize("name", POSTS)
def test_no_number_name_or_negation_is_lost(name: str) -> None:
    """What was changed is undone in neither sense: every plain word of the post is still there."""
    post = POSTS[name]
    shown = words(page(edition_of(post, RICH_MEDIA)))
    for unit in walk.units(post.blocks):
        if isinstance(unit, Sentence):
            kept = reworded(walk.plain(unit.inlines)) if post.language == "en-GB" else ""
            for word in re.findall(r"[A-Z]\w+|\d+|\bnot\b", kept):
                assert word in shown


def test_a_negation_is_never_lost_in_rewording() -> None:
    """The negative is there whether it is written short or in full."""
    written = "I can't, won't, don't, didn't, shan't and never will; no one isn't."
    assert len(re.findall(r"not\b|n't|never|\bno\b", reworded(written))) == 8


@pytest.mark.parametrize("name", POSTS)
def test_it_says_first_that_it_is_a_draft_and_never_that_it_is_easy_read(name: str) -> None:
    """Only what people have checked may be called Easy Read."""
    whole = page(edition_of(POSTS[name], RICH_MEDIA))
    ours = words_of(POSTS[name].language)
    main = whole.findall(".//main")[0]
    assert words(main).startswith(f"{ours.easy_read.is_draft} {ours.easy_read.computer}")
    assert ours.page.simpler in words(whole.findall(".//title")[0])
    assert words(whole.findall(".//h1")[0]).startswith(ours.easy_read.label)
    assert "easy read" not in words(whole).lower()


def test_the_banner_is_in_sentences_of_ten_words_or_fewer() -> None:
    """The warning itself must be easy."""
    whole = page(edition(paragraph("Sea.")))
    banner = whole.findall(".//section[@class='banner']")[0]
    lines = [words(p) for p in banner.findall("p")]
    assert all(len(line.split()) <= 11 for line in lines)
    assert f"mailto:{PUBLICATION.email}" in [a.get("href") for a in banner.iter("a")]


def test_each_sentence_has_a_row_with_a_picture_or_its_empty_place() -> None:
    """The picture stands before the words; an empty place is shown and not read out."""
    rows = body(paragraph("Sea.", "Sand.")).findall("div")
    assert [words(row[1]) for row in rows] == ["Sea.", "Sand."]
    assert [row[0].get("aria-hidden") for row in rows] == ["true", "true"]


def test_a_picture_of_the_post_stands_beside_what_it_shows() -> None:
    """What the words say beside it is not said again by the picture."""
    figure = Figure("", Picture("pictures/harbour.jpg", "The harbour"), ())
    (row,) = page(edition_of(edition(figure).post, RICH_MEDIA)).findall(".//div[@id='s1']")
    assert [img.get("alt") for img in row.iter("img")] == [""]
    assert words(row) == "The harbour"


def test_program_text_is_kept_to_the_character() -> None:
    """Nothing in a program is a number word."""
    shown = body(CodeBlock("", "two = don't\n", ""))
    assert "".join(map(str, shown.findall(".//pre")[0].itertext())) == "two = don't\n"


def test_in_another_language_only_the_layout_changes_and_the_page_says_so() -> None:
    """English rules would spoil it."""
    whole = page(edition(paragraph("Le policy two."), language="fr"))
    assert words(whole.findall(".//p[@id='s1']")[0]) == "Le policy two."
    assert "Les mots ne sont pas plus simples." in words(whole)
    assert whole.findall(".//section[@class='banner']")[0].get("lang") is None
    finnish = page(edition(paragraph("Meri."), language="fi"))
    assert "The words are not simpler. Only the layout is." in words(finnish)
    assert finnish.findall(".//section[@class='banner']")[0].get("lang") == "en"


def test_search_engines_are_asked_to_leave_a_draft_alone() -> None:
    """Who looks for the post should find what its author wrote."""
    (robots,) = page(edition(paragraph("Sea."))).findall(".//meta[@name='robots']")
    assert robots.get("content") == "noindex"
