"""What would open a closed right; every answer is assessed again."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from koers.engine import (
    ABSENT,
    DAY_ASKED,
    REFERENCE_DAY,
    UNKNOWN,
    Between,
    Incentive,
    Kind,
    OneOf,
    Output,
    Rulebook,
    Usual,
    choice_fact,
    condition,
    day_fact,
    full_years,
    greatest,
    implies,
    lookup,
    number_fact,
    present,
    shift,
    unknown_in_law,
    vocabulary,
    yes_no_fact,
)
from koers.engine import change as change_module
from koers.engine.assess import assess
from koers.engine.assessment import Answer
from koers.engine.change import as_sentence, changed, nearest_change
from tests.engine.rules.study_leave.rule import RULEBOOK, employment, p, plan, training

AUTUMN_2025 = date(2025, 10, 6)
OPENS = (Answer.ENTITLED, Answer.ENTITLED_IF_TRAINING_QUALIFIES)
ENTITLED = {
    "employment.region": "flanders",
    "employment.fraction": 80,
    "employment.contract_start": date(2024, 1, 1),
    "training.registered": True,
    "training.in_plan": False,
    "training.hours": 60,
    "training.fee": 400,
    "training.kind": "bachelor",
    "person.leader": False,
}


def facts_with(**changes):
    """The facts of somebody with the right, changed; None takes a fact away."""
    named = {name.replace("__", "."): value for name, value in changes.items()}
    return {name: value for name, value in {**ENTITLED, **named}.items() if value is not None}


def nearest(*, on=AUTUMN_2025, incentive="study_leave", strict=False, **changes):
    return nearest_change(RULEBOOK, incentive, facts_with(**changes), on=on, strict=strict)


def new_values(change):
    return {one.fact: one.to for one in change.facts}


def sentence(**changes):
    return as_sentence(RULEBOOK, nearest(**changes))


# One fact ------------------------------------------------------------------------------------


def test_a_number_moves_to_the_limit_of_the_law():
    change = nearest(employment__fraction=75)

    assert new_values(change) == {"employment.fraction": 80}
    assert change.answer is Answer.ENTITLED
    assert (change.facts[0].low, change.facts[0].high) == (80, None)


def test_a_number_may_have_to_go_down():
    change = nearest(training__fee=9000)

    assert new_values(change) == {"training.fee": 2500}
    assert (change.facts[0].low, change.facts[0].high) == (None, 2500)


def test_a_number_inside_a_computation_moves_to_the_next_whole_number():
    # 45 euro at 1.40 euro an hour is 32.14 hours
    change = nearest(training__hours=24, training__hours_all=24)

    assert new_values(change) == {"training.hours": 33}


def test_a_range_moves_from_its_nearest_end():
    change = nearest(employment__fraction=Between(Decimal(40), Decimal(60)))

    assert new_values(change) == {"employment.fraction": 80}
    assert change.facts[0].now.value == "40..60"


def test_a_yes_or_no_is_turned_over():
    change = nearest(training__registered=False)

    assert new_values(change) == {"training.registered": True}


def test_a_word_is_replaced_and_the_other_words_that_do_are_told():
    facts = {
        "employer.consent": True,
        "employer.headcount": 20,
        "training.kind": "course",
        "training.credits": 5,
    }

    change = nearest_change(RULEBOOK, "firm_premium", facts, on=AUTUMN_2025)

    assert new_values(change) == {"training.kind": "bachelor"}
    assert change.facts[0].also == ("master",)


def test_a_usual_value_may_be_contradicted():
    facts = {"employer.consent": True, "employer.headcount": 20, "training.credits": 0}
    closed = {**facts, "training.kind": OneOf(frozenset({"bachelor", "master"}))}

    change = nearest_change(RULEBOOK, "firm_premium", closed, on=AUTUMN_2025)

    assert new_values(change) == {"training.credits": 1}


def test_the_part_of_a_whole_may_grow_past_the_whole_that_was_given():
    change = nearest(training__hours=24, training__hours_all=24)

    assert [one.fact for one in change.facts] == ["training.hours"]


def test_the_whole_does_not_shrink_below_its_part():
    book = one_right(small_year)

    assert (
        nearest_change(book, "it", {"training.hours": 40, "training.hours_all": 40}, on=AUTUMN_2025)
        is None
    )


def test_a_training_in_one_unit_is_not_given_a_size_in_another():
    change = nearest(training__hours=24, training__hours_all=24)

    everything = [one.fact for facts in (change.facts, *change.others) for one in facts]
    assert everything == ["training.hours", "training.hours_all"]


# More facts ----------------------------------------------------------------------------------


def test_two_failing_conditions_need_two_facts():
    change = nearest(employment__fraction=75, training__registered=False)

    assert new_values(change) == {"employment.fraction": 80, "training.registered": True}


def test_three_failing_conditions_need_three_facts():
    change = nearest(employment__fraction=75, training__registered=False, training__fee=3000)

    assert new_values(change) == {
        "employment.fraction": 80,
        "training.registered": True,
        "training.fee": 2500,
    }


def test_four_facts_are_too_many():
    four = facts_with(
        employment__fraction=75,
        training__registered=False,
        training__fee=3000,
        training__hours=10,
        training__hours_all=10,
    )

    now = nearest_change(RULEBOOK, "study_leave", four, on=AUTUMN_2025)
    with_other_law = nearest_change(RULEBOOK, "study_leave", four, on=date(2027, 10, 4))

    assert now is None
    assert sorted(new_values(with_other_law)) == [
        "training.fee",
        "training.hours",
        "training.registered",
    ]


def test_what_follows_from_a_change_is_filled_in():
    book = one_right(in_recent_plan)

    change = nearest_change(book, "it", {"training.in_plan": False}, on=AUTUMN_2025)

    assert new_values(change) == {"training.in_plan": True, "plan.made_on": AUTUMN_2025}
    assert (change.facts[1].low, change.facts[1].high) == (date(2019, 10, 7), None)
    assert as_sentence(book, change) == (
        "Met twee veranderingen samen heb je hier wel recht op. Staat in een plan: ja (nu nee). "
        "En: dag van het plan: ten vroegste 7 oktober 2019 (nu geen)."
    )


def test_other_sets_of_the_same_size_are_told_too():
    change = nearest(
        training__registered=False, training__in_plan=True, plan__made_on=date(2015, 3, 1)
    )

    assert new_values(change) == {"training.registered": True}
    ((plan_made,),) = change.others
    assert (plan_made.fact, plan_made.to) == ("plan.made_on", date(2019, 10, 7))


def test_a_day_in_the_past_is_changed_when_a_later_day_does_as_well():
    facts = {"training.in_plan": True, "plan.made_on": date(2015, 3, 1)}

    change = nearest_change(one_right(in_recent_plan), "it", facts, on=AUTUMN_2025)

    (made,) = change.facts
    assert (made.to, made.low, made.high) == (date(2019, 10, 7), date(2019, 10, 7), None)


def test_a_day_in_the_past_does_not_come_back():
    facts = {"thing.ends": date(2025, 6, 1)}

    assert nearest_change(one_right(ended_long_ago), "it", facts, on=AUTUMN_2025) is None


# Nothing, or not certain -----------------------------------------------------------------------


def test_what_nobody_can_change_leaves_nothing():
    assert nearest(employment__region="brussels") is None


def test_a_change_that_contradicts_another_answer_is_no_change():
    change = nearest(employment__status="jobseeker", employment__fraction=0)

    assert change is None


def test_an_open_right_needs_no_change():
    assert nearest() is None
    assert nearest(employment__region=None) is None


def test_a_definition_has_no_change():
    assert nearest_change(RULEBOOK, "leave_word", {}, on=AUTUMN_2025) is None


def test_what_was_not_answered_stays_open_and_is_told():
    change = nearest(employment__fraction=75, employment__region=None, person__leader=UNKNOWN)

    assert change.answer is Answer.UNKNOWN
    assert new_values(change) == {"employment.fraction": 80}
    assert change.missing == ("person.leader", "employment.region")


def test_a_training_that_is_not_chosen_still_has_to_qualify():
    change = nearest(employment__fraction=75, training__registered=None, training__fee=None)

    assert change.answer is Answer.ENTITLED_IF_TRAINING_QUALIFIES


def test_a_search_that_costs_too_much_is_given_up(monkeypatch):
    monkeypatch.setattr(change_module, "BUDGET", 20)

    assert nearest(employment__fraction=75, training__registered=False, training__fee=3000) is None


# In time -------------------------------------------------------------------------------------


def test_a_known_change_of_the_law_opens_the_right_by_itself():
    change = nearest(employment__fraction=75)

    assert change.opens_on == date(2027, 9, 1)
    assert change.answer_then is Answer.ENTITLED
    assert change.by_law


def test_the_day_comes_without_facts_when_no_fact_can_change():
    change = nearest(employment__contract_start=date(2024, 12, 15))

    assert change.facts == ()
    assert change.opens_on == date(2025, 12, 15)
    assert not change.by_law


def test_the_day_that_the_law_looks_at_moves_along():
    change = nearest(employment__fraction=75, training__start_date=date(2026, 1, 12))

    assert change.opens_on == date(2027, 9, 1)


def test_a_right_that_does_not_exist_yet_opens_on_its_first_day():
    facts = {
        "employer.consent": True,
        "employer.headcount": 20,
        "training.kind": "master",
        "training.credits": 20,
    }

    change = nearest_change(RULEBOOK, "firm_premium", facts, on=date(2019, 2, 4))

    assert change.facts == ()
    assert change.opens_on == date(2019, 9, 1)
    assert as_sentence(RULEBOOK, change) == (
        "Vanaf 1 september 2019 heeft de onderneming hier wel recht op, als er verder niets "
        "verandert. Dan is de regel anders."
    )


def test_a_right_that_is_over_stays_closed():
    assert nearest(on=date(2029, 9, 3)) is None


def test_a_day_from_which_the_right_is_perhaps_open_is_told_as_such():
    change = nearest(employment__contract_start=date(2024, 12, 15), employment__region=None)

    assert change.opens_on == date(2025, 12, 15)
    assert change.answer_then is Answer.UNKNOWN
    assert change.missing_then == ("employment.region",)


# Every rule shape ----------------------------------------------------------------------------


class thing:
    size = number_fact(label="maat", unit="h", within_reach=True)
    ends = day_fact(label="einde", within_reach=True, absent=ABSENT)
    last_used = day_fact(label="laatst gebruikt", absent=ABSENT)
    open = yes_no_fact(label="open", within_reach=True)
    paid = yes_no_fact(label="betaald", within_reach=True)
    form = choice_fact({"paper": "papier"}, label="vorm", absent=ABSENT, within_reach=True)
    total = number_fact(
        label="totaal",
        unit="h",
        usual=Usual("er is maar één", "argued", equal_to="thing.size"),
    )
    pages = number_fact(label="bladzijden", unit="", whole=True, within_reach=True)
    year = number_fact(label="schooljaar", unit="school_year", whole=True, low=None)


THINGS = vocabulary(
    [thing, employment, training, plan],
    implications=[
        implies(thing.open.known_no, thing.paid, False),
        implies(training.in_plan.known_no, plan.made_on, ABSENT),
    ],
    at_least=[(training.hours_all, training.hours)],
)


def one_right(*conditions, **more):
    right = Incentive(
        id="it",
        kind="right",
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        parameters=p,
        conditions=conditions,
        **more,
    )
    return Rulebook(
        [right], vocabulary=THINGS, outputs=[Output("pages", Kind.NUMBER, "bladzijden", "")]
    )


def rule(expression):
    return condition(expression, law="art. 1", title="Het klopt", source="decree")


in_recent_plan = rule(training.in_plan & (full_years(plan.made_on, REFERENCE_DAY) < p.plan_max_age))
more_than_nothing = rule(thing.size > 0)
less_than_much = rule(thing.size < 100)
exactly_ten = rule(thing.pages == 10)
not_exactly_ten = rule(thing.pages != 10)
over_the_table = rule(lookup(p.table("rate"), training.kind) <= thing.size * p.worth_per_hour)
larger_of_two = rule(greatest(thing.size, p.base_hours) > p.base_hours)
ends_late = rule(thing.ends >= p.day("last_claim"))
ends_early = rule(thing.ends <= p.day("last_claim"))
ended_long_ago = rule(thing.ends < p.day("long_ago"))
small_year = rule(training.hours_all * p.worth_per_hour < p.min_worth)
unused_for_years = rule(shift(thing.last_used, months=p.min_service) <= REFERENCE_DAY)
is_paid = rule(thing.paid)
never_sure = rule(thing.paid & unknown_in_law("Niet gelezen.", source="https://example.org/gids"))
whole_is_large = rule(thing.total >= 10)
without_form = rule(~present(thing.form))
is_master = rule(training.kind == "master")
joined = rule((thing.size >= 10) & (thing.pages >= 5))
claimed_in_time = rule(p.day("last_claim") >= DAY_ASKED)


@pytest.mark.parametrize(
    ("conditions", "facts", "expected"),
    [
        ([more_than_nothing], {"thing.size": 0}, {"thing.size": 1}),
        ([less_than_much], {"thing.size": 150}, {"thing.size": 99}),
        ([exactly_ten], {"thing.pages": 3}, {"thing.pages": 10}),
        ([not_exactly_ten], {"thing.pages": 10}, {"thing.pages": 11}),
        (
            [over_the_table],
            {"thing.size": 2, "training.kind": "master"},
            {"thing.size": 179},
        ),
        ([larger_of_two], {"thing.size": 10}, {"thing.size": 126}),
        ([ends_late], {"thing.ends": date(2026, 5, 1)}, {"thing.ends": date(2026, 12, 31)}),
        ([ends_late], {"thing.ends": ABSENT}, {"thing.ends": date(2026, 12, 31)}),
        ([ends_early], {"thing.ends": date(2027, 5, 1)}, {"thing.ends": date(2026, 12, 31)}),
        ([is_paid], {"thing.open": True, "thing.paid": False}, {"thing.paid": True}),
        (
            [is_paid],
            {"thing.open": False},
            {"thing.open": True, "thing.paid": True},
        ),
        ([whole_is_large], {"thing.size": 2}, {"thing.size": 10}),
        ([without_form], {"thing.form": "paper"}, {"thing.form": ABSENT}),
        ([joined], {"thing.size": 2, "thing.pages": 1}, {"thing.size": 10, "thing.pages": 5}),
    ],
)
def test_the_nearest_value_is_found_in_every_shape_of_rule(conditions, facts, expected):
    change = nearest_change(one_right(*conditions), "it", facts, on=AUTUMN_2025)

    assert new_values(change) == expected


def test_time_that_passes_after_a_day_opens_a_right():
    facts = {"thing.last_used": date(2025, 3, 31)}

    change = nearest_change(one_right(unused_for_years), "it", facts, on=AUTUMN_2025)

    assert change.facts == ()
    assert change.opens_on == date(2026, 3, 31)


def test_a_school_year_that_was_told_does_not_move_along():
    rulebook = one_right(claimed_in_time, reference_fact="thing.year")
    facts = {"thing.year": 2024}

    in_time = assess(rulebook, "it", facts, on=date(2025, 12, 31))
    change = nearest_change(rulebook, "it", facts, on=date(2026, 2, 2))

    assert in_time.answer is Answer.ENTITLED
    assert change is None


def test_what_the_law_leaves_open_is_no_certain_opening():
    change = nearest_change(one_right(never_sure), "it", {"thing.paid": False}, on=AUTUMN_2025)

    assert change.answer is Answer.UNKNOWN
    assert change.missing == ()


# The property --------------------------------------------------------------------------------

POSSIBLE = {
    "employment.fraction": (40, 75, 80, Between(Decimal(20), Decimal(60))),
    "training.registered": (True, False, UNKNOWN),
    "training.in_plan": (True, False),
    "plan.made_on": (date(2012, 5, 1), date(2024, 5, 1)),
    "training.hours": (5, 40),
    "training.hours_all": (40, UNKNOWN),
    "training.fee": (400, 4000),
    "employment.region": ("flanders", UNKNOWN),
}


@pytest.mark.parametrize("strict", [False, True])
def test_every_change_opens_the_right_and_needs_each_of_its_facts(strict):
    for values in list(product(*POSSIBLE.values()))[::29]:
        facts = {**ENTITLED, **dict(zip(POSSIBLE, values, strict=True))}
        change = nearest_change(RULEBOOK, "study_leave", facts, on=AUTUMN_2025, strict=strict)
        if change is None or not change.facts:
            continue
        for changes in (change.facts, *change.others):
            wanted = (change.answer, *OPENS)

            def answer(some, facts=facts):
                now = changed(facts, some)
                return assess(RULEBOOK, "study_leave", now, on=AUTUMN_2025, strict=strict).answer

            assert answer(changes) in wanted
            for one in changes:
                assert answer([other for other in changes if other is not one]) not in wanted


# In words ------------------------------------------------------------------------------------


def test_one_change_and_a_day_are_told_together():
    assert sentence(employment__fraction=75) == (
        "Met één verandering heb je hier wel recht op. Tewerkstellingsbreuk: minstens 80% "
        "(nu 75%). Vanaf 1 september 2027 heb je hier wel recht op, als er verder niets "
        "verandert. Dan is de regel anders."
    )


def test_other_ways_are_told_after_the_nearest():
    assert sentence(training__hours=24, training__hours_all=24) == (
        "Met één verandering heb je hier wel recht op. Contacturen: minstens 33 uur (nu 24 uur). "
        "Of: contacturen van het hele jaar: minstens 33 uur (nu 24 uur)."
    )


def test_several_changes_are_told_as_one_set():
    assert sentence(training__fee=3000, training__registered=False) == (
        "Met twee veranderingen samen heb je hier wel recht op. Staat in de databank: ja "
        "(nu nee). En: prijs van de opleiding: hoogstens 2.500 euro (nu 3.000 euro)."
    )


def test_a_usual_value_that_is_contradicted_is_named_as_an_assumption():
    plan_change = nearest_change(one_right(in_recent_plan), "it", {}, on=AUTUMN_2025)
    kind_change = nearest_change(one_right(is_master), "it", {}, on=AUTUMN_2025)

    assert "Staat in een plan: ja (we gingen uit van nee)." in as_sentence(one_right(), plan_change)
    assert "Soort opleiding: master (we gingen uit van iets anders)." in as_sentence(
        one_right(), kind_change
    )


def test_the_words_of_a_firm_are_those_of_a_firm():
    facts = {"employer.consent": True, "employer.headcount": 20, "training.credits": 4}
    course = {**facts, "training.kind": "course"}

    firm = nearest_change(RULEBOOK, "firm_premium", course, on=AUTUMN_2025)

    assert as_sentence(RULEBOOK, firm) == (
        "Met één verandering heeft de onderneming hier wel recht op. Soort opleiding: bachelor "
        "of master (nu cursus)."
    )


def test_a_long_list_of_words_is_cut_short(monkeypatch):
    monkeypatch.setattr(change_module, "MOST_WORDS", 1)
    facts = {
        "employer.consent": True,
        "employer.headcount": 20,
        "training.credits": 4,
        "training.kind": "course",
    }

    change = nearest_change(RULEBOOK, "firm_premium", facts, on=AUTUMN_2025)

    assert "Soort opleiding: nog 2 andere mogelijkheden (nu cursus)." in as_sentence(
        RULEBOOK, change
    )


def test_what_stays_open_is_told_after_the_change():
    assert "We weten dan nog niet: gewest van je werk." in sentence(
        employment__fraction=75, employment__region=None
    )
    assert "De opleiding moet dan ook meetellen." in sentence(
        employment__fraction=75, training__registered=None
    )
    assert "We weten dan nog niet alles." in as_sentence(
        RULEBOOK,
        nearest_change(RULEBOOK, "study_leave", {"employment.fraction": 10}, on=AUTUMN_2025),
    )


def test_a_doubt_of_the_law_that_stays_is_told_after_the_change():
    book = one_right(never_sure)

    change = nearest_change(book, "it", {"thing.paid": False}, on=AUTUMN_2025)

    assert as_sentence(book, change) == (
        "Met één verandering heb je hier misschien recht op. Betaald: ja (nu nee). De regel laat "
        "dan nog iets open."
    )


def test_time_alone_is_told_as_time():
    assert sentence(employment__contract_start=date(2024, 12, 15)) == (
        "Vanaf 15 december 2025 heb je hier wel recht op, als er verder niets verandert. Dan is "
        "er genoeg tijd voorbij."
    )


def test_nothing_within_reach_is_said_aloud():
    assert sentence(employment__region="brussels") == (
        "We vonden niets dat je zelf kan veranderen om hier recht op te krijgen."
    )
