"""The rulebook as a whole: which incentives there are, what they give, and no mistakes."""

import pytest

from koers.engine.check import check
from koers.engine.nodes import facts_in
from koers.rulebook import RULEBOOK

TIME_CREDIT = "time_credit_training"

# id: folder, kind, level, group, answers with yes or no
INCENTIVES = {
    "vov": ("vlaams_opleidingsverlof", "right", "flemish", "time", True),
    "opleidingscheque": ("opleidingscheque", "right", "flemish", "money", True),
    "vok": ("vlaams_opleidingskrediet", "right", "flemish", "money", True),
    "loopbaancheque": ("loopbaancheque", "right", "flemish", "guidance", True),
    "cvo_inschrijvingsgeld": (
        "inschrijvingsgeld_volwassenenonderwijs",
        "right",
        "flemish",
        "money",
        True,
    ),
    "vdab_vrijstelling": ("vrijstelling_van_beschikbaarheid", "right", "flemish", "time", True),
    "federal_training_right": ("individueel_opleidingsrecht", "right", "federal", "time", True),
    f"{TIME_CREDIT}_leave": ("tijdskrediet_opleiding", "right", "federal", "time", True),
    f"{TIME_CREDIT}_allowance": ("tijdskrediet_opleiding", "right", "federal", "money", True),
    f"{TIME_CREDIT}_allowance_amount": (
        "tijdskrediet_opleiding",
        "definition",
        "federal",
        "money",
        True,
    ),
    "kmo_portefeuille": ("kmo_portefeuille", "employer_right", "flemish", "money", True),
    "sector_any": ("sector_funds", "information", "sector", "money", True),
    "sector_pc111_career_account": ("sector_funds", "right", "sector", "money", True),
    "sector_pc111_employer_budget_wvl": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc111_employer_budget_other": (
        "sector_funds",
        "employer_right",
        "sector",
        "money",
        True,
    ),
    "sector_pc116_employer": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc124_evening": ("sector_funds", "right", "sector", "money", True),
    "sector_pc124_winter": ("sector_funds", "right", "sector", "money", True),
    "sector_pc124_weekday_employer": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc125_worker_premium": ("sector_funds", "right", "sector", "money", True),
    "sector_pc130_employer": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc140_03_licence_employer": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc149_01_employer": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc149_01_credit": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc149_04_employer": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc200_employer_premium": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc226_employer_budget": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc304_credit": ("sector_funds", "right", "sector", "money", True),
    "sector_pc322_01_employer": ("sector_funds", "employer_right", "sector", "money", True),
    "sector_pc336_employer": ("sector_funds", "employer_right", "sector", "money", True),
    "leave_region_selector": ("regionaal_opleidingsverlof", "definition", "federal", "time", False),
}

OUTPUTS = {
    "vov": [
        "hours",
        "hours_max",
        "employer_refund_eur",
        "wage_cap_eur_month",
        "employer_claim_deadline",
    ],
    "opleidingscheque": ["face_value_eur", "state_pays_eur", "worker_pays_eur"],
    "vok": ["gross_eur_month", "months_retroactive"],
    "loopbaancheque": ["guidance_hours", "price_eur"],
    "cvo_inschrijvingsgeld": ["fee_eur"],
    "vdab_vrijstelling": ["request_needed", "decides"],
    "federal_training_right": ["days", "days_upper_estimate"],
    f"{TIME_CREDIT}_leave": ["months"],
    f"{TIME_CREDIT}_allowance": ["leave_eligible"],
    f"{TIME_CREDIT}_allowance_amount": ["gross_eur_month", "net_eur_month"],
    "kmo_portefeuille": ["subsidy_eur"],
    "sector_any": [],
    "sector_pc111_career_account": ["amount_eur", "paid_to"],
    "sector_pc111_employer_budget_wvl": [
        "amount_eur",
        "paid_to",
        "part_workers_eur",
        "part_employees_eur",
    ],
    "sector_pc111_employer_budget_other": ["amount_eur", "paid_to"],
    "sector_pc116_employer": ["amount_eur", "paid_to"],
    "sector_pc124_evening": ["amount_eur", "paid_to"],
    "sector_pc124_winter": ["amount_eur", "paid_to"],
    "sector_pc124_weekday_employer": ["amount_eur", "paid_to"],
    "sector_pc125_worker_premium": ["amount_eur", "paid_to"],
    "sector_pc130_employer": ["paid_to"],
    "sector_pc140_03_licence_employer": ["amount_eur", "paid_to"],
    "sector_pc149_01_employer": ["amount_eur", "paid_to"],
    "sector_pc149_01_credit": ["amount_eur", "paid_to"],
    "sector_pc149_04_employer": ["amount_eur", "paid_to"],
    "sector_pc200_employer_premium": ["amount_eur", "paid_to"],
    "sector_pc226_employer_budget": ["amount_eur", "paid_to"],
    "sector_pc304_credit": ["amount_eur", "paid_to"],
    "sector_pc322_01_employer": ["amount_eur", "paid_to"],
    "sector_pc336_employer": ["amount_eur", "paid_to"],
    "leave_region_selector": ["scheme", "opleidingscheque_residence_ok"],
}


def test_check_finds_no_mistakes():
    assert [str(error) for error in check(RULEBOOK)] == []


def test_the_rulebook_has_these_incentives_in_this_order():
    assert RULEBOOK.ids == tuple(INCENTIVES)


@pytest.mark.parametrize("incentive", INCENTIVES)
def test_an_incentive_is_of_this_kind(incentive):
    one = RULEBOOK[incentive]

    found = (one.parameters.owner, one.kind, one.level, one.group, one.answers)

    assert found == INCENTIVES[incentive]


@pytest.mark.parametrize("incentive", INCENTIVES)
def test_an_incentive_gives_these_results(incentive):
    assert list(RULEBOOK[incentive].outputs) == OUTPUTS[incentive]


def test_no_output_is_declared_that_no_incentive_gives():
    given = {name for one in RULEBOOK.incentives for name in one.outputs}

    assert set(RULEBOOK.outputs) - given == set()


def test_no_incentive_names_a_fact_that_does_not_exist():
    named = {
        name
        for one in RULEBOOK.incentives
        for part in (*one.conditions, *one.outputs.values())
        for name in facts_in(part.node)
    }

    assert named - set(RULEBOOK.vocabulary.facts) == set()


def test_every_fact_has_the_name_of_its_class_and_attribute():
    names = RULEBOOK.vocabulary.facts

    assert [name for name, fact in names.items() if fact.name != name or "." not in name] == []


def test_every_incentive_has_a_dutch_title():
    assert [one.id for one in RULEBOOK.incentives if not one.texts.title] == []


def test_the_version_is_twelve_hexadecimal_digits():
    assert len(RULEBOOK.version) == 12
    assert set(RULEBOOK.version) <= set("0123456789abcdef")
