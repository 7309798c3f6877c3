"""Advice about a post: told where something is wrong for certain, each kind once, and not else."""

import pytest

from formats.model import Block, Break, Cell, Code, Heading, Link, Row, Style, Styled, Table, Text
from pipeline.findings import Finding
from pipeline.readers.shared.advice import advice
from pipeline.readers.shared.reading import Draft, Meta
from tests.formats.builders import Words, cell, paragraph, sentence


def _advice(*blocks: Block, title: str = "A walk") -> tuple[Finding, ...]:
    return advice(Draft(Meta(title=title), blocks, "walk.md"))


def _codes(*words: Words) -> list[str]:
    return [finding.code for finding in _advice(paragraph(sentence(*words)))]


def _link(words: str) -> Link:
    return Link("https://a.org/", (Text(words),))


def test_the_first_of_a_kind_is_quoted_and_the_others_counted() -> None:
    blocks = (paragraph(sentence(_link("here"), " and ", _link("Click here!"))), paragraph("Done."))

    (told,) = _advice(*blocks)

    assert (told.code, told.where) == ("link-vague", "walk.md")
    assert told.message == (
        "The words of 2 links do not say where they lead in “A walk”, first “here”."
    )


def test_one_alone_is_told_as_one() -> None:
    (told,) = _advice(paragraph(sentence(_link("here"))))

    assert told.message == "The words of a link do not say where it leads in “A walk”: “here”."


@pytest.mark.parametrize(
    "words", ["Weâ€™re here", "cafÃ©", "Â£5", "a â€“ b", "“Ada”â€\x9d", "ðŸ˜€", "caf\ufffd"]
)
def test_text_in_a_wrong_encoding_is_told(words: str) -> None:
    assert _codes(words) == ["mojibake"]


@pytest.mark.parametrize(
    "words", ["São Paulo", "SÃO PAULO", "Ângela", "TÂCHE", "Việt Nam", "£5", "a € b", "naïve café"]
)
def test_letters_of_other_languages_are_not_broken(words: str) -> None:
    assert _codes(words) == []


def test_a_broken_title_is_told() -> None:
    assert [f.code for f in _advice(paragraph("Rain."), title="Itâ€™s wet")] == ["mojibake"]


def test_broken_characters_in_program_text_are_an_example() -> None:
    assert _codes("See ", Code("â€™"), ".") == []


@pytest.mark.parametrize("words", ["ByIMG_2041 the lock", "See DSC00123.jpg"])
def test_the_name_of_a_picture_among_the_words_is_told(words: str) -> None:
    assert _codes(words) == ["odd-words"]


@pytest.mark.parametrize("words", ["An IMG tag", "PXL 2041", "DSC"])
def test_what_only_begins_like_the_name_of_a_picture_is_not_told(words: str) -> None:
    assert _codes(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "PLEASE DO NOT FEED THE DUCKS HERE",
        "Now: PLEASE, DO NOT FEED THE DUCKS!",
        "NE DONNEZ PAS À MANGER AUX CANARDS",
    ],
)
def test_a_passage_in_capitals_is_told(words: str) -> None:
    assert _codes(words) == ["capitals"]


@pytest.mark.parametrize(
    "words",
    [
        "DO NOT FEED",
        "The NHS, BBC, ITV, HMRC, DWP and DEFRA",
        "NHS BBC ITV HMRC DWP BT",
        "A B C D E F G H",
        "The NASA and the UNESCO came",
    ],
)
def test_short_forms_are_no_passage_in_capitals(words: str) -> None:
    assert _codes(words) == []


def test_a_line_break_does_not_join_what_stands_in_capitals() -> None:
    assert _codes("PLEASE DO NOT", Break(), Code("FEED"), " THE DUCKS HERE") == []


@pytest.mark.parametrize("words", ["https://a.org/x", "www.a.org", "HTTP://A.ORG"])
def test_a_bare_address_as_the_words_of_a_link_is_told(words: str) -> None:
    assert _codes("See ", _link(words)) == ["link-bare"]


@pytest.mark.parametrize("words", ["a.org", "the page https://a.org", "Ducks of the canal"])
def test_a_link_with_words_of_its_own_is_not_told(words: str) -> None:
    assert _codes("See ", _link(words)) == []


@pytest.mark.parametrize(
    "words", ["Here", "read more…", "[link]", "hier", "Lire la suite »", "yma"]
)
def test_words_that_do_not_say_where_a_link_leads_are_told(words: str) -> None:
    assert _codes(_link(words)) == ["link-vague"]


@pytest.mark.parametrize("words", ["Read more about ducks", "hereditary", "the link road"])
def test_words_that_say_where_a_link_leads_are_not_told(words: str) -> None:
    assert _codes(_link(words)) == []


def test_links_and_words_inside_others_are_seen() -> None:
    link = Link("https://a.org/", (Styled(Style.STRONG, (Text("here"),)),))

    assert _codes(Styled(Style.EMPHASIS, (link,))) == ["link-vague"]


def _table(*rows: tuple[Cell, ...]) -> Table:
    return Table((), tuple(map(Row, rows)))


def test_a_table_without_headers_is_told() -> None:
    (told,) = _advice(_table((cell("Lock"), cell("Boats")), (cell("First"), cell("7"))))

    assert told.code == "table-headers"
    assert "“Lock”" in told.message


@pytest.mark.parametrize(
    "table",
    [
        _table((cell("Lock", header=True), cell("Boats")), (cell("First"), cell("7"))),
        _table((cell("One"), cell("row"))),
        _table((cell("One"),), (cell("column"),)),
    ],
)
def test_a_table_with_headers_or_without_rows_and_columns_is_not_told(table: Table) -> None:
    assert _advice(table) == ()


@pytest.mark.parametrize(
    ("where", "how"),
    [
        ("a.docx", "Repeat Header Rows"),
        ("a.odt", "Header Rows Repeat Across Pages"),
        ("a.md:7", "mark it as a header"),
    ],
)
def test_how_a_header_is_marked_is_told_for_the_program_of_the_file(where: str, how: str) -> None:
    table = _table((cell("Lock"), cell("Boats")), (cell("First"), cell("7")))
    (told,) = advice(Draft(Meta(title="A walk"), (table,), where))

    assert how in told.remedy


def test_a_usual_post_needs_no_advice() -> None:
    assert _advice(Heading(2, (sentence("The first lock"),)), paragraph("It rained.")) == ()
