"""Properties count where a person wrote them."""

import pytest
from lxml import etree

from pipeline.readers.documents.properties import (
    language,
    language_unless_unchosen,
    named,
    people,
    title,
)

ROOT = etree.fromstring(
    '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>en_us</dc:language>'
    "<dc:creator> Ann </dc:creator></p>"
)


@pytest.mark.parametrize("said", ["Untitled 1", "Dokument2", "Microsoft Word - x", "letter.docx"])
def test_a_title_that_a_program_wrote_is_none(said: str) -> None:
    assert title(said) == ""


@pytest.mark.parametrize("said", ["Document of the year", "Title fight", "A walk"])
def test_a_title_that_only_begins_like_one_is_kept(said: str) -> None:
    assert title(said) == said


def test_names_of_people_are_kept_once_and_those_of_programs_not() -> None:
    said = ["Ann; Bob", "Ann", "python-docx", "Microsoft Office User", "admin", "HP User"]

    assert people(said) == ("Ann", "Bob", "HP User")


def test_elements_are_found_by_name() -> None:
    assert (named(ROOT, "creator"), named(None, "creator")) == (["Ann"], [])
    assert (language(ROOT), language(None)) == ("en-US", "")


def test_american_that_nobody_chose_gives_way_only_to_another_english() -> None:
    assert language_unless_unchosen("en-US", None, "en-GB") == ""
    assert language_unless_unchosen("en-US", ROOT, "en-GB") == "en-US"
    assert language_unless_unchosen("en-US", None, "fr") == "en-US"
    assert language_unless_unchosen("cy", None, "en-GB") == "cy"
