"""What one right does to the price of one training, for one person and one answer to who pays.

The list price, what each right takes off it, and what it gives besides; which rights go together
best is in `combine`. A price within bounds is followed at both ends, so that half of it stays half
of it. That is right because nobody has less left to pay when the price is higher, which a test
holds every part to.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from koers.engine.assess import assess
from koers.engine.assessment import AmountFound, Answer, Assessment
from koers.engine.combination import ANYTHING, NOTHING, Does, Part, Range
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Node, facts_in
from koers.engine.relevance import leads_to
from koers.engine.values import NO, UNKNOWN, YES, ZERO, Between, Dated, Stated, Truth

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


Known = dict[tuple[object, ...], Assessment]
"""Assessments of one person, training and day, by right and by what it reads of the price."""


@lru_cache(maxsize=1024)
def _reads(rulebook: Rulebook, incentive: str) -> tuple[str, ...]:
    """Which facts of the price a right looks at, directly or through other facts."""
    rule = rulebook[incentive]
    nodes = [one.node for one in rule.conditions]
    nodes += [one.node for one in rule.outputs.values()]
    nodes += [one.by.node for one in rule.steps if one.by is not None]
    names = {name for node in nodes for name in facts_in(node)}
    reads = {fact for name in names for fact in leads_to(rulebook.vocabulary, name)}
    return tuple(name for name in (FEE, COST, PAID_BY) if name in reads)


class Pricing:
    """The rights of one person for one training; each is assessed once for each price it reads."""

    def __init__(
        self,
        rulebook: Rulebook,
        parts: tuple[Part, ...],
        facts: Facts,
        *,
        on: date,
        strict: bool,
        payer: str | None,
        known: Known,
    ) -> None:
        self.rulebook = rulebook
        self.parts = parts
        self.on = on
        self.strict = strict
        self.payer = payer
        self.facts: dict[str, Stated] = dict(facts)
        if payer is not None:
            self.facts[PAID_BY] = payer
        self.known = known
        self._full: dict[str, Range | None] = {}
        self._suited: dict[tuple[str, Does], Truth] = {}
        self.price_by = ""
        self.list_price = self._list_price()
        self._tell_price()

    # Assessing -------------------------------------------------------------------------------

    def day_of(self, incentive: str) -> date:
        """The day to ask about: the first day of the training where the law looks at that."""
        rule = self.rulebook[incentive]
        stated = self.facts.get(STARTS)
        own = rule.reference_fact is None and rule.reference in OF_THE_TRAINING
        return stated if own and isinstance(stated, date) else self.on

    def assess(self, incentive: str, price: Range | None = None) -> Assessment:
        """The answer of one right; with `price`, when that is what the training costs."""
        facts = self.facts if price is None else {**self.facts, FEE: _stated(price)}
        key = (incentive, *(facts.get(name) for name in _reads(self.rulebook, incentive)))
        if key not in self.known:
            self.known[key] = self._asked(incentive, facts)
        return self.known[key]

    def _asked(self, incentive: str, facts: Facts) -> Assessment:
        day = self.day_of(incentive)
        return assess(self.rulebook, incentive, facts, on=day, strict=self.strict)

    def truth(self, node: Node, day: date) -> Truth:
        """Is it so? Nothing is assumed here."""
        first = self.rulebook.ids[0]
        evaluation = Evaluation(self.rulebook, first, self.facts, day=day, asked=day, strict=True)
        return evaluation.truth(node).truth

    def suits(self, part: Part) -> Truth:
        """Is it a right for this kind of training?"""
        if part.only_for is None:
            return YES
        key = (part.incentive, part.does)
        if key not in self._suited:
            self._suited[key] = self.truth(part.only_for, self.day_of(part.incentive))
        return self._suited[key]

    def possible(self, part: Part) -> bool:
        """May the right have any part in this training?"""
        if self.suits(part) is NO:
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
            if part.does is Does.SETS_PRICE and self.suits(part) is YES and self.possible(part):
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

    def _full_price(self, part: Part) -> Range | None:
        """The price of a right that sets it, for somebody without it."""
        if part.full_price and part.incentive not in self._full:
            found = self._asked(part.incentive, {**self.facts, **part.full_price})
            amount = found.amounts.get(part.amount)
            unknown = amount is None or amount.absent
            self._full[part.incentive] = None if unknown or amount is None else _range(amount)
        return self._full.get(part.incentive)

    # What a right does to a price ------------------------------------------------------------

    def left_after(self, part: Part, left: Range, *, sure: bool) -> Range:
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
        certain = sure and found.answer is Answer.ENTITLED and self.suits(part) is YES
        return pays if certain else pays.perhaps()

    def _own_price(self, part: Part, left: Range, *, sure: bool) -> Range:
        """The price for this person: as the right says, or as much lower than a stated price.

        Two prices within bounds that look the same are not the same price: only somebody who
        surely pays the full price has nothing off.
        """
        found = self.assess(part.incentive)
        own, full = _range(found.amounts[part.amount]), self._full_price(part)
        if self._pays_full(part) or (own.exact and own == full):
            return left
        if full is None or full == self.list_price:
            low, high = min(own.low, left.low), _least(own.high, left.high)
        else:
            low = ZERO if full.high is None else _lowered(left.low, full.high, own.low)
            high = left.high
            if left.high is not None and own.high is not None:
                high = _lowered(left.high, full.low, own.high)
        certain = sure and found.answer is Answer.ENTITLED and self.suits(part) is YES
        return Range(low, high if certain else left.high)

    def _pays_full(self, part: Part) -> bool:
        """Does this person surely pay the full price?"""
        day = self.day_of(part.incentive)
        return part.pays_full is not None and self.truth(part.pays_full, day) is YES

    def taken_off(self, part: Part, left: Range, after: Range, *, sure: bool) -> Range:
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

    def given(self, part: Part, *, sure: bool) -> Range | None:
        """What a right gives, from nothing when it is not sure; None when it gives no amount."""
        if not part.amount:
            return None
        found = self.assess(part.incentive)
        amount = _range(found.amounts[part.amount])
        certain = sure and found.answer is Answer.ENTITLED and self.suits(part) is YES
        return amount if certain else amount.perhaps()

    def has_amount(self, part: Part) -> bool:
        """Is there an amount that may be more than nothing? A price may be nothing."""
        if not part.amount:
            return True
        found = self.assess(part.incentive).amounts.get(part.amount)
        if found is None or found.absent:
            return False
        return part.does is Does.SETS_PRICE or found.value != 0


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _least(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """The smaller of two bounds; None is no bound."""
    known = [end for end in (one, other) if end is not None]
    return min(known, default=None)


def _lowered(price: Decimal, full: Decimal, own: Decimal) -> Decimal:
    """A price less what somebody pays less than the full price."""
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


__all__ = ["EMPLOYER", "FEE", "PAID_BY", "WORKER", "Known", "Pricing"]
