"""Individueel opleidingsrecht: paid training days a year, a claim of the worker on the employer.

Law: law of 3 October 2022 (arbeidsdeal), chapter 12. The articles were not read in full.
Period: calendar year, since 2023. Result: days, after part time and months in service.

The joint committee may replace the number of the law by its own; a committee that was not read
leaves the days unknown, never "the number of the law". Under 10 full-time workers the law gives
nothing and only the sector may. Where a source prints no number for a year ("?" or "-" in the
fact file), the year is unknown; numbers "on average" or "at least" count as that number.

Not expressed: days carried over inside five years, days already taken, the end of the contract,
which training counts, booking of regional leave (an instrument of its own), hours instead of
days. `days_upper_estimate` is the number of the law and is always told from 10 full-time workers
on: no word of the language says "only when the other amount is not known".
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    calendar_day,
    condition,
    greatest,
    least,
    load_parameters,
    lookup,
    nothing_number,
    or_else,
    per_month,
    present,
    share,
    started_months,
    step,
    unknown_number,
    when,
)
from koers.rulebook.facts import EMPLOYMENT_SECTOR, employer, employment

p = load_parameters(__file__)

committee = employment.joint_committee
workers = employer.headcount_fte
year_start = calendar_day("year_start", REFERENCE_DAY)
year_end = calendar_day("year_end", REFERENCE_DAY)

# Who ----------------------------------------------------------------------------------------

works_under_contract = condition(
    employment.status.is_in(
        ["employee", "temp_agency", "temporary_unemployed", "student_worker", "apprentice"]
    ),
    law="Wet 3.10.2022, hoofdstuk 12; FOD Werkgelegenheid (IOR-C1, IOR-C4)",
    title="Je hebt een arbeidsovereenkomst; zelfstandigen en ambtenaren hebben dit recht niet",
    source="worker-page",
)
private_employer = condition(
    employment.sector.is_in(EMPLOYMENT_SECTOR.group("private_any")),
    law="Wet 3.10.2022, hoofdstuk 12; wet 5.12.1968 (IOR-C1)",
    title="Je werkgever hoort bij de privésector",
    source="worker-page",
)
# Somebody in service now began before the year's end, so an unknown start does not matter here.
contract_begins_in_time = condition(
    (employment.months_with_employer >= 0) | (employment.contract_start <= year_end),
    law="Securex, berekening van het krediet (IOR-C4)",
    title="Je contract begint niet na dit kalenderjaar",
    source="securex",
)
contract_lasts_into_year = condition(
    ~present(employment.contract_end) | (employment.contract_end >= year_start),
    law="Securex, berekening van het krediet (IOR-C4)",
    title="Je contract liep niet af voor dit kalenderjaar",
    source="securex",
)
works_some_hours = condition(
    employment.fraction > 0,
    law="Securex, berekening van het krediet (IOR-C4)",
    title="Je werkt volgens je contract een deel van een voltijdse week",
    source="securex",
)

# Size of the firm and agreement of the sector -----------------------------------------------

# An agreement of the sector counts first; somebody without a committee has the number of the law.
large_firm_days = or_else(lookup(p.table("days_large"), committee), p.legal_days_large)
small_firm_days = or_else(lookup(p.table("days_small"), committee), p.legal_days_small)

too_few_months = (committee == "116") & (
    employment.effective_months_this_year < p.pc116_effective_months
)
size_not_read = (committee == "100") & (workers < p.pc100_known_from)
micro_firm_days = (
    when(too_few_months)
    .then(0)
    .when(size_not_read)
    .then(
        unknown_number(
            "Voor paritair comité 100 lazen we niets over bedrijven met minder dan 5 voltijdse "
            "werknemers.",
            source=p.sources["accg-100"].url,
            unit="days",
        )
    )
    .otherwise(or_else(lookup(p.table("days_micro"), committee), 0))
)

firm_days = employer.days_full_time * p.per_calendar_year

firm_gives_days = condition(
    when(present(employer.days_full_time))
    .then(firm_days > 0)
    .otherwise((workers >= p.small_from) | ((workers < p.small_from) & (micro_firm_days > 0))),
    law="Wet 3.10.2022, hoofdstuk 12 (IOR-C2)",
    title="Je bedrijf telt minstens {small_from} voltijdse werknemers, of je sector geeft ook in "
    "kleinere bedrijven opleidingsdagen",
    source="worker-page",
)

# How many days ------------------------------------------------------------------------------

full_time_days = (
    when(present(employer.days_full_time))
    .then(firm_days)
    .when(workers >= p.large_from)
    .then(large_firm_days)
    .when(workers >= p.small_from)
    .then(small_firm_days)
    .otherwise(micro_firm_days)
)

# Each month that began counts whole; suspension of the contract does not lower the number.
first_day = greatest(or_else(employment.contract_start, year_start), year_start)
last_day = least(or_else(employment.contract_end, year_end), year_end)
months_in_service = greatest(started_months(first_day, last_day), 0)

days = share(employment.fraction, per_month(full_time_days, months_in_service))

legal_days = (
    when(present(employer.days_full_time))
    .then(nothing_number("days"))
    .when(workers >= p.large_from)
    .then(p.legal_days_large)
    .when(workers >= p.small_from)
    .then(p.legal_days_small)
    .otherwise(nothing_number("days"))
)
estimate = share(employment.fraction, per_month(legal_days, months_in_service))

federal_training_right = Incentive(
    id="federal_training_right",
    kind="right",
    level="federal",
    group="time",
    recipient="worker",
    reference="calendar_year",
    reference_fact=None,
    parameters=p,
    conditions=[
        works_under_contract,
        private_employer,
        contract_begins_in_time,
        contract_lasts_into_year,
        works_some_hours,
        firm_gives_days,
    ],
    amounts={
        "days": amount(days, period="calendar_year", recipient="worker"),
        "days_upper_estimate": amount(
            estimate,
            period="calendar_year",
            recipient="worker",
            note="Het aantal van de wet. Kent Koers de afspraak van je sector, dan telt die.",
        ),
    },
    steps=[
        step("look_at_training_account", who="worker", source="sdworx"),
        step("agree_on_training", who="worker", source="worker-page"),
        step("tell_balance", who="employer", source="acerta"),
    ],
    answers=True,
)
