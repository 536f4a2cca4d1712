"""Joint committee 124, construction: Constructiv.

`sector_pc124_evening`: premium to the worker for a course outside working hours.
`sector_pc124_winter`: premium to the worker on top of the benefit for bad weather.
`sector_pc124_weekday_employer`: an amount per hour to the firm for courses in working hours.
Reference day: the first day of the course. Read in texts of different years, see the doubts.

Not expressed: the Saturday premium (50 EUR per 8 hours), what the firm gets for the price of an
evening, Saturday or winter course (10 EUR per hour), the training plan of the firm.
"""

from koers.engine import (
    Incentive,
    amount,
    calendar_day,
    condition,
    least,
    load_parameters,
    shift,
    step,
    unknown_in_law,
    when,
    word,
)
from koers.rulebook.facts import employment, training
from koers.rulebook.sector_funds.common import (
    covered_participant,
    covered_worker,
    in_committee,
    told,
)

p = load_parameters(__file__)

YOURS = "Je valt onder paritair comité 124"

# Evening -------------------------------------------------------------------------------------

EVENING = "Constructiv, avondopleiding"

pc124_evening_covered_worker = covered_worker(EVENING, "bouwunie")
pc124_evening_committee = in_committee(["124"], EVENING, "bouwunie", title=YOURS)
pc124_evening_outside_hours = condition(
    ~training.coincides_with_work_hours,
    law=f"{EVENING} (SF-124W-eve)",
    title="De lessen vallen buiten je werkuren",
    source="bouwunie",
)
pc124_evening_hours = condition(
    training.hours > 0,
    law=f"{EVENING} (SF-124W-eve)",
    title="De opleiding telt minstens een uur of een deel ervan",
    source="bouwunie",
)

sector_pc124_evening = Incentive(
    id="sector_pc124_evening",
    kind="right",
    level="sector",
    group="money",
    recipient="worker",
    reference="course_start",
    reference_fact=None,
    parameters=p,
    conditions=[
        pc124_evening_covered_worker,
        pc124_evening_committee,
        pc124_evening_outside_hours,
        pc124_evening_hours,
    ],
    amounts={
        "amount_eur": amount(
            least(training.hours, p.pc124_evening_max_hours) * p.pc124_evening_rate,
            period="module",
            recipient="worker",
        ),
        "paid_to": amount(word("worker")),
    },
    steps=[step("enrol_for_the_evening", who="employer", source="bouwunie")],
    answers=True,
)

# Winter --------------------------------------------------------------------------------------

WINTER = "Constructiv, winteropleiding"

year_start = calendar_day("year_start", training.start_date)
winter_begins = shift(year_start, months=p.pc124_winter_begins)
winter_ends = shift(year_start, months=p.pc124_winter_ends)

pc124_winter_covered_worker = covered_worker(WINTER, "opleiding-in-de-bouw")
pc124_winter_committee = in_committee(["124"], WINTER, "opleiding-in-de-bouw", title=YOURS)
pc124_winter_season = condition(
    (training.start_date >= winter_begins) | (training.start_date < winter_ends),
    law=f"{WINTER} (SF-124W-win)",
    title="De opleiding is in de winter: van 1 december tot en met 31 maart",
    source="opleiding-in-de-bouw",
)
pc124_winter_partner = condition(
    training.partner_recognised,
    law=f"{WINTER} (SF-124W-win)",
    title="Een erkende partner van Constructiv geeft de opleiding",
    source="opleiding-in-de-bouw",
)
pc124_winter_days = condition(
    training.days > 0,
    law=f"{WINTER} (SF-124W-win)",
    title="De opleiding telt minstens één dag",
    source="opleiding-in-de-bouw",
)

sector_pc124_winter = Incentive(
    id="sector_pc124_winter",
    kind="right",
    level="sector",
    group="money",
    recipient="worker",
    reference="course_start",
    reference_fact="training.start_date",
    parameters=p,
    conditions=[
        pc124_winter_covered_worker,
        pc124_winter_committee,
        pc124_winter_season,
        pc124_winter_partner,
        pc124_winter_days,
    ],
    amounts={
        "amount_eur": amount(
            least(training.days, p.pc124_winter_max_days) * p.pc124_winter_rate,
            period="training",
            recipient="worker",
        ),
        "paid_to": amount(word("worker")),
    },
    steps=[step("plan_the_winter_course", who="employer", source="opleiding-in-de-bouw")],
    answers=True,
)

# Working hours -------------------------------------------------------------------------------

WEEKDAY = "Constructiv, weekdagopleiding"

pc124_weekday_covered_worker = covered_participant(WEEKDAY, "constructiv")
pc124_weekday_committee = in_committee(
    ["124"], WEEKDAY, "constructiv", title="De deelnemer valt onder paritair comité 124"
)
pc124_weekday_region = condition(
    (employment.workplace_region == "flanders")
    | unknown_in_law(
        "De bedragen die we lazen, gelden voor een vestiging in Vlaanderen. Het extra bedrag in "
        "een ander gewest hangt af van dat gewest en lazen we niet.",
        source=p.sources["constructiv"].url,
    ),
    law=f"{WEEKDAY} (SF-124E, SF-C5)",
    title="De deelnemer werkt in een vestiging in Vlaanderen",
    source="opleiding-in-de-bouw",
)
pc124_weekday_hours = condition(
    training.contact_hours >= p.pc124_weekday_min_hours,
    law=f"{WEEKDAY} (SF-124E)",
    title="De opleiding telt minstens {pc124_weekday_min_hours} uur",
    source="constructiv",
)
pc124_weekday_leave_told = condition(
    told(training.vov_applies),
    law=f"{WEEKDAY} (SF-124E)",
    title="Het is geweten of er voor deze uren Vlaams opleidingsverlof is",
    source="opleiding-in-de-bouw",
)

hour_rate = (
    when(training.vov_applies)
    .then(p.pc124_weekday_rate + p.pc124_weekday_extra)
    .otherwise(p.pc124_weekday_rate)
)

sector_pc124_weekday_employer = Incentive(
    id="sector_pc124_weekday_employer",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="course_start",
    reference_fact=None,
    parameters=p,
    conditions=[
        pc124_weekday_covered_worker,
        pc124_weekday_committee,
        pc124_weekday_region,
        pc124_weekday_hours,
        pc124_weekday_leave_told,
    ],
    amounts={
        "amount_eur": amount(
            least(training.contact_hours, p.pc124_weekday_max_hours) * hour_rate,
            period="training",
            recipient="employer",
        ),
        "paid_to": amount(word("employer")),
    },
    steps=[step("register_the_course", who="employer", source="constructiv")],
    answers=True,
)
