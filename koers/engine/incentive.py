"""A condition, an incentive, and the rulebook: what a reading is given.

An incentive is data: expressions with their law, amounts, steps and dates. Nothing is
evaluated here. `Rulebook.at(incentive, day, asked)` resolves everything that depends on a date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import FrameType

from koers.engine.errors import RuleError
from koers.engine.facts import Vocabulary
from koers.engine.language import DayExpression, Expression, TruthExpression, all_of
from koers.engine.nodes import Kind, Lookup, Node, ParameterRef, walk
from koers.engine.parameters import (
    Change,
    Parameter,
    ParameterBook,
    Parameters,
    Source,
    folder,
)
from koers.engine.reading import read_yaml

KINDS = ("right", "employer_right", "duty", "definition", "information")
LEVELS = ("flemish", "federal", "sector", "brussels", "wallonia")
GROUPS = ("money", "time", "guidance", "proof")
REFERENCES = (
    "training_start",
    "module_start",
    "course_start",
    "course_end",
    "application",
    "request",
    "notice",
    "month_paid",
    "travel_day",
    "contract_start",
    "licence_date",
    "dismissal",
    "school_year",
    "academic_year",
    "calendar_year",
    "income_year",
    "day_asked",
)


@dataclass(frozen=True)
class Condition:
    """One sentence of the law: an expression with its article, source and Dutch title.

    The name is the name of the variable in the rule file. `since` and `until` date a change
    of structure; outside them the condition is not part of the law.
    """

    expression: TruthExpression
    law: str
    title: str
    source: str
    since: date | None = None
    until: date | None = None
    name: str = ""

    @property
    def node(self) -> Node:
        """The meaning."""
        return self.expression.node

    def holds_on(self, day: date) -> bool:
        """Is it part of the law on a day?"""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


def condition(
    expression: TruthExpression,
    *,
    law: str,
    title: str,
    source: str,
    since: date | None = None,
    until: date | None = None,
) -> Condition:
    """A condition of an incentive.

    `law` is the article, or the paragraph of the source where the article was not read;
    `source` a key of `sources:` in parameters.yaml; `title` is Dutch, level B1, and may hold
    parameters: "Je werkt minstens {min_fraction}% van een voltijdse job".
    """
    return Condition(expression, law, title, source, since, until)


@dataclass(frozen=True)
class Output:
    """A named result, the same in all incentives: kind, unit, rounding, who gets it.

    `labels` are the Dutch names of `words` that no incentive or fact names already. A result that
    is a set of words is written as one yes or no per word: each has `part_of`, the name of the
    set, and its word in `words`.
    """

    name: str
    kind: Kind
    label: str
    unit: str = ""
    recipient: str = ""
    step: str | None = None
    words: tuple[str, ...] = ()
    cost: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    part_of: str = ""


@dataclass(frozen=True)
class Amount:
    """How an incentive computes an output; `always` when it is told although there is no right."""

    expression: Expression
    recipient: str = ""
    period: str = ""
    always: bool = False
    note: str = ""

    @property
    def node(self) -> Node:
        """The meaning."""
        return self.expression.node


def amount(
    expression: Expression,
    *,
    recipient: str = "",
    period: str = "",
    always: bool = False,
    note: str = "",
) -> Amount:
    """An amount with more than its expression: who receives it, per what, told even when no."""
    return Amount(expression, recipient, period, always, note)


@dataclass(frozen=True)
class Step:
    """Something to do to get the right; its Dutch text stands in texts.nl.yaml under `steps`.

    `who` acts; `by` is the last day, where the law sets one.
    """

    name: str
    who: str
    by: DayExpression | None = None
    source: str = ""


def step(name: str, *, who: str, by: DayExpression | None = None, source: str) -> Step:
    """A step to apply: worker, employer, provider or authority does it, at the latest on `by`."""
    return Step(name, who, by, source)


@dataclass(frozen=True)
class Texts:
    """The Dutch texts of an incentive; `decides` and `pays` where the rules do not show it."""

    title: str
    summary: str
    conditions: Mapping[str, str]
    steps: Mapping[str, str]
    taken_as_met: tuple[str, ...]
    not_covered: tuple[str, ...]
    decides: str = ""
    pays: str = ""


@dataclass(frozen=True)
class Incentive:
    """One instrument: who has it, how much, until when, how to ask, on which law.

    `reference` names the day the law looks at; `reference_fact` the fact that holds it: a day,
    or a school year, which stands for its first day.
    `answers` is False for pure definitions, which have outputs but no yes or no.
    """

    id: str
    kind: str
    level: str
    group: str
    recipient: str
    reference: str
    parameters: Parameters
    conditions: Sequence[Condition] = ()
    amounts: Mapping[str, Expression | Amount] = field(default_factory=dict)
    steps: Sequence[Step] = ()
    reference_fact: str | None = None
    answers: bool = True
    outputs: Mapping[str, Amount] = field(init=False)
    module: str = field(init=False)

    def __post_init__(self) -> None:
        """Give each condition the name of its variable in the module that makes the incentive."""
        author = _author()
        made_in = Path(author.f_code.co_filename)
        beside = made_in.parent == self.parameters.path.parent
        object.__setattr__(self, "module", made_in.name if beside else "rule.py")
        names = _variables(author)
        named = []
        for one in self.conditions:
            name = one.name or names.get(id(one), "")
            if not name:
                raise RuleError(
                    f"A condition of {self.id} has no name ({one.title!r}).",
                    file=self.file,
                    todo="Assign it to a variable of the rule file before you list it.",
                )
            named.append(replace(one, name=name))
        object.__setattr__(self, "conditions", tuple(named))
        object.__setattr__(self, "parameters", self.parameters.of(self.id))
        object.__setattr__(
            self,
            "outputs",
            {
                name: one if isinstance(one, Amount) else Amount(one)
                for name, one in self.amounts.items()
            },
        )
        object.__setattr__(self, "steps", tuple(self.steps))

    @property
    def file(self) -> str:
        """The module with the rule, relative to the rulebook: rule.py, or one beside it."""
        return f"{self.parameters.owner}/{self.module}"

    @property
    def holds(self) -> TruthExpression:
        """All undated conditions together, for rules that build on this one.

        Raises RuleError when a condition is dated: then name the conditions one by one.
        """
        if any(one.since or one.until for one in self.conditions):
            raise RuleError(
                f"The conditions of {self.id} are dated.",
                file=self.file,
                todo="List the conditions in the other incentive instead of using .holds.",
            )
        return all_of(*(one.expression for one in self.conditions))

    @cached_property
    def reads(self) -> tuple[ParameterRef, ...]:
        """The parameters that its conditions, amounts and steps read, each once."""
        nodes = [
            *(one.node for one in self.conditions),
            *(one.node for one in self.outputs.values()),
            *(one.by.node for one in self.steps if one.by is not None),
        ]
        return tuple(dict.fromkeys(ref for node in nodes for ref in refs_in(node)))

    @cached_property
    def texts(self) -> Texts:
        """The Dutch texts, read when first asked for."""
        return _read_texts(self)


def _author() -> FrameType:
    """The frame of the module that makes an incentive."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename in (__file__, "<string>"):
        frame = frame.f_back
    return frame


