"""What a combination of rights is made of: parts, rules, ranges, and the result.

Nothing is decided here. Which rights a person has is in `assess`; which of them go together best
is in `combine`; what each right does to a price is written in the rulebook.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from koers.engine.assessment import Assessment
from koers.engine.nodes import Node
from koers.engine.values import ZERO, Stated

# What the rulebook declares ------------------------------------------------------------------


class Does(Enum):
    """What a right does, in the order in which the price is built up."""

    SETS_PRICE = "sets_price"
    """The price itself is lower for this person, from the first day."""
    PAYS = "pays"
    """Somebody else pays a part of the bill, at enrolment."""
    REFUNDS = "refunds"
    """The person pays first and gets it back later."""
    PAYS_PERSON = "pays_person"
    """Money for following this training, apart from its price."""
    GIVES_TIME = "gives_time"
    """Paid hours off work for this training."""
    BESIDES = "besides"
    """A right for a whole year or month, or that is no amount: told, never subtracted."""
    PAYS_EMPLOYER = "pays_employer"
    """Money for the employer."""


MONEY_OFF = frozenset({Does.SETS_PRICE, Does.PAYS, Does.REFUNDS})
"""What makes the person pay less."""


@dataclass(frozen=True)
class Part:
    """What one right does, told by which of its amounts; none when it gives no amount.

    `payer` says in Dutch who pays. `only_for` says for which trainings, where the conditions of the
    right do not. `full_price` are the facts of somebody who pays the full price, for a right that
    sets the price, and `pays_full` says who surely does. `beside` is a right of the person without
    which this part is nothing.
    """

    incentive: str
    does: Does
    amount: str = ""
    payer: str = ""
    only_for: Node | None = None
    full_price: Mapping[str, Stated] = field(default_factory=dict)
    pays_full: Node | None = None
    beside: str = ""


@dataclass(frozen=True)
class Rule:
    """Whether rights go together: never (False), surely, or no source settles it (None).

    Between each of `one` and each of `other`. `title` and `why` are Dutch; `source` is an address.
    """

    name: str
    title: str
    one: frozenset[str]
    other: frozenset[str]
    together: bool | None
    why: str
    source: str

    def about(self, first: str, second: str) -> bool:
        """Is it about these two, in either order? Never about one right and itself."""
        return first != second and (
            (first in self.one and second in self.other)
            or (second in self.one and first in self.other)
        )


@dataclass(frozen=True)
class Combinations:
    """The parts and the rules of a rulebook; `with_employer` says who has an employer."""

    parts: tuple[Part, ...]
    rules: tuple[Rule, ...]
    with_employer: Node | None = None


# What is computed ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Range:
    """Euros or hours that are known within bounds; `high` is None when there is no bound."""

    low: Decimal
    high: Decimal | None

    @property
    def exact(self) -> bool:
        """Is it one certain number?"""
        return self.low == self.high

    @property
    def open(self) -> bool:
        """Is nothing known of it?"""
        return self.low == 0 and self.high is None

    def plus(self, more: Range) -> Range:
        """The sum."""
        high = None if self.high is None or more.high is None else self.high + more.high
        return Range(self.low + more.low, high)

    def perhaps(self) -> Range:
        """The same, when it may also be nothing."""
        return Range(ZERO, self.high)


NOTHING = Range(ZERO, ZERO)
ANYTHING = Range(ZERO, None)


@dataclass(frozen=True)
class Line:
    """One right in a combination: how much, whether that is sure, and what was assessed.

    `amount` is None for a right without an amount. `doubts` are the rules by which no source says
    that it goes together with a right before it. `assessment` is for the price that was left.
    """

    part: Part
    amount: Range | None
    unit: str
    period: str
    sure: bool
    doubts: tuple[Rule, ...]
    assessment: Assessment

    @property
    def incentive(self) -> str:
        """The id of the right."""
        return self.part.incentive

    @property
    def does(self) -> Does:
        """What it does."""
        return self.part.does


@dataclass(frozen=True)
class Plan:
    """One combination: its lines, and what they come to.

    All in euros but `hours`. `pays_first` is what the person pays at enrolment, `gets_back` what
    is refunded later, `pays` what the person has paid in the end; `employer_pays` is the bill of
    the employer when that one pays the training; `left` is what is left in the end, whoever pays.
    """

    lines: tuple[Line, ...]
    list_price: Range
    left: Range
    pays_first: Range
    gets_back: Range
    pays: Range
    employer_pays: Range
    hours: Range

    @property
    def chosen(self) -> tuple[str, ...]:
        """The rights in it, each once."""
        return tuple(dict.fromkeys(one.incentive for one in self.lines))


class Why(Enum):
    """Why a right is not in the best combination."""

    EXCLUDED = "excluded"
    NOT_SETTLED = "not_settled"
    ADDS_NOTHING = "adds_nothing"


@dataclass(frozen=True)
class LeftOut:
    """A right that is possible but not in the best combination, why, and by which rule."""

    incentive: str
    why: Why
    rule: Rule | None = None


@dataclass(frozen=True)
class Conflict:
    """A rule that keeps rights apart which this person may have, and those rights."""

    rule: Rule
    rights: tuple[str, ...]


@dataclass(frozen=True)
class MayCome:
    """A right that may still come; `missing` are the facts it waits for, none if it is the law."""

    incentive: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Combined:
    """The best combination for one training, what else was possible, and what was looked at.

    `payer` is who pays the training (None when not known), `payer_assumed` whether that was
    assumed. `price_by` is the right whose rule gave the list price, empty when it was stated or is
    not known. `equal` are other combinations that are as good. `settled` and `unsettled` are the
    rules about rights that are together in it. `if_employer_pays` is the same question when the
    employer pays; None when there is no employer, or it pays already.
    """

    payer: str | None
    payer_assumed: bool
    price_by: str
    best: Plan
    equal: tuple[Plan, ...]
    employer: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    conflicts: tuple[Conflict, ...]
    settled: tuple[Rule, ...]
    unsettled: tuple[Rule, ...]
    open: tuple[MayCome, ...]
    closed: tuple[str, ...]
    assessments: Mapping[str, Assessment]
    if_employer_pays: Combined | None = None


__all__ = [
    "ANYTHING",
    "MONEY_OFF",
    "NOTHING",
    "Combinations",
    "Combined",
    "Conflict",
    "Does",
    "LeftOut",
    "Line",
    "MayCome",
    "Part",
    "Plan",
    "Range",
    "Rule",
    "Why",
]
