"""Nodes written as Python: the bounds of numbers, the two sides of a truth, the mask of a word.

One small function per node kind, as in `evaluate`. What is computed once in scope is used
again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from koers.engine import compiled
from koers.engine.compiled import (
    Rows,
)
from koers.engine.emit_facts import FactEmitter
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    CalendarDay,
    Choose,
    Compare,
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
from koers.engine.python_text import (
    FLIPPED,
    SLACK,
    Bounds,
    Sides,
    any_part,
    both,
    comparison,
    literal,
    verdict,
)
from koers.engine.simplify import constant
from koers.engine.values import ABSENT, NO, YES


class Emitter(FactEmitter):
    """Writes the code of nodes for the incentives of a rulebook, resolved on a day."""

    # Truth -----------------------------------------------------------------------------------

    def truth(self, node: Node) -> Sides:
        """Python text for surely yes and surely no."""
        if not isinstance(node, (Not, Member, Present, Compare, UnknownInLaw, OpenNorm)) and (
            self.shared[node] > 1
        ):
            key = ("truth", node, self._context(node))
            known = self.writer.known(key)
            if known is None:
                sides = self._truth(node)
                if sides[0] in ("True", "False") and sides[1] in ("True", "False"):
                    return sides
                name = self.writer.name("t")
                self.writer.line(f"{name} = {verdict(sides)}")
                known = self.writer.keep(key, (name,))
            return known[0], f"{known[0]} is False"
        return self._truth(node)

    def _context(self, node: Node) -> tuple[object, ...]:
        return tuple(self.fact_key(name) for name in facts_in(node))

    def _truth(self, node: Node) -> Sides:
        match node:
            case AllOf(terms):
                sides = [self.truth(term) for term in terms]
                return both(*(yes for yes, _ in sides)), any_part(*(no for _, no in sides))
            case AnyOf(terms):
                sides = [self.truth(term) for term in terms]
                return any_part(*(yes for yes, _ in sides)), both(*(no for _, no in sides))
            case Not(term):
                yes, no = self.truth(term)
                return no, yes
            case Compare(operator, left, right):
                return self._compare(operator, left, right)
            case Member(term, words):
                return self._member(term, words)
            case Present(term):
                return self._present(term)
            case If(condition, then, otherwise):
                return self._branch(condition, then, otherwise)
            case UnknownInLaw() | OpenNorm():
                return "False", "False"
            case _:
                raise TypeError(f"{type(node).__name__} is no truth")

    def _branch(self, condition: Node, then: Node, otherwise: Node) -> Sides:
        name = self.writer.name("t")
        self.writer.line(f"{name} = {verdict(self.truth(condition))}")
        first, second = self.truth(then), self.truth(otherwise)
        sides = tuple(
            f"({one} if {name} else {other} if {name} is False else {both(one, other)})"
            for one, other in zip(first, second, strict=True)
        )
        return sides[0], sides[1]

    def _compare(self, operator: str, left: Node, right: Node) -> Sides:
        if constant(left) and constant(right):
            return self._settled(Compare(operator, left, right))
        if constant(left):
            operator, left, right = FLIPPED[operator], right, left
        low, high, absent = self.quantity(left)
        other_low, other_high, other_absent = self.quantity(right)
        here = both(
            "True" if absent == "False" else f"not {absent}",
            "True" if other_absent == "False" else f"not {other_absent}",
        )
        exact = self._as_stated(left) and (self._as_stated(right) or constant(right))
        if kind_of(left) is Kind.DAY:
            exact = True
        slack = "" if exact else SLACK
        if operator == "==":
            same = f"{low} == {high} and {other_low} == {other_high}"
            same += (
                f" and {low} == {other_low}"
                if exact
                else f" and -{SLACK} < {low} - {other_low} < {SLACK}"
            )
            margin = f" + {SLACK}" if slack else ""
            apart = f"not ({high}{margin} >= {other_low} and {other_high}{margin} >= {low})"
            return both(f"({same})", here), apart
        if operator in (">=", ">"):
            yes, no = (low, other_high), (high, other_low)
        else:
            yes, no = (high, other_low), (low, other_high)
        margin = {">=": " - ", ">": " + ", "<=": " + ", "<": " - "}[operator] + slack
        surely = comparison(operator, *yes, margin if slack else "")
        maybe = comparison(operator, *no, margin if slack else "")
        if maybe == "True":  # only a side that certainly does not exist can still say no
            ends = ((low, absent), (other_low, other_absent))
            gone = any_part(*(f"{end} != {end}" for end, flag in ends if flag != "False"))
            return both(surely, here), gone
        return both(surely, here), f"not {maybe}"

    def _as_stated(self, node: Node) -> bool:
        """Is it a fact that is never computed from others, so without a rounding error?"""
        if not isinstance(node, FactRef):
            return False
        return not any(name in self.vocabulary.derived for name in self.words.closure(node.name))

    def _settled(self, node: Node) -> Sides:
        """A truth without facts, computed now."""
        truth = self.evaluation.truth(node).truth
        return str(truth is YES), str(truth is NO)

    def _member(self, term: Node, words: frozenset[Word]) -> Sides:
        if isinstance(term, FactRef):
            self.fact(term.name)
            truth = self.writer.known(("member", self.fact_key(term.name), words))
            if truth is not None:
                return truth[0], f"{truth[0]} is False"
        mask, known = self.choice(term, words)
        wanted = sum(1 << bit for bit, word in enumerate(known) if word in words)
        rest = ((1 << len(known) + 1) - 1) & ~wanted
        if mask.isdigit():
            bits = int(mask)
            return str(not bits & rest), str(not bits & wanted)
        return f"not {mask} & {rest}", f"not {mask} & {wanted}"

    def _present(self, term: Node) -> Sides:
        if kind_of(term) is Kind.CHOICE:
            mask, known = self.choice(term)
            if ABSENT not in known:
                return "True", "False"
            bit = 1 << known.index(ABSENT)
            return f"not {mask} & {bit}", f"{mask} == {bit}"
        low, _, absent = self.quantity(term)
        if absent == "False":
            return "True", "False"
        return f"not {absent}", f"{low} != {low}"

    # Words -----------------------------------------------------------------------------------

    def choice(self, node: Node, asked: Iterable[Word] = ()) -> tuple[str, tuple[Word, ...]]:
        """Python text of a mask, and the words of its bits (one more bit for any other)."""
        if isinstance(node, FactRef):
            return self.fact(node.name)[0], self.words.of(node.name)
        words = tuple(dict.fromkeys((*self._words(node), *sorted(asked, key=str))))
        return self.mask(node, words), words

    def _words(self, node: Node) -> list[Word]:
        match node:
            case FactRef(name):
                return list(self.words.of(name))
            case Choose(value):
                return [value]
            case Nothing():
                return [ABSENT]
            case UnknownInLaw():
                return list(node.words)
            case If(_, then, otherwise):
                return [*self._words(then), *self._words(otherwise)]
            case _:
                raise TypeError(f"{type(node).__name__} is no word")

    def mask(self, node: Node, words: tuple[Word, ...]) -> str:
        match node:
            case Choose(value):
                return str(1 << words.index(value))
            case Nothing():
                return str(1 << words.index(ABSENT))
            case UnknownInLaw():
                named = node.words or [word for word in words if word is not ABSENT]
                other = 0 if node.words else 1 << len(words)
                return str(sum(1 << words.index(word) for word in named) + other)
            case FactRef(name):
                return self._translated(name, words)
            case If():
                return self._branch_mask(node, words)
            case _:
                raise TypeError(f"{type(node).__name__} is no word")

    def _branch_mask(self, node: If, words: tuple[Word, ...]) -> str:
        """The mask of the first branch that surely holds, or of all that may."""
        writer = self.writer
        branches = self._branches(node)
        if len(branches) == 1:
            return self.mask(branches[0][2], words)
        masks = [self.mask(value, words) for _, _, value in branches]
        name = writer.name("m")
        before: list[str] = []
        for position, ((yes, no, _), mask) in enumerate(zip(branches, masks, strict=True)):
            writer.open(f"{'if' if position == 0 else 'elif'} {both(*before, yes)}:")
            writer.line(f"{name} = {mask}")
            writer.close()
            before.append(no)
        writer.open("else:")
        writer.line(f"{name} = 0")
        for (yes, no, _), mask in zip(branches, masks, strict=True):
            writer.line(f"if not ({no}): {name} |= {mask}")
            writer.open(f"if not ({yes}):")
        writer.line("pass")
        for _ in branches:
            writer.close()
        writer.close()
        return name

    def _branches(self, node: If) -> list[tuple[str, str, Node]]:
        """A chain as its branches: surely yes, surely no, and the value; the last always holds."""
        branches: list[tuple[str, str, Node]] = []
        last: Node = node
        while isinstance(last, If):
            yes, no = self.truth(last.condition)
            if no != "True":
                branches.append((*self._named(yes, no), last.then))
            if yes == "True":
                return branches
            last = last.otherwise
        return [*branches, ("True", "False", last)]

    def _translated(self, name: str, words: tuple[Word, ...]) -> str:
        mask = self.fact(name)[0]
        own = self.words.of(name)
        to = self.writer.constant("W", [1 << words.index(word) for word in own] + [1 << len(words)])
        result = self.writer.name("m")
        self.writer.line(f"{result} = translated({mask}, {to})")
        return result

    # Numbers and days ------------------------------------------------------------------------

    def quantity(self, node: Node) -> Bounds:
        """Python text for the bounds; computed once in scope."""
        if isinstance(node, FactRef):
            low, high, absent = self.fact(node.name)
            return low, high, absent
        if constant(node):
            return self._constant(node)
        key = ("number", node, self._context(node))
        known = self.writer.known(key)
        if known is None:
            known = self.writer.keep(key, self._quantity(node))
        return known[0], known[1], known[2]

    def _constant(self, node: Node) -> Bounds:
        value = self.evaluation.quantity(node)
        if not value.present:
            return "NAN", "NAN", "True"
        return literal(value.low), literal(value.high), str(value.maybe_absent)

    def _quantity(self, node: Node) -> Bounds:
        match node:
            case Arithmetic(operator, left, right):
                return self._arithmetic(operator, left, right)
            case Least(terms):
                return self._extreme("<", "least", terms)
            case Greatest(terms):
                return self._extreme(">", "greatest", terms)
            case Rounded(term, step, mode):
                low, high, absent = self.quantity(term)
                call = f"round_{mode}({{}}, {float(step)!r})"
                return self._pair(call.format(low), call.format(high), absent)
            case OrElse(term, default):
                return self._or_else(term, default)
            case Elapsed(unit, start, end):
                first, last = self.quantity(start), self.quantity(end)
                return self._pair(
                    f"between({unit!r}, {first[1]}, {last[0]}, -INF)",
                    f"between({unit!r}, {first[0]}, {last[1]}, INF)",
                    any_part(first[2], last[2]),
                )
            case Shift(term, months, days):
                parts = [self.quantity(part) for part in (term, months, days)]
                low, high = (", ".join(part[end] for part in parts) for end in (0, 1))
                return self._pair(
                    f"moved({low}, -INF)",
                    f"moved({high}, INF)",
                    any_part(*(part[2] for part in parts)),
                )
            case CalendarDay(edge, term):
                low, high, absent = self.quantity(term)
                return self._pair(f"edge_of({edge!r}, {low})", f"edge_of({edge!r}, {high})", absent)
            case If(condition, then, otherwise):
                return self._branch_number(condition, then, otherwise)
            case Lookup():
                return self._lookup(node)
            case _:
                raise TypeError(f"{type(node).__name__} is no number or day")

    def _pair(self, low: str, high: str, absent: str) -> Bounds:
        first, last = self.writer.name("y"), self.writer.name("Y")
        self.writer.line(f"{first} = {low}")
        self.writer.line(f"{last} = {high}")
        return first, last, absent

    def _arithmetic(self, operator: str, left: Node, right: Node) -> Bounds:
        low, high, absent = self.quantity(left)
        other_low, other_high, other_absent = self.quantity(right)
        maybe = any_part(absent, other_absent)
        if operator == "+":
            return self._pair(f"{low} + {other_low}", f"{high} + {other_high}", maybe)
        if operator == "-":
            return self._pair(f"{low} - {other_high}", f"{high} - {other_low}", maybe)
        for factor, one in ((right, (low, high)), (left, (other_low, other_high))):
            value = self._positive(factor)
            if value is not None and (operator == "*" or factor is right):
                return self._pair(
                    f"{one[0]} {operator} {value}", f"{one[1]} {operator} {value}", maybe
                )
        first, last = self.writer.name("y"), self.writer.name("Y")
        ends = ", ".join((low, high, other_low, other_high))
        if operator == "/":
            self.writer.line(f"{first}, {last} = over({ends})")
            return first, last, maybe
        self.writer.open(f"if {low} == {high} and {other_low} == {other_high}:")
        self.writer.line(f"{first} = {last} = {low} * {other_low}")
        self.writer.close()
        self.writer.open("else:")
        self.writer.line(f"{first}, {last} = times({ends})")
        self.writer.close()
        return first, last, maybe

    def _positive(self, node: Node) -> str | None:
        """The text of a certain number above zero."""
        if not constant(node):
            return None
        value = self.evaluation.quantity(node)
        return literal(value.low) if value.exact and value.low > 0 else None

    def _extreme(self, sign: str, function: str, terms: Sequence[Node]) -> Bounds:
        parts = [self.quantity(term) for term in terms]
        maybe = any_part(*(part[2] for part in parts))
        names = self._blank("False")
        if maybe != "False":
            lows, highs = (", ".join(part[end] for part in parts) for end in (0, 1))
            self.writer.open(f"if {maybe}:")
            self.writer.line(f"{names[0]} = {function}({lows}); {names[1]} = {function}({highs})")
            self.writer.close()
            self.writer.open("else:")
        low, high, _ = parts[0]
        for position, (other_low, other_high, _) in enumerate(parts[1:], 2):
            target = names if position == len(parts) else self._blank("False")
            self.writer.line(f"{target[0]} = {low} if {low} {sign} {other_low} else {other_low}")
            self.writer.line(
                f"{target[1]} = {high} if {high} {sign} {other_high} else {other_high}"
            )
            low, high, _ = target
        if maybe != "False":
            self.writer.close()
        return names[0], names[1], maybe

    def _or_else(self, term: Node, default: Node) -> Bounds:
        low, high, absent = self.quantity(term)
        if absent == "False":
            return low, high, absent
        other_low, other_high, other_absent = self.quantity(default)
        names = self._blank(other_absent)
        writer = self.writer
        writer.open(f"if not {absent}:")
        self._assign(names, (low, high, "False"))
        writer.close()
        writer.open(f"elif {low} != {low}:")
        self._assign(names, (other_low, other_high, other_absent))
        writer.close()
        writer.open("else:")
        self._hull(names, (low, high, "False"), (other_low, other_high, other_absent))
        writer.close()
        return names

    def _blank(self, absent: str) -> Bounds:
        name = "False" if absent == "False" else self.writer.name("a")
        return self.writer.name("y"), self.writer.name("Y"), name

    def _assign(self, names: Bounds, bounds: Bounds) -> None:
        self.writer.line(f"{names[0]} = {bounds[0]}; {names[1]} = {bounds[1]}")
        self._mark(names[2], bounds[2])

    def _hull(self, names: Bounds, one: Bounds, other: Bounds) -> None:
        if one[2] == other[2] == "False":
            (low, high, _), (other_low, other_high, _) = one, other
            self.writer.line(f"{names[0]} = {low} if {low} < {other_low} else {other_low}")
            self.writer.line(f"{names[1]} = {high} if {high} > {other_high} else {other_high}")
            self._mark(names[2], "False")
            return
        parts = ", ".join(f"({', '.join(part)})" for part in (one, other))
        target = ", ".join(name if name != "False" else "_" for name in names)
        self.writer.line(f"{target} = either(({parts}))")

    def _branch_number(self, condition: Node, then: Node, otherwise: Node) -> Bounds:
        """A chain of branches: the first that surely holds, or the hull of those that may."""
        writer = self.writer
        branches = self._branches(If(condition, then, otherwise))
        if len(branches) == 1:
            return self.quantity(branches[0][2])
        values = [value for _, _, value in branches]
        for name in dict.fromkeys(name for value in values for name in facts_in(value)):
            self.fact(name)
        names = self._blank("maybe" if any(map(self._may_be_absent, values)) else "False")
        before: list[str] = []
        for position, (yes, no, value) in enumerate(branches):
            test = both(*before, yes)
            writer.open(f"{'if' if position == 0 else 'elif'} {test}:")
            self._assign(names, self.quantity(value))
            writer.close()
            before.append(no)
        writer.open("else:")
        self._open_branches(names, branches)
        writer.close()
        return names

    def _named(self, yes: str, no: str) -> Sides:
        """Two sides that are cheap to test twice."""
        if yes in ("True", "False") or yes.isidentifier() or no == "False":
            return yes, no
        name = self.writer.name("t")
        self.writer.line(f"{name} = {verdict((yes, no))}")
        return name, f"{name} is False"

    def _open_branches(self, names: Bounds, branches: list[tuple[str, str, Node]]) -> None:
        """The hull of the branches that are not surely passed by."""
        writer = self.writer
        if len(branches) == 2 and branches[1][0] == "True":
            self._hull(names, self.quantity(branches[0][2]), self.quantity(branches[1][2]))
            return
        parts = writer.name("p")
        writer.line(f"{parts} = []")
        opened = 0
        for yes, no, value in branches:
            if no != "False":
                writer.open(f"if not ({no}):")
            writer.line(f"{parts}.append(({', '.join(self.quantity(value))}))")
            if no != "False":
                writer.close()
            if yes not in ("True", "False"):
                writer.open(f"if not ({yes}):")
                opened += 1
        for _ in range(opened):
            writer.line("pass")
            writer.close()
        target = ", ".join(name if name != "False" else "_" for name in names)
        writer.line(f"{target} = either({parts})")

    def _may_be_absent(self, node: Node) -> bool:
        """Could this number be absent, judged by its form?"""
        match node:
            case FactRef(name):
                return self.vocabulary.facts[name].absent is ABSENT
            case Nothing():
                return True
            case OrElse(_, default):
                return self._may_be_absent(default)
            case If(_, then, otherwise):
                return self._may_be_absent(then) or self._may_be_absent(otherwise)
            case Lookup(key, _, _, rows, default):
                nodes = [row for _, row in rows] + ([default] if default else [])
                return ABSENT in self.choice(key)[1] or any(map(self._may_be_absent, nodes))
            case Arithmetic(_, left, right):
                return self._may_be_absent(left) or self._may_be_absent(right)
            case Least(terms) | Greatest(terms):
                return any(map(self._may_be_absent, terms))
            case Rounded(term, _, _) | CalendarDay(_, term):
                return self._may_be_absent(term)
            case Elapsed(_, start, end):
                return self._may_be_absent(start) or self._may_be_absent(end)
            case Shift(term, months, days):
                return any(map(self._may_be_absent, (term, months, days)))
            case _:
                return False

    def _lookup(self, node: Lookup) -> Bounds:
        mask, words = self.choice(node.key, [word for word, _ in node.rows])
        rows = dict(node.rows)
        table = Rows()
        for bit, word in enumerate(words):
            row = Nothing(node.kind) if word is ABSENT else rows.get(word, node.otherwise)
            if row is not None:
                table[1 << bit] = self._triple(row)
        if node.otherwise is not None:
            table[1 << len(words)] = self._triple(node.otherwise)
        names = self._blank("maybe" if self._may_be_absent(node) else "False")
        target = ", ".join(name if name != "False" else "_" for name in names)
        self.writer.line(f"{target} = {self.writer.constant('R', table)}[{mask}]")
        return names

    def _triple(self, row: Node) -> compiled.Triple:
        value = self.evaluation.quantity(row)
        if not value.present:
            return compiled.NAN, compiled.NAN, True
        return float(value.low), float(value.high), value.maybe_absent
