"""What the checks share: what they yield, and what they look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from koers.engine.facts import Fact
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.language import (
    ChoiceExpression,
    DayExpression,
    Expression,
    NumberExpression,
    TruthExpression,
)
from koers.engine.nodes import (
    Choose,
    FactRef,
    If,
    Kind,
    Node,
    ParameterRef,
    UnknownInLaw,
    Word,
    walk,
)
from koers.engine.values import ABSENT, Between, Dated, OneOf, Special, Stated

Keys = str | tuple[str | int, ...]
Found = Iterator[tuple[Keys, str, str]]
"""What a check yields: the key (or the way to it in a YAML file), what is wrong, what to do."""

RULE, PARAMETERS, TEXTS, CASES = "rule.py", "parameters.yaml", "texts.nl.yaml", "cases.yaml"

FAR_DAY = date(2100, 1, 1)
"""A day after every line of the law: what is open-ended must still have a value there."""
NUMBERS = frozenset((0, 1, 2, 12, 100))
"""Numbers that may stand in Python: none, one (later or earlier), both, a year, a percentage."""
NAME = re.compile(r"^[a-z][a-z0-9_]*$")
EXPRESSIONS: dict[Kind, type[Expression]] = {
    Kind.TRUTH: TruthExpression,
    Kind.NUMBER: NumberExpression,
    Kind.DAY: DayExpression,
    Kind.CHOICE: ChoiceExpression,
}


def one_of(words: Iterable[object]) -> str:
    return f"Choose from: {', '.join(sorted(map(str, words))) or 'none yet'}."


def named(incentive: Incentive) -> list[tuple[str, object]]:
    """What the author wrote, by name: conditions, amounts, last days of steps."""
    conditions = [(one.name, one.expression) for one in incentive.conditions]
    amounts = [(name, one.expression) for name, one in incentive.outputs.items()]
    steps = [(one.name, one.by) for one in incentive.steps if one.by is not None]
    return [*conditions, *amounts, *steps]


def parts(incentive: Incentive) -> list[tuple[str, Node]]:
    """The same as nodes; what is no expression at all is left out."""
    return [(name, one.node) for name, one in named(incentive) if isinstance(one, Expression)]


def nodes(incentive: Incentive) -> list[tuple[str, Node]]:
    """Every node under the named expressions."""
    return [(name, node) for name, part in parts(incentive) for node in walk(part)]


def siblings(incentive: Incentive, rulebook: Rulebook) -> list[Incentive]:
    """The incentives that share a folder."""
    owner = incentive.parameters.owner
    return [one for one in rulebook.incentives if one.parameters.owner == owner]


def fits(fact: Fact, value: Stated) -> bool:
    """Can the fact have this value, whole or in part?"""
    match value:
        case Dated(inner, _):
            return fits(fact, inner)
        case OneOf(values):
            return all(fits(fact, one) for one in values)
        case Between(low, high):
            ends = [end for end in (low, high) if end is not None]
            return fact.kind is not Kind.CHOICE and all(fits(fact, end) for end in ends)
        case Special():
            return value is ABSENT and fact.absent is not None
        case bool():
            return fact.yes_no
        case str() if fact.pattern is not None:
            return re.match(fact.pattern, value) is not None
        case str():
            return value in (fact.words or ())
        case date():
            return fact.kind is Kind.DAY
    low, high, number = fact.low, fact.high, Decimal(str(value))
    inside = (low is None or low <= number) and (high is None or number <= high)
    return fact.kind is Kind.NUMBER and inside


def values_of(fact: Fact) -> str:
    """What a fact can be, for a todo."""
    if fact.kind is Kind.CHOICE:
        return f"It looks like {fact.pattern}." if fact.domain is None else one_of(fact.domain)
    ends = [("from", fact.low), ("to", fact.high)]
    limits = "".join(f" {word} {end}" for word, end in ends if end is not None)
    return f"Give a {fact.kind.value}{limits}."


def possible(node: Node, rulebook: Rulebook) -> set[Word]:
    """The words a choice may be, as far as they are listed."""
    match node:
        case Choose(value):
            return {value}
        case UnknownInLaw(words=words):
            return set(words)
        case If(_, then, otherwise):
            return possible(then, rulebook) | possible(otherwise, rulebook)
        case FactRef(name) if name in rulebook.vocabulary.facts:
            return set(rulebook.vocabulary.facts[name].domain or ())
        case ParameterRef(owner, name) if (owner, name) in rulebook.parameters:
            lines = rulebook.parameters[owner, name].values
            return {line.node.value for line in lines if isinstance(line.node, Choose)}
    return set()
