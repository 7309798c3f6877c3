"""Names and passages in a message: the first few, each in quotation marks and not too long."""

from collections.abc import Sequence

_LONGEST = 60  # characters of each


def quoted(texts: Sequence[str], most: int = 3) -> str:
    """The first few texts, for people: “A”, “B” and 4 more."""
    shown = [f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}”" for text in texts]
    more = f" and {len(texts) - most:,} more" if len(texts) > most else ""
    return ", ".join(shown[:most]) + more
