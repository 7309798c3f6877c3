"""What is said of each kind of block, and the pause after it."""

from formats.model import (
    CodeBlock,
    Definition,
    DefinitionList,
    Note,
    NoteRef,
    Notes,
    Passage,
    Quote,
    Style,
    Styled,
    Text,
    ThematicBreak,
)
from tests.formats.builders import (
    bullets,
    heading,
    paragraph,
    sentence,
    sentences,
)
from tests.pipeline.script.scripts import lines, ordered, parts, said


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


def test_a_rule_lengthens_the_pause_before_it() -> None:
    assert [
        line.pause
        for line in lines(ThematicBreak(), paragraph("a"), ThematicBreak(), paragraph("b"))
    ] == [
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


def test_notes_come_last_each_with_its_label_and_marks_are_silent() -> None:
    found = said(
        paragraph(sentence("It is so.", NoteRef("n1", "1"))),
        Notes((Note("n1", "1", (paragraph("A source."),)), Note("n2", "2", (paragraph("B."),)))),
    )
    assert found == ["It is so.", "Notes. Note one: A source.", "Note two: B."]


def test_a_language_without_words_gets_english_only_where_silence_would_hide() -> None:
    found = lines(
        Quote((paragraph("Meri."),)), CodeBlock("", "x", ""), ordered("yksi"), language="fi"
    )
    assert [(line.text, line.language) for line in found] == [
        ("Meri.", "fi"),
        ("Code example, one line.", "en"),
        ("1: yksi", "fi"),
    ]


def test_a_term_is_soon_followed_by_what_is_said_of_it() -> None:
    both = (
        Definition(sentences("Ebb"), (paragraph("It goes."),)),
        Definition(sentences("Flood"), (paragraph("It comes."),)),
    )

    found = lines(DefinitionList(both))

    assert [(line.text, line.pause) for line in found] == [
        ("Ebb", 200),
        ("It goes.", 300),
        ("Flood", 200),
        ("It comes.", 450),
    ]
