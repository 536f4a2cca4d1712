"""Arithmetic on numbers and days that are known within bounds: exact in Decimal, never optimised.

A result that turns out exact has no causes left; a term that cannot matter leaves none either.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from koers.engine.calendar import calendar_edge, elapsed, shifted
from koers.engine.values import (
    ABSENT_QUANTITY,
    INFINITY,
    NOTHING,
    ZERO,
    Causes,
    Quantity,
    all_causes,
)


def number(value: int | float | Decimal | date) -> Decimal:
    """A number as Decimal; a day as its ordinal."""
    if isinstance(value, date):
        return Decimal(value.toordinal())
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)


def settled(value: Quantity, low: Decimal, high: Decimal) -> Quantity:
    """Other bounds for a value; an exact result has no causes left."""
    if not value.present:
        return value
    exact = low == high and not value.maybe_absent
    return Quantity(low, high, value.maybe_absent, causes=NOTHING if exact else value.causes)


def certainly_present(value: Quantity) -> Quantity:
    return Quantity(value.low, value.high, causes=value.causes)


def _product(left: Decimal, right: Decimal) -> Decimal:
    return ZERO if not left or not right else left * right


def _quotient(one: Decimal, other: Decimal) -> Decimal:
    return one / other if other.is_finite() else ZERO


def arithmetic(operator: str, left: Quantity, right: Quantity) -> Quantity:
    """`+ - * /` on intervals; a divisor that may be zero gives no bounds."""
    if not left.present or not right.present:
        return ABSENT_QUANTITY
    match operator:
        case "+":
            low, high = left.low + right.low, left.high + right.high
        case "-":
            low, high = left.low - right.high, left.high - right.low
        case _:
            inverse = operator == "/"
            bounds = (right.low, right.high)
            if inverse and not (bounds[0] > 0 or bounds[1] < 0):
                low, high = -INFINITY, INFINITY
            else:
                if inverse:
                    ends = [
                        _quotient(one, other) for one in (left.low, left.high) for other in bounds
                    ]
                else:
                    ends = [
                        _product(one, other) for one in (left.low, left.high) for other in bounds
                    ]
                low, high = min(ends), max(ends)
    maybe_absent = left.maybe_absent or right.maybe_absent
    exact = low == high and not maybe_absent
    causes = NOTHING if exact else left.causes | right.causes
    return Quantity(low, high, maybe_absent, causes=causes)


def least_of(terms: list[Quantity]) -> Quantity:
    """The smallest; a term that can never be the smallest leaves no cause."""
    if any(not term.present for term in terms):
        return ABSENT_QUANTITY
    low, high = min(term.low for term in terms), min(term.high for term in terms)
    matter = [term for term in terms if term.low < high or term.maybe_absent or low == high]
    return _combined(low, high, terms, matter)


def greatest_of(terms: list[Quantity]) -> Quantity:
    """The largest; a term that can never be the largest leaves no cause."""
    if any(not term.present for term in terms):
        return ABSENT_QUANTITY
    low, high = max(term.low for term in terms), max(term.high for term in terms)
    matter = [term for term in terms if term.high > low or term.maybe_absent or low == high]
    return _combined(low, high, terms, matter)


def _combined(
    low: Decimal, high: Decimal, terms: list[Quantity], matter: list[Quantity]
) -> Quantity:
    maybe_absent = any(term.maybe_absent for term in terms)
    if low == high and not maybe_absent:
        return Quantity(low, high)
    return Quantity(low, high, maybe_absent, causes=all_causes(term.causes for term in matter))


def hull(values: list[Quantity], causes: Causes) -> Quantity:
    """One of several quantities, it is not known which.

    While a fact decides which, a doubt of the law counts only when every one of them has it: the
    answer may make the others' doubts irrelevant.
    """
    present = [value for value in values if value.present]
    if not present:
        return ABSENT_QUANTITY
    low, high = min(value.low for value in present), max(value.high for value in present)
    maybe_absent = any(value.maybe_absent for value in values)
    if low == high and not maybe_absent:
        return Quantity(low, high)
    parts = all_causes(value.causes for value in values)
    if causes.facts and not all(value.causes.law for value in values):
        parts = Causes(parts.facts, frozenset(), parts.norms)
    return Quantity(low, high, maybe_absent, causes=causes | parts)


def day_of(value: Decimal) -> date | None:
    """The day of an ordinal, None when it is infinite or outside the calendar."""
    if not value.is_finite() or not 1 <= value <= date.max.toordinal():
        return None
    return date.fromordinal(int(value))


def elapsed_between(unit: str, start: Quantity, end: Quantity) -> Quantity:
    if not start.present or not end.present:
        return ABSENT_QUANTITY
    low = _between(unit, start.high, end.low, -INFINITY)
    high = _between(unit, start.low, end.high, INFINITY)
    maybe_absent = start.maybe_absent or end.maybe_absent
    exact = low == high and not maybe_absent
    causes = NOTHING if exact else start.causes | end.causes
    return Quantity(low, high, maybe_absent, causes=causes)


def _between(unit: str, start: Decimal, end: Decimal, otherwise: Decimal) -> Decimal:
    first, last = day_of(start), day_of(end)
    return otherwise if first is None or last is None else Decimal(elapsed(unit, first, last))


def moved_by(term: Quantity, months: Quantity, days: Quantity) -> Quantity:
    if not (term.present and months.present and days.present):
        return ABSENT_QUANTITY

    def moved(day: Decimal, by_months: Decimal, by_days: Decimal, otherwise: Decimal) -> Decimal:
        start = day_of(day)
        if start is None or not by_months.is_finite() or not by_days.is_finite():
            return otherwise
        return number(shifted(start, int(by_months), int(by_days)))

    low = moved(term.low, months.low, days.low, -INFINITY)
    high = moved(term.high, months.high, days.high, INFINITY)
    maybe_absent = term.maybe_absent or months.maybe_absent or days.maybe_absent
    exact = low == high and not maybe_absent
    causes = NOTHING if exact else term.causes | months.causes | days.causes
    return Quantity(low, high, maybe_absent, causes=causes)


def edge_of_year(edge: str, value: Decimal) -> Decimal:
    day = day_of(value)
    return value if day is None else number(calendar_edge(edge, day))
