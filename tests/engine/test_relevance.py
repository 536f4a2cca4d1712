"""Which rights are open, and what keeps them open: the same as the referee says, but fast."""

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from koers.engine import (
    UNKNOWN,
    Between,
    Dated,
    Incentive,
    OneOf,
    Rulebook,
    Usual,
    choice_fact,
    condition,
    day_fact,
    full_years,
    implies,
    number_fact,
    open_norm,
    unknown_in_law,
    vocabulary,
    yes_no_fact,
)
from koers.engine.assess import assess
from koers.engine.assessment import Assessment
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.language import REFERENCE_DAY
from koers.engine.parameters import Parameters
from koers.engine.relevance import Portfolio
from koers.engine.values import Truth
from koers.rulebook import RULEBOOK
from tests.generative import citizens
from tests.generative.choices import Choices
from tests.generative.people import person

ON = date(2025, 1, 15)
LATER = date(2025, 10, 1)
TRUTHS = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}

# The real rulebook ---------------------------------------------------------------------------

DAYS = ((date(2020, 2, 29), False), (date(2022, 10, 1), True), (date(2026, 1, 15), False))
WORLDS, ASSESSED = 70, 6
DATED_RULES = tuple(one.id for one in RULEBOOK.incentives if one.reference_fact)
SOME = tuple(dict.fromkeys((*DATED_RULES, *random.Random(1).sample(RULEBOOK.ids, 30))))
"""Incentives of every kind, with all that look at a day that a fact holds."""


def worlds(seed: int) -> Iterator[tuple[Facts, tuple[str, ...]]]:
    """What is stated of random people, from little to much, and some incentives to look at."""
    chance = random.Random(seed)
    for number in range(WORLDS):
        chosen = Choices(chance.randbytes(4 * len(RULEBOOK.vocabulary.facts)))
        facts = person(
            chosen,
            RULEBOOK.vocabulary,
            exact=citizens.exact,
            partial=citizens.partial,
            dated=number % 2 == 0,
        )
        told = chance.choice((10, 50, 100))
        facts = {name: value for name, value in facts.items() if chance.randrange(100) < told}
        yield facts, (*chance.sample(SOME, ASSESSED), chance.choice(DATED_RULES))


@cache
def portfolio(on: date, strict: bool) -> Portfolio:
    return Portfolio(RULEBOOK, on, incentives=SOME, strict=strict)


def told(portfolio: Portfolio, facts: Facts) -> dict[str, tuple[object, object]]:
    """What a portfolio tells of each incentive: the verdict, and what keeps it open."""
    keeps_open = {one.incentive: one.facts for one in portfolio.open_rights(facts)}
    verdicts = zip(portfolio.incentives, portfolio.verdicts(facts), strict=True)
    return {one: (verdict, keeps_open.get(one)) for one, (verdict, _) in verdicts}


def expected(found: Assessment) -> tuple[object, object]:
    """The same of one incentive, as the referee has it."""
    verdict = TRUTHS[found.eligible]
    return verdict, frozenset(found.missing) if verdict is None else None


@pytest.mark.parametrize(("on", "strict"), DAYS)
def test_the_real_rights_are_as_open_as_the_referee_says_and_for_the_same_facts(on, strict):
    asked = portfolio(on, strict)

    for facts, incentives in worlds(on.toordinal()):
        found = told(asked, facts)
        for one in incentives:
            referee = assess(RULEBOOK, one, facts, on=on, strict=strict)
            assert found[one] == expected(referee), (one, facts)


def test_those_worlds_hold_everything_that_is_hard():
    kinds = {type(value) for facts, _ in worlds(1) for value in facts.values()}
    open_days = [facts.get("time_credit.notice_date") for facts, _ in worlds(1)]

    assert {Dated, OneOf, Between, bool, str, date} <= kinds
    assert {type(one) for one in open_days} >= {date, Between, type(None)}


