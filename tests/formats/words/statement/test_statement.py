"""Every language has the words of the statement, with the same blanks to fill in."""

import re
from dataclasses import fields

import pytest

from formats.words import LANGUAGES, UNWORDED, Words, words
from formats.words.statement import StatementWords, statement

ENGLISH = statement(words("en"))


@pytest.mark.parametrize("ours", [*LANGUAGES.values(), UNWORDED], ids=lambda ours: ours.name)
@pytest.mark.parametrize("name", [field.name for field in fields(StatementWords)])
def test_every_language_has_every_word_with_its_blanks(ours: Words, name: str) -> None:
    said, english = (str(getattr(row, name)) for row in (statement(ours), ENGLISH))

    assert said.strip()
    assert sorted(re.findall(r"\{\w*\}", said)) == sorted(re.findall(r"\{\w*\}", english))
    assert not re.search("[<>&\"']", said)
