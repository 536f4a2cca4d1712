"""Vlaams opleidingsverlof: paid hours off work to follow a registered training.

Law: herstelwet of 22 January 1985, chapter IV, section 6 (for the Flemish Region: decree of
12 October 2018); decision of the Flemish Government of 21 December 2018 (BVR).
Period: school year (1 September to 31 August). Result: hours off for the employee, with a fixed
refund per hour for the employer. It replaced betaald educatief verlof on 1 September 2019.

From 1 September 2026 other conditions hold, whose text was not read: the answer is open unless
one of the conditions that were there from the start fails.

Not expressed here: extra conditions of an entry in the database (such as "only for a first
diploma"), a third time the same training, in-house training without an opinion of the
administration, activities that are excluded since 2025 (a welcome day, lunch and learn, ...),
hours used before for other trainings, sanctions in the next school year, and leave of the time
of betaald educatief verlof that could be continued until the end of 2021.
"""

from datetime import date

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    calendar_day,
    condition,
    full_years,
    least,
    load_parameters,
    lookup,
    open_norm,
    or_else,
    present,
    share,
    shift,
    step,
    unknown_in_law,
    when,
)
from koers.rulebook.facts import EMPLOYMENT_SECTOR, TRAINING_KIND, career_plan, employment, training
from koers.rulebook.regionaal_opleidingsverlof.rule import wage_cap

p = load_parameters(__file__)

LAST_DAY_OF_KNOWN_TEXT = date(2026, 8, 31)

# Who -----------------------------------------------------------------------------------------

employee = condition(
    employment.status.is_in(["employee", "temp_agency", "temporary_unemployed"])
    | (
        employment.status.is_in(["student_worker", "apprentice"])
        & unknown_in_law(
            "We vonden geen tekst die zegt of jobstudenten en leerlingen met een leerovereenkomst "
            "Vlaams opleidingsverlof krijgen.",
            source="https://www.ucll.be/vlaamsopleidingsverlof",
        )
    ),
    law="Herstelwet 22.1.1985, hoofdstuk IV, afdeling 6 (artikel niet gelezen; UCLL, asap)",
    title="Je bent werknemer (ook als uitzendkracht)",
    source="ucll",
)

private_sector = condition(
    employment.sector.is_in(EMPLOYMENT_SECTOR.group("private_any")),
    law="Wet van 5.12.1968 op de cao's: werkgevers die eronder vallen (UCLL, groups)",
    title="Je werkgever hoort bij de privésector (een vzw telt mee)",
    source="ucll",
)

workplace_in_flanders = condition(
    employment.workplace_region == "flanders",
    law="Vestigingseenheid zoals in DmfA (artikel niet gelezen; UCLL)",
    title="De vestiging waar je werkt, ligt in het Vlaamse Gewest",
    source="ucll",
)

# Somebody who had begun before the minimum rose, may go on with the old minimum.
goes_on_with_old_minimum = training.begun_before_2025_09 & (
    employment.fraction_previous_school_year >= p.min_fraction_transition
)
minimum = when(goes_on_with_old_minimum).then(p.min_fraction_transition).otherwise(p.min_fraction)
# The start month counts when the reference month is under the minimum. Until August 2023 the
# reference month was September itself, so a training that began then could not fall back.
first_day_with_fall_back = shift(
    calendar_day("school_year_start", REFERENCE_DAY), months=p.fall_back_after_months
)
counted_fraction = (
    when(
        ~(employment.fraction_reference_month >= minimum)
        & (first_day_with_fall_back <= REFERENCE_DAY)
    )
    .then(employment.fraction_training_start_month)
    .otherwise(employment.fraction_reference_month)
)

works_enough = condition(
    counted_fraction >= minimum,
    law="BVR 21.12.2018, art. 22, eerste tot derde lid",
    title="Je werkt minstens {min_fraction}% van een voltijdse job",
    source="twp",
    until=date(2025, 8, 31),
)

works_enough_or_goes_on = condition(
    counted_fraction >= minimum,
    law="BVR 21.12.2018, art. 22, vierde tot zesde lid; overgang: artikel niet gelezen",
    title="Je werkt minstens {min_fraction}% van een voltijdse job, of je zet een opleiding voort "
    "waarvoor het minimum van vroeger nog telt",
    source="bvr-2025",
    since=date(2025, 9, 1),
    until=LAST_DAY_OF_KNOWN_TEXT,
)

