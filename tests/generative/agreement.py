"""Where compiled rules and `assess` differ, in sentences; an empty list when they agree."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal

from koers.engine.assess import assess, reference_day
from koers.engine.assessment import Answer
from koers.engine.compiled import Found
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.incentive import Output
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
        for incentive in compiled.ids
        for referee in [Referee(compiled, incentive, facts)]
        for how, found in told.items()
        for what in referee.differences(found[incentive], quick=how == "run")
    ]


class Referee:
    """What `assess` says of one incentive for one person."""

    def __init__(self, compiled: Compiled, incentive: str, facts: Facts) -> None:
        rules, on, strict = compiled.rulebook, compiled.on, compiled.strict
        self.rule = rules[incentive]
        self.outputs = rules.outputs
        self.expected = assess(rules, incentive, facts, on=on, strict=strict)
        self.day = reference_day(self.rule, facts, on)
        day = self.day or on
        self.nodes = {name: node for name, _, node in rules.at(incentive, day, on).amounts}
        self.evaluation = Evaluation(rules, incentive, facts, day=day, asked=on, strict=strict)

    def differences(self, found: Found, *, quick: bool) -> Iterator[str]:
        """Where the compiled rules say something else; the quick ones may leave amounts open."""
        if found.eligible is not self.expected.eligible:
            yield f"eligible is {self.expected.eligible}, compiled says {found.eligible}"
        if self.day is None:
            return
        for reason in self.expected.reasons:
            verdict = found.verdicts[reason.name]
            if verdict is not reason.verdict:
                yield f"{reason.name} is {reason.verdict}, compiled says {verdict}"
        known = set(self.expected.amounts)
        due = {name for name in known if not quick or self._is_due(name)}
        if not due <= set(found.amounts) <= known:
            yield f"amounts are {due}, compiled has {set(found.amounts)}"
            return
        for name, got in found.amounts.items():
            if not (quick and got == OPEN):
                yield from _of_amount(self.evaluation, self.outputs[name], self.nodes[name], got)

    def _is_due(self, name: str) -> bool:
        """Must the quick row tell it? It does so of a certain right, and what is always told."""
        return self.rule.outputs[name].always or self.expected.answer is Answer.ENTITLED


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
