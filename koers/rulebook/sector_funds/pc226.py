"""Joint committee 226, international trade and logistics: the yearly credit of the firm at Logos.

Law: rules of Logos, read on a page without a date. Reference: the calendar year. Result: an
amount per employee of committee 226, at most a share of the payroll.

Not expressed: which courses the credit pays, the free courses of Logos.
"""

from koers.engine import (
    Incentive,
    amount,
    condition,
    least,
    load_parameters,
    share,
    step,
    when,
    word,
)
from koers.rulebook.facts import employer

p = load_parameters(__file__)

LAW = "Logos, subsidiekrediet (SF-226E)"

heads = employer.employees_pc226
# A share of the yearly payroll is a credit for that year.
most = share(p.pc226_share, employer.payroll * p.pc226_per_calendar_year)

pc226_employees = condition(
    heads > 0,
    law=LAW,
    title="Het bedrijf heeft bedienden van paritair comité 226",
    source="logos",
)
pc226_payroll = condition(
    employer.payroll > 0,
    law=LAW,
    title="Het bedrijf betaalt lonen",
    source="logos",
)

per_head = (
    when(heads <= p.pc226_small_to).then(p.pc226_per_head_small).otherwise(p.pc226_per_head_large)
)

sector_pc226_employer_budget = Incentive(
    id="sector_pc226_employer_budget",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="calendar_year",
    reference_fact=None,
    parameters=p,
    conditions=[pc226_employees, pc226_payroll],
    amounts={
        "amount_eur": amount(
            least(heads * per_head, most), period="calendar_year", recipient="employer"
        ),
        "paid_to": amount(word("employer")),
    },
    steps=[step("ask_logos", who="employer", source="logos")],
    answers=True,
)