enough_weekly_hours = condition(
    goes_on_with_old_minimum | (employment.weekly_hours >= p.min_weekly_hours),
    law="BVR 21.12.2018, art. 22, vierde lid",
    title="Je werkt gemiddeld minstens {min_weekly_hours} uur per week",
    source="bvr-2025",
    since=date(2025, 9, 1),
    until=LAST_DAY_OF_KNOWN_TEXT,
)

half_time_fixed = condition(
    ~((counted_fraction == p.half_time_fraction) & (employment.schedule_type == "fixed"))
    | training.coincides_with_work_hours,
    law="Aantal uren per schooljaar: halftijds met een vast uurrooster (vlaanderen.be)",
    title="Werk je precies {half_time_fraction}% met een vast uurrooster, dan vallen de lessen "
    "of examens in je werkuren",
    source="hours",
    until=date(2025, 8, 31),
)

# What training -------------------------------------------------------------------------------

# On the day itself the attest is still recent enough, hence one day.
plan_is_recent = (career_plan.attest_date <= REFERENCE_DAY) & (
    full_years(shift(career_plan.attest_date, days=1), REFERENCE_DAY) < p.career_attest_max_age
)

training_counts = condition(
    training.odb_registered
    | (training.in_career_plan & plan_is_recent)
    | (training.kind == "examencommissie")
    | training.kind.is_in(TRAINING_KIND.group("evc")),
    law="BVR 21.12.2018 (artikel niet gelezen; accentjobs, securex)",
    title="De opleiding staat in de Vlaamse opleidingsdatabank, of in een persoonlijk "
    "ontwikkelingsplan van loopbaanbegeleiding van hoogstens {career_attest_max_age} jaar oud, "
    "of je legt examens af voor de examencommissie of een EVC-traject",
    source="accentjobs",
)

large_enough = condition(
    training.kind.is_in(TRAINING_KIND.group("no_minimum_size_vov"))
    | (training.credits >= p.min_size_credits)
    | (training.contact_hours >= p.min_size_hours)
    | (training.lestijden >= p.min_size_lestijden)
    | (training.contact_hours_total_year >= p.min_size_hours_of_year),
    law="BVR 21.12.2018: kleinste omvang (artikel niet gelezen; securex)",
    title="De opleiding telt minstens {min_size_credits} studiepunten, {min_size_hours} "
    "contacturen of {min_size_lestijden} lestijden",
    source="securex-trainings",
)

no_exam_contract = condition(
    training.contract_type != "examencontract",
    law="Voorwaarden: diploma- of creditcontract (UCLL)",
    title="Je volgt de opleiding niet met een examencontract",
    source="ucll",
)

with_teacher = condition(
    training.mode.is_in(["contact", "live_online"]),
    law="Lessen met een lesgever op een vast moment (syntra-ab; vlaanderen.be)",
    title="De opleiding heeft lessen met een lesgever, in een lokaal of live online",
    source="syntra-ab",
    until=LAST_DAY_OF_KNOWN_TEXT,
)

measured_in_contact_hours = (
    present(training.contact_hours) & ~present(training.credits) & ~present(training.lestijden)
)
has_minimum_size = ~training.kind.is_in(TRAINING_KIND.group("no_minimum_size_vov"))

seldom_absent = condition(
    ~measured_in_contact_hours
    | (training.attendance_pct >= 100 - p.max_unjustified_absence)
    | open_norm(
        "Je had een geldige reden voor je afwezigheden",
        law="Gewettigde afwezigheid (artikel niet gelezen; accentjobs)",
        decides="Departement Werk en Sociale Economie",
    ),
    law="Ongewettigde afwezigheid (artikel niet gelezen; accentjobs)",
    title="Je bent hoogstens {max_unjustified_absence}% van de lesuren afwezig zonder geldige "
    "reden",
    source="accentjobs",
    until=date(2025, 3, 31),
)

present_enough = condition(
    ~measured_in_contact_hours
    | (
        (training.attendance_pct >= p.min_presence)
        & (
            ~has_minimum_size
            | (training.hours_attended >= share(p.min_presence, training.contact_hours))
        )
    ),
    law="BVR 17.1.2025 (artikel niet gelezen; prato, acerta)",
    title="Je bent minstens {min_presence}% van de contacturen aanwezig",
    source="bvr-january-2025",
    since=date(2025, 4, 1),
    until=LAST_DAY_OF_KNOWN_TEXT,
)

final_assessment_taken = condition(
    ~training.took_final_assessment.known_no,
    law="Deelname aan de eindbeoordeling (artikel niet gelezen; accentjobs)",
    title="Je doet mee aan het examen of de eindbeoordeling, als die er is",
    source="accentjobs",
    until=LAST_DAY_OF_KNOWN_TEXT,
)

# How much ------------------------------------------------------------------------------------

