"""What follows from what: implied facts, facts computed from others, lists that become numbers."""

from collections.abc import Sequence
from decimal import Decimal

from koers.engine import (
    ABSENT,
    REFERENCE_DAY,
    OneOf,
    Reduction,
    full_months,
    full_years,
    implies,
    one_unit,
    present,
    round_down,
)
from koers.rulebook.facts.conditions import (
    short_schooled,
    vocational_nurse,
    with_secondary_diploma,
)
from koers.rulebook.facts.courses import training
from koers.rulebook.facts.firms import employer
from koers.rulebook.facts.jobs import career, employment
from koers.rulebook.facts.people import person
from koers.rulebook.facts.usage import career_guidance, career_plan
from koers.rulebook.facts.words import EMPLOYMENT_SECTOR, EMPLOYMENT_STATUS, REGION, TRAINING_KIND

HAS_EMPLOYER = EMPLOYMENT_STATUS.group("has_employer")
NO_WORK = EMPLOYMENT_STATUS.group("no_work")

FULLY_EXEMPT = ("leefloon", "ocmw", "igo")
RVA_BENEFIT = ("unemployment_benefit", "insertion_benefit")

has_no_employer = ~employment.status.is_in(HAS_EMPLOYER)
does_not_work = employment.status.is_in(NO_WORK)
higher_education = training.kind.is_in(TRAINING_KIND.group("higher_education_any"))

IMPLICATIONS = (
    implies(
        ~person.residence_region.is_in(REGION.group("walloon_region")),
        person.moved_from_eea_to_wallonia,
        False,
    ),
    implies(
        person.highest_diploma != "nursing_4th_grade_bso",
        person.nursing_diploma_school_year,
        ABSENT,
    ),
    implies(short_schooled, person.has_nursing_diploma, False),
    implies(vocational_nurse, person.has_nursing_diploma, True),
    implies(person.household.is_in(["single", "single_with_children"]), person.lives_alone, True),
    implies(person.household == "cohabiting", person.lives_alone, False),
    implies(person.household == "single", person.children_on_child_benefit, 0),
    implies(
        person.receives_unemployment_benefit == True,
        person.income_source,
        OneOf(frozenset(RVA_BENEFIT)),
    ),
    implies(
        person.income_source.is_in(RVA_BENEFIT),
        person.receives_unemployment_benefit,
        True,
    ),
    implies(
        employment.status.is_in(HAS_EMPLOYER | {"self_employed"}),
        person.receives_unemployment_benefit,
        False,
    ),
    implies(does_not_work, employment.sector, ABSENT),
    implies(does_not_work, employment.workplace_region, ABSENT),
    implies(does_not_work, employment.workplace_province, ABSENT),
    implies(
        present(employment.workplace_region) & (employment.workplace_region != "flanders"),
        employment.workplace_province,
        "other",
    ),
    implies(
        employment.sector.is_in(EMPLOYMENT_SECTOR.group("private_any")), employer.public_care, False
    ),
    implies(has_no_employer, employer.public_care, False),
    implies(has_no_employer, employment.joint_committee, ABSENT),
    implies(
        employment.sector.is_in(["public_flemish", "public_other"]),
        employment.joint_committee,
        ABSENT,
    ),
    implies(has_no_employer, employment.fraction, 0),
    implies(has_no_employer, employment.schedule_type, ABSENT),
    implies(has_no_employer, employment.contract_type, ABSENT),
    implies(has_no_employer, employment.contract_start, ABSENT),
    implies(has_no_employer, employment.contract_end, ABSENT),
    implies(has_no_employer, employment.months_with_employer, 0),
    implies(
        (employment.status == "employee") & employment.secondary_self_employed.known_no,
        employment.self_employed_kind,
        ABSENT,
    ),
    implies(~higher_education, training.contract_type, ABSENT),
    implies(
        training.kind.is_in(["graduaat", "bachelor", "hbo5"]), training.leads_to_he_degree, True
    ),
    implies(~higher_education, training.leads_to_he_degree, False),
    implies(with_secondary_diploma, training.first_secondary_diploma, False),
    implies(higher_education, training.first_secondary_diploma, False),
    implies(training.abroad.known_no, training.organiser_belgian, True),
    implies(training.in_career_plan.known_no, career_guidance.date, ABSENT),
    implies(training.in_career_plan.known_no, career_plan.attest_date, ABSENT),
    # Adult education until 2025-08-31; afterwards the rule itself answers unknown for these.
    implies(person.income_source.is_in(FULLY_EXEMPT), person.cvo_category, "full"),
    implies(person.dependant_of_income_source.is_in(FULLY_EXEMPT), person.cvo_category, "full"),
    implies(
        person.income_source.is_in(RVA_BENEFIT) & training.vdab_path, person.cvo_category, "full"
    ),
    implies(
        person.income_source.is_in(RVA_BENEFIT) & training.vdab_path.known_no,
        person.cvo_category,
        "reduced",
    ),
    implies(
        person.income_source.is_in(RVA_BENEFIT),
        person.cvo_category,
        OneOf(frozenset({"full", "reduced"})),
    ),
    implies(person.dependant_of_income_source.is_in(RVA_BENEFIT), person.cvo_category, "reduced"),
)

