"""No clip is longer than some minutes, and nothing is lost where a block is cut into several."""

import pytest

from pipeline.errors import SpeakError
from pipeline.script.lengths import LONGEST_LINE, LONGEST_PART, bounded
from pipeline.script.lines import Part, plain


def part(*lengths: int) -> Part:
    """A part with a line of each length."""
    return Part(tuple(plain(f"s{n}", "a" * size, "en", n) for n, size in enumerate(lengths)))


def sizes(*parts: Part) -> list[list[int]]:
    return [[len(line.text) for line in found.lines] for found in bounded(parts)]


def test_parts_of_usual_length_stay_as_they_are() -> None:
    assert list(bounded((part(10, 20), part()))) == [part(10, 20), part()]


def test_a_part_may_be_exactly_as_long_as_the_longest() -> None:
    assert sizes(part(LONGEST_PART - 1, 1)) == [[LONGEST_PART - 1, 1]]
    assert sizes(part(LONGEST_PART, 1)) == [[LONGEST_PART], [1]]


def test_a_long_part_is_cut_between_two_lines_with_all_lines_in_order() -> None:
    whole = part(3000, 1500, 3000, 9000, 100)
    found = list(bounded([whole]))
    assert sizes(whole) == [[3000, 1500], [3000], [9000], [100]]
    assert [line for cut in found for line in cut.lines] == list(whole.lines)


def test_a_line_that_can_not_be_spoken_in_pieces_is_refused_with_its_words() -> None:
    with pytest.raises(SpeakError, match=f"aaa…” .* has {LONGEST_LINE + 1} characters") as error:
        list(bounded([part(LONGEST_LINE + 1)]))
    assert "Shorten" in error.value.remedy
    assert sizes(part(LONGEST_LINE)) == [[LONGEST_LINE]]
