"""What authors of rules write: operators and functions that build nodes.

Types, words and units are checked here, while the rule file is imported, so that the error
names the line. What an expression means is in `nodes`; nothing is computed here.

    fits = (employment.workplace_region == "flanders") & (employment.fraction >= p.min_fraction)
    hours = least(training.credits * p.hours_per_credit, share(employment.fraction, p.base_hours))
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import NoReturn, TypeVar, overload

from koers.engine.errors import RuleError
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    CalendarDay,
    Choose,
    Compare,
    DayAsked,
    Elapsed,
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
    ParameterRef,
    Present,
    ReferenceDay,
    Rounded,
    Shift,
    UnknownInLaw,
    Word,
)
from koers.engine.values import ABSENT, same_unit, unit_product

_ENGINE = Path(__file__).parent


def _wrong(what: str, todo: str) -> NoReturn:
    """Raise a RuleError that names the author's file and line."""
    depth = 1
    frame = sys._getframe(depth)
    while Path(frame.f_code.co_filename).parent == _ENGINE and frame.f_back is not None:
        frame = frame.f_back
    path = Path(frame.f_code.co_filename)
    raise RuleError(what, file=f"{path.parent.name}/{path.name}", line=frame.f_lineno, todo=todo)


class Expression:
    """Base of what authors combine; wraps one node. Never a Python truth value."""

    __slots__ = ("_node",)
    __hash__ = None  # type: ignore[assignment]  # == builds an expression, so no dictionary keys

    def __init__(self, node: Node | None = None) -> None:
        self._node = node

    @property
    def node(self) -> Node:
        """The meaning of the expression."""
        assert self._node is not None
        return self._node

    def __bool__(self) -> bool:
        _wrong(
            "An expression is used as a Python truth value.",
            "Combine conditions with &, | and ~, write branches with when(...).then(...), "
            "and never use and, or, not, if, in, or a chained comparison.",
        )

    def __contains__(self, item: object) -> bool:
        _wrong("`in` cannot be used on an expression.", "Write fact.is_in(...) instead.")

    def __iter__(self) -> NoReturn:
        _wrong("An expression cannot be looped over.", "Reduce lists to a declared derived fact.")


def _refused(self: Expression, *_: object) -> NoReturn:
    kind = type(self).__name__.removesuffix("Expression").removesuffix("Fact").lower()
    _wrong(
        f"This operator does not exist for a {kind}.",
        "Numbers have + - * / and comparisons, days comparisons and shift(...), choices == "
        "and is_in(...), conditions & | and ~.",
    )


# What Python would otherwise answer with a bare TypeError; each class below defines its own.
for _operator in (
    "neg pos abs round mod floordiv pow rmod rfloordiv rpow add radd sub rsub mul rmul truediv "
    "rtruediv lt le gt ge and rand or ror xor rxor invert"
).split():
    setattr(Expression, f"__{_operator}__", _refused)


class TruthExpression(Expression):
    """A condition, or part of one."""

    __slots__ = ()

    def __and__(self, other: TruthExpression) -> TruthExpression:
        return TruthExpression(AllOf((*_terms(AllOf, self), *_terms(AllOf, _truth(other)))))

    def __or__(self, other: TruthExpression) -> TruthExpression:
        return TruthExpression(AnyOf((*_terms(AnyOf, self), *_terms(AnyOf, _truth(other)))))

    def __invert__(self) -> TruthExpression:
        return TruthExpression(Not(self.node))

    def __eq__(self, other: object) -> TruthExpression:  # type: ignore[override]
        if other is True:
            return self
        if other is False:
            return ~self
        _wrong("A condition is compared with something.", "Use it as it is, or ~condition.")


