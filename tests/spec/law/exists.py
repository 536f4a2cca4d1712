"""From when until when there is such a right: `exists`.

Before it began and after it ended the answer is a certain no; nothing is asked.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="A right that began and ended",
        text="Both days included.",
        expression="""
            works = condition(
                person.works, law="art. 1", title="Je werkt", source="decree"
            )
            conditions = [works]
            amounts = {"hours": p.hours, "told": amount(p.hours, always=True)}
        """,
        law="""
            exists: {from: 2019-09-01, until: 2025-08-31, source: decree}
            hours:
              label: Uren
              unit: h
              values: [{from: 2019-01-01, value: 125, source: decree}]
        """,
        table="""
            on         | person.works | eligible     | hours | told
            -----------+--------------+--------------+-------+-----
            2019-08-31 | true         | no           | -     | -
            2019-09-01 | true         | yes          | 125   | 125
            2025-08-31 | true         | yes          | 125   | 125
            2025-09-01 | true         | no           | -     | -
            2025-09-01 | unknown      | no (open: )  | -     | -
        """,
    ),
)
