"""The best combination of rights for one training: what the person pays, and who does what.

Every right that touches the training has a declared part: it sets the price, pays at enrolment,
refunds later, pays the person something besides, gives time, or pays the employer. Some rights
exclude each other, by a named rule with its source. All sets of rights that may go together are
tried. The best one is, in this order: the person pays least at worst, pays least at best, gets
most besides (premiums), has most paid hours off, has every other right that gives something, and
sends the fewest requests; what is still equal goes by the order of the rulebook and is told.

Nothing unknown becomes zero: what is not certain is a range, from nothing to the most it can be.
A combination that no source allows or forbids may fail: the later part then counts from nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import combinations as subsets

from koers.engine.assess import assess
from koers.engine.assessment import AmountFound, Answer, Assessment, StepFound
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Node
from koers.engine.values import INFINITY, NO, YES, ZERO, Between, Stated, Truth

FEE, PAID_BY, STARTS, ENDS = (
    "training.fee",
    "training.paid_by",
    "training.start_date",
    "training.end_date",
)
"""The facts of a training that the price is made of."""

AT_START = frozenset(
    ("training_start", "module_start", "course_start", "school_year", "academic_year")
)
AT_END = frozenset(("course_end",))


class Does(Enum):
    """What a right does to a training, in the order in which the price is built up."""

    SETS_PRICE = "sets_price"
    PAYS = "pays"
    REFUNDS = "refunds"
    PAYS_PERSON = "pays_person"
    GIVES_TIME = "gives_time"
    PAYS_EMPLOYER = "pays_employer"


MONEY_OFF = (Does.SETS_PRICE, Does.PAYS, Does.REFUNDS)


@dataclass(frozen=True)
class Part:
    """What one right does, told by which of its amounts.

    `only_for` says for which trainings, where the conditions of the right do not. `full_price`
    are the facts of somebody without this right, for a right that sets the price.
    """

    incentive: str
    does: Does
    amount: str
    only_for: Node | None = None
    full_price: Mapping[str, Stated] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """Whether rights go together: never (`excludes`), surely, or not known (None) and why."""

    name: str
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
    """The parts and the rules of a rulebook."""

    parts: tuple[Part, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Range:
    """Euros or hours that are known within bounds; `high` is None when there is no bound."""

    low: Decimal
    high: Decimal | None

    @property
    def exact(self) -> bool:
        """Is it one certain number?"""
        return self.low == self.high

    def less(self, off: Range) -> Range:
        """What is left, never below nothing."""
        high = None if self.high is None else max(ZERO, self.high - off.low)
        low = ZERO if off.high is None else max(ZERO, self.low - off.high)
        return Range(low, high)

    def plus(self, more: Range) -> Range:
        """The sum."""
        high = None if self.high is None or more.high is None else self.high + more.high
        return Range(self.low + more.low, high)

    def at_most(self, cap: Range) -> Range:
        """Cut at what there is to pay."""
        highs = [one.high for one in (self, cap) if one.high is not None]
        return Range(min(self.low, cap.low), min(highs) if highs else None)

    def perhaps(self) -> Range:
        """The same, when it may also be nothing."""
        return Range(ZERO, self.high)


NOTHING = Range(ZERO, ZERO)


@dataclass(frozen=True)
class Line:
    """One right in a combination: how much it takes off, pays or gives, and whether it is sure."""

    incentive: str
    does: Does
    amount: Range
    unit: str
    period: str
    sure: bool
    steps: tuple[StepFound, ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """One combination: its lines, and what they come to for the person.

    `pays_first` is due at enrolment, `gets_back` is refunded later, `pays` is what is left.
    """

    lines: tuple[Line, ...]
    list_price: Range
    pays_first: Range
    gets_back: Range
    pays: Range
    hours: Range

    @property
    def chosen(self) -> tuple[str, ...]:
        """The rights in it."""
        return tuple(one.incentive for one in self.lines)


@dataclass(frozen=True)
class LeftOut:
    """A right that is not in the best combination, and why."""

    incentive: str
    why: str
    rule: Rule | None = None


@dataclass(frozen=True)
class Combined:
    """The best combination, what else was possible, and all rights that were looked at."""

    best: Plan
    equal: tuple[Plan, ...]
    employer: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    open: tuple[str, ...]
    closed: tuple[str, ...]
    assessments: Mapping[str, Assessment]
    notes: tuple[Rule, ...]


def combine(
    rulebook: Rulebook,
    combinations: Combinations,
    facts: Facts,
    *,
    on: date,
    strict: bool = False,
) -> Combined:
    """The best combination of rights for the training in `facts`, asked on a day."""
    return _Combiner(rulebook, combinations, facts, on, strict).combined()


class _Combiner:
    """Tries the sets of rights; assessments for the same price are made once."""

    def __init__(
        self,
        rulebook: Rulebook,
        combinations: Combinations,
        facts: Facts,
        on: date,
        strict: bool,
    ) -> None:
        self.rulebook = rulebook
        self.facts = facts
        self.on = on
        self.strict = strict
        self.rules = combinations.rules
        self.parts = tuple(one for one in combinations.parts if one.incentive in rulebook)
        self._assessed: dict[tuple[str, Range | None], Assessment] = {}
        self.list_price = self._list_price()

    # Assessing -------------------------------------------------------------------------------

    def day_of(self, incentive: str) -> date:
        """The day asked about: of the training where the law looks at it, else today."""
        reference = self.rulebook[incentive].reference
        name = STARTS if reference in AT_START else ENDS if reference in AT_END else ""
        stated = self.facts.get(name)
        return stated if isinstance(stated, date) else self.on

    def assess(self, incentive: str, fee: Range | None = None) -> Assessment:
        """The answer of one right; with `fee`, for that price of the training."""
        key = (incentive, fee)
        if key not in self._assessed:
            facts = dict(self.facts)
            if fee is not None:
                facts[FEE] = fee.low if fee.exact else Between(fee.low, fee.high)
            self._assessed[key] = assess(
                self.rulebook, incentive, facts, on=self.day_of(incentive), strict=self.strict
            )
        return self._assessed[key]

    def _list_price(self) -> Range:
        """What the training costs somebody without any right."""
        stated = self.facts.get(FEE)
        if isinstance(stated, Between):
            return Range(Decimal(stated.low or 0), _decimal(stated.high))  # type: ignore[arg-type]
        if isinstance(stated, (int, Decimal)) and not isinstance(stated, bool):
            return Range(Decimal(stated), Decimal(stated))
        for part in self.parts:
            sets = part.does is Does.SETS_PRICE and self._suits(part) is YES
            if sets and self._applies(part):
                full = self._full_price(part)
                if full is not None:
                    return full
        return Range(ZERO, None)

    def _full_price(self, part: Part) -> Range | None:
        """The price of a right that sets it, for somebody without it."""
        if not part.full_price:
            return None
        facts = {**self.facts, **part.full_price}
        on = self.day_of(part.incentive)
        found = assess(self.rulebook, part.incentive, facts, on=on, strict=self.strict)
        amount = found.amounts.get(part.amount)
        return None if amount is None or amount.low is None else _range(amount)

    # Who applies -----------------------------------------------------------------------------

    def _applies(self, part: Part) -> bool:
        """May the right have any part in this training?"""
        if self._suits(part) is NO:
            return False
        return self.assess(part.incentive).answer is not Answer.NOT_ENTITLED

    def _suits(self, part: Part) -> Truth:
        """Is it a right for this kind of training? Nothing is assumed here."""
        if part.only_for is None:
            return YES
        day = self.day_of(part.incentive)
        evaluation = Evaluation(
            self.rulebook, part.incentive, self.facts, day=day, asked=day, strict=True
        )
        return evaluation.truth(part.only_for).truth

    def combined(self) -> Combined:
        """The result."""
        own = [one for one in self.parts if one.does is not Does.PAYS_EMPLOYER]
        possible = [one for one in own if self._applies(one) and self._touches(one)]
        plans = [self._plan(chosen) for chosen in self._sets(possible)]
        best = min(plans, key=self._order)
        equal = [one for one in plans if one is not best and _rank(one) == _rank(best)]
        employer = tuple(self._employer(best))
        looked_at = dict.fromkeys(one.incentive for one in self.parts)
        assessments = {one: self.assess(one) for one in looked_at}
        return Combined(
            best=best,
            equal=tuple(equal),
            employer=employer,
            left_out=tuple(self._left_out(possible, best)),
            open=tuple(one for one, found in assessments.items() if _open(found)),
            closed=tuple(
                one for one, found in assessments.items() if found.answer is Answer.NOT_ENTITLED
            ),
            assessments=assessments,
            notes=tuple(self._notes(best, employer)),
        )

    def _order(self, plan: Plan) -> tuple[object, ...]:
        """The rank, and then the order of the rulebook."""
        return (*_rank(plan), [self.rulebook.ids.index(one) for one in plan.chosen])

    def _touches(self, part: Part) -> bool:
        """Does it do anything to this training? A price that is not reduced is no request."""
        found = self.assess(part.incentive).amounts.get(part.amount)
        if found is None or found.absent:
            return False
        if part.does is Does.SETS_PRICE:
            return self._off(part, self.list_price, sure=True) != NOTHING
        return found.value != 0

    def _sets(self, possible: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
        """All sets of parts without two that exclude each other; one right may have two parts."""
        ids = list(dict.fromkeys(one.incentive for one in possible))
        for size in range(len(ids) + 1):
            for chosen in subsets(ids, size):
                if not any(self._excluded(a, b) for a, b in subsets(chosen, 2)):
                    yield tuple(one for one in possible if one.incentive in chosen)

    def _rule(self, one: str, other: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.about(one, other)), None)

    def _excluded(self, one: str, other: str) -> bool:
        rule = self._rule(one, other)
        return rule is not None and rule.together is False

    # One combination -------------------------------------------------------------------------

    def _plan(self, chosen: Sequence[Part]) -> Plan:
        lines: list[Line] = []
        due = self.list_price
        back = NOTHING
        hours = NOTHING
        for part in sorted(chosen, key=lambda one: list(Does).index(one.does)):
            left = due.less(back)
            sure, because = self._sure(part, lines)
            if part.does in MONEY_OFF:
                amount = self._off(part, left, sure=sure)
                due = due if part.does is Does.REFUNDS else due.less(amount)
                back = back.plus(amount) if part.does is Does.REFUNDS else back
            else:
                amount = self._given(part, sure=sure)
                unit = self.rulebook.outputs[part.amount].unit
                if part.does is Does.GIVES_TIME and unit == "h":
                    hours = hours.plus(amount)
            lines.append(self._line(part, amount, sure=sure, because=because))
        return Plan(tuple(lines), self.list_price, due, back, due.less(back), hours)

    def _sure(self, part: Part, before: Iterable[Line]) -> tuple[bool, tuple[str, ...]]:
        """Is it certain beside what is already chosen, and why not?"""
        because = []
        entitled = self.assess(part.incentive).answer is Answer.ENTITLED
        if not entitled or self._suits(part) is not YES:
            because.append("open")
        for line in before:
            rule = self._rule(part.incentive, line.incentive)
            if rule is not None and rule.together is None:
                because.append(rule.name)
        return not because, tuple(because)

    def _off(self, part: Part, left: Range, *, sure: bool) -> Range:
        """What a right takes off the price that is left."""
        fee = left if part.does is not Does.SETS_PRICE and left.high is not None else None
        found = self.assess(part.incentive, fee)
        amount = found.amounts.get(part.amount)
        if amount is None or amount.absent or found.answer is Answer.NOT_ENTITLED:
            return NOTHING
        if part.does is Does.SETS_PRICE:
            off = self._reduction(part, amount)
        else:
            off = _range(amount).at_most(left)
        return off if sure else off.perhaps()

    def _reduction(self, part: Part, amount: AmountFound) -> Range:
        """How much less than the full price."""
        full = self._full_price(part) or self.list_price
        return full.less(_range(amount)).at_most(self.list_price)

    def _given(self, part: Part, *, sure: bool) -> Range:
        amount = _range(self.assess(part.incentive).amounts[part.amount])
        return amount if sure else amount.perhaps()

    def _line(
        self, part: Part, amount: Range, *, sure: bool, because: tuple[str, ...] = ()
    ) -> Line:
        found = self.assess(part.incentive)
        told = found.amounts[part.amount]
        return Line(
            part.incentive, part.does, amount, told.unit, told.period, sure, found.steps, because
        )

    # Beside it -------------------------------------------------------------------------------

    def _employer(self, best: Plan) -> Iterator[Line]:
        """What the employer gets beside the best combination."""
        for part in self.parts:
            if part.does is not Does.PAYS_EMPLOYER or not self._applies(part):
                continue
            if any(self._excluded(part.incentive, one) for one in best.chosen):
                continue
            own = self.rulebook[part.incentive].kind == "right"
            told = self.assess(part.incentive).amounts.get(part.amount)
            if told is None or told.absent or (own and part.incentive not in best.chosen):
                continue
            sure, because = self._sure(part, best.lines)
            amount = self._given(part, sure=sure)
            if amount != NOTHING:
                yield self._line(part, amount, sure=sure, because=because)

    def _left_out(self, possible: Iterable[Part], best: Plan) -> Iterator[LeftOut]:
        for one in dict.fromkeys(part.incentive for part in possible):
            if one in best.chosen:
                continue
            against = [rule for other in best.chosen if (rule := self._rule(one, other))]
            rule = next((rule for rule in against if rule.together is False), None)
            yield LeftOut(one, "excluded" if rule else "adds_nothing", rule)
        for part in self.parts:
            if part.does is Does.PAYS_EMPLOYER and self._applies(part):
                rules = [self._rule(part.incentive, other) for other in best.chosen]
                rule = next((one for one in rules if one and one.together is False), None)
                if rule is not None:
                    yield LeftOut(part.incentive, "excluded", rule)

    def _notes(self, best: Plan, employer: Iterable[Line]) -> Iterator[Rule]:
        """The rules about rights that do go together here, or may."""
        ids = dict.fromkeys((*best.chosen, *(one.incentive for one in employer)))
        for rule in self.rules:
            if rule.together is not False and any(rule.about(a, b) for a, b in subsets(ids, 2)):
                yield rule


def _rank(plan: Plan) -> tuple[object, ...]:
    """Smaller is better, in the order that the module tells."""
    worst = INFINITY if plan.pays.high is None else plan.pays.high
    premiums = [
        one.amount.low for one in plan.lines if one.does is Does.PAYS_PERSON and one.unit == "EUR"
    ]
    gives = [one for one in plan.lines if one.does not in MONEY_OFF or plan.pays.high is None]
    return (
        worst,
        plan.pays.low,
        -sum(premiums, ZERO),
        -plan.hours.low,
        -(plan.hours.high or ZERO),
        -len(gives),
        len(set(plan.chosen)),
    )


def _open(found: Assessment) -> bool:
    return found.answer in (Answer.UNKNOWN, Answer.ENTITLED_IF_TRAINING_QUALIFIES)


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _range(amount: AmountFound) -> Range:
    low = amount.low if isinstance(amount.low, Decimal) else ZERO
    high = amount.high if isinstance(amount.high, Decimal) else None
    return Range(max(ZERO, low), high)


__all__ = [
    "Combinations",
    "Combined",
    "Does",
    "LeftOut",
    "Line",
    "Part",
    "Plan",
    "Range",
    "Rule",
    "combine",
]
