"""The first and the last of some days: `least`, `greatest`, branches of days.

The same functions as for numbers.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="The first of two days",
        text="A deadline that is the earlier of two.",
        expression="least(job.start, training.start)",
        table="""
            job.start              | training.start | expected
            -----------------------+----------------+-----------
            2025-09-01             | 2025-10-01     | 2025-09-01
            2025-09-01..2025-11-01 | 2025-10-01     | 2025-09-01..2025-10-01
            2025-10-01..           | 2025-10-01     | 2025-10-01
            unknown                | 2025-10-01     | ..2025-10-01
        """,
    ),
    Spec(
        title="The last of two days",
        text="With a day that does not exist there is no last one.",
        expression="greatest(job.end, training.start)",
        table="""
            job.end    | training.start | expected
            -----------+----------------+-----------
            2025-09-01 | 2025-10-01     | 2025-10-01
            absent     | 2025-10-01     | absent
            unknown    | 2025-10-01     | 2025-10-01.. or absent
        """,
    ),
    Spec(
        title="A day that depends on a condition",
        text="While the branch is open, the day lies between the two.",
        expression="when(person.works).then(job.start).otherwise(training.start)",
        table="""
            person.works | job.start  | training.start | expected
            -------------+------------+----------------+-----------
            true         | 2025-09-01 | 2025-10-01     | 2025-09-01
            false        | 2025-09-01 | 2025-10-01     | 2025-10-01
            unknown      | 2025-09-01 | 2025-10-01     | 2025-09-01..2025-10-01
        """,
    ),
)
