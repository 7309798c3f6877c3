"""Every language has the words of the links about the blog."""

import pytest

from formats.words import LANGUAGES, UNWORDED, Words
from formats.words.about import about


@pytest.mark.parametrize("ours", [*LANGUAGES.values(), UNWORDED], ids=lambda ours: ours.name)
def test_every_language_names_the_first_place_of_a_post(ours: Words) -> None:
    assert "a.org" in about(ours).original.format("a.org")
