"""Known in part: sets and intervals.

Between knowing and not knowing lies most of life. An answer is certain as soon as every value that
is left gives the same.
"""

from datetime import date

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="A set of words",
        text="Flanders or Brussels is enough for a right that holds in both.",
        expression='person.region.is_in(["flanders", "brussels"])',
        table="""
            person.region       | expected
            --------------------+-----------------------------
            flanders / brussels | yes (open: )
            flanders / wallonia | unknown (open: person.region)
        """,
    ),
    Spec(
        title="An interval of numbers",
        text="At least 60 percent is enough for a minimum of 50, not for one of 80. An end that is "
        "left out is that of the fact.",
        expression="share(job.fraction, p.full_time)",
        facts="""
class job:
    fraction = number_fact(unit="%", low=0, high=100, label="tewerkstellingsbreuk")
""",
        law="""
            full_time:
              label: Uren voor wie voltijds werkt
              unit: h
              values: [{from: 2019-01-01, value: 125, source: decree}]
        """,
        table="""
            job.fraction | expected
            -------------+------------------------------
            60           | 75
            60..80       | 75..100 (open: job.fraction)
            60..         | 75..125
            ..40         | 0..50
            unknown      | 0..125
        """,
    ),
    Spec(
        title="An interval of days",
        text="A year, a month, or before or after a day.",
        expression="full_years(job.start, REFERENCE_DAY) >= 5",
        on=date(2026, 6, 1),
        table="""
            job.start              | expected
            -----------------------+---------
            2021-06-01             | yes
            2021-06-02             | no
            2020                   | yes
            2021                   | unknown
            2021-05                | yes
            2021-07                | no
            ..2020-12-31           | yes
            2022-01-01..           | no
        """,
    ),
    Spec(
        title="A set of numbers is an interval",
        text="Three, four or five days: at least three and at most five.",
        expression="job.hours * 2",
        table="""
            job.hours | expected
            ----------+---------
            3 / 4 / 5 | 6..10
            3 / 3     | 6
        """,
    ),
    Spec(
        title="Perhaps absent",
        text="A set with absent among the words keeps both possibilities.",
        expression="present(job.sector)",
        table="""
            job.sector       | expected
            -----------------+---------------------------
            private / absent | unknown (open: job.sector)
        """,
    ),
)
