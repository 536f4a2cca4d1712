"""What the generated Python calls, and what it hands back. Written by `to_python`.

A choice is a bit mask over its words (a partial one has several bits, an unknown one all); a
number or day is a pair of floats or ordinals, low and high, with NaN for "certainly absent".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
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
UNSTATED = -1
"""In a table of masks: nothing was stated, and the value may follow from other facts."""

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


class Verdicts(dict[object, object]):
    """From a stated word to its mask and, for each set of words asked for, its truth.

    The row is `(mask, truth, ...)`, without the mask where `masked` is False, or one bare truth
    where it is `plain`; None where the value must follow from other facts.
    """

    def __init__(
        self, words: Sequence[Word], masks: Masks, sets: Sequence[frozenset[Word]], form: str
    ) -> None:
        super().__init__()
        self.masks = masks
        self.form = form
        self.wanted = [
            sum(1 << bit for bit, word in enumerate(words) if word in one) for one in sets
        ]
        self._rows: dict[int, object] = {}
        for word, mask in masks.items():
            self[word] = None if mask == UNSTATED else self.of(mask)

    def of(self, mask: int) -> object:
        """The row of a mask."""
        if mask not in self._rows:
            truths = [
                True if not mask & ~wanted else None if mask & wanted else False
                for wanted in self.wanted
            ]
            self._rows[mask] = {
                "masked": (mask, *truths),
                "truths": tuple(truths),
                "plain": truths and truths[0],
            }[self.form]
        return self._rows[mask]

    def __missing__(self, key: object) -> object:
        self[key] = row = self.of(self.masks[key])
        return row


class MaskRows(dict[int, object]):
    """From a mask to its row in a table of verdicts; made when first asked for."""

    def __init__(self, verdicts: Verdicts) -> None:
        super().__init__()
        self.verdicts = verdicts

    def __missing__(self, mask: int) -> object:
        self[mask] = row = self.verdicts.of(mask)
        return row


class Rows(dict[int, Triple]):
    """From a mask to the number of a table: low, high, maybe absent; hulls are remembered."""

    def __missing__(self, mask: int) -> Triple:
        parts = [self[1 << bit] for bit in range(mask.bit_length()) if mask >> bit & 1]
        self[mask] = triple = either(parts)
        return triple


class Points(dict[int, float]):
    """From a mask to the one number of a table: NaN when open, minus infinity when absent."""

    def __missing__(self, mask: int) -> float:
        found = {self[1 << bit] for bit in range(mask.bit_length()) if mask >> bit & 1}
        self[mask] = number = found.pop() if len(found) == 1 else NAN
        return number


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
    ends = [one / other if math.isfinite(other) else 0.0 for one in (a, A) for other in (b, B)]
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
    return shifted(start, int(round(months, 6)), int(round(days, 6))).toordinal()


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
    always: bool = False


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
            elif amount.kind == "point":
                amounts[amount.name] = _triple(value)  # type: ignore[arg-type]
            elif amount.kind == "word":
                assert isinstance(value, int)
                amounts[amount.name] = frozenset(
                    word for bit, word in enumerate(amount.words) if value >> bit & 1
                )
            else:
                amounts[amount.name] = row[amount.at : amount.at + 3]  # type: ignore[assignment]  # a Triple
        found[slot.id] = Found(eligible, verdicts, amounts)
    return found


def _triple(point: float) -> Triple:
    if point != point:
        return -INF, INF, True
    return (NAN, NAN, True) if point == -INF else (point, point, False)


def narrowed(row: Sequence[object], slots: Sequence[IncentiveSlot]) -> Iterator[object]:
    """A row with bounds as a row of single numbers: amounts of certain rights only."""
    for slot in slots:
        yield from row[slot.at : slot.at + 1 + len(slot.conditions)]
        for amount in slot.amounts:
            if row[slot.at] is not True and not amount.always:
                yield CLOSED if amount.kind == "truth" else None
                continue
            low, high, maybe_absent = (*row[amount.at : amount.at + 3], None, None)[:3]
            if amount.kind != "number" or low is None or (low == high and not maybe_absent):
                yield low
            else:
                yield -INF if low != low else NAN


def masks_for(words: Sequence[Word], fact: Fact) -> Masks:
    """The masks of a fact over the words that the rules can tell apart."""
    return Masks(words, other=fact.domain is None)


Row = tuple[object, ...]
Run = Callable[[Mapping[str, Stated]], Row]

__all__ = ["ABSENT", "UNKNOWN", "Found", "IncentiveSlot", "Row", "Run", "read_row"]
