"""The names of signs, for text without words: "party popper", "slash"."""

from collections.abc import Iterable, Mapping

import unicodedata2 as unicodedata

# Signs that people call by another name than Unicode does.
_CALLED: Mapping[str, str] = {
    "solidus": "slash",
    "reverse solidus": "backslash",
    "hyphen-minus": "hyphen",
    "low line": "underscore",
    "commercial at": "at sign",
    "grave accent": "backtick",
    "circumflex accent": "caret",
    "vertical line": "vertical bar",
    "quotation mark": "double quote",
    "apostrophe": "single quote",
}


def has_words(text: str) -> bool:
    """Whether a text has a letter or digit, which a voice reads as words."""
    return any(map(str.isalnum, text))


def names(signs: Iterable[str]) -> str:
    """The English name of each sign; "" where none has a name."""
    found = [unicodedata.name(sign, "").lower() for sign in signs if not sign.isspace()]
    return ", ".join(_CALLED.get(name, name) for name in found if name)
