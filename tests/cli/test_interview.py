"""The state of an interview: what may be asked, going back, changing an answer, and the end."""

import random
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from koers.cli.given import read_given, write_given
from koers.cli.interview import (
    DO_NOT_KNOW,
    RATHER_NOT,
    TRAINING,
    Interview,
    Option,
    Question,
)
from koers.cli.result import as_text
from koers.engine.ask import PERSON
from koers.engine.nodes import Kind
from koers.engine.questions import question_about
from koers.engine.values import ABSENT, UNKNOWN, Between, OneOf, Stated
from koers.rulebook import RULEBOOK
from koers.rulebook.questions import BOOK
from tests.cli.talking import JOBSEEKER, WORKER, held, interview, option_for

ON = date(2024, 10, 1)
DAYS = (date(2019, 1, 1), date(2022, 10, 1), ON, date(2025, 10, 1), date(2026, 11, 22))
KNOWN = RULEBOOK.vocabulary.facts
FREE = {**WORKER, "plannen": "?", "gebeurd": "?", TRAINING: "Ja"}
"""Wants to hear about everything, and has a training in mind."""
UNEMPLOYED = {**JOBSEEKER, "plannen": "?", "gebeurd": "?", TRAINING: "Ja"}


@cache
def asked_of(worker: bool) -> tuple[str, ...]:
    """What somebody is asked: the keys, in order."""
    answers = FREE if worker else UNEMPLOYED
    return tuple(one.question.key for one in held(ON, answers).given)


def facts_of(key: str) -> tuple[str, ...]:
    """The facts that a question is about, by its key."""
    if key in {one.slug for one in BOOK.questions}:
        return BOOK[key].facts
    return tuple(name for name in KNOWN if name.replace(".", "-").replace("_", "-") == key)


def told(one: Interview, name: str, value: Stated) -> None:
    """Somebody says what a fact is, asked or not."""
    one.answer(one.question_about(name), Option("", {name: value}))


# What is asked -------------------------------------------------------------------------------


def test_the_opening_comes_first_in_its_order() -> None:
    asked = [key for key in asked_of(False) if key in BOOK.opening]
    assert asked_of(False)[0] == BOOK.opening[0]
    assert asked == [slug for slug in BOOK.opening if slug in asked]


def test_somebody_without_work_is_not_asked_about_work() -> None:
    about_work = {name for name in KNOWN if name.startswith(("employment.", "employer."))}
    here = {"employer.region"}  # of the firm where somebody would learn the job
    for key in asked_of(False)[1:]:
        assert not ({*facts_of(key)} & about_work) - here


def test_what_concerns_the_training_comes_after_all_else() -> None:
    one = interview(ON)
    for asked in (asked_of(True), asked_of(False)):
        at = asked.index(TRAINING)
        about_training = [one.all_about_training(facts_of(key)) for key in asked[:at]]
        assert not any(about_training)
        assert any(key.startswith("training-") for key in asked[at:])


def test_without_a_training_nothing_is_asked_about_one() -> None:
    given = held(ON, {**UNEMPLOYED, TRAINING: "Nee, nog niet"}).given
    assert given[-1].question.key == TRAINING


def test_a_screen_of_sensitive_questions_only_comes_last_of_what_decides_about_the_person() -> None:
    one = interview(ON)
    sensitive = {item.slug for item in BOOK.questions if item.sensitive}
    sensitive |= {BOOK.about(fact).slug for fact in KNOWN.values() if fact.sensitive}
    asked: set[str] = set()
    while (screen := one.asker.next(one.facts, skip=one.asked)) and screen.stage == PERSON:
        slugs = {item.slug for item in screen.questions}
        waiting = {item.slug for item in one.asker.open_questions(one.facts, skip=one.asked)}
        assert not slugs <= sensitive or waiting <= sensitive
        asked |= slugs
        question = one.next()
        one.answer(question, question.options[-1])
    assert "uitkering" in asked


@pytest.mark.parametrize("worker", [True, False])
def test_nothing_is_asked_twice_when_the_answer_is_not_known(worker: bool) -> None:
    given = held(ON, {"werk": "baas" if worker else "zoekt", TRAINING: "Ja"}).given
    keys = [one.question.key for one in given]
    assert len(keys) > 10
    assert len(keys) == len(set(keys))


def test_asking_what_is_next_changes_nothing() -> None:
    one = interview(ON)
    while (question := one.next()) is not None:
        assert one.next() == question
        one.answer(question, question.options[-1])


def test_questions_on_one_screen_are_put_one_after_the_other_while_both_matter() -> None:
    asked = asked_of(True)
    assert ("woonplaats", "werkplaats") in pairwise(asked)
    assert ("uren", "evenveel") in pairwise(asked)
    abroad = [one.question.key for one in held(ON, {**WORKER, "uren": "?"}).given]
    assert "uren" in abroad
    assert "evenveel" not in abroad


