"""Random nodes of every kind, well typed, over some facts and perhaps the parameters of the law."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from koers.engine.facts import Fact
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    CalendarDay,
    Choose,
    Compare,
    DayAsked,
    Elapsed,
    FactRef,
    Greatest,
    If,
    Kind,
    Least,
    Lookup,
    Member,
    Node,
    Not,
    Number,
    OpenNorm,
    OrElse,
    ParameterRef,
    Present,
    ReferenceDay,
    Rounded,
    Shift,
    UnknownInLaw,
    Word,
)
from koers.engine.values import ABSENT
from tests.generative.choices import Choices

OWNER = "random"
COLOURS = ("red", "green", "blue")
CODES = ("100", "124", "200")
WORDS_OUT = (*COLOURS, "north", "south")
NUMBERS = tuple(
    map(Decimal, ("0", "1", "2", "3", "5", "8", "12", "40", "0.5", "2.25", "7.3", "-4"))
)
DAYS = (
    date(2024, 2, 29),
    date(2019, 1, 1),
    date(2023, 8, 31),
    date(2023, 9, 1),
    date(2024, 1, 31),
    date(2024, 3, 31),
    date(2024, 12, 31),
    date(2025, 2, 28),
    date(2025, 9, 1),
    date(2026, 1, 1),
)
SIGNS = ("<", "<=", ">", ">=", "==")


class Grower:
    """Grows nodes to a depth; without parameters the law is not read, as facts must not."""

    def __init__(
        self, choices: Choices, facts: Mapping[str, Fact], *, parameters: bool = False
    ) -> None:
        self.choices = choices
        self.parameters = parameters
        self.facts = facts
        every = facts.values()
        self.numbers = [fact for fact in every if fact.kind is Kind.NUMBER]
        self.days = [fact for fact in every if fact.kind is Kind.DAY]
        self.yes_no = [fact for fact in every if fact.yes_no]
        self.colours = [fact for fact in every if fact.words is not None]
        self.codes = [fact for fact in every if fact.pattern is not None]

    def _fact(self, some: list[Fact]) -> FactRef:
        fact = self.choices.pick(some)
        return FactRef(fact.name, fact.kind)

    def _several(self, make: Callable[[int], Node], depth: int) -> tuple[Node, ...]:
        return tuple(make(depth) for _ in range(2 + self.choices.below(2)))

    # Truth -----------------------------------------------------------------------------------

    def truth(self, depth: int) -> Node:
        """A condition."""
        if depth <= 0 or self.choices.chance(35):
            return self._plain_truth(depth)
        match self.choices.below(4):
            case 0:
                return AllOf(self._several(self.truth, depth - 1))
            case 1:
                return AnyOf(self._several(self.truth, depth - 1))
            case 2:
                return Not(self.truth(depth - 1))
            case _:
                return If(self.truth(depth - 1), self.truth(depth - 1), self.truth(depth - 1))

    def _plain_truth(self, depth: int) -> Node:
        sort = self.choices.below(16)
        if sort < 3 and self.yes_no:
            wanted = frozenset({self.choices.pick([True, False])})
            return Member(self._fact(self.yes_no), wanted)
        if sort < 6:
            return self._member(depth)
        if sort < 10:
            sign = self.choices.pick(SIGNS)
            return Compare(sign, self.number(depth - 1), self.number(depth - 1))
        if sort < 12:
            sign = self.choices.pick(SIGNS)
            return Compare(sign, self.day(depth - 1), self.day(depth - 1))
        if sort < 14:
            make = self.choices.pick([self.number, self.day, self.word])
            return Present(make(depth - 1))
        if sort == 14:
            return UnknownInLaw(Kind.TRUTH, "niet gelezen", "source")
        return OpenNorm("past in het traject", "art. 1", "VDAB")

    def _member(self, depth: int) -> Node:
        term = self.word(depth - 1)
        words: list[Word] = [*COLOURS, *CODES, ABSENT]
        if isinstance(term, FactRef):
            fact = self.facts[term.name]
            words = sorted(fact.domain or {*CODES, fact.absent or CODES[0]}, key=str)
        return Member(term, frozenset(self.choices.some(words, 1, 3)))

    # Words -----------------------------------------------------------------------------------

    def word(self, depth: int) -> Node:
        """A word that a condition or a table looks at."""
        if depth > 0 and self.choices.chance(40):
            return If(self.truth(depth - 1), self.word(depth - 1), self.word(depth - 1))
        sort = self.choices.below(10)
        if sort < 4 and self.colours:
            return self._fact(self.colours)
        if sort < 7 and self.codes:
            return self._fact(self.codes)
        if sort < 8 and self.parameters:
            return ParameterRef(OWNER, "word", Kind.CHOICE)
        if sort == 8:
            words = tuple(self.choices.some(COLOURS, 2, 3))
            return UnknownInLaw(Kind.CHOICE, "open", "source", words=words)
        return Choose(self.choices.pick([*COLOURS, *CODES]))

    def word_out(self, depth: int) -> Node:
        """A word that is an output."""
        if depth > 0 and self.choices.chance(60):
            return If(self.truth(depth - 1), self.word_out(depth - 1), self.word_out(depth - 1))
        sort = self.choices.below(4)
        if sort == 0 and self.colours:
            return self._fact(self.colours)
        if sort == 1:
            return UnknownInLaw(Kind.CHOICE, "open", "source", words=("north", "south"))
        return Choose(self.choices.pick(WORDS_OUT))

    # Numbers ---------------------------------------------------------------------------------

    def number(self, depth: int) -> Node:
        """A number."""
        if depth <= 0 or self.choices.chance(25):
            return self._plain_number()
        match self.choices.below(12):
            case 0 | 1 | 2:
                sign = self.choices.pick("+-*")
                return Arithmetic(sign, self.number(depth - 1), self.number(depth - 1))
            case 3:
                divisor = ParameterRef(OWNER, "divisor", Kind.NUMBER)
                four = Number(Decimal(4))
                return Arithmetic("/", self.number(depth - 1), divisor if self.parameters else four)
            case 4:
                return Least(self._several(self.number, depth - 1))
            case 5:
                return Greatest(self._several(self.number, depth - 1))
            case 6:
                step = Decimal(self.choices.pick(["1", "0.01", "0.5", "5"]))
                mode = self.choices.pick(["half_up", "down", "up"])
                return Rounded(self.number(depth - 1), step, mode)
            case 7:
                return OrElse(self.number(depth - 1), self.number(depth - 1))
            case 8:
                unit = self.choices.pick(["full_months", "full_years", "started_months"])
                return Elapsed(unit, self.day(depth - 1), self.day(depth - 1))
            case 9 if self.parameters:
                return self._lookup(depth)
            case _:
                return If(self.truth(depth - 1), self.number(depth - 1), self.number(depth - 1))

    def _plain_number(self) -> Node:
        sort = self.choices.below(10)
        if sort < 6 and self.numbers:
            return self._fact(self.numbers)
        if sort < 8 and self.parameters:
            return ParameterRef(OWNER, self.choices.pick(["n1", "n2"]), Kind.NUMBER)
        if sort == 8 and self.parameters:
            return UnknownInLaw(Kind.NUMBER, "open", "source")
        return Number(self.choices.pick(NUMBERS))

    def _lookup(self, depth: int) -> Node:
        """A table for a fact whose words are its rows, or with `otherwise` for any word."""
        sort = self.choices.below(4)
        name, key = "colours_or_else", self.word(depth - 1)
        if sort == 0 and self.colours:
            name, key = "colours", self._fact(self.colours)
        elif sort == 1 and self.codes:
            name, key = "codes", self._fact(self.codes)
        return Lookup(key, Kind.NUMBER, ParameterRef(OWNER, name, Kind.NUMBER), (), None)

    # Days ------------------------------------------------------------------------------------

    def day(self, depth: int) -> Node:
        """A day."""
        if depth <= 0 or self.choices.chance(35):
            return self._plain_day()
        match self.choices.below(7):
            case 0 | 1:
                return Shift(self.day(depth - 1), self._whole(), self._whole())
            case 2:
                edges = ["school_year_start", "school_year_end", "year_start", "year_end"]
                return CalendarDay(self.choices.pick(edges), self.day(depth - 1))
            case 3:
                make = self.choices.pick([Least, Greatest])
                return make(self._several(self.day, depth - 1))
            case 4:
                return OrElse(self.day(depth - 1), self.day(depth - 1))
            case _:
                return If(self.truth(depth - 1), self.day(depth - 1), self.day(depth - 1))

    def _whole(self) -> Node:
        """A number of months or days."""
        sort = self.choices.below(4)
        if sort == 1 and self.numbers:
            return self._fact(self.numbers)
        if sort == 2 and self.parameters:
            return ParameterRef(OWNER, "n1", Kind.NUMBER)
        return Number(Decimal(self.choices.pick([0, 1, 6, 12, -1])))

    def _plain_day(self) -> Node:
        sort = self.choices.below(10)
        if sort < 6 and self.days:
            return self._fact(self.days)
        if sort == 6 and self.parameters:
            return ParameterRef(OWNER, "day", Kind.DAY)
        if sort == 7 and self.parameters:
            return DayAsked()
        return ReferenceDay()
