"""Studiegeld: what a student pays for a year at a university or university college.

Law: Codex Hoger Onderwijs, tuition fees (articles not read); the prices come from the pages of
institutions, from onderwijs.vlaanderen.be and from newspapers. They rise with an index each year.
Period: the academic year that holds the day asked, counted from 1 September. Result: the fee of
that year in EUR. It is a price: whoever enrols pays it, so only the enrolment is a condition.

Not expressed, because no fact holds it: the extra per credit for somebody without enough
leerkrediet; a bachelor after a bachelor or a master after a master, which has no social rate and
often another price; who belongs to which category (an income at most the margin above the limit
of the grant, or a refusal for property let to others: almost-grant).
"""

from koers.engine import (
    Incentive,
    amount,
    condition,
    load_parameters,
    or_else,
    present,
    step,
    when,
)
from koers.rulebook.facts import student, training

p = load_parameters(__file__)

# Where ---------------------------------------------------------------------------------------

enrols_in_higher_education = condition(
    present(training.contract_type),
    law="Codex Hoger Onderwijs, studiegeld (artikel niet gelezen)",
    title="Je schrijft je in bij een hogeschool of universiteit",
    source="vlaanderen",
)

# How much ------------------------------------------------------------------------------------

full_fee = p.fixed + training.credits * p.per_credit
almost_grant_fee = p.fixed + training.credits * p.per_credit_almost_grant
# Since 2015 the social rate is one amount, whatever the number of credits.
social_fee = p.social_fixed + or_else(training.credits * p.social_per_credit, 0)

exam_contract_fee = (
    when(student.fee_category == "niet_beurs")
    .then(p.exam_fixed + training.credits * p.exam_per_credit)
    .otherwise(p.exam_reduced)
)

fee = (
    when(training.contract_type == "examencontract")
    .then(exam_contract_fee)
    .when(student.fee_category == "beurs")
    .then(social_fee)
    .when(student.fee_category == "bijna_beurs")
    .then(almost_grant_fee)
    .otherwise(full_fee)
)

studiegeld = Incentive(
    id="studiegeld",
    kind="right",
    level="flemish",
    group="money",
    recipient="learner",
    reference="academic_year",
    reference_fact=None,
    parameters=p,
    conditions=[enrols_in_higher_education],
    amounts={"fee_eur": amount(fee, recipient="worker", period="school_year")},
    steps=[
        step("enrol", who="worker", source="vives"),
        step("ask_grant", who="worker", source="centenvoorstudenten"),
        step("ask_lower_fee", who="worker", source="centenvoorstudenten"),
    ],
    answers=True,
)
