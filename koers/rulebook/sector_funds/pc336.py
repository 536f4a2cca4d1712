"""Joint committee 336, liberal professions: the training premium of Liberform to the firm.

Law: rules of Liberform. Reference day: the last day of the course. Result: an amount per hour,
at most 6 hours a day (`training.hours_within_day_cap`).

What is paid with opleidingscheques does not count; whether something is left was not read.

Not expressed: the budget of the firm (at least 1,750 EUR, at most its contribution of the year),
courses for the employer, the label that the provider must have.
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    calendar_day,
    condition,
    load_parameters,
    shift,
    step,
    unknown_in_law,
    word,
)
from koers.rulebook.facts import training
from koers.rulebook.sector_funds.common import covered_participant, in_committee

p = load_parameters(__file__)

LAW = "Liberform, opleidingspremie"

pc336_covered_worker = covered_participant(LAW, "liberform")
pc336_committee = in_committee(
    ["336"], LAW, "liberform", title="De deelnemer valt onder paritair comité 336"
)
pc336_long_enough = condition(
    training.hours_within_day_cap >= p.pc336_min_hours,
    law=f"{LAW} (SF-336E)",
    title="De opleiding duurt lang genoeg",
    source="liberform",
)
pc336_external_teacher = condition(
    training.external_teacher,
    law=f"{LAW} (SF-336E)",
    title="Iemand van buiten het bedrijf geeft les",
    source="liberform",
)
pc336_employer_pays = condition(
    training.paid_by == "employer",
    law=f"{LAW} (SF-336E)",
    title="Het bedrijf betaalt de opleiding",
    source="liberform",
)
pc336_no_vouchers = condition(
    ~training.paid_with_opleidingscheque
    | unknown_in_law(
        "Wat met opleidingscheques betaald is, telt niet mee. Of er dan nog een premie is voor de "
        "rest, lazen we niet eenduidig.",
        source=p.sources["liberform-faq"].url,
    ),
    law=f"{LAW} (SF-336E)",
    title="De opleiding is niet met opleidingscheques betaald",
    source="liberform-faq",
)

sector_pc336_employer = Incentive(
    id="sector_pc336_employer",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="course_end",
    reference_fact=None,
    parameters=p,
    conditions=[
        pc336_covered_worker,
        pc336_committee,
        pc336_long_enough,
        pc336_external_teacher,
        pc336_employer_pays,
        pc336_no_vouchers,
    ],
    amounts={
        "amount_eur": amount(
            training.hours_within_day_cap * p.pc336_rate, period="training", recipient="employer"
        ),
        "paid_to": amount(word("employer")),
    },
    steps=[
        step(
            "ask_liberform",
            who="employer",
            by=shift(calendar_day("year_end", REFERENCE_DAY), days=p.pc336_days_to_ask),
            source="liberform",
        ),
    ],
    answers=True,
)
