"""Where an answer may turn as one number or day moves: held to trying every value."""

import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from koers.engine import (
    ABSENT,
    REFERENCE_DAY,
    UNKNOWN,
    Between,
    Incentive,
    OneOf,
    Rulebook,
    calendar_day,
    choice_fact,
    code_fact,
    condition,
    day_fact,
    full_months,
    full_years,
    greatest,
    least,
    lookup,
    number_fact,
    present,
    round_down,
    round_up,
    shift,
    unknown_in_law,
    vocabulary,
    when,
    yes_no_fact,
)
from koers.engine.evaluate import Evaluation
from koers.engine.nodes import Compare, Kind, walk
from koers.engine.parameters import Parameters
from koers.engine.reading import load_parameters
from koers.engine.thresholds import as_stated, cuts, ends_of, intervals, step_of

ON = date(2025, 1, 15)
LAW = """
full_time:
  label: Voltijds
  unit: "1"
  values: [{from: 2019-01-01, value: 80, source: decree}]
first_day:
  label: Eerste dag
  values: [{from: 2019-01-01, value: 2024-09-01, source: decree}]
days:
  label: Dagen
  unit: "1"
  rows:
    "200": [{from: 2019-01-01, value: 24, source: decree}]
    "124": [{from: 2019-01-01, value: 6, source: decree}]
  otherwise: {value: 1, source: decree}
sources:
  decree: {title: Decreet, url: "https://example.org", status: official, read: 2026-01-01}
"""


class citizen:
    """Who asks."""

    works = yes_no_fact(label="werkt")
    region = choice_fact({"flanders": "Vlaanderen", "brussels": "Brussel"}, label="woonplaats")
    committee = code_fact(r"^\d{3}$", label="comité", absent=ABSENT)
    age = number_fact(unit="", whole=True, high=60, label="leeftijd")
    other = number_fact(unit="", whole=True, high=60, label="een ander")
    any_age = number_fact(unit="", whole=True, low=None, label="zonder grens")
    fraction = number_fact(unit="", high=100, label="breuk")
    days = number_fact(unit="", whole=True, high=60, absent=ABSENT, label="dagen")
    birth_date = day_fact(label="geboortedatum")
    starts_on = day_fact(label="begin")
    seniority = number_fact(unit="months", whole=True, label="anciënniteit")


FACTS = vocabulary(
    [citizen],
    derived=[
        (citizen.age, full_years(citizen.birth_date, REFERENCE_DAY)),
        (citizen.seniority, full_months(citizen.starts_on, REFERENCE_DAY)),
    ],
)
AGE, OTHER, ANY_AGE, FRACTION, DAYS, BORN, STARTS, WORKS, REGION, COMMITTEE = (
    f"citizen.{name}"
    for name in (
        "age other any_age fraction days birth_date starts_on works region committee".split()
    )
)


@pytest.fixture(scope="module")
def law(tmp_path_factory):
    """The values of the law."""
    folder = tmp_path_factory.mktemp("leave")
    (folder / "parameters.yaml").write_text(LAW, encoding="utf-8")
    return load_parameters(str(folder / "rule.py"))


NO_LAW = Parameters("none", Path("none/parameters.yaml"), {}, {}, None, (), ())


def resolved(expression, facts, parameters=NO_LAW):
    """A condition on a day, with how it is evaluated."""
    one = condition(expression, law="art. 1", title="t", source="decree")
    incentive = Incentive(
        id="leave",
        kind="right",
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        parameters=parameters,
        conditions=[type(one)(**{**one.__dict__, "name": "one"})],
    )
    book = Rulebook([incentive], vocabulary=FACTS, outputs=())
    ((_, node),) = book.at("leave", ON).conditions
    return node, Evaluation(book, "leave", facts, day=ON, asked=ON, strict=True)


def turns(expression, name, facts=None, parameters=NO_LAW):
    """The values from which on the answer is another, in order; days as days."""
    node, evaluation = resolved(expression, facts or {}, parameters)
    fact = FACTS.facts[name]
    found = sorted(cuts(node, fact, evaluation))
    return [as_stated(fact, one, one) for one in found]


