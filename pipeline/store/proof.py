"""The account of a post's sound, recorded when it is made, so that it can be proved later."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

WEIGHTS = ((0x3040, 0x30FF, 2), (0x2E80, 0xA4CF, 3), (0xAC00, 0xD7FF, 3), (0x20000, 0x3FFFF, 3))
"""(first, last, letters): a character that writes a syllable counts as several letters."""

FIGURE, ZERO, SPELLED = 5, 2, 3
"""The letters that a figure stands for, a zero at the end of a number, and a letter among figures.

A figure is said as a word ("vier", "quarante"), a letter of a checksum by its name. Measured with
espeak-ng on 15 numbers and checksums in 16 languages (1984, an address, SHA-256, a million): they
last 0.2 to 2.1 times as long as so many letters of prose in the same language, a one with 14 or
30 zeros 0.2 to 3.
"""

_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Proof:
    """One post's account of its narration.

    `voices` are the names of the voices, and `silent` says that none makes a sound; `clips` are
    the decoded lengths of its clips in samples, `rate` the samples a second; `letters` is the
    number of letters of each unit, by id and in reading order; `captions` and `pars` count those
    of the transcript and the book, None where there is none; `pace` is the least, the median and
    the most seconds a letter; `quietest` is the level of the quietest unit in dB of full scale.
    """

    voices: tuple[str, ...]
    silent: bool
    words_per_minute: int
    rate: int
    samples: int
    clips: tuple[int, ...]
    letters: tuple[tuple[str, int], ...]
    cues: int
    captions: int | None
    pars: int | None
    pace: tuple[float, float, float] | None
    quietest: float | None


def letters(text: str) -> int:
    """How many letters a spoken text has; a sign for a syllable or a word counts as several.

    Two for a kana, three for a Chinese or Korean character, and figures as above: only in English
    have they become words before they are spoken.
    """
    return sum(map(_token, _TOKEN.findall(text)))


def _token(token: str) -> int:
    if any(map(str.isdecimal, token)):
        return _figures(token)
    return len(token) if token.isascii() else sum(_weight(ord(c)) for c in token)


def _figures(token: str) -> int:
    """The letters that a number, or a row of figures and letters, stands for."""
    if token.isdecimal():
        first = token.rstrip("0")
        return len(first) * FIGURE + (len(token) - len(first)) * ZERO
    return sum(FIGURE if c.isdecimal() else max(SPELLED, _weight(ord(c))) for c in token)


def _weight(point: int) -> int:
    if point < WEIGHTS[1][0]:
        return 1
    return next((weight for first, last, weight in WEIGHTS if first <= point <= last), 1)


def to_value(proof: Proof) -> dict[str, object]:
    """The proof for JSON; `of_value` reads it."""
    return {**asdict(proof), "letters": dict(proof.letters)}


def of_value(value: Mapping[str, Any]) -> Proof:
    """The proof in a JSON value. Raises `ValueError`, `TypeError`, `KeyError` where broken."""
    named = value["letters"]
    pairs = named.items() if isinstance(named, dict) else named
    rates = value["rate"], value["words_per_minute"]
    if not all(isinstance(n, int) and n > 0 for n in rates):
        raise ValueError(f"a rate of nothing: {rates}")
    if not all(isinstance(n, int) and n >= 0 for n in value["clips"]):
        raise ValueError("a clip shorter than nothing")
    return Proof(
        **{
            **value,
            "voices": tuple(value["voices"]),
            "clips": tuple(value["clips"]),
            "letters": tuple((str(unit), int(count)) for unit, count in pairs),
            "pace": tuple(value["pace"]) if value["pace"] else None,
        }
    )
