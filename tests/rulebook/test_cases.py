"""The case files of the rulebook: every one passes, on both backends, and none is missing."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

import koers.rulebook
from koers.engine.assess import assess
from koers.engine.cases import Case, read_cases, run_case
from koers.engine.facts import DAY
from koers.engine.nodes import facts_in
from koers.engine.statements import read_facts
from koers.engine.to_python import Compiled, compile_rules
from koers.engine.values import Truth
from koers.rulebook import RULEBOOK

FOLDER = Path(koers.rulebook.__file__).parent
FOLDERS = sorted(path.parent.name for path in FOLDER.glob("*/cases.yaml"))
FIRST, LAST = date(2019, 1, 1), date(2035, 12, 31)


@cache
def cases_of(folder: str) -> tuple[Case, ...]:
    """The cases of one folder."""
    return tuple(read_cases(FOLDER / folder / "cases.yaml"))


def cases_about(incentive: str) -> list[Case]:
    """The cases of one incentive."""
    owner = RULEBOOK[incentive].parameters.owner
    return [case for case in cases_of(owner) if case.incentive == incentive]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_case_passes(folder):
    results = [run_case(case, RULEBOOK) for case in cases_of(folder)]

    assert {one.case.id: one.problems for one in results if not one.passed} == {}


@cache
def _compiled(incentive: str, on: date, strict: bool) -> Compiled:
    return compile_rules(RULEBOOK, on, strict=strict, incentives=[incentive])


@pytest.mark.parametrize("folder", FOLDERS)
def test_compiled_rules_agree_on_every_case(folder):
    different = []
    for case in cases_of(folder):
        facts = read_facts(case.facts, RULEBOOK.vocabulary)
        compiled = _compiled(case.incentive, case.on, case.strict)
        found = compiled.found(facts)[case.incentive]
        expected = assess(RULEBOOK, case.incentive, facts, on=case.on, strict=case.strict)
        if found.eligible is not expected.eligible:
            different.append(case.id)

    assert different == []


def test_every_incentive_has_cases():
    assert [one for one in RULEBOOK.ids if not cases_about(one)] == []


@pytest.mark.parametrize("incentive", RULEBOOK.ids)
def test_some_case_expects_something_unknown(incentive):
    expected = [value for case in cases_about(incentive) for value in case.expected.values()]

    assert "unknown" in expected


def _looked_at(incentive: str) -> set[str]:
    """The facts that the conditions and amounts of an incentive name."""
    rule = RULEBOOK[incentive]
    nodes = [one.node for one in (*rule.conditions, *rule.outputs.values())]
    return {name for node in nodes for name in facts_in(node)}


def _known_from(name: str) -> set[str]:
    """A fact, and those from which it can be found without being stated itself."""
    known = RULEBOOK.vocabulary
    usual = known.facts[name].usual
    found = {name, *(one.source for one in known.reductions if one.fact == name)}
    found |= set(facts_in(known.derived[name])) if name in known.derived else set()
    found |= {name for one in known.implications.get(name, ()) for name in one.facts}
    if usual is not None and usual.equal_to not in (None, DAY):
        found.add(usual.equal_to)
    return found


@pytest.mark.parametrize("incentive", RULEBOOK.ids)
def test_every_fact_of_an_incentive_is_given_in_a_case_of_its_folder(incentive):
    owner = RULEBOOK[incentive].parameters.owner
    given = {name for case in cases_of(owner) for name in case.facts}

    never = [name for name in sorted(_looked_at(incentive)) if not _known_from(name) & given]

    assert never == []


@pytest.mark.parametrize("incentive", RULEBOOK.ids)
def test_every_fact_of_an_incentive_is_left_out_of_one_of_its_cases(incentive):
    cases = cases_about(incentive)

    always = {
        name
        for name in _looked_at(incentive)
        if all(case.facts.get(name, "unknown") not in (None, "unknown") for case in cases)
    }

    assert always == set()


def _days_of_change(incentive: str) -> list[date]:
    """The first and last day, and every change with the day before and after it."""
    days = {
        day + timedelta(days=step) for day in RULEBOOK.changes(incentive) for step in (-1, 0, 1)
    }
    return sorted(day for day in {FIRST, LAST, *days} if FIRST <= day <= LAST)


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize("incentive", RULEBOOK.ids)
def test_every_day_around_a_change_has_an_answer(incentive, strict):
    days = _days_of_change(incentive)

    answers = [assess(RULEBOOK, incentive, {}, on=day, strict=strict) for day in days]

    assert [answer.asked for answer in answers] == days


@pytest.mark.parametrize("incentive", RULEBOOK.ids)
def test_who_told_nothing_is_never_certain_of_a_right_with_conditions(incentive):
    certain = [
        day
        for day in _days_of_change(incentive)
        if RULEBOOK[incentive].conditions
        and assess(RULEBOOK, incentive, {}, on=day, strict=True).eligible is Truth.YES
    ]

    assert certain == []
