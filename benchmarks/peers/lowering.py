"""Our rules on one day, made ready for engines with two truth values.

Every fact is stated or absent, so nothing is unknown but the law itself. What the law leaves
open is replaced by "no", or by its lower bound: Kleene's logic and interval arithmetic are
monotone, so wherever Koers is certain any replacement gives the same answer, and only there is
a peer compared. What is constant is worked out here, once, in favour of the peers; equal
conditions are written once, and parts that several of them share become a result of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from koers.engine import Rulebook
from koers.engine.calendar import calendar_edge, elapsed, shifted
from koers.engine.facts import Vocabulary
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
    children,
    walk,
)
from koers.engine.nodes import kind_of as kind_of_rule
from koers.engine.values import ABSENT, rounded

TRUE, FALSE = AllOf(()), AnyOf(())
COMPANION = "@"
"""Facts after this sign are companions of a day fact, for engines without a calendar: its month
counted from year 0 (`@month`), or an edge of its year (`@school_year_start`)."""

_LAST = date.max.toordinal()
_HOLDS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "==": lambda one, other: one == other,
}
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


class NotExpressible(Exception):
    """A peer, or the two-valued reading, has no way to say this."""


@dataclass(frozen=True, slots=True)
class Result(Node):
    """A result that was computed before, by name."""

    name: str
    kind: Kind


def kind_of(node: Node) -> Kind:
    """What a node yields, results included."""
    match node:
        case Result(_, kind):
            return kind
        case Least(terms) | Greatest(terms):
            return kind_of(terms[0])
        case OrElse(term, _):
            return kind_of(term)
        case If(_, then, _):
            return kind_of(then)
        case _:
            return kind_of_rule(node)


@dataclass(frozen=True)
class Definition:
    """A named result: what a peer computes, in this order. `words` only for choices."""

    name: str
    node: Node
    kind: Kind
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Law:
    """All results that a peer computes, and where ours are found among them.

    `conditions` maps (incentive, condition) to a definition: conditions that are word for word
    the same share one. `eligible` is by incentive, `amounts` by (incentive, output).
    """

    definitions: tuple[Definition, ...]
    conditions: Mapping[tuple[str, str], str]
    eligible: Mapping[str, str]
    amounts: Mapping[tuple[str, str], str]
    vocabulary: Vocabulary
    words: Mapping[str, tuple[object, ...]]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that are read, companions included."""
        found = (
            item.name
            for one in self.definitions
            for item in walk(one.node)
            if isinstance(item, FactRef)
        )
        return tuple(sorted(dict.fromkeys(found)))

    def kind(self, fact: str) -> str:
        """`yes_no`, `word`, `number` or `day`; a yes or no that may be absent is a `word`."""
        declared = self.vocabulary.facts[fact.split(COMPANION)[0]]
        if declared.kind is Kind.CHOICE:
            plain = declared.yes_no and declared.absent is not ABSENT
            return "yes_no" if plain else "word"
        return "day" if declared.kind is Kind.DAY else "number"

    def readers(self, none: object) -> tuple[tuple[str, str, Callable[[Any], object] | None], ...]:
        """How a peer takes each fact from a person: its name, our fact, and what to do with it.

        An absent number or day becomes `none`, other days ordinals, a Decimal a float. Words
        and yes or no are left as they are (None).
        """
        makers = {"number": _number, "day": _ordinal, "month": _month}
        found = []
        for fact in self.facts:
            name, _, companion = fact.partition(COMPANION)
            kind = companion or self.kind(fact)
            if kind in ("word", "yes_no"):
                found.append((fact, name, None))
            elif kind in makers:
                found.append((fact, name, partial(makers[kind], none)))
            else:
                found.append((fact, name, partial(_edge, kind, none)))
        return tuple(found)

    def may_be_absent(self, node: Node) -> bool:
        """Could this number, day or word be absent, judged by its form?"""
        return may_be_absent(node, self.vocabulary, {one.name: one for one in self.definitions})


def _number(none: object, value: object) -> object:
    if value is ABSENT:
        return none
    return float(value) if isinstance(value, Decimal) else value


