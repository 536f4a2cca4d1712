"""Joint committee 200: the training premium of Cevora to the firm.

Law: collective agreement of the sector, read on the page of Cevora. Reference day: the
application. Result: an amount for one worker and one training, at most 6 hours a day.

Not expressed: a trainer of the firm itself (then no invoice is needed), the
premium of 500 EUR for a first plan and of 200 EUR for an e-learning platform, courses that do
not count (about the firm only, free, exam days, events), courses of Cevora itself (they are free).
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    condition,
    load_parameters,
    shift,
    step,
    when,
    word,
)
from koers.rulebook.facts import employer, person, training
from koers.rulebook.sector_funds.common import covered_participant, in_committee

p = load_parameters(__file__)

LAW = "Cevora, opleidingspremies voor werkgevers"

pc200_covered_worker = covered_participant(LAW, "cevora")
pc200_committee = in_committee(
    ["200"], LAW, "cevora", title="De deelnemer valt onder paritair comité 200"
)
pc200_invoice = condition(
    training.invoice,
    law=f"{LAW} (SF-200E, SF-C4)",
    title="Er is een factuur voor de opleiding",
    source="cevora",
)
pc200_long_enough = condition(
    training.hours_within_day_cap >= p.pc200_min_hours,
    law=f"{LAW} (SF-200E)",
    title="De opleiding duurt minstens {pc200_min_hours} uur",
    source="talent4people",
)

pc200_too_late = shift(training.end_date, months=p.pc200_months_to_apply)

pc200_applied_in_time = condition(
    pc200_too_late > REFERENCE_DAY,
    law=f"{LAW} (SF-200E)",
    title="De opleiding is minder dan {pc200_months_to_apply} maanden geleden afgelopen",
    source="cevora",
)

pc200_older = person.age >= p.pc200_age
pc200_younger = person.age < p.pc200_age
pc200_older_rate = (
    when(employer.sector_plan_filed)
    .then(p.pc200_rate_older)
    .otherwise(p.pc200_rate_older_without_plan)
)
pc200_younger_rate = (
    when(employer.sector_plan_filed)
    .then(p.pc200_rate_younger)
    .otherwise(p.pc200_rate_younger_without_plan)
)

pc200_age_group_has_premium = condition(
    (pc200_older & (pc200_older_rate > 0)) | (pc200_younger & (pc200_younger_rate > 0)),
    law=f"{LAW} (SF-200E)",
    title="Voor de leeftijd van de deelnemer is er een premie",
    source="cevora",
)

pc200_rate = when(pc200_older).then(pc200_older_rate).otherwise(pc200_younger_rate)
pc200_premium = training.hours_within_day_cap * pc200_rate

sector_pc200_employer_premium = Incentive(
    id="sector_pc200_employer_premium",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[
        pc200_covered_worker,
        pc200_committee,
        pc200_invoice,
        pc200_long_enough,
        pc200_applied_in_time,
        pc200_age_group_has_premium,
    ],
    amounts={
        "amount_eur": amount(pc200_premium, period="training", recipient="employer"),
        "paid_to": amount(word("employer")),
    },
    steps=[
        step("apply_at_cevora", who="employer", by=shift(pc200_too_late, days=-1), source="cevora"),
    ],
    answers=True,
)
