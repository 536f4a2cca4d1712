"""Betaald educatief verlof in Brussels: paid hours off to follow a course, and the refund.

Law: herstelwet of 22 January 1985, chapter IV, section 6, executed by the Brussels-Capital Region
for establishment units on its territory; reformed on 1 September 2023. The articles were not
read; conditions follow the pages of Brussel Economie en Werkgelegenheid.
Period: school year (1 September to 31 August). Result: hours off for the employee; a fixed amount
per hour for the employer, claimed after the school year.

Until August 2023 the federal hours and fractions hold. Which month counted then for somebody who
did not work in September was not read. The refund per hour after 2023-2024 was not found.

Not expressed: the recognition of the course and hours used before (taken as met), a course of two
classes, ten credits for a structured course of higher education, projects and internships (they
count for the hours, not for the size), exams of an examination board and of a validation of
skills, the first day of a claim (a step), and planning by the employer.
"""

from datetime import date

from koers.engine import (
    DAY_ASKED,
    REFERENCE_DAY,
    Incentive,
    amount,
    calendar_day,
    condition,
    greatest,
    least,
    load_parameters,
    lookup,
    or_else,
    share,
    shift,
    step,
    unknown_in_law,
    unknown_number,
    when,
)
from koers.rulebook.facts import (
    DIPLOMA,
    LANGUAGE,
    TRAINING_KIND,
    employment,
    leave,
    person,
    training,
)
from koers.rulebook.regionaal_opleidingsverlof.rule import (
    class_of_the_table,
    federal_hours,
    hours_of_priority_training,
    leave_year_is_told,
    leave_year_start,
    priority_training,
    sector_with_leave,
    unit_in_brussels,
    works_under_contract,
)

p = load_parameters(__file__)

LAST_DAY_OF_OLD_RULES = date(2023, 8, 31)
REFORM = date(2023, 9, 1)

# Who ------------------------------------------------------------------------------------------

employee = condition(
    works_under_contract,
    law="Herstelwet 22.1.1985, hoofdstuk IV, afdeling 6 (artikel niet gelezen; RG-C1)",
    title="Je bent werknemer",
    source="reform",
)
private_sector = condition(
    sector_with_leave,
    law="Group S, veelgestelde vragen over Brussel (RG-C2)",
    title="Je werkt in de privésector, of met een arbeidsovereenkomst in een autonoom "
    "overheidsbedrijf",
    source="groups",
)
workplace_in_brussels = condition(
    unit_in_brussels,
    law="Vestigingseenheid zoals in DmfA (RG-C1)",
    title="De vestiging waar je werkt, ligt in het Brusselse Gewest",
    source="reform",
)

# September counts; since the reform the month of the first course counts when September is not
# enough. Before, that month is only looked at for somebody who did not work in September.
counted_fraction = (
    when((employment.fraction_september < p.min_fraction) | (employment.fraction_september == 0))
    .then(employment.fraction_training_start_month)
    .otherwise(employment.fraction_september)
)
works_enough_until_2023 = condition(
    (
        (counted_fraction >= p.min_fraction_any_timetable)
        | ((employment.schedule_type == "variable") & (counted_fraction > 0))
        | (
            (counted_fraction >= p.min_fraction_vocational)
            & (training.class_ == "vocational")
            & training.coincides_with_work_hours
        )
    )
    & (
        (employment.fraction_september > 0)
        | unknown_in_law(
            "Voor 1 september 2023 weten we niet welke maand telde voor wie in september nog niet "
            "werkte.",
            source="old-rules",
        )
    ),
    law="Brussel Economie en Werkgelegenheid, oude regelgeving",
    title="Je werkt minstens {min_fraction_any_timetable}%, of met een veranderlijk uurrooster, "
    "of minstens {min_fraction_vocational}% met een vast uurrooster voor een beroepsopleiding "
    "tijdens je werkuren",
    source="old-rules",
    until=LAST_DAY_OF_OLD_RULES,
)
works_enough = condition(
    counted_fraction >= p.min_fraction,
    law="Brussel Economie en Werkgelegenheid, hervorming van 2023 (BX-C1)",
    title="Je werkt in september minstens {min_fraction}% van een voltijdse job, of anders in de "
    "maand waarin je opleiding begint",
    source="reform",
    since=REFORM,
)

