"""Days as the law counts them. Europe/Brussels, dates only; no clock is read here."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def shifted(day: date, months: int, days: int = 0) -> date:
    """`months` later on the same day of the month, else its last day; then `days` later.

    Stays inside the calendar: beyond it the first or last day there is.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if year < date.min.year else date.max
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    try:
        return moved + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _months_between(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - 1 if shifted(start, months) > end else months


def elapsed(unit: str, start: date, end: date) -> int:
    """Whole units between two days; negative when `end` comes first.

    full_months and full_years are complete on the same day of the month (else its last);
    started_months counts the calendar months touched, both ends included.
    """
    if unit == "started_months":
        return (end.year - start.year) * 12 + end.month - start.month + 1
    months = _months_between(start, end)
    return months if unit == "full_months" else months // 12


def calendar_edge(edge: str, day: date) -> date:
    """First or last day of the calendar year or school year (1 September) that holds a day."""
    school = day.year if day.month >= 9 else day.year - 1
    return {
        "year_start": date(day.year, 1, 1),
        "year_end": date(day.year, 12, 31),
        "school_year_start": date(max(school, 1), 9, 1),
        "school_year_end": date(min(school + 1, 9999), 8, 31),
    }[edge]
