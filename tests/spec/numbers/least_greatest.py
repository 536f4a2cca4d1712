"""A cap and a floor: `least` and `greatest`.

The smallest and the largest of some numbers or days; units must be the same.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="A cap",
        text="Not more than a maximum. When one side can never be the smallest, it is not asked.",
        expression="least(job.fraction, 50)",
        table="""
            job.fraction | expected
            -------------+------------------------------
            40           | 40
            80           | 50
            50..100      | 50
            40..100      | 40..50 (open: job.fraction)
            unknown      | 0..50
        """,
    ),
    Spec(
        title="A floor",
        text="Not less than a minimum.",
        expression="greatest(job.wage, 1000)",
        table="""
            job.wage   | expected
            -----------+---------------------
            900        | 1000
            1100       | 1100
            ..1000     | 1000
            900..1100  | 1000..1100
            unknown    | 1000.. (open: job.wage)
        """,
    ),
    Spec(
        title="Three terms",
        text="Any number of terms.",
        expression="least(job.hours, training.hours, 38)",
        table="""
            job.hours | training.hours | expected
            ----------+----------------+---------
            30        | 20             | 20
            40        | 50             | 38
            10..40    | 20..30         | 10..30
        """,
    ),
    Spec(
        title="A term that is absent",
        text="With something that does not exist there is no smallest: it is not left out. Write "
        "`or_else` for that.",
        expression="least(job.hours, training.hours)",
        table="""
            job.hours | training.hours | expected
            ----------+----------------+---------------
            30        | absent         | absent
            30        | unknown        | 0..30 or absent
        """,
    ),
)
