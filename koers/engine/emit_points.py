"""Nodes written as Python on single numbers: the quick function for one person.

A number is one float: NaN while it is open, minus infinity when it is absent. A comparison
that NaN leaves open is decided with bounds after all (`emit`), so that verdicts are those of
`assess`; an amount that is open stays NaN, and its range is asked of the general function.
"""

from __future__ import annotations

from koers.engine import compiled
from koers.engine.compiled import Points
from koers.engine.emit import Emitter
from koers.engine.facts import DAY, Fact
from koers.engine.nodes import (
    Arithmetic,
    CalendarDay,
    Compare,
    Elapsed,
    FactRef,
    Greatest,
    If,
    Kind,
    Least,
    Lookup,
    Node,
    Nothing,
    OrElse,
    Rounded,
    Shift,
    facts_in,
    kind_of,
)
from koers.engine.python_text import (
    FLIPPED,
    SLACK,
    Bounds,
    Sides,
    any_part,
    both,
    literal,
    verdict,
)
from koers.engine.simplify import constant
from koers.engine.values import ABSENT, NO, YES, Between, Quantity, Stated


class PointEmitter(Emitter):
    """Writes single numbers where `Emitter` writes bounds; bounds only where they decide."""

    # Facts -----------------------------------------------------------------------------------

    def point(self, name: str) -> str:
        """The variable of a number or day; NaN when open, -INF when absent."""
        key = ("point", *self.fact_key(name))
        known = self.writer.known(key)
        if known is None:
            known = self.writer.keep(key, (self._load(self.vocabulary.facts[name]),))
        return known[0]

    def _load(self, fact: Fact) -> str:
        writer = self.writer
        value = self.raw(fact.name)
        simple = len(self.words.closure(fact.name)) == 1 and fact.usual is None
        grouped = any(fact.name in group.facts for group in self.vocabulary.one_unit)
        keeps = not simple or grouped or fact.kind is Kind.DAY
        point = writer.name("x") if keeps else value
        names = (point, point, "False")
        if fact.kind is Kind.DAY:
            writer.open(f"if type({value}) is date:")
            writer.line(f"{point} = {value}.toordinal()")
            writer.close()
            writer.open(f"elif {value} is None or {value} is UNKNOWN:")
        else:
            if point != value:
                writer.line(f"{point} = {value}")
            writer.open(f"if type({value}) is int or type({value}) is float: pass")
            writer.close()
            writer.open(f"elif {value} is None or {value} is UNKNOWN:")
        self._unstated(fact, value, names)
        writer.close()
        writer.open(f"elif {value} is ABSENT:")
        self._set(names, ABSENT, fact)
        writer.close()
        if fact.kind is Kind.NUMBER:
            writer.open(f"elif type({value}) is Decimal:")
            writer.line(f"{point} = float({value})")
            writer.close()
        writer.open("else:")
        writer.line("raise TypeError")
        writer.close()
        return point

    def _partly_usual(self, fact: Fact) -> Between | None:
        """The usual value, when it is only a bound."""
        usual = self._usual(fact.name)
        return usual.value if usual is not None and isinstance(usual.value, Between) else None

    def _set(self, names: Bounds | tuple[str, ...], value: Stated, fact: Fact) -> None:
        point = names[0]
        if value is ABSENT and fact.absent is ABSENT:
            self.writer.line(f"{point} = -INF")
        elif value is ABSENT:
            self.writer.line(f"{point} = 0")
        elif isinstance(value, Between):
            self.writer.line(f"{point} = NAN")
        else:
            self.writer.line(f"{point} = {literal(compiled.plain(value))}")

    def _set_implied(self, names: tuple[str, ...], value: Stated, fact: Fact) -> None:
        if isinstance(value, Between):  # only bounds can say it: over to the general function
            self.writer.line("raise TypeError")
        else:
            self._set(names, value, fact)

    def _take(self, fact: Fact, names: tuple[str, ...], low: str, high: str) -> None:
        """One number; open when nothing more is known than the declaration says."""
        first, last = self._bounds(fact)
        writer = self.writer
        writer.open(f"if {low} == {high}:")
        writer.line(f"{names[0]} = {low}")
        writer.close()
        writer.open(f"elif {low} <= {first} and {high} >= {last} and {fact.absent is not ABSENT}:")
        writer.line(f"{names[0]} = NAN")
        writer.close()
        writer.open("else:")  # only bounds can say it: over to the general function
        writer.line("raise TypeError")
        writer.close()

    def _open_fact(self, fact: Fact, names: tuple[str, ...]) -> None:
        self.writer.line(f"{names[0]} = NAN")

    def _equal_to(self, other: str, value: str, names: tuple[str, ...]) -> int:
        point = self.point(other)
        self.writer.open(f"if {value} is None and {point} == {point}:")
        self.writer.line(f"{names[0]} = {point}")
        self.writer.close()
        self.writer.open("else:")
        return 1

    def _number_fact(self, fact: Fact) -> tuple[str, ...]:
        """Bounds made of the point, where they are asked for."""
        writer = self.writer
        point = self.point(fact.name)
        low, high = writer.name("l"), writer.name("L")
        absent = writer.name("a") if fact.absent is ABSENT else "False"
        writer.open(f"if {point} == {point}:")
        writer.line(f"{low} = {high} = {point}")
        if absent != "False":
            writer.line(f"{absent} = {point} == -INF")
            writer.line(f"if {absent}: {low} = {high} = NAN")
        writer.close()
        writer.open("else:")
        super()._open_fact(fact, (low, high, absent))
        self._usual_bounds(fact, (low, high, absent))
        writer.close()
        return low, high, absent

    def _usual_bounds(self, fact: Fact, names: Bounds) -> None:
        """The bounds of a usual value that is itself partial."""
        partly, usual = self._partly_usual(fact), self._usual(fact.name)
        value = self.raw(fact.name)
        if partly is not None:
            self.writer.open(f"if {value} is None:")
            super()._set(names, partly, fact)
            self.writer.close()
        elif usual is not None and usual.equal_to not in (None, DAY):
            super()._equal_to(str(usual.equal_to), value, names)
            self.writer.line("pass")
            self.writer.close()

    # Truth -----------------------------------------------------------------------------------

    def _compare(self, operator: str, left: Node, right: Node) -> Sides:
        if constant(left) and constant(right):
            return self._settled(Compare(operator, left, right))
        if constant(left):
            operator, left, right = FLIPPED[operator], right, left
        if isinstance(left, FactRef) and constant(right):
            bound = self.evaluation.quantity(right)
            plain = self._as_stated(left) or kind_of(left) is Kind.DAY
            if plain and bound.exact and self._plainly_open(left.name, operator, bound):
                return self._tested(operator, self.point(left.name), literal(bound.low), left)
        return self._computed(operator, left, right)

    def _plainly_open(self, name: str, operator: str, bound: Quantity) -> bool:
        """Does not knowing the fact leave the comparison open, whatever else is known?"""
        fact = self.vocabulary.facts[name]
        if name in self.vocabulary.at_least or self._partly_usual(fact) is not None:
            return False
        low, high = self.evaluation._bounds(fact)
        unknown = Quantity(low, high, maybe_absent=fact.absent is ABSENT)
        return self.evaluation._compare(operator, unknown, bound).truth not in (YES, NO)

    def _tested(self, operator: str, point: str, bound: str, node: Node) -> Sides:
        there = f"{point} != -INF" if self._may_be_absent(node) else "True"
        gone = f"{point} == -INF" if self._may_be_absent(node) else "False"
        if operator in (">=", ">"):
            against = {">=": "<", ">": "<="}[operator]
            return f"{point} {operator} {bound}", f"{point} {against} {bound}"
        if operator == "==":
            return f"{point} == {bound}", f"{point} == {point} != {bound}"
        against = {"<=": ">", "<": ">="}[operator]
        yes, no = f"{point} {operator} {bound}", f"{point} {against} {bound}"
        return both(yes, there), any_part(no, gone)

    def _computed(self, operator: str, left: Node, right: Node) -> Sides:
        """Points first; bounds when a point is open."""
        key = ("computed", operator, left, right, self._context(left), self._context(right))
        known = self.writer.known(key)
        if known is None:
            known = self.writer.keep(key, (self._decided(operator, left, right),))
        return known[0], f"{known[0]} is False"

    def _decided(self, operator: str, left: Node, right: Node) -> str:
        writer = self.writer
        one, other = self.value(left), self.value(right)
        gone = any_part(
            *(
                f"{text} == -INF"
                for text, node in ((one, left), (other, right))
                if self._may_be_absent(node)
            )
        )
        exact = kind_of(left) is Kind.DAY or all(
            self._as_stated(node) or constant(node) for node in (left, right)
        )
        margin = "" if exact else f" {'-' if operator in ('>=', '<') else '+'} {SLACK}"
        if operator == "==":
            apart = f"{one} - {other}" if not exact else ""
            yes = f"{one} == {other}" if exact else f"-{SLACK} < {apart} < {SLACK}"
            no = (
                f"{one} < {other} or {one} > {other}"
                if exact
                else (f"{apart} >= {SLACK} or {apart} <= -{SLACK}")
            )
        else:
            against = {">=": "<", ">": "<=", "<=": ">", "<": ">="}[operator]
            yes = f"{one} {operator} {other}{margin}"
            no = f"{one} {against} {other}{margin}"
        name = writer.name("t")
        first = f"False if {gone} else " if gone != "False" else ""
        writer.line(f"{name} = {first}True if {yes} else False if {no} else None")
        writer.open(f"if {name} is None:")
        writer.line(f"{name} = {verdict(super()._compare(operator, left, right))}")
        writer.close()
        return name

    def _present(self, term: Node) -> Sides:
        if kind_of(term) is Kind.CHOICE or not isinstance(term, FactRef):
            return super()._present(term)
        if not self._may_be_absent(term):
            return "True", "False"
        point = self.point(term.name)
        partly = self._partly_usual(self.vocabulary.facts[term.name])
        if partly is not None:
            return super()._present(term)
        return f"{point} > -INF", f"{point} == -INF"

    # Numbers and days ------------------------------------------------------------------------

    def value(self, node: Node) -> str:
        """Python text for a single number: NaN when open, -INF when absent."""
        if isinstance(node, FactRef):
            return self.point(node.name)
        if constant(node):
            return self._constant_point(node)
        key = ("value", node, self._context(node))
        known = self.writer.known(key)
        if known is None:
            known = self.writer.keep(key, (self._value(node),))
        return known[0]

    def _constant_point(self, node: Node) -> str:
        value = self.evaluation.quantity(node)
        if not value.present:
            return "-INF"
        return literal(value.low) if value.exact else "NAN"

    def _value(self, node: Node) -> str:
        match node:
            case Arithmetic(operator, left, right):
                one, other = self.value(left), self.value(right)
                return self._result(f"{one} {operator} {other}", (left, one), (right, other))
            case Least(terms):
                return self._extreme_point("<", ">=", terms)
            case Greatest(terms):
                return self._extreme_point(">", "<=", terms)
            case Rounded(term, step, mode):
                value = self.value(term)
                return self._result(
                    f"{value} if {value} != {value} else round_{mode}({value}, {float(step)!r})"
                )
            case OrElse(term, default):
                value, other = self.value(term), self.value(default)
                return self._result(f"{other} if {value} == -INF else {value}")
            case Elapsed(unit, start, end):
                first, last = self.value(start), self.value(end)
                text = f"between({unit!r}, {first}, {last}, NAN)"
                return self._result(text, (start, first), (end, last))
            case Shift(term, months, days):
                parts = [(part, self.value(part)) for part in (term, months, days)]
                text = f"moved({', '.join(value for _, value in parts)}, NAN)"
                return self._result(text, *parts)
            case CalendarDay(edge, term):
                value = self.value(term)
                return self._result(f"edge_of({edge!r}, {value})", (term, value))
            case If():
                return self._branch_point(node)
            case Lookup():
                return self._lookup_point(node)
            case _:
                raise TypeError(f"{type(node).__name__} is no number or day")

    def _result(self, text: str, *operands: tuple[Node, str]) -> str:
        gone = any_part(
            *(f"{value} == -INF" for node, value in operands if self._may_be_absent(node))
        )
        name = self.writer.name("y")
        self.writer.line(f"{name} = {text if gone == 'False' else f'-INF if {gone} else {text}'}")
        return name

    def _extreme_point(self, sign: str, against: str, terms: tuple[Node, ...]) -> str:
        values = [(term, self.value(term)) for term in terms]
        gone = any_part(
            *(f"{value} == -INF" for node, value in values if self._may_be_absent(node))
        )
        best = values[0][1]
        for _, other in values[1:]:
            name = self.writer.name("y")
            first = f"-INF if {gone} else " if gone != "False" else ""
            self.writer.line(
                f"{name} = {first}{best} if {best} {sign} {other} "
                f"else {other} if {best} {against} {other} else NAN"
            )
            best = name
        return best

    def _branch_point(self, node: If) -> str:
        """The value of the first branch that surely holds; open when a condition is."""
        writer = self.writer
        branches = self._branches(node)
        if len(branches) == 1:
            return self.value(branches[0][2])
        for name in dict.fromkeys(fact for _, _, value in branches for fact in facts_in(value)):
            if self.vocabulary.facts[name].kind is not Kind.CHOICE:
                self.point(name)
        name = writer.name("y")
        before: list[str] = []
        for position, (yes, no, value) in enumerate(branches):
            writer.open(f"{'if' if position == 0 else 'elif'} {both(*before, yes)}:")
            writer.line(f"{name} = {self.value(value)}")
            writer.close()
            before.append(no)
        writer.open("else:")
        writer.line(f"{name} = NAN")
        writer.close()
        return name

    def _lookup_point(self, node: Lookup) -> str:
        mask, words = self.choice(node.key, [word for word, _ in node.rows])
        rows = dict(node.rows)
        table = Points()
        for bit, word in enumerate(words):
            row = Nothing(node.kind) if word is ABSENT else rows.get(word, node.otherwise)
            if row is not None:
                table[1 << bit] = self._point_of(row)
        if node.otherwise is not None:
            table[1 << len(words)] = self._point_of(node.otherwise)
        return self._result(f"{self.writer.constant('P', table)}[{mask}]")

    def _point_of(self, row: Node) -> float:
        value = self.evaluation.quantity(row)
        if not value.present:
            return -compiled.INF
        return float(value.low) if value.exact else compiled.NAN
