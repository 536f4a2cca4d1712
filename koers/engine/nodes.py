"""What a rule means: frozen nodes with ordinary equality. The complete vocabulary.

Authors do not build nodes; they write expressions (`language`), which check types and units
and produce these. Every reading (`assess`, `to_python`) has one small function per node kind.
The nodes above the line "before evaluation" disappear when a rule is resolved at a date
(`parameters.fold`): after that no reading meets a parameter, a table or a reference date.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from koers.engine.values import Special


class Kind(enum.Enum):
    """What an expression yields."""

    TRUTH = "truth"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"


Word = str | bool | Special


@dataclass(frozen=True, slots=True)
class Node:
    """Base of all nodes; never used itself."""


# Before evaluation ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ParameterRef(Node):
    """A dated value of the law: `owner` is the folder, `name` the key in its YAML."""

    owner: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class ReferenceDay(Node):
    """The day the law looks at."""


@dataclass(frozen=True, slots=True)
class DayAsked(Node):
    """The day the question is asked for; differs from the reference day when a fact holds it."""


# Leaves --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FactRef(Node):
    """What is known of one fact."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A certain number."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Day(Node):
    """A certain day."""

    value: date


@dataclass(frozen=True, slots=True)
class Choose(Node):
    """A certain word."""

    value: Word


@dataclass(frozen=True, slots=True)
class Nothing(Node):
    """A number, day or word that certainly does not exist."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class UnknownInLaw(Node):
    """A value, or a truth, that the law or our reading of it leaves open, perhaps bounded."""

    kind: Kind
    reason: str
    source: str
    low: Decimal | None = None
    high: Decimal | None = None
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenNorm(Node):
    """A condition that an authority judges."""

    text: str
    law: str
    decides: str


# Truth ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AllOf(Node):
    """Kleene's and."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    """Kleene's or."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    """Kleene's not."""

    term: Node


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """Two numbers or two days: `operator` is one of < <= > >= ==. False when one is absent."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Member(Node):
    """A choice is one of some words. False when it is absent, unless ABSENT is listed."""

    term: Node
    words: frozenset[Word]


@dataclass(frozen=True, slots=True)
class Present(Node):
    """A number, day or choice is not absent."""

    term: Node


# Numbers -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """`+ - * /` of two numbers; absent with anything is absent. Divisors are never zero."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Least(Node):
    """The smallest of some numbers or days."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Greatest(Node):
    """The largest of some numbers or days."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Rounded(Node):
    """A number to a multiple of `step`; mode is half_up, down or up."""

    term: Node
    step: Decimal
    mode: str


@dataclass(frozen=True, slots=True)
class OrElse(Node):
    """A number or day, or another one when the first is absent."""

    term: Node
    default: Node


@dataclass(frozen=True, slots=True)
class Elapsed(Node):
    """Whole units between two days: full_months, full_years, started_months (of the calendar)."""

    unit: str
    start: Node
    end: Node


# Days ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shift(Node):
    """A day moved by months (same day of the month, else its last) and then by days."""

    term: Node
    months: Node
    days: Node


@dataclass(frozen=True, slots=True)
class CalendarDay(Node):
    """First or last day of the year, school year or half-year that holds a day."""

    edge: str
    term: Node


# Any kind ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class If(Node):
    """One of two, by a condition; both (their hull) while the condition is open."""

    condition: Node
    then: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class Lookup(Node):
    """The row of a table for a word; `otherwise` for words without a row.

    Before evaluation `table` is set and `rows` is empty; afterwards the reverse.
    """

    key: Node
    kind: Kind
    table: ParameterRef | None
    rows: tuple[tuple[Word, Node], ...]
    otherwise: Node | None


_FIELDS: dict[type[Node], tuple[str, ...]] = {}


def _names(kind: type[Node]) -> tuple[str, ...]:
    """The fields of a kind of node; `dataclasses.fields` is slow to ask each time."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(item.name for item in fields(kind))
    return _FIELDS[kind]


def children(node: Node) -> Iterator[Node]:
    """The nodes directly under a node."""
    for name in _names(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            for element in value:
                if isinstance(element, Node):
                    yield element
                elif isinstance(element, tuple) and isinstance(element[-1], Node):
                    yield element[-1]


def walk(node: Node) -> Iterator[Node]:
    """A node and everything under it, parents first."""
    yield node
    for child in children(node):
        yield from walk(child)


def kind_of(node: Node) -> Kind:
    """What a node yields."""
    match node:
        case (
            ParameterRef(kind=kind)
            | FactRef(kind=kind)
            | Nothing(kind=kind)
            | UnknownInLaw(kind=kind)
            | Lookup(kind=kind)
        ):
            return kind
        case ReferenceDay() | DayAsked() | Day() | Shift() | CalendarDay():
            return Kind.DAY
        case Number() | Arithmetic() | Rounded() | Elapsed():
            return Kind.NUMBER
        case Choose():
            return Kind.CHOICE
        case Least(terms=terms) | Greatest(terms=terms):
            return kind_of(terms[0])
        case OrElse(term=term):
            return kind_of(term)
        case If(then=then):
            return kind_of(then)
        case _:
            return Kind.TRUTH


def facts_in(node: Node) -> tuple[str, ...]:
    """The names of the facts a node looks at, each once, in the order of the rule."""
    return tuple(dict.fromkeys(item.name for item in walk(node) if isinstance(item, FactRef)))
