"""The real rulebook for random citizens: compiled rules, more answers, facts beside the matter."""

import os
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import assume, given, settings

from koers.engine.assess import assess
from koers.engine.to_python import Compiled, compile_rules
from koers.rulebook import RULEBOOK
from tests.generative import citizens
from tests.generative.agreement import differences
from tests.generative.choices import Choices, choices
from tests.generative.people import least, more_told, person, view, world
from tests.generative.promises import looked_at, overturned

SOME_DAYS = (
    date(2019, 1, 1),
    date(2021, 10, 15),
    date(2023, 9, 1),
    date(2025, 8, 31),
    date(2026, 1, 15),
    date(2031, 12, 31),
)
"""Compiling takes longer than running: a few days, except at night."""
FEW = settings(max_examples=40)
AT_NIGHT = os.environ.get("HYPOTHESIS_PROFILE") == "long"
PART = {"exact": citizens.exact, "partial": citizens.partial}


def _day(chosen: Choices) -> date:
    return citizens.day(chosen) if AT_NIGHT else chosen.pick(SOME_DAYS)


@lru_cache(maxsize=12)
def _compiled(on: date, strict: bool) -> Compiled:
    return compile_rules(RULEBOOK, on, strict=strict)


def _few(test):
    return test if AT_NIGHT else FEW(test)


@_few
@given(choices(1000))
def test_compiled_rules_say_what_the_referee_says(chosen):
    compiled = _compiled(_day(chosen), chosen.chance(50))
    facts = person(chosen, RULEBOOK.vocabulary, **PART)

    found = differences(compiled, facts)

    assert found == [], least(facts, lambda fewer: bool(differences(compiled, fewer)))


@_few
@given(choices(1500))
def test_more_answers_never_overturn_a_certain_answer(chosen):
    incentive, on = chosen.pick(RULEBOOK.ids), _day(chosen)
    told = world(chosen, RULEBOOK, incentive, on, exact=citizens.exact)
    assume(told is not None)
    holder = RULEBOOK[incentive].reference_fact
    before = view(chosen, told, RULEBOOK.vocabulary, partial=citizens.partial, always=holder)
    after = more_told(chosen, before, told)

    found = overturned(
        assess(RULEBOOK, incentive, before, on=on, strict=True),
        assess(RULEBOOK, incentive, after, on=on, strict=True),
    )

    assert found == []


@_few
@given(choices(1500))
def test_a_fact_that_nothing_looks_at_never_changes_anything(chosen):
    incentive, on = chosen.pick(RULEBOOK.ids), _day(chosen)
    matters = looked_at(RULEBOOK, incentive)
    one, other = (person(chosen, RULEBOOK.vocabulary, **PART) for _ in range(2))
    changed = {name: value for name, value in one.items() if name in matters}
    changed |= {name: value for name, value in other.items() if name not in matters}

    before = assess(RULEBOOK, incentive, one, on=on)
    after = assess(RULEBOOK, incentive, changed, on=on)

    assert after == before


@pytest.mark.parametrize("strict", [True, False])
def test_somebody_who_told_nothing_gets_the_same_answers_from_both(strict):
    compiled = [_compiled(on, strict) for on in SOME_DAYS]

    found = [differences(one, {}) for one in compiled]

    assert found == [[]] * len(SOME_DAYS)
