"""Who evaluated the accessibility of a blog: the only ground on which conformance is claimed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An evaluation by people, as the settings name it.

    `level` is what was found to be met, as in "WCAG 2.2 AA"; "" if nothing was. `report` is
    the address of what they wrote, "" if it is not public.
    """

    evaluator: str
    day: date
    level: str = ""
    report: str = ""
