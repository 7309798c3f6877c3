"""Every language has a heading for its lists of contents."""

from formats.languages import primary
from formats.words import LANGUAGES, UNWORDED
from formats.words.contents import CONTENTS, contents


def test_every_language_has_a_heading_of_its_own() -> None:
    assert {primary(tag) for tag in LANGUAGES} == CONTENTS.keys()
    assert len(set(CONTENTS.values())) == len(CONTENTS)


def test_a_language_without_words_has_that_of_english() -> None:
    assert contents(UNWORDED) == contents(LANGUAGES["en-US"]) == "Contents"
