"""What is written down of a post's sound when it is made, for anyone to prove it by later."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

WEIGHTS = ((0x3040, 0x30FF, 2), (0x2E80, 0xA4CF, 3), (0xAC00, 0xD7FF, 3), (0x20000, 0x3FFFF, 3))
"""How many letters a character from … to … counts for: one that writes a syllable is several."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One post's account of its narration.

    `voices` are the names of who speaks in it, and `silent` says that none gives a sound;
    `clips` are their decoded lengths in samples, `rate` a second; `letters` is how much each
    unit says, by id and in reading order; `captions` and `pars` count what the transcript and
    the book hold, None where there is none; `pace` is the least, the middle and the most
    seconds for each letter; `quietest` is the level of the quietest unit in dB of full scale.
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
    """How much a spoken text says: its letters and digits, of which a syllable counts as several.

    Two for one of kana, three for one of Chinese or Korean.
    """
    return sum(_weight(ord(char)) for char in text if char.isalnum())


def _weight(point: int) -> int:
    if point < WEIGHTS[1][0]:
        return 1
    return next((weight for first, last, weight in WEIGHTS if first <= point <= last), 1)


def to_value(proof: Proof) -> dict[str, object]:
    """The proof for JSON; `of_value` reads it."""
    return {**asdict(proof), "letters": dict(proof.letters)}


def of_value(value: Mapping[str, Any]) -> Proof:
    """The proof that JSON holds. Raises `ValueError`, `TypeError`, `KeyError` otherwise."""
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
