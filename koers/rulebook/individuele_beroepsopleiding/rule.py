"""IBO: a jobseeker learns a job in an enterprise that hires afterwards.

Law: decision of the Flemish Government of 5 June 2009 on VDAB, as changed on 6 July 2018 (from
1 September 2018), 28 June 2019 (scales of the employer) and by the reform of 1 January 2026.
None was read: the rules are those of social secretariats, VLAIO and local pages.
Period: the first day of the contract counts. Result: the premium per month, as a percentage of
the guaranteed minimum income (GGMMI), and what the enterprise pays VDAB per month.

From 2026 the enterprise pays a premium that follows the wage after hiring. That key was not
read in full, and needs a percentage that VDAB and the enterprise choose: the right stands, the
amounts are unknown.

Not expressed, because no fact holds it: vulnerable jobseekers (K-IBO, later IBO-plus, free for
the enterprise); earlier work for the same enterprise; absences, which lower the cost; duration.
"""

from koers.engine import (
    Incentive,
    amount,
    condition,
    load_parameters,
    or_else,
    share,
    step,
    unknown_in_law,
    unknown_number,
    when,
)
from koers.rulebook.facts import EMPLOYMENT_STATUS, employer, employment, ibo, person, reference

p = load_parameters(__file__)

# Who -----------------------------------------------------------------------------------------

registered = condition(
    person.vdab_registered,
    law="VDAB, voorwaarden IBO (IB-C1)",
    title="Je bent bij VDAB ingeschreven als werkzoekende",
    source="opwijk",
)
hardly_works = condition(
    employment.status.is_in(EMPLOYMENT_STATUS.group("no_work"))
    | (
        employment.status.is_in(EMPLOYMENT_STATUS.group("has_employer"))
        & (employment.fraction <= p.max_work)
    )
    | (
        employment.status.is_in(["self_employed", "temporary_unemployed"])
        & unknown_in_law(
            "Wie hoogstens halftijds werkt, mag een IBO volgen. Hoe dat geteld wordt voor een "
            "zelfstandige of bij tijdelijke werkloosheid, staat niet in de bronnen.",
            source=p.sources["opwijk"].url,
        )
    ),
    law="VDAB, voorwaarden IBO (IB-C1)",
    title="Je werkt niet, of hoogstens {max_work}% van een voltijdse job",
    source="opwijk",
)
did_not_resign = condition(
    ~person.resigned_for_ibo,
    law="VDAB, voorwaarden IBO (IB-C2)",
    title="Je nam geen ontslag om de IBO te beginnen",
    source="opwijk",
)

# The income decides on the premium only; it must be known to tell what somebody gets.
income_known = condition(
    (person.replacement_income_per_day == 0) | (person.replacement_income_per_day > 0),
    law="VDAB, IBO-premie",
    title="Het is bekend hoeveel uitkering je per dag krijgt (0 als je er geen hebt)",
    source="securex-2022",
)

# The training --------------------------------------------------------------------------------

enterprise_in_flanders_or_brussels = condition(
    employer.region.is_in(["flanders", "brussels"]),
    law="VDAB, voorwaarden IBO (IB-C4)",
    title="De onderneming ligt in het Vlaamse of het Brusselse Gewest",
    source="voka",
)
big_enough = condition(
    (ibo.fraction >= p.half_time)
    | (
        (ibo.fraction > 0)
        & unknown_in_law(
            "Een IBO mag deeltijds. Of minder dan halftijds ook kan, staat niet duidelijk in de "
            "bronnen.",
            source=p.sources["securex-2026"].url,
        )
    ),
    law="VDAB, voorwaarden IBO, omvang",
    title="Je volgt de IBO voltijds of deeltijds",
    source="securex-2026",
)

# The premium ---------------------------------------------------------------------------------

premium_pct = (
    when(person.replacement_income_per_day == 0)
    .then(p.pct_no_income)
    .when(person.replacement_income_per_day < p.low_income)
    .then(p.pct_low_income)
    .when(person.replacement_income_per_day < p.high_income)
    .then(p.pct_middle_income)
    .otherwise(p.pct_high_income)
)
ggmmi = or_else(reference.ggmmi, p.ggmmi)
premium = share(ibo.fraction, share(premium_pct, ggmmi))

# What the enterprise pays VDAB ---------------------------------------------------------------

full_time_cost = (
    when(ibo.future_gross_wage < p.scale_2_from)
    .then(p.cost_1)
    .when(ibo.future_gross_wage < p.scale_3_from)
    .then(p.cost_2)
    .when(ibo.future_gross_wage < p.scale_4_from)
    .then(p.cost_3)
    .when(ibo.future_gross_wage < p.scale_5_from)
    .then(p.cost_4)
    .otherwise(p.cost_5)
)
employer_cost = (
    when(ibo.fraction >= 100)
    .then(full_time_cost)
    .otherwise(
        unknown_number(
            "Bij een deeltijdse IBO hangt de prijs af van het loon of van de omvang. Hoe VDAB dat "
            "berekent, staat niet duidelijk in de bronnen.",
            source=p.sources["cultuurloket"].url,
            unit="EUR/month",
        )
    )
)

individuele_beroepsopleiding = Incentive(
    id="ibo",
    kind="right",
    level="flemish",
    group="money",
    recipient="jobseeker (premium), employer (cost)",
    reference="contract_start",
    reference_fact="contract.start_date",
    parameters=p,
    conditions=[
        registered,
        hardly_works,
        did_not_resign,
        income_known,
        enterprise_in_flanders_or_brussels,
        big_enough,
    ],
    amounts={
        "gross_eur_month": amount(premium, recipient="worker"),
        "premium_pct": amount(premium_pct, recipient="worker"),
        "employer_cost_eur_month": amount(employer_cost, recipient="enterprise"),
    },
    steps=[
        step("find_enterprise", who="worker", source="opwijk"),
        step("make_plan", who="enterprise", source="voka"),
        step("sign_contract", who="worker", source="opwijk"),
        step("hire_afterwards", who="enterprise", source="voka"),
    ],
)
