"""Pictures of concepts."""

from collections.abc import Mapping

CONCEPTS: Mapping[str, object] = {}


def picture_of(sentence: str) -> str | None:
    """The concept for the row's main thing."""
    return None


def picture_bytes(concept: str) -> bytes:
    """The bytes."""
    raise KeyError(concept)
