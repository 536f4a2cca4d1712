"""The one result: what was decided, why, on which facts and which law. Frozen and self-contained.

Made by `assess`; put into words by `explain`; stored and contested as it is.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from koers.engine.values import NOTHING, Causes, LawDoubt, Norm, Special, Truth


class Answer(enum.Enum):
    """The four answers."""

    ENTITLED = "entitled"
    ENTITLED_IF_TRAINING_QUALIFIES = "entitled_if_training_qualifies"
    UNKNOWN = "unknown"
    NOT_ENTITLED = "not_entitled"


class Origin(enum.Enum):
    """Where the value of a fact came from."""

    STATED = "stated"
    IMPLIED = "implied"
    DERIVED = "derived"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class FactSeen:
    """A fact as the assessment saw it; `value` is written for storage, not for people."""

    name: str
    value: str
    origin: Origin
    because: str = ""


@dataclass(frozen=True)
class ParameterSeen:
    """A value of the law as the assessment saw it, with the sources it was read in.

    `row` is the row of a table that counted, where that was certain.
    """

    owner: str
    name: str
    value: str
    unit: str
    since: date | None
    sources: tuple[str, ...]
    row: str = ""


@dataclass(frozen=True)
class Reason:
    """One condition with its verdict, its law, and what it looked at."""

    name: str
    title: str
    verdict: Truth
    law: str
    url: str
    facts: tuple[FactSeen, ...]
    parameters: tuple[ParameterSeen, ...]
    causes: Causes


@dataclass(frozen=True)
class AmountFound:
    """A named result: exact, a range, or open.

    `value` is exact (Decimal, date, word, or a Truth as `yes`, `no`, `unknown`); else None.
    `low` and `high` bound it where a bound is certain. `absent` means that there is none.
    `causes` say why it is not exact.
    """

    name: str
    unit: str
    period: str
    recipient: str
    value: Decimal | date | str | None
    low: Decimal | date | None = None
    high: Decimal | date | None = None
    absent: bool = False
    words: tuple[str, ...] = ()
    causes: Causes = NOTHING
    cost: bool = False
    part_of: str = ""

    @property
    def exact(self) -> bool:
        """Is it one certain value?"""
        return self.value not in (None, "unknown")


@dataclass(frozen=True)
class Assumption:
    """A usual value that was taken because nothing was said."""

    fact: str
    value: str
    because: str


@dataclass(frozen=True)
class Contradiction:
    """A stated fact that does not fit what follows from other stated facts."""

    fact: str
    stated: str
    implied: str


@dataclass(frozen=True)
class StepFound:
    """A step to apply, with its last day where that is certain."""

    name: str
    who: str
    by: date | None
    url: str
    open: bool = False


@dataclass(frozen=True)
class Assessment:
    """What one incentive answers for one person on one day."""

    incentive: str
    kind: str
    answers: bool
    asked: date
    day: date
    answer: Answer
    exists: bool
    reasons: tuple[Reason, ...]
    amounts: Mapping[str, AmountFound]
    steps: tuple[StepFound, ...]
    missing: tuple[str, ...]
    law_doubts: tuple[LawDoubt, ...]
    norms: tuple[Norm, ...]
    assumptions: tuple[Assumption, ...]
    contradictions: tuple[Contradiction, ...]
    strict: bool
    rulebook_version: str
    engine_version: str

    @property
    def eligible(self) -> Truth:
        """The answer as yes, no or unknown; a portfolio answer is still unknown."""
        match self.answer:
            case Answer.ENTITLED:
                return Truth.YES
            case Answer.NOT_ENTITLED:
                return Truth.NO
            case _:
                return Truth.UNKNOWN

    @property
    def failing(self) -> tuple[Reason, ...]:
        """The conditions that close the right."""
        return tuple(reason for reason in self.reasons if reason.verdict is Truth.NO)

    @property
    def open(self) -> tuple[Reason, ...]:
        """The conditions that are not decided."""
        return tuple(reason for reason in self.reasons if reason.verdict is Truth.UNKNOWN)


def written(value: object) -> str:
    """A value as it is stored: numbers plain, days as ISO, words as they are."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Special):
        return value.value
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value.is_finite() else str(value)
    return str(value)
