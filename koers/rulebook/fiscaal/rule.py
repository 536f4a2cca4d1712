"""Fiscaal: is a course deductible as a cost, and may the employer keep part of the withholding tax.

Law: income tax code (WIB 92), art. 275/12 for the relief; the articles were not read, conditions
follow tax advisers and social secretariats. Koers explains, it computes nobody's tax.
Deduction: the income year counts. Result: deductible or not, the lump sum of that year, and
whether the actual costs exceed it. Relief: the end of the course counts. It is never a right of
the worker.

Not expressed: a course for a private interest that the employer pays (a benefit in kind), the
clause that makes a worker pay back a course, the tax exemption of regional premiums for
jobseekers, the gain in euros (it depends on the rest of the income), costs refunded by a
voucher, an employer or a fund (only the net cost counts). For the relief: shift and night work,
days of suspension that lengthen the period, earlier periods, the rate and the cap of the wage,
and leave refunded by a region for the same hours.
"""

from koers.engine import (
    Incentive,
    amount,
    condition,
    least,
    load_parameters,
    share,
    step,
    unknown_in_law,
    when,
    word,
)
from koers.rulebook.facts import employer, employment, tax, training

p = load_parameters(__file__)

# A worker deducts the cost ------------------------------------------------------------------

for_present_profession = condition(
    training.purpose == "current_profession",
    law="WIB 92, beroepskosten (artikel niet gelezen; TX-C1)",
    title="De opleiding hangt samen met het beroep dat je nu uitoefent",
    source="fiduplan",
)

lump_sum = least(share(p.lump_sum_rate, tax.wage_after_rsz), p.lump_sum_max)

tax_training_deduction = Incentive(
    id="tax_training_deduction",
    kind="information",
    level="federal",
    group="money",
    recipient="worker",
    reference="income_year",
    reference_fact=None,
    parameters=p,
    conditions=[for_present_profession],
    amounts={
        "useful": amount(
            tax.actual_costs_total > lump_sum,
            recipient="worker",
            note="Ja als al je werkelijke beroepskosten samen hoger zijn dan het forfait.",
        ),
        "lump_sum_eur": amount(
            lump_sum * p.income_year,
            recipient="worker",
            period="calendar_year",
            note="Dit trekt de fiscus zonder bewijs af. Het is geen bedrag dat je krijgt.",
        ),
    },
    steps=[
        step("keep_proof", who="worker", source="fiduplan"),
        step("compare_with_lump_sum", who="worker", source="fiwe"),
        step("fill_in_return", who="worker", source="fiwe"),
    ],
    answers=True,
)

# The employer keeps part of the withholding tax ---------------------------------------------

long_enough_in_service = condition(
    employment.months_with_employer >= p.relief_min_seniority,
    law="WIB 92, art. 275/12 (niet gelezen; TX-C5)",
    title="De werknemer is minstens {relief_min_seniority} maanden in dienst",
    source="paycover",
)

small = employer.small_company
minimum_hours = share(
    employment.fraction, when(small).then(p.relief_min_hours_small).otherwise(p.relief_min_hours)
)
# 20% of 38 hours is 10% of 76 hours: the size need not be known for this one.
informal_cap = share(
    employment.fraction,
    when(small)
    .then(share(p.relief_max_informal_small, p.relief_min_hours_small))
    .otherwise(share(p.relief_max_informal, p.relief_min_hours)),
)
counted_hours = training.hours - training.informal_hours + informal_cap

enough_hours = condition(
    (employment.fraction > 0) & (training.hours >= minimum_hours),
    law="WIB 92, art. 275/12 (niet gelezen; TX-C5)",
    title="De opleiding telt genoeg uren: {relief_min_hours} uur, of {relief_min_hours_small} uur "
    "in een kleine vennootschap, en minder voor wie deeltijds werkt",
    source="cms",
)
short_period = condition(
    training.window_days
    <= when(small).then(p.relief_window_days_small).otherwise(p.relief_window_days),
    law="WIB 92, art. 275/12 (niet gelezen; TX-C5)",
    title="De opleiding valt binnen {relief_window_days} kalenderdagen, of binnen "
    "{relief_window_days_small} in een kleine vennootschap",
    source="cms",
)
# More informal hours than the cap: no when what counts is too short, else the text must tell.
mostly_formal = condition(
    (training.informal_hours <= informal_cap)
    | (
        (counted_hours >= minimum_hours)
        & unknown_in_law(
            "Er zijn te veel informele uren, maar zonder die uren is de opleiding lang genoeg. "
            "Wij konden niet nagaan of de onderneming dan toch de vrijstelling heeft.",
            source=p.sources["paycover"].url,
        )
    ),
    law="WIB 92, art. 275/12; wet van 5 maart 2017 (niet gelezen; TX-C5)",
    title="Hoogstens {relief_max_informal}% van het minimum aan uren is informeel, of "
    "{relief_max_informal_small}% in een kleine vennootschap",
    source="paycover",
)
free_choice = condition(
    ~training.legally_compulsory,
    law="WIB 92, art. 275/12 (niet gelezen; circulaire 2022/C/69; TX-C5)",
    title="De opleiding is niet verplicht door een wet, een reglement of een cao",
    source="circular",
)

tax_withholding_relief_employer = Incentive(
    id="tax_withholding_relief_employer",
    kind="employer_right",
    level="federal",
    group="money",
    recipient="employer",
    reference="course_end",
    reference_fact=None,
    parameters=p,
    conditions=[
        long_enough_in_service,
        enough_hours,
        short_period,
        mostly_formal,
        free_choice,
    ],
    amounts={"paid_to": amount(word("employer"))},
    steps=[step("declare_relief", who="employer", source="paycover")],
    answers=True,
)
