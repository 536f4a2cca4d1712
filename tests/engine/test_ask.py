"""What is asked next: only what can matter, the right before its amount, sensitive facts last."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from koers.engine import (
    ABSENT,
    UNKNOWN,
    Between,
    Incentive,
    Kind,
    OneOf,
    Output,
    Rulebook,
    Usual,
    choice_fact,
    code_fact,
    condition,
    day_fact,
    lookup,
    number_fact,
    share,
    unknown_in_law,
    vocabulary,
    when,
    yes_no_fact,
)
from koers.engine.ask import Asker, Next, next_fact
from koers.engine.parameters import Parameters
from koers.engine.reading import load_parameters

ON = date(2025, 1, 15)
LAW = """
hours:
  label: Uren
  unit: h
  values: [{from: 2019-01-01, value: 100, source: decree}]
full_time:
  label: Voltijds
  unit: "%"
  values: [{from: 2019-01-01, value: 80, source: decree}]
first_day:
  label: Eerste dag
  values: [{from: 2019-01-01, value: 2024-09-01, source: decree}]
days:
  label: Dagen
  unit: h
  rows:
    "200": [{from: 2019-01-01, value: 2, source: decree}]
  otherwise: {value: 1, source: decree}
sources:
  decree: {title: Decreet, url: "https://example.org", status: official, read: 2026-01-01}
