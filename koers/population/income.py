"""What somebody lives on, registration at VDAB, and the end of a job."""

from __future__ import annotations

from datetime import timedelta

from koers.engine.values import ABSENT, Stated
from koers.population.career import YEAR
from koers.population.job import DAYS_A_MONTH, number
from koers.population.margins import MARGINS
from koers.population.person import AS_OF, Draft

BENEFITS = frozenset(("unemployment_benefit", "insertion_benefit"))
EXEMPT = frozenset(("leefloon", "ocmw", "igo"))
"""Sources of income with which adult education was free until 31 August 2025, see the facts."""
MAX_BENEFIT, MAX_INSERTION = 24, 12
"""Months that a benefit lasts under the law of 1 March 2026, by the project's dossier of facts."""
LAW_OF_2026 = 8
"""Full months between that day and `AS_OF`."""

INCOME = MARGINS.by("income_source")
SCHOOL_LEAVER_AGE = MARGINS.rate("school_leaver_age")
OTHER_INCOME = MARGINS.shares("other_income_at_work")
DEPENDANT = MARGINS.rate("dependant")
DEPENDANT_OF = MARGINS.shares("dependant_of")
CVO_EXEMPT = MARGINS.rates("cvo_exempt")
PER_DAY = MARGINS.ranges("income_per_day")
LONGEST = int(MARGINS.rate("longest_benefit"))
BENEFIT_BEFORE = MARGINS.rate("benefit_before")
LIMIT_AFTER = MARGINS.shares("limit_after_months")
LAST_WAVE = MARGINS.range("days_to_last_wave")
RETENTION = MARGINS.rate("retention_used")
REGISTERED = MARGINS.rates("vdab_registered")
MONTHS_REGISTERED = MARGINS.range("months_registered")
SCREENING = MARGINS.rates("screening_passed")
RESIGNED_FOR_IBO = MARGINS.rate("resigned_for_ibo")
DISMISSED = MARGINS.rates("dismissed")
RESIGNED = MARGINS.rates("resigned")
URGENT = MARGINS.rate("urgent_cause")
NOTICE = MARGINS.ranges("notice")
WEEKS_A_YEAR = int(MARGINS.rate("weeks_of_notice_per_year"))


def draw_income(one: Draft) -> None:
    """The main source of income, what it gives a day, and on whom somebody depends."""
    facts = one.facts
    one.income = _income(one)
    depends = one.income == "none" and facts["person.household"] == "cohabiting"
    dependant = DEPENDANT_OF.draw(one.random) if depends and one.chance(DEPENDANT) else ""
    per_day = PER_DAY[one.income].draw(one.random) if one.income in PER_DAY else 0
    facts["person.income_source"] = one.income
    facts["person.receives_unemployment_benefit"] = one.income in BENEFITS
    facts["person.replacement_income_per_day"] = per_day
    facts["person.dependant_of_income_source"] = dependant or ABSENT
    facts["person.cvo_category"] = _cvo_category(one, dependant)


def _income(one: Draft) -> str:
    if one.status == "self_employed":
        return "self_employed"
    if one.works and not one.studies:
        return str(OTHER_INCOME.draw(one.random))
    return str(INCOME[_income_case(one)].draw(one.random))


def _income_case(one: Draft) -> str:
    if one.status == "inactive":
        return "inactive young" if one.young else "inactive"
    if one.status != "jobseeker":
        return one.status
    if one.experience < YEAR:
        return f"jobseeker {'school leaver' if one.age < SCHOOL_LEAVER_AGE else 'hardly worked'}"
    return "jobseeker short" if one.months_idle < MAX_BENEFIT else "jobseeker long"


def _cvo_category(one: Draft, dependant: str) -> str:
    """The category as it follows from the income; drawn for who lives on something else."""
    if EXEMPT & {one.income, dependant}:
        return "full"
    if BENEFITS & {one.income, dependant}:
        return "reduced"
    return "exempt_2025" if one.chance(CVO_EXEMPT["works" if one.works else "no work"]) else "none"


