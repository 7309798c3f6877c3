"""All that the template is given of a post."""

from dataclasses import replace

from formats.large_print.document import document
from formats.model import Link, Note, Notes, Text
from tests.formats.builders import (
    edition,
    heading,
    paragraph,
    sentence,
)
from tests.formats.large_print.prints import PDFS, lines, made, poppler, squeezed, voiced


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


def test_the_first_page_says_how_to_ask_for_another_format() -> None:
    whole = edition(paragraph("Sea."))
    blog = replace(
        whole.publication,
        telephone="+44 20 7946 0000",
        email="ask@example.org",
        address="The Reading Room\n1 High Street",
    )

    found = lines(made(replace(whole, publication=blog))["large-print.pdf"])

    assert "Telephone: +44 20 7946 0000" in found
    assert "E-mail: ask@example.org" in found
    assert "By post: The Reading Room, 1 High Street" in found


def test_the_text_begins_on_a_page_after_the_contents() -> None:
    parts = [b for n in range(2) for b in (heading(2, f"Part {n}"), paragraph("Words. " * 400))]

    printed = poppler("pdftotext", pdf=made(edition(*parts))["large-print.pdf"]).split("\f")

    assert "Contents" in printed[0]
    assert "Words." not in printed[0]
    assert printed[1].startswith("Part 0")


def test_long_contents_do_not_leave_one_entry_for_a_page() -> None:
    for number in (28, 29, 30, 31):
        parts = [
            b for n in range(number) for b in (heading(2, f"Part {n}"), paragraph("A. " * 300))
        ]
        printed = poppler("pdftotext", pdf=made(edition(*parts))["large-print.pdf"]).split("\f")
        last = next(n for n, page in enumerate(printed) if "A. A." in page) - 1
        assert printed[last].count(" . . .") != 1, number


def test_a_wide_part_of_an_address_breaks_before_a_sign() -> None:
    long = "https://example.org/a-very-long-part-of-an-address-that-is-wider-than-one-line-of-print"

    found = str(document(edition(paragraph(sentence(Link(long, (Text("x"),))))), 24)["addresses"])

    assert "'-long', '-part'" in found
