"""Erkenning van verworven competenties (EVC): a proof of skills, and what it costs.

Law: the Flemish rules on recognition of acquired competences (text not read); prices come from
the site of the Flemish government on EVC and from municipalities. Reference day: the application.
Result: the price for the learner. It is a price: whoever asks may start, so only the kind of
recognition is a condition.

Before about 2019 there was the "ervaringsbewijs"; the new tests for a vocational qualification
started between 2019 and 2021. Their price is indexed each year and no amount of a given year was
found, so it is told within bounds. The exams of the Flemish examination board are here too: they
also prove what somebody can do, without lessons.

Not expressed, because no fact holds it: a test for a part of a qualification, which costs less;
being in another group with a lower price; the number of programmes at the examination board.
"""

from koers.engine import (
    Incentive,
    amount,
    condition,
    load_parameters,
    step,
    unknown_in_law,
    when,
)
from koers.rulebook.facts import TRAINING_KIND, employment, person, training

p = load_parameters(__file__)

# What ----------------------------------------------------------------------------------------

in_higher_education = training.kind.is_in(TRAINING_KIND.group("higher_education_any"))

kind_of_recognition = condition(
    training.kind.is_in(["evc_beroepskwalificatie", "evc_cvo_exemption", "examencommissie"])
    | (
        in_higher_education
        & unknown_in_law(
            "Ook een hogeschool of universiteit kan erkennen wat je al kan. Of dat voor jouw "
            "opleiding kan, beslist de school.",
            source=p.sources["evcprocedure"].url,
        )
    ),
    law="EVC, Vlaamse overheid (tekst niet gelezen)",
    title="Je wil laten erkennen wat je al kan, zonder de hele opleiding te volgen",
    source="erkennen",
)

# How much ------------------------------------------------------------------------------------

works = employment.status.is_in(
    ["employee", "temp_agency", "civil_servant", "self_employed"]
) | person.income_source.is_in(["wage", "self_employed"])
looks_for_work = (employment.status == "jobseeker") | person.income_source.is_in(
    ["unemployment_benefit", "insertion_benefit"]
)

fee_of_qualification = (
    when(works).then(p.fee_worker).when(looks_for_work).then(p.fee_jobseeker).otherwise(p.fee_other)
)
fee = (
    when(training.kind == "evc_beroepskwalificatie")
    .then(fee_of_qualification)
    .when(training.kind == "evc_cvo_exemption")
    .then(p.fee_exemption)
    .when(training.kind == "examencommissie")
    .then(p.fee_examination_board)
    .otherwise(p.fee_higher_education)
)

evc = Incentive(
    id="evc",
    kind="right",
    level="flemish",
    group="proof",
    recipient="worker, jobseeker or learner",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[kind_of_recognition],
    amounts={"fee_eur": amount(fee, recipient="worker")},
    steps=[
        step("find_centre", who="worker", source="erkennen"),
        step("ask_price", who="worker", source="erkennen"),
        step("pay_with_vouchers", who="worker", source="kortenberg"),
    ],
    answers=True,
)
