"""The facts of the rulebook in words: how each is asked, and the list of all of them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koers.engine.facts import Fact
    from koers.engine.questions import Questions


@cache
def questions() -> Questions:
    """The Dutch texts of the questions."""
    import koers.rulebook.facts
    from koers.engine.questions import load_questions
    from koers.rulebook import RULEBOOK
    from koers.rulebook.questions import BOOK

    path = Path(koers.rulebook.facts.__file__).with_name("questions.nl.yaml")
    return load_questions(path, RULEBOOK.vocabulary, BOOK)


def kind_of(fact: Fact) -> str:
    """What may be given: `ja of nee`, `getal`, `datum`, `code`, or the words."""
    if fact.yes_no:
        return "true of false"
    if fact.words is not None:
        return " | ".join(fact.words)
    if fact.pattern is not None:
        return "code"
    if fact.listed:
        return "lijst van getallen"
    return {"number": "getal", "day": "datum"}[fact.kind.value]


def limits_of(fact: Fact) -> str:
    """From where to where a number may go; empty when it has no ends."""

    def end(value: Decimal | None) -> str:
        return "" if value is None else f"{value:f}"

    return f"{end(fact.low)}..{end(fact.high)}" if fact.low is not None or fact.high else ""


def usual_of(fact: Fact) -> str:
    """What is assumed when nothing is said; empty when nothing is."""
    from koers.engine import words
    from koers.engine.facts import DAY

    usual = fact.usual
    if usual is None:
        return ""
    if usual.equal_to == DAY:
        return "de gevraagde dag"
    if usual.equal_to is not None:
        return f"gelijk aan {usual.equal_to}"
    return words.fact_value(fact, usual.value)
