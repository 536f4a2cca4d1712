"""The page of all facts: what may be said about a person, a job, a firm, a training.

English around Dutch labels: the page is for those who write facts into a file, a rule or a program.
"""

from __future__ import annotations

from collections.abc import Iterable

from docs.writers.markdown import Point, code, escaped, link, listed, page, slug, table
from docs.writers.notation import notation
from koers.engine.assessment import written
from koers.engine.facts import DAY, Enumeration, Fact, OneUnit, Reduction, Usual
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.nodes import Kind, facts_in
from koers.engine.values import ABSENT, Between, OneOf, Stated

INTRODUCTION = """\
Every fact that a rule may look at, under the dotted name that a file of facts, a case file and the
command line use. The label is what a citizen reads.

- A fact that is not given is *not asked*. `null` or `unknown` says "I don't know", which is never
  replaced by a usual value.
- `absent` says that the thing does not exist. Only facts marked *may be absent* take it.
- A list of words, or `{from: , to: }` for a number or a day, says what is known in part.
- A *usual value* is assumed when nothing is said, unless the assessment is strict. It is listed in
  the answer, so that it can be contradicted.
- A fact that *follows* from others need not be given. A value that is given wins.

What the terms mean: [glossary](../glossary.md). Why:
[four kinds of not-knowing](../explanation/four-kinds-of-not-knowing.md).
"""
_KINDS = {Kind.NUMBER: "number", Kind.DAY: "day (yyyy-mm-dd)", Kind.TRUTH: "yes or no"}


def facts_page(rulebook: Rulebook) -> str:
    """The page."""
    return page(_Facts(rulebook).lines())


def value_written(value: Stated) -> str:
    """A value as a file of facts writes it."""
    match value:
        case OneOf(values):
            return f"[{', '.join(sorted(written(one) for one in values))}]"
        case Between(low, high):
            ends = [("from", low), ("to", high)]
            given = (f"{name}: {written(end)}" for name, end in ends if end is not None)
            return f"{{{', '.join(given)}}}"
        case _:
            return written(value)


def facts_of(incentive: Incentive) -> frozenset[str]:
    """The names of the facts that an incentive looks at itself."""
    parts = [one.node for one in incentive.conditions]
    parts += [one.node for one in incentive.outputs.values()]
    parts += [one.by.node for one in incentive.steps if one.by is not None]
    found = {name for part in parts for name in facts_in(part)}
    return frozenset(found | {name for name in (incentive.reference_fact,) if name})


