"""Which fact to ask next, and what may be answered.

Never ask what cannot matter any more: `assess` says which facts leave a right open (relevance,
from three-valued logic alone). Among those, the choice is greedy: the fact that is expected to
leave the fewest conditions and rights open, over the answers that the rules can tell apart.
Eligibility comes first; the facts of an amount are asked only when its right is a yes. A short
opening may be given, because people find some questions natural to begin with; sensitive facts
come last, and what concerns a training comes after what concerns the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from koers.engine.assess import TRAINING_SUBJECTS, assess
from koers.engine.assessment import Answer, Assessment
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.facts import Fact
from koers.engine.incentive import Resolved, Rulebook
from koers.engine.intervals import number
from koers.engine.nodes import Compare, FactRef, Kind, Node, walk
from koers.engine.to_python import Compiled, compile_rules
from koers.engine.values import UNKNOWN, Between, OneOf, Stated

ASKED_KINDS = ("right",)
"""Rights of a person are asked about; employer rights and definitions on demand."""

OPEN_RIGHT, OPEN_CONDITION = 3, 1
"""How much an undecided right weighs against an undecided condition."""


@dataclass(frozen=True)
class Next:
    """The fact to ask, why (the incentives that wait for it), and for which goal.

    `goal` is `right` while eligibility is open and `amount` when only an amount waits.
    """

    fact: str
    incentives: tuple[str, ...]
    goal: str


class Asker:
    """Chooses questions for one day; keeps the compiled rules between two choices."""

    def __init__(
        self,
        rulebook: Rulebook,
        on: date,
        *,
        strict: bool = False,
        incentives: Iterable[str] | None = None,
        opening: Sequence[str] = (),
    ) -> None:
        self.rulebook = rulebook
        self.on = on
        self.strict = strict
        self.incentives = tuple(
            incentives
            if incentives is not None
            else (one.id for one in rulebook.incentives if one.kind in ASKED_KINDS)
        )
        self.opening = tuple(opening)
        self._compiled: Compiled | None = None

    def assessments(self, facts: Facts) -> list[Assessment]:
        """The answers of the incentives that are asked about."""
        return [
            assess(self.rulebook, one, facts, on=self.on, strict=self.strict)
            for one in self.incentives
        ]

    def relevant(self, facts: Facts) -> dict[str, Next]:
        """The facts that can still change an answer, or else an amount, with who waits for them.

        Facts that were answered with "I don't know" are not asked again.
        """
        assessments = self.assessments(facts)
        waiting: dict[str, list[str]] = {}
        for one in assessments:
            for name in one.missing:
                waiting.setdefault(name, []).append(one.incentive)
        goal = "right"
        found = self._askable(waiting, facts)
        if not found:
            goal = "amount"
            waiting = {}
            for one in assessments:
                if one.answer is Answer.ENTITLED:
                    for name in _amount_facts(one):
                        waiting.setdefault(name, []).append(one.incentive)
            found = self._askable(waiting, facts)
        known = self.rulebook.vocabulary.facts
        return {name: Next(name, tuple(found[name]), goal) for name in known if name in found}

    def _askable(self, waiting: dict[str, list[str]], facts: Facts) -> dict[str, list[str]]:
        return {name: ids for name, ids in waiting.items() if facts.get(name) is not UNKNOWN}

    def next(self, facts: Facts) -> Next | None:
        """The fact to ask now; None when nothing that can be asked matters any more."""
        relevant = self.relevant(facts)
        for name in self.opening:
            if name in relevant:
                return relevant[name]
        if not relevant:
            return None
        ranked = sorted(relevant, key=lambda name: (*self._late(name), self.score(name, facts)))
        return relevant[ranked[0]]

    def _late(self, name: str) -> tuple[bool, bool]:
        fact = self.rulebook.vocabulary.facts[name]
        return fact.subject in TRAINING_SUBJECTS, fact.sensitive

    def score(self, name: str, facts: Facts) -> float:
        """What is expected to stay open after the answer; less is better."""
        answers = self.answers(name, facts)
        compiled = self._rules()
        total = 0
        for answer in answers:
            found = compiled.found({**facts, name: answer})
            for one in found.values():
                if one.eligible.value == "unknown":
                    total += OPEN_RIGHT
                    total += OPEN_CONDITION * sum(
                        verdict.value == "unknown" for verdict in one.verdicts.values()
                    )
        return total / len(answers)

    def _rules(self) -> Compiled:
        if self._compiled is None:
            self._compiled = compile_rules(
                self.rulebook, self.on, strict=self.strict, incentives=self.incentives
            )
        return self._compiled

    def answers(self, name: str, facts: Facts) -> list[Stated]:
        """Answers that the rules may tell apart: words, or the intervals between thresholds."""
        fact = self.rulebook.vocabulary.facts[name]
        stated = facts.get(name)
        if fact.kind is Kind.CHOICE:
            return self._words(fact, stated)
        low, high = fact.low, fact.high
        if isinstance(stated, Between):
            low = low if stated.low is None else number(stated.low)
            high = high if stated.high is None else number(stated.high)
        return self._intervals(fact, sorted(self._thresholds(name, facts)), low, high)

    def _words(self, fact: Fact, stated: object) -> list[Stated]:
        if isinstance(stated, OneOf):
            return sorted(stated.values, key=str)
        if fact.domain is not None:
            return sorted(fact.domain, key=str)
        named = {
            word
            for resolved in self._resolved()
            for node in _nodes(resolved)
            for item in walk(node)
            for word in _words_of(item, fact.name)
        }
        return [*sorted(named, key=str), "-"]

    def _intervals(
        self, fact: Fact, cuts: list[Decimal], low: Decimal | None, high: Decimal | None
    ) -> list[Stated]:
        step = Decimal(1) if fact.whole or fact.kind is Kind.DAY else Decimal("0.01")
        inside = [
            cut for cut in cuts if (low is None or cut > low) and (high is None or cut <= high)
        ]
        starts = [low, *inside]
        ends = [*(cut - step for cut in inside), high]
        intervals: list[Stated] = []
        for start, end in zip(starts, ends, strict=True):
            if fact.kind is Kind.DAY:
                intervals.append(Between(_as_day(start), _as_day(end)))
            else:
                intervals.append(
                    start if start is not None and start == end else Between(start, end)
                )
        return intervals

    def _resolved(self) -> list[Resolved]:
        return [self.rulebook.at(one, self.on) for one in self.incentives]

    def _thresholds(self, name: str, facts: Facts) -> set[Decimal]:
        """Values at which a comparison with the fact may turn, as far as they are certain now."""
        found: set[Decimal] = set()
        for resolved in self._resolved():
            evaluation = Evaluation(
                self.rulebook,
                resolved.incentive.id,
                facts,
                day=resolved.day,
                asked=resolved.asked,
                strict=self.strict,
            )
            for node in _nodes(resolved):
                for item in walk(node):
                    if isinstance(item, Compare):
                        for side, other in ((item.left, item.right), (item.right, item.left)):
                            if side == FactRef(name, self.rulebook.vocabulary.facts[name].kind):
                                value = evaluation.quantity(other)
                                found |= {
                                    end
                                    for end in (value.low, value.high)
                                    if value.present and end.is_finite()
                                }
        return found


def _amount_facts(assessment: Assessment) -> list[str]:
    return [
        name
        for amount in assessment.amounts.values()
        if not amount.exact
        for name in sorted(amount.causes.facts)
    ]


def _nodes(resolved: Resolved) -> list[Node]:
    return [node for _, node in resolved.conditions] + [node for _, _, node in resolved.amounts]


def _words_of(item: Node, name: str) -> Iterable[str]:
    term = getattr(item, "term", None) or getattr(item, "key", None)
    if not isinstance(term, FactRef) or term.name != name:
        return []
    words = getattr(item, "words", None) or [word for word, _ in getattr(item, "rows", ())]
    return [word for word in words if isinstance(word, str)]


def _as_day(value: Decimal | None) -> date | None:
    return None if value is None else date.fromordinal(int(value))


def next_fact(
    rulebook: Rulebook,
    facts: Facts,
    *,
    on: date,
    strict: bool = False,
    incentives: Iterable[str] | None = None,
) -> str | None:
    """The name of the fact to ask next, or None."""
    found = Asker(rulebook, on, strict=strict, incentives=incentives).next(facts)
    return None if found is None else found.fact
