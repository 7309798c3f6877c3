"""The colours of covers: a few families, each of three colours and one between them."""

import hashlib
from dataclasses import dataclass

from PIL import ImageColor

from formats import look


@dataclass(frozen=True, slots=True)
class Colours:
    """Background, letters and art. Letters have a contrast of at least 7:1 (WCAG 2.2, 1.4.6)."""

    ground: str
    ink: str
    accent: str

    @property
    def soft(self) -> str:
        """The colour between the background and the art's."""
        pairs = zip(ImageColor.getrgb(self.ground), ImageColor.getrgb(self.accent), strict=True)
        return "#" + "".join(f"{(one + other) // 2:02x}" for one, other in pairs)


PALETTE = tuple(Colours(duo.ground, duo.ink, duo.bars) for duo in look.DUOS)


def colours_of(title: str) -> Colours:
    """The colours of a title, the same ones as beside it in lists."""
    duo = look.duo(title)
    return Colours(duo.ground, duo.ink, duo.bars)


def seed_of(words: str) -> bytes:
    """32 bytes that are always the same for the same words: all that differs comes from them."""
    return hashlib.sha256(words.encode(errors="replace")).digest()
