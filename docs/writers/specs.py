"""The spec tests as text: each expression with the table of what it gives.

The tables are run on every backend by tests/spec, so a reader can trust them to the last cell.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from itertools import groupby

from docs.writers.markdown import cell, code, table
from tests.spec import specs
from tests.spec.specs import Spec, collect_specs

INTRODUCTION = """\
## Operations, with what they give

Each operation has one or more tables: on the left what is known, on the right what comes out. The
tests run every table on the referee and on the compiled rules.
"""


def operations() -> list[str]:
    """All chapters, sections and specs."""
    lines = [INTRODUCTION, *_legend(), "The facts in the tables, where nothing else is said:", ""]
    lines += [*_fenced(specs.FACTS), ""]
    for chapter, in_chapter in groupby(collect_specs(), key=lambda spec: spec.chapter):
        lines += [f"### {chapter.title}", "", chapter.text, ""]
        for section, in_section in groupby(in_chapter, key=lambda spec: spec.section):
            lines += [f"#### {section.title}", "", section.text, ""]
            for spec in in_section:
                lines += _spec(spec)
    return lines


def _legend() -> list[str]:
    """How cells are written: the last paragraphs of the docstring of the specs."""
    paragraphs = (specs.__doc__ or "").strip().split("\n\n")
    return [line for text in paragraphs[-2:] for line in (text, "")]


def _spec(spec: Spec) -> list[str]:
    head, *rows = _cells(spec.table)
    lines = [f"**{spec.title.rstrip('.')}.** {textwrap.dedent(spec.text).strip()}", ""]
    if spec.declarations:
        lines += _fenced(spec.declarations)
    if spec.parameters:
        lines += _fenced(spec.parameters, "yaml")
    return [
        *lines,
        *_fenced(spec.source),
        *_circumstances(spec, head),
        *table([code(name) for name in head], [[cell(one) for one in row] for row in rows]),
    ]


def _circumstances(spec: Spec, head: Iterable[str]) -> list[str]:
    told = []
    if spec.strict:
        told.append("Nothing is assumed (strict).")
    if spec.reference:
        told.append(f"The reference day is that of {code(spec.reference)}.")
    if "on" not in head and spec.on != _usual_day():
        told.append(f"Asked for {spec.on.isoformat()}.")
    return [" ".join(told), ""] if told else []


def _usual_day() -> date:
    (day,) = (field.default for field in fields(Spec) if field.name == "on")
    assert isinstance(day, date)
    return day


def _cells(text: str) -> list[list[str]]:
    """The lines of a table, cell by cell; lines that only draw are left out."""
    lines = textwrap.dedent(text).strip().splitlines()
    drawn = set("-+| ")
    return [[one.strip() for one in line.split("|")] for line in lines if set(line) - drawn]


def _fenced(source: str, kind: str = "text") -> list[str]:
    return [f"```{kind}", *textwrap.dedent(source).strip().splitlines(), "```", ""]
