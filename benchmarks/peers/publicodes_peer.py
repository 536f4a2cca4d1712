"""publicodes: one rule per fact, condition, eligibility and amount, evaluated in Node.

Its JSON form of the French keywords is written. An absent number or day is "non applicable": a
comparison with it is not applicable, which "et" and "ou" take for no. Arithmetic would take it
for nothing at all, so it asks first. An absent word is the text 'absent'; days are ordinals.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce
from pathlib import Path
from typing import Any

from benchmarks.peers.lowering import (
    COMPANION,
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

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent

Rule = dict[str, Any] | str | int | float

NOTHING: Rule = {"valeur": 0, "non applicable si": "oui"}
NO_WORD = "'absent'"


class Missing(Exception):
    """Node, or the package, is not here; says what to do."""


def rule_name(name: str) -> str:
    """A fact or result as the name of a rule."""
    return re.sub(r"\W", "_", name)


def chain(operator: str, parts: Sequence[Rule]) -> Rule:
    """`a et (b et (c ...))`: stops at the first that decides."""
    return reduce(lambda rest, part: {operator: [part, rest]}, reversed(parts))


class _Rules:
    """Nodes as the JSON form of publicodes."""

    def __init__(self, law: Law) -> None:
        self.law = law

    def truth(self, node: Node) -> Rule:
        match node:
            case Result(name):
                return rule_name(name)
            case AllOf(()) | AnyOf(()):
                return "oui" if node == TRUE else "non"
            case AllOf(terms):
                return chain("et", [self.truth(term) for term in terms])
            case AnyOf(terms):
                return chain("ou", [self.truth(term) for term in terms])
            case Not(term):
                return {"=": [self.truth(term), "non"]}
            case Compare(operator, left, right):
                sign = "=" if operator == "==" else operator
                return {sign: [self.value(left), self.value(right)]}
            case Member(FactRef(name), words):
                return self._member(name, words)
            case Present(term):
                if kind_of(term) is Kind.CHOICE:
                    return {"!=": [self.value(term), NO_WORD]}
                return {"est applicable": self.value(term)}
            case If(condition, then, otherwise):
                return self._branches([(condition, self.truth(then))], self.truth(otherwise))
            case _:
                raise NotExpressible(f"{type(node).__name__} as a truth")

    def _branches(self, found: Sequence[tuple[Node, Rule]], last: Rule) -> Rule:
        lines: list[Rule] = [
            {"si": self.truth(condition), "alors": value} for condition, value in found
        ]
        return {"variations": [*lines, {"sinon": last}]}

    def _member(self, fact: str, words: frozenset[object]) -> Rule:
        name = rule_name(fact)
        if self.law.kind(fact) == "yes_no":
            return name if True in words else {"=": [name, "non"]}
        known = self.law.words[fact]
        rest = [word for word in known if word not in words]
        if None not in known and len(rest) < len(words):
            return chain("et", [{"!=": [name, _literal(word)]} for word in rest])
        return chain("ou", [{"=": [name, _literal(word)]} for word in sorted(words, key=str)])

    def _guards(self, *nodes: Node) -> list[Rule]:
        return [
            {"est applicable": self.value(node)}
            for node in dict.fromkeys(nodes)
            if self.law.may_be_absent(node)
        ]

    def _guarded(self, guards: Sequence[Rule], value: Rule) -> Rule:
        if not guards:
            return value
        return {"variations": [{"si": chain("et", guards), "alors": value}, {"sinon": NOTHING}]}

    def value(self, node: Node) -> Rule:
        """A number, day or word; not applicable when it is absent."""
        match node:
            case Result(name) | FactRef(name):
                return rule_name(name)
            case Number(value):
                return _number(value)
            case Day(value):
                return value.toordinal()
            case Nothing():
                return NOTHING
            case Choose(value):
                return _literal(value)
            case Arithmetic(operator, left, right):
                text = {operator: [self.value(left), self.value(right)]}
                return self._guarded(self._guards(left, right) if operator in "+-" else [], text)
            case Least(terms) | Greatest(terms):
                # Two "le minimum de" in one rule collide in 1.10.3; a ceiling says the same.
                word = "plafond" if isinstance(node, Least) else "plancher"
                text = self.value(terms[0])
                for term in terms[1:]:
                    text = {"valeur": text, word: self.value(term)}
                return self._guarded(self._guards(*terms), text)
            case Rounded(term, step, mode):
                return self._rounded(self.value(term), step, mode)
            case OrElse(term, default):
                value = self.value(term)
                return {
                    "variations": [
                        {"si": {"est applicable": value}, "alors": value},
                        {"sinon": self.value(default)},
                    ]
                }
            case If():
                found, last = branches(node)
                return self._branches(
                    [(condition, self.value(value)) for condition, value in found],
                    self.value(last),
                )
            case Lookup(FactRef(name), _, _, rows, otherwise):
                return self._lookup(name, rows, otherwise)
            case _:
                raise NotExpressible(f"{type(node).__name__} as a number")

    def _rounded(self, value: Rule, step: Decimal, mode: str) -> Rule:
        places = -step.as_tuple().exponent
        if mode == "half_up" and step == Decimal(1).scaleb(-places) and places >= 0:
            return {"valeur": value, "arrondi": f"{places} décimales" if places else "oui"}
        if mode == "down" and step == 1:
            return {"//": [value, 1]}
        raise NotExpressible(f"rounding {mode} to {step}")

    def _lookup(
        self, fact: str, rows: Sequence[tuple[object, Node]], otherwise: Node | None
    ) -> Rule:
        by_value: dict[Node, list[object]] = {}
        for word, row in rows:
            by_value.setdefault(row, []).append(word)
        lines: list[tuple[Node, Rule]] = [
            (Member(FactRef(fact, Kind.CHOICE), frozenset(words)), self.value(row))
            for row, words in by_value.items()
        ]
        if ABSENT in self.law.words[fact]:
            nowhere = Member(FactRef(fact, Kind.CHOICE), frozenset({ABSENT}))
            lines.insert(0, (nowhere, NOTHING))
        return self._branches(lines, NOTHING if otherwise is None else self.value(otherwise))


def _number(value: Decimal) -> Rule:
    return int(value) if value == int(value) else float(value)


def _literal(word: object) -> str:
    if word is ABSENT:
        return NO_WORD
    return f"'{str(word).lower() if isinstance(word, bool) else word}'"


def written(rule: Rule, *, private: bool) -> dict[str, Any]:
    """A definition as a whole rule."""
    return {"valeur": rule, **({"privé": "oui"} if private else {})}


class Publicodes(Peer):
    """The peer; the engine runs in a Node process that answers line by line."""

    name = "publicodes"
    what = "setSituation, every eligibility and amount evaluated (Node)"
    included = (
        "one rule per fact, condition, eligibility and amount, parsed once; the situation is made "
        "before the clock starts and set inside it; timed by Node itself"
    )

    def __init__(self, law: Law, on: date) -> None:
        self.law = law
        self.process = start()
        text = _Rules(law)
        rules: dict[str, Any] = {}
        for fact in law.facts:
            declared = law.vocabulary.facts[fact.split(COMPANION)[0]]
            nullable = declared.absent is ABSENT and law.kind(fact) not in ("word", "yes_no")
            rules[rule_name(fact)] = {"possiblement non applicable": "oui"} if nullable else {}
        for one in law.definitions:
            rule = text.truth(one.node) if one.kind is Kind.TRUTH else text.value(one.node)
            rules[rule_name(one.name)] = written(rule, private=one.name.startswith("shared_"))
        self.rules = rules
        self._readers = [
            (rule_name(name), fact, _text(law, name) if read is None else read)
            for name, fact, read in law.readers(None)
        ]
        told = [*law.eligible.values(), *law.amounts.values()]
        every = dict.fromkeys([*told, *law.conditions.values()])
        said = self.say(
            command="load",
            rules=rules,
            names=[rule_name(name) for name in told],
            all=[rule_name(name) for name in every],
        )
        self._every = tuple(every)
        self._truths = {one.name for one in law.definitions if one.kind is Kind.TRUTH}
        self.versions = {"publicodes": installed(), "node": said["node"].removeprefix("v")}

    def say(self, **command: object) -> dict[str, Any]:
        """One command and its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Missing("the Node process ended before it answered.")
        said: dict[str, Any] = json.loads(line)
        if "error" in said:
            raise NotExpressible(f"publicodes says: {said['error']}")
        return said

    def situation(self, facts: Mapping[str, object]) -> dict[str, object]:
        """Our facts under the peer's names and with its values."""
        return {name: read(facts[fact]) for name, fact, read in self._readers}

    def answers(self, persons: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
        """The results of several persons, to compare."""
        self.say(command="persons", facts=[self.situation(person) for person in persons])
        return [self.read(found) for found in self.say(command="answers")["found"]]

    def read(self, answer: Mapping[str, object]) -> dict[str, object]:
        """All results by name; "non applicable" is no for a truth, and absent for the rest."""
        found: dict[str, object] = {}
        for name in self._every:
            value = answer[rule_name(name)]
            found[name] = value is True if name in self._truths else value
        return found

    def block(self, persons: Sequence[Mapping[str, object]], loops: int) -> Callable[[], float]:
        """A block that Node times."""
        self.say(command="persons", facts=[self.situation(person) for person in persons])
        return lambda: float(self.say(command="time", loops=loops)["us"])


def _text(law: Law, name: str) -> Callable[[object], object]:
    if law.kind(name) == "yes_no":
        return lambda value: "oui" if value else "non"
    return _literal


def start() -> subprocess.Popen[str]:
    """The Node process, its package installed when that is not yet done."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None:
        raise Missing("Node is not on this machine; install it (version 20 or later) to compare.")
    if not (FOLDER / "node_modules" / "publicodes").is_dir():
        if npm is None:
            raise Missing("npm is not on this machine, so its package cannot be installed.")
        try:
            subprocess.run(
                [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
                cwd=FOLDER,
                capture_output=True,
                timeout=120,
                check=True,
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            raise Missing("npm could not install its package (is the registry reached?).") from None
    return subprocess.Popen(
        [node, str(HERE / "publicodes_peer.mjs")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def installed() -> str:
    """The version of the package that runs."""
    package = FOLDER / "node_modules" / "publicodes" / "package.json"
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])
