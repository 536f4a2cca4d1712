"""A number of the law that was not read: `unknown_number`, and `unknown:` in the parameters.

With bounds where those are certain.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="Without bounds",
        text="The amount is open; that there is a right may be certain.",
        expression='unknown_number("Het bedrag is niet gelezen.", source="decree", unit="EUR")',
        table="""
            person.works | expected
            -------------+--------------
            -            | unknown (law; open: )
        """,
    ),
    Spec(
        title="Never below a number",
        text="`low` is what is certain: more than before, no published figure found.",
        expression=(
            'unknown_number("Verhoogd, niet gelezen.", source="decree", unit="EUR", low=p.price)'
        ),
        law="""
            price:
              label: Prijs
              unit: EUR
              values: [{from: 2019-01-01, value: 45, source: decree}]
        """,
        table="""
            person.works | expected
            -------------+----------
            -            | 45.. (law)
        """,
    ),
    Spec(
        title="From a day on",
        text="In the parameters, with `at_least` and `at_most`.",
        expression="training.hours * p.price",
        law="""
            price:
              label: Prijs per uur
              unit: EUR/h
              values:
                - {from: 2019-01-01, value: 10, source: decree}
                - from: 2025-01-01
                  unknown: Niet gelezen.
                  at_least: 10
                  at_most: 20
                  source: decree
        """,
        table="""
            on         | training.hours | expected
            -----------+----------------+-------------
            2024-12-31 | 5              | 50
            2025-01-01 | 5              | 50..100 (law)
            2025-01-01 | 0              | 0
            2025-01-01 | absent         | absent
        """,
    ),
    Spec(
        title="Compared",
        text="Bounds are enough for a certain answer when the number lies outside them. What is "
        "absent is certainly not enough.",
        expression="training.hours >= p.minimum",
        law="""
            minimum:
              label: Minimum
              unit: h
              values:
                - {from: 2019-01-01, unknown: "Niet gelezen.", source: decree}
                - from: 2025-01-01
                  unknown: Niet gelezen.
                  at_least: 10
                  at_most: 20
                  source: decree
        """,
        table="""
            on         | training.hours | expected
            -----------+----------------+--------------
            2024-12-31 | 100            | unknown (law)
            2024-12-31 | absent         | no
            2025-01-01 | 9              | no
            2025-01-01 | 20             | yes
            2025-01-01 | 15             | unknown (law)
        """,
    ),
    Spec(
        title="Compared with a fact that is not known",
        text="Where the law says nothing at all, knowing the fact would not help: it is not asked "
        "for. Unless it may be absent, for then the answer would be no.",
        expression="job.wage >= p.minimum",
        law="""
            minimum:
              label: Minimum
              unit: EUR
              values:
                - {from: 2019-01-01, unknown: "Niet gelezen.", source: decree}
                - from: 2025-01-01
                  unknown: Niet gelezen.
                  at_least: 10
                  source: decree
        """,
        table="""
            on         | job.wage | expected
            -----------+----------+-------------------------------
            2024-12-31 | unknown  | unknown (law; open: )
            2025-01-01 | unknown  | unknown (law; open: job.wage)
        """,
    ),
)
