"""All that the template is given of a post."""

from formats.large_print.document import document
from formats.model import Note, Notes
from tests.formats.builders import (
    edition,
    heading,
    paragraph,
)
from tests.formats.large_print.prints import PDFS, lines, made, squeezed, voiced


def test_long_posts_have_a_list_of_contents_and_short_ones_not() -> None:
    """From the fifth page on, as ACB asks."""
    parts = [b for n in range(6) for b in (heading(2, f"Part {n}"), paragraph("Words. " * 120))]
    assert "Contents" in lines(made(edition(*parts))["large-print.pdf"])
    assert "Contents" not in lines(made(edition(*parts[:4]))["large-print.pdf"])


def test_the_first_page_says_its_size_and_where_others_are() -> None:
    """Each file for itself."""
    files = made(edition(paragraph("Sea.")))
    for name, points in PDFS.items():
        found = " ".join(lines(files[name]))
        assert f"{points} point Source Sans Pro. Other sizes and formats:" in found
        assert "https://example.org/posts/a-post/" in squeezed(found)


def test_the_title_and_the_voice_are_not_printed_with_what_opens_the_post() -> None:
    made_of = document(voiced(), 18)

    about = str(made_of["about"])
    assert "Ada Shore" in about
    assert "synthetic" not in about
    assert "A post" not in about


def test_notes_stand_apart_from_the_text() -> None:
    notes = Notes((Note("n1", "1", (paragraph("A source."),)),))

    made_of = document(edition(paragraph("Sea."), notes), 18)

    assert "A source." in str(made_of["notes"])
    assert "A source." not in str(made_of["body"])


def test_an_address_may_break_after_its_slashes() -> None:
    made_of = document(edition(paragraph("Sea.")), 18)

    assert made_of["page"] == {
        "to": "https://example.org/posts/a-post/",
        "pieces": ["https://example.org/", "posts/", "a-post/"],
    }
