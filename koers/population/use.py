"""What somebody used before, studies and wants."""

from __future__ import annotations

from datetime import date, timedelta

from koers.engine.values import ABSENT, Stated
from koers.population.margins import MARGINS
from koers.population.person import ADULT, AS_OF, Draft

LEARNING_BONUS = 60
GRADUATE = frozenset(("graduaat", "hbo5", "bachelor", "master", "phd"))
WITH_ACCOUNT = frozenset(("111", "209", "304"))
PERFORMING_ARTS = "304"
ALL_MOTIVES = 51
"""Months of time credit over all motives (CAO 103), by the project's dossier of facts."""

TIME_CREDIT_USED = MARGINS.rates("time_credit_used")
TIME_CREDIT_MONTHS = MARGINS.ranges("time_credit_months")
VOUCHERS = MARGINS.rate("vouchers_bought")
VOUCHER_FIVES = MARGINS.range("voucher_amount")
CHEQUES = MARGINS.by("career_cheques")
BEFORE_GUIDANCE = MARGINS.rate("months_before_guidance")
IN_PLAN = MARGINS.rate("training_in_plan")
GUIDANCE = MARGINS.range("days_since_guidance")
ATTEST = MARGINS.rate("career_plan_attest")
TO_ATTEST = MARGINS.range("days_to_attest")
CARE_PROJECT = MARGINS.rate("care_project_before")
LEAVE = MARGINS.rate("leave_taken")
LEAVE_HOURS = MARGINS.range("leave_hours")
LEAVE_YEAR = int(MARGINS.rate("leave_year"))
ACCOUNT = MARGINS.rate("sector_account_used")
ACCOUNT_EUROS = MARGINS.range("sector_account_euros")
IN_304 = MARGINS.rate("worked_in_304")
DAYS_304 = MARGINS.ranges("days_in_304")
DIRECT_304 = MARGINS.rate("direct_contract_304")
KMOP = MARGINS.rate("kmop_used")
KMOP_EUROS = MARGINS.range("kmop_euros")
SAME_MODULE = MARGINS.shares("same_module_again")
FEES = MARGINS.rate("fees_this_semester")
FEES_PAID = MARGINS.range("fees_paid")
FEE_CATEGORY = MARGINS.by("fee_category")
LIMIT = {children: int(euros) for children, euros in MARGINS.rates("income_limit").items()}
LOWER_LIMIT = MARGINS.rate("lower_limit_share")
ALMOST = int(MARGINS.rate("almost_margin"))
ABOVE = MARGINS.range("income_above")
KOT = MARGINS.rates("student_kot")
NATIONALITY = MARGINS.rate("nationality_not_ok")
CREDIT = MARGINS.ranges("learning_credit")
OVERSPENT = MARGINS.rate("overspent")
CREDITS = MARGINS.ranges("student_credits")
AT_START = {what: int(credits) for what, credits in MARGINS.rates("credits_at_start").items()}
FIRST = MARGINS.rate("first_diploma")
FIRST_DAYS = MARGINS.range("first_diploma_days")
NOT_FIRST = MARGINS.rate("first_diploma_not_first")
FIRST_FEES = MARGINS.range("first_diploma_fees")
FIRST_VOUCHERS = MARGINS.rate("first_diploma_vouchers")
FIRST_VOUCHER_EUROS = MARGINS.range("first_diploma_voucher_euros")
WANTS = MARGINS.rates("wants")


def draw_wishes(one: Draft) -> None:
    """What somebody wants. Who has no employer wants no time credit, a nurse no nursing study."""
    facts = one.facts
    higher = WANTS["higher_education student" if one.studies else "higher_education"]
    floor = f"work_floor_training {one.status}"
    facts["plan.time_credit"] = one.has_employer and one.chance(WANTS["time_credit"])
    facts["plan.higher_education"] = one.chance(higher)
    facts["plan.care_study"] = not one.nurse and one.chance(WANTS["care_study"])
    facts["plan.work_floor_training"] = one.chance(WANTS.get(floor, WANTS["work_floor_training"]))
    facts["plan.adult_education"] = one.chance(WANTS["adult_education"])
    facts["plan.recognition"] = one.chance(WANTS["recognition"])


def draw_used(one: Draft) -> None:
    """Time credit, vouchers, leave and the subsidy for firms, used so far."""
    facts = one.facts
    training = care = 0
    if one.works:
        training = _months(one, "training", one.experience)
        care = _months(one, "care", min(one.experience, ALL_MOTIVES) - training)
    facts["time_credit.used_training_months"] = training
    facts["time_credit.used_care_months"] = care
    bought = one.has_employer and one.chance(VOUCHERS)
    facts["voucher.bought_this_period"] = 5 * VOUCHER_FIVES.draw(one.random) if bought else 0
    took_leave = one.has_employer and one.tenure > 0 and one.chance(LEAVE)
    facts["leave.hours"] = LEAVE_HOURS.draw(one.random) if took_leave else 0
    facts["leave.school_year"] = LEAVE_YEAR
    kmop = one.status == "self_employed" and one.chance(KMOP)
    facts["employer.kmop_used_this_year"] = KMOP_EUROS.draw(one.random) if kmop else 0
    facts["training.enrolment_number_same_module_6y"] = SAME_MODULE.draw(one.random)
    paid = FEES_PAID.draw(one.random) if one.chance(FEES) else 0
    facts["training.fees_already_this_semester_same_training"] = paid


