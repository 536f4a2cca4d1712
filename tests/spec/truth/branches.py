"""A condition that depends on another: `when(...).then(...).otherwise(...)`.

The first branch whose condition holds decides.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="Another condition for some",
        text="Who studies must be under 26, everybody else at least 18. While the branch is not "
        "known, the answer is certain only when both branches agree.",
        expression="when(person.studies).then(person.age < 26).otherwise(person.age >= 18)",
        table="""
            person.studies | person.age | expected
            ---------------+------------+------------------------------
            true           | 25         | yes
            true           | 26         | no
            false          | 17         | no
            false          | 26         | yes
            unknown        | 20         | yes
            unknown        | 30         | unknown (open: person.studies)
            true           | unknown    | unknown (open: person.age)
        """,
    ),
    Spec(
        title="Certain in every branch",
        text="When no branch can hold, it does not matter which one it is.",
        expression=(
            "when(person.studies).then(person.age < 18).when(person.works).then(person.age < 16)"
            ".otherwise(person.age < 12)"
        ),
        table="""
            person.studies | person.works | person.age | expected
            ---------------+--------------+------------+---------
            unknown        | unknown      | 20         | no
            unknown        | unknown      | 11         | yes
            unknown        | true         | 17         | unknown
            false          | true         | 15         | yes
            false          | unknown      | 13         | unknown
        """,
    ),
)