class _Ordered(Expression):
    """What numbers and days share: order and equality."""

    __slots__ = ()

    def _pair(self, other: object) -> Node:
        raise NotImplementedError

    def __lt__(self, other: object) -> TruthExpression:
        return TruthExpression(Compare("<", self.node, self._pair(other)))

    def __le__(self, other: object) -> TruthExpression:
        return TruthExpression(Compare("<=", self.node, self._pair(other)))

    def __gt__(self, other: object) -> TruthExpression:
        return TruthExpression(Compare(">", self.node, self._pair(other)))

    def __ge__(self, other: object) -> TruthExpression:
        return TruthExpression(Compare(">=", self.node, self._pair(other)))

    def __eq__(self, other: object) -> TruthExpression:  # type: ignore[override]
        return TruthExpression(Compare("==", self.node, self._pair(other)))

    def __ne__(self, other: object) -> TruthExpression:  # type: ignore[override]
        return TruthExpression(Not(Compare("==", self.node, self._pair(other))))


class NumberExpression(_Ordered):
    """A number with its unit."""

    __slots__ = ("_unit",)

    def __init__(self, node: Node | None = None, unit: str = "") -> None:
        super().__init__(node)
        self._unit = same_unit(unit)

    @property
    def unit(self) -> str:
        """The unit; empty for a bare number."""
        return self._unit

    @property
    def never_zero(self) -> bool:
        """May something be divided by it? Parameters are checked when the rulebook is."""
        return isinstance(self.node, (Number, ParameterRef))

    def _pair(self, other: object) -> Node:
        return self._same_unit(other, "compared with").node

    def _same_unit(self, other: object, verb: str) -> NumberExpression:
        number = _number(other, self.unit)
        if number.unit != self.unit:
            _wrong(
                f"{self.unit or 'a bare number'} is {verb} {number.unit or 'a bare number'}.",
                "Use the same unit on both sides, or convert with a parameter that carries it.",
            )
        return number

    def __add__(self, other: object) -> NumberExpression:
        right = self._same_unit(other, "added to")
        return NumberExpression(Arithmetic("+", self.node, right.node), self.unit)

    def __radd__(self, other: object) -> NumberExpression:
        return _number(other, self.unit) + self

    def __sub__(self, other: object) -> NumberExpression:
        right = self._same_unit(other, "subtracted from")
        return NumberExpression(Arithmetic("-", self.node, right.node), self.unit)

    def __rsub__(self, other: object) -> NumberExpression:
        return _number(other, self.unit) - self

    def __mul__(self, other: object) -> NumberExpression:
        right = _number(other, "")
        unit = unit_product(self.unit, right.unit)
        return NumberExpression(Arithmetic("*", self.node, right.node), unit)

    def __rmul__(self, other: object) -> NumberExpression:
        return _number(other, "") * self

    def __truediv__(self, other: object) -> NumberExpression:
        right = _number(other, "")
        if not right.never_zero and not _above_zero(right.node):
            _wrong(
                "A number is divided by something that may be zero.",
                "Divide by a parameter, a bare number, a fact that is declared above zero, or "
                "greatest(..., 1).",
            )
        unit = unit_product(self.unit, right.unit, divide=True)
        return NumberExpression(Arithmetic("/", self.node, right.node), unit)


class DayExpression(_Ordered):
    """A day."""

    __slots__ = ()

    def _pair(self, other: object) -> Node:
        if not isinstance(other, DayExpression):
            _wrong(
                f"A day is compared with {other!r}.",
                "Dates of the law belong in parameters.yaml; compare with p.day('name').",
            )
        return other.node


class ChoiceExpression(Expression):
    """One of a list of words; `words` is None when any word may be (a code)."""

    __slots__ = ("_words",)

    def __init__(self, node: Node | None = None, words: frozenset[Word] | None = None) -> None:
        super().__init__(node)
        self._words = words

    @property
    def words(self) -> frozenset[Word] | None:
        """The possible words, or None."""
        return self._words

    def __eq__(self, other: object) -> TruthExpression:  # type: ignore[override]
        return self.is_in([other])

    def __ne__(self, other: object) -> TruthExpression:  # type: ignore[override]
        return ~self.is_in([other])

    def is_in(self, words: Iterable[object]) -> TruthExpression:
        """The word is one of these."""
        if isinstance(words, str) or not isinstance(words, Iterable):
            _wrong(f"is_in takes a list of words, not {words!r}.", "Write is_in([...]) or ==.")
        wanted: set[Word] = set()
        for word in words:
            if isinstance(word, str) or word is ABSENT:
                wanted.add(word)
            else:
                _wrong(f"{word!r} is not a word.", "Compare a choice with text.")
        if not wanted:
            _wrong("The list of words is empty.", "Name at least one word.")
        known = self._words
        if known is not None and not wanted - {ABSENT} <= known:
            outside = ", ".join(sorted(str(word) for word in wanted - known - {ABSENT}))
            _wrong(
                f"{outside} is not a value of this fact.",
                f"Choose from: {', '.join(sorted(map(str, known)))}.",
            )
        return TruthExpression(Member(self.node, frozenset(wanted)))


