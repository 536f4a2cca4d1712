"""Random rules and random people: what holds for every rule that an author can write."""

from datetime import date

from hypothesis import assume, given

from koers.engine.assess import assess
from koers.engine.assessment import Origin
from koers.engine.evaluate import Evaluation
from koers.engine.to_python import compile_rules
from koers.engine.values import UNKNOWN
from tests.generative.agreement import differences
from tests.generative.choices import choices
from tests.generative.nodes import DAYS
from tests.generative.people import more_told, person, view, world
from tests.generative.promises import looked_at, overturned
from tests.generative.rules import rulebook

FAR_DAYS = (date(2019, 1, 1), date(2024, 2, 29), date(2100, 12, 31))


@given(choices(1200))
def test_compiled_rules_say_what_the_referee_says(chosen):
    rules, on, strict = rulebook(chosen), chosen.pick(DAYS), chosen.chance(50)
    compiled = compile_rules(rules, on, strict=strict)
    people = [person(chosen, rules.vocabulary) for _ in range(3)]

    found = [differences(compiled, one) for one in people]

    assert found == [[], [], []]


@given(choices(1200))
def test_more_answers_never_overturn_a_certain_answer(chosen):
    rules, on = rulebook(chosen), chosen.pick(DAYS)
    told = world(chosen, rules, "first", on)
    assume(told is not None)
    holder = rules["first"].reference_fact
    before = view(chosen, told, rules.vocabulary, always=holder)
    after = more_told(chosen, before, told)

    found = overturned(
        assess(rules, "first", before, on=on, strict=True),
        assess(rules, "first", after, on=on, strict=True),
    )

    assert found == []


@given(choices(1200))
def test_a_range_holds_the_exact_amount_found_later(chosen):
    rules, on = rulebook(chosen), chosen.pick(DAYS)
    told = world(chosen, rules, "first", on)
    assume(told is not None)
    before = view(chosen, told, rules.vocabulary, always=rules["first"].reference_fact)

    found = overturned(
        assess(rules, "first", before, on=on, strict=True),
        assess(rules, "first", told, on=on, strict=True),
    )

    assert found == []


@given(choices(1200))
def test_a_fact_that_nothing_looks_at_never_changes_anything(chosen):
    rules, on, strict = rulebook(chosen), chosen.pick(DAYS), chosen.chance(50)
    matters = looked_at(rules, "first")
    one, other = (person(chosen, rules.vocabulary) for _ in range(2))
    changed = {name: value for name, value in one.items() if name in matters}
    changed |= {name: value for name, value in other.items() if name not in matters}

    before = assess(rules, "first", one, on=on, strict=strict)
    after = assess(rules, "first", changed, on=on, strict=strict)

    assert after == before


@given(choices(1200))
def test_an_explicit_unknown_is_never_replaced_by_a_usual_value(chosen):
    rules, on = rulebook(chosen), chosen.pick(DAYS)
    facts = person(chosen, rules.vocabulary, dated=False)
    evaluation = Evaluation(rules, "first", facts, day=on, asked=on, strict=False)

    origins = {evaluation.fact(name)[1] for name, value in facts.items() if value is UNKNOWN}

    assert origins <= {Origin.IMPLIED, Origin.DERIVED, Origin.UNKNOWN}


@given(choices(1200))
def test_nothing_is_assumed_in_strict_mode(chosen):
    rules, on = rulebook(chosen), chosen.pick(DAYS)

    found = assess(rules, "first", person(chosen, rules.vocabulary), on=on, strict=True)

    assert found.assumptions == ()


@given(choices(1200))
def test_every_day_from_2019_on_has_an_answer(chosen):
    rules, on, strict = rulebook(chosen), chosen.pick(FAR_DAYS), chosen.chance(50)
    facts = person(chosen, rules.vocabulary)

    found = assess(rules, "first", facts, on=on, strict=strict)

    assert found.asked == on


@given(choices(1200))
def test_what_is_exact_has_no_causes_and_what_is_open_has_some(chosen):
    rules, on, strict = rulebook(chosen), chosen.pick(DAYS), chosen.chance(50)
    facts = person(chosen, rules.vocabulary)

    found = assess(rules, "first", facts, on=on, strict=strict)

    assert [one.name for one in found.reasons if (one in found.open) != one.causes.any] == []
