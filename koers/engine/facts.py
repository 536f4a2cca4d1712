"""Declaring a fact: type, unit, possible values, usual value, what follows from what.

Facts are attributes of plain classes; class and attribute together are the dotted name that
case files, storage and the API use:

    class employment:
        fraction = number_fact(unit="%", low=0, high=100, label="tewerkstellingsbreuk")

Facts that follow from others (`implies`), that are computed from others (`derived`) and lists
that are reduced at the boundary (`reduction`) are declared beside them and gathered in a
`Vocabulary`. Reading what a user gives is in `statements`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from koers.engine.errors import RuleError
from koers.engine.language import (
    ChoiceExpression,
    DayExpression,
    Expression,
    NumberExpression,
    TruthExpression,
)
from koers.engine.nodes import FactRef, Kind, Member, Node, Word, facts_in
from koers.engine.values import ABSENT, Between, OneOf, Special, Stated

DAY = "date"
"""In `Usual.equal_to`: the day the question is asked for."""


@dataclass(frozen=True)
class Enumeration:
    """A list of words with their Dutch labels, named groups of them, and other spellings."""

    name: str
    values: Mapping[str, str]
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    accepts: Mapping[str, str] = field(default_factory=dict)

    def group(self, name: str) -> frozenset[str]:
        """A named set of words.

        Raises RuleError for a name that the enumeration does not have.
        """
        if name not in self.groups:
            raise RuleError(
                f"{name!r} is no group of {self.name}.",
                todo=f"Choose from: {', '.join(sorted(self.groups))}.",
            )
        return self.groups[name]

    def wrong_words(self) -> frozenset[str]:
        """Words in groups or spellings that are not in the list."""
        used = set(self.accepts.values()).union(*self.groups.values(), set())
        return frozenset(used - set(self.values))


@dataclass(frozen=True)
class Usual:
    """What may be assumed when nothing is said; always listed as an assumption.

    `value` may be partial. `equal_to` is the name of another fact, or `DAY`. `only_for` and
    `not_for` limit it to, or keep it from, some incentives.
    """

    because: str
    source: str
    value: Stated | None = None
    equal_to: str | None = None
    only_for: frozenset[str] = frozenset()
    not_for: frozenset[str] = frozenset()

    def applies_to(self, incentive: str) -> bool:
        """May this incentive assume it?"""
        if self.only_for and incentive not in self.only_for:
            return False
        return incentive not in self.not_for


@dataclass(frozen=True)
class Fact:
    """The declaration of one fact.

    `words` is None for a code (any text that fits `pattern`). `absent` is None when the fact
    always exists, ABSENT when it may not, or 0 when "none" is simply the number 0. `period` is
    the span a value belongs to (`school_year`, `calendar_year`, ...); `grows` says that a value
    rises by one a month or day in work. `within_reach` marks what a person, or the employer,
    could change. `judged_by` names the authority that decides the fact.
    """

    name: str
    kind: Kind
    label: str
    subject: str
    unit: str = ""
    words: tuple[str, ...] | None = None
    enumeration: Enumeration | None = None
    pattern: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    whole: bool = False
    absent: Special | int | None = None
    usual: Usual | None = None
    period: str | None = None
    grows: str | None = None
    sensitive: bool = False
    explanation_only: bool = False
    within_reach: bool = False
    judged_by: str | None = None
    yes_no: bool = False
    listed: bool = False

    @property
    def domain(self) -> frozenset[Word] | None:
        """All words the fact can have, ABSENT among them where it can; None for a code."""
        if self.yes_no:
            words: set[Word] = {True, False}
        elif self.words is not None:
            words = set(self.words)
        else:
            return None
        return frozenset(words | {ABSENT} if self.absent is ABSENT else words)


class _Declared:
    """Mixin of fact expressions: takes its name from the class attribute it is assigned to.

    An attribute that may not have its name in Python ends in an underscore (`class_`).
    """

    declared: Fact

    def __set_name__(self, owner: type, name: str) -> None:
        full = f"{owner.__name__}.{name.rstrip('_')}"
        values = {**self.declared.__dict__, "name": full}
        if not values["subject"]:
            values["subject"] = owner.__name__
        self.declared = Fact(**values)


class ChoiceFact(_Declared, ChoiceExpression):
    """A fact with a list of words, or a code."""

    def __init__(self, declared: Fact) -> None:
        ChoiceExpression.__init__(
            self, None, None if declared.words is None else frozenset(declared.words)
        )
        self.declared = declared

    @property
    def node(self) -> Node:
        """A reference to the fact."""
        return FactRef(self.declared.name, Kind.CHOICE)


class YesNoFact(_Declared, TruthExpression):
    """A fact that is yes or no; absent counts as no."""

    def __init__(self, declared: Fact) -> None:
        TruthExpression.__init__(self)
        self.declared = declared

    @property
    def node(self) -> Node:
        """The condition that the fact is yes."""
        return Member(FactRef(self.declared.name, Kind.CHOICE), frozenset({True}))

    @property
    def known_no(self) -> TruthExpression:
        """The condition that the fact is no (and not absent)."""
        ref = FactRef(self.declared.name, Kind.CHOICE)
        return TruthExpression(Member(ref, frozenset({False})))


class NumberFact(_Declared, NumberExpression):
    """A fact that is a number."""

    def __init__(self, declared: Fact) -> None:
        NumberExpression.__init__(self, None, declared.unit)
        self.declared = declared

    @property
    def node(self) -> Node:
        """A reference to the fact."""
        return FactRef(self.declared.name, Kind.NUMBER)

    @property
    def never_zero(self) -> bool:
        """Is every value it may have above zero?"""
        low = self.declared.low
        return low is not None and low > 0 and self.declared.absent != 0


class DayFact(_Declared, DayExpression):
    """A fact that is a day."""

    def __init__(self, declared: Fact) -> None:
        DayExpression.__init__(self)
        self.declared = declared

    @property
    def node(self) -> Node:
        """A reference to the fact."""
        return FactRef(self.declared.name, Kind.DAY)


AnyFact = ChoiceFact | YesNoFact | NumberFact | DayFact


def choice_fact(
    values: Enumeration | Mapping[str, str],
    *,
    label: str,
    subject: str = "",
    absent: Special | None = None,
    usual: Usual | None = None,
    period: str | None = None,
    sensitive: bool = False,
    explanation_only: bool = False,
    within_reach: bool = False,
    listed: bool = False,
    accepts: Mapping[str, str] | None = None,
) -> ChoiceFact:
    """A fact with one of a list of words; `listed`: with several, reduced at the boundary."""
    if isinstance(values, Enumeration):
        enumeration = values
        if accepts:
            enumeration = Enumeration(values.name, values.values, values.groups, accepts)
    else:
        enumeration = Enumeration("", values, {}, accepts or {})
    return ChoiceFact(
        Fact(
            name="",
            kind=Kind.CHOICE,
            label=label,
            subject=subject,
            words=tuple(enumeration.values),
            enumeration=enumeration,
            absent=absent,
            usual=usual,
            period=period,
            sensitive=sensitive,
            explanation_only=explanation_only,
            within_reach=within_reach,
            listed=listed,
        )
    )


def code_fact(
    pattern: str,
    *,
    label: str,
    known: Enumeration | None = None,
    subject: str = "",
    absent: Special | None = None,
    usual: Usual | None = None,
    explanation_only: bool = False,
    sensitive: bool = False,
) -> ChoiceFact:
    """A fact that is a code of a certain shape, such as a joint committee.

    `known` names some of the codes, and other spellings of them.
    """
    return ChoiceFact(
        Fact(
            name="",
            kind=Kind.CHOICE,
            label=label,
            subject=subject,
            pattern=pattern,
            enumeration=known,
            absent=absent,
            usual=usual,
            explanation_only=explanation_only,
            sensitive=sensitive,
        )
    )


def yes_no_fact(
    *,
    label: str,
    subject: str = "",
    absent: Special | None = None,
    usual: Usual | None = None,
    sensitive: bool = False,
    explanation_only: bool = False,
    within_reach: bool = False,
    judged_by: str | None = None,
) -> YesNoFact:
    """A fact that is yes or no."""
    return YesNoFact(
        Fact(
            name="",
            kind=Kind.CHOICE,
            label=label,
            subject=subject,
            words=None,
            yes_no=True,
            absent=absent,
            usual=usual,
            sensitive=sensitive,
            explanation_only=explanation_only,
            within_reach=within_reach,
            judged_by=judged_by,
        )
    )


def number_fact(
    *,
    label: str,
    unit: str,
    subject: str = "",
    low: int | None = 0,
    high: int | None = None,
    whole: bool = False,
    absent: Special | int | None = None,
    usual: Usual | None = None,
    period: str | None = None,
    grows: str | None = None,
    sensitive: bool = False,
    explanation_only: bool = False,
    within_reach: bool = False,
    listed: bool = False,
) -> NumberFact:
    """A fact that is a number in a unit, between `low` and `high` where those are given."""
    return NumberFact(
        Fact(
            name="",
            kind=Kind.NUMBER,
            label=label,
            subject=subject,
            unit=unit,
            low=None if low is None else Decimal(low),
            high=None if high is None else Decimal(high),
            whole=whole,
            absent=absent,
            usual=usual,
            period=period,
            grows=grows,
            sensitive=sensitive,
            explanation_only=explanation_only,
            within_reach=within_reach,
            listed=listed,
        )
    )


def day_fact(
    *,
    label: str,
    subject: str = "",
    absent: Special | None = None,
    usual: Usual | None = None,
    sensitive: bool = False,
    explanation_only: bool = False,
    within_reach: bool = False,
) -> DayFact:
    """A fact that is a day."""
    return DayFact(
        Fact(
            name="",
            kind=Kind.DAY,
            label=label,
            subject=subject,
            absent=absent,
            usual=usual,
            sensitive=sensitive,
            explanation_only=explanation_only,
            within_reach=within_reach,
        )
    )


# What follows from what ----------------------------------------------------------------------


@dataclass(frozen=True)
class Implication:
    """When a condition certainly holds, a fact that was not stated has a value."""

    fact: str
    when: Node
    value: Stated
    facts: frozenset[str]


def implies(condition: TruthExpression, fact: AnyFact, value: Stated) -> Implication:
    """When `condition` holds, `fact` is `value` (unless something else is stated)."""
    return Implication(
        fact.declared.name, condition.node, value, frozenset(facts_in(condition.node))
    )


@dataclass(frozen=True)
class Reduction:
    """A list that is turned into one value where facts enter; rules see the value.

    `how` gets the items: numbers, or words where the fact is a choice. With `keys` the list is
    given as a mapping, and only the items under these keys count. `none` is the value when the
    list is absent.
    """

    fact: str
    source: str
    how: Callable[[Sequence[Any]], Decimal | bool]
    sentence: str
    keys: frozenset[str] = frozenset()
    none: Decimal | bool | None = None


@dataclass(frozen=True)
class OneUnit:
    """Facts that measure one thing in different units: when one is given, the others do not count.

    An assumption, for the incentives named in `only_for`; strict assessments do not make it.
    """

    facts: tuple[str, ...]
    only_for: frozenset[str]
    because: str


def one_unit(facts: Iterable[AnyFact], *, only_for: Iterable[str], because: str) -> OneUnit:
    """Declare that a training (or another thing) is measured in one of these facts."""
    names = tuple(fact.declared.name for fact in facts)
    return OneUnit(names, frozenset(only_for), because)


@dataclass(frozen=True)
class Vocabulary:
    """All facts and what follows from what; read-only once made."""

    facts: Mapping[str, Fact]
    implications: Mapping[str, tuple[Implication, ...]] = field(default_factory=dict)
    derived: Mapping[str, Node] = field(default_factory=dict)
    at_least: Mapping[str, Node] = field(default_factory=dict)
    reductions: tuple[Reduction, ...] = ()
    one_unit: tuple[OneUnit, ...] = ()
    accepts_name: Mapping[str, str] = field(default_factory=dict)


def vocabulary(
    subjects: Iterable[type],
    *,
    implications: Iterable[Implication] = (),
    derived: Iterable[tuple[AnyFact, Expression]] = (),
    at_least: Iterable[tuple[AnyFact, Expression]] = (),
    reductions: Iterable[Reduction] = (),
    one_unit: Iterable[OneUnit] = (),
    accepts_name: Mapping[str, str] | None = None,
) -> Vocabulary:
    """Gather the facts of some classes with what follows from what."""
    facts = {
        item.declared.name: item.declared
        for subject in subjects
        for item in vars(subject).values()
        if isinstance(item, _Declared)
    }
    by_fact: dict[str, tuple[Implication, ...]] = {}
    for one in implications:
        by_fact[one.fact] = (*by_fact.get(one.fact, ()), one)
    return Vocabulary(
        facts=facts,
        implications=by_fact,
        derived={fact.declared.name: expression.node for fact, expression in derived},
        at_least={fact.declared.name: expression.node for fact, expression in at_least},
        reductions=tuple(reductions),
        one_unit=tuple(one_unit),
        accepts_name=dict(accepts_name or {}),
    )


__all__ = [
    "DAY",
    "AnyFact",
    "Between",
    "ChoiceFact",
    "DayFact",
    "Enumeration",
    "Fact",
    "Implication",
    "NumberFact",
    "OneOf",
    "OneUnit",
    "Reduction",
    "Usual",
    "Vocabulary",
    "YesNoFact",
    "choice_fact",
    "code_fact",
    "day_fact",
    "implies",
    "number_fact",
    "one_unit",
    "vocabulary",
    "yes_no_fact",
]
