"""What each right does to the price of one training, and which rights go together.

Each rule has its source. `together=None` is what no source settles, or what we only derived: then
nothing is promised. A pair of rights that no rule names counts as possible: the law of one does
not look at the other. A part of a right that is not in the rulebook does nothing.

Rights about a whole year or month of a person stand here as `BESIDES`: they are told and never
subtracted from a price. Not here: career guidance (it opens rights and has a price of its own),
yearly budgets of a firm, and duties of an employer.
"""

from koers.engine.combination import Combinations, Does, Part, Rule
from koers.rulebook.facts import (
    EMPLOYMENT_STATUS,
    TRAINING_KIND,
    employment,
    person,
    student,
    training,
)

HIGHER_EDUCATION = training.kind.is_in(TRAINING_KIND.group("higher_education_any")).node
ADULT_EDUCATION = training.kind.is_in(TRAINING_KIND.group("adult_education")).node
RECOGNITION = training.kind.is_in(TRAINING_KIND.group("evc") | {"examencommissie"}).node
IN_THE_FIRM = (training.kind == "ibo").node
CARE_STUDY = training.leads_to.is_in(["nurse", "care_assistant", "care_worker"]).node
FIRST_DIPLOMA = (training.kind == "secondary").node
EMPLOYER_PAYS = (training.paid_by == "employer").node
AT_WORK = employment.status.is_in(
    ["employee", "temp_agency", "civil_servant", "self_employed"]
).node
OWN_FIRM = (employment.status == "self_employed").node
WITH_EMPLOYER = employment.status.is_in(EMPLOYMENT_STATUS.group("has_employer")).node

# Names of rights that rules speak of together ------------------------------------------------

VOUCHER = frozenset({"opleidingscheque"})
KMO = frozenset({"kmo_portefeuille"})
VOV = frozenset({"vov"})
OTHER_LEAVES = frozenset({"bev_brussels", "cep_wallonia"})
LEAVES = VOV | OTHER_LEAVES
VIA = frozenset({"care_via_hogerop"})
OTHER_CARE = frozenset({"care_project600_private", "care_project600_public", "care_kiesvoordezorg"})
CARE = VIA | OTHER_CARE
TIME_CREDIT_LEAVE = frozenset({"time_credit_training_leave", "time_credit_training_allowance"})
TOP_UP = frozenset({"vok"})
TIME_CREDIT = TIME_CREDIT_LEAVE | TOP_UP
REFUNDS = frozenset({"sector_pc111_career_account", "sector_pc304_credit"})
FOR_JOBSEEKERS = frozenset(
    {"okot", "ibo", "vdab_travel", "vdab_vrijstelling", "unemployment_benefit_retention"}
)
TRAINING_DAYS = frozenset({"federal_training_right"})
GRANT = frozenset({"studietoelage"})
FIRST_DIPLOMA_PREMIUM = frozenset({"premie_eerste_diploma"})

SECTOR_PREMIUMS = {
    "sector_pc116_employer": ("amount_eur", None),
    "sector_pc124_weekday_employer": ("amount_eur", None),
    "sector_pc130_employer": ("", EMPLOYER_PAYS),
    "sector_pc140_03_licence_employer": ("amount_eur", EMPLOYER_PAYS),
    "sector_pc149_01_employer": ("amount_eur", None),
    "sector_pc149_04_employer": ("amount_eur", EMPLOYER_PAYS),
    "sector_pc200_employer_premium": ("amount_eur", EMPLOYER_PAYS),
    "sector_pc322_01_employer": ("amount_eur", None),
    "sector_pc336_employer": ("amount_eur", EMPLOYER_PAYS),
}
"""Premiums to the employer for one training: the amount, and whether the employer must have paid.

That is so where the fund refunds an invoice or the cost; a flat amount per hour is for the wage.
Grafoc (130) refunds a part of the price of which the height is not known.
"""
ALLOWED_BESIDE_KMO = frozenset(
    {"sector_pc336_employer", "sector_pc124_weekday_employer", "sector_pc130_employer"}
)
"""Liberform, Constructiv and Grafoc; Logos (226) also, which gives a yearly budget."""

