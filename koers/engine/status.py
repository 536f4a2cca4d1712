"""How one incentive stands on a day: in force, coming, gone or not known; disputed; reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from koers.engine import words
from koers.engine.calendar import shifted
from koers.engine.concerns import named_sources, row_label, shown_parameters
from koers.engine.explain import SourceInWords
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.moves import ALL_OTHERS
from koers.engine.nodes import (
    AnyOf,
    If,
    Lookup,
    Node,
    OpenNorm,
    UnknownInLaw,
    children,
)
from koers.engine.parameters import DatedValue, Parameter, value_on
from koers.engine.sources import sources_used

REVIEW_MONTHS: Final = 6
"""After so many months without reading a source again, what we say is stale."""


class Life(Enum):
    """Does it exist, and do we know its conditions?"""

    IN_FORCE = "in_force"
    COMING = "coming"
    ABOLISHED = "abolished"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Dispute:
    """A value on which sources disagree: what we follow and where we read it, what another says."""

    about: str
    ours: str
    sources: tuple[SourceInWords, ...]
    theirs: str
    settle: str = ""


@dataclass(frozen=True)
class Status:
    """How an incentive stands on a day; `newest_read` is when a source was last read."""

    life: Life
    disputes: tuple[Dispute, ...]
    newest_read: date | None
    oldest_read: date | None
    stale: bool


def status_on(rulebook: Rulebook, incentive: Incentive, day: date) -> Status:
    """How an incentive stands on a day."""
    read = [source.read for source in sources_used(rulebook, incentive)]
    newest = max(read, default=None)
    return Status(
        life_on(rulebook, incentive, day),
        disputes_on(rulebook, incentive, day),
        newest,
        min(read, default=None),
        newest is None or shifted(newest, REVIEW_MONTHS) < day,
    )


def life_on(rulebook: Rulebook, incentive: Incentive, day: date) -> Life:
    """Is it in force? Not known: for nobody can we say that all conditions are met."""
    exists = incentive.parameters.exists
    if exists and exists.since and day < exists.since:
        return Life.COMING
    if exists and exists.until and day > exists.until:
        return Life.ABOLISHED
    conditions = rulebook.at(incentive.id, day).conditions
    return Life.UNKNOWN if any(open_for_all(node) for _, node in conditions) else Life.IN_FORCE


def open_for_all(node: Node) -> bool:
    """Is a resolved node unknown in the law whoever asks, as far as its form shows?"""
    match node:
        case UnknownInLaw():
            return True
        case OpenNorm():
            return False
        case AnyOf(terms):
            return all(open_for_all(term) for term in terms)
        case If(condition, then, otherwise):
            return open_for_all(condition) or (open_for_all(then) and open_for_all(otherwise))
        case Lookup(key, _, _, rows, otherwise):
            values = [row for _, row in rows] + ([otherwise] if otherwise else [])
            return open_for_all(key) or all(open_for_all(value) for value in values)
        case _:
            return any(open_for_all(term) for term in children(node))


def disputes_on(rulebook: Rulebook, incentive: Incentive, day: date) -> tuple[Dispute, ...]:
    """The values in force on a day on which sources disagree."""
    return tuple(
        dispute_of(rulebook, incentive, parameter, row, line)
        for parameter in shown_parameters(rulebook, incentive)
        for row, line in _lines_on(parameter, day)
        if line.disputed
    )


def dispute_of(
    rulebook: Rulebook, incentive: Incentive, parameter: Parameter, row: str, line: DatedValue
) -> Dispute:
    """One disputed value; `row` is the word of a table, or empty."""
    label = row_label(rulebook, incentive, parameter, row) if row else ""
    about = f"{parameter.label} ({label})" if label else parameter.label
    return Dispute(
        about,
        words.law_value(line.node, parameter.unit).strip("()"),
        named_sources(rulebook, parameter.owner, line.sources),
        line.disputed,
        line.settle,
    )


def _lines_on(parameter: Parameter, day: date) -> Iterator[tuple[str, DatedValue]]:
    several = {"": parameter.values, **parameter.rows, ALL_OTHERS: parameter.otherwise}
    for row, series in several.items():
        line = value_on(series, day)
        if line is not None:
            yield row, line
