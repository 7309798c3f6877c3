"""The licences of Piper's voices, where their model cards are known: the list has none.

The programs that made them are free. What a voice may be used for depends on the recordings, and
on the voice that it was trained from: most began as "lessac", whose recordings are licensed for
research alone.
"""

from collections.abc import Mapping

_RESEARCH = "trained from a voice for research only"

LICENCES: Mapping[str, str] = {
    "en_GB-alan-medium": _RESEARCH,
    "en_GB-alba-medium": f"recordings CC BY 4.0, but {_RESEARCH}",
    "en_GB-cori-high": "public domain",
    "en_GB-cori-medium": "public domain",
    "en_GB-jenny_dioco-medium": _RESEARCH,
    "en_GB-semaine-medium": _RESEARCH,
    "en_US-amy-medium": _RESEARCH,
    "en_US-joe-medium": f"recordings CC0, but {_RESEARCH}",
    "en_US-lessac-high": "for research only",
    "en_US-lessac-low": "for research only",
    "en_US-lessac-medium": "for research only",
}
"""What the model card of a voice says, by its name. A voice that is not here is not known."""
