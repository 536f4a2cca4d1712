"""Computed from other facts: `derived`.

An age from a date of birth, months from days. Used when the fact itself was not stated, as far as
the other facts are known.
"""

from tests.spec.specs import Spec

FACTS = """
class person:
    birth_date = day_fact(label="geboortedatum")
    age = number_fact(unit="years", whole=True, label="leeftijd")


class career:
    days = number_fact(unit="days", whole=True, label="dagen ervaring")
    months = number_fact(unit="months", whole=True, label="maanden ervaring")


class job:
    committee = code_fact(r"^\\d{3}$", label="paritair comité")
    week = number_fact(unit="h", label="uren van een voltijdse week")
    tenth = number_fact(unit="h", label="een tiende van een week")


DERIVED = [
    (person.age, full_years(person.birth_date, REFERENCE_DAY)),
    (career.months, round_down(career.days * 12 / 365, to=1)),
    (job.week, when(job.committee == "200").then(38).otherwise(40)),
    (job.tenth, job.week / 10),
]
"""

SPECS = (
    Spec(
        title="An age from a date of birth",
        text="On the reference day. What is stated goes first.",
        expression="person.age",
        facts=FACTS,
        table="""
            on         | person.birth_date | person.age | expected
            -----------+-------------------+------------+---------------------------
            2026-06-14 | 2000-06-15        | -          | 25
            2026-06-15 | 2000-06-15        | -          | 26
            2026-06-15 | 2000              | -          | 25..26 (open: person.age)
            2026-06-15 | 2000-06-15        | 40         | 40
            2026-06-15 | unknown           | -          | 0.. (open: person.age)
            2026-06-15 | 2000-06-15        | unknown    | 26
        """,
    ),
    Spec(
        title="Months from days",
        text="2,555 days are 84 months.",
        expression="career.months >= 84",
        facts=FACTS,
        table="""
            career.days | expected
            ------------+---------
            2554        | no
            2555        | yes
            2000..3000  | unknown
        """,
    ),
    Spec(
        title="A computation with branches",
        text="The words that a computation names are told apart, also when no rule names them.",
        expression="job.week == 38",
        facts=FACTS,
        table="""
            job.committee | expected
            --------------+------------------------
            200           | yes
            302           | no
            200 / 302     | unknown
            unknown       | unknown (open: job.week)
        """,
    ),
    Spec(
        title="Compared exactly",
        text="A computed fact compares like a stated one, without drift.",
        expression='(job.tenth * 3 == Decimal("11.4")) & (job.tenth <= Decimal("3.8"))',
        facts=FACTS,
        table="""
            job.committee | expected
            --------------+---------
            200           | yes
            302           | no
        """,
    ),
)
