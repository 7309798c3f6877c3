"""The first page: how large the letters are, and how to ask for another format."""

from dataclasses import replace

from tests.formats.builders import PUBLICATION, edition, edition_of, paragraph, post_of
from tests.formats.word.documents import made, styled


def _about(email: str, telephone: str = "", address: str = "") -> str:
    blog = replace(PUBLICATION, email=email, telephone=telephone, address=address)
    document = made(edition_of(post_of(paragraph("Sea.")), publication=blog))
    return [words for style, words in styled(document) if style == "About This Edition"][-1]


def test_the_first_page_says_size_font_and_where_other_formats_are() -> None:
    said = _about(email="a@b.example", telephone="020 7946 0000", address="The Quay\nHull")

    assert said == (
        "This is large print: 18 point Arial. Other sizes and formats: "
        "https://example.org/posts/a-post/\nE-mail: a@b.example\n"
        "Telephone: 020 7946 0000\nBy post: The Quay, Hull"
    )


def test_ways_to_ask_that_nobody_has_named_are_not_there() -> None:
    assert "\n" not in _about(email="")


def test_the_facts_about_the_post_stand_below_its_title() -> None:
    found = styled(made(edition(paragraph("Sea."))))

    assert found[0] == ("Title", "A post")
    assert found[1][1].splitlines() == ["From Tide & Time.", "By Ada Shore.", "5 March 2024."]
