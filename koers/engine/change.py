"""The nearest change: what would open a right that is closed.

The smallest set of facts that the person, or the employer, could change; and the first later
day on which the same facts open the right, because the law changes or time has passed. Every
answer is checked by `assess`. Only facts that are declared `within_reach` are changed: nobody
is told to grow older, to move, or to have another diploma.

The search follows from the shape of a rule. All conditions must hold, so every set that opens
the right changes a fact that the first failing condition looks at, itself or through what
follows from what: change it, and look again. And a rule tells two values of a fact apart only
by its comparisons, so only the values at which a comparison turns need to be tried.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import inf
from typing import Final

from koers.engine import words
from koers.engine.assess import assess, described
from koers.engine.assessment import Answer, Assessment, FactSeen, Origin
from koers.engine.calendar import shifted
from koers.engine.evaluate import Evaluation, Facts, Value
from koers.engine.facts import DAY, Fact
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.intervals import number
from koers.engine.nodes import (
    Compare,
    Elapsed,
    Kind,
    Lookup,
    Member,
    Node,
    Number,
    Present,
    facts_in,
    kind_of,
    walk,
)
from koers.engine.values import ABSENT, UNKNOWN, Between, Choice, Quantity, Scalar, Truth

OPENS: Final = (Answer.ENTITLED, Answer.ENTITLED_IF_TRAINING_QUALIFIES)
MOST_FACTS: Final = 3
MOST_OTHERS: Final = 2
BUDGET: Final = 4_000
"""Evaluations that one search may spend; an assessment counts once for each condition."""

NOTHING_WITHIN_REACH: Final = (
    "We vonden niets dat je zelf kan veranderen om hier recht op te krijgen."
)

_ONE: Final = Decimal(1)
_CENT: Final = Decimal("0.01")
_TEN_YEARS: Final = timedelta(days=3653)


@dataclass(frozen=True)
class FactChange:
    """One fact with another value: `to` is the nearest to the present that opens the right.

    Values from `low` to `high` open it too (None is an open end), as far as was tried: at both
    ends and in the middle. `also` are the other words that open it.
    """

    fact: str
    now: FactSeen
    to: Scalar
    low: Decimal | date | None = None
    high: Decimal | date | None = None
    also: tuple[Scalar, ...] = ()


@dataclass(frozen=True)
class NearestChange:
    """What would open a right: `facts` to change together, and the day that opens it by itself.

    `answer` is what the changed facts give. It is UNKNOWN only when no set within reach makes the
    right certain: then `facts` takes away every certain no, and `missing` is still not known.
    `others` are other sets, as small as `facts`. `opens_on` is a later day with the same facts,
    but for the fact that holds the day the law looks at; `by_law` says that the law changes then.
    """

    incentive: str
    facts: tuple[FactChange, ...] = ()
    answer: Answer | None = None
    missing: tuple[str, ...] = ()
    others: tuple[tuple[FactChange, ...], ...] = ()
    opens_on: date | None = None
    answer_then: Answer | None = None
    by_law: bool = False


def nearest_change(
    rulebook: Rulebook, incentive: str, facts: Facts, *, on: date, strict: bool = False
) -> NearestChange | None:
    """What would open a right that is closed on a day; None when nothing within reach would.

    None too for a right that is not closed.
    """
    now = assess(rulebook, incentive, facts, on=on, strict=strict)
    if now.answer is not Answer.NOT_ENTITLED or not now.answers:
        return None
    search = _Search(rulebook, now, facts)
    found = _later(rulebook, now, facts, search.days())
    sets = search.sets()
    if sets:
        first, *others = sets
        found = replace(
            found or NearestChange(incentive),
            facts=first.changes,
            answer=first.answer,
            missing=first.missing,
            others=tuple(other.changes for other in others),
        )
    return found


def changed(facts: Facts, changes: tuple[FactChange, ...]) -> Facts:
    """The same facts with some of them changed."""
    return {**facts, **{change.fact: change.to for change in changes}}


def _later(
    rulebook: Rulebook, now: Assessment, facts: Facts, days: set[date]
) -> NearestChange | None:
    """The first later day on which the same facts open the right."""
    by_law = set(rulebook.changes(now.incentive))
    holds = rulebook[now.incentive].reference_fact
    for day in sorted(by_law | days):
        if day > max(now.asked, now.day):
            then = {**facts, holds: day} if holds is not None and holds in facts else facts
            answer = assess(rulebook, now.incentive, then, on=day, strict=now.strict).answer
            if answer in OPENS:
                return NearestChange(
                    now.incentive, opens_on=day, answer_then=answer, by_law=day in by_law
                )
    return None


# The search ----------------------------------------------------------------------------------

State = Mapping[str, Scalar]
"""Facts that are changed, with their new values."""
Key = frozenset[tuple[str, Scalar]]


@dataclass(frozen=True)
class _Set:
    """A set of changes, with the answer they give."""

    state: State
    answer: Answer
    missing: tuple[str, ...]
    cost: Decimal
    changes: tuple[FactChange, ...] = ()


@dataclass(frozen=True)
class _Leaf:
    """A comparison in a rule, with the facts it depends on."""

    node: Node
    facts: frozenset[str]


class _OutOfBudget(Exception):
    """The search has tried enough."""


class _Search:
    """Looks for the smallest sets of changes that open one right."""

    def __init__(self, rulebook: Rulebook, now: Assessment, facts: Facts) -> None:
        self.rulebook = rulebook
        self.now = now
        self.facts = facts
        self.known: Mapping[str, Fact] = rulebook.vocabulary.facts
        self.rule: Incentive = rulebook[now.incentive]
        resolved = rulebook.at(now.incentive, now.day, now.asked)
        self.conditions: tuple[Node, ...] = tuple(node for _, node in resolved.conditions)
        self.present = self._evaluation({})
        self.looks_at = tuple(self._depends_on(node) for node in self.conditions)
        self.order = tuple(dict.fromkeys(name for names in self.looks_at for name in names))
        self.leaves = tuple(self._leaves(position) for position in range(len(self.conditions)))
        self.changeable = frozenset(name for name in self.order if self._can_change(name))
        self.left: float = BUDGET
        self.verdicts: dict[tuple[int, Key], Truth] = {}
        self.turns: dict[tuple[Node, str, int, Key], Decimal | None] = {}
        self.tried: set[Key] = set()
        self.certain: dict[frozenset[str], _Set] = {}
        self.maybe: dict[frozenset[str], _Set] = {}

    def sets(self) -> list[_Set]:
        """The smallest sets that open the right, nearest first; else those that may open it."""
        try:
            for size in range(1, MOST_FACTS + 1):
                self.tried.clear()
                self._grow({}, size)
                if self.certain:
                    break
        except _OutOfBudget:
            pass
        found = (self.certain or self.maybe).values()
        size = min((len(one.state) for one in found), default=0)
        nearest = sorted((one for one in found if len(one.state) == size), key=self._rank)
        self.left = inf
        return [self._described(one) for one in nearest[: 1 + MOST_OTHERS]]

    def _rank(self, found: _Set) -> tuple[Decimal, list[int]]:
        return found.cost, sorted(self.order.index(name) for name in found.state)

    # Evaluating ------------------------------------------------------------------------------

    def _evaluation(self, state: State) -> Evaluation:
        return Evaluation(
            self.rulebook,
            self.now.incentive,
            {**self.facts, **state},
            day=self.now.day,
            asked=self.now.asked,
            strict=self.now.strict,
        )

    def _spend(self, evaluations: int) -> None:
        self.left -= evaluations
        if self.left < 0:
            raise _OutOfBudget

    def _verdict(self, position: int, state: State) -> Truth:
        """The verdict of one condition, evaluated once for the changes that it looks at."""
        key = (position, _only(state, self.looks_at[position]))
        if key not in self.verdicts:
            self._spend(1)
            self.verdicts[key] = self._evaluation(state).truth(self.conditions[position]).truth
        return self.verdicts[key]

    def _failing(self, state: State) -> list[int]:
        positions = range(len(self.conditions))
        return [one for one in positions if self._verdict(one, state) is Truth.NO]

    def _assessed(self, state: State) -> Assessment:
        self._spend(len(self.conditions))
        facts = {**self.facts, **state}
        strict = self.now.strict
        return assess(self.rulebook, self.now.incentive, facts, on=self.now.asked, strict=strict)

    def _gives(self, answer: Answer, state: State) -> bool:
        return not self._failing(state) and self._assessed(state).answer is answer

    # What a rule depends on --------------------------------------------------------------------

    def _depends_on(self, node: Node) -> tuple[str, ...]:
        """The facts that a node looks at, itself or through what follows from what."""
        vocabulary = self.rulebook.vocabulary
        names = list(dict.fromkeys(facts_in(node)))
        for name in names:  # grows while it is read
            more = [fact for one in vocabulary.implications.get(name, ()) for fact in one.facts]
            for nodes in (vocabulary.derived, vocabulary.at_least):
                more += facts_in(nodes[name]) if name in nodes else ()
            usual = self.known[name].usual
            if usual is not None and usual.equal_to is not None and usual.equal_to != DAY:
                more.append(usual.equal_to)
            names += [fact for fact in dict.fromkeys(more) if fact not in names]
        return tuple(names)

    def _leaves(self, position: int) -> tuple[_Leaf, ...]:
        """The comparisons in a condition, and in what the facts it looks at follow from."""
        implications = self.rulebook.vocabulary.implications
        nodes = [self.conditions[position]] + [
            self.present.fold(one.when)
            for name in self.looks_at[position]
            for one in implications.get(name, ())
        ]
        found = (item for node in nodes for item in walk(node))
        return tuple(
            _Leaf(item, frozenset(self._depends_on(item)))
            for item in dict.fromkeys(found)
            if isinstance(item, (Compare, Member, Present))
        )

    def _can_change(self, name: str) -> bool:
        fact = self.known[name]
        if not fact.within_reach or fact.explanation_only or name == self.rule.reference_fact:
            return False
        if self.present.fact(name)[1] is Origin.DERIVED:
            return False  # it follows from a day that was given: only time changes it
        # What is measured in one unit is not given a second size in another.
        return not any(
            name in group.facts
            and any(
                self.facts.get(other) not in (None, UNKNOWN, ABSENT)
                for other in group.facts
                if other != name
            )
            for group in self.rulebook.vocabulary.one_unit
        )

    # Growing a set ---------------------------------------------------------------------------

    def _grow(self, state: State, room: int) -> None:
        """Add changes, at most `room`, until nothing fails any more."""
        if (key := _only(state, state)) in self.tried:
            return
        self.tried.add(key)
        failing = self._failing(state)
        if not failing:
            self._settle(state, room)
        elif room:
            for name in self.looks_at[failing[0]]:
                if room > 1 or all(name in self.looks_at[other] for other in failing):
                    self._change(name, failing[0], state, room)

    def _change(self, name: str, position: int, state: State, room: int) -> None:
        if name in self.changeable and name not in state:
            for value in self._options(name, position, state):
                self._grow({**state, name: value}, room - 1)

    def _settle(self, state: State, room: int) -> None:
        """Nothing fails any more: does that open the right, or is something else not known?"""
        if any(names < state.keys() for names in self.certain):
            return
        found = self._assessed(state)
        if found.answer is Answer.NOT_ENTITLED or not self._can_be(state, found):
            return
        self._keep(self.certain if found.answer in OPENS else self.maybe, state, found)
        if found.answer not in OPENS and room:
            for name in found.missing:
                for position, names in enumerate(self.looks_at):
                    if name in names:
                        self._change(name, position, state, room)

    def _keep(self, sets: dict[frozenset[str], _Set], state: State, found: Assessment) -> None:
        """Remember the nearest set for these facts, if all of them are needed."""
        for name in state:
            fewer = {other: value for other, value in state.items() if other != name}
            if not self._failing(fewer) and self._assessed(fewer).answer is found.answer:
                return
        cost = sum((self._cost(name, value) for name, value in state.items()), Decimal(0))
        names = frozenset(state)
        if names not in sets or cost < sets[names].cost:
            sets[names] = _Set(state, found.answer, found.missing, cost)

    def _can_be(self, state: State, found: Assessment) -> bool:
        """Do the changes fit the other facts, and can they still be made?"""
        before = {one.fact for one in self.now.contradictions}
        if any(one.fact not in before for one in found.contradictions):
            return False
        evaluation = self._evaluation(state)
        for name, node in self.rulebook.vocabulary.at_least.items():
            if state.keys().isdisjoint({name, *facts_in(node)}):
                continue
            value, origin, _ = evaluation.fact(name)
            least = evaluation.quantity(evaluation.fold(node))
            assert isinstance(value, Quantity)
            if origin is Origin.STATED and value.present and least.exact and value.high < least.low:
                return False
        # Yesterday does not come back: what must be done before today must do today as well.
        past = {
            name: self.now.asked
            for name, value in state.items()
            if isinstance(value, date) and value < self.now.asked
        }
        return not past or self._gives(found.answer, {**state, **past})

    def _cost(self, name: str, value: Scalar) -> Decimal:
        """How far a change is: a small step of a given number is near, filling in a gap is far."""
        now, origin, _ = self.present.fact(name)
        cost = {Origin.STATED: Decimal(0), Origin.ASSUMED: Decimal("0.25")}.get(origin, _ONE)
        if value is ABSENT:
            return cost + Decimal("0.9")
        if isinstance(now, Choice):
            return cost + Decimal("0.5")
        if not _given(now):
            return cost + _ONE
        to = number(value)
        distance = max(now.low - to, to - now.high, Decimal(0))
        largest = Decimal(365) if isinstance(value, date) else max(abs(now.low), abs(to), _ONE)
        return cost + min(distance / largest, _ONE)

    # Values to try ---------------------------------------------------------------------------

    def _options(self, name: str, position: int, state: State) -> list[Scalar]:
        """The values of a fact that the rule tells apart from the present one, nearest first."""
        fact = self.known[name]
        now = self.present.fact(name)[0]
        if isinstance(now, Choice):
            return self._words(fact, now, state)
        values = self._numbers(fact, now, position, state)
        options: list[Scalar] = [_as_stated(fact, one) for one in values if not _is(now, one)]
        return [*options, ABSENT] if fact.absent is ABSENT and now.present else options

    def _words(self, fact: Fact, now: Choice, state: State) -> list[Scalar]:
        """One word for each group of words that the rule does not tell apart."""
        leaves = dict.fromkeys(
            leaf.node for leaves in self.leaves for leaf in leaves if fact.name in leaf.facts
        )
        groups: dict[tuple[Truth, ...], Scalar] = {}
        for word in _domain(fact):
            if now.values != {word} or now.other:
                self._spend(1)
                evaluation = self._evaluation({**state, fact.name: word})
                groups.setdefault(tuple(evaluation.truth(leaf).truth for leaf in leaves), word)
        return list(groups.values())

    def _numbers(self, fact: Fact, now: Quantity, position: int, state: State) -> list[Decimal]:
        """The nearest value above and below the present at which each comparison turns."""
        low, high = (now.low, now.high) if _given(now) else (self._start(fact),) * 2
        found = [] if _given(now) and low == high else [low, high]
        for leaf in self.leaves[position]:
            if isinstance(leaf.node, Compare) and fact.name in leaf.facts:
                for sign, edge in ((1, high), (-1, low)):
                    key = (leaf.node, fact.name, sign, _only(state, leaf.facts))
                    if key not in self.turns:
                        self.turns[key] = self._turn(leaf.node, fact, edge, sign, state)
                    value = self.turns[key]
                    found += [] if value is None else [value]
        return sorted(dict.fromkeys(found), key=lambda one: max(low - one, one - high))

    def _start(self, fact: Fact) -> Decimal:
        """Where the search begins for a number or day that is not known."""
        if fact.kind is Kind.DAY:
            return number(self.now.asked)
        return fact.low or Decimal(0)

    def _turn(
        self, leaf: Compare, fact: Fact, edge: Decimal, sign: int, state: State
    ) -> Decimal | None:
        """The value nearest to `edge`, in one direction, at which a comparison turns."""

        def truth(value: Decimal) -> Truth:
            self._spend(1)
            changed_fact = {fact.name: _as_stated(fact, value)}
            return self._evaluation({**state, **changed_fact}).truth(leaf).truth

        before, last = truth(edge), edge
        probes = {one for one in self._probes(leaf, fact, edge, state) if _possible(fact, one)}
        ahead = (one for one in probes if sign * (one - edge) > 0)
        for probe in sorted(ahead, key=lambda one: abs(one - edge)):
            if truth(probe) is not before:
                limits = self._limits(leaf, fact.name, state)
                return _first(last, probe, fact, limits, lambda one: truth(one) is not before)
            last = probe
        return None

    def _probes(self, leaf: Compare, fact: Fact, edge: Decimal, state: State) -> Iterator[Decimal]:
        """What the comparison compares with, and values near and far in case it computes."""
        for limit in self._limits(leaf, fact.name, state):
            yield from (limit - _step(fact), limit, limit + _step(fact))
        if fact.kind is Kind.DAY:
            for years in (1, 2, 5, 10, 20):
                yield from (edge - 365 * years, edge + 365 * years)
        else:
            yield from (end for end in (fact.low, fact.high) if end is not None)
            yield from (edge / 2, edge * 2, Decimal(0))
            yield from (Decimal(10) ** power for power in range(6))

    def _limits(self, leaf: Compare, name: str, state: State) -> set[Decimal]:
        """The values of the law with which a comparison compares."""
        limits = {node.value for node in walk(leaf) if isinstance(node, Number)}
        rows = [node.rows for node in walk(leaf) if isinstance(node, Lookup)]
        limits |= {row.value for one in rows for _, row in one if isinstance(row, Number)}
        for side in (leaf.left, leaf.right):
            if name not in self._depends_on(side):
                value = self._evaluation(state).quantity(side)
                limits |= {end for end in (value.low, value.high) if end.is_finite()}
        return limits

    def days(self) -> set[date]:
        """Later days on which time alone turns a comparison of a failing condition."""
        found: set[Decimal] = set()
        for position in self._failing({}):
            for leaf in self.leaves[position]:
                if isinstance(leaf.node, Compare):
                    found.update(self._turning_days(leaf.node))
        later = {one + more for one in found for more in (0, 1)}
        asked = number(self.now.asked)
        return {date.fromordinal(int(one)) for one in later if asked < one <= date.max.toordinal()}

    def _turning_days(self, leaf: Compare) -> Iterator[Decimal]:
        derived = self.rulebook.vocabulary.derived
        limits = self._limits(leaf, "", {})
        nodes = [leaf, *(derived[name] for name in facts_in(leaf) if name in derived)]
        for node in (item for one in nodes for item in walk(one)):
            if isinstance(node, Elapsed):
                start = self.present.quantity(self.present.fold(node.start))
                factor = 12 if node.unit == "full_years" else 1
                if start.exact:
                    begin = date.fromordinal(int(start.low))
                    yield from (number(shifted(begin, int(n) * factor)) for n in limits)
        if kind_of(leaf.left) is Kind.DAY:
            sides = (self.present.quantity(side) for side in (leaf.left, leaf.right))
            yield from (side.low for side in sides if side.exact)

    # Describing ------------------------------------------------------------------------------

    def _described(self, found: _Set) -> _Set:
        """A set with, for each change, which other values would do as well."""
        names = sorted(found.state, key=self.order.index)
        return replace(found, changes=tuple(self._reach(name, found) for name in names))

    def _reach(self, name: str, found: _Set) -> FactChange:
        fact, to = self.known[name], found.state[name]
        now, origin, because = self.present.fact(name)
        seen = FactSeen(name, described(now, fact.kind), origin, because)

        def does(value: Scalar) -> bool:
            return self._gives(found.answer, {**found.state, name: value})

        if to is ABSENT:
            return FactChange(name, seen, to)
        if isinstance(now, Choice):
            also = (
                word for word in _domain(fact) if word not in (to, ABSENT) and not _is(now, word)
            )
            return FactChange(name, seen, to, also=tuple(word for word in also if does(word)))
        if isinstance(to, date):
            return FactChange(name, seen, to, *self._span_of_days(now, to, does))
        return FactChange(name, seen, to, *_span(fact, now, number(to), does))

    def _span_of_days(
        self, now: Quantity, to: date, does: Callable[[Scalar], bool]
    ) -> tuple[date | None, date | None]:
        """From and until which day does a change of a day do? None is an open end."""
        asked = self.now.asked
        if _given(now) and number(to) < now.low:
            return (None if to == asked or does(asked) else to), to
        last = max(to, asked)
        return to, (None if does(last + _TEN_YEARS) else last)


# Values --------------------------------------------------------------------------------------


def _only(state: State, names: Container[str]) -> Key:
    """The changes of some facts, as a key."""
    return frozenset(item for item in state.items() if item[0] in names)


def _given(now: Quantity) -> bool:
    """Is a number or day known, be it within bounds?"""
    return now.present and now.low.is_finite() and now.high.is_finite()


def _is(now: Value, value: Scalar | Decimal) -> bool:
    """Is a fact certainly this value already?"""
    if isinstance(now, Choice):
        return not now.other and now.values == {value}
    if value is ABSENT or not now.exact:
        return value is ABSENT and not now.present
    return now.low == number(value)  # type: ignore[arg-type]  # no word, by declaration


def _domain(fact: Fact) -> list[Scalar]:
    """The words a fact can have, in their order; none for a code."""
    domain: list[Scalar] = [True, False] if fact.yes_no else [*(fact.words or ())]
    return [*domain, ABSENT] if domain and fact.absent is ABSENT else domain


def _step(fact: Fact) -> Decimal:
    return _ONE if fact.whole or fact.kind is Kind.DAY else _CENT


def _possible(fact: Fact, value: Decimal) -> bool:
    """Can a fact have this value?"""
    if fact.kind is Kind.DAY:
        return value == int(value) and 1 <= value <= date.max.toordinal()
    if fact.whole and value != int(value):
        return False
    return (fact.low is None or value >= fact.low) and (fact.high is None or value <= fact.high)


def _as_stated(fact: Fact, value: Decimal) -> int | Decimal | date:
    """A number as it is stated: a day, a whole number, or a decimal one."""
    if fact.kind is Kind.DAY:
        return date.fromordinal(int(value))
    return int(value) if value == int(value) else value


def _first(
    before: Decimal,
    after: Decimal,
    fact: Fact,
    limits: Container[Decimal],
    turned: Callable[[Decimal], bool],
) -> Decimal:
    """The value nearest to `before`, and at most `after`, that turns a comparison.

    A value of the law as it is, else a whole number where one does it.
    """
    sign = 1 if after > before else -1
    whole = after.to_integral_value(ROUND_FLOOR if sign > 0 else ROUND_CEILING)
    if whole == after or (sign * (whole - before) > 0 and turned(whole)):
        return _halve(before, whole, _ONE, turned)
    value = _halve(before, after, _step(fact), turned)
    if value in limits:
        return value
    beyond = value.to_integral_value(ROUND_CEILING if sign > 0 else ROUND_FLOOR)
    return beyond if _possible(fact, beyond) and turned(beyond) else value


def _halve(
    before: Decimal, after: Decimal, step: Decimal, turned: Callable[[Decimal], bool]
) -> Decimal:
    """Bisection on multiples of `step` back from `after`, which is turned, to `before`."""
    back = step if after > before else -step
    near, far = 0, int(((after - before) / back).to_integral_value(ROUND_CEILING))
    while far - near > 1:
        middle = (near + far) // 2
        if turned(after - middle * back):
            near = middle
        else:
            far = middle
    return after - near * back


def _span(
    fact: Fact, now: Quantity, to: Decimal, does: Callable[[Scalar], bool]
) -> tuple[Decimal | None, Decimal | None]:
    """From and until which number does a change do? None is an open end."""
    down = _given(now) and to < now.low
    if down:
        far = fact.low or Decimal(0)
    else:
        far = to * 10 + 10 if fact.high is None else fact.high
    middle = ((to + far) / 2).to_integral_value()
    if all(does(_as_stated(fact, one)) for one in (middle, far)):
        return (None, to) if down else (to, None)
    return to, to


# In words ------------------------------------------------------------------------------------


def as_sentence(rulebook: Rulebook, change: NearestChange | None) -> str:
    """What would open the right, in a few Dutch sentences."""
    if change is None:
        return NOTHING_WITHIN_REACH
    firm = rulebook[change.incentive].kind == "employer_right"
    sentences = _about_facts(rulebook.vocabulary.facts, change, firm=firm)
    return " ".join([*sentences, *_about_time(change, firm=firm)])


def _about_facts(known: Mapping[str, Fact], change: NearestChange, *, firm: bool) -> Iterator[str]:
    if not change.facts:
        return
    certain = change.answer in OPENS
    who = "De onderneming heeft hier" if firm else "Je hebt hier"
    what = "dit anders is" if len(change.facts) == 1 else "dit samen anders is"
    yield f"{who} {'wel' if certain else 'misschien'} recht op als {what}: " + _together(
        known, change.facts, "; en "
    )
    if change.answer is Answer.ENTITLED_IF_TRAINING_QUALIFIES:
        yield "De opleiding moet dan ook meetellen."
    if not certain and change.missing:
        labels = words.listed(known[name].label for name in change.missing)
        yield f"We weten dan nog niet: {labels}."
    if not certain and not change.missing:
        yield "Dan laat de regel nog iets open."
    for position, other in enumerate(change.others):
        yield ("Of in de plaats: " if position == 0 else "Of: ") + _together(known, other, " en ")


def _together(known: Mapping[str, Fact], changes: tuple[FactChange, ...], joined: str) -> str:
    return f"{joined.join(_phrase(known[one.fact], one) for one in changes)}."


def _phrase(fact: Fact, change: FactChange) -> str:
    """One change: `contacturen: minstens 32 uur (nu 24 uur)`."""
    if change.now.origin is Origin.UNKNOWN:
        now = "nu nog niet geweten"
    elif change.now.origin is Origin.ASSUMED:
        now = f"we gingen uit van: {words.fact_seen(fact, change.now.value)}"
    else:
        now = f"nu {words.fact_seen(fact, change.now.value)}"
    return f"{fact.label}: {_wanted(fact, change)} ({now})"


def _wanted(fact: Fact, change: FactChange) -> str:
    if change.low is not None or change.high is not None:
        return words.fact_value(fact, Between(change.low, change.high))
    several = (words.fact_value(fact, word) for word in (change.to, *change.also))
    return words.listed(several, "of")


def _about_time(change: NearestChange, *, firm: bool) -> Iterator[str]:
    if change.opens_on is not None:
        who = "heeft de onderneming hier" if firm else "heb je hier"
        day = words.day(change.opens_on)
        yield f"Vanaf {day} {who} wel recht op, als er verder niets verandert."
        yield "Dan is de regel anders." if change.by_law else "Dan is er genoeg tijd voorbij."
        if change.answer_then is Answer.ENTITLED_IF_TRAINING_QUALIFIES:
            yield "De opleiding moet dan ook meetellen."