# Addresses -----------------------------------------------------------------------------------

VDAB_OLD = "https://www.vdab.be/opleidingscheques/werknemers.shtml"
VDAB_RECOGNISED = "https://www.vdab.be/opleidingen/premieserkend"
FRACTION = (
    "https://www.vlaanderen.be/vlaamse-opleidingsincentives/"
    "berekening-tewerkstellingspercentage-voor-vlaams-opleidingsverlof"
)
SELF_EMPLOYED = (
    "https://www.zelfstandige.vlaanderen/"
    "opleidingscheques-voor-werknemers-interessant-op-de-weg-naar-ondernemerschap/"
)
BRUSSELS = "https://economie-werk.brussels/betaald-educatief-verlof-hervorming"
KMO_PAGE = (
    "https://www.vlaio.be/nl/subsidies-financiering/subsidiedatabank/"
    "kmo-portefeuille-steun-voor-opleiding-en-advies"
)
LIBERFORM = "https://www.liberform.be/faq"
BAKERS = (
    "https://www.bakkersvlaanderen.be/nieuws/personeel/"
    "Online-tool-Federal-Learning-Account-beschikbaar"
)
VIVO = "https://www.vivosocialprofit.org/veel-gestelde-vragen-door-werknemers-vorming-hogerop"
PREMIUM_PAGE = "https://www.lbconderwijs.be/diplomavergoeding"
TOP_UP_PAGE = (
    "https://www.vlaanderen.be/aanmoedigingspremie-opleidingskrediet-privesector/"
    "aanmoedigingspremie-opleidingskrediet-voorwaarden-privesector"
)
CARE_CREDIT_FAQ = "https://www.werk.be/online-diensten/vlaams-zorgkrediet/veelgestelde-vragen"
UNION = "https://www.hetacv.be/mijn-loopbaan/werken-in-de-prive-sector/opleiding/opleidingskrediet"
METAL_ACCOUNT = "https://mtechplus.be/subsidy/premies-voor-werknemers/premies-voor-werknemers/"
STAGE_CREDIT = (
    "https://www.podiumkunsten.be/loopbaan/opleidingen-en-stages-volgen/sectoraal-opleidingskrediet"
)
RELIEF = (
    "https://blog.forumforthefuture.be/nl/article/circulaire-2022c69-over-de-vrijstelling-van-"
    "doorstorting-van-de-bedrijfsvoorheffing-voor-de-opleiding-van-werknemers/15558"
)
BENEFIT = "https://www.vdab.be/vrijstellingen/erkend"
GRANT_PAGE = "https://www.studietoelagen.be/bedragen-studietoelagen-2021-2022"

# What each right does ------------------------------------------------------------------------

