"""Time between two days: `full_months`, `full_years`, `started_months`.

Full months and years are complete on the same day of the month, or on its last day when the month
is shorter. Started months count the calendar months that are touched.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="Full months",
        text="The same day of a later month completes one.",
        expression="full_months(job.start, training.start)",
        table="""
            job.start              | training.start | expected
            -----------------------+----------------+---------
            2025-01-15             | 2025-02-14     | 0
            2025-01-15             | 2025-02-15     | 1
            2025-01-15             | 2026-01-15     | 12
            2025-01-15             | 2025-01-15     | 0
            2025-01-15             | 2025-01-14     | -1
            2025-01-01..2025-02-01 | 2025-04-01     | 2..3
            unknown                | 2025-04-01     | unknown (open: job.start)
            ..2025-01-31           | 2025-04-30     | 3..
        """,
    ),
    Spec(
        title="Full months at the end of a month",
        text="The last day of a shorter month completes the month.",
        expression="full_months(job.start, training.start)",
        table="""
            job.start  | training.start | expected
            -----------+----------------+---------
            2025-01-31 | 2025-02-27     | 0
            2025-01-31 | 2025-02-28     | 1
            2024-01-31 | 2024-02-28     | 0
            2024-01-31 | 2024-02-29     | 1
            2025-01-31 | 2025-04-30     | 3
            2025-02-28 | 2025-03-27     | 0
            2025-02-28 | 2025-03-28     | 1
        """,
    ),
    Spec(
        title="Full years",
        text="An age: somebody born on 29 February is a year older on 28 February.",
        expression="full_years(job.start, training.start)",
        table="""
            job.start              | training.start | expected
            -----------------------+----------------+---------
            2000-06-15             | 2026-06-14     | 25
            2000-06-15             | 2026-06-15     | 26
            2004-02-29             | 2025-02-27     | 20
            2004-02-29             | 2025-02-28     | 21
            2004-02-29             | 2024-02-28     | 19
            2004-02-29             | 2024-02-29     | 20
            2000-01-01..2000-12-31 | 2026-06-15     | 25..26
        """,
    ),
    Spec(
        title="Started months",
        text="Calendar months touched, both included; negative when the days are reversed.",
        expression="started_months(job.start, training.start)",
        table="""
            job.start  | training.start | expected
            -----------+----------------+---------
            2025-01-31 | 2025-01-31     | 1
            2025-01-31 | 2025-02-01     | 2
            2025-01-01 | 2025-12-31     | 12
            2025-03-01 | 2025-01-31     | -1
        """,
    ),
    Spec(
        title="To a day that is absent",
        text="No time passes to a day that does not exist.",
        expression="full_months(job.start, job.end)",
        table="""
            job.start  | job.end    | expected
            -----------+------------+---------
            2025-01-15 | 2025-03-15 | 2
            2025-01-15 | absent     | absent
            2025-01-15 | unknown    | unknown or absent
        """,
    ),
)