def test_a_question_says_why_and_for_which_rights() -> None:
    one = interview(ON)
    first = one.next()
    title = RULEBOOK["vov"].texts.title
    assert first.why.startswith("Sommige rechten zijn er alleen voor werknemers.")
    assert title in first.why


def test_with_everything_no_topic_is_asked_and_the_training_at_once() -> None:
    one = interview(ON, everything=True)
    keys = []
    while (question := one.next()) is not None and len(keys) < 40:
        keys.append(question.key)
        one.answer(question, question.options[-1])
    assert "plannen" not in keys
    assert TRAINING not in keys


# Part of an answer ---------------------------------------------------------------------------


def test_an_answer_that_is_partly_known_is_asked_once_more_and_no_more() -> None:
    # given
    either = OneOf(frozenset({"employee", "civil_servant"}))
    one = interview(ON)
    told(one, "employment.status", either)
    # when
    again = one.question_about("employment.status")
    narrowed = one._in_words(BOOK.about(KNOWN["employment.status"], either), ())
    one.answer(narrowed, narrowed.options[-1])
    # then
    assert again.key == narrowed.key == "employment-status"
    assert [option.facts["employment.status"] for option in narrowed.options[:-1]] == [
        "employee",
        "civil_servant",
    ]
    assert one.facts["employment.status"] == either
    assert narrowed.hint.startswith("Dit maakt nog een verschil. Kan je het preciezer zeggen?")


def test_a_rough_answer_is_made_exact_only_where_it_matters() -> None:
    works_for_firm = held(ON, WORKER)
    assert "employment-sector" not in {one.question.key for one in works_for_firm.given}
    assert isinstance(works_for_firm.facts["employment.sector"], OneOf)


def test_a_later_answer_is_more_precise_than_an_earlier_one() -> None:
    one = interview(ON)
    told(one, "person.age", Between(30, 40))
    told(one, "person.age", 34)
    assert one.facts == {"person.age": 34}


# Options -------------------------------------------------------------------------------------


def test_what_is_sensitive_need_not_be_said() -> None:
    one = held(ON, UNEMPLOYED, "uitkering")
    question = one.next()
    assert question.options[-1].label == RATHER_NOT
    assert {*question.options[-1].facts.values()} == {UNKNOWN}


def test_several_ticks_fill_their_facts_and_read_as_one_answer() -> None:
    one = held(ON, WORKER, "plannen")
    question = one.next()
    both = one.ticked(question, ["zorg", "minder_werken"])
    none = one.ticked(question, [])
    assert both.facts["plan.care_study"] is both.facts["plan.time_credit"] is True
    assert both.facts["plan.recognition"] is False
    assert " en " in both.label
    assert none.label == question.none == "Niets hiervan"


def test_the_unit_of_a_training_is_asked_before_its_size_and_the_other_units_are_absent() -> None:
    measure = interview(ON).questions.measures[0]
    in_hours, unsure = (held(ON, {**FREE, measure.text: one}) for one in ("In uren les", "?"))
    asked = [given.question.key for given in in_hours.given]
    sizes = {question_about(KNOWN[name]).slug for name in measure.options}
    assert [key for key in asked if key in sizes] == ["training-contact-hours"]
    assert asked.index(measure.text) < asked.index("training-contact-hours")
    assert in_hours.facts["training.credits"] is ABSENT
    assert {unsure.facts[name] for name in measure.options} == {UNKNOWN}
    assert not sizes & {given.question.key for given in unsure.given}


def test_none_is_no_answer_where_it_would_follow_from_what_is_known() -> None:
    one = interview(ON)
    told(one, "employment.status", "employee")
    labels = [option.label for option in one.question_about("employment.workplace_region").options]
    assert "Ik werk nergens" not in labels
    unknown = interview(ON).question_about("employment.workplace_region")
    assert "Ik werk nergens" in [option.label for option in unknown.options]


def test_how_much_one_worked_before_may_be_the_same_as_now() -> None:
    one = interview(ON)
    told(one, "employment.fraction", 80)
    options = one.question_about("employment.fraction_reference_month").options
    assert [(option.sign, option.label) for option in options] == [
        ("=", "Evenveel als nu (80%)"),
        ("?", DO_NOT_KNOW),
    ]


# Topics --------------------------------------------------------------------------------------


def test_what_somebody_does_not_want_spares_questions_and_is_kept() -> None:
    wants, not_wanted = (
        held(ON, {**WORKER, "plannen": plans}) for plans in (["minder_werken"], [])
    )
    assert len(not_wanted.given) < len(wants.given)
    assert {*not_wanted.declined} - {*wants.declined} == {"plan.time_credit"}
    assert "vok" in not_wanted.declined["plan.time_credit"]