PRICES = (
    Part("okot", Does.SETS_PRICE, "fee_eur", "VDAB betaalt je inschrijving"),
    Part(
        "cvo_inschrijvingsgeld",
        Does.SETS_PRICE,
        "fee_eur",
        "het centrum rekent je minder aan",
        only_for=ADULT_EDUCATION,
        full_price={"person.cvo_category": "none"},
        pays_full=(person.cvo_category == "none").node,
    ),
    Part(
        "studiegeld",
        Does.SETS_PRICE,
        "fee_eur",
        "de school rekent je minder aan",
        only_for=HIGHER_EDUCATION,
        full_price={"student.fee_category": "niet_beurs"},
        pays_full=(student.fee_category == "niet_beurs").node,
    ),
    Part(
        "evc",
        Does.SETS_PRICE,
        "fee_eur",
        "het centrum rekent je minder aan",
        only_for=RECOGNITION,
        full_price={"employment.status": "employee", "person.income_source": "wage"},
        pays_full=AT_WORK,
    ),
)
MONEY = (
    Part("opleidingscheque", Does.PAYS, "state_pays_eur", "de Vlaamse overheid"),
    Part("kmo_portefeuille", Does.PAYS, "subsidy_eur", "de Vlaamse overheid", only_for=OWN_FIRM),
    Part(
        "sector_pc111_career_account", Does.REFUNDS, "amount_eur", "mtech+, het fonds van je sector"
    ),
    Part("sector_pc304_credit", Does.REFUNDS, "amount_eur", "het Sociaal Fonds Podiumkunsten"),
    Part("sector_pc124_evening", Does.PAYS_PERSON, "amount_eur", "Constructiv", EMPLOYER_PAYS),
    Part("sector_pc124_winter", Does.PAYS_PERSON, "amount_eur", "Constructiv"),
    Part("sector_pc125_worker_premium", Does.PAYS_PERSON, "amount_eur", "het fonds van je sector"),
    Part("vdab_travel", Does.PAYS_PERSON, "amount_eur", "VDAB"),
)
TIME = tuple(
    Part(one, Does.GIVES_TIME, "hours", "je werkgever betaalt je loon door")
    for one in ("vov", "bev_brussels", "cep_wallonia")
)
BESIDES = (
    Part("federal_training_right", Does.BESIDES, "days", "je werkgever"),
    Part("studietoelage", Does.BESIDES, "amount_eur", "de Vlaamse overheid", HIGHER_EDUCATION),
    Part("premie_eerste_diploma", Does.BESIDES, "amount_eur", "de Vlaamse overheid", FIRST_DIPLOMA),
    Part("time_credit_training_leave", Does.BESIDES, "months"),
    Part("time_credit_training_allowance", Does.BESIDES, "", "de RVA"),
    Part("vok", Does.BESIDES, "gross_eur_month", "de Vlaamse overheid"),
    Part("zorgkrediet_opleiding", Does.BESIDES, "", "de Vlaamse overheid"),
    Part("ibo", Does.BESIDES, "gross_eur_month", "VDAB", IN_THE_FIRM),
    Part("vdab_stimulanspremie", Does.BESIDES, "gross_eur_month", "VDAB"),
    Part("vdab_vrijstelling", Does.BESIDES),
    Part("unemployment_benefit_retention", Does.BESIDES, "", "de RVA"),
    Part("dismissal_employability", Does.BESIDES, "budget_eur", "de RVA"),
    Part("tax_training_deduction", Does.BESIDES),
    *(
        Part(one, Does.BESIDES, "", "het fonds van de sector", CARE_STUDY)
        for one in (
            "care_project600_private",
            "care_project600_public",
            "care_kiesvoordezorg",
            "care_via_hogerop",
        )
    ),
)
FOR_THE_EMPLOYER = (
    Part("vov", Does.PAYS_EMPLOYER, "employer_refund_eur", "de Vlaamse overheid"),
    Part(
        "bev_brussels_employer_refund",
        Does.PAYS_EMPLOYER,
        "employer_refund_eur",
        "het Brusselse Gewest",
        beside="bev_brussels",
    ),
    Part(
        "cep_wallonia_employer_refund",
        Does.PAYS_EMPLOYER,
        "employer_refund_eur",
        "het Waalse Gewest",
        beside="cep_wallonia",
    ),
    Part(
        "kmo_portefeuille",
        Does.PAYS_EMPLOYER,
        "subsidy_eur",
        "de Vlaamse overheid",
        only_for=(
            employment.status.is_in(EMPLOYMENT_STATUS.group("has_employer"))
            & (training.paid_by == "employer")
        ).node,
    ),
    Part("cheque_formation_wallonia", Does.PAYS_EMPLOYER, "", "het Waalse Gewest", EMPLOYER_PAYS),
    Part("tax_withholding_relief_employer", Does.PAYS_EMPLOYER, "", "de federale overheid"),
    *(
        Part(one, Does.PAYS_EMPLOYER, amount, "het fonds van de sector", only_for)
        for one, (amount, only_for) in SECTOR_PREMIUMS.items()
    ),
)
PARTS = (*PRICES, *MONEY, *TIME, *BESIDES, *FOR_THE_EMPLOYER)

# Which rights never go together --------------------------------------------------------------

