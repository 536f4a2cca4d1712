"""Rounding: `round_half_up`, `round_down`, `round_up`.

Written where the law writes it, to a multiple of `to`. Nothing else is rounded.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="Half up, to whole numbers",
        text="A tie goes away from zero.",
        expression="round_half_up(job.hours - 20, to=1)",
        table="""
            job.hours | expected
            ----------+---------
            21.49     | 1
            21.5      | 2
            22.5      | 3
            20.5      | 1
            18.5      | -2
            18.51     | -1
            21.2..22.5 | 1..3
            21.5..22.4 | 2
        """,
    ),
    Spec(
        title="Half up, to the cent",
        text="Ties are exact: 1.005 becomes 1.01, although floating-point numbers cannot hold it.",
        expression='round_half_up(training.price, to=Decimal("0.01"))',
        table="""
            training.price | expected
            ---------------+---------
            1.005          | 1.01
            1.004          | 1
            2.675          | 2.68
            0.125          | 0.13
            1.115          | 1.12
            10.045         | 10.05
            absent         | absent
        """,
    ),
    Spec(
        title="Half up, to a multiple",
        text="To the nearest quarter of an hour, or to five euros.",
        expression="round_half_up(job.wage, to=5)",
        table="""
            job.wage | expected
            ---------+---------
            12.49    | 10
            12.5     | 15
            17.5     | 20
        """,
    ),
    Spec(
        title="Down",
        text="To the multiple at or below, also for negative numbers.",
        expression="round_down(job.hours - 20, to=1)",
        table="""
            job.hours | expected
            ----------+---------
            21.99     | 1
            22        | 2
            18.5      | -2
            21..22.5  | 1..2
            unknown   | -20..
        """,
    ),
    Spec(
        title="Up",
        text="To the multiple at or above, also for negative numbers.",
        expression="round_up(job.hours - 20, to=1)",
        table="""
            job.hours | expected
            ----------+---------
            21.01     | 2
            21        | 1
            18.5      | -1
            unknown   | -20..
        """,
    ),
    Spec(
        title="Down, in tenths",
        text="A number that is a multiple already stays as it is.",
        expression='round_down(job.hours, to=Decimal("0.1"))',
        table="""
            job.hours | expected
            ----------+---------
            0.3       | 0.3
            2.3       | 2.3
            2.39      | 2.3
        """,
    ),
)
