"""Joint committees 111 and 209, metal: mtech+.

`sector_pc111_career_account`: refund of the enrolment fee to the worker, for courses outside
working time that end from 2021 on. Reference day: the last day of the course.
`sector_pc111_employer_budget_wvl` and `_other`: the yearly training budget of the firm.
Reference: the calendar year. Who asks for a budget, has a firm of these committees.

The page of the account speaks of firms in West Flanders; a union says it of the whole sector.
111.01 and 111.02 count as 111; 111.03 has a fund of its own that was not read.

Not expressed: the list of before 2021 (at most 110 EUR), which costs the budget pays and how
much an hour, support for reskilling (transitiesteun), the group of committee 219.
"""

from koers.engine import (
    DAY_ASKED,
    REFERENCE_DAY,
    Incentive,
    amount,
    calendar_day,
    condition,
    greatest,
    least,
    load_parameters,
    shift,
    step,
    unknown_in_law,
    unknown_number,
    when,
    word,
)
from koers.engine.language import NumberExpression
from koers.rulebook.facts import employer, employment, sector, training
from koers.rulebook.sector_funds.common import counted, covered_worker

p = load_parameters(__file__)

# The account of the worker -------------------------------------------------------------------

ACCOUNT = "mtech+, loopbaanrekening"

pc111_covered_worker = covered_worker(ACCOUNT, "mtech-account")
pc111_committee = condition(
    employment.joint_committee.is_in(["111", "111.01", "111.02", "209"])
    | (
        (employment.joint_committee == "111.03")
        & unknown_in_law(
            "Nummer 111.03 (montage) heeft een eigen fonds. Wat dat geeft, lazen we niet.",
            source=p.sources["mtech-account"].url,
        )
    ),
    law=f"{ACCOUNT} (SF-C1)",
    title="Je valt onder paritair comité 111 of 209",
    source="mtech-account",
)
pc111_in_flanders = condition(
    (employment.workplace_province != "other")
    | unknown_in_law(
        "mtech+ is het fonds van de Vlaamse bedrijven. Wat een fonds buiten Vlaanderen geeft, "
        "lazen we niet.",
        source=p.sources["mtech-account"].url,
    ),
    law=f"{ACCOUNT} (SF-C5)",
    title="Je werkt in een bedrijf in Vlaanderen",
    source="abvv-metaal",
)
pc111_outside_hours = condition(
    ~training.coincides_with_work_hours,
    law=f"{ACCOUNT} (SF-111W)",
    title="De lessen vallen buiten je werkuren",
    source="mtech-account",
)
pc111_from_2021 = condition(
    training.end_date >= p.day("pc111_first_end_date"),
    law=f"{ACCOUNT} (SF-111W)",
    title="De opleiding eindigt op {pc111_first_end_date} of later",
    source="mtech-account",
)
# One calendar year back: 12 months before the year in which the worker asks.
pc111_asked_in_time = condition(
    training.end_date >= shift(calendar_day("year_start", DAY_ASKED), months=-12),
    law=f"{ACCOUNT} (SF-111W)",
    title="De opleiding eindigde dit jaar of vorig jaar, of is nog bezig",
    source="mtech-account",
)
pc111_fee = condition(
    training.fee > 0,
    law=f"{ACCOUNT} (SF-111W)",
    title="Je betaalt inschrijvingsgeld",
    source="mtech-account",
)
pc111_account_left = condition(
    sector.used_this_year < p.pc111_account,
    law=f"{ACCOUNT} (SF-111W)",
    title="Je gebruikte dit jaar nog geen {pc111_account} euro van je rekening",
    source="mtech-account",
)

sector_pc111_career_account = Incentive(
    id="sector_pc111_career_account",
    kind="right",
    level="sector",
    group="money",
    recipient="worker",
    reference="course_end",
    reference_fact="training.end_date",
    parameters=p,
    conditions=[
        pc111_covered_worker,
        pc111_committee,
        pc111_in_flanders,
        pc111_outside_hours,
        pc111_from_2021,
        pc111_asked_in_time,
        pc111_fee,
        pc111_account_left,
    ],
    amounts={
        "amount_eur": amount(
            least(training.fee, p.pc111_account - sector.used_this_year),
            period="training",
            recipient="worker",
        ),
        "paid_to": amount(word("worker")),
    },
    steps=[
        step(
            "ask_mtech",
            who="worker",
            by=shift(calendar_day("year_end", REFERENCE_DAY), months=12),
            source="mtech-account",
        ),
    ],
    answers=True,
)

