"""The best combination of rights for one training: what the person pays, and who does what.

Every right that touches the training has a declared part: it sets the price, pays at enrolment,
refunds later, pays the person something besides, gives time, or pays the employer. Some rights
exclude each other, by a named rule with its source. All sets of rights that may go together are
tried. The best one is, in this order: the person pays least at worst, pays least at best, has most
paid hours off work, gets most besides (premiums, then every other right that gives something), and
sends the fewest requests. What is still equal goes by the order of the rulebook and is told.

Nothing unknown becomes zero: what is not certain is a range, from nothing to the most it can be.
A price within bounds is followed at both ends, so that half of it stays half of it; that is right
because nobody has less left to pay when the price is higher, which a test holds every part to.
Rights that no source allows or forbids together may fail: the later part then counts from nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations as subsets

from koers.engine.assess import assess
from koers.engine.assessment import AmountFound, Answer, Assessment
from koers.engine.combination import (
    ANYTHING,
    MONEY_OFF,
    NOTHING,
    Combinations,
    Combined,
    Conflict,
    Does,
    LeftOut,
    Line,
    OpenRight,
    Part,
    Plan,
    Range,
    Rule,
    Why,
)
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Node, facts_in
from koers.engine.values import (
    INFINITY,
    NO,
    UNKNOWN,
    YES,
    ZERO,
    Between,
    Dated,
    Stated,
    Truth,
)

FEE, COST, PAID_BY, STARTS = (
    "training.fee",
    "training.cost_excl_vat",
    "training.paid_by",
    "training.start_date",
)
"""The facts of a training that the price is made of: with VAT, without, who pays, and when."""
WORKER, EMPLOYER = "worker", "employer"
"""The words of PAID_BY."""

OF_THE_TRAINING = frozenset(
    (
        "training_start",
        "module_start",
        "course_start",
        "school_year",
        "academic_year",
        "calendar_year",
    )
)
"""Reference days for which the first day of the training counts, not the day asked about."""


def combine(
    rulebook: Rulebook,
    combinations: Combinations,
    facts: Facts,
    *,
    on: date,
    strict: bool = False,
) -> Combined:
    """The best combination of rights for the training in `facts`, asked about on a day.

    When nobody said who pays, the person pays, except in strict mode: then it stays open. Never
    raises for a day from 2019-01-01 on.
    """
    stated = facts.get(PAID_BY)
    assumed = stated is None and not strict
    payer = WORKER if assumed else stated if isinstance(stated, str) else None
    own = _Combiner(rulebook, combinations, facts, on, strict, payer)
    found = replace(own.combined(), payer_assumed=assumed)
    if payer == EMPLOYER or own.employed() is NO:
        return found
    other = _Combiner(rulebook, combinations, facts, on, strict, EMPLOYER)
    return replace(
        found,
        conflicts=tuple(own.conflicts({*own.live(), *other.live()})),
        if_employer_pays=other.combined(),
    )


class _Combiner:
    """Tries the sets of rights, for one answer to who pays; each price is assessed once."""

    def __init__(
        self,
        rulebook: Rulebook,
        combinations: Combinations,
        facts: Facts,
        on: date,
        strict: bool,
        payer: str | None,
    ) -> None:
        self.rulebook = rulebook
        self.on = on
        self.strict = strict
        self.payer = payer
        self.rules = combinations.rules
        self.with_employer = combinations.with_employer
        self.parts = tuple(one for one in combinations.parts if one.incentive in rulebook)
        self.facts: dict[str, Stated] = dict(facts)
        if payer is not None:
            self.facts[PAID_BY] = payer
        self._assessed: dict[tuple[str, Range | None], Assessment] = {}
        self._full: dict[str, Range | None] = {}
        self._suited: dict[tuple[str, Does], Truth] = {}
        self.price_by = ""
        self.list_price = self._list_price()
        self._tell_price()

    # Assessing -------------------------------------------------------------------------------

    def _day_of(self, incentive: str) -> date:
        """The day to ask about: the first day of the training where the law looks at that."""
        rule = self.rulebook[incentive]
        stated = self.facts.get(STARTS)
        own = rule.reference_fact is None and rule.reference in OF_THE_TRAINING
        return stated if own and isinstance(stated, date) else self.on

    def assess(self, incentive: str, price: Range | None = None) -> Assessment:
        """The answer of one right; with `price`, when that is what the training costs."""
        key = (incentive, price)
        if key not in self._assessed:
            facts = self.facts if price is None else {**self.facts, FEE: _stated(price)}
            self._assessed[key] = self._asked(incentive, facts)
        return self._assessed[key]

    def _asked(self, incentive: str, facts: Facts) -> Assessment:
        day = self._day_of(incentive)
        return assess(self.rulebook, incentive, facts, on=day, strict=self.strict)

    def employed(self) -> Truth:
        """Has the person an employer?"""
        return NO if self.with_employer is None else self._truth(self.with_employer, self.on)

    def _truth(self, node: Node, day: date) -> Truth:
        """Is it so? Nothing is assumed here."""
        first = self.rulebook.ids[0]
        evaluation = Evaluation(self.rulebook, first, self.facts, day=day, asked=day, strict=True)
        return evaluation.truth(node).truth

    def _suits(self, part: Part) -> Truth:
        """Is it a right for this kind of training?"""
        if part.only_for is None:
            return YES
        key = (part.incentive, part.does)
        if key not in self._suited:
            self._suited[key] = self._truth(part.only_for, self._day_of(part.incentive))
        return self._suited[key]

    def _possible(self, part: Part) -> bool:
        """May the right have any part in this training?"""
        if self._suits(part) is NO:
            return False
        return self.assess(part.incentive).answer is not Answer.NOT_ENTITLED

    # The price before any right --------------------------------------------------------------

    def _list_price(self) -> Range:
        """What the training costs somebody without any right."""
        stated = self.facts.get(FEE)
        stated = stated.value if isinstance(stated, Dated) else stated
        if isinstance(stated, Between):
            return Range(_decimal(stated.low) or ZERO, _decimal(stated.high))
        if isinstance(stated, (int, float, Decimal)):
            return Range(Decimal(str(stated)), Decimal(str(stated)))
        for part in self.parts:
            if part.does is Does.SETS_PRICE and self._suits(part) is YES and self._possible(part):
                full = self._full_price(part)
                if full is not None:
                    self.price_by = part.incentive
                    return full
        return ANYTHING

    def _tell_price(self) -> None:
        """Let the rules see the price; the cost without VAT is at most that."""
        price = self.list_price
        if not price.open:
            self.facts[FEE] = _stated(price)
        if self.facts.get(COST) in (None, UNKNOWN) and price.high is not None:
            self.facts[COST] = Between(ZERO, price.high)
        self._assessed.clear()

    def _full_price(self, part: Part) -> Range | None:
        """The price of a right that sets it, for somebody without it."""
        if part.full_price and part.incentive not in self._full:
            found = self._asked(part.incentive, {**self.facts, **part.full_price})
            amount = found.amounts.get(part.amount)
            unknown = amount is None or amount.absent
            self._full[part.incentive] = None if unknown or amount is None else _range(amount)
        return self._full.get(part.incentive)

    # Which rights, and which sets of them ----------------------------------------------------

    def combined(self) -> Combined:
        """The result, without what it would be when somebody else pays."""
        possible = [one for one in self.parts if self._takes_part(one)]
        plans = [self._plan(chosen) for chosen in self._sets(possible)]
        best = min(plans, key=self._order)
        employer = tuple(self._employer(best))
        together = dict.fromkeys((*best.chosen, *(one.incentive for one in employer)))
        about = [
            rule
            for rule in self.rules
            if any(rule.about(one, other) for one, other in subsets(together, 2))
        ]
        return Combined(
            payer=self.payer,
            payer_assumed=False,
            price_by=self.price_by,
            best=best,
            equal=tuple(one for one in plans if one is not best and _rank(one) == _rank(best)),
            employer=employer,
            left_out=tuple(self._left_out(possible, best)),
            conflicts=tuple(self.conflicts(self.live())),
            settled=tuple(rule for rule in about if rule.together),
            unsettled=tuple(rule for rule in about if rule.together is None),
            open=tuple(self._open(set(together))),
            closed=tuple(self._closed()),
            assessments={part.incentive: self.assess(part.incentive) for part in self.parts},
        )

    def _takes_part(self, part: Part) -> bool:
        """Is it a right of the person that does something for this training?"""
        if part.does is Does.PAYS_EMPLOYER or not self._possible(part):
            return False
        if part.does in (Does.PAYS, Does.REFUNDS):
            to_pay = self.payer != EMPLOYER and self.list_price != NOTHING
            return to_pay and self._has_amount(part)
        if part.does is Does.SETS_PRICE:
            price = self.list_price
            return self._has_amount(part) and self._left_after(part, price, sure=True) != price
        if part.does is Does.BESIDES:
            entitled = self.assess(part.incentive).answer is Answer.ENTITLED
            return entitled and self._suits(part) is YES and self._has_amount(part)
        return self._has_amount(part)

    def _has_amount(self, part: Part) -> bool:
        """Is there an amount that may be more than nothing? A price may be nothing."""
        if not part.amount:
            return True
        found = self.assess(part.incentive).amounts.get(part.amount)
        if found is None or found.absent:
            return False
        return part.does is Does.SETS_PRICE or found.value != 0

    def _sets(self, possible: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
        """All sets of rights without two that exclude each other.

        A right that takes nothing off the price and meets no rule that keeps it apart only adds:
        every best set has it. So those are in all sets, and the others are all tried.
        """
        ids = tuple(dict.fromkeys(one.incentive for one in possible))
        money = {one.incentive for one in possible if one.does in MONEY_OFF}
        apart = {
            one
            for first, second in subsets(ids, 2)
            if self._excluded(first, second) or self._unsettled(first, second)
            for one in (first, second)
        }
        weighed = tuple(one for one in ids if one in money or one in apart)
        always = set(ids) - set(weighed)
        for size in range(len(weighed) + 1):
            for chosen in subsets(weighed, size):
                if any(self._excluded(one, other) for one, other in subsets(chosen, 2)):
                    continue
                yield tuple(one for one in possible if one.incentive in always | set(chosen))

    def _excluded(self, one: str, other: str) -> Rule | None:
        """The rule that keeps two rights apart."""
        about = (rule for rule in self.rules if rule.about(one, other))
        return next((rule for rule in about if rule.together is False), None)

    def _unsettled(self, one: str, other: str) -> Rule | None:
        """The rule that says that no source settles it."""
        about = (rule for rule in self.rules if rule.about(one, other))
        return next((rule for rule in about if rule.together is None), None)

    def _order(self, plan: Plan) -> tuple[object, ...]:
        """The rank, and then the order of the rulebook."""
        return (*_rank(plan), [self.rulebook.ids.index(one) for one in plan.chosen])

    # One combination -------------------------------------------------------------------------

    def _plan(self, chosen: Sequence[Part]) -> Plan:
        lines: list[Line] = []
        due = left = self.list_price
        back = hours = NOTHING
        for part in sorted(chosen, key=lambda one: list(Does).index(one.does)):
            doubts = self._doubts(part, lines)
            if part.does in MONEY_OFF:
                after = self._left_after(part, left, sure=not doubts)
                amount: Range | None = self._taken_off(part, left, after, sure=not doubts)
                if part.does is Does.REFUNDS and amount is not None:
                    back = back.plus(amount)
                else:
                    due = after
            else:
                amount = self._given(part, sure=not doubts)
                if part.does is Does.GIVES_TIME and amount is not None:
                    hours = hours.plus(amount)
            lines.append(self._line(part, amount, left, doubts))
            left = after if part.does in MONEY_OFF else left
        return self._paid(tuple(lines), due, left, back, hours)

    def _paid(
        self, lines: tuple[Line, ...], due: Range, left: Range, back: Range, hours: Range
    ) -> Plan:
        """A plan, in which what is left goes to who pays."""
        if self.payer == EMPLOYER:
            return Plan(lines, self.list_price, NOTHING, NOTHING, NOTHING, due, hours)
        if self.payer is None:
            return Plan(
                lines,
                self.list_price,
                due.perhaps(),
                back.perhaps(),
                left.perhaps(),
                due.perhaps(),
                hours,
            )
        return Plan(lines, self.list_price, due, back, left, NOTHING, hours)

    def _doubts(self, part: Part, before: Iterable[Line]) -> tuple[Rule, ...]:
        """The rules by which it may fail beside what is already chosen."""
        rules = (self._unsettled(part.incentive, line.incentive) for line in before)
        return tuple(dict.fromkeys(rule for rule in rules if rule is not None))

    def _left_after(self, part: Part, left: Range, *, sure: bool) -> Range:
        """What is left of a price after a right, at both ends of what the price may be."""
        if part.does is Does.SETS_PRICE:
            return self._own_price(part, left, sure=sure)
        most = self._pays_at(part, left.low, sure=sure).high
        low = ZERO if most is None else max(ZERO, left.low - most)
        if left.high is None:
            return Range(low, None)
        high = left.high - self._pays_at(part, left.high, sure=sure).low
        return Range(min(low, high), high)

    def _pays_at(self, part: Part, price: Decimal, *, sure: bool) -> Range:
        """What a right pays of one price; never more than that price."""
        found = self.assess(part.incentive, Range(price, price))
        amount = found.amounts.get(part.amount)
        if amount is None or amount.absent or found.answer is Answer.NOT_ENTITLED:
            return NOTHING
        pays = _range(amount)
        high = price if pays.high is None else min(pays.high, price)
        pays = Range(min(pays.low, price), high)
        certain = sure and found.answer is Answer.ENTITLED and self._suits(part) is YES
        return pays if certain else pays.perhaps()

    def _own_price(self, part: Part, left: Range, *, sure: bool) -> Range:
        """The price for this person: as the right says, or as much lower than a stated price."""
        found = self.assess(part.incentive)
        own, full = _range(found.amounts[part.amount]), self._full_price(part)
        if full is None or full == self.list_price:
            low, high = min(own.low, left.low), _least(own.high, left.high)
        elif own == full:
            return left
        else:
            ends = (_lowered(left.low, full.low, own.low), _lowered(left.high, full.high, own.high))
            known = [end for end in ends if end is not None]
            low, high = min(known, default=ZERO), None if None in ends else max(known)
        certain = sure and found.answer is Answer.ENTITLED and self._suits(part) is YES
        return Range(low, high if certain else left.high)

    def _taken_off(self, part: Part, left: Range, after: Range, *, sure: bool) -> Range:
        """How much less it becomes, to be told; the plan itself reckons with what is left."""
        if part.does is Does.SETS_PRICE:
            most = None if left.high is None else left.high - after.low
            least = ZERO if after.high is None else max(ZERO, left.low - after.high)
            return Range(least, most)
        least = self._pays_at(part, left.low, sure=sure).low
        if left.high is not None:
            return Range(least, self._pays_at(part, left.high, sure=sure).high)
        amount = self.assess(part.incentive, left).amounts.get(part.amount)
        return Range(least, None if amount is None else _range(amount).high)

    def _given(self, part: Part, *, sure: bool) -> Range | None:
        """What a right gives, from nothing when it is not sure; None when it gives no amount."""
        if not part.amount:
            return None
        found = self.assess(part.incentive)
        amount = _range(found.amounts[part.amount])
        certain = sure and found.answer is Answer.ENTITLED and self._suits(part) is YES
        return amount if certain else amount.perhaps()

    def _line(
        self, part: Part, amount: Range | None, left: Range, doubts: tuple[Rule, ...]
    ) -> Line:
        at_price = part.does in (Does.PAYS, Does.REFUNDS) and not left.open
        found = self.assess(part.incentive, left if at_price else None)
        told = found.amounts.get(part.amount) or self.assess(part.incentive).amounts.get(
            part.amount
        )
        entitled = found.answer is Answer.ENTITLED and self._suits(part) is YES
        return Line(
            part=part,
            amount=amount,
            unit="" if told is None else told.unit,
            period="" if told is None else told.period,
            sure=entitled and not doubts,
            doubts=doubts,
            assessment=found,
        )

    # Beside it -------------------------------------------------------------------------------

    def _employer(self, best: Plan) -> Iterator[Line]:
        """What the employer gets beside the best combination."""
        lines: list[Line] = []
        for part in self.parts:
            if part.does is not Does.PAYS_EMPLOYER or not self._employer_gets(part, best, lines):
                continue
            doubts = self._doubts(part, (*best.lines, *lines))
            amount = self._given(part, sure=not doubts)
            if amount != NOTHING:
                lines.append(self._line(part, amount, self.list_price, doubts))
        yield from lines

    def _employer_gets(self, part: Part, best: Plan, lines: Iterable[Line]) -> bool:
        if not self._possible(part) or not self._has_amount(part):
            return False
        needed = part.beside or part.incentive
        own = self.rulebook[part.incentive].kind == "right" or part.beside
        if own and needed not in best.chosen:
            return False
        if not part.amount and self.assess(part.incentive).answer is not Answer.ENTITLED:
            return False
        others = (*best.chosen, *(one.incentive for one in lines))
        return not any(self._excluded(part.incentive, one) for one in others)

    def _left_out(self, possible: Iterable[Part], best: Plan) -> Iterator[LeftOut]:
        """The rights of the person that are possible and not chosen."""
        for one in dict.fromkeys(part.incentive for part in possible):
            if one in best.chosen:
                continue
            against = [rule for other in best.chosen if (rule := self._excluded(one, other))]
            unclear = [rule for other in best.chosen if (rule := self._unsettled(one, other))]
            if against:
                yield LeftOut(one, Why.EXCLUDED, against[0])
            elif unclear:
                yield LeftOut(one, Why.NOT_SETTLED, unclear[0])
            else:
                yield LeftOut(one, Why.ADDS_NOTHING)

    def live(self) -> Iterator[str]:
        """The rights that this person, or the employer, may have for this training.

        A right for a whole year is only told beside a training that it is certainly for.
        """
        for part in self.parts:
            suits = part.does is not Does.BESIDES or self._suits(part) is YES
            if suits and self._possible(part) and self._has_amount(part):
                yield part.incentive

    def conflicts(self, live: Iterable[str]) -> Iterator[Conflict]:
        """The rules that keep live rights apart."""
        order = [one for one in self.rulebook.ids if one in set(live)]
        for rule in self.rules:
            if rule.together is False:
                kept = [pair for pair in subsets(order, 2) if rule.about(*pair)]
                if kept:
                    rights = dict.fromkeys(one for pair in kept for one in pair)
                    yield Conflict(rule, tuple(rights))

    def _open(self, told: set[str]) -> Iterator[OpenRight]:
        """The rights that may still come and are not in the combination, each once."""
        for one in self._by_right():
            parts = [part for part in self._by_right()[one] if self._suits(part) is not NO]
            found = self.assess(one)
            if one in told or not parts or found.answer is Answer.NOT_ENTITLED:
                continue
            about = [part.only_for for part in parts if self._suits(part) is not YES]
            if found.answer is not Answer.ENTITLED:
                yield OpenRight(one, found.missing)
            elif about:
                names = (name for node in about if node is not None for name in facts_in(node))
                yield OpenRight(one, tuple(dict.fromkeys(names)))

    def _closed(self) -> Iterator[str]:
        """The rights for this kind of training that the person does not have."""
        for one, parts in self._by_right().items():
            suits = any(self._suits(part) is not NO for part in parts)
            if suits and self.assess(one).answer is Answer.NOT_ENTITLED:
                yield one

    def _by_right(self) -> dict[str, list[Part]]:
        found: dict[str, list[Part]] = {}
        for part in self.parts:
            found.setdefault(part.incentive, []).append(part)
        return found


def _rank(plan: Plan) -> tuple[object, ...]:
    """Smaller is better, in the order that the module tells."""
    worst = INFINITY if plan.pays.high is None else plan.pays.high
    premiums = [
        one.amount.low for one in plan.lines if one.does is Does.PAYS_PERSON and one.amount
    ]
    gives = [one for one in plan.lines if one.does not in MONEY_OFF or plan.pays.high is None]
    return (
        worst,
        plan.pays.low,
        -plan.hours.low,
        -(INFINITY if plan.hours.high is None else plan.hours.high),
        -sum(premiums, ZERO),
        -len({one.incentive for one in gives}),
        len(plan.chosen),
    )


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _least(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """The smaller of two bounds; None is no bound."""
    known = [end for end in (one, other) if end is not None]
    return min(known, default=None)


def _lowered(
    price: Decimal | None, full: Decimal | None, own: Decimal | None
) -> Decimal | None:
    """A price less what somebody pays less than the full price; None when that is not known."""
    if price is None or full is None or own is None:
        return price
    return max(ZERO, price - max(ZERO, full - own))


def _stated(price: Range) -> Stated:
    """A price as a fact."""
    if price.exact:
        return price.low
    return Between(price.low, price.high)


def _range(amount: AmountFound) -> Range:
    """An amount as a range; it may be nothing where it may be absent."""
    low = amount.low if isinstance(amount.low, Decimal) else ZERO
    high = amount.high if isinstance(amount.high, Decimal) else None
    if amount.value is None and amount.low == amount.high:
        low = ZERO
    return Range(max(ZERO, low), high)


__all__ = ["combine"]
