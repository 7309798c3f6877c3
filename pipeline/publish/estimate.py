"""Estimate the work of a publish, before anything is made or any server is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.narrate.narration import ClipScript, open_voice


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is still to be spoken: clips, characters, requests to a server, milliseconds.

    `cost` is in the currency of the price in the settings; 0 where they have none.
    """

    posts: int
    clips: int
    characters: int
    requests: int
    duration: int
    cost: Decimal


def estimate(posts: int, clips: Sequence[ClipScript]) -> Estimate:
    """Estimate from the word count and the pauses.

    Answers of a server that the voice has cached are counted again.
    """
    lines = [(line, clip.voice) for clip in clips for line in clip.part.lines]
    return Estimate(
        posts=posts,
        clips=len(clips),
        characters=sum(len(line.text) for line, _ in lines),
        requests=sum(open_voice(clip.voice).requests(clip.part.lines) for clip in clips),
        duration=sum(
            len(line.text.split()) * 60_000 // voice.words_per_minute + line.pause
            for line, voice in lines
        ),
        cost=sum((len(line.text) * voice.price for line, voice in lines), Decimal(0)) / 1_000_000,
    )