def tried(node, fact, evaluation, low, high):
    """The same, by trying every value between two ends."""
    comparisons = [item for item in walk(node) if isinstance(item, Compare)]
    found, before, value = [], None, low
    while value <= high:
        facts = {**evaluation.facts, fact.name: as_stated(fact, value, value)}
        now = [evaluation.with_facts(facts).truth(item).truth for item in comparisons]
        if before not in (None, now):
            found.append(value)
        before, value = now, value + step_of(fact)
    return found


# One comparison ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (citizen.age >= 18, [18]),
        (citizen.age > 18, [19]),
        (citizen.age < 18, [18]),
        (citizen.age <= 18, [19]),
        (citizen.age == 18, [18, 19]),
        (18 <= citizen.age, [18]),
        (~(citizen.age >= 18), [18]),
        (citizen.age >= 0, []),
        (citizen.age > 60, []),
        (citizen.age >= 60, [60]),
        (citizen.other >= 18, []),
    ],
)
def test_a_cut_is_the_first_value_with_another_answer(expression, expected):
    assert turns(expression, AGE) == expected


def test_a_number_that_is_not_whole_turns_at_a_hundredth():
    assert turns(citizen.fraction > 80, FRACTION) == [Decimal("80.01")]
    assert turns(citizen.fraction >= Decimal("33.33"), FRACTION) == [Decimal("33.33")]


def test_a_number_without_ends_is_searched_on_both_sides_of_zero():
    assert turns((citizen.any_age > -1000) & (citizen.any_age < 10**6), ANY_AGE) == [-999, 10**6]


def test_every_comparison_of_a_rule_is_looked_at():
    rule = citizen.works & ((citizen.age >= 18) | (citizen.age < 5)) & (citizen.other > 30)

    assert turns(rule, AGE) == [5, 18]


# Through what is computed --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "facts", "expected"),
    [
        (citizen.age + citizen.other >= 30, {OTHER: 10}, [20]),
        (citizen.age - citizen.other >= 30, {OTHER: 10}, [40]),
        (citizen.other - citizen.age >= 30, {OTHER: 40}, [11]),
        (citizen.age * 3 >= 50, {}, [17]),
        (citizen.age / 7 > 3, {}, [22]),
        (round_down(citizen.age / 7, to=1) >= 3, {}, [21]),
        (round_up(citizen.age / 7, to=1) >= 3, {}, [15]),
        (round_down(citizen.age, to=10) == 20, {}, [20, 30]),
        (least(citizen.age, 20) * 2 >= 30, {}, [15]),
        (least(citizen.age, citizen.other) >= 20, {OTHER: 10}, []),
        (greatest(citizen.age, 20) >= 25, {}, [25]),
        (greatest(citizen.age, citizen.other) >= 25, {OTHER: 30}, []),
        (citizen.age >= when(citizen.works).then(18).otherwise(21), {WORKS: True}, [18]),
        (citizen.age >= when(citizen.works).then(18).otherwise(21), {WORKS: False}, [21]),
        (citizen.age >= citizen.other, {OTHER: 40}, [40]),
        (citizen.age * citizen.age >= 100, {}, [10]),
    ],
)
def test_a_cut_is_found_through_arithmetic(expression, facts, expected):
    assert turns(expression, AGE, facts) == expected


def test_a_cut_is_found_through_a_table(law):
    rule = citizen.days >= lookup(law.table("days"), citizen.committee)

    assert turns(rule, DAYS, {COMMITTEE: "200"}, law) == [24]
    assert turns(rule, DAYS, {COMMITTEE: "124"}, law) == [6]
    assert turns(rule, DAYS, {COMMITTEE: "302"}, law) == [1]
    assert turns(rule, DAYS, {COMMITTEE: ABSENT}, law) == []


def test_a_cut_follows_the_value_of_the_law(law):
    assert turns(citizen.fraction >= law.full_time, FRACTION, {}, law) == [80]
    assert turns(citizen.fraction >= law.full_time / 2, FRACTION, {}, law) == [40]


