"""Tijdskrediet met motief opleiding: may I be absent, does RVA pay, and how much a month.

Beside these three stand two definitions: the length of the written notice, and the months that
are left for care.

Law: CAO 103 of 27 June 2012 (leave) and the royal decree of 12 December 2001 (allowance). The
articles were not read; conditions follow pages of RVA, the ministry, unions and secretariats.
Reference day: the written notice for leave and allowance, the month paid for the amount.

The leave and the allowance are two questions: since 1 February 2023 many have the leave without
the allowance. The third instrument takes the allowance as granted and tells the amount; only
amounts printed by RVA are told, an estimate stands in the reason of an unknown amount.

Not expressed: the minimum block, postponement and the quota of 5% of the staff, attendance,
side activity, the time to ask RVA (all taken as met), a lighter term inside a longer leave,
credit without motive of before April 2017, amounts for somebody who stops a part-time job, a
shorter notice that both agree on in writing.
"""

from datetime import date

from koers.engine import (
    Incentive,
    amount,
    condition,
    greatest,
    least,
    load_parameters,
    nothing_number,
    present,
    step,
    unknown_in_law,
    when,
)
from koers.rulebook.facts import (
    EMPLOYMENT_SECTOR,
    employer,
    employment,
    person,
    time_credit,
    training,
)

p = load_parameters(__file__)

full = time_credit.form == "full"
half = time_credit.form == "half"
fifth = time_credit.form == "fifth"

# Leave: who ---------------------------------------------------------------------------------

employee_under_cao = condition(
    employment.sector.is_in(EMPLOYMENT_SECTOR.group("private_any"))
    & (
        (employment.status == "employee")
        | (
            employment.status.is_in(["temp_agency", "temporary_unemployed", "student_worker"])
            & unknown_in_law(
                "De teksten die we lazen, gaan over gewone werknemers. Hoe het zit voor "
                "uitzendkrachten, jobstudenten en wie tijdelijk werkloos is, lazen we niet.",
                source=p.sources["workpocket"].url,
            )
        )
    ),
    law="Cao 103 (TC-R1)",
    title="Je bent werknemer in de privésector",
    source="acv",
)
firm_size_or_consent = condition(
    (employer.headcount > p.consent_size) | employer.consent,
    law="Cao 103; RVA E64 (TC-R2)",
    title="Je werkgever heeft meer dan {consent_size} werknemers, of gaat akkoord",
    source="rva-e64",
)
long_enough_in_service = condition(
    (employment.months_with_employer >= p.min_seniority)
    | time_credit.follows_exhausted_parental_leave,
    law="Cao 103 (TC-R3)",
    title="Je bent minstens {min_seniority} maanden in dienst bij de kennisgeving, of je verlof "
    "volgt op volledig opgebruikt ouderschapsverlof",
    source="acv",
)
agreement_allows_form = condition(
    fifth | employer.cao_time_credit_training,
    law="Cao 103 (TC-R4)",
    title="Je vermindert met een vijfde, of een cao van je sector of bedrijf laat voltijds of "
    "halftijds tijdskrediet voor opleiding toe",
    source="acv",
)

# Leave: what training -----------------------------------------------------------------------

recognised_course = condition(
    training.recognised_by.is_in(["community", "sector"]),
    law="Cao 103 (TC-R5)",
    title="Je opleiding is erkend door een gemeenschap of door je sector",
    source="siep",
)

lower_minimum = training.kind.is_in(["basic", "secondary"])
hours_year_needed = when(lower_minimum).then(p.min_hours_year_basic).otherwise(p.min_hours_year)
hours_term_needed = when(lower_minimum).then(p.min_hours_term_basic).otherwise(p.min_hours_term)

course_large_enough = condition(
    (training.hours_year >= hours_year_needed)
    | (training.hours_term_min >= hours_term_needed)
    | (training.credits_year >= p.min_credits_year)
    | (training.credits_term_min >= p.min_credits_term),
    law="Cao 103 (TC-R6)",
    title="Je opleiding telt minstens {min_credits_year} studiepunten of {min_hours_year} lesuren "
    "per jaar, of {min_credits_term} studiepunten of {min_hours_term} lesuren per trimester",
    source="siep",
)

