"""Specs of the rule language: a table is the specification, the test and the documentation.

A folder is a chapter, a file a section about one operation, a `Spec` a paragraph: an expression
as an author writes it, and a table with facts on the left and what must come out on the right.
`collect_specs` gives them in reading order; `backends` runs them.

Cells on the left are written as in a facts file: `true`, `80`, `2026-09-01`, `absent`, `unknown`
(asked, and not known), `-` (not asked), `10..20` or `10..` (an interval), `a / b` (one of some
words), `80 on 2025-03-01` (known for a day), `[1, 2]` (a list). The column `on` is the day asked.

Cells on the right: `yes`, `no`, `unknown`; `12`, `10..20`, `10..`, `10..20 or absent`, `absent`;
`2026-09-01`; `a / b`; `-` for an amount that is not told. Between brackets stands what only the
full assessment tells: `(open: person.age)`, `(law)`, `(judged by: VDAB)`, `(assumed: job.days)`,
`(contradicts: job.days)`.
"""

from __future__ import annotations

import importlib
import re
import tempfile
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import koers.engine as engine
from koers.engine.facts import Fact, Vocabulary, vocabulary
from koers.engine.incentive import Amount, Condition, Incentive, Output, Rulebook, condition
from koers.engine.language import (
    ChoiceExpression,
    DayExpression,
    Expression,
    NumberExpression,
    TruthExpression,
)
from koers.engine.nodes import Kind
from koers.engine.parameters import Parameters
from koers.engine.reading import load_parameters

CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "truth": ("and_", "or_", "not_", "compare", "member", "present", "branches"),
    "numbers": (
        "arithmetic",
        "least_greatest",
        "share_per_month",
        "rounding",
        "or_else",
        "branches",
        "tables",
    ),
    "days": ("elapsed", "shift", "calendar_day", "extremes", "reference_days"),
    "words": ("branches",),
    "not_knowing": (
        "kinds",
        "partial",
        "unknown_in_law",
        "unknown_number",
        "unknown_word",
        "open_norm",
    ),
    "consequences": (
        "usual",
        "implied",
        "derived",
        "at_least",
        "one_unit",
        "reductions",
        "dated",
    ),
    "law": ("parameters", "dated_conditions", "exists", "amounts"),
}
"""Chapters and their sections, in reading order."""

FACTS = """
class person:
    works = yes_no_fact(label="heeft werk")
    studies = yes_no_fact(label="studeert")
    age = number_fact(unit="years", whole=True, label="leeftijd")
    children = number_fact(unit="children", whole=True, absent=0, label="aantal kinderen")
    region = choice_fact(
        {"flanders": "Vlaanderen", "brussels": "Brussel", "wallonia": "Wallonië"},
        label="woonplaats",
    )


class job:
    fraction = number_fact(unit="%", high=100, label="tewerkstellingsbreuk")
    hours = number_fact(unit="h", label="uren per week")
    wage = number_fact(unit="EUR", label="maandloon")
    sector = choice_fact(
        {"private": "privé", "public": "openbaar"}, absent=ABSENT, label="sector"
    )
    committee = code_fact(r"^\\d{3}$", absent=ABSENT, label="paritair comité")
    start = day_fact(label="eerste werkdag")
    end = day_fact(absent=ABSENT, label="laatste werkdag")
    remote = yes_no_fact(absent=ABSENT, label="telewerk")


class training:
    hours = number_fact(unit="h", absent=ABSENT, label="lesuren")
    price = number_fact(unit="EUR", absent=ABSENT, label="prijs")
    start = day_fact(label="eerste lesdag")
    end = day_fact(absent=ABSENT, label="laatste lesdag")
"""
"""The facts that most specs use."""

_LAW = """
sources:
  decree: {title: Decree, url: "https://example.org/decree", status: official, read: 2026-01-01}
"""


@dataclass(frozen=True)
class Chapter:
    """A folder: its name, title, and what it is about."""

    name: str
    title: str
    text: str


@dataclass(frozen=True)
class Section:
    """A file: its name, title, and what it is about."""

    name: str
    title: str
    text: str


@dataclass(frozen=True)
class Row:
    """One line of the table: what is stated, on which day, and what must come out."""

    facts: Mapping[str, str]
    on: date
    expected: Mapping[str, str]


