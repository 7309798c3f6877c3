"""A publication knows which formats are made."""

from dataclasses import replace

from formats.registry import chosen
from tests.formats.builders import PUBLICATION


def test_a_publication_makes_the_formats_that_were_chosen_and_no_other() -> None:
    publication = replace(PUBLICATION, formats=chosen(("epub",)))

    assert publication.makes("epub")
    assert not publication.makes("podcast")
    assert not publication.makes("epu")
