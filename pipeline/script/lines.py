"""What is said: one line for each unit, one part for each clip."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What is spoken for the unit `id`, by a voice of `language`, and the pause after it.

    `text` is never empty; `pause` is in milliseconds.
    """

    id: str
    text: str
    language: str
    pause: int


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one block: what is spoken, cached and joined as one clip."""

    lines: tuple[Line, ...]
