"""The same rules compiled to straight-line Python: one person fast, all conditions kept.

`compile_rules(rulebook, on)` resolves every incentive on a day and writes one function for all
of them. Facts are loaded once, shared parts are computed once, and each condition becomes two
expressions, "surely yes" and "surely no", which is Kleene's logic without tables. Numbers are
pairs of bounds; choices are bit masks. It is held to `assess` by tests/spec and
tests/generative; the law is not read here, only nodes.

Each function is written twice: the fast one takes plain values (words, True and False, int,
float, date, ABSENT, UNKNOWN), and when it meets something else (Decimal, partial values) the
general one, written by the same emitter, takes over.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from koers.engine import compiled
from koers.engine.assess import reference_day
from koers.engine.compiled import (
    CLOSED,
    AmountSlot,
    Found,
    IncentiveSlot,
    Row,
    Run,
    read_row,
)
from koers.engine.emit import Emitter
from koers.engine.emit_facts import WordLists
from koers.engine.errors import KoersError
from koers.engine.evaluate import Facts, current
from koers.engine.incentive import Resolved, Rulebook
from koers.engine.nodes import (
    Kind,
    Node,
    Word,
    walk,
)
from koers.engine.python_text import Writer, any_part, both, literal, verdict
from koers.engine.values import ABSENT, UNKNOWN, Dated, Truth

# A whole rulebook ----------------------------------------------------------------------------


def any_given(*values: object) -> bool:
    """Is one of these a value (not missing, unknown or absent)?"""
    return any(value not in (None, UNKNOWN, ABSENT) for value in values)


def translated(mask: int, to: Sequence[int]) -> int:
    """A mask over other words."""
    return sum(bit for position, bit in enumerate(to) if mask >> position & 1)


class OtherDay(KoersError):
    """A fact says that the law looks at another day than the one the rules were compiled for."""


class Compiled:
    """All incentives of a rulebook on one day, as Python. Made by `compile_rules`.

    `run(facts)` gives a flat row (True, False and None for truths; low, high, maybe absent for
    numbers); `read(row)` gives it names; `source` is the text that runs.
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
        self._day = day
        self._others: dict[tuple[str, date], Compiled] = {}
        self._resolved = [rulebook.at(one, day or on, on) for one in self.ids]
        self._words = WordLists(rulebook, self._resolved)
        facts = (rulebook[one].reference_fact for one in self.ids)
        self._holders = tuple(dict.fromkeys(fact for fact in facts if fact)) if day is None else ()
        self.slots: tuple[IncentiveSlot, ...] = ()
        self.source, self._fast = self._write(general=False)
        _, self._general = self._write(general=True)

    def run(self, facts: Facts) -> Row:
        """The row for canonical facts.

        Raises OtherDay when a fact says that the law looks at another day than `on`, and does
        not take dated statements: `found` handles both.
        """
        try:
            return self._fast(facts)
        except (KeyError, TypeError):
            return self._general(facts)

    def read(self, row: Row) -> dict[str, Found]:
        """A row with names."""
        return read_row(row, self.slots)

    def found(self, facts: Facts) -> dict[str, Found]:
        """The answers by id, for any canonical facts."""
        dated = any(isinstance(value, Dated) for value in facts.values())
        if not dated and all(facts.get(fact, self.on) == self.on for fact in self._holders):
            return self.read(self.run(facts))
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
        return other.read(other.run(stated))[incentive]

    # Writing ---------------------------------------------------------------------------------

    def _write(self, *, general: bool) -> tuple[str, Run]:
        emitter = Emitter(
            self.rulebook, self.on, strict=self.strict, general=general, words=self._words
        )
        for resolved in self._resolved:
            for node in _nodes(resolved):
                emitter.shared.update(walk(node))
        items: list[str] = []
        for fact in self._holders:
            day = emitter.raw(fact)
            emitter.writer.line(f"if {day} is not None and {day} != ON: raise OtherDay")
        slots = [self._incentive(emitter, one, items) for one in self._resolved]
        self.slots = tuple(slots)
        writer = emitter.writer
        writer.line(f"return ({', '.join(items)},)")
        if not emitter.raws:
            emitter.raw(next(iter(self.rulebook.vocabulary.facts)))
        source = "\n".join(["def run(facts):", *emitter.header(), *writer.lines, ""])
        scope: dict[str, object] = {
            **{name: getattr(compiled, name) for name in _RUNTIME},
            **writer.constants,
            **emitter.fetching(),
            "date": date,
            "any_given": any_given,
            "translated": translated,
            "ON": self.on,
            "OtherDay": OtherDay,
            "CLOSED": CLOSED,
        }
        exec(compile(source, f"<rules on {self.on}>", "exec"), scope)
        run = scope["run"]
        return source, run  # type: ignore[return-value]

    def _incentive(self, emitter: Emitter, resolved: Resolved, items: list[str]) -> IncentiveSlot:
        emitter.start(resolved)
        names = self._names(emitter.writer, resolved)
        slot = _slot(resolved, len(items), self.rulebook, reasons=self.reasons)
        self._body(emitter, resolved, names)
        items += [names[0], *(names[1] if self.reasons else ())]
        items += [name for variables in names[2] for name in variables]
        return slot

    def _names(
        self, writer: Writer, resolved: Resolved
    ) -> tuple[str, list[str], list[tuple[str, ...]]]:
        conditions = [writer.name("c") for _ in resolved.conditions]
        amounts = []
        for name, _, _ in resolved.amounts:
            number = self.rulebook.outputs[name].kind in (Kind.NUMBER, Kind.DAY)
            amounts.append(tuple(writer.name("z") for _ in range(3 if number else 1)))
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
        writer.open(f"if {eligible} is not False:")
        for (name, _, node), slot in rest:
            self._amount(emitter, name, node, slot)
        writer.close()
        writer.open("else:")
        for (name, _, _), slot in rest:
            truth = self.rulebook.outputs[name].kind is Kind.TRUTH
            writer.line(f"{' = '.join(slot)} = {'CLOSED' if truth else 'None'}")
        writer.close()

    def _amount(self, emitter: Emitter, name: str, node: Node, slot: tuple[str, ...]) -> None:
        writer = emitter.writer
        output = self.rulebook.outputs[name]
        if output.kind is Kind.TRUTH:
            writer.line(f"{slot[0]} = {verdict(emitter.truth(node))}")
        elif output.kind is Kind.CHOICE:
            words: tuple[Word, ...] = (*output.words, ABSENT)
            writer.line(f"{slot[0]} = {emitter.mask(node, words)}")
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


_RUNTIME = (
    "INF NAN ABSENT UNKNOWN spread times over least greatest round_half_up round_down round_up "
    "between moved edge_of either"
).split()


def _nodes(resolved: Resolved) -> list[Node]:
    return [
        *(node for _, node in resolved.conditions),
        *(node for _, _, node in resolved.amounts),
    ]


def _slot(resolved: Resolved, at: int, rulebook: Rulebook, *, reasons: bool) -> IncentiveSlot:
    conditions = tuple(one.name for one, _ in resolved.conditions) if reasons else ()
    position = at + 1 + len(conditions)
    amounts = []
    for name, _, _ in resolved.amounts:
        output = rulebook.outputs[name]
        kind = {Kind.TRUTH: "truth", Kind.CHOICE: "word"}.get(output.kind, "number")
        amounts.append(AmountSlot(name, position, kind, (*output.words, ABSENT)))
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