def _ordinal(none: object, value: Any) -> object:
    return none if value is ABSENT else value.toordinal()


def _month(none: object, value: Any) -> object:
    return none if value is ABSENT else value.year * 12 + value.month


def _edge(edge: str, none: object, value: Any) -> object:
    return none if value is ABSENT else calendar_edge(edge, value).toordinal()


def may_be_absent(
    node: Node, vocabulary: Vocabulary, known: Mapping[str, Definition] | None = None
) -> bool:
    """Could this number, day or word be absent, judged by its form?"""
    match node:
        case FactRef(name):
            return vocabulary.facts[name.split(COMPANION)[0]].absent is ABSENT
        case Result(name):
            assert known is not None
            return may_be_absent(known[name].node, vocabulary, known)
        case Nothing():
            return True
        case OrElse(_, default):
            return may_be_absent(default, vocabulary, known)
        case If(_, then, otherwise):
            return any(may_be_absent(one, vocabulary, known) for one in (then, otherwise))
        case Lookup(key, _, _, rows, default):
            parts = [key, *(row for _, row in rows), *([default] if default else [])]
            return any(may_be_absent(one, vocabulary, known) for one in parts)
        case _:
            return any(
                may_be_absent(one, vocabulary, known)
                for one in children(node)
                if kind_of(one) is not Kind.TRUTH
            )


# Working out what is constant ----------------------------------------------------------------


def truth(value: bool) -> Node:
    """A certain truth."""
    return TRUE if value else FALSE


