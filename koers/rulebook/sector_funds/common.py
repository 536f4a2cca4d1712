"""What the conditions of the sector funds share, so that each is written once.

A condition gets its name from the variable of the committee's own module; the texts of the law
and the source are those of the committee.
"""

from __future__ import annotations

from collections.abc import Sequence

from koers.engine import condition, unknown_in_law
from koers.engine.incentive import Condition
from koers.engine.language import DayExpression, NumberExpression, TruthExpression
from koers.rulebook.facts import EMPLOYMENT_SECTOR, employment

UNDER_CONTRACT = ["employee", "temporary_unemployed", "student_worker", "apprentice"]
"""Who has a contract with the firm itself. A temporary agency worker has not (SF-C2)."""

in_private_sector = employment.sector.is_in(EMPLOYMENT_SECTOR.group("private_any"))
covered = employment.status.is_in(UNDER_CONTRACT) & in_private_sector


def covered_worker(law: str, source: str) -> Condition:
    """For a right of the worker: a contract in the private sector, not through an agency."""
    return condition(
        covered,
        law=f"{law} (SF-C2)",
        title="Je hebt een contract in de privésector, niet via een uitzendkantoor",
        source=source,
    )


def covered_participant(law: str, source: str) -> Condition:
    """For a right of the firm: who follows the training is a worker of its own."""
    return condition(
        covered,
        law=f"{law} (SF-C2)",
        title="De deelnemer is werknemer in de privésector en geen uitzendkracht",
        source=source,
    )


def in_committee(
    numbers: Sequence[str], law: str, source: str, *, title: str, above: str = "", url: str = ""
) -> Condition:
    """The joint committee is one of these.

    `above` is the committee that holds them: who gives only that number may be in one of them.
    """
    found = employment.joint_committee.is_in(numbers)
    if above:
        several = unknown_in_law(
            f"Paritair comité {above} heeft delen, met een punt in het nummer. Je loonbrief zegt "
            "welk nummer bij jou past.",
            source=url,
        )
        found = found | ((employment.joint_committee == above) & several)
    return condition(found, law=f"{law} (SF-C1)", title=title, source=source)


def told(fact: TruthExpression) -> TruthExpression:
    """A yes-or-no fact is known, whichever it is: it only changes the amount."""
    return fact | ~fact


def counted(number: NumberExpression) -> TruthExpression:
    """A number is known, zero included."""
    return (number > 0) | (number == 0)


def dated(day: DayExpression, other: DayExpression) -> TruthExpression:
    """A day is known, before or after another one."""
    return (day <= other) | (day > other)
