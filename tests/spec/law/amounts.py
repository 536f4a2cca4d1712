"""When an amount is told: `amount`.

With a right that is certain or open; not when the right is closed, unless the amount is marked
`always`.
"""

from tests.spec.specs import Spec

RULE = """
    works = condition(person.works, law="art. 1", title="Je werkt", source="decree")
    conditions = [works]
    amounts = {
        "hours": share(job.fraction, p.hours),
        "maximum": amount(p.hours, always=True),
        "until": training.end,
        "paid_to": when(person.studies).then("school").otherwise("worker"),
        "request_needed": ~person.studies,
    }
"""
LAW = """
    hours:
      label: Uren
      unit: h
      values: [{from: 2019-01-01, value: 125, source: decree}]
"""

SPECS = (
    Spec(
        title="With a right, without, and while it is open",
        text="An open right tells what the amount would be. Numbers, days, words and conditions "
        "may all be results.",
        expression=RULE,
        law=LAW,
        table="""
            person.works | job.fraction | training.end | person.studies | eligible | hours  | maximum | until      | paid_to         | request_needed
            -------------+--------------+--------------+----------------+----------+--------+---------+------------+-----------------+---------------
            true         | 80           | 2026-06-30   | true           | yes      | 100    | 125     | 2026-06-30 | school          | no
            true         | unknown      | absent       | unknown        | yes      | 0..125 | 125     | absent     | school / worker | unknown
            unknown      | 80           | 2026-06-30   | false          | unknown  | 100    | 125     | 2026-06-30 | worker          | yes
            false        | 80           | 2026-06-30   | true           | no       | -      | 125     | -          | -               | -
        """,
    ),
    Spec(
        title="A definition",
        text="Without conditions there is nothing to fail.",
        expression="""
            amounts = {"hours": p.hours * 2}
        """,
        law=LAW,
        table="""
            person.works | eligible | hours
            -------------+----------+------
            false        | yes      | 250
        """,
    ),
)
