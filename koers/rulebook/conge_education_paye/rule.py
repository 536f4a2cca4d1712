"""Congé-éducation payé in Wallonia: paid hours off to follow a course, and the refund.

Law: herstelwet of 22 January 1985, chapter IV, section 6, executed by the Walloon Region for
establishment units in its French-language part; the German-speaking Community has its own. The
articles were not read; conditions follow pages of the administration and of unions.
Period: school year (1 September to 31 August). Result: hours off for the employee; a fixed amount
per hour for the employer, claimed by 31 March after the school year.

A programme decree of 19 December 2025 stops new recognitions of courses. Its text and first day
were not read; recognition is taken as met, so the answer does not change.

Not expressed: the recognition of the course and hours used before (taken as met), which courses
have priority and so need no 32 hours, fifteen days for a later enrolment or a new job, a course of
two classes, exams of an examination board and of a validation of skills, planning by the employer.
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
    share,
    shift,
    step,
    unknown_in_law,
    unknown_number,
    when,
)
from koers.rulebook.facts import employment, leave, training
from koers.rulebook.regionaal_opleidingsverlof.rule import (
    class_of_the_table,
    federal_hours,
    hours_of_priority_training,
    leave_year_is_told,
    leave_year_start,
    priority_training,
    sector_with_leave,
    unit_in_wallonia,
    works_under_contract,
)

p = load_parameters(__file__)

# Who ------------------------------------------------------------------------------------------

employee = condition(
    works_under_contract,
    law="Herstelwet 22.1.1985, hoofdstuk IV, afdeling 6 (artikel niet gelezen; RG-C1)",
    title="Je bent werknemer",
    source="conditions",
)
private_sector = condition(
    sector_with_leave,
    law="Group S, veelgestelde vragen (RG-C2)",
    title="Je werkt in de privésector, of met een arbeidsovereenkomst in een autonoom "
    "overheidsbedrijf",
    source="groups",
)
workplace_in_wallonia = condition(
    unit_in_wallonia,
    law="Vestigingseenheid zoals in DmfA (RG-C1)",
    title="De vestiging waar je werkt, ligt in het Franstalige deel van Wallonië",
    source="conditions",
)
works_enough = condition(
    (employment.fraction >= p.min_fraction_any_timetable)
    | ((employment.schedule_type == "variable") & (employment.fraction > 0))
    | (
        (employment.fraction >= p.min_fraction_vocational)
        & (training.class_ == "vocational")
        & training.coincides_with_work_hours
    ),
    law="LACSC, voorwaarden in Wallonië (WA-C1)",
    title="Je werkt minstens {min_fraction_any_timetable}%, of met een veranderlijk uurrooster, "
    "of minstens {min_fraction_vocational}% met een vast uurrooster voor een beroepsopleiding "
    "tijdens je werkuren",
    source="lacsc",
)

# What course ----------------------------------------------------------------------------------

class_is_told = condition(
    class_of_the_table,
    law="FOD Werkgelegenheid, duur van het verlof",
    title="Je volgt een algemene opleiding, een taalopleiding, een beroepsopleiding of een studie "
    "in het hoger onderwijs",
    source="siep-hours",
)
large_enough = condition(
    (training.contact_hours >= p.min_contact_hours)
    | (training.kind == "mentor")
    | (
        priority_training
        & unknown_in_law(
            "Sommige opleidingen met voorrang mogen korter zijn. Welke dat zijn, lazen we niet.",
            source="emploi-wallonie",
        )
    ),
    law="emploi.wallonie.be, voorwaarden (WA-C2)",
    title="De opleiding telt minstens {min_contact_hours} uren les per schooljaar, of je wordt "
    "opgeleid tot mentor",
    source="emploi-wallonie",
)
attended_before_november_2021 = condition(
    (training.mode == "contact")
    | unknown_in_law(
        "We lazen niet of lessen op afstand voor november 2021 meetelden.", source="parliament"
    ),
    law="Waals Parlement, schriftelijke vraag",
    title="Je volgt de lessen in een lokaal",
    source="parliament",
    until=date(2021, 10, 31),
)
attended_in_person = condition(
    training.mode == "contact",
    law="Waals Parlement, schriftelijke vraag (WA-C2)",
    title="Je volgt de lessen in een lokaal, niet op afstand",
    source="parliament",
    since=date(2021, 11, 1),
)
some_hours_attended = condition(
    training.hours_attended > 0,
    law="FOD Werkgelegenheid, duur van het verlof",
    title="Je volgt minstens een deel van de lessen",
    source="siep-hours",
)
# Both sides: this waits for an answer, whatever it is.
timetable_is_told = condition(
    priority_training
    | (training.class_ != "vocational")
    | training.coincides_with_work_hours
    | ~training.coincides_with_work_hours,
    law="FOD Werkgelegenheid, duur van het verlof",
    title="Je zegt of de lessen tijdens je werkuren vallen: daarvan hangt het aantal uren af",
    source="siep-hours",
)

# How many hours -------------------------------------------------------------------------------

full_time_hours = when(priority_training).then(hours_of_priority_training).otherwise(federal_hours)
hours = least(training.hours_attended, share(employment.fraction, full_time_hours))

school_year_start = calendar_day("school_year_start", REFERENCE_DAY)
attest_deadline = shift(school_year_start, months=p.attest_months, days=0 - p.days_earlier)
claim_deadline_of_year = shift(school_year_start, months=p.claim_months, days=0 - p.days_earlier)

cep_wallonia = Incentive(
    id="cep_wallonia",
    kind="right",
    level="wallonia",
    group="time",
    recipient="worker",
    reference="school_year",
    reference_fact=None,
    parameters=p,
    conditions=[
        employee,
        private_sector,
        workplace_in_wallonia,
        works_enough,
        class_is_told,
        large_enough,
        attended_before_november_2021,
        attended_in_person,
        some_hours_attended,
        timetable_is_told,
    ],
    amounts={"hours": amount(hours, period="school_year", recipient="worker")},
    steps=[
        step("ask_attest", who="worker", source="lacsc"),
        step("give_attest", who="worker", by=attest_deadline, source="lacsc"),
        step("plan_hours", who="worker", source="siep-rights"),
        step("attendance", who="worker", source="siep-rights"),
        step("employer_claims", who="employer", by=claim_deadline_of_year, source="acerta"),
    ],
    answers=True,
)

# Refund to the employer -----------------------------------------------------------------------

claim_deadline = shift(leave_year_start, months=p.claim_months, days=0 - p.days_earlier)
refund_per_hour = (
    when(leave_year_is_told)
    .then(p.refund)
    .otherwise(
        greatest(
            unknown_number(
                "Het bedrag per uur hangt af van het schooljaar van het verlof.",
                source="liantis",
                unit="EUR/h",
            ),
            0,
        )
    )
)

hours_taken = condition(
    leave.hours > 0,
    law="emploi.wallonie.be, terugbetaling",
    title="De werknemer nam uren verlof",
    source="emploi-wallonie",
)
claimed_in_time = condition(
    DAY_ASKED <= claim_deadline,
    law="Acerta, aanvraag bij Forem",
    title="De onderneming vraagt de terugbetaling ten laatste op 31 maart na het schooljaar",
    source="acerta",
)

cep_wallonia_employer_refund = Incentive(
    id="cep_wallonia_employer_refund",
    kind="employer_right",
    level="wallonia",
    group="money",
    recipient="employer",
    reference="school_year",
    reference_fact="leave.school_year",
    parameters=p,
    conditions=[hours_taken, claimed_in_time],
    amounts={
        "employer_refund_eur": amount(leave.hours * refund_per_hour, recipient="employer"),
        "employer_claim_deadline": amount(claim_deadline, recipient="employer"),
    },
    steps=[
        step("collect_attests", who="employer", source="acerta"),
        step("claim_at_forem", who="employer", by=claim_deadline, source="acerta"),
    ],
    answers=True,
)
