"""Tables of the law: `lookup`.

A number per word of a fact, each with its dates. Every word has a row, or the table has
`otherwise`; a missing row is an error when the rule is read.
"""

from tests.spec.specs import Spec

LAW = """
    hours_of:
      label: Uren per gewest
      unit: h
      rows:
        flanders: [{from: 2019-01-01, value: 125, source: decree}]
        brussels:
          - {from: 2019-01-01, value: 120, source: decree}
          - {from: 2025-09-01, value: 80, source: decree}
        wallonia: [{from: 2019-01-01, unknown: "Niet gelezen.", source: decree}]
    days_of:
      label: Dagen per comité
      unit: days
      rows:
        "200": [{from: 2019-01-01, value: 2, source: decree}]
        "124": [{from: 2019-01-01, absent: true, source: decree}]
      otherwise: {value: 1, source: decree}
"""

SPECS = (
    Spec(
        title="A row per word",
        text="While the word is not known, the result spans the rows that may be.",
        expression='lookup(p.table("hours_of"), person.region)',
        law=LAW,
        table="""
            on         | person.region       | expected
            -----------+---------------------+-----------------------------
            2025-08-31 | flanders            | 125
            2025-08-31 | brussels            | 120
            2025-09-01 | brussels            | 80
            2025-08-31 | flanders / brussels | 120..125 (open: person.region)
            2025-08-31 | wallonia            | unknown (law)
            2025-08-31 | unknown             | unknown
        """,
    ),
    Spec(
        title="Otherwise",
        text="For words without a row. A word that is absent has no number.",
        expression='lookup(p.table("days_of"), job.committee)',
        law=LAW,
        table="""
            job.committee | expected
            --------------+--------------
            200           | 2
            302           | 1
            124           | absent
            200 / 302     | 1..2
            302 / 119     | 1
            200 / 124     | 2 or absent
            absent        | absent
            unknown       | 1..2 or absent
        """,
    ),
    Spec(
        title="A computed word as key",
        text="The word may come out of branches.",
        expression=(
            'lookup(p.table("hours_of"), when(person.works).then("flanders").otherwise("brussels"))'
        ),
        law="""
            hours_of:
              label: Uren per gewest
              unit: h
              rows:
                flanders: [{from: 2019-01-01, value: 125, source: decree}]
                brussels: [{from: 2019-01-01, value: 120, source: decree}]
        """,
        table="""
            person.works | expected
            -------------+---------
            true         | 125
            false        | 120
            unknown      | 120..125
        """,
    ),
)
