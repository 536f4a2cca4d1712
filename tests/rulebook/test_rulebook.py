"""The rulebook as a whole: which incentives there are, what they give, and no mistakes."""

import pytest

from koers.engine.check import check
from koers.engine.nodes import facts_in
from koers.rulebook import RULEBOOK

TIME_CREDIT = "time_credit_training"
TRAINING_RIGHT = "federal_training_right"

# id: folder, kind, level, group, answers with yes or no
INCENTIVES = {
    "vov": ("vlaams_opleidingsverlof", "right", "flemish", "time", True),
    "opleidingscheque": ("opleidingscheque", "right", "flemish", "money", True),
    "vok": ("vlaams_opleidingskrediet", "right", "flemish", "money", True),
    "zorgkrediet_opleiding": ("vlaams_zorgkrediet", "right", "flemish", "time", True),
    "loopbaancheque": ("loopbaancheque", "right", "flemish", "guidance", True),
    "kmo_portefeuille": ("kmo_portefeuille", "employer_right", "flemish", "money", True),
    "vdab_travel": ("vdab_vergoedingen", "right", "flemish", "money", True),
    "vdab_stimulanspremie": ("vdab_vergoedingen", "right", "flemish", "money", True),
    "vdab_vrijstelling": ("vrijstelling_van_beschikbaarheid", "right", "flemish", "time", True),
    "okot": ("onderwijskwalificerend_opleidingstraject", "right", "flemish", "money", True),
    "ibo": ("individuele_beroepsopleiding", "right", "flemish", "money", True),
    "cvo_inschrijvingsgeld": (
        "inschrijvingsgeld_volwassenenonderwijs",
        "right",
        "flemish",
        "money",
        True,
    ),
    "studiegeld": ("studiegeld", "right", "flemish", "money", True),
    "studietoelage": ("studietoelage", "right", "flemish", "money", True),
    "leerkrediet": ("leerkrediet", "information", "flemish", "money", True),
    "premie_eerste_diploma": ("premie_eerste_diploma", "right", "flemish", "money", True),
    "evc": ("erkenning_van_competenties", "right", "flemish", "proof", True),
    "werkbaarheidscheque": ("werkbaarheidscheque", "employer_right", "flemish", "money", True),
    "federal_training_right": ("individueel_opleidingsrecht", "right", "federal", "time", True),
    f"{TRAINING_RIGHT}_booking": (
        "individueel_opleidingsrecht",
        "definition",
        "federal",
        "time",
        True,
    ),
    f"{TRAINING_RIGHT}_employer_total": (
        "individueel_opleidingsrecht",
        "duty",
        "federal",
        "time",
        True,
    ),
    "training_plan_duty": ("individueel_opleidingsrecht", "duty", "federal", "time", True),
    "federal_learning_account": (
        "federal_learning_account",
        "information",
        "federal",
        "proof",
        True,
    ),
    f"{TIME_CREDIT}_leave": ("tijdskrediet_opleiding", "right", "federal", "time", True),
    f"{TIME_CREDIT}_allowance": ("tijdskrediet_opleiding", "right", "federal", "money", True),
    f"{TIME_CREDIT}_allowance_amount": (
        "tijdskrediet_opleiding",
        "definition",
        "federal",
        "money",
        True,
    ),
    "definition_time_credit_notice": (
        "tijdskrediet_opleiding",
        "definition",
        "federal",
        "time",
        False,
    ),
    "definition_time_credit_care_remaining": (
        "tijdskrediet_opleiding",
        "definition",
        "federal",
        "time",
        False,
    ),
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
    "care_project600_private": ("betaalde_zorgopleiding", "right", "sector", "time", True),
    "care_project600_public": ("betaalde_zorgopleiding", "right", "sector", "time", True),
    "care_kiesvoordezorg": ("betaalde_zorgopleiding", "right", "sector", "time", True),
    "care_via_hogerop": ("betaalde_zorgopleiding", "right", "sector", "time", True),
    "self_employed_scheme_selector": ("zelfstandigen", "definition", "federal", "money", False),
    "fee_double_financing": ("zelfstandigen", "definition", "federal", "money", True),
    "tax_training_deduction": ("fiscaal", "information", "federal", "money", True),
    "tax_withholding_relief_employer": ("fiscaal", "employer_right", "federal", "money", True),
    "unemployment_benefit_retention": (
        "behoud_werkloosheidsuitkering",
        "right",
        "federal",
        "money",
        True,
    ),
    "definition_unemployment_benefit_duration": (
        "behoud_werkloosheidsuitkering",
        "definition",
        "federal",
        "money",
        False,
    ),
    "dismissal_employability": (
        "inzetbaarheid_bij_ontslag",
        "right",
        "federal",
        "guidance",
        True,
    ),
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
    "definition_education_level": ("definities", "definition", "flemish", "proof", False),
    "definition_fraction": ("definities", "definition", "federal", "time", False),
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
    "zorgkrediet_opleiding": [],
    "loopbaancheque": ["guidance_hours", "price_eur"],
    "kmo_portefeuille": ["subsidy_eur"],
    "vdab_travel": ["amount_eur", "far_travel_eur_day"],
    "vdab_stimulanspremie": ["gross_eur_month", "from_week"],
    "vdab_vrijstelling": ["request_needed", "decides"],
    "okot": ["fee_eur"],
    "ibo": ["gross_eur_month", "premium_pct", "employer_cost_eur_month"],
    "cvo_inschrijvingsgeld": ["fee_eur"],
    "studiegeld": ["fee_eur"],
    "studietoelage": ["amount_eur"],
    "leerkrediet": ["balance_sp"],
    "premie_eerste_diploma": ["amount_eur"],
    "evc": ["fee_eur"],
    "werkbaarheidscheque": ["subsidy_eur"],
    "federal_training_right": ["days", "days_upper_estimate"],
    f"{TRAINING_RIGHT}_booking": [],
    f"{TRAINING_RIGHT}_employer_total": ["days_firm_total", "days_per_worker_year"],
    "training_plan_duty": ["plan_deadline"],
    "federal_learning_account": ["until"],
    f"{TIME_CREDIT}_leave": ["months"],
    f"{TIME_CREDIT}_allowance": ["leave_eligible"],
    f"{TIME_CREDIT}_allowance_amount": ["gross_eur_month", "net_eur_month"],
    "definition_time_credit_notice": ["notice_months"],
    "definition_time_credit_care_remaining": ["months_max"],
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
    "care_project600_private": ["kind", "application_deadline"],
    "care_project600_public": ["kind", "application_deadline"],
    "care_kiesvoordezorg": ["kind", "application_deadline"],
    "care_via_hogerop": ["kind", "application_deadline"],
    "self_employed_scheme_selector": [
        "schemes_opleidingscheque",
        "schemes_vov",
        "schemes_bev_brussels",
        "schemes_cep_wallonia",
        "schemes_time_credit_training_leave",
        "schemes_federal_training_right",
        "schemes_kmo_portefeuille",
        "schemes_cheque_formation_wallonia",
    ],
    "fee_double_financing": [],
    "tax_training_deduction": ["useful", "lump_sum_eur"],
    "tax_withholding_relief_employer": ["paid_to"],
    "unemployment_benefit_retention": ["benefit_end"],
    "definition_unemployment_benefit_duration": ["months_max", "months_basic", "months_extra_max"],
    "dismissal_employability": ["part1_weeks", "part2_weeks", "budget_eur"],
    "leave_region_selector": ["scheme", "opleidingscheque_residence_ok"],
    "bev_brussels": ["hours"],
    "bev_brussels_employer_refund": ["employer_refund_eur", "employer_claim_deadline"],
    "cep_wallonia": ["hours"],
    "cep_wallonia_employer_refund": ["employer_refund_eur", "employer_claim_deadline"],
    "definition_leave_wage_cap": ["wage_cap_eur_month"],
    "cheque_formation_wallonia": ["face_value_eur", "vouchers", "firm_pays_eur"],
    "definition_education_level": ["level", "has_secondary_diploma"],
    "definition_fraction": ["fraction_pct"],
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
