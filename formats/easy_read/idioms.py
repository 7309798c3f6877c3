"""Sayings that mean something else than their words ("bend the knee"); English only.

They are found with their inflections and told to the editor, who can say it in plain words. They
are never replaced: whether a saying is one, only a person can tell.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WHOSE = r"(?:my|your|his|her|its|our|their|one['’]s|(?:\w+ )?\w+['’]s?)"
_WHOM = r"(?:\w+ ){0,2}\w+"
_SELF = r"(?:my|your|him|her|it|our|them|one)sel(?:f|ves)"

_PLACES = {"one's": _WHOSE, "someone": _WHOM, "someone's": _WHOSE, "oneself": _SELF}

_WORD = re.compile(r"[^\W_]+")

_IRREGULAR = {
    verb: forms.split()
    for verb, forms in (
        ("be", "am is are was were been being"),
        ("bear", "bore borne"),
        ("bend", "bent"),
        ("bite", "bit bitten"),
        ("blow", "blew blown"),
        ("break", "broke broken"),
        ("bring", "brought"),
        ("build", "built"),
        ("burn", "burnt"),
        ("buy", "bought"),
        ("draw", "drew drawn"),
        ("fall", "fell fallen"),
        ("fight", "fought"),
        ("find", "found"),
        ("get", "got gotten"),
        ("give", "gave given"),
        ("go", "went gone"),
        ("have", "has had"),
        ("hold", "held"),
        ("keep", "kept"),
        ("lay", "laid"),
        ("lead", "led"),
        ("leave", "left"),
        ("light", "lit"),
        ("lose", "lost"),
        ("make", "made"),
        ("pay", "paid"),
        ("ring", "rang rung"),
        ("see", "saw seen"),
        ("shoot", "shot"),
        ("sing", "sang sung"),
        ("sit", "sat"),
        ("sow", "sown"),
        ("speak", "spoke spoken"),
        ("stand", "stood"),
        ("stick", "stuck"),
        ("strike", "struck"),
        ("sweep", "swept"),
        ("take", "took taken"),
        ("tread", "trod trodden"),
        ("think", "thought"),
        ("throw", "threw thrown"),
        ("wear", "wore worn"),
    )
}


@dataclass(frozen=True, slots=True)
class Saying:
    """A saying as it stands in a text, and what it may mean."""

    words: str
    meaning: str


def rows() -> list[list[str]]:
    """Our sayings, with variants between strokes, and their meanings."""
    lines = (files("formats.easy_read") / "idioms.csv").read_text("utf-8").splitlines()
    return list(csv.reader(lines))[1:]


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    return tuple((variants, meaning) for variants, meaning in rows())


@cache
def _index() -> Mapping[str, list[tuple[int, frozenset[str]]]]:
    """By a word of a saying: the number of its row, and all words that a text must have for it."""
    index: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for number, (variants, _) in enumerate(_rows()):
        for saying in variants.split("|"):
            needed, firsts = _needed(saying.lower())
            for word in firsts:
                index[word].append((number, needed))
    return index


def _needed(saying: str) -> tuple[frozenset[str], Iterable[str]]:
    """The words that are the same in all forms of a saying; and those of which one is there."""
    words = saying.split()
    fixed = [word for word in words if word not in _PLACES]
    if words[0] == "to":
        fixed = fixed[2:]
    needed = frozenset(_WORD.findall(" ".join(fixed)))
    if needed:
        return needed, [max(sorted(needed), key=len)]
    return needed, {_WORD.findall(form)[0] for form in _forms(words[1])}


@cache
def _pattern(variants: str) -> re.Pattern[str]:
    """What finds a saying; few texts have the words of any, so it is made for the first."""
    either = "|".join(map(_variant, variants.split("|")))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)


def _variant(saying: str) -> str:
    """A saying with its verb in any form, if "to" stands first, and with anyone's "one's"."""
    words = saying.split()
    parts = [_part(word) for word in words]
    if words[0] == "to":
        parts = [f"(?:{'|'.join(_forms(words[1]))})", *parts[2:]]
    return r"\s".join(parts)


def _part(word: str) -> str:
    return _PLACES.get(word) or re.escape(word).replace("'", "['’]").replace(r"\-", r"[-‑\s]")


def _forms(verb: str) -> Iterator[str]:
    """All forms of a verb. Some that no one writes are among them, and find nothing."""
    stem = verb.removesuffix("e")
    double = verb + verb[-1]
    soft = re.sub("y$", "i", verb)
    yield from (verb, f"{verb}s", f"{verb}es", f"{soft}es", f"{verb}ed", f"{soft}ed", f"{stem}ed")
    yield from (f"{verb}ing", f"{stem}ing", f"{double}ed", f"{double}ing")
    yield from _IRREGULAR.get(verb, ())


def sayings(text: str) -> tuple[Saying, ...]:
    """The sayings in a text, in its order; where two overlap, the first and longest."""
    words = frozenset(_WORD.findall(text.lower()))
    met = (place for word in words & _index().keys() for place in _index()[word])
    sought = sorted({number for number, needed in met if needed <= words})
    found = [
        (match.start(), -match.end(), Saying(match[0], meaning))
        for variants, meaning in map(_rows().__getitem__, sought)
        for match in _pattern(variants).finditer(text)
    ]
    kept: list[Saying] = []
    done = 0
    for begin, end, saying in sorted(found, key=lambda one: one[:2]):
        if begin >= done:
            kept.append(saying)
            done = -end
    return tuple(kept)