# What course ----------------------------------------------------------------------------------

class_is_told = condition(
    class_of_the_table,
    law="Brussel Economie en Werkgelegenheid, duur van het verlof",
    title="Je volgt een algemene opleiding, een taalopleiding, een beroepsopleiding of een studie "
    "in het hoger onderwijs",
    source="duration",
)
large_enough_until_2023 = condition(
    (training.contact_hours >= p.min_contact_hours)
    | unknown_in_law(
        "We lazen niet hoe groot een opleiding in Brussel moest zijn voor 1 september 2023.",
        source="old-rules",
    ),
    law="Brussel Economie en Werkgelegenheid, oude regelgeving",
    title="De opleiding is groot genoeg: {min_contact_hours} uren les per schooljaar volstaan",
    source="old-rules",
    until=LAST_DAY_OF_OLD_RULES,
)
large_enough = condition(
    training.contact_hours >= p.min_contact_hours,
    law="Brussel Economie en Werkgelegenheid, hervorming van 2023 (BX-C2)",
    title="De opleiding telt minstens {min_contact_hours} uren les per schooljaar",
    source="reform",
    since=REFORM,
)
with_teacher_until_2023 = condition(
    training.mode.is_in(["contact", "live_online"])
    | unknown_in_law(
        "We lazen niet of zelfstudie voor 1 september 2023 meetelde.", source="old-rules"
    ),
    law="Brussel Economie en Werkgelegenheid, oude regelgeving",
    title="De opleiding heeft lessen met een lesgever",
    source="old-rules",
    until=LAST_DAY_OF_OLD_RULES,
)
with_teacher = condition(
    training.mode.is_in(["contact", "live_online"]),
    law="Brussel Economie en Werkgelegenheid, hervorming van 2023 (BX-C2)",
    title="De opleiding heeft lessen met een lesgever, in een lokaal of live online",
    source="reform",
    since=REFORM,
)
some_hours_attended = condition(
    training.hours_attended > 0,
    law="Brussel Economie en Werkgelegenheid, duur van het verlof",
    title="Je volgt minstens een deel van de lessen",
    source="duration",
)

# How many hours -------------------------------------------------------------------------------

at_most_secondary = person.highest_diploma.is_in(DIPLOMA.group("at_most_secondary"))
language_that_raises = (
    training.language.is_in(LANGUAGE.group("national") | LANGUAGE.group("sign"))
    | training.job_related
)
certainly_raised = ((training.class_ == "vocational") & at_most_secondary) | (
    (training.class_ == "language") & (at_most_secondary | language_that_raises)
)
raised = certainly_raised | (
    training.class_.is_in(["vocational", "language"])
    & (person.highest_diploma == "nursing_4th_grade_bso")
    & unknown_in_law(
        "We weten niet of een brevet van de vierde graad beroeps telt als hoogstens een diploma "
        "secundair onderwijs.",
        source="duration",
    )
)
own_hours = or_else(lookup(p.table("hours_of_class"), training.class_), federal_hours)
full_time_hours = (
    when(priority_training)
    .then(hours_of_priority_training)
    .when(raised)
    .then(or_else(p.hours_raised, own_hours))
    .otherwise(own_hours)
)
# Exams without lessons have hours of their own, which no page gave: not bounded by a class.
exams_only = training.kind.is_in(TRAINING_KIND.group("evc") | {"examencommissie"}) | (
    training.contract_type == "examencontract"
)
hours = (
    when(exams_only)
    .then(
        greatest(
            unknown_number(
                "Voor examens zonder lessen gelden in Brussel eigen uren. Die lazen we niet.",
                source="duration",
                unit="h",
            ),
            0,
        )
    )
    .otherwise(least(training.hours_attended, share(least(counted_fraction, 100), full_time_hours)))
)