"""


class person:
    """Who asks."""

    works = yes_no_fact(label="werkt")
    studies = yes_no_fact(label="studeert")
    region = choice_fact(
        {"flanders": "Vlaanderen", "brussels": "Brussel", "wallonia": "Wallonië"},
        label="woonplaats",
    )
    age = number_fact(unit="years", whole=True, high=120, label="leeftijd")
    fraction = number_fact(unit="%", high=100, label="breuk")
    committee = code_fact(r"^\d{3}$", label="comité", absent=ABSENT)
    income = number_fact(unit="EUR", label="inkomen", sensitive=True)
    lives_here = yes_no_fact(
        label="woont hier", usual=Usual(because="meestal", source="README.md", value=True)
    )


class training:
    """What is followed."""

    registered = yes_no_fact(label="geregistreerd", subject="training")
    starts_on = day_fact(label="eerste dag", subject="training")


FACTS = vocabulary([person, training])
OUTPUTS = (Output("hours", Kind.NUMBER, "uren", "h"), Output("told", Kind.TRUTH, "gezegd"))


@pytest.fixture(scope="module")
def law(tmp_path_factory):
    """The values of the law."""
    folder = tmp_path_factory.mktemp("leave")
    (folder / "parameters.yaml").write_text(LAW, encoding="utf-8")
    return load_parameters(str(folder / "rule.py"))


NO_LAW = Parameters("none", Path("none/parameters.yaml"), {}, {}, None, (), ())


def incentive(*conditions, id="leave", kind="right", parameters=NO_LAW, amounts=None):
    """An incentive with unnamed conditions."""
    made = [condition(one, law="art. 1", title="t", source="decree") for one in conditions]
    return Incentive(
        id=id,
        kind=kind,
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        parameters=parameters,
        conditions=[
            type(one)(**{**one.__dict__, "name": f"condition_{position}"})
            for position, one in enumerate(made)
        ],
        amounts=amounts or {},
    )


def asker(*incentives, **more):
    """Somebody who asks about these incentives."""
    rulebook = Rulebook(incentives, vocabulary=FACTS, outputs=OUTPUTS, version="v1")
    return Asker(rulebook, ON, **more)


def asked(one, facts):
    """The fact that is asked next."""
    found = one.next(facts)
    return None if found is None else found.fact


# Only what can matter ------------------------------------------------------------------------


def test_a_fact_that_can_no_longer_matter_is_not_asked():
    one = asker(incentive(person.works & (person.age >= 18)))

    assert asked(one, {"person.works": False}) is None


def test_what_is_decided_needs_no_question():
    one = asker(incentive(person.works))

    assert asked(one, {"person.works": True}) is None


def test_only_the_facts_of_the_open_condition_are_relevant():
    one = asker(incentive(person.works, person.age >= 18))

    assert list(one.relevant({"person.works": True})) == ["person.age"]


def test_a_doubt_of_the_law_is_not_asked():
    doubt = unknown_in_law("Niet gelezen.", source="decree")

    assert asked(asker(incentive(doubt)), {}) is None


def test_somebody_who_does_not_know_is_not_asked_again():
    one = asker(incentive(person.works))

    assert asked(one, {"person.works": UNKNOWN}) is None


def test_somebody_who_knows_a_part_is_asked_for_the_rest_when_it_matters():
    one = asker(incentive(person.age >= 18))

    parts = [Between(Decimal(15), Decimal(20)), Between(Decimal(18), Decimal(20))]
    assert [asked(one, {"person.age": part}) for part in parts] == ["person.age", None]


def test_questions_end_when_everything_is_answered():
    one = asker(incentive(person.works, person.age >= 18, person.region == "flanders"))
    answers = {"person.works": True, "person.age": 20, "person.region": "flanders"}

    facts = {}
    while (name := asked(one, facts)) is not None:
        facts[name] = answers[name]

    assert facts == answers


# In which order ------------------------------------------------------------------------------


def test_the_fact_that_decides_most_is_asked_first():
    one = asker(
        incentive(person.works & (person.age >= 18), id="one"),
        incentive(person.works & (person.region == "flanders"), id="two"),
    )

    assert asked(one, {}) == "person.works"


def test_a_question_tells_who_waits_for_it():
    one = asker(
        incentive(person.works, id="one"),
        incentive(person.works, person.age >= 18, id="two"),
    )

    assert one.next({}) == Next("person.works", ("one", "two"), "right")


def test_sensitive_facts_come_last():
    one = asker(incentive((person.income > 1000) & person.works & (person.age >= 18)))

    order, facts = [], {}
    answers = {"person.income": 2000, "person.works": True, "person.age": 20}
    while (name := asked(one, facts)) is not None:
        order.append(name)
        facts[name] = answers[name]

    assert order[-1] == "person.income"


def test_the_person_comes_before_the_training():
    one = asker(incentive(training.registered & (person.income > 1000)))

    assert asked(one, {}) == "person.income"


def test_an_opening_comes_first_as_long_as_it_matters():
    opening = ["person.region", "person.age"]
    one = asker(incentive(person.works, person.age >= 18), opening=opening)

    assert [asked(one, {}), asked(one, {"person.age": 20})] == ["person.age", "person.works"]


def test_the_right_is_asked_before_its_amount(law):
    one = asker(
        incentive(
            person.works, parameters=law, amounts={"hours": share(person.fraction, law.hours)}
        )
    )

    assert [one.next({}), one.next({"person.works": True})] == [
        Next("person.works", ("leave",), "right"),
        Next("person.fraction", ("leave",), "amount"),
    ]


def test_the_amount_of_a_right_that_is_closed_or_open_is_not_asked(law):
    one = asker(
        incentive(
            person.works, parameters=law, amounts={"hours": share(person.fraction, law.hours)}
        )
    )

    found = [asked(one, {"person.works": answer}) for answer in (False, UNKNOWN)]

    assert found == [None, None]


def test_an_amount_that_is_exact_asks_nothing(law):
    one = asker(incentive(parameters=law, amounts={"hours": share(person.fraction, law.hours)}))

    assert asked(one, {"person.fraction": 50}) is None


# About what ----------------------------------------------------------------------------------


def test_rights_of_an_employer_are_asked_about_on_demand():
    book = (incentive(person.works, id="firm", kind="employer_right"),)

    assert [asked(asker(*book), {}), asked(asker(*book, incentives=["firm"]), {})] == [
        None,
        "person.works",
    ]


def test_the_next_fact_is_told_by_name():
    book = Rulebook([incentive(person.works)], vocabulary=FACTS, outputs=OUTPUTS)

    assert [next_fact(book, {}, on=ON), next_fact(book, {"person.works": True}, on=ON)] == [
        "person.works",
        None,
    ]


def test_what_is_usually_so_is_asked_in_strict_mode_only():
    book = Rulebook([incentive(person.lives_here)], vocabulary=FACTS, outputs=OUTPUTS)

    found = [next_fact(book, {}, on=ON), next_fact(book, {}, on=ON, strict=True)]

    assert found == [None, "person.lives_here"]


# Answers that rules tell apart ---------------------------------------------------------------


def test_yes_and_no_are_two_answers():
    assert asker(incentive(person.works)).answers("person.works", {}) == [False, True]


def test_every_word_is_an_answer():
    one = asker(incentive(person.region == "flanders"))

    assert one.answers("person.region", {}) == ["brussels", "flanders", "wallonia"]


def test_only_the_words_that_are_left_are_answers():
    one = asker(incentive(person.region == "flanders"))
    facts = {"person.region": OneOf(frozenset({"flanders", "brussels"}))}

    assert one.answers("person.region", facts) == ["brussels", "flanders"]


def test_a_code_is_one_that_a_rule_names_or_another_one(law):
    one = asker(
        incentive(
            person.committee.is_in(["200", "124"]),
            parameters=law,
            amounts={"hours": lookup(law.table("days"), person.committee)},
        )
    )

    assert one.answers("person.committee", {}) == ["124", "200", "-"]


def test_a_number_is_cut_at_the_thresholds_of_the_rules():
    one = asker(incentive((person.age >= 18) & (person.age < 65)))

    assert one.answers("person.age", {}) == [
        Between(Decimal(0), Decimal(17)),
        Between(Decimal(18), Decimal(64)),
        Between(Decimal(65), Decimal(120)),
    ]


def test_a_number_that_is_not_whole_is_cut_at_a_hundredth(law):
    one = asker(incentive(person.fraction >= law.full_time, parameters=law))

    assert one.answers("person.fraction", {}) == [
        Between(Decimal(0), Decimal("79.99")),
        Between(Decimal(80), Decimal(100)),
    ]


def test_a_piece_of_one_number_is_that_number():
    one = asker(incentive((person.age >= 18) & (person.age > 19)))

    assert Decimal(18) in one.answers("person.age", {})


def test_a_partly_known_number_is_cut_inside_its_range():
    one = asker(incentive((person.age >= 18) & (person.age < 65)))
    facts = {"person.age": Between(Decimal(20), Decimal(70))}

    assert one.answers("person.age", facts) == [
        Between(Decimal(20), Decimal(64)),
        Between(Decimal(65), Decimal(70)),
    ]


def test_a_day_is_cut_at_the_days_of_the_law(law):
    one = asker(incentive(training.starts_on >= law.day("first_day"), parameters=law))

    assert one.answers("training.starts_on", {}) == [
        Between(None, date(2024, 8, 31)),
        Between(date(2024, 9, 1), None),
    ]


def test_a_partly_known_day_is_cut_inside_its_range(law):
    one = asker(incentive(training.starts_on >= law.day("first_day"), parameters=law))
    facts = {"training.starts_on": Between(date(2024, 1, 1), date(2024, 12, 31))}

    assert one.answers("training.starts_on", facts) == [
        Between(date(2024, 1, 1), date(2024, 8, 31)),
        Between(date(2024, 9, 1), date(2024, 12, 31)),
    ]


def test_a_threshold_is_that_of_the_facts_that_are_known(law):
    minimum = when(person.studies).then(law.full_time / 2).otherwise(law.full_time)
    one = asker(incentive(person.fraction >= minimum, parameters=law))

    cuts = [
        [piece.low for piece in one.answers("person.fraction", {"person.studies": studies})]
        for studies in (True, False)
    ]

    assert cuts == [[0, 40], [0, 80]]


def test_a_fact_is_scored_by_what_stays_open():
    one = asker(incentive(person.works & (person.age >= 18)))

    assert one.score("person.works", {}) < one.score("person.income", {})
