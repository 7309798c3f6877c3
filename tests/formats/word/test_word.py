"""The Word file as a whole: opened again, by python-docx and by our own reader."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from formats import walk
from formats.errors import FormatError
from formats.model import Block, Sentence
from formats.word import render
from pipeline.readers import read
from pipeline.readers.shared.reading import Defaults
from tests.formats.builders import RICH_MEDIA, edition, edition_of, heading, paragraph, rich_post
from tests.formats.word.documents import made, styled, values


def test_a_post_is_a_document_with_its_title_and_its_facts() -> None:
    document = made(edition(paragraph("The sea."), title="Salt", summary="Of the sea."))
    told = document.core_properties

    assert styled(document)[0] == ("Title", "Salt")
    assert styled(document)[-1] == ("Normal", "The sea.")
    assert (told.title, told.author, told.language) == ("Salt", "Ada Shore", "en-GB")
    assert (told.subject, told.comments) == ("Of the sea.", "")


def test_its_dates_are_those_of_the_post_and_of_no_clock() -> None:
    (file,) = render(edition(paragraph("The sea.")))
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        times = {entry.date_time for entry in archive.infolist()}
    told = made(edition(paragraph("The sea."))).core_properties

    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert told.created == told.modified
    assert told.created is not None
    assert told.created.replace(tzinfo=None) == datetime(2024, 3, 5, 9, 30)  # noqa: DTZ001 (a file says UTC so)


def test_a_property_that_is_longer_than_word_takes_is_cut() -> None:
    document = made(edition(paragraph("The sea."), summary="s" * 900))

    assert document.core_properties.subject == "s" * 255


def test_a_post_without_a_language_is_refused_with_a_remedy() -> None:
    with pytest.raises(FormatError) as caught:
        list(render(edition(paragraph("The sea."), language="")))
    assert caught.value.remedy


def test_an_arabic_document_is_set_from_right_to_left() -> None:
    document = made(edition(paragraph("البحر"), language="ar"))

    assert values(document, "rtl")
    assert len(values(document, "bidi")) > 1  # paragraphs, and the page


def test_our_own_reader_finds_the_words_again(tmp_path: Path) -> None:
    """A round trip: everything that is not around the post comes back, in order."""
    post = rich_post()
    (file,) = render(edition_of(post, RICH_MEDIA))
    (tmp_path / "salt.docx").write_bytes(file.data)
    (again,) = read(tmp_path, Defaults(language="en-GB")).posts
    there = "".join(_letters(again.blocks)).translate({ord("“"): None, ord("”"): None})

    assert again.title == post.title
    at = 0
    for unit in walk.units(post.blocks):
        words = "".join(_of(unit))
        at = there.index(words, at) + len(words)


def _letters(blocks: tuple[Block, ...]) -> list[str]:
    return [letter for unit in walk.units(blocks) for letter in _of(unit)]


def _of(unit: walk.Unit) -> str:
    """The letters of a unit that are text."""
    if not isinstance(unit, Sentence):
        return ""
    return "".join("".join(part.split()) for part in walk.shown_parts(unit.inlines))


def test_a_few_headings_need_no_list_and_many_have_one_with_links() -> None:
    few, many = (
        made(edition(*(heading(2, f"Part {n}") for n in range(count)))) for count in (4, 5)
    )

    assert not [style for style, _ in styled(few) if style.startswith("toc")]
    assert [words for style, words in styled(many) if style.startswith("toc ")] == [
        f"Part {n}" for n in range(5)
    ]