NEVER = (
    Rule(
        "same_fee_once",
        "Eén steun voor dezelfde prijs",
        VOUCHER,
        KMO,
        together=False,
        why="Met een opleidingscheque betaalt de werknemer, met de kmo-portefeuille de "
        "onderneming. Voor dezelfde prijs kan maar een van de twee.",
        source=SELF_EMPLOYED,
    ),
    Rule(
        "one_leave_per_hour",
        "Eén verlof voor één lesuur",
        LEAVES,
        LEAVES,
        together=False,
        why="Voor een uur les is er maar één betaald verlof: dat van het gewest waar je werkt.",
        source=BRUSSELS,
    ),
    Rule(
        "care_study_is_paid_already",
        "Geen verlof boven op een zorgproject",
        CARE,
        LEAVES,
        together=False,
        why="Wie in dit zorgproject studeert, is tijdens de lessen al met loon afwezig. Voor "
        "dezelfde uren kan je dus geen verlof nemen. Dat leiden we af uit de regels van het fonds.",
        source=VIVO,
    ),
    Rule(
        "one_care_project",
        "Eén zorgproject tegelijk",
        CARE,
        CARE,
        together=False,
        why="Je kan maar in één zorgproject tegelijk studeren. Mag je in twee beginnen, dan kies "
        "je.",
        source="https://www.fe-bi.org/nl/sectoren/fonds/11935/"
        "ifg-intersectoraal-fonds-voor-de-gezondheidsdiensten-verpleegkundige-zorgkundige-worden-"
        "opleidingsproject-voor-verpleegkundigen-toelatingsvoorwaarden",
    ),
    Rule(
        "care_study_or_time_credit",
        "Geen tijdskrediet in dit zorgproject",
        VIA,
        TIME_CREDIT,
        together=False,
        why="Voor dit zorgproject stop je eerst met je tijdskrediet.",
        source=VIVO,
    ),
    Rule(
        "needs_a_job",
        "Steun voor wie werkt of voor wie werk zoekt",
        FOR_JOBSEEKERS,
        VOUCHER | LEAVES | TRAINING_DAYS,
        together=False,
        why="Steun van VDAB of de RVA tijdens een opleiding is voor wie geen werk heeft. "
        "Opleidingscheques en betaald verlof zijn voor wie een arbeidscontract heeft.",
        source=VDAB_RECOGNISED,
    ),
    Rule(
        "no_benefit_in_time_credit",
        "Geen werkloosheidsuitkering bij tijdskrediet",
        FOR_JOBSEEKERS,
        TIME_CREDIT,
        together=False,
        why="Tijdskrediet neem je van een job. Met een werkloosheidsuitkering kan dat niet.",
        source=UNION,
    ),
)

# What no source settles ----------------------------------------------------------------------