@pytest.mark.parametrize(("on", "strict"), DAYS)
def test_each_condition_is_told_as_the_referee_judges_it(on, strict):
    asked = portfolio(on, strict)
    fixed = [one for one in SOME if one not in DATED_RULES]

    for facts, _ in [*worlds(2)][:8]:
        verdicts = dict(zip(asked.incentives, asked.verdicts(facts), strict=True))
        for one in fixed:
            reasons = assess(RULEBOOK, one, facts, on=on, strict=strict).reasons
            assert verdicts[one][1] == tuple(TRUTHS[reason.verdict] for reason in reasons)


# Rules of our own ----------------------------------------------------------------------------


class citizen:
    """Who asks."""

    works = yes_no_fact(label="werkt")
    studies = yes_no_fact(label="studeert")
    sector = choice_fact({"private": "privé", "public": "openbaar"}, label="sector")
    age = number_fact(unit="years", whole=True, high=120, label="leeftijd")
    birth_date = day_fact(label="geboortedatum")
    months = number_fact(unit="months", whole=True, label="maanden", grows="months")
    lives_here = yes_no_fact(
        label="woont hier", usual=Usual(because="meestal", source="README.md", value=True)
    )
    notice_date = day_fact(label="aanvraag")


FACTS = vocabulary(
    [citizen],
    implications=[implies(citizen.studies, citizen.works, False)],
    derived=[(citizen.age, full_years(citizen.birth_date, REFERENCE_DAY))],
)
WORKS, STUDIES, AGE, BORN, MONTHS, NOTICE = (
    f"citizen.{name}" for name in ("works", "studies", "age", "birth_date", "months", "notice_date")
)
NO_LAW = Parameters("none", Path("none/parameters.yaml"), {}, {}, None, (), ())


def right(*conditions, id="leave", reference_fact=None, dated=()):
    """A right with conditions, the last of them perhaps dated."""
    made = [condition(one, law="a", title="t", source="s") for one in conditions]
    made += [condition(one, law="a", title="t", source="s", **days) for one, days in dated]
    return Incentive(
        id=id,
        kind="right",
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        reference_fact=reference_fact,
        parameters=NO_LAW,
        conditions=[
            type(one)(**{**one.__dict__, "name": f"c{place}"}) for place, one in enumerate(made)
        ],
    )


def rights(*incentives, on=ON, strict=False):
    """A portfolio of these."""
    book = Rulebook(incentives, vocabulary=FACTS, outputs=())
    return Portfolio(book, on, incentives=[one.id for one in incentives], strict=strict)


def conditions_open(portfolio, facts):
    """Per open right the facts of each open condition."""
    return {
        one.incentive: [sorted(names) for names in one.conditions.values()]
        for one in portfolio.open_rights(facts)
    }


def test_only_open_conditions_tell_what_keeps_them_open():
    asked = rights(right(citizen.works, citizen.sector == "private", citizen.age >= 18))

    assert conditions_open(asked, {WORKS: True}) == {"leave": [["citizen.sector"], [AGE]]}


def test_a_right_that_is_decided_is_not_open():
    asked = rights(right(citizen.works, citizen.age >= 18), right(citizen.works, id="other"))

    assert conditions_open(asked, {WORKS: False}) == {}
    assert conditions_open(asked, {WORKS: True}) == {"leave": [[AGE]]}


def test_a_doubt_of_the_law_and_a_judgement_are_open_without_facts():
    doubt = unknown_in_law("Niet gelezen.", source="s")
    norm = open_norm("Past het?", law="a", decides="VDAB")
    asked = rights(right(doubt, norm))
    (found,) = asked.open_rights({})

    assert [*found.conditions.values()] == [frozenset(), frozenset()]
    assert found.facts == frozenset()


def test_what_follows_from_another_fact_is_not_open():
    asked = rights(right(citizen.works))

    assert conditions_open(asked, {STUDIES: True}) == {}
    assert conditions_open(asked, {STUDIES: UNKNOWN}) == {"leave": [[WORKS]]}


def test_what_is_usual_keeps_nothing_open_unless_strict():
    one = right(citizen.lives_here)

    assert conditions_open(rights(one), {}) == {}
    assert conditions_open(rights(one, strict=True), {}) == {"leave": [["citizen.lives_here"]]}


