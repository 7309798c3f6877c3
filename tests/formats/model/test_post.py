"""A publication knows which formats are made."""

from dataclasses import replace

import pytest

from formats.model import is_public
from formats.registry import chosen
from tests.formats.builders import PUBLICATION


def test_a_publication_makes_the_formats_that_were_chosen_and_no_other() -> None:
    publication = replace(PUBLICATION, formats=chosen(("epub",)))

    assert publication.makes("epub")
    assert not publication.makes("podcast")
    assert not publication.makes("epu")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://example.org/", True),
        ("https://localhost.example.org/", True),
        ("http://localhost:8000/", False),
        ("http://LOCALHOST/", False),
        ("http://127.0.0.1:8000/blog/", False),
        ("http://[::1]:8000/", False),
    ],
)
def test_an_address_of_the_own_computer_is_not_public(address: str, *, public: bool) -> None:
    assert is_public(address) is public
