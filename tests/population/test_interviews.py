"""Counting questions, on a rulebook of four rights that one can count by hand."""

import random
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from koers.engine import (
    Between,
    Incentive,
    OneOf,
    Rulebook,
    Usual,
    choice_fact,
    condition,
    day_fact,
    full_years,
    number_fact,
    vocabulary,
    yes_no_fact,
)
from koers.engine.language import REFERENCE_DAY
from koers.engine.parameters import Parameters
from koers.engine.questions import Option, Question, QuestionBook
from koers.population.interviews import Interviewed, Interviews, Report, differences

ON = date(2026, 11, 22)


class citizen:
    """Who is asked."""

    status = choice_fact(
        {"employee": "werknemer", "civil_servant": "ambtenaar", "jobseeker": "werkzoekende"},
        label="statuut",
    )
    fraction = number_fact(unit="", high=100, label="breuk")
    hours = number_fact(unit="", whole=True, label="uren")
    age = number_fact(unit="", whole=True, high=120, label="leeftijd")
    birth_date = day_fact(label="geboortedatum")
    at_home = yes_no_fact(
        label="woont thuis", usual=Usual(because="meestal", source="README.md", value=True)
    )
    wants = yes_no_fact(label="wil minder werken")
    decided = yes_no_fact(label="goedgekeurd", judged_by="VDAB")


class course:
    """What is followed."""

    registered = yes_no_fact(label="geregistreerd", subject="training")


FACTS = vocabulary(
    [citizen, course], derived=[(citizen.age, full_years(citizen.birth_date, REFERENCE_DAY))]
)
STATUS, FRACTION, HOURS, AGE, BORN, HOME, WANTS, DECIDED, _ = FACTS.facts
NO_LAW = Parameters("none", Path("none/parameters.yaml"), {}, {}, None, (), ())


def right(id, *conditions):
    """A right of a person."""
    made = [condition(one, law="art. 1", title="t", source="s") for one in conditions]
    return Incentive(
        id=id,
        kind="right",
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        parameters=NO_LAW,
        conditions=[
            type(one)(**{**one.__dict__, "name": f"c{place}"}) for place, one in enumerate(made)
        ],
    )


WORK = Question(
    "work",
    (STATUS,),
    (
        Option("works", {STATUS: OneOf(frozenset({"employee", "civil_servant"}))}),
        Option("seeks", {STATUS: "jobseeker"}),
    ),
)
MUCH = Question(
    "much",
    (FRACTION,),
    (
        Option("full", {FRACTION: Decimal(100)}),
        Option("part", {FRACTION: Between(Decimal(0), Decimal("99.99"))}),
    ),
)
LONG = Question("long", (HOURS,), typed=HOURS, beside="much")
PLANS = Question("plans", (WANTS,), (Option("less", {WANTS: True}, {WANTS: False}),), several=True)
BOOK = QuestionBook(
    (WORK, MUCH, LONG, PLANS), opening=("work",), topics={WANTS: frozenset({"credit"})}
)
RULES = Rulebook(
    [
        right("leave", citizen.status.is_in(["employee", "civil_servant"]), citizen.fraction >= 50),
        right("cheque", citizen.status == "employee", citizen.at_home, course.registered),
        right("credit", citizen.status != "jobseeker", citizen.hours >= 12),
        right("grant", citizen.age < 30),
    ],
    vocabulary=FACTS,
    outputs=(),
    version="v1",
)
INTERVIEWS = Interviews(RULES, BOOK, ON)

EMPLOYEE = {
    STATUS: "employee",
    FRACTION: 80,
    HOURS: 20,
    AGE: 40,
    HOME: True,
    WANTS: True,
}
JOBSEEKER = {**EMPLOYEE, STATUS: "jobseeker", WANTS: False}
PEOPLE = [
    {STATUS: status, FRACTION: fraction, HOURS: hours, AGE: age, HOME: home, WANTS: wants}
    for status, fraction, hours, age, home, wants in product(
        ("employee", "civil_servant", "jobseeker"), (20, 80, 100), (3, 20), (25, 40), (True, False),
        (True, False),
    )
]  # fmt: skip


# One interview -------------------------------------------------------------------------------


def test_somebody_without_work_sees_two_screens():
    found = INTERVIEWS.interview(JOBSEEKER)

    assert sorted(found.asked) == ["citizen-age", "work"]
    assert (found.screens, found.questions) == (2, 2)


def test_questions_on_one_screen_are_counted_each_and_the_screen_once():
    found = INTERVIEWS.interview(EMPLOYEE)

    assert {"much", "long"} <= {*found.asked}
    assert found.questions > found.screens
    assert len(found.asked) == len(set(found.asked))


def test_what_is_answered_is_true_and_no_more_than_what_was_asked():
    found = INTERVIEWS.interview({**EMPLOYEE, FRACTION: 30})

    assert found.facts[AGE] == 40
    assert HOME not in found.facts


def test_the_first_answer_is_a_right_that_is_certain_for_this_person():
    found = {status: INTERVIEWS.interview({**EMPLOYEE, STATUS: status, AGE: 50}).first_answer
             for status in ("employee", "jobseeker")}  # fmt: skip

    assert found["jobseeker"] is None
    assert 2 <= found["employee"] <= INTERVIEWS.interview({**EMPLOYEE, AGE: 50}).screens


def test_somebody_knows_what_follows_but_not_what_others_decide():
    known = INTERVIEWS.completed({BORN: date(2000, 1, 1), DECIDED: True, HOME: True})

    assert known == {BORN: date(2000, 1, 1), AGE: 26, HOME: True}


