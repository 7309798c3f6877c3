"""The words of the accessibility statement, by language."""

from collections.abc import Mapping

from formats.words.statement.fields import StatementWords
from formats.words.statement.germanic import DE, EN, NL
from formats.words.statement.others import CY, JA
from formats.words.statement.romance import ES, FR, IT, PT
from formats.words.words import Words

__all__ = ["StatementWords", "statement"]

_LANGUAGES: Mapping[str, StatementWords] = {
    "cy": CY,
    "de": DE,
    "en": EN,
    "en-US": EN,
    "es": ES,
    "fr": FR,
    "it": IT,
    "ja": JA,
    "nl": NL,
    "pt": PT,
}


def statement(ours: Words) -> StatementWords:
    """The words for the statement in a language."""
    return _LANGUAGES[ours.language]
