"""Dates are read as people write them; what no edition can write is none."""

import pytest

from pipeline.readers.shared import dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-31", "2024-05-31T00:00:00+00:00"),
        ("2015-06-11 11:30:00 -4", "2015-06-11T11:30:00-04:00"),
        ("2020-01-06 10:00:00 +0000", "2020-01-06T10:00:00+00:00"),
        ("Fri, 31 May 2024 09:00:00 GMT", "2024-05-31T09:00:00+00:00"),
        ("December 22, 2016", "2016-12-22T00:00:00+00:00"),
        ("12 Ionawr 2023", "2023-01-12T00:00:00+00:00"),
        ("2025年12月25日", "2025-12-25T00:00:00+00:00"),
        ("Posted on 3rd March 2020", "2020-03-03T00:00:00+00:00"),
        ("1er février 2020", "2020-02-01T00:00:00+00:00"),
        ("3 Sept. 2020", "2020-09-03T00:00:00+00:00"),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, day: str) -> None:
    moment = dates.parse(text)
    assert moment
    assert moment.isoformat() == day


@pytest.mark.parametrize(
    "text", ["", "soon", "2020-13-45", "31 February 2020", "May 2020", "12", "3 Foober 2020"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates.parse(text) is None


@pytest.mark.parametrize("text", ["31 December 9999", "1 January 0001"])
def test_a_line_of_an_archive_page_is_no_date_that_no_edition_can_write(text: str) -> None:
    assert dates.line(text) is None


@pytest.mark.parametrize("text", ["0001-01-04T00:00:00+14:00", "9999-12-28T00:00:00-14:00"])
def test_a_date_that_every_edition_can_write_is_one(text: str) -> None:
    moment = dates.parse(text)
    assert moment
    assert moment.isoformat() == text
