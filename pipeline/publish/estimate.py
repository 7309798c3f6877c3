"""Estimate the work of a publish, before anything is made or any server is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.narrate.narration import open_voice
from pipeline.script.lines import Part
from pipeline.settings import VoiceSettings


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


def estimate(posts: int, parts: Sequence[Part], voice: VoiceSettings) -> Estimate:
    """Estimate from the word count and the pauses.

    Answers of a server that the voice has cached are counted again.
    """
    lines = [line for part in parts for line in part.lines]
    characters = sum(len(line.text) for line in lines)
    words = sum(len(line.text.split()) for line in lines)
    return Estimate(
        posts=posts,
        clips=len(parts),
        characters=characters,
        requests=open_voice(voice).requests(lines),
        duration=words * 60_000 // voice.words_per_minute + sum(line.pause for line in lines),
        cost=characters * voice.price / 1_000_000,
    )
