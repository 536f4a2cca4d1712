"""Where compiled rules and `assess` differ, in sentences; an empty list when they agree."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from koers.engine.assess import assess, reference_day
from koers.engine.compiled import Found
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.incentive import Output, Rulebook
from koers.engine.nodes import Kind, Node
from koers.engine.to_python import Compiled
from koers.engine.values import ABSENT, Quantity, Truth, rounded

CLOSE = 1e-6


def differences(compiled: Compiled, facts: Facts) -> list[str]:
    """All differences between the two, for one person."""
    found = compiled.found(facts)
    return [
        f"{incentive}: {what}"
        for incentive in compiled.ids
        for what in _of_incentive(compiled, incentive, facts, found[incentive])
    ]


def _of_incentive(compiled: Compiled, incentive: str, facts: Facts, found: Found) -> Iterator[str]:
    rulebook, on, strict = compiled.rulebook, compiled.on, compiled.strict
    expected = assess(rulebook, incentive, facts, on=on, strict=strict)
    if found.eligible is not _truth_of(expected.eligible):
        yield f"eligible is {expected.eligible}, compiled says {found.eligible}"
    day = reference_day(rulebook[incentive], facts, on)
    if day is None:
        return
    for reason in expected.reasons:
        verdict = found.verdicts[reason.name]
        if verdict is not reason.verdict:
            yield f"{reason.name} is {reason.verdict}, compiled says {verdict}"
    if set(found.amounts) != set(expected.amounts):
        yield f"amounts are {set(expected.amounts)}, compiled has {set(found.amounts)}"
        return
    resolved = rulebook.at(incentive, day, on)
    evaluation = Evaluation(rulebook, incentive, facts, day=day, asked=on, strict=strict)
    for name, _, node in resolved.amounts:
        if name in found.amounts:
            yield from _of_amount(evaluation, rulebook.outputs[name], node, found.amounts[name])


def _truth_of(eligible: Truth) -> Truth:
    return eligible


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


__all__ = ["ABSENT", "close", "differences"]