def _months(one: Draft, motive: str, most: int) -> int:
    """Months of time credit used for a motive, within what is possible."""
    if not one.chance(TIME_CREDIT_USED[motive]):
        return 0
    return max(0, min(TIME_CREDIT_MONTHS[motive].draw(one.random), most))


def draw_guidance(one: Draft) -> None:
    """Career guidance: cheques, the date, and the certificate of the plan.

    By the vocabulary there is a date only for a training that stands in the plan; give such people
    a training with `training.in_career_plan` yes, and all others one with no.
    """
    facts = one.facts
    ever = CHEQUES["ever"].draw(one.random) if one.experience >= BEFORE_GUIDANCE else 0
    which = CHEQUES["of these in six years"].draw(one.random)
    recent = {"all": min(ever, 2), "some": min(ever, 1), "none": 0}[which]
    facts["career_guidance.cheques_used_ever"] = ever
    facts["career_guidance.cheques_used_last_6y"] = recent
    facts["career_guidance.date"] = ABSENT
    facts["career_plan.attest_date"] = ABSENT
    if recent and one.chance(IN_PLAN):
        ago = GUIDANCE.draw(one.random)
        facts["career_guidance.date"] = AS_OF - timedelta(days=ago)
        if one.chance(ATTEST):
            later = TO_ATTEST.draw(one.random)
            facts["career_plan.attest_date"] = AS_OF - timedelta(days=ago - later)


def draw_sector_use(one: Draft) -> None:
    """What was used at the fund of the sector, and work in the performing arts."""
    facts = one.facts
    account = one.committee in WITH_ACCOUNT and one.chance(ACCOUNT)
    facts["sector.used_this_year"] = ACCOUNT_EUROS.draw(one.random) if account else 0
    facts["care.previous_participation"] = one.in_care and one.chance(CARE_PROJECT)
    direct = one.has_employer and one.status != "temp_agency"
    days = 0
    if one.committee == PERFORMING_ARTS:
        days = DAYS_304["now"].draw(one.random)
    elif one.experience and one.chance(IN_304):
        days = DAYS_304["before"].draw(one.random)
        direct = one.chance(DIRECT_304)
    facts["sector.days_worked_pc304_best_year"] = days
    facts["sector.direct_contract"] = direct


def draw_student_money(one: Draft) -> None:
    """Fee category and income of the household; for who does not study, if he or she would."""
    facts = one.facts
    poor = one.income not in ("wage", "self_employed") and not one.studies
    case = "student" if one.studies else "no work" if poor else "works"
    category = FEE_CATEGORY[case].draw(one.random)
    most = LIMIT[min(one.children + int(facts["person.household"] == "cohabiting"), max(LIMIT))]
    incomes = {
        "beurs": int(one.random.random() * most),
        "bijna_beurs": most + 1 + int(one.random.random() * (ALMOST - 1)),
        "niet_beurs": most + ALMOST + ABOVE.draw(one.random),
    }
    facts["student.fee_category"] = category
    facts["student.reference_income"] = incomes[category]
    facts["student.min_limit"] = int(most * LOWER_LIMIT)
    facts["student.max_limit"] = most
    facts["student.kot"] = one.chance(KOT["student" if one.studies else "adult"])
    facts["student.nationality_ok"] = not one.chance(NATIONALITY)


def draw_student_credit(one: Draft) -> None:
    """Learning credit, bonus, credit for grants, and credits passed in the year."""
    facts = one.facts
    learning, bonus, grant, passed = AT_START["learning"], AT_START["bonus"], AT_START["grant"], 0
    if one.studies:
        overspent = one.chance(OVERSPENT)
        learning = CREDIT["overspent" if overspent else "student"].draw(one.random)
        passed = CREDITS["passed"].draw(one.random) if one.age > ADULT else 0
        bonus = max(0, LEARNING_BONUS - passed * max(0, one.age - ADULT))
        grant = CREDITS["grant left"].draw(one.random)
    elif one.diploma in GRADUATE:
        long = one.diploma in ("master", "phd")
        learning, bonus = CREDIT["master" if long else "bachelor"].draw(one.random), 0
        grant = CREDITS["grant left graduate"].draw(one.random)
    facts["student.leerkrediet"] = learning
    facts["student.bonus_left"] = bonus
    facts["student.grant_credit"] = grant
    facts["student.credits_passed"] = passed


def draw_first_diploma(one: Draft) -> None:
    """A diploma of secondary education won in adult education, and what was paid for it."""
    facts = one.facts
    recent = one.diploma == "secondary" and not one.studies and one.chance(FIRST)
    paid = [FIRST_FEES.draw(one.random) if recent else 0 for _ in range(2)]
    vouchers = recent and one.chance(FIRST_VOUCHERS)
    part = min(sum(paid), FIRST_VOUCHER_EUROS.draw(one.random)) if vouchers else 0
    obtained: Stated = ABSENT
    if recent:
        obtained = _after_school(one, AS_OF - timedelta(days=FIRST_DAYS.draw(one.random)))
    facts["diploma.date"] = obtained
    facts["person.first_secondary_diploma"] = recent and not one.chance(NOT_FIRST)
    facts["premium.paid_semester_1"], facts["premium.paid_semester_2"] = paid
    facts["premium.voucher_part"] = part


def _after_school(one: Draft, day: date) -> date:
    """Not before somebody could be eighteen."""
    return max(day, date(AS_OF.year - one.age + ADULT, 1, 1))
