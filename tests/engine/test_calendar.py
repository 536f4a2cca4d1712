"""Days as the law counts them: ends of months, leap days, school years."""

from datetime import date

import pytest

from koers.engine.calendar import calendar_edge, elapsed, shifted


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 1, 15), 1, date(2025, 2, 15)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 1, 1), -1, date(2024, 12, 1)),
        (date(2025, 5, 31), 0, date(2025, 5, 31)),
    ],
)
def test_a_shorter_month_ends_on_its_last_day(day, months, expected):
    assert shifted(day, months) == expected


def test_days_come_after_months():
    assert shifted(date(2025, 1, 31), 1, 1) == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("day", "months", "days", "expected"),
    [
        (date(9999, 12, 1), 1, 0, date.max),
        (date(1, 1, 31), -1, 0, date.min),
        (date(9999, 12, 31), 0, 1, date.max),
        (date(1, 1, 1), 0, -1, date.min),
        (date(2025, 1, 1), 0, 10**12, date.max),
        (date(2025, 1, 1), 0, -(10**12), date.min),
    ],
)
def test_beyond_the_calendar_is_its_first_or_last_day(day, months, days, expected):
    assert shifted(day, months, days) == expected


@pytest.mark.parametrize(
    ("start", "end", "months", "years", "started"),
    [
        (date(2025, 1, 15), date(2025, 2, 14), 0, 0, 2),
        (date(2025, 1, 15), date(2025, 2, 15), 1, 0, 2),
        (date(2025, 1, 31), date(2025, 2, 28), 1, 0, 2),
        (date(2024, 1, 31), date(2024, 2, 28), 0, 0, 2),
        (date(2024, 2, 29), date(2025, 2, 28), 12, 1, 13),
        (date(2024, 2, 29), date(2025, 2, 27), 11, 0, 13),
        (date(2000, 6, 15), date(2026, 6, 14), 311, 25, 313),
        (date(2000, 6, 15), date(2026, 6, 15), 312, 26, 313),
        (date(2025, 1, 15), date(2025, 1, 15), 0, 0, 1),
        (date(2025, 2, 15), date(2025, 1, 15), -1, -1, 0),
        (date(2025, 2, 15), date(2025, 1, 14), -2, -1, 0),
    ],
)
def test_months_and_years_are_complete_on_the_same_day_of_the_month(
    start, end, months, years, started
):
    units = ("full_months", "full_years", "started_months")

    assert [elapsed(unit, start, end) for unit in units] == [months, years, started]


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2025, 8, 31), date(2024, 9, 1), date(2025, 8, 31)),
        (date(2025, 9, 1), date(2025, 9, 1), date(2026, 8, 31)),
        (date(2025, 12, 31), date(2025, 9, 1), date(2026, 8, 31)),
        (date(2026, 1, 1), date(2025, 9, 1), date(2026, 8, 31)),
    ],
)
def test_a_school_year_runs_from_september_to_august(day, first, last):
    edges = ("school_year_start", "school_year_end")

    assert [calendar_edge(edge, day) for edge in edges] == [first, last]


def test_a_calendar_year_runs_from_january_to_december():
    edges = ("year_start", "year_end")

    found = [calendar_edge(edge, date(2024, 2, 29)) for edge in edges]

    assert found == [date(2024, 1, 1), date(2024, 12, 31)]


@pytest.mark.parametrize(
    ("day", "edge", "expected"),
    [
        (date(1, 3, 1), "school_year_start", date(1, 9, 1)),
        (date(9999, 12, 1), "school_year_end", date(9999, 8, 31)),
    ],
)
def test_the_first_and_last_school_year_stay_inside_the_calendar(day, edge, expected):
    assert calendar_edge(edge, day) == expected
