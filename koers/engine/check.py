"""Errors found when the rulebook loads: what one rule file cannot see about itself.

Words, kinds and units of an expression are checked while a rule is imported (`language`), the
shape of the YAML while it is read (`parameters`). Here stands what needs the incentive with its
folder, the facts, or the whole rulebook: one small function per check, a generator of errors.
`check` collects them all, in the order of the list of incentives and then of the facts, so that
an author mends them in one go. The checks of the facts themselves are at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from string import Formatter

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
from koers.engine.parameters import FIRST_DAY, Parameters, folder, line_of, read_yaml
from koers.engine.statements import read_facts
from koers.engine.values import ABSENT, UNKNOWN, Between, Dated, OneOf, Stated, same_unit

Errors = Iterator[RuleError]

FAR_DAY = date(2100, 1, 1)
"""A day after every line of the law: what is open-ended must still have a value there."""
NUMBERS = frozenset((0, 1, 2, 12, 100))
"""Numbers that may stand in Python: nothing, one, both, the months of a year, a percentage."""
FACTS = "facts"
_NAME = re.compile(r"^[a-z][a-z0-9_]*$")
_EXPRESSIONS: dict[Kind, type[Expression]] = {
    Kind.TRUTH: TruthExpression,
    Kind.NUMBER: NumberExpression,
    Kind.DAY: DayExpression,
    Kind.CHOICE: ChoiceExpression,
}


def check(rulebook: Rulebook) -> list[RuleError]:
    """All errors of a rulebook, those of each incentive in the order of the list."""
    found: list[RuleError] = []
    owners: set[str] = set()
    for position, incentive in enumerate(rulebook.incentives):
        found += _double(incentive, rulebook.incentives[:position])
        found += [error for one in OF_AN_INCENTIVE for error in one(incentive, rulebook)]
        if incentive.parameters.owner not in owners:
            owners.add(incentive.parameters.owner)
            found += [error for one in OF_A_FOLDER for error in one(incentive, rulebook)]
    found += [error for one in OF_THE_FACTS for error in one(rulebook)]
    return list({str(error): error for error in found}.values())


def require_valid(rulebook: Rulebook) -> None:
    """Raise RuleErrors with every error of a rulebook that has any."""
    errors = check(rulebook)
    if errors:
        raise RuleErrors(errors)


# Where an error is ---------------------------------------------------------------------------


def _in_rule(incentive: Incentive, what: str, key: str, todo: str) -> RuleError:
    """An error in rule.py, at the line where the key is assigned, listed or named."""
    path = incentive.parameters.path.with_name("rule.py")
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    name = re.escape(key)
    found = re.search(
        rf"^{name}\s*=|\bid\s*=\s*[\"']{name}[\"']|[\"']{name}[\"']\s*:|\bstep\(\s*[\"']{name}[\"']",
        text,
        re.MULTILINE,
    )
    line = text.count("\n", 0, found.start()) + 1 if found else None
    return RuleError(what, file=incentive.file, key=key, line=line, todo=todo)


def _in_yaml(parameters: Parameters, what: str, *keys: str | int, todo: str) -> RuleError:
    """An error in parameters.yaml."""
    key = ".".join(str(part) for part in keys if isinstance(part, str))
    line = line_of(parameters.path, *keys)
    return RuleError(what, file=parameters.file, key=key, line=line, todo=todo)


def _beside(incentive: Incentive, name: str, what: str, *keys: str | int, todo: str) -> RuleError:
    """An error in another file of the folder."""
    path = incentive.parameters.path.with_name(name)
    key = ".".join(str(part) for part in keys if isinstance(part, str)) or None
    line = line_of(path, *keys) if keys else None
    return RuleError(what, file=f"{path.parent.name}/{name}", key=key, line=line, todo=todo)


def _in_facts(what: str, key: str, todo: str) -> RuleError:
    """An error in the declarations of the facts."""
    return RuleError(what, file=FACTS, key=key, todo=todo)


def _one_of(words: Iterable[object]) -> str:
    return f"Choose from: {', '.join(sorted(map(str, words)))}."


def _parts(incentive: Incentive) -> list[tuple[str, Node]]:
    """The named expressions of an incentive: conditions, amounts, last days of steps."""
    conditions = [(one.name, one.expression) for one in incentive.conditions]
    amounts = [(name, one.expression) for name, one in incentive.outputs.items()]
    steps = [(one.name, one.by) for one in incentive.steps if one.by is not None]
    named: list[tuple[str, object]] = [*conditions, *amounts, *steps]
    return [(name, one.node) for name, one in named if isinstance(one, Expression)]


def _nodes(incentive: Incentive) -> Iterator[Node]:
    return (node for _, part in _parts(incentive) for node in walk(part))


# One incentive -------------------------------------------------------------------------------


def _double(incentive: Incentive, earlier: Iterable[Incentive]) -> Errors:
    if incentive.id in {one.id for one in earlier}:
        yield _in_rule(incentive, "is an id that stands twice.", incentive.id, "Rename one.")


def _words(incentive: Incentive, rulebook: Rulebook) -> Errors:
    if not _NAME.match(incentive.id):
        todo = "Use small letters, digits and _."
        yield _in_rule(incentive, "is no id.", incentive.id, todo)
    lists = {"kind": KINDS, "level": LEVELS, "group": GROUPS, "reference": REFERENCES}
    for name, words in lists.items():
        value = getattr(incentive, name)
        if value not in words:
            yield _in_rule(incentive, f"has {name} {value!r}.", incentive.id, _one_of(words))


def _reference_fact(incentive: Incentive, rulebook: Rulebook) -> Errors:
    name = incentive.reference_fact
    fact = rulebook.vocabulary.facts.get(name or "")
    if name is not None and (fact is None or fact.kind is not Kind.DAY):
        what = f"takes its reference day from {name}, which is {'no day' if fact else 'no fact'}."
        yield _in_rule(incentive, what, incentive.id, "Name a day fact, or leave it out.")


def _exists(incentive: Incentive, rulebook: Rulebook) -> Errors:
    exists = incentive.parameters.exists
    if exists is None:
        todo = "Add `exists: {from: …, source: …}`."
        yield _in_yaml(incentive.parameters, "is missing.", "exists", todo=todo)
    elif exists.since and exists.until and exists.until < exists.since:
        yield _in_yaml(incentive.parameters, "ends before it begins.", "exists", todo="Mend it.")


def _conditions(incentive: Incentive, rulebook: Rulebook) -> Errors:
    names = [one.name for one in incentive.conditions]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield _in_rule(incentive, "is listed twice.", name, "List it once.")
    for one in incentive.conditions:
        for needed in ("title", "law"):
            if not getattr(one, needed).strip():
                yield _in_rule(incentive, f"has an empty {needed}.", one.name, f"Write {needed}=.")
        if not isinstance(one.expression, TruthExpression):
            todo = "Give a comparison or a yes/no fact."
            yield _in_rule(incentive, "is no condition but a value.", one.name, todo)
        if one.source not in incentive.parameters.sources:
            what = f"names the source {one.source!r}, which is not in `sources:`."
            todo = f"Add it to {incentive.parameters.file}, or use one that is there."
            yield _in_rule(incentive, what, one.name, todo)


def _dates(incentive: Incentive, rulebook: Rulebook) -> Errors:
    exists = incentive.parameters.exists
    first, last = (None, None) if exists is None else (exists.since, exists.until)
    for one in incentive.conditions:
        if one.since and one.until and one.until < one.since:
            what, todo = f"ends on {one.until}, before it begins.", "Mend since= or until=."
            yield _in_rule(incentive, what, one.name, todo)
        for day in filter(None, (one.since, one.until)):
            if (first and day < first) or (last and day > last):
                what = f"is dated {day}, when the instrument does not exist."
                yield _in_rule(incentive, what, one.name, "Mend the date, or leave it out.")


def _titles(incentive: Incentive, rulebook: Rulebook) -> Errors:
    for one in incentive.conditions:
        try:
            named = [name for _, name, _, _ in Formatter().parse(one.title) if name is not None]
        except ValueError:
            todo = "Close each { with }, around the name of a parameter."
            yield _in_rule(incentive, "has a title with a loose { or }.", one.name, todo)
            continue
        known = {name for name, p in incentive.parameters.known.items() if not p.is_table}
        for name in sorted(set(named) - known):
            is_table = name in incentive.parameters.known
            what = "is a table" if is_table else "is no parameter"
            what = f"has {{{name}}} in its title, which {what}."
            yield _in_rule(incentive, what, one.name, _one_of(known or {"no parameter yet"}))


def _outputs(incentive: Incentive, rulebook: Rulebook) -> Errors:
    for name, one in incentive.outputs.items():
        output = rulebook.outputs.get(name)
        if output is None:
            yield _in_rule(incentive, "is no output.", name, _one_of(rulebook.outputs))
            continue
        if not isinstance(one.expression, _EXPRESSIONS[output.kind]):
            what = f"must be a {output.kind.value}."
            yield _in_rule(incentive, what, name, "Give an expression of that kind.")
            continue
        if isinstance(one.expression, NumberExpression):
            unit, wanted = one.expression.unit, same_unit(output.unit)
            if unit != wanted:
                what = f"is in {unit or 'bare numbers'}, not in {wanted or 'bare numbers'}."
                todo = "Convert with a parameter that carries the unit."
                yield _in_rule(incentive, what, name, todo)
        if output.kind is Kind.CHOICE:
            words = {word for word in _possible(one.node, rulebook) if isinstance(word, str)}
            for word in sorted(words - set(output.words)):
                yield _in_rule(incentive, f"may be {word!r}.", name, _one_of(output.words))


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


def _steps(incentive: Incentive, rulebook: Rulebook) -> Errors:
    for one in incentive.steps:
        if one.source not in incentive.parameters.sources:
            what = f"names the source {one.source!r}, which is not in `sources:`."
            todo = f"Add it to {incentive.parameters.file}, or use one that is there."
            yield _in_rule(incentive, what, one.name, todo)
        if one.by is not None and not isinstance(one.by, DayExpression):
            yield _in_rule(incentive, "has a last day that is no day.", one.name, "Give a day.")


def _names(incentive: Incentive, rulebook: Rulebook) -> Errors:
    for name, part in _parts(incentive):
        for fact in facts_in(part):
            if fact not in rulebook.vocabulary.facts:
                todo = "Add its class to vocabulary([...])."
                yield _in_rule(incentive, f"looks at {fact}, which is no fact.", name, todo)
        for ref in refs_in(part):
            if (ref.owner, ref.name) not in rulebook.parameters:
                what = f"reads {ref.name} of {ref.owner}, which has no incentive here."
                todo = f"Add an incentive of {ref.owner} to the rulebook."
                yield _in_rule(incentive, what, name, todo)


def _law_numbers(incentive: Incentive, rulebook: Rulebook) -> Errors:
    for name, part in _parts(incentive):
        for node in walk(part):
            if isinstance(node, Number) and node.value not in NUMBERS:
                what = f"has the number {node.value} in Python."
                todo = "It belongs in parameters.yaml, with a date and a source."
                yield _in_rule(incentive, what, name, todo)


def _law_sources(incentive: Incentive, rulebook: Rulebook) -> Errors:
    every = [one.parameters.sources.values() for one in rulebook.incentives]
    known = {place for sources in every for one in sources for place in (one.key, one.url)}
    for name, part in _parts(incentive):
        for node in walk(part):
            if isinstance(node, UnknownInLaw) and node.source not in known:
                what = f"is unknown by the source {node.source!r}, which is not in `sources:`."
                todo = f"Add it to {incentive.parameters.file}, or use one that is there."
                yield _in_rule(incentive, what, name, todo)


def _wrong_words(incentive: Incentive, rulebook: Rulebook) -> Errors:
    for name, part in _parts(incentive):
        for node in walk(part):
            if not isinstance(node, Member) or not isinstance(node.term, FactRef):
                continue
            fact = rulebook.vocabulary.facts.get(node.term.name)
            for word in sorted(node.words, key=str) if fact else ():
                if fact and not _fits(fact, word):
                    what = f"compares {fact.name} with {word!r}, which it cannot be."
                    yield _in_rule(incentive, what, name, _values(fact))


def _tables(incentive: Incentive, rulebook: Rulebook) -> Errors:
    for name, part in _parts(incentive):
        for node in walk(part):
            if not isinstance(node, Lookup) or node.table is None:
                continue
            table = rulebook.parameters.get((node.table.owner, node.table.name))
            if table is None:
                continue
            if table.kind is not Kind.NUMBER:
                what = f"looks up {table.name}, a table of {table.kind.value}s."
                todo = "A table holds numbers; write words and days with when(...)."
                yield _in_rule(incentive, what, name, todo)
            if not table.otherwise and not _possible(node.key, rulebook):
                what = "has no `otherwise:`, and its key may be any code."
                yield _in_yaml(incentive.parameters, what, table.name, todo="Add `otherwise:`.")
            fact = None
            if isinstance(node.key, FactRef):
                fact = rulebook.vocabulary.facts.get(node.key.name)
            for row in table.rows if fact else ():
                if fact and not _fits(fact, row):
                    what = f"is a row that {fact.name} cannot be."
                    keys = (table.name, "rows", row)
                    yield _in_yaml(incentive.parameters, what, *keys, todo=_values(fact))


def _gaps(incentive: Incentive, rulebook: Rulebook) -> Errors:
    """A day on which a parameter or row that the rule reads has no value."""
    if any(_names(incentive, rulebook)):
        return
    found: dict[tuple[str | None, str | None], RuleError] = {}
    for day in _days(incentive, rulebook):
        fold = folder(rulebook.parameters, day, day)
        dated = {one.name for one in incentive.conditions if not one.holds_on(day)}
        parts = [part for name, part in _parts(incentive) if name not in dated]
        for node in (node for part in parts for node in walk(part)):
            if isinstance(node, (ParameterRef, Lookup)):
                try:
                    fold(node)
                except RuleError as error:
                    found.setdefault((error.file, error.key), error)
    yield from (_with_line(error, rulebook) for error in found.values())


def _days(incentive: Incentive, rulebook: Rulebook) -> list[date]:
    """The days to try: the first, the last, and both sides of every change between them."""
    exists = incentive.parameters.exists
    since, until = (None, None) if exists is None else (exists.since, exists.until)
    first, last = max(FIRST_DAY, since or FIRST_DAY), min(FAR_DAY, until or FAR_DAY)
    changes = rulebook.changes(incentive.id)
    days = {first, last, *changes, *(day - timedelta(days=1) for day in changes)}
    return sorted(day for day in days if first <= day <= last)


def _with_line(error: RuleError, rulebook: Rulebook) -> RuleError:
    keys = (error.key or "").split(".", 2)
    for one in rulebook.incentives:
        if one.parameters.file == error.file:
            return _in_yaml(one.parameters, error.what, *keys, todo=error.todo)
    return error


def _texts(incentive: Incentive, rulebook: Rulebook) -> Errors:
    name = "texts.nl.yaml"
    try:
        texts = incentive.texts
    except RuleError as error:
        keys = (incentive.id,) if error.line is None and error.key else ()
        yield _beside(incentive, name, error.what, *keys, todo=error.todo) if keys else error
        return
    steps = {one.name for one in incentive.steps}
    for missing in sorted(steps - set(texts.steps)):
        todo = f"Add {missing}: under steps."
        what = f"has no Dutch text for the step {missing}."
        yield _beside(incentive, name, what, incentive.id, "steps", todo=todo)
    conditions = {one.name for one in incentive.conditions}
    for part, known, given in (
        ("conditions", conditions, texts.conditions),
        ("steps", steps, texts.steps),
    ):
        for extra in sorted(set(given) - known):
            keys = (incentive.id, part, extra)
            what, todo = "is a text for nothing in the rule.", _one_of(known or {"none"})
            yield _beside(incentive, name, what, *keys, todo=todo)


# One folder: the files that its incentives share ---------------------------------------------


def _siblings(incentive: Incentive, rulebook: Rulebook) -> list[Incentive]:
    owner = incentive.parameters.owner
    return [one for one in rulebook.incentives if one.parameters.owner == owner]


def _unused_parameters(incentive: Incentive, rulebook: Rulebook) -> Errors:
    owner = incentive.parameters.owner
    used = {
        ref.name
        for one in rulebook.incentives
        for _, part in _parts(one)
        for ref in refs_in(part)
        if ref.owner == owner
    }
    titles = [c.title for one in _siblings(incentive, rulebook) for c in one.conditions]
    for name in incentive.parameters.known:
        if name not in used and not any(f"{{{name}}}" in title for title in titles):
            todo = "Use it in the rule or in a title, or remove it."
            yield _in_yaml(incentive.parameters, "is used by no rule.", name, todo=todo)


def _unused_sources(incentive: Incentive, rulebook: Rulebook) -> Errors:
    p = incentive.parameters
    used = {name for one in p.known.values() for line in one.all_values() for name in line.sources}
    used |= {name for one in (*p.doubts, *p.history) for name in one.sources}
    used |= {p.exists.source} if p.exists else set()
    for one in _siblings(incentive, rulebook):
        used |= {condition.source for condition in one.conditions}
        used |= {step.source for step in one.steps}
        used |= {node.source for node in _nodes(one) if isinstance(node, UnknownInLaw)}
    try:
        used |= {case.source for case in read_cases(p.path.with_name("cases.yaml"))}
    except FactError:
        pass
    for key, source in p.sources.items():
        if key not in used and source.url not in used:
            yield _in_yaml(p, "is named nowhere.", "sources", key, todo="Use or remove it.")


def _doubts(incentive: Incentive, rulebook: Rulebook) -> Errors:
    known = {"all", *incentive.parameters.known}
    for one in _siblings(incentive, rulebook):
        known |= {one.id, *(name for name, _ in _parts(one)), *(step.name for step in one.steps)}
    for index, doubt in enumerate(incentive.parameters.doubts):
        for name in sorted(set(doubt.about) - known):
            what = f"doubt {index + 1} is about {name}, which the rule does not have."
            todo = f"Name a condition, output, parameter or `all`. {_one_of(known)}"
            yield _in_yaml(incentive.parameters, what, "doubts", index, todo=todo)


def _text_ids(incentive: Incentive, rulebook: Rulebook) -> Errors:
    name = "texts.nl.yaml"
    try:
        content = read_yaml(incentive.parameters.path.with_name(name))
    except RuleError:
        return
    known = {one.id for one in _siblings(incentive, rulebook)}
    for extra in sorted(set(content if isinstance(content, dict) else ()) - known):
        yield _beside(incentive, name, "is no incentive here.", extra, todo=_one_of(known))


def _cases(incentive: Incentive, rulebook: Rulebook) -> Errors:
    name = "cases.yaml"
    path = incentive.parameters.path.with_name(name)
    if not path.exists():
        todo = "Add the file, with a case for each id."
        yield _beside(incentive, name, "does not exist.", todo=todo)
        return
    try:
        cases = read_cases(path)
    except FactError as error:
        yield _beside(incentive, name, str(error), todo="Mend the case.")
        return
    for one in _siblings(incentive, rulebook):
        if one.id not in {case.incentive for case in cases}:
            yield _beside(incentive, name, f"has no case for {one.id}.", "cases", todo="Add one.")
    seen: set[str] = set()
    for index, case in enumerate(cases):
        for what, todo in _wrong_case(case, seen, rulebook):
            yield _beside(incentive, name, f"{case.id}: {what}", "cases", index, todo=todo)
        seen.add(case.id)


def _wrong_case(case: Case, seen: set[str], rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    if case.id in seen:
        yield "the id stands twice.", "Rename one."
    if case.incentive not in rulebook:
        yield f"{case.incentive} is no incentive.", _one_of(rulebook.ids)
    try:
        read_facts(case.facts, rulebook.vocabulary)
    except FactError as error:
        yield str(error), "Mend the fact."
    names = {"eligible", "reason", "next_question", *rulebook.outputs}
    for key in case.expected:
        if key not in names and key.removesuffix("_min").removesuffix("_max") not in names:
            yield f"expects {key}, which is no output.", _one_of(names)
    question = case.expected.get("next_question")
    if question not in (None, "unknown", *rulebook.vocabulary.facts):
        yield f"expects a question about {question}, which is no fact.", "Name a fact."


# The facts -----------------------------------------------------------------------------------


def _fits(fact: Fact, value: Stated) -> bool:
    """Can the fact have this value, whole or in part?"""
    match value:
        case Dated(inner, _):
            return _fits(fact, inner)
        case OneOf(values):
            return all(_fits(fact, one) for one in values)
        case Between(low, high):
            return fact.kind is not Kind.CHOICE and all(
                _fits(fact, end) for end in (low, high) if end is not None
            )
    if value is ABSENT or value is UNKNOWN:
        return value is ABSENT and fact.absent is not None
    if fact.kind is Kind.DAY:
        return isinstance(value, date)
    if fact.kind is Kind.NUMBER:
        return _within(fact, value)
    if fact.yes_no:
        return isinstance(value, bool)
    if fact.words is not None:
        return value in fact.words
    return isinstance(value, str) and re.match(fact.pattern or "", value) is not None


def _within(fact: Fact, value: object) -> bool:
    if isinstance(value, (bool, str, date)) or not hasattr(value, "__lt__"):
        return False
    low, high = fact.low, fact.high
    return not ((low is not None and value < low) or (high is not None and value > high))


def _values(fact: Fact) -> str:
    """What a fact can be, for a todo."""
    if fact.domain is not None:
        return _one_of(fact.domain)
    if fact.pattern is not None:
        return f"It looks like {fact.pattern}."
    return f"It is a {fact.kind.value}, from {fact.low} to {fact.high}."


def _declarations(rulebook: Rulebook) -> Errors:
    for name, fact in rulebook.vocabulary.facts.items():
        if not fact.label.strip():
            yield _in_facts("has no label.", name, "Write a Dutch label=.")
        if fact.low is not None and fact.high is not None and fact.high < fact.low:
            yield _in_facts("has bounds from high to low.", name, "Mend low= or high=.")


def _enumerations(rulebook: Rulebook) -> Errors:
    for name, fact in rulebook.vocabulary.facts.items():
        words = fact.enumeration.wrong_words() if fact.enumeration else ()
        for word in sorted(words):
            what = f"has {word!r} in a group or spelling, not in its list."
            yield _in_facts(what, name, _one_of(fact.words or ()))


def _usuals(rulebook: Rulebook) -> Errors:
    for name, fact in rulebook.vocabulary.facts.items():
        usual = fact.usual
        if usual is None:
            continue
        if not usual.because or not usual.source:
            todo = "Give because= and source=."
            yield _in_facts("has a usual value without reason or source.", name, todo)
        if (usual.value is None) == (usual.equal_to is None):
            todo = "Give value= or equal_to=."
            yield _in_facts("has a usual value and none, or two.", name, todo)
        elif usual.value is not None and not _fits(fact, usual.value):
            what = f"has the usual value {usual.value}, which it cannot be."
            yield _in_facts(what, name, _values(fact))
        elif usual.equal_to is not None:
            other = rulebook.vocabulary.facts.get(usual.equal_to)
            kind = Kind.DAY if usual.equal_to == DAY else other.kind if other else None
            if kind is not fact.kind:
                what = f"is usually equal to {usual.equal_to}, which is no fact of its kind."
                yield _in_facts(what, name, f"Name a {fact.kind.value} fact.")


def _implications(rulebook: Rulebook) -> Errors:
    facts = rulebook.vocabulary.facts
    for name, several in rulebook.vocabulary.implications.items():
        for one in several:
            if name in facts and not _fits(facts[name], one.value):
                what = f"is implied to be {one.value}, which it cannot be."
                yield _in_facts(what, name, _values(facts[name]))


def _derivations(rulebook: Rulebook) -> Errors:
    vocabulary = rulebook.vocabulary
    for name, node in (*vocabulary.derived.items(), *vocabulary.at_least.items()):
        fact = vocabulary.facts.get(name)
        if fact and (kind_of(node) is not fact.kind or fact.kind in (Kind.CHOICE, Kind.TRUTH)):
            what = f"is a {fact.kind.value}, but computed as a {kind_of(node).value}."
            yield _in_facts(what, name, "Derive numbers from numbers, days from days.")


def _strangers(rulebook: Rulebook) -> Errors:
    """Names in what follows from what that are no facts."""
    v = rulebook.vocabulary
    named = {*v.implications, *v.derived, *v.at_least, *_followed(rulebook)}
    named |= {name for one in v.reductions for name in (one.fact, one.source)}
    named |= {name for one in v.one_unit for name in one.facts}
    for name in sorted(named - set(v.facts)):
        todo = "Add its class to vocabulary([...])."
        yield _in_facts("is used in what follows from what, but is no fact.", name, todo)


def _followed(rulebook: Rulebook) -> set[str]:
    """The facts from which others follow."""
    v = rulebook.vocabulary
    nodes = [*v.derived.values(), *v.at_least.values()]
    nodes += [one.when for several in v.implications.values() for one in several]
    return {name for node in nodes for name in facts_in(node)}


def _cycles(rulebook: Rulebook) -> Errors:
    """Facts that wait for each other."""
    v = rulebook.vocabulary
    waits = {name: set(facts_in(node)) for name, node in v.derived.items()}
    for name, node in v.at_least.items():
        waits.setdefault(name, set()).update(facts_in(node))
    for name, fact in v.facts.items():
        if fact.usual and fact.usual.equal_to and fact.usual.equal_to != DAY:
            waits.setdefault(name, set()).add(fact.usual.equal_to)
    told: set[str] = set()
    for name in waits:
        path = _way_back(name, name, waits, ())
        if path and not told & set(path):
            told |= set(path)
            what = f"waits for itself: {' -> '.join((*path, name))}."
            yield _in_facts(what, name, "Remove one of derived, at_least and equal_to.")


def _way_back(
    name: str, goal: str, waits: dict[str, set[str]], path: tuple[str, ...]
) -> tuple[str, ...]:
    """The names from one fact back to a goal; empty when there is no such way."""
    for other in sorted(waits.get(name, ())):
        if other == goal:
            return (*path, name)
        if other not in path and other != name:
            found = _way_back(other, goal, waits, (*path, name))
            if found:
                return found
    return ()


def _read_by_rules(rulebook: Rulebook) -> set[str]:
    rules = rulebook.incentives
    names = {name for one in rules for _, part in _parts(one) for name in facts_in(part)}
    return names | {one.reference_fact for one in rules if one.reference_fact is not None}


def _usage(rulebook: Rulebook) -> Errors:
    v = rulebook.vocabulary
    rules = _read_by_rules(rulebook)
    read = rules | _followed(rulebook)
    read |= {fact.usual.equal_to for fact in v.facts.values() if fact.usual and fact.usual.equal_to}
    read |= {one.source for one in v.reductions if one.fact in read}
    for name, fact in v.facts.items():
        if fact.explanation_only and name in rules:
            todo = "Drop explanation_only=, or do not look at it."
            yield _in_facts("only explains, but a rule reads it.", name, todo)
        elif not fact.explanation_only and name not in read:
            todo = "Use it, remove it, or mark it explanation_only=True."
            yield _in_facts("is read by no rule.", name, todo)


OF_AN_INCENTIVE = (
    _words,
    _reference_fact,
    _exists,
    _conditions,
    _dates,
    _titles,
    _outputs,
    _steps,
    _names,
    _law_numbers,
    _law_sources,
    _wrong_words,
    _tables,
    _gaps,
    _texts,
)
OF_A_FOLDER = (_unused_parameters, _unused_sources, _doubts, _text_ids, _cases)
OF_THE_FACTS = (
    _declarations,
    _enumerations,
    _usuals,
    _implications,
    _derivations,
    _strangers,
    _cycles,
    _usage,
)
