"""A part of the table can be asked for, and one that is not there is told."""

import pytest

from bench import run


def test_the_parts_that_are_asked_for_are_measured() -> None:
    options = run.options(["posts", "--only", "edited,start", "--posts", "30"])

    assert options.only == ["edited", "start"]
    assert options.posts == 30


def test_without_a_choice_everything_is_measured_at_the_sizes_of_the_bounds() -> None:
    options = run.options(["posts"])

    assert options.only == ["start", "cold", "unchanged", "edited", "memory", "twice", "books"]
    assert options.posts >= run.UNCHANGED.size
    assert 2 * options.posts >= run.LARGE_MEMORY.size
    assert options.hours * 3600 >= run.LONG_MEMORY.size


def test_a_part_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.options(["posts", "--only", "start,finish"])

    assert "there is no finish; there are start, cold" in capsys.readouterr().err
