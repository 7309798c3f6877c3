"""What a page plays, in its order: its units, inside the structures that one can leave or skip."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from formats.smil.structure import kind_of


@dataclass(frozen=True, slots=True)
class Structure:
    """A structure with what is heard in it: never nothing. `id` is that of its element."""

    kind: str
    id: str
    events: "tuple[Event, ...]"


Event: TypeAlias = str | Structure
"""A unit, by its id, or a structure."""


def events(page: etree._Element, heard: Collection[str], inside: str = "") -> tuple[Event, ...]:
    """What is heard inside an element; a structure without sound is left out.

    `inside` is what `kind_of` says of the element's children.
    """
    found: list[Event] = []
    for child in page.iterchildren("*"):
        kind, within = kind_of(child, inside)
        unit = child.get("id", "")
        own: tuple[Event, ...] = (unit,) if unit in heard else ()
        own += events(child, heard, within)
        if not kind:
            found += own
        elif own:
            found.append(Structure(kind, unit, own))
    return tuple(found)


def first_unit(event: Event) -> str:
    """The first unit that is heard in an event."""
    return event if isinstance(event, str) else first_unit(event.events[0])
