"""Which rights are still open for somebody, and which facts keep them open. Fast, and exact.

The compiled rules say which conditions are undecided; only those are evaluated node by node, for
the facts that leave them open, and what was found is remembered for the next question. It tells
the same as `Assessment.missing`: relevance follows from three-valued logic alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from koers.engine.assess import reference_day
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.facts import Vocabulary
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Node, facts_in
from koers.engine.to_python import OtherDay, compile_rules
from koers.engine.values import Stated, Truth

REMEMBERED = 50_000
"""Answers about single conditions that are kept."""

Verdict = bool | None
TRUTHS: dict[Truth, Verdict] = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}


@dataclass(frozen=True)
class OpenRight:
    """A right that is not decided: for each open condition, the facts that leave it open.

    A condition is named by its place among all conditions. One that no fact can decide (the law
    is open, or an authority judges) has no facts.
    """

    incentive: str
    conditions: Mapping[int, frozenset[str]]

    @property
    def facts(self) -> frozenset[str]:
        """All facts that can still change the answer."""
        return frozenset().union(*self.conditions.values())


@dataclass(frozen=True)
class _Rule:
    """One condition: its law on the day asked, what it reads (also through other facts), a cache.

    `law` is None when the condition is no part of the law on the day asked.
    """

    incentive: str
    name: str
    law: tuple[Evaluation, Node] | None
    reads: tuple[str, ...]
    known: dict[tuple[Stated | None, ...], frozenset[str]]


class Portfolio:
    """The rights of one rulebook on one day."""

    def __init__(
        self, rulebook: Rulebook, on: date, *, incentives: Iterable[str], strict: bool = False
    ) -> None:
        self.incentives = tuple(incentives)
        self.on = on
        self.strict = strict
        # Amounts are not computed: only the conditions decide what is open.
        self.rulebook = Rulebook(
            [replace(rulebook[one], amounts={}, steps=()) for one in self.incentives],
            vocabulary=rulebook.vocabulary,
            outputs=(),
            version=rulebook.version,
            parameters=rulebook.parameters,
        )
        self.compiled = compile_rules(self.rulebook, on, strict=strict)
        self._reads = {
            name: leads_to(rulebook.vocabulary, name) for name in rulebook.vocabulary.facts
        }
        self._rules: list[_Rule] = []
        self.places: dict[str, range] = {}
        for one in self.incentives:
            start = len(self._rules)
            self._rules += self._rules_of(one)
            self.places[one] = range(start, len(self._rules))
        self.at = {slot.id: slot.at for slot in self.compiled.slots}
        self._in_row, self._elsewhere = self._layout()

    def _rules_of(self, incentive: str) -> Iterator[_Rule]:
        """The conditions on the day asked, then those that another reference day may bring."""
        rule = self.rulebook[incentive]
        evaluation = self._evaluation(incentive, self.on)
        there = {
            condition.name: (evaluation, node)
            for condition, node in self.rulebook.at(incentive, self.on).conditions
        }
        elsewhere = [one for one in rule.conditions if one.name not in there]
        now = [one for one in rule.conditions if one.name in there]
        holder = {rule.reference_fact} if rule.reference_fact else set()
        for condition in (*now, *(elsewhere if holder else ())):
            names = {name for fact in facts_in(condition.node) for name in self._reads[fact]}
            reads = tuple(sorted(names | holder))
            yield _Rule(incentive, condition.name, there.get(condition.name), reads, {})

    def _layout(self) -> tuple[list[int], tuple[Verdict, ...]]:
        """Where each condition stands in a row; at its end, met, those of another day."""
        length = sum(1 + len(slot.conditions) for slot in self.compiled.slots)
        in_row: list[int] = []
        for one, places in self.places.items():
            for offset, place in enumerate(places, 1):
                there = self._rules[place].law is not None
                in_row.append(self.at[one] + offset if there else length)
                length += not there
        elsewhere = sum(rule.law is None for rule in self._rules)
        return in_row, (True,) * elsewhere

    def _evaluation(self, incentive: str, day: date) -> Evaluation:
        return Evaluation(self.rulebook, incentive, {}, day=day, asked=self.on, strict=self.strict)

    def row(self, facts: Facts) -> Sequence[object]:
        """For each incentive at `at`: is there a right? And each condition at `in_row`.

        A condition that is no part of the law on the reference day of these facts is met.
        """
        try:
            return self.compiled.full_row(facts) + self._elsewhere
        except (OtherDay, TypeError, KeyError):
            return self._slow_row(facts)

    def _slow_row(self, facts: Facts) -> Sequence[Verdict]:
        """The same when the law looks at another day, or at a day that is not known."""
        row: list[Verdict] = [None] * (len(self.incentives) + len(self._rules))
        for one, found in self.compiled.found(facts).items():
            row[self.at[one]] = TRUTHS[found.eligible]
            undated = found.eligible is Truth.UNKNOWN and not found.verdicts
            otherwise = Truth.UNKNOWN if undated else Truth.YES
            for place in self.places[one]:
                verdict = found.verdicts.get(self._rules[place].name, otherwise)
                row[self._in_row[place]] = TRUTHS[verdict]
        return row

    def verdicts(self, facts: Facts) -> list[tuple[Verdict, tuple[Verdict, ...]]]:
        """For each incentive, in order: is there a right, and what of each of its conditions."""
        row = self.row(facts)
        return [
            (row[at], tuple(row[self._in_row[place]] for place in self.places[one]))  # type: ignore[misc]
            for one, at in self.at.items()
        ]

    def open_rights(self, facts: Facts) -> Iterator[OpenRight]:
        """The rights that are not decided, with what leaves each of their conditions open."""
        for one, (right, verdicts) in zip(self.incentives, self.verdicts(facts), strict=True):
            if right is None:
                conditions = {
                    place: self._causes(place, facts)
                    for place, verdict in zip(self.places[one], verdicts, strict=True)
                    if verdict is None
                }
                yield OpenRight(one, conditions)

    def _causes(self, place: int, facts: Facts) -> frozenset[str]:
        rule = self._rules[place]
        key = tuple(facts.get(name) for name in rule.reads)
        found = rule.known.get(key)
        if found is None:
            law = self._law(rule, facts)
            if law is None:
                found = frozenset({str(self.rulebook[rule.incentive].reference_fact)})
            else:
                found = law[0].with_facts(facts).truth(law[1]).causes.facts
            if len(rule.known) > REMEMBERED // len(self._rules):
                rule.known.clear()
            rule.known[key] = found
        return found

    def _law(self, rule: _Rule, facts: Facts) -> tuple[Evaluation, Node] | None:
        """A condition on the reference day; None when there is no such day or condition."""
        day = reference_day(self.rulebook[rule.incentive], facts, self.on)
        if day == self.on or day is None:
            return rule.law if day else None
        resolved = self.rulebook.at(rule.incentive, day, self.on)
        for condition, node in resolved.conditions:
            if condition.name == rule.name:
                return self._evaluation(rule.incentive, day), node
        return None

    def in_row(self, place: int) -> int:
        """Where a condition stands in a row."""
        return self._in_row[place]

    def reads(self, place: int) -> tuple[str, ...]:
        """The facts that a condition reads, directly or through other facts."""
        return self._rules[place].reads

    def known_to(self, place: int, facts: Facts, *, but: str) -> tuple[Stated | None, ...]:
        """What is known of all that a condition reads, one fact left out."""
        return tuple(facts.get(name) for name in self._rules[place].reads if name != but)

    def nodes(self, places: Iterable[int], facts: Facts) -> Iterator[tuple[Evaluation, Node]]:
        """Some conditions as they stand on the reference day, each with how it is evaluated."""
        for place in places:
            law = self._law(self._rules[place], facts)
            if law is not None:
                yield law[0].with_facts(facts), law[1]


def leads_to(known: Vocabulary, name: str) -> frozenset[str]:
    """All facts from which the value of one may follow, itself included."""
    found: set[str] = set()
    todo = [name]
    while todo:
        one = todo.pop()
        if one in found:
            continue
        found.add(one)
        todo += (fact for rule in known.implications.get(one, ()) for fact in rule.facts)
        for nodes in (known.derived, known.at_least):
            todo += facts_in(nodes[one]) if one in nodes else ()
        todo += (fact for group in known.one_unit if one in group.facts for fact in group.facts)
        fact = known.facts.get(one)
        if fact is not None and fact.usual is not None and fact.usual.equal_to in known.facts:
            todo.append(str(fact.usual.equal_to))
    return frozenset(found)


__all__ = ["OpenRight", "Portfolio", "leads_to"]
