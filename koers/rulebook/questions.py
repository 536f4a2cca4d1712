"""The questions of the house: in words of daily life, each filling one or more facts.

Their words are in `facts/questions.nl.yaml` under `screens`. What no question here fills is asked
by a question made from the fact itself. Bounds of an option follow the thresholds of the law where
people can tell them; where a rule needs more, it is asked when it matters.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from koers.engine.facts import AnyFact
from koers.engine.language import Expression
from koers.engine.questions import Option, Question, QuestionBook
from koers.engine.reading import read_yaml
from koers.engine.values import ABSENT, Between, OneOf, Stated
from koers.rulebook.facts import (
    DIPLOMA,
    EMPLOYMENT_STATUS,
    career,
    career_guidance,
    diploma,
    dismissal,
    employer,
    employment,
    person,
    plan,
    premium,
    student,
    time_credit,
    unemployment,
    voucher,
)
from koers.rulebook.facts import (
    sector as funds,
)

Given = tuple[AnyFact, Stated]

FRACTIONS = (
    employment.fraction_reference_month,
    employment.fraction_september,
    employment.fraction_last_12_months,
    employment.fraction_year_before,
    employment.fraction_at_start,
    employment.fraction_training_start_month,
    employment.fraction_previous_school_year,
)
"""How much somebody worked at other moments: mostly as much as now."""


def _name(fact: AnyFact | Expression) -> str:
    return str(fact.declared.name)  # type: ignore[union-attr]  # facts are expressions


def _option(name: str, *sets: Given, unticked: tuple[Given, ...] = ()) -> Option:
    return Option(
        name,
        {_name(fact): value for fact, value in sets},
        {_name(fact): value for fact, value in unticked},
    )


def _question(
    slug: str,
    *options: Option,
    typed: AnyFact | None = None,
    several: bool = False,
    beside: str = "",
    sensitive: bool = False,
) -> Question:
    names = dict.fromkeys(name for one in options for name in (*one.sets, *one.unticked, *one.same))
    facts = (_name(typed),) if typed is not None else tuple(names)
    typed_fact = "" if typed is None else facts[0]
    return Question(slug, facts, options, typed_fact, several, beside, sensitive)


def _one_of(*words: str) -> OneOf:
    return OneOf(frozenset(words))


def _between(low: float | None, high: float | None) -> Between:
    ends = (None if end is None else Decimal(str(end)) for end in (low, high))
    return Between(*ends)


MOST_USED = 3.0
"""How much a right weighs that many people use."""

ABROAD = _one_of("netherlands", "other_eea", "other")
WALLONIA = _one_of("wallonia", "german_community")

# Who, where, for whom ------------------------------------------------------------------------

WORKS = EMPLOYMENT_STATUS.group("has_employer") - {"student_worker", "apprentice"}
werk = _question(
    "werk",
    _option("baas", (employment.status, OneOf(WORKS))),
    _option("zelf", (employment.status, "self_employed")),
    _option("zoekt", (employment.status, "jobseeker")),
    _option("niet", (employment.status, "inactive")),
    _option("studeert", (employment.status, "student")),
    _option("leert", (employment.status, _one_of("student_worker", "apprentice"))),
)
woonplaats = _question(
    "woonplaats",
    _option("vlaanderen", (person.residence_region, "flanders")),
    _option("brussel", (person.residence_region, "brussels")),
    _option("wallonie", (person.residence_region, WALLONIA)),
    _option("buitenland", (person.residence_region, ABROAD)),
)
werkplaats = _question(
    "werkplaats",
    _option("vlaanderen", (employment.workplace_region, "flanders")),
    _option("brussel", (employment.workplace_region, "brussels")),
    _option("wallonie", (employment.workplace_region, WALLONIA)),
    _option("buitenland", (employment.workplace_region, ABROAD)),
    beside="woonplaats",
)
baas = _question(
    "baas",
    _option(
        "bedrijf",
        (employment.sector, _one_of("private", "private_social_profit")),
        (employment.status, _one_of("employee", "temporary_unemployed")),
    ),
    _option("interim", (employment.sector, "private"), (employment.status, "temp_agency")),
    _option(
        "vlaams",
        (employment.sector, "public_flemish"),
        (employment.status, _one_of("employee", "civil_servant", "temporary_unemployed")),
    ),
    _option(
        "andere_overheid",
        (employment.sector, "public_other"),
        (employment.status, _one_of("employee", "civil_servant", "temporary_unemployed")),
    ),
    _option(
        "school",
        (employment.sector, "public_flemish"),
        (employment.status, _one_of("employee", "civil_servant", "temporary_unemployed")),
    ),
    beside="werk",
)
contract = _question(
    "contract",
    _option("gewoon", (employment.status, "employee")),
    _option("benoemd", (employment.status, "civil_servant")),
    _option("tijdelijk_werkloos", (employment.status, "temporary_unemployed")),
    _option("studentenjob", (employment.status, "student_worker")),
    _option("leertijd", (employment.status, "apprentice")),
)

# How much, how long --------------------------------------------------------------------------

uren = _question(
    "uren",
    _option(
        "voltijds", (employment.fraction, Decimal(100)), (employment.weekly_hours, _between(35, 40))
    ),
    _option(
        "vier_vijfde",
        (employment.fraction, _between(80, 99.99)),
        (employment.weekly_hours, _between(28, 40)),
    ),
    _option("halftijds", (employment.fraction, _between(50, 79.99))),
    _option(
        "minder",
        (employment.fraction, _between(0.01, 49.99)),
        (employment.weekly_hours, _between(0, 20)),
    ),
)
evenveel = _question(
    "evenveel",
    Option("ja", same={_name(one): _name(employment.fraction) for one in FRACTIONS}),
    Option("nee"),
    beside="uren",
)
hoelang = _question(
    "hoelang",
    _option("minder_dan_1_jaar", (employment.months_with_employer, _between(0, 11))),
    _option("1_tot_2_jaar", (employment.months_with_employer, _between(12, 23))),
    _option("2_tot_5_jaar", (employment.months_with_employer, _between(24, 59))),
    _option("5_jaar_of_meer", (employment.months_with_employer, _between(60, None))),
    beside="sector",
)
loopbaan = _question(
    "loopbaan",
    _option("minder_dan_7_jaar", (career.experience_months, _between(0, 83))),
    _option("7_jaar_of_meer", (career.experience_months, _between(84, None))),
    beside="diploma",
)
diploma_ = _question(
    "diploma",
    _option("geen", (person.highest_diploma, OneOf(DIPLOMA.group("without_secondary_diploma")))),
    _option("secundair", (person.highest_diploma, "secondary")),
    _option("hoger", (person.highest_diploma, OneOf(DIPLOMA.group("higher_education")))),
    _option("brevet", (person.highest_diploma, "nursing_4th_grade_bso")),
)
leeftijd = _question("leeftijd", typed=person.age, beside="diploma")

# The firm ------------------------------------------------------------------------------------

sector = _question("sector", typed=employment.joint_committee)
# Twenty people are ten full-time workers as soon as they work half-time on average.
bedrijf = _question(
    "bedrijf",
    _option(
        "tot_4", (employer.headcount, _between(1, 4)), (employer.headcount_fte, _between(0, 4.99))
    ),
    _option(
        "5_tot_10", (employer.headcount, _between(5, 10)), (employer.headcount_fte, _between(0, 10))
    ),
    _option(
        "11_tot_19",
        (employer.headcount, _between(11, 19)),
        (employer.headcount_fte, _between(1, 19)),
    ),
    _option(
        "20_of_meer",
        (employer.headcount, _between(20, None)),
        (employer.headcount_fte, _between(10, None)),
    ),
    beside="sector",
)

# What was used, what is wanted, what happened ------------------------------------------------

gekregen = _question(
    "gekregen",
    _option(
        "loopbaancheque",
        (career_guidance.cheques_used_ever, _between(1, None)),
        unticked=(
            (career_guidance.cheques_used_ever, 0),
            (career_guidance.cheques_used_last_6y, 0),
        ),
    ),
    _option(
        "opleidingscheque",
        (voucher.bought_this_period, _between(0.01, None)),
        unticked=((voucher.bought_this_period, 0),),
    ),
    _option(
        "tijdskrediet",
        unticked=((time_credit.used_training_months, 0), (time_credit.used_care_months, 0)),
    ),
    several=True,
    beside="diploma",
)
plannen = _question(
    "plannen",
    _option("minder_werken", (plan.time_credit, True), unticked=((plan.time_credit, False),)),
    _option(
        "hoger_onderwijs", (plan.higher_education, True), unticked=((plan.higher_education, False),)
    ),
    _option("zorg", (plan.care_study, True), unticked=((plan.care_study, False),)),
    _option(
        "werkvloer", (plan.work_floor_training, True), unticked=((plan.work_floor_training, False),)
    ),
    _option("erkennen", (plan.recognition, True), unticked=((plan.recognition, False),)),
    several=True,
)
gebeurd = _question(
    "gebeurd",
    _option(
        "ingeschreven",
        (person.vdab_registered, True),
        unticked=((person.vdab_registered, False),),
    ),
    _option(
        "ontslagen",
        (dismissal.by_employer, True),
        unticked=((dismissal.by_employer, ABSENT),),
    ),
    _option(
        "eerste_diploma",
        (person.first_secondary_diploma, True),
        unticked=((diploma.date, ABSENT), (person.first_secondary_diploma, False)),
    ),
    _option(
        "podium",
        (funds.days_worked_pc304_best_year, _between(1, None)),
        unticked=((funds.days_worked_pc304_best_year, 0), (funds.direct_contract, False)),
    ),
    several=True,
    beside="plannen",
)
# For who is in one of these situations -------------------------------------------------------

schooltijd = _question("schooltijd", typed=person.years_since_leaving_school)
zonder_werk = _question("zonder_werk", typed=person.months_without_work, beside="schooltijd")
leerkrediet = _question("leerkrediet", typed=student.leerkrediet, beside="schooltijd")
uitkering = _question(
    "uitkering",
    _option(
        "werkloosheid",
        (person.income_source, "unemployment_benefit"),
        (person.receives_unemployment_benefit, True),
    ),
    _option(
        "inschakeling",
        (person.income_source, "insertion_benefit"),
        (person.receives_unemployment_benefit, True),
    ),
    _option(
        "leefloon",
        (person.income_source, _one_of("leefloon", "ocmw")),
        (person.receives_unemployment_benefit, False),
    ),
    _option(
        "ziekte",
        (person.income_source, _one_of("invalidity", "ivt")),
        (person.receives_unemployment_benefit, False),
    ),
    _option(
        "igo",
        (person.income_source, "igo"),
        (person.receives_unemployment_benefit, False),
    ),
    _option(
        "geen",
        (person.income_source, _one_of("none", "wage", "self_employed")),
        (person.receives_unemployment_benefit, False),
    ),
    sensitive=True,
)


def _shares() -> dict[str, dict[str, float]]:
    """How often each answer is given; see the file."""
    content = read_yaml(Path(__file__).with_name("shares.yaml"))["shares"]
    return {
        slug: {str(name): float(share) for name, share in given.items()}
        for slug, given in content.items()
    }


BOOK = QuestionBook(
    questions=(
        werk,
        woonplaats,
        werkplaats,
        baas,
        contract,
        uren,
        evenveel,
        hoelang,
        loopbaan,
        diploma_,
        leeftijd,
        sector,
        bedrijf,
        gekregen,
        plannen,
        gebeurd,
        schooltijd,
        zonder_werk,
        leerkrediet,
        uitkering,
    ),
    together=tuple(
        tuple(map(_name, facts))
        for facts in (
            (diploma.date, premium.paid_semester_1, premium.paid_semester_2),
            (
                student.reference_income,
                student.min_limit,
                student.max_limit,
                student.kot,
                student.grant_credit,
            ),
            (
                person.has_nursing_diploma,
                person.work_experience_months_belgium,
                employment.care_experience_months,
                employment.care_experience_months_last5y,
                employer.public_care,
                employer.consent,
            ),
            (
                employer.region,
                person.resigned_for_ibo,
                person.replacement_income_per_day,
            ),
            (
                time_credit.used_training_months,
                time_credit.used_care_months,
                employer.cao_time_credit_training,
            ),
            (
                unemployment.limit_date,
                unemployment.request_date,
            ),
        )
    ),
    opening=("werk", "woonplaats", "loopbaan"),
    shares=_shares(),
    stakes=dict.fromkeys(
        ("vov", "opleidingscheque", "federal_training_right", "loopbaancheque"), MOST_USED
    ),
    topics={
        _name(plan.time_credit): frozenset(
            {
                "vok",
                "zorgkrediet_opleiding",
                "time_credit_training_leave",
                "time_credit_training_allowance",
            }
        ),
        _name(plan.higher_education): frozenset({"studiegeld", "studietoelage"}),
        _name(plan.care_study): frozenset(
            {
                "care_project600_private",
                "care_project600_public",
                "care_kiesvoordezorg",
                "care_via_hogerop",
            }
        ),
        _name(plan.work_floor_training): frozenset({"ibo"}),
        _name(plan.adult_education): frozenset({"cvo_inschrijvingsgeld"}),
        _name(plan.recognition): frozenset({"evc"}),
    },
)

__all__ = ["BOOK"]
