"""Whether each unit can be heard, and lasts about as long as its words take.

The same rules are used while publishing, on the voice's samples, and later on the decoded file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

FLOOR = -50.0
"""dB of full scale (RMS): speech is near −20, a quiet room −60."""

PACE = 160
SLOWEST, QUICKEST = 0.55, 0.025
"""The least and the most seconds a letter, over a whole post at `PACE` words a minute.

espeak-ng takes 0.073 for English, 0.070 for Korean, 0.096 for Chinese, 0.14 for Hindi; the
most is 0.3, for Japanese full of English names that it spells.
"""

SPREAD = 4.0
"""How many times slower or quicker than its post a unit may be, apart from `SLACK`.

Of 316 units of an archive, those of 20 letters and more lay between 0.8 and 1.6 times the
middle; in seven other languages, between 0.4 and 2.3 times.
"""

SLACK_SLOW, SLACK_QUICK = 2.0, 0.3
"""Seconds allowed in addition, for texts so short that a name or a number is most of it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One unit as sound: its letters, its seconds, and its RMS in dB of full scale if measured."""

    id: str
    letters: int
    seconds: float
    level: float | None


def pace(said: Sequence[Said]) -> tuple[float, float, float] | None:
    """The least, the median and the most seconds a letter; None where nothing has letters."""
    each = [one.seconds / one.letters for one in said if one.letters]
    return (min(each), median(each), max(each)) if each else None


def problems(said: Sequence[Said], words_per_minute: int) -> Iterator[tuple[str, str]]:
    """(code, message) for each unit that is too quiet, too slow or too quick for its words."""
    for one in said:
        if one.letters and one.level is not None and one.level < FLOOR:
            yield "proof-silent", f"{one.id} can't be heard: its sound is at {one.level:.0f} dB"
    paces = pace(said)
    if paces is None:
        return
    middle, scale = paces[1], PACE / words_per_minute
    if not QUICKEST * scale <= middle <= SLOWEST * scale:
        yield "proof-pace", f"the voice takes {middle:.3f} s a letter, which nobody could follow"
    for one in said:
        usual = one.letters * middle
        if one.letters and not _fits(one.seconds, usual):
            long = "long" if one.seconds > usual else "short"
            message = f"{one.id} lasts {one.seconds:.1f} s, too {long} for its words"
            yield "proof-pace", f"{message}: about {usual:.1f} s would be usual"


def _fits(seconds: float, usual: float) -> bool:
    return usual / SPREAD - SLACK_QUICK <= seconds <= usual * SPREAD + SLACK_SLOW
