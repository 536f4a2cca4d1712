"""The reverse: `~`.

What is not known stays not known when it is reversed.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="A condition that must not hold",
        text="Yes becomes no and no becomes yes.",
        expression="~person.works",
        table="""
            person.works | expected
            -------------+----------------------------
            true         | no
            false        | yes
            unknown      | unknown (open: person.works)
        """,
    ),
    Spec(
        title="Not, and absence",
        text="A yes-or-no fact that may be absent counts as no when it is absent, so its reverse "
        "is yes. Write `known_no` for a no that was really given.",
        expression="~job.remote",
        table="""
            job.remote | expected
            -----------+---------
            true       | no
            false      | yes
            absent     | yes
            unknown    | unknown
        """,
    ),
    Spec(
        title="A known no",
        text="`known_no` holds only when the fact is no: not when it is absent.",
        expression="job.remote.known_no",
        table="""
            job.remote | expected
            -----------+---------
            true       | no
            false      | yes
            absent     | no
            unknown    | unknown
        """,
    ),
    Spec(
        title="Comparing with True and False",
        text="`fact == True` is the fact itself, `fact == False` its reverse.",
        expression="(person.works == True) & (person.studies == False)",
        table="""
            person.works | person.studies | expected
            -------------+----------------+---------
            true         | false          | yes
            true         | true           | no
            false        | false          | no
        """,
    ),
)
