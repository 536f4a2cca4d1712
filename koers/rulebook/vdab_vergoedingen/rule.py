"""Allowances of VDAB during a recognised training: travel, and the old stimulanspremie.

Law: decision of the Flemish Government of 5 June 2009 on VDAB, as changed on 6 July 2018 (new
allowances from 1 September 2018), 13 December 2019 (premium abolished) and 8 September 2023
(kilometre rate, far travel). The decisions were not read: the rules are those that VDAB, unions
and a law firm print.
Period: travel by the day travelled, far travel and the premium by the start of the contract.
Result: the kilometre allowance for all listed days and the far-travel allowance per day; the
premium per month and the first week that is paid.

A kilometre rate holds for running contracts too, so the day travelled decides. The far-travel
allowance and the premium went out with the contracts: old contracts keep them.

Not expressed, because no fact holds it: meals and nights away, childcare, the price of a ticket
or season ticket, whether the contract was signed in 2019 and began in 2020. That the training
fits the path to work, as a VDAB adviser judges, is taken as met: who has a contract passed it.
"""

from datetime import date

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    condition,
    load_parameters,
    nothing_number,
    step,
    unknown_number,
    when,
)
from koers.rulebook.facts import contract, person, training, travel

p = load_parameters(__file__)

END_OF_PREMIUM = date(2019, 12, 31)

# Both allowances -----------------------------------------------------------------------------

registered = condition(
    person.vdab_registered,
    law="VDAB, financiële voordelen, wie (VD-C1)",
    title="Je bent bij VDAB ingeschreven als werkzoekende",
    source="vdab-premies",
)
recognised = condition(
    training.vdab_recognised,
    law="VDAB, financiële voordelen, erkende opleiding (VD-C2)",
    title="VDAB erkent de opleiding",
    source="vdab-premies",
)

# Travel: who ---------------------------------------------------------------------------------

travels_some_distance = condition(
    travel.km_per_day > 0,
    law="VDAB, financiële voordelen, verplaatsingsvergoeding",
    title="Je legt kilometers af om naar de opleiding te gaan",
    source="vdab-premies",
)
travels_some_days = condition(
    travel.days > 0,
    law="VDAB, financiële voordelen, verplaatsingsvergoeding",
    title="Je gaat minstens één dag naar de opleiding",
    source="vdab-premies",
)

far = (travel.one_way_hours > p.far_hours) | (travel.km_per_day > p.far_km)
old_contract = contract.start_date < p.day("far_travel_ends")

# Which of the two rules for far travel holds is only clear with the day of the contract.
start_of_contract_known = condition(
    ~far | old_contract | (contract.start_date >= p.day("far_travel_ends")),
    law="VDAB, bericht van 23 oktober 2023, afschaffing verre verplaatsing",
    title="Bij een verre verplaatsing is bekend wanneer je contract begon",
    source="vdab-2023",
)

# Travel: how much ----------------------------------------------------------------------------

far_allowance = (
    when(contract.start_date < p.day("far_travel_begins"))
    .then(
        unknown_number(
            "Begon je contract voor 1 september 2018? Dan blijven de oude vergoedingen gelden. "
            "Die hebben we niet gelezen.",
            source=p.sources["attentia"].url,
            unit="EUR/day",
        )
    )
    .when(old_contract)
    .then(p.far_allowance)
    .otherwise(0)
)
far_travel = when(far).then(far_allowance).otherwise(nothing_number("EUR/day"))

days = travel.days * p.day_travelled

by_kilometre = travel.km_per_day * days * p.km_rate
with_far_allowance = unknown_number(
    "Met een contract van voor 2024 krijg je een vast bedrag per dag voor een verre "
    "verplaatsing. Of de vergoeding per kilometer daar nog bij komt, staat niet in de bronnen.",
    source=p.sources["abvv"].url,
    unit="EUR",
    low=far_allowance * days,
)
by_ticket = unknown_number(
    "Met De Lijn krijg je een gratis abonnement. Bij een andere maatschappij krijg je de "
    "vergoeding per kilometer, of je abonnement terug als dat meer kost. Die prijs kent Koers "
    "niet.",
    source=p.sources["abvv"].url,
    unit="EUR",
)
travel_total = (
    when(travel.mode == "public_transport")
    .then(by_ticket)
    .when(far & old_contract)
    .then(with_far_allowance)
    .otherwise(by_kilometre)
)

# Premium until 2019 --------------------------------------------------------------------------

contract_before_2020 = condition(
    (contract.start_date < p.day("premium_abolished"))
    & (REFERENCE_DAY < p.day("premium_abolished")),
    law="BVR 13 december 2019 (artikel niet gelezen)",
    title="Je contract begon voor 1 januari 2020",
    source="dillen",
)
long_training = condition(
    training.weeks >= p.premium_min_weeks,
    law="Stimulanspremie, voorwaarden (VD-C5)",
    title="De opleiding duurt minstens {premium_min_weeks} weken",
    source="abvv",
    until=END_OF_PREMIUM,
)
many_hours = condition(
    training.hours_per_week >= p.premium_min_hours,
    law="Stimulanspremie, voorwaarden (VD-C5)",
    title="De opleiding telt minstens {premium_min_hours} uur per week",
    source="abvv",
    until=END_OF_PREMIUM,
)
has_dependants = condition(
    person.dependants >= 1,
    law="Stimulanspremie, voorwaarden (VD-C5)",
    title="Je hebt minstens één persoon ten laste",
    source="abvv",
    until=END_OF_PREMIUM,
)
without_waiting = ["leefloon", "invalidity", "ivt"]
after_waiting = ["unemployment_benefit", "insertion_benefit"]
# Long enough registered, every one of these incomes will do: which of them need not be known.
in_target_group = condition(
    person.income_source.is_in(without_waiting)
    | (
        person.income_source.is_in([*without_waiting, *after_waiting])
        & (person.months_registered_jobseeker >= p.premium_min_months)
    ),
    law="Stimulanspremie, voorwaarden (VD-C5)",
    title="Je leeft van een leefloon, een ziekte-uitkering of een tegemoetkoming, of je krijgt een "
    "uitkering en bent al minstens {premium_min_months} maanden ingeschreven",
    source="abvv",
    until=END_OF_PREMIUM,
)

# The incentives ------------------------------------------------------------------------------

vdab_travel = Incentive(
    id="vdab_travel",
    kind="right",
    level="flemish",
    group="money",
    recipient="jobseeker",
    reference="travel_day",
    parameters=p,
    conditions=[
        registered,
        recognised,
        travels_some_distance,
        travels_some_days,
        start_of_contract_known,
    ],
    amounts={
        "amount_eur": amount(travel_total, recipient="worker"),
        "far_travel_eur_day": amount(far_travel, recipient="worker"),
    },
    steps=[
        step("ask_training_centre", who="worker", source="vdab-premies"),
        step("hand_in_proofs", who="worker", source="vdab-premies"),
    ],
)

vdab_stimulanspremie = Incentive(
    id="vdab_stimulanspremie",
    kind="right",
    level="flemish",
    group="money",
    recipient="jobseeker",
    reference="contract_start",
    reference_fact="contract.start_date",
    parameters=p,
    conditions=[
        registered,
        recognised,
        contract_before_2020,
        long_training,
        many_hours,
        has_dependants,
        in_target_group,
    ],
    amounts={
        "gross_eur_month": amount(p.premium, recipient="worker"),
        "from_week": amount(p.premium_from_week, recipient="worker"),
    },
    steps=[step("ask_vdab", who="worker", source="vdab-premies")],
)
