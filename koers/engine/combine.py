"""The best combination of rights for one training: what the person pays, and who does what.

Every right that touches the training has a declared part: it sets the price, pays at enrolment,
refunds later, pays the person something besides, gives time, or pays the employer. Some rights
exclude each other, by a named rule with its source. All sets of rights that may go together are
tried. The best one is that in which, by what is certain, the person pays least, then has most paid
hours off work, then gets most besides (premiums, then every other right that gives something).
What is equal so far goes by what may be, in the same order, and then by the fewest requests. What
is still equal goes by the order of the rulebook, and is told.

Nothing unknown becomes zero: what is not certain is a range, from nothing to the most it can be.
Rights that no source allows or forbids together may fail: the later part then counts from nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations as subsets

from koers.engine.assessment import Answer
from koers.engine.combination import (
    MONEY_OFF,
    NOTHING,
    Combinations,
    Combined,
    Conflict,
    Does,
    LeftOut,
    Line,
    MayCome,
    Part,
    Plan,
    Range,
    Rule,
    Why,
)
from koers.engine.evaluate import Facts
from koers.engine.incentive import Rulebook
from koers.engine.nodes import facts_in
from koers.engine.pricing import EMPLOYER, PAID_BY, WORKER, Known, Pricing
from koers.engine.values import INFINITY, NO, YES, ZERO, Truth


def combine(
    rulebook: Rulebook,
    combinations: Combinations,
    facts: Facts,
    *,
    on: date,
    strict: bool = False,
) -> Combined:
    """The best combination of rights for the training in `facts`, asked about on a day.

    When nobody said who pays, the person pays, except in strict mode: then it stays open. Somebody
    without an employer always pays. Never raises for a day from 2019-01-01 on.
    """
    known: Known = {}
    stated = facts.get(PAID_BY)
    assumed = stated is None and not strict
    payer = WORKER if assumed else stated if isinstance(stated, str) else None
    own = _Combiner(rulebook, combinations, facts, on, strict, payer, known)
    if payer == EMPLOYER and combinations.with_employer and own.employed() is NO:
        own = _Combiner(rulebook, combinations, facts, on, strict, WORKER, known)
    found = replace(own.combined(), payer_assumed=assumed)
    if own.price.payer == EMPLOYER or own.employed() is NO:
        return found
    other = _Combiner(rulebook, combinations, facts, on, strict, EMPLOYER, known)
    return replace(
        found,
        conflicts=tuple(own.conflicts({**other.live(), **own.live()})),
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
        known: Known,
    ) -> None:
        self.rulebook = rulebook
        self.rules = combinations.rules
        self.parts = tuple(one for one in combinations.parts if one.incentive in rulebook)
        self.with_employer = combinations.with_employer
        self.price = Pricing(
            rulebook, self.parts, facts, on=on, strict=strict, payer=payer, known=known
        )

    def employed(self) -> Truth:
        """Has the person an employer?"""
        if self.with_employer is None:
            return NO
        return self.price.truth(self.with_employer, self.price.on)

    # Which rights, and which sets of them ----------------------------------------------------

    def combined(self) -> Combined:
        """The result, without what it would be when somebody else pays."""
        possible = [one for one in self.parts if self._takes_part(one)]
        plans = [self._plan(chosen) for chosen in self._sets(possible)]
        best = min(plans, key=self._order)
        employer = tuple(self._employer(best))
        left_out = tuple(self._left_out(possible, best))
        together = dict.fromkeys((*best.chosen, *(one.incentive for one in employer)))
        about = [
            rule
            for rule in self.rules
            if any(rule.about(one, other) for one, other in subsets(together, 2))
        ]
        return Combined(
            payer=self.price.payer,
            payer_assumed=False,
            price_by=self.price.price_by,
            best=best,
            equal=tuple(one for one in plans if one is not best and _rank(one) == _rank(best)),
            employer=employer,
            left_out=left_out,
            conflicts=tuple(self.conflicts(self.live())),
            settled=tuple(rule for rule in about if rule.together),
            unsettled=tuple(rule for rule in about if rule.together is None),
            open=tuple(self._open({*together, *(one.incentive for one in left_out)})),
            closed=tuple(self._closed()),
            assessments={part.incentive: self.price.assess(part.incentive) for part in self.parts},
        )

    def _takes_part(self, part: Part) -> bool:
        """Is it a right of the person that does something for this training?"""
        if part.does is Does.PAYS_EMPLOYER or not self.price.possible(part):
            return False
        if part.does in (Does.PAYS, Does.REFUNDS):
            to_pay = self.price.payer != EMPLOYER and self.price.list_price != NOTHING
            return to_pay and self.price.has_amount(part)
        if part.does is Does.SETS_PRICE:
            price = self.price.list_price
            return (
                self.price.has_amount(part)
                and self.price.left_after(part, price, sure=True) != price
            )
        if part.does is Does.BESIDES:
            entitled = self.price.assess(part.incentive).answer is Answer.ENTITLED
            return entitled and self.price.suits(part) is YES and self.price.has_amount(part)
        return self.price.has_amount(part)

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
        due = left = self.price.list_price
        back = hours = NOTHING
        for part in sorted(chosen, key=lambda one: list(Does).index(one.does)):
            doubts = self._doubts(part, lines)
            if part.does in MONEY_OFF:
                after = self.price.left_after(part, left, sure=not doubts)
                amount: Range | None = self.price.taken_off(part, left, after, sure=not doubts)
                if part.does is Does.REFUNDS and amount is not None:
                    back = back.plus(amount)
                else:
                    due = after
            else:
                amount = self.price.given(part, sure=not doubts)
                if part.does is Does.GIVES_TIME and amount is not None:
                    hours = hours.plus(amount)
            lines.append(self._line(part, amount, left, doubts))
            left = after if part.does in MONEY_OFF else left
        return self._paid(tuple(lines), due, left, back, hours)

    def _paid(
        self, lines: tuple[Line, ...], due: Range, left: Range, back: Range, hours: Range
    ) -> Plan:
        """A plan, in which what is left goes to who pays."""
        first, pays, boss = due, left, NOTHING
        if self.price.payer == EMPLOYER:
            first, pays, boss = NOTHING, NOTHING, due
        elif self.price.payer is None:
            first, back, pays, boss = (one.perhaps() for one in (due, back, left, due))
        return Plan(
            lines=lines,
            list_price=self.price.list_price,
            left=left,
            pays_first=first,
            gets_back=back,
            pays=pays,
            employer_pays=boss,
            hours=hours,
        )

    def _doubts(self, part: Part, before: Iterable[Line]) -> tuple[Rule, ...]:
        """The rules by which it may fail beside what is already chosen."""
        rules = (self._unsettled(part.incentive, line.incentive) for line in before)
        return tuple(dict.fromkeys(rule for rule in rules if rule is not None))

    def _line(
        self, part: Part, amount: Range | None, left: Range, doubts: tuple[Rule, ...]
    ) -> Line:
        at_price = part.does in (Does.PAYS, Does.REFUNDS) and not left.open
        found = self.price.assess(part.incentive, left if at_price else None)
        told = found.amounts.get(part.amount) or self.price.assess(part.incentive).amounts.get(
            part.amount
        )
        entitled = found.answer is Answer.ENTITLED and self.price.suits(part) is YES
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
            own = next((one for one in best.lines if one.incentive == part.incentive), None)
            doubts = self._doubts(part, (*best.lines, *lines)) if own is None else own.doubts
            amount = self.price.given(part, sure=not doubts)
            if amount != NOTHING:
                lines.append(self._line(part, amount, self.price.list_price, doubts))
        yield from lines

    def _employer_gets(self, part: Part, best: Plan, lines: Iterable[Line]) -> bool:
        if not self.price.possible(part) or not self.price.has_amount(part):
            return False
        needed = part.beside or part.incentive
        own = self.rulebook[part.incentive].kind == "right" or part.beside
        if own and needed not in best.chosen:
            return False
        if not part.amount and self.price.assess(part.incentive).answer is not Answer.ENTITLED:
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

    def live(self) -> dict[str, bool]:
        """The rights that this person, or the employer, may have here, and whether for certain.

        A right for a whole year is only told beside a training that it is certainly for.
        """
        found = {}
        for part in self.parts:
            suits = part.does is not Does.BESIDES or self.price.suits(part) is YES
            if suits and self.price.possible(part) and self.price.has_amount(part):
                found[part.incentive] = self.price.assess(part.incentive).answer is Answer.ENTITLED
        return found

    def conflicts(self, live: Mapping[str, bool]) -> Iterator[Conflict]:
        """The rules that keep live rights apart, of which at least one is certain."""
        order = [one for one in self.rulebook.ids if one in live]
        for rule in self.rules:
            if rule.together is False:
                pairs = [pair for pair in subsets(order, 2) if rule.about(*pair)]
                kept = [pair for pair in pairs if any(live[one] for one in pair)]
                if kept:
                    rights = dict.fromkeys(one for pair in kept for one in pair)
                    yield Conflict(rule, tuple(rights))

    def _open(self, told: set[str]) -> Iterator[MayCome]:
        """The rights that may still come and are not in the combination, each once."""
        for one in self._by_right():
            parts = [part for part in self._by_right()[one] if self.price.suits(part) is not NO]
            found = self.price.assess(one)
            if one in told or not parts or found.answer is Answer.NOT_ENTITLED:
                continue
            about = [part.only_for for part in parts if self.price.suits(part) is not YES]
            if found.answer is not Answer.ENTITLED:
                yield MayCome(one, found.missing)
            elif about:
                names = (name for node in about if node is not None for name in facts_in(node))
                yield MayCome(one, tuple(dict.fromkeys(names)))

    def _closed(self) -> Iterator[str]:
        """The rights for this kind of training that the person does not have."""
        for one, parts in self._by_right().items():
            suits = any(self.price.suits(part) is not NO for part in parts)
            if suits and self.price.assess(one).answer is Answer.NOT_ENTITLED:
                yield one

    def _by_right(self) -> dict[str, list[Part]]:
        """The parts of each right; none of a right that stands beside one that is closed."""
        found: dict[str, list[Part]] = {}
        for part in self.parts:
            needed = self.price.assess(part.beside or part.incentive)
            if not part.beside or needed.answer is not Answer.NOT_ENTITLED:
                found.setdefault(part.incentive, []).append(part)
        return found


def _rank(plan: Plan) -> tuple[object, ...]:
    """Smaller is better, in the order that the module tells."""
    gives = [one for one in plan.lines if one.does not in MONEY_OFF or plan.left.high is None]
    premiums = [one.amount for one in gives if one.does is Does.PAYS_PERSON and one.amount]
    certain = (
        INFINITY if plan.left.high is None else plan.left.high,
        -plan.hours.low,
        -sum((one.low for one in premiums), ZERO),
        -len({one.incentive for one in gives if one.sure}),
    )
    perhaps = (
        plan.left.low,
        -(INFINITY if plan.hours.high is None else plan.hours.high),
        -len({one.incentive for one in gives}),
    )
    return (*certain, *perhaps, len(plan.chosen))


__all__ = ["combine"]
