"""Joint committee 130, printing: is a course admitted for the subsidy of Grafoc to the firm.

Law: rules of Grafoc. Reference day: the last day of the course. Result: yes or no; how much
depends on the level of the firm and is not expressed (35 to 50% of the price in an older text).

The fund also pays for a temporary agency worker in a job of committee 130: then 130 is given as
the committee of that job. From 2026 on a legally compulsory course does not count.

Not expressed: the levels, the extra for workers under 26 or over 50, the welcome premium.
"""

from datetime import date

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    calendar_day,
    condition,
    load_parameters,
    shift,
    step,
    word,
)
from koers.rulebook.facts import employment, training
from koers.rulebook.sector_funds.common import covered, in_committee, in_private_sector

p = load_parameters(__file__)

LAW = "Grafoc, opleidingspremie"

pc130_covered_worker = condition(
    covered | ((employment.status == "temp_agency") & in_private_sector),
    law=f"{LAW} (SF-C2)",
    title="De deelnemer is werknemer of uitzendkracht in de privésector",
    source="grafoc-conditions",
)
pc130_committee = in_committee(
    ["130"],
    LAW,
    "grafoc-conditions",
    title="De deelnemer heeft een functie van paritair comité 130",
)
pc130_not_compulsory = condition(
    ~training.legally_compulsory,
    law=f"{LAW} (SF-130E)",
    title="De wet verplicht de opleiding niet",
    source="grafoc-2026",
    since=date(2026, 1, 1),
)

sector_pc130_employer = Incentive(
    id="sector_pc130_employer",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="course_end",
    reference_fact=None,
    parameters=p,
    conditions=[pc130_covered_worker, pc130_committee, pc130_not_compulsory],
    amounts={"paid_to": amount(word("employer"))},
    steps=[
        step(
            "ask_grafoc",
            who="employer",
            by=shift(calendar_day("year_end", REFERENCE_DAY), months=p.pc130_months_to_ask),
            source="grafoc-conditions",
        ),
    ],
    answers=True,
)