# The budget of the firm ----------------------------------------------------------------------

workers, employees = employer.workers, employer.employees
has_staff = ((workers > 0) & counted(employees)) | ((employees > 0) & counted(workers))


def not_said(most: NumberExpression) -> NumberExpression:
    """A part for a kind of staff that the firm does not have: between nothing and the minimum."""
    reason = (
        "De bron zegt niet of een bedrijf zonder arbeiders of zonder bedienden toch het "
        "minimumbedrag voor die groep krijgt."
    )
    unread = unknown_number(reason, source=p.sources["mtech-wvl"].url, unit="EUR")
    return least(greatest(unread, 0), most)


pc111_wvl_group = condition(
    employer.region_group == "west_flanders",
    law="mtech+, bedrijfsopleiding West-Vlaanderen (SF-111E-a, SF-C5)",
    title="Het bedrijf hoort bij de groep West-Vlaanderen van mtech+",
    source="mtech-wvl",
)
pc111_wvl_staff = condition(
    has_staff,
    law="mtech+, bedrijfsopleiding West-Vlaanderen (SF-111E-a)",
    title="Het bedrijf had arbeiders of bedienden op 30 september van vorig jaar",
    source="mtech-wvl",
)
wvl_workers = (
    when(workers > 0)
    .then(
        p.pc111_wvl_workers_minimum
        + greatest(workers - p.pc111_wvl_workers_included, 0) * p.pc111_wvl_per_worker
    )
    .otherwise(not_said(p.pc111_wvl_workers_minimum))
)
wvl_employees = (
    when(employees > 0)
    .then(greatest(employees * p.pc111_wvl_per_employee, p.pc111_wvl_employees_minimum))
    .otherwise(not_said(p.pc111_wvl_employees_minimum))
)

sector_pc111_employer_budget_wvl = Incentive(
    id="sector_pc111_employer_budget_wvl",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="calendar_year",
    reference_fact=None,
    parameters=p,
    conditions=[pc111_wvl_group, pc111_wvl_staff],
    amounts={
        "amount_eur": amount(
            wvl_workers + wvl_employees, period="calendar_year", recipient="employer"
        ),
        "paid_to": amount(word("employer")),
        "part_workers_eur": amount(wvl_workers, period="calendar_year", recipient="employer"),
        "part_employees_eur": amount(wvl_employees, period="calendar_year", recipient="employer"),
    },
    steps=[step("use_budget_wvl", who="employer", source="mtech-wvl")],
    answers=True,
)


def other_part(heads: NumberExpression) -> NumberExpression:
    """The budget of the other groups for one kind of staff."""
    small = heads * p.pc111_other_per_head_small
    return (
        when(heads < p.pc111_other_large_from)
        .then(small)
        .otherwise(p.pc111_other_fixed + heads * p.pc111_other_per_head)
    )


pc111_other_group = condition(
    employer.region_group == "other",
    law="mtech+, opleidingsbudget (SF-111E-b, SF-C5)",
    title="Het bedrijf hoort niet bij de groep West-Vlaanderen van mtech+",
    source="mtech-other",
)
pc111_other_staff = condition(
    has_staff,
    law="mtech+, opleidingsbudget (SF-111E-b)",
    title="Het bedrijf had arbeiders of bedienden op 30 september van vorig jaar",
    source="mtech-other",
)

sector_pc111_employer_budget_other = Incentive(
    id="sector_pc111_employer_budget_other",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="calendar_year",
    reference_fact=None,
    parameters=p,
    conditions=[pc111_other_group, pc111_other_staff],
    amounts={
        "amount_eur": amount(
            other_part(workers) + other_part(employees),
            period="calendar_year",
            recipient="employer",
        ),
        "paid_to": amount(word("employer")),
    },
    steps=[step("use_budget_other", who="employer", source="mtech-other")],
    answers=True,
)
