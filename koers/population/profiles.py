"""Made people: random adults who live or work in Flanders, of whom everything is known.

They measure how many questions Koers must ask, so each has a canonical value for every fact that a
person can know (`learning_facts`): word, yes or no, number, day, or ABSENT where the thing does not
exist. The margins are in `margins.yaml`; between the margins people are drawn independently, and
what follows from something else follows from it: nobody contradicts the vocabulary.

Where two facts tell the same (age and date of birth), people have the one that is asked. Both
begin of the contract and months with the employer are asked: they agree on `AS_OF`, so ask these
people on that day.
"""

from __future__ import annotations

from functools import cache
from random import Random

from koers.engine.values import Stated
from koers.population import career, income, job, person, use
from koers.population.person import AS_OF, Draft

STEPS = (
    person.draw_age,
    person.draw_diploma,
    job.draw_status,
    person.draw_school_years,
    job.draw_places,
    person.draw_household,
    person.draw_move,
    job.draw_sector,
    job.draw_working_time,
    career.draw_career,
    career.draw_fractions,
    career.draw_experience_kinds,
    career.draw_care,
    job.draw_contract,
    job.draw_firm,
    income.draw_income,
    income.draw_benefit,
    use.draw_wishes,
    income.draw_vdab,
    income.draw_dismissal,
    use.draw_used,
    use.draw_guidance,
    use.draw_sector_use,
    use.draw_student_money,
    use.draw_student_credit,
    use.draw_first_diploma,
)
"""In this order: a step reads what the steps before it drew."""


def made_people(n: int, seed: int) -> list[dict[str, Stated]]:
    """`n` people, each with every fact of `learning_facts`, true on `AS_OF`.

    The same for the same seed; with another `n` the people that both have are the same.
    """
    random = Random(seed)
    return [_made(random) for _ in range(n)]


def _made(random: Random) -> dict[str, Stated]:
    one = Draft(random)
    for step in STEPS:
        step(one)
    return one.facts


@cache
def learning_facts() -> frozenset[str]:
    """The names of the facts that every made person has."""
    return frozenset(_made(Random(0)))


__all__ = ["AS_OF", "learning_facts", "made_people"]
