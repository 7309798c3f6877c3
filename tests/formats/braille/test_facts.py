"""What programs are told of a braille edition is true."""

from dataclasses import replace

from formats.braille.facts import facts_of
from formats.braille.uncontracted import UNCONTRACTED
from tests.formats.braille.pages import book
from tests.formats.builders import PUBLICATION, edition, paragraph


def test_a_post_with_letters_that_have_no_signs_is_not_called_complete() -> None:
    whole, part = (book(edition(paragraph(text)))["package.opf"] for text in ("x", "日"))

    assert b'completeTranscription">true<' in whole
    assert b'completeTranscription">false<' in part


def test_a_post_without_authors_is_by_the_blog() -> None:
    blog = replace(PUBLICATION, author="")
    of = replace(edition(paragraph("x"), authors=()), publication=blog)

    assert b"<dc:creator>Tide &amp; Time</dc:creator>" in book(of)["package.opf"]


def test_a_post_without_a_date_has_the_one_that_orders_the_feed() -> None:
    of = edition(paragraph("x"), published=None)

    assert facts_of(of, UNCONTRACTED, "").date == f"{of.post.placed:%Y-%m-%d}"


def test_the_identifier_is_the_same_each_time_and_another_for_another_post() -> None:
    first, again, other = (
        facts_of(edition(paragraph("x"), slug=slug), UNCONTRACTED, "").identifier
        for slug in ("a", "a", "b")
    )

    assert first == again != other
    assert first.startswith("urn:uuid:")
