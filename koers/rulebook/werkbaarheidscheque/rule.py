"""Werkbaarheidscheque: a Flemish subsidy to firms for a scan and a plan on workable work.

Law: a call of the Flemish government with a budget, open in three periods since 7 May 2019; only
pages of VLAIO and Vlaanderen.be were read. Reference day: the application. Result: euros of
subsidy for this project, when earlier applications leave room.

The amount of 2024 was not read. After 31 July 2024 no new call was found: unknown in law.

Not expressed: the total of at most three applications and of the cap over all of them, firms that
already had a cheque (kept out in 2023), a budget that was used up before the last day, and the
higher kmo-portefeuille that went with it.
"""

from datetime import date

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    condition,
    least,
    load_parameters,
    share,
    step,
    unknown_in_law,
)
from koers.rulebook.facts import employer, project

p = load_parameters(__file__)

CHANGES_PAGE = p.sources["changes"].url
CHEQUE_PAGE = p.sources["cheque"].url

firm_in_flanders = condition(
    employer.region == "flanders",
    law="VLAIO, werkbaarheidscheque (WB-C1)",
    title="De onderneming heeft een vestiging in het Vlaamse Gewest",
    source="cheque",
)
has_staff = condition(
    employer.headcount >= p.min_headcount,
    law="VLAIO, werkbaarheidscheque (WB-C2)",
    title="De onderneming heeft minstens {min_headcount} werknemer",
    source="cheque",
)
unclear_form = employer.legal_form.is_in(["in_formation", "other"]) & unknown_in_law(
    "De tekst noemt alleen de vormen die niet mogen. Of deze vorm mag, lazen we niet.",
    source=CHEQUE_PAGE,
)
accepted_legal_form = condition(
    employer.legal_form.is_in(
        ["bv", "nv", "cv", "vof", "commv", "sole_trader", "liberal_profession", "vzw"]
    )
    | unclear_form,
    law="VLAIO, werkbaarheidscheque (WB-C3)",
    title="De onderneming is geen openbare instelling, maatschap, feitelijke vereniging, of "
    "tijdelijke of stille vennootschap",
    source="cheque",
)
# Social profit came in during 2020; the day was not read.
profit_sector = condition(
    (employer.legal_form != "vzw")
    | unknown_in_law(
        "De cheque was er eerst voor de profitsector. De socialprofit kwam erbij in 2020, de dag "
        "lazen we niet. Of een vzw al kon aanvragen, weten we dus niet.",
        source=CHANGES_PAGE,
    ),
    law="VLAIO, wijzigingen van de werkbaarheidscheque",
    title="De onderneming hoort bij de profitsector",
    source="changes",
    until=date(2020, 12, 31),
)
call_open = condition(
    p.day("last_day") >= REFERENCE_DAY,
    law="VLAIO, wijzigingen van de werkbaarheidscheque",
    title="De onderneming kan de cheque nog aanvragen",
    source="changes",
)
# Nothing to pay is nothing to subsidise.
project_costs_something = condition(
    project.cost > 0,
    law="VLAIO, werkbaarheidscheque",
    title="Het project kost geld",
    source="cheque",
)

werkbaarheidscheque = Incentive(
    id="werkbaarheidscheque",
    kind="employer_right",
    level="flemish",
    group="money",
    recipient="enterprise",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[
        firm_in_flanders,
        has_staff,
        accepted_legal_form,
        profit_sector,
        call_open,
        project_costs_something,
    ],
    amounts={
        "subsidy_eur": amount(
            least(share(p.percentage, project.cost), p.max_subsidy), recipient="enterprise"
        ),
    },
    steps=[step("apply_at_vlaio", who="employer", by=p.day("last_day"), source="how-to-apply")],
    answers=True,
)
