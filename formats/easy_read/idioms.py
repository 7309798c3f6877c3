"""Sayings that mean something else than their words ("bend the knee"); English only.

They are found with their inflections and told to the editor, who can say it in plain words. They
are never replaced: whether a saying is one, only a person can tell.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WHOSE = r"(?:my|your|his|her|its|our|their|one['’]s|(?:\w+ )?\w+['’]s?)"
_WHOM = r"(?:\w+ ){0,2}\w+"
_SELF = r"(?:my|your|him|her|it|our|them|one)sel(?:f|ves)"

_PLACES = {"one's": _WHOSE, "someone": _WHOM, "someone's": _WHOSE, "oneself": _SELF}

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


@dataclass(frozen=True, slots=True)
class _Sought:
    """A saying as it is looked for: only in a text with one of the `signs`, which saves time."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    meaning: str


@cache
def _sought() -> tuple[_Sought, ...]:
    return tuple(
        _Sought(tuple(map(_sign, variants.split("|"))), _pattern(variants), meaning)
        for variants, meaning in rows()
    )


def _sign(saying: str) -> str:
    """The longest part of a saying that is the same in all its forms, in lower case."""
    words = saying.lower().split()
    fixed = [word for word in words if word not in _PLACES]
    if words[0] == "to":
        fixed = fixed[2:] or [words[1][:2]]
    parts: list[str] = re.findall(r"[^\W_]+", " ".join(fixed))
    return max(parts, key=len)


def _pattern(variants: str) -> re.Pattern[str]:
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
    low = text.lower()
    found = [
        (match.start(), -match.end(), Saying(match[0], sought.meaning))
        for sought in _sought()
        if any(sign in low for sign in sought.signs)
        for match in sought.pattern.finditer(text)
    ]
    kept: list[Saying] = []
    done = 0
    for begin, end, saying in sorted(found, key=lambda one: one[:2]):
        if begin >= done:
            kept.append(saying)
            done = -end
    return tuple(kept)
