"""Dated, sourced values of the law, and resolving a rule at a date.

How they are written in YAML, and read, is in `reading`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from koers.engine.errors import RuleError
from koers.engine.language import (
    ChoiceExpression,
    DayExpression,
    NumberExpression,
    Table,
)
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    CalendarDay,
    Compare,
    Day,
    DayAsked,
    Elapsed,
    Greatest,
    If,
    Kind,
    Least,
    Lookup,
    Member,
    Node,
    Not,
    OrElse,
    ParameterRef,
    Present,
    ReferenceDay,
    Rounded,
    Shift,
    UnknownInLaw,
)

FIRST_DAY = date(2019, 1, 1)
"""From this day on every assessment has an answer; a gap after it is an error of the author."""

STATUSES = ("official", "secondary", "derived")


@dataclass(frozen=True)
class Source:
    """Where a value was read: an official text, a secondary one, or our own derivation."""

    key: str
    title: str
    url: str
    status: str
    read: date


@dataclass(frozen=True)
class Correction:
    """A mistake of our own in a value, mended: on which day, what it said, and why."""

    on: date
    was: Node
    why: str


@dataclass(frozen=True)
class DatedValue:
    """One line of a parameter: what holds from a day on (and until a day, where the law ends).

    `disputed` is what another source says; `settle` what would end the doubt, where that is known.
    """

    since: date
    node: Node
    sources: tuple[str, ...]
    until: date | None = None
    note: str = ""
    disputed: str = ""
    corrected: Correction | None = None
    settle: str = ""


Series = tuple[DatedValue, ...]


@dataclass(frozen=True)
class Parameter:
    """A dated number, day or word; or a table of them, one series per word."""

    owner: str
    name: str
    label: str
    unit: str
    kind: Kind
    values: Series = ()
    rows: Mapping[str, Series] = field(default_factory=dict)
    otherwise: Series = ()
    informative: bool = False

    @property
    def ref(self) -> ParameterRef:
        """The node that stands for it in a rule."""
        return ParameterRef(self.owner, self.name, self.kind)

    @property
    def is_table(self) -> bool:
        """Has it rows?"""
        return bool(self.rows)

    def series(self, row: str = "") -> Series:
        """The dated values; those of a row, for a table."""
        return self.rows[row] if row else self.values

    def all_values(self) -> Iterator[DatedValue]:
        """Every line, those of the rows included."""
        yield from self.values
        for series in self.rows.values():
            yield from series
        yield from self.otherwise

    def changes(self) -> set[date]:
        """The days on which it changes."""
        days = {value.since for value in self.all_values()}
        ends = {value.until for value in self.all_values() if value.until}
        return days | {date.fromordinal(end.toordinal() + 1) for end in ends}


@dataclass(frozen=True)
class Existence:
    """From when until when the instrument exists; None is before 2019, or open."""

    since: date | None
    until: date | None
    source: str


@dataclass(frozen=True)
class Doubt:
    """What a source leaves open, which part of the rule it touches, and what would settle it."""

    about: tuple[str, ...]
    why: str
    sources: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    settle: str = ""


@dataclass(frozen=True)
class Change:
    """A change of the law in words: what, and who gained or lost by it.

    One of `gained` and `lost` empty: nobody. Both empty: not known. `about` names what it
    concerns, as a doubt does; empty is every incentive of the folder.
    """

    on: date
    what: str
    gained: str
    lost: str
    sources: tuple[str, ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Parameters:
    """What one `parameters.yaml` holds. `p.name` is a number; see the methods for other kinds."""

    owner: str
    path: Path
    known: Mapping[str, Parameter]
    sources: Mapping[str, Source]
    exists: Existence | None
    doubts: tuple[Doubt, ...]
    history: tuple[Change, ...]
    exists_of: Mapping[str, Existence] = field(default_factory=dict)

    def of(self, incentive: str) -> Parameters:
        """The same values for one instrument of the folder: with its own existence."""
        if incentive not in self.exists_of:
            return self
        return replace(self, exists=self.exists_of[incentive])

    @property
    def file(self) -> str:
        """The file, relative to the rulebook."""
        return f"{self.owner}/{self.path.name}"

    def __getattr__(self, name: str) -> NumberExpression:
        if name.startswith("__"):
            raise AttributeError(name)
        parameter = self._parameter(name, Kind.NUMBER)
        return NumberExpression(parameter.ref, parameter.unit)

    def day(self, name: str) -> DayExpression:
        """A parameter that is a day."""
        return DayExpression(self._parameter(name, Kind.DAY).ref)

    def word(self, name: str) -> ChoiceExpression:
        """A parameter that is a word."""
        return ChoiceExpression(self._parameter(name, Kind.CHOICE).ref, None)

    def table(self, name: str) -> Table:
        """A parameter with rows."""
        parameter = self._find(name)
        if not parameter.is_table:
            raise RuleError(
                "is no table.",
                file=self.file,
                key=name,
                todo=f"Write p.{name}, or give it rows.",
            )
        return Table(
            parameter.ref,
            parameter.unit,
            frozenset(parameter.rows),
            otherwise=bool(parameter.otherwise),
        )

    def _find(self, name: str) -> Parameter:
        if name not in self.known:
            raise RuleError(
                f"has no parameter {name}.",
                file=self.file,
                todo=f"Add it, or use one of: {', '.join(sorted(self.known)) or 'none yet'}.",
            )
        return self.known[name]

    def _parameter(self, name: str, kind: Kind) -> Parameter:
        parameter = self._find(name)
        if parameter.is_table:
            raise RuleError(
                "is a table.", file=self.file, key=name, todo=f"Use lookup(p.table('{name}'), ...)."
            )
        if parameter.kind is not kind:
            raise RuleError(
                f"is a {parameter.kind.value}, not a {kind.value}.",
                file=self.file,
                key=name,
                todo="Use p.name for numbers, p.day('name') for days, p.word('name') for words.",
            )
        return parameter


# Resolving at a date -------------------------------------------------------------------------

ParameterBook = Mapping[tuple[str, str], Parameter]
"""All parameters by folder and name. A reform is another mapping, made from this one."""


def value_on(series: Series, day: date) -> DatedValue | None:
    """The line of a series that holds on a day."""
    position = bisect_right([line.since for line in series], day)
    if position == 0:
        return None
    line = series[position - 1]
    return None if line.until is not None and day > line.until else line


class _Fold:
    """Replaces parameters, tables and reference days in a node by what they are on a day."""

    def __init__(self, parameters: ParameterBook, day: date, asked: date) -> None:
        self.parameters = parameters
        self.day = day
        self.asked = asked

    def __call__(self, node: Node) -> Node:
        match node:
            case ParameterRef():
                parameter = self.parameters[node.owner, node.name]
                return self._value(parameter, parameter.values)
            case ReferenceDay():
                return Day(self.day)
            case DayAsked():
                return Day(self.asked)
            case AllOf(terms):
                return AllOf(self._all(terms))
            case AnyOf(terms):
                return AnyOf(self._all(terms))
            case Least(terms):
                return Least(self._all(terms))
            case Greatest(terms):
                return Greatest(self._all(terms))
            case Not(term):
                return Not(self(term))
            case Compare(operator, left, right):
                return Compare(operator, self(left), self(right))
            case Member(term, words):
                return Member(self(term), words)
            case Present(term):
                return Present(self(term))
            case Arithmetic(operator, left, right):
                return Arithmetic(operator, self(left), self(right))
            case Rounded(term, step, mode):
                return Rounded(self(term), step, mode)
            case OrElse(term, default):
                return OrElse(self(term), self(default))
            case Elapsed(unit, start, end):
                return Elapsed(unit, self(start), self(end))
            case Shift(term, months, days):
                return Shift(self(term), self(months), self(days))
            case CalendarDay(edge, term):
                return CalendarDay(edge, self(term))
            case If(condition, then, otherwise):
                return If(self(condition), self(then), self(otherwise))
            case Lookup(key, kind, table, _, _) if table is not None:
                parameter = self.parameters[table.owner, table.name]
                rows = tuple(
                    (word, self._value(parameter, series, word))
                    for word, series in parameter.rows.items()
                )
                other = self._value(parameter, parameter.otherwise) if parameter.otherwise else None
                return Lookup(self(key), kind, None, rows, other)
            case _:
                return node

    def _all(self, terms: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(self(term) for term in terms)

    def _value(self, parameter: Parameter, series: Series, row: str | None = None) -> Node:
        line = value_on(series, self.day)
        if line is not None:
            return line.node
        if self.day < FIRST_DAY:
            return UnknownInLaw(
                parameter.kind,
                f"{parameter.label}: geen waarde opgezocht voor {self.day.isoformat()}.",
                "",
            )
        first = series[0].since.isoformat()
        raise RuleError(
            f"has no value on {self.day.isoformat()} (first: {first}).",
            file=f"{parameter.owner}/parameters.yaml",
            key=parameter.name if row is None else f"{parameter.name}.rows.{row}",
            todo="Add the value, an `unknown:` line or `absent: true`, or limit the rule with "
            "since= and until=.",
        )


def folder(parameters: ParameterBook, day: date, asked: date) -> Callable[[Node], Node]:
    """A function that resolves nodes: `day` is the reference day, `asked` the day asked about.

    Raises RuleError for a day from 2019-01-01 on without a value; before it the value is
    unknown in the law.
    """
    return _Fold(parameters, day, asked)
