"""Random vocabularies: facts of every kind, usual values, and what follows from what.

Only what `check` would let through: values fit their facts, nothing waits for itself. Numbers,
days and words come from small pools, so that thresholds are hit exactly.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from koers.engine.facts import DAY, Fact, Implication, OneUnit, Usual, Vocabulary
from koers.engine.nodes import Kind, Node, Word, facts_in
from koers.engine.values import ABSENT, Between, OneOf, Stated
from tests.generative.choices import Choices
from tests.generative.nodes import CODES, COLOURS, DAYS, NUMBERS, Grower

OTHER_CODE = "999"
"""A code that no rule names."""


# Values that fit -----------------------------------------------------------------------------


def exact_value(choices: Choices, fact: Fact) -> Stated:
    """A whole value of a fact."""
    if fact.kind is Kind.CHOICE:
        return choices.pick(_words(fact))
    if fact.absent is not None and choices.chance(20):
        return ABSENT if fact.absent is ABSENT else 0
    return choices.pick(DAYS if fact.kind is Kind.DAY else fitting_numbers(fact))


def partial_value(choices: Choices, fact: Fact) -> Stated:
    """A set of words, or an interval, perhaps open at one end."""
    if fact.kind is Kind.CHOICE:
        return OneOf(frozenset(choices.some(_words(fact), 2, 3)))
    pool = DAYS if fact.kind is Kind.DAY else fitting_numbers(fact)
    low, high = sorted(choices.some(pool, 2, 2))  # type: ignore[type-var]  # of one kind
    open_end = choices.below(6)
    return Between(
        None if open_end == 4 else _end(low),  # type: ignore[arg-type]
        None if open_end == 5 else _end(high),  # type: ignore[arg-type]
    )


def some_value(choices: Choices, fact: Fact) -> Stated:
    """A whole value or a partial one."""
    return partial_value(choices, fact) if choices.chance(40) else exact_value(choices, fact)


def _end(value: object) -> object:
    return Decimal(value) if isinstance(value, int) else value


def _words(fact: Fact) -> list[Word]:
    if fact.domain is not None:
        return sorted(fact.domain, key=str)
    return [*CODES, OTHER_CODE, *([ABSENT] if fact.absent is ABSENT else [])]


def fitting_numbers(fact: Fact) -> list[Decimal | int]:
    """The numbers of the pool that a fact may have, whole ones as int."""
    return [
        int(number) if number == int(number) else number
        for number in NUMBERS
        if (fact.low is None or number >= fact.low)
        and (fact.high is None or number <= fact.high)
        and not (fact.whole and number != int(number))
    ]


# Facts ---------------------------------------------------------------------------------------


def _facts(choices: Choices) -> dict[str, Fact]:
    made = [
        Fact("a.colour", Kind.CHOICE, "kleur", "person", words=COLOURS),
        Fact("a.paint", Kind.CHOICE, "verf", "training", words=COLOURS),
        Fact("a.code", Kind.CHOICE, "code", "person", pattern=".*"),
        Fact("a.badge", Kind.CHOICE, "badge", "person", pattern=".*"),
        Fact("a.works", Kind.CHOICE, "werkt", "person", yes_no=True),
        Fact("a.agrees", Kind.CHOICE, "akkoord", "training", yes_no=True, judged_by="VDAB"),
        *(_number_fact(choices, f"b.{name}") for name in ("age", "hours", "pay")),
        *(Fact(f"c.{name}", Kind.DAY, name, "person") for name in ("start", "end", "birth")),
    ]
    return {
        fact.name: fact if fact.absent == 0 else replace(fact, absent=choices.pick([None, ABSENT]))
        for fact in made
    }


def _number_fact(choices: Choices, name: str) -> Fact:
    low, high, whole = choices.pick(
        [(0, None, False), (None, None, False), (0, 12, True), (1, 40, False)]
    )
    return Fact(
        name,
        Kind.NUMBER,
        name,
        choices.pick(["person", "training"]),
        unit="h",
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        whole=whole,
        absent=0 if low == 0 and choices.chance(25) else None,
        grows=choices.pick([None, None, "months", "days"]) if whole else None,
        period=choices.pick([None, None, "school_year", "calendar_year", "month"]),
    )


def _with_usual(choices: Choices, facts: dict[str, Fact]) -> dict[str, Fact]:
    """Usual values for some facts; equal only to an earlier fact, so that nothing is circular."""
    done: dict[str, Fact] = {}
    for name, fact in facts.items():
        usual = _usual(choices, fact, done) if choices.chance(35) else None
        done[name] = replace(fact, usual=usual)
    return done


def _usual(choices: Choices, fact: Fact, earlier: dict[str, Fact]) -> Usual:
    alike = [other for other in earlier.values() if _alike(fact, other)]
    value, equal_to = None, None
    if fact.kind is Kind.DAY and choices.chance(40):
        equal_to = DAY
    elif alike and choices.chance(40):
        equal_to = choices.pick(alike).name
    else:
        value = some_value(choices, fact)
    only_for = frozenset({"first"} if choices.chance(20) else ())
    not_for = frozenset({"second"} if choices.chance(20) else ())
    return Usual("gewoonlijk", "source", value, equal_to, only_for, not_for)


def _alike(fact: Fact, other: Fact) -> bool:
    """May one be usually equal to the other? Numbers and days with the same limits."""
    if fact.kind is Kind.CHOICE:
        return False
    names = ("kind", "low", "high", "whole", "absent")
    return all(getattr(fact, name) == getattr(other, name) for name in names)


# What follows from what ----------------------------------------------------------------------


def vocabulary(choices: Choices) -> Vocabulary:
    """Facts with usual values, implications, derived facts, lower bounds and one measure."""
    facts = _with_usual(choices, _facts(choices))
    implications = _implications(choices, facts)
    derived, at_least = _computed(choices, facts, implied=set(implications))
    return Vocabulary(
        facts,
        implications=implications,
        derived=derived,
        at_least=at_least,
        one_unit=_groups(choices, facts),
    )


def _implications(choices: Choices, facts: dict[str, Fact]) -> dict[str, tuple[Implication, ...]]:
    found: dict[str, tuple[Implication, ...]] = {}
    for _ in range(choices.below(5)):
        target = choices.pick(list(facts.values()))
        others = {name: fact for name, fact in facts.items() if name != target.name}
        when = Grower(choices, others).truth(1)
        named = frozenset(facts_in(when))
        if named:
            one = Implication(target.name, when, some_value(choices, target), named)
            found[target.name] = (*found.get(target.name, ()), one)
    return found


def _computed(
    choices: Choices, facts: dict[str, Fact], *, implied: set[str]
) -> tuple[dict[str, Node], dict[str, Node]]:
    """Facts that are computed, and lower bounds of others; not both, as `check` demands."""
    derived: dict[str, Node] = {}
    at_least: dict[str, Node] = {}
    names = list(facts)
    for position, (name, fact) in enumerate(facts.items()):
        if fact.kind is Kind.CHOICE or not choices.chance(25):
            continue
        grower = Grower(choices, {other: facts[other] for other in names[:position]})
        node = grower.number(2) if fact.kind is Kind.NUMBER else grower.day(2)
        (derived if name in implied or choices.chance(50) else at_least)[name] = node
    return derived, at_least


def _groups(choices: Choices, facts: dict[str, Fact]) -> tuple[OneUnit, ...]:
    may_lack = [
        name for name, fact in facts.items() if fact.kind is Kind.NUMBER and fact.absent is ABSENT
    ]
    if len(may_lack) < 2:
        return ()
    return tuple(
        OneUnit(tuple(choices.some(may_lack, 2, 3)), frozenset({incentive}), "één maat")
        for incentive in ("first", "second")
        if choices.chance(35)
    )
