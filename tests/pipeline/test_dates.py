"""Dates are read as people write them; what no edition can write is none."""

import pytest

from pipeline import dates


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


@pytest.mark.parametrize(
    ("text", "british", "american"),
    [
        ("14/10/2026", "2026-10-14", "2026-10-14"),
        ("10/14/2026", "2026-10-14", "2026-10-14"),
        ("14.10.2026", "2026-10-14", "2026-10-14"),
        ("3/4/2026", "2026-04-03", "2026-03-04"),
        ("03-04-26", "2026-04-03", "2026-03-04"),
        ("3 octobre 2026", "2026-10-03", "2026-10-03"),
        ("3 Hydref 2026", "2026-10-03", "2026-10-03"),
        ("3 févr. 2026", "2026-02-03", "2026-02-03"),
    ],
)
def test_the_order_of_figures_is_that_of_the_region(text: str, british: str, american: str) -> None:
    for language, day in (("en-GB", british), ("en-US", american)):
        moment, _ = dates.written(text, language)
        assert moment
        assert moment.date().isoformat() == day


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [("3/4/2026", True), ("4/4/2026", False), ("14/10/2026", False), ("2026-03-04", False)],
)
def test_a_date_that_can_be_read_in_two_ways_is_doubtful(text: str, *, doubtful: bool) -> None:
    assert dates.written(text, "en-GB")[1] is doubtful


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Oct 3rd, 2026 at 5pm", "17:00"),
        ("mardi 3 octobre 2026 à 14h30", "14:30"),
        ("2026/10/03 9:05", "09:05"),
        ("October 3, 2026 12:15 am EST", "00:15"),
        ("2026-10-03 9:05:00 +0000", "09:05"),
        ("3 October 2026 at 25:00", "00:00"),
    ],
)
def test_a_time_may_follow_a_date(text: str, time: str) -> None:
    moment, _ = dates.written(text, "en-GB")
    assert moment
    assert moment.strftime("%Y-%m-%d %H:%M") == f"2026-10-03 {time}"


@pytest.mark.parametrize("text", ["soon", "12:30", "13/13/2026", "31/12/9999", "1" * 70])
def test_what_nobody_writes_for_a_date_is_none(text: str) -> None:
    assert dates.written(text, "en-GB") == (None, False)
