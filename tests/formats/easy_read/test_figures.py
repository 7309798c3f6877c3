"""Dates, times and money, and figures that only look like them."""

import pytest

from formats.easy_read.figures import dates, money, times


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Apply by April 7, 2014.", "Apply by Monday 7 April 2014."),
        (
            "It started on October 15, 2012 with a site.",
            "It started on Monday 15 October 2012 with a site.",
        ),
        ("On 9 October 2012, she spoke.", "On Tuesday 9 October 2012, she spoke."),
        ("on Wednesday, June 17, 2015.", "on Wednesday 17 June 2015."),
        ("On the 2nd of February 2014 members met.", "On Sunday 2 February 2014 members met."),
        ("On May 5, 2026, we met.", "On Tuesday 5 May 2026, we met."),
        (
            "Cranes made after March 17, 2003, and fixed, must pass.",
            "Cranes made after Monday 17 March 2003, and fixed, must pass.",
        ),
        ("We meet on 5th May.", "We meet on 5 May."),
    ],
)
def test_a_date_is_written_in_full(written: str, expected: str) -> None:
    """As in "Tuesday 5 May 2026"."""
    assert dates(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "May 3-5, 2026",
        "from May 5, 2020 to May 9, 2020",
        "Monday, June 17, 2015",
        "February 30, 2015",
        "the May 5, 2026 meeting",
        "The 5th of May",
        "Sat, 27 May 2017",
        "Saturday evening, 27 May 2017",
        "Friday 5th and Saturday 6th May",
        "on the 2nd and 3rd May",
        "August 8, 2016, marks the anniversary.",
        "She was born on May 5, 1960, in Paris.",
        "It was authorized before August 21, 1995, by a permit.",
        "The revolt began on 25 October 1917.",
        "She lived from 5 May 1950 to 6 June 2001.",
        "After the 5 May 2006 edition we met on 9 May 2006.",
        "They confirm by September 20, 2024, and meet from September 27th.",
        "05/06/2026",
        "May 5",
        "Demo Day Friday, May 9, 2014",
    ],
)
def test_a_date_that_is_not_certain_stays(written: str) -> None:
    """A range, a wrong weekday, no such day, part of a name, the month or the day first."""
    assert dates(written) == written


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("It closes at 12 p.m.", "It closes at 12pm."),
        ("We walk by 6:00 a.m.", "We walk by 6am."),
        ("It airs at 3:30 p.m. on Monday.", "It airs at 3:30pm on Monday."),
        ("It was at 15:34 UTC.", "It was at 3:34pm UTC."),
        ("said Arvind at 6.15am as he left", "said Arvind at 6:15am as he left"),
        ("from 14:00 to 15:30", "from 2pm to 3:30pm"),
        ("from 9 AM to 5 PM", "from 9am to 5pm"),
    ],
)
def test_a_time_has_12_hours(written: str, expected: str) -> None:
    """And no needless zeros."""
    assert times(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "a ratio of 16:09",
        "38:29 into it",
        "at 10:15",
        "at 14:30:05",
        "from 9:00 to 17:00",
        "a record of 14:05",
        "between 9.30 and 10.30am",
        "9.30 - 10.30am",
        "He says it at 14:05 in the video.",
        "at 14:05 into it",
        "between 12 p.m. to 5 p.m. ET",
        "9-11 a.m. or 2 p.m. on Monday",
        "improved to 13:21",
        "9-11 a.m.",
        "Where am I am 3.",
    ],
)
def test_a_figure_that_is_no_certain_time_stays(written: str) -> None:
    """A ratio, a length, a morning without a mark, a range."""
    assert times(written) == written


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("They paid $4bn for it.", "They paid $4 billion for it."),
        ("It cost £1.2m.", "It cost £1.2 million."),
        ("about $1.44bn, up", "about $1.44 billion, up"),
        ("€12m was found", "€12 million was found"),
        ("(£900m)", "(£900 million)"),
    ],
)
def test_the_size_of_a_sum_is_a_word(written: str, expected: str) -> None:
    """Nobody needs to know what "bn" is."""
    assert money(written) == expected


@pytest.mark.parametrize(
    "written", ["100m", "£1.5m-£2m", "$5", "a £5m-a-year club", "$5mg", "£5m’s worth", "1.4bn"]
)
def test_what_is_no_sum_of_money_stays(written: str) -> None:
    """Metres, too, are "m"."""
    assert money(written) == written
