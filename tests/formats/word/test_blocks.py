"""Every kind of block has the style that Word knows it by."""

import pytest

from formats.model import (
    CodeBlock,
    Figure,
    Item,
    Listing,
    Note,
    NoteRef,
    Notes,
    Passage,
    Picture,
    Quote,
)
from tests.formats.builders import (
    bullets,
    edition,
    edition_of,
    heading,
    paragraph,
    picture,
    post_of,
    sentence,
    sentences,
)
from tests.formats.word.documents import W, made, styled, values, xml


def test_headings_have_the_styles_of_headings_and_skip_no_level() -> None:
    document = made(edition(heading(2, "One"), heading(5, "Two"), heading(2, "Three")))

    found = [style for style, _ in styled(document) if style.startswith("Heading")]
    assert found == ["Heading 1", "Heading 2", "Heading 1"]


def test_quotations_code_and_entries_have_styles_of_their_own() -> None:
    document = made(
        edition(Quote((paragraph("Wait."),)), CodeBlock("", "a = 1\n", ""), bullets("sand"))
    )

    assert styled(document)[-3:] == [
        ("Quote", "Wait."),
        ("HTML Preformatted", "a = 1"),
        ("List Bullet", "sand"),
    ]


def test_each_numbered_list_begins_at_its_own_number() -> None:
    first, second = (
        Listing(True, start, (Item((paragraph("a"),)), Item((paragraph("b"),))))  # noqa: FBT003 - the model's own order
        for start in (1, 7)
    )
    document = made(edition(first, second))
    numbers = document.part.numbering_part.element

    assert values(document, "numId") == ["3", "3", "4", "4"]
    assert [e.get(f"{W}val") for e in numbers.iter(f"{W}startOverride")] == ["1", "7"]


def test_a_list_in_a_list_is_a_level_deeper_and_an_entry_without_words_keeps_its_bullet() -> None:
    document = made(edition(bullets("sand", bullets("fine sand"))))

    assert values(document, "ilvl") == ["0", "0", "1"]


@pytest.mark.parametrize(
    ("alt", "caption", "said"),
    [
        ("The harbour", (), "The harbour"),
        ("", (), ""),
        (None, sentences("At noon."), "At noon."),
        (None, (), "Picture without a description"),
    ],
)
def test_a_picture_has_its_words_and_decoration_is_marked(
    alt: str | None, caption: tuple[()], said: str
) -> None:
    post = post_of(Figure("", Picture("a.png", alt), caption))
    document = made(edition_of(post, (picture("a.png"),)))
    (shown,) = (e for e in xml(document).iter() if str(e.tag).endswith("}docPr"))
    decorative = [e for e in shown.iter() if str(e.tag).endswith("}decorative")]

    assert shown.get("descr") == said
    assert bool(decorative) is (said == "")


def test_a_picture_that_is_not_here_is_told_in_words() -> None:
    document = made(edition(Figure("", Picture("gone.png", "A boat"), ())))

    assert styled(document)[-1][1] == "Picture: A boat (the picture itself is not here)"


def test_a_passage_in_another_language_says_which() -> None:
    document = made(edition(Passage("fr", (paragraph("La mer."),))))

    assert values(document, "lang") == ["fr"]


def test_a_note_stands_at_the_end_with_links_to_it_and_back() -> None:
    note = Note("fn:1", "1", (paragraph("Of the sea."),))
    text = sentence("Salt.", NoteRef("fn:1", "1"), NoteRef("fn:1", "1"))
    document = made(edition(paragraph(text), Notes((note,))))
    places = {e.get(f"{W}name") for e in xml(document).iter(f"{W}bookmarkStart")}
    links = [e.get(f"{W}anchor") for e in xml(document).iter(f"{W}hyperlink")]

    assert [words for _, words in styled(document)][-5:] == [
        "Salt. (note\u00a01) (note\u00a01)",
        "Notes",
        "Note 1",
        "Of the sea.",
        "Back to the text, note 1",
    ]
    assert [link for link in links if link] == ["note1", "note1", "mark1"]
    assert {"note1", "mark1"} <= places
