"""Where compiled rules and `assess` differ, in sentences; an empty list when they agree."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal

from koers.engine.assess import assess, reference_day
from koers.engine.assessment import Answer, Assessment
from koers.engine.compiled import Found
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.incentive import Output, Rulebook
from koers.engine.nodes import Kind, Node
from koers.engine.to_python import Compiled, OtherDay
from koers.engine.values import Dated, Quantity, rounded

CLOSE = 1e-6
OPEN = (-math.inf, math.inf, True)
"""What the quick row tells of a number or day that it does not know exactly."""


def differences(compiled: Compiled, facts: Facts) -> list[str]:
    """All differences for one person: of `found`, which tells ranges, and of the quick `run`."""
    told = {"found": compiled.found(facts)}
    if not any(isinstance(value, Dated) for value in facts.values()):
        with suppress(OtherDay):
            told["run"] = compiled.read(compiled.run(facts))
    return [
        f"{incentive}, {how}: {what}"
        for how, found in told.items()
        for incentive in compiled.ids
        for what in _of_incentive(
            compiled, incentive, facts, found[incentive], quick=how == "run"
        )
    ]


def _of_incentive(
    compiled: Compiled, incentive: str, facts: Facts, found: Found, *, quick: bool
) -> Iterator[str]:
    rulebook, on, strict = compiled.rulebook, compiled.on, compiled.strict
    expected = assess(rulebook, incentive, facts, on=on, strict=strict)
    if found.eligible is not expected.eligible:
        yield f"eligible is {expected.eligible}, compiled says {found.eligible}"
    day = reference_day(rulebook[incentive], facts, on)
    if day is None:
        return
    for reason in expected.reasons:
        verdict = found.verdicts[reason.name]
        if verdict is not reason.verdict:
            yield f"{reason.name} is {reason.verdict}, compiled says {verdict}"
    due = {name for name in expected.amounts if not quick or _is_due(rulebook, expected, name)}
    if not due <= set(found.amounts) <= set(expected.amounts):
        yield f"amounts are {due}, compiled has {set(found.amounts)}"
        return
    resolved = rulebook.at(incentive, day, on)
    evaluation = Evaluation(rulebook, incentive, facts, day=day, asked=on, strict=strict)
    for name, _, node in resolved.amounts:
        if name in found.amounts:
            got = found.amounts[name]
            if not (quick and got == OPEN):
                yield from _of_amount(evaluation, rulebook.outputs[name], node, got)


def _is_due(rulebook: Rulebook, expected: Assessment, name: str) -> bool:
    """Must the quick row tell it? It does so when the right is certain, or the amount always told."""
    always = rulebook[expected.incentive].outputs[name].always
    return always or expected.answer is Answer.ENTITLED


def _of_amount(evaluation: Evaluation, output: Output, node: Node, got: object) -> Iterator[str]:
    if output.kind is Kind.TRUTH:
        truth = evaluation.truth(node).truth
        if got is not truth:
            yield f"{output.name} is {truth}, compiled says {got}"
    elif output.kind is Kind.CHOICE:
        words = evaluation.choice(node).values
        if got != words:
            yield f"{output.name} is one of {words}, compiled says {got}"
    else:
        quantity = evaluation.quantity(node)
        if not _same_number(quantity, output, got):
            yield f"{output.name} is {quantity}, compiled says {got}"


def _same_number(quantity: Quantity, output: Output, got: object) -> bool:
    low, high, maybe_absent = got  # type: ignore[misc]  # a number by declaration
    if not quantity.present:
        return math.isnan(low) and math.isnan(high) and maybe_absent is True
    ends = (quantity.low, quantity.high)
    if output.step is not None:
        ends = tuple(rounded(end, Decimal(output.step), "half_up") for end in ends)  # type: ignore[assignment]
    same = all(close(end, value) for end, value in zip(ends, (low, high), strict=True))
    return same and bool(maybe_absent) is quantity.maybe_absent


def close(expected: Decimal | date | None, got: float) -> bool:
    """The same number within a millionth, or the same infinity."""
    number = float(expected)  # type: ignore[arg-type]
    if math.isinf(number) or math.isinf(got):
        return number == got
    return math.isclose(number, got, rel_tol=CLOSE, abs_tol=CLOSE)

