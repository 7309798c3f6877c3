"""A series in a sentence becomes a list."""

import pytest

from formats import walk
from formats.easy_read.lists import broken
from formats.model import (
    Link,
    NoteRef,
    Text,
)


def entries(text: str) -> list[str] | None:
    """The entries that a sentence is broken into, or None."""
    parts = broken((Text(text),))
    return [walk.plain(entry) for entry in parts[1]] if parts else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We need: paint, wood and nails.", ["paint", "wood", "and nails."]),
        ("We need: paint, wood, and nails.", ["paint", "wood", "and nails."]),
        ("Bring: red paint; old wood; nails.", ["red paint", "old wood", "nails."]),
        ("We need: paint and nails.", None),
        ("He was clear: when it rains, we stop, and we wait.", None),
        ("Paint, wood and nails.", None),
        ("At 10:30 we need paint, wood and nails.", None),
        ("Note: one, two, three.", None),
    ],
)
def test_a_series_after_a_colon_is_a_list_where_it_is_certain(
    text: str, expected: list[str] | None
) -> None:
    """Three entries or more, short, and none that begins a clause."""
    assert entries(text) == expected


def test_a_series_keeps_its_links_and_emphasis() -> None:
    """Breaking a sentence cuts words, not what they are."""
    link = Link("https://example.org/", (Text("wood"),))
    parts = broken((Text("We need: paint, "), link, Text(" and nails.")))
    assert parts
    assert parts[1][1] == (link,)


def test_a_sentence_with_a_note_is_left_whole() -> None:
    """A note's mark has no place in the words, and must not be lost."""
    assert broken((Text("We need: paint, wood"), NoteRef("n1", "1"), Text(" and nails."))) is None