both_initiatives = (
    (training.initiative == "employee") & (training.other_initiative == "employer")
) | ((training.initiative == "employer") & (training.other_initiative == "employee"))

own_maximum = share(least(counted_fraction, 100), p.base_hours)
employer_maximum = (
    when(both_initiatives).then(share(p.employer_initiative_share, own_maximum)).otherwise(0)
)

hours_per_credit = (
    when(training.kind.is_in(["hbo5", "graduaat"]))
    .then(p.hours_per_credit_graduaat)
    .otherwise(p.hours_per_credit)
)
training_hours = (
    when(training.kind == "examencommissie")
    .then(training.exams * p.hours_per_exam)
    .when(training.kind.is_in(TRAINING_KIND.group("evc")))
    .then(lookup(p.table("hours_evc"), training.kind))
    .when(present(training.credits))
    .then(training.credits * hours_per_credit)
    .when(present(training.lestijden))
    .then(training.lestijden * p.hours_per_lestijd)
    .otherwise(training.hours_attended * p.hours_per_attended_hour)
)
own_hours = when(training.initiative == "employee").then(training_hours).otherwise(0) + (
    when(training.other_initiative == "employee").then(training.other_hours).otherwise(0)
)
employer_hours = when(training.initiative == "employer").then(training_hours).otherwise(0) + (
    when(training.other_initiative == "employer").then(training.other_hours).otherwise(0)
)
hours = least(own_hours, own_maximum) + least(employer_hours, employer_maximum)

own_choice = condition(
    (training.initiative == "employee") | (both_initiatives & (p.employer_initiative_share > 0)),
    law="Gemeenschappelijk initiatiefrecht: minstens één opleiding op eigen initiatief (prato)",
    title="Je kiest de opleiding zelf, of je volgt in hetzelfde schooljaar ook een opleiding die "
    "je zelf koos",
    source="prato-2023",
    until=LAST_DAY_OF_KNOWN_TEXT,
)

something_left = condition(
    when(training.kind == "examencommissie")
    .then(training.exams > 0)
    .otherwise(~has_minimum_size | ~measured_in_contact_hours | (training.hours_attended > 0)),
    law="Aantal uren per schooljaar: uren die je aanwezig bent, of uren per examen (vlaanderen.be)",
    title="Er zijn lesuren of examens waarvoor je verlof kunt nemen",
    source="hours",
    until=LAST_DAY_OF_KNOWN_TEXT,
)

text_of_2026 = condition(
    unknown_in_law(
        "Vanaf 1 september 2026 gelden nieuwe voorwaarden voor het Vlaams opleidingsverlof. We "
        "konden die tekst nog niet lezen.",
        source="https://aztrix.securex.be/knowledge/employment-law/"
        "new-changes-to-flemish-training-leave-from-1-september-2026.md",
    ),
    law="Wijziging vanaf schooljaar 2026-2027 (alleen aangekondigd gelezen; securex)",
    title="Je voldoet aan de nieuwe voorwaarden vanaf het schooljaar 2026-2027",
    source="securex-2026",
    since=date(2026, 9, 1),
)

claim_deadline = or_else(
    p.day("fixed_claim_deadline"),
    shift(REFERENCE_DAY, months=p.claim_months, days=0 - p.claim_days_earlier),
)

vov = Incentive(
    id="vov",
    kind="right",
    level="flemish",
    group="time",
    recipient="worker",
    reference="training_start",
    reference_fact=None,
    parameters=p,
    conditions=[
        employee,
        private_sector,
        workplace_in_flanders,
        works_enough,
        works_enough_or_goes_on,
        enough_weekly_hours,
        half_time_fixed,
        training_counts,
        large_enough,
        no_exam_contract,
        with_teacher,
        seldom_absent,
        present_enough,
        final_assessment_taken,
        own_choice,
        something_left,
        text_of_2026,
    ],
    amounts={
        "hours": amount(hours, recipient="worker"),
        "hours_max": amount(
            own_maximum + employer_maximum, period="school_year", recipient="worker"
        ),
        "employer_refund_eur": amount(hours * p.employer_refund, recipient="employer"),
        "wage_cap_eur_month": amount(wage_cap, recipient="worker"),
        "employer_claim_deadline": amount(claim_deadline, recipient="employer"),
    },
    steps=[
        step("ask_attest", who="worker", source="refund"),
        step("give_attest", who="worker", source="refund"),
        step("plan_hours", who="worker", source="refund"),
        step("claim_refund", who="employer", by=claim_deadline, source="refund"),
        step("register_participation", who="provider", source="refund"),
    ],
    answers=True,
)
