"""The real rulebook for random citizens: compiled rules, more answers, facts beside the matter."""

import os
from datetime import date
from functools import lru_cache

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
    (date(2019, 1, 1), True),
    (date(2021, 10, 15), False),
    (date(2023, 9, 1), True),
    (date(2025, 8, 31), False),
    (date(2026, 1, 15), True),
    (date(2031, 12, 31), False),
)
"""Days asked, and whether strict. Compiling takes longer than running: a few, except at night."""
FEW = settings(max_examples=40)
AT_NIGHT = os.environ.get("HYPOTHESIS_PROFILE") == "long"
PART = {"exact": citizens.exact, "partial": citizens.partial}


def _day(chosen: Choices) -> tuple[date, bool]:
    return (citizens.day(chosen), chosen.chance(50)) if AT_NIGHT else chosen.pick(SOME_DAYS)


@lru_cache(maxsize=12)
def _compiled(on: date, strict: bool) -> Compiled:
    return compile_rules(RULEBOOK, on, strict=strict)


def _few(test):
    return test if AT_NIGHT else FEW(test)


@_few
@given(choices(1000))
def test_compiled_rules_say_what_the_referee_says(chosen):
    compiled = _compiled(*_day(chosen))
    facts = person(chosen, RULEBOOK.vocabulary, **PART)

    found = differences(compiled, facts) or differences(compiled, {})

    assert found == [], least(facts, lambda fewer: bool(differences(compiled, fewer)))


@_few
@given(choices(1500))
def test_more_answers_never_overturn_a_certain_answer(chosen):
    incentive, (on, _) = chosen.pick(RULEBOOK.ids), _day(chosen)
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
    incentive, (on, strict) = chosen.pick(RULEBOOK.ids), _day(chosen)
    matters = looked_at(RULEBOOK, incentive)
    one, other = (person(chosen, RULEBOOK.vocabulary, **PART) for _ in range(2))
    changed = {name: value for name, value in one.items() if name in matters}
    changed |= {name: value for name, value in other.items() if name not in matters}

    before = assess(RULEBOOK, incentive, one, on=on, strict=strict)
    after = assess(RULEBOOK, incentive, changed, on=on, strict=strict)

    assert after == before