def test_a_day_turns_at_the_day_of_the_law(law):
    first_day = law.day("first_day")

    assert turns(citizen.starts_on >= first_day, STARTS, {}, law) == [date(2024, 9, 1)]
    assert turns(citizen.starts_on > first_day, STARTS, {}, law) == [date(2024, 9, 2)]
    assert turns(shift(citizen.starts_on, months=6) <= first_day, STARTS, {}, law) == [
        date(2024, 3, 2)
    ]


def test_a_day_turns_where_a_number_that_is_computed_from_it_does():
    assert turns(citizen.age >= 18, BORN) == [date(2007, 1, 16)]
    assert turns(citizen.seniority >= 6, STARTS) == [date(2024, 7, 16)]


def test_what_is_computed_counts_no_more_once_it_is_stated():
    assert turns(citizen.age >= 18, BORN, {AGE: 40}) == []


# What another fact leaves open ---------------------------------------------------------------


def test_nothing_turns_where_another_fact_leaves_the_answer_open():
    assert turns(citizen.age >= citizen.any_age, AGE) == []
    assert turns(citizen.age >= citizen.any_age, AGE, {ANY_AGE: UNKNOWN}) == []


def test_what_turns_whatever_the_other_fact_is_is_found():
    assert turns(citizen.age >= when(citizen.works).then(18).otherwise(21), AGE) == [18, 21]
    assert turns(
        citizen.age + citizen.other >= 30, AGE, {OTHER: Between(Decimal(5), Decimal(7))}
    ) == [
        23,
        25,
    ]


def test_nothing_turns_where_the_law_is_open():
    doubt = unknown_in_law("Niet gelezen.", source="decree")

    assert turns(doubt & (citizen.age >= 18), AGE) == [18]
    assert turns(when(doubt).then(citizen.age >= 18).otherwise(citizen.age >= 18), AGE) == [18]


def test_only_what_is_left_of_a_partly_known_fact_is_searched():
    rule = (citizen.age >= 18) & (citizen.age < 45)

    assert turns(rule, AGE, {AGE: Between(Decimal(20), Decimal(50))}) == [45]
    assert turns(rule, AGE, {AGE: Between(None, Decimal(18))}) == [18]
    assert turns(rule, AGE, {AGE: Between(Decimal(18), None)}) == [45]


def test_of_what_turns_every_year_only_what_is_near_the_day_asked_is_found():
    rule = citizen.starts_on >= shift(calendar_day("year_start", citizen.starts_on), months=6)
    found = turns(rule, STARTS)

    assert len(found) == 40
    assert {date(2024, 7, 1), date(2025, 1, 1), date(2025, 7, 1), date(2026, 1, 1)} <= {*found}
    assert min(found) >= date(2014, 1, 1)
    assert max(found) <= date(2036, 1, 1)


def test_of_what_turns_all_the_time_only_what_is_near_zero_is_found():
    found = turns(round_down(citizen.fraction, to=1) == citizen.fraction, FRACTION)

    assert len(found) == 40
    assert found[:4] == [Decimal("0.01"), 1, Decimal("1.01"), 2]


def test_whether_something_is_there_is_no_threshold():
    assert turns(present(citizen.days), DAYS) == []


# Every value tried ---------------------------------------------------------------------------

REAL = [
    (citizen.age * 3 - citizen.other >= 50, AGE),
    (round_down(citizen.age / 4, to=1) * 4 == citizen.age, AGE),
    (least(citizen.age * 2, citizen.other) >= greatest(10, citizen.age - 20), AGE),
    (
        when(citizen.works & (citizen.age > 9)).then(citizen.age < 30).otherwise(citizen.age > 50),
        AGE,
    ),
    (citizen.days * 2 >= citizen.age, DAYS),
    (citizen.fraction / 3 >= round_up(citizen.fraction, to=50) / 4, FRACTION),
]
WORLDS = [
    {OTHER: 30, WORKS: True, AGE: 24},
    {OTHER: 12, WORKS: False},
    {WORKS: UNKNOWN, OTHER: Between(Decimal(10), Decimal(20))},
]


@pytest.mark.parametrize("facts", WORLDS, ids=["all known", "some known", "parts known"])
@pytest.mark.parametrize(("expression", "name"), REAL, ids=range(len(REAL)))
def test_the_cuts_are_those_that_trying_every_value_finds(expression, name, facts):
    known = {other: value for other, value in facts.items() if other != name}
    node, evaluation = resolved(expression, known)
    fact = FACTS.facts[name]
    low, high = ends_of(fact)

    assert sorted(cuts(node, fact, evaluation)) == tried(node, fact, evaluation, low, high)


