"""Joint committees 116 and 207, chemistry: the subsidy of Co-valent to the firm.

Law: collective agreement of the sector, read on the pages of Co-valent. Reference day: the last
day of the course. Result: a flat amount per participant and hour.

Not expressed: the yearly credit of the firm (Co-valent computes it from the contributions, with
more for small firms), individual coaching and internal lifting courses, which do not count.
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    calendar_day,
    condition,
    least,
    load_parameters,
    shift,
    step,
    when,
    word,
)
from koers.rulebook.facts import employer, training
from koers.rulebook.sector_funds.common import covered_participant, in_committee

p = load_parameters(__file__)

LAW = "Co-valent, subsidiedossier"

pc116_covered_worker = covered_participant(LAW, "co-valent")
pc116_committee = in_committee(
    ["116", "207"],
    LAW,
    "co-valent",
    title="De deelnemer valt onder paritair comité 116 of 207",
)
pc116_category = condition(
    employer.rsz_category == "087",
    law=f"{LAW} (SF-116E, SF-C3)",
    title="Het bedrijf heeft categorie 087 bij de RSZ",
    source="co-valent",
)
pc116_not_compulsory = condition(
    ~training.legally_compulsory,
    law=f"{LAW} (SF-116E)",
    title="De opleiding is geen opleiding die de wet verplicht",
    source="co-valent",
)
pc116_hours = condition(
    training.hours > 0,
    law=f"{LAW} (SF-116E)",
    title="De opleiding telt minstens een uur of een deel ervan",
    source="co-valent-faq",
)

# A long course counts for some hours only; which course is long, the fund decides.
long_hours = least(training.hours, p.pc116_long_hours)
paid_hours = when(training.long).then(long_hours).otherwise(training.hours)

sector_pc116_employer = Incentive(
    id="sector_pc116_employer",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="course_end",
    reference_fact=None,
    parameters=p,
    conditions=[
        pc116_covered_worker,
        pc116_committee,
        pc116_category,
        pc116_not_compulsory,
        pc116_hours,
    ],
    amounts={
        "amount_eur": amount(
            training.participants * paid_hours * p.pc116_rate,
            period="training",
            recipient="employer",
        ),
        "paid_to": amount(word("employer")),
    },
    steps=[
        step(
            "file_at_co_valent",
            who="employer",
            by=shift(calendar_day("year_end", REFERENCE_DAY), months=p.pc116_months_to_file),
            source="co-valent",
        ),
    ],
    answers=True,
)
