"""First and last day of the year or school year: `calendar_day`.

The school year runs from 1 September to 31 August.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="First day of the school year",
        text="Of the school year that holds the day.",
        expression='calendar_day("school_year_start", training.start)',
        table="""
            training.start         | expected
            -----------------------+-----------------------
            2025-08-31             | 2024-09-01
            2025-09-01             | 2025-09-01
            2026-01-15             | 2025-09-01
            2025-08-01..2025-10-01 | 2024-09-01..2025-09-01
            2025-09-01..2026-08-31 | 2025-09-01
            unknown                | unknown (open: training.start)
        """,
    ),
    Spec(
        title="Last day of the school year",
        text="31 August.",
        expression='calendar_day("school_year_end", training.start)',
        table="""
            training.start | expected
            ---------------+-----------
            2025-08-31     | 2025-08-31
            2025-09-01     | 2026-08-31
        """,
    ),
    Spec(
        title="First and last day of the calendar year",
        text="Together: the number of months of the year a training can count for.",
        expression=(
            'started_months(calendar_day("year_start", training.start), '
            'calendar_day("year_end", training.start))'
        ),
        table="""
            training.start         | expected
            -----------------------+---------
            2025-01-01             | 12
            2024-02-29             | 12
            2025-01-01..2025-12-31 | 12
        """,
    ),
    Spec(
        title="The year of a day",
        text="31 December and 1 January lie in different years.",
        expression='calendar_day("year_end", training.start)',
        table="""
            training.start | expected
            ---------------+-----------
            2025-12-31     | 2025-12-31
            2026-01-01     | 2026-12-31
        """,
    ),
    Spec(
        title="A day that is absent",
        text="It lies in no year.",
        expression='calendar_day("year_start", training.end)',
        table="""
            training.end | expected
            -------------+---------
            2025-06-30   | 2025-01-01
            absent       | absent
        """,
    ),
)
