"""OpenFisca-core: a tax and benefit system with one variable per fact, condition and result.

Formulas are numpy expressions on `person("x", period)`, as its documentation writes them. Each
formula reads a variable once; the values of the law are constants in it. An absent number or day
is NaN (every comparison with it is false, every sum with it is NaN), an absent word is an item of
the enumeration, days are ordinals.
"""

from __future__ import annotations

import keyword
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import MONTH as MONTHLY
from openfisca_core.periods import period as period_of
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.peers.lowering import (
    TRUE,
    Definition,
    Law,
    NotExpressible,
    Peer,
    Result,
)
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    Choose,
    Compare,
    Day,
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
    OrElse,
    Present,
    Rounded,
    walk,
)
from koers.engine.values import ABSENT

SLACK = 1e-3
"""In steps: what float32 may lose before a multiple is missed."""


def round_half_up(value: numpy.ndarray, step: float) -> numpy.ndarray:
    """To the nearest multiple; the amounts here are never negative."""
    return numpy.floor(value / step + (0.5 + SLACK)) * step


def round_down(value: numpy.ndarray, step: float) -> numpy.ndarray:
    """To the multiple at or below."""
    return numpy.floor(value / step + SLACK) * step


def round_up(value: numpy.ndarray, step: float) -> numpy.ndarray:
    """To the multiple at or above."""
    return numpy.ceil(value / step - SLACK) * step


def variable_name(name: str) -> str:
    """A fact or result as the name of a variable."""
    return re.sub(r"\W", "_", name)


def item_name(word: object) -> str:
    """A word as the name of an item of an enumeration."""
    if word is None:
        return "any_other"
    text = re.sub(r"\W", "_", str(word))
    return text if text.isidentifier() and not keyword.iskeyword(text) else f"_w_{text}"


@dataclass
class _Formula:
    """The text of one formula."""

    law: Law
    enums: Mapping[str, type[Enum]]
    uses: Mapping[Node, int]
    scope: dict[str, object] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    parts: dict[Node, str] = field(default_factory=dict)

    def once(self, node: Node, write: Callable[[Node], str]) -> str:
        """The text of a node; one that stands twice in the formula gets a local name."""
        if node in self.parts:
            return self.parts[node]
        text = write(node)
        if self.uses[node] > 1 and not text.isidentifier() and not isinstance(node, _LEAVES):
            self.parts[node] = f"part_{len(self.parts) + 1}"
            self.lines.append(f"    {self.parts[node]} = {text}")
            return self.parts[node]
        return text

    def read(self, name: str) -> str:
        return variable_name(name)

    def constant(self, letter: str, value: object) -> str:
        name = f"{letter}{len(self.scope)}"
        self.scope[name] = value
        return name

    def truth(self, node: Node) -> str:
        """The text of a condition."""
        return self.once(node, self._truth)

    def number(self, node: Node) -> str:
        """The text of a number or day."""
        return self.once(node, self._number)

    def _truth(self, node: Node) -> str:
        match node:
            case Result(name):
                return self.read(name)
            case AllOf(()) | AnyOf(()):
                return f"numpy.full(person.count, {node == TRUE})"
            case AllOf(terms):
                return f"({' & '.join(self.truth(term) for term in terms)})"
            case AnyOf(terms):
                return f"({' | '.join(self.truth(term) for term in terms)})"
            case Not(term):
                return f"~{self.truth(term)}"
            case Compare(operator, left, right):
                return f"({self.number(left)} {operator} {self.number(right)})"
            case Member(FactRef(name), words):
                return self._member(name, words)
            case Present(FactRef(name, Kind.CHOICE)):
                return f"({self.read(name)} != {self._item(name, ABSENT)})"
            case Present(term):
                return f"~numpy.isnan({self.number(term)})"
            case If(condition, then, otherwise):
                parts = (self.truth(one) for one in (condition, then, otherwise))
                return f"numpy.where({', '.join(parts)})"
            case _:
                raise NotExpressible(f"{type(node).__name__} as a truth")

    def _item(self, fact: str, word: object) -> str:
        self.scope[f"E_{variable_name(fact)}"] = self.enums[fact]
        return f"E_{variable_name(fact)}.{item_name(word)}"

    def _member(self, fact: str, words: frozenset[object]) -> str:
        name = self.read(fact)
        if self.law.kind(fact) == "yes_no":
            return name if True in words else f"~{name}"
        known = self.law.words[fact]
        rest = [word for word in known if word not in words]
        if len(words) <= 3:
            tests = [f"({name} == {self._item(fact, word)})" for word in sorted(words, key=str)]
            return f"({' | '.join(tests)})"
        if len(rest) <= 3:
            tests = [f"({name} != {self._item(fact, word)})" for word in rest]
            return f"({' & '.join(tests)})"
        table = numpy.array([word in words for word in known])
        return f"{self.constant('SET', table)}[{name}]"

    def _number(self, node: Node) -> str:
        match node:
            case FactRef(name) | Result(name):
                return self.read(name)
            case Number(value):
                return repr(int(value)) if value == int(value) else repr(float(value))
            case Day(value):
                return str(value.toordinal())
            case Nothing():
                return "numpy.nan"
            case Arithmetic(operator, left, right):
                return f"({self.number(left)} {operator} {self.number(right)})"
            case Least(terms) | Greatest(terms):
                function = "minimum" if isinstance(node, Least) else "maximum"
                text = self.number(terms[0])
                for term in terms[1:]:
                    text = f"numpy.{function}({text}, {self.number(term)})"
                return text
            case Rounded(term, step, mode):
                return f"round_{mode}({self.number(term)}, {float(step)!r})"
            case OrElse(term, default):
                value = self.number(term)
                return f"numpy.where(numpy.isnan({value}), {self.number(default)}, {value})"
            case If(condition, then, otherwise):
                parts = (self.truth(condition), self.number(then), self.number(otherwise))
                return f"numpy.where({', '.join(parts)})"
            case Lookup(FactRef(name), _, _, rows, otherwise):
                known = dict(rows)
                values = [
                    math.nan if word is ABSENT else _plain(known.get(word, otherwise))
                    for word in self.law.words[name]
                ]
                table = numpy.array(values, dtype=numpy.float32)
                return f"{self.constant('ROW', table)}[{self.read(name)}]"
            case _:
                raise NotExpressible(f"{type(node).__name__} as a number")

    def word(self, node: Node, words: tuple[str, ...]) -> str:
        """The index of an item; the last one is "absent"."""
        match node:
            case Choose(value):
                return str(words.index(value))
            case Nothing():
                return str(len(words))
            case If(condition, then, otherwise):
                parts = (
                    self.truth(condition),
                    self.word(then, words),
                    self.word(otherwise, words),
                )
                return f"numpy.where({', '.join(parts)})"
            case _:
                raise NotExpressible(f"{type(node).__name__} as a word")


