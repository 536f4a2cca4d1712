"""One of them: `|` and `any_of`.

One condition that holds is enough. One certain yes settles it, whatever else is not known.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="One condition is enough",
        text="Yes when one is yes, no when both are no, otherwise unknown.",
        expression="person.works | person.studies",
        table="""
            person.works | person.studies | expected
            -------------+----------------+------------------------------
            true         | true           | yes
            true         | false          | yes
            true         | unknown        | yes
            false        | true           | yes
            false        | false          | no
            false        | unknown        | unknown (open: person.studies)
            unknown      | true           | yes
            unknown      | false          | unknown (open: person.works)
            unknown      | unknown        | unknown (open: person.studies, person.works)
        """,
    ),
    Spec(
        title="More than two",
        text="`any_of` takes any number of conditions; it reads the same as a chain of `|`.",
        expression="any_of(person.works, person.studies, person.age >= 65)",
        table="""
            person.works | person.studies | person.age | expected
            -------------+----------------+------------+---------
            false        | false          | 65         | yes
            false        | false          | 64         | no
            -            | false          | 65         | yes
            -            | false          | 64         | unknown
        """,
    ),
    Spec(
        title="Each condition is judged by itself",
        text="Two conditions that are open stay open, even when one of them must hold. Write "
        "`is_in` for one of some words: that does see it.",
        expression='(person.region == "flanders") | (person.region == "brussels")',
        table="""
            person.region       | expected
            --------------------+---------
            flanders            | yes
            wallonia            | no
            flanders / brussels | unknown
        """,
    ),
)
