"""The past: school, work and time without work, and how much somebody worked at other moments."""

from __future__ import annotations

from koers.population.job import other_fraction
from koers.population.margins import MARGINS
from koers.population.person import ADULT, AS_OF, Draft

YEAR = 12
MARCH, SEPTEMBER = 8, 2
"""Months between `AS_OF` and the reference months of the school year, March and September."""
THIS_YEAR = AS_OF.month - 1
"""Full months of this year before the running one."""

IDLE = MARGINS.by("months_without_work")
NEVER_WORKED = MARGINS.rates("never_worked")
WORKED = MARGINS.ranges("worked_share")
GAPS = MARGINS.rate("career_with_gaps")
ABROAD = MARGINS.rate("worked_abroad")
TENURE_POWER = MARGINS.rates("tenure_power")
CHANGED = MARGINS.rates("fraction_changed")
MONTH_OF_CHANGE = MARGINS.range("month_of_change")
SECOND_JOB = MARGINS.rate("second_job")
SECOND_FRACTION = int(MARGINS.rate("second_job_fraction"))
AT_START = MARGINS.rate("changed_at_start")
MISSING = MARGINS.rate("full_year_missing")
FIRST_IN_SECTOR = MARGINS.rate("first_time_in_sector")
WOOD_TRAINING = MARGINS.rate("months_after_wood_training")
STUDENT_JOBS = MARGINS.rates("student_jobs")
STUDENT_MONTHS = MARGINS.range("student_job_months")
CARE = MARGINS.rates("care_background")


def draw_career(one: Draft) -> None:
    """Months of experience, with this employer and without work; never more than since 18."""
    possible = YEAR * (one.age - max(ADULT, one.left_school_at))
    if one.studies:
        possible = YEAR * (one.age - ADULT) if one.works else 0
    one.months_idle = _idle(one, possible)
    one.experience = (possible - one.months_idle) * _worked_share(one) // 100
    one.tenure = _tenure(one)
    one.facts["person.months_without_work"] = one.months_idle
    one.facts["career.experience_months"] = one.experience
    recent = min(one.experience, max(0, 2 * YEAR - one.months_idle))
    one.facts["career.experience_months_last_24"] = recent


def _idle(one: Draft, possible: int) -> int:
    """Months without work; for who never worked, all months since school."""
    if one.works or one.studies:
        return 0
    case = f"{one.activity} young" if one.young else one.activity
    if one.chance(NEVER_WORKED[case]):
        return possible
    low, high = map(int, IDLE[one.activity].draw(one.random).split("-"))
    return min(possible, low + int(one.random.random() * (high - low + 1)))


def _worked_share(one: Draft) -> int:
    """Per cent of the months in which somebody could work that were worked."""
    if one.studies or not one.works:
        return WORKED[one.activity].draw(one.random)
    gaps = one.chance(GAPS)
    return WORKED["employed with gaps" if gaps else "employed"].draw(one.random)


def _tenure(one: Draft) -> int:
    """Full months with this employer, at most the experience; 0 without one."""
    if not one.has_employer:
        return 0
    band = "18-29" if one.young else one.household_band
    power = TENURE_POWER["temp_agency" if one.status == "temp_agency" else band]
    return int(one.experience * one.random.random() ** power)


def draw_fractions(one: Draft) -> None:
    """Per cent of full time at other moments; mostly the fraction of now."""
    facts = one.facts
    earlier, changed = _earlier(one)

    def at(months_ago: int) -> int:
        if not one.months_idle <= months_ago < one.months_idle + max(one.experience, 1):
            return 0
        return earlier if months_ago >= changed else one.fraction

    second = SECOND_FRACTION if one.has_employer and one.chance(SECOND_JOB) else 0
    other = other_fraction(one) if one.has_employer and one.chance(AT_START) else one.fraction
    mean = sum(at(month) for month in range(1, YEAR + 1)) // YEAR
    facts["employment.fraction_reference_month"] = at(MARCH) + second
    facts["employment.fraction_september"] = at(SEPTEMBER)
    facts["employment.fraction_previous_school_year"] = at(MARCH)
    facts["employment.fraction_last_12_months"] = mean
    facts["employment.fraction_year_before"] = mean
    facts["employment.fraction_at_start"] = other
    facts["employment.fraction_training_start_month"] = other


def _earlier(one: Draft) -> tuple[int, int]:
    """The fraction before the last change of job or hours, and how many months ago that was."""
    if one.status == "self_employed" or not one.experience:
        return 0, 0
    if not one.has_employer:
        return other_fraction(one), 0
    if one.tenure < YEAR and one.tenure < one.experience:
        changed = one.tenure
        case = "new job"
    else:
        changed = MONTH_OF_CHANGE.draw(one.random)
        case = "same job"
    return (other_fraction(one) if one.chance(CHANGED[case]) else one.fraction), changed


def draw_experience_kinds(one: Draft) -> None:
    """Experience by kind: in Belgium, as a student, this year, in this sector."""
    facts = one.facts
    case = "student" if one.studies else "other"
    possible = YEAR * (one.age - ADULT)
    jobs = STUDENT_MONTHS.draw(one.random) if one.chance(STUDENT_JOBS[case]) else 0
    jobs = min(jobs, possible)
    ordinary = 0 if one.studies else one.experience
    abroad = one.region != "flanders" or one.chance(ABROAD)
    in_belgium = ordinary * WORKED["jobseeker"].draw(one.random) // 100 if abroad else ordinary
    facts["person.student_job_months"] = jobs
    facts["person.work_experience_months_belgium"] = min(in_belgium + jobs, possible)
    first_job = one.has_employer and one.experience - one.tenure < YEAR // 2
    again = one.has_employer and one.chance(FIRST_IN_SECTOR)
    facts["employment.first_time_in_sector"] = first_job or again
    wood = one.committee.startswith("125") and one.chance(WOOD_TRAINING)
    facts["employment.months_in_sector_after_training"] = one.tenure if wood else 0
    facts["employment.effective_months_this_year"] = _this_year(one)


def _this_year(one: Draft) -> int:
    """Months worked this year: 12 for who works all year, as the usual value says."""
    if one.works and one.experience > THIS_YEAR:
        return int(one.random.random() * YEAR) if one.chance(MISSING) else YEAR
    worked = min(one.experience, max(0, THIS_YEAR - one.months_idle))
    return min(YEAR, worked + (YEAR - THIS_YEAR if one.works else 0))


def draw_care(one: Draft) -> None:
    """Months of experience in federal health care, over the career and in five years."""
    if one.in_care:
        before = one.experience - one.tenure if one.nurse else 0
        total = one.tenure + int(before * one.random.random())
    elif one.chance(CARE["nurse" if one.nurse else "other"]):
        total = int(one.experience * one.random.random())
    else:
        total = 0
    recent = total if one.in_care else int(total * one.random.random())
    one.facts["employment.care_experience_months"] = total
    one.facts["employment.care_experience_months_last5y"] = min(60, recent)
