"""The incentives: one folder each, gathered in the one list `RULEBOOK`.

Adding an incentive is adding a folder and a line here. `koers check` looks for mistakes. The
parsed YAML is kept by content (`koers.rulebook.cache`), so that starting is quick.
"""

from pathlib import Path

from koers.rulebook.cache import use_cache
from koers.rulebook.version import content_version

_FOLDER = Path(__file__).parent
_VERSION = content_version(_FOLDER)
use_cache(_FOLDER, _VERSION)  # before the rules are imported: they read their parameters

from koers.engine import Rulebook
from koers.rulebook.facts import VOCABULARY
from koers.rulebook.individueel_opleidingsrecht.rule import federal_training_right
from koers.rulebook.inschrijvingsgeld_volwassenenonderwijs.rule import cvo_inschrijvingsgeld
from koers.rulebook.kmo_portefeuille.rule import kmo_portefeuille
from koers.rulebook.loopbaancheque.rule import loopbaancheque
from koers.rulebook.opleidingscheque.rule import opleidingscheque
from koers.rulebook.outputs import OUTPUTS
from koers.rulebook.regionaal_opleidingsverlof.rule import leave_region_selector
from koers.rulebook.sector_funds.rule import (
    sector_any,
    sector_pc111_career_account,
    sector_pc111_employer_budget_other,
    sector_pc111_employer_budget_wvl,
    sector_pc116_employer,
    sector_pc124_evening,
    sector_pc124_weekday_employer,
    sector_pc124_winter,
    sector_pc125_worker_premium,
    sector_pc130_employer,
    sector_pc140_03_licence_employer,
    sector_pc149_01_credit,
    sector_pc149_01_employer,
    sector_pc149_04_employer,
    sector_pc200_employer_premium,
    sector_pc226_employer_budget,
    sector_pc304_credit,
    sector_pc322_01_employer,
    sector_pc336_employer,
)
from koers.rulebook.tijdskrediet_opleiding.rule import (
    time_credit_training_allowance,
    time_credit_training_allowance_amount,
    time_credit_training_leave,
)
from koers.rulebook.vlaams_opleidingskrediet.rule import vok
from koers.rulebook.vlaams_opleidingsverlof.rule import vov
from koers.rulebook.vrijstelling_van_beschikbaarheid.rule import vdab_vrijstelling

RULEBOOK = Rulebook(
    [
        vov,
        opleidingscheque,
        vok,
        loopbaancheque,
        cvo_inschrijvingsgeld,
        vdab_vrijstelling,
        federal_training_right,
        time_credit_training_leave,
        time_credit_training_allowance,
        time_credit_training_allowance_amount,
        kmo_portefeuille,
        sector_any,
        sector_pc111_career_account,
        sector_pc111_employer_budget_wvl,
        sector_pc111_employer_budget_other,
        sector_pc116_employer,
        sector_pc124_evening,
        sector_pc124_winter,
        sector_pc124_weekday_employer,
        sector_pc125_worker_premium,
        sector_pc130_employer,
        sector_pc140_03_licence_employer,
        sector_pc149_01_employer,
        sector_pc149_01_credit,
        sector_pc149_04_employer,
        sector_pc200_employer_premium,
        sector_pc226_employer_budget,
        sector_pc304_credit,
        sector_pc322_01_employer,
        sector_pc336_employer,
        leave_region_selector,
    ],
    vocabulary=VOCABULARY,
    outputs=OUTPUTS,
    version=_VERSION,
)

__all__ = ["RULEBOOK"]
