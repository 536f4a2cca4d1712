"""The kinds of not-knowing, three-valued logic, partial values, units and rounding.

What lives here is arithmetic on what may be known only in part. What a rule can say is in
`nodes`; how a rule is evaluated is in `assess`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Final

INFINITY: Final = Decimal("Infinity")
ZERO: Final = Decimal(0)


class Special(enum.Enum):
    """The two words that are not values."""

    ABSENT = "absent"
    """The thing does not exist ("no employer"). A certain, declared state."""
    UNKNOWN = "unknown"
    """Asked, and answered with "I don't know". Never replaced by a usual value."""

    __hash__ = object.__hash__  # one of a kind, and looked up for every fact that is absent

    def __repr__(self) -> str:
        return self.name


ABSENT: Final = Special.ABSENT
UNKNOWN: Final = Special.UNKNOWN


@dataclass(frozen=True, slots=True)
class OneOf:
    """A fact known to be one of several values."""

    values: frozenset[str | bool | Special]

    def __str__(self) -> str:
        return " / ".join(sorted(str(value) for value in self.values))


@dataclass(frozen=True, slots=True)
class Between:
    """A number or day known to lie in a closed interval; None is an open end."""

    low: Decimal | date | None = None
    high: Decimal | date | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A value and the day on which it was true."""

    value: Stated
    on: date


Scalar = str | bool | int | float | Decimal | date | Special
Stated = Scalar | OneOf | Between | Dated
"""What may be stated about a fact. A fact that was not asked is not in the mapping at all."""


class Truth(enum.Enum):
    """Kleene's three truth values. There is no fourth, and none of them is Python's."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("a Truth has three values: compare it with `is Truth.YES`")


YES, NO, OPEN = Truth.YES, Truth.NO, Truth.UNKNOWN

AND: Final = {
    (YES, YES): YES,
    (YES, NO): NO,
    (YES, OPEN): OPEN,
    (NO, YES): NO,
    (NO, NO): NO,
    (NO, OPEN): NO,
    (OPEN, YES): OPEN,
    (OPEN, NO): NO,
    (OPEN, OPEN): OPEN,
}
OR: Final = {
    (YES, YES): YES,
    (YES, NO): YES,
    (YES, OPEN): YES,
    (NO, YES): YES,
    (NO, NO): NO,
    (NO, OPEN): OPEN,
    (OPEN, YES): YES,
    (OPEN, NO): OPEN,
    (OPEN, OPEN): OPEN,
}
NOT: Final = {YES: NO, NO: YES, OPEN: OPEN}


@dataclass(frozen=True, slots=True)
class LawDoubt:
    """Something the law, or our reading of it, leaves open. No question to a person solves it."""

    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Norm:
    """Something the law leaves to the judgement of an authority."""

    text: str
    law: str
    decides: str


@dataclass(frozen=True, slots=True)
class Causes:
    """Why something is open: facts not known, law not known, judgement not given."""

    facts: frozenset[str] = frozenset()
    law: frozenset[LawDoubt] = frozenset()
    norms: frozenset[Norm] = frozenset()

    def __or__(self, other: Causes) -> Causes:
        if other is NOTHING or other == self:
            return self
        if self is NOTHING:
            return other
        return Causes(self.facts | other.facts, self.law | other.law, self.norms | other.norms)

    @property
    def any(self) -> bool:
        """Is there any cause at all?"""
        return bool(self.facts or self.law or self.norms)


NOTHING: Final = Causes()


def all_causes(causes: Iterable[Causes]) -> Causes:
    """The union of several causes."""
    result = NOTHING
    for one in causes:
        result = result | one
    return result


@dataclass(frozen=True, slots=True)
class Verdict:
    """A truth value with what leaves it open; a certain verdict has no causes."""

    truth: Truth
    causes: Causes = NOTHING


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a day (as its ordinal) known within bounds, and perhaps absent.

    `low == high` and `not maybe_absent` is an exact value. A value that is certainly absent
    has `present=False`; then the bounds mean nothing.
    """

    low: Decimal
    high: Decimal
    maybe_absent: bool = False
    present: bool = True
    causes: Causes = field(default=NOTHING)

    @property
    def exact(self) -> bool:
        """Is this one certain value?"""
        return self.present and not self.maybe_absent and self.low == self.high

    @classmethod
    def of(cls, value: Decimal | int) -> Quantity:
        """One certain number."""
        number = Decimal(value)
        return cls(number, number)


ABSENT_QUANTITY: Final = Quantity(ZERO, ZERO, maybe_absent=True, present=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a set of words (or True, False, ABSENT); `other` when any other word may be."""

    values: frozenset[str | bool | Special]
    other: bool = False
    causes: Causes = field(default=NOTHING)

    @property
    def exact(self) -> bool:
        """Is this one certain word?"""
        return len(self.values) == 1 and not self.other


# Rounding ------------------------------------------------------------------------------------

ROUNDING: Final = {"half_up": ROUND_HALF_UP, "down": ROUND_FLOOR, "up": ROUND_CEILING}


FINEST: Final = Decimal("1E-12")
"""Below this a difference is what division left behind, never the law."""


def snapped(value: Decimal) -> Decimal:
    """`value` without the tail that thirds leave: 0.9999999999999999999999999998 is 1."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -12:
        return value
    return value.quantize(FINEST).normalize()


def rounded(value: Decimal, step: Decimal, mode: str) -> Decimal:
    """`value` to a multiple of `step`; half up away from zero, down and up along the axis."""
    if not value.is_finite():
        return value
    value = snapped(value)
    return (value / step).quantize(Decimal(1), rounding=ROUNDING[mode]) * step


# Units ---------------------------------------------------------------------------------------


def _powers(unit: str) -> dict[str, int]:
    powers: dict[str, int] = {}
    for position, part in enumerate(unit.split("/")):
        for factor in part.split("*"):
            if factor not in ("", "1"):
                powers[factor] = powers.get(factor, 0) + (1 if position == 0 else -1)
    return powers


def _written(powers: dict[str, int]) -> str:
    above = [name for name, power in sorted(powers.items()) for _ in range(power)]
    below = [name for name, power in sorted(powers.items()) for _ in range(-power)]
    if not below:
        return "*".join(above)
    return "*".join(above) + "".join(f"/{name}" for name in below)


def same_unit(unit: str) -> str:
    """A unit in its one spelling: `EUR/h`, `h`, or the empty string for a bare number."""
    return _written(_powers(unit))


def unit_product(left: str, right: str, *, divide: bool = False) -> str:
    """The unit of a product or quotient: `EUR/h` times `h` is `EUR`."""
    powers = _powers(left)
    for name, power in _powers(right).items():
        powers[name] = powers.get(name, 0) + (-power if divide else power)
    return _written({name: power for name, power in powers.items() if power})
