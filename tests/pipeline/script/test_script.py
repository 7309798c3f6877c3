"""What is said of each kind of block, and the pause after it."""

import pytest

from formats import walk
from formats.model import (
    Abbreviation,
    Block,
    Cell,
    Code,
    CodeBlock,
    Figure,
    Foreign,
    Link,
    Listing,
    Note,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Post,
    Quote,
    Row,
    Rule,
    Style,
    Styled,
    Table,
    Text,
)
from pipeline.lexicon import Entry, Lexicon
from pipeline.script import Line, Part, frame, script, spoken
from pipeline.script.tables import LARGEST
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    bullets,
    cell,
    heading,
    paragraph,
    post_of,
    rich_post,
    sentence,
    sentences,
)

POSTS = {"rich": rich_post(), **AWKWARD}


def lines(*blocks: Block, language: str = "en-GB") -> list[Line]:
    """The lines of a post's body."""
    return [line for part in parts(*blocks, language=language) for line in part.lines]


def parts(*blocks: Block, language: str = "en-GB") -> tuple[Part, ...]:
    return script(post_of(*blocks, language=language), (), (), Lexicon())


def said(*blocks: Block, language: str = "en-GB") -> list[str]:
    return [line.text for line in lines(*blocks, language=language)]


def in_brief(*blocks: Block) -> list[str]:
    found = script(post_of(*blocks), (), (), Lexicon(), "brief")
    return [line.text for part in found for line in part.lines]


def with_lexicon(written: str, spoken_as: str, *blocks: Block) -> list[str]:
    found = script(post_of(*blocks), (), (), Lexicon((Entry(written, spoken_as),)))
    return [line.text for part in found for line in part.lines]


def ordered(*entries: str, start: int = 1) -> Listing:
    listing = bullets(*entries)
    return Listing(True, start, listing.items)  # noqa: FBT003 - the model's own order


# --- what holds for every post ----------------------------------------------------------


@pytest.mark.parametrize("detail", ["full", "brief"])
@pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())
def test_every_unit_has_one_line_and_in_reading_order(post: Post, detail: str) -> None:
    opening, closing = frame(post, PUBLICATION, ("a voice",))
    parts = script(post, opening, closing, Lexicon(), detail)
    found = [line.id for part in parts for line in part.lines]
    assert found == [unit.id for unit in (*opening, *walk.units(post.blocks), *closing)]


@pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())
def test_no_line_is_empty_and_no_part_without_lines(post: Post) -> None:
    for part in script(post, *frame(post, PUBLICATION, ("a voice",)), Lexicon()):
        assert part.lines
        assert all(any(map(str.isalnum, line.text)) for line in part.lines)


def test_the_same_post_is_always_said_the_same() -> None:
    post = rich_post()
    framing = frame(post, PUBLICATION, ("a voice",))
    assert script(post, *framing, Lexicon()) == script(post, *framing, Lexicon())


# --- blocks -----------------------------------------------------------------------------


def test_a_block_is_one_part_and_its_last_sentence_has_the_longer_pause() -> None:
    (part,) = parts(paragraph("One.", "Two."))
    assert [(line.text, line.pause) for line in part.lines] == [("One.", 200), ("Two.", 450)]


def test_what_stands_before_a_heading_or_the_notes_pauses_longer() -> None:
    notes = Notes((Note("n1", "1", (paragraph("d"),)),))
    found = lines(paragraph("a"), heading(2, "b"), heading(3, "c"), paragraph("x"), notes)
    assert [line.pause for line in found] == [900, 700, 550, 900, 450]
    assert [line.pause for line in lines(paragraph("a"), heading(3, "b"))] == [800, 550]


def test_headings_pause_by_their_level() -> None:
    found = lines(heading(2, "Two"), heading(3, "Three"))
    assert [(line.text, line.pause) for line in found] == [("Two", 700), ("Three", 550)]


def test_the_title_stands_alone_and_the_opening_ends_in_the_longest_pause() -> None:
    title, about, closing = script(
        post_of(), *frame(post_of(), PUBLICATION, ("a voice",)), Lexicon()
    )
    assert [line.pause for line in title.lines] == [900]
    assert [line.pause for line in about.lines] == [200, 200, 200, 900]
    assert [line.pause for line in closing.lines] == [400]


