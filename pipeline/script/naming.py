"""The names of signs, for what holds no words: "party popper", "slash"."""

from collections.abc import Iterable, Mapping

import unicodedata2 as unicodedata

# Where people call a sign by another name than Unicode does.
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
    """Whether there is a letter or digit in it: something that a voice reads as words."""
    return any(map(str.isalnum, text))


def names(signs: Iterable[str]) -> str:
    """The English name of each sign; "" where none has a name."""
    found = [unicodedata.name(sign, "").lower() for sign in signs if not sign.isspace()]
    return ", ".join(_CALLED.get(name, name) for name in found if name)
