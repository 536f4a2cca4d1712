"""A node as Dutch text that a jurist can lay beside the article: one line, or a list of points.

A fact is its label in italics, a value of the law a link to its table on the same page, and an
expression that the author gave a name is that name, explained once. What is too long for one line
is cut at its outermost word, and so on inwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module

from docs.writers.markdown import Point, code, escaped, link, visible
from koers.engine import words
from koers.engine.facts import Fact
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.language import Expression
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    CalendarDay,
    Choose,
    Compare,
    Day,
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
    Nothing,
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
    kind_of,
)
from koers.engine.values import ABSENT

RULES = "koers.rulebook"
LONGEST_LINE = 110
WORTH_A_NAME = 60
"""An expression shorter than this is written out where it stands, also when it has a name."""
_LEAVES = (FactRef, ParameterRef, Number, Day, Choose, ReferenceDay, DayAsked)
_HUNDRED = Number(Decimal(100))

_NUMBERS = {"<": "is minder dan", "<=": "is hoogstens", ">": "is meer dan", ">=": "is minstens"}
_DAYS = {"<": "is voor", "<=": "is ten laatste op", ">": "is na", ">=": "is ten vroegste op"}
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "gedeeld door"}
_WHOLES = {"+": "de som van", "*": "het product van"}
_REFERENCE_DAY = "de dag waarnaar de wet kijkt"
_REFERENCE_DAYS = {name: told for name, told in words.REFERENCES.items() if "dag" in told.split()}
"""Where the law looks at a day; a month or a year has none of its own."""
_EDGES = {
    "year_start": "de eerste dag van het jaar",
    "year_end": "de laatste dag van het jaar",
    "school_year_start": "de eerste dag van het schooljaar",
    "school_year_end": "de laatste dag van het schooljaar",
}
_SPANS = {
    "full_months": "het aantal volle maanden",
    "full_years": "het aantal volle jaren",
    "started_months": "het aantal begonnen maanden",
}
_ROUNDED = {"half_up": "afgerond", "down": "naar beneden afgerond", "up": "naar boven afgerond"}


def anchor(owner: str, parameter: ParameterRef) -> str:
    """Where the values of a parameter stand on the page of an incentive of a folder."""
    place = "" if parameter.owner == owner else f"{parameter.owner}-"
    return f"getal-{place}{parameter.name}"


def anchor_of_part(name: str) -> str:
    """Where a named part is explained."""
    return f"deel-{name}"


def link_to_part(name: str) -> str:
    """A named part where it is used."""
    return link(code(name), f"#{anchor_of_part(name)}")


def word_label(rulebook: Rulebook, word: Word) -> str:
    """The Dutch label of a word that comes out of a rule: of an incentive, of a fact, or itself."""
    if word is ABSENT:
        return words.DOES_NOT_EXIST
    text = str(word)
    known = {"worker": "de werknemer", "employer": "de werkgever", "none": "geen"}
    if text in known:
        return known[text]
    if text in rulebook:
        return rulebook[text].texts.title
    for output in rulebook.outputs.values():
        if text in output.labels:
            return output.labels[text]
    for fact in rulebook.vocabulary.facts.values():
        if fact.enumeration is not None and text in fact.enumeration.values:
            return fact.enumeration.values[text]
    return text


def named_parts(rulebook: Rulebook, incentive: Incentive) -> dict[Node, str]:
    """The long expressions that stand under a name in the rule file, in its order."""
    made_in = incentive.module.removesuffix(".py")
    module = import_module(f"{RULES}.{incentive.parameters.owner}.{made_in}")
    without_names = Formulas(rulebook, incentive, {})
    found: dict[Node, str] = {}
    for name, value in vars(module).items():
        if not isinstance(value, Expression) or value.node in found or not name.islower():
            continue
        if len(visible(without_names.line(value.node))) > WORTH_A_NAME:
            found[value.node] = name
    return found


@dataclass(frozen=True)
class Formulas:
    """Writes the nodes of one incentive; a node in `parts` is written as its link."""

    rulebook: Rulebook
    incentive: Incentive
    parts: Mapping[Node, str]

    def definition(self, node: Node) -> Point:
        """What a named part means: its own node in full, the parts inside it by name."""
        others = {other: told for other, told in self.parts.items() if other != node}
        return Formulas(self.rulebook, self.incentive, others).points(node)

    def points(self, node: Node) -> Point:
        """A node as a point, with points under it when one line would be too long."""
        line = self.line(node)
        if len(visible(line)) <= LONGEST_LINE or node in self.parts:
            return Point(line)
        match node:
            case If():
                return Point("een van deze:", tuple(self._branches(node)))
            case AllOf(terms):
                return self._under("al deze punten samen:", terms)
            case AnyOf(terms):
                return self._under("minstens één van deze punten:", terms)
            case Not(Not(term)):
                return self.points(term)
            case Not(term):
                return self._under("dit is niet zo:", (term,))
            case Least(terms):
                return self._under("het kleinste van:", terms)
            case Greatest(terms):
                return self._under("het grootste van:", terms)
            case Compare(operator, left, right):
                return self._comparison(self._verb(operator, left), left, right)
            case _:
                return self._number_points(node, line)

    def _number_points(self, node: Node, line: str) -> Point:
        match node:
            case Arithmetic("/", Arithmetic("*", whole, percentage), number) if number == _HUNDRED:
                return self._under(f"{self.line(percentage)} van:", (whole,))
            case Arithmetic(operator, _, _) if operator in _WHOLES:
                return self._under(f"{_WHOLES[operator]}:", tuple(_chain(node, operator)))
            case Arithmetic(operator, left, right):
                between = "min" if operator == "-" else _SIGNS[operator]
                return Point("de uitkomst van:", (self.points(left), self._named(between, right)))
            case Rounded(term, step, mode):
                return self._under(f"{_ROUNDED[mode]} op {words.number(step)}:", (term,))
            case OrElse(term, default):
                other = self._named("of, als dat niet bestaat:", default)
                return Point("dit:", (self.points(term), other))
            case _:
                return Point(line)

    def _comparison(self, verb: str, left: Node, right: Node) -> Point:
        one, other = self.points(left), self.points(right)
        if one.under:
            return Point("deze vergelijking klopt:", (one, self._named(f"{verb}:", right)))
        if other.under:
            return Point(f"{one.text} {verb}:", (other,))
        return Point(f"{one.text} {verb} {other.text}")

    def _under(self, text: str, terms: tuple[Node, ...]) -> Point:
        return Point(text, tuple(self.points(term) for term in terms))

    def _named(self, text: str, node: Node) -> Point:
        found = self.points(node)
        return Point(f"{text} {found.text}", found.under)

    def _branches(self, node: If) -> list[Point]:
        branches = []
        first = "als"
        rest: Node = node
        while isinstance(rest, If):
            branches += self._branch(first, rest.condition, rest.then)
            first, rest = "anders, als", rest.otherwise
        return [*branches, self._named("anders:", rest)]

    def _branch(self, first: str, condition: Node, value: Node) -> list[Point]:
        when, then = self.points(condition), self.points(value)
        if when.under:
            return [Point(f"{first} {when.text}", when.under), self._named("dan:", value)]
        return [Point(f"{first} {when.text}: {then.text}", then.under)]

    # One line ----------------------------------------------------------------------------------

    def line(self, node: Node) -> str:
        """A node on one line, however long."""
        if node in self.parts:
            return self.parts[node]
        match node:
            case AllOf(terms):
                return self._joined(terms, " en ", AnyOf)
            case AnyOf(terms):
                return self._joined(terms, " of ", AllOf)
            case Not(term):
                return self._not(term)
            case Compare(operator, left, right):
                return f"{self._part(left)} {self._verb(operator, left)} {self._part(right)}"
            case Member(term, words_in):
                return self._member(term, words_in, "is")
            case Present(term):
                return f"{self._part(term)} bestaat"
            case If(condition, then, otherwise):
                chosen = f"{self._part(then)} als {self.line(condition)}"
                return f"{chosen}, anders {self.line(otherwise)}"
            case _:
                return self._number_line(node)

    def _number_line(self, node: Node) -> str:
        match node:
            case Number(value):
                return words.number(value)
            case Arithmetic("/", Arithmetic("*", whole, percentage), number) if number == _HUNDRED:
                return f"{self._part(percentage)} van {self._part(whole)}"
            case Arithmetic(operator, left, right):
                return f"{self._part(left)} {_SIGNS[operator]} {self._part(right)}"
            case Least(terms):
                return f"het kleinste van {' en '.join(map(self._part, terms))}"
            case Greatest(terms):
                return f"het grootste van {' en '.join(map(self._part, terms))}"
            case Rounded(term, step, mode):
                return f"{self._part(term)}, {_ROUNDED[mode]} op {words.number(step)}"
            case OrElse(term, default):
                return f"{self._part(term)} (of {self.line(default)}, als dat niet bestaat)"
            case Elapsed(unit, start, end):
                return f"{_SPANS[unit]} van {self._part(start)} tot {self._part(end)}"
            case Lookup(key=key, table=table) if table is not None:
                return f"de waarde in {self._parameter(table)} voor {self._part(key)}"
            case _:
                return self._leaf(node)

    def _leaf(self, node: Node) -> str:
        match node:
            case FactRef(name):
                return f"*{escaped(self._fact(name).label)}*"
            case ParameterRef():
                return self._parameter(node)
            case ReferenceDay():
                return _REFERENCE_DAYS.get(self.incentive.reference, _REFERENCE_DAY)
            case DayAsked():
                return words.REFERENCES["day_asked"]
            case Day(value):
                return words.day(value)
            case Shift(term, months, days):
                return self._shifted(term, months, days)
            case CalendarDay(edge, term):
                return f"{_EDGES[edge]} met {self._part(term)}"
            case Choose(value):
                return f"“{escaped(word_label(self.rulebook, value))}”"
            case Nothing():
                return "niets"
            case UnknownInLaw(reason=reason):
                return f"niet gekend in de wet ({escaped(_small(reason.rstrip('.')))})"
            case OpenNorm(text, law, decides):
                return f"{escaped(decides)} oordeelt: {escaped(_small(text))} ({escaped(law)})"
            case _:
                raise TypeError(f"no Dutch for {type(node).__name__}")

    def _part(self, node: Node) -> str:
        """A line that stands inside another one; between brackets where it could be misread."""
        text = self.line(node)
        plain = isinstance(node, _LEAVES) or node in self.parts
        return text if plain or " " not in visible(text) else f"({text})"

    def _joined(self, terms: tuple[Node, ...], between: str, loose: type[Node]) -> str:
        return between.join(
            f"({self.line(term)})"
            if isinstance(term, (loose, If)) and term not in self.parts
            else self.line(term)
            for term in terms
        )

    def _not(self, term: Node) -> str:
        if term in self.parts:
            return f"niet {self.line(term)}"
        match term:
            case Not(inner):
                return self.line(inner)
            case Member(inner, words_in) if not words_in <= {True, False}:
                return self._member(inner, words_in, "is niet")
            case Member(inner, words_in) if words_in == {True}:
                return f"{self._part(inner)}: niet ja"
            case Member(inner, words_in) if words_in == {False}:
                return f"{self._part(inner)}: niet nee"
            case Present(inner):
                return f"{self._part(inner)} bestaat niet"
            case Compare("==", left, right):
                return f"{self._part(left)} is niet gelijk aan {self._part(right)}"
            case _:
                return f"niet: ({self.line(term)})"

    def _verb(self, operator: str, left: Node) -> str:
        if operator == "==":
            return "is gelijk aan"
        return (_DAYS if kind_of(left) is Kind.DAY else _NUMBERS)[operator]

    def _member(self, term: Node, words_in: frozenset[Word], verb: str) -> str:
        name = self._part(term)
        if words_in == {True}:
            return f"{name}: ja"
        if words_in == {False}:
            return f"{name}: nee"
        if words_in == {ABSENT}:
            return f"{name} {'bestaat' if verb == 'is niet' else words.DOES_NOT_EXIST}"
        labels = [f"“{escaped(label)}”" for label in self._labels(term, words_in)]
        return f"{name} {verb} {words.listed(labels, 'of')}"

    def _labels(self, term: Node, words_in: frozenset[Word]) -> list[str]:
        """The labels of words, in the order of their list; words of a code in the order of text."""
        fact = self._fact(term.name) if isinstance(term, FactRef) else None
        if fact is None or fact.enumeration is None:
            return sorted(word_label(self.rulebook, word) for word in words_in)
        order = [word for word in fact.enumeration.values if word in words_in]
        labels = [fact.enumeration.values[word] for word in order]
        return [*labels, words.DOES_NOT_EXIST] if ABSENT in words_in else labels

    def _fact(self, name: str) -> Fact:
        return self.rulebook.vocabulary.facts[name]

    def _parameter(self, ref: ParameterRef) -> str:
        label = self.rulebook.parameters[ref.owner, ref.name].label
        return link(escaped(label), f"#{anchor(self.incentive.parameters.owner, ref)}")

    def _shifted(self, term: Node, months: Node, days: Node) -> str:
        line = self._part(term)
        for count, unit in ((months, "maanden"), (days, "dagen")):
            if count != Number(Decimal(0)):
                line = f"{self._moved(count, unit)} {line}"
        return line

    def _moved(self, count: Node, unit: str) -> str:
        """`3 maanden na`, `1 dag voor`."""
        match count:
            case Arithmetic("-", Number(value), less) if value == 0:
                return f"{self._part(less)} ({unit}) voor"
            case Number(value):
                size = abs(value)
                name = {"maanden": "maand", "dagen": "dag"}[unit] if size == 1 else unit
                return f"{words.number(size)} {name} {'voor' if value < 0 else 'na'}"
            case _:
                return f"{self._part(count)} ({unit}) na"


def _small(text: str) -> str:
    """Text inside a sentence; a word in capitals stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _chain(node: Node, operator: str) -> list[Node]:
    """The terms of a sum or product, from left to right."""
    if isinstance(node, Arithmetic) and node.operator == operator:
        return [*_chain(node.left, operator), node.right]
    return [node]
