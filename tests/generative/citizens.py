"""Random people for the real rulebook, with the values that its case files are about.

The cases stand around the boundaries of the law; a value from there, or a neighbour, is worth more
than one from anywhere.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import koers.rulebook
from koers.engine.cases import read_cases
from koers.engine.facts import Fact
from koers.engine.nodes import Kind, Member, walk
from koers.engine.statements import read_facts
from koers.engine.values import ABSENT, Between, OneOf, Special, Stated
from koers.rulebook import RULEBOOK
from tests.generative.choices import Choices

FOLDER = Path(koers.rulebook.__file__).parent
FIRST, LAST = date(2019, 1, 1), date(2031, 12, 31)
HOLDERS = frozenset(one.reference_fact for one in RULEBOOK.incentives if one.reference_fact)
"""Facts that hold the reference day: few values, as each has to be compiled."""


@cache
def known_values() -> dict[str, tuple[Stated, ...]]:
    """Every whole value of every fact in the case files."""
    found: dict[str, dict[Stated, None]] = {}
    for path in sorted(FOLDER.glob("*/cases.yaml")):
        for case in read_cases(path):
            for name, value in read_facts(case.facts, RULEBOOK.vocabulary).items():
                if isinstance(value, (str, bool, int, Decimal, date)):
                    found.setdefault(name, {})[value] = None
    return {name: tuple(values) for name, values in found.items()}


@cache
def codes() -> dict[str, tuple[str, ...]]:
    """The codes that rules name, by fact."""
    found: dict[str, dict[str, None]] = {}
    for incentive in RULEBOOK.incentives:
        for condition in incentive.conditions:
            for node in walk(condition.node):
                if isinstance(node, Member):
                    name = getattr(node.term, "name", "")
                    words = sorted(str(word) for word in node.words)
                    found.setdefault(name, {}).update(dict.fromkeys(words))
    return {name: tuple(words) for name, words in found.items()}


@cache
def possible(name: str) -> tuple[Stated, ...]:
    """The values that a random person may have of a fact."""
    fact = RULEBOOK.vocabulary.facts[name]
    values: list[Stated] = [*known_values().get(name, ())]
    if fact.domain is not None:
        values += [word for word in sorted(fact.domain, key=str) if word is not ABSENT]
    elif fact.kind is Kind.CHOICE:
        values += [*codes().get(name, ()), "302.01"]
    elif name in HOLDERS and fact.kind is Kind.NUMBER:
        values = [2020, 2024, 2025]
    elif name in HOLDERS:
        values = [date(2021, 10, 15), date(2025, 8, 31), date(2026, 1, 15)]
    elif fact.kind is Kind.DAY:
        values += [date(1961, 2, 28), date(2019, 9, 1), date(2024, 2, 29), date(2025, 8, 31)]
    else:
        near = {one + step for one in values for step in (-1, 1)}  # type: ignore[operator]
        limits = {one for one in (fact.low, fact.high) if one is not None}
        values += [
            _whole(one) for one in sorted({*near, *limits, 0, 1, 12, 100}) if _fits(fact, one)
        ]
    return tuple(dict.fromkeys(values))


def _fits(fact: Fact, value: object) -> bool:
    low, high = fact.low, fact.high
    return (low is None or value >= low) and (high is None or value <= high)  # type: ignore[operator]


def _whole(value: object) -> Stated:
    number = Decimal(str(value))
    return int(number) if number == number.to_integral_value() else number


def exact(choices: Choices, fact: Fact) -> Stated:
    """A whole value."""
    if fact.absent is not None and choices.chance(20):
        return ABSENT if isinstance(fact.absent, Special) else 0
    return choices.pick(possible(fact.name))


def partial(choices: Choices, fact: Fact) -> Stated:
    """A set of words or an interval."""
    if fact.kind is Kind.CHOICE:
        words = [*possible(fact.name), *([ABSENT] if fact.absent is ABSENT else [])]
        return OneOf(frozenset(choices.some(words, 2, 3)))  # type: ignore[arg-type]
    low, high = sorted(choices.some(possible(fact.name), 2, 2))  # type: ignore[type-var]
    return Between(_end(low), _end(high))


def _end(value: object) -> date | Decimal:
    return value if isinstance(value, date) else Decimal(str(value))


def day(choices: Choices) -> date:
    """Any day of the years that are covered."""
    span = (LAST - FIRST).days + 1
    return FIRST + timedelta(days=(choices.below(256) * 256 + choices.below(256)) * span // 65536)
