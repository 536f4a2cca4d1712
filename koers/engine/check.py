"""Errors found when the rulebook loads: what one rule file cannot see about itself.

Words, kinds and units of an expression are checked while a rule is imported (`language`), the
shape of the YAML while it is read (`reading`). Here stands what needs the incentive with its
folder, the facts, or the whole rulebook. One small function per check: it yields what is wrong,
where and what to do; `check` adds the file and the line, and goes on, so that an author mends
everything in one go. The list of all checks is at the end.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from string import Formatter

from koers.engine.assessment import written
from koers.engine.cases import Case, read_cases
from koers.engine.errors import FactError, RuleError, RuleErrors
from koers.engine.facts import DAY, Fact
from koers.engine.incentive import GROUPS, KINDS, LEVELS, REFERENCES, Incentive, Rulebook, refs_in
from koers.engine.language import (
    ChoiceExpression,
    DayExpression,
    Expression,
    NumberExpression,
    TruthExpression,
)
from koers.engine.nodes import (
    Arithmetic,
    Choose,
    FactRef,
    If,
    Kind,
    Lookup,
    Member,
    Node,
    Number,
    ParameterRef,
    UnknownInLaw,
    Word,
    facts_in,
    kind_of,
    walk,
)
from koers.engine.parameters import (
    FIRST_DAY,
    Parameter,
    Parameters,
    Series,
    value_on,
)
from koers.engine.reading import line_of, read_yaml
from koers.engine.statements import read_facts
from koers.engine.values import ABSENT, ZERO, Between, Dated, OneOf, Special, Stated, same_unit

Keys = str | tuple[str | int, ...]
Found = Iterator[tuple[Keys, str, str]]
"""What a check yields: the key (or the way to it in a YAML file), what is wrong, what to do."""

FAR_DAY = date(2100, 1, 1)
"""A day after every line of the law: what is open-ended must still have a value there."""
NUMBERS = frozenset((0, 1, 2, 12, 100))
"""Numbers that may stand in Python: none, one (later or earlier), both, a year, a percentage."""
_NAME = re.compile(r"^[a-z][a-z0-9_]*$")
_EXPRESSIONS: dict[Kind, type[Expression]] = {
    Kind.TRUTH: TruthExpression,
    Kind.NUMBER: NumberExpression,
    Kind.DAY: DayExpression,
    Kind.CHOICE: ChoiceExpression,
}


def check(rulebook: Rulebook) -> list[RuleError]:
    """All errors, in the order of the list of incentives; those of the facts come last."""
    found: list[RuleError] = []
    owners: set[str] = set()
    for one in rulebook.incentives:
        checks = OF_AN_INCENTIVE
        if one.parameters.owner not in owners:
            owners.add(one.parameters.owner)
            checks = (*OF_AN_INCENTIVE, *OF_A_FOLDER)
        for file, look in checks:
            found += [_placed(one.parameters, file, *error) for error in look(one, rulebook)]
    for look_at_facts in OF_THE_FACTS:
        for key, what, todo in look_at_facts(rulebook):
            found.append(RuleError(what, file="facts", key=str(key), todo=todo))
    return list({str(error): error for error in found}.values())


def require_valid(rulebook: Rulebook) -> None:
    """Raise RuleErrors with every error of a rulebook that has any."""
    errors = check(rulebook)
    if errors:
        raise RuleErrors(errors)


def _placed(parameters: Parameters, name: str, keys: Keys, what: str, todo: str) -> RuleError:
    """An error with its file, key and line."""
    path = parameters.path.with_name(name)
    keys = (keys,) if isinstance(keys, str) else keys
    key = ".".join(part for part in keys if isinstance(part, str))
    line = _line_in_rule(path, key) if name == RULE else line_of(path, *keys)
    return RuleError(what, file=f"{parameters.owner}/{name}", key=key or None, line=line, todo=todo)


def _line_in_rule(path: Path, key: str) -> int | None:
    """The line of rule.py where a name is assigned, an id given, an amount or step named."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    quoted = rf"[\"']{re.escape(key)}[\"']"
    pattern = rf"^{re.escape(key)}\s*=|\bid\s*=\s*{quoted}|{quoted}\s*:|\bstep\(\s*{quoted}"
    found = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else None


# What the checks look at ---------------------------------------------------------------------


def _one_of(words: Iterable[object]) -> str:
    return f"Choose from: {', '.join(sorted(map(str, words))) or 'none yet'}."


def _named(incentive: Incentive) -> list[tuple[str, object]]:
    """What the author wrote, by name: conditions, amounts, last days of steps."""
    conditions = [(one.name, one.expression) for one in incentive.conditions]
    amounts = [(name, one.expression) for name, one in incentive.outputs.items()]
    steps = [(one.name, one.by) for one in incentive.steps if one.by is not None]
    return [*conditions, *amounts, *steps]


def _parts(incentive: Incentive) -> list[tuple[str, Node]]:
    """The same as nodes; what is no expression at all is left out."""
    return [(name, one.node) for name, one in _named(incentive) if isinstance(one, Expression)]


def _nodes(incentive: Incentive) -> list[tuple[str, Node]]:
    """Every node under the named expressions."""
    return [(name, node) for name, part in _parts(incentive) for node in walk(part)]


def _siblings(incentive: Incentive, rulebook: Rulebook) -> list[Incentive]:
    """The incentives that share a folder."""
    owner = incentive.parameters.owner
    return [one for one in rulebook.incentives if one.parameters.owner == owner]


def _fits(fact: Fact, value: Stated) -> bool:
    """Can the fact have this value, whole or in part?"""
    match value:
        case Dated(inner, _):
            return _fits(fact, inner)
        case OneOf(values):
            return all(_fits(fact, one) for one in values)
        case Between(low, high):
            ends = [end for end in (low, high) if end is not None]
            return fact.kind is not Kind.CHOICE and all(_fits(fact, end) for end in ends)
        case Special():
            return value is ABSENT and fact.absent is not None
        case bool():
            return fact.yes_no
        case str() if fact.pattern is not None:
            return re.match(fact.pattern, value) is not None
        case str():
            return value in (fact.words or ())
        case date():
            return fact.kind is Kind.DAY
    low, high, number = fact.low, fact.high, Decimal(str(value))
    inside = (low is None or low <= number) and (high is None or number <= high)
    return fact.kind is Kind.NUMBER and inside


def _values(fact: Fact) -> str:
    """What a fact can be, for a todo."""
    if fact.kind is Kind.CHOICE:
        return f"It looks like {fact.pattern}." if fact.domain is None else _one_of(fact.domain)
    ends = [("from", fact.low), ("to", fact.high)]
    limits = "".join(f" {word} {end}" for word, end in ends if end is not None)
    return f"Give a {fact.kind.value}{limits}."


def _possible(node: Node, rulebook: Rulebook) -> set[Word]:
    """The words a choice may be, as far as they are listed."""
    match node:
        case Choose(value):
            return {value}
        case UnknownInLaw(words=words):
            return set(words)
        case If(_, then, otherwise):
            return _possible(then, rulebook) | _possible(otherwise, rulebook)
        case FactRef(name) if name in rulebook.vocabulary.facts:
            return set(rulebook.vocabulary.facts[name].domain or ())
        case ParameterRef(owner, name) if (owner, name) in rulebook.parameters:
            lines = rulebook.parameters[owner, name].values
            return {line.node.value for line in lines if isinstance(line.node, Choose)}
    return set()


# rule.py -------------------------------------------------------------------------------------


def _ids(incentive: Incentive, rulebook: Rulebook) -> Found:
    if not _NAME.match(incentive.id):
        yield incentive.id, "is no id.", "Use small letters, digits and _."
    if sum(one.id == incentive.id for one in rulebook.incentives) > 1:
        yield incentive.id, "is the id of two incentives.", "Rename one of them."


def _words(incentive: Incentive, rulebook: Rulebook) -> Found:
    lists = {"kind": KINDS, "level": LEVELS, "group": GROUPS, "reference": REFERENCES}
    for name, words in lists.items():
        value = getattr(incentive, name)
        if value not in words:
            yield incentive.id, f"has the {name} {value!r}.", _one_of(words)


def _reference_facts(incentive: Incentive, rulebook: Rulebook) -> Found:
    name = incentive.reference_fact
    fact = rulebook.vocabulary.facts.get(name or "")
    if name is not None and (fact is None or fact.kind is not Kind.DAY):
        what = f"takes its reference day from {name}, which is no {'day' if fact else 'fact'}."
        yield incentive.id, what, "Name a day fact, or leave reference_fact= out."


def _conditions(incentive: Incentive, rulebook: Rulebook) -> Found:
    names = [one.name for one in incentive.conditions]
    for one in incentive.conditions:
        if names.count(one.name) > 1:
            yield one.name, "is listed twice.", "List it once."
        for needed in ("title", "law"):
            if not getattr(one, needed).strip():
                yield one.name, f"has an empty {needed}.", f"Write {needed}=."
        if not isinstance(one.expression, TruthExpression):
            yield one.name, "is a value, no condition.", "Compare it with something."


def _sources(incentive: Incentive, rulebook: Rulebook) -> Found:
    named = [(one.name, one.source) for one in incentive.conditions]
    named += [(one.name, one.source) for one in incentive.steps]
    for name, source in named:
        if source not in incentive.parameters.sources:
            what = f"names the source {source!r}, which is not in `sources:`."
            yield name, what, f"Add it to {incentive.parameters.file}, or use one from there."


def _sources_of_doubt(incentive: Incentive, rulebook: Rulebook) -> Found:
    every = [source for one in rulebook.incentives for source in one.parameters.sources.values()]
    known = {place for source in every for place in (source.key, source.url)}
    for name, node in _nodes(incentive):
        if isinstance(node, UnknownInLaw) and node.source not in known:
            what = f"is unknown in law by {node.source!r}, which is not in `sources:`."
            yield name, what, f"Add it to {incentive.parameters.file}, or use one from there."


def _dates(incentive: Incentive, rulebook: Rulebook) -> Found:
    exists = incentive.parameters.exists
    first, last = (None, None) if exists is None else (exists.since, exists.until)
    for one in incentive.conditions:
        if one.since and one.until and one.until < one.since:
            yield one.name, f"ends on {one.until}, before it begins.", "Mend since= or until=."
        for day in (one.since, one.until):
            if day and ((first and day < first) or (last and day > last)):
                what = f"is dated {day}, when the instrument does not exist."
                yield one.name, what, "Mend the date, leave it out, or mend `exists:`."


def _titles(incentive: Incentive, rulebook: Rulebook) -> Found:
    for one in incentive.conditions:
        for what, todo in _wrong_braces(one.title, incentive.parameters):
            yield one.name, what, todo


def _wrong_braces(text: str, parameters: Parameters) -> Iterator[tuple[str, str]]:
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


def _outputs(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, one in incentive.outputs.items():
        output = rulebook.outputs.get(name)
        if output is None:
            yield name, "is no output.", _one_of(rulebook.outputs)
        elif not isinstance(one.expression, _EXPRESSIONS[output.kind]):
            kind = f"{type(one.expression).__name__.removesuffix('Expression')}"
            what = f"must be a {output.kind.value}, and is a {kind}."
            yield name, what, "Give an expression of that kind."
        elif isinstance(one.expression, NumberExpression):
            unit, wanted = one.expression.unit, same_unit(output.unit)
            if unit != wanted:
                what = f"is in {unit or 'bare numbers'}, not in {wanted or 'bare numbers'}."
                yield name, what, "Convert with a parameter that carries the unit."
        elif output.kind is Kind.CHOICE:
            words = {word for word in _possible(one.node, rulebook) if isinstance(word, str)}
            for word in sorted(words - set(output.words)):
                yield name, f"may become {word!r}.", _one_of(output.words)


def _steps(incentive: Incentive, rulebook: Rulebook) -> Found:
    names = [one.name for one in incentive.steps]
    for one in incentive.steps:
        if names.count(one.name) > 1:
            yield one.name, "is a step that stands twice.", "Rename one of them."
        if one.by is not None and not isinstance(one.by, DayExpression):
            yield one.name, "has a last day that is no day.", "Give a day, or leave by= out."


def _names(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, part in _parts(incentive):
        for fact in facts_in(part):
            if fact not in rulebook.vocabulary.facts:
                what = f"looks at {fact}, which the rulebook does not know."
                yield name, what, "Add its class to vocabulary([...])."
        for ref in refs_in(part):
            if (ref.owner, ref.name) not in rulebook.parameters:
                what = f"reads {ref.name} of {ref.owner}, which has no incentive here."
                yield name, what, f"Add an incentive of {ref.owner} to the rulebook."


def _law_numbers(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, node in _nodes(incentive):
        if isinstance(node, Number) and abs(node.value) not in NUMBERS:
            what = f"has the number {node.value} in Python."
            yield name, what, "It belongs in parameters.yaml, with its date and source."


def _divisors(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, node in _nodes(incentive):
        if isinstance(node, Arithmetic) and node.operator == "/":
            divisor = node.right
            if isinstance(divisor, ParameterRef):
                parameter = rulebook.parameters.get((divisor.owner, divisor.name))
                values = [line.node for line in parameter.values] if parameter else []
            else:
                values = [divisor]
            if Number(ZERO) in values:
                yield name, "divides by zero.", "Write the case of zero with when(...)."


def _members(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, node in _nodes(incentive):
        if isinstance(node, Member) and isinstance(node.term, FactRef):
            fact = rulebook.vocabulary.facts.get(node.term.name)
            for word in sorted(node.words, key=str) if fact else ():
                if fact and not _fits(fact, word):
                    what = f"compares {fact.name} with {written(word)}, which it cannot be."
                    yield name, what, _values(fact)


def _tables(incentive: Incentive, rulebook: Rulebook) -> Found:
    for name, node in _nodes(incentive):
        if isinstance(node, Lookup) and node.kind is not Kind.NUMBER and node.table:
            what = f"looks up {node.table.name}, a table of {node.kind.value}s."
            yield name, what, "A table holds numbers; write the others with when(...)."


# parameters.yaml -----------------------------------------------------------------------------


def _exists(incentive: Incentive, rulebook: Rulebook) -> Found:
    exists = incentive.parameters.exists
    if exists is None:
        yield "exists", "is missing.", "Add `exists: {from: …, source: …}`."
    elif exists.since and exists.until and exists.until < exists.since:
        yield "exists", "ends before it begins.", "Mend `from` or `until`."


def _rows(incentive: Incentive, rulebook: Rulebook) -> Found:
    owner = incentive.parameters.owner
    for _, node in (pair for one in rulebook.incentives for pair in _nodes(one)):
        if isinstance(node, Lookup) and isinstance(node.key, FactRef) and node.table:
            table = rulebook.parameters.get((node.table.owner, node.table.name))
            fact = rulebook.vocabulary.facts.get(node.key.name)
            for word in table.rows if table and fact and table.owner == owner else ():
                if fact and not _fits(fact, word):
                    what = f"is a row, but {fact.name} cannot be {word!r}."
                    yield (node.table.name, "rows", word), what, _values(fact)


def _gaps(incentive: Incentive, rulebook: Rulebook) -> Found:
    """The first day on which a rule would read a value that is not there."""
    told: set[Keys] = set()
    for reader in rulebook.incentives:
        read = _read_from(incentive.parameters.owner, reader, rulebook)
        days = _days(reader, rulebook) if read else []
        for parameter, holds_on in read:
            for keys, series in _series_of(parameter):
                on = (day for day in days if holds_on(day) and value_on(series, day) is None)
                gap = None if keys in told else next(on, None)
                if gap:
                    told.add(keys)
                    what = f"has no value on {gap} (first: {series[0].since})."
                    todo = "Add the value, an `unknown:` line or `absent: true`, or limit "
                    yield keys, what, todo + "the rule with since= and until=."


def _read_from(
    owner: str, reader: Incentive, rulebook: Rulebook
) -> list[tuple[Parameter, Callable[[date], bool]]]:
    """The parameters of a folder that an incentive reads, and on which days it does."""
    dated = {one.name: one.holds_on for one in reader.conditions}
    refs = [(name, ref) for name, part in _parts(reader) for ref in refs_in(part)]
    complete = all(isinstance(one, Expression) for _, one in _named(reader))
    if not complete or any((ref.owner, ref.name) not in rulebook.parameters for _, ref in refs):
        return []
    own = [(name, ref) for name, ref in refs if ref.owner == owner]
    return [(rulebook.parameters[owner, ref.name], dated.get(name, _always)) for name, ref in own]


def _always(day: date) -> bool:
    return True


def _days(incentive: Incentive, rulebook: Rulebook) -> list[date]:
    """The days to try: the first, the last, and both sides of every change between them."""
    exists = incentive.parameters.exists
    since, until = (None, None) if exists is None else (exists.since, exists.until)
    first, last = max(FIRST_DAY, since or FIRST_DAY), min(FAR_DAY, until or FAR_DAY)
    changes = rulebook.changes(incentive.id)
    days = {first, last, *changes, *(day - timedelta(days=1) for day in changes)}
    return sorted(day for day in days if first <= day <= last)


def _series_of(parameter: Parameter) -> Iterator[tuple[Keys, Series]]:
    if parameter.values:
        yield parameter.name, parameter.values
    for word, series in parameter.rows.items():
        yield (parameter.name, "rows", word), series
    if parameter.otherwise:
        yield (parameter.name, "otherwise"), parameter.otherwise


def _unused_parameters(incentive: Incentive, rulebook: Rulebook) -> Found:
    refs = [ref for one in rulebook.incentives for _, part in _parts(one) for ref in refs_in(part)]
    used = {ref.name for ref in refs if ref.owner == incentive.parameters.owner}
    texts = [c.title for one in _siblings(incentive, rulebook) for c in one.conditions]
    with contextlib.suppress(FileNotFoundError):
        texts.append(incentive.parameters.path.with_name(TEXTS).read_text(encoding="utf-8"))
    for name, parameter in incentive.parameters.known.items():
        shown = parameter.informative or any(f"{{{name}}}" in text for text in texts)
        if name not in used and not shown:
            todo = "Use it in the rule or in a text, mark it `informative: true`, or remove it."
            yield name, "is used by no rule.", todo
        if name in used and parameter.informative:
            yield name, "only informs, but a rule reads it.", "Drop `informative:`."


def _unused_sources(incentive: Incentive, rulebook: Rulebook) -> Found:
    p = incentive.parameters
    used = {name for one in p.known.values() for line in one.all_values() for name in line.sources}
    used |= {name for doubt in p.doubts for name in doubt.sources}
    used |= {name for change in p.history for name in change.sources}
    used |= {p.exists.source} if p.exists else set()
    for sibling in _siblings(incentive, rulebook):
        used |= {condition.source for condition in sibling.conditions}
        used |= {step.source for step in sibling.steps}
        used |= {node.source for _, node in _nodes(sibling) if isinstance(node, UnknownInLaw)}
    with contextlib.suppress(FactError):
        used |= {case.source for case in read_cases(p.path.with_name(CASES))}
    for key, source in p.sources.items():
        if not used & {key, source.url}:
            yield ("sources", key), "is named nowhere.", "Name it where it was used, or remove it."


def _doubts(incentive: Incentive, rulebook: Rulebook) -> Found:
    known = {"all", *incentive.parameters.known}
    for one in _siblings(incentive, rulebook):
        known |= {one.id, *(name for name, _ in _parts(one)), *(step.name for step in one.steps)}
    for index, doubt in enumerate(incentive.parameters.doubts):
        for name in sorted(set(doubt.about) - known):
            what = f"has a doubt about {name}, which the rule does not have."
            yield ("doubts", index), what, f"{_one_of(known)}"


# texts.nl.yaml and cases.yaml ----------------------------------------------------------------


def _texts(incentive: Incentive, rulebook: Rulebook) -> Found:
    try:
        incentive.texts  # noqa: B018 - read when first asked for
    except RuleError as error:
        yield error.key or (), error.what, error.todo


def _text_names(incentive: Incentive, rulebook: Rulebook) -> Found:
    if any(_texts(incentive, rulebook)):
        return
    given = {"conditions": incentive.texts.conditions, "steps": incentive.texts.steps}
    for part, texts in given.items():
        known = {one.name for one in getattr(incentive, part)}
        for name in sorted(set(texts) - known):
            yield (incentive.id, part, name), "is a text for nothing in the rule.", _one_of(known)
    for name in sorted({one.name for one in incentive.steps if not given["steps"].get(one.name)}):
        yield (incentive.id, "steps"), f"has no Dutch text for {name}.", f"Add {name}:."


def _text_braces(incentive: Incentive, rulebook: Rulebook) -> Found:
    if any(_texts(incentive, rulebook)):
        return
    t = incentive.texts
    texts: list[tuple[Keys, str]] = [("summary", t.summary)]
    texts += [(("conditions", name), text) for name, text in t.conditions.items()]
    texts += [(("steps", name), text) for name, text in t.steps.items()]
    texts += [(("taken_as_met", index), text) for index, text in enumerate(t.taken_as_met)]
    texts += [(("not_covered", index), text) for index, text in enumerate(t.not_covered)]
    for keys, text in texts:
        way = (keys,) if isinstance(keys, str) else keys
        for what, todo in _wrong_braces(text, incentive.parameters):
            yield (incentive.id, *way), what, todo


def _text_ids(incentive: Incentive, rulebook: Rulebook) -> Found:
    content = None
    with contextlib.suppress(RuleError):
        content = read_yaml(incentive.parameters.path.with_name(TEXTS))
    known = {one.id for one in _siblings(incentive, rulebook)}
    for name in sorted(set(content if isinstance(content, dict) else ()) - known):
        yield name, "is no incentive of this folder.", _one_of(known)


def _cases(incentive: Incentive, rulebook: Rulebook) -> Found:
    path = incentive.parameters.path.with_name(CASES)
    if not path.exists():
        yield (), "does not exist.", "Add the file, with cases for each id."
        return
    try:
        cases = read_cases(path)
    except FactError as error:
        yield (), str(error), "Mend the case."
        return
    for one in _siblings(incentive, rulebook):
        if one.id not in {case.incentive for case in cases}:
            yield "cases", f"has no case for {one.id}.", "Add one."
    ids = [case.id for case in cases]
    for index, case in enumerate(cases):
        for what, todo in _wrong_in(case, rulebook):
            yield ("cases", index), f"{case.id}: {what}", todo
        if ids.index(case.id) < index:
            yield ("cases", index), f"{case.id}: the id stands twice.", "Rename one of them."


def _wrong_in(case: Case, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    if case.incentive not in rulebook:
        yield f"{case.incentive} is no incentive.", _one_of(rulebook.ids)
    try:
        read_facts(case.facts, rulebook.vocabulary)
    except FactError as error:
        yield str(error), "Mend the fact."
    names = {"eligible", "reason", "next_question", *rulebook.outputs}
    for key in case.expected:
        if not names & {key, key.removesuffix("_min"), key.removesuffix("_max")}:
            yield f"expects {key}, which is no output.", _one_of(names)
    question = case.expected.get("next_question")
    if question not in (None, "unknown", *rulebook.vocabulary.facts):
        yield f"expects the question {question}, which is no fact.", "Name a fact."


# The facts -----------------------------------------------------------------------------------


def _declarations(rulebook: Rulebook) -> Found:
    for name, fact in rulebook.vocabulary.facts.items():
        if not fact.label.strip():
            yield name, "has no label.", "Write a Dutch label=."
        if fact.low is not None and fact.high is not None and fact.high < fact.low:
            yield name, "has bounds from high to low.", "Mend low= or high=."
        for word in sorted(fact.enumeration.wrong_words() if fact.enumeration else ()):
            what = f"has {word!r} in a group or spelling, but not in its list."
            yield name, what, _one_of(fact.words or ())


def _usual_values(rulebook: Rulebook) -> Found:
    for name, fact in rulebook.vocabulary.facts.items():
        usual = fact.usual
        if usual is None:
            continue
        if not usual.because or not usual.source:
            yield name, "has a usual value without reason or source.", "Write because=, source=."
        if (usual.value is None) == (usual.equal_to is None):
            yield name, "needs one usual value.", "Give value= or equal_to=, not both."
        elif usual.value is not None and not _fits(fact, usual.value):
            yield name, f"is usually {written(usual.value)}, which it cannot be.", _values(fact)
        elif usual.equal_to is not None:
            if fact.kind is Kind.CHOICE:
                yield name, "is a choice that is usually equal to a fact.", "Give value=."
            other = rulebook.vocabulary.facts.get(usual.equal_to)
            kind = Kind.DAY if usual.equal_to == DAY else other and other.kind
            if kind is not fact.kind:
                what = f"is usually equal to {usual.equal_to}, which is no fact of its kind."
                yield name, what, f"Name a {fact.kind.value} fact."


def _implications(rulebook: Rulebook) -> Found:
    facts = rulebook.vocabulary.facts
    for name, several in rulebook.vocabulary.implications.items():
        for value in (one.value for one in several if name in facts):
            if not _fits(facts[name], value):
                yield (
                    name,
                    f"is implied to be {written(value)}, which it cannot be.",
                    _values(facts[name]),
                )


def _derivations(rulebook: Rulebook) -> Found:
    v = rulebook.vocabulary
    for name, node in (*v.derived.items(), *v.at_least.items()):
        kind = v.facts[name].kind if name in v.facts else kind_of(node)
        if kind_of(node) is not kind or kind is Kind.CHOICE:
            what = f"is a {kind.value}, computed as a {kind_of(node).value}."
            yield name, what, "Derive numbers from numbers and days from days."
        if refs_in(node):
            yield name, "follows from a parameter.", "Facts do not read the law: use the rule."


def _strangers(rulebook: Rulebook) -> Found:
    v = rulebook.vocabulary
    named = {*v.implications, *v.derived, *v.at_least, *_leads_on(rulebook)}
    named |= {name for one in v.reductions for name in (one.fact, one.source)}
    named |= {name for one in v.one_unit for name in one.facts}
    for name in sorted(named - set(v.facts)):
        yield (
            name,
            "is in what follows from what, but no fact.",
            "Add its class to vocabulary(...).",
        )


def _leads_on(rulebook: Rulebook) -> set[str]:
    """The facts from which others follow."""
    v = rulebook.vocabulary
    nodes = [*v.derived.values(), *v.at_least.values()]
    nodes += [one.when for several in v.implications.values() for one in several]
    return {name for node in nodes for name in facts_in(node)}


def _equals(rulebook: Rulebook) -> dict[str, str]:
    """The facts that are usually equal to another one, with that one."""
    usual = {name: fact.usual for name, fact in rulebook.vocabulary.facts.items()}
    return {
        name: one.equal_to
        for name, one in usual.items()
        if one and one.equal_to and one.equal_to != DAY
    }


def _cycles(rulebook: Rulebook) -> Found:
    v = rulebook.vocabulary
    waits: dict[str, set[str]] = {}
    for name, node in (*v.derived.items(), *v.at_least.items()):
        waits.setdefault(name, set()).update(facts_in(node))
    for name, other in _equals(rulebook).items():
        waits.setdefault(name, set()).add(other)
    told: set[str] = set()
    for name in waits:
        path = _way(name, name, waits, ())
        if path and not told & set(path):
            told |= set(path)
            what = f"waits for itself: {' -> '.join((*path, name))}."
            yield name, what, "Remove one of the derivations, bounds or equal_to=."


def _way(
    start: str, goal: str, waits: dict[str, set[str]], path: tuple[str, ...]
) -> tuple[str, ...]:
    """The facts on the way from one to another that it waits for; empty when there is none."""
    for name in sorted(waits.get(start, ())):
        if name == goal:
            return (*path, start)
        if name not in (*path, start):
            way = _way(name, goal, waits, (*path, start))
            if way:
                return way
    return ()


def _usage(rulebook: Rulebook) -> Found:
    v = rulebook.vocabulary
    rules = {
        name for one in rulebook.incentives for _, part in _parts(one) for name in facts_in(part)
    }
    rules |= {one.reference_fact for one in rulebook.incentives if one.reference_fact}
    read = rules | _leads_on(rulebook) | set(_equals(rulebook).values())
    read |= {one.source for one in v.reductions if one.fact in read}
    for name, fact in v.facts.items():
        if fact.explanation_only and name in rules:
            yield name, "only explains, but a rule reads it.", "Drop explanation_only=."
        elif not fact.explanation_only and name not in read:
            yield name, "is read by no rule.", "Use it, remove it, or mark it explanation_only=."


# All checks, by the file in which the author mends it ------------------------------------------

RULE, PARAMETERS, TEXTS, CASES = "rule.py", "parameters.yaml", "texts.nl.yaml", "cases.yaml"

OF_AN_INCENTIVE: tuple[tuple[str, Callable[[Incentive, Rulebook], Found]], ...] = (
    (RULE, _ids),
    (RULE, _words),
    (RULE, _reference_facts),
    (RULE, _conditions),
    (RULE, _sources),
    (RULE, _sources_of_doubt),
    (RULE, _dates),
    (RULE, _titles),
    (RULE, _outputs),
    (RULE, _steps),
    (RULE, _names),
    (RULE, _law_numbers),
    (RULE, _divisors),
    (RULE, _members),
    (RULE, _tables),
    (TEXTS, _texts),
    (TEXTS, _text_names),
    (TEXTS, _text_braces),
)
OF_A_FOLDER: tuple[tuple[str, Callable[[Incentive, Rulebook], Found]], ...] = (
    (PARAMETERS, _exists),
    (PARAMETERS, _rows),
    (PARAMETERS, _gaps),
    (PARAMETERS, _unused_parameters),
    (PARAMETERS, _unused_sources),
    (PARAMETERS, _doubts),
    (TEXTS, _text_ids),
    (CASES, _cases),
)
OF_THE_FACTS = (
    _declarations,
    _usual_values,
    _implications,
    _derivations,
    _strangers,
    _cycles,
    _usage,
)
