"""Never less than another fact: `at_least`.

A bound for a fact that is not known: all hours together are at least those of this training.
"""

from tests.spec.specs import Spec

FACTS = """
class training:
    hours = number_fact(unit="h", label="lesuren")
    total = number_fact(unit="h", high=1000, label="lesuren van alle opleidingen samen")


class cheques:
    six_years = number_fact(unit="vouchers", whole=True, label="cheques in zes jaar")
    ever = number_fact(unit="vouchers", whole=True, absent=ABSENT, label="cheques ooit")


AT_LEAST = [
    (training.total, training.hours),
    (cheques.ever, cheques.six_years),
]
"""

SPECS = (
    Spec(
        title="A bound from another fact",
        text="Enough to be certain that a minimum is reached, without asking for the total.",
        expression="training.total >= 32",
        facts=FACTS,
        table="""
            training.hours | training.total | expected
            ---------------+----------------+-------------------------------
            40             | -              | yes
            40             | unknown        | yes
            20             | -              | unknown (open: training.total)
            20..40         | -              | unknown
            40..50         | -              | yes
            -              | -              | unknown
            40             | 20             | no
        """,
    ),
    Spec(
        title="The bound itself",
        text="The fact runs from there to its own maximum, and never beyond it.",
        expression="training.total",
        facts=FACTS,
        table="""
            training.hours | expected
            ---------------+----------
            40             | 40..1000
            1000           | 1000
            2000           | 1000
        """,
    ),
    Spec(
        title="Perhaps absent",
        text="A bound does not say that the fact exists.",
        expression="cheques.ever",
        facts=FACTS,
        table="""
            cheques.six_years | expected
            ------------------+----------------
            2                 | 2.. or absent
            -                 | 0.. or absent
        """,
    ),
)