def test_nothing_is_declined_before_it_is_asked() -> None:
    assert interview(ON).declined == {}
    assert held(ON, UNEMPLOYED).declined == {}


# Back and change -----------------------------------------------------------------------------


@pytest.mark.parametrize("answers", [FREE, UNEMPLOYED], ids=["worker", "jobseeker"])
def test_going_back_asks_each_question_again_in_the_opposite_order(answers) -> None:
    one = held(ON, answers)
    while one.given:
        last = one.given[-1].question
        before = {name for given in one.given[:-1] for name in given.option.facts}
        assert one.back() == last
        assert {*one.facts} == before
        assert one.next().key == last.key
    assert one.back() is None


def test_after_going_back_the_rest_of_the_screen_is_asked_again() -> None:
    one = held(ON, WORKER, "werkplaats")
    one.back()
    again = one.next()
    one.answer(again, option_for(one, again, "brussel"))
    assert (again.key, one.next().key) == ("woonplaats", "werkplaats")


def test_changing_an_answer_drops_what_it_contradicts_and_keeps_the_rest() -> None:
    one = interview(ON)
    for name, value in (
        ("employment.status", "employee"),
        ("person.residence_region", "flanders"),
        ("employment.workplace_region", "flanders"),
        ("employment.sector", "private"),
        ("employment.fraction", 100),
    ):
        told(one, name, value)
    lost = one.change(0, Option("", {"employment.status": "student"}))
    assert {given.question.key for given in lost} == {
        "employment-workplace-region",
        "employment-sector",
        "employment-fraction",
    }
    assert one.facts == {
        "employment.status": "student",
        "person.residence_region": "flanders",
    }


def test_changing_an_answer_drops_later_answers_about_the_same() -> None:
    one = interview(ON)
    told(one, "person.age", Between(30, 40))
    told(one, "person.residence_region", "flanders")
    told(one, "person.age", 34)
    lost = one.change(0, Option("", {"person.age": 50}))
    assert [given.option.facts for given in lost] == [{"person.age": 34}]
    assert one.facts == {"person.age": 50, "person.residence_region": "flanders"}


def test_changing_an_answer_drops_what_was_the_same_as_it() -> None:
    one = held(ON, FREE, "opleiding")
    at = [given.question.key for given in one.given].index("uren")
    same = "employment.fraction_reference_month"
    assert one.facts[same] == 100
    lost = one.change(at, option_for(one, one.given[at].question, "halftijds"))
    assert "evenveel" in {given.question.key for given in lost}
    assert same not in one.facts
    assert one.facts["employment.fraction"] == Between(50, one.facts["employment.fraction"].high)


def test_an_assumption_can_be_contradicted_whether_it_is_asked_or_not() -> None:
    one = held(ON, WORKER)
    found = next(given for given in one.assessments() if given.assumptions).assumptions[0].fact
    question = one.question_about(found)
    one.answer(question, question.options[0])
    left = {two.fact for given in one.assessments() for two in given.assumptions}
    assert found in one.facts
    assert found not in left


# Any answers ---------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_any_answers_lead_to_an_end_and_to_a_file_that_reads_back(
    seed: int, tmp_path: Path
) -> None:
    # given
    chance = random.Random(seed)
    one = interview(chance.choice(DAYS), everything=seed % 3 == 0)
    # when
    for _ in range(250):
        question = one.next()
        if question is None:
            break
        one.answer(question, _anything(one, question, chance))
        if chance.random() < 0.05:
            position = chance.randrange(len(one.given))
            one.change(position, _anything(one, one.given[position].question, chance))
    # then
    assert one.next() is None
    assert "Dit is geen beslissing." in " ".join(as_text(one).split())
    path = tmp_path / "ik.yaml"
    write_given(path, one.facts, RULEBOOK.vocabulary, one.on)
    assert read_given(path, RULEBOOK.vocabulary) == one.facts


def _anything(one: Interview, question: Question, chance: random.Random) -> Option:
    fact = question.typed
    if question.several and chance.random() < 0.9:
        names = [option.name for option in question.options if option.name]
        return one.ticked(question, [name for name in names if chance.random() < 0.4])
    if fact is None or chance.random() < 0.3:
        return chance.choice(question.options)
    if fact.kind is Kind.DAY:
        value: Stated = date(chance.randint(1960, 2026), chance.randint(1, 12), 1)
    elif fact.kind is Kind.CHOICE:
        committee = fact.name == "employment.joint_committee"
        value = chance.choice(["200", "149.01", "124"] if committee else ["nl", "en", "vgt"])
    else:
        low, high = int(fact.low or 1), int(fact.high or 200)
        value = chance.choice([low, high, chance.randint(low, high), UNKNOWN])
    return Option("", {fact.name: value})
