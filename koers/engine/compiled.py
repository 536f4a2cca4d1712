"""What the generated Python calls, and what it hands back. Written by `to_python`.

A choice is a bit mask over its words (a partial one has several bits, an unknown one all); a
number or day is a pair of floats or ordinals, low and high, with NaN for "certainly absent".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from koers.engine.calendar import calendar_edge, elapsed, shifted
from koers.engine.facts import Fact
from koers.engine.nodes import Word
from koers.engine.values import ABSENT, UNKNOWN, Between, OneOf, Stated, Truth

INF = math.inf
NAN = math.nan
UNSTATED, ASKED = -1, -2
"""In a table of masks: nothing was said, and "I don't know", where more may still follow."""

CLOSED = "closed"
"""In a row, for a truth that is not told because the right is closed."""

Pair = tuple[float, float]
Triple = tuple[float, float, bool]


class Masks(dict[object, int]):
    """From a stated word to its mask; a partial value (OneOf) is added up and remembered."""

    def __init__(self, words: Sequence[Word], *, other: bool) -> None:
        super().__init__((word, 1 << position) for position, word in enumerate(words))
        self.other = 1 << len(words) if other else 0

    def __missing__(self, key: object) -> int:
        if isinstance(key, OneOf):
            mask = 0
            for word in key.values:
                mask |= self[word]
            return mask
        if self.other and isinstance(key, str):
            return self.other
        raise KeyError(key)


class Truths(dict[object, bool | None]):
    """From a stated word to whether it is one of some words: True, False, or None when open."""

    def __init__(
        self, words: Sequence[Word], fact: Fact, wanted: frozenset[Word], default: object
    ) -> None:
        super().__init__((word, word in wanted) for word in words)
        self.other = fact.domain is None
        every = [word in wanted for word in words] + ([False] if self.other else [])
        self[UNKNOWN] = _agreed(every)
        self[None] = self[UNKNOWN] if default is None else self[default]

    def __missing__(self, key: object) -> bool | None:
        if isinstance(key, OneOf):
            return _agreed([bool(self[word]) for word in key.values])
        if self.other and isinstance(key, str):
            return False
        raise KeyError(key)


def _agreed(truths: Sequence[bool]) -> bool | None:
    return True if all(truths) else None if any(truths) else False


class Rows(dict[int, Triple]):
    """From a mask to the number of a table: low, high, maybe absent; hulls are remembered."""

    def __missing__(self, mask: int) -> Triple:
        parts = [self[1 << bit] for bit in range(mask.bit_length()) if mask >> bit & 1]
        self[mask] = triple = either(parts)
        return triple


def either(parts: Sequence[Triple]) -> Triple:
    """The hull of some numbers that may be absent."""
    present = [part for part in parts if part[0] == part[0]]
    if not present:
        return NAN, NAN, True
    low, high = min(part[0] for part in present), max(part[1] for part in present)
    return low, high, len(present) < len(parts) or any(part[2] for part in parts)


def spread(value: object, low: float, high: float) -> Pair:
    """A number or day that is not a plain int or float: Decimal, or partly known."""
    if isinstance(value, Between):
        return (
            low if value.low is None else plain(value.low),
            high if value.high is None else plain(value.high),
        )
    number = plain(value)
    return number, number


def plain(value: object) -> float:
    """A number as int or float, a day as its ordinal."""
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, (int, float)):
        return value
    raise TypeError("no number or day")


def product(a: float, b: float) -> float:
    """A product in which nothing times infinity is nothing."""
    return 0.0 if a == 0 or b == 0 else a * b


def times(a: float, A: float, b: float, B: float) -> Pair:
    """The bounds of a product."""
    if a != a or b != b:
        return NAN, NAN
    ends = (product(a, b), product(a, B), product(A, b), product(A, B))
    return min(ends), max(ends)


def over(a: float, A: float, b: float, B: float) -> Pair:
    """The bounds of a quotient."""
    if a != a or b != b:
        return NAN, NAN
    if not (b > 0 or B < 0):
        return -INF, INF
    ends = (a / b, a / B, A / b, A / B)
    return min(ends), max(ends)


def least(*ends: float) -> float:
    """The smallest; NaN when one is."""
    return NAN if any(end != end for end in ends) else min(ends)


def greatest(*ends: float) -> float:
    """The largest; NaN when one is."""
    return NAN if any(end != end for end in ends) else max(ends)


SLACK = 1e-7
"""In hundredths of a step: what floating point may lose before a tie is missed."""


def round_half_up(value: float, step: float) -> float:
    """To a multiple of `step`, halves away from zero."""
    if not math.isfinite(value):
        return value
    per_step = 1 / step
    scaled = abs(value) * per_step if step < 1 else abs(value) / step
    whole = math.floor(scaled + 0.5 + SLACK)
    return math.copysign(whole / per_step if step < 1 else whole * step, value) if whole else 0.0


def round_down(value: float, step: float) -> float:
    """To the multiple of `step` at or below."""
    if not math.isfinite(value):
        return value
    return math.floor(value / step + SLACK) * step


def round_up(value: float, step: float) -> float:
    """To the multiple of `step` at or above."""
    if not math.isfinite(value):
        return value
    return math.ceil(value / step - SLACK) * step


_LAST = date.max.toordinal()


def _day(value: float) -> date | None:
    return date.fromordinal(int(value)) if 1 <= value <= _LAST else None


@lru_cache(maxsize=65536)
def between(unit: str, start: float, end: float, otherwise: float) -> float:
    """Whole units between two ordinals; `otherwise` when one is not a day."""
    if start != start or end != end:
        return NAN
    first, last = _day(start), _day(end)
    return otherwise if first is None or last is None else elapsed(unit, first, last)


@lru_cache(maxsize=65536)
def moved(day: float, months: float, days: float, otherwise: float) -> float:
    """An ordinal so many months and days later."""
    if day != day or months != months or days != days:
        return NAN
    start = _day(day)
    if start is None or not math.isfinite(months) or not math.isfinite(days):
        return otherwise
    return shifted(start, int(months), int(days)).toordinal()


@lru_cache(maxsize=65536)
def edge_of(edge: str, day: float) -> float:
    """The ordinal of an edge of the year that holds an ordinal."""
    start = _day(day)
    return day if start is None else calendar_edge(edge, start).toordinal()


# What is handed back -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AmountSlot:
    """Where an amount stands in the row: a number (low, high, maybe absent), truth or word."""

    name: str
    at: int
    kind: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class IncentiveSlot:
    """Where an incentive stands in the row: eligibility, conditions, amounts."""

    id: str
    at: int
    conditions: tuple[str, ...]
    amounts: tuple[AmountSlot, ...]
    exists: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What the compiled rules say of one incentive.

    An amount is `(low, high, maybe_absent)`, a Truth, or a frozenset of words; it is missing
    from `amounts` when the right is closed.
    """

    eligible: Truth
    verdicts: Mapping[str, Truth]
    amounts: Mapping[str, Triple | Truth | frozenset[Word]]


