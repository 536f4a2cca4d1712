"""Joint committee 322.01, service vouchers: refund to the firm for training a new worker.

Law: agreement of the sector on the training of new workers; rules of Vorm DC. Reference day: the
application. Result: yes or no; the amount was not read.

Not expressed: begun within 6 and ended within 9 months of hiring (taken as met), the training
plan, the budget of each firm, the choice between this fund and the regional one.
"""

from datetime import date

from koers.engine import (
    Incentive,
    amount,
    condition,
    load_parameters,
    step,
    unknown_in_law,
    unknown_number,
    word,
)
from koers.rulebook.facts import employment, training
from koers.rulebook.sector_funds.common import covered_participant, in_committee

p = load_parameters(__file__)

LAW = "Vorm DC, subsidies voor nieuwe medewerkers"

pc322_01_covered_worker = covered_participant(LAW, "vorm-dc")
pc322_01_committee = in_committee(
    ["322.01"],
    LAW,
    "vorm-dc",
    title="De deelnemer valt onder paritair comité 322.01",
    above="322",
    url=p.sources["vorm-dc"].url,
)
pc322_01_first_time = condition(
    employment.first_time_in_sector,
    law=f"{LAW} (SF-322.01E)",
    title="De deelnemer werkt voor het eerst in deze sector",
    source="accg-dienstencheques",
)
pc322_01_hours = condition(
    training.hours >= p.pc322_01_min_hours,
    law=f"{LAW} (SF-322.01E)",
    title="De deelnemer volgt minstens {pc322_01_min_hours} uur opleiding",
    source="vorm-dc-faq",
)
pc322_01_text_read = condition(
    unknown_in_law(
        "De regels voor opleidingen van vóór 2023 lazen we niet.", source=p.sources["vorm-dc"].url
    ),
    law=f"{LAW} (SF-322.01E)",
    title="De regels van dat jaar zijn gelezen",
    source="vorm-dc",
    until=date(2022, 12, 31),
)

refund = unknown_number(
    "Hoeveel het fonds per uur terugbetaalt, lazen we niet. Het betaalt de uren terug tot het "
    "hoogste aantal.",
    source=p.sources["vorm-dc"].url,
    unit="EUR",
)

sector_pc322_01_employer = Incentive(
    id="sector_pc322_01_employer",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[
        pc322_01_covered_worker,
        pc322_01_committee,
        pc322_01_first_time,
        pc322_01_hours,
        pc322_01_text_read,
    ],
    amounts={
        "amount_eur": amount(refund, period="training", recipient="employer"),
        "paid_to": amount(word("employer")),
    },
    steps=[step("file_at_vorm_dc", who="employer", source="vorm-dc")],
    answers=True,
)
