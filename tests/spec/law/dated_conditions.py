"""A condition that begins or ends: `since` and `until`.

A change of structure is a dated condition. Outside its dates it is not part of the law.
"""

from tests.spec.specs import Spec

RULE = """
    works_half = condition(
        job.fraction >= 50,
        law="art. 2",
        title="Je werkt minstens halftijds",
        source="decree",
        until=date(2025, 8, 31),
    )
    works_most = condition(
        job.fraction >= 80,
        law="art. 2",
        title="Je werkt minstens 80%",
        source="decree",
        since=date(2025, 9, 1),
    )
    adult = condition(
        person.age >= 18, law="art. 1", title="Je bent minstens 18", source="decree"
    )
    conditions = [adult, works_half, works_most]
"""

SPECS = (
    Spec(
        title="One condition gives way to another",
        text="On each day only one of the two counts; the day of the change is the first of the "
        "new one.",
        expression=RULE,
        table="""
            on         | person.age | job.fraction | eligible
            -----------+------------+--------------+---------
            2025-08-31 | 18         | 60           | yes
            2025-09-01 | 18         | 60           | no
            2025-09-01 | 18         | 80           | yes
            2025-08-31 | 17         | 60           | no
            2025-08-31 | 18         | unknown      | unknown (open: job.fraction)
            2025-08-31 | unknown    | 60           | unknown (open: person.age)
        """,
    ),
)