def test_the_cuts_of_a_day_are_those_that_trying_every_day_finds():
    rule = (full_months(citizen.starts_on, REFERENCE_DAY) >= 3) & (
        shift(citizen.starts_on, months=1) <= REFERENCE_DAY
    )
    year = Between(ON - timedelta(366), ON)
    node, evaluation = resolved(rule, {STARTS: year})
    fact = FACTS.facts[STARTS]

    found = sorted(cuts(node, fact, evaluation))

    assert found == tried(node, fact, evaluation, *ends_of(fact, year))
    assert len(found) == 2


# Intervals -----------------------------------------------------------------------------------


def pieces(name, turning, stated=None):
    """The answers that can be told apart."""
    return intervals(FACTS.facts[name], {Decimal(one) for one in turning}, stated)


def test_without_a_cut_there_is_one_answer():
    assert pieces(AGE, []) == [Between(Decimal(0), Decimal(60))]
    assert pieces(ANY_AGE, []) == [Between(None, None)]
    assert pieces(STARTS, []) == [Between(None, None)]


def test_a_cut_divides_what_a_fact_may_be():
    assert pieces(AGE, [18, 45]) == [
        Between(Decimal(0), Decimal(17)),
        Between(Decimal(18), Decimal(44)),
        Between(Decimal(45), Decimal(60)),
    ]


def test_a_piece_of_one_value_is_that_value():
    assert pieces(AGE, [18, 19]) == [
        Between(Decimal(0), Decimal(17)),
        Decimal(18),
        Between(Decimal(19), Decimal(60)),
    ]


def test_a_number_that_is_not_whole_is_divided_at_a_hundredth():
    assert pieces(FRACTION, [80]) == [
        Between(Decimal(0), Decimal("79.99")),
        Between(Decimal(80), Decimal(100)),
    ]


def test_the_outer_pieces_have_no_end_where_the_fact_has_none():
    cut = date(2024, 9, 1).toordinal()

    assert pieces(ANY_AGE, [5]) == [Between(None, Decimal(4)), Between(Decimal(5), None)]
    assert pieces(STARTS, [cut]) == [
        Between(None, date(2024, 8, 31)),
        Between(date(2024, 9, 1), None),
    ]


def test_a_partly_known_fact_is_divided_inside_what_is_known():
    year = Between(date(2024, 1, 1), date(2024, 12, 31))

    assert pieces(AGE, [18, 45], Between(Decimal(20), Decimal(50))) == [
        Between(Decimal(20), Decimal(44)),
        Between(Decimal(45), Decimal(50)),
    ]
    assert pieces(AGE, [18], Between(Decimal(18), None)) == [Between(Decimal(18), Decimal(60))]
    assert pieces(STARTS, [date(2024, 9, 1).toordinal()], year) == [
        Between(date(2024, 1, 1), date(2024, 8, 31)),
        Between(date(2024, 9, 1), date(2024, 12, 31)),
    ]


def test_an_answer_that_says_nothing_divides_nothing():
    for stated in (UNKNOWN, OneOf(frozenset({"a"})), None):
        assert pieces(AGE, [30], stated) == pieces(AGE, [30])


def test_the_answers_leave_no_value_out():
    chance = random.Random(3)
    for _ in range(50):
        turning = {chance.randint(-5, 65) for _ in range(chance.randint(0, 8))}
        covered = [
            value
            for piece in pieces(AGE, turning)
            for value in (
                range(int(piece.low), int(piece.high) + 1)
                if isinstance(piece, Between)
                else [int(piece)]
            )
        ]
        assert covered == [*range(61)]


def test_a_step_is_one_for_what_is_counted():
    steps = {name: step_of(FACTS.facts[name]) for name in (AGE, FRACTION, STARTS)}

    assert steps == {AGE: 1, FRACTION: Decimal("0.01"), STARTS: 1}
    assert FACTS.facts[STARTS].kind is Kind.DAY
