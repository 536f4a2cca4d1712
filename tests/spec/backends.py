"""Every way to compute a spec, each giving the same cells: the referee and the compiled rules.

`assess` is the referee. `found` is the compiled function that keeps ranges; `run` the quick one,
which tells single values of certain rights only: an amount that it leaves open is not compared,
one that it tells must be right. What only an assessment tells stands between brackets and is
compared there alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from koers.engine.assess import assess, reference_day
from koers.engine.assessment import Assessment, written
from koers.engine.compiled import Found
from koers.engine.evaluate import Evaluation
from koers.engine.facts import Fact
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Kind, Node
from koers.engine.statements import read_facts
from koers.engine.to_python import Compiled, OtherDay, compile_rules
from koers.engine.values import Causes, Dated, Stated, Truth
from tests.spec.specs import Row, Spec, rulebook

Cells = Mapping[str, str]

OPEN = "open"
"""What the quick function tells of an amount that it does not know exactly."""
NOT_TOLD = "-"

# Facts ---------------------------------------------------------------------------------------

_INTERVAL = re.compile(r"^(\S*?)\.\.(\S*)$")
_DATED = re.compile(r"^(.+) on (\d{4}-\d{2}-\d{2})$")


def stated(row: Row, rules: Rulebook) -> dict[str, Stated]:
    """The facts of a row, canonical."""
    known = rules.vocabulary
    raw = {name: _raw(cell, known.facts[name]) for name, cell in row.facts.items() if cell != "-"}
    return read_facts(raw, known)


def _raw(cell: str, fact: Fact) -> Any:
    dated, interval = _DATED.match(cell), _INTERVAL.match(cell)
    if dated:
        return {"value": _raw(dated[1], fact), "on": date.fromisoformat(dated[2])}
    if cell.startswith("["):
        return [_raw(part.strip(), fact) for part in cell[1:-1].split(",")]
    if interval:
        ends = {"from": interval[1], "to": interval[2]}
        return {key: _raw(end, fact) for key, end in ends.items() if end}
    if " / " in cell:
        return [_raw(part.strip(), fact) for part in cell.split("/")]
    if fact.kind is Kind.NUMBER and re.fullmatch(r"-?\d+(\.\d+)?", cell):
        return Decimal(cell) if "." in cell else int(cell)
    return {"true": True, "false": False}.get(cell, cell)


# Cells ---------------------------------------------------------------------------------------


def _range(low: float | Decimal, high: float | Decimal, kind: Kind, *, maybe_absent: bool) -> str:
    if math.isnan(low):
        return "absent"
    ends = [_end(end, kind) for end in (low, high)]
    text = ends[0] if low == high else "..".join(ends)
    text = "unknown" if text == ".." else text
    return f"{text} or absent" if maybe_absent else text


def _end(value: float | Decimal, kind: Kind) -> str:
    if math.isinf(value):
        return ""
    if kind is Kind.DAY:
        return date.fromordinal(int(value)).isoformat()
    return written(round(Decimal(str(value)), 9))


def _words(words: frozenset[Any], *, other: bool = False) -> str:
    return " / ".join([*sorted(written(word) for word in words), *(["..."] if other else [])])


# The referee ---------------------------------------------------------------------------------


def assessed(spec: Spec, row: Row) -> Cells:
    """What `assess` tells, with what it tells beside it between brackets."""
    rules = rulebook(spec)
    facts = stated(row, rules)
    found = assess(rules, "spec", facts, on=row.on, strict=spec.strict)
    cells = dict.fromkeys(rules["spec"].outputs, NOT_TOLD) | {"eligible": found.eligible.value}
    day = reference_day(rules["spec"], facts, row.on)
    notes = {"eligible": _causes(found)}
    if day is None:
        cells |= dict.fromkeys(found.amounts, "unknown")
    else:
        evaluation = Evaluation(rules, "spec", facts, day=day, asked=row.on, strict=spec.strict)
        for name, _, node in rules.at("spec", day, row.on).amounts:
            if name in found.amounts:
                cells[name] = _value(evaluation, node, rules.outputs[name].kind)
    notes |= {name: one.causes for name, one in found.amounts.items()}
    return {
        name: _noted(cell, row.expected.get(name, ""), notes.get(name, Causes()), found)
        for name, cell in cells.items()
    }


def _causes(found: Assessment) -> Causes:
    return Causes(frozenset(found.missing), frozenset(found.law_doubts), frozenset(found.norms))


def _value(evaluation: Evaluation, node: Node, kind: Kind) -> str:
    if kind is Kind.TRUTH:
        return evaluation.truth(node).truth.value
    if kind is Kind.CHOICE:
        choice = evaluation.choice(node)
        return _words(choice.values, other=choice.other)
    found = evaluation.quantity(node)
    if not found.present:
        return "absent"
    return _range(found.low, found.high, kind, maybe_absent=found.maybe_absent)


def _noted(cell: str, expected: str, causes: Causes, found: Assessment) -> str:
    """A cell with the notes that the expected one has."""
    made = {
        "open": sorted(causes.facts),
        "judged by": sorted(norm.decides for norm in causes.norms),
        "assumed": [one.fact for one in found.assumptions],
        "contradicts": [one.fact for one in found.contradictions],
    }
    _, bracket, notes = expected.partition(" (")
    if not bracket:
        return cell
    wanted = [note.partition(":")[0] for note in notes[:-1].split("; ")]
    told = [
        ("law" if causes.law else "") if name == "law" else f"{name}: {', '.join(made[name])}"
        for name in wanted
    ]
    return f"{cell} ({'; '.join(told)})"


# The compiled rules --------------------------------------------------------------------------


@cache
def compiled(spec: Spec, on: date) -> Compiled:
    """The spec as Python, for one day."""
    return compile_rules(rulebook(spec), on, strict=spec.strict)


def found(spec: Spec, row: Row) -> Cells:
    """What the compiled rules tell of any facts, with ranges; no amounts on an unknown day."""
    one = compiled(spec, row.on)
    facts = stated(row, one.rulebook)
    cells = _told(one.found(facts)["spec"], one.rulebook)
    if reference_day(one.rulebook["spec"], facts, row.on) is None:
        return {"eligible": cells["eligible"]}
    return cells


def run(spec: Spec, row: Row) -> Cells:
    """What the quick function tells; it does not take dated facts, nor another day."""
    one = compiled(spec, row.on)
    facts = stated(row, one.rulebook)
    if any(isinstance(value, Dated) for value in facts.values()):
        return {}
    plain = {
        name: float(value) if isinstance(value, Decimal) else value for name, value in facts.items()
    }
    try:
        told = one.read(one.run(plain))["spec"]
    except OtherDay:
        return {}
    closed = told.eligible is Truth.NO
    return {
        name: _single(cell, name, one.rulebook)
        for name, cell in _told(told, one.rulebook).items()
        if cell != NOT_TOLD or closed
    }


def _told(one: Found, rules: Rulebook) -> Cells:
    cells = dict.fromkeys(rules["spec"].outputs, NOT_TOLD) | {"eligible": one.eligible.value}
    for name, value in one.amounts.items():
        if isinstance(value, Truth):
            cells[name] = value.value
        elif isinstance(value, frozenset):
            cells[name] = _words(value)
        else:
            low, high, maybe_absent = value
            kind = rules.outputs[name].kind
            cells[name] = _range(low, high, kind, maybe_absent=maybe_absent)
    return cells


def _single(cell: str, name: str, rules: Rulebook) -> str:
    """A cell as the quick function tells it: no range of a number or a day."""
    if name not in rules.outputs or rules.outputs[name].kind not in (Kind.NUMBER, Kind.DAY):
        return cell
    return OPEN if ".." in cell or "absent" in cell[1:] or cell == "unknown" else cell


BACKENDS: Mapping[str, Callable[[Spec, Row], Cells]] = {
    "assess": assessed,
    "found": found,
    "run": run,
}


def wrong(spec: Spec, backend: str) -> Iterator[str]:
    """The rows of a spec for which a backend gives something else, in sentences."""
    rules = rulebook(spec)
    for number, row in enumerate(spec.rows, 1):
        got = BACKENDS[backend](spec, row)
        for name, expected in _expected(row, rules).items():
            wanted = expected if backend == "assess" else expected.partition(" (")[0]
            if got.get(name, wanted) not in (wanted, OPEN):
                yield f"row {number}, {name}: expected {wanted!r}, got {got[name]!r}"


def _expected(row: Row, rules: Rulebook) -> Cells:
    """The right side of a row; one condition alone decides the right too."""
    if not rules["spec"].conditions or "expected" not in row.expected:
        return row.expected
    return {**row.expected, "eligible": row.expected["expected"].partition(" (")[0]}
