"""Interviews over the real rulebook: what is asked can matter, and what matters is asked.

"Can matter" is what three-valued logic can promise: a condition of a right that is not decided
hangs on the answer, for some people whom all that was told fits. Whether the other conditions of
that right can be met as well is not looked at; nor whether those people exist.
"""

import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

import pytest

from koers.engine.ask import AMOUNT, Asker, Screen
from koers.engine.assess import assess
from koers.engine.assessment import Answer
from koers.engine.evaluate import Facts
from koers.engine.questions import Question
from koers.engine.values import UNKNOWN, Between, OneOf
from koers.population.profiles import made_people
from koers.rulebook import RULEBOOK
from koers.rulebook.questions import BOOK
from tests.generative.witnesses import (
    KNOWN,
    conditions,
    law_is_open,
    matters_to_anybody,
    tells_apart,
)

DAYS = ((date(2026, 1, 15), False), (date(2025, 8, 31), True), (date(2022, 10, 1), False))
EACH, UNSURE = 2, 0.1
"""So many interviews on each day, twice, and how often somebody does not know."""
SOME, VAIN = 30, 0.04
"""So many questions of each day; for this share of them no two people need be found."""


class Moment(NamedTuple):
    """A screen in an interview, and what was known and asked before it."""

    asker: Asker
    screen: Screen
    facts: Facts
    asked: tuple[str, ...]


@cache
def asker(on: date, strict: bool) -> Asker:
    """Asks about all rights of a person."""
    return Asker(RULEBOOK, on, book=BOOK, strict=strict)


def interview(one: Asker, chance: random.Random, person: Facts) -> Iterator[Moment | Facts]:
    """The screens of somebody, or of nobody in particular; at last, all that was told."""
    facts: dict = {}
    asked: list[str] = []
    while (screen := one.next(facts, skip=asked, training=True)) is not None:
        yield Moment(one, screen, dict(facts), tuple(asked))
        for question in screen.questions:
            weights, answers = zip(*one.answers(question, facts), strict=True)
            sets = chance.choices(answers, weights)[0]
            if person and {*question.facts} <= {*person}:
                sets = one.answer_of(question, person, facts)
            facts |= question.not_known(facts) if chance.random() < UNSURE else sets
            asked.append(question.slug)
    yield facts


@cache
def interviews(on: date, strict: bool) -> tuple[tuple[Moment | Facts, ...], ...]:
    """Some interviews on one day: of made people, and of people who give any answer that fits."""
    people = [*made_people(EACH, on.toordinal()), *({} for _ in range(EACH))]
    return tuple(
        tuple(interview(asker(on, strict), random.Random(seed), person))
        for seed, person in enumerate(people)
    )


def moments(on: date, strict: bool) -> list[Moment]:
    """All screens of all interviews on one day."""
    return [one for held in interviews(on, strict) for one in held[:-1]]


def test_interviews_reach_every_stage():
    stages = {one.screen.stage for day in DAYS for one in moments(*day)}

    assert stages == {"person", "amount", "training"}
    assert sum(len(moments(*day)) for day in DAYS) > 100


def opened(one: Asker, facts: Facts) -> dict[str, set[str]]:
    """Per right: the facts that leave it open, or its amounts when it is certain (by `assess`)."""
    found = {}
    for incentive in set(one.incentives) - one.declined(facts):
        told = assess(RULEBOOK, incentive, facts, on=one.on, strict=one.strict)
        found[incentive] = {*told.missing}
        if told.answer is Answer.ENTITLED:
            for amount in told.amounts.values():
                found[incentive] |= amount.causes.facts if not amount.exact else set()
        found[incentive] |= one.wanted(incentive, facts) if found[incentive] else set()
    return found


@pytest.mark.parametrize(("on", "strict"), DAYS)
def test_every_question_is_about_what_the_referee_calls_open(on, strict):
    for one in random.Random(1).sample(moments(on, strict), 15):
        missing = opened(one.asker, one.facts)
        for question in one.screen.questions:
            waiting = {name for name, facts in missing.items() if facts & {*question.facts}}
            assert waiting, (question.slug, one.facts)
            assert waiting & {*one.screen.incentives}


@pytest.mark.parametrize(("on", "strict"), DAYS)
def test_some_answer_to_every_question_tells_something_new(on, strict):
    for one in moments(on, strict):
        for question in (item for item in one.screen.questions if item.options):
            before = {name: one.facts.get(name, UNKNOWN) for name in question.facts}
            first = one.screen.questions[0]
            with_first = [{}, *(sets for _, sets in one.asker.answers(first, one.facts))]
            told = [
                {**before, **sets}
                for known in with_first
                for _, sets in one.asker.answers(question, {**one.facts, **known})
            ]
            assert any(sets != before for sets in told), (question.slug, one.facts)


@pytest.mark.parametrize(("on", "strict"), DAYS)
def test_questions_about_a_right_tell_two_people_apart(on, strict):
    chance = random.Random(7)
    asked = [
        (question, one)
        for one in moments(on, strict)
        if one.screen.stage != AMOUNT
        for question in one.screen.questions
        if _decides(one, question)
    ]

    some = chance.sample(asked, min(len(asked), SOME))
    vain = [
        (question.slug, one.facts)
        for question, one in some
        if not tells_apart(one.asker, question, one.facts, chance)
    ]

    assert len(vain) <= len(some) * VAIN, vain


def _decides(one: Moment, question: Question) -> bool:
    """Is it asked for a condition that can be told apart at all?

    Not one that the law leaves open as well, nor one that only wants the answer to be given: every
    answer meets it.
    """
    return any(
        not law_is_open(one.asker, place, one.facts) and matters_to_anybody(one.asker, place, name)
        for _, place, names in conditions(one.asker, question, one.facts)
        for name in sorted(names)
    )


@pytest.mark.parametrize(("on", "strict"), DAYS)
def test_an_interview_ends_only_when_nothing_that_is_open_can_be_asked(on, strict):
    for held in interviews(on, strict):
        facts = held[-1]
        for incentive, names in opened(asker(on, strict), facts).items():
            left = {name for name in names if not KNOWN[name].judged_by}
            assert all(_was_asked(facts.get(name)) for name in left), (incentive, left)


def _was_asked(told: object) -> bool:
    """Was it asked, and is it still not known, or known in part?"""
    return told is UNKNOWN or isinstance(told, (OneOf, Between))


@pytest.mark.parametrize(("on", "strict"), DAYS)
def test_what_was_told_decides_what_is_asked_and_not_in_which_order(on, strict):
    fresh = Asker(RULEBOOK, on, book=BOOK, strict=strict)
    for one in random.Random(2).sample(moments(on, strict), 10):
        facts = dict(sorted(one.facts.items()))
        assert fresh.next(facts, skip=one.asked, training=True) == one.screen
