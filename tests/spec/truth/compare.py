"""Comparing: `<`, `<=`, `>`, `>=`, `==`, `!=`.

Two numbers in the same unit, or two days. With a partly known side the answer is certain as soon
as every possible value gives the same one.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="At least",
        text="The boundary itself counts.",
        expression="person.age >= 18",
        table="""
            person.age | expected
            -----------+--------------------------
            17         | no
            18         | yes
            unknown    | unknown (open: person.age)
            18..30     | yes
            10..17     | no
            10..18     | unknown
            18..       | yes
            ..17       | no
        """,
    ),
    Spec(
        title="More than",
        text="The boundary itself does not count.",
        expression="person.age > 18",
        table="""
            person.age | expected
            -----------+---------
            18         | no
            19         | yes
            18..19     | unknown
            19..30     | yes
            10..18     | no
        """,
    ),
    Spec(
        title="At most and less than",
        text="`<=` counts the boundary, `<` does not.",
        expression="(job.fraction <= 80) & (job.hours < 20)",
        table="""
            job.fraction | job.hours | expected
            -------------+-----------+---------
            80           | 19        | yes
            80           | 19.99     | yes
            80           | 20        | no
            80.01        | 19        | no
            80           | 10..20    | unknown
            80           | 20..30    | no
            70..80       | 10..19    | yes
            81..90       | 10..19    | no
        """,
    ),
    Spec(
        title="Equal",
        text="Certain only when both sides are exact, or when they cannot meet.",
        expression="person.age == 40",
        table="""
            person.age | expected
            -----------+---------
            40         | yes
            41         | no
            40..50     | unknown
            41..50     | no
            10..39     | no
        """,
    ),
    Spec(
        title="Not equal",
        text="The reverse of equal.",
        expression="person.age != 40",
        table="""
            person.age | expected
            -----------+---------
            40         | no
            41         | yes
            40..50     | unknown
            41..50     | yes
        """,
    ),
    Spec(
        title="Two facts",
        text="Two intervals are compared over all their values.",
        expression="training.price <= job.wage",
        table="""
            training.price | job.wage | expected
            ---------------+----------+---------
            100            | 100      | yes
            100..200       | 200..300 | yes
            100..200       | 150..300 | unknown
            201..300       | 100..200 | no
        """,
    ),
    Spec(
        title="Two facts, less than",
        text="Intervals that only touch are not less.",
        expression="training.price < job.wage",
        table="""
            training.price | job.wage | expected
            ---------------+----------+---------
            99             | 100      | yes
            100            | 100..200 | unknown
            200            | 100..200 | no
            150            | 100..200 | unknown
        """,
    ),
    Spec(
        title="Two facts that are equal",
        text="Both must be exact.",
        expression="training.price == job.wage",
        table="""
            training.price | job.wage | expected
            ---------------+----------+---------
            100            | 100      | yes
            100            | 100..200 | unknown
            100..200       | 100      | unknown
            100..200       | 100..200 | unknown
            100            | 101..200 | no
        """,
    ),
    Spec(
        title="Exact to the last digit",
        text="0.1 and 0.2 together are 0.3: numbers do not drift.",
        expression="job.hours + training.hours <= training.hours * 3",
        table="""
            job.hours | training.hours | expected
            ----------+----------------+---------
            0.2       | 0.1            | yes
            0.21      | 0.1            | no
        """,
    ),
    Spec(
        title="What is absent compares as no",
        text="No comparison with something that does not exist holds, `==` included; so `!=` does. "
        "While it may be absent, a yes is not certain.",
        expression="training.hours >= 10",
        table="""
            training.hours | expected
            ---------------+-------------------------------
            10             | yes
            absent         | no
            unknown        | unknown (open: training.hours)
        """,
    ),
    Spec(
        title="What is absent is not equal either",
        text="`!=` is the reverse of `==`, and holds for what does not exist.",
        expression="training.hours != 10",
        table="""
            training.hours | expected
            ---------------+---------
            10             | no
            11             | yes
            absent         | yes
        """,
    ),
    Spec(
        title="Two days",
        text="An earlier day is less than a later one.",
        expression="job.start <= training.start",
        table="""
            job.start              | training.start | expected
            -----------------------+----------------+---------
            2025-09-01             | 2025-09-01     | yes
            2025-09-01             | 2025-08-31     | no
            2025-01-01..2025-08-31 | 2025-09-01     | yes
            2025-01-01..2025-09-02 | 2025-09-01     | unknown
            2025-09-02..           | 2025-09-01     | no
            unknown                | 2025-09-01     | unknown (open: job.start)
        """,
    ),
    Spec(
        title="A day that may be absent",
        text="A contract without an end: no comparison with its last day holds.",
        expression="job.end > training.start",
        table="""
            job.end    | training.start | expected
            -----------+----------------+---------
            2026-06-30 | 2026-06-29     | yes
            2026-06-30 | 2026-06-30     | no
            absent     | 2026-06-29     | no
            unknown    | 2026-06-29     | unknown
        """,
    ),
)
