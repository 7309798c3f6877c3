"""Easy-read texts, and their pages opened again."""

from dataclasses import replace
from datetime import date
from typing import Any

from lxml import etree, html

from formats import easy_read
from formats.easy_read.spoken import as_post
from formats.model import (
    EasyPart,
    EasyRow,
    EasyText,
    Edition,
    Media,
    Picture,
    Sentence,
    Signature,
    Stage,
    Text,
)
from pipeline.easy_read import edition as edition_module
from tests.formats.builders import edition, edition_of, narrated, paragraph

ICON = Media(
    "easy-read/meeting.svg",
    "image/svg+xml",
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"/>',
    48,
    48,
)
SIGNATURE = Signature(date(2026, 11, 27), "The Tide Group", paid=True)


def row(words: str, number: int = 1, *entries: str, picture: bool = False) -> EasyRow:
    """A row "e1" of these words, or the words before these entries."""
    listed = tuple(Sentence(f"e{number}-{n}", (Text(e),)) for n, e in enumerate(entries, 2))
    return EasyRow(
        Sentence(f"e{number}", (Text(words),)),
        listed,
        picture=Picture(ICON.path, "") if picture else None,
        sources=("s1",),
    )


def text(*rows: EasyRow, **others: Any) -> EasyText:
    """A text of one part without a heading."""
    made = EasyText("The tide", (), (EasyPart(None, rows or (row("The sea rises."),)),))
    return replace(made, **others)


def signed(made: EasyText) -> EasyText:
    """A text that the test group has signed."""
    return replace(made, stage=Stage.SIGNED, signature=SIGNATURE, round=1)


def with_easy_read(whole: Edition) -> Edition:
    """An edition with the draft of an easy-read text as if a group had signed it, and its sound."""
    drafted = edition_module.drafted(whole.post, whole.media, ())
    made = signed(drafted)
    heard = narrated(edition_of(as_post(whole.post, made), made.media, whole.publication))
    return replace(whole, easy=made, easy_heard=heard)


def of(made: EasyText, language: str = "en-GB") -> Edition:
    """The edition of a post that has this easy-read text."""
    return replace(edition(paragraph("The sea rises."), language=language), easy=made)


def opened(whole: Edition) -> dict[str, etree._Element]:
    """Each page of an edition by its name, as a browser reads it."""
    return {
        file.path: html.document_fromstring(file.data.decode())
        for file in easy_read.render(whole)
        if file.path.endswith(".html")
    }


def page(whole: Edition) -> etree._Element:
    """Its first page."""
    return next(iter(opened(whole).values()))


def words(element: etree._Element) -> str:
    """All text of an element, white space collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())
