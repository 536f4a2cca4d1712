"""The public table of all instruments: one row each, as it is on a day, in Dutch words.

Everything is read from the rules. Who decides and who pays stands in texts.nl.yaml (`owner:`)
where the rules do not show it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from koers.engine import words
from koers.engine.assess import assess, certainly_no
from koers.engine.concerns import concerns
from koers.engine.explain import Explanation, explain
from koers.engine.history import history
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.nodes import (
    Compare,
    If,
    Kind,
    Lookup,
    Member,
    Node,
    Number,
    OpenNorm,
    ParameterRef,
    Present,
    children,
    facts_in,
    walk,
)
from koers.engine.parameters import Source, value_on
from koers.engine.sources import sources_used
from koers.engine.status import Life, Status, status_on

SITUATION: Final = "employment.status"
"""The fact whose words are the situations by which the table can be asked."""

KINDS: Final = {
    "right": "recht van een persoon",
    "employer_right": "recht van een onderneming",
    "duty": "plicht",
    "definition": "begrip",
    "information": "informatie",
}
LEVELS: Final = {
    "flemish": "Vlaanderen",
    "federal": "België",
    "sector": "sector",
    "brussels": "Brussel",
    "wallonia": "Wallonië",
}
GOVERNMENTS: Final = {
    "flemish": "de Vlaamse overheid",
    "federal": "de federale overheid",
    "sector": "het fonds van de sector",
    "brussels": "het Brussels Gewest",
    "wallonia": "het Waals Gewest",
}
RECIPIENTS: Final = {
    "worker": "wie werkt of leert",
    "learner": "wie leert",
    "jobseeker": "wie werk zoekt",
    "jobseeker (premium), employer (cost)": "wie werk zoekt en de werkgever",
    "self-employed": "zelfstandigen",
    "worker, jobseeker or learner": "wie werkt, werk zoekt of leert",
    "enterprise": "de onderneming",
    "employer": "de werkgever",
    "worker or self-employed": "wie werkt, ook als zelfstandige",
    "worker or employer": "wie werkt, of de werkgever",
    "provider": "de school of het centrum",
}
STATUSES: Final = {
    Life.IN_FORCE.value: "geldt",
    Life.COMING.value: "komt nog",
    Life.ABOLISHED.value: "afgeschaft",
    Life.UNKNOWN.value: "nog niet gekend",
    "disputed": "betwist",
    "stale": "al lang niet nagekeken",
}
DEPENDS: Final = "hangt af van je situatie"
NOT_SAID: Final = "dat zeggen de regels niet"
_MOST_VALUES: Final = 3


@dataclass(frozen=True)
class HowMuch:
    """An amount and what can be said of it without knowing who asks."""

    label: str
    text: str


@dataclass(frozen=True)
class Instrument:
    """One row: who, what, how much, which government, since when, how it stands, whose it is.

    `situations` are words of the fact `employment.status` for which the answer is not certainly
    no. `status` holds the life of the instrument and, after it, `disputed` and `stale`.
    """

    id: str
    title: str
    what: str
    kind: str
    level: str
    group: str
    recipient: str
    situations: tuple[str, ...]
    amounts: tuple[HowMuch, ...]
    decides: str
    pays: str
    reference: str
    exists_from: date | None
    exists_until: date | None
    last_change: date | None
    next_change: date | None
    changes: tuple[date, ...]
    state: Status
    conditions: int
    doubts: int
    main_source: Source | None

    @property
    def status(self) -> tuple[str, ...]:
        """The words that hold of it, those of `STATUSES`."""
        also = {"disputed": bool(self.state.disputes), "stale": self.state.stale}
        return (self.state.life.value, *(word for word, so in also.items() if so))


def instruments(rulebook: Rulebook, day: date) -> tuple[Instrument, ...]:
    """Every instrument as it is on a day, in the order of the rulebook."""
    return tuple(instrument(rulebook, one, day) for one in rulebook.incentives)


def instrument(rulebook: Rulebook, one: Incentive, day: date) -> Instrument:
    """The row of one instrument on a day."""
    exists = one.parameters.exists
    told = explain(rulebook, assess(rulebook, one.id, {}, on=day, strict=True))
    changes = history(rulebook, one.id).days_of_the_law()
    decides, pays = _owner(rulebook, one)
    return Instrument(
        id=one.id,
        title=told.title,
        what=told.summary,
        kind=one.kind,
        level=one.level,
        group=one.group,
        recipient=one.recipient,
        situations=situations_of(rulebook, one, day),
        amounts=tuple(_amounts(rulebook, one, told, day)),
        decides=decides,
        pays=pays,
        reference=one.reference,
        exists_from=exists.since if exists else None,
        exists_until=exists.until if exists else None,
        last_change=max((when for when in changes if when <= day), default=None),
        next_change=min((when for when in changes if when > day), default=None),
        changes=changes,
        state=status_on(rulebook, one, day),
        conditions=len(rulebook.at(one.id, day).conditions),
        doubts=sum(concerns(rulebook, one, doubt.about) for doubt in one.parameters.doubts),
        main_source=_main_source(rulebook, one),
    )


def situations(rulebook: Rulebook) -> dict[str, str]:
    """The situations that the table can be asked for, with their Dutch label."""
    fact = rulebook.vocabulary.facts[SITUATION]
    return dict(fact.enumeration.values) if fact.enumeration is not None else {}


def situations_of(rulebook: Rulebook, one: Incentive, day: date) -> tuple[str, ...]:
    """The situations in which the answer is not certainly no; none for what has no yes or no."""
    if not one.answers or one.kind == "definition":
        return ()
    return tuple(
        word
        for word in situations(rulebook)
        if not certainly_no(rulebook, one.id, {SITUATION: word}, on=day, strict=True)
    )


def _main_source(rulebook: Rulebook, one: Incentive) -> Source | None:
    """The source that most conditions name; an official one before others."""
    named = Counter(condition.source for condition in one.conditions)

    def place(source: Source) -> tuple[bool, bool, int]:
        times = named[source.key]
        return times == 0, source.status != "official", -times

    return min(sources_used(rulebook, one), key=place, default=None)


# Whose it is ---------------------------------------------------------------------------------


def _owner(rulebook: Rulebook, one: Incentive) -> tuple[str, str]:
    """Who decides and who pays: as the texts say, else as far as the rules show it."""
    judges = _judges(rulebook, one)
    verb = "oordeelt" if len(judges) == 1 else "oordelen"
    also = f"; {words.listed(judges)} {verb} waar de regel dat vraagt" if judges else ""
    return one.texts.decides or f"{GOVERNMENTS[one.level]}{also}", one.texts.pays or _pays(
        rulebook, one
    )


def _judges(rulebook: Rulebook, one: Incentive) -> list[str]:
    """The authorities that judge something in its conditions, each once."""
    nodes = [item for condition in one.conditions for item in walk(condition.node)]
    found = [node.decides for node in nodes if isinstance(node, OpenNorm)]
    facts = (rulebook.vocabulary.facts[name] for node in nodes for name in facts_in(node))
    found += [fact.judged_by for fact in facts if fact.judged_by]
    return list(dict.fromkeys(found))


def _pays(rulebook: Rulebook, one: Incentive) -> str:
    if one.group != "money" or one.kind not in ("right", "employer_right"):
        return NOT_SAID
    outputs = [rulebook.outputs[name] for name in one.outputs]
    money = [output for output in outputs if output.unit.startswith("EUR")]
    if any(not output.cost for output in money):
        return GOVERNMENTS[one.level]
    return "wie de opleiding volgt" if money else NOT_SAID


# How much ------------------------------------------------------------------------------------


def _amounts(rulebook: Rulebook, one: Incentive, told: Explanation, day: date) -> Iterator[HowMuch]:
    """Each number that comes out: its bounds for everybody, else the values it is made of."""
    open_ = (words.NOT_KNOWN, words.NOT_KNOWN_IN_LAW)
    for amount in told.amounts:
        output = rulebook.outputs[amount.name]
        if output.kind is not Kind.NUMBER:
            continue
        text = amount.value
        if text == words.NOT_KNOWN:
            node = one.outputs[amount.name].node
            values = list(dict.fromkeys(_values_in(rulebook, node, output.unit, day)))
            text = "; ".join([DEPENDS, *values[:_MOST_VALUES]])
        per = f" {amount.period}" if amount.period and amount.value not in open_ else ""
        yield HowMuch(amount.label, f"{text}{per}")


def _values_in(rulebook: Rulebook, node: Node, unit: str, day: date) -> Iterator[str]:
    """The values of the law, in the unit of a result, that the result is made of."""
    for ref in _read_by(node):
        parameter = rulebook.parameters[ref.owner, ref.name]
        if _measure(parameter.unit) != _measure(unit):
            continue
        several = [parameter.values, *parameter.rows.values(), parameter.otherwise]
        lines = (value_on(series, day) for series in several)
        numbers = [line.node.value for line in lines if line and isinstance(line.node, Number)]
        if numbers:
            yield f"{parameter.label}: {_between(numbers, parameter.unit)}"


def _between(numbers: Iterable[Decimal], unit: str) -> str:
    known = sorted(numbers)
    if known[0] == known[-1]:
        return words.amount(known[0], unit)
    return f"van {words.number(known[0], unit)} tot {words.amount(known[-1], unit)}"


def _read_by(node: Node) -> Iterator[ParameterRef]:
    """The values that a result may take or is computed with; not what it is compared with."""
    match node:
        case ParameterRef():
            yield node
        case Compare() | Member() | Present():
            return
        case If(_, then, otherwise):
            yield from _read_by(then)
            yield from _read_by(otherwise)
        case Lookup(table=table) if table is not None:
            yield table
        case _:
            for child in children(node):
                yield from _read_by(child)


def _measure(unit: str) -> str:
    """What a unit measures first: EUR of `EUR/month`."""
    return unit.split("/")[0].split("*")[0]
