"""Premie bij een eerste diploma: the fee back for who gets a first secondary diploma as an adult.

Law: the Flemish rules on adult education (text not read); the conditions follow vlaanderen.be,
onderwijs.vlaanderen.be and a centre. Reference day: the application. Result: one amount, the
legal fees that were really paid for the vocational training of the diploma, at most a cap per
semester, less what opleidingscheques paid.

Fees are paid before the diploma. So a diploma of before 1 September 2025 has fees of the old
tariff only, with a cap that is certain; for a later one the cap is open.

Not expressed: that only passed modules of the training count, and none with an exemption of the
fee; the years before 2015-16, with a cap per school year.
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    condition,
    greatest,
    least,
    load_parameters,
    shift,
    step,
    when,
)
from koers.rulebook.facts import diploma, person, premium, training

p = load_parameters(__file__)

LAW = "Premie bij een eerste diploma secundair onderwijs, vlaanderen.be"

# The diploma ---------------------------------------------------------------------------------

first_diploma = condition(
    person.first_secondary_diploma,
    law=f"{LAW} (PR-C1)",
    title="Dit is je eerste diploma secundair onderwijs",
    source="vlaanderen",
)
with_general_education = condition(
    training.combined_with_aav,
    law=f"{LAW} (PR-C2)",
    title="Je haalde het met een beroepsopleiding en aanvullende algemene vorming samen",
    source="lbconderwijs",
)
diploma_obtained = condition(
    diploma.date <= REFERENCE_DAY,
    law=f"{LAW} (PR-C2)",
    title="Je hebt je diploma",
    source="vlaanderen",
)

last_day = shift(diploma.date, months=p.months_to_apply)

applied_in_time = condition(
    last_day >= REFERENCE_DAY,
    law=f"{LAW}, termijn",
    title="Je vraagt de premie binnen {months_to_apply} maanden na je diploma",
    source="vlaanderen",
)

# How much ------------------------------------------------------------------------------------

all_under_old_tariff = diploma.date < p.day("new_tariff")

first, second = premium.paid_semester_1, premium.paid_semester_2

fees_under_old_tariff = least(first, p.cap) + least(second, p.cap) - premium.voucher_part
fees_under_new_tariff = (
    least(first, p.cap_new_tariff) + least(second, p.cap_new_tariff) - premium.voucher_part
)
fees_without_cap = first + second - premium.voucher_part

paid_something = condition(
    when(all_under_old_tariff).then(fees_under_old_tariff > 0).otherwise(fees_without_cap > 0),
    law=f"{LAW} (PR-C3)",
    title="Je betaalde zelf inschrijvingsgeld voor die opleiding",
    source="lbconderwijs",
)

refund = greatest(
    when(all_under_old_tariff).then(fees_under_old_tariff).otherwise(fees_under_new_tariff), 0
)

premie_eerste_diploma = Incentive(
    id="premie_eerste_diploma",
    kind="right",
    level="flemish",
    group="money",
    recipient="learner",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[
        first_diploma,
        with_general_education,
        diploma_obtained,
        applied_in_time,
        paid_something,
    ],
    amounts={"amount_eur": amount(refund, recipient="worker")},
    steps=[
        step("collect_proof", who="worker", source="lbconderwijs"),
        step("ask_premium", who="worker", by=last_day, source="vlaanderen"),
    ],
    answers=True,
)
