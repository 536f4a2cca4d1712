"""Values with dates: `p.name`, `p.day`, `p.word`.

A line holds from its day until the next line, or until `until`.
"""

from tests.spec.specs import Spec

LAW = """
    cap:
      label: Loongrens
      unit: EUR
      values:
        - {from: 2019-01-01, value: 2928, source: decree}
        - {from: 2021-09-01, value: 2987, source: decree}
        - {from: 2023-09-01, until: 2024-08-31, value: 3170.5, source: decree}
        - {from: 2024-09-01, unknown: "Nog niet gepubliceerd.", source: decree}
    deadline:
      label: Laatste dag
      values:
        - {from: 2019-01-01, value: 2021-12-31, source: decree}
        - {from: 2022-01-01, absent: true, source: decree}
"""

SPECS = (
    Spec(
        title="A number that changes",
        text="The value of the reference day. One that is not published yet is unknown in the law.",
        expression="p.cap",
        law=LAW,
        table="""
            on         | expected
            -----------+--------------
            2019-01-01 | 2928
            2021-08-31 | 2928
            2021-09-01 | 2987
            2024-08-31 | 3170.5
            2024-09-01 | unknown (law)
        """,
    ),
    Spec(
        title="A day that changes",
        text="A deadline that was abolished is absent.",
        expression='p.day("deadline")',
        law=LAW,
        table="""
            on         | expected
            -----------+-----------
            2021-12-31 | 2021-12-31
            2022-01-01 | absent
        """,
    ),
    Spec(
        title="A fact against a value of the law",
        text="The same wage, on both sides of a change.",
        expression="job.wage <= p.cap",
        law=LAW,
        table="""
            on         | job.wage | expected
            -----------+----------+--------------
            2021-08-31 | 2950     | no
            2021-09-01 | 2950     | yes
            2024-09-01 | 2950     | unknown (law)
        """,
    ),
    Spec(
        title="Before anybody looked",
        text="Before 2019 a value that was not looked up is unknown in the law, not an error.",
        expression="p.cap",
        law=LAW,
        table="""
            on         | expected
            -----------+--------------
            2018-12-31 | unknown (law)
        """,
    ),
)