class Table:
    """A table of the law: a dated number (or word, or day) per word of a key."""

    __slots__ = ("keys", "otherwise", "ref", "unit")

    def __init__(
        self, ref: ParameterRef, unit: str, keys: frozenset[str], *, otherwise: bool
    ) -> None:
        self.ref = ref
        self.unit = unit
        self.keys = keys
        self.otherwise = otherwise


# Building blocks -----------------------------------------------------------------------------


def _terms(node_type: type[AllOf] | type[AnyOf], expression: TruthExpression) -> tuple[Node, ...]:
    node = expression.node
    return node.terms if isinstance(node, node_type) else (node,)


def _truth(value: object) -> TruthExpression:
    if not isinstance(value, TruthExpression):
        _wrong(
            f"A condition is combined with {type(value).__name__.removesuffix('Expression')}.",
            "& and | join conditions; put comparisons between brackets.",
        )
    return value


def _number(value: object, unit: str) -> NumberExpression:
    if isinstance(value, NumberExpression):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        _wrong(
            f"{value!r} is used as a number.",
            "Use a parameter, a number fact, or a whole number; amounts belong in parameters.yaml.",
        )
    return NumberExpression(Number(Decimal(value)), unit)


def _above_zero(node: Node) -> bool:
    """Has it a floor that is a bare number above zero?"""
    return isinstance(node, Greatest) and any(
        isinstance(term, Number) and term.value > 0 for term in node.terms
    )


def _some(conditions: tuple[TruthExpression, ...]) -> None:
    if not conditions:
        _wrong("all_of or any_of has no condition.", "Name at least one.")


def _is(value: object, kind: type[Expression] | type[Table], what: str) -> None:
    """Refuse an argument of another kind, with the author's line."""
    if not isinstance(value, kind):
        _wrong(f"{value!r} is no {what}.", f"Give a {what} here.")


def all_of(*conditions: TruthExpression) -> TruthExpression:
    """Every condition holds."""
    _some(conditions)
    terms = tuple(term for one in conditions for term in _terms(AllOf, _truth(one)))
    return TruthExpression(AllOf(terms))


def any_of(*conditions: TruthExpression) -> TruthExpression:
    """At least one condition holds."""
    _some(conditions)
    terms = tuple(term for one in conditions for term in _terms(AnyOf, _truth(one)))
    return TruthExpression(AnyOf(terms))


Ordered = TypeVar("Ordered", NumberExpression, DayExpression)


def _extreme(
    node_type: type[Least] | type[Greatest], terms: tuple[Expression | int, ...]
) -> Expression:
    if len(terms) < 2:
        _wrong("least and greatest need two terms.", "Add a term or leave the function out.")
    first = next((term for term in terms if isinstance(term, Expression)), None)
    if isinstance(first, DayExpression):
        return DayExpression(node_type(tuple(_as_day(term).node for term in terms)))
    if not isinstance(first, NumberExpression):
        _wrong("least and greatest take numbers or days.", "Use when(...) for other kinds.")
    nodes = tuple(first._same_unit(term, "compared with").node for term in terms)
    return NumberExpression(node_type(nodes), first.unit)


def _as_day(term: Expression | int) -> DayExpression:
    if not isinstance(term, DayExpression):
        _wrong(
            "A day is compared with a number, or something else stands where a day must.",
            "Compare days with days.",
        )
    return term