OPEN = (
    Rule(
        "voucher_before_metal_account",
        "Cheque en loopbaanrekening voor metaal",
        VOUCHER,
        frozenset({"sector_pc111_career_account"}),
        together=None,
        why="Het fonds betaalt je inschrijvingsgeld terug. We vonden niet of dat ook kan als je "
        "een deel met opleidingscheques betaalt. Kan het, dan telt alleen wat je zelf betaalde.",
        source=METAL_ACCOUNT,
    ),
    Rule(
        "voucher_before_stage_credit",
        "Cheque en opleidingskrediet voor podiumkunsten",
        VOUCHER,
        frozenset({"sector_pc304_credit"}),
        together=None,
        why="Het fonds betaalt terug wat jij betaalde. We vonden niet of dat ook kan als je een "
        "deel met opleidingscheques betaalt. Kan het, dan telt alleen wat je zelf betaalde.",
        source=STAGE_CREDIT,
    ),
    Rule(
        "voucher_beside_other_leave",
        "Cheque en verlof van een ander gewest",
        VOUCHER,
        OTHER_LEAVES,
        together=None,
        why="De opleidingscheque volgt je woonplaats, het verlof je werkplaats. We lazen geen "
        "verbod, maar ook geen tekst die zegt dat het samen kan.",
        source=BRUSSELS,
    ),
    Rule(
        "days_of_the_employer",
        "Opleidingsdagen en betaald verlof",
        TRAINING_DAYS,
        LEAVES,
        together=None,
        why="Uren met betaald verlof tellen volgens één federatie niet voor je individueel "
        "opleidingsrecht. Andere werkgevers betwisten dat. Reken ze niet dubbel.",
        source=BAKERS,
    ),
    Rule(
        "subsidy_beside_leave",
        "Kmo-portefeuille en betaald verlof",
        KMO,
        LEAVES,
        together=None,
        why="De kmo-portefeuille betaalt de prijs, het verlof het loon. We vonden geen verbod, "
        "maar ook geen tekst die zegt dat het samen kan.",
        source=KMO_PAGE,
    ),
    Rule(
        "premium_beside_kmo_not_read",
        "Kmo-portefeuille en deze sectorpremie",
        KMO,
        frozenset(SECTOR_PREMIUMS) - ALLOWED_BESIDE_KMO,
        together=None,
        why="We vonden niet of deze premie samen met de kmo-portefeuille kan.",
        source=KMO_PAGE,
    ),
    Rule(
        "relief_beside_refund",
        "Belastingvoordeel en betaald verlof",
        frozenset({"tax_withholding_relief_employer"}),
        LEAVES,
        together=None,
        why="We vonden niet of het belastingvoordeel ook geldt voor uren met betaald verlof.",
        source=RELIEF,
    ),
    Rule(
        "care_study_beside_time_credit",
        "Zorgproject en tijdskrediet",
        OTHER_CARE,
        TIME_CREDIT,
        together=None,
        why="Voor een ander zorgproject moet je eerst met je tijdskrediet stoppen. Of dat ook voor "
        "dit project geldt, vonden we niet.",
        source=VIVO,
    ),
)

# What goes together, and how -----------------------------------------------------------------

