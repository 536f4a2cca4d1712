"""The value of each node for one set of facts: one small function per node kind.

Three-valued logic by the tables in `values`; numbers and days by `intervals`. No optimisation
is welcome here: this is what the compilers are held to.

Order in which a fact gets its value: stated, implied, derived, usual (not in strict mode),
unknown. An explicit "I don't know" is never replaced by a usual value.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import reduce

from koers.engine.assessment import Origin
from koers.engine.calendar import calendar_edge, elapsed
from koers.engine.facts import DAY, Fact, Vocabulary
from koers.engine.incentive import Rulebook
from koers.engine.intervals import (
    arithmetic,
    certainly_present,
    edge_of_year,
    elapsed_between,
    greatest_of,
    hull,
    least_of,
    moved_by,
    number,
    settled,
)
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    CalendarDay,
    Choose,
    Compare,
    Day,
    Elapsed,
    FactRef,
    Greatest,
    If,
    Kind,
    Least,
    Lookup,
    Member,
    Node,
    Not,
    Nothing,
    Number,
    OpenNorm,
    OrElse,
    Present,
    Rounded,
    Shift,
    UnknownInLaw,
    Word,
    facts_in,
    kind_of,
)
from koers.engine.parameters import folder
from koers.engine.values import (
    ABSENT,
    ABSENT_QUANTITY,
    AND,
    INFINITY,
    NO,
    NOT,
    NOTHING,
    OPEN,
    OR,
    UNKNOWN,
    YES,
    Between,
    Causes,
    Choice,
    Dated,
    LawDoubt,
    Norm,
    OneOf,
    Quantity,
    Stated,
    Truth,
    Verdict,
    all_causes,
    rounded,
    snapped,
)

Facts = Mapping[str, Stated]
"""What is stated about a person: canonical values by dotted name (see `statements.read_facts`)."""

Value = Choice | Quantity


class Evaluation:
    """The values of nodes for one set of facts on one day, for one incentive."""

    def __init__(
        self,
        rulebook: Rulebook,
        incentive: str,
        facts: Facts,
        *,
        day: date,
        asked: date,
        strict: bool,
    ) -> None:
        self.vocabulary: Vocabulary = rulebook.vocabulary
        self.incentive = incentive
        self.facts = facts
        self.day = day
        self.asked = asked
        self.strict = strict
        self.fold = folder(rulebook.parameters, day, asked)
        self._resolving: tuple[str, ...] = ()

    def with_facts(self, facts: Facts) -> Evaluation:
        """The same law and day for other facts."""
        other = copy(self)
        other.facts = facts
        other._resolving = ()
        return other

    # Facts -----------------------------------------------------------------------------------

    def fact(self, name: str) -> tuple[Value, Origin, str]:
        """The value of a fact, where it came from, and why."""
        fact = self.vocabulary.facts[name]
        stated = self._stated(name)
        if stated is not None and stated is not UNKNOWN:
            return self._value(fact, stated), Origin.STATED, ""
        implied = self.implied(name)
        if implied is not None:
            return self._value(fact, implied), Origin.IMPLIED, ""
        derived = self._derived(name)
        if derived is not None:
            return derived, Origin.DERIVED, ""
        if stated is None and not self.strict:
            usual = self._usual(fact)
            if usual is not None:
                return usual[0], Origin.ASSUMED, usual[1]
        return self._unknown(fact), Origin.UNKNOWN, ""

    def _stated(self, name: str) -> Stated | None:
        """What was stated of a fact, as it counts on the reference day."""
        stated = self.facts.get(name)
        if isinstance(stated, Dated):
            return current(self.vocabulary.facts[name], stated, self.day)
        return stated

    def _wholly_open(self, name: str, value: Value) -> bool:
        """Is nothing known of a fact beyond its declaration?"""
        fact = self.vocabulary.facts[name]
        if isinstance(value, Choice):
            return value.other or value.values == fact.domain
        bounds = (value.low, value.high, value.maybe_absent)
        return value.present and bounds == (*self._bounds(fact), fact.absent is ABSENT)

    def implied(self, name: str) -> Stated | None:
        """What certainly follows from other facts, or None."""
        if name in self._resolving:
            return None
        before = self._resolving
        for one in self.vocabulary.implications.get(name, ()):
            if any(fact in (*before, name) for fact in one.facts):
                continue
            self._resolving = (*before, name)
            verdict = self.truth(self.fold(one.when))
            self._resolving = before
            if verdict.truth is YES:
                return one.value
        return None

    def _derived(self, name: str) -> Value | None:
        node = self.vocabulary.derived.get(name)
        if node is None or any(fact in (*self._resolving, name) for fact in facts_in(node)):
            return None
        before = self._resolving
        self._resolving = (*before, name)
        value = self.quantity(self.fold(node))
        self._resolving = before
        if not value.present or value.maybe_absent:
            return None
        if value.low == -INFINITY and value.high == INFINITY:
            return None
        return Quantity(value.low, value.high, causes=self._because(name, value))

    def _because(self, name: str, value: Quantity) -> Causes:
        return NOTHING if value.exact else Causes(frozenset({name}))

    def _usual(self, fact: Fact) -> tuple[Value, str] | None:
        usual = fact.usual
        if usual is not None and usual.applies_to(self.incentive):
            if usual.equal_to == DAY:
                return Quantity.of(self.asked.toordinal()), usual.because
            if usual.equal_to is not None:
                other = self.fact(usual.equal_to)[0]
                return None if self._wholly_open(usual.equal_to, other) else (other, usual.because)
            assert usual.value is not None
            return self._value(fact, usual.value), usual.because
        for group in self.vocabulary.one_unit:
            if fact.name in group.facts and self.incentive in group.only_for:
                others = (self._stated(name) for name in group.facts if name != fact.name)
                if any(other not in (None, UNKNOWN, ABSENT) for other in others):
                    return ABSENT_QUANTITY, group.because
        return None

    def _value(self, fact: Fact, stated: Stated) -> Value:
        causes = Causes(frozenset({fact.name}))
        if fact.kind is Kind.CHOICE:
            if isinstance(stated, OneOf):
                return Choice(stated.values, causes=causes)
            return Choice(frozenset({stated}))  # type: ignore[arg-type]  # checked at the boundary
        if stated is ABSENT:
            return Quantity.of(0) if fact.absent == 0 else ABSENT_QUANTITY
        if isinstance(stated, Between):
            low, high = self._bounds(fact)
            return Quantity(
                low if stated.low is None else number(stated.low),
                high if stated.high is None else number(stated.high),
                causes=causes,
            )
        return Quantity.of(number(stated))  # type: ignore[arg-type]  # checked at the boundary

    def _bounds(self, fact: Fact) -> tuple[Decimal, Decimal]:
        low = -INFINITY if fact.low is None else fact.low
        return low, INFINITY if fact.high is None else fact.high

    def _unknown(self, fact: Fact) -> Value:
        norms = frozenset({Norm(fact.label, "", fact.judged_by)} if fact.judged_by else ())
        causes = Causes(frozenset({fact.name}), norms=norms)
        if fact.kind is Kind.CHOICE:
            if fact.domain is None:
                words: frozenset[Word] = frozenset({ABSENT} if fact.absent is ABSENT else ())
                return Choice(words, other=True, causes=causes)
            return Choice(fact.domain, causes=causes)
        low, high = self._bounds(fact)
        bound = self.vocabulary.at_least.get(fact.name)
        if bound is not None and fact.name not in self._resolving:
            before = self._resolving
            self._resolving = (*before, fact.name)
            other = self.quantity(self.fold(bound))
            self._resolving = before
            if other.present and not other.maybe_absent:
                low = min(max(low, other.low), high)
        return Quantity(low, high, maybe_absent=fact.absent is ABSENT, causes=causes)

    # Truth -----------------------------------------------------------------------------------

    def truth(self, node: Node) -> Verdict:
        """Is it so? With what leaves it open."""
        match node:
            case AllOf(terms):
                return self._kleene(AND, YES, terms)
            case AnyOf(terms):
                return self._kleene(OR, NO, terms)
            case Not(term):
                verdict = self.truth(term)
                return Verdict(NOT[verdict.truth], verdict.causes)
            case Compare(operator, left, right):
                return self._compare(operator, self.quantity(left), self.quantity(right))
            case Member(term, words):
                return self._member(self.choice(term), words)
            case Present(term):
                return self._present(term)
            case If(condition, then, otherwise):
                return self._branch_truth(self.truth(condition), then, otherwise)
            case UnknownInLaw():
                return Verdict(OPEN, self._law(node))
            case OpenNorm(text, law, decides):
                return Verdict(OPEN, Causes(norms=frozenset({Norm(text, law, decides)})))
            case _:
                raise TypeError(f"{type(node).__name__} is no truth")

    def _kleene(
        self, table: Mapping[tuple[Truth, Truth], Truth], start: Truth, terms: tuple[Node, ...]
    ) -> Verdict:
        verdicts = [self.truth(term) for term in terms]
        truth = reduce(lambda left, right: table[left, right], (v.truth for v in verdicts), start)
        if truth is not OPEN:
            return Verdict(truth)
        return Verdict(OPEN, all_causes(v.causes for v in verdicts if v.truth is OPEN))

    def _compare(self, operator: str, left: Quantity, right: Quantity) -> Verdict:
        if not left.present or not right.present:
            return Verdict(NO)
        left, right = (
            replace(one, low=snapped(one.low), high=snapped(one.high)) for one in (left, right)
        )
        match operator:
            case "<":
                always, never = left.high < right.low, left.low >= right.high
            case "<=":
                always, never = left.high <= right.low, left.low > right.high
            case ">":
                always, never = left.low > right.high, left.high <= right.low
            case ">=":
                always, never = left.low >= right.high, left.high < right.low
            case _:
                always = left.low == left.high == right.low == right.high
                never = left.high < right.low or right.high < left.low
        if never:
            return Verdict(NO)
        if always and not left.maybe_absent and not right.maybe_absent:
            return Verdict(YES)
        for side, other in ((left, right), (right, left)):
            if _anything_by_law(side) and not other.maybe_absent:
                return Verdict(OPEN, side.causes)  # no value of the other side decides it
        return Verdict(OPEN, left.causes | right.causes)

    def _member(self, choice: Choice, words: frozenset[Word]) -> Verdict:
        if not choice.other and choice.values <= words:
            return Verdict(YES)
        possible = words - {ABSENT} if choice.other else frozenset()  # another word is a word
        if not choice.values & words and not possible:
            return Verdict(NO)
        return Verdict(OPEN, choice.causes)

    def _present(self, term: Node) -> Verdict:
        if kind_of(term) is Kind.CHOICE:
            choice = self.choice(term)
            if ABSENT not in choice.values:
                return Verdict(YES)
            if choice.exact:
                return Verdict(NO)
            return Verdict(OPEN, choice.causes)
        quantity = self.quantity(term)
        if not quantity.present:
            return Verdict(NO)
        if not quantity.maybe_absent:
            return Verdict(YES)
        return Verdict(OPEN, quantity.causes)

    def _branch_truth(self, condition: Verdict, then: Node, otherwise: Node) -> Verdict:
        if condition.truth is YES:
            return self.truth(then)
        if condition.truth is NO:
            return self.truth(otherwise)
        first, second = self.truth(then), self.truth(otherwise)
        if first.truth is second.truth and first.truth is not OPEN:
            return first
        return Verdict(OPEN, condition.causes | first.causes | second.causes)

    def _law(self, node: UnknownInLaw) -> Causes:
        return Causes(law=frozenset({LawDoubt(node.reason, node.source)}))

    # Words -----------------------------------------------------------------------------------

    def choice(self, node: Node) -> Choice:
        """Which words may it be?"""
        match node:
            case FactRef(name):
                value = self.fact(name)[0]
                assert isinstance(value, Choice)
                return value
            case Choose(value):
                return Choice(frozenset({value}))
            case Nothing():
                return Choice(frozenset({ABSENT}))
            case UnknownInLaw():
                return Choice(frozenset(node.words), other=not node.words, causes=self._law(node))
            case If(condition, then, otherwise):
                verdict = self.truth(condition)
                if verdict.truth is YES:
                    return self.choice(then)
                if verdict.truth is NO:
                    return self.choice(otherwise)
                return self._either(verdict, self.choice(then), self.choice(otherwise))
            case _:
                raise TypeError(f"{type(node).__name__} is no word")

    def _either(self, condition: Verdict, first: Choice, second: Choice) -> Choice:
        both = Choice(first.values | second.values, first.other or second.other)
        if both.exact:
            return both
        causes = condition.causes | first.causes | second.causes
        return Choice(both.values, both.other, causes)

    # Numbers and days ------------------------------------------------------------------------

    def quantity(self, node: Node) -> Quantity:
        """Between which bounds does it lie, and may it be absent?"""
        match node:
            case FactRef(name):
                value = self.fact(name)[0]
                assert isinstance(value, Quantity)
                return value
            case Number(value):
                return Quantity.of(value)
            case Day(day):
                return Quantity.of(day.toordinal())
            case Nothing():
                return ABSENT_QUANTITY
            case UnknownInLaw():
                low = -INFINITY if node.low is None else node.low
                high = INFINITY if node.high is None else node.high
                return Quantity(low, high, causes=self._law(node))
            case Arithmetic(operator, left, right):
                return arithmetic(operator, self.quantity(left), self.quantity(right))
            case Least(terms):
                return least_of([self.quantity(term) for term in terms])
            case Greatest(terms):
                return greatest_of([self.quantity(term) for term in terms])
            case Rounded(term, step, mode):
                value = self.quantity(term)
                low, high = (rounded(bound, step, mode) for bound in (value.low, value.high))
                return settled(value, low, high)
            case OrElse(term, default):
                value = self.quantity(term)
                if not value.maybe_absent:
                    return value
                other = self.quantity(default)
                return (
                    other
                    if not value.present
                    else hull([certainly_present(value), other], value.causes)
                )
            case Elapsed(unit, start, end):
                return elapsed_between(unit, self.quantity(start), self.quantity(end))
            case Shift(term, months, days):
                return moved_by(self.quantity(term), self.quantity(months), self.quantity(days))
            case CalendarDay(edge, term):
                value = self.quantity(term)
                low, high = (edge_of_year(edge, bound) for bound in (value.low, value.high))
                return settled(value, low, high)
            case If(condition, then, otherwise):
                verdict = self.truth(condition)
                if verdict.truth is YES:
                    return self.quantity(then)
                if verdict.truth is NO:
                    return self.quantity(otherwise)
                return hull([self.quantity(then), self.quantity(otherwise)], verdict.causes)
            case Lookup():
                return self._lookup(node)
            case _:
                raise TypeError(f"{type(node).__name__} is no number or day")

    def _lookup(self, node: Lookup) -> Quantity:
        key = self.choice(node.key)
        rows = dict(node.rows)
        wanted: list[Node] = []
        for word in key.values:
            if word is ABSENT:
                wanted.append(Nothing(node.kind))
            elif word in rows:
                wanted.append(rows[word])
            elif node.otherwise is not None:
                wanted.append(node.otherwise)
        if key.other:
            wanted += rows.values()
            if node.otherwise is not None:
                wanted.append(node.otherwise)
        return hull([self.quantity(one) for one in dict.fromkeys(wanted)], key.causes)


def _anything_by_law(value: Quantity) -> bool:
    """Is it open to both sides, and by the law alone?"""
    unbounded = value.low == -INFINITY and value.high == INFINITY
    return unbounded and bool(value.causes.law) and not value.causes.facts


# Dated statements ---------------------------------------------------------------------------


def current(fact: Fact, stated: Dated, day: date) -> Stated | None:
    """A dated statement as it counts on a day: as it is, grown, or no longer known (None)."""
    if stated.value is UNKNOWN:
        return UNKNOWN
    if isinstance(stated.value, (OneOf, Between, Dated)) or stated.value is ABSENT:
        return None if stated.on != day else stated.value
    if fact.grows is not None:
        low = number(stated.value)  # type: ignore[arg-type]  # a number by declaration
        if day < stated.on:
            return Between(None, low)
        gain = (
            elapsed("full_months", stated.on, day)
            if fact.grows == "months"
            else ((day - stated.on).days)
        )
        return stated.value if gain == 0 else Between(low, low + gain)
    if fact.period is not None and not same_period(fact.period, stated.on, day):
        return None
    return stated.value


def same_period(period: str, one: date, other: date) -> bool:
    """Do two days lie in the same year, school year or month?"""
    if period == "month":
        return (one.year, one.month) == (other.year, other.month)
    edge = "school_year_start" if period == "school_year" else "year_start"
    return calendar_edge(edge, one) == calendar_edge(edge, other)
