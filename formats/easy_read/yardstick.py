"""Which English words are common: a fixed list, used offline, that is never brought up to date.

`common_words.txt` says where it is from. A word is hard if neither it nor its base is there.

The limit, ten times in a million words, was chosen by measuring on 95 news articles in two
versions: of the words for advanced learners 6.4 % are hard, and of those for beginners 3.7 %. A
higher limit parts the two better (at Zipf 4.4: 11.4 and 7.2 %), but calls twice as many words of
a text for beginners hard.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

# A hyphen after one of these makes a new word, as in "co-production".
_BEFORE = re.compile("anti|bi|co|de|inter|multi|neo|non|post|pre|pro|re|semi|sub|un")

_WORD = re.compile(r"(?<![\w@./#’'-])(?!n[’']t\b)[^\W\d_]+(?:[-’'][^\W\d_]+)*(?![\w@/-]|\.\w)")

# The list was made from texts of all countries, which mostly have "organize".
_BRITISH = re.compile(r"is(e|es|ed|er|ers|ing|ations?)$")

_ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)


@cache
def _listed(name: str) -> frozenset[str]:
    lines = (files("formats.easy_read") / name).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def is_common(word: str) -> bool:
    """Whether a word is among the most common, or a plain form of one of them."""
    return _is_in(_listed("common_words.txt"), word)


def is_first(word: str) -> bool:
    """Whether a word is among the 2,000 that are used most, or a plain form of one of them."""
    return _is_in(_listed("first_words.txt"), word)


def _is_in(listed: frozenset[str], word: str) -> bool:
    word = re.sub("'s$|s'$", "", word.lower().replace("’", "'"))
    word = _BRITISH.sub(r"iz\1", word) if word not in listed else word
    if word in listed:
        return True
    first, *others = word.split("-")
    if others:
        return not _BEFORE.fullmatch(first) and all(_is_in(listed, w) for w in (first, *others))
    return any(base in listed for base in _bases(word))


def _bases(word: str) -> Iterator[str]:
    """What a word may be a plural, a past or an "-ing" form of."""
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield from (stem + end for end in instead)
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def counted(text: str) -> list[str]:
    """The words that a text is measured by: those in small letters, as names have a capital."""
    return [found[0] for found in _WORD.finditer(text) if found[0].islower()]


def hard(text: str) -> Iterator[re.Match[str]]:
    """The hard words of a text; one with a capital is taken for a name, and left out."""
    return (
        found for found in _WORD.finditer(text) if found[0].islower() and not is_common(found[0])
    )
