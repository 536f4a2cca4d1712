"""Which question comes next: what may be asked, in which order, and when it ends."""

import random
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from koers.cli.facts import questions
from koers.cli.given import read_given, write_given
from koers.cli.interview import DO_NOT_KNOW, OPENING, TRAINING, Interview, Option, Question
from koers.cli.result import as_text
from koers.engine.nodes import Kind
from koers.engine.values import ABSENT, UNKNOWN, OneOf, Stated
from koers.rulebook import RULEBOOK

ON = date(2024, 10, 1)
DAYS = (date(2019, 1, 1), date(2022, 10, 1), ON, date(2025, 10, 1), date(2026, 11, 22))


def interview(on: date = ON, *, everything: bool = False) -> Interview:
    return Interview(RULEBOOK, questions(), on, everything=everything)


WORKER: dict[str, Stated] = {
    "employment.status": "employee",
    "person.residence_region": "flanders",
    "employment.workplace_region": "flanders",
    "employment.sector": "private",
    "employment.fraction": 100,
    "person.highest_diploma": "secondary",
}


@cache
def asked_of(status: str) -> tuple[str, ...]:
    """What somebody who has a training in mind is asked: the keys, in order.

    What is not in WORKER is answered with "I don't know".
    """
    one, asked = interview(), []
    known = {**WORKER, "employment.status": status}
    while (question := one.next()) is not None:
        asked.append(question.key)
        option = question.options[0 if question.key == TRAINING else -1]
        if question.key in known:
            option = Option("", {question.key: known[question.key]})
        one.answer(question, option)
    return tuple(asked)


def test_the_opening_comes_first_in_its_order() -> None:
    assert asked_of("employee")[: len(OPENING)] == OPENING


def test_somebody_without_work_is_not_asked_about_work() -> None:
    asked = asked_of("jobseeker")
    assert asked[0] == "employment.status"
    assert not [key for key in asked[1:] if key.startswith(("employment.", "employer."))]


def test_what_concerns_the_training_comes_after_all_else() -> None:
    asked = asked_of("employee")
    at = asked.index(TRAINING)
    assert not [key for key in asked[:at] if key.startswith(("training.", "provider."))]
    assert [key for key in asked[at:] if key.startswith("training.")]


def test_sensitive_facts_come_last_of_what_concerns_the_person() -> None:
    known = RULEBOOK.vocabulary.facts
    asked = asked_of("jobseeker")
    before = [key for key in asked[: asked.index(TRAINING)] if key in known]
    sensitive = [known[key].sensitive for key in before]
    assert sensitive == sorted(sensitive)
    assert any(sensitive)


@pytest.mark.parametrize("status", ["employee", "jobseeker"])
def test_nothing_is_asked_twice_when_the_answer_is_not_known(status: str) -> None:
    asked = asked_of(status)
    assert len(asked) == len(set(asked))


def test_the_day_a_job_began_is_asked_and_not_a_number_of_months() -> None:
    assert "employment.contract_start" in asked_of("employee")
    assert "employment.months_with_employer" not in asked_of("employee")


def test_an_answer_that_is_partly_known_is_asked_once_more_and_no_more() -> None:
    # given
    either = Option("", {"employment.status": OneOf(frozenset({"employee", "civil_servant"}))})
    one = interview()
    # when
    first = one.next()
    one.answer(first, either)
    again = one.next()
    one.answer(again, either)
    # then
    assert first.key == again.key == "employment.status"
    assert [option.facts["employment.status"] for option in again.options[:-1]] == [
        "employee",
        "civil_servant",
    ]
    assert one.next().key != "employment.status"


def test_a_group_of_diplomas_is_split_only_when_it_matters() -> None:
    one = interview()
    question = one.question_about("person.highest_diploma")
    one.answer(question, question.options[0])
    again = one.question_about("person.highest_diploma")
    words = {option.facts["person.highest_diploma"] for option in again.options[:-1]}
    assert words == question.options[0].facts["person.highest_diploma"].values  # type: ignore[union-attr]
    assert again.options[-1].facts == question.options[0].facts
    assert again.hint.startswith("Dit maakt nog een verschil.")