@dataclass(frozen=True)
class Spec:
    """One paragraph: an expression (or a whole rule) with the table of what it gives.

    `expression` is the text that runs: one expression, or lines that define `conditions` and
    `amounts`. `facts` and `law` are the declarations and the `parameters.yaml` it runs with;
    `reference` names the fact that holds the reference day.
    """

    title: str
    text: str
    expression: str
    table: str
    facts: str = FACTS
    law: str = ""
    reference: str | None = None
    strict: bool = False
    on: date = date(2026, 1, 15)
    chapter: Chapter = Chapter("", "", "")
    section: Section = Section("", "", "")

    @property
    def source(self) -> str:
        """The expression without the indentation of the file it stands in."""
        return textwrap.dedent(self.expression).strip()

    @property
    def declarations(self) -> str:
        """The declarations of the facts, when they are not the common ones."""
        return "" if self.facts == FACTS else textwrap.dedent(self.facts).strip()

    @property
    def parameters(self) -> str:
        """The values of the law, as they stand in parameters.yaml."""
        return textwrap.dedent(self.law).strip()

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of the table."""
        return _cells(self._lines()[0])

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines of the table."""
        return tuple(self._row(_cells(line)) for line in self._lines()[1:])

    def _lines(self) -> list[str]:
        lines = textwrap.dedent(self.table).strip().splitlines()
        return [line for line in lines if set(line) - set("-+| ")]

    def _row(self, cells: tuple[str, ...]) -> Row:
        line = dict(zip(self.columns, cells, strict=True))
        on = line.pop("on", None)
        return Row(
            {name: cell for name, cell in line.items() if "." in name},
            self.on if on is None else date.fromisoformat(on),
            {name: cell for name, cell in line.items() if "." not in name},
        )

    @property
    def facts_used(self) -> tuple[str, ...]:
        """The facts in the table."""
        return tuple(name for name in self.columns if "." in name)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))


def collect_specs() -> tuple[Spec, ...]:
    """All specs in reading order, each with its chapter and section."""
    return tuple(_collected())


def _collected() -> Iterator[Spec]:
    for name, sections in CHAPTERS.items():
        chapter = Chapter(name, *_title_and_text(f"tests.spec.{name}"))
        for part in sections:
            module = f"tests.spec.{name}.{part}"
            section = Section(part, *_title_and_text(module))
            for spec in importlib.import_module(module).SPECS:
                yield replace(spec, chapter=chapter, section=section)


def _title_and_text(module: str) -> tuple[str, str]:
    title, _, text = (importlib.import_module(module).__doc__ or "").partition("\n")
    return title.rstrip("."), textwrap.dedent(text).strip()


# Building ------------------------------------------------------------------------------------


def _names() -> dict[str, Any]:
    return {name: getattr(engine, name) for name in engine.__all__} | {
        "date": date,
        "Decimal": Decimal,
    }


def _vocabulary(source: str) -> tuple[Vocabulary, dict[str, Any]]:
    """The classes of some declarations, and what is said to follow from what."""
    scope = _names()
    exec(compile(source, "<facts>", "exec"), scope)
    subjects = [value for value in scope.values() if isinstance(value, type) and _declares(value)]
    more = {
        name: scope[name.upper()]
        for name in ("implications", "derived", "at_least", "reductions", "one_unit")
        if name.upper() in scope
    }
    return vocabulary(subjects, **more), {one.__name__: one for one in subjects}


def _declares(value: type) -> bool:
    return any(isinstance(getattr(item, "declared", None), Fact) for item in vars(value).values())


def _parameters(law: str) -> Parameters:
    with tempfile.TemporaryDirectory() as folder:
        rule = Path(folder) / "spec" / "rule.py"
        rule.parent.mkdir()
        text = textwrap.dedent(law)
        text += "" if "sources:" in text else _LAW
        rule.with_name("parameters.yaml").write_text(text, encoding="utf-8")
        return load_parameters(str(rule))


@cache
def rulebook(spec: Spec) -> Rulebook:
    """A rulebook of one incentive, `spec`, that says what the spec says."""
    known, subjects = _vocabulary(spec.facts)
    law = _parameters(spec.law)
    scope = {**_names(), **subjects, "p": law}
    conditions, amounts = _rule(spec.source, scope)
    incentive = Incentive(
        id="spec",
        kind="right",
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        parameters=law,
        conditions=conditions,
        amounts=amounts,
        reference_fact=spec.reference,
    )
    outputs = [_output(name, one.expression) for name, one in incentive.outputs.items()]
    return Rulebook([incentive], vocabulary=known, outputs=outputs, version="spec")


def _rule(
    source: str, scope: dict[str, Any]
) -> tuple[list[Condition], dict[str, Expression | Amount]]:
    if not re.search(r"^(conditions|amounts) =", source, re.MULTILINE):
        expression = eval(compile(source, "<spec>", "eval"), scope)
        if not isinstance(expression, TruthExpression):
            return [], {"expected": expression}
        made = condition(expression, law="art. 1", title="voorwaarde", source="decree")
        return [replace(made, name="expected")], {"expected": Amount(expression, always=True)}
    exec(compile(source, "<spec>", "exec"), scope)
    names = {id(value): name for name, value in scope.items() if isinstance(value, Condition)}
    conditions = [replace(one, name=names[id(one)]) for one in scope.get("conditions", [])]
    return conditions, scope.get("amounts", {})


_KINDS = {
    NumberExpression: Kind.NUMBER,
    DayExpression: Kind.DAY,
    ChoiceExpression: Kind.CHOICE,
    TruthExpression: Kind.TRUTH,
}


def _output(name: str, expression: Expression) -> Output:
    kind = next(kind for made, kind in _KINDS.items() if isinstance(expression, made))
    words = getattr(expression, "words", None) if kind is Kind.CHOICE else ()
    unit = expression.unit if isinstance(expression, NumberExpression) else ""
    return Output(name, kind, name, unit, words=tuple(sorted(map(str, words or ()))))
