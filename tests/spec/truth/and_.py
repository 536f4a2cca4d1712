"""All of them: `&` and `all_of`.

Every condition must hold. One certain no settles it, whatever else is not known.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="Both conditions must hold",
        text="Yes when both are yes, no when one is no, otherwise unknown.",
        expression="person.works & person.studies",
        table="""
            person.works | person.studies | expected
            -------------+----------------+------------------------------
            true         | true           | yes
            true         | false          | no
            true         | unknown        | unknown (open: person.studies)
            false        | true           | no
            false        | false          | no
            false        | unknown        | no
            unknown      | true           | unknown (open: person.works)
            unknown      | false          | no
            unknown      | unknown        | unknown (open: person.studies, person.works)
        """,
    ),
    Spec(
        title="More than two",
        text="`all_of` takes any number of conditions; it reads the same as a chain of `&`.",
        expression="all_of(person.works, person.studies, person.age >= 18)",
        table="""
            person.works | person.studies | person.age | expected
            -------------+----------------+------------+---------
            true         | true           | 18         | yes
            true         | true           | 17         | no
            true         | -              | 17         | no
            true         | -              | 18         | unknown
        """,
    ),
)
