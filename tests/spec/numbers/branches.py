"""A number that depends on a condition: `when(...).then(...).otherwise(...)`.

The first branch whose condition holds gives the number. While it is not known which branch it is,
the result runs from the smallest to the largest of the branches that may still be.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="Two branches",
        text="An open condition leaves both numbers possible.",
        expression="when(person.studies).then(10).otherwise(20)",
        table="""
            person.studies | expected
            ---------------+-------------------------------
            true           | 10
            false          | 20
            unknown        | 10..20 (open: person.studies)
        """,
    ),
    Spec(
        title="A chain",
        text="A branch that is certainly passed by does not count; nor do those after a certain "
        "yes.",
        expression=(
            "when(person.age < 18).then(10).when(person.age < 26).then(20)"
            ".when(person.studies).then(30).otherwise(40)"
        ),
        table="""
            person.age | person.studies | expected
            -----------+----------------+---------
            17         | unknown        | 10
            18         | unknown        | 20
            26         | true           | 30
            26         | false          | 40
            10..20     | unknown        | 10..20
            20..30     | true           | 20..30
            20..30     | unknown        | 20..40
            unknown    | unknown        | 10..40
        """,
    ),
    Spec(
        title="The same number in both branches",
        text="Then it does not matter which branch it is, and nothing is asked.",
        expression="when(person.studies).then(job.hours * 2).otherwise(job.hours + 10)",
        table="""
            person.studies | job.hours | expected
            ---------------+-----------+-----------------------------
            unknown        | 10        | 20
            unknown        | 20        | 30..40 (open: person.studies)
        """,
    ),
    Spec(
        title="A branch without a number",
        text="`nothing_number` is a number that does not exist.",
        expression='when(person.works).then(job.wage).otherwise(nothing_number("EUR"))',
        table="""
            person.works | job.wage | expected
            -------------+----------+------------------
            true         | 100      | 100
            false        | 100      | absent
            unknown      | 100      | 100 or absent
            unknown      | 100..200 | 100..200 or absent
        """,
    ),
)