def _variables(author: FrameType) -> dict[int, str]:
    """Names of the variables of a module, by identity of their value."""
    return {
        id(value): name for name, value in author.f_globals.items() if isinstance(value, Condition)
    }


_TEXT_KEYS = ("title", "summary", "owner", "conditions", "steps", "taken_as_met", "not_covered")


def _read_texts(incentive: Incentive) -> Texts:
    path = incentive.parameters.path.with_name("texts.nl.yaml")
    file = f"{path.parent.name}/{path.name}"
    content = (read_yaml(path) or {}).get(incentive.id)
    if not isinstance(content, dict):
        raise RuleError(
            f"has no texts for {incentive.id}.",
            file=file,
            todo=f"Add a mapping {incentive.id}: with title and summary.",
        )
    unknown = set(content) - set(_TEXT_KEYS)
    if unknown:
        raise RuleError(
            f"has the unknown key {sorted(unknown)[0]!r}.",
            file=file,
            key=incentive.id,
            todo=f"Use: {', '.join(_TEXT_KEYS)}.",
        )
    for needed in ("title", "summary"):
        if not content.get(needed):
            raise RuleError(
                f"has no Dutch {needed}.", file=file, key=incentive.id, todo=f"Add {needed}:."
            )
    owner = _owner(content.get("owner") or {}, file, incentive.id)
    return Texts(
        title=content["title"],
        summary=content["summary"],
        conditions=content.get("conditions") or {},
        steps=content.get("steps") or {},
        taken_as_met=tuple(content.get("taken_as_met") or ()),
        not_covered=tuple(content.get("not_covered") or ()),
        decides=owner.get("decides", ""),
        pays=owner.get("pays", ""),
    )


def _owner(owner: object, file: str, key: str) -> dict[str, str]:
    """Who decides and who pays, as far as it is written."""
    if isinstance(owner, dict) and not set(owner) - {"decides", "pays"}:
        return owner
    raise RuleError(
        "has an `owner` of another form.",
        file=file,
        key=key,
        todo="Write `owner: {decides: …, pays: …}`, one of the two or both.",
    )


# Resolved at a date --------------------------------------------------------------------------


@dataclass(frozen=True)
class Resolved:
    """An incentive as it is on one reference day: nodes without parameters or dates."""

    incentive: Incentive
    day: date
    asked: date
    exists: bool
    conditions: tuple[tuple[Condition, Node], ...]
    amounts: tuple[tuple[str, Amount, Node], ...]
    steps: tuple[tuple[Step, Node | None], ...]