def test_a_rule_lengthens_the_pause_before_it() -> None:
    assert [line.pause for line in lines(Rule(), paragraph("a"), Rule(), paragraph("b"))] == [
        900,
        450,
    ]


def test_numbers_of_a_list_are_said_and_its_end_is_heard() -> None:
    found = lines(ordered("wash", "dry", start=4))
    assert [(line.text, line.pause) for line in found] == [
        ("four: wash", 300),
        ("five: dry", 450),
    ]


def test_bullets_are_not_said_and_nested_lists_stay_in_place() -> None:
    assert said(bullets("one", ordered("a", "b"), "two")) == [
        "one",
        "Nested list, two items. one: a",
        "two: b",
        "two",
    ]


def test_a_quote_is_opened_and_closed() -> None:
    assert said(Quote((paragraph("So it is.", "Truly so"),))) == [
        "Quote. So it is.",
        "Truly so. End of quote.",
    ]


def test_a_quote_in_another_language_is_opened_in_that_language() -> None:
    found = lines(Quote((Passage("fr", (paragraph("La mer."),)),)))
    assert [(line.text, line.language) for line in found] == [
        ("Citation. La mer. Fin de citation.", "fr")
    ]


def test_a_table_is_read_row_by_row_under_its_headers() -> None:
    table = Table(
        sentences("Tides"),
        (
            Row((cell("Day", header=True), cell("Height", header=True))),
            Row((cell("Monday", header=True), cell("low"))),
            Row((cell("Tuesday"), cell("high"))),
        ),
    )
    assert said(table) == [
        "Table, two rows, two columns. Tides",
        "Day",
        "Height",
        "Monday",
        "Height: low",
        "Day: Tuesday",
        "Height: high. End of table.",
    ]
    assert [len(part.lines) for part in parts(table)] == [1, 2, 2, 2]


def test_a_cell_below_one_that_reaches_down_keeps_its_own_header() -> None:
    table = Table(
        (),
        (
            Row((cell("A", header=True), cell("B", header=True))),
            Row((cell("tall", rows=2), cell("one"))),
            Row((cell("two"),)),
            Row((cell("wide", columns=2),)),
        ),
    )
    assert said(table)[2:] == ["A: tall", "B: one", "B: two", "wide. End of table."]


