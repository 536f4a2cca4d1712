"""Who somebody is: age, diploma, home, household. Also `Draft`, the person while being made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from koers.engine.values import ABSENT, Stated
from koers.population.margins import MARGINS

AS_OF = date(2026, 11, 22)
"""The day on which everything said of these people is true; months and ages count up to it."""

ADULT = 18
NURSING_4TH = "nursing_4th_grade_bso"
LAST_NURSING_YEAR = 2008
"""The fourth grade of nursing (bso) gave its last diplomas in 2008-2009, see the facts."""

AGE_SEX = MARGINS.shares("age_sex")
EDUCATION = MARGINS.by("education")
DIPLOMA_OF = MARGINS.by("diploma")
YOUNGEST = MARGINS.rates("youngest_with_diploma")
LEAVING_AGE = {word: int(age) for word, age in MARGINS.rates("school_leaving_age").items()}
DELAY = MARGINS.shares("school_delay")
NURSING_4TH_GRADE = MARGINS.rate("nursing_4th_grade")
NURSING_4TH_AGE = MARGINS.rate("nursing_4th_grade_age")
NURSE = MARGINS.rates("nursing_diploma")
HOUSEHOLD = MARGINS.by("household")
CHILDREN = MARGINS.by("children")
ALONE_WITHOUT = MARGINS.rate("alone_without_child_benefit")
PARTNER_DEPENDANT = MARGINS.rate("partner_dependant")
MOVED = MARGINS.rate("moved_from_eea_to_wallonia")


@dataclass
class Draft:
    """A person while being made: canonical facts, and what later steps need to stay consistent.

    `band` is the age group of the margins, `education` low, medium or high, `activity` employed,
    jobseeker, student or inactive. All months count up to `AS_OF`.
    """

    random: Random
    facts: dict[str, Stated] = field(default_factory=dict)
    sex: str = ""
    band: str = ""
    age: int = 0
    education: str = ""
    diploma: str = ""
    left_school_at: int = 0
    nurse: bool = False
    activity: str = ""
    status: str = ""
    has_employer: bool = False
    region: str = ""
    workplace: str = ""
    sector: str = ""
    committee: str = ""
    in_care: bool = False
    fraction: int = 0
    headcount: int | None = None
    months_idle: int = 0
    experience: int = 0
    tenure: int = 0
    income: str = ""
    children: int = 0

    def chance(self, rate: float) -> bool:
        """Does something with this chance happen?"""
        return self.random.random() < rate

    @property
    def young(self) -> bool:
        """Under 30."""
        return self.age < 30

    @property
    def works(self) -> bool:
        """At work, as an employee or for oneself."""
        return self.has_employer or self.status == "self_employed"

    @property
    def studies(self) -> bool:
        """A student, with or without a job."""
        return self.activity == "student"

    @property
    def household_band(self) -> str:
        """The age group in which households are counted."""
        return {"18-19": "18-24", "20-24": "18-24", "55-59": "55-64", "60-64": "55-64"}.get(
            self.band, self.band
        )


def draw_age(one: Draft) -> None:
    """Sex (no fact; it weighs on part-time work) and age in whole years."""
    one.sex, one.band = AGE_SEX.draw(one.random).split()
    low, high = map(int, one.band.split("-"))
    one.age = low + int(one.random.random() * (high - low + 1))
    one.facts["person.age"] = one.age


def draw_diploma(one: Draft) -> None:
    """The highest diploma, and the diploma in nursing."""
    one.education = EDUCATION[one.band].draw(one.random)
    diploma = DIPLOMA_OF[one.education].draw(one.random)
    if one.age < YOUNGEST.get(diploma, ADULT):
        diploma, one.education = "secondary", "medium"
    old_enough = one.age >= NURSING_4TH_AGE
    if one.education == "medium" and old_enough and one.chance(NURSING_4TH_GRADE):
        diploma = NURSING_4TH
    one.diploma = diploma
    one.nurse = diploma == NURSING_4TH or one.chance(NURSE.get(diploma, 0.0))
    one.facts["person.highest_diploma"] = diploma
    one.facts["person.has_nursing_diploma"] = one.nurse
    one.facts["person.nursing_diploma_school_year"] = _nursing_year(one)


def _nursing_year(one: Draft) -> Stated:
    """The school year (the year it began) of the nursing diploma of the fourth grade."""
    if one.diploma != NURSING_4TH:
        return ABSENT
    at_twenty = AS_OF.year - one.age + 20
    return min(at_twenty + int(one.random.random() * 3), LAST_NURSING_YEAR)


def draw_school_years(one: Draft) -> None:
    """Years since the end of day education; 0 for who still studies."""
    usual = LEAVING_AGE[one.diploma] + DELAY.draw(one.random)
    one.left_school_at = one.age if one.studies else min(one.age, usual)
    one.facts["person.years_since_leaving_school"] = one.age - one.left_school_at


def draw_household(one: Draft) -> None:
    """With whom somebody lives, and for how many children there is child benefit."""
    household = HOUSEHOLD[one.household_band].draw(one.random)
    one.children = _children(one, household)
    partner = household == "cohabiting" and one.works and one.chance(PARTNER_DEPENDANT)
    one.facts["person.household"] = household
    one.facts["person.lives_alone"] = household != "cohabiting"
    one.facts["person.children_on_child_benefit"] = one.children
    one.facts["person.dependants"] = one.children + int(partner)


def _children(one: Draft, household: str) -> int:
    if household == "single":
        return 0
    if household == "single_with_children":
        alone: int = CHILDREN["alone"].draw(one.random)
        return 0 if one.chance(ALONE_WITHOUT) else alone
    children: int = CHILDREN[one.household_band].draw(one.random)
    return children


def draw_move(one: Draft) -> None:
    """Did somebody in Wallonia come from another country?"""
    in_wallonia = one.region in ("wallonia", "german_community")
    one.facts["person.moved_from_eea_to_wallonia"] = in_wallonia and one.chance(MOVED)
