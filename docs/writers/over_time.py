"""Values of the law over time: in a table per parameter, and inside a text per period.

There is no clock here. A value is shown for every period, never "as it is today".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import zip_longest

from docs.writers.formulas import anchor, word_label
from docs.writers.markdown import code, escaped, table
from koers.engine import words
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Nothing, Number, UnknownInLaw
from koers.engine.parameters import DatedValue, Parameter, Parameters, Series, value_on

PLACE = re.compile(r"\{(\w+)\}")
"""A parameter in a text."""


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


# Texts with values in them -----------------------------------------------------------------------


def text_over_time(
    text: str, law: Parameters, since: date | None, until: date | None
) -> list[tuple[str, str]]:
    """A text with its values filled in: each period, and the text as it is then."""
    series = [law.known[name].values for name in PLACE.findall(text)]
    if not series:
        return [("", escaped(text))]
    first = max([*(lines[0].since for lines in series), *([since] if since else [])])
    changes = {line.since for lines in series for line in lines if line.since > first}
    days = [first, *sorted(day for day in changes if until is None or day <= until)]
    found: list[tuple[date, str]] = []
    for day in days:
        told = _filled_on(text, law, day)
        if not found or found[-1][1] != told:
            found.append((day, told))
    ends = [*(_day_before(day) for day, _ in found[1:]), until]
    return [(words.span(day, end), told) for (day, told), end in zip(found, ends, strict=True)]


def text_always(text: str, law: Parameters) -> str:
    """A text with the values that never change; an ellipsis for those that do."""

    def found(place: re.Match[str]) -> str:
        parameter = law.known[place[1]]
        told = {_bare(line, parameter) for line in parameter.values}
        return told.pop() if len(told) == 1 else "…"

    return escaped(PLACE.sub(found, text))


def _filled_on(text: str, law: Parameters, day: date) -> str:
    def found(place: re.Match[str]) -> str:
        parameter = law.known[place[1]]
        return _bare(value_on(parameter.values, day), parameter)

    return escaped(PLACE.sub(found, text))


# Tables ------------------------------------------------------------------------------------------


def parameter_over_time(
    rulebook: Rulebook, owner: str, one: Parameter, sources: Callable[[Iterable[str]], str]
) -> list[str]:
    """The section of a parameter on the page of an incentive of the folder `owner`."""
    unit = words.unit_name(one.unit)
    about = code(one.name) + (f", in {unit}" if unit else "")
    if one.informative:
        about += ". Ter informatie: geen regel rekent ermee"
    head = ("van", "tot en met", "waarde", "bron", "opmerking")
    lines = [
        f'<a id="{anchor(owner, one.ref)}"></a>',
        "",
        f"### {escaped(one.label)}",
        "",
        f"{about}.",
        "",
    ]
    if not one.is_table:
        return [*lines, *table(head, _rows(one, one.values, sources))]
    rows: list[tuple[str, ...]] = []
    for word, series in one.rows.items():
        label = word_label(rulebook, word)
        first = code(word) if label == word else f"{escaped(label)} ({code(word)})"
        rows += [(first, *row) for row in _rows(one, series, sources)]
    rows += [("alle andere", *row) for row in _rows(one, one.otherwise, sources)]
    return [*lines, *table(("voor", *head), rows)]


def _rows(
    parameter: Parameter, series: Series, sources: Callable[[Iterable[str]], str]
) -> Iterator[tuple[str, ...]]:
    ends = [_day_before(line.since) for line in series[1:]]
    for line, end in zip_longest(series, ends):
        until = line.until or end
        yield (
            words.day(line.since) if line.since.year > words.LONG_AGO else "altijd",
            words.day(until) if until else "geen einddatum",
            _value(line, parameter),
            sources(line.sources),
            _remark(line, parameter.unit),
        )


def _value(line: DatedValue, parameter: Parameter) -> str:
    match line.node:
        case Number(value):
            return words.amount(value, parameter.unit)
        case UnknownInLaw(reason=reason, low=low, high=high):
            bounds = [
                f"{name} {words.amount(bound, parameter.unit)}"
                for name, bound in (("minstens", low), ("hoogstens", high))
                if bound is not None
            ]
            told = f" ({' en '.join(bounds)})" if bounds else ""
            return f"**niet gekend**{told}: {escaped(reason)}"
        case Nothing():
            return words.DOES_NOT_EXIST
        case _:
            return escaped(_bare(line, parameter))


def _bare(line: DatedValue | None, parameter: Parameter) -> str:
    """A value inside a sentence, which has a unit of its own."""
    return words.law_value(line.node if line else None, parameter.unit, bare=True)


def _remark(line: DatedValue, unit: str) -> str:
    parts = [escaped(line.note)] if line.note else []
    if line.disputed:
        parts.append(f"Betwist: {escaped(line.disputed)}")
    if line.corrected:
        on, was = words.day(line.corrected.on), words.law_value(line.corrected.was, unit)
        parts.append(escaped(f"Door ons verbeterd op {on}: was {was}. {line.corrected.why}"))
    return " ".join(parts)
