"""Joint committee 125, wood: the premium to the worker after a long recognised course.

Law: collective agreements of the subcommittees 125.01, 125.02 and 125.03, read on the pages of a
union. Reference day: the last day of the course. Result: an amount per full block of hours.

Committee 125 consists of its three subcommittees; who gives only 125 is in one of them.

Not expressed: the premium to somebody newly hired after a course (125.01, 125.02), the daily
training allowance of 125.03, the half year in one firm or in several.
"""

from koers.engine import (
    Incentive,
    amount,
    condition,
    least,
    load_parameters,
    round_down,
    step,
    word,
)
from koers.rulebook.facts import employment, training
from koers.rulebook.sector_funds.common import covered_worker, in_committee

p = load_parameters(__file__)

LAW = "Fondsen voor bestaanszekerheid van de houtsector, langdurige opleiding"

pc125_covered_worker = covered_worker(LAW, "accg-houthandel")
pc125_committee = in_committee(
    ["125", "125.01", "125.02", "125.03"],
    LAW,
    "accg-houthandel",
    title="Je valt onder paritair comité 125 (125.01, 125.02 of 125.03)",
)
pc125_long_enough = condition(
    training.hours >= p.pc125_min_hours,
    law=f"{LAW} (SF-125W)",
    title="De opleiding telt minstens {pc125_min_hours} uur",
    source="accg-houthandel",
)
pc125_recognised = condition(
    training.recognised_by == "sector",
    law=f"{LAW} (SF-125W)",
    title="De sector erkent de opleiding",
    source="accg-houthandel",
)
pc125_stays_in_sector = condition(
    employment.months_in_sector_after_training >= p.pc125_months_after,
    law=f"{LAW} (SF-125W)",
    title="Je werkt na de opleiding minstens {pc125_months_after} maanden in de sector",
    source="accg-houthandel",
)

full_blocks = round_down(training.hours / p.pc125_block, to=1)

sector_pc125_worker_premium = Incentive(
    id="sector_pc125_worker_premium",
    kind="right",
    level="sector",
    group="money",
    recipient="worker",
    reference="course_end",
    reference_fact=None,
    parameters=p,
    conditions=[
        pc125_covered_worker,
        pc125_committee,
        pc125_long_enough,
        pc125_recognised,
        pc125_stays_in_sector,
    ],
    amounts={
        "amount_eur": amount(
            least(full_blocks * p.pc125_per_block, p.pc125_max),
            period="training",
            recipient="worker",
        ),
        "paid_to": amount(word("worker")),
    },
    steps=[step("ask_the_wood_fund", who="worker", source="accg-houthandel")],
    answers=True,
)
