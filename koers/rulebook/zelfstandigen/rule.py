"""Zelfstandigen: which schemes somebody with a business can use, and no double subsidy.

Law: there is no single text. Help for the self-employed is regional or a tax matter; leave,
time credit and the federal training right need a contract with an employer. Reference day: the
day asked about. Result: the schemes that can apply, each with conditions of its own, and
whether two subsidies may pay for the same course.

The job and the business are looked at one after the other: the job opens the schemes of
employees, the seat of the business opens the scheme of its region. Where somebody lives does
not matter for the business.

Not expressed: which of the three leaves it is (the region of the workplace decides, see
`leave_region_selector`), the employer's sector, the residence for opleidingscheques, the size,
activity and legal form of the business, premiums of sector funds and care projects, tax, the
loopbaancheque, the exemption of VDAB and the premium of Brussels.
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    condition,
    load_parameters,
    present,
    step,
    unknown_in_law,
)
from koers.rulebook.facts import employment, enterprise, training

p = load_parameters(__file__)

# The job ------------------------------------------------------------------------------------

employee = employment.status == "employee"
with_employer = employment.status.is_in(["employee", "temp_agency", "temporary_unemployed"])
student_worker = employment.status == "student_worker"
apprentice = employment.status == "apprentice"

text_covers_employees = unknown_in_law(
    "De teksten die we lazen, gaan over gewone werknemers. Hoe het zit met andere contracten, "
    "lazen we niet.",
    source=p.sources["zelfstandige-vlaanderen"].url,
)

opleidingscheque = (
    with_employer | (employment.status == "civil_servant") | (apprentice & text_covers_employees)
)
paid_leave = with_employer | ((student_worker | apprentice) & text_covers_employees)
vov = (p.day("vov_since") <= REFERENCE_DAY) & paid_leave
time_credit = employee | (
    employment.status.is_in(["temp_agency", "temporary_unemployed", "student_worker"])
    & text_covers_employees
)
federal_training_right = (p.day("federal_training_right_since") <= REFERENCE_DAY) & (
    with_employer | student_worker | apprentice
)

# The business -------------------------------------------------------------------------------

runs_business = present(employment.self_employed_kind) | employment.secondary_self_employed

kmo_portefeuille = runs_business & (enterprise.seat_region == "flanders")
cheque_formation = runs_business & (enterprise.seat_region == "wallonia")

self_employed_scheme_selector = Incentive(
    id="self_employed_scheme_selector",
    kind="definition",
    level="federal",
    group="money",
    recipient="self-employed",
    reference="day_asked",
    reference_fact=None,
    parameters=p,
    conditions=[],
    amounts={
        "schemes_opleidingscheque": amount(opleidingscheque),
        "schemes_vov": amount(vov),
        "schemes_bev_brussels": amount(paid_leave),
        "schemes_cep_wallonia": amount(paid_leave),
        "schemes_time_credit_training_leave": amount(time_credit),
        "schemes_federal_training_right": amount(federal_training_right),
        "schemes_kmo_portefeuille": amount(kmo_portefeuille),
        "schemes_cheque_formation_wallonia": amount(cheque_formation),
    },
    steps=[
        step("look_at_job_first", who="worker", source="zelfstandige-vlaanderen"),
        step("look_at_seat", who="worker", source="kortenberg"),
        step("apply_kmo_portefeuille", who="worker", source="kortenberg"),
    ],
    answers=False,
)

# One course, one subsidy --------------------------------------------------------------------

paid_by_one_subsidy = condition(
    ~(training.paid_with_opleidingscheque & training.paid_with_kmo_portefeuille),
    law="Opleidingscheque en kmo-portefeuille samen (artikel niet gelezen; SE-C5)",
    title="Je betaalt de opleiding met hoogstens één van deze twee: opleidingscheques of de "
    "kmo-portefeuille",
    source="zelfstandige-vlaanderen",
)

fee_double_financing = Incentive(
    id="fee_double_financing",
    kind="definition",
    level="federal",
    group="money",
    recipient="worker or self-employed",
    reference="day_asked",
    reference_fact=None,
    parameters=p,
    conditions=[paid_by_one_subsidy],
    amounts={},
    steps=[
        step("choose_one", who="worker", source="zelfstandige-vlaanderen"),
    ],
    answers=True,
)
