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

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from koers.engine import compiled
from koers.engine.assess import Evaluation, Facts, current, reference_day
from koers.engine.compiled import (
    ASKED,
    CLOSED,
    UNSTATED,
    AmountSlot,
    Found,
    IncentiveSlot,
    Row,
    Rows,
    Run,
    read_row,
)
from koers.engine.errors import KoersError
from koers.engine.facts import DAY, Fact, OneUnit, Usual
from koers.engine.incentive import Resolved, Rulebook
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
    walk,
)
from koers.engine.values import ABSENT, NO, UNKNOWN, YES, Between, Dated, Stated, Truth

SLACK = "1e-9"

Bounds = tuple[str, str, str]
"""Python text for low, high, and "may be absent" (`False` when it never is)."""
Sides = tuple[str, str]
"""Python text for "surely yes" and "surely no"."""

_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


def both(*parts: str) -> str:
    """Python text that is true when all parts are."""
    if "False" in parts:
        return "False"
    kept = list(dict.fromkeys(part for part in parts if part != "True"))
    if not kept:
        return "True"
    return kept[0] if len(kept) == 1 else f"({' and '.join(kept)})"


def any_part(*parts: str) -> str:
    """Python text that is true when one part is."""
    if "True" in parts:
        return "True"
    kept = list(dict.fromkeys(part for part in parts if part != "False"))
    if not kept:
        return "False"
    return kept[0] if len(kept) == 1 else f"({' or '.join(kept)})"


def verdict(sides: Sides) -> str:
    """Python text for True, False or None."""
    yes, no = sides
    if yes == "False":
        return "None" if no == "False" else f"False if {no} else None"
    if yes == "True":
        return "True"
    return f"True if {yes} else None" if no == "False" else f"True if {yes} else False if {no} else None"


