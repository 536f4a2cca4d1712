"""Which sources one incentive rests on: of its own folder, and of what it reads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from koers.engine.concerns import concerns, parts, shown_parameters
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.nodes import UnknownInLaw, walk
from koers.engine.parameters import Source


def sources_used(rulebook: Rulebook, incentive: Incentive) -> tuple[Source, ...]:
    """Every source that something of an incentive names, each address once."""
    own = incentive.parameters
    found = [own.sources[key] for key in _own_keys(rulebook, incentive)]
    for one in shown_parameters(rulebook, incentive):
        known = rulebook.sources_of(one.owner)
        found += [known[key] for line in one.all_values() for key in line.sources]
    for node in (item for part in parts(incentive) for item in walk(part)):
        source = named(rulebook, incentive, node.source) if isinstance(node, UnknownInLaw) else None
        found += [source] if source else []
    return tuple({source.url: source for source in found}.values())


def named(rulebook: Rulebook, incentive: Incentive, name: str) -> Source | None:
    """The source with a key or an address, of the incentive's own folder first."""
    own = incentive.parameters.sources
    if name in own:
        return own[name]
    every = _every(rulebook, incentive)
    return next((one for one in every if name in (one.url, one.key)), None)


def _own_keys(rulebook: Rulebook, incentive: Incentive) -> Iterator[str]:
    own = incentive.parameters
    if own.exists is not None:
        yield own.exists.source
    yield from (one.source for one in incentive.conditions)
    yield from (one.source for one in incentive.steps)
    for doubt in own.doubts:
        if concerns(rulebook, incentive, doubt.about):
            yield from doubt.sources
    for change in own.history:
        if concerns(rulebook, incentive, change.about):
            yield from change.sources


def _every(rulebook: Rulebook, incentive: Incentive) -> Iterator[Source]:
    """Every source of the rulebook, those of the incentive's own folder first."""
    yield from incentive.parameters.sources.values()
    for one in rulebook.incentives:
        if one.parameters.owner != incentive.parameters.owner:
            yield from one.parameters.sources.values()
