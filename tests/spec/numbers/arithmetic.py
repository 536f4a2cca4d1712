"""Adding, subtracting, multiplying, dividing: `+`, `-`, `*`, `/`.

Units are checked when the rule is read: hours cannot be added to euros, and euros per hour times
hours are euros. Dividing is only by what cannot be zero: a number of the law, a fact that is
declared above zero, or `greatest(..., 1)`.
"""

from tests.spec.specs import Spec

HOURS = """
class job:
    hours = number_fact(unit="h/week", high=80, label="uren per week")
    full_time = number_fact(
        unit="h/week", low=1, high=80, absent=ABSENT, label="voltijdse uren per week"
    )
"""

SPECS = (
    Spec(
        title="A sum",
        text="The ends of the intervals are added.",
        expression="training.price + job.wage",
        table="""
            training.price | job.wage | expected
            ---------------+----------+--------------------------
            10             | 20       | 30
            10..20         | 5        | 15..25
            10..20         | 5..6     | 15..26
            10..           | 5        | 15..
            10             | unknown  | 10.. (open: job.wage)
            absent         | 20       | absent
            unknown        | 20       | 20.. or absent
        """,
    ),
    Spec(
        title="A difference",
        text="What is least certain on the right makes the result least certain.",
        expression="training.price - job.wage",
        table="""
            training.price | job.wage | expected
            ---------------+----------+---------
            30             | 20       | 10
            10             | 20       | -10
            10..20         | 5..6     | 4..15
            10             | unknown  | ..10
            absent         | 20       | absent
        """,
    ),
    Spec(
        title="A product",
        text="Nothing times something that is not known is nothing.",
        expression="job.hours * job.fraction",
        table="""
            job.hours | job.fraction | expected
            ----------+--------------+---------
            5         | 80           | 400
            5..6      | 80..90       | 400..540
            0         | unknown      | 0
            5         | unknown      | 0..500
            unknown   | 80           | 0..
        """,
    ),
    Spec(
        title="A product with a negative number",
        text="The smallest of the four products is the low end.",
        expression="(person.age - 18) * (person.children - 2)",
        table="""
            person.age | person.children | expected
            -----------+-----------------+---------
            20         | 1               | -2
            16..20     | 1               | -2..2
            16..20     | 1..4            | -4..4
        """,
    ),
    Spec(
        title="A quotient",
        text="By a bare number or a parameter.",
        expression="job.wage / 4",
        table="""
            job.wage | expected
            ---------+---------
            10       | 2.5
            10..20   | 2.5..5
            unknown  | 0..
        """,
    ),
    Spec(
        title="By a parameter",
        text="The divisor is read from the law.",
        expression="job.wage / p.hours_a_month",
        law="""
            hours_a_month:
              label: Uren per maand
              unit: h
              values:
                - {from: 2019-01-01, value: 160, source: decree}
        """,
        table="""
            job.wage | expected
            ---------+---------
            3200     | 20
            1600..   | 10..
        """,
    ),
    Spec(
        title="By a number that is not known in the law",
        text="A divisor that may be anything gives no bounds; one that is at least something does.",
        expression="training.price / p.divisor",
        law="""
            divisor:
              label: Deler
              unit: "1"
              values:
                - {from: 2019-01-01, unknown: "Niet gelezen.", source: decree}
                - {from: 2025-01-01, unknown: "Niet gelezen.", at_least: 2, source: decree}
        """,
        table="""
            on         | training.price | expected
            -----------+----------------+---------------
            2024-12-31 | 10             | unknown (law)
            2025-01-01 | 10             | 0..5 (law)
            2025-01-01 | 10..           | 0..
            2025-01-01 | absent         | absent
        """,
    ),
    Spec(
        title="By what has a floor",
        text="A fact may be zero; with a floor above zero it may divide.",
        expression="job.wage * 100 / greatest(training.price - 500, 1)",
        table="""
            job.wage | training.price | expected
            ---------+----------------+---------------------------------
            10       | 700            | 5
            10       | 501            | 1000
            10       | 400            | 1000
            10       | 600..700       | 5..10 (open: training.price)
            10       | 600..          | 0..10
            10       | absent         | absent
            0        | unknown        | 0 or absent
        """,
    ),
    Spec(
        title="By a fact that is never zero",
        text="Only a fact whose declaration says that it is above zero: `low=1`.",
        facts=HOURS,
        expression="job.hours * 100 / job.full_time",
        table="""
            job.hours | job.full_time | expected
            ----------+---------------+------------------------
            19        | 38            | 50
            30.4      | 38            | 80
            19..38    | 38            | 50..100
            19        | 38..40        | 47.5..50
            19        | unknown       | 23.75..1900 or absent
            0         | unknown       | 0 or absent
            unknown   | 40            | 0..200
            19        | absent        | absent
        """,
    ),
    Spec(
        title="A bare number takes the unit",
        text="`100 - fraction` subtracts from 100 percent.",
        expression="100 - job.fraction",
        table="""
            job.fraction | expected
            -------------+---------
            80           | 20
            80..90       | 10..20
            unknown      | 0..100
        """,
    ),
    Spec(
        title="Cents do not drift",
        text="Amounts are decimals, not floating-point numbers.",
        expression="training.price * 3",
        table="""
            training.price | expected
            ---------------+---------
            0.1            | 0.3
            14.91          | 44.73
        """,
    ),
    Spec(
        title="Thirds do not drift",
        text="Dividing by twelve and multiplying back gives the number again, before rounding and "
        "before comparing.",
        expression="round_down(job.wage / 12 * 75 / 100, to=1)",
        table="""
            job.wage | expected
            ---------+---------
            16       | 1
            15       | 0
        """,
    ),
)
