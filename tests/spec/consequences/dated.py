"""Known for a day: dated statements.

A value with the day on which it was true. Some facts stay, some grow with time, some belong to a
year; what no longer counts is not known any more.
"""

from tests.spec.specs import Spec

FACTS = """
class person:
    diploma = choice_fact({"none": "geen", "bachelor": "bachelor"}, label="diploma")


class career:
    months = number_fact(unit="months", whole=True, grows="months", label="maanden ervaring")
    days = number_fact(unit="days", whole=True, grows="days", label="dagen ervaring")


class use:
    hours = number_fact(unit="h", period="school_year", label="gebruikte uren")
    days = number_fact(unit="days", period="calendar_year", label="gebruikte dagen")
    euros = number_fact(
        unit="EUR",
        period="month",
        label="ontvangen bedrag",
        usual=Usual(because="meestal niets", source="README.md", value=0),
    )
"""

SPECS = (
    Spec(
        title="What stays",
        text="A fact without a period keeps its value.",
        expression='person.diploma == "bachelor"',
        facts=FACTS,
        table="""
            on         | person.diploma         | expected
            -----------+------------------------+---------
            2026-01-15 | bachelor on 2020-06-30 | yes
            2026-01-15 | none on 2020-06-30     | no
        """,
    ),
    Spec(
        title="What grows, by months",
        text="It may have grown by as many months as have passed. Before the day it was less.",
        expression="career.months",
        facts=FACTS,
        table="""
            on         | career.months        | expected
            -----------+----------------------+-----------------------------
            2025-01-15 | 24 on 2025-01-15     | 24
            2025-02-14 | 24 on 2025-01-15     | 24
            2025-02-15 | 24 on 2025-01-15     | 24..25
            2026-01-15 | 24 on 2025-01-15     | 24..36 (open: career.months)
            2025-01-14 | 24 on 2025-01-15     | 0..24
        """,
    ),
    Spec(
        title="What grows, by days",
        text="One a day at most.",
        expression="career.days",
        facts=FACTS,
        table="""
            on         | career.days       | expected
            -----------+-------------------+----------
            2025-01-25 | 100 on 2025-01-15 | 100..110
        """,
    ),
    Spec(
        title="What belongs to a school year",
        text="In another school year it is not known.",
        expression="use.hours",
        facts=FACTS,
        table="""
            on         | use.hours        | expected
            -----------+------------------+-----------------------
            2026-08-31 | 40 on 2025-09-01 | 40
            2026-09-01 | 40 on 2025-09-01 | 0.. (open: use.hours)
            2025-08-31 | 40 on 2025-09-01 | 0..
        """,
    ),
    Spec(
        title="What belongs to a calendar year",
        text="In another year it is not known.",
        expression="use.days",
        facts=FACTS,
        table="""
            on         | use.days        | expected
            -----------+-----------------+---------
            2025-12-31 | 3 on 2025-01-01 | 3
            2026-01-01 | 3 on 2025-12-31 | 0..
        """,
    ),
    Spec(
        title="What is over may be usual again",
        text="A value of another month is as if it had not been asked; that somebody did not know "
        "it stays.",
        expression="use.euros",
        facts=FACTS,
        table="""
            on         | use.euros             | expected
            -----------+-----------------------+------------------------
            2025-01-31 | 50 on 2025-01-01      | 50
            2025-02-01 | 50 on 2025-01-31      | 0 (assumed: use.euros)
            2025-01-31 | unknown on 2025-01-31 | 0.. (assumed: )
        """,
    ),
    Spec(
        title="Known in part on a day",
        text="On that day it counts; on another one it is not known.",
        expression="career.months",
        facts=FACTS,
        table="""
            on         | career.months        | expected
            -----------+----------------------+---------
            2025-01-15 | 12..24 on 2025-01-15 | 12..24
            2025-01-16 | 12..24 on 2025-01-15 | 0..
        """,
    ),
)
