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
from koers.rulebook.betaald_educatief_verlof_brussel.rule import (
    bev_brussels,
    bev_brussels_employer_refund,
)
from koers.rulebook.cheque_formation.rule import cheque_formation_wallonia
from koers.rulebook.conge_education_paye.rule import cep_wallonia, cep_wallonia_employer_refund
from koers.rulebook.facts import VOCABULARY
from koers.rulebook.individueel_opleidingsrecht.rule import federal_training_right
from koers.rulebook.inschrijvingsgeld_volwassenenonderwijs.rule import cvo_inschrijvingsgeld
from koers.rulebook.kmo_portefeuille.rule import kmo_portefeuille
from koers.rulebook.loopbaancheque.rule import loopbaancheque
from koers.rulebook.opleidingscheque.rule import opleidingscheque
from koers.rulebook.outputs import OUTPUTS
from koers.rulebook.regionaal_opleidingsverlof.rule import (
    definition_leave_wage_cap,
    leave_region_selector,
)
from koers.rulebook.sector_funds.rule import sector_pc200_employer_premium
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
        sector_pc200_employer_premium,
        leave_region_selector,
        bev_brussels,
        bev_brussels_employer_refund,
        cep_wallonia,
        cep_wallonia_employer_refund,
        definition_leave_wage_cap,
        cheque_formation_wallonia,
    ],
    vocabulary=VOCABULARY,
    outputs=OUTPUTS,
    version=_VERSION,
)

__all__ = ["RULEBOOK"]
