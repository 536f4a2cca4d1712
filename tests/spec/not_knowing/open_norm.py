"""Left to judgement: `open_norm`, and facts that an authority decides.

Koers never guesses what an authority will decide. It says who judges, and computes the rest.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="An open norm",
        text="Open until it is judged, unless something else closes the right.",
        expression=(
            'person.works & open_norm("past in het traject", law="art. 3", decides="VDAB")'
        ),
        table="""
            person.works | expected
            -------------+------------------------------------------
            true         | unknown (judged by: VDAB; open: )
            false        | no
            unknown      | unknown (judged by: VDAB; open: person.works)
        """,
    ),
    Spec(
        title="A fact that an authority decides",
        text="Once the judgement is given it is a fact like any other.",
        expression="training.accepted",
        facts="""
class training:
    accepted = yes_no_fact(label="aanvaard door VDAB", judged_by="VDAB")
""",
        table="""
            training.accepted | expected
            ------------------+---------------------------------------------------
            true              | yes
            false             | no
            unknown           | unknown (judged by: VDAB; open: training.accepted)
        """,
    ),
)