class _Simplifier:
    """One node at a time, from the leaves up."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __call__(self, node: Node) -> Node:
        match node:
            case UnknownInLaw() | OpenNorm():
                return self._open(node)
            case AllOf(terms):
                return self._terms(AllOf, TRUE, FALSE, terms)
            case AnyOf(terms):
                return self._terms(AnyOf, FALSE, TRUE, terms)
            case Not(term):
                return self._not(self(term))
            case Compare(operator, left, right):
                return self._compare(operator, self(left), self(right))
            case Member(term, words):
                return self._member(self(term), words)
            case Present(term):
                return self._present(self(term))
            case If(condition, then, otherwise):
                return self._if(self(condition), self(then), self(otherwise))
            case Lookup(key, kind, _, rows, otherwise):
                other = None if otherwise is None else self(otherwise)
                done = tuple((word, self(row)) for word, row in rows)
                return self._lookup(self(key), kind, done, other)
            case Arithmetic(operator, left, right):
                return self._arithmetic(operator, self(left), self(right))
            case Least(terms) | Greatest(terms):
                return self._extreme(type(node), tuple(self(term) for term in terms))
            case Rounded(term, step, mode):
                value = self(term)
                if isinstance(value, Number):
                    return Number(rounded(value.value, step, mode))
                return value if isinstance(value, Nothing) else Rounded(value, step, mode)
            case OrElse(term, default):
                value = self(term)
                if isinstance(value, Nothing):
                    return self(default)
                if not may_be_absent(value, self.vocabulary):
                    return value
                return OrElse(value, self(default))
            case Elapsed(unit, start, end):
                return self._elapsed(unit, self(start), self(end))
            case Shift(term, months, days):
                return self._shift(self(term), self(months), self(days))
            case CalendarDay(edge, term):
                value = self(term)
                if isinstance(value, Day):
                    return Day(calendar_edge(edge, value.value))
                return value if isinstance(value, Nothing) else CalendarDay(edge, value)
            case _:
                return node

    def _open(self, node: Node) -> Node:
        if isinstance(node, OpenNorm) or node.kind is Kind.TRUTH:
            return FALSE
        if node.kind is Kind.CHOICE:
            return Choose(node.words[0]) if node.words else Nothing(Kind.CHOICE)
        if node.kind is Kind.DAY:
            return Nothing(Kind.DAY)
        known = [bound for bound in (node.low, node.high) if bound is not None]
        return Number(known[0] if known else Decimal(0))

    def _terms(
        self, make: type[AllOf] | type[AnyOf], start: Node, end: Node, terms: tuple[Node, ...]
    ) -> Node:
        kept: dict[Node, None] = {}
        for term in terms:
            value = self(term)
            if value == end:
                return end
            for one in value.terms if isinstance(value, make) else (value,):
                if one != start:
                    kept[one] = None
        if not kept:
            return start
        return next(iter(kept)) if len(kept) == 1 else make(tuple(kept))

    def _not(self, term: Node) -> Node:
        if term in (TRUE, FALSE):
            return truth(term == FALSE)
        return term.term if isinstance(term, Not) else Not(term)

    def _compare(self, operator: str, left: Node, right: Node) -> Node:
        if isinstance(left, Nothing) or isinstance(right, Nothing):
            return FALSE
        one, other = _value(left), _value(right)
        if one is not None and other is not None:
            return truth(_HOLDS[operator](one, other))
        if one is not None:
            return self._compare(_FLIPPED[operator], right, left)
        if other is not None and isinstance(left, (Shift, CalendarDay, Elapsed)):
            return self._threshold(operator, left, other)
        return Compare(operator, _without_calendar(left), _without_calendar(right))

    def _threshold(self, operator: str, moved: Node, end: Decimal) -> Node:
        """A comparison of a day that was moved, as a comparison of the day itself."""
        days = {item for item in walk(moved) if isinstance(item, FactRef)}
        if len(days) != 1:
            raise NotExpressible(f"a moved day of several facts: {moved}")
        (fact,) = days
        if operator == "==":
            both = (self._threshold(one, moved, end) for one in ("<=", ">="))
            return self._terms(AllOf, TRUE, FALSE, tuple(both))

        def holds(ordinal: int) -> bool:
            there = self(_with_day(moved, fact, date.fromordinal(ordinal)))
            return _HOLDS[operator](_value(there), end)

        first, last = holds(1), holds(_LAST)
        if first is last:
            return self._present(fact) if first else FALSE
        low, high = 1, _LAST
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if holds(middle) is first else (low, middle)
        if first:
            return Compare("<", fact, Day(date.fromordinal(high)))
        return Compare(">=", fact, Day(date.fromordinal(high)))

    def _member(self, term: Node, words: frozenset[object]) -> Node:
        match term:
            case Choose(value):
                return truth(value in words)
            case Nothing():
                return truth(ABSENT in words)
            case If(condition, then, otherwise):
                return self._if(
                    condition, self._member(then, words), self._member(otherwise, words)
                )
            case FactRef(name):
                domain = self.vocabulary.facts[name].domain
                if domain is not None and domain <= words:
                    return TRUE
                if domain is not None and not domain & words:
                    return FALSE
        return Member(term, words if domain is None else words & domain)

    def _present(self, term: Node) -> Node:
        if isinstance(term, Nothing):
            return FALSE
        return Present(term) if may_be_absent(term, self.vocabulary) else TRUE

    def _if(self, condition: Node, then: Node, otherwise: Node) -> Node:
        if condition == TRUE or then == otherwise:
            return then
        if condition == FALSE:
            return otherwise
        if isinstance(condition, Not):
            return self._if(condition.term, otherwise, then)
        if kind_of(then) is not Kind.TRUTH:
            return If(condition, then, otherwise)
        if TRUE in (then, otherwise) or FALSE in (then, otherwise):
            return self(
                AnyOf(
                    (AllOf((condition, then)), AllOf((Not(condition), otherwise)))
                    if TRUE not in (then, otherwise)
                    else ((condition, otherwise) if then == TRUE else (Not(condition), then))
                )
            )
        return If(condition, then, otherwise)

    def _lookup(
        self, key: Node, kind: Kind, rows: tuple[tuple[object, Node], ...], otherwise: Node | None
    ) -> Node:
        known = dict(rows)
        match key:
            case Choose(value):
                return known.get(value, otherwise)
            case Nothing():
                return Nothing(kind)
            case If(condition, then, other):
                return self._if(
                    condition,
                    self._lookup(then, kind, rows, otherwise),
                    self._lookup(other, kind, rows, otherwise),
                )
        domain = self.vocabulary.facts[key.name].domain if isinstance(key, FactRef) else None
        if domain is not None:
            known = {word: row for word, row in rows if word in domain}
            if domain - {ABSENT} <= known.keys():
                otherwise = Counter(known.values()).most_common(1)[0][0]
        kept = tuple((word, row) for word, row in known.items() if row != otherwise)
        if not kept and otherwise is not None and not may_be_absent(key, self.vocabulary):
            return otherwise
        return Lookup(key, kind, None, kept, otherwise)

    def _arithmetic(self, operator: str, left: Node, right: Node) -> Node:
        if isinstance(left, Nothing) or isinstance(right, Nothing):
            return Nothing(Kind.NUMBER)
        if isinstance(left, Number) and isinstance(right, Number):
            one, other = left.value, right.value
            return Number(
                {
                    "+": lambda: one + other,
                    "-": lambda: one - other,
                    "*": lambda: one * other,
                    "/": lambda: one / other,
                }[operator]()
            )
        if isinstance(right, Number) and (
            (operator in "+-" and right.value == 0) or (operator in "*/" and right.value == 1)
        ):
            return left
        if isinstance(left, Number) and (
            (operator == "+" and left.value == 0) or (operator == "*" and left.value == 1)
        ):
            return right
        return Arithmetic(operator, left, right)

    def _extreme(self, make: type, terms: tuple[Node, ...]) -> Node:
        for term in terms:
            if isinstance(term, Nothing):
                return term
        choose = min if make is Least else max
        certain = [term for term in terms if _value(term) is not None]
        open_terms = [term for term in dict.fromkeys(terms) if _value(term) is None]
        if certain:
            open_terms.append(choose(certain, key=_value))
        return open_terms[0] if len(open_terms) == 1 else make(tuple(open_terms))

    def _elapsed(self, unit: str, start: Node, end: Node) -> Node:
        if isinstance(start, Nothing) or isinstance(end, Nothing):
            return Nothing(Kind.NUMBER)
        if isinstance(start, Day) and isinstance(end, Day):
            return Number(Decimal(elapsed(unit, start.value, end.value)))
        if unit != "started_months":
            return Elapsed(unit, start, end)
        months = self._arithmetic("-", self._month(end), self._month(start))
        return self._arithmetic("+", months, Number(Decimal(1)))

    def _month(self, day: Node) -> Node:
        """The month of a day, counted from year 0; a rising function, so it may go inward."""
        match day:
            case Day(value):
                return Number(Decimal(value.year * 12 + value.month))
            case FactRef(name):
                return FactRef(f"{name}{COMPANION}month", Kind.NUMBER)
            case Least(terms) | Greatest(terms):
                return self._extreme(type(day), tuple(self._month(term) for term in terms))
            case OrElse(term, default):
                return OrElse(self._month(term), self._month(default))
            case If(condition, then, otherwise):
                return If(condition, self._month(then), self._month(otherwise))
            case _:
                raise NotExpressible(f"the month of {type(day).__name__}")

    def _shift(self, term: Node, months: Node, days: Node) -> Node:
        if any(isinstance(one, Nothing) for one in (term, months, days)):
            return Nothing(Kind.DAY)
        if isinstance(term, Day) and isinstance(months, Number) and isinstance(days, Number):
            return Day(shifted(term.value, int(months.value), int(days.value)))
        if months == days == Number(Decimal(0)):
            return term
        return Shift(term, months, days)


def _without_calendar(node: Node) -> Node:
    """An edge of the year of a fact is a companion of that fact."""
    if isinstance(node, CalendarDay) and isinstance(node.term, FactRef):
        return FactRef(f"{node.term.name}{COMPANION}{node.edge}", Kind.DAY)
    return node


def _value(node: Node) -> Decimal | None:
    match node:
        case Number(value):
            return value
        case Day(value):
            return Decimal(value.toordinal())
        case _:
            return None


def _with_day(node: Node, fact: FactRef, day: date) -> Node:
    match node:
        case FactRef():
            return Day(day) if node == fact else node
        case Shift(term, months, days):
            return Shift(_with_day(term, fact, day), months, days)
        case CalendarDay(edge, term):
            return CalendarDay(edge, _with_day(term, fact, day))
        case Elapsed(unit, start, end):
            return Elapsed(unit, _with_day(start, fact, day), _with_day(end, fact, day))
        case _:
            return node


# All incentives together ---------------------------------------------------------------------


def lower(
    rulebook: Rulebook,
    on: date,
    *,
    leave_out: Iterable[tuple[str, str]] = (),
    share: int = 2,
    inside: bool = False,
) -> Law:
    """The rules of a day for a two-valued engine.

    `leave_out` names amounts, as (incentive, output), that the law does not settle. A part
    that several results have in common becomes one of its own when it reads `share` facts or
    more; 0 shares nothing. With `inside` a part that one result has twice counts too.
    """
    simplify = _Simplifier(rulebook.vocabulary)
    found: list[Definition] = []
    by_node: dict[Node, str] = {}
    conditions, eligible, amounts = {}, {}, {}
    skipped = set(leave_out)
    for incentive in rulebook.ids:
        resolved = rulebook.at(incentive, on, on)
        needed: list[Node] = []
        for one, node in resolved.conditions:
            done = simplify(node)
            name = f"{incentive}__{one.name}"
            if done in by_node:
                name = by_node[done]
            else:
                by_node[done] = name
                found.append(Definition(name, done, Kind.TRUTH))
            conditions[incentive, one.name] = name
            needed.append(Result(name, Kind.TRUTH))
        right = f"{incentive}__eligible"
        node = AllOf(tuple(dict.fromkeys(needed))) if resolved.exists else FALSE
        found.append(Definition(right, node, Kind.TRUTH))
        eligible[incentive] = right
        told = Result(right, Kind.TRUTH) if resolved.conditions or not resolved.exists else TRUE
        for output, one, node in resolved.amounts:
            if (incentive, output) in skipped:
                continue
            kind = rulebook.outputs[output].kind
            value = simplify(node)
            step = rulebook.outputs[output].step
            if step is not None:
                value = simplify(Rounded(value, Decimal(step), "half_up"))
            if not one.always:
                value = simplify._if(told, value, FALSE if kind is Kind.TRUTH else Nothing(kind))
            name = f"{incentive}__{output}"
            found.append(Definition(name, value, kind, rulebook.outputs[output].words))
            amounts[incentive, output] = name
    definitions = _shared(found, share, inside=inside) if share else found
    return Law(
        tuple(definitions),
        conditions,
        eligible,
        amounts,
        rulebook.vocabulary,
        _words(definitions, rulebook.vocabulary),
    )


def _words(
    definitions: Iterable[Definition], vocabulary: Vocabulary
) -> dict[str, tuple[object, ...]]:
    """The words of each choice; of a code, those that the rules can tell apart, None the rest."""
    found: dict[str, dict[object, None]] = {}
    for definition in definitions:
        for item in walk(definition.node):
            match item:
                case Member(FactRef(name), words):
                    found.setdefault(name, {}).update(dict.fromkeys(sorted(words, key=str)))
                case Lookup(FactRef(name), _, _, rows, _):
                    found.setdefault(name, {}).update((word, None) for word, _ in rows)
                case FactRef(name, Kind.CHOICE):
                    found.setdefault(name, {})
    result: dict[str, tuple[object, ...]] = {}
    for name, words in found.items():
        fact = vocabulary.facts[name]
        if fact.domain is not None:
            result[name] = tuple(sorted(fact.domain, key=str))
        else:
            absent = (ABSENT,) if fact.absent is ABSENT else ()
            result[name] = (*(word for word in words if word is not ABSENT), *absent, None)
    return result


def _shared(found: list[Definition], least: int, *, inside: bool) -> list[Definition]:
    """Definitions in which no part worth a name is written twice."""
    uses: Counter[Node] = Counter()
    for one in found:
        uses.update(walk(one.node) if inside else set(walk(one.node)))
    roots = {one.node: one.name for one in found}
    made: dict[str, Definition] = {}
    names: dict[Node, str] = {}

    def worth(node: Node) -> bool:
        if isinstance(node, (FactRef, Result, Member, Present, Number, Day, Nothing, Choose)):
            return False
        facts = {item for item in walk(node) if isinstance(item, (FactRef, Result))}
        return uses[node] > 1 and len(facts) >= least

    def rewritten(node: Node, *, root: bool = False) -> Node:
        if not root:
            if node in roots and node not in (TRUE, FALSE):
                return Result(roots[node], kind_of(node))
            if worth(node):
                if node not in names:
                    names[node] = f"shared_{len(names) + 1}"
                    made[names[node]] = Definition(
                        names[node], rewritten(node, root=True), kind_of(node)
                    )
                return Result(names[node], kind_of(node))
        return rebuilt(node, rewritten)

    for one in found:
        made[one.name] = replace(one, node=rewritten(one.node, root=True))
    return _ordered(_without_single(made, inside=inside))


def _without_single(made: dict[str, Definition], *, inside: bool) -> dict[str, Definition]:
    """Shared parts that are read in one place go back there."""
    while True:
        reads: Counter[str] = Counter(
            item.name
            for one in made.values()
            for item in (walk(one.node) if inside else set(walk(one.node)))
            if isinstance(item, Result)
        )
        single = [name for name in made if name.startswith("shared_") and reads[name] == 1]
        if not single:
            return made
        made = _put_back(made, single[0])


def _put_back(made: dict[str, Definition], name: str) -> dict[str, Definition]:
    """Every definition with the part of that name written out."""

    def back(node: Node) -> Node:
        if isinstance(node, Result) and node.name == name:
            return made[name].node
        return rebuilt(node, back)

    return {
        other: replace(one, node=back(one.node)) for other, one in made.items() if other != name
    }


def rebuilt(node: Node, change: Callable[[Node], Node]) -> Node:
    """The same node over changed children."""
    match node:
        case AllOf(terms) | AnyOf(terms) | Least(terms) | Greatest(terms):
            return replace(node, terms=tuple(change(term) for term in terms))
        case Not(term) | Present(term) | Rounded(term) | Member(term):
            return replace(node, term=change(term))
        case Compare() | Arithmetic():
            return replace(node, left=change(node.left), right=change(node.right))
        case OrElse(term, default):
            return OrElse(change(term), change(default))
        case If(condition, then, otherwise):
            return If(change(condition), change(then), change(otherwise))
        case _:
            return node


def _ordered(made: Mapping[str, Definition]) -> list[Definition]:
    """Each definition after what it reads."""
    done: dict[str, Definition] = {}

    def visit(name: str) -> None:
        if name in done:
            return
        for item in walk(made[name].node):
            if isinstance(item, Result):
                visit(item.name)
        done[name] = made[name]

    for name in made:
        visit(name)
    return list(done.values())


def branches(node: Node) -> tuple[list[tuple[Node, Node]], Node]:
    """A chain of branches as conditions with values, and the last value."""
    found = []
    while isinstance(node, If):
        found.append((node.condition, node.then))
        node = node.otherwise
    return found, node


# What every peer can do ----------------------------------------------------------------------


class Peer:
    """What the benchmark asks of a peer; a peer has `answer(facts)` and `read(answer)`."""

    name = ""
    what = ""
    included = ""
    slack = 0.0
    loops = 1
    law: Law
    versions: Mapping[str, str] = {}

    def answer(self, facts: Mapping[str, object]) -> Any:
        """What the engine gives for a person: the part that is timed."""
        raise NotImplementedError

    def read(self, answer: Any) -> dict[str, object]:
        """All results by name: a truth, a number or None, a word or None."""
        raise NotImplementedError

    def answers(self, persons: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
        """The results of several persons, to compare."""
        return [self.read(self.answer(person)) for person in persons]

    def block(self, persons: object, loops: int) -> Callable[[], float] | None:
        """A block with a clock of its own, for a peer that runs in another process."""
        return None
