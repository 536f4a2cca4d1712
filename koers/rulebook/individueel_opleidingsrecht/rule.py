"""Individueel opleidingsrecht: paid training days a year, a claim of the worker on the employer.

Beside the right itself: may hours of regional leave be booked on it, how many days the firm
owes all its staff over two years, and the yearly training plan.

Law: law of 3 October 2022 (arbeidsdeal), chapter 12. The articles were not read in full.
Period: calendar year, since 2023. Result: days, after part time and months in service.

The joint committee may replace the number of the law by its own; a committee that was not read
leaves the days unknown, never "the number of the law". Under 10 full-time workers the law gives
nothing and only the sector may. Where a source prints no number for a year ("?" or "-" in the
fact file), the year is unknown; numbers "on average" or "at least" count as that number.

Not expressed: days carried over inside five years, days already taken, the end of the contract,
which training counts, hours instead of days; for the firm, the total outside paritair comité 200
and 100 (the law counts per worker, by the working time of that year), the period of 2022 and
2023, and which public employers fall outside the law on the plan (nothing is asked but its size).
The plan has its own first day, and so has the total of the firm. `days_upper_estimate` is the
number of the law and is always told from 10 full-time workers on: no word of the language says
"only when the other amount is not known".
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
    shift,
    started_months,
    step,
    unknown_in_law,
    unknown_number,
    when,
)
from koers.rulebook.facts import (
    EMPLOYMENT_SECTOR,
    employer,
    employment,
    training,
    training_right,
)

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

# Hours that are also regional leave ---------------------------------------------------------

hours_not_regional_leave = condition(
    ~training.taken_as_regional_leave
    | unknown_in_law(
        "Een federatie van werkgevers schrijft dat uren van het Vlaams opleidingsverlof of het "
        "betaald educatief verlof niet meetellen. Een andere federatie betwist dat. De wet hebben "
        "we niet gelezen.",
        source=p.sources["bakkers"].url,
    ),
    law="Bakkers Vlaanderen, over de Federal Learning Account (IOR-C7)",
    title="Je nam de uren niet op als Vlaams opleidingsverlof of betaald educatief verlof",
    source="bakkers",
)

federal_training_right_booking = Incentive(
    id="federal_training_right_booking",
    kind="definition",
    level="federal",
    group="time",
    recipient="worker",
    reference="calendar_year",
    reference_fact=None,
    parameters=p,
    conditions=[hours_not_regional_leave],
    amounts={},
    steps=[step("ask_how_hours_count", who="worker", source="worker-page")],
    answers=True,
)

# What the firm owes all its staff over two years --------------------------------------------

period = training_right.period

# Every private firm has a joint committee; public employers have none.
firm_has_committee = condition(
    present(committee),
    law="Wet 3.10.2022, hoofdstuk 12; wet 5.12.1968 (IOR-C1)",
    title="Het bedrijf hoort bij een paritair comité",
    source="worker-page",
)
pc100_micro_owes = (lookup(p.table("pc100_firm_micro"), period) > 0) & (
    (workers >= p.pc100_known_from)
    | unknown_in_law(
        "Voor paritair comité 100 lazen we niets over bedrijven met minder dan 5 voltijdse "
        "werknemers.",
        source=p.sources["accg-100"].url,
    )
)
micro_firm_owes = (
    when(committee == "100")
    .then(pc100_micro_owes)
    .otherwise(lookup(p.table("days_micro"), committee) > 0)
)
firm_owes_days = condition(
    (workers >= p.small_from) | ((workers > 0) & (workers < p.small_from) & micro_firm_owes),
    law="Wet 3.10.2022, hoofdstuk 12 (IOR-C2)",
    title="Het bedrijf telt minstens {small_from} voltijdse werknemers, of de sector vraagt ook "
    "aan kleinere bedrijven opleidingsdagen",
    source="worker-page",
)
two_calendar_years = condition(
    lookup(p.table("years_in_period"), period) > 0,
    law="Wet 3.10.2022, art. 50, par. 2 (de referteperiode van twee jaar)",
    title="De periode is een van de vaste periodes van twee kalenderjaren",
    source="sociaalkantoor",
)

pc200_firm_days = (
    when(workers >= p.large_from)
    .then(lookup(p.table("pc200_firm_large"), period))
    .when(workers >= p.small_from)
    .then(lookup(p.table("pc200_firm_small"), period))
    .otherwise(lookup(p.table("pc200_firm_micro"), period))
)
pc100_firm_days = (
    when(workers >= p.large_from)
    .then(
        unknown_number(
            "Hoeveel dagen een groot bedrijf van paritair comité 100 over twee jaar geeft, "
            "konden we niet lezen.",
            source=p.sources["accg-100"].url,
            unit="days/FTE",
        )
    )
    .when(workers >= p.small_from)
    .then(lookup(p.table("pc100_firm_small"), period))
    .otherwise(lookup(p.table("pc100_firm_micro"), period))
)
firm_days_per_worker = (
    when(committee == "200")
    .then(pc200_firm_days)
    .when(committee == "100")
    .then(pc100_firm_days)
    .otherwise(
        unknown_number(
            "In deze sector telt het recht per werknemer. Een totaal voor het bedrijf over twee "
            "jaar hebben we niet gelezen.",
            source=p.sources["worker-page"].url,
            unit="days/FTE",
        )
    )
)

pc100_own_days = (
    when(workers >= p.large_from)
    .then(
        unknown_number(
            "Hoeveel eigen dagen een werknemer krijgt in een groot bedrijf van paritair comité "
            "100, konden we niet lezen.",
            source=p.sources["accg-100"].url,
            unit="days/year",
        )
    )
    .when(workers >= p.small_from)
    .then(lookup(p.table("pc100_own_small"), period))
    .otherwise(lookup(p.table("pc100_own_micro"), period))
)
own_days = (
    when(committee == "200")
    .then(
        when(workers >= p.large_from)
        .then(lookup(p.table("pc200_own_large"), period))
        .otherwise(lookup(p.table("pc200_own_small"), period))
    )
    .when(committee == "100")
    .then(pc100_own_days)
    .otherwise(
        unknown_number(
            "In deze sector kan het aantal dagen elk jaar anders zijn. Kijk bij het individueel "
            "opleidingsrecht van het jaar zelf.",
            source=p.sources["worker-page"].url,
            unit="days/year",
        )
    )
)

federal_training_right_employer_total = Incentive(
    id="federal_training_right_employer_total",
    kind="duty",
    level="federal",
    group="time",
    recipient="employer",
    reference="calendar_year",
    reference_fact=None,
    parameters=p,
    conditions=[firm_has_committee, firm_owes_days, two_calendar_years],
    amounts={
        "days_firm_total": amount(workers * firm_days_per_worker, recipient="employer"),
        "days_per_worker_year": amount(own_days, recipient="worker"),
    },
    steps=[
        step("divide_days", who="employer", source="sfonds-200"),
        step("keep_training_account", who="employer", source="sdworx"),
    ],
    answers=True,
)

# The yearly training plan -------------------------------------------------------------------

firm_needs_plan = condition(
    workers >= p.plan_from,
    law="Wet 3.10.2022, hoofdstuk 12 (IOR-C8)",
    title="Het bedrijf telt minstens {plan_from} voltijdse werknemers",
    source="liantis",
)

# The last day of March; the first plan is that of 2023.
plan_deadline = shift(year_start, months=p.plan_months, days=-1)

training_plan_duty = Incentive(
    id="training_plan_duty",
    kind="duty",
    level="federal",
    group="time",
    recipient="employer",
    reference="calendar_year",
    reference_fact=None,
    parameters=p,
    conditions=[firm_needs_plan],
    amounts={"plan_deadline": amount(plan_deadline, period="year", recipient="employer")},
    steps=[
        step("present_plan", who="employer", source="horeca-forma"),
        step("draw_up_plan", who="employer", by=plan_deadline, source="horeca-forma"),
    ],
    answers=True,
)