# What it is measured against -----------------------------------------------------------------


def test_everything_counts_each_screen_once():
    # work, much with long, plans, and the age, which no declared question fills
    assert INTERVIEWS.number_of_screens() == 4


def test_a_fixed_order_follows_the_book_and_skips_what_cannot_matter():
    assert INTERVIEWS.in_fixed_order(JOBSEEKER).asked == ("work", "citizen-age")
    assert INTERVIEWS.in_fixed_order(EMPLOYEE).asked[:3] == ("work", "much", "plans")


def test_a_fixed_order_and_ours_come_to_the_same_answers():
    for person in PEOPLE:
        ours, fixed = INTERVIEWS.interview(person), INTERVIEWS.in_fixed_order(person)
        assert INTERVIEWS.answers(ours.facts) == INTERVIEWS.answers(fixed.facts)


def test_the_smallest_set_settles_a_person_and_is_never_above_ours():
    chance = random.Random(1)
    for person in PEOPLE:
        ours = INTERVIEWS.interview(person)
        smallest = INTERVIEWS.certificate(person, ours, ours.asked, chance)
        screens = INTERVIEWS._screens(ours.asked)
        assert len(smallest) <= ours.screens
        assert INTERVIEWS._settles({name: screens[name] for name in smallest}, person)


def test_of_the_smallest_set_no_screen_can_be_missed():
    person = {**EMPLOYEE, STATUS: "jobseeker", WANTS: True}
    ours = INTERVIEWS.interview(person)

    found = INTERVIEWS.certificate(person, ours, ours.asked, random.Random(1))

    assert sorted(found) == ["citizen-age", "work"]


# What usual values cost ----------------------------------------------------------------------


def test_an_answer_that_waits_for_a_training_only_is_told_apart():
    told = INTERVIEWS.answers({STATUS: "employee", FRACTION: 100, HOURS: 3})

    assert told == {"leave": "yes", "cheque": "if_training", "credit": "no", "grant": "open"}


def test_what_somebody_does_not_want_is_no_answer_unless_it_is_decided():
    assert "credit" not in INTERVIEWS.answers({WANTS: False})
    assert INTERVIEWS.answers({WANTS: False, HOURS: 3})["credit"] == "no"


def test_a_usual_value_that_is_wrong_is_a_wrong_yes():
    abroad = {**EMPLOYEE, HOME: False}
    report = INTERVIEWS.report([EMPLOYEE, abroad, abroad])

    assert [*differences(report)] == [("cheque", "if_training", "no", 2)]
    assert report.wrong_yes == {"cheque": 2}
    assert report.answers == 12


def test_without_wrong_usual_values_nothing_differs():
    report = INTERVIEWS.report([EMPLOYEE, JOBSEEKER], certificates=False)

    assert (report.different, report.wrong_yes) == ([], {})


def test_a_right_that_somebody_does_not_want_is_counted_as_not_asked():
    report = INTERVIEWS.report([{**EMPLOYEE, WANTS: False}, EMPLOYEE])

    assert (report.answers, report.not_asked) == (7, 1)


# The report ----------------------------------------------------------------------------------


def test_a_report_counts_everybody_and_tells_when_each_is_done():
    done = []
    report = INTERVIEWS.report(PEOPLE, done=lambda: done.append(1), seed=3)
    found = report.as_json()

    assert len(done) == found["people"] == len(PEOPLE)
    assert found["everything"] == 4
    assert 1 <= found["certificate_mean"] <= found["mean"] <= found["max"]
    assert found["mean"] <= found["fixed_order_mean"] * 1.5
    assert found["wrong_yes_most_used"] == 0


def test_the_figures_of_a_report_are_those_of_its_interviews():
    ours = [
        Interviewed(screens, questions, first, {}, (), (0.001, 0.003))
        for screens, questions, first in ((2, 3, 1), (4, 4, 2), (9, 12, None))
    ]
    report = Report(
        ours, [2, 3, 5], [3, 6, 9], 20, 8, [("vov", "yes", "no")], 2, {"vov": 1, "other": 3}
    )

    found = report.as_json()

    assert {name: found[name] for name in ("median", "max", "mean", "p90")} == {
        "median": 4,
        "max": 9,
        "mean": 5,
        "p90": 9,
    }
    assert (found["first_answer_median"], found["first_answer_none"]) == (1.5, 1)
    assert (found["certificate_mean"], found["mean_over_certificate"]) == (3.333, 1.5)
    assert (found["fixed_order_mean"], found["everything"]) == (6, 20)
    assert (found["differ_share"], found["not_asked_share"]) == (0.125, 0.2)
    assert found["wrong_yes_most_used"] == 1
    assert found["choice_ms_median"] == 2


def test_the_same_people_and_seed_give_the_same_report():
    one, two = (INTERVIEWS.report(PEOPLE[:20], seed=5) for _ in range(2))

    assert one.certificates == two.certificates
    assert [found.asked for found in one.ours] == [found.asked for found in two.ours]


# Shares --------------------------------------------------------------------------------------


def test_shares_are_of_those_to_whom_a_question_applies():
    people = [EMPLOYEE, JOBSEEKER, {**EMPLOYEE, FRACTION: 100}, {AGE: 3}]

    assert INTERVIEWS.shares(people) == {
        "work": {"works": pytest.approx(0.667), "seeks": pytest.approx(0.333)},
        "much": {"full": pytest.approx(0.333), "part": pytest.approx(0.667)},
        "plans": {"less": 0.5},
    }
