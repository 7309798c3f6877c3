"""Authors and voices, in the terms of the Podcast Taxonomy."""

from collections.abc import Sequence

from lxml import etree

from formats.podcast.elements import add, shortened
from formats.words import Words

_NAME = 128


def write_people(
    parent: etree._Element, authors: Sequence[str], voices: Sequence[str], ours: Words
) -> None:
    """Authors are in the group "writing", as those whose prose is "read verbatim on air"."""
    for author in authors:
        _person(parent, author, group="writing", role="author")
    for voice in voices:
        _person(parent, ours.podcast.voice.format(voice), group="cast", role="narrator")


def _person(parent: etree._Element, name: str, *, group: str, role: str) -> None:
    add(parent, "podcast:person", shortened(name, _NAME), {"group": group, "role": role})
