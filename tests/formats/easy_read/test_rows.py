"""Each sentence is a row with a picture, or with the place for one."""

from formats.model import (
    CodeBlock,
    Figure,
    Item,
    Listing,
    Note,
    Notes,
    Passage,
    Picture,
    Quote,
)
from tests.formats.builders import (
    RICH_MEDIA,
    edition,
    edition_of,
    paragraph,
)
from tests.formats.easy_read.drafts import body, page, words


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


def test_the_words_of_a_quote_and_of_a_passage_are_kept() -> None:
    shown = body(
        Quote((paragraph("We met two people."),)),
        Passage("cy", (paragraph("We met two people."),)),
        paragraph("We met two people."),
    )

    assert [words(p) for p in shown.iter("p")] == [
        "We met two people.",
        "We met two people.",
        "We met 2 people.",
    ]


def test_a_list_and_a_note_keep_their_numbers() -> None:
    listing = Listing(True, 4, (Item((paragraph("Four."),)),))  # noqa: FBT003 - the model's own order
    notes = Notes((Note("n1", "7", (paragraph("A."),)), Note("n2", "†", (paragraph("B."),))))

    shown = body(listing, notes)

    assert shown.findall(".//ol")[0].get("start") == "4"
    assert [li.get("value") for li in shown.findall(".//section//li")] == ["7", None]
    assert "†" in words(shown)
