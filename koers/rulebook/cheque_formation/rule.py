"""Chèque-formation: vouchers with which a Walloon firm pays half of a course.

Law: Walloon decree of 10 April 2003, art. 2 (who is excluded); the other articles were not read,
conditions follow the pages of the administration and of training providers. The first day of the
course counts. Result: vouchers for this course, what they are worth and what the firm pays.

A self-employed person who does not tell how many people work for him is taken to have at most one;
without a number and without a kind of self-employment the answer waits. A company that tells its
number needs no kind: under two people its quota is that of a small firm.

Not expressed: recognition of the provider and the module, vouchers used before this year (both
taken as met), the larger quota for languages and for eco-climate courses, part of an hour, linked
firms, and the planned stop of new recognitions.
"""

from koers.engine import (
    Incentive,
    amount,
    condition,
    greatest,
    least,
    load_parameters,
    round_down,
    step,
    unknown_in_law,
    unknown_number,
    when,
)
from koers.rulebook.facts import employer, employment, enterprise, training

p = load_parameters(__file__)

staff = enterprise.headcount_fte
kind = employment.self_employed_kind

# Who ------------------------------------------------------------------------------------------

seat_in_wallonia = condition(
    (enterprise.seat_region == "wallonia")
    | (
        (enterprise.seat_region == "german_community")
        & unknown_in_law(
            "We lazen niet of de cheques ook gelden voor een zetel in het Duitstalige deel.",
            source="emploi-wallonie",
        )
    ),
    law="emploi.wallonie.be, voorwaarden",
    title="De onderneming heeft haar zetel in Wallonië",
    source="emploi-wallonie",
)
accepted_legal_form = condition(
    enterprise.legal_form.is_in(
        ["bv", "nv", "cv", "vof", "commv", "sole_trader", "liberal_profession"]
    )
    | (
        enterprise.legal_form.is_in(
            [
                "maatschap",
                "temporary_partnership",
                "silent_partnership",
                "unincorporated_association",
                "in_formation",
                "other",
            ]
        )
        & unknown_in_law(
            "Een vzw en een openbare instelling krijgen geen cheques. Over deze rechtsvorm lazen "
            "we niets.",
            source="decree",
        )
    ),
    law="Decreet 10.4.2003, art. 2",
    title="De onderneming is geen vzw en geen openbare instelling",
    source="decree",
)
# Two sides of one number: open until a number is told. The answer waits for that, or for a kind.
staff_is_told = (staff < 1) | (staff >= 1)
size_is_told = condition(
    staff_is_told | (kind == "main") | (kind == "side") | (kind == "helper") | (kind == "director"),
    law="Innerleader, aantal cheques per jaar",
    title="Je zegt hoeveel mensen er werken, of dat je zelfstandige bent",
    source="innerleader",
)
small_or_medium = condition(
    ~(staff > p.max_staff)
    & ~((employer.turnover > p.max_turnover) & (employer.balance_total > p.max_balance)),
    law="Kmo volgens de chèque-formation (artikel niet gelezen; innerleader)",
    title="De onderneming telt hoogstens {max_staff} voltijdse werknemers, en heeft niet te veel "
    "omzet of niet te veel balans",
    source="innerleader",
)
some_hours = condition(
    training.hours > 0,
    law="emploi.wallonie.be, een cheque is een uur opleiding waard",
    title="De opleiding telt uren",
    source="emploi-wallonie",
)

# How many vouchers ----------------------------------------------------------------------------

company = enterprise.legal_form.is_in(["bv", "nv", "cv", "vof", "commv"])
quota_of_staff = (
    when(staff >= p.very_large_from)
    .then(p.quota_very_large)
    .when(staff >= p.large_from)
    .then(p.quota_large)
    .when(staff >= p.medium_from)
    .then(p.quota_medium)
    .otherwise(p.quota_small)
)
quota_of_helper = greatest(
    unknown_number(
        "Hoeveel cheques een helper of meewerkende echtgenoot per jaar kan krijgen, lazen we niet.",
        source="innerleader",
        unit="vouchers",
    ),
    p.quota_side,
)
quota = (
    when(staff >= p.small_from)
    .then(quota_of_staff)
    .when(company & staff_is_told)
    .then(p.quota_main)
    .when(kind == "side")
    .then(p.quota_side)
    .when(kind == "helper")
    .then(quota_of_helper)
    .otherwise(p.quota_main)
)
# Whole hours only: how a part of an hour counts was not read.
vouchers_needed = (
    when(round_down(training.hours, to=1) == training.hours)
    .then(training.hours * training.participants * p.vouchers_per_hour)
    .otherwise(
        greatest(
            unknown_number(
                "Een cheque is een uur opleiding waard. Hoe een deel van een uur telt, lazen we "
                "niet.",
                source="emploi-wallonie",
                unit="vouchers",
            ),
            0,
        )
    )
)
vouchers = least(vouchers_needed, quota)

cheque_formation_wallonia = Incentive(
    id="cheque_formation_wallonia",
    kind="employer_right",
    level="wallonia",
    group="money",
    recipient="enterprise",
    reference="course_start",
    reference_fact=None,
    parameters=p,
    conditions=[
        seat_in_wallonia,
        accepted_legal_form,
        size_is_told,
        small_or_medium,
        some_hours,
    ],
    amounts={
        "face_value_eur": amount(vouchers * p.face_value, recipient="enterprise"),
        "vouchers": amount(vouchers, recipient="enterprise"),
        "firm_pays_eur": amount(vouchers * p.price, recipient="enterprise"),
    },
    steps=[
        step("find_recognised_course", who="employer", source="emploi-wallonie"),
        step("order_vouchers", who="employer", source="emploi-wallonie"),
        step("pay_provider", who="employer", source="emploi-wallonie"),
    ],
    answers=True,
)
