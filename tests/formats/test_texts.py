"""A post as text; what each kind of block gives is tested with the file, in test_plain_text.py."""

from formats.model import Link, Text
from formats.texts import post_text
from tests.formats.builders import edition_of, paragraph, post_of, sentence


def test_a_text_begins_with_the_title_and_ends_with_one_line_end() -> None:
    text = post_text(edition_of(post_of(paragraph("Calm sea."), title="Tides")))

    assert text.startswith("# Tides\n\n")
    assert text.endswith("Calm sea.\n")


def test_a_character_that_is_no_text_is_left_out() -> None:
    assert "a\x07b\x1b" not in post_text(edition_of(post_of(paragraph("a\x07b\x1bc"))))


def test_the_addresses_of_links_stand_at_the_end_with_the_numbers_in_the_text() -> None:
    links = [
        Link(href, (Text("here"),)) for href in ("https://a.example/", "#x", "https://b.example/")
    ]
    said = sentence("Go ", links[0], ", ", links[1], " or ", links[2], ".")

    text = post_text(edition_of(post_of(paragraph(said))))

    assert "Go here (link 1), here or here (link 2)." in text
    assert text.endswith(
        "## Addresses of the links\n\n1. https://a.example/\n2. https://b.example/\n"
    )


def test_a_paragraph_is_a_line_and_a_text_without_links_has_no_list_of_them() -> None:
    text = post_text(edition_of(post_of(paragraph("One.", "Two."), paragraph("Three."))))

    assert text.endswith("One. Two.\n\nThree.\n")
    assert "Addresses" not in text


def test_the_words_around_addresses_are_in_the_language_of_the_post() -> None:
    said = sentence(Link("https://a.example/", (Text("hier"),)))

    text = post_text(edition_of(post_of(paragraph(said), language="de")))

    assert "hier (Link 1)" in text