class _Facts:
    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.vocabulary = rulebook.vocabulary
        self.read_by = {one.id: facts_of(one) for one in rulebook.incentives}
        self.by_subject: dict[str, list[Fact]] = {}
        for fact in self.vocabulary.facts.values():
            self.by_subject.setdefault(fact.name.split(".")[0], []).append(fact)

    def lines(self) -> list[str]:
        return [
            "# Facts",
            "",
            "> Made from `koers/rulebook/facts` by `make docs`. Change it there.",
            "",
            INTRODUCTION,
            f"There are {len(self.vocabulary.facts)} of them, in {len(self.by_subject)} groups.",
            "",
            *(line for name, facts in self.by_subject.items() for line in self._group(name, facts)),
            *self._lists(),
        ]

    def _group(self, name: str, facts: list[Fact]) -> list[str]:
        rows = [(self._link(fact.name), escaped(fact.label)) for fact in facts]
        lines = [f"## {name}", "", *table(("fact", "label"), rows)]
        for fact in facts:
            lines += self._fact(fact)
        return lines

    def _link(self, name: str) -> str:
        return link(code(name), f"#{slug(code(name))}")

    def _fact(self, fact: Fact) -> list[str]:
        return [
            f"### {code(fact.name)}",
            "",
            f"{escaped(fact.label)}.",
            "",
            *listed(
                [
                    *self._type(fact),
                    *self._usual(fact),
                    *self._follows(fact),
                    *_marks(fact),
                    *self._readers(fact),
                ]
            ),
        ]

    def _readers(self, fact: Fact) -> Iterable[str]:
        readers = [
            link(code(name), f"incentives/{name}.md")
            for name, read in self.read_by.items()
            if fact.name in read
        ]
        if readers:
            yield f"Read by {', '.join(readers)}."

    def _type(self, fact: Fact) -> Iterable[Point | str]:
        if fact.yes_no:
            yield "Yes or no: `true` or `false`."
        elif fact.kind is not Kind.CHOICE:
            unit = f" in {code(fact.unit)}" if fact.unit else ""
            whole = "whole " if fact.whole else ""
            yield f"A {whole}{_KINDS[fact.kind]}{unit}{_bounds(fact)}."
        elif fact.pattern is not None:
            yield f"Text that fits {code(fact.pattern)}."
        elif fact.enumeration is not None and fact.enumeration.name:
            place = f"#{slug(_heading(fact.enumeration))}"
            yield f"One of the words of {link(code(fact.enumeration.name), place)}."
        else:
            assert fact.enumeration is not None
            yield Point("One of these words:", tuple(_words(fact.enumeration)))
            yield from _spellings(fact.enumeration)
        if fact.absent is ABSENT:
            yield "May be absent."
        elif fact.absent == 0:
            yield "`absent` is the same as 0."
        if fact.listed:
            yield "Is given as a list of numbers; rules see what it is reduced to."

    def _usual(self, fact: Fact) -> Iterable[str]:
        usual = fact.usual
        if usual is None:
            return
        if usual.equal_to == DAY:
            value = "the day asked about"
        elif usual.equal_to is not None:
            value = f"equal to {self._link(usual.equal_to)}"
        else:
            assert usual.value is not None
            value = code(value_written(usual.value))
        because = escaped(usual.because.rstrip("."))
        yield f"Usually {value}{_limits(usual)}. Why: {because} ({escaped(usual.source)})."

    def _follows(self, fact: Fact) -> Iterable[str]:
        vocabulary = self.vocabulary
        for one in vocabulary.implications.get(fact.name, ()):
            yield f"Follows: {code(value_written(one.value))} when {code(notation(one.when))}."
        if fact.name in vocabulary.derived:
            yield f"Computed when not given: {code(notation(vocabulary.derived[fact.name]))}."
        if fact.name in vocabulary.at_least:
            yield f"At least {code(notation(vocabulary.at_least[fact.name]))}."
        yield from (self._reduced(one) for one in vocabulary.reductions if one.fact == fact.name)
        yield from (
            self._one_unit(fact, one) for one in vocabulary.one_unit if fact.name in one.facts
        )

    def _reduced(self, one: Reduction) -> str:
        return f"Reduced from the list {self._link(one.source)}: {escaped(one.sentence)}."

    def _one_unit(self, fact: Fact, one: OneUnit) -> str:
        others = ", ".join(self._link(name) for name in one.facts if name != fact.name)
        ids = ", ".join(code(name) for name in sorted(one.only_for))
        return (
            f"Measures the same as {others}: when one of them is given, the others do not count "
            f"(for {ids}; {escaped(one.because)})."
        )

    def _lists(self) -> list[str]:
        found = {
            fact.enumeration.name: fact.enumeration
            for fact in self.vocabulary.facts.values()
            if fact.enumeration is not None and fact.enumeration.name
        }
        lines = [
            "## Lists of words",
            "",
            "Lists that several facts share, or that have groups.",
            "",
        ]
        for name in sorted(found):
            one = found[name]
            lines += [f"### {_heading(one)}", "", *listed(_words(one))]
            if one.groups:
                rows = [
                    (code(group), ", ".join(code(word) for word in one.values if word in members))
                    for group, members in one.groups.items()
                ]
                lines += table(("group", "words"), rows)
            lines += [*_spellings(one), ""]
        return lines


def _heading(one: Enumeration) -> str:
    return f"List {code(one.name)}"


def _words(one: Enumeration) -> list[Point]:
    return [Point(f"{code(word)}: {escaped(label)}") for word, label in one.values.items()]


def _spellings(one: Enumeration) -> Iterable[str]:
    if one.accepts:
        several = ", ".join(
            f"{code(other)} for {code(word)}" for other, word in one.accepts.items()
        )
        yield f"Also read: {several}."


def _bounds(fact: Fact) -> str:
    if fact.low is not None and fact.high is not None:
        return f", from {written(fact.low)} to {written(fact.high)}"
    if fact.low is not None:
        return f", {written(fact.low)} or more"
    return "" if fact.high is None else f", {written(fact.high)} or less"


def _limits(usual: Usual) -> str:
    if usual.only_for:
        return f" (only for {', '.join(code(name) for name in sorted(usual.only_for))})"
    if usual.not_for:
        return f" (not for {', '.join(code(name) for name in sorted(usual.not_for))})"
    return ""


def _marks(fact: Fact) -> Iterable[str]:
    if fact.period:
        yield f"Belongs to a {fact.period.replace('_', ' ')}; for another one it is unknown."
    if fact.grows:
        yield f"Grows with time in work, counted in {fact.grows}."
    if fact.judged_by:
        yield f"Judged by {escaped(fact.judged_by)}."
    if fact.within_reach:
        yield "Within reach: the person or the employer could change it."
    if fact.sensitive:
        yield "Sensitive: shown and stored with care."
    if fact.explanation_only:
        yield "Only for explanation: no rule reads it."