def draw_benefit(one: Draft) -> None:
    """Since when there is a benefit, until when, and for how many years in the career."""
    facts = one.facts
    months = _benefit_months(one)
    facts["unemployment.request_date"] = ABSENT
    facts["unemployment.limit_date"] = ABSENT
    if months is not None:
        asked = AS_OF - timedelta(days=int(months * DAYS_A_MONTH))
        facts["unemployment.request_date"] = asked
        facts["unemployment.limit_date"] = _limit(one, months)
    gaps = YEAR * (one.age - 18) - one.experience - (months or 0)
    before = int(gaps * one.random.random() / 2) if one.chance(BENEFIT_BEFORE) else 0
    total = max(0, min(before, 8 * YEAR)) + (months or 0)
    facts["person.benefit_years_total"] = number(total * 10 // YEAR * 10)
    used = months is not None and one.chance(RETENTION)
    facts["unemployment.retention_used_before"] = used


def _benefit_months(one: Draft) -> int | None:
    """Full months on the benefit of now; None without one."""
    if one.income not in BENEFITS:
        return None
    insertion = one.income == "insertion_benefit"
    return min(one.months_idle, MAX_INSERTION - 1 if insertion else LONGEST)


def _limit(one: Draft, months: int) -> Stated:
    """The last day of the right: by the new law, or by a wave for what ran before."""
    if one.income == "insertion_benefit":
        return AS_OF + timedelta(days=int((MAX_INSERTION - months) * DAYS_A_MONTH))
    if months > LAW_OF_2026:
        return AS_OF + timedelta(days=LAST_WAVE.draw(one.random))
    return AS_OF + timedelta(days=int((LIMIT_AFTER.draw(one.random) - months) * DAYS_A_MONTH))


def draw_vdab(one: Draft) -> None:
    """Registration at VDAB, and what VDAB decided."""
    facts = one.facts
    registered = one.chance(_registration_rate(one))
    months = 0
    if registered and one.status == "jobseeker":
        months = max(0, one.months_idle - int(one.random.random() * 3))
    elif registered:
        months = min(MONTHS_REGISTERED.draw(one.random), YEAR * (one.age - 18))
    facts["person.vdab_registered"] = registered
    facts["person.months_registered_jobseeker"] = months
    wants = "wants to study" if facts["plan.higher_education"] else "other"
    facts["person.vdab_screening_passed"] = registered and one.chance(SCREENING[wants])
    seeks = one.status == "jobseeker" and one.months_idle < YEAR
    facts["person.resigned_for_ibo"] = seeks and one.chance(RESIGNED_FOR_IBO)


def _registration_rate(one: Draft) -> float:
    rate = REGISTERED.get(one.status, REGISTERED["other"])
    return rate if one.region == "flanders" else rate * REGISTERED["lives elsewhere"]


def draw_dismissal(one: Draft) -> None:
    """The end of a job: notice that runs now, or a job lost in the last year."""
    facts = one.facts
    by_employer = _end_of_job(one)
    facts["dismissal.by_employer"] = ABSENT if by_employer is None else by_employer
    facts["dismissal.urgent_cause"] = ABSENT
    facts["dismissal.notice_weeks"] = ABSENT
    if by_employer is None:
        return
    urgent = by_employer and not one.has_employer and one.chance(URGENT)
    weeks = 0 if urgent else _notice_weeks(one)
    facts["dismissal.urgent_cause"] = urgent
    facts["dismissal.notice_weeks"] = weeks
    if one.has_employer:
        facts["employment.contract_end"] = AS_OF + timedelta(weeks=max(1, weeks))


def _end_of_job(one: Draft) -> bool | None:
    """True: dismissed; False: ended otherwise; None: no job ended."""
    lost = one.status == "jobseeker" and one.months_idle < YEAR and one.experience > 0
    if lost and not one.facts["person.resigned_for_ibo"]:
        case = "jobseeker"
    elif one.status == "employee":
        case = "works"
    else:
        return False if lost else None
    dice = one.random.random()
    if dice < DISMISSED[case]:
        return True
    return False if dice < DISMISSED[case] + RESIGNED[case] else None


def _notice_weeks(one: Draft) -> int:
    if not one.has_employer:
        return NOTICE["weeks of jobseekers"].draw(one.random)
    extra = NOTICE["extra weeks"].draw(one.random)
    return WEEKS_A_YEAR * (one.tenure // YEAR) + extra
