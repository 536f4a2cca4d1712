"""Measured in one unit: `one_unit`.

A training has credits or hours, not both. When one is given, the others do not count; that is an
assumption, and strict assessments do not make it.
"""

from tests.spec.specs import Spec

FACTS = """
class training:
    credits = number_fact(unit="sp", absent=ABSENT, label="studiepunten")
    hours = number_fact(unit="h", absent=ABSENT, label="lesuren")
    exams = number_fact(unit="exams", absent=ABSENT, label="examens")


ONE_UNIT = [
    one_unit(
        [training.credits, training.hours],
        only_for=["spec"],
        because="een opleiding wordt in één maat gemeten",
    ),
    one_unit(
        [training.credits, training.exams],
        only_for=["spec"],
        because="een opleiding wordt in één maat gemeten",
    ),
]
"""

SPECS = (
    Spec(
        title="One is given",
        text="Then the other one is taken to be absent.",
        expression="present(training.credits)",
        facts=FACTS,
        table="""
            training.credits | training.hours | expected
            -----------------+----------------+----------------------------------
            -                | 40             | no (assumed: training.credits)
            -                | 20..40         | no (assumed: training.credits)
            3                | 40             | yes (assumed: )
            -                | -              | unknown (assumed: )
            -                | unknown        | unknown (assumed: )
            -                | absent         | unknown (assumed: )
            unknown          | 40             | unknown (assumed: )
            -                | absent on 2025-01-01  | unknown (assumed: )
            -                | unknown on 2025-01-01 | unknown (assumed: )
        """,
    ),
    Spec(
        title="In more than one list",
        text="A fact may be listed with several others; one that is given is enough.",
        expression="present(training.credits)",
        facts=FACTS,
        table="""
            training.credits | training.hours | training.exams | expected
            -----------------+----------------+----------------+---------
            -                | -              | 2              | no
            -                | unknown        | 2              | no
            -                | unknown        | absent         | unknown
        """,
    ),
    Spec(
        title="Not in strict mode",
        text="It is an assumption.",
        expression="present(training.credits)",
        facts=FACTS,
        strict=True,
        table="""
            training.hours | expected
            ---------------+---------------------------------
            40             | unknown (open: training.credits)
        """,
    ),
)