def test_a_dated_value_counts_for_as_long_as_it_certainly_holds():
    asked = rights(right(citizen.months >= 12))

    assert conditions_open(asked, {MONTHS: Dated(11, date(2024, 12, 1))}) == {"leave": [[MONTHS]]}
    assert conditions_open(asked, {MONTHS: Dated(12, date(2024, 12, 1))}) == {}


# The day the law looks at --------------------------------------------------------------------

MOVING = right(
    citizen.age >= 18,
    reference_fact=NOTICE,
    dated=[
        (citizen.works, {"until": date(2025, 8, 31)}),
        (citizen.studies, {"since": date(2025, 9, 1)}),
    ],
)


def test_conditions_are_those_of_the_day_that_a_fact_states():
    asked = rights(MOVING)

    assert conditions_open(asked, {AGE: 20}) == {"leave": [[WORKS]]}
    assert conditions_open(asked, {AGE: 20, NOTICE: LATER}) == {"leave": [[STUDIES]]}
    assert conditions_open(asked, {AGE: 20, NOTICE: LATER, STUDIES: True}) == {}


def test_facts_are_computed_on_the_day_that_a_fact_states():
    asked = rights(MOVING)
    turns_18_in_june = {WORKS: True, STUDIES: True, BORN: date(2007, 6, 1)}

    assert asked.verdicts(turns_18_in_june)[0][0] is False
    assert asked.verdicts({**turns_18_in_june, NOTICE: LATER})[0][0] is True


@pytest.mark.parametrize(
    "day", [UNKNOWN, Between(date(2025, 1, 1), None), Dated(UNKNOWN, ON)], ids=repr
)
def test_while_that_day_is_open_only_the_day_itself_is_missing(day):
    found = assess(rights(MOVING).rulebook, "leave", {NOTICE: day}, on=ON)
    (open_right,) = rights(MOVING).open_rights({NOTICE: day})

    assert open_right.facts == frozenset(found.missing) == {NOTICE}


def test_a_remembered_answer_is_that_of_its_own_day():
    asked = rights(MOVING)
    facts = {BORN: Between(date(2007, 3, 1), date(2007, 6, 1))}

    first = conditions_open(asked, facts)
    later = conditions_open(asked, {**facts, NOTICE: LATER})

    assert first == {}
    assert later == {"leave": [[STUDIES]]}
    assert conditions_open(asked, {NOTICE: UNKNOWN}) == {"leave": [[NOTICE]] * 3}


# What is remembered --------------------------------------------------------------------------


def test_the_same_question_is_evaluated_once(monkeypatch):
    asked = rights(right((citizen.age >= 18) & citizen.works))
    evaluated = []
    truth = Evaluation.truth
    monkeypatch.setattr(
        Evaluation, "truth", lambda self, node: evaluated.append(node) or truth(self, node)
    )

    first = [*asked.open_rights({WORKS: True})]
    after_one = len(evaluated)
    again = [*asked.open_rights({WORKS: True, "citizen.sector": "private"})]

    assert first == again
    assert after_one > 0
    assert len(evaluated) == after_one


def test_what_is_remembered_is_limited_and_stays_right(monkeypatch):
    monkeypatch.setattr("koers.engine.relevance.REMEMBERED", 20)
    asked = rights(right((citizen.months >= 500) & citizen.works), right(citizen.works, id="two"))

    answers = [
        conditions_open(asked, {MONTHS: Between(Decimal(low), Decimal(600))}) for low in range(100)
    ]

    assert answers == [{"leave": [[MONTHS, WORKS]], "two": [[WORKS]]}] * 100
    assert max(len(rule.known) for rule in asked._rules) <= 11


def test_what_is_known_to_a_condition_leaves_out_what_it_does_not_read():
    asked = rights(right((citizen.age >= 18) & citizen.works))
    facts = {AGE: 3, WORKS: True, STUDIES: False, "citizen.sector": "private"}

    assert asked.known_to(0, facts, but=AGE) == (None, False, True)
