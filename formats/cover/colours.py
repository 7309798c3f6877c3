"""What differs from cover to cover comes from words: a seed, and the colours of the look."""

import hashlib

from PIL import ImageColor

from formats.look import Duo


def between(colours: Duo) -> str:
    """The colour between the ground and the bars, for what stands back."""
    pairs = zip(ImageColor.getrgb(colours.ground), ImageColor.getrgb(colours.bars), strict=True)
    return "#" + "".join(f"{(one + other) // 2:02x}" for one, other in pairs)


def seed_of(words: str) -> bytes:
    """32 bytes that are always the same for the same words."""
    return hashlib.sha256(words.encode(errors="replace")).digest()
