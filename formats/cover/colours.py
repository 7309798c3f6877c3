"""The colours of covers: a few families, each of three colours and one between them."""

import hashlib
from dataclasses import dataclass

from PIL import ImageColor


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


PALETTE = (
    Colours("#10263d", "#fdf6e3", "#f2b441"),
    Colours("#0c3b33", "#f5f3e6", "#7fd1a8"),
    Colours("#45122f", "#fff2e8", "#ff9d7a"),
    Colours("#f6efdf", "#1d1d3b", "#b4321f"),
    Colours("#26224f", "#f7f3ff", "#9fb4ff"),
    Colours("#eaf2f1", "#0d2f3f", "#0b6e7d"),
    Colours("#3b1d0c", "#fdf3e4", "#ffc27a"),
    Colours("#f3ecf7", "#33104a", "#8a3fb0"),
)


def seed_of(words: str) -> bytes:
    """32 bytes that are always the same for the same words: all that differs comes from them."""
    return hashlib.sha256(words.encode(errors="replace")).digest()
