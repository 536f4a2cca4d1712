"""Joint committee 140.03, transport: the amount of SFTL to the firm for a driving licence.

Law: rules of the social fund for transport and logistics. Reference day: the day of the licence.
Result: the cost of the licence, up to a maximum per kind.

Not expressed: the basic qualification (500 EUR), training for dangerous goods (ADR), jobseekers
in a training contract with the firm, money claimed back from the worker afterwards.
"""

from koers.engine import (
    DAY_ASKED,
    Incentive,
    amount,
    condition,
    least,
    load_parameters,
    step,
    when,
    word,
)
from koers.rulebook.facts import employer, licence
from koers.rulebook.sector_funds.common import covered_participant, dated, in_committee

p = load_parameters(__file__)

LAW = "SFTL, tussenkomst rijbewijzen"

pc140_03_covered_worker = covered_participant(LAW, "sftl")
pc140_03_committee = in_committee(
    ["140.03"],
    LAW,
    "sftl",
    title="De deelnemer valt onder paritair comité 140.03",
    above="140",
    url=p.sources["sftl"].url,
)
pc140_03_category = condition(
    employer.rsz_category == "083",
    law=f"{LAW} (SF-140.03E, SF-C3)",
    title="Het bedrijf geeft de arbeider aan in categorie 083 bij de RSZ",
    source="sftl",
)
pc140_03_kind = condition(
    licence.kind.is_in(["C", "CE"]),
    law=f"{LAW} (SF-140.03E)",
    title="Het is een rijbewijs C of CE",
    source="sftl",
)
pc140_03_date_told = condition(
    dated(licence.date, DAY_ASKED),
    law=f"{LAW} (SF-140.03E)",
    title="Het is geweten op welke dag het rijbewijs er kwam",
    source="sftl",
)
pc140_03_employer_paid = condition(
    employer.paid_full_cost & (licence.cost > 0),
    law=f"{LAW} (SF-140.03E)",
    title="Het bedrijf betaalde alle kosten",
    source="sftl",
)

most = when(licence.kind == "C").then(p.pc140_03_licence_c).otherwise(p.pc140_03_licence_ce)

sector_pc140_03_licence_employer = Incentive(
    id="sector_pc140_03_licence_employer",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="licence_date",
    reference_fact="licence.date",
    parameters=p,
    conditions=[
        pc140_03_covered_worker,
        pc140_03_committee,
        pc140_03_category,
        pc140_03_kind,
        pc140_03_date_told,
        pc140_03_employer_paid,
    ],
    amounts={
        "amount_eur": amount(least(licence.cost, most), period="once", recipient="employer"),
        "paid_to": amount(word("employer")),
    },
    steps=[step("ask_sftl", who="employer", source="sftl")],
    answers=True,
)
