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
    "sector_pc200_employer_premium": ("sector_funds", "employer_right", "sector", "money", True),
    "leave_region_selector": ("regionaal_opleidingsverlof", "definition", "federal", "time", False),
    "bev_brussels": ("betaald_educatief_verlof_brussel", "right", "brussels", "time", True),
    "bev_brussels_employer_refund": (
        "betaald_educatief_verlof_brussel",
        "employer_right",
        "brussels",
        "money",
        True,
    ),
    "cep_wallonia": ("conge_education_paye", "right", "wallonia", "time", True),
    "cep_wallonia_employer_refund": (
        "conge_education_paye",
        "employer_right",
        "wallonia",
        "money",
        True,
    ),
    "definition_leave_wage_cap": (
        "regionaal_opleidingsverlof",
        "definition",
        "federal",
        "money",
        False,
    ),
    "cheque_formation_wallonia": (
        "cheque_formation",
        "employer_right",
        "wallonia",
        "money",
        True,
    ),
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
    "sector_pc200_employer_premium": ["amount_eur", "paid_to"],
    "leave_region_selector": ["scheme", "opleidingscheque_residence_ok"],
    "bev_brussels": ["hours"],
    "bev_brussels_employer_refund": ["employer_refund_eur", "employer_claim_deadline"],
    "cep_wallonia": ["hours"],
    "cep_wallonia_employer_refund": ["employer_refund_eur", "employer_claim_deadline"],
    "definition_leave_wage_cap": ["wage_cap_eur_month"],
    "cheque_formation_wallonia": ["face_value_eur", "vouchers", "firm_pays_eur"],
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
