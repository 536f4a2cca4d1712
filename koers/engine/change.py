"""The nearest change: what would open a right that is closed.

The smallest set of facts that the person, or the employer, could change; and the first later
day on which the same facts open the right, because the law changes or time has passed. Every
answer is checked by `assess`. Only facts that are declared `within_reach` are changed: nobody
is told to grow older, to move, or to have another diploma.

The search follows from the shape of a rule. All conditions must hold, so every set that opens
the right changes a fact that the first failing condition looks at, itself or through what
follows from what: change it, and look again. And a rule tells two values of a fact apart only
by its comparisons, so only the values at which a comparison turns need to be tried.

One story in three parts (the result, the search, the sentence): longer than most modules.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import partial
from math import inf
from typing import Final

from koers.engine import words
from koers.engine.assess import assess, described
from koers.engine.assessment import Answer, Assessment, FactSeen, Origin
from koers.engine.calendar import shifted
from koers.engine.evaluate import Evaluation, Facts, Value
from koers.engine.facts import DAY, Fact
from koers.engine.incentive import Rulebook
from koers.engine.intervals import day_of, number
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
from koers.engine.values import ABSENT, UNKNOWN, Between, Choice, Quantity, Special, Truth

OPENS: Final = (Answer.ENTITLED, Answer.ENTITLED_IF_TRAINING_QUALIFIES)
MOST_FACTS: Final = 3
MOST_OTHERS: Final = 2
MOST_WORDS: Final = 8
MOST_MISSING: Final = 3
BUDGET: Final = 3_000
"""Evaluations that one search may spend; an assessment counts once for each condition."""
NOTHING_WITHIN_REACH: Final = (
    "We vonden niets dat je zelf kan veranderen om hier recht op te krijgen."
)

NewValue = str | bool | int | Decimal | date | Special
State = Mapping[str, NewValue]
"""Facts that are changed, with their new values."""

_ONE: Final = Decimal(1)
_FILLED_IN: Final = {Origin.STATED: Decimal(0), Origin.ASSUMED: Decimal("0.25")}


@dataclass(frozen=True)
class FactChange:
    """One fact with another value: `to` is the nearest to the present that opens the right.

    Values from `low` to `high` open it too (None is an open end), as far as was tried: at both
    ends and in the middle. `also` are the other words that open it.
    """

    fact: str
    now: FactSeen
    to: NewValue
    low: Decimal | date | None = None
    high: Decimal | date | None = None
    also: tuple[NewValue, ...] = ()


@dataclass(frozen=True)
class NearestChange:
    """What would open a right: `facts` to change together, and the day that opens it by itself.

    `answer` is what the changed facts give, and `answer_then` what that day gives. They are UNKNOWN
    only where nothing makes the right certain: then every certain no is gone, but something else
    was never answered (`missing`, `missing_then`) or is left open by the law. `others` are other
    sets, as small as `facts`. On the day `opens_on` the facts are the same, but for the fact that
    holds the day the law looks at; `by_law` says that the law changes then.
    """

    incentive: str
    facts: tuple[FactChange, ...] = ()
    answer: Answer | None = None
    missing: tuple[str, ...] = ()
    others: tuple[tuple[FactChange, ...], ...] = ()
    opens_on: date | None = None
    answer_then: Answer | None = None
    missing_then: tuple[str, ...] = ()
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
    later = _later(rulebook, now, facts, search.days())
    sets = search.sets()
    if not sets:
        return later
    return replace(
        later or NearestChange(incentive),
        facts=sets[0].changes,
        answer=sets[0].answer,
        missing=sets[0].missing,
        others=tuple(other.changes for other in sets[1:]),
    )


def changed(facts: Facts, changes: Iterable[FactChange]) -> Facts:
    """The same facts with some of them changed."""
    return {**facts, **{change.fact: change.to for change in changes}}


def _later(
    rulebook: Rulebook, now: Assessment, facts: Facts, days: set[date]
) -> NearestChange | None:
    """The first later day on which the same facts open the right; else, on which they may."""
    by_law = set(rulebook.changes(now.incentive))
    holds = rulebook[now.incentive].reference_fact
    if holds is not None and rulebook.vocabulary.facts[holds].kind is not Kind.DAY:
        holds = None  # a school year that was told does not move along
    maybe = None
    for day in sorted(by_law | days):
        if day <= max(now.asked, now.day):
            continue
        then = facts if holds is None or holds not in facts else {**facts, holds: day}
        found = assess(rulebook, now.incentive, then, on=day, strict=now.strict)
        change = NearestChange(
            now.incentive,
            opens_on=day,
            answer_then=found.answer,
            missing_then=found.missing,
            by_law=day in by_law,
        )
        if found.answer in OPENS:
            return change
        if found.answer is Answer.UNKNOWN and found.missing and maybe is None:
            maybe = change
    return maybe


# The search ----------------------------------------------------------------------------------

Key = frozenset[tuple[str, NewValue]]


@dataclass(frozen=True)
class _Set:
    """A set of changes, with the answer they give."""

    state: State
    answer: Answer
    missing: tuple[str, ...]
    cost: Decimal
    changes: tuple[FactChange, ...] = ()


class _OutOfBudget(Exception):
    """The search has tried enough."""


class _Search:
    """Looks for the smallest sets of changes that open one right."""

    def __init__(self, rulebook: Rulebook, now: Assessment, facts: Facts) -> None:
        self.rulebook = rulebook
        self.vocabulary = rulebook.vocabulary
        self.now = now
        self.facts = facts
        resolved = rulebook.at(now.incentive, now.day, now.asked)
        self.conditions: tuple[Node, ...] = tuple(node for _, node in resolved.conditions)
        self.present = self._evaluation({})
        self.looks_at = tuple(self._depends_on(node) for node in self.conditions)
        self.order = tuple(dict.fromkeys(name for names in self.looks_at for name in names))
        self.leaves = self._comparisons()
        self.changeable = frozenset(name for name in self.order if self._can_change(name))
        self.left: float = BUDGET
        self.verdicts: dict[tuple[int, Key], Truth] = {}
        self.turns: dict[tuple[Node, str, int, Key], list[Decimal]] = {}
        self.tried: set[Key] = set()
        self.certain: dict[frozenset[str], _Set] = {}
        self.maybe: dict[frozenset[str], _Set] = {}

    def sets(self) -> list[_Set]:
        """The smallest sets that open the right, nearest first; else those that may open it."""
        try:
            for size in range(1, MOST_FACTS + 1):
                self.tried.clear()
                self._grow({}, size)
                if self.certain or any(len(names) < size for names in self.maybe):
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

    def _failing(self, state: State) -> list[int]:
        """The conditions that fail; each is evaluated once for the changes that it looks at."""
        for position, names in enumerate(self.looks_at):
            key = (position, _only(state, names))
            if key not in self.verdicts:
                self._spend(1)
                verdict = self._evaluation(state).truth(self.conditions[position])
                self.verdicts[key] = verdict.truth
        return [
            position
            for position, names in enumerate(self.looks_at)
            if self.verdicts[position, _only(state, names)] is Truth.NO
        ]

    def _assessed(self, state: State) -> Assessment:
        self._spend(len(self.conditions))
        facts, strict = {**self.facts, **state}, self.now.strict
        return assess(self.rulebook, self.now.incentive, facts, on=self.now.asked, strict=strict)

    def _gives(self, answer: Answer, state: State) -> bool:
        """Is the answer for some changes as good as this one, or better?"""
        return not self._failing(state) and self._assessed(state).answer in (answer, *OPENS)

    # What a rule depends on --------------------------------------------------------------------

    def _depends_on(self, node: Node) -> tuple[str, ...]:
        """The facts that a node looks at, itself or through what follows from what."""
        vocabulary = self.vocabulary
        names = list(dict.fromkeys(facts_in(node)))
        for name in names:  # grows while it is read
            more = [fact for one in vocabulary.implications.get(name, ()) for fact in one.facts]
            for nodes in (vocabulary.derived, vocabulary.at_least):
                more += facts_in(nodes[name]) if name in nodes else ()
            usual = vocabulary.facts[name].usual
            if usual is not None and usual.equal_to is not None and usual.equal_to != DAY:
                more.append(usual.equal_to)
            names += [fact for fact in dict.fromkeys(more) if fact not in names]
        return tuple(names)

    def _comparisons(self) -> Mapping[Node, frozenset[str]]:
        """The comparisons in the conditions, and in what their facts follow from."""
        implications = self.vocabulary.implications
        follows = (one.when for name in self.order for one in implications.get(name, ()))
        nodes = [*self.conditions, *(self.present.fold(node) for node in follows)]
        return {
            item: frozenset(self._depends_on(item))
            for item in dict.fromkeys(item for node in nodes for item in walk(node))
            if isinstance(item, (Compare, Member, Present))
        }

    def _can_change(self, name: str) -> bool:
        fact = self.vocabulary.facts[name]
        holds_the_day = name == self.rulebook[self.now.incentive].reference_fact
        if not fact.within_reach or fact.explanation_only or holds_the_day:
            return False
        # What follows from a given day changes with time only. What is not known is no change
        # but an answer: it stays open, and is told as missing.
        if self.present.fact(name)[1] in (Origin.DERIVED, Origin.UNKNOWN):
            return False
        # What is measured in one unit is not given a second size in another.
        units = [one.facts for one in self.vocabulary.one_unit if name in one.facts]
        others = {other for facts in units for other in facts} - {name}
        return all(self.facts.get(other) in (None, UNKNOWN, ABSENT) for other in others)

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
                    self._change(name, state, room)

    def _change(self, name: str, state: State, room: int) -> None:
        if name in self.changeable and name not in state:
            for value in self._options(name, state):
                self._grow({**state, name: value}, room - 1)

    def _settle(self, state: State, room: int) -> None:
        """Nothing fails any more: does that open the right, or is something else not known?"""
        found = self._assessed(state)
        if found.answer is Answer.NOT_ENTITLED or not self._can_be(state, found):
            return
        self._keep(self.certain if found.answer in OPENS else self.maybe, state, found)
        if found.answer not in OPENS and room:
            for name in found.missing:
                self._change(name, state, room)

    def _keep(self, sets: dict[frozenset[str], _Set], state: State, found: Assessment) -> None:
        """Remember the nearest set for these facts, if all of them are needed."""
        for name in state:
            fewer = {other: value for other, value in state.items() if other != name}
            if self._gives(found.answer, fewer) and self._can_be(fewer, self._assessed(fewer)):
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
        # Yesterday does not come back: a day in the past will do only when today does as well.
        asked = self.now.asked
        moves = {name: asked for name, to in state.items() if isinstance(to, date) and to < asked}
        evaluation = self._evaluation(state)
        raised: dict[str, NewValue] = {}
        for name, node in self.vocabulary.at_least.items():
            value, origin, _ = evaluation.fact(name)
            least = evaluation.quantity(evaluation.fold(node))
            assert isinstance(value, Quantity)
            if origin is Origin.STATED and value.present and least.exact and value.high < least.low:
                raised[name] = least.low  # the whole grows with its part
        if raised.keys() & state.keys():
            return False
        return not (moves or raised) or self._gives(found.answer, {**state, **moves, **raised})

    def _cost(self, name: str, to: NewValue) -> Decimal:
        """How far a change is: a small step of a given number is near, filling in a gap is far."""
        now, origin, _ = self.present.fact(name)
        cost = _FILLED_IN.get(origin, _ONE)
        if isinstance(now, Choice):
            return cost + Decimal("0.9" if to is ABSENT else "0.5")
        if not _given(now):
            return cost + _ONE
        value = _ordinal(to)
        distance = max(now.low - value, value - now.high, Decimal(0))
        largest = Decimal(365) if isinstance(to, date) else max(abs(now.low), abs(value), _ONE)
        return cost + min(distance / largest, _ONE)

    # Values to try ---------------------------------------------------------------------------

    def _options(self, name: str, state: State) -> Iterable[NewValue]:
        """The values of a fact that the rule tells apart from the present one, nearest first."""
        fact = self.vocabulary.facts[name]
        now = self.present.fact(name)[0]
        if isinstance(now, Choice):
            return self._words(fact, now, state)
        return [_stated(fact, one) for one in self._numbers(fact, now, state)]

    def _words(self, fact: Fact, now: Choice, state: State) -> Iterable[NewValue]:
        """One word for each group of words that the rule does not tell apart."""
        leaves = [leaf for leaf, facts in self.leaves.items() if fact.name in facts]
        groups: dict[tuple[Truth, ...], NewValue] = {}
        for word in _other_words(fact, now):
            self._spend(1)
            evaluation = self._evaluation({**state, fact.name: word})
            groups.setdefault(tuple(evaluation.truth(leaf).truth for leaf in leaves), word)
        return groups.values()

    def _numbers(self, fact: Fact, now: Quantity, state: State) -> Iterable[Decimal]:
        """The nearest value above and below the present at which each comparison turns."""
        low, high = (now.low, now.high) if _given(now) else (self._start(fact),) * 2
        found = {} if now.exact else {low: None, high: None}
        for leaf, facts in self.leaves.items():
            if isinstance(leaf, Compare) and fact.name in facts:
                for sign, edge in ((1, high), (-1, low)):
                    key = (leaf, fact.name, sign, _only(state, facts))
                    if key not in self.turns:
                        self.turns[key] = list(self._turns(leaf, fact, edge, sign, state))
                    found |= dict.fromkeys(self.turns[key])
        return sorted(found, key=lambda one: max(low - one, one - high))

    def _start(self, fact: Fact) -> Decimal:
        """Where the search begins for a number or day that is not known."""
        return number(self.now.asked) if fact.kind is Kind.DAY else fact.low or Decimal(0)

    def _turns(
        self, leaf: Compare, fact: Fact, edge: Decimal, sign: int, state: State
    ) -> Iterator[Decimal]:
        """The nearest values, in one direction from `edge`, at which a comparison turns."""

        def truth(value: Decimal) -> Truth:
            self._spend(1)
            return self._evaluation({**state, fact.name: _stated(fact, value)}).truth(leaf).truth

        def turned(before: Truth, value: Decimal) -> bool:
            return truth(value) is not before

        limits = self._limits(leaf, fact.name, state)
        last, before = edge, truth(edge)
        most = 2 if leaf.operator == "==" else 1  # an equality turns, and turns back
        probes = {one for one in _probes(fact, edge, limits) if sign * (one - edge) > 0}
        for probe in sorted(probes, key=lambda one: abs(one - edge)):
            if (after := truth(probe)) is not before:
                yield _first(last, probe, fact, limits, partial(turned, before))
                before, most = after, most - 1
                if most == 0:
                    return
            last = probe

    def _limits(self, leaf: Compare, name: str, state: State) -> set[Decimal]:
        """The values with which a comparison compares a fact."""
        limits = {node.value for node in walk(leaf) if isinstance(node, Number)}
        rows = [node.rows for node in walk(leaf) if isinstance(node, Lookup)]
        limits |= {row.value for one in rows for _, row in one if isinstance(row, Number)}
        for side in (leaf.left, leaf.right):
            if name not in self._depends_on(side):
                value = self._evaluation(state).quantity(side)
                limits |= {end for end in (value.low, value.high) if end.is_finite()}
        return limits

    def days(self) -> set[date]:
        """Days on which time alone turns a comparison of a failing condition."""
        nodes = [self.conditions[position] for position in self._failing({})]
        leaves = (item for node in nodes for item in walk(node) if isinstance(item, Compare))
        turning = (self._turning_days(leaf) for leaf in leaves)
        found = (day_of(one + more) for days in turning for one in days for more in (0, 1))
        return {day for day in found if day is not None}

    def _turning_days(self, leaf: Compare) -> Iterator[Decimal]:
        derived = self.vocabulary.derived
        nodes = [leaf, *(derived[name] for name in facts_in(leaf) if name in derived)]
        for node in (item for one in nodes for item in walk(one)):
            if isinstance(node, Elapsed):
                start = self.present.quantity(self.present.fold(node.start))
                begin = day_of(start.low) if start.exact else None
                months = 12 if node.unit == "full_years" else 1
                if begin is not None:
                    for limit in self._limits(leaf, "", {}):
                        yield number(shifted(begin, int(limit) * months))
        if kind_of(leaf.left) is Kind.DAY:
            sides = (self.present.quantity(side) for side in (leaf.left, leaf.right))
            yield from (side.low for side in sides if side.exact)

    # Describing ------------------------------------------------------------------------------

    def _described(self, found: _Set) -> _Set:
        """A set with, for each change, which other values would do as well."""
        names = sorted(found.state, key=self.order.index)
        return replace(found, changes=tuple(self._reach(name, found) for name in names))

    def _reach(self, name: str, found: _Set) -> FactChange:
        fact, to = self.vocabulary.facts[name], found.state[name]
        now, origin, because = self.present.fact(name)
        change = FactChange(name, FactSeen(name, described(now, fact.kind), origin, because), to)

        def does(value: NewValue) -> bool:
            return self._gives(found.answer, {**found.state, name: value})

        if isinstance(now, Choice):
            others = [] if to is ABSENT else _other_words(fact, now)
            also = (word for word in others if word is not ABSENT and word != to and does(word))
            return replace(change, also=tuple(also))
        if isinstance(to, date):
            low, high = self._span_of_days(now, to, does)
            return replace(change, low=low, high=high)
        least, most = _span(fact, now, _ordinal(to), does)
        return replace(change, low=least, high=most)

    def _span_of_days(
        self, now: Quantity, to: date, does: Callable[[NewValue], bool]
    ) -> tuple[date | None, date | None]:
        """From and until which day does a change of a day do? None is an open end."""
        if _given(now) and number(to) < now.low:
            return (None if does(self.now.asked) else to), to
        low = to if _given(now) else _last_day(to, -1, does)
        return low, _last_day(to, 1, does)


# Values --------------------------------------------------------------------------------------


def _only(state: State, names: Container[str]) -> Key:
    """The changes of some facts, as a key."""
    return frozenset(item for item in state.items() if item[0] in names)


def _given(now: Quantity) -> bool:
    """Is a number or day known, be it within bounds?"""
    return now.present and now.low.is_finite() and now.high.is_finite()


def _ordinal(value: NewValue) -> Decimal:
    """A number, or the ordinal of a day."""
    assert isinstance(value, (int, Decimal, date))  # numbers and days by declaration
    return number(value)


def _stated(fact: Fact, value: Decimal) -> NewValue:
    """A number as it is stated: a day, a whole number, or a decimal one."""
    if fact.kind is Kind.DAY:
        return date.fromordinal(int(value))
    return int(value) if value == int(value) else value


def _other_words(fact: Fact, now: Value) -> list[NewValue]:
    """The words that a fact can have and does not certainly have now; none for a code."""
    domain: list[NewValue] = [True, False] if fact.yes_no else [*(fact.words or ())]
    if domain and fact.absent is ABSENT:
        domain.append(ABSENT)
    assert isinstance(now, Choice)
    return [word for word in domain if now.other or now.values != {word}]


def _possible(fact: Fact, value: Decimal) -> bool:
    """Can a fact have this value?"""
    if fact.kind is Kind.DAY:
        return value == int(value) and day_of(value) is not None
    if fact.whole and value != int(value):
        return False
    return (fact.low is None or value >= fact.low) and (fact.high is None or value <= fact.high)


def _step(fact: Fact) -> Decimal:
    return _ONE if fact.whole or fact.kind is Kind.DAY else Decimal("0.01")


def _probes(fact: Fact, edge: Decimal, limits: Iterable[Decimal]) -> Iterator[Decimal]:
    """What a fact is compared with, and values near and far in case the rule computes with it."""
    probes = [limit + move for limit in limits for move in (-_step(fact), Decimal(0), _step(fact))]
    if fact.kind is Kind.DAY:
        probes += [edge + 365 * years for years in (-20, -10, -5, -2, -1, 1, 2, 5, 10, 20)]
    else:
        probes += [end for end in (fact.low, fact.high) if end is not None]
        probes += [edge / 2, edge * 2, Decimal(0), *(Decimal(10) ** power for power in range(6))]
    return (probe for probe in probes if _possible(fact, probe))


def _first(
    before: Decimal,
    after: Decimal,
    fact: Fact,
    limits: Container[Decimal],
    turned: Callable[[Decimal], bool],
) -> Decimal:
    """The value nearest to `before`, and at most `after`, that turns a comparison.

    A value of the law or one with a single decimal as it is, else the next whole number.
    """
    back = _step(fact) if after > before else -_step(fact)
    near, far = 0, int(((after - before) / back).to_integral_value(ROUND_CEILING))
    while far - near > 1:  # bisection: `near` steps back it has turned, `far` steps back not yet
        middle = (near + far) // 2
        if turned(after - middle * back):
            near = middle
        else:
            far = middle
    value = after - near * back
    if value in limits or value * 10 == int(value * 10):
        return value
    whole = value.to_integral_value(ROUND_CEILING if back > 0 else ROUND_FLOOR)
    return whole if _possible(fact, whole) and turned(whole) else value


def _last_day(day: date, sign: int, does: Callable[[NewValue], bool]) -> date | None:
    """How far a day can move in one direction and still do; None when that is ten years."""
    near, far = 0, 3653
    if does(day + timedelta(days=sign * far)):
        return None
    while far - near > 1:
        middle = (near + far) // 2
        near, far = (middle, far) if does(day + timedelta(days=sign * middle)) else (near, middle)
    return day + timedelta(days=sign * near)


def _span(
    fact: Fact, now: Quantity, to: Decimal, does: Callable[[NewValue], bool]
) -> tuple[Decimal | None, Decimal | None]:
    """From and until which number does a change do? None is an open end."""
    down = _given(now) and to < now.low
    if down:
        far = fact.low or Decimal(0)
    else:
        far = to * 10 + 10 if fact.high is None else fact.high
    middle = ((to + far) / 2).to_integral_value()
    if all(does(_stated(fact, one)) for one in (middle, far)):
        return (None, to) if down else (to, None)
    return to, to


# In words ------------------------------------------------------------------------------------


def as_sentence(rulebook: Rulebook, change: NearestChange | None) -> str:
    """What would open the right, in a few Dutch sentences."""
    if change is None:
        return NOTHING_WITHIN_REACH
    firm = rulebook[change.incentive].kind == "employer_right"
    who = "heeft de onderneming hier" if firm else "heb je hier"
    known = rulebook.vocabulary.facts
    return " ".join([*_about_facts(known, change, who), *_about_time(known, change, who)])


def _about_facts(known: Mapping[str, Fact], change: NearestChange, who: str) -> Iterator[str]:
    if change.facts:
        many = ("één verandering", "twee veranderingen samen", "drie veranderingen samen")
        yield f"Met {many[len(change.facts) - 1]} {who} {_sure(change.answer)} recht op."
        first = _together(known, change.facts)
        yield first[:1].upper() + first[1:]
        if len(change.facts) == 1:
            yield from (f"Of: {_together(known, other)}" for other in change.others)
        yield from _still_open(known, change.answer, change.missing)


def _about_time(known: Mapping[str, Fact], change: NearestChange, who: str) -> Iterator[str]:
    if change.opens_on is not None:
        day, sure = words.day(change.opens_on), _sure(change.answer_then)
        yield f"Vanaf {day} {who} {sure} recht op, als er verder niets verandert."
        yield "Dan is de regel anders." if change.by_law else "Dan is er genoeg tijd voorbij."
        yield from _still_open(known, change.answer_then, change.missing_then)


def _sure(answer: Answer | None) -> str:
    return "misschien" if answer is Answer.UNKNOWN else "wel"


def _still_open(
    known: Mapping[str, Fact], answer: Answer | None, missing: tuple[str, ...]
) -> Iterator[str]:
    if answer is Answer.ENTITLED_IF_TRAINING_QUALIFIES:
        yield "De opleiding moet dan ook meetellen."
    elif answer is Answer.UNKNOWN and 0 < len(missing) <= MOST_MISSING:
        yield f"We weten dan nog niet: {words.listed(known[name].label for name in missing)}."
    elif answer is Answer.UNKNOWN:
        yield "We weten dan nog niet alles." if missing else "De regel laat dan nog iets open."


def _together(known: Mapping[str, Fact], changes: Iterable[FactChange]) -> str:
    return " En: ".join(f"{_phrase(known[change.fact], change)}." for change in changes)


def _phrase(fact: Fact, change: FactChange) -> str:
    """One change: `contacturen: minstens 32 uur (nu 24 uur)`."""
    now = words.fact_seen(fact, change.now.value).replace(words.DOES_NOT_EXIST, "geen")
    if change.now.origin is Origin.ASSUMED:
        now = f"we gingen uit van {'iets anders' if ' / ' in change.now.value else now}"
    else:
        now = f"nu {now}"
    return f"{fact.label}: {_wanted(fact, change)} ({now})"


def _wanted(fact: Fact, change: FactChange) -> str:
    if change.low is not None or change.high is not None:
        return words.fact_value(fact, Between(change.low, change.high))
    known = [words.fact_value(fact, word) for word in (change.to, *change.also)]
    rest = known[MOST_WORDS - 1 :]
    if len(rest) > 1:
        known = [*known[: MOST_WORDS - 1], f"nog {len(rest)} andere mogelijkheden"]
    return words.listed(known, "of")