def least(*terms: Ordered | int) -> Ordered:
    """The smallest; a cap in the law."""
    return _extreme(Least, terms)  # type: ignore[return-value]


def greatest(*terms: Ordered | int) -> Ordered:
    """The largest; a floor in the law."""
    return _extreme(Greatest, terms)  # type: ignore[return-value]


def share(percentage: NumberExpression, whole: NumberExpression) -> NumberExpression:
    """A percentage of something, in the unit of that thing."""
    _is(percentage, NumberExpression, "number")
    _is(whole, NumberExpression, "number")
    if percentage.unit != "%":
        _wrong(f"A share in {percentage.unit or 'bare numbers'}.", "Give a percentage first.")
    product = Arithmetic("*", whole.node, percentage.node)
    return NumberExpression(Arithmetic("/", product, Number(Decimal(100))), whole.unit)


def per_month(yearly: NumberExpression, months: NumberExpression) -> NumberExpression:
    """Twelfths of a yearly number: `yearly * months / 12`, in the unit of the yearly number."""
    _is(yearly, NumberExpression, "number")
    _is(months, NumberExpression, "number")
    if months.unit != "months":
        _wrong(f"Twelfths counted in {months.unit or 'bare numbers'}.", "Give months second.")
    product = Arithmetic("*", yearly.node, months.node)
    return NumberExpression(Arithmetic("/", product, Number(Decimal(12))), yearly.unit)


def _rounded(value: NumberExpression, to: Decimal | int, mode: str) -> NumberExpression:
    _is(value, NumberExpression, "number")
    if isinstance(to, float) or to <= 0:
        _wrong(f"A number is rounded to {to}.", "Round to a whole number or Decimal above zero.")
    return NumberExpression(Rounded(value.node, Decimal(to), mode), value.unit)


def round_half_up(value: NumberExpression, to: Decimal | int) -> NumberExpression:
    """To the nearest multiple of `to`, halves away from zero."""
    return _rounded(value, to, "half_up")


def round_down(value: NumberExpression, to: Decimal | int) -> NumberExpression:
    """To the multiple of `to` at or below."""
    return _rounded(value, to, "down")


def round_up(value: NumberExpression, to: Decimal | int) -> NumberExpression:
    """To the multiple of `to` at or above."""
    return _rounded(value, to, "up")


def present(value: NumberExpression | DayExpression | ChoiceExpression) -> TruthExpression:
    """The thing exists."""
    if not isinstance(value, (NumberExpression, DayExpression, ChoiceExpression)):
        _wrong(f"{value!r} cannot be absent.", "Ask it of a number, a day or a choice.")
    return TruthExpression(Present(value.node))


@overload
def or_else(value: NumberExpression, default: NumberExpression | int) -> NumberExpression: ...
@overload
def or_else(value: DayExpression, default: DayExpression) -> DayExpression: ...
def or_else(
    value: NumberExpression | DayExpression, default: NumberExpression | DayExpression | int
) -> NumberExpression | DayExpression:
    """The value, or another one when it is absent (never when it is unknown)."""
    if not isinstance(value, (NumberExpression, DayExpression)):
        _wrong(f"{value!r} has no replacement.", "Use or_else for a number or a day.")
    if isinstance(value, DayExpression):
        return DayExpression(OrElse(value.node, _as_day(default).node))
    other = value._same_unit(default, "replaced by")
    return NumberExpression(OrElse(value.node, other.node), value.unit)


# Days ----------------------------------------------------------------------------------------

REFERENCE_DAY = DayExpression(ReferenceDay())
"""The day the law looks at, as the incentive declares it."""
DAY_ASKED = DayExpression(DayAsked())
"""The day for which the question is asked."""


def full_months(start: DayExpression, end: DayExpression) -> NumberExpression:
    """Whole months from one day to another; the same day of the month completes one."""
    start, end = _as_day(start), _as_day(end)
    return NumberExpression(Elapsed("full_months", start.node, end.node), "months")


def full_years(start: DayExpression, end: DayExpression) -> NumberExpression:
    """Whole years from one day to another."""
    start, end = _as_day(start), _as_day(end)
    return NumberExpression(Elapsed("full_years", start.node, end.node), "years")


