"""The same rules compiled to straight-line Python: one person fast, all conditions kept.

`compile_rules(rulebook, on)` resolves every incentive on a day and writes one function for all
of them. Facts are loaded once, shared parts are computed once, and each condition becomes two
expressions, "surely yes" and "surely no", which is Kleene's logic without tables. Choices are
bit masks. It is held to `assess` by tests/spec and tests/generative; the law is not read here,
only nodes.

There are two such functions, each written when it is first needed. The quick one (`emit_points`)
has one float per number; where a value is known in part it hands over to the full one (`emit`),
which has bounds for every number and tells ranges.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from koers.engine import compiled
from koers.engine.assess import reference_day
from koers.engine.compiled import (
    CLOSED,
    AmountSlot,
    Found,
    IncentiveSlot,
    Row,
    Run,
    narrowed,
    read_row,
)
from koers.engine.emit import Emitter
from koers.engine.emit_facts import WordLists
from koers.engine.emit_points import PointEmitter
from koers.engine.errors import KoersError
from koers.engine.evaluate import Evaluation, Facts, current
from koers.engine.incentive import Output, Resolved, Rulebook
from koers.engine.nodes import (
    Kind,
    Node,
    Word,
    walk,
)
from koers.engine.python_text import any_part, both, literal, verdict
from koers.engine.simplify import simplified
from koers.engine.values import ABSENT, Dated, Truth

# A whole rulebook ----------------------------------------------------------------------------


def translated(mask: int, to: Sequence[int]) -> int:
    """A mask over other words."""
    return sum(bit for position, bit in enumerate(to) if mask >> position & 1)


class OtherDay(KoersError):
    """A fact says that the law looks at another day than the one the rules were compiled for."""


class Compiled:
    """All incentives of a rulebook on one day, as Python. Made by `compile_rules`.

    `run(facts)` gives a flat row: True, False and None for truths, a mask for words, a number
    (NaN when it is open, -INF when it is absent, None when the right is not certain). `read(row)`
    gives it names; `found(facts)` adds what is known of amounts while a right is open, and the
    range of what is open. `source` is the text that runs.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        on: date,
        *,
        strict: bool = False,
        reasons: bool = True,
        incentives: Sequence[str] | None = None,
        day: date | None = None,
    ) -> None:
        self.rulebook = rulebook
        self.on = on
        self.strict = strict
        self.reasons = reasons
        self.ids = tuple(incentives or rulebook.ids)
        self._others: dict[tuple[str, date], Compiled] = {}
        self._resolved = [self._simplified(one, day or on) for one in self.ids]
        nodes = [node for one in self._resolved for node in _nodes(one)]
        self._words = WordLists(rulebook, nodes)
        facts = (rulebook[one].reference_fact for one in self.ids)
        self._holders = tuple(dict.fromkeys(fact for fact in facts if fact)) if day is None else ()

    @cached_property
    def _quick(self) -> tuple[str, Run, tuple[IncentiveSlot, ...]]:
        return self._write(PointEmitter)

    @cached_property
    def _full(self) -> tuple[str, Run, tuple[IncentiveSlot, ...]]:
        return self._write(Emitter)

    @property
    def source(self) -> str:
        """The text that `run` runs."""
        return self._quick[0]

    def _simplified(self, incentive: str, day: date) -> Resolved:
        resolved = self.rulebook.at(incentive, day, self.on)
        evaluation = Evaluation(
            self.rulebook, incentive, {}, day=day, asked=self.on, strict=self.strict
        )
        return replace(
            resolved,
            conditions=tuple(
                (one, simplified(node, evaluation)) for one, node in resolved.conditions
            ),
            amounts=tuple(
                (name, one, simplified(node, evaluation)) for name, one, node in resolved.amounts
            ),
        )

    def run(self, facts: Facts) -> Row:
        """The row for canonical facts.

        Raises OtherDay when a fact says that the law looks at another day than `on`, and does
        not take dated statements: `found` handles both.
        """
        run = self._quick[1]
        try:
            return run(facts)
        except (KeyError, TypeError):
            _, run, slots = self._full
            return tuple(narrowed(run(facts), slots))

    @property
    def slots(self) -> tuple[IncentiveSlot, ...]:
        """Where each incentive stands in `full_row`."""
        return self._full[2]

    def full_row(self, facts: Facts) -> Row:
        """The row with bounds, for values that may be known in part. For callers in a hurry.

        Raises OtherDay, TypeError or KeyError for what only `found` can handle.
        """
        return self._full[1](facts)

    def read(self, row: Row) -> dict[str, Found]:
        """A row of `run` with names; the range of an open amount is not in it."""
        return read_row(row, self._quick[2])

    def found(self, facts: Facts) -> dict[str, Found]:
        """The answers by id, for any canonical facts."""
        dated = any(isinstance(value, Dated) for value in facts.values())
        if not dated and all(facts.get(fact, self.on) == self.on for fact in self._holders):
            _, run, slots = self._full
            return read_row(run(facts), slots)
        return {one: self._one(one, facts) for one in self.ids}

    def _one(self, incentive: str, facts: Facts) -> Found:
        """One incentive on its own reference day, dated statements included."""
        day = reference_day(self.rulebook[incentive], facts, self.on)
        if day is None:
            always = not self.rulebook[incentive].conditions
            return Found(Truth.YES if always else Truth.UNKNOWN, {}, {})
        known = self.rulebook.vocabulary.facts
        current_facts = {
            name: current(known[name], value, day) if isinstance(value, Dated) else value
            for name, value in facts.items()
        }
        stated = {name: value for name, value in current_facts.items() if value is not None}
        key = (incentive, day)
        if key not in self._others:
            self._others[key] = Compiled(
                self.rulebook,
                self.on,
                strict=self.strict,
                reasons=self.reasons,
                incentives=[incentive],
                day=day,
            )
        other = self._others[key]
        return other.found(stated)[incentive]

    # Writing ---------------------------------------------------------------------------------

    def _write(self, kind: type[Emitter]) -> tuple[str, Run, tuple[IncentiveSlot, ...]]:
        emitter = kind(self.rulebook, self.on, strict=self.strict, words=self._words)
        for resolved in self._resolved:
            for node in _nodes(resolved):
                emitter.shared.update(walk(node))
        items: list[str] = []
        for fact in self._holders:
            day = emitter.raw(fact)
            emitter.writer.line(
                f"if {day} is not None and {day} != ON and {day} is not ABSENT: raise OtherDay"
            )
        slots = tuple(self._incentive(emitter, one, items) for one in self._resolved)
        writer = emitter.writer
        writer.line(f"return ({''.join(f'{item}, ' for item in items)})")
        if not emitter.raws:
            emitter.raw(next(iter(self.rulebook.vocabulary.facts)))
        source = "\n".join(["def run(facts):", *emitter.header(), *writer.lines, ""])
        scope: dict[str, object] = {
            **{name: getattr(compiled, name) for name in _RUNTIME},
            **writer.constants,
            "FACTS": tuple(emitter.raws),
            "date": date,
            "Decimal": Decimal,
            "translated": translated,
            "ON": self.on,
            "OtherDay": OtherDay,
            "CLOSED": CLOSED,
        }
        exec(compile(source, f"<rules on {self.on}>", "exec"), scope)
        run = scope["run"]
        return source, run, slots  # type: ignore[return-value]

    def _incentive(self, emitter: Emitter, resolved: Resolved, items: list[str]) -> IncentiveSlot:
        emitter.start(resolved)
        names = self._names(emitter, resolved)
        points = isinstance(emitter, PointEmitter)
        slot = _slot(resolved, len(items), self.rulebook, reasons=self.reasons, points=points)
        self._body(emitter, resolved, names)
        items += [names[0], *(names[1] if self.reasons else ())]
        items += [name for variables in names[2] for name in variables]
        return slot

    def _names(
        self, emitter: Emitter, resolved: Resolved
    ) -> tuple[str, list[str], list[tuple[str, ...]]]:
        writer = emitter.writer
        full = not isinstance(emitter, PointEmitter)
        conditions = [writer.name("c") for _ in resolved.conditions]
        amounts = []
        for name, _, _ in resolved.amounts:
            number = self.rulebook.outputs[name].kind in (Kind.NUMBER, Kind.DAY)
            amounts.append(tuple(writer.name("z") for _ in range(3 if number and full else 1)))
        return writer.name("e"), conditions, amounts

    def _body(
        self,
        emitter: Emitter,
        resolved: Resolved,
        names: tuple[str, list[str], list[tuple[str, ...]]],
    ) -> None:
        writer = emitter.writer
        eligible, conditions, amounts = names
        for position, (_, node) in enumerate(resolved.conditions):
            text = verdict(emitter.truth(node))
            if text.isidentifier():
                conditions[position] = text
            else:
                writer.line(f"{conditions[position]} = {text}")
        yes = both(*conditions) if resolved.exists else "False"
        no = any_part(*(f"{name} is False" for name in conditions)) if resolved.exists else "True"
        writer.line(f"{eligible} = {verdict((yes, no))}")
        told = list(zip(resolved.amounts, amounts, strict=True))
        for (name, one, node), slot in told:
            if one.always:
                self._amount(emitter, name, node, slot)
        rest = [item for item in told if not item[0][1].always]
        if not rest:
            return
        quick = isinstance(emitter, PointEmitter)
        writer.open(f"if {eligible}:" if quick else f"if {eligible} is not False:")
        for (name, _, node), slot in rest:
            self._amount(emitter, name, node, slot)
        writer.close()
        writer.open("else:")
        closed: dict[str, list[str]] = {"CLOSED": [], "None": []}
        for (name, _, _), slot in rest:
            truth = self.rulebook.outputs[name].kind is Kind.TRUTH
            closed["CLOSED" if truth else "None"] += slot
        for word, variables in closed.items():
            if variables:
                writer.line(f"{' = '.join(variables)} = {word}")
        writer.close()

    def _amount(self, emitter: Emitter, name: str, node: Node, slot: tuple[str, ...]) -> None:
        writer = emitter.writer
        output = self.rulebook.outputs[name]
        if output.kind is Kind.TRUTH:
            writer.line(f"{slot[0]} = {verdict(emitter.truth(node))}")
        elif output.kind is Kind.CHOICE:
            words: tuple[Word, ...] = (*output.words, ABSENT)
            writer.line(f"{slot[0]} = {emitter.mask(node, words)}")
        elif isinstance(emitter, PointEmitter):
            self._point_amount(emitter, output, node, slot[0])
        else:
            low, high, absent = emitter.quantity(node)
            if output.step is None:
                writer.line(f"{slot[0]} = {low}; {slot[1]} = {high}; {slot[2]} = {absent}")
                return
            step = float(output.step)
            per_step = literal(1 / Decimal(output.step))
            writer.open(f"if {low} == {high} and 0 <= {low} < INF:")
            writer.line(
                f"{slot[0]} = {slot[1]} = ({low} * {per_step} + 0.5000001) // 1 / {per_step}"
            )
            writer.close()
            writer.open("else:")
            for end, value in zip(slot, (low, high), strict=False):
                writer.line(f"{end} = round_half_up({value}, {step!r})")
            writer.close()
            writer.line(f"{slot[2]} = {absent}")

    def _point_amount(self, emitter: PointEmitter, output: Output, node: Node, name: str) -> None:
        value = emitter.value(node)
        if output.step is None:
            emitter.writer.line(f"{name} = {value}")
            return
        step, per_step = float(output.step), literal(1 / Decimal(output.step))
        if not value.isidentifier() and value not in ("-INF", "NAN"):
            emitter.writer.line(f"{name} = {compiled.round_half_up(float(value), step)!r}")
            return
        emitter.writer.line(
            f"{name} = ({value} * {per_step} + 0.5000001) // 1 / {per_step} "
            f"if {value} >= 0 else {value} if {value} != {value} "
            f"else round_half_up({value}, {step!r})"
        )


