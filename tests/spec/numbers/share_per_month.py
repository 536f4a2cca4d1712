"""A percentage of something, and twelfths of a year: `share` and `per_month`.

Both keep the unit of the thing.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="A percentage",
        text="The percentage stands first.",
        expression="share(job.fraction, job.wage)",
        table="""
            job.fraction | job.wage | expected
            -------------+----------+---------
            80           | 2000     | 1600
            12.5         | 100      | 12.5
            50..80       | 2000     | 1000..1600
            unknown      | 2000     | 0..2000
            0            | unknown  | 0
        """,
    ),
    Spec(
        title="Twelfths",
        text="A yearly number for some months of the year.",
        expression="per_month(job.wage, full_months(job.start, job.end))",
        table="""
            job.wage | job.start  | job.end    | expected
            ---------+------------+------------+---------
            1200     | 2025-01-01 | 2025-04-01 | 300
            1200     | 2025-01-01 | 2026-01-01 | 1200
            100      | 2025-01-01 | 2025-04-01 | 25
            1200     | 2025-01-01 | absent     | absent
        """,
    ),
    Spec(
        title="A share of twelfths",
        text="Three quarters of four twelfths of four is exactly one.",
        expression="share(job.fraction, per_month(job.wage, full_months(job.start, job.end))) >= 1",
        table="""
            job.fraction | job.wage | job.start  | job.end    | expected
            -------------+----------+------------+------------+---------
            75           | 4        | 2025-01-01 | 2025-05-01 | yes
            74.99        | 4        | 2025-01-01 | 2025-05-01 | no
        """,
    ),
)
