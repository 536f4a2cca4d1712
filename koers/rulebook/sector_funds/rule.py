"""Sector funds: is there help from the fund of a joint committee, and the rules per committee.

Law: collective agreements of the sectors, renewed every two years; read on the pages of the
funds. Each committee has a module of its own (pc111.py, pc124.py, …); what they share stands in
common.py, and the list of committees with the address of each fund in committees.yaml.

`sector_any`: is there any help for this committee. Yes where we read of some; unknown in law,
with the name and address of the fund, where we did not; never no for a committee that was not
read. No only for who has no committee (public sector, self-employed).
Period: always; the pages were read in 2026 and are of other years, see the doubts.

Not expressed: which help it is and how much. The incentives per committee say that.
"""

from koers.engine import Incentive, condition, load_parameters, lookup, step, unknown_in_law
from koers.rulebook.facts import EMPLOYMENT_STATUS, employment
from koers.rulebook.sector_funds.committees import with_help_read
from koers.rulebook.sector_funds.pc111 import (
    sector_pc111_career_account,
    sector_pc111_employer_budget_other,
    sector_pc111_employer_budget_wvl,
)
from koers.rulebook.sector_funds.pc116 import sector_pc116_employer
from koers.rulebook.sector_funds.pc124 import (
    sector_pc124_evening,
    sector_pc124_weekday_employer,
    sector_pc124_winter,
)
from koers.rulebook.sector_funds.pc125 import sector_pc125_worker_premium
from koers.rulebook.sector_funds.pc130 import sector_pc130_employer
from koers.rulebook.sector_funds.pc140 import sector_pc140_03_licence_employer
from koers.rulebook.sector_funds.pc149 import (
    sector_pc149_01_credit,
    sector_pc149_01_employer,
    sector_pc149_04_employer,
)
from koers.rulebook.sector_funds.pc200 import sector_pc200_employer_premium
from koers.rulebook.sector_funds.pc226 import sector_pc226_employer_budget
from koers.rulebook.sector_funds.pc304 import sector_pc304_credit
from koers.rulebook.sector_funds.pc322 import sector_pc322_01_employer
from koers.rulebook.sector_funds.pc336 import sector_pc336_employer

p = with_help_read(load_parameters(__file__))

help_was_read = lookup(p.table("help_read"), employment.joint_committee) > 0
after_a_job = employment.status.is_in(EMPLOYMENT_STATUS.group("no_work")) & unknown_in_law(
    "Zonder werk val je onder geen enkel paritair comité. Soms helpt het fonds van je vroegere "
    "sector nog, zoals bij de nummers 200 en 304. Voor andere sectoren lazen we dat niet.",
    source=p.sources["cevora-faq"].url,
)

sector_has_help = condition(
    help_was_read | after_a_job,
    law="Cao's van de sectoren; pagina's van de fondsen (SF-C1)",
    title="We lazen dat het fonds van je sector helpt bij een opleiding",
    source="fod",
)

sector_any = Incentive(
    id="sector_any",
    kind="information",
    level="sector",
    group="money",
    recipient="worker or employer",
    reference="day_asked",
    reference_fact=None,
    parameters=p,
    conditions=[sector_has_help],
    steps=[
        step("find_your_committee", who="worker", source="fod"),
        step("ask_your_fund", who="worker", source="fod"),
    ],
    answers=True,
)

__all__ = [
    "sector_any",
    "sector_pc111_career_account",
    "sector_pc111_employer_budget_other",
    "sector_pc111_employer_budget_wvl",
    "sector_pc116_employer",
    "sector_pc124_evening",
    "sector_pc124_weekday_employer",
    "sector_pc124_winter",
    "sector_pc125_worker_premium",
    "sector_pc130_employer",
    "sector_pc140_03_licence_employer",
    "sector_pc149_01_credit",
    "sector_pc149_01_employer",
    "sector_pc149_04_employer",
    "sector_pc200_employer_premium",
    "sector_pc226_employer_budget",
    "sector_pc304_credit",
    "sector_pc322_01_employer",
    "sector_pc336_employer",
]
