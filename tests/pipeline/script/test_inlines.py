"""What is said of running text: short forms, links, changes, signs."""

import pytest

from formats.model import (
    Abbreviation,
    Code,
    Foreign,
    Link,
    Picture,
    Style,
    Styled,
    Text,
)
from pipeline.script.normalise import spoken
from tests.formats.builders import (
    paragraph,
    sentence,
)
from tests.pipeline.script.scripts import in_brief, lines, said


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


def test_in_brief_a_change_is_told_but_not_where_it_ends() -> None:
    old = Styled(Style.DELETED, (Text("five"),))

    assert in_brief(paragraph(sentence("We are ", old, " six."))) == ["We are deleted: five, six."]


def test_the_mark_of_a_lost_note_is_silent_and_a_power_is_not() -> None:
    def raised(words: str) -> Styled:
        return Styled(Style.SUPERSCRIPT, (Text(words),))

    assert said(paragraph(sentence("It rained", raised("12"), "."))) == ["It rained."]
    assert said(paragraph(sentence("5 km", raised("2")))) == ["five square kilometres"]
    assert said(paragraph(sentence("In 2020", raised("1")))) == said(paragraph(sentence("In 2020")))
    assert "power" in said(paragraph(sentence("2", raised("10"))))[0]


def test_a_decoration_in_the_line_is_passed_over() -> None:
    assert said(paragraph(sentence("Sea", Picture("a.jpg", ""), "side."))) == ["Seaside."]
