"""Estimate the work of a publish, before anything is made or any server is asked."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.narrate.narration import ClipScript, open_voice
from pipeline.script.lines import Line, plain
from pipeline.settings import VoiceSettings
from pipeline.voices import ENGINES

REFERENCE = "The tide came in at three, and nobody saw it."
"""The words that the speed of a voice is measured on."""


def measured(voice: VoiceSettings) -> float:
    """The seconds that this machine needs for a second of sound, measured on one sentence now."""
    opened = open_voice(voice)
    opened.speak([plain("", "One.", voice.language, 0)])  # this loads it
    begun = time.perf_counter()
    (heard,) = opened.speak([plain("", REFERENCE, voice.language, 0)])
    return (time.perf_counter() - begun) * opened.rate / max(len(heard), 1)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is still to be spoken: clips, characters, requests to a server, milliseconds.

    `cost` is in the currency of the price in the settings; 0 where they have none. `seconds` is
    how long slow voices take here; 0 where there is none.
    """

    posts: int
    clips: int
    characters: int
    requests: int
    duration: int
    cost: Decimal
    seconds: float = 0


def estimate(
    posts: int,
    clips: Sequence[ClipScript],
    jobs: int = 1,
    speed: Callable[[VoiceSettings], float] = measured,
) -> Estimate:
    """Estimate from the word count and the pauses.

    Answers of a server that the voice has cached are counted again. `jobs` processes speak;
    `speed` tells the seconds of work for a second of sound by a slow voice.
    """
    lines = [(line, clip.voice) for clip in clips for line in clip.part.lines]
    return Estimate(
        posts=posts,
        clips=len(clips),
        characters=sum(len(line.text) for line, _ in lines),
        requests=sum(open_voice(clip.voice).requests(clip.part.lines) for clip in clips),
        duration=sum(_sound(line, voice) + line.pause for line, voice in lines),
        cost=sum((len(line.text) * voice.price for line, voice in lines), Decimal(0)) / 1_000_000,
        seconds=sum(
            speed(slow) * sum(_sound(line, voice) for line, voice in lines if voice == slow)
            for slow in dict.fromkeys(clip.voice for clip in clips)
            if ENGINES[slow.engine].slow
        )
        / 1000
        / jobs,
    )


def _sound(line: Line, voice: VoiceSettings) -> int:
    """How long a line is, in ms, by its words."""
    return len(line.text.split()) * 60_000 // voice.words_per_minute