class Writer:
    """Lines of Python with indentation, fresh names, and what is already computed in scope."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.scopes: list[dict[object, tuple[str, ...]]] = [{}]
        self.constants: dict[str, object] = {}
        self._names: Counter[str] = Counter()

    def name(self, letter: str) -> str:
        self._names[letter] += 1
        return f"{letter}{self._names[letter]}"

    def line(self, text: str) -> None:
        self.lines.append("    " * len(self.scopes) + text)

    def open(self, header: str) -> None:
        self.line(header)
        self.scopes.append({})

    def close(self) -> None:
        self.scopes.pop()

    def known(self, key: object) -> tuple[str, ...] | None:
        for scope in reversed(self.scopes):
            if key in scope:
                return scope[key]
        return None

    def keep(self, key: object, names: tuple[str, ...]) -> tuple[str, ...]:
        self.scopes[-1][key] = names
        return names

    def constant(self, letter: str, value: object) -> str:
        name = self.name(letter)
        self.constants[name] = value
        return name


class Emitter:
    """Writes the code of nodes for the incentives of a rulebook, resolved on a day."""

    def __init__(
        self, rulebook: Rulebook, on: date, *, strict: bool, general: bool, words: WordLists
    ) -> None:
        self.rulebook = rulebook
        self.vocabulary = rulebook.vocabulary
        self.on = on
        self.strict = strict
        self.general = general
        self.words = words
        self.writer = Writer()
        self.incentive = ""
        self.evaluation: Evaluation
        self.resolving: tuple[str, ...] = ()
        self.shared: Counter[Node] = Counter()

    def start(self, resolved: Resolved) -> None:
        """Turn to an incentive."""
        self.incentive = resolved.incentive.id
        self.evaluation = Evaluation(
            self.rulebook, self.incentive, {}, day=resolved.day, asked=resolved.asked,
            strict=self.strict,
        )

    # Facts -----------------------------------------------------------------------------------

    def fact_key(self, name: str) -> tuple[object, ...]:
        """What tells two ways to resolve a fact apart: usual values that apply, and cycles."""
        closure = self.words.closure(name)
        usual = tuple(
            fact for fact in closure if self._usual(fact) is not None or self._group(fact)
        )
        return ("fact", name, usual, tuple(f for f in self.resolving if f in closure))

    def _usual(self, name: str) -> Usual | None:
        usual = self.vocabulary.facts[name].usual
        if self.strict or usual is None or not usual.applies_to(self.incentive):
            return None
        return usual

    def _group(self, name: str) -> OneUnit | None:
        if self.strict:
            return None
        return next(
            (
                group
                for group in self.vocabulary.one_unit
                if name in group.facts and self.incentive in group.only_for
            ),
            None,
        )

    def fact(self, name: str) -> tuple[str, ...]:
        """The variables of a fact: one mask, or low, high and maybe-absent."""
        key = self.fact_key(name)
        known = self.writer.known(key)
        if known is not None:
            return known
        fact = self.vocabulary.facts[name]
        make = self._choice_fact if fact.kind is Kind.CHOICE else self._number_fact
        return self.writer.keep(key, make(fact))

    def _implications(self, name: str) -> list[tuple[str, Stated]]:
        """Python text of "surely yes" for each implication that may speak, with its value."""
        if name in self.resolving:
            return []
        before = self.resolving
        found = []
        for one in self.vocabulary.implications.get(name, ()):
            if any(fact in (*before, name) for fact in one.facts):
                continue
            self.resolving = (*before, name)
            found.append((self.truth(self.evaluation.fold(one.when))[0], one.value))
            self.resolving = before
        return [(yes, value) for yes, value in found if yes != "False"]

    def _choice_fact(self, fact: Fact) -> tuple[str, ...]:
        writer = self.writer
        words = self.words.of(fact.name)
        masks = compiled.masks_for(words, fact)
        full = (1 << len(words)) - 1 | masks.other
        usual = self._usual(fact.name)
        default = full if usual is None or usual.value is None else masks[usual.value]
        asks = bool(self.vocabulary.implications.get(fact.name)) and (
            fact.name not in self.resolving
        )
        masks[None], masks[UNKNOWN] = (UNSTATED, ASKED) if asks else (default, full)
        table = writer.constant("M", masks)
        mask = writer.name("m")
        writer.line(f"{mask} = {table}[get({fact.name!r})]")
        if asks:
            writer.open(f"if {mask} < 0:")
            first = True
            for yes, value in self._implications(fact.name):
                writer.open(f"{'if' if first else 'elif'} {yes}:")
                writer.line(f"{mask} = {masks[value]}")
                writer.close()
                first = False
            rest = f"{default} if {mask} == {UNSTATED} else {full}" if default != full else full
            if first:
                writer.line(f"{mask} = {rest}")
            else:
                writer.open("else:")
                writer.line(f"{mask} = {rest}")
                writer.close()
            writer.close()
        return (mask,)

    def _number_fact(self, fact: Fact) -> tuple[str, ...]:
        writer = self.writer
        may_be_absent = fact.absent is ABSENT
        value, low, high = writer.name("v"), writer.name("x"), writer.name("X")
        absent = writer.name("a") if may_be_absent else "False"
        names = (low, high, absent)
        writer.line(f"{value} = get({fact.name!r})")
        if fact.kind is Kind.DAY:
            writer.open(f"if {value}.__class__ is date:")
            writer.line(f"{low} = {high} = {value}.toordinal()")
        else:
            writer.open(f"if {value}.__class__ is int or {value}.__class__ is float:")
            writer.line(f"{low} = {high} = {value}")
        self._mark(absent, "False")
        writer.close()
        writer.open(f"elif {value} is None or {value} is UNKNOWN:")
        self._unstated(fact, value, names)
        writer.close()
        writer.open(f"elif {value} is ABSENT:")
        self._set(names, ABSENT, fact)
        writer.close()
        writer.open("else:")
        if self.general:
            ends = ", ".join(self._bounds(fact))
            writer.line(f"{low}, {high} = spread({value}, {ends})")
            self._mark(absent, "False")
        else:
            writer.line("raise TypeError")
        writer.close()
        return names

    def _mark(self, absent: str, value: str) -> None:
        if absent != "False":
            self.writer.line(f"{absent} = {value}")

    def _bounds(self, fact: Fact) -> tuple[str, str]:
        low = "-INF" if fact.low is None else literal(fact.low)
        return low, "INF" if fact.high is None else literal(fact.high)

    def _set(self, names: Bounds | tuple[str, ...], value: Stated, fact: Fact) -> None:
        low, high, absent = names
        if value is ABSENT and fact.absent is not ABSENT:
            value = 0
        if value is ABSENT:
            self.writer.line(f"{low} = {high} = NAN")
            self._mark(absent, "True")
        elif isinstance(value, Between):
            ends = self._bounds(fact)
            first = ends[0] if value.low is None else literal(compiled.plain(value.low))
            last = ends[1] if value.high is None else literal(compiled.plain(value.high))
            self.writer.line(f"{low} = {first}; {high} = {last}")
            self._mark(absent, "False")
        else:
            self.writer.line(f"{low} = {high} = {literal(compiled.plain(value))}")
            self._mark(absent, "False")

    def _unstated(self, fact: Fact, value: str, names: tuple[str, ...]) -> None:
        """Implied, derived, usual, unknown: in that order, each when the one before is silent."""
        writer = self.writer
        opened = 0
        for yes, implied in self._implications(fact.name):
            writer.open(f"if {yes}:")
            self._set(names, implied, fact)
            writer.close()
            writer.open("else:")
            opened += 1
        derived = self._derived(fact.name)
        if derived is not None:
            low, high, absent = derived
            settled = both(f"{low} == {low}", f"not {absent}" if absent != "False" else "True")
            writer.open(f"if {settled} and ({low} != -INF or {high} != INF):")
            writer.line(f"{names[0]} = {low}; {names[1]} = {high}")
            self._mark(names[2], "False")
            writer.close()
            writer.open("else:")
            opened += 1
        opened += self._assumed(fact, value, names)
        self._open_fact(fact, names)
        for _ in range(opened):
            writer.close()

    def _derived(self, name: str) -> Bounds | None:
        node = self.vocabulary.derived.get(name)
        if node is None or any(fact in (*self.resolving, name) for fact in facts_in(node)):
            return None
        before = self.resolving
        self.resolving = (*before, name)
        bounds = self.quantity(self.evaluation.fold(node))
        self.resolving = before
        return bounds

    def _assumed(self, fact: Fact, value: str, names: tuple[str, ...]) -> int:
        writer = self.writer
        usual = self._usual(fact.name)
        if usual is not None:
            if usual.equal_to == DAY:
                writer.open(f"if {value} is None:")
                self._set(names, self.on, fact)
            elif usual.equal_to is not None:
                return self._equal_to(usual.equal_to, value, names)
            else:
                assert usual.value is not None
                writer.open(f"if {value} is None:")
                self._set(names, usual.value, fact)
            writer.close()
            writer.open("else:")
            return 1
        group = self._group(fact.name)
        if group is None:
            return 0
        others = ", ".join(f"get({name!r})" for name in group.facts if name != fact.name)
        writer.open(f"if {value} is None and any_given({others}):")
        self._set(names, ABSENT, fact)
        writer.close()
        writer.open("else:")
        return 1

    def _equal_to(self, other: str, value: str, names: tuple[str, ...]) -> int:
        """The value of another fact, when that has one."""
        writer = self.writer
        low, high, absent = self.fact(other)
        ends = self._bounds(self.vocabulary.facts[other])
        maybe = "True" if absent == "False" else absent
        open_end = both(f"{low} == {ends[0]}", f"{high} == {ends[1]}", maybe)
        writer.open(f"if {value} is None and not {open_end}:")
        writer.line(f"{names[0]} = {low}; {names[1]} = {high}")
        self._mark(names[2], absent)
        writer.close()
        writer.open("else:")
        return 1

    def _open_fact(self, fact: Fact, names: tuple[str, ...]) -> None:
        low, high = self._bounds(fact)
        self.writer.line(f"{names[0]} = {low}; {names[1]} = {high}")
        self._mark(names[2], "True")
        bound = self.vocabulary.at_least.get(fact.name)
        if bound is None or fact.name in self.resolving:
            return
        before = self.resolving
        self.resolving = (*before, fact.name)
        other, _, absent = self.quantity(self.evaluation.fold(bound))
        self.resolving = before
        guard = both(f"{other} > {names[0]}", "True" if absent == "False" else f"not {absent}")
        self.writer.open(f"if {guard}:")
        self.writer.line(f"{names[0]} = {other}")
        self.writer.close()

    # Truth -----------------------------------------------------------------------------------

    def truth(self, node: Node) -> Sides:
        """Python text for surely yes and surely no."""
        if not isinstance(node, (Member, Present, Compare, UnknownInLaw, OpenNorm)) and (
            self.shared[node] > 1
        ):
            key = ("truth", node, self._context(node))
            known = self.writer.known(key)
            if known is None:
                sides = self._truth(node)
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
            operator, left, right = _FLIPPED[operator], right, left
        low, high, absent = self.quantity(left)
        other_low, other_high, other_absent = self.quantity(right)
        here = both(
            "True" if absent == "False" else f"not {absent}",
            "True" if other_absent == "False" else f"not {other_absent}",
        )
        exact = isinstance(left, FactRef) and (isinstance(right, FactRef) or constant(right))
        if kind_of(left) is Kind.DAY:
            exact = True
        slack = "" if exact else SLACK
        if operator == "==":
            same = f"{low} == {high} and {other_low} == {other_high}"
            same += (
                f" and {low} == {other_low}" if exact else f" and -{SLACK} < {low} - {other_low} < {SLACK}"
            )
            margin = f" + {SLACK}" if slack else ""
            apart = f"not ({high}{margin} >= {other_low} and {other_high}{margin} >= {low})"
            return both(f"({same})", here), apart
        yes, no = {
            ">=": (f"{low} >= {_less(other_high, slack)}", f"{high} >= {_less(other_low, slack)}"),
            ">": (f"{low} > {_more(other_high, slack)}", f"{high} > {_more(other_low, slack)}"),
            "<=": (f"{high} <= {_more(other_low, slack)}", f"{low} <= {_more(other_high, slack)}"),
            "<": (f"{high} < {_less(other_low, slack)}", f"{low} < {_less(other_high, slack)}"),
        }[operator]
        return both(yes, here), f"not {no}"

    def _settled(self, node: Node) -> Sides:
        """A truth without facts, computed now."""
        truth = self.evaluation.truth(node).truth
        return str(truth is YES), str(truth is NO)

    def _member(self, term: Node, words: frozenset[Word]) -> Sides:
        mask, known = self.choice(term)
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

    def choice(self, node: Node) -> tuple[str, tuple[Word, ...]]:
        """Python text of a mask, and the words of its bits (one more bit for any other)."""
        if isinstance(node, FactRef):
            return self.fact(node.name)[0], self.words.of(node.name)
        words = tuple(dict.fromkeys(self._words(node)))
        return self._mask(node, words), words

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

    def _mask(self, node: Node, words: tuple[Word, ...]) -> str:
        match node:
            case Choose(value):
                return str(1 << words.index(value))
            case Nothing():
                return str(1 << words.index(ABSENT))
            case UnknownInLaw():
                known = node.words or (*words, None)
                bits = range(len(words) + 1) if not node.words else map(words.index, known)  # type: ignore[arg-type]
                return str(sum(1 << bit for bit in bits))
            case FactRef(name):
                return self._translated(name, words)
            case If(condition, then, otherwise):
                name = self.writer.name("m")
                sides = self.truth(condition)
                first, second = self._mask(then, words), self._mask(otherwise, words)
                self.writer.line(
                    f"{name} = {first} if {sides[0]} else {second} if {sides[1]} "
                    f"else {first} | {second}"
                )
                return name
            case _:
                raise TypeError(f"{type(node).__name__} is no word")

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
                return self._pair(f"{one[0]} {operator} {value}", f"{one[1]} {operator} {value}", maybe)
        first, last = self.writer.name("y"), self.writer.name("Y")
        ends = ", ".join((low, high, other_low, other_high))
        function = "times" if operator == "*" else "over"
        self.writer.line(f"{first}, {last} = {function}({ends})")
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
        if maybe != "False":
            lows, highs = (", ".join(part[end] for part in parts) for end in (0, 1))
            return self._pair(f"{function}({lows})", f"{function}({highs})", maybe)
        low, high, _ = parts[0]
        for other_low, other_high, _ in parts[1:]:
            low, high, _ = self._pair(
                f"{low} if {low} {sign} {other_low} else {other_low}",
                f"{high} if {high} {sign} {other_high} else {other_high}",
                "False",
            )
        return low, high, "False"

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
        parts = ", ".join(f"({', '.join(part)})" for part in (one, other))
        target = ", ".join(name if name != "False" else "_" for name in names)
        self.writer.line(f"{target} = either(({parts}))")

    def _branch_number(self, condition: Node, then: Node, otherwise: Node) -> Bounds:
        writer = self.writer
        yes, no = self.truth(condition)
        if "True" in (yes, no):
            return self.quantity(then if yes == "True" else otherwise)
        for name in dict.fromkeys((*facts_in(then), *facts_in(otherwise))):
            self.fact(name)
        absent = "maybe" if self._may_be_absent(then) or self._may_be_absent(otherwise) else "False"
        names = self._blank(absent)
        writer.open(f"if {yes}:")
        self._assign(names, self.quantity(then))
        writer.close()
        writer.open(f"elif {no}:" if no != "False" else "elif False:")
        self._assign(names, self.quantity(otherwise))
        writer.close()
        writer.open("else:")
        self._hull(names, self.quantity(then), self.quantity(otherwise))
        writer.close()
        return names

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
        mask, words = self.choice(node.key)
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


def constant(node: Node) -> bool:
    """Does a node look at no fact?"""
    return not any(isinstance(item, FactRef) for item in walk(node))


def literal(value: Decimal | float) -> str:
    """A number as Python text."""
    if value in (compiled.INF, -compiled.INF):
        return "INF" if value > 0 else "-INF"
    return repr(int(value)) if value == int(value) else repr(float(value))


def _less(text: str, slack: str) -> str:
    return f"{text} - {slack}" if slack else text


def _more(text: str, slack: str) -> str:
    return f"{text} + {slack}" if slack else text


class WordLists:
    """Which words the rules can tell apart, and which facts resolving a fact may look at."""

    def __init__(self, rulebook: Rulebook, resolved: Sequence[Resolved]) -> None:
        self.vocabulary = rulebook.vocabulary
        self._codes: dict[str, dict[Word, None]] = {}
        self._closures: dict[str, tuple[str, ...]] = {}
        nodes = [node for one in resolved for _, node in one.conditions]
        nodes += [node for one in resolved for _, _, node in one.amounts]
        for implications in self.vocabulary.implications.values():
            nodes += [one.when for one in implications]
        for node in nodes:
            for item in walk(node):
                if isinstance(item, Member) and isinstance(item.term, FactRef):
                    self._codes.setdefault(item.term.name, {}).update(dict.fromkeys(item.words))
                if isinstance(item, Lookup) and isinstance(item.key, FactRef):
                    words = dict.fromkeys(word for word, _ in item.rows)
                    self._codes.setdefault(item.key.name, {}).update(words)

    def of(self, name: str) -> tuple[Word, ...]:
        """The words of a fact, in the order of its bits."""
        fact = self.vocabulary.facts[name]
        if fact.domain is not None:
            return tuple(sorted(fact.domain, key=str))
        words = dict(self._codes.get(name, {}))
        if fact.absent is ABSENT:
            words[ABSENT] = None
        return tuple(words)

    def closure(self, name: str) -> tuple[str, ...]:
        """The fact and everything that its implications, derivations and usual value look at."""
        if name not in self._closures:
            found = {name: None}
            waiting = [name]
            while waiting:
                for other in self._direct(waiting.pop()):
                    if other not in found:
                        found[other] = None
                        waiting.append(other)
            self._closures[name] = tuple(found)
        return self._closures[name]

    def _direct(self, name: str) -> list[str]:
        found = [f for one in self.vocabulary.implications.get(name, ()) for f in one.facts]
        for nodes in (self.vocabulary.derived, self.vocabulary.at_least):
            if name in nodes:
                found += facts_in(nodes[name])
        usual = self.vocabulary.facts[name].usual
        if usual is not None and usual.equal_to not in (None, DAY):
            found.append(str(usual.equal_to))
        return found


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
            return Found(Truth.UNKNOWN, {}, {})
        known = self.rulebook.vocabulary.facts
        current_facts = {
            name: current(known[name], value, day) if isinstance(value, Dated) else value
            for name, value in facts.items()
        }
        stated = {name: value for name, value in current_facts.items() if value is not None}
        key = (incentive, day)
        if key not in self._others:
            self._others[key] = Compiled(
                self.rulebook, self.on, strict=self.strict, reasons=self.reasons,
                incentives=[incentive], day=day,
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
            emitter.writer.line(f"if get({fact!r}, ON) != ON: raise OtherDay")
        slots = [self._incentive(emitter, one, items) for one in self._resolved]
        self.slots = tuple(slots)
        writer = emitter.writer
        writer.line(f"return ({', '.join(items)},)")
        source = "def run(facts):\n    get = facts.get\n" + "\n".join(writer.lines) + "\n"
        scope: dict[str, object] = {
            **{name: getattr(compiled, name) for name in _RUNTIME},
            **writer.constants,
            "date": date, "any_given": any_given, "translated": translated,
            "ON": self.on, "OtherDay": OtherDay, "CLOSED": CLOSED,
        }
        exec(compile(source, f"<rules on {self.on}>", "exec"), scope)  # noqa: S102 - our own text
        run = scope["run"]
        return source, run  # type: ignore[return-value]

    def _incentive(
        self, emitter: Emitter, resolved: Resolved, items: list[str]
    ) -> IncentiveSlot:
        emitter.start(resolved)
        names = self._names(emitter.writer, resolved)
        slot = _slot(resolved, len(items), self.rulebook, reasons=self.reasons)
        items += [names[0], *(names[1] if self.reasons else ())]
        items += [name for variables in names[2] for name in variables]
        self._body(emitter, resolved, names)
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
        for name, (_, node) in zip(conditions, resolved.conditions, strict=True):
            writer.line(f"{name} = {verdict(emitter.truth(node))}")
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
            words = (*output.words, ABSENT)
            writer.line(f"{slot[0]} = {emitter._mask(node, words)}")
        else:
            low, high, absent = emitter.quantity(node)
            if output.step is None:
                writer.line(f"{slot[0]} = {low}; {slot[1]} = {high}; {slot[2]} = {absent}")
                return
            step = float(output.step)
            writer.open(f"if {low} == {high}:")
            writer.line(f"{slot[0]} = {slot[1]} = round_half_up({low}, {step!r})")
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


def _slot(
    resolved: Resolved, at: int, rulebook: Rulebook, *, reasons: bool
) -> IncentiveSlot:
    conditions = tuple(one.name for one, _ in resolved.conditions) if reasons else ()
    position = at + 1 + len(conditions)
    amounts = []
    for name, _, _ in resolved.amounts:
        output = rulebook.outputs[name]
        kind = {Kind.TRUTH: "truth", Kind.CHOICE: "word"}.get(output.kind, "number")
        amounts.append(AmountSlot(name, position, kind, (*output.words, ABSENT)))
        position += 3 if kind == "number" else 1
    return IncentiveSlot(
        resolved.incentive.id, at, conditions, tuple(amounts), resolved.exists
    )


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

