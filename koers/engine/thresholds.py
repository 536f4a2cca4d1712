"""Where the answer to a condition may turn, as one fact moves and all others stay as they are.

Found by interval analysis, not by looking for constants: a comparison is evaluated with the fact
known to lie between two values. When it is decided there, nothing turns inside; when it is open,
the interval is cut in two. So thresholds come through tables, sums, products and rounding too.
A comparison may turn every year; then the turns nearest to the day asked are found, and no others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from heapq import heappop, heappush

from koers.engine.evaluate import Evaluation, Facts
from koers.engine.facts import Fact
from koers.engine.nodes import Compare, Kind, Node, facts_in, walk
from koers.engine.values import OPEN, Between, Stated, Truth

FARTHEST = {Kind.NUMBER: Decimal(10) ** 7, Kind.DAY: Decimal(date(2100, 1, 1).toordinal())}
"""How far is looked where a fact has no end of its own."""
FIRST_DAY = Decimal(date(1900, 1, 1).toordinal())
FINEST = Decimal("0.01")
MOST = 40
"""How many turns of one comparison are looked for: those nearest to the day asked, or to zero."""


def step_of(fact: Fact) -> Decimal:
    """The smallest difference between two values of a number or day."""
    return Decimal(1) if fact.whole or fact.kind is Kind.DAY else FINEST


def ends_of(fact: Fact, stated: Stated | None = None) -> tuple[Decimal, Decimal]:
    """Between which values is looked: the bounds of the fact, and what is known of it."""
    low = FIRST_DAY if fact.kind is Kind.DAY else -FARTHEST[Kind.NUMBER]
    high = FARTHEST[fact.kind]
    low = low if fact.low is None else fact.low
    high = high if fact.high is None else fact.high
    if isinstance(stated, Between):
        low = low if stated.low is None else max(low, _number(stated.low))
        high = high if stated.high is None else min(high, _number(stated.high))
    return low, high


def cuts(node: Node, fact: Fact, evaluation: Evaluation) -> set[Decimal]:
    """The values of a number or day from which on a comparison in `node` has another answer."""
    found: set[Decimal] = set()
    reads = _what_leads_to(fact.name, evaluation)
    for item in dict.fromkeys(walk(node)):
        if isinstance(item, Compare) and reads & set(facts_in(item)):
            found |= set(_turns(item, fact, evaluation))
    return found


def _what_leads_to(name: str, evaluation: Evaluation) -> set[str]:
    """The fact itself, and the facts that are computed from it."""
    derived = evaluation.vocabulary.derived
    return {name, *(other for other, node in derived.items() if name in facts_in(node))}


def _turns(item: Node, fact: Fact, evaluation: Evaluation) -> Iterator[Decimal]:
    low, high = ends_of(fact, evaluation.facts.get(fact.name))
    step = step_of(fact)
    near = Decimal(evaluation.asked.toordinal()) if fact.kind is Kind.DAY else Decimal(0)
    todo = [(Decimal(0), low, high)]
    found = 0
    while todo and found < MOST:
        _, low, high = heappop(todo)
        if low >= high or _truth(item, fact, evaluation, low, high) is not OPEN:
            continue
        left, right = (_truth(item, fact, evaluation, end, end) for end in (low, high))
        if left is right is OPEN:
            continue  # another fact leaves it open: this one alone decides nothing here
        if high - low <= step:
            if left is not right:
                found += 1
                yield high
            continue
        middle = low + ((high - low) / 2 / step).to_integral_value() * step
        for start, end in ((low, middle), (middle, high)):
            heappush(todo, (max(start - near, near - end, Decimal(0)), start, end))


def _truth(item: Node, fact: Fact, evaluation: Evaluation, low: Decimal, high: Decimal) -> Truth:
    value = as_stated(fact, low, high)
    facts: Facts = {**evaluation.facts, fact.name: value}
    return evaluation.with_facts(facts).truth(item).truth


def as_stated(fact: Fact, low: Decimal, high: Decimal) -> Stated:
    """An interval of a number or day, as somebody would state it."""
    if fact.kind is Kind.DAY:
        first, last = date.fromordinal(int(low)), date.fromordinal(int(high))
        return first if first == last else Between(first, last)
    return low if low == high else Between(low, high)


def intervals(fact: Fact, turning: set[Decimal], stated: Stated | None = None) -> list[Stated]:
    """The answers that can be told apart: the intervals between the cuts. At least one.

    The outer ones have no end where the fact has none.
    """
    low, high = ends_of(fact, stated)
    inside = sorted(cut for cut in turning if low < cut <= high)
    starts = [low, *inside]
    ends = [*(cut - step_of(fact) for cut in inside), high]
    found = [as_stated(fact, start, end) for start, end in zip(starts, ends, strict=True)]
    known = stated if isinstance(stated, Between) else Between(None, None)
    if fact.low is None and known.low is None:
        found[0] = _open(found[0], "low")
    if fact.high is None and known.high is None:
        found[-1] = _open(found[-1], "high")
    return found


def _open(value: Stated, end: str) -> Stated:
    between = value if isinstance(value, Between) else Between(value, value)  # type: ignore[arg-type]
    return replace(between, low=None) if end == "low" else replace(between, high=None)


def _number(value: Decimal | date | int) -> Decimal:
    return Decimal(value.toordinal()) if isinstance(value, date) else Decimal(value)


__all__ = ["as_stated", "cuts", "ends_of", "intervals", "step_of"]