# Leave: how much ----------------------------------------------------------------------------

used = time_credit.used_training_months + time_credit.used_care_months
available = greatest(least(p.max_months - used, p.max_months_all - used), 0)

months_left = condition(
    available > 0,
    law="Cao 103; Securex (TC-R7)",
    title="Je hebt nog maanden over van de {max_months} maanden voor opleiding",
    source="securex-deduction",
)
worked_enough_before = condition(
    full
    | (half & (employment.fraction_last_12_months >= p.min_fraction_half))
    | (fifth & (employment.fraction_last_12_months >= p.min_fraction_fifth)),
    law="Cao 103; FOD Werkgelegenheid (TC-R8)",
    title="Je werkte in de twaalf maanden voor de kennisgeving minstens {min_fraction_half}% "
    "(halftijds) of {min_fraction_fifth}% (een vijfde)",
    source="fod-old",
)
# Fewer months than the block do not close the right: it was not read. A number must be asked for.
asked_months = condition(
    (time_credit.requested_months >= p.minimum_block)
    | (time_credit.requested_months < p.minimum_block),
    law="Cao 103 (TC-R9)",
    title="Je vraagt een aantal maanden",
    source="known",
)

months = least(time_credit.requested_months, available)

time_credit_training_leave = Incentive(
    id="time_credit_training_leave",
    kind="right",
    level="federal",
    group="time",
    recipient="worker",
    reference="notice",
    reference_fact="time_credit.notice_date",
    parameters=p,
    conditions=[
        employee_under_cao,
        firm_size_or_consent,
        long_enough_in_service,
        agreement_allows_form,
        recognised_course,
        course_large_enough,
        months_left,
        worked_enough_before,
        asked_months,
    ],
    amounts={"months": amount(months, recipient="worker")},
    steps=[
        step("notify_employer", who="worker", source="rva-e65"),
        step("prove_attendance", who="worker", source="siep"),
    ],
    answers=True,
)

# Allowance ----------------------------------------------------------------------------------

worked_full_time = time_credit.months_full_time_before_notice >= p.months_full_time
worked_part_time = time_credit.months_part_time_before_notice >= p.months_part_time

worked_enough_for_allowance_before_2023 = condition(
    when(fifth)
    .then(worked_full_time)
    .otherwise(
        unknown_in_law(
            "Wat je vóór 1 februari 2023 moest gewerkt hebben voor een uitkering bij volledig of "
            "halftijds tijdskrediet, hebben we niet gelezen.",
            source=p.sources["sd"].url,
        )
    ),
    law="KB 12.12.2001 (TC-B2, oude tekst)",
    title="Je werkte lang genoeg voor een uitkering",
    source="sd",
    until=date(2023, 1, 31),
)
worked_enough_for_allowance = condition(
    worked_full_time | (full & worked_part_time),
    law="KB 12.12.2001; FOD Werkgelegenheid (TC-B2)",
    title="Je werkte voor de kennisgeving minstens {months_full_time} maanden voltijds, of "
    "{months_part_time} maanden deeltijds als je volledig stopt",
    source="fod-2023",
    since=date(2023, 2, 1),
)

time_credit_training_allowance = Incentive(
    id="time_credit_training_allowance",
    kind="right",
    level="federal",
    group="money",
    recipient="worker",
    reference="notice",
    reference_fact="time_credit.notice_date",
    parameters=p,
    conditions=[
        employee_under_cao,
        firm_size_or_consent,
        long_enough_in_service,
        agreement_allows_form,
        recognised_course,
        course_large_enough,
        months_left,
        worked_enough_before,
        asked_months,
        worked_enough_for_allowance_before_2023,
        worked_enough_for_allowance,
    ],
    amounts={"leave_eligible": amount(time_credit_training_leave.holds, always=True)},
    steps=[
        step("notify_employer", who="worker", source="rva-e65"),
        step("ask_rva", who="worker", source="known"),
        step("prove_attendance", who="worker", source="siep"),
        step("ask_flemish_premium", who="worker", source="acv"),
    ],
    answers=True,
)

