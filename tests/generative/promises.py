"""What an assessment promises to somebody who answers more questions: broken promises, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from koers.engine.assessment import AmountFound, Assessment
from koers.engine.facts import DAY
from koers.engine.incentive import Rulebook
from koers.engine.nodes import facts_in
from koers.engine.values import Truth


def overturned(before: Assessment, after: Assessment) -> list[str]:
    """What was certain and is not so any more, or lies outside the range that was told."""
    return [*_overturned_truths(before, after), *_overturned_amounts(before, after)]


def _overturned_truths(before: Assessment, after: Assessment) -> Iterator[str]:
    if before.eligible is not Truth.UNKNOWN and after.eligible is not before.eligible:
        yield f"eligible was {before.eligible}, is {after.eligible}"
    later = {reason.name: reason.verdict for reason in after.reasons}
    for reason in before.reasons:
        if reason.verdict is not Truth.UNKNOWN and later[reason.name] is not reason.verdict:
            yield f"{reason.name} was {reason.verdict}, is {later[reason.name]}"


def _overturned_amounts(before: Assessment, after: Assessment) -> Iterator[str]:
    for name in sorted(set(before.amounts) & set(after.amounts)):
        was, now = before.amounts[name], after.amounts[name]
        if not _inside(was, now):
            yield f"{name} was {was}, is {now}"


def _inside(was: AmountFound, now: AmountFound) -> bool:
    if was.absent or was.value not in (None, "unknown"):
        return (now.absent, now.value) == (was.absent, was.value)
    if was.value == "unknown":
        return True  # a yes or no that was open; the one word of a part of a set is no range
    if was.words:
        told = {now.value} if now.value is not None else set(now.words)
        return now.absent or told <= set(was.words)
    low_kept = was.low is None or now.absent or (now.low is not None and now.low >= was.low)
    high_kept = was.high is None or now.absent or (now.high is not None and now.high <= was.high)
    return low_kept and high_kept


def looked_at(rules: Rulebook, incentive: str) -> frozenset[str]:
    """Every fact that may matter to an incentive: in its rule, and what those follow from."""
    rule, known = rules[incentive], rules.vocabulary
    waiting = {rule.reference_fact} - {None}
    for node in (
        *(one.node for one in rule.conditions),
        *(one.node for one in rule.outputs.values()),
        *(step.by.node for step in rule.steps if step.by is not None),
    ):
        waiting |= set(facts_in(node))
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= {other for other in _leads_to(rules, name) if other not in found}
    return frozenset(found & set(known.facts))


def _leads_to(rules: Rulebook, name: str) -> Iterable[str]:
    known = rules.vocabulary
    for one in known.implications.get(name, ()):
        yield from one.facts
    for computed in (known.derived, known.at_least):
        if name in computed:
            yield from facts_in(computed[name])
    for group in known.one_unit:
        if name in group.facts:
            yield from group.facts
    usual = known.facts[name].usual
    if usual is not None and usual.equal_to not in (None, DAY):
        yield str(usual.equal_to)
