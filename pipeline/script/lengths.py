"""How much is spoken at once: a clip is held in memory whole, so what is too long is cut."""

from collections.abc import Iterable, Iterator

from pipeline.errors import SpeakError
from pipeline.script.lines import Line, Part

LONGEST_PART = 5000
"""Characters of a part: about six minutes. Those of a longer block are cut between two lines."""

LONGEST_LINE = 20_000
"""Characters of a line, which can't be cut: what is said of ten times the longest sentence."""


def bounded(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, with those that are too long cut; no line or pause changes.

    Raises `SpeakError` for a line that is too long, such as that of an alternative text.
    """
    for part in parts:
        yield from map(Part, _groups(part.lines))


def _groups(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    group: list[Line] = []
    size = 0
    for line in lines:
        length = _length(line)
        if group and size + length > LONGEST_PART:
            yield tuple(group)
            group, size = [], 0
        group.append(line)
        size += length
    yield tuple(group)


def _length(line: Line) -> int:
    length = sum(len(run.text) for run in line.runs)
    if length > LONGEST_LINE:
        raise SpeakError(
            f"“{line.text[:60]}…” would be spoken without a pause, and has {length} characters.",
            remedy=f"Shorten it to fewer than {LONGEST_LINE}, or split it into paragraphs.",
        )
    return length
