"""Joint committee 304, performing arts: the training credit of the fund to the worker.

Law: rules of Sociaal Fonds Podiumkunsten. Reference day: the application. Result: the price of
the course, up to what is left of the yearly credit.

For who works in committee 304 now; since 2021 also for who is out of work and worked there some
days, directly for an employer, in years that the fund names. Only the years of the text of 2025
(2022, 2023, 2024) were read. Both pages of the fund differ on students and others without work.

Not expressed: the wage of the fund for some days without benefit, interns, third payers.
"""

from koers.engine import (
    Incentive,
    amount,
    condition,
    least,
    load_parameters,
    step,
    unknown_in_law,
    word,
)
from koers.rulebook.facts import employment, sector, training
from koers.rulebook.sector_funds.common import UNDER_CONTRACT

p = load_parameters(__file__)

LAW = "Sociaal Fonds Podiumkunsten, sectoraal opleidingskrediet (SF-304W)"

works_there = employment.status.is_in(UNDER_CONTRACT) & (employment.joint_committee == "304")
worked_there = (sector.days_worked_pc304_best_year >= p.pc304_min_days) & sector.direct_contract
seeks_no_work = employment.status.is_in(["student", "inactive"]) & unknown_in_law(
    "De ene pagina van het fonds vraagt dat je werk zoekt, de andere alleen dat je geen werk hebt.",
    source=p.sources["podiumkunsten"].url,
)

pc304_worker = condition(
    works_there | (((employment.status == "jobseeker") | seeks_no_work) & worked_there),
    law=LAW,
    title="Je werkt in paritair comité 304, of je hebt geen werk en werkte er rechtstreeks",
    source="podiumkunsten",
)
pc304_kind = condition(
    training.kind != "individual_coaching",
    law=LAW,
    title="De opleiding is geen coaching",
    source="podiumkunsten",
)
pc304_fee = condition(
    training.fee > 0,
    law=LAW,
    title="Je betaalt voor de opleiding",
    source="podiumkunsten",
)
pc304_credit_left = condition(
    sector.used_this_year < p.pc304_credit,
    law=LAW,
    title="Je hebt dit jaar nog krediet over",
    source="podiumkunsten",
)

sector_pc304_credit = Incentive(
    id="sector_pc304_credit",
    kind="right",
    level="sector",
    group="money",
    recipient="worker",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[pc304_worker, pc304_kind, pc304_fee, pc304_credit_left],
    amounts={
        "amount_eur": amount(
            least(training.fee, p.pc304_credit - sector.used_this_year),
            period="training",
            recipient="worker",
        ),
        "paid_to": amount(word("worker")),
    },
    steps=[
        step("ask_before_you_begin", who="worker", source="podiumkunsten"),
        step("send_the_proof", who="worker", source="podiumkunsten-premies"),
    ],
    answers=True,
)