# Both sides: these wait for an answer, whatever it is.
timetable_is_told = condition(
    priority_training
    | ~training.class_.is_in(["vocational", "professional_bachelor"])
    | training.coincides_with_work_hours
    | ~training.coincides_with_work_hours,
    law="FOD Werkgelegenheid, duur van het verlof",
    title="Je zegt of de lessen tijdens je werkuren vallen: daarvan hangt het aantal uren af",
    source="old-rules",
    until=LAST_DAY_OF_OLD_RULES,
)
raise_is_told = condition(
    priority_training | certainly_raised | ~certainly_raised,
    law="Brussel Economie en Werkgelegenheid, duur van het verlof",
    title="Je zegt wat nodig is voor het aantal uren: je diploma, of de taal die je leert",
    source="duration",
    since=REFORM,
)

claim_deadline_of_year = shift(
    calendar_day("school_year_start", REFERENCE_DAY),
    months=p.claim_months,
    days=0 - p.claim_days_earlier,
)

bev_brussels = Incentive(
    id="bev_brussels",
    kind="right",
    level="brussels",
    group="time",
    recipient="worker",
    reference="school_year",
    reference_fact=None,
    parameters=p,
    conditions=[
        employee,
        private_sector,
        workplace_in_brussels,
        works_enough_until_2023,
        works_enough,
        class_is_told,
        large_enough_until_2023,
        large_enough,
        with_teacher_until_2023,
        with_teacher,
        some_hours_attended,
        timetable_is_told,
        raise_is_told,
    ],
    amounts={"hours": amount(hours, period="school_year", recipient="worker")},
    steps=[
        step("ask_attest", who="worker", source="reform"),
        step("give_attest", who="worker", source="reform"),
        step("plan_hours", who="worker", source="siep-rights"),
        step("attendance", who="worker", source="reform"),
        step("employer_claims", who="employer", by=claim_deadline_of_year, source="refund-page"),
    ],
    answers=True,
)

# Refund to the employer -----------------------------------------------------------------------

claim_deadline = shift(leave_year_start, months=p.claim_months, days=0 - p.claim_days_earlier)
refund_per_hour = (
    when(leave_year_is_told)
    .then(p.refund)
    .otherwise(
        greatest(
            unknown_number(
                "Het bedrag per uur hangt af van het schooljaar van het verlof.",
                source="refund-page",
                unit="EUR/h",
            ),
            0,
        )
    )
)

hours_taken = condition(
    leave.hours > 0,
    law="Brussel Economie en Werkgelegenheid, terugbetaling",
    title="De werknemer nam uren verlof",
    source="refund-page",
)
claimed_in_time = condition(
    DAY_ASKED <= claim_deadline,
    law="Brussel Economie en Werkgelegenheid, terugbetaling",
    title="De onderneming vraagt de terugbetaling ten laatste op 31 december na het schooljaar",
    source="refund-page",
)

bev_brussels_employer_refund = Incentive(
    id="bev_brussels_employer_refund",
    kind="employer_right",
    level="brussels",
    group="money",
    recipient="employer",
    reference="school_year",
    reference_fact="leave.school_year",
    parameters=p,
    conditions=[hours_taken, claimed_in_time],
    amounts={
        "employer_refund_eur": amount(
            least(leave.hours * refund_per_hour, p.refund_cap), recipient="employer"
        ),
        "employer_claim_deadline": amount(claim_deadline, recipient="employer"),
    },
    steps=[
        step("collect_attests", who="employer", source="refund-page"),
        step("claim_online", who="employer", by=claim_deadline, source="refund-page"),
    ],
    answers=True,
)