def started_months(start: DayExpression, end: DayExpression) -> NumberExpression:
    """Calendar months touched from one day to another, both included; negative when reversed."""
    start, end = _as_day(start), _as_day(end)
    return NumberExpression(Elapsed("started_months", start.node, end.node), "months")


def shift(
    day: DayExpression, *, months: NumberExpression | int = 0, days: NumberExpression | int = 0
) -> DayExpression:
    """A day so many months (same day of the month, else its last) and then days later."""
    day = _as_day(day)
    month_number, day_number = _number(months, "months"), _number(days, "days")
    for number, unit in ((month_number, "months"), (day_number, "days")):
        if number.unit != unit:
            _wrong(f"A day is moved by {number.unit or 'a bare number'}.", f"Give {unit}.")
    return DayExpression(Shift(day.node, month_number.node, day_number.node))


EDGES = ("year_start", "year_end", "school_year_start", "school_year_end")


def calendar_day(edge: str, day: DayExpression) -> DayExpression:
    """First or last day of the calendar or school year that holds a day."""
    if edge not in EDGES:
        _wrong(f"{edge!r} is no edge of a year.", f"Choose from: {', '.join(EDGES)}.")
    return DayExpression(CalendarDay(edge, _as_day(day).node))


# Branches and tables -------------------------------------------------------------------------

Branch = Expression | int | str


class When:
    """A condition that waits for its `then`."""

    __slots__ = ("_before", "_condition")

    def __init__(
        self, condition: TruthExpression, before: tuple[tuple[Node, Branch], ...] = ()
    ) -> None:
        self._condition = _truth(condition)
        self._before = before

    def then(self, value: Branch) -> Then:
        """The value when the condition holds."""
        return Then((*self._before, (self._condition.node, value)))


class Then:
    """Branches that wait for the next `when` or for `otherwise`."""

    __slots__ = ("_branches",)

    def __init__(self, branches: tuple[tuple[Node, Branch], ...]) -> None:
        self._branches = branches

    def when(self, condition: TruthExpression) -> When:
        """A next branch, for when the earlier conditions do not hold."""
        return When(condition, self._branches)

    def number(self, value: NumberExpression | int) -> NumberExpression:
        """The last branch of a choice between numbers."""
        unit = next(
            (one.unit for one in self._values(value) if isinstance(one, NumberExpression)), ""
        )
        numbers = [_number(one, unit) for one in self._values(value)]
        if len({one.unit for one in numbers}) > 1:
            units = ", ".join(sorted({one.unit or "a bare number" for one in numbers}))
            _wrong(f"The branches have different units: {units}.", "Give all the same unit.")
        return NumberExpression(self._node([one.node for one in numbers]), unit)

    def day(self, value: DayExpression) -> DayExpression:
        """The last branch of a choice between days."""
        days = []
        for one in self._values(value):
            if not isinstance(one, DayExpression):
                _wrong("A branch is not a day.", "Give a day in every branch.")
            days.append(one.node)
        return DayExpression(self._node(days))

    def word(self, value: ChoiceExpression | str) -> ChoiceExpression:
        """The last branch of a choice between words."""
        nodes: list[Node] = []
        words: set[Word] = set()
        any_word = False
        for one in self._values(value):
            if isinstance(one, ChoiceExpression):
                nodes.append(one.node)
                words |= one.words or set()
                any_word = any_word or one.words is None
            elif isinstance(one, str):
                nodes.append(Choose(one))
                words.add(one)
            else:
                _wrong("A branch is not a word.", "Give text or a choice in every branch.")
        return ChoiceExpression(self._node(nodes), None if any_word else frozenset(words))

    def truth(self, value: TruthExpression) -> TruthExpression:
        """The last branch of a choice between conditions."""
        return TruthExpression(self._node([_truth(one).node for one in self._values(value)]))

    @overload
    def otherwise(self, value: NumberExpression | int) -> NumberExpression: ...
    @overload
    def otherwise(self, value: DayExpression) -> DayExpression: ...
    @overload
    def otherwise(self, value: ChoiceExpression | str) -> ChoiceExpression: ...
    @overload
    def otherwise(self, value: TruthExpression) -> TruthExpression: ...
    def otherwise(self, value: Expression | int | str) -> Expression:
        """The last branch; decides the kind of the whole."""
        if isinstance(value, TruthExpression):
            return self.truth(value)
        if isinstance(value, DayExpression):
            return self.day(value)
        if isinstance(value, (ChoiceExpression, str)):
            return self.word(value)
        if isinstance(value, (NumberExpression, int)):
            return self.number(value)
        _wrong(f"{value!r} is no branch.", "Give a number, day, word or condition.")

    def _values(self, last: Branch) -> list[Branch]:
        return [*(value for _, value in self._branches), last]

    def _node(self, values: list[Node]) -> Node:
        result = values[-1]
        conditions = [condition for condition, _ in self._branches]
        for condition, value in zip(reversed(conditions), reversed(values[:-1]), strict=True):
            result = If(condition, value, result)
        return result


