"""Lists that become numbers: `Reduction`.

Rules do not loop. A list is reduced where it enters, to the number that rules see.
"""

from tests.spec.specs import Spec

FACTS = """
class employer:
    quarters = number_fact(unit="FTE", listed=True, label="voltijdse eenheden per kwartaal")
    size = number_fact(unit="FTE", label="voltijdse eenheden")
    smallest = number_fact(unit="FTE", label="kleinste kwartaal")


REDUCTIONS = [
    Reduction(
        "employer.size",
        "employer.quarters",
        lambda items: sum(items, Decimal(0)) / len(items),
        "gemiddelde van de kwartalen",
    ),
    Reduction("employer.smallest", "employer.quarters", min, "kleinste kwartaal"),
]
"""

SPECS = (
    Spec(
        title="A mean of four quarters",
        text="The list itself is not kept. A number that was stated goes first.",
        expression="employer.size",
        facts=FACTS,
        table="""
            employer.quarters | employer.size | expected
            ------------------+---------------+---------
            [10, 20, 30, 40]  | -             | 25
            [9, 10]           | -             | 9.5
            [10, 20, 30, 40]  | 12            | 12
            -                 | 12            | 12
            [10, unknown]     | -             | 0.. (open: employer.size)
        """,
    ),
    Spec(
        title="Several numbers from one list",
        text="Each reduction gives one.",
        expression="employer.size - employer.smallest",
        facts=FACTS,
        table="""
            employer.quarters | expected
            ------------------+---------
            [10, 20, 30, 40]  | 15
            [7, 7]            | 0
        """,
    ),
)
