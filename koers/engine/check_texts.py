"""Mistakes in texts.nl.yaml and cases.yaml."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from koers.engine.cases import Case, read_cases
from koers.engine.check_rules import wrong_braces
from koers.engine.checks import CASES, TEXTS, Found, Keys, one_of, siblings
from koers.engine.errors import FactError, RuleError
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.reading import read_yaml
from koers.engine.statements import read_facts


def missing_texts(incentive: Incentive, rulebook: Rulebook) -> Found:
    try:
        incentive.texts  # noqa: B018 - read when first asked for
    except RuleError as error:
        yield error.key or (), error.what, error.todo


def text_names(incentive: Incentive, rulebook: Rulebook) -> Found:
    if any(missing_texts(incentive, rulebook)):
        return
    given = {"conditions": incentive.texts.conditions, "steps": incentive.texts.steps}
    for part, texts in given.items():
        known = {one.name for one in getattr(incentive, part)}
        for name in sorted(set(texts) - known):
            yield (incentive.id, part, name), "is a text for nothing in the rule.", one_of(known)
    for name in sorted({one.name for one in incentive.steps if not given["steps"].get(one.name)}):
        yield (incentive.id, "steps"), f"has no Dutch text for {name}.", f"Add {name}:."


def text_braces(incentive: Incentive, rulebook: Rulebook) -> Found:
    if any(missing_texts(incentive, rulebook)):
        return
    t = incentive.texts
    texts: list[tuple[Keys, str]] = [("summary", t.summary)]
    texts += [(("conditions", name), text) for name, text in t.conditions.items()]
    texts += [(("steps", name), text) for name, text in t.steps.items()]
    texts += [(("taken_as_met", index), text) for index, text in enumerate(t.taken_as_met)]
    texts += [(("not_covered", index), text) for index, text in enumerate(t.not_covered)]
    for keys, text in texts:
        way = (keys,) if isinstance(keys, str) else keys
        for what, todo in wrong_braces(text, incentive.parameters):
            yield (incentive.id, *way), what, todo


def text_ids(incentive: Incentive, rulebook: Rulebook) -> Found:
    content = None
    with contextlib.suppress(RuleError):
        content = read_yaml(incentive.parameters.path.with_name(TEXTS))
    known = {one.id for one in siblings(incentive, rulebook)}
    for name in sorted(set(content if isinstance(content, dict) else ()) - known):
        yield name, "is no incentive of this folder.", one_of(known)


def cases(incentive: Incentive, rulebook: Rulebook) -> Found:
    path = incentive.parameters.path.with_name(CASES)
    if not path.exists():
        yield (), "does not exist.", "Add the file, with cases for each id."
        return
    try:
        cases = read_cases(path)
    except FactError as error:
        yield (), str(error), "Mend the case."
        return
    for one in siblings(incentive, rulebook):
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
        yield f"{case.incentive} is no incentive.", one_of(rulebook.ids)
    try:
        read_facts(case.facts, rulebook.vocabulary)
    except FactError as error:
        yield str(error), "Mend the fact."
    names = {"eligible", "reason", "next_question", *rulebook.outputs}
    names |= {output.part_of for output in rulebook.outputs.values() if output.part_of}
    for key in case.expected:
        if not names & {key, key.removesuffix("_min"), key.removesuffix("_max")}:
            yield f"expects {key}, which is no output.", one_of(names)
    question = case.expected.get("next_question")
    if question not in (None, "unknown", *rulebook.vocabulary.facts):
        yield f"expects the question {question}, which is no fact.", "Name a fact."
