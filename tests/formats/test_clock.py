"""Samples and milliseconds, and the ways that each format writes a time."""

import pytest

from formats.clock import iso_duration, milliseconds, short, smil, srt, vtt


@pytest.mark.parametrize(
    ("samples", "rate", "expected"),
    [(0, 24_000, 0), (24_000, 24_000, 1000), (11, 22_050, 0), (12, 22_050, 1), (33, 22_050, 1)],
)
def test_samples_are_whole_milliseconds_rounded_to_the_nearest(
    samples: int, rate: int, expected: int
) -> None:
    assert milliseconds(samples, rate) == expected


LATE = 3_723_004
"""One hour, two minutes, three seconds and four thousandths."""


def test_each_format_writes_a_time_in_its_own_way() -> None:
    assert smil(LATE) == "1:02:03.004"
    assert vtt(LATE) == "01:02:03.004"
    assert srt(LATE) == "01:02:03,004"
    assert short(LATE) == "1:02:03"
    assert iso_duration(LATE) == "PT1H2M3S"


def test_a_duration_is_rounded_and_never_nought() -> None:
    assert iso_duration(0) == "PT1S"
    assert iso_duration(59_600) == "PT1M"


def test_a_time_below_an_hour_is_short_without_hours() -> None:
    assert short(63_999) == "1:03"
    assert short(0) == "0:00"
