"""The job somebody has now, and the firm."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random

from koers.engine.values import ABSENT, Stated
from koers.population.margins import MARGINS
from koers.population.person import AS_OF, Draft

TEMPORARY_WORK = "322"
"""The joint committee of all temporary agency workers."""
DAYS_A_MONTH = 30.44
WITH_EMPLOYER = frozenset(
    (
        "employee",
        "temp_agency",
        "civil_servant",
        "temporary_unemployed",
        "student_worker",
        "apprentice",
    )
)
ORDINARY = frozenset(("employee", "temporary_unemployed"))

ACTIVITY = MARGINS.by("activity")
STATUS = MARGINS.by("status")
STUDENT_WORKS = MARGINS.rate("student_works")
RESIDENCE = MARGINS.by("residence")
WORKPLACE = MARGINS.by("workplace")
PROVINCE = MARGINS.shares("province")
SECTOR = MARGINS.by("sector")
WHITE_COLLAR = MARGINS.rates("white_collar")
COMMITTEE = MARGINS.by("joint_committee")
OTHER_COMMITTEES = MARGINS.shares("other_committees")
PART_TIME = MARGINS.rates("part_time")
PART_TIME_FRACTION = MARGINS.by("part_time_fraction")
FULL_TIME_HOURS = MARGINS.shares("full_time_hours")
VARIABLE = MARGINS.rates("variable_schedule")
FIXED_TERM = MARGINS.rate("fixed_term")
STUDY_CONTRACT = MARGINS.rate("study_contract_as_employee")
FIXED_MONTHS = MARGINS.range("fixed_term_months")
KNOWN_END = MARGINS.rate("known_end_of_open_contract")
SIDE_BUSINESS = MARGINS.rate("side_business")
SELF_EMPLOYED_KIND = MARGINS.by("self_employed_kind")
PUBLIC_CARE = MARGINS.rates("public_care")
FIRM_SIZE = MARGINS.by("firm_size")
FTE = MARGINS.range("fte_per_head")
GROWTH = MARGINS.range("growth_since_june")
KNOWS_DAYS = MARGINS.rate("knows_training_days")
TRAINING_DAYS = MARGINS.shares("training_days")
LEGAL_FORM = MARGINS.by("legal_form")
CONSENT = MARGINS.rate("consent")
CAO = MARGINS.rate("cao_time_credit")


def number(hundredths: int) -> int | Decimal:
    """A canonical number from hundredths: an int where it is whole."""
    return hundredths // 100 if hundredths % 100 == 0 else Decimal(hundredths) / 100


def draw_status(one: Draft) -> None:
    """At work, looking for it, studying or neither; and the status at work."""
    one.activity = ACTIVITY[f"{one.band} {one.education}"].draw(one.random)
    if one.activity == "employed":
        young = one.band in ("18-19", "20-24")
        one.status = STATUS[f"{'young ' if young else ''}{one.education}"].draw(one.random)
    elif one.studies and one.chance(STUDENT_WORKS):
        one.status = "student_worker"
    else:
        one.status = one.activity
    one.has_employer = one.status in WITH_EMPLOYER
    one.facts["employment.status"] = one.status


def draw_places(one: Draft) -> None:
    """Where somebody lives and works; the firm where others would work lies there too."""
    one.region = RESIDENCE["works" if one.works else "no work"].draw(one.random)
    home = "flanders" if one.region == "flanders" else "elsewhere"
    one.workplace = WORKPLACE[home].draw(one.random)
    in_flanders = one.workplace == "flanders"
    province = PROVINCE.draw(one.random) if in_flanders else "other"
    one.facts["person.residence_region"] = one.region
    one.facts["employment.workplace_region"] = one.workplace if one.works else ABSENT
    one.facts["employment.workplace_province"] = province if one.works else ABSENT
    one.facts["employer.region"] = one.workplace


def draw_sector(one: Draft) -> None:
    """The sector, the joint committee, and whether the work is in care."""
    one.sector = _sector(one)
    one.committee = _committee(one)
    one.facts["employment.sector"] = one.sector or ABSENT
    one.facts["employment.joint_committee"] = one.committee or ABSENT
    public = one.has_employer and one.sector.startswith("public")
    public_care = public and one.chance(PUBLIC_CARE["nurse" if one.nurse else one.sector])
    one.facts["employer.public_care"] = public_care
    one.in_care = public_care or one.committee == "330"


def _sector(one: Draft) -> str:
    if not one.works:
        return ""
    if one.status in ("self_employed", "temp_agency", "temporary_unemployed", "apprentice"):
        return "private"
    case = "nurse" if one.nurse and one.status == "employee" else one.status
    sector: str = SECTOR[case].draw(one.random)
    return sector


def _committee(one: Draft) -> str:
    if not one.has_employer or one.sector.startswith("public"):
        return ""
    if one.status == "temp_agency":
        return TEMPORARY_WORK
    found: str = COMMITTEE[_committees(one)].draw(one.random)
    return OTHER_COMMITTEES.draw(one.random) if found == "rest" else found


def _committees(one: Draft) -> str:
    if one.sector == "private_social_profit":
        return "nurse" if one.nurse else "social_profit"
    if one.status == "student_worker":
        return "student_worker"
    if one.status != "employee":
        return "worker"
    return "employee" if one.chance(WHITE_COLLAR[one.education]) else "worker"


def draw_working_time(one: Draft) -> None:
    """The contractual fraction (%), hours per week, and the kind of timetable."""
    one.fraction = other_fraction(one) if one.has_employer else 0
    full_time: int | Decimal = FULL_TIME_HOURS.draw(one.random)
    hours = number(int(full_time * one.fraction))
    variable = one.has_employer and one.chance(VARIABLE[one.status])
    one.facts["employment.fraction"] = one.fraction
    one.facts["employment.weekly_hours"] = hours
    one.facts["employment.q"] = hours
    one.facts["employment.s"] = full_time
    one.facts["employment.schedule_type"] = (
        ABSENT if not one.has_employer else "variable" if variable else "fixed"
    )


def other_fraction(one: Draft) -> int:
    """A contractual fraction (%) that somebody like this may have."""
    if one.status == "student_worker":
        return int(PART_TIME_FRACTION["student_worker"].draw(one.random))
    if one.status == "apprentice" or not one.chance(PART_TIME[one.sex]):
        return 100
    return int(PART_TIME_FRACTION["employee"].draw(one.random))


def draw_contract(one: Draft) -> None:
    """Kind, begin and end of the contract, and the months with the employer that follow from it."""
    kind = _contract_kind(one)
    one.facts["employment.months_with_employer"] = one.tenure
    one.facts["employment.contract_type"] = kind or ABSENT
    one.facts["employment.contract_start"] = _start(one) if kind else ABSENT
    one.facts["employment.contract_end"] = _end(one, kind) if kind else ABSENT
    side = one.status in ("employee", "civil_servant") and one.chance(SIDE_BUSINESS)
    one.facts["employment.secondary_self_employed"] = side
    business = "beside a job" if side else one.status
    known = business in SELF_EMPLOYED_KIND
    kind_of_business = SELF_EMPLOYED_KIND[business].draw(one.random) if known else ABSENT
    one.facts["employment.self_employed_kind"] = kind_of_business


def _contract_kind(one: Draft) -> str:
    if not one.has_employer:
        return ""
    if one.status in ("student_worker", "apprentice"):
        return "student" if one.status == "student_worker" else "apprenticeship"
    if one.status == "employee" and one.young and one.chance(STUDY_CONTRACT):
        return "student" if one.chance(0.5) else "apprenticeship"
    fixed = one.status == "temp_agency" or (one.status in ORDINARY and one.chance(FIXED_TERM))
    return "fixed_term" if fixed else "open_ended"


def _start(one: Draft) -> Stated:
    """The same day so many months ago, and some days more, so that the months are full."""
    year, month = divmod(AS_OF.year * 12 + AS_OF.month - 1 - one.tenure, 12)
    return AS_OF.replace(year=year, month=month + 1) - timedelta(days=int(one.random.random() * 28))


def _end(one: Draft, kind: str) -> Stated:
    open_ended = kind in ("open_ended", "apprenticeship")
    if open_ended and not one.chance(KNOWN_END):
        return ABSENT
    return AS_OF + timedelta(days=int(FIXED_MONTHS.draw(one.random) * DAYS_A_MONTH))


def draw_firm(one: Draft) -> None:
    """What a worker knows of the firm; for a self-employed person, the own business."""
    kind = "public" if one.sector.startswith("public") else one.sector or "private"
    if one.status == "self_employed":
        kind = "self_employed"
    facts = one.facts
    one.headcount = _between(FIRM_SIZE[kind].draw(one.random), one.random) if one.works else None
    facts["employer.legal_form"] = LEGAL_FORM[kind].draw(one.random)
    facts["employer.headcount"] = _or_absent(one.headcount)
    facts["employer.headcount_fte"] = ABSENT
    facts["employer.headcount_30_june_previous_year"] = ABSENT
    if one.headcount is not None:
        facts["employer.headcount_fte"] = number(one.headcount * FTE.draw(one.random) // 10 * 10)
        grown = one.headcount * GROWTH.draw(one.random) // 100
        facts["employer.headcount_30_june_previous_year"] = grown
    knows = one.has_employer and one.chance(KNOWS_DAYS)
    days: Stated = TRAINING_DAYS.draw(one.random) if knows else ABSENT
    facts["employer.days_full_time"] = days
    facts["employer.consent"] = one.has_employer and one.chance(CONSENT)
    facts["employer.cao_time_credit_training"] = one.has_employer and one.chance(CAO)


def _or_absent(value: int | None) -> Stated:
    return ABSENT if value is None else value


def _between(group: str, random: Random) -> int:
    """A number in a group such as `20-49`; small numbers of a wide group are likelier."""
    low, high = map(int, group.split("-"))
    share = random.random()
    if high < 1000:
        return low + int(share * (high - low + 1))
    return int(low * (high / low) ** share)