def test_the_unit_of_a_training_is_asked_before_its_size_and_the_other_units_are_absent() -> None:
    # given somebody who may have a cheque, and says which training it is
    one = interview()
    known = {**WORKER, "training.odb_registered": True, "training.fee": 100}
    for name, value in known.items():
        one.answer(one.question_about(name), Option("", {name: value}))
    measure = one.questions.measures[0]
    # when
    question = one.measured_in(measure)
    # then
    hours = question.options[0]
    assert hours.label == "In uren les"
    assert hours.facts["training.credits"] is ABSENT
    assert "training.contact_hours" not in hours.facts
    assert measure.text in asked_of("employee")
    assert question.options[-1].facts["training.contact_hours"] is UNKNOWN


def test_none_is_no_answer_where_it_would_follow_from_what_is_known() -> None:
    one = interview()
    one.answer(
        one.question_about("employment.status"), Option("", {"employment.status": "employee"})
    )
    labels = [option.label for option in one.question_about("employment.workplace_region").options]
    assert "Ik werk nergens" not in labels
    unknown = interview().question_about("employment.workplace_region")
    assert "Ik werk nergens" in [option.label for option in unknown.options]


def test_how_much_one_worked_before_may_be_the_same_as_now() -> None:
    one = interview()
    one.answer(one.question_about("employment.fraction"), Option("", {"employment.fraction": 80}))
    options = one.question_about("employment.fraction_reference_month").options
    assert [(option.sign, option.label) for option in options] == [
        ("=", "Evenveel als nu (80%)"),
        ("?", DO_NOT_KNOW),
    ]


def test_changing_an_answer_drops_what_it_contradicts_and_keeps_the_rest() -> None:
    one = interview()
    for name, value in WORKER.items():
        one.answer(one.question_about(name), Option("", {name: value}))
    lost = one.change(0, Option("", {"employment.status": "student"}))
    assert {given.question.key for given in lost} == {
        "employment.workplace_region",
        "employment.sector",
        "employment.fraction",
    }
    assert one.facts == {
        "employment.status": "student",
        "person.residence_region": "flanders",
        "person.highest_diploma": "secondary",
    }


@pytest.mark.parametrize("seed", range(6))
def test_any_answers_lead_to_an_end_and_to_a_file_that_reads_back(
    seed: int, tmp_path: Path
) -> None:
    # given
    chance = random.Random(seed)
    one = interview(chance.choice(DAYS), everything=seed % 3 == 0)
    # when
    for _ in range(150):
        question = one.next()
        if question is None:
            break
        one.answer(question, _anything(question, chance))
        if chance.random() < 0.05:
            position = chance.randrange(len(one.given))
            one.change(position, chance.choice(one.given[position].question.options))
    # then
    assert one.next() is None
    assert "Dit is geen beslissing." in " ".join(as_text(one).split())
    path = tmp_path / "ik.yaml"
    write_given(path, one.facts, RULEBOOK.vocabulary, one.on)
    assert read_given(path, RULEBOOK.vocabulary) == one.facts


def _anything(question: Question, chance: random.Random) -> Option:
    fact = question.typed
    if fact is None or chance.random() < 0.3:
        return chance.choice(question.options)
    if fact.kind is Kind.DAY:
        value: Stated = date(chance.randint(1960, 2026), chance.randint(1, 12), 1)
    elif fact.kind is Kind.CHOICE:
        value = chance.choice(["200", "149.01", "124"])
    else:
        low, high = int(fact.low or 1), int(fact.high or 200)
        value = chance.choice([low, high, chance.randint(low, high), UNKNOWN])
    return Option("", {fact.name: value})
