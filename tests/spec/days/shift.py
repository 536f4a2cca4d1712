"""So much later or earlier: `shift`.

Months first (the same day of the month, else its last day), then days.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="Months later",
        text="A month without that day ends on its last day.",
        expression="shift(job.start, months=1)",
        table="""
            job.start              | expected
            -----------------------+-----------------------
            2025-01-15             | 2025-02-15
            2025-01-31             | 2025-02-28
            2024-01-31             | 2024-02-29
            2025-12-31             | 2026-01-31
            2025-01-15..2025-01-31 | 2025-02-15..2025-02-28
            2025-01-15..           | 2025-02-15..
            unknown                | unknown (open: job.start)
        """,
    ),
    Spec(
        title="A year later",
        text="29 February has no day a year later; it becomes 28 February.",
        expression="shift(job.start, months=12)",
        table="""
            job.start  | expected
            -----------+-----------
            2024-02-29 | 2025-02-28
            2025-02-28 | 2026-02-28
        """,
    ),
    Spec(
        title="Earlier",
        text="A negative number of months or days.",
        expression="shift(job.start, months=-1, days=-1)",
        table="""
            job.start  | expected
            -----------+-----------
            2025-03-31 | 2025-02-27
            2025-01-01 | 2024-11-30
        """,
    ),
    Spec(
        title="Months and then days",
        text="The day before the same day of the next month: the end of a month of time.",
        expression="shift(job.start, months=1, days=-1)",
        table="""
            job.start  | expected
            -----------+-----------
            2025-09-01 | 2025-09-30
            2025-01-31 | 2025-02-27
        """,
    ),
    Spec(
        title="By a number of the law",
        text="The number of months is a parameter with its dates.",
        expression="shift(job.start, months=p.notice)",
        law="""
            notice:
              label: Termijn in maanden
              unit: months
              values:
                - {from: 2019-01-01, value: 3, source: decree}
                - from: 2025-01-01
                  unknown: Niet gelezen.
                  at_least: 1
                  at_most: 6
                  source: decree
        """,
        table="""
            on         | job.start  | expected
            -----------+------------+-----------
            2024-12-31 | 2025-09-01 | 2025-12-01
            2025-01-01 | 2025-09-01 | 2025-10-01..2026-03-01 (law)
        """,
    ),
    Spec(
        title="By a number of the person",
        text="An interval of months gives an interval of days.",
        expression="shift(job.start, months=full_months(training.start, training.end))",
        table="""
            job.start  | training.start | training.end           | expected
            -----------+----------------+------------------------+-----------
            2025-01-31 | 2025-09-01     | 2025-10-01             | 2025-02-28
            2025-01-31 | 2025-09-01     | 2025-10-01..2025-11-01 | 2025-02-28..2025-03-31
            2025-01-31 | 2025-09-01     | absent                 | absent
            2025-01-31 | 2025-09-01     | unknown                | unknown or absent
        """,
    ),
    Spec(
        title="A day that is absent",
        text="It stays absent.",
        expression="shift(job.end, months=1)",
        table="""
            job.end | expected
            --------+------------------
            absent  | absent
            unknown | unknown or absent
        """,
    ),
)
