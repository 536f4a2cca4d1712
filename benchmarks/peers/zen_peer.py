"""zen-engine: a decision graph with one expression per condition, eligibility and amount.

Names have `_` for the dot, days are ordinals, an absent value is null; an expression that may
meet a null asks first. Earlier results are read as `$.name`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import zen

from benchmarks.peers.lowering import (
    TRUE,
    Law,
    NotExpressible,
    Peer,
    Result,
    branches,
    kind_of,
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
)
from koers.engine.values import ABSENT


def variable_name(name: str) -> str:
    """A fact or result as a name in an expression."""
    return re.sub(r"\W", "_", name)


class _Text:
    """Expressions of the ZEN language."""

    def __init__(self, law: Law) -> None:
        self.law = law

    def truth(self, node: Node) -> str:
        match node:
            case Result(name):
                return f"$.{variable_name(name)}"
            case AllOf(()) | AnyOf(()):
                return "true" if node == TRUE else "false"
            case AllOf(terms):
                return f"({' and '.join(self.truth(term) for term in terms)})"
            case AnyOf(terms):
                return f"({' or '.join(self.truth(term) for term in terms)})"
            case Not(Present(term)) if not isinstance(term, (Arithmetic, Least, Greatest)):
                return f"{self.value(term)} == null"
            case Not(term):
                return f"not ({self.truth(term)})"
            case Compare(operator, left, right):
                guards = [*self._guards(left), *self._guards(right)]
                test = f"{self.number(left)} {operator} {self.number(right)}"
                return f"({' and '.join([*guards, test])})"
            case Member(FactRef(name), words):
                return self._member(name, words)
            case Present(term):
                if kind_of(term) is Kind.CHOICE:
                    return f"{self.value(term)} != null"
                return f"({' and '.join(self._guards(term)) or 'true'})"
            case If(condition, then, otherwise):
                parts = [self.truth(one) for one in (condition, then, otherwise)]
                return f"({parts[0]} ? {parts[1]} : {parts[2]})"
            case _:
                raise NotExpressible(f"{type(node).__name__} as a truth")

    def _member(self, fact: str, words: frozenset[object]) -> str:
        name = variable_name(fact)
        if self.law.kind(fact) == "yes_no":
            return name if True in words else f"not {name}"
        ordered = sorted(words, key=str)
        if len(ordered) == 1:
            return f"{name} == {_literal(ordered[0])}"
        return f"{name} in [{', '.join(_literal(word) for word in ordered)}]"

    def _guards(self, node: Node) -> list[str]:
        """What must hold so that a number can be worked with."""
        if not self.law.may_be_absent(node):
            return []
        match node:
            case Arithmetic(_, left, right):
                found = [*self._guards(left), *self._guards(right)]
            case Least(terms) | Greatest(terms):
                found = [guard for term in terms for guard in self._guards(term)]
            case Rounded(term, _, _):
                found = self._guards(term)
            case _:
                found = [f"{self.number(node)} != null"]
        return list(dict.fromkeys(found))

    def value(self, node: Node) -> str:
        """A number, day or word that may be null."""
        guards = self._guards(node)
        if guards and isinstance(node, (Arithmetic, Least, Greatest, Rounded)):
            return f"({' and '.join(guards)} ? {self.number(node)} : null)"
        return self.number(node)

    def number(self, node: Node) -> str:
        """A number, day or word where what may be null was asked before."""
        match node:
            case Result(name):
                return f"$.{variable_name(name)}"
            case FactRef(name):
                return variable_name(name)
            case Number(value):
                return f"{value:f}" if value >= 0 else f"({value:f})"
            case Day(value):
                return str(value.toordinal())
            case Nothing():
                return "null"
            case Choose(value):
                return _literal(value)
            case Arithmetic(operator, left, right):
                return f"({self.number(left)} {operator} {self.number(right)})"
            case Least(terms) | Greatest(terms):
                function = "min" if isinstance(node, Least) else "max"
                return f"{function}([{', '.join(self.number(term) for term in terms)}])"
            case Rounded(term, step, mode):
                return _rounded(self.number(term), step, mode)
            case OrElse(term, default):
                return f"({self.value(term)} ?? {self.value(default)})"
            case If():
                found, last = branches(node)
                text = self.value(last)
                for condition, value in reversed(found):
                    text = f"({self.truth(condition)} ? {self.value(value)} : {text})"
                return text
            case Lookup(FactRef(name), _, _, rows, otherwise):
                return self._lookup(name, rows, otherwise)
            case _:
                raise NotExpressible(f"{type(node).__name__} as a number")

    def _lookup(
        self, fact: str, rows: tuple[tuple[object, Node], ...], otherwise: Node | None
    ) -> str:
        """A chain over the values of the table, most words last."""
        name = variable_name(fact)
        by_value: dict[Node, list[object]] = {}
        for word, row in rows:
            by_value.setdefault(row, []).append(word)
        text = "null" if otherwise is None else self.number(otherwise)
        if otherwise is not None and ABSENT in self.law.words[fact]:
            text = f"({name} == null ? null : {text})"
        for row, words in by_value.items():
            test = self._member(fact, frozenset(words))
            text = f"({test} ? {self.number(row)} : {text})"
        return text


def _rounded(text: str, step: Decimal, mode: str) -> str:
    function = {"half_up": "floor", "down": "floor", "up": "ceil"}[mode]
    half = " + 0.5" if mode == "half_up" else ""
    per_step = 1 / step
    if per_step == 1:
        return f"{function}({text}{half})"
    if step < 1 and per_step == int(per_step):
        return f"({function}({text} * {per_step:f}{half}) / {per_step:f})"
    return f"({function}({text} / {step:f}{half}) * {step:f})"


def _literal(word: object) -> str:
    if word is ABSENT:
        return "null"
    if isinstance(word, bool):
        return "true" if word else "false"
    return f"'{word}'"


class Zen(Peer):
    """The peer: `answer(facts)` evaluates the graph with its trace."""

    name = "zen"
    what = "decision evaluated, trace on"
    included = (
        "one decision graph, compiled once, with an expression per condition, eligibility and "
        "amount; the facts under names without dots, days as ordinals; trace on"
    )
    loops = 5

    def __init__(self, law: Law, on: date) -> None:
        self.law = law
        text = _Text(law)
        self.sources = {
            one.name: text.truth(one.node) if one.kind is Kind.TRUTH else text.value(one.node)
            for one in law.definitions
        }
        self._readers = [
            (variable_name(name), fact, _word if law.kind(name) == "word" else read)
            for name, fact, read in law.readers(None)
        ]
        self.graph = self._graph()
        # Compiled once: a decision made from text is slower.
        content = zen.ZenDecisionContent(json.dumps(self.graph))
        self.decision = zen.ZenEngine().create_decision(content)

    def _graph(self) -> dict[str, object]:
        place = {"position": {"x": 0, "y": 0}}
        expressions = [
            {"id": name, "key": variable_name(name), "value": source}
            for name, source in self.sources.items()
        ]
        return {
            "nodes": [
                {"id": "facts", "name": "facts", "type": "inputNode", **place},
                {
                    "id": "rules",
                    "name": "rules",
                    "type": "expressionNode",
                    "content": {"expressions": expressions},
                    **place,
                },
                {"id": "rights", "name": "rights", "type": "outputNode", **place},
            ],
            "edges": [
                {"id": "in", "type": "edge", "sourceId": "facts", "targetId": "rules"},
                {"id": "out", "type": "edge", "sourceId": "rules", "targetId": "rights"},
            ],
        }

    def situation(self, facts: Mapping[str, object]) -> dict[str, object]:
        """Our facts under the peer's names and with its values."""
        return {
            name: facts[fact] if read is None else read(facts[fact])
            for name, fact, read in self._readers
        }

    def answer(self, facts: Mapping[str, object]) -> dict[str, object]:
        """The whole answer of the engine, trace included."""
        return self.decision.evaluate(self.situation(facts), {"trace": True})

    def read(self, answer: Mapping[str, object]) -> dict[str, object]:
        """All results by name; the engine leaves out what is null."""
        result = answer["result"]
        return {one.name: result.get(variable_name(one.name)) for one in self.law.definitions}


def _word(value: object) -> object:
    return None if value is ABSENT else value
