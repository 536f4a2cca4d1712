"""Mistakes in parameters.yaml that show only beside the rules that read it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from koers.engine.cases import read_cases
from koers.engine.checks import (
    CASES,
    FAR_DAY,
    TEXTS,
    Found,
    Keys,
    fits,
    named,
    nodes,
    one_of,
    parts,
    siblings,
    values_of,
)
from koers.engine.errors import FactError
from koers.engine.incentive import Incentive, Rulebook, refs_in
from koers.engine.language import (
    Expression,
)
from koers.engine.nodes import (
    FactRef,
    Lookup,
    UnknownInLaw,
)
from koers.engine.parameters import (
    FIRST_DAY,
    Parameter,
    Series,
    value_on,
)


def exists(incentive: Incentive, rulebook: Rulebook) -> Found:
    exists = incentive.parameters.exists
    if exists is None:
        yield "exists", "is missing.", "Add `exists: {from: …, source: …}`."
    elif exists.since and exists.until and exists.until < exists.since:
        yield "exists", "ends before it begins.", "Mend `from` or `until`."
    ids = {one.id for one in siblings(incentive, rulebook)}
    for name in sorted(set(incentive.parameters.exists_of) - ids):
        what = f"names {name}, which is no instrument of this folder."
        yield "exists_of", what, one_of(ids)


def rows(incentive: Incentive, rulebook: Rulebook) -> Found:
    owner = incentive.parameters.owner
    for _, node in (pair for one in rulebook.incentives for pair in nodes(one)):
        if isinstance(node, Lookup) and isinstance(node.key, FactRef) and node.table:
            table = rulebook.parameters.get((node.table.owner, node.table.name))
            fact = rulebook.vocabulary.facts.get(node.key.name)
            for word in table.rows if table and fact and table.owner == owner else ():
                if fact and not fits(fact, word):
                    what = f"is a row, but {fact.name} cannot be {word!r}."
                    yield (node.table.name, "rows", word), what, values_of(fact)


def gaps(incentive: Incentive, rulebook: Rulebook) -> Found:
    """The first day on which a rule would read a value that is not there."""
    told: set[Keys] = set()
    for reader in rulebook.incentives:
        read = read_from(incentive.parameters.owner, reader, rulebook)
        days = _days(reader, rulebook) if read else []
        for parameter, holds_on in read:
            for keys, series in _series_of(parameter):
                on = (day for day in days if holds_on(day) and value_on(series, day) is None)
                gap = None if keys in told else next(on, None)
                if gap:
                    told.add(keys)
                    what = f"has no value on {gap} (first: {series[0].since})."
                    todo = "Add the value, an `unknown:` line or `absent: true`, or limit "
                    yield keys, what, todo + "the rule with since= and until=."


def read_from(
    owner: str, reader: Incentive, rulebook: Rulebook
) -> list[tuple[Parameter, Callable[[date], bool]]]:
    """The parameters of a folder that an incentive reads, and on which days it does."""
    dated = {one.name: one.holds_on for one in reader.conditions}
    refs = [(name, ref) for name, part in parts(reader) for ref in refs_in(part)]
    complete = all(isinstance(one, Expression) for _, one in named(reader))
    if not complete or any((ref.owner, ref.name) not in rulebook.parameters for _, ref in refs):
        return []
    own = [(name, ref) for name, ref in refs if ref.owner == owner]
    return [(rulebook.parameters[owner, ref.name], dated.get(name, _always)) for name, ref in own]


def _always(day: date) -> bool:
    return True


def _days(incentive: Incentive, rulebook: Rulebook) -> list[date]:
    """The days to try: the first, the last, and both sides of every change between them."""
    exists = incentive.parameters.exists
    since, until = (None, None) if exists is None else (exists.since, exists.until)
    first, last = max(FIRST_DAY, since or FIRST_DAY), min(FAR_DAY, until or FAR_DAY)
    changes = rulebook.changes(incentive.id)
    days = {first, last, *changes, *(day - timedelta(days=1) for day in changes)}
    return sorted(day for day in days if first <= day <= last)


def _series_of(parameter: Parameter) -> Iterator[tuple[Keys, Series]]:
    if parameter.values:
        yield parameter.name, parameter.values
    for word, series in parameter.rows.items():
        yield (parameter.name, "rows", word), series
    if parameter.otherwise:
        yield (parameter.name, "otherwise"), parameter.otherwise


def unused_parameters(incentive: Incentive, rulebook: Rulebook) -> Found:
    refs = [ref for one in rulebook.incentives for _, part in parts(one) for ref in refs_in(part)]
    used = {ref.name for ref in refs if ref.owner == incentive.parameters.owner}
    texts = [c.title for one in siblings(incentive, rulebook) for c in one.conditions]
    with contextlib.suppress(FileNotFoundError):
        texts.append(incentive.parameters.path.with_name(TEXTS).read_text(encoding="utf-8"))
    for name, parameter in incentive.parameters.known.items():
        shown = parameter.informative or any(f"{{{name}}}" in text for text in texts)
        if name not in used and not shown:
            todo = "Use it in the rule or in a text, mark it `informative: true`, or remove it."
            yield name, "is used by no rule.", todo
        if name in used and parameter.informative:
            yield name, "only informs, but a rule reads it.", "Drop `informative:`."


def unused_sources(incentive: Incentive, rulebook: Rulebook) -> Found:
    p = incentive.parameters
    used = {name for one in p.known.values() for line in one.all_values() for name in line.sources}
    used |= {name for doubt in p.doubts for name in doubt.sources}
    used |= {name for change in p.history for name in change.sources}
    used |= {one.source for one in (p.exists, *p.exists_of.values()) if one is not None}
    for sibling in siblings(incentive, rulebook):
        used |= {condition.source for condition in sibling.conditions}
        used |= {step.source for step in sibling.steps}
        used |= {node.source for _, node in nodes(sibling) if isinstance(node, UnknownInLaw)}
    with contextlib.suppress(FactError):
        used |= {case.source for case in read_cases(p.path.with_name(CASES))}
    for key, source in p.sources.items():
        if not used & {key, source.url}:
            yield ("sources", key), "is named nowhere.", "Name it where it was used, or remove it."


def doubts(incentive: Incentive, rulebook: Rulebook) -> Found:
    for index, doubt in enumerate(incentive.parameters.doubts):
        for name, todo in _strangers(doubt.about, incentive, rulebook):
            what = f"has a doubt about {name}, which the rule does not have."
            yield ("doubts", index), what, todo


def changes(incentive: Incentive, rulebook: Rulebook) -> Found:
    for index, change in enumerate(incentive.parameters.history):
        for name, todo in _strangers(change.about, incentive, rulebook):
            what = f"tells a change of {name}, which the rule does not have."
            yield ("history", index), what, todo


def _strangers(
    about: tuple[str, ...], incentive: Incentive, rulebook: Rulebook
) -> Iterator[tuple[str, str]]:
    """The names that stand for nothing in a folder, and what may be named."""
    known = {"all", *incentive.parameters.known}
    for one in siblings(incentive, rulebook):
        known |= {one.id, *(name for name, _ in parts(one)), *(step.name for step in one.steps)}
    for name in sorted(set(about) - known):
        yield name, one_of(known)
