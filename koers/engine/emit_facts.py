"""Facts written as Python: fetched at once, and how one that was not stated gets its value.

Implied, derived, usual, unknown: the order of `evaluate`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable
from datetime import date

from koers.engine import compiled
from koers.engine.compiled import (
    UNSTATED,
    Masks,
)
from koers.engine.evaluate import Evaluation
from koers.engine.facts import DAY, Fact, Usual
from koers.engine.incentive import Resolved, Rulebook
from koers.engine.nodes import (
    FactRef,
    Kind,
    Lookup,
    Member,
    Node,
    Word,
    children,
    facts_in,
    walk,
)
from koers.engine.python_text import (
    Bounds,
    Sides,
    Writer,
    any_part,
    both,
    literal,
)
from koers.engine.values import ABSENT, UNKNOWN, Between, Stated


class FactEmitter(ABC):
    """Writes how a fact gets its value; `Emitter` adds the nodes."""

    def __init__(self, rulebook: Rulebook, on: date, *, strict: bool, words: WordLists) -> None:
        self.rulebook = rulebook
        self.vocabulary = rulebook.vocabulary
        self.on = on
        self.strict = strict
        self.words = words
        self.writer = Writer()
        self.incentive = ""
        self.evaluation: Evaluation
        self.resolving: tuple[str, ...] = ()
        self.shared: Counter[Node] = Counter()
        self.raws: dict[str, str] = {}
        self.flags: list[str] = []

    def raw(self, name: str) -> str:
        """The variable that holds what was stated of a fact; all are fetched at the start."""
        if name not in self.raws:
            self.raws[name] = f"v{len(self.raws) + 1}"
        return self.raws[name]

    def header(self) -> list[str]:
        """The lines that fetch all facts at once, and set the flags that are seldom raised."""
        lines = [f"    ({', '.join(self.raws.values())},) = map(facts.get, FACTS)"]
        if self.flags:
            lines.append(f"    {' = '.join(self.flags)} = False")
        return lines

    def start(self, resolved: Resolved) -> None:
        """Turn to an incentive."""
        self.incentive = resolved.incentive.id
        self.evaluation = Evaluation(
            self.rulebook,
            self.incentive,
            {},
            day=resolved.day,
            asked=resolved.asked,
            strict=self.strict,
        )

    # Facts -----------------------------------------------------------------------------------

    def fact_key(self, name: str) -> tuple[object, ...]:
        """What tells two ways to resolve a fact apart: usual values that apply, and cycles."""
        closure = self.words.closure(name)
        usual = tuple(
            (fact, self._usual(fact) is not None, self._others_in_groups(fact))
            for fact in closure
            if self._usual(fact) is not None or self._others_in_groups(fact)
        )
        return ("fact", name, usual, tuple(f for f in self.resolving if f in closure))

    def _usual(self, name: str) -> Usual | None:
        usual = self.vocabulary.facts[name].usual
        if self.strict or usual is None or not usual.applies_to(self.incentive):
            return None
        return usual

    def _others_in_groups(self, name: str) -> tuple[str, ...]:
        """The facts that measure the same thing for this incentive, in other units."""
        if self.strict:
            return ()
        groups = (
            group.facts
            for group in self.vocabulary.one_unit
            if name in group.facts and self.incentive in group.only_for
        )
        return tuple(dict.fromkeys(one for facts in groups for one in facts if one != name))

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
        masks[None], masks[UNKNOWN] = (UNSTATED, UNSTATED) if asks else (default, full)
        sets = self.words.sets(fact.name)
        masked = self.words.masked(fact.name)
        form = "masked" if masked else "plain" if len(sets) == 1 and not asks else "truths"
        verdicts = compiled.Verdicts(words, masks, sets, form)
        table = writer.constant("V", verdicts)
        mask = writer.name("m")
        truths = [writer.name("t") for _ in sets]
        parts = [mask, *truths] if masked else truths
        names = ", ".join(parts) + ("," if len(parts) == 1 and form != "plain" else "")
        value = self.raw(fact.name)
        writer.line(f"{names} = {table}[{value}]" if not asks else f"p = {table}[{value}]")
        if asks:
            writer.open("if p is None:")
            self._implied_mask(fact, mask, value, masks, (default, full))
            rows = writer.constant("Q", compiled.MaskRows(verdicts))
            writer.line(f"p = {rows}[{mask}]")
            writer.close()
            writer.line(f"{names} = p")
        key = self.fact_key(fact.name)
        for one, truth in zip(sets, truths, strict=True):
            writer.keep(("member", key, one), (truth,))
        return (mask,)

    def _implied_mask(
        self, fact: Fact, mask: str, value: str, masks: Masks, usual: tuple[int, int]
    ) -> None:
        """What follows from other facts; else the usual value, or all words."""
        writer = self.writer
        first = True
        for yes, implied in self._implications(fact.name):
            writer.open(f"{'if' if first else 'elif'} {yes}:")
            writer.line(f"{mask} = {masks[implied]}")
            writer.close()
            first = False
        default, full = usual
        rest = f"{default} if {value} is None else {full}" if default != full else full
        if first:
            writer.line(f"{mask} = {rest}")
            return
        writer.open("else:")
        writer.line(f"{mask} = {rest}")
        writer.close()

    def _number_fact(self, fact: Fact) -> tuple[str, ...]:
        writer = self.writer
        may_be_absent = fact.absent is ABSENT
        value, low, high = self.raw(fact.name), writer.name("x"), writer.name("X")
        absent = writer.name("a") if may_be_absent else "False"
        names = (low, high, absent)
        if may_be_absent:
            self.flags.append(absent)
        if fact.kind is Kind.DAY:
            writer.open(f"if type({value}) is date:")
            writer.line(f"{low} = {high} = {value}.toordinal()")
            writer.close()
            writer.open(f"elif {value} is None or {value} is UNKNOWN:")
        else:
            writer.open(f"if type({value}) is int or type({value}) is float:")
            writer.line(f"{low} = {high} = {value}")
            writer.close()
            writer.open(f"elif {value} is None or {value} is UNKNOWN:")
        self._unstated(fact, value, names)
        writer.close()
        writer.open(f"elif {value} is ABSENT:")
        self._set(names, ABSENT, fact)
        writer.close()
        writer.open("else:")
        ends = ", ".join(self._bounds(fact))
        writer.line(f"{low}, {high} = spread({value}, {ends})")
        self._mark(absent, "False")
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
            self._set_implied(names, implied, fact)
            writer.close()
            writer.open("else:")
            opened += 1
        derived = self._derived(fact.name)
        if derived is not None:
            low, high, absent = derived
            settled = both(f"{low} == {low}", f"not {absent}" if absent != "False" else "True")
            writer.open(f"if {settled} and ({low} != -INF or {high} != INF):")
            self._take(fact, names, low, high)
            writer.close()
            writer.open("else:")
            opened += 1
        opened += self._assumed(fact, value, names)
        self._open_fact(fact, names)
        for _ in range(opened):
            writer.close()

    def _set_implied(self, names: tuple[str, ...], value: Stated, fact: Fact) -> None:
        self._set(names, value, fact)

    def _take(self, fact: Fact, names: tuple[str, ...], low: str, high: str) -> None:
        self.writer.line(f"{names[0]} = {low}; {names[1]} = {high}")
        self._mark(names[2], "False")

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
        names_of_others = self._others_in_groups(fact.name)
        if not names_of_others:
            return 0
        given = any_part(
            *(
                both(*(f"{self.raw(name)} is not {word}" for word in ("None", "UNKNOWN", "ABSENT")))
                for name in names_of_others
            )
        )
        writer.open(f"if {value} is None and {given}:")
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
        self.writer.line(f"{names[0]} = {other} if {other} < {names[1]} else {names[1]}")
        self.writer.close()

    # What the nodes add ----------------------------------------------------------------------

    @abstractmethod
    def truth(self, node: Node) -> Sides:
        """Python text for surely yes and surely no."""

    @abstractmethod
    def quantity(self, node: Node) -> Bounds:
        """Python text for the bounds of a number or day."""


class WordLists:
    """Which words the rules can tell apart, and which facts resolving a fact may look at."""

    def __init__(self, rulebook: Rulebook, nodes: Iterable[Node]) -> None:
        self.vocabulary = rulebook.vocabulary
        self._codes: dict[str, dict[Word, None]] = {}
        self._sets: dict[str, dict[frozenset[Word], None]] = {}
        self._closures: dict[str, tuple[str, ...]] = {}
        self._masked: set[str] = set()
        vocabulary = self.vocabulary
        everything = [*nodes, *vocabulary.derived.values(), *vocabulary.at_least.values()]
        for implications in vocabulary.implications.values():
            everything += [one.when for one in implications]
        for node in everything:
            for item in walk(node):
                for child in children(item):
                    if isinstance(child, FactRef) and not isinstance(item, Member):
                        self._masked.add(child.name)
                if isinstance(item, FactRef) and item is node:
                    self._masked.add(item.name)
                if isinstance(item, Member):
                    self._gather(item.term, item.words)
                    if isinstance(item.term, FactRef):
                        self._sets.setdefault(item.term.name, {})[item.words] = None
                if isinstance(item, Lookup):
                    self._gather(item.key, [word for word, _ in item.rows])

    def _gather(self, term: Node, words: Iterable[Word]) -> None:
        """Words that a test or a table asks of every choice fact in its term."""
        for item in walk(term):
            if isinstance(item, FactRef) and item.kind is Kind.CHOICE:
                self._codes.setdefault(item.name, {}).update(dict.fromkeys(words))

    def masked(self, name: str) -> bool:
        """Is the mask of a fact needed, beside the truths asked of it?"""
        return name in self._masked or name not in self._sets

    def sets(self, name: str) -> tuple[frozenset[Word], ...]:
        """The sets of words that the rules ask of a fact."""
        return tuple(self._sets.get(name, ()))

    def of(self, name: str) -> tuple[Word, ...]:
        """The words of a fact, in the order of its bits."""
        fact = self.vocabulary.facts[name]
        if fact.domain is not None:
            return tuple(sorted(fact.domain, key=str))
        words: dict[Word, None] = dict(self._codes.get(name, {}))
        words.pop(ABSENT, None)
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
