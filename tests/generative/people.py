"""Random people: facts that are known, not asked, unknown, absent, known in part, or dated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from koers.engine.evaluate import Evaluation, Facts
from koers.engine.facts import Fact, Vocabulary
from koers.engine.incentive import Rulebook
from koers.engine.intervals import number
from koers.engine.nodes import Kind
from koers.engine.values import (
    ABSENT,
    UNKNOWN,
    YES,
    Between,
    Choice,
    Dated,
    OneOf,
    Quantity,
    Stated,
)
from tests.generative.choices import Choices
from tests.generative.nodes import DAYS
from tests.generative.vocabularies import exact_value, partial_value

Make = Callable[[Choices, Fact], Stated]
World = Mapping[str, Stated]
"""A whole value for every fact, in which nothing contradicts what follows from the rest."""

ATTEMPTS, ROUNDS = 4, 6


def person(
    choices: Choices,
    vocabulary: Vocabulary,
    *,
    exact: Make = exact_value,
    partial: Make = partial_value,
    dated: bool = True,
) -> dict[str, Stated]:
    """What is stated of one person; facts that were not asked are left out."""
    facts: dict[str, Stated] = {}
    for name, fact in vocabulary.facts.items():
        sort = choices.below(20)
        if sort < 7:
            continue
        if sort < 10:
            facts[name] = UNKNOWN
        elif sort < 14:
            facts[name] = partial(choices, fact)
        else:
            facts[name] = exact(choices, fact)
        if dated and choices.chance(4):
            facts[name] = Dated(facts[name], choices.pick(DAYS))
    return facts


def least(facts: Facts, fails: Callable[[Facts], bool]) -> Facts:
    """The same person with every fact left out that the failure does not need."""
    for name in list(facts):
        fewer = {other: value for other, value in facts.items() if other != name}
        if fails(fewer):
            facts = fewer
    return facts


# Worlds --------------------------------------------------------------------------------------


def world(
    choices: Choices, rules: Rulebook, incentive: str, on: date, *, exact: Make = exact_value
) -> World | None:
    """Everything about one person, without contradictions; None when that was not found."""
    for _ in range(ATTEMPTS):
        known = rules.vocabulary.facts
        facts = {name: exact(choices, fact) for name, fact in known.items()}
        settled = _settled(rules, incentive, facts, on)
        if settled is not None and _without_contradiction(rules, incentive, settled, on):
            return settled
    return None


def _settled(rules: Rulebook, incentive: str, facts: World, on: date) -> World | None:
    """The same facts, each mended until it fits the others."""
    for _ in range(ROUNDS):
        before, facts = facts, dict(facts)
        for name in facts:
            facts[name] = _mended(rules, incentive, facts, name, on)
        if facts == before:
            return facts
    return None


def evaluation_of(rules: Rulebook, incentive: str, facts: Facts, on: date) -> Evaluation:
    """The values of nodes for a person whose reference day, where it is a fact, is stated."""
    holder = rules[incentive].reference_fact
    held = facts.get(holder) if holder else None
    day = held if isinstance(held, date) else on
    return Evaluation(rules, incentive, facts, day=day, asked=on, strict=True)


def _mended(rules: Rulebook, incentive: str, facts: World, name: str, on: date) -> Stated:
    """The value of a fact, changed when the other facts say that it cannot be so."""
    others = {other: value for other, value in facts.items() if other != name}
    said = evaluation_of(rules, incentive, others, on).fact(name)[0]
    value, fact = facts[name], rules.vocabulary.facts[name]
    if isinstance(said, Choice):
        fits = said.other or value in said.values
        return value if fits else min(said.values, key=str)
    if value is ABSENT or not said.present:
        return ABSENT if not said.present else _least(said.low, said.high, fact, value)
    low_enough = said.low <= number(value) <= said.high  # type: ignore[arg-type]
    return value if low_enough else _least(said.low, said.high, fact, value)


def _least(low: Decimal, high: Decimal, fact: Fact, value: Stated) -> Stated:
    """A value between two ends; the old one when the calendar has no such day."""
    if value is ABSENT and fact.absent == 0 and low <= 0 <= high:
        return value
    end = next((one for one in (low, high) if one.is_finite()), Decimal(DAYS[0].toordinal()))
    if fact.kind is Kind.DAY:
        return date.fromordinal(int(end)) if 1 <= end <= date.max.toordinal() else value
    return int(end) if end == end.to_integral_value() else end


def _without_contradiction(rules: Rulebook, incentive: str, facts: World, on: date) -> bool:
    evaluation = evaluation_of(rules, incentive, facts, on)
    known = rules.vocabulary
    implied = all(
        contains(one.value, facts[name], known.facts[name])
        for name, several in known.implications.items()
        for one in several
        if evaluation.truth(evaluation.fold(one.when)).truth is YES
    )
    computed = all(
        _within(evaluation.quantity(evaluation.fold(node)), facts[name], open_end=open_end)
        for nodes, open_end in ((known.derived, False), (known.at_least, True))
        for name, node in nodes.items()
    )
    declared = all(_declared(known.facts[name], value) for name, value in facts.items())
    return implied and computed and declared


def _within(computed: Quantity, value: Stated, *, open_end: bool) -> bool:
    """Does a value fit what is computed for it: the value itself, or only its low end?"""
    if not computed.present or computed.maybe_absent or value is ABSENT:
        return computed.maybe_absent
    amount = number(value)  # type: ignore[arg-type]  # a number or day by declaration
    return computed.low <= amount and (open_end or amount <= computed.high)


def _declared(fact: Fact, value: Stated) -> bool:
    if value is ABSENT or fact.kind is not Kind.NUMBER:
        return value is not ABSENT or fact.absent is not None
    amount = number(value)  # type: ignore[arg-type]  # a number by declaration
    return (fact.low is None or fact.low <= amount) and (fact.high is None or amount <= fact.high)


def contains(partial: Stated, value: Stated, fact: Fact) -> bool:
    """Does what is known in part leave room for a value?"""
    if isinstance(partial, OneOf):
        return value in partial.values
    if fact.kind is Kind.CHOICE:
        return partial == value
    exact, known = (0 if one is ABSENT and fact.absent == 0 else one for one in (value, partial))
    if ABSENT in (exact, known):
        return exact is known
    ends = (known.low, known.high) if isinstance(known, Between) else (known, known)
    low, high = (None if end is None else number(end) for end in ends)  # type: ignore[arg-type]
    amount = number(exact)  # type: ignore[arg-type]
    return (low is None or low <= amount) and (high is None or amount <= high)


def view(
    choices: Choices,
    facts: World,
    vocabulary: Vocabulary,
    *,
    partial: Make = partial_value,
    always: str | None = None,
) -> dict[str, Stated]:
    """What somebody in this world might state: some facts whole, in part, unknown, not asked."""
    stated: dict[str, Stated] = {}
    for name, value in facts.items():
        sort = choices.below(10)
        if sort < 4 or name == always:
            stated[name] = value
        elif sort < 6:
            known = partial(choices, vocabulary.facts[name])
            stated[name] = known if contains(known, value, vocabulary.facts[name]) else UNKNOWN
        elif sort < 8:
            stated[name] = UNKNOWN
    return stated


def more_told(choices: Choices, stated: Facts, facts: World) -> dict[str, Stated]:
    """The same person after more answers, all of them true in this world."""
    return {**stated, **{name: value for name, value in facts.items() if choices.chance(50)}}