_RUNTIME = (
    "INF NAN ABSENT UNKNOWN spread times over least greatest round_half_up round_down round_up "
    "between moved edge_of either"
).split()


def _nodes(resolved: Resolved) -> list[Node]:
    return [
        *(node for _, node in resolved.conditions),
        *(node for _, _, node in resolved.amounts),
    ]


def _slot(
    resolved: Resolved, at: int, rulebook: Rulebook, *, reasons: bool, points: bool
) -> IncentiveSlot:
    conditions = tuple(one.name for one, _ in resolved.conditions) if reasons else ()
    position = at + 1 + len(conditions)
    amounts = []
    for name, one, _ in resolved.amounts:
        output = rulebook.outputs[name]
        number = "point" if points else "number"
        kind = {Kind.TRUTH: "truth", Kind.CHOICE: "word"}.get(output.kind, number)
        amounts.append(AmountSlot(name, position, kind, (*output.words, ABSENT), one.always))
        position += 3 if kind == "number" else 1
    return IncentiveSlot(resolved.incentive.id, at, conditions, tuple(amounts), resolved.exists)


def compile_rules(
    rulebook: Rulebook,
    on: date,
    *,
    strict: bool = False,
    reasons: bool = True,
    incentives: Sequence[str] | None = None,
) -> Compiled:
    """All incentives (or some) on a day as one Python function.

    `reasons=False` leaves the verdicts of the conditions out of the row.
    """
    return Compiled(rulebook, on, strict=strict, reasons=reasons, incentives=incentives)
