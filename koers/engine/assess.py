"""One person, one incentive, one day: the referee. Obviously right, not fast.

Every other way to compute an answer (`to_python`, later `to_columns` and `to_sql`) is held to
this one. `evaluate` gives the value of a node; here the answers become one `Assessment`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import reduce

from koers import __version__
from koers.engine.assessment import (
    AmountFound,
    Answer,
    Assessment,
    Assumption,
    Contradiction,
    FactSeen,
    Origin,
    ParameterSeen,
    Reason,
    StepFound,
    written,
)
from koers.engine.calendar import calendar_edge
from koers.engine.evaluate import Evaluation, Facts, Value
from koers.engine.facts import Fact
from koers.engine.incentive import Amount, Condition, Incentive, Output, Resolved, Rulebook, refs_in
from koers.engine.intervals import day_of, number
from koers.engine.nodes import Choose, Day, Kind, Lookup, Node, Nothing, Number, facts_in, walk
from koers.engine.parameters import Parameter, value_on
from koers.engine.values import (
    ABSENT,
    AND,
    INFINITY,
    NO,
    NOTHING,
    OPEN,
    UNKNOWN,
    YES,
    Between,
    Causes,
    Choice,
    Dated,
    OneOf,
    Stated,
    Truth,
    all_causes,
    rounded,
    snapped,
)

TRAINING_SUBJECTS = frozenset(
    {"training", "training provider", "time credit", "training contract", "travel"}
)
"""What a course, and the way it is followed, decide: open until somebody has chosen one."""


def reference_day(incentive: Incentive, facts: Facts, asked: date) -> date | None:
    """The day the law looks at: the fact that holds it, else the day asked; None when open.

    A school year (a number) stands for its first day.
    """
    if incentive.reference_fact is None:
        return asked
    stated = facts.get(incentive.reference_fact)
    if stated is None or stated is ABSENT:
        return asked
    if isinstance(stated, Dated):
        stated = stated.value
    if isinstance(stated, (int, Decimal)) and not isinstance(stated, bool):
        return calendar_edge("school_year_start", date(int(stated), 12, 31))
    return stated if isinstance(stated, date) else None


def assess(
    rulebook: Rulebook, incentive: str, facts: Facts, *, on: date, strict: bool = False
) -> Assessment:
    """What one incentive answers for these facts on a day.

    `facts` are canonical (`statements.read_facts`). Never raises for a day from 2019-01-01 on.
    In strict mode nothing is assumed.
    """
    rule = rulebook[incentive]
    day = reference_day(rule, facts, on)
    if day is None:
        assert rule.reference_fact is not None
        return _undated(rulebook, rule, rule.reference_fact, on, strict)
    resolved = rulebook.at(incentive, day, on)
    evaluation = Evaluation(rulebook, incentive, facts, day=day, asked=on, strict=strict)
    return _Assessor(rulebook, resolved, evaluation).assessment()


def certainly_no(
    rulebook: Rulebook, incentive: str, facts: Facts, *, on: date, strict: bool = False
) -> bool:
    """Is the answer "not entitled"? The same as `assess`, looking no further than it must."""
    day = reference_day(rulebook[incentive], facts, on)
    if day is None:
        return False
    resolved = rulebook.at(incentive, day, on)
    evaluation = Evaluation(rulebook, incentive, facts, day=day, asked=on, strict=strict)
    return not resolved.exists or any(
        evaluation.truth(node).truth is NO for _, node in resolved.conditions
    )


def assess_all(
    rulebook: Rulebook, facts: Facts, *, on: date, strict: bool = False
) -> dict[str, Assessment]:
    """The answers of all incentives, by id."""
    return {
        incentive: assess(rulebook, incentive, facts, on=on, strict=strict)
        for incentive in rulebook.ids
    }


def _undated(rulebook: Rulebook, rule: Incentive, fact: str, on: date, strict: bool) -> Assessment:
    """The day the law looks at is itself not known: everything is open until it is."""
    cause = Causes(frozenset({fact}))
    amounts = {
        name: _open_amount(rulebook.outputs[name], one, cause) for name, one in rule.outputs.items()
    }
    return Assessment(
        incentive=rule.id,
        kind=rule.kind,
        answers=rule.answers,
        asked=on,
        day=on,
        answer=Answer.UNKNOWN if rule.conditions else Answer.ENTITLED,
        exists=True,
        reasons=(),
        amounts=amounts,
        steps=(),
        missing=(fact,),
        law_doubts=(),
        norms=(),
        assumptions=(),
        contradictions=(),
        strict=strict,
        rulebook_version=rulebook.version,
        engine_version=__version__,
    )


def _open_amount(output: Output, one: Amount, causes: Causes) -> AmountFound:
    return AmountFound(
        output.name,
        output.unit,
        one.period,
        one.recipient or output.recipient,
        None,
        words=output.words,
        causes=causes,
        cost=output.cost,
        part_of=output.part_of,
    )


class _Assessor:
    """Gathers the parts of one assessment."""

    def __init__(self, rulebook: Rulebook, resolved: Resolved, evaluation: Evaluation) -> None:
        self.rulebook = rulebook
        self.resolved = resolved
        self.rule = resolved.incentive
        self.evaluation = evaluation

    def assessment(self) -> Assessment:
        reasons = tuple(self._reason(one, node) for one, node in self.resolved.conditions)
        truth = reduce(lambda left, right: AND[left, right], (r.verdict for r in reasons), YES)
        causes = all_causes(r.causes for r in reasons) if truth is OPEN else NOTHING
        answer = self._answer(truth, causes)
        amounts = {
            name: self._amount(self.rulebook.outputs[name], one, node)
            for name, one, node in self.resolved.amounts
            if one.always or answer is not Answer.NOT_ENTITLED
        }
        looked_at = self._looked_at(amounts)
        return Assessment(
            incentive=self.rule.id,
            kind=self.rule.kind,
            answers=self.rule.answers,
            asked=self.resolved.asked,
            day=self.resolved.day,
            answer=answer,
            exists=self.resolved.exists,
            reasons=reasons,
            amounts=amounts,
            steps=() if answer is Answer.NOT_ENTITLED else self._steps(),
            missing=tuple(name for name in self.rulebook.vocabulary.facts if name in causes.facts),
            law_doubts=tuple(sorted(causes.law, key=lambda doubt: doubt.reason)),
            norms=tuple(sorted(causes.norms, key=lambda norm: norm.text)),
            assumptions=self._assumptions(looked_at),
            contradictions=self._contradictions(looked_at),
            strict=self.evaluation.strict,
            rulebook_version=self.rulebook.version,
            engine_version=__version__,
        )

    def _answer(self, truth: Truth, causes: Causes) -> Answer:
        if not self.resolved.exists or truth is NO:
            return Answer.NOT_ENTITLED
        if truth is YES:
            return Answer.ENTITLED
        facts = self.rulebook.vocabulary.facts
        subjects = {facts[name].subject for name in causes.facts}
        if not causes.law and not causes.norms and subjects <= TRAINING_SUBJECTS:
            return Answer.ENTITLED_IF_TRAINING_QUALIFIES
        return Answer.UNKNOWN

    def _reason(self, condition: Condition, node: Node) -> Reason:
        verdict = self.evaluation.truth(node)
        source = self.rule.parameters.sources.get(condition.source)
        return Reason(
            name=condition.name,
            title=condition.title,
            verdict=verdict.truth,
            law=condition.law,
            url="" if source is None else source.url,
            facts=tuple(self._seen(name) for name in facts_in(node)),
            parameters=self._parameters(condition),
            causes=verdict.causes,
        )

    def _seen(self, name: str) -> FactSeen:
        value, origin, because = self.evaluation.fact(name)
        kind = self.rulebook.vocabulary.facts[name].kind
        return FactSeen(name, described(value, kind), origin, because)

    def _parameters(self, condition: Condition) -> tuple[ParameterSeen, ...]:
        seen = []
        for ref in refs_in(condition.node):
            parameter = self.rulebook.parameters[ref.owner, ref.name]
            row = self._row(condition.node, parameter)
            line = value_on(parameter.series(row), self.resolved.day)
            whole = parameter.is_table and not row
            seen.append(
                ParameterSeen(
                    ref.owner,
                    ref.name,
                    "tabel" if whole else described_node(line.node if line else None),
                    parameter.unit,
                    line.since if line else None,
                    () if line is None else line.sources,
                    row,
                )
            )
        return tuple(seen)

    def _row(self, node: Node, table: Parameter) -> str:
        """The row of a table that a condition looks up, where that is certain; else empty."""
        for one in walk(node):
            if isinstance(one, Lookup) and one.table == table.ref:
                key = self.evaluation.choice(self.evaluation.fold(one.key))
                (word,) = key.values if key.exact else ("",)
                return str(word) if word in table.rows else ""
        return ""

    def _amount(self, output: Output, one: Amount, node: Node) -> AmountFound:
        found = _open_amount(output, one, NOTHING)
        if output.kind is Kind.TRUTH:
            verdict = self.evaluation.truth(node)
            value = verdict.truth.value
            return _with(found, value=value, causes=verdict.causes)
        if output.kind is Kind.CHOICE:
            choice = self.evaluation.choice(node)
            words = tuple(sorted(str(word) for word in choice.values if word is not ABSENT))
            if choice.exact:
                (word,) = choice.values
                if word is ABSENT:
                    return _with(found, absent=True)
                return _with(found, value=str(word))
            return _with(found, words=words, causes=choice.causes)
        return self._number_or_day(output, found, node)

    def _number_or_day(self, output: Output, found: AmountFound, node: Node) -> AmountFound:
        quantity = self.evaluation.quantity(node)
        if not quantity.present:
            return _with(found, absent=True)
        low, high = snapped(quantity.low), snapped(quantity.high)
        if output.step is not None:
            low, high = (rounded(end, Decimal(output.step), "half_up") for end in (low, high))
        if output.kind is Kind.DAY:
            bounds: tuple[Decimal | date | None, Decimal | date | None] = (
                day_of(low),
                day_of(high),
            )
        else:
            bounds = (low if low.is_finite() else None, high if high.is_finite() else None)
        if quantity.maybe_absent or low != high:
            return _with(found, low=bounds[0], high=bounds[1], causes=quantity.causes)
        return _with(found, value=bounds[0], low=bounds[0], high=bounds[1])

    def _steps(self) -> tuple[StepFound, ...]:
        found = []
        for step, node in self.resolved.steps:
            by = None if node is None else self.evaluation.quantity(node)
            source = self.rule.parameters.sources.get(step.source)
            found.append(
                StepFound(
                    step.name,
                    step.who,
                    day_of(by.low) if by is not None and by.exact else None,
                    "" if source is None else source.url,
                    open=by is not None and not by.exact and by.present,
                )
            )
        return tuple(found)

    def _looked_at(self, amounts: Mapping[str, AmountFound]) -> tuple[str, ...]:
        nodes = [node for _, node in self.resolved.conditions]
        nodes += [node for name, _, node in self.resolved.amounts if name in amounts]
        return tuple(dict.fromkeys(name for node in nodes for name in facts_in(node)))

    def _assumptions(self, looked_at: Iterable[str]) -> tuple[Assumption, ...]:
        found = []
        for name in looked_at:
            seen = self._seen(name)
            if seen.origin is Origin.ASSUMED:
                found.append(Assumption(name, seen.value, seen.because))
        return tuple(found)

    def _contradictions(self, looked_at: Iterable[str]) -> tuple[Contradiction, ...]:
        """What is stated and does not fit what follows; an assumption contradicts nothing."""
        now = self.evaluation
        certain = Evaluation(
            self.rulebook, self.rule.id, now.facts, day=now.day, asked=now.asked, strict=True
        )
        found = []
        for name in looked_at:
            stated = now.facts.get(name)
            if stated is None or stated is UNKNOWN or isinstance(stated, Dated):
                continue
            implied = certain.implied(name)
            fact = self.rulebook.vocabulary.facts[name]
            if implied is not None and not compatible(fact, stated, implied):
                found.append(Contradiction(name, written(stated), written(implied)))
        return tuple(found)


def _with(found: AmountFound, **changes: object) -> AmountFound:
    return AmountFound(**{**found.__dict__, **changes})


def compatible(fact: Fact, stated: Stated, implied: Stated) -> bool:
    """Can a stated and an implied value both be true?"""
    if fact.kind is Kind.CHOICE:
        return bool(_words(stated) & _words(implied))
    if fact.absent == 0:
        stated, implied = (0 if value is ABSENT else value for value in (stated, implied))
    if stated is ABSENT or implied is ABSENT:
        return stated == implied
    (low, high), (other_low, other_high) = _ends(stated), _ends(implied)
    return low <= other_high and other_low <= high


def _words(value: Stated) -> frozenset[object]:
    return frozenset(value.values if isinstance(value, OneOf) else {value})


def _ends(value: Stated) -> tuple[Decimal, Decimal]:
    if not isinstance(value, Between):
        return number(value), number(value)  # type: ignore[arg-type]  # a number or a day
    low = -INFINITY if value.low is None else number(value.low)
    return low, INFINITY if value.high is None else number(value.high)


def described_node(node: Node | None) -> str:
    """A value of the law as it is stored."""
    match node:
        case Number(value) | Day(value) | Choose(value):
            return written(value)
        case Nothing():
            return "absent"
        case _:
            return "unknown"


def described(value: Value, kind: Kind) -> str:
    """A value, exact or partial, as it is stored."""
    if isinstance(value, Choice):
        words = " / ".join(sorted(written(word) for word in value.values))
        return f"{words} / ..." if value.other and words else (words or "...")
    if not value.present:
        return "absent"

    def end(bound: Decimal) -> str:
        day = day_of(bound) if kind is Kind.DAY else None
        return written(day if day is not None else bound)

    text = end(value.low) if value.low == value.high else f"{end(value.low)}..{end(value.high)}"
    return f"{text} / absent" if value.maybe_absent else text
