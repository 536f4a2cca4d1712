"""What the rule itself says of its past: values, conditions and the existence that moved on a day.

What lives here is which moves there are and their Dutch words; how a value is written is in
`words`, and the changes that an author told in words in `history`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise, zip_longest
from typing import Final

from koers.engine import words
from koers.engine.concerns import PLACE, named_sources, row_label, shown_parameters
from koers.engine.explain import SourceInWords
from koers.engine.incentive import Condition, Incentive, Rulebook
from koers.engine.nodes import Node, Nothing, Number, UnknownInLaw, walk
from koers.engine.parameters import FIRST_DAY, DatedValue, Existence, Parameter, Series, value_on
from koers.engine.statements import SCHOOL_YEAR

ALL_OTHERS: Final = "alle andere"
_ONE_DAY: Final = timedelta(days=1)


class Moved(Enum):
    """What moved."""

    BEGINS = "begins"
    ENDS = "ends"
    CONDITION_BEGINS = "condition_begins"
    CONDITION_ENDS = "condition_ends"
    CHANGED = "value_changed"
    NEW = "value_new"
    GONE = "value_gone"
    UNKNOWN = "unknown"
    NEVER_KNOWN = "never_known"
    KNOWN = "known_again"
    CORRECTED = "corrected_by_us"


LAW: Final = frozenset(Moved) - {
    Moved.UNKNOWN,
    Moved.NEVER_KNOWN,
    Moved.KNOWN,
    Moved.CORRECTED,
}
"""Changes of the law itself, not of what we know of it or of what we wrote."""


@dataclass(frozen=True)
class Move:
    """One thing that moved on a day, as a value, a condition or the existence says it.

    `name` is that of the parameter or condition, else `exists`; `row` a row of a table in words.
    `text` is a Dutch sentence; `before` and `after` are values in words, empty when there is none.
    `until` is the last day of a period in which the law is not known. `law` is the article.
    """

    kind: Moved
    name: str
    subject: str
    text: str
    sources: tuple[SourceInWords, ...]
    owner: str = ""
    row: str = ""
    before: str = ""
    after: str = ""
    until: date | None = None
    law: str = ""
    note: str = ""
    disputed: str = ""


Dated = tuple[date | None, Move]
"""A move with its day; None is from the beginning."""


def moves_of(rulebook: Rulebook, incentive: Incentive) -> Iterator[Dated]:
    """Every move of an incentive with its day, part by part."""
    yield from _Structure(rulebook, incentive).moves()
    life = incentive.parameters.exists or Existence(None, None, "")
    for parameter in shown_parameters(rulebook, incentive):
        yield from _values(rulebook, incentive, parameter, life)


# Existence and conditions --------------------------------------------------------------------


class _Structure:
    """Finds what moved in the existence and the conditions of an incentive."""

    def __init__(self, rulebook: Rulebook, incentive: Incentive) -> None:
        self.rulebook = rulebook
        self.rule = incentive
        self.own = incentive.parameters
        self.life = self.own.exists or Existence(None, None, "")

    def moves(self) -> Iterator[Dated]:
        """Every move with its day."""
        yield from self._existence()
        for one in self.rule.conditions:
            yield from self._condition(one)

    def _existence(self) -> Iterator[Dated]:
        since, until, source = self.life.since, self.life.until, self.life.source
        title = self.rule.texts.title
        if since is not None:
            move = self._move(Moved.BEGINS, "exists", title, "Dit begint.", source)
            yield since, move
        if until is not None:
            text = f"Dit bestaat niet meer. De laatste dag is {words.day(until)}."
            yield _after(until), self._move(Moved.ENDS, "exists", title, text, source)

    def _condition(self, one: Condition) -> Iterator[Dated]:
        if one.since is not None and one.since != self.life.since:
            title = self._filled(one.title, one.since)
            text = f'Er komt een voorwaarde bij: "{title}". {self._open(one)}'.strip()
            move = self._move(Moved.CONDITION_BEGINS, one.name, title, text, one.source)
            yield one.since, replace(move, law=one.law, after=title)
        if one.until is not None and one.until != self.life.until:
            title = self._filled(one.title, one.until)
            day, kind = _after(one.until), Moved.CONDITION_ENDS
            text = f'Deze voorwaarde valt weg: "{title}".'
            if not_read_from(self.rule, day):
                kind = Moved.UNKNOWN
                text = f'Of deze voorwaarde nog geldt, weten we niet: "{title}".'
            move = self._move(kind, one.name, title, text, one.source)
            yield day, replace(move, law=one.law, before=title)

    def _open(self, one: Condition) -> str:
        """What is not clear about a condition that began."""
        reasons = (item.reason for item in walk(one.node) if isinstance(item, UnknownInLaw))
        return " ".join(f"Niet alles is duidelijk: {reason}" for reason in dict.fromkeys(reasons))

    def _move(self, kind: Moved, name: str, subject: str, text: str, source: str) -> Move:
        keys = (source,) if source else ()
        sources = named_sources(self.rulebook, self.own.owner, keys)
        return Move(kind, name, subject, text, sources, owner=self.own.owner)

    def _filled(self, text: str, day: date) -> str:
        """A title with the values of the law on a day in place of {parameter}."""

        def value(place: re.Match[str]) -> str:
            parameter = self.rulebook.parameters[self.own.owner, place[1]]
            line = value_on(parameter.values, day)
            return words.law_value(line.node if line else None, parameter.unit, bare=True)

        return PLACE.sub(value, text)


def not_read_from(incentive: Incentive, day: date) -> bool:
    """Does a text that nobody read take the place of what was there, on that day?"""
    return any(
        one.since == day and isinstance(one.node, UnknownInLaw) for one in incentive.conditions
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _after(day: date) -> date:
    return day + _ONE_DAY


# Values --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Span:
    """A period inside the life of an incentive in which a value is the same; None is no value.

    `gap` when no line says anything of it: the law that a line was about had ended.
    """

    since: date
    until: date | None
    node: Node | None
    sources: tuple[str, ...] = ()
    note: str = ""
    disputed: str = ""
    gap: bool = False


def _values(
    rulebook: Rulebook, incentive: Incentive, parameter: Parameter, life: Existence
) -> Iterator[Dated]:
    rows = [("", parameter.values)] if parameter.values else []
    rows += [
        (row_label(rulebook, incentive, parameter, row), series)
        for row, series in parameter.rows.items()
    ]
    rows += [(ALL_OTHERS, parameter.otherwise)] if parameter.otherwise else []
    for row, series in rows:
        about = _About(rulebook, parameter, row)
        spans = _spans(series, life)
        if len(spans) == 1 and isinstance(spans[0].node, UnknownInLaw):
            yield None, about.never(spans[0])
        elif spans:
            yield from about.first(spans[0], life)
        for before, after in pairwise(spans):
            move = about.move(before, after)
            if after.gap and move.before and not_read_from(incentive, after.since):
                text = f"of dit nog geldt, weten we niet. Tot dan was het {move.before}."
                move = replace(move, kind=Moved.UNKNOWN, text=text)
            yield after.since, move
        yield from ((line.corrected.on, about.mended(line)) for line in series if line.corrected)


def lines_with_ends(series: Series) -> Iterator[tuple[DatedValue, date | None]]:
    """Each line of a series with the last day on which it holds; None is no end."""
    starts = [line.since for line in series[1:]]
    for line, start in zip_longest(series, starts):
        yield line, line.until or (start - _ONE_DAY if start else None)


def _spans(series: Series, life: Existence) -> list[_Span]:
    """The periods of a series inside a life, gaps included; equal neighbours are one period."""
    found: list[_Span] = []
    for line, until in lines_with_ends(series):
        if found and found[-1].until and _after(found[-1].until) < line.since:
            found.append(_gap(found[-1], line.since - _ONE_DAY))
        node = None if isinstance(line.node, Nothing) else line.node
        found.append(_Span(line.since, until, node, line.sources, line.note, line.disputed))
    if found and found[-1].until:
        found.append(_gap(found[-1], None))
    return _joined(one for one in (_clipped(span, life) for span in found) if one)


def _gap(before: _Span, until: date | None) -> _Span:
    assert before.until is not None
    return _Span(_after(before.until), until, None, before.sources, gap=True)


def _clipped(span: _Span, life: Existence) -> _Span | None:
    since = max(span.since, life.since) if life.since else span.since
    ends = [day for day in (span.until, life.until) if day]
    until = min(ends) if ends else None
    return None if until and until < since else replace(span, since=since, until=until)


def _joined(spans: Iterable[_Span]) -> list[_Span]:
    found: list[_Span] = []
    for span in spans:
        if found and found[-1].node == span.node:
            found[-1] = replace(found[-1], until=span.until)
        else:
            found.append(span)
    return found


@dataclass(frozen=True)
class _About:
    """Tells what moved in one value, or in one row of a table."""

    rulebook: Rulebook
    parameter: Parameter
    row: str

    def first(self, span: _Span, life: Existence) -> Iterator[Dated]:
        """A first period is told when the law is not known, or when the value came later."""
        begins = span.since == life.since
        if isinstance(span.node, UnknownInLaw):
            day = None if span.since.year <= words.LONG_AGO else span.since
            yield day, self.move(replace(span, node=None), span, begins=True)
        elif span.node is not None and not begins and span.since > FIRST_DAY:
            yield span.since, self.move(replace(span, node=None), span)

    def never(self, span: _Span) -> Move:
        """A value that is not known as long as the instrument exists."""
        move = self.move(replace(span, node=None), span, begins=True)
        text = f"dat weten we niet. {self._why(span)}"
        return replace(move, kind=Moved.NEVER_KNOWN, text=text)

    def move(self, before: _Span, after: _Span, *, begins: bool = False) -> Move:
        """From one period to the next; `begins` when there is nothing before it."""
        kind = _kind(before.node, after.node)
        last = after if after.node is not None else before
        return Move(
            kind,
            self.parameter.name,
            self.parameter.label,
            self._text(kind, before, after, begins=begins),
            named_sources(self.rulebook, self.parameter.owner, last.sources),
            owner=self.parameter.owner,
            row=self.row,
            before=self._known(before.node),
            after=self._known(after.node),
            until=after.until if kind is Moved.UNKNOWN else None,
            note=after.note,
            disputed=after.disputed,
        )

    def _known(self, node: Node | None) -> str:
        if node is None or isinstance(node, UnknownInLaw):
            return ""
        return words.law_value(node, self.parameter.unit)

    def _text(self, kind: Moved, before: _Span, after: _Span, *, begins: bool) -> str:
        was, now = self._known(before.node), self._known(after.node)
        match kind:
            case Moved.CHANGED:
                return f"van {self._short(before.node)} naar {now}."
            case Moved.NEW:
                return f"{now}. Voordien was er geen."
            case Moved.GONE:
                return f"bestaat niet meer.{f' Het was {was}.' if was else ''}"
            case Moved.KNOWN:
                return f"{now}. Wat er net daarvoor gold, weten we niet."
        open_ = self._not_known(after)
        if was:
            return f"tot dan {was}. {_capital(open_)}"
        if begins or before.node is not None:
            return open_
        return f"voordien was er geen. {_capital(open_)}"

    def _not_known(self, span: _Span) -> str:
        period = words.span(span.since, span.until)
        return f"{period} weten we het niet. {self._why(span)}"

    def _why(self, span: _Span) -> str:
        """Why it is not known, and between which bounds it lies."""
        assert isinstance(span.node, UnknownInLaw)
        low, high = span.node.low, span.node.high
        if not low and high is None:
            return span.node.reason
        return f"{span.node.reason} Het is {words.between(low, high, self.parameter.unit)}."

    def _short(self, node: Node | None) -> str:
        """A value before another one of the same unit."""
        bare = isinstance(node, Number) and self.parameter.unit != SCHOOL_YEAR
        return words.law_value(node, self.parameter.unit, bare=bare)

    def mended(self, line: DatedValue) -> Move:
        """A mistake of our own in a value, mended."""
        assert line.corrected is not None
        was = words.law_value(line.corrected.was, self.parameter.unit)
        now = words.law_value(line.node, self.parameter.unit)
        period = words.span(line.since, line.until)
        return Move(
            Moved.CORRECTED,
            self.parameter.name,
            self.parameter.label,
            f"wij schreven {was}. Het is {now}, {period}. {line.corrected.why}",
            named_sources(self.rulebook, self.parameter.owner, line.sources),
            owner=self.parameter.owner,
            row=self.row,
            before=was,
            after=now,
        )


def _kind(before: Node | None, after: Node | None) -> Moved:
    if isinstance(after, UnknownInLaw):
        return Moved.UNKNOWN
    if after is None:
        return Moved.GONE
    if before is None:
        return Moved.NEW
    return Moved.KNOWN if isinstance(before, UnknownInLaw) else Moved.CHANGED
