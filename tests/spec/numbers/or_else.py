"""Something else when it is absent: `or_else`.

For what does not exist; never for what is not known.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="Another number",
        text="While it is not known whether it exists, both are possible.",
        expression="or_else(training.hours, 8)",
        table="""
            training.hours | expected
            ---------------+------------------------------
            40             | 40
            10..40         | 10..40
            absent         | 8
            unknown        | 0.. (open: training.hours)
        """,
    ),
    Spec(
        title="Another number that may be absent too",
        text="When neither exists, there is nothing.",
        expression="or_else(training.hours, training.price / p.price_per_hour)",
        law="""
            price_per_hour:
              label: Prijs per uur
              unit: EUR/h
              values: [{from: 2019-01-01, value: 10, source: decree}]
        """,
        table="""
            training.hours | training.price | expected
            ---------------+----------------+---------
            40             | absent         | 40
            absent         | 50             | 5
            absent         | absent         | absent
        """,
    ),
    Spec(
        title="Another day",
        text="A contract without an end goes on.",
        expression="or_else(job.end, training.start)",
        table="""
            job.end    | training.start | expected
            -----------+----------------+-----------
            2026-06-30 | 2026-09-01     | 2026-06-30
            absent     | 2026-09-01     | 2026-09-01
        """,
    ),
    Spec(
        title="What always exists",
        text="The other number is never used, known or not.",
        expression="or_else(job.hours, training.hours)",
        table="""
            job.hours | training.hours | expected
            ----------+----------------+---------
            30        | 8              | 30
            30        | absent         | 30
            unknown   | 8              | 0..
        """,
    ),
)
