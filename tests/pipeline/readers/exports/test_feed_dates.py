"""Dates of feeds are read, also those that are no more than a year or a month."""

import pytest

from pipeline.readers.exports.feed_dates import parse


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21+00:00"),
        ("1 Jan 04 19:48 EST", "2004-01-01T19:48:00-05:00"),
        ("2003-12-31T10:14:55.5-08:00", "2003-12-31T10:14:55.500000-08:00"),
        ("2003-12-31", "2003-12-31T00:00:00+00:00"),
        ("2003-12", "2003-12-01T00:00:00+00:00"),
        ("2003", "2003-01-01T00:00:00+00:00"),
    ],
)
def test_a_date_in_each_notation_is_read(said: str, moment: str) -> None:
    found = parse(said)
    assert found is not None
    assert found.isoformat() == moment


@pytest.mark.parametrize("said", ["", "soon", "2003-13", "0000-00-00 00:00:00", "99999"])
def test_what_is_no_date_is_none(said: str) -> None:
    assert parse(said) is None
