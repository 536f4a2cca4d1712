"""One person, one incentive, one day: the referee. Obviously right, not fast.

Every other way to compute an answer (`to_python`, later `to_columns` and `to_sql`) is held to
this one. No optimisation is welcome here. One small function per node kind; three-valued
logic by the tables in `values`; numbers by interval arithmetic, exact in Decimal.

Order in which a fact gets its value: stated, implied, derived, usual (not in strict mode),
unknown. An explicit "I don't know" is never replaced by a usual value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
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
from koers.engine.calendar import calendar_edge, elapsed, shifted
from koers.engine.facts import DAY, Fact, Vocabulary
from koers.engine.incentive import Amount, Condition, Incentive, Output, Resolved, Rulebook, refs_in
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    CalendarDay,
    Choose,
    Compare,
    Day,
    Elapsed,
    FactRef,
    Greatest,
    If,
    Kind,
    Least,
    Lookup,
    Member,
    Node,
    Not,
    Nothing,
    Number,
    OpenNorm,
    OrElse,
    Present,
    Rounded,
    Shift,
    UnknownInLaw,
    Word,
    facts_in,
    kind_of,
)
from koers.engine.parameters import folder, value_on
from koers.engine.values import (
    ABSENT,
    ABSENT_QUANTITY,
    AND,
    INFINITY,
    NO,
    NOT,
    NOTHING,
    OPEN,
    OR,
    UNKNOWN,
    YES,
    ZERO,
    Between,
    Causes,
    Choice,
    Dated,
    LawDoubt,
    Norm,
    OneOf,
    Quantity,
    Stated,
    Truth,
    Verdict,
    all_causes,
    rounded,
)

Facts = Mapping[str, Stated]
"""What is stated about a person: canonical values by dotted name (see `statements.read_facts`)."""

Value = Choice | Quantity

TRAINING_SUBJECTS = frozenset({"training", "training provider"})


class Evaluation:
    """The values of nodes for one set of facts on one day, for one incentive."""

    def __init__(
        self,
        rulebook: Rulebook,
        incentive: str,
        facts: Facts,
        *,
        day: date,
        asked: date,
        strict: bool,
    ) -> None:
        self.vocabulary: Vocabulary = rulebook.vocabulary
        self.incentive = incentive
        self.facts = facts
        self.day = day
        self.asked = asked
        self.strict = strict
        self.fold = folder(rulebook.parameters, day, asked)
        self._resolving: tuple[str, ...] = ()

    # Facts -----------------------------------------------------------------------------------

    def fact(self, name: str) -> tuple[Value, Origin, str]:
        """The value of a fact, where it came from, and why."""
        fact = self.vocabulary.facts[name]
        stated = self.facts.get(name)
        if isinstance(stated, Dated):
            stated = current(fact, stated, self.day)
        if stated is not None and stated is not UNKNOWN:
            return self._value(fact, stated), Origin.STATED, ""
        implied = self.implied(name)
        if implied is not None:
            return self._value(fact, implied), Origin.IMPLIED, ""
        derived = self._derived(name)
        if derived is not None:
            return derived, Origin.DERIVED, ""
        if stated is None and not self.strict:
            usual = self._usual(fact)
            if usual is not None:
                return usual[0], Origin.ASSUMED, usual[1]
        return self._unknown(fact), Origin.UNKNOWN, ""

    def implied(self, name: str) -> Stated | None:
        """What certainly follows from other facts, or None."""
        if name in self._resolving:
            return None
        before = self._resolving
        for one in self.vocabulary.implications.get(name, ()):
            if any(fact in (*before, name) for fact in one.facts):
                continue
            self._resolving = (*before, name)
            verdict = self.truth(self.fold(one.when))
            self._resolving = before
            if verdict.truth is YES:
                return one.value
        return None

    def _derived(self, name: str) -> Value | None:
        node = self.vocabulary.derived.get(name)
        if node is None or any(fact in (*self._resolving, name) for fact in facts_in(node)):
            return None
        before = self._resolving
        self._resolving = (*before, name)
        value = self.quantity(self.fold(node))
        self._resolving = before
        if not value.present or value.maybe_absent:
            return None
        if value.low == -INFINITY and value.high == INFINITY:
            return None
        return Quantity(value.low, value.high, causes=self._because(name, value))

    def _because(self, name: str, value: Quantity) -> Causes:
        return NOTHING if value.exact else Causes(frozenset({name}))

    def _usual(self, fact: Fact) -> tuple[Value, str] | None:
        usual = fact.usual
        if usual is not None and usual.applies_to(self.incentive):
            if usual.equal_to == DAY:
                return Quantity.of(self.asked.toordinal()), usual.because
            if usual.equal_to is not None:
                other, origin, _ = self.fact(usual.equal_to)
                return (other, usual.because) if origin is not Origin.UNKNOWN else None
            assert usual.value is not None
            return self._value(fact, usual.value), usual.because
        for group in self.vocabulary.one_unit:
            if fact.name in group.facts and self.incentive in group.only_for:
                others = (self.facts.get(name) for name in group.facts if name != fact.name)
                if any(other not in (None, UNKNOWN, ABSENT) for other in others):
                    return ABSENT_QUANTITY, group.because
        return None

    def _value(self, fact: Fact, stated: Stated) -> Value:
        causes = Causes(frozenset({fact.name}))
        if fact.kind is Kind.CHOICE:
            if isinstance(stated, OneOf):
                return Choice(stated.values, causes=causes)
            return Choice(frozenset({stated}))  # type: ignore[arg-type]  # checked at the boundary
        if stated is ABSENT:
            return Quantity.of(0) if fact.absent == 0 else ABSENT_QUANTITY
        if isinstance(stated, Between):
            low, high = self._bounds(fact)
            return Quantity(
                low if stated.low is None else number(stated.low),
                high if stated.high is None else number(stated.high),
                causes=causes,
            )
        return Quantity.of(number(stated))  # type: ignore[arg-type]  # checked at the boundary

    def _bounds(self, fact: Fact) -> tuple[Decimal, Decimal]:
        low = -INFINITY if fact.low is None else fact.low
        return low, INFINITY if fact.high is None else fact.high

    def _unknown(self, fact: Fact) -> Value:
        norms = frozenset({Norm(fact.label, "", fact.judged_by)} if fact.judged_by else ())
        causes = Causes(frozenset({fact.name}), norms=norms)
        if fact.kind is Kind.CHOICE:
            if fact.domain is None:
                words: frozenset[Word] = frozenset({ABSENT} if fact.absent is ABSENT else ())
                return Choice(words, other=True, causes=causes)
            return Choice(fact.domain, causes=causes)
        low, high = self._bounds(fact)
        bound = self.vocabulary.at_least.get(fact.name)
        if bound is not None and fact.name not in self._resolving:
            before = self._resolving
            self._resolving = (*before, fact.name)
            other = self.quantity(self.fold(bound))
            self._resolving = before
            if other.present and not other.maybe_absent:
                low = max(low, other.low)
        return Quantity(low, high, maybe_absent=fact.absent is ABSENT, causes=causes)

    # Truth -----------------------------------------------------------------------------------

    def truth(self, node: Node) -> Verdict:
        """Is it so? With what leaves it open."""
        match node:
            case AllOf(terms):
                return self._kleene(AND, YES, terms)
            case AnyOf(terms):
                return self._kleene(OR, NO, terms)
            case Not(term):
                verdict = self.truth(term)
                return Verdict(NOT[verdict.truth], verdict.causes)
            case Compare(operator, left, right):
                return self._compare(operator, self.quantity(left), self.quantity(right))
            case Member(term, words):
                return self._member(self.choice(term), words)
            case Present(term):
                return self._present(term)
            case If(condition, then, otherwise):
                return self._branch_truth(self.truth(condition), then, otherwise)
            case UnknownInLaw():
                return Verdict(OPEN, self._law(node))
            case OpenNorm(text, law, decides):
                return Verdict(OPEN, Causes(norms=frozenset({Norm(text, law, decides)})))
            case _:
                raise TypeError(f"{type(node).__name__} is no truth")

    def _kleene(
        self, table: Mapping[tuple[Truth, Truth], Truth], start: Truth, terms: tuple[Node, ...]
    ) -> Verdict:
        verdicts = [self.truth(term) for term in terms]
        truth = reduce(lambda left, right: table[left, right], (v.truth for v in verdicts), start)
        if truth is not OPEN:
            return Verdict(truth)
        return Verdict(OPEN, all_causes(v.causes for v in verdicts if v.truth is OPEN))

    def _compare(self, operator: str, left: Quantity, right: Quantity) -> Verdict:
        if not left.present or not right.present:
            return Verdict(NO)
        match operator:
            case "<":
                always, never = left.high < right.low, left.low >= right.high
            case "<=":
                always, never = left.high <= right.low, left.low > right.high
            case ">":
                always, never = left.low > right.high, left.high <= right.low
            case ">=":
                always, never = left.low >= right.high, left.high < right.low
            case _:
                always = left.low == left.high == right.low == right.high
                never = left.high < right.low or right.high < left.low
        if never:
            return Verdict(NO)
        if always and not left.maybe_absent and not right.maybe_absent:
            return Verdict(YES)
        return Verdict(OPEN, left.causes | right.causes)

    def _member(self, choice: Choice, words: frozenset[Word]) -> Verdict:
        if not choice.other:
            if choice.values <= words:
                return Verdict(YES)
            if not choice.values & words:
                return Verdict(NO)
        return Verdict(OPEN, choice.causes)

    def _present(self, term: Node) -> Verdict:
        if kind_of(term) is Kind.CHOICE:
            choice = self.choice(term)
            if ABSENT not in choice.values:
                return Verdict(YES)
            if choice.exact:
                return Verdict(NO)
            return Verdict(OPEN, choice.causes)
        quantity = self.quantity(term)
        if not quantity.present:
            return Verdict(NO)
        if not quantity.maybe_absent:
            return Verdict(YES)
        return Verdict(OPEN, quantity.causes)

    def _branch_truth(self, condition: Verdict, then: Node, otherwise: Node) -> Verdict:
        if condition.truth is YES:
            return self.truth(then)
        if condition.truth is NO:
            return self.truth(otherwise)
        first, second = self.truth(then), self.truth(otherwise)
        if first.truth is second.truth and first.truth is not OPEN:
            return first
        return Verdict(OPEN, condition.causes | first.causes | second.causes)

    def _law(self, node: UnknownInLaw) -> Causes:
        return Causes(law=frozenset({LawDoubt(node.reason, node.source)}))

    # Words -----------------------------------------------------------------------------------

    def choice(self, node: Node) -> Choice:
        """Which words may it be?"""
        match node:
            case FactRef(name):
                value = self.fact(name)[0]
                assert isinstance(value, Choice)
                return value
            case Choose(value):
                return Choice(frozenset({value}))
            case Nothing():
                return Choice(frozenset({ABSENT}))
            case UnknownInLaw():
                return Choice(
                    frozenset(node.words), other=not node.words, causes=self._law(node)
                )
            case If(condition, then, otherwise):
                verdict = self.truth(condition)
                if verdict.truth is YES:
                    return self.choice(then)
                if verdict.truth is NO:
                    return self.choice(otherwise)
                return self._either(verdict, self.choice(then), self.choice(otherwise))
            case _:
                raise TypeError(f"{type(node).__name__} is no word")

    def _either(self, condition: Verdict, first: Choice, second: Choice) -> Choice:
        both = Choice(first.values | second.values, first.other or second.other)
        if both.exact:
            return both
        causes = condition.causes | first.causes | second.causes
        return Choice(both.values, both.other, causes)

    # Numbers and days ------------------------------------------------------------------------

    def quantity(self, node: Node) -> Quantity:
        """Between which bounds does it lie, and may it be absent?"""
        match node:
            case FactRef(name):
                value = self.fact(name)[0]
                assert isinstance(value, Quantity)
                return value
            case Number(value):
                return Quantity.of(value)
            case Day(day):
                return Quantity.of(day.toordinal())
            case Nothing():
                return ABSENT_QUANTITY
            case UnknownInLaw():
                low = -INFINITY if node.low is None else node.low
                high = INFINITY if node.high is None else node.high
                return Quantity(low, high, causes=self._law(node))
            case Arithmetic(operator, left, right):
                return arithmetic(operator, self.quantity(left), self.quantity(right))
            case Least(terms):
                return least_of([self.quantity(term) for term in terms])
            case Greatest(terms):
                return greatest_of([self.quantity(term) for term in terms])
            case Rounded(term, step, mode):
                value = self.quantity(term)
                low, high = (rounded(bound, step, mode) for bound in (value.low, value.high))
                return _settled(value, low, high)
            case OrElse(term, default):
                value = self.quantity(term)
                if not value.maybe_absent:
                    return value
                other = self.quantity(default)
                return other if not value.present else hull([_certain(value), other], value.causes)
            case Elapsed(unit, start, end):
                return _elapsed(unit, self.quantity(start), self.quantity(end))
            case Shift(term, months, days):
                return _shift(self.quantity(term), self.quantity(months), self.quantity(days))
            case CalendarDay(edge, term):
                value = self.quantity(term)
                low, high = (_edge(edge, bound) for bound in (value.low, value.high))
                return _settled(value, low, high)
            case If(condition, then, otherwise):
                verdict = self.truth(condition)
                if verdict.truth is YES:
                    return self.quantity(then)
                if verdict.truth is NO:
                    return self.quantity(otherwise)
                return hull([self.quantity(then), self.quantity(otherwise)], verdict.causes)
            case Lookup():
                return self._lookup(node)
            case _:
                raise TypeError(f"{type(node).__name__} is no number or day")

    def _lookup(self, node: Lookup) -> Quantity:
        key = self.choice(node.key)
        rows = dict(node.rows)
        wanted: list[Node] = []
        for word in key.values:
            if word is ABSENT:
                wanted.append(Nothing(node.kind))
            elif word in rows:
                wanted.append(rows[word])
            elif node.otherwise is not None:
                wanted.append(node.otherwise)
        if key.other:
            wanted += rows.values()
            if node.otherwise is not None:
                wanted.append(node.otherwise)
        return hull([self.quantity(one) for one in dict.fromkeys(wanted)], key.causes)


# Arithmetic on intervals ---------------------------------------------------------------------


def number(value: int | float | Decimal | date) -> Decimal:
    """A number as Decimal; a day as its ordinal."""
    if isinstance(value, date):
        return Decimal(value.toordinal())
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)


def _settled(value: Quantity, low: Decimal, high: Decimal) -> Quantity:
    """Other bounds for a value; an exact result has no causes left."""
    if not value.present:
        return value
    exact = low == high and not value.maybe_absent
    return Quantity(low, high, value.maybe_absent, causes=NOTHING if exact else value.causes)


def _certain(value: Quantity) -> Quantity:
    return Quantity(value.low, value.high, causes=value.causes)


def _product(left: Decimal, right: Decimal) -> Decimal:
    return ZERO if not left or not right else left * right


def arithmetic(operator: str, left: Quantity, right: Quantity) -> Quantity:
    """`+ - * /` on intervals; a divisor is one certain number."""
    if not left.present or not right.present:
        return ABSENT_QUANTITY
    match operator:
        case "+":
            low, high = left.low + right.low, left.high + right.high
        case "-":
            low, high = left.low - right.high, left.high - right.low
        case _:
            inverse = operator == "/"
            bounds = (right.low, right.high)
            if inverse and not (bounds[0] > 0 or bounds[1] < 0):
                low, high = -INFINITY, INFINITY
            else:
                if inverse:
                    ends = [one / other for one in (left.low, left.high) for other in bounds]
                else:
                    ends = [
                        _product(one, other) for one in (left.low, left.high) for other in bounds
                    ]
                low, high = min(ends), max(ends)
    maybe_absent = left.maybe_absent or right.maybe_absent
    exact = low == high and not maybe_absent
    causes = NOTHING if exact else left.causes | right.causes
    return Quantity(low, high, maybe_absent, causes=causes)


def least_of(terms: list[Quantity]) -> Quantity:
    """The smallest; a term that can never be the smallest leaves no cause."""
    if any(not term.present for term in terms):
        return ABSENT_QUANTITY
    low, high = min(term.low for term in terms), min(term.high for term in terms)
    matter = [term for term in terms if term.low < high or term.maybe_absent or low == high]
    return _combined(low, high, terms, matter)


def greatest_of(terms: list[Quantity]) -> Quantity:
    """The largest; a term that can never be the largest leaves no cause."""
    if any(not term.present for term in terms):
        return ABSENT_QUANTITY
    low, high = max(term.low for term in terms), max(term.high for term in terms)
    matter = [term for term in terms if term.high > low or term.maybe_absent or low == high]
    return _combined(low, high, terms, matter)


def _combined(
    low: Decimal, high: Decimal, terms: list[Quantity], matter: list[Quantity]
) -> Quantity:
    maybe_absent = any(term.maybe_absent for term in terms)
    if low == high and not maybe_absent:
        return Quantity(low, high)
    return Quantity(low, high, maybe_absent, causes=all_causes(term.causes for term in matter))


def hull(values: list[Quantity], causes: Causes) -> Quantity:
    """One of several quantities, it is not known which."""
    present = [value for value in values if value.present]
    if not present:
        return ABSENT_QUANTITY
    low, high = min(value.low for value in present), max(value.high for value in present)
    maybe_absent = any(value.maybe_absent for value in values)
    if low == high and not maybe_absent:
        return Quantity(low, high)
    causes = causes | all_causes(value.causes for value in values)
    return Quantity(low, high, maybe_absent, causes=causes)


def _finite(value: Decimal) -> date | None:
    """The day of an ordinal, None when it is infinite or outside the calendar."""
    if not value.is_finite() or not 1 <= value <= date.max.toordinal():
        return None
    return date.fromordinal(int(value))


def _elapsed(unit: str, start: Quantity, end: Quantity) -> Quantity:
    if not start.present or not end.present:
        return ABSENT_QUANTITY
    low = _between(unit, start.high, end.low, -INFINITY)
    high = _between(unit, start.low, end.high, INFINITY)
    maybe_absent = start.maybe_absent or end.maybe_absent
    exact = low == high and not maybe_absent
    causes = NOTHING if exact else start.causes | end.causes
    return Quantity(low, high, maybe_absent, causes=causes)


def _between(unit: str, start: Decimal, end: Decimal, otherwise: Decimal) -> Decimal:
    first, last = _finite(start), _finite(end)
    return otherwise if first is None or last is None else Decimal(elapsed(unit, first, last))


def _shift(term: Quantity, months: Quantity, days: Quantity) -> Quantity:
    if not (term.present and months.present and days.present):
        return ABSENT_QUANTITY

    def moved(day: Decimal, by_months: Decimal, by_days: Decimal, otherwise: Decimal) -> Decimal:
        start = _finite(day)
        if start is None or not by_months.is_finite() or not by_days.is_finite():
            return otherwise
        return number(shifted(start, int(by_months), int(by_days)))

    low = moved(term.low, months.low, days.low, -INFINITY)
    high = moved(term.high, months.high, days.high, INFINITY)
    maybe_absent = term.maybe_absent or months.maybe_absent or days.maybe_absent
    exact = low == high and not maybe_absent
    causes = NOTHING if exact else term.causes | months.causes | days.causes
    return Quantity(low, high, maybe_absent, causes=causes)


def _edge(edge: str, value: Decimal) -> Decimal:
    day = _finite(value)
    return value if day is None else number(calendar_edge(edge, day))


def current(fact: Fact, stated: Dated, day: date) -> Stated | None:
    """A dated statement as it counts on a day: as it is, grown, or no longer known (None)."""
    if isinstance(stated.value, (OneOf, Between, Dated)) or stated.value in (ABSENT, UNKNOWN):
        return None if stated.on != day else stated.value  # type: ignore[return-value]
    if fact.grows is not None:
        low = number(stated.value)  # type: ignore[arg-type]  # a number by declaration
        if day < stated.on:
            return Between(None, low)
        gain = elapsed("full_months", stated.on, day) if fact.grows == "months" else (
            (day - stated.on).days
        )
        return stated.value if gain == 0 else Between(low, low + gain)
    if fact.period is not None and not same_period(fact.period, stated.on, day):
        return None
    return stated.value


def same_period(period: str, one: date, other: date) -> bool:
    """Do two days lie in the same year, school year or month?"""
    if period == "month":
        return (one.year, one.month) == (other.year, other.month)
    edge = "school_year_start" if period == "school_year" else "year_start"
    return calendar_edge(edge, one) == calendar_edge(edge, other)


# Assessing -----------------------------------------------------------------------------------


def reference_day(incentive: Incentive, facts: Facts, asked: date) -> date | None:
    """The day the law looks at: the fact that holds it, else the day asked; None when open."""
    if incentive.reference_fact is None:
        return asked
    stated = facts.get(incentive.reference_fact)
    if stated is None or stated is ABSENT:
        return asked
    if isinstance(stated, Dated):
        stated = stated.value
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
    evaluation = Evaluation(
        rulebook, incentive, facts, day=day, asked=on, strict=strict
    )
    return _Assessor(rulebook, resolved, evaluation).assessment()


def assess_all(
    rulebook: Rulebook, facts: Facts, *, on: date, strict: bool = False
) -> dict[str, Assessment]:
    """The answers of all incentives, by id."""
    return {
        incentive: assess(rulebook, incentive, facts, on=on, strict=strict)
        for incentive in rulebook.ids
    }


def _undated(
    rulebook: Rulebook, rule: Incentive, fact: str, on: date, strict: bool
) -> Assessment:
    """The day the law looks at is itself not known: everything is open until it is."""
    cause = Causes(frozenset({fact}))
    amounts = {
        name: _open_amount(rulebook.outputs[name], one, cause)
        for name, one in rule.outputs.items()
    }
    return Assessment(
        incentive=rule.id, kind=rule.kind, answers=rule.answers, asked=on, day=on,
        answer=Answer.UNKNOWN, exists=True, reasons=(), amounts=amounts, steps=(),
        missing=(fact,), law_doubts=(), norms=(), assumptions=(), contradictions=(),
        strict=strict, rulebook_version=rulebook.version, engine_version=__version__,
    )


def _open_amount(output: Output, one: Amount, causes: Causes) -> AmountFound:
    return AmountFound(
        output.name, output.unit, one.period, one.recipient or output.recipient, None,
        words=output.words, causes=causes, cost=output.cost,
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
            line = value_on(parameter.values, self.resolved.day)
            seen.append(
                ParameterSeen(
                    ref.owner,
                    ref.name,
                    "tabel" if parameter.is_table else described_node(line and line.node),
                    parameter.unit,
                    line and line.since,
                    () if line is None else line.sources,
                )
            )
        return tuple(seen)

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
        low, high = quantity.low, quantity.high
        if output.step is not None:
            low, high = (rounded(end, Decimal(output.step), "half_up") for end in (low, high))
        if output.kind is Kind.DAY:
            bounds: tuple[Decimal | date | None, Decimal | date | None] = (
                _finite(low),
                _finite(high),
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
                    _finite(by.low) if by is not None and by.exact else None,
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
        found = []
        for name in looked_at:
            stated = self.evaluation.facts.get(name)
            if stated is None or stated is UNKNOWN or isinstance(stated, Dated):
                continue
            implied = self.evaluation.implied(name)
            fact = self.rulebook.vocabulary.facts[name]
            if implied is not None and not compatible(fact, stated, implied):
                found.append(Contradiction(name, written(stated), written(implied)))
        return tuple(found)


def _with(found: AmountFound, **changes: object) -> AmountFound:
    return AmountFound(**{**found.__dict__, **changes})


def compatible(fact: Fact, stated: Stated, implied: Stated) -> bool:
    """Can a stated and an implied value both be true?"""
    if stated == implied:
        return True
    if fact.absent == 0 and {stated, implied} <= {0, ABSENT}:
        return True
    return isinstance(implied, OneOf) and stated in implied.values


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
        day = _finite(bound) if kind is Kind.DAY else None
        return written(day if day is not None else bound)

    text = end(value.low) if value.low == value.high else f"{end(value.low)}..{end(value.high)}"
    return f"{text} / absent" if value.maybe_absent else text
