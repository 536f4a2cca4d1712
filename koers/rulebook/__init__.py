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
from koers.rulebook.behoud_werkloosheidsuitkering.rule import (
    definition_unemployment_benefit_duration,
    unemployment_benefit_retention,
)
from koers.rulebook.betaald_educatief_verlof_brussel.rule import (
    bev_brussels,
    bev_brussels_employer_refund,
)
from koers.rulebook.betaalde_zorgopleiding.rule import (
    care_kiesvoordezorg,
    care_project600_private,
    care_project600_public,
    care_via_hogerop,
)
from koers.rulebook.cheque_formation.rule import cheque_formation_wallonia
from koers.rulebook.conge_education_paye.rule import cep_wallonia, cep_wallonia_employer_refund
from koers.rulebook.definities.rule import definition_education_level, definition_fraction
from koers.rulebook.erkenning_van_competenties.rule import evc
from koers.rulebook.facts import VOCABULARY
from koers.rulebook.federal_learning_account.rule import federal_learning_account
from koers.rulebook.fiscaal.rule import tax_training_deduction, tax_withholding_relief_employer
from koers.rulebook.individueel_opleidingsrecht.rule import (
    federal_training_right,
    federal_training_right_booking,
    federal_training_right_employer_total,
    training_plan_duty,
)
from koers.rulebook.individuele_beroepsopleiding.rule import individuele_beroepsopleiding
from koers.rulebook.inschrijvingsgeld_volwassenenonderwijs.rule import cvo_inschrijvingsgeld
from koers.rulebook.inzetbaarheid_bij_ontslag.rule import dismissal_employability
from koers.rulebook.kmo_portefeuille.rule import kmo_portefeuille
from koers.rulebook.leerkrediet.rule import leerkrediet
from koers.rulebook.loopbaancheque.rule import loopbaancheque
from koers.rulebook.onderwijskwalificerend_opleidingstraject.rule import okot
from koers.rulebook.opleidingscheque.rule import opleidingscheque
from koers.rulebook.outputs import OUTPUTS
from koers.rulebook.premie_eerste_diploma.rule import premie_eerste_diploma
from koers.rulebook.regionaal_opleidingsverlof.rule import (
    definition_leave_wage_cap,
    leave_region_selector,
)
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
from koers.rulebook.studiegeld.rule import studiegeld
from koers.rulebook.studietoelage.rule import studietoelage
from koers.rulebook.tijdskrediet_opleiding.rule import (
    definition_time_credit_care_remaining,
    definition_time_credit_notice,
    time_credit_training_allowance,
    time_credit_training_allowance_amount,
    time_credit_training_leave,
)
from koers.rulebook.vdab_vergoedingen.rule import vdab_stimulanspremie, vdab_travel
from koers.rulebook.vlaams_opleidingskrediet.rule import vok
from koers.rulebook.vlaams_opleidingsverlof.rule import vov
from koers.rulebook.vlaams_zorgkrediet.rule import zorgkrediet_opleiding
from koers.rulebook.vrijstelling_van_beschikbaarheid.rule import vdab_vrijstelling
from koers.rulebook.werkbaarheidscheque.rule import werkbaarheidscheque
from koers.rulebook.zelfstandigen.rule import (
    fee_double_financing,
    self_employed_scheme_selector,
)

RULEBOOK = Rulebook(
    [
        vov,
        opleidingscheque,
        vok,
        zorgkrediet_opleiding,
        loopbaancheque,
        kmo_portefeuille,
        vdab_travel,
        vdab_stimulanspremie,
        vdab_vrijstelling,
        okot,
        individuele_beroepsopleiding,
        cvo_inschrijvingsgeld,
        studiegeld,
        studietoelage,
        leerkrediet,
        premie_eerste_diploma,
        evc,
        werkbaarheidscheque,
        federal_training_right,
        federal_training_right_booking,
        federal_training_right_employer_total,
        training_plan_duty,
        federal_learning_account,
        time_credit_training_leave,
        time_credit_training_allowance,
        time_credit_training_allowance_amount,
        definition_time_credit_notice,
        definition_time_credit_care_remaining,
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
        care_project600_private,
        care_project600_public,
        care_kiesvoordezorg,
        care_via_hogerop,
        self_employed_scheme_selector,
        fee_double_financing,
        tax_training_deduction,
        tax_withholding_relief_employer,
        unemployment_benefit_retention,
        definition_unemployment_benefit_duration,
        dismissal_employability,
        leave_region_selector,
        bev_brussels,
        bev_brussels_employer_refund,
        cep_wallonia,
        cep_wallonia_employer_refund,
        definition_leave_wage_cap,
        cheque_formation_wallonia,
        definition_education_level,
        definition_fraction,
    ],
    vocabulary=VOCABULARY,
    outputs=OUTPUTS,
    version=_VERSION,
)

__all__ = ["RULEBOOK"]
