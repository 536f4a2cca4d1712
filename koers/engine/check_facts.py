"""Mistakes in the facts, and in what follows from what."""

from __future__ import annotations

from koers.engine.assessment import written
from koers.engine.checks import Found, fits, one_of, parts, values_of
from koers.engine.facts import DAY
from koers.engine.incentive import Rulebook, refs_in
from koers.engine.nodes import (
    Kind,
    facts_in,
    kind_of,
)
from koers.engine.values import ABSENT, Between


def declarations(rulebook: Rulebook) -> Found:
    for name, fact in rulebook.vocabulary.facts.items():
        if not fact.label.strip():
            yield name, "has no label.", "Write a Dutch label=."
        if fact.low is not None and fact.high is not None and fact.high < fact.low:
            yield name, "has bounds from high to low.", "Mend low= or high=."
        for word in sorted(fact.enumeration.wrong_words() if fact.enumeration else ()):
            what = f"has {word!r} in a group or spelling, but not in its list."
            yield name, what, one_of(fact.words or ())


def usual_values(rulebook: Rulebook) -> Found:
    for name, fact in rulebook.vocabulary.facts.items():
        usual = fact.usual
        if usual is None:
            continue
        if not usual.because or not usual.source:
            yield name, "has a usual value without reason or source.", "Write because=, source=."
        if (usual.value is None) == (usual.equal_to is None):
            yield name, "needs one usual value.", "Give value= or equal_to=, not both."
        elif usual.value is not None and not fits(fact, usual.value):
            yield name, f"is usually {written(usual.value)}, which it cannot be.", values_of(fact)
        elif usual.equal_to is not None:
            if fact.kind is Kind.CHOICE:
                yield name, "is a choice that is usually equal to a fact.", "Give value=."
            other = rulebook.vocabulary.facts.get(usual.equal_to)
            kind = Kind.DAY if usual.equal_to == DAY else other and other.kind
            if other is not None and other.absent is ABSENT and fact.absent is not ABSENT:
                what = f"is usually equal to {usual.equal_to}, which may be absent."
                yield name, what, "Let the fact be absent too, or give value=."
            if kind is not fact.kind:
                what = f"is usually equal to {usual.equal_to}, which is no fact of its kind."
                yield name, what, f"Name a {fact.kind.value} fact."


def implications(rulebook: Rulebook) -> Found:
    facts = rulebook.vocabulary.facts
    for name, several in rulebook.vocabulary.implications.items():
        for value in (one.value for one in several if name in facts):
            if not fits(facts[name], value):
                yield (
                    name,
                    f"is implied to be {written(value)}, which it cannot be.",
                    values_of(facts[name]),
                )


def bounds(rulebook: Rulebook) -> Found:
    """What follows from others would replace a bound: the two cannot both be declared."""
    known = rulebook.vocabulary
    for name in known.at_least:
        follows = [one.value for one in known.implications.get(name, ())]
        if name in known.derived or any(isinstance(value, Between) for value in follows):
            yield name, "has a bound, and an interval that follows.", "Keep one of the two."


def derivations(rulebook: Rulebook) -> Found:
    v = rulebook.vocabulary
    for name, node in (*v.derived.items(), *v.at_least.items()):
        kind = v.facts[name].kind if name in v.facts else kind_of(node)
        if kind_of(node) is not kind or kind is Kind.CHOICE:
            what = f"is a {kind.value}, computed as a {kind_of(node).value}."
            yield name, what, "Derive numbers from numbers and days from days."
        if refs_in(node):
            yield name, "follows from a parameter.", "Facts do not read the law: use the rule."


def strangers(rulebook: Rulebook) -> Found:
    v = rulebook.vocabulary
    named = {*v.implications, *v.derived, *v.at_least, *_leads_on(rulebook)}
    named |= {name for one in v.reductions for name in (one.fact, one.source)}
    named |= {name for one in v.one_unit for name in one.facts}
    for name in sorted(named - set(v.facts)):
        yield (
            name,
            "is in what follows from what, but no fact.",
            "Add its class to vocabulary(...).",
        )


def _leads_on(rulebook: Rulebook) -> set[str]:
    """The facts from which others follow."""
    v = rulebook.vocabulary
    nodes = [*v.derived.values(), *v.at_least.values()]
    nodes += [one.when for several in v.implications.values() for one in several]
    return {name for node in nodes for name in facts_in(node)}


def _equals(rulebook: Rulebook) -> dict[str, str]:
    """The facts that are usually equal to another one, with that one."""
    usual = {name: fact.usual for name, fact in rulebook.vocabulary.facts.items()}
    return {
        name: one.equal_to
        for name, one in usual.items()
        if one and one.equal_to and one.equal_to != DAY
    }


def cycles(rulebook: Rulebook) -> Found:
    v = rulebook.vocabulary
    waits: dict[str, set[str]] = {}
    for name, node in (*v.derived.items(), *v.at_least.items()):
        waits.setdefault(name, set()).update(facts_in(node))
    for name, other in _equals(rulebook).items():
        waits.setdefault(name, set()).add(other)
    told: set[str] = set()
    for name in waits:
        path = _way(name, name, waits, ())
        if path and not told & set(path):
            told |= set(path)
            what = f"waits for itself: {' -> '.join((*path, name))}."
            yield name, what, "Remove one of the derivations, bounds or equal_to=."


def _way(
    start: str, goal: str, waits: dict[str, set[str]], path: tuple[str, ...]
) -> tuple[str, ...]:
    """The facts on the way from one to another that it waits for; empty when there is none."""
    for name in sorted(waits.get(start, ())):
        if name == goal:
            return (*path, start)
        if name not in (*path, start):
            way = _way(name, goal, waits, (*path, start))
            if way:
                return way
    return ()


def usage(rulebook: Rulebook) -> Found:
    v = rulebook.vocabulary
    rules = {
        name for one in rulebook.incentives for _, part in parts(one) for name in facts_in(part)
    }
    rules |= {one.reference_fact for one in rulebook.incentives if one.reference_fact}
    read = rules | _leads_on(rulebook) | set(_equals(rulebook).values())
    read |= {one.source for one in v.reductions if one.fact in read}
    for name, fact in v.facts.items():
        if fact.explanation_only and name in rules:
            yield name, "only explains, but a rule reads it.", "Drop explanation_only=."
        elif not fact.explanation_only and name not in read:
            yield name, "is read by no rule.", "Use it, remove it, or mark it explanation_only=."
