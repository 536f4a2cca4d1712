"""Mistakes in rule.py that the file cannot see about itself."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from koers.engine.assessment import written
from koers.engine.checks import (
    EXPRESSIONS,
    NAME,
    NUMBERS,
    Found,
    fits,
    nodes,
    one_of,
    parts,
    possible,
    values_of,
)
from koers.engine.incentive import GROUPS, KINDS, LEVELS, REFERENCES, Incentive, Rulebook, refs_in
from koers.engine.language import (
    DayExpression,
    NumberExpression,
    TruthExpression,
)
from koers.engine.nodes import (
    Arithmetic,
    FactRef,
    If,
    Kind,
    Lookup,
    Member,
    Node,
    Number,
    ParameterRef,
    UnknownInLaw,
    facts_in,
)
from koers.engine.parameters import (
    Parameters,
)
from koers.engine.values import ZERO, same_unit


def ids(incentive: Incentive, rulebook: Rulebook) -> Found:
    if not NAME.match(incentive.id):
        yield incentive.id, "is no id.", "Use small letters, digits and _."
    if sum(one.id == incentive.id for one in rulebook.incentives) > 1:
        yield incentive.id, "is the id of two incentives.", "Rename one of them."


def words(incentive: Incentive, rulebook: Rulebook) -> Found:
    lists = {"kind": KINDS, "level": LEVELS, "group": GROUPS, "reference": REFERENCES}
    for name, words in lists.items():
        value = getattr(incentive, name)
        if value not in words:
            yield incentive.id, f"has the {name} {value!r}.", one_of(words)


def reference_facts(incentive: Incentive, rulebook: Rulebook) -> Found:
    name = incentive.reference_fact
    fact = rulebook.vocabulary.facts.get(name or "")
    holds = fact is not None and (fact.kind is Kind.DAY or fact.unit == "school_year")
    if name is not None and not holds:
        what = f"takes its reference day from {name}, which is no {'day' if fact else 'fact'}."
        yield incentive.id, what, "Name a day fact, or leave reference_fact= out."


def conditions(incentive: Incentive, rulebook: Rulebook) -> Found:
    names = [one.name for one in incentive.conditions]
    for one in incentive.conditions:
        if names.count(one.name) > 1:
            yield one.name, "is listed twice.", "List it once."
        for needed in ("title", "law"):
            if not getattr(one, needed).strip():
                yield one.name, f"has an empty {needed}.", f"Write {needed}=."
        if not isinstance(one.expression, TruthExpression):
            yield one.name, "is a value, no condition.", "Compare it with something."


def sources(incentive: Incentive, rulebook: Rulebook) -> Found:
    named = [(one.name, one.source) for one in incentive.conditions]
    named += [(one.name, one.source) for one in incentive.steps]
    for name, source in named:
        if source not in incentive.parameters.sources:
            what = f"names the source {source!r}, which is not in `sources:`."
            yield name, what, f"Add it to {incentive.parameters.file}, or use one from there."


def sources_of_doubt(incentive: Incentive, rulebook: Rulebook) -> Found:
    every = [source for one in rulebook.incentives for source in one.parameters.sources.values()]
    known = {place for source in every for place in (source.key, source.url)}
    for name, node in nodes(incentive):
        if isinstance(node, UnknownInLaw) and node.source not in known:
            what = f"is unknown in law by {node.source!r}, which is not in `sources:`."
            yield name, what, f"Add it to {incentive.parameters.file}, or use one from there."


def dates(incentive: Incentive, rulebook: Rulebook) -> Found:
    exists = incentive.parameters.exists
    first, last = (None, None) if exists is None else (exists.since, exists.until)
    for one in incentive.conditions:
        if one.since and one.until and one.until < one.since:
            yield one.name, f"ends on {one.until}, before it begins.", "Mend since= or until=."
        for day in (one.since, one.until):
            if day and ((first and day < first) or (last and day > last)):
                what = f"is dated {day}, when the instrument does not exist."
                yield one.name, what, "Mend the date, leave it out, or mend `exists:`."


def titles(incentive: Incentive, rulebook: Rulebook) -> Found:
    for one in incentive.conditions:
        for what, todo in wrong_braces(one.title, incentive.parameters):
            yield one.name, what, todo


def wrong_braces(text: str, parameters: Parameters) -> Iterator[tuple[str, str]]:
    """What is wrong with the {parameters} in a text."""
    try:
        named = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        yield "has a loose { or } in its text.", "Write {name}, with the name of a parameter."
        return
    known = parameters.known
    for name in sorted(named - {name for name in known if not known[name].is_table}):
        what = f"has {{{name}}} in its text, which is {'a table' if name in known else 'nothing'}."
        yield what, f"Use a dated number, day or word of {parameters.file}."


def outputs(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, one in incentive.outputs.items():
        output = rulebook.outputs.get(name)
        if output is None:
            yield name, "is no output.", one_of(rulebook.outputs)
        elif not isinstance(one.expression, EXPRESSIONS[output.kind]):
            kind = f"{type(one.expression).__name__.removesuffix('Expression')}"
            what = f"must be a {output.kind.value}, and is a {kind}."
            yield name, what, "Give an expression of that kind."
        elif isinstance(one.expression, NumberExpression):
            unit, wanted = one.expression.unit, same_unit(output.unit)
            if unit != wanted:
                what = f"is in {unit or 'bare numbers'}, not in {wanted or 'bare numbers'}."
                yield name, what, "Convert with a parameter that carries the unit."
        elif output.kind is Kind.CHOICE:
            words = {word for word in possible(one.node, rulebook) if isinstance(word, str)}
            for word in sorted(words - set(output.words)):
                yield name, f"may become {word!r}.", one_of(output.words)
            for fact in facts_in(one.node):
                known = rulebook.vocabulary.facts.get(fact)
                if known is not None and known.pattern is not None and _becomes(one.node, fact):
                    yield name, f"may become any {fact}.", "Name the words with when(...)."


def steps(incentive: Incentive, rulebook: Rulebook) -> Found:
    names = [one.name for one in incentive.steps]
    for one in incentive.steps:
        if names.count(one.name) > 1:
            yield one.name, "is a step that stands twice.", "Rename one of them."
        if one.by is not None and not isinstance(one.by, DayExpression):
            yield one.name, "has a last day that is no day.", "Give a day, or leave by= out."


def names(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, part in parts(incentive):
        for fact in facts_in(part):
            if fact not in rulebook.vocabulary.facts:
                what = f"looks at {fact}, which the rulebook does not know."
                yield name, what, "Add its class to vocabulary([...])."
        for ref in refs_in(part):
            if (ref.owner, ref.name) not in rulebook.parameters:
                what = f"reads {ref.name} of {ref.owner}, which has no incentive here."
                yield name, what, f"Add an incentive of {ref.owner} to the rulebook."


def law_numbers(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, node in nodes(incentive):
        if isinstance(node, Number) and abs(node.value) not in NUMBERS:
            what = f"has the number {node.value} in Python."
            yield name, what, "It belongs in parameters.yaml, with its date and source."


def divisors(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, node in nodes(incentive):
        if isinstance(node, Arithmetic) and node.operator == "/":
            divisor = node.right
            if isinstance(divisor, ParameterRef):
                parameter = rulebook.parameters.get((divisor.owner, divisor.name))
                values = [line.node for line in parameter.values] if parameter else []
            else:
                values = [divisor]
            if Number(ZERO) in values:
                yield name, "divides by zero.", "Write the case of zero with when(...)."


def members(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, node in nodes(incentive):
        if isinstance(node, Member) and isinstance(node.term, FactRef):
            fact = rulebook.vocabulary.facts.get(node.term.name)
            for word in sorted(node.words, key=str) if fact else ():
                if fact and not fits(fact, word):
                    what = f"compares {fact.name} with {written(word)}, which it cannot be."
                    yield name, what, values_of(fact)


def tables(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, node in nodes(incentive):
        if isinstance(node, Lookup) and node.kind is not Kind.NUMBER and node.table:
            what = f"looks up {node.table.name}, a table of {node.kind.value}s."
            yield name, what, "A table holds numbers; write the others with when(...)."


def _becomes(node: Node, fact: str) -> bool:
    """Can a choice be the word of a fact itself (not only depend on it)?"""
    if isinstance(node, If):
        return _becomes(node.then, fact) or _becomes(node.otherwise, fact)
    return isinstance(node, FactRef) and node.name == fact