TOGETHER = (
    Rule(
        "voucher_beside_leave",
        "Cheque en Vlaams opleidingsverlof",
        VOUCHER,
        VOV,
        together=True,
        why="Opleidingscheques betalen de prijs, Vlaams opleidingsverlof geeft de tijd. Ze zijn "
        "gemaakt om samen te gaan.",
        source=VDAB_OLD,
    ),
    Rule(
        "voucher_on_reduced_fee",
        "Cheque na je vermindering",
        VOUCHER,
        frozenset({"cvo_inschrijvingsgeld"}),
        together=True,
        why="De opleidingscheque betaalt wat er na je vermindering nog te betalen is.",
        source=PREMIUM_PAGE,
    ),
    Rule(
        "premium_without_voucher_part",
        "Premie zonder het deel met cheques",
        VOUCHER,
        FIRST_DIPLOMA_PREMIUM,
        together=True,
        why="De premie voor je eerste diploma betaalt het deel met opleidingscheques niet terug.",
        source=PREMIUM_PAGE,
    ),
    Rule(
        "premium_after_fee",
        "Eerst betalen, later de premie",
        FIRST_DIPLOMA_PREMIUM,
        frozenset({"cvo_inschrijvingsgeld"}),
        together=True,
        why="De premie betaalt het inschrijvingsgeld pas terug als je je diploma hebt.",
        source=PREMIUM_PAGE,
    ),
    Rule(
        "voucher_beside_top_up",
        "Cheque en tijdskrediet",
        VOUCHER,
        TIME_CREDIT,
        together=True,
        why="Opleidingscheques betalen de prijs. Dat kan ook tijdens tijdskrediet.",
        source=TOP_UP_PAGE,
    ),
    Rule(
        "voucher_beside_care_credit",
        "Cheque en zorgkrediet",
        VOUCHER,
        frozenset({"zorgkrediet_opleiding"}),
        together=True,
        why="Opleidingscheques mag je ook gebruiken tijdens Vlaams zorgkrediet.",
        source=CARE_CREDIT_FAQ,
    ),
    Rule(
        "top_up_on_allowance",
        "Opleidingskrediet boven op de uitkering",
        TOP_UP,
        TIME_CREDIT_LEAVE,
        together=True,
        why="Het opleidingskrediet komt boven op de uitkering van de RVA. Zonder die uitkering is "
        "het er niet.",
        source=TOP_UP_PAGE,
    ),
    Rule(
        "time_credit_lowers_leave",
        "Tijdskrediet en Vlaams opleidingsverlof",
        TIME_CREDIT,
        VOV,
        together=True,
        why="Tijdskrediet verlaagt je tewerkstellingspercentage. Daardoor kan je minder of geen "
        "Vlaams opleidingsverlof hebben.",
        source=FRACTION,
    ),
    Rule(
        "time_credit_keeps_training_days",
        "Tijdskrediet en opleidingsdagen",
        TIME_CREDIT,
        TRAINING_DAYS,
        together=True,
        why="Tijdskrediet verandert niets aan je opleidingsdagen.",
        source="https://www.lacsc.be/vos-droits/travailler-dans-le-secteur-prive/formations",
    ),
    Rule(
        "grant_beside_other_help",
        "Studietoelage en andere steun",
        GRANT,
        VOUCHER | VOV | frozenset({"okot", "vdab_vrijstelling"}),
        together=True,
        why="Een studietoelage is voor het hele academiejaar. Ze verandert niets aan andere steun.",
        source=GRANT_PAGE,
    ),
    Rule(
        "premium_for_the_same_hours",
        "Sectorpremie en opleidingsdagen",
        TRAINING_DAYS,
        frozenset(SECTOR_PREMIUMS),
        together=True,
        why="De premie van de sector gaat naar je werkgever, ook voor uren van je eigen "
        "opleidingsdagen.",
        source="https://www.educam.be/nl/sectorale-ondersteuning/caos-steunmaatregelen/"
        "vormingskrediet-premies/premies/berekening-1",
    ),
    Rule(
        "premium_higher_with_leave",
        "Hogere premie van Constructiv met verlof",
        frozenset({"sector_pc124_weekday_employer"}),
        VOV,
        together=True,
        why="Constructiv geeft per uur meer als je Vlaams opleidingsverlof neemt.",
        source="https://www.constructiv.be/nl-BE/Werkgevers/Opleiding/"
        "Opleidingen-en-tussenkomsten/Tussenkomsten-en-inplannen-van-opleidingen.aspx",
    ),
    Rule(
        "premium_halved_with_leave",
        "Halve premie van Volta met verlof",
        frozenset({"sector_pc149_01_employer"}),
        LEAVES,
        together=True,
        why="Volta betaalt de helft als het betaald verlof je loon al terugbetaalt. Dat is vanaf "
        "32 uur les.",
        source="https://vademecum.west4work.be/nl/fiches/detail/subsidies/13/-",
    ),
    Rule(
        "premium_beside_kmo",
        "Kmo-portefeuille en sectorpremie",
        KMO,
        ALLOWED_BESIDE_KMO,
        together=True,
        why="Dit sectorfonds laat zijn premie samen met de kmo-portefeuille toe.",
        source=LIBERFORM,
    ),
    Rule(
        "deduction_of_what_is_left",
        "Belasting: alleen wat je zelf betaalt",
        frozenset({"tax_training_deduction"}),
        VOUCHER | REFUNDS,
        together=True,
        why="Wat je terugkrijgt, is voor de belasting geen kost.",
        source="https://fiduplan.be/fiscale-aftrek-studiekosten/",
    ),
    Rule(
        "benefit_and_travel",
        "Uitkering en vergoedingen van VDAB",
        frozenset({"vdab_vrijstelling"}),
        frozenset({"vdab_travel", "okot"}),
        together=True,
        why="Bij een opleiding die VDAB erkent, hou je je uitkering en betaalt VDAB ook "
        "verplaatsing, kinderopvang en inschrijving.",
        source=BENEFIT,
    ),
)

RULES = (*NEVER, *OPEN, *TOGETHER)

COMBINATIONS = Combinations(PARTS, RULES, with_employer=WITH_EMPLOYER)

__all__ = ["COMBINATIONS"]
