"""Studietoelage: the yearly grant of the Flemish Community for a student in higher education.

Law: the Flemish rules on school and study grants (text not read); conditions and formula follow
studietoelagen.be and the pages of student services. There is no limit of age.
Period: the academic year that holds the day asked, counted from 1 September. Result: the grant of
that year in EUR.

The limits of income depend on the points of the household. They are facts, not parameters: no
table of points was read. Between them the grant falls in a straight line from full to nothing,
but never under the minimum.

Not expressed: the types of household (most adults who work are "zelfstandig student" or "gehuwd
student", then only their own income counts); the property test; which trainings and institutions
are recognised; the number of bachelors and masters that the grant credit covers.
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
    share,
    shift,
    step,
    when,
)
from koers.rulebook.facts import student, training

p = load_parameters(__file__)

LAW = "Studietoelagen hoger onderwijs, voorwaarden op studietoelagen.be"

# Who -----------------------------------------------------------------------------------------

nationality = condition(
    student.nationality_ok,
    law=f"{LAW} (ST-C1)",
    title="Je bent Belg, of je voldoet op een andere manier aan de voorwaarde over nationaliteit",
    source="studietoelagen",
)

# What ----------------------------------------------------------------------------------------

diploma_contract = condition(
    training.contract_type == "diploma",
    law=f"{LAW} (ST-C2)",
    title="Je studeert met een diplomacontract",
    source="studietoelagen",
)
enough_credits = condition(
    (training.credits >= p.min_credits) | ((training.credits > 0) & training.final_year),
    law=f"{LAW} (ST-C2)",
    title="Je neemt minstens {min_credits} studiepunten op, of het is je laatste jaar",
    source="studietoelagen",
)
grant_credit_left = condition(
    student.grant_credit > 0,
    law=f"{LAW} (ST-C3)",
    title="Je hebt nog studietoelagekrediet",
    source="studietoelagen",
)

# Income --------------------------------------------------------------------------------------

# The lower limit decides how much: it must be said before we answer, and so must the room.
income_within_limits = condition(
    (student.reference_income <= student.max_limit)
    & (
        (student.reference_income <= student.min_limit)
        | (student.reference_income > student.min_limit)
    ),
    law=f"{LAW} (ST-C4)",
    title="Het inkomen van je leefeenheid is niet hoger dan de maximumgrens",
    source="studietoelagen",
)
home_or_kot = condition(
    student.kot | ~student.kot,
    law=f"{LAW} (ST-C6)",
    title="Het is bekend of je als kotstudent of als thuiswonende student meetelt",
    source="studietoelagen",
)

# How much ------------------------------------------------------------------------------------

full = when(student.kot).then(p.full_kot).otherwise(p.full_home)
exceptional = when(student.kot).then(p.exceptional_kot).otherwise(p.exceptional_home)

# The floor of one euro only keeps the limits apart; nobody's limits lie that close.
distance = greatest(student.max_limit - student.min_limit, 1)
room_left = student.max_limit - student.reference_income
between_the_limits = least(full, full * room_left / distance)

grant_of_a_full_year = (
    when(student.reference_income <= share(p.exceptional_share, student.max_limit))
    .then(exceptional)
    .when(student.reference_income <= student.min_limit)
    .then(full)
    .otherwise(between_the_limits)
)

credits_that_count = least(training.credits, student.grant_credit, p.full_credits)

grant = greatest(grant_of_a_full_year * credits_that_count / p.full_credits, p.minimum)

last_day = shift(calendar_day("school_year_start", REFERENCE_DAY), months=p.months_to_apply)

studietoelage = Incentive(
    id="studietoelage",
    kind="right",
    level="flemish",
    group="money",
    recipient="learner",
    reference="academic_year",
    reference_fact=None,
    parameters=p,
    conditions=[
        nationality,
        diploma_contract,
        enough_credits,
        grant_credit_left,
        income_within_limits,
        home_or_kot,
    ],
    amounts={"amount_eur": amount(grant, recipient="worker", period="school_year")},
    steps=[
        step("enrol_first", who="worker", source="erasmushogeschool"),
        step("apply_in_time", who="worker", by=last_day, source="niel"),
        step("ask_lower_fee", who="worker", source="centenvoorstudenten"),
    ],
    answers=True,
)