TRUTHS = {True: Truth.YES, False: Truth.NO, None: Truth.UNKNOWN}


def read_row(row: Sequence[object], slots: Sequence[IncentiveSlot]) -> dict[str, Found]:
    """A row of the compiled rules with names."""
    found = {}
    for slot in slots:
        eligible = TRUTHS[row[slot.at]]  # type: ignore[index]
        verdicts = {
            name: TRUTHS[row[position]]  # type: ignore[index]
            for position, name in enumerate(slot.conditions, slot.at + 1)
        }
        amounts: dict[str, Triple | Truth | frozenset[Word]] = {}
        for amount in slot.amounts:
            value = row[amount.at]
            if amount.kind == "truth":
                if value != CLOSED:
                    amounts[amount.name] = TRUTHS[value]  # type: ignore[index]
            elif value is None:
                continue
            elif amount.kind == "word":
                assert isinstance(value, int)
                amounts[amount.name] = frozenset(
                    word for bit, word in enumerate(amount.words) if value >> bit & 1
                )
            else:
                amounts[amount.name] = row[amount.at : amount.at + 3]  # type: ignore[assignment]  # a Triple
        found[slot.id] = Found(eligible, verdicts, amounts)
    return found


def masks_for(words: Sequence[Word], fact: Fact) -> Masks:
    """The masks of a fact over the words that the rules can tell apart."""
    return Masks(words, other=fact.domain is None)


Row = tuple[object, ...]
Run = Callable[[Mapping[str, Stated]], Row]

__all__ = ["ABSENT", "UNKNOWN", "Found", "IncentiveSlot", "Row", "Run", "read_row"]
