"""What each right does to the price of one training, and which rights go together.

Each rule has its source; a combination about which nothing was found is not written here, and
counts as possible. `together=None` is what the sources leave open: then nothing is promised.
"""

from koers.engine.combine import Combinations, Does, Part, Rule
from koers.rulebook.facts import TRAINING_KIND, training

HIGHER_EDUCATION = training.kind.is_in(TRAINING_KIND.group("higher_education_any")).node
ADULT_EDUCATION = training.kind.is_in(TRAINING_KIND.group("adult_education")).node
RECOGNITION = training.kind.is_in(TRAINING_KIND.group("evc")).node

LEAVES = frozenset({"vov", "bev_brussels", "cep_wallonia"})
CARE = frozenset(
    {
        "care_project600_private",
        "care_project600_public",
        "care_kiesvoordezorg",
        "care_via_hogerop",
    }
)
TIME_CREDIT = frozenset({"time_credit_training_leave", "time_credit_training_allowance", "vok"})
SECTOR_PREMIUMS = {
    "sector_pc116_employer": "amount_eur",
    "sector_pc124_weekday_employer": "amount_eur",
    "sector_pc149_01_employer": "amount_eur",
    "sector_pc149_04_employer": "amount_eur",
    "sector_pc200_employer_premium": "amount_eur",
    "sector_pc322_01_employer": "amount_eur",
    "sector_pc336_employer": "amount_eur",
}
"""Premiums to the employer for one training; yearly budgets of a firm are not of one training."""

ALLOWED_BESIDE_KMO = frozenset(
    {
        "sector_pc336_employer",
        "sector_pc124_weekday_employer",
        "sector_pc226_employer_budget",
        "sector_pc130_employer",
    }
)

PARTS = (
    Part("okot", Does.SETS_PRICE, "fee_eur"),
    Part(
        "cvo_inschrijvingsgeld",
        Does.SETS_PRICE,
        "fee_eur",
        only_for=ADULT_EDUCATION,
        full_price={"person.cvo_category": "none"},
    ),
    Part(
        "studiegeld",
        Does.SETS_PRICE,
        "fee_eur",
        only_for=HIGHER_EDUCATION,
        full_price={"student.fee_category": "niet_beurs"},
    ),
    Part("evc", Does.SETS_PRICE, "fee_eur", only_for=RECOGNITION),
    Part("opleidingscheque", Does.PAYS, "state_pays_eur"),
    Part("sector_pc111_career_account", Does.REFUNDS, "amount_eur"),
    Part("sector_pc304_credit", Does.REFUNDS, "amount_eur"),
    Part("sector_pc124_evening", Does.PAYS_PERSON, "amount_eur"),
    Part("sector_pc124_winter", Does.PAYS_PERSON, "amount_eur"),
    Part("sector_pc125_worker_premium", Does.PAYS_PERSON, "amount_eur"),
    Part("studietoelage", Does.PAYS_PERSON, "amount_eur", only_for=HIGHER_EDUCATION),
    Part("vdab_travel", Does.PAYS_PERSON, "amount_eur"),
    Part("vov", Does.GIVES_TIME, "hours"),
    Part("bev_brussels", Does.GIVES_TIME, "hours"),
    Part("cep_wallonia", Does.GIVES_TIME, "hours"),
    Part("federal_training_right", Does.GIVES_TIME, "days"),
    Part("vov", Does.PAYS_EMPLOYER, "employer_refund_eur"),
    Part("kmo_portefeuille", Does.PAYS_EMPLOYER, "subsidy_eur"),
    *(Part(one, Does.PAYS_EMPLOYER, amount) for one, amount in SECTOR_PREMIUMS.items()),
)

RULES = (
    Rule(
        "same_fee_once",
        frozenset({"opleidingscheque"}),
        frozenset({"kmo_portefeuille"}),
        together=False,
        why="Met een opleidingscheque betaalt de werknemer, met de kmo-portefeuille de "
        "onderneming. Voor dezelfde prijs kan maar een van de twee.",
        source="https://www.zelfstandige.vlaanderen/opleidingscheques-voor-werknemers-interessant-op-de-weg-naar-ondernemerschap/",
    ),
    Rule(
        "one_leave_per_hour",
        LEAVES,
        LEAVES,
        together=False,
        why="Voor een uur les is er maar één betaald verlof: dat van het gewest waar je werkt.",
        source="https://economie-werk.brussels/betaald-educatief-verlof-hervorming",
    ),
    Rule(
        "care_study_is_paid_already",
        CARE,
        LEAVES,
        together=False,
        why="Wie in dit zorgproject studeert, is tijdens de lessen al met loon afwezig.",
        source="https://www.vivosocialprofit.org/veel-gestelde-vragen-door-werknemers-vorming-hogerop",
    ),
    Rule(
        "care_study_or_time_credit",
        CARE,
        TIME_CREDIT,
        together=False,
        why="Wie in dit zorgproject studeert, kan niet tegelijk tijdskrediet nemen.",
        source="https://www.vivosocialprofit.org/veel-gestelde-vragen-door-werknemers-vorming-hogerop",
    ),
    Rule(
        "voucher_beside_leave",
        frozenset({"opleidingscheque"}),
        frozenset({"vov"}),
        together=True,
        why="Opleidingscheques betalen de prijs, Vlaams opleidingsverlof geeft de tijd. Ze zijn "
        "gemaakt om samen te gaan.",
        source="https://www.vdab.be/opleidingscheques/werknemers.shtml",
    ),
    Rule(
        "voucher_before_refund",
        frozenset({"opleidingscheque"}),
        frozenset({"sector_pc111_career_account", "sector_pc304_credit"}),
        together=True,
        why="Een sectorfonds betaalt terug wat je zelf betaalde. Het deel dat je met "
        "opleidingscheques betaalde, hoort daar niet bij. Eén fonds zegt dat; voor de andere nemen "
        "we hetzelfde aan.",
        source="https://www.liberform.be/faq",
    ),
    Rule(
        "days_of_the_employer",
        frozenset({"federal_training_right"}),
        LEAVES,
        together=None,
        why="Of dezelfde uren ook tellen voor je individueel opleidingsrecht, is niet duidelijk. "
        "Reken ze niet dubbel.",
        source="https://www.bakkersvlaanderen.be/nieuws/personeel/Online-tool-Federal-Learning-Account-beschikbaar",
    ),
    Rule(
        "premium_beside_kmo",
        frozenset({"kmo_portefeuille"}),
        ALLOWED_BESIDE_KMO,
        together=True,
        why="Dit sectorfonds laat zijn premie samen met de kmo-portefeuille toe.",
        source="https://www.liberform.be/faq",
    ),
    Rule(
        "premium_beside_kmo_not_read",
        frozenset({"kmo_portefeuille"}),
        frozenset(SECTOR_PREMIUMS) - ALLOWED_BESIDE_KMO,
        together=None,
        why="We vonden niet of deze premie samen met de kmo-portefeuille kan.",
        source="https://www.liberform.be/faq",
    ),
    Rule(
        "relief_beside_refund",
        frozenset({"tax_withholding_relief_employer"}),
        frozenset({"vov"}),
        together=None,
        why="We vonden niet of het belastingvoordeel ook geldt voor uren met Vlaams "
        "opleidingsverlof.",
        source="https://blog.forumforthefuture.be/nl/article/circulaire-2022c69-over-de-vrijstelling-van-doorstorting-van-de-bedrijfsvoorheffing-voor-de-opleiding-van-werknemers/15558",
    ),
)

COMBINATIONS = Combinations(PARTS, RULES)

__all__ = ["COMBINATIONS"]
