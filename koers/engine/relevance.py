"""Which rights are still open for somebody, and which facts keep them open. Fast, and exact.

The compiled rules say which conditions are undecided; only those are evaluated node by node, for
the facts that leave them open, and what was found is remembered for the next question. It tells
the same as `Assessment.missing`: relevance follows from three-valued logic alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from koers.engine.evaluate import Evaluation, Facts
from koers.engine.facts import Vocabulary
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Node, facts_in
from koers.engine.to_python import OtherDay, compile_rules
from koers.engine.values import Stated, Truth

REMEMBERED = 50_000
"""Answers about single conditions that are kept."""

Verdict = bool | None


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
    """One condition: its node, what it reads directly or through other facts, and its cache."""

    incentive: str
    node: Node
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
        self._evaluations = {one: self._evaluation(one) for one in self.incentives}
        reads = {name: _leads_to(rulebook.vocabulary, name) for name in rulebook.vocabulary.facts}
        self._rules: list[_Rule] = []
        self.places: dict[str, range] = {}
        for one in self.incentives:
            resolved = self.rulebook.at(one, on)
            start = len(self._rules)
            for _, node in resolved.conditions:
                names = {name for fact in facts_in(node) for name in reads[fact]}
                self._rules.append(_Rule(one, node, tuple(sorted(names)), {}))
            self.places[one] = range(start, len(self._rules))
        self.at = {slot.id: slot.at for slot in self.compiled.slots}

    def _evaluation(self, incentive: str) -> Evaluation:
        return Evaluation(
            self.rulebook, incentive, {}, day=self.on, asked=self.on, strict=self.strict
        )

    def row(self, facts: Facts) -> Sequence[object]:
        """For each incentive at `at`: is there a right? Behind it, each of its conditions."""
        try:
            return self.compiled.full_row(facts)
        except (OtherDay, TypeError, KeyError):
            return [truth for one in self.incentives for truth in self._slowly(one, facts)]

    def verdicts(self, facts: Facts) -> list[tuple[Verdict, tuple[Verdict, ...]]]:
        """For each incentive, in order: is there a right, and what of each of its conditions."""
        row = self.row(facts)
        return [
            (row[at], tuple(row[at + 1 : at + 1 + len(self.places[one])]))  # type: ignore[misc, arg-type]
            for one, at in self.at.items()
        ]

    def _slowly(self, incentive: str, facts: Facts) -> Iterator[Verdict]:
        """The same when the law looks at another day: conditions by their name."""
        found = self.compiled.found(facts)[incentive]
        truths = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}
        yield truths[found.eligible]
        for one, _ in self.rulebook.at(incentive, self.on).conditions:
            yield truths[found.verdicts.get(one.name, Truth.UNKNOWN)]

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
            evaluation = self._evaluations[rule.incentive].with_facts(facts)
            found = evaluation.truth(rule.node).causes.facts
            if len(rule.known) > REMEMBERED // len(self._rules):
                rule.known.clear()
            rule.known[key] = found
        return found

    def in_row(self, incentive: str, place: int) -> int:
        """Where a condition stands in a row."""
        return self.at[incentive] + 1 + place - self.places[incentive].start

    def known_to(self, place: int, facts: Facts, *, but: str) -> tuple[Stated | None, ...]:
        """What is known of all that a condition reads, one fact left out."""
        return tuple(facts.get(name) for name in self._rules[place].reads if name != but)

    def nodes(self, places: Iterable[int]) -> Iterator[tuple[Evaluation, Node]]:
        """Some conditions, each with how its incentive evaluates it (for no facts yet)."""
        for place in places:
            rule = self._rules[place]
            yield self._evaluations[rule.incentive], rule.node


def _leads_to(known: Vocabulary, name: str) -> frozenset[str]:
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


__all__ = ["OpenRight", "Portfolio"]
