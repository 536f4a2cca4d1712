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
    }
"""
KINDS = """
    amounts = {
        "hours": share(job.fraction, p.hours),
        "until": training.end,
        "paid_to": when(person.works).then("school").otherwise("worker"),
        "needed": ~person.works,
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
        text="An open right tells what the amount would be.",
        expression=RULE,
        law=LAW,
        table="""
            person.works | job.fraction | eligible | hours  | maximum
            -------------+--------------+----------+--------+--------
            true         | 80           | yes      | 100    | 125
            true         | unknown      | yes      | 0..125 | 125
            unknown      | 80           | unknown  | 100    | 125
            false        | 80           | no       | -      | 125
        """,
    ),
    Spec(
        title="Four kinds of results",
        text="Numbers, days, words and conditions may all be results.",
        expression=KINDS,
        law=LAW,
        table="""
            person.works | training.end | hours  | until      | paid_to         | needed
            -------------+--------------+--------+------------+-----------------+--------
            true         | 2026-06-30   | 0..125 | 2026-06-30 | school          | no
            unknown      | absent       | 0..125 | absent     | school / worker | unknown
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