class Rulebook:
    """All incentives with the facts they use; immutable. A reform is `with_parameters(...)`."""

    def __init__(
        self,
        incentives: Iterable[Incentive],
        *,
        vocabulary: Vocabulary,
        outputs: Iterable[Output],
        version: str = "",
        parameters: ParameterBook | None = None,
    ) -> None:
        self.incentives = tuple(incentives)
        self.vocabulary = vocabulary
        self.outputs: Mapping[str, Output] = {output.name: output for output in outputs}
        self.version = version
        self.parameters: ParameterBook = parameters or {
            (parameter.owner, parameter.name): parameter
            for incentive in self.incentives
            for parameter in incentive.parameters.known.values()
        }
        self._by_id = {incentive.id: incentive for incentive in self.incentives}
        self._sources: dict[str, dict[str, Source]] = {}
        self._history: dict[str, tuple[Change, ...]] = {}
        for one in self.incentives:
            folder = one.parameters
            self._sources.setdefault(folder.owner, {}).update(folder.sources)
            self._history[folder.owner] = folder.history
        self._resolved: dict[tuple[str, date, date], Resolved] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in the order of the rulebook."""
        return tuple(self._by_id)

    def __getitem__(self, incentive: str) -> Incentive:
        return self._by_id[incentive]

    def __contains__(self, incentive: object) -> bool:
        return incentive in self._by_id

    def with_parameters(self, *changed: Parameter, version: str) -> Rulebook:
        """The same rulebook with other values: an overlay, nothing is copied or mutated."""
        overlay = {(parameter.owner, parameter.name): parameter for parameter in changed}
        return Rulebook(
            self.incentives,
            vocabulary=self.vocabulary,
            outputs=self.outputs.values(),
            version=version,
            parameters={**self.parameters, **overlay},
        )

    def at(self, incentive: str, day: date, asked: date | None = None) -> Resolved:
        """An incentive resolved on a reference day.

        Raises RuleError when the law has a gap there (from 2019-01-01 on).
        """
        asked = asked or day
        key = (incentive, day, asked)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(self._by_id[incentive], day, asked)
        return self._resolved[key]

    def _resolve(self, incentive: Incentive, day: date, asked: date) -> Resolved:
        fold = folder(self.parameters, day, asked)
        exists = incentive.parameters.exists
        there = exists is None or (
            (exists.since is None or exists.since <= day)
            and (exists.until is None or day <= exists.until)
        )
        if not there:
            return Resolved(incentive, day, asked, False, (), (), ())
        return Resolved(
            incentive,
            day,
            asked,
            True,
            tuple((one, fold(one.node)) for one in incentive.conditions if one.holds_on(day)),
            tuple((name, one, fold(one.node)) for name, one in incentive.outputs.items()),
            tuple((one, None if one.by is None else fold(one.by.node)) for one in incentive.steps),
        )

    def changes(self, incentive: str) -> tuple[date, ...]:
        """The days on which anything in an incentive changes, in order."""
        one = self._by_id[incentive]
        days: set[date] = set()
        for item in one.conditions:
            days |= {day for day in (item.since, _after(item.until)) if day is not None}
        exists = one.parameters.exists
        if exists is not None:
            days |= {day for day in (exists.since, _after(exists.until)) if day is not None}
        for parameter in self.parameters_of(one):
            days |= parameter.changes()
        return tuple(sorted(day for day in days if day.year > 1900))

    def parameters_of(self, incentive: Incentive) -> tuple[Parameter, ...]:
        """The parameters that an incentive reads, as they are in this rulebook."""
        names = dict.fromkeys((ref.owner, ref.name) for ref in incentive.reads)
        return tuple(self.parameters[name] for name in names)

    def sources_of(self, owner: str) -> Mapping[str, Source]:
        """The sources of a folder, by key."""
        return self._sources[owner]

    def history_of(self, owner: str) -> tuple[Change, ...]:
        """The changes of the law that a folder tells in words."""
        return self._history[owner]

    def names_in(self, incentive: Incentive) -> frozenset[str]:
        """What a doubt or a change of its folder may be about to concern an incentive."""
        owner = incentive.parameters.owner
        read = (one.name for one in self.parameters_of(incentive) if one.owner == owner)
        conditions = (one.name for one in incentive.conditions)
        steps = (one.name for one in incentive.steps)
        return frozenset(("all", incentive.id, *incentive.outputs, *conditions, *steps, *read))


def _after(day: date | None) -> date | None:
    return None if day is None else date.fromordinal(day.toordinal() + 1)


def refs_in(node: Node) -> tuple[ParameterRef, ...]:
    """The parameters and tables that a node reads, each once."""
    found: dict[ParameterRef, None] = {}
    for item in walk(node):
        if isinstance(item, ParameterRef):
            found[item] = None
        elif isinstance(item, Lookup) and item.table is not None:
            found[item.table] = None
    return tuple(found)
