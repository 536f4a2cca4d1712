"""What is asked next: only what can matter, the person before the amount before the training."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from koers.engine import (
    ABSENT,
    UNKNOWN,
    Between,
    Dated,
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
    number_fact,
    share,
    unknown_in_law,
    vocabulary,
    when,
    yes_no_fact,
)
from koers.engine.ask import AMOUNT, PERSON, TRAINING, Asker, next_fact
from koers.engine.parameters import Parameters
from koers.engine.questions import Option, Question, QuestionBook
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
    benefit = yes_no_fact(label="uitkering", sensitive=True)
    agreed = yes_no_fact(label="VDAB gaat akkoord", judged_by="VDAB")
    wants_leave = yes_no_fact(label="wil verlof")
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


def asker(*incentives, book=None, **more):
    """Somebody who asks about these incentives."""
    rulebook = Rulebook(incentives, vocabulary=FACTS, outputs=OUTPUTS, version="v1")
    return Asker(rulebook, ON, book=book, **more)


def asked(one, facts, **more):
    """What is asked next: the slugs of the questions on the screen; training included."""
    found = one.next(facts, **{"training": True, **more})
    return None if found is None else [question.slug for question in found.questions]


def interview(one, answers, **more):
    """The questions in the order in which somebody who knows all this is asked them."""
    facts, order = {}, []
    while (screen := one.next(facts, skip=order, **{"training": True, **more})) is not None:
        for question in screen.questions:
            facts |= one.answer_of(question, answers, facts)
            order.append(question.slug)
    return order


# Only what can matter ------------------------------------------------------------------------


def test_a_fact_that_can_no_longer_matter_is_not_asked():
    one = asker(incentive(person.works & (person.age >= 18)))

    assert asked(one, {"person.works": False}) is None


def test_what_is_decided_needs_no_question():
    one = asker(incentive(person.works))

    assert asked(one, {"person.works": True}) is None


def test_only_the_facts_of_the_open_condition_are_asked():
    one = asker(incentive(person.works, person.age >= 18))

    assert [found.slug for found in one.open_questions({"person.works": True})] == ["person-age"]


def test_a_right_is_settled_when_nothing_about_the_person_can_change_it():
    one = asker(incentive(person.works, training.registered))

    assert not one.settled({})
    assert one.settled({}, skip=["person-works"])
    assert one.settled({"person.works": True})


def test_a_doubt_of_the_law_is_not_asked():
    doubt = unknown_in_law("Niet gelezen.", source="decree")

    assert asked(asker(incentive(doubt)), {}) is None


def test_what_an_authority_judges_is_not_asked():
    assert asked(asker(incentive(person.agreed)), {}) is None
    assert asked(asker(incentive(person.agreed, person.works)), {}) == ["person-works"]


def test_somebody_who_does_not_know_is_not_asked_again():
    one = asker(incentive(person.works))

    assert asked(one, {"person.works": UNKNOWN}) is None


def test_a_question_that_was_asked_is_not_asked_again():
    one = asker(incentive(person.age >= 18, person.works))

    assert asked(one, {}, skip=["person-works"]) == ["person-age"]
    assert asked(one, {}, skip=["person-works", "person-age"]) is None


def test_somebody_who_knows_a_part_is_asked_for_the_rest_when_it_matters():
    one = asker(incentive(person.age >= 18))

    parts = [Between(Decimal(15), Decimal(20)), Between(Decimal(18), Decimal(20))]
    assert [asked(one, {"person.age": part}) for part in parts] == [["person-age"], None]


def test_somebody_who_knows_some_words_is_asked_to_choose_among_them():
    one = asker(incentive(person.region == "flanders"))
    (question,) = one.next({"person.region": OneOf(frozenset({"flanders", "wallonia"}))}).questions

    assert [option.sets["person.region"] for option in question.options] == ["flanders", "wallonia"]


def test_what_was_true_too_long_ago_is_asked_anew():
    one = asker(incentive(person.region == "flanders", person.age >= 18))
    old = {"person.region": Dated(OneOf(frozenset({"flanders", "brussels"})), date(2020, 1, 1))}
    never_known = {"person.region": Dated(UNKNOWN, date(2020, 1, 1))}

    assert asked(one, {**old, "person.age": 20}) == ["person-region"]
    assert asked(one, {**never_known, "person.age": 20}) is None


def test_questions_end_when_everything_is_answered():
    one = asker(incentive(person.works, person.age >= 18, person.region == "flanders"))
    answers = {"person.works": True, "person.age": 20, "person.region": "flanders"}

    assert sorted(interview(one, answers)) == ["person-age", "person-region", "person-works"]


# In which order ------------------------------------------------------------------------------


def test_the_fact_that_decides_most_is_asked_first():
    one = asker(
        incentive(person.works & (person.age >= 18), id="one"),
        incentive(person.works & (person.region == "flanders"), id="two"),
    )

    assert asked(one, {}) == ["person-works"]


def test_a_question_tells_who_waits_for_it():
    one = asker(
        incentive(person.works, id="one"),
        incentive(person.works, person.age >= 18, id="two"),
        incentive(person.studies, id="three"),
    )

    screens = [one.next({}, skip=["person-studies", skip]) for skip in ("", "person-works")]

    assert [(screen.questions[0].slug, screen.incentives) for screen in screens] == [
        ("person-works", ("one", "two")),
        ("person-age", ("two",)),
    ]


def test_sensitive_questions_come_last():
    one = asker(incentive((person.income > 1000) & person.works & (person.age >= 18)))
    answers = {"person.income": 2000, "person.works": True, "person.age": 20}

    assert interview(one, answers)[-1] == "person-income"


def test_a_sensitive_question_that_most_rights_wait_for_comes_last_too():
    rights = [incentive(person.benefit, id=f"right_{number}") for number in range(5)]
    one = asker(*rights, incentive(person.works, id="other"))

    assert interview(one, {"person.benefit": True, "person.works": True}) == [
        "person-works",
        "person-benefit",
    ]


def test_the_person_comes_before_the_training_even_where_it_is_sensitive():
    one = asker(incentive(training.registered & (person.income > 1000)))

    assert interview(one, {"training.registered": True, "person.income": 2000}) == [
        "person-income",
        "training-registered",
    ]


def test_the_training_is_asked_about_only_when_there_is_one():
    one = asker(incentive(training.registered & person.works))
    facts = {"person.works": True}

    assert asked(one, facts, training=False) is None
    assert one.next(facts, training=True).stage == TRAINING


def test_an_opening_comes_first_as_long_as_it_matters():
    book = QuestionBook(opening=("person-region", "person-age", "person-works"))
    rights = [incentive(person.studies, id=f"right_{number}") for number in range(5)]
    one = asker(*rights, incentive(person.works, person.age >= 18, id="leave"), book=book)
    answers = {"person.age": 20, "person.works": True, "person.studies": True}

    assert interview(one, answers) == ["person-age", "person-works", "person-studies"]


def test_a_sensitive_opening_comes_first_because_the_author_says_so():
    one = asker(
        incentive(person.works, person.benefit), book=QuestionBook(opening=("person-benefit",))
    )

    assert asked(one, {}) == ["person-benefit"]


def test_the_order_of_facts_that_are_told_makes_no_difference():
    one = asker(incentive(person.works | person.studies, person.age >= 18, person.income > 3))
    facts = {"person.age": 20, "person.works": False}

    assert asked(one, facts) == asked(one, dict(reversed(facts.items())))


# Amounts -------------------------------------------------------------------------------------


def leave(law, *conditions, hours=None):
    """A right to some hours."""
    amount = share(person.fraction, law.hours) if hours is None else hours
    return incentive(*conditions, parameters=law, amounts={"hours": amount})


def test_the_right_is_asked_before_its_amount(law):
    one = asker(leave(law, person.works), incentive(person.age >= 18, id="other"))
    answers = {"person.works": True, "person.age": 20, "person.fraction": 50}

    stages = [
        one.next(facts).stage
        for facts in ({}, {"person.works": True}, {"person.works": True, "person.age": 20})
    ]

    assert stages == [PERSON, PERSON, AMOUNT]
    assert interview(one, answers)[-1] == "person-fraction"


def test_an_amount_is_not_asked_where_only_rights_are_wanted(law):
    one = asker(leave(law, person.works))

    assert asked(one, {"person.works": True}, amounts=False) is None


def test_the_amount_of_a_right_that_is_closed_or_open_is_not_asked(law):
    one = asker(leave(law, person.works))

    assert [asked(one, {"person.works": answer}) for answer in (False, UNKNOWN)] == [None, None]


def test_an_amount_that_is_exact_asks_nothing(law):
    one = asker(leave(law))

    assert asked(one, {"person.fraction": 50}) is None


def test_an_amount_that_only_the_law_leaves_open_asks_nothing(law):
    doubt = unknown_in_law("Niet gelezen.", source="decree")
    one = asker(leave(law, hours=when(doubt).then(law.hours).otherwise(law.hours / 2)))

    assert asked(one, {}) is None


def test_an_amount_that_waits_for_a_training_is_asked_about_with_the_training(law):
    hours = share(person.fraction, when(training.registered).then(law.hours).otherwise(0))
    one = asker(leave(law, person.works, hours=hours))
    facts = {"person.works": True}

    assert asked(one, facts, training=False) is None
    assert one.next(facts, training=True).stage == TRAINING


def test_an_amount_comes_before_the_training(law):
    one = asker(leave(law), incentive(training.registered, id="course"))

    assert interview(one, {"training.registered": True, "person.fraction": 50}) == [
        "person-fraction",
        "training-registered",
    ]


# Declared questions --------------------------------------------------------------------------

WORK = Question(
    "work",
    ("person.works", "person.fraction", "person.studies"),
    (
        Option("full", {"person.works": True, "person.fraction": Decimal(100)}),
        Option("part", {"person.works": True, "person.fraction": Between(Decimal(1), Decimal(99))}),
        Option("none", {"person.works": False, "person.fraction": 0}),
    ),
)
HOME = Question(
    "home",
    ("person.region",),
    (
        Option("here", {"person.region": "flanders"}),
        Option("elsewhere", {"person.region": OneOf(frozenset({"brussels", "wallonia"}))}),
    ),
)
ELSEWHERE = Question(
    "elsewhere",
    ("person.region",),
    (
        Option("brussels", {"person.region": "brussels"}),
        Option("wallonia", {"person.region": "wallonia"}),
    ),
)
AGE = Question("age", ("person.age",), typed="person.age", beside="home")


def test_a_declared_question_takes_the_place_of_the_facts_it_fills():
    one = asker(incentive(person.works, person.fraction >= 50), book=QuestionBook((WORK,)))

    assert interview(one, {"person.works": True, "person.fraction": Decimal(100)}) == ["work"]


def test_what_an_answer_leaves_open_is_asked_for_exactly_when_it_matters():
    one = asker(incentive(person.works, person.fraction >= 50), book=QuestionBook((WORK,)))

    assert interview(one, {"person.works": True, "person.fraction": Decimal(80)}) == [
        "work",
        "person-fraction",
    ]
    assert interview(one, {"person.works": False, "person.fraction": 0}) == ["work"]


def test_what_no_option_fills_is_asked_by_itself():
    one = asker(incentive(person.works, person.studies), book=QuestionBook((WORK,)))
    answers = {"person.works": True, "person.fraction": 100, "person.studies": True}

    assert sorted(interview(one, answers)) == ["person-studies", "work"]


def test_a_question_that_no_answer_fits_gives_way_to_the_fact_itself():
    here = Question(
        "here",
        ("person.region", "person.works"),
        (Option("both", {"person.region": "flanders", "person.works": True}),),
    )
    one = asker(incentive(person.works, person.region != "brussels"), book=QuestionBook((here,)))

    assert asked(one, {}) == ["here"]
    assert asked(one, {"person.region": "wallonia"}) == ["person-works"]


def test_a_partial_answer_is_narrowed_by_another_declared_question():
    one = asker(incentive(person.region == "brussels"), book=QuestionBook((HOME, ELSEWHERE)))

    assert interview(one, {"person.region": "brussels"}) == ["home", "elsewhere"]
    assert interview(one, {"person.region": "flanders"}) == ["home"]


def test_a_partial_answer_is_not_narrowed_where_it_decides():
    one = asker(incentive(person.region == "flanders"), book=QuestionBook((HOME, ELSEWHERE)))

    assert interview(one, {"person.region": "brussels"}) == ["home"]


def test_a_question_that_cannot_narrow_what_is_known_is_not_put():
    one = asker(incentive(person.region == "brussels"), book=QuestionBook((HOME,)))
    part = {"person.region": OneOf(frozenset({"brussels", "wallonia"}))}

    assert asked(one, part) == ["person-region"]


def test_questions_that_belong_together_stand_on_one_screen_where_both_matter():
    one = asker(
        incentive(person.region == "flanders", person.age >= 18),
        book=QuestionBook((AGE, HOME)),
    )

    assert asked(one, {}) == ["age", "home"]
    assert asked(one, {"person.age": 20}) == ["home"]
    assert asked(one, {"person.region": "flanders"}) == ["age"]


def test_somebody_who_does_not_know_is_asked_none_of_its_facts_again():
    one = asker(incentive(person.works, person.fraction >= 50), book=QuestionBook((WORK,)))

    assert asked(one, WORK.not_known({})) is None


def test_a_typed_question_is_put_again_for_a_range_that_does_not_decide():
    one = asker(incentive(person.age >= 18), book=QuestionBook((AGE,)))
    part = {"person.age": Between(Decimal(10), Decimal(30))}

    assert asked(one, part) == ["age"]
    assert asked(one, part, skip=["age"]) == ["person-age"]
    assert asked(one, part, skip=["age", "person-age"]) is None


SAME = Question(
    "same",
    ("person.income", "person.age"),
    (Option("yes", same={"person.income": "person.fraction"}), Option("no")),
    beside="work",
)


def test_the_same_as_now_is_asked_beside_now_and_not_where_now_is_not_known():
    one = asker(
        incentive(person.fraction >= 50, person.income > 20), book=QuestionBook((WORK, SAME))
    )

    assert asked(one, {}) == ["work", "same"]
    assert asked(one, {"person.fraction": 80}) == ["same"]
    assert asked(one, {"person.fraction": UNKNOWN}) == ["person-income"]


def test_the_same_as_now_is_not_asked_where_now_does_not_matter():
    one = asker(incentive(person.income > 20), book=QuestionBook((WORK, SAME)))

    assert asked(one, {}) == ["person-income"]
    assert asked(one, {"person.fraction": 80}) == ["same"]


# What somebody wants -------------------------------------------------------------------------

WANTS = QuestionBook(topics={"person.wants_leave": frozenset({"leave"})})


def test_whether_somebody_wants_it_is_asked_before_what_it_takes():
    one = asker(incentive(person.works, person.age >= 18), book=WANTS)

    assert asked(one, {}) == ["person-wants-leave"]


def test_what_somebody_does_not_want_is_not_asked_about_and_told_as_declined():
    wanted, other = incentive(person.works, person.studies), incentive(person.age >= 18, id="two")
    one = asker(wanted, other, book=WANTS)
    no = {"person.wants_leave": False}
    answers = {**no, "person.age": 20, "person.works": True, "person.studies": True}

    assert sorted(interview(one, answers)) == ["person-age", "person-wants-leave"]
    assert (one.declined(no), one.declined({})) == ({"leave"}, frozenset())


@pytest.mark.parametrize("answer", [True, UNKNOWN])
def test_what_somebody_may_want_is_asked_about(answer):
    one = asker(incentive(person.works), book=WANTS)

    assert asked(one, {"person.wants_leave": answer}) == ["person-works"]


def test_a_wish_is_not_asked_where_the_right_is_decided_or_nothing_is_assumed():
    one = incentive(person.works)

    assert asked(asker(one, book=WANTS), {"person.works": False}) is None
    assert asked(asker(one, book=WANTS, strict=True), {}) == ["person-works"]


def test_the_amount_of_what_somebody_does_not_want_is_not_asked(law):
    one = asker(leave(law), book=WANTS)

    assert asked(one, {}) == ["person-wants-leave"]
    assert asked(one, {"person.wants_leave": True}) == ["person-fraction"]
    assert asked(one, {"person.wants_leave": False}) is None


# About what ----------------------------------------------------------------------------------


def test_rights_of_an_employer_are_asked_about_on_demand():
    book = (incentive(person.works, id="firm", kind="employer_right"),)

    assert [asked(asker(*book), {}), asked(asker(*book, incentives=["firm"]), {})] == [
        None,
        ["person-works"],
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
