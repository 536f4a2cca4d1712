"""What may be answered to a question, how often, and what somebody who is known answers."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from koers.engine import (
    ABSENT,
    REFERENCE_DAY,
    UNKNOWN,
    Between,
    Dated,
    Incentive,
    OneOf,
    Rulebook,
    choice_fact,
    code_fact,
    condition,
    day_fact,
    number_fact,
    vocabulary,
    when,
    yes_no_fact,
)
from koers.engine.ask import NO_CODE, Asker
from koers.engine.parameters import Parameters
from koers.engine.questions import Option, Question, QuestionBook, question_about

ON = date(2025, 1, 15)
NO_LAW = Parameters("none", Path("none/parameters.yaml"), {}, {}, None, (), ())


class citizen:
    """Who asks."""

    works = yes_no_fact(label="werkt")
    studies = yes_no_fact(label="studeert")
    region = choice_fact(
        {"flanders": "Vlaanderen", "brussels": "Brussel", "wallonia": "Wallonië"},
        label="woonplaats",
        absent=ABSENT,
    )
    age = number_fact(unit="", whole=True, high=120, label="leeftijd")
    fraction = number_fact(unit="", high=100, label="breuk")
    used = number_fact(unit="", whole=True, label="gebruikt")
    lately = number_fact(unit="", whole=True, label="laatst gebruikt")
    committee = code_fact(r"^\d{3}$", label="comité", absent=ABSENT)
    starts_on = day_fact(label="eerste dag")


FACTS = vocabulary([citizen])
WORKS, STUDIES, REGION, AGE, FRACTION, USED, LATELY, COMMITTEE, STARTS = FACTS.facts


def asker(*conditions, book=None):
    """Somebody who asks about one right."""
    made = [condition(one, law="art. 1", title="t", source="s") for one in conditions]
    one = Incentive(
        id="leave",
        kind="right",
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        parameters=NO_LAW,
        conditions=[
            type(item)(**{**item.__dict__, "name": f"c{place}"}) for place, item in enumerate(made)
        ],
    )
    return Asker(Rulebook([one], vocabulary=FACTS, outputs=()), ON, book=book)


def answers(one, question, facts=None):
    """What may be answered, without how often."""
    question = question if isinstance(question, Question) else question_about(FACTS.facts[question])
    return [sets for _, sets in one.answers(question, facts or {})]


def values(one, name, facts=None):
    """What may be answered to the question about one fact."""
    return [sets[name] for sets in answers(one, name, facts)]


ALL = asker(citizen.works, citizen.region == "flanders", citizen.age >= 18)
HOME = Question(
    "home",
    (REGION,),
    (
        Option("here", {REGION: "flanders"}),
        Option("elsewhere", {REGION: OneOf(frozenset({"brussels", "wallonia"}))}),
        Option("nowhere", {REGION: ABSENT}),
    ),
)
EARLIER = Question(
    "earlier",
    (USED, LATELY, STUDIES),
    (
        Option("cheque", {USED: Between(Decimal(1), None)}, unticked={USED: 0, LATELY: 0}),
        Option("school", {STUDIES: True}, unticked={STUDIES: False}),
    ),
    several=True,
)


# Words and codes -----------------------------------------------------------------------------


def test_every_option_is_an_answer():
    assert values(ALL, WORKS) == [True, False]
    assert values(ALL, REGION) == ["flanders", "brussels", "wallonia", ABSENT]


@pytest.mark.parametrize("known", [UNKNOWN, None, Dated("flanders", ON)])
def test_every_answer_fits_where_nothing_is_known_for_sure(known):
    facts = {} if known is None else {REGION: known}

    assert answers(ALL, HOME, facts) == [one.sets for one in HOME.options]


def test_only_what_fits_what_is_known_is_an_answer():
    part = {REGION: OneOf(frozenset({"flanders", "brussels"}))}

    assert answers(ALL, HOME, part) == [one.sets for one in HOME.options[:2]]
    assert answers(ALL, HOME, {REGION: "wallonia"}) == [HOME.options[1].sets]


def test_somebody_whom_no_option_fits_does_not_know():
    two = Question("two", (REGION, WORKS), (Option("here", {REGION: "flanders", WORKS: True}),))

    assert ALL.answers(two, {REGION: "wallonia"}) == [(1, {REGION: "wallonia", WORKS: UNKNOWN})]


def test_a_code_is_one_that_a_rule_names_or_another_one():
    one = asker(citizen.committee.is_in(["200", "124"]) | (citizen.committee == "302"))

    assert sorted(values(one, COMMITTEE)) == sorted(["124", "200", "302", NO_CODE])


# How often -----------------------------------------------------------------------------------


def shares_of(one, question, facts=None):
    """How often each answer is given."""
    return [round(share, 3) for share, _ in one.answers(question, facts or {})]


@pytest.mark.parametrize("question", [HOME, EARLIER, question_about(FACTS.facts[COMMITTEE])])
def test_answers_are_as_often_as_they_were_counted_and_together_one(question):
    counted = {"home": {"here": 0.5, "elsewhere": 0.25, "nowhere": 0.25}}
    for book in (QuestionBook(), QuestionBook(shares=counted)):
        one = asker(citizen.committee.is_in(["200", "124"]), book=book)

        assert sum(shares_of(one, question)) == pytest.approx(1, abs=0.01)


def test_what_nobody_answers_is_no_answer():
    book = QuestionBook(shares={"home": {"here": 0.6, "elsewhere": 0.2, "nowhere": 0}})
    one = asker(citizen.region == "flanders", book=book)

    assert shares_of(one, HOME) == [0.75, 0.25]


def test_the_shares_are_those_of_what_still_fits():
    book = QuestionBook(shares={"home": {"here": 0.6, "elsewhere": 0.3, "nowhere": 0.1}})
    one = asker(citizen.region == "flanders", book=book)

    assert shares_of(one, HOME, {REGION: OneOf(frozenset({"flanders", ABSENT}))}) == [0.857, 0.143]


def test_codes_are_as_often_as_they_were_counted():
    book = QuestionBook(shares={"citizen-committee": {"200": 0.4, "124": 0.1, "999": 0.2}})
    one = asker(citizen.committee.is_in(["200", "124"]), book=book)

    found = one.answers(question_about(FACTS.facts[COMMITTEE]), {})

    assert [(round(share, 3), sets[COMMITTEE]) for share, sets in found] == [
        (0.4, "200"),
        (0.1, "124"),
        (0.5, NO_CODE),
    ]


def test_of_several_ticks_none_and_each_alone_is_tried():
    assert answers(ALL, EARLIER) == [
        {USED: 0, LATELY: 0, STUDIES: False},
        {USED: Between(Decimal(1), None), STUDIES: False},
        {USED: 0, LATELY: 0, STUDIES: True},
    ]


# Numbers and days ----------------------------------------------------------------------------


def test_a_number_is_cut_where_open_rules_turn():
    one = asker((citizen.age >= 18) & (citizen.age < 65))

    assert values(one, AGE) == [
        Between(Decimal(0), Decimal(17)),
        Between(Decimal(18), Decimal(64)),
        Between(Decimal(65), Decimal(120)),
    ]


def test_a_rule_that_is_decided_cuts_nothing():
    one = asker(citizen.works | (citizen.age >= 18), citizen.age >= 65)

    assert values(one, AGE, {WORKS: True}) == [
        Between(Decimal(0), Decimal(64)),
        Between(Decimal(65), Decimal(120)),
    ]


def test_a_piece_of_one_number_is_that_number():
    assert Decimal(18) in values(asker((citizen.age >= 18) & (citizen.age > 18)), AGE)


def test_a_partly_known_number_is_cut_inside_its_range():
    one = asker((citizen.age >= 18) & (citizen.age < 65))

    assert values(one, AGE, {AGE: Between(Decimal(20), Decimal(70))}) == [
        Between(Decimal(20), Decimal(64)),
        Between(Decimal(65), Decimal(70)),
    ]


def test_a_day_is_cut_at_a_day():
    one = asker(citizen.starts_on >= REFERENCE_DAY)

    assert values(one, STARTS) == [
        Between(None, date(2025, 1, 14)),
        Between(ON, None),
    ]


def test_of_many_thresholds_the_nearest_are_tried():
    ages = [citizen.age >= 2 * number for number in range(40)]
    one = asker(*ages)

    assert [piece.high for piece in values(one, AGE) if isinstance(piece, Between)] == [
        *range(1, 25, 2),
        120,
    ]


def test_a_threshold_is_that_of_the_facts_that_are_known():
    one = asker(citizen.fraction >= when(citizen.studies).then(40).otherwise(80))

    lows = [[piece.low for piece in values(one, FRACTION, {STUDIES: yes})] for yes in (True, False)]

    assert lows == [[0, 40], [0, 80]]


# What somebody answers -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "sets"),
    [
        ("flanders", {REGION: "flanders"}),
        ("wallonia", {REGION: OneOf(frozenset({"brussels", "wallonia"}))}),
        (ABSENT, {REGION: ABSENT}),
    ],
)
def test_somebody_gives_the_option_that_is_true(region, sets):
    assert ALL.answer_of(HOME, {REGION: region}, {}) == sets


def test_an_option_is_true_when_all_of_it_is():
    work = Question(
        "work",
        (WORKS, FRACTION),
        (
            Option("full", {WORKS: True, FRACTION: Decimal(100)}),
            Option("part", {WORKS: True, FRACTION: Between(Decimal(0), Decimal(99))}),
        ),
    )

    assert ALL.answer_of(work, {WORKS: True, FRACTION: 50}, {}) == work.options[1].sets
    assert ALL.answer_of(work, {WORKS: True}, {}) == {WORKS: UNKNOWN, FRACTION: UNKNOWN}
    assert ALL.answer_of(work, {WORKS: False, FRACTION: 50}, {FRACTION: 50}) == {
        WORKS: UNKNOWN,
        FRACTION: 50,
    }


@pytest.mark.parametrize(
    ("known", "sets"),
    [
        ((0, 0, False), {USED: 0, LATELY: 0, STUDIES: False}),
        ((0, 0, True), {USED: 0, LATELY: 0, STUDIES: True}),
        ((2, 0, False), {USED: Between(Decimal(1), None), STUDIES: False}),
        ((2, 1, True), {USED: Between(Decimal(1), None), STUDIES: True}),
    ],
)
def test_somebody_ticks_all_that_is_true(known, sets):
    facts = dict(zip((USED, LATELY, STUDIES), known, strict=True))

    assert ALL.answer_of(EARLIER, facts, {}) == sets


def test_somebody_types_what_is_known():
    question = question_about(FACTS.facts[AGE])

    assert ALL.answer_of(question, {AGE: 40}, {}) == {AGE: 40}
    assert ALL.answer_of(question, {}, {}) == {AGE: UNKNOWN}


def test_the_same_as_now_is_true_where_both_are_the_same():
    same = Question("same", (LATELY,), (Option("yes", same={LATELY: USED}), Option("no")))

    assert ALL.answer_of(same, {USED: 3, LATELY: 3}, {USED: 3}) == {LATELY: 3}
    assert ALL.answer_of(same, {USED: 3, LATELY: 1}, {USED: 3}) == {}