def when(condition: TruthExpression) -> When:
    """A branch of the law: `when(...).then(...).otherwise(...)`."""
    return When(condition)


def lookup(table: Table, key: ChoiceExpression) -> NumberExpression:
    """The number of a table for a word; the table's `otherwise` for words without a row."""
    _is(table, Table, "table")
    _is(key, ChoiceExpression, "choice")
    if key.words is not None:
        unknown = table.keys - {str(word) for word in key.words}
        if unknown:
            _wrong(
                f"Table {table.ref.name} has rows for {', '.join(sorted(unknown))}, which the "
                "key cannot be.",
                "Use the words of the fact as rows.",
            )
    if not table.otherwise and (key.words is None or len(table.keys) < len(key.words)):
        _wrong(
            f"Table {table.ref.name} has no row for some words of its key.",
            "Add the rows, or `otherwise:` with a value or `unknown:`.",
        )
    return NumberExpression(Lookup(key.node, table.ref.kind, table.ref, (), None), table.unit)


# The limits of the law -----------------------------------------------------------------------


def unknown_in_law(reason: str, *, source: str) -> TruthExpression:
    """A condition whose text could not be read or verified. No question to a person solves it."""
    if not reason or not source:
        _wrong("An unknown of the law lacks its reason or source.", "Give both.")
    return TruthExpression(UnknownInLaw(Kind.TRUTH, reason, source))


def unknown_number(
    reason: str,
    *,
    source: str,
    unit: str,
    low: NumberExpression | None = None,
) -> NumberExpression:
    """A number that could not be read; never below `low` when that is given."""
    if not reason or not source:
        _wrong("An unknown of the law lacks its reason or source.", "Give both.")
    number = NumberExpression(UnknownInLaw(Kind.NUMBER, reason, source), unit)
    return number if low is None else greatest(number, low)


def unknown_word(reason: str, *, source: str, words: Iterable[str]) -> ChoiceExpression:
    """A word that could not be read in the law; one of `words`."""
    if not reason or not source:
        _wrong("An unknown of the law lacks its reason or source.", "Give both.")
    known = tuple(words)
    if len(known) < 2:
        _wrong("An unknown word has fewer than two possible words.", "Name all of them.")
    node = UnknownInLaw(Kind.CHOICE, reason, source, words=known)
    return ChoiceExpression(node, frozenset(known))


def word(value: str) -> ChoiceExpression:
    """One certain word, where a choice is expected."""
    if not isinstance(value, str):
        _wrong(f"{value!r} is not a word.", "Give text.")
    return ChoiceExpression(Choose(value), frozenset({value}))


def open_norm(text: str, *, law: str, decides: str) -> TruthExpression:
    """A condition left to the judgement of an authority, named by `decides`."""
    if not text or not law or not decides:
        _wrong("An open norm lacks its text, law or authority.", "Give all three.")
    return TruthExpression(OpenNorm(text, law, decides))


def nothing_number(unit: str) -> NumberExpression:
    """A number that does not exist."""
    return NumberExpression(Nothing(Kind.NUMBER), unit)
