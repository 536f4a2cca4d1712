"""Joint committee 149: electricians (149.01, Volta), metal trade and garages (Educam).

`sector_pc149_01_employer`: premium per course, cut at the credit of the firm that is left.
`sector_pc149_01_credit`: the yearly credit of the firm. Reference: the calendar year.
`sector_pc149_04_employer`: premium per hour in the metal trade (149.04), garages (112) and
coachbuilding (149.02). Reference day of both premiums: the last day of the course.

At Educam the premium within the credit is cut at the credit that is left; the extra for hours of
the individual right comes beside it, also when the credit is used up.

Not expressed: credit of earlier and later years of Volta, e-learning, the refund of Educam for a
new worker in a bottleneck job, the yearly credit of Educam.
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    condition,
    least,
    load_parameters,
    shift,
    step,
    when,
    word,
)
from koers.rulebook.facts import employer, employment, sector, training
from koers.rulebook.sector_funds.common import counted, covered_participant, in_committee, told

p = load_parameters(__file__)

# 149.01: premium ------------------------------------------------------------------------------

VOLTA = "Volta, opleidingspremie"

pc149_01_covered_worker = covered_participant(VOLTA, "volta")
pc149_01_committee = in_committee(
    ["149.01"],
    VOLTA,
    "volta",
    title="De deelnemer valt onder paritair comité 149.01",
    above="149",
    url=p.sources["volta"].url,
)
pc149_01_hours = condition(
    training.contact_hours > 0,
    law=f"{VOLTA} (SF-149.01E)",
    title="De opleiding telt minstens een uur of een deel ervan",
    source="west4work",
)
pc149_01_credit_left = condition(
    sector.credit_left > 0,
    law=f"{VOLTA} (SF-149.01E)",
    title="Het bedrijf heeft nog krediet bij Volta",
    source="west4work",
)

volta_rate = (
    when(training.contact_hours >= p.pc149_01_half_from)
    .then(p.pc149_01_rate_half)
    .otherwise(p.pc149_01_rate)
)

sector_pc149_01_employer = Incentive(
    id="sector_pc149_01_employer",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="course_end",
    reference_fact=None,
    parameters=p,
    conditions=[
        pc149_01_covered_worker,
        pc149_01_committee,
        pc149_01_hours,
        pc149_01_credit_left,
    ],
    amounts={
        "amount_eur": amount(
            least(training.contact_hours * volta_rate, sector.credit_left),
            period="training",
            recipient="employer",
        ),
        "paid_to": amount(word("employer")),
    },
    steps=[
        step(
            "ask_volta",
            who="employer",
            by=shift(REFERENCE_DAY, months=p.pc149_01_months_to_ask),
            source="volta-practical",
        ),
    ],
    answers=True,
)

# 149.01: credit -------------------------------------------------------------------------------

pc149_01_workers = condition(
    employer.workers_last_year > 0,
    law="Volta, premiekrediet (SF-149.01E)",
    title="Het bedrijf had vorig jaar arbeiders van paritair comité 149.01",
    source="west4work",
)

sector_pc149_01_credit = Incentive(
    id="sector_pc149_01_credit",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="calendar_year",
    reference_fact=None,
    parameters=p,
    conditions=[pc149_01_workers],
    amounts={
        "amount_eur": amount(
            employer.workers_last_year * p.pc149_01_credit_hours * p.pc149_01_rate,
            period="calendar_year",
            recipient="employer",
        ),
        "paid_to": amount(word("employer")),
    },
    steps=[step("look_at_volta_credit", who="employer", source="volta")],
    answers=True,
)

# 149.04, 112 and 149.02 -----------------------------------------------------------------------

EDUCAM = "Educam, premie bij het vormingskrediet"

with_individual_extra = employment.joint_committee.is_in(["112", "149.04"])
individual_hours = training.counts_as_individual_right & with_individual_extra

pc149_04_covered_worker = covered_participant(EDUCAM, "educam-premium")
pc149_04_committee = in_committee(
    ["112", "149.02", "149.04"],
    EDUCAM,
    "educam-premium",
    title="De deelnemer valt onder paritair comité 149.04, 112 of 149.02",
    above="149",
    url=p.sources["educam-premium"].url,
)
pc149_04_long_enough = condition(
    training.contact_hours >= p.pc149_04_min_hours,
    law="Educam, erkenning van opleidingen (SF-112E)",
    title="De opleiding telt minstens {pc149_04_min_hours} uur",
    source="educam-recognition",
)
pc149_04_has_worker = condition(
    employer.headcount >= p.pc149_04_min_workers,
    law=f"{EDUCAM} (SF-112E)",
    title="Het bedrijf heeft minstens {pc149_04_min_workers} arbeider",
    source="educam-premium",
)
pc149_04_told = condition(
    counted(sector.credit_left) & told(training.counts_as_individual_right),
    law=f"{EDUCAM} (SF-112E)",
    title="Het is geweten hoeveel krediet er over is en of de uren tellen als individueel "
    "opleidingsrecht",
    source="educam-premium",
)
pc149_04_something_left = condition(
    (sector.credit_left > 0) | individual_hours,
    law=f"{EDUCAM} (SF-112E)",
    title="Het bedrijf heeft nog krediet bij Educam, of de uren tellen als individueel "
    "opleidingsrecht",
    source="educam-premium",
)

within_credit = least(training.contact_hours * p.pc149_04_rate, sector.credit_left)
beside_credit = when(individual_hours).then(training.contact_hours * p.pc149_04_extra).otherwise(0)

sector_pc149_04_employer = Incentive(
    id="sector_pc149_04_employer",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="course_end",
    reference_fact=None,
    parameters=p,
    conditions=[
        pc149_04_covered_worker,
        pc149_04_committee,
        pc149_04_long_enough,
        pc149_04_has_worker,
        pc149_04_told,
        pc149_04_something_left,
    ],
    amounts={
        "amount_eur": amount(
            within_credit + beside_credit, period="training", recipient="employer"
        ),
        "paid_to": amount(word("employer")),
    },
    steps=[step("file_plan_at_educam", who="employer", source="educam-premium")],
    answers=True,
)