def test_a_large_table_says_its_headers_once_and_keeps_the_place_of_what_is_empty() -> None:
    rows = [Row((cell("Day", header=True), cell("Wind", header=True), cell("Sea", header=True)))]
    rows += [Row((cell("Monday"), cell(""), cell("calm"))) for _ in range(LARGEST // 3)]
    found = said(Table((), tuple(rows)))
    assert found[0] == "Table, twenty rows, three columns. Day"
    assert found[3:5] == ["Monday", "Blank. calm"]


def test_an_empty_cell_is_passed_over_where_headers_tell_the_others() -> None:
    rows = (
        Row((cell(""), cell("Wind", header=True), cell("Sea:", header=True))),
        Row((cell("Monday", header=True), cell(""), cell("calm"))),
    )
    assert said(Table((), rows))[1:] == ["Sea:", "Monday", "Sea: calm. End of table."]


def test_a_header_that_asks_is_not_followed_by_a_colon() -> None:
    rows = (Row((cell("Calm?", header=True),)), Row((cell("yes"),)))
    assert said(Table((), rows))[1] == "Calm? yes. End of table."


def test_a_header_in_another_language_is_said_again_in_it() -> None:
    jour = Cell((sentence(Foreign("fr", (Text("Jour"),))),), header=True)
    rows = (Row((jour, cell("Day", header=True))), Row((cell("lundi"), cell("Monday"))))
    *_, first, second = lines(Table((), rows))
    assert [(run.text.strip(), run.language) for run in first.runs] == [
        ("Jour:", "fr"),
        ("lundi", "en-GB"),
    ]
    assert {run.language for run in second.runs} == {"en-GB"}


def test_the_box_of_a_task_is_said_in_words_whatever_is_in_the_entry() -> None:
    bold = Styled(Style.STRONG, (Text("wash"),))
    entries = ("[X] dry.", "[y] no", "a [x] b")
    assert said(bullets(paragraph(sentence("[x] ", bold)), *entries)) == [
        "Done: wash",
        "Done: dry.",
        "[y] no",
        "a [x] b",
    ]


def test_the_box_of_a_task_is_said_in_english_where_the_language_has_no_words() -> None:
    (found,) = lines(bullets("[ ] pese"), language="fi")
    assert [(run.text.strip(), run.language) for run in found.runs] == [
        ("To do:", "en"),
        ("pese", "fi"),
    ]


def test_headers_and_alternative_texts_are_said_as_the_lexicon_has_them() -> None:
    rows = (Row((cell("Ryde", header=True),)), Row((cell("calm"),)))
    figure = Figure("", Picture("p.jpg", "Ryde pier"), ())
    assert with_lexicon("Ryde", "Ride", Table((), rows), figure) == [
        "Table, one row, one column. Ride",
        "Ride: calm. End of table.",
        "Picture: Ride pier.",
    ]


def test_in_brief_little_is_said_around_the_words() -> None:
    rows = (Row((cell("Day", header=True),)), Row((cell("Monday"),)))
    found = in_brief(
        Quote((paragraph("So."),)),
        Table((), rows),
        CodeBlock("", "a\nb", "py"),
        bullets(bullets("x")),
    )
    assert found == ["Quote. So.", "Table. Day", "Monday", "Code example.", "x"]


def test_a_picture_is_said_once_by_its_alternative_text_then_its_caption() -> None:
    figure = Figure("", Picture("p.jpg", "A boat."), sentences("The Mary Ann in 1905."))
    assert said(figure) == ["Picture: A boat.", "The Mary Ann in nineteen oh five."]


@pytest.mark.parametrize(
    ("alt", "caption", "notice"),
    [
        (None, "", "Picture without a description."),
        (None, "A boat.", "Picture."),
        ("", "", "Picture."),
        ("a boat", "A boat.", "Picture."),
        ("The boat, at sea", "Here: the boat at sea.", "Picture."),
        ("oat", "A boat.", "Picture: oat."),
        ("A boat at sea.", "A boat.", "Picture: A boat at sea."),
    ],
)
def test_a_picture_never_says_the_same_words_twice_nor_nothing(
    alt: str | None, caption: str, notice: str
) -> None:
    figure = Figure("", Picture("p.jpg", alt), sentences(caption) if caption else ())
    assert said(figure) == [notice, caption] if caption else [notice]


@pytest.mark.parametrize(
    ("text", "language", "notice"),
    [
        ("a\nb\n", "python", "Code example, two lines of Python."),
        ("a", "", "Code example, one line."),
        ("a", "text", "Code example, one line."),
        ("a", "c#", "Code example, one line of C sharp."),
        ("a", "brainfuck", "Code example, one line of Brainfuck."),
        ("a", '"><script>', "Code example, one line."),
    ],
)
def test_of_code_its_length_and_language_are_said(text: str, language: str, notice: str) -> None:
    assert said(CodeBlock("", text, language)) == [notice]


def test_notes_come_last_each_with_its_label_and_marks_are_silent() -> None:
    found = said(
        paragraph(sentence("It is so.", NoteRef("n1", "1"))),
        Notes((Note("n1", "1", (paragraph("A source."),)), Note("n2", "2", (paragraph("B."),)))),
    )
    assert found == ["It is so.", "Notes. Note one: A source.", "Note two: B."]


# --- running text -----------------------------------------------------------------------


def test_a_short_form_is_expanded_where_it_is_first_heard() -> None:
    nhs = Abbreviation("NHS", "National Health Service")
    found = said(paragraph(sentence("The ", nhs, "."), sentence("An ", nhs, " ward.")))
    assert found == ["The NHS, National Health Service.", "An NHS ward."]


@pytest.mark.parametrize(
    ("after", "heard"),
    [(" ran.", "SNCF, Société, ran."), (", too.", "SNCF, Société, too."), (".", "SNCF, Société.")],
)
def test_a_short_form_in_another_language_ends_in_a_pause(after: str, heard: str) -> None:
    short = Foreign("fr", (Abbreviation("SNCF", "Société"),))
    assert said(paragraph(sentence("The ", short, after))) == [f"The {heard}"]


def test_a_short_form_that_the_sentence_explains_is_not_explained_again() -> None:
    nhs = Abbreviation("NHS", "National Health Service")
    found = said(paragraph(sentence("The National Health Service (", nhs, ").")))
    assert found == ["The National Health Service (NHS)."]


def test_deletions_and_insertions_are_told_apart() -> None:
    old, new = Styled(Style.DELETED, (Text("five"),)), Styled(Style.INSERTED, (Text("six"),))
    assert said(paragraph(sentence("We are ", old, " ", new, "."))) == [
        "We are deleted: five, end of deletion, inserted: six, end of insertion."
    ]


def test_words_that_are_put_in_leave_no_comma_beside_the_authors_own_stops() -> None:
    old = Styled(Style.DELETED, (Text("in a letter."),))
    nhs = Abbreviation("NHS", "National Health Service")
    boat = Picture("a.jpg", "A boat.")
    found = said(
        paragraph(sentence("Say so ", old, ", then.")),
        paragraph(sentence("It (the ", nhs, ") is.")),
        paragraph(sentence(boat, " Our boat ", boat)),
    )
    assert found == [
        "Say so deleted: in a letter. end of deletion, then.",
        "It (the NHS, National Health Service) is.",
        "Picture: A boat, Our boat, Picture: A boat",
    ]


@pytest.mark.parametrize(
    ("tex", "heard"),
    [
        (r"$$\frac{a+b}{\sqrt{c}} \leq \alpha$$", "formula: a+b over √ c ≤ alpha"),
        (r"$$\text{speed} = \mathrm{d}$$", "formula: speed = d"),
        (r"$$\frac{\frac{a}{b}}{c}$$", "formula: a over b over c"),
        (r"$${{{{$$", "formula:"),
        (r"$$" + "{" * 5000 + "x$$", "formula: x"),
    ],
)
def test_a_formula_is_said_in_words(tex: str, heard: str) -> None:
    (found,) = said(paragraph(sentence("So ", Code(tex))))
    assert spoken(found, "en-GB") == spoken(f"So {heard}", "en-GB")


def test_signs_of_a_program_alone_are_named_and_those_beside_words_are_not() -> None:
    found = said(paragraph(sentence("Type ", Code("&&"), " or ", Code("ls -a"), ".")))
    assert found == ["Type ampersand, ampersand or ls -a."]


def test_what_is_deleted_is_told_in_english_where_the_language_has_no_words() -> None:
    old = Styled(Style.DELETED, (Text("viisi"),))
    (found,) = lines(paragraph(sentence("On ", old, " kuusi.")), language="fi")
    assert [(run.text.strip(), run.language) for run in found.runs] == [
        ("On", "fi"),
        ("deleted:", "en"),
        ("viisi", "fi"),
        ("end of deletion,", "en"),
        ("kuusi.", "fi"),
    ]


def test_an_address_is_read_in_the_text_and_said_by_its_host_where_it_is_a_link() -> None:
    written = "www.example.org/a"
    link = Link(f"https://{written}", (Text(written),))
    assert said(paragraph(sentence(f"See {written}."))) == [spoken(f"See {written}.", "en-GB")]
    assert said(paragraph(sentence("See ", link, "."))) == ["See link to example dot org."]


def test_a_raised_number_is_not_run_into_the_one_before() -> None:
    power = Styled(Style.SUPERSCRIPT, (Text("6"),))
    assert said(paragraph(sentence("10", power))) == [spoken("10 to the power of 6", "en-GB")]


def test_a_sentence_wholly_in_another_language_is_said_in_it() -> None:
    welsh = Foreign("cy", (Text("Bore da."),))
    found = lines(paragraph(sentence(welsh), sentence("They say ", welsh)))
    assert [line.language for line in found] == ["cy", "en-GB"]


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("🎉", "party popper"),
        ("***", "asterisk"),
        ("", "Blank."),
    ],
)
def test_a_sentence_without_words_is_named_rather_than_passed_over(words: str, heard: str) -> None:
    assert said(Paragraph((sentence(words),))) == [heard]


def test_a_sentence_that_is_a_note_mark_alone_says_which() -> None:
    assert said(paragraph(sentence(NoteRef("n1", "3")))) == ["Note 3"]


def test_a_language_without_words_gets_english_only_where_silence_would_hide() -> None:
    found = lines(
        Quote((paragraph("Meri."),)), CodeBlock("", "x", ""), ordered("yksi"), language="fi"
    )
    assert [(line.text, line.language) for line in found] == [
        ("Meri.", "fi"),
        ("Code example, one line.", "en"),
        ("1: yksi", "fi"),
    ]