# Amount, for somebody who has the allowance -------------------------------------------------

old_rules = time_credit.notice_date < p.day("single_amount_from")
long_service = old_rules & (employment.months_with_employer >= p.long_service)
older = old_rules & (person.age >= p.higher_from_age)

form_chosen = condition(
    full | half | fifth,
    law="RVA, barema's",
    title="Je stopt volledig, werkt halftijds of vermindert met een vijfde",
    source="rva-table",
)
# Before February 2023 the table had a column for each length of service and for each age.
column_known = condition(
    ~old_rules
    | (
        (
            (employment.months_with_employer >= p.long_service)
            | (employment.months_with_employer < p.long_service)
        )
        & ((person.age >= p.higher_from_age) | (person.age < p.higher_from_age))
    ),
    law="RVA, barema's; sd.be",
    title="Je kennisgeving is van {single_amount_from} of later, of je anciënniteit en leeftijd "
    "bepalen je bedrag",
    source="rva-table",
)

gross = (
    when(fifth)
    .then(p.gross_fifth)
    .when(older)
    .then(p.gross_older)
    .when(full & long_service)
    .then(p.gross_full_long_service)
    .when(full)
    .then(p.gross_full)
    .when(long_service)
    .then(p.gross_half_long_service)
    .otherwise(p.gross_half)
)
net_half = (
    when(person.lives_alone & long_service)
    .then(p.net_half_alone_long_service)
    .when(person.lives_alone)
    .then(p.net_half_alone)
    .when(long_service)
    .then(p.net_half_together_long_service)
    .otherwise(p.net_half_together)
)
net = (
    when(fifth)
    .then(p.gross_fifth)
    .when(older)
    .then(p.gross_older)
    .when(full & long_service)
    .then(p.net_full_long_service)
    .when(full)
    .then(p.net_full)
    .otherwise(net_half)
)

time_credit_training_allowance_amount = Incentive(
    id="time_credit_training_allowance_amount",
    kind="definition",
    level="federal",
    group="money",
    recipient="worker",
    reference="month_paid",
    reference_fact=None,
    parameters=p,
    conditions=[form_chosen, column_known],
    amounts={
        "gross_eur_month": amount(gross, period="month", recipient="worker"),
        "net_eur_month": amount(net, period="month", recipient="worker"),
    },
    steps=[],
    answers=True,
)

# Definitions --------------------------------------------------------------------------------

workers_on_30_june = employer.headcount_30_june_previous_year
notice_months = (
    when(workers_on_30_june > p.notice_size)
    .then(p.notice_big)
    .when(present(workers_on_30_june))
    .then(p.notice_small)
    .otherwise(nothing_number("months"))
)

definition_time_credit_notice = Incentive(
    id="definition_time_credit_notice",
    kind="definition",
    level="federal",
    group="time",
    recipient="worker",
    reference="notice",
    reference_fact="time_credit.notice_date",
    parameters=p,
    conditions=[],
    amounts={"notice_months": amount(notice_months, recipient="worker")},
    steps=[step("notify_employer", who="worker", source="rva-e65")],
    answers=False,
)

# The mirror of `available`: training and care are charged to the maximum of both together.
care_months_left = (
    when(time_credit.motive == "care")
    .then(greatest(p.max_months_all - used, 0))
    .otherwise(nothing_number("months"))
)

definition_time_credit_care_remaining = Incentive(
    id="definition_time_credit_care_remaining",
    kind="definition",
    level="federal",
    group="time",
    recipient="worker",
    reference="notice",
    reference_fact="time_credit.notice_date",
    parameters=p,
    conditions=[],
    amounts={"months_max": amount(care_months_left, recipient="worker")},
    steps=[step("ask_months_used", who="worker", source="rva-e65")],
    answers=False,
)
