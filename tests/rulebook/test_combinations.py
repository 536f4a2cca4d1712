"""The parts and rules of `combinations.py`: they name what there is, and a price stays in order."""

from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

import pytest

from koers.engine.combination import Does, Range
from koers.engine.combine import combine
from koers.engine.pricing import Pricing
from koers.engine.statements import read_facts
from koers.rulebook import RULEBOOK
from koers.rulebook.combinations import COMBINATIONS

ON = date(2025, 10, 6)
GENEROUS = {
    "employment.status": "employee",
    "employment.sector": "private",
    "employment.joint_committee": "111",
    "employment.workplace_region": "flanders",
    "employment.workplace_province": "west_flanders",
    "employment.fraction_reference_month": 100,
    "employment.weekly_hours": 38,
    "person.residence_region": "flanders",
    "person.highest_diploma": "lower_secondary",
    "person.vdab_registered": False,
    "sector.used_this_year": 0,
    "training.kind": "course",
    "training.contact_hours": 40,
    "training.odb_registered": True,
    "training.end_date": "2025-12-19",
    "training.coincides_with_work_hours": False,
    "training.bottleneck_occupation": True,
}
MONEY = [one for one in COMBINATIONS.parts if one.does in (Does.PAYS, Does.REFUNDS)]
SELF_EMPLOYED = {
    "employment.status": "self_employed",
    "employer.headcount": 1,
    "employer.turnover": 80000,
    "employer.balance_total": 30000,
    "employer.legal_form": "sole_trader",
    "employer.region": "flanders",
    "employer.group_data_included": True,
    "employer.kmop_used_this_year": 7300,
    "training.service": "training",
    "training.kmop_theme": "digitalisering",
    "provider.kmop_registered": True,
}
STAGE = {"employment.joint_committee": "304"}


def known(**more):
    """Facts as the engine knows them."""
    return read_facts({**GENEROUS, **more}, RULEBOOK.vocabulary)


def test_a_part_gives_an_amount_that_its_right_has():
    for part in COMBINATIONS.parts:
        if part.incentive in RULEBOOK and part.amount:
            assert part.amount in RULEBOOK[part.incentive].outputs, part.incentive


def test_a_right_has_one_part_of_each_kind():
    kinds = [(part.incentive, part.does) for part in COMBINATIONS.parts]
    assert len(kinds) == len(set(kinds))


def test_every_right_to_money_or_time_has_a_part_or_is_left_out_on_purpose():
    parts = {part.incentive for part in COMBINATIONS.parts}
    without = {one.id for one in RULEBOOK.incentives if one.kind == "right"} - parts
    assert without <= {
        "federal_learning_account",
        "loopbaancheque",
        "leerkrediet",
        "sector_any",
        "werkbaarheidscheque",
    }


def test_a_rule_names_rights_that_have_a_part_a_reason_and_a_source():
    parts = {part.incentive for part in COMBINATIONS.parts}
    for rule in COMBINATIONS.rules:
        assert rule.one | rule.other <= parts, rule.name
        assert rule.why.endswith("."), rule.name
        assert rule.source.startswith("http"), rule.name
        assert rule.title[0].isupper(), rule.name


def test_the_name_of_a_rule_is_its_own():
    names = [rule.name for rule in COMBINATIONS.rules]
    assert len(names) == len(set(names))
    titles = [rule.title for rule in COMBINATIONS.rules]
    assert len(titles) == len(set(titles))


def test_no_two_rules_say_different_things_about_one_pair():
    ids = sorted({part.incentive for part in COMBINATIONS.parts})
    for one, other in combinations(ids, 2):
        said = {rule.together for rule in COMBINATIONS.rules if rule.about(one, other)}
        assert len(said) < 2, (one, other)


@pytest.mark.parametrize("part", MONEY, ids=lambda part: part.incentive)
@pytest.mark.parametrize("person", [{}, SELF_EMPLOYED, STAGE], ids=["metal", "own firm", "stage"])
def test_nobody_has_less_left_to_pay_when_the_price_is_higher(part, person):
    left = []
    for fee in (0, 20, 99, 100, 101, 249, 250, 251, 499, 500, 501, 999, 1000, 1001, 1500, 3000):
        facts = known(**person, **{"training.fee": fee, "training.cost_excl_vat": 1000})
        price = Range(Decimal(fee), Decimal(fee))
        one = Pricing(RULEBOOK, (part,), facts, on=ON, strict=False, payer="worker", known={})
        if one.possible(part):
            left.append(one.left_after(part, price, sure=True))
    for lower, higher in pairwise(left):
        assert lower.low <= higher.low
        assert lower.high <= higher.high


def test_a_metal_worker_is_not_promised_a_voucher_beside_the_account():
    told = combine(RULEBOOK, COMBINATIONS, known(**{"training.fee": 1100}), on=ON)

    assert told.best.pays == Range(Decimal(100), Decimal(100))
    assert ("opleidingscheque", "voucher_before_metal_account") in [
        (one.incentive, one.rule.name) for one in told.left_out if one.rule
    ]


def test_a_self_employed_person_has_the_subsidy_of_the_own_firm():
    facts = known(**SELF_EMPLOYED, **{"training.fee": 1210, "training.cost_excl_vat": 1000})
    told = combine(RULEBOOK, COMBINATIONS, facts, on=ON)

    assert told.best.pays == Range(Decimal(1010), Decimal(1010))
    assert told.if_employer_pays is None


def test_an_employee_sees_the_subsidy_when_the_employer_pays():
    firm = {name: value for name, value in SELF_EMPLOYED.items() if "status" not in name}
    facts = known(**firm, **{"training.fee": 1210, "training.cost_excl_vat": 1000})
    told = combine(RULEBOOK, COMBINATIONS, facts, on=ON)
    other = told.if_employer_pays

    assert other is not None
    subsidy = next(one for one in other.employer if one.incentive == "kmo_portefeuille")
    assert (subsidy.amount, subsidy.sure) == (Range(Decimal(0), Decimal(200)), False)
    assert [one.name for one in subsidy.doubts] == ["subsidy_beside_leave"]
