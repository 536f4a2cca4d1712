"""What of a folder, and of what it reads elsewhere, concerns one incentive.

Several incentives may share a folder: its values, its doubts, its changes and its sources are
not all about each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from koers.engine.checks import siblings
from koers.engine.explain import SourceInWords, source_in_words
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.nodes import Lookup, Node, facts_in, walk
from koers.engine.parameters import Parameter

PLACE: Final = re.compile(r"\{(\w+)\}")
"""A parameter in a text."""


def named_sources(rulebook: Rulebook, owner: str, keys: Iterable[str]) -> tuple[SourceInWords, ...]:
    """Sources of a folder, in words."""
    known = rulebook.sources_of(owner)
    return tuple(source_in_words(known[key]) for key in keys)


def shown_parameters(rulebook: Rulebook, incentive: Incentive) -> tuple[Parameter, ...]:
    """The parameters that concern an incentive: those it reads, and those its texts show.

    What is only informative belongs to an incentive when no other one shares its folder.
    """
    read = rulebook.parameters_of(incentive)
    own, texts = incentive.parameters, incentive.texts
    several = [texts.summary, *texts.conditions.values(), *texts.steps.values()]
    several += [one.title for one in incentive.conditions]
    named = {name for text in several for name in PLACE.findall(text)}
    alone = len(siblings(incentive, rulebook)) == 1
    known = {(one.owner, one.name) for one in read}
    more = (
        rulebook.parameters[own.owner, one.name]
        for one in own.known.values()
        if (one.name in named or (alone and one.informative)) and (own.owner, one.name) not in known
    )
    return (*read, *more)


def concerns(rulebook: Rulebook, incentive: Incentive, about: tuple[str, ...]) -> bool:
    """Does a doubt or a change of its folder, about some names, concern an incentive?

    About nothing is about every incentive of the folder; what none of them knows stands with the
    first, so that it is told somewhere.
    """
    family = siblings(incentive, rulebook)
    if not about or _names(rulebook, incentive) & set(about):
        return True
    return family[0].id == incentive.id and not any(
        _names(rulebook, one) & set(about) for one in family[1:]
    )


def _names(rulebook: Rulebook, incentive: Incentive) -> frozenset[str]:
    owner = incentive.parameters.owner
    shown = (one.name for one in shown_parameters(rulebook, incentive) if one.owner == owner)
    return rulebook.names_in(incentive).union(shown)


def row_label(rulebook: Rulebook, incentive: Incentive, parameter: Parameter, row: str) -> str:
    """A row of a table in words, after the fact that the rule looks the row up with."""
    keys = (
        node.key
        for part in parts(incentive)
        for node in walk(part)
        if isinstance(node, Lookup) and node.table == parameter.ref
    )
    for name in dict.fromkeys(name for key in keys for name in facts_in(key)):
        fact = rulebook.vocabulary.facts[name]
        if fact.enumeration is not None and row in fact.enumeration.values:
            return fact.enumeration.values[row]
        if fact.pattern is not None and re.match(fact.pattern, row):
            return f"{fact.label} {row}"
    return row


def parts(incentive: Incentive) -> Iterator[Node]:
    """The nodes of its conditions, its amounts and the last days of its steps."""
    yield from (one.node for one in incentive.conditions)
    yield from (one.node for one in incentive.outputs.values())
    yield from (one.by.node for one in incentive.steps if one.by is not None)