DAYS_A_YEAR = 365

DERIVED = (
    # 2,555 days are 84 months: a year of experience counts 365 days.
    (
        career.experience_months,
        round_down(career.experience_days * 12 / DAYS_A_YEAR, to=1),
    ),
    (person.age, full_years(person.birth_date, REFERENCE_DAY)),
    (person.years_since_leaving_school, full_years(person.left_school_on, REFERENCE_DAY)),
    (person.months_without_work, full_months(person.last_worked_on, REFERENCE_DAY)),
    (employment.months_with_employer, full_months(employment.contract_start, REFERENCE_DAY)),
    (
        person.months_registered_jobseeker,
        full_months(person.vdab_registered_since, REFERENCE_DAY),
    ),
)

AT_LEAST = (
    (training.contact_hours_total_year, training.contact_hours),
    (career_guidance.cheques_used_ever, career_guidance.cheques_used_last_6y),
)


def _mean(items: Sequence[Decimal]) -> Decimal:
    return _sum(items) / len(items)


def _sum(items: Sequence[Decimal]) -> Decimal:
    return sum(items, Decimal(0))


DAY_CAP = Decimal(6)
"""Hours a day that count, part of the definition of `training.hours_within_day_cap`."""

REDUCTIONS = (
    Reduction(
        "employer.headcount_fte",
        "employer.headcount_fte_by_quarter",
        _mean,
        "gemiddelde van de vier kwartalen",
    ),
    Reduction("training.credits_term_min", "training.credits_per_term", min, "kleinste trimester"),
    Reduction("training.hours_term_min", "training.hours_per_term", min, "kleinste trimester"),
    Reduction(
        "training.hours_within_day_cap",
        "training.hours_per_day",
        lambda items: _sum([min(item, DAY_CAP) for item in items]),
        "som, met ten hoogste 6 uur per dag",
    ),
    Reduction("training.hours", "training.hours_per_day", _sum, "som van de dagen"),
    Reduction(
        "training.days",
        "training.hours_per_day",
        lambda items: Decimal(len(items)),
        "aantal cursusdagen",
    ),
    Reduction(
        "training.paid_with_opleidingscheque",
        "training.paid_with",
        lambda items: "opleidingscheque" in items,
        "staat in de lijst",
        none=False,
    ),
    Reduction(
        "training.paid_with_kmo_portefeuille",
        "training.paid_with",
        lambda items: "kmo_portefeuille" in items,
        "staat in de lijst",
        none=False,
    ),
    Reduction(
        "premium.paid_semester_1",
        "premium.paid_semesters",
        lambda items: items[0],
        "eerste bedrag",
    ),
    Reduction(
        "premium.paid_semester_2",
        "premium.paid_semesters",
        lambda items: items[1] if len(items) > 1 else Decimal(0),
        "tweede bedrag",
    ),
    Reduction(
        "sector.days_worked_pc304_best_year",
        "sector.days_worked_pc304_by_year",
        max,
        "meeste dagen in 2022, 2023 of 2024",
        keys=frozenset({"2022", "2023", "2024"}),
        none=Decimal(0),
    ),
)

ONE_UNIT = (
    one_unit(
        [training.credits, training.contact_hours, training.lestijden, training.exams],
        only_for=["vov", "opleidingscheque", "zorgkrediet_opleiding"],
        because="een opleiding wordt in één maat gemeten",
    ),
    one_unit(
        [
            training.credits_year,
            training.credits_term_min,
            training.hours_year,
            training.hours_term_min,
        ],
        only_for=["time_credit_training_leave", "time_credit_training_allowance"],
        because="een opleiding wordt in één maat gemeten",
    ),
)

__all__ = ["AT_LEAST", "DERIVED", "IMPLICATIONS", "ONE_UNIT", "REDUCTIONS"]
