"""Not asked, unknown, absent, zero.

Four states that a form with one empty box cannot tell apart.
"""

from tests.spec.specs import Spec

USUAL = """
class person:
    children = number_fact(
        unit="children",
        whole=True,
        absent=0,
        label="aantal kinderen",
        usual=Usual(because="meestal geen", source="README.md", value=0),
    )


class training:
    hours = number_fact(unit="h", absent=ABSENT, label="lesuren")
"""

SPECS = (
    Spec(
        title="Unknown is not no",
        text="A fact that was not asked, and one that somebody does not know, both leave the "
        "answer open, and are named.",
        expression="person.works",
        table="""
            person.works | expected
            -------------+-----------------------------
            -            | unknown (open: person.works)
            unknown      | unknown (open: person.works)
            false        | no
        """,
    ),
    Spec(
        title="Absent is certain",
        text="What does not exist leaves nothing open.",
        expression="training.hours > 10",
        table="""
            training.hours | expected
            ---------------+-------------------------------
            absent         | no (open: )
            unknown        | unknown (open: training.hours)
            0              | no (open: )
        """,
    ),
    Spec(
        title="Absent is not zero",
        text="Zero hours are hours; absent hours are not.",
        expression="training.hours + 1",
        table="""
            training.hours | expected
            ---------------+---------
            0              | 1
            absent         | absent
        """,
    ),
    Spec(
        title="Absent that is zero",
        text="Where none is simply the number 0, the fact says so.",
        expression="person.children + 1",
        table="""
            person.children | expected
            ----------------+---------
            2               | 3
            0               | 1
            absent          | 1
            unknown         | 1..
        """,
    ),
    Spec(
        title="Not asked is not unknown",
        text="A usual value is taken when nothing was asked, never when somebody said not to know.",
        expression="person.children",
        facts=USUAL,
        table="""
            person.children | expected
            ----------------+------------------------------
            -               | 0 (assumed: person.children)
            unknown         | 0.. (open: person.children; assumed: )
            2               | 2 (assumed: )
        """,
    ),
)
