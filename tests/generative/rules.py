"""Random rulebooks: dated parameters and tables, conditions, amounts, existence, reference days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from koers.engine.facts import Vocabulary
from koers.engine.incentive import Amount, Condition, Incentive, Output, Rulebook
from koers.engine.language import (
    ChoiceExpression,
    DayExpression,
    Expression,
    NumberExpression,
    TruthExpression,
)
from koers.engine.nodes import Choose, Day, Kind, Node, Nothing, Number, UnknownInLaw
from koers.engine.parameters import DatedValue, Existence, Parameter, Parameters, Series
from tests.generative.choices import Choices
from tests.generative.nodes import CODES, COLOURS, DAYS, NUMBERS, OWNER, WORDS_OUT, Grower
from tests.generative.vocabularies import vocabulary

CHANGE = date(2024, 3, 1)
"""The day on which the law of the random rules changes."""
DEPTH = 3

OUTPUTS = (
    Output("number", Kind.NUMBER, "getal", "h", "worker"),
    Output("euro", Kind.NUMBER, "bedrag", "EUR", "worker", "0.01"),
    Output("until", Kind.DAY, "tot", recipient="worker"),
    Output("word", Kind.CHOICE, "woord", words=WORDS_OUT),
    Output("truth", Kind.TRUTH, "waar"),
)

# Values of the law ---------------------------------------------------------------------------


def _number(choices: Choices) -> Node:
    sort = choices.below(10)
    if sort == 8:
        return Nothing(Kind.NUMBER)
    if sort == 9:
        low, high = sorted(choices.some(NUMBERS, 2, 2))
        ends = choices.pick([(low, high), (low, None), (None, high), (None, None)])
        return UnknownInLaw(Kind.NUMBER, "niet gelezen", "source", *ends)
    return Number(choices.pick(NUMBERS))


def _divisor(choices: Choices) -> Node:
    if choices.chance(20):
        low = choices.pick([None, Decimal(1), Decimal(2)])
        return UnknownInLaw(Kind.NUMBER, "niet gelezen", "source", low)
    return Number(Decimal(choices.pick(["2", "4", "10", "0.5", "100", "-2"])))


def _day(choices: Choices) -> Node:
    other = {8: Nothing(Kind.DAY), 9: UnknownInLaw(Kind.DAY, "niet gelezen", "source")}
    return other.get(choices.below(10)) or Day(choices.pick(DAYS))


def _word(choices: Choices) -> Node:
    other = {8: Nothing(Kind.CHOICE), 9: UnknownInLaw(Kind.CHOICE, "niet gelezen", "source")}
    return other.get(choices.below(10)) or Choose(choices.pick(COLOURS))


def _series(choices: Choices, make: Callable[[Choices], Node]) -> Series:
    before = DatedValue(date(1900, 1, 1), make(choices), ("source",))
    if not choices.chance(40):
        return (before,)
    return (before, DatedValue(CHANGE, make(choices), ("source",)))


def _parameters(choices: Choices) -> dict[str, Parameter]:
    def one(name: str, kind: Kind, make: Callable[[Choices], Node]) -> Parameter:
        return Parameter(OWNER, name, name, "h", kind, values=_series(choices, make))

    def table(name: str, words: tuple[str, ...], *, otherwise: bool) -> Parameter:
        rows = {word: _series(choices, _number) for word in words}
        rest = _series(choices, _number) if otherwise else ()
        return Parameter(OWNER, name, name, "h", Kind.NUMBER, rows=rows, otherwise=rest)

    made = (
        one("n1", Kind.NUMBER, _number),
        one("n2", Kind.NUMBER, _number),
        one("divisor", Kind.NUMBER, _divisor),
        one("day", Kind.DAY, _day),
        one("word", Kind.CHOICE, _word),
        table("colours", COLOURS, otherwise=False),
        table("colours_or_else", (*COLOURS[:2], CODES[0]), otherwise=True),
        table("codes", CODES[:2], otherwise=True),
    )
    return {parameter.name: parameter for parameter in made}


# Incentives ----------------------------------------------------------------------------------


def _condition(choices: Choices, grower: Grower, name: str) -> Condition:
    dated = choices.below(10)
    return Condition(
        TruthExpression(grower.truth(DEPTH)),
        law="art. 1",
        title="voorwaarde",
        source="source",
        since=CHANGE if dated == 9 else None,
        until=CHANGE - timedelta(days=1) if dated == 8 else None,
        name=name,
    )


def _amount(choices: Choices, grower: Grower, output: Output) -> Amount:
    made: Expression
    if output.kind is Kind.NUMBER:
        made = NumberExpression(grower.number(DEPTH), output.unit)
    elif output.kind is Kind.DAY:
        made = DayExpression(grower.day(DEPTH))
    elif output.kind is Kind.CHOICE:
        made = ChoiceExpression(grower.word_out(DEPTH), frozenset(WORDS_OUT))
    else:
        made = TruthExpression(grower.truth(DEPTH))
    return Amount(made, always=choices.chance(30))


def _existence(choices: Choices) -> Existence | None:
    if not choices.chance(15):
        return None
    since, until = choices.pick([(CHANGE, None), (None, CHANGE), (CHANGE, date(2025, 9, 1))])
    return Existence(since, until, "source")


def _incentive(
    choices: Choices, id: str, facts: Vocabulary, known: dict[str, Parameter]
) -> Incentive:
    grower = Grower(choices, facts.facts, parameters=True)
    number = choices.below(4) if id == "second" else 1 + choices.below(3)
    reference = choices.pick(["c.start", "c.end"]) if choices.chance(20) else None
    return Incentive(
        id=id,
        kind="right",
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        parameters=Parameters(
            OWNER, Path(OWNER) / "parameters.yaml", known, {}, _existence(choices), (), ()
        ),
        conditions=[_condition(choices, grower, f"condition_{one}") for one in range(number)],
        amounts={one.name: _amount(choices, grower, one) for one in choices.some(OUTPUTS, 0, 3)},
        reference_fact=reference,
    )


def rulebook(choices: Choices) -> Rulebook:
    """A rulebook of one or two incentives over random facts and parameters."""
    facts, known = vocabulary(choices), _parameters(choices)
    ids = ("first", "second") if choices.chance(30) else ("first",)
    return Rulebook(
        [_incentive(choices, id, facts, known) for id in ids],
        vocabulary=facts,
        outputs=OUTPUTS,
        version="random",
        parameters={(OWNER, name): parameter for name, parameter in known.items()},
    )
