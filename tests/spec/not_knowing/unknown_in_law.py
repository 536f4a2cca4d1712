"""A condition of the law that was not read: `unknown_in_law`.

With the reason and the source. No question to a person can solve it, so none is asked; the other
conditions still count.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="Always open",
        text="Whatever is known of the person.",
        expression='unknown_in_law("De tekst van 2026 is niet gelezen.", source="decree")',
        table="""
            person.works | expected
            -------------+----------------------
            true         | unknown (law; open: )
            -            | unknown (law; open: )
        """,
    ),
    Spec(
        title="A certain no stays a no",
        text="The right is open for who meets everything else, and closed for who does not.",
        expression=('person.works & unknown_in_law("De tekst is niet gelezen.", source="decree")'),
        table="""
            person.works | expected
            -------------+----------------------
            true         | unknown (law; open: )
            false        | no
            unknown      | unknown (law; open: person.works)
        """,
    ),
    Spec(
        title="Open for some only",
        text="What is in doubt for one group leaves the others alone.",
        expression=(
            "person.works | (person.studies & "
            'unknown_in_law("Niet duidelijk voor studenten.", source="decree"))'
        ),
        table="""
            person.works | person.studies | expected
            -------------+----------------+--------------
            true         | true           | yes
            false        | false          | no
            false        | true           | unknown (law; open: )
        """,
    ),
)
