"""Made people are true to their margins; rare situations occur; every margin has a source."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from math import sqrt
from pathlib import Path
from random import Random
from typing import Any

import pytest

import koers.population
from koers.engine.errors import RuleError
from koers.engine.values import ABSENT, Between, OneOf, Stated
from koers.population.margins import MARGINS, OWN_ESTIMATE, Shares, Span, load_margins
from koers.population.profiles import learning_facts
from koers.rulebook.facts import VOCABULARY
from koers.rulebook.facts.consequences import NO_WORK
from tests.population.people import (
    Person,
    amount,
    count,
    people,
    works_for_somebody,
)

SIGMAS = 4.5
"""How far a count may lie from what is expected; by chance that happens once in 100,000 counts."""
LOW = frozenset(
    "none primary lower_secondary secondary_grade2 part_time_vocational apprenticeship".split()
)
HIGH = frozenset("hbo5 graduaat bachelor master phd".split())
BANDS = ((18, 19), (20, 24), (25, 29), (30, 54), (55, 59), (60, 64))


def band(person: Person) -> str:
    age = count(person, "person.age")
    return next(f"{low}-{high}" for low, high in BANDS if low <= age <= high)


def level(person: Person) -> str:
    diploma = person["person.highest_diploma"]
    return "low" if diploma in LOW else "high" if diploma in HIGH else "medium"


def chances(weights: Mapping[str, Any]) -> dict[str, float]:
    total = sum(weights.values())
    return {word: float(weight / total) for word, weight in weights.items()}


def assert_expected(cases: Iterable[tuple[Stated, Mapping[str, float]]]) -> None:
    """Each case is what somebody has, and the chance of each word for somebody like this.

    Give people who are alike the same mapping of chances: they are counted together.
    """
    seen: Counter[Stated] = Counter()
    alike: Counter[int] = Counter()
    tables: dict[int, Mapping[str, float]] = {}
    for word, chance in cases:
        seen[word] += 1
        alike[id(chance)] += 1
        tables[id(chance)] = chance
    expected: dict[str, float] = {}
    variance: dict[str, float] = {}
    for key, people_alike in alike.items():
        for one, share in tables[key].items():
            expected[one] = expected.get(one, 0) + people_alike * share
            variance[one] = variance.get(one, 0) + people_alike * share * (1 - share)
    assert set(seen) <= set(expected)
    for one, mean in expected.items():
        assert abs(seen[one] - mean) <= SIGMAS * sqrt(variance[one]) + 1, one


@cache
def margin(name: str, case: str = "") -> dict[str, float]:
    content = MARGINS.entries[name].content
    return chances(content[case] if case else content)


def many() -> list[dict[str, Stated]]:
    return people(20_000)


@cache
def status_chances(band: str, level: str) -> dict[str, float]:
    """The chance of each status, from the tables of activity and of status at work."""
    young = "young " if band in ("18-19", "20-24") else ""
    student = float(MARGINS.entries["student_works"].content)
    found: dict[str, float] = {}
    for activity, chance in margin("activity", f"{band} {level}").items():
        if activity == "employed":
            kinds = margin("status", f"{young}{level}")
        elif activity == "student":
            kinds = {"student_worker": student, "student": 1 - student}
        else:
            kinds = {activity: 1.0}
        found |= {kind: chance * share for kind, share in kinds.items()}
    return found


def test_status_by_age_and_education() -> None:
    assert_expected(
        (one["employment.status"], status_chances(band(one), level(one))) for one in many()
    )


def test_home_by_work() -> None:
    def chance(one: Person) -> dict[str, float]:
        works = one["employment.status"] not in NO_WORK
        return margin("residence", "works" if works else "no work")

    assert_expected((one["person.residence_region"], chance(one)) for one in many())


def test_education_by_age() -> None:
    grown = [one for one in many() if count(one, "person.age") >= 25]
    assert_expected((level(one), margin("education", band(one))) for one in grown)


@pytest.mark.parametrize("of", ["low", "high"])
def test_diploma_within_a_level(of: str) -> None:
    grown = [one for one in many() if count(one, "person.age") >= 25 and level(one) == of]
    assert_expected((one["person.highest_diploma"], margin("diploma", of)) for one in grown)


def committee_chances(person: Person) -> dict[str, float]:
    """For an employee of the private sector, who is a blue or a white collar."""
    white = float(MARGINS.entries["white_collar"].content[level(person)])
    found: Counter[str] = Counter()
    for case, share in (("employee", white), ("worker", 1 - white)):
        for committee, chance in margin("joint_committee", case).items():
            found[committee] += share * chance  # type: ignore[assignment]
    rest = found.pop("rest")
    for committee, chance in margin("other_committees").items():
        found[committee] += rest * chance  # type: ignore[assignment]
    return dict(found)


def test_joint_committee_of_employees() -> None:
    private = [
        one
        for one in many()
        if one["employment.status"] == "employee" and one["employment.sector"] == "private"
    ]
    by_level = {level(one): committee_chances(one) for one in private}
    assert_expected((one["employment.joint_committee"], by_level[level(one)]) for one in private)


def share(chosen: Iterable[bool]) -> tuple[float, float]:
    """The share of yes, and how far it may lie from the real one by chance."""
    answers = list(chosen)
    found = sum(answers) / len(answers)
    return found, SIGMAS * sqrt(found * (1 - found) / len(answers))


# Figures of the sources, not of our tables; see margins.yaml for file and year.
EUROSTAT: dict[str, tuple[float, float, Callable[[], Iterable[bool]]]] = {
    "low education from 25": (
        0.184,
        0.005,
        lambda: (level(one) == "low" for one in many() if count(one, "person.age") >= 25),
    ),
    "high education from 25": (
        0.410,
        0.005,
        lambda: (level(one) == "high" for one in many() if count(one, "person.age") >= 25),
    ),
    "self-employed among who works": (
        0.133,
        0.01,
        lambda: (
            one["employment.status"] == "self_employed"
            for one in many()
            if one["employment.status"] not in NO_WORK
        ),
    ),
    "long out of work among jobseekers": (
        0.358,
        0.05,
        lambda: (
            count(one, "person.months_without_work") >= 12
            for one in many()
            if one["employment.status"] == "jobseeker"
        ),
    ),
    "part-time among who has an employer": (
        0.5 * (0.382 + 0.116),
        0.03,
        lambda: (
            amount(one, "employment.fraction") < 100 for one in many() if works_for_somebody(one)
        ),
    ),
}


@pytest.mark.parametrize("what", EUROSTAT)
def test_figures_of_eurostat_come_out(what: str) -> None:
    real, rounding, chosen = EUROSTAT[what]
    found, by_chance = share(chosen())
    assert abs(found - real) <= rounding + by_chance


@pytest.mark.parametrize(("low", "high", "years"), [(18, 29, 2.6), (30, 54, 10.3), (55, 64, 21.2)])
def test_mean_years_with_the_employer(low: int, high: int, years: float) -> None:
    months = [
        count(one, "employment.months_with_employer")
        for one in many()
        if low <= count(one, "person.age") <= high and works_for_somebody(one)
    ]
    assert abs(sum(months) / len(months) / 12 - years) < 1.2


# Rare situations -----------------------------------------------------------------------------

RARE: dict[str, Callable[[Person], bool]] = {
    "lives abroad": lambda p: p["person.residence_region"] in ("netherlands", "other_eea"),
    "came to Wallonia from abroad": lambda p: p["person.moved_from_eea_to_wallonia"] is True,
    "works in Brussels": lambda p: p["employment.workplace_region"] == "brussels",
    "apprentice": lambda p: p["employment.status"] == "apprentice",
    "study contract as employee": lambda p: (
        p["employment.status"] == "employee"
        and p["employment.contract_type"] in ("student", "apprenticeship")
    ),
    "nurse of the fourth grade": lambda p: p["person.nursing_diploma_school_year"] is not ABSENT,
    "performing arts": lambda p: p["employment.joint_committee"] == "304",
    "earlier in the performing arts": lambda p: (
        p["employment.joint_committee"] != "304" and p["sector.days_worked_pc304_best_year"] != 0
    ),
    "wood, after a training": lambda p: p["employment.months_in_sector_after_training"] != 0,
    "a small committee": lambda p: (
        p["employment.joint_committee"] in MARGINS.entries["other_committees"].content
    ),
    "dismissed": lambda p: p["dismissal.by_employer"] is True,
    "dismissed for an urgent cause": lambda p: p["dismissal.urgent_cause"] is True,
    "30 weeks of notice": lambda p: (
        p["dismissal.by_employer"] is True and amount(p, "dismissal.notice_weeks") >= 30
    ),
    "insertion benefit": lambda p: p["person.income_source"] == "insertion_benefit",
    "dependant of social support": lambda p: (
        p["person.dependant_of_income_source"] in ("leefloon", "ocmw", "igo")
    ),
    "first diploma": lambda p: p["person.first_secondary_diploma"] is True,
    "resigned for a training on a work floor": lambda p: p["person.resigned_for_ibo"] is True,
    "screened by VDAB": lambda p: p["person.vdab_screening_passed"] is True,
    "used the exception before": lambda p: p["unemployment.retention_used_before"] is True,
    "was in a care project": lambda p: p["care.previous_participation"] is True,
    "public care": lambda p: p["employer.public_care"] is True,
    "used the account of the sector": lambda p: p["sector.used_this_year"] != 0,
    "time credit used for training": lambda p: p["time_credit.used_training_months"] != 0,
    "career guidance with a certificate": lambda p: p["career_plan.attest_date"] is not ABSENT,
    "career cheques": lambda p: p["career_guidance.cheques_used_last_6y"] == 2,
    "vouchers bought": lambda p: p["voucher.bought_this_period"] != 0,
    "more than full time": lambda p: amount(p, "employment.fraction_reference_month") > 100,
    "more hours than in March": lambda p: (
        0 < amount(p, "employment.fraction_reference_month") < amount(p, "employment.fraction")
    ),
    "other fraction in the year before": lambda p: (
        works_for_somebody(p) and p["employment.fraction_year_before"] != p["employment.fraction"]
    ),
    "no learning credit left": lambda p: amount(p, "student.leerkrediet") <= 0,
    "wants a training on a work floor": lambda p: p["plan.work_floor_training"] is True,
    "wants a care study": lambda p: p["plan.care_study"] is True,
}


@pytest.mark.parametrize("what", RARE)
def test_rare_situations_occur_and_stay_rare(what: str) -> None:
    found = sum(RARE[what](person) for person in people())
    assert 1 <= found <= 0.12 * len(people())


def is_usual(value: Stated, usual: Stated) -> bool:
    if isinstance(usual, OneOf):
        return value in usual.values
    if isinstance(usual, Between):
        assert isinstance(value, int)
        return usual.low is None or value >= usual.low  # type: ignore[operator]
    return value == usual


CONCERNED: dict[str, Callable[[Person], bool]] = {
    "person.moved_from_eea_to_wallonia": lambda p: p["person.residence_region"] == "wallonia",
    "person.children_on_child_benefit": lambda p: p["person.household"] == "single_with_children",
    "employment.contract_type": lambda p: p["employment.status"] == "employee",
    "employment.contract_end": lambda p: p["employment.status"] == "civil_servant",
    "employment.effective_months_this_year": lambda p: (
        works_for_somebody(p) and count(p, "career.experience_months") >= 12
    ),
    "person.student_job_months": lambda p: "student" not in str(p["employment.status"]),
    "employment.workplace_province": lambda p: p["employment.joint_committee"] in ("111", "209"),
    "dismissal.urgent_cause": lambda p: p["dismissal.by_employer"] is True,
    "care.previous_participation": lambda p: p["employment.joint_committee"] == "330",
    "unemployment.retention_used_before": lambda p: (
        p["person.receives_unemployment_benefit"] is True
    ),
}
"""Who is asked about a fact with a usual value, where that is not everybody."""
COMMON = {"person.lives_alone": "one in five lives alone: the assumption is a cautious one"}


@pytest.mark.parametrize(
    "name", sorted(one for one in learning_facts() if VOCABULARY.facts[one].usual is not None)
)
def test_usual_values_are_usual_and_not_always_true(name: str) -> None:
    usual = VOCABULARY.facts[name].usual
    assert usual is not None
    assert usual.value is not None
    asked = [one for one in many() if CONCERNED.get(name, bool)(one)]
    other = sum(not is_usual(one[name], usual.value) for one in asked) / len(asked)
    assert 0 < other <= (0.5 if name in COMMON else 0.12)


# The file of margins -------------------------------------------------------------------------


@pytest.mark.parametrize("name", MARGINS.entries)
def test_every_margin_has_a_source_and_is_used(name: str) -> None:
    one = MARGINS.entries[name]
    assert one.source == OWN_ESTIMATE or re.search(r"Eurostat|Statbel|dossier", one.source)
    assert one.because.endswith(".")
    folder = Path(koers.population.__file__).parent
    assert any(f'"{name}")' in path.read_text("utf-8") for path in folder.glob("*.py"))


@pytest.mark.parametrize(
    "entry",
    [
        "{because: Why., rate: 1}",
        "{source: own estimate, rate: 1}",
        "{source: own estimate, because: Why.}",
        "{source: own estimate, because: Why., rate: 1, range: [0, 1]}",
        "{source: own estimate, because: Why., rate: 1, note: x}",
    ],
)
def test_a_margin_without_source_reason_or_one_form_is_refused(tmp_path: Path, entry: str) -> None:
    file = tmp_path / "margins.yaml"
    file.write_text(f"one: {entry}\n", "utf-8")
    with pytest.raises(RuleError):
        load_margins(file)


def test_a_margin_is_asked_for_in_its_own_form() -> None:
    with pytest.raises(KeyError):
        MARGINS.rate("age_sex")


def test_shares_are_drawn_by_weight() -> None:
    shares = Shares({"a": 1, "b": 3, "c": 0})
    random = Random(1)
    drawn = Counter(shares.draw(random) for _ in range(4000))
    assert drawn["c"] == 0
    assert abs(drawn["b"] - 3000) < SIGMAS * sqrt(4000 * 0.75 * 0.25)


def test_a_span_has_both_its_ends() -> None:
    random = Random(1)
    assert {Span([2, 4]).draw(random) for _ in range(100)} == {2, 3, 4}
