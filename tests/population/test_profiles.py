"""Made people: the same each time, complete, and free of contradictions."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from koers.engine.assess import compatible
from koers.engine.evaluate import Evaluation
from koers.engine.statements import read_value
from koers.engine.values import ABSENT, Stated
from koers.population.interviews import Interviews
from koers.population.profiles import AS_OF, learning_facts, made_people
from koers.rulebook import RULEBOOK
from koers.rulebook.facts import VOCABULARY
from koers.rulebook.facts.consequences import NO_WORK
from koers.rulebook.questions import BOOK
from tests.population.people import (
    Person,
    amount,
    count,
    months_since_start,
    people,
    works_for_somebody,
)

NOT_OF_A_PERSON = frozenset(
    """application,driving licence,enterprise,project,question,reference amount,tax,time credit,
    training,training contract,training provider,travel""".replace("\n    ", "").split(",")
)
"""Subjects of facts about a training, or about the plan of a leave, contract or journey."""

LEFT_OUT = {
    "only the employer knows it": {
        "employer.balance_total",
        "employer.employees",
        "employer.employees_pc226",
        "employer.group_data_included",
        "employer.paid_full_cost",
        "employer.payroll",
        "employer.region_group",
        "employer.rsz_category",
        "employer.sector_plan_filed",
        "employer.small_company",
        "employer.turnover",
        "employer.workers",
        "employer.workers_last_year",
        "sector.credit_left",
    },
    "another fact that is asked tells the same": {
        "career.experience_days",
        "person.birth_date",
        "person.last_worked_on",
        "person.left_school_on",
        "person.vdab_registered_since",
    },
    "a list: rules see what it is reduced to": {
        "employer.headcount_fte_by_quarter",
        "premium.paid_semesters",
        "sector.days_worked_pc304_by_year",
    },
}


# The same, whatever is asked around it -------------------------------------------------------


def test_the_same_seed_gives_the_same_people() -> None:
    assert made_people(200, 7) == made_people(200, 7)


def test_another_seed_gives_other_people() -> None:
    assert made_people(200, 7) != made_people(200, 8)


def test_a_person_does_not_depend_on_how_many_are_made() -> None:
    assert made_people(30, 7) == made_people(200, 7)[:30]


# Complete and valid --------------------------------------------------------------------------


def test_everybody_has_every_promised_fact_and_no_other() -> None:
    assert {frozenset(person) for person in people()} == {learning_facts()}


def test_every_fact_that_a_person_can_know_is_there() -> None:
    """Whoever declares a fact gives people a value, or says here why they have none."""
    known = {
        name
        for name, fact in VOCABULARY.facts.items()
        if fact.subject not in NOT_OF_A_PERSON
        and (not fact.explanation_only or fact.subject == "plan")
    }
    assert learning_facts() == known - set().union(*LEFT_OUT.values())


def test_what_is_left_out_exists() -> None:
    assert set().union(*LEFT_OUT.values()) <= set(VOCABULARY.facts)


def test_every_value_is_canonical_for_its_declaration() -> None:
    """`read_value` refuses a wrong word or type, a fraction of a whole fact, a broken bound."""
    seen = {(name, type(value), value) for person in people() for name, value in person.items()}
    wrong = []
    for name, kind, value in seen:
        fact = VOCABULARY.facts[name]
        school_year = fact.unit == "school_year" and isinstance(value, int)
        read = read_value(fact, f"{value}-{int(str(value)) + 1}" if school_year else value)
        if read != value or type(read) is not kind:
            wrong.append((name, value, read))
    assert not wrong


# No contradictions ---------------------------------------------------------------------------


def evaluation(person: Person, *, strict: bool) -> Evaluation:
    """With a training that suits: who has a date of guidance has it for this training."""
    in_plan = person["career_guidance.date"] is not ABSENT
    facts = {**person, "training.in_career_plan": in_plan}
    return Evaluation(RULEBOOK, "vov", facts, day=AS_OF, asked=AS_OF, strict=strict)


def contradictions(person: Person, *, strict: bool) -> list[str]:
    """Names of stated facts that cannot be true beside what other facts imply."""
    reading = evaluation(person, strict=strict)
    found = []
    for name in VOCABULARY.implications:
        implied = reading.implied(name)
        if name in person and implied is not None:
            fact = VOCABULARY.facts[name]
            if not compatible(fact, person[name], implied):
                found.append(name)
    return found


@pytest.mark.parametrize("strict", [False, True])
def test_nobody_contradicts_what_follows_from_other_facts(strict: bool) -> None:
    found = Counter(name for one in people()[:700] for name in contradictions(one, strict=strict))
    assert not found


def test_a_contradiction_would_be_seen() -> None:
    wrong = {**people()[0], "employment.status": "jobseeker", "employment.fraction": 100}
    assert "employment.fraction" in contradictions(wrong, strict=False)


def test_bounds_by_other_facts_hold() -> None:
    for person in people()[:700]:
        reading = evaluation(person, strict=True)
        for name, node in VOCABULARY.at_least.items():
            if name in person:
                assert amount(person, name) >= reading.quantity(reading.fold(node)).low


def test_of_two_facts_that_tell_the_same_people_have_one() -> None:
    sources = {
        "person.age": "person.birth_date",
        "person.years_since_leaving_school": "person.left_school_on",
        "person.months_without_work": "person.last_worked_on",
        "person.months_registered_jobseeker": "person.vdab_registered_since",
        "career.experience_months": "career.experience_days",
    }
    assert set(sources) | {"employment.months_with_employer"} == set(VOCABULARY.derived)
    for fact, source in sources.items():
        assert len({fact, source} & learning_facts()) == 1


def test_people_can_answer_every_question_about_themselves() -> None:
    interviews = Interviews(RULEBOOK, BOOK, AS_OF)
    asked = {name for one in (*BOOK.questions, *interviews.auto) for name in one.facts}
    assert asked <= learning_facts()


SENSE: dict[str, Callable[[Person], bool]] = {
    "experience since eighteen": lambda p: (
        count(p, "career.experience_months") <= 12 * (count(p, "person.age") - 18)
    ),
    "months with the employer are those since the contract began": lambda p: (
        count(p, "employment.months_with_employer") == months_since_start(p)
    ),
    "no more months with the employer than of experience": lambda p: (
        0 <= count(p, "employment.months_with_employer") <= count(p, "career.experience_months")
    ),
    "no more recent experience than experience": lambda p: (
        count(p, "career.experience_months_last_24") <= count(p, "career.experience_months")
    ),
    "experience and time without work fit in a life": lambda p: (
        count(p, "career.experience_months") + count(p, "person.months_without_work")
        <= 12 * (count(p, "person.age") - 18)
    ),
    "student jobs are part of the experience in Belgium": lambda p: (
        count(p, "person.student_job_months") <= count(p, "person.work_experience_months_belgium")
    ),
    "care experience": lambda p: (
        count(p, "employment.care_experience_months_last5y")
        <= count(p, "employment.care_experience_months")
        <= count(p, "career.experience_months")
    ),
    "time credit within the career": lambda p: (
        count(p, "time_credit.used_training_months") + count(p, "time_credit.used_care_months")
        <= count(p, "career.experience_months")
    ),
    "cheques of six years among all cheques": lambda p: (
        count(p, "career_guidance.cheques_used_last_6y")
        <= count(p, "career_guidance.cheques_used_ever")
    ),
    "no date of guidance without cheques": lambda p: (
        p["career_guidance.date"] is ABSENT or p["career_guidance.cheques_used_last_6y"] != 0
    ),
    "no certificate without guidance": lambda p: (
        p["career_plan.attest_date"] is ABSENT or p["career_guidance.date"] is not ABSENT
    ),
    "appointed officials work for a government": lambda p: (
        p["employment.status"] != "civil_servant" or str(p["employment.sector"])[:6] == "public"
    ),
    "a joint committee, or a government, for who has an employer": lambda p: (
        (p["employment.joint_committee"] is not ABSENT)
        == (works_for_somebody(p) and str(p["employment.sector"])[:7] == "private")
    ),
    "a kind of business for who has one": lambda p: (
        (p["employment.self_employed_kind"] is not ABSENT)
        == (
            p["employment.status"] == "self_employed"
            or p["employment.secondary_self_employed"] is True
        )
    ),
    "temporary work has its committee": lambda p: (
        p["employment.status"] != "temp_agency" or p["employment.joint_committee"] == "322"
    ),
    "no firm without work": lambda p: (
        (p["employer.headcount"] is ABSENT) == (p["employment.status"] in NO_WORK)
    ),
    "no working time without an employer": lambda p: (
        (p["employment.fraction"] != 0) == works_for_somebody(p)
        and (p["employment.weekly_hours"] != 0) == works_for_somebody(p)
    ),
    "hours are the fraction of a full week": lambda p: (
        abs(
            amount(p, "employment.q") * 100
            - amount(p, "employment.fraction") * amount(p, "employment.s")
        )
        <= 1
    ),
    "no full-time equivalents without heads": lambda p: (
        p["employer.headcount"] is ABSENT
        or amount(p, "employer.headcount_fte") <= amount(p, "employer.headcount")
    ),
    "benefits have dates around today": lambda p: (
        before_today(p["unemployment.request_date"], p["unemployment.limit_date"])
        == p["person.receives_unemployment_benefit"]
    ),
    "registered months need a registration": lambda p: (
        p["person.vdab_registered"] is True or p["person.months_registered_jobseeker"] == 0
    ),
    "a notice ends the contract": lambda p: (
        p["dismissal.by_employer"] is ABSENT
        or not works_for_somebody(p)
        or p["employment.contract_end"] is not ABSENT
    ),
    "no notice without a dismissal": lambda p: (
        (p["dismissal.by_employer"] is ABSENT) == (p["dismissal.notice_weeks"] is ABSENT)
    ),
    "household income fits the fee": lambda p: (
        (amount(p, "student.reference_income") < amount(p, "student.max_limit"))
        == (p["student.fee_category"] == "beurs")
    ),
    "only who has no income depends on somebody": lambda p: (
        p["person.dependant_of_income_source"] is ABSENT or p["person.income_source"] == "none"
    ),
    "fees only for a diploma": lambda p: (
        p["diploma.date"] is not ABSENT
        or (p["premium.paid_semester_1"], p["premium.paid_semester_2"]) == (0, 0)
    ),
    "who lives elsewhere and works, works in Belgium or nearby": lambda p: (
        p["person.residence_region"] == "flanders"
        or p["employment.workplace_region"]
        in (ABSENT, "flanders", "brussels", "wallonia", "netherlands")
    ),
    "a province in Flanders only": lambda p: (
        p["employment.workplace_region"] is ABSENT
        or (p["employment.workplace_region"] == "flanders")
        == (p["employment.workplace_province"] != "other")
    ),
}


def before_today(start: Stated, end: Stated) -> bool:
    if start is ABSENT and end is ABSENT:
        return False
    assert isinstance(start, date)
    assert isinstance(end, date)
    assert start <= AS_OF < end
    return True


@pytest.mark.parametrize("what", SENSE)
def test_facts_of_one_person_fit_together(what: str) -> None:
    strange = [person for person in people() if not SENSE[what](person)]
    assert not strange[:1]
