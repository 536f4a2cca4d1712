"""The day the law looks at: `REFERENCE_DAY` and `DAY_ASKED`.

Parameters, dated conditions and existence are those of the reference day. It is the day asked,
unless the incentive names a fact that holds it.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="The day asked",
        text="Without a fact that holds it, the reference day is the day asked.",
        expression="full_years(job.start, REFERENCE_DAY) >= 1",
        table="""
            on         | job.start  | expected
            -----------+------------+---------
            2025-08-31 | 2024-09-01 | no
            2025-09-01 | 2024-09-01 | yes
        """,
    ),
    Spec(
        title="A fact that holds the reference day",
        text="The first lesson decides which law counts. When it is not known, everything is "
        "open; when it was not asked, the day asked is taken.",
        expression="p.hours",
        reference="training.start",
        law="""
            hours:
              label: Uren
              unit: h
              values:
                - {from: 2019-01-01, value: 125, source: decree}
                - {from: 2025-09-01, value: 80, source: decree}
        """,
        table="""
            on         | training.start         | expected
            -----------+------------------------+---------
            2025-08-31 | 2025-08-31             | 125
            2025-08-31 | 2025-09-01             | 80
            2025-09-01 | 2025-08-31             | 125
            2025-08-31 | -                      | 125
            2025-09-01 | -                      | 80
            2025-09-01 | unknown                | unknown (open: training.start)
            2025-09-01 | 2025-08-01..2025-08-31 | unknown (open: training.start)
            2025-09-01 | 2025-08-31 on 2025-08-01 | 125
        """,
    ),
    Spec(
        title="The day asked, beside the reference day",
        text="`DAY_ASKED` stays the day of the question: is the request in time?",
        expression="DAY_ASKED <= REFERENCE_DAY",
        reference="training.start",
        table="""
            on         | training.start | expected
            -----------+----------------+---------
            2025-09-01 | 2025-09-01     | yes
            2025-09-02 | 2025-09-01     | no
        """,
    ),
    Spec(
        title="A reference day that may not exist",
        text="When there is no such day, the day asked counts.",
        expression="REFERENCE_DAY",
        reference="training.end",
        table="""
            on         | training.end | expected
            -----------+--------------+-----------
            2025-09-01 | 2026-06-30   | 2026-06-30
            2025-09-01 | absent       | 2025-09-01
        """,
    ),
)
