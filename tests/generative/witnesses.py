"""Does a question matter? Two people who differ only in what it asks, and a condition that differs.

Three-valued logic says that a fact may matter; here is the proof, for one condition at a time: two
people, known in whole, who fit all that was told. Who said "I don't know" may be anybody.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from functools import cache

from koers.engine.ask import Asker
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.nodes import Kind, Node, UnknownInLaw, walk
from koers.engine.questions import Question
from koers.engine.thresholds import as_stated, cuts, step_of
from koers.engine.values import ABSENT, UNKNOWN, Between, Dated, OneOf, Stated
from koers.rulebook import RULEBOOK
from tests.generative.citizens import possible
from tests.generative.people import contains

KNOWN = RULEBOOK.vocabulary.facts
PEOPLE, TWINS, LEFT_OUT = 150, 8, 0.15
"""So many people, so many twins of each; how often a fact is left to follow from others."""

Condition = tuple[str, int, frozenset[str]]
"""An open condition: its incentive, its place, the facts that are asked and leave it open."""


def tells_apart(asker: Asker, question: Question, facts: Facts, chance: random.Random) -> bool:
    """Is there a condition, of those the question is asked for, that hangs on the answer?"""
    return _says_what_is_wanted(asker, question, facts) or any(
        _hangs_on(place, names, asker, facts, chance)
        for _, place, names in conditions(asker, question, facts)
    )


def conditions(asker: Asker, question: Question, facts: Facts) -> Iterator[Condition]:
    """The open conditions of rights that wait for a question."""
    declined = asker.declined(facts)
    for one in asker.portfolio.open_rights(facts):
        for place, names in one.conditions.items():
            asked = names & {*question.facts}
            if asked and one.incentive not in declined:
                yield one.incentive, place, asked


def law_is_open(asker: Asker, place: int, facts: Facts) -> bool:
    """Does the law leave something open in a condition as well?"""
    found = asker.portfolio.nodes([place], facts)
    return any(isinstance(item, UnknownInLaw) for _, node in found for item in walk(node))


@cache
def matters_to_anybody(asker: Asker, place: int, name: str) -> bool:
    """Does a condition hang on a fact, for anybody of whom nothing is known yet?"""
    return _hangs_on(place, [name], asker, {}, random.Random(place))


def _says_what_is_wanted(asker: Asker, question: Question, facts: Facts) -> bool:
    """Does an answer say that somebody does not want a right?"""
    answers = [sets for _, sets in asker.answers(question, facts)]
    return len({asker.declined({**facts, **sets}) for sets in answers}) > 1


def _hangs_on(
    place: int, asked: Iterable[str], asker: Asker, facts: Facts, chance: random.Random
) -> bool:
    names = sorted(asked)
    others = [name for name in asker.portfolio.reads(place) if name not in names]
    for evaluation, node in asker.portfolio.nodes([place], facts):
        for _ in range(PEOPLE):
            person = dict(_person(others, facts, chance))
            values = {name: _values(name, facts, node, evaluation, person) for name in names}
            twins = (
                {**person, **{name: chance.choice(values[name]) for name in names}}
                for _ in range(TWINS)
            )
            verdicts = [evaluation.with_facts(one).truth(node) for one in twins]
            if len({one.truth for one in verdicts if not one.causes.facts}) > 1:
                return True
    return False


def _person(
    names: Iterable[str], facts: Facts, chance: random.Random
) -> Iterator[tuple[str, Stated]]:
    """A person whom these facts fit. What was not told may be left to follow from the rest."""
    for name in names:
        if name in facts or chance.random() > LEFT_OUT:
            yield name, chance.choice(fitting(name, facts))


def _values(
    name: str, facts: Facts, node: Node, evaluation: Evaluation, person: Facts
) -> list[Stated]:
    """What a fact may be, both sides of each threshold included."""
    fact = KNOWN[name]
    found = fitting(name, facts)
    if fact.kind is Kind.CHOICE:
        return found
    known = {name: facts[name]} if isinstance(facts.get(name), Between) else {}
    turning = cuts(node, fact, evaluation.with_facts({**person, **known}))
    ends = [end for cut in sorted(turning) for end in (cut, cut - step_of(fact))]
    return [*found, *(as_stated(fact, end, end) for end in ends)]


def fitting(name: str, facts: Facts) -> list[Stated]:
    """The whole values of a fact that fit what was told."""
    fact, known = KNOWN[name], facts.get(name)
    absent = [] if fact.absent is None else [ABSENT]
    if known is None or known is UNKNOWN or isinstance(known, Dated):
        return [*possible(name), *absent]
    if isinstance(known, OneOf):
        return sorted(known.values, key=str)
    if not isinstance(known, Between):
        return [known]
    ends = [end for end in (known.low, known.high) if end is not None]
    return [*(one for one in possible(name) if contains(known, one, fact)), *ends]