_LEAVES = (FactRef, Result, Number, Day, Nothing)


def _plain(node: Node | None) -> float:
    match node:
        case Number(value):
            return float(value)
        case Nothing() | None:
            return math.nan
        case _:
            raise NotExpressible(f"a row that is a {type(node).__name__}")


def enumeration(name: str, words: tuple[object, ...]) -> type[Enum]:
    """An enumeration with an item per word, in the same order."""
    return Enum(variable_name(name).title(), [(item_name(word), str(word)) for word in words])


class OpenFisca(Peer):
    """The peer: `answer(facts)` builds the situation and computes every result, traced."""

    name = "openfisca"
    what = "situation built, everything calculated, trace on"
    included = (
        "one variable per fact, condition, eligibility and amount; SimulationBuilder."
        "build_from_variables from the facts, then calculate() of every eligibility and amount "
        "(the conditions are computed on the way and stay readable); values of the law are "
        "constants in the formulas; float32"
    )
    slack = 1e-4

    def __init__(self, law: Law, on: date) -> None:
        self.law = law
        self.period = period_of(f"{on:%Y-%m}")
        self.person = build_entity(key="person", plural="persons", label="A person", is_person=True)
        self.system = TaxBenefitSystem([self.person])
        self.enums: dict[str, type[Enum]] = {}
        self.sources: dict[str, str] = {}
        for fact in law.facts:
            self._input(fact)
        for definition in law.definitions:
            self._result(definition)
        self._readers = [
            (variable_name(name), fact, self._items(fact) if read is None else read)
            for name, fact, read in law.readers(math.nan)
        ]
        self.asked = (*law.eligible.values(), *law.amounts.values())

    def _items(self, fact: str) -> Callable[[object], object] | None:
        """From a word to the name of its item; a yes or no stays what it is."""
        if self.law.kind(fact) == "yes_no":
            return None
        return _Items({word: item_name(word) for word in self.law.words[fact]}).__getitem__

    def _variable(self, name: str, **attributes: object) -> None:
        content = {"entity": self.person, "definition_period": MONTHLY, "label": name, **attributes}
        self.system.add_variable(type(variable_name(name), (Variable,), content))

    def _input(self, fact: str) -> None:
        kind = self.law.kind(fact)
        if kind == "yes_no":
            self._variable(fact, value_type=bool)
        elif kind == "word":
            words = self.law.words[fact]
            self.enums[fact] = enumeration(fact, words)
            self._variable(
                fact,
                value_type=Enum,
                possible_values=self.enums[fact],
                default_value=next(iter(self.enums[fact])),
            )
        else:
            self._variable(fact, value_type=float)

    def _result(self, definition: Definition) -> None:
        text = _Formula(self.law, self.enums, Counter(walk(definition.node)))
        attributes: dict[str, object] = {"value_type": bool}
        if definition.kind is Kind.TRUTH:
            body = text.truth(definition.node)
        elif definition.kind is Kind.CHOICE:
            body = text.word(definition.node, definition.words)
            words = (*definition.words, ABSENT)
            items = self.enums[definition.name] = enumeration(definition.name, words)
            attributes = {
                "value_type": Enum,
                "possible_values": items,
                "default_value": list(items)[-1],
            }
        else:
            body = text.number(definition.node)
            attributes = {"value_type": float}
        reads = dict.fromkeys(
            item.name for item in walk(definition.node) if isinstance(item, (FactRef, Result))
        )
        lines = [
            f"    {variable_name(name)} = person({variable_name(name)!r}, period)" for name in reads
        ]
        source = "\n".join(
            ["def formula(person, period):", *lines, *text.lines, f"    return {body}", ""]
        )
        scope = {
            "numpy": numpy,
            "round_half_up": round_half_up,
            "round_down": round_down,
            "round_up": round_up,
            **text.scope,
        }
        exec(compile(source, f"<openfisca {definition.name}>", "exec"), scope)
        self.sources[definition.name] = source
        self._variable(definition.name, formula=scope["formula"], **attributes)

    def situation(self, facts: Mapping[str, object]) -> dict[str, object]:
        """Our facts under the peer's names and with its values."""
        return {
            name: facts[fact] if read is None else read(facts[fact])
            for name, fact, read in self._readers
        }

    def answer(self, facts: Mapping[str, object]) -> object:
        """The simulation after everything was computed."""
        period = self.period
        dated = {name: {period: value} for name, value in self.situation(facts).items()}
        simulation = SimulationBuilder().build_from_variables(self.system, dated)
        simulation.trace = True
        calculate = simulation.calculate
        for name in self.asked:
            calculate(name, period)
        return simulation

    def read(self, simulation: object) -> dict[str, object]:
        """All results by name: a truth, a number or None, a word or None."""
        found: dict[str, object] = {}
        for definition in self.law.definitions:
            array = simulation.get_array(definition.name, self.period)
            if array is None:
                continue
            if definition.kind is Kind.TRUTH:
                found[definition.name] = bool(array[0])
            elif definition.kind is Kind.CHOICE:
                index = int(array.view(numpy.ndarray)[0])
                words = (*definition.words, None)
                found[definition.name] = words[index]
            else:
                value = float(array[0])
                found[definition.name] = None if math.isnan(value) else value
        return found


class OpenFiscaAsDocumented(OpenFisca):
    """The situation described by entities, as the documentation and the web API do."""

    name = "openfisca-doc"
    what = "the same, the situation described by entities as its documentation does"
    included = (
        "as openfisca, but SimulationBuilder.build_from_entities({'persons': {...}}): the way of "
        "its documentation and its web API"
    )

    def answer(self, facts: Mapping[str, object]) -> object:
        """The simulation after everything was computed."""
        period = self.period
        described = {name: {period: value} for name, value in self.situation(facts).items()}
        simulation = SimulationBuilder().build_from_entities(
            self.system, {"persons": {"person": described}}
        )
        simulation.trace = True
        calculate = simulation.calculate
        for name in self.asked:
            calculate(name, period)
        return simulation


class _Items(dict):
    """From a word to the name of its item; a code that no rule knows is "any other"."""

    def __missing__(self, word: object) -> str:
        return item_name(None)
