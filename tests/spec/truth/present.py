"""It exists: `present`.

Asks whether something is there at all, not what it is.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="A number that may be absent",
        text="A number that is known in part is known to be there. Zero is there too.",
        expression="present(training.hours)",
        table="""
            training.hours | expected
            ---------------+-------------------------------
            40             | yes
            0              | yes
            10..40         | yes
            absent         | no
            unknown        | unknown (open: training.hours)
        """,
    ),
    Spec(
        title="A number that always exists",
        text="It is there although its value is not known.",
        expression="present(person.age)",
        table="""
            person.age | expected
            -----------+---------
            unknown    | yes
        """,
    ),
    Spec(
        title="A word",
        text="A set of words with absent among them leaves it open.",
        expression="present(job.sector)",
        table="""
            job.sector       | expected
            -----------------+---------
            private          | yes
            private / public | yes
            absent           | no
            private / absent | unknown
            unknown          | unknown
        """,
    ),
    Spec(
        title="A code",
        text="Any code is there.",
        expression="present(job.committee)",
        table="""
            job.committee | expected
            --------------+---------
            302           | yes
            absent        | no
            unknown       | unknown
        """,
    ),
    Spec(
        title="A day",
        text="A contract without an end has no last day.",
        expression="present(job.end)",
        table="""
            job.end                | expected
            -----------------------+---------
            2026-06-30             | yes
            2026-01-01..2026-06-30 | yes
            absent                 | no
            unknown                | unknown
        """,
    ),
    Spec(
        title="Something computed",
        text="What is computed from something absent is absent.",
        expression="present(training.price / 2 + 10)",
        table="""
            training.price | expected
            ---------------+---------
            100            | yes
            absent         | no
            unknown        | unknown
        """,
    ),
)
