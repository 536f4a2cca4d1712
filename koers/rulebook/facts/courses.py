"""The training that is asked about."""

from koers.engine import (
    ABSENT,
    DAY,
    OneOf,
    Usual,
    choice_fact,
    code_fact,
    day_fact,
    number_fact,
    yes_no_fact,
)
from koers.rulebook.facts.words import (
    CARE_TRAINING,
    LANGUAGE,
    PUBLIC_SERVICE,
    TRAINING_KIND,
    TRAINING_MODE,
)


class training:
    """The training asked about."""

    kind = choice_fact(
        TRAINING_KIND,
        label="soort opleiding",
        usual=Usual(
            because="We rekenen met een gewone opleiding: geen Nederlandse les, examens of stage.",
            source="dossier van 22 november 2026",
            value=OneOf(frozenset({"course", "cvo", "higher_education", "bachelor", "master"})),
            not_for=frozenset(
                {"okot", "evc", "sector_pc304_credit", "sector_pc130_employer", "vdab_vrijstelling"}
            ),
        ),
        within_reach=True,
        subject="training",
    )
    mode = choice_fact(
        TRAINING_MODE,
        label="lesvorm",
        usual=Usual(
            because="Erkende opleidingen hebben bijna altijd les met een lesgever.",
            source="eigen inschatting",
            value=OneOf(frozenset({"contact", "live_online"})),
            not_for=frozenset({"cep_wallonia"}),
        ),
        within_reach=True,
        subject="training",
    )
    start_date = day_fact(
        label="eerste dag van de opleiding of module",
        usual=Usual(
            because="We rekenen alsof de opleiding begint op de dag die je vraagt.",
            source="eigen inschatting",
            equal_to=DAY,
            not_for=frozenset({"sector_pc124_winter", "unemployment_benefit_retention"}),
        ),
        within_reach=True,
        subject="training",
    )
    end_date = day_fact(label="laatste dag van de opleiding", within_reach=True, subject="training")
    begun_before_2025_09 = yes_no_fact(
        label="opleiding al begonnen voor 1 september 2025",
        usual=Usual(
            because="We rekenen met een nieuwe opleiding.",
            source="dossier van 22 november 2026",
            value=False,
        ),
        subject="training",
    )
    odb_registered = yes_no_fact(
        label="geregistreerd in de opleidingsdatabank Vlaamse opleidingsincentives",
        within_reach=True,
        subject="training",
    )
    odb_vok_flag = yes_no_fact(
        label="in de databank gemarkeerd voor het opleidingskrediet",
        within_reach=True,
        subject="training",
    )
    odb_condition = code_fact(
        r"^.*$",
        label="extra voorwaarde in de databank (toelichting)",
        absent=ABSENT,
        explanation_only=True,
        subject="training",
    )
    in_career_plan = yes_no_fact(
        label="opgenomen in een persoonlijk ontwikkelingsplan van loopbaanbegeleiding",
        usual=Usual(
            because="De meeste werknemers hebben geen plan van een loopbaanbegeleider.",
            source="eigen inschatting",
            value=False,
        ),
        within_reach=True,
        subject="training",
    )
    contract_type = choice_fact(
        {
            "diploma": "diplomacontract",
            "credit": "creditcontract",
            "examencontract": "examencontract",
        },
        label="contracttype in het hoger onderwijs",
        absent=ABSENT,
        usual=Usual(
            because="Een examencontract is zeldzaam en kies je bewust.",
            source="eigen inschatting",
            value=OneOf(frozenset({"diploma", "credit"})),
            not_for=frozenset({"studiegeld", "studietoelage", "leerkrediet"}),
        ),
        within_reach=True,
        subject="training",
    )
    credits = number_fact(
        label="studiepunten", absent=ABSENT, within_reach=True, subject="training", unit="sp"
    )
    new_credits = number_fact(
        label="nieuwe studiepunten in dit academiejaar",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="sp",
    )
    credits_year = number_fact(
        label="studiepunten per jaar",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="sp/year",
    )
    credits_per_term = number_fact(
        label="studiepunten per trimester",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="sp",
        listed=True,
    )
    credits_term_min = number_fact(
        label="kleinste aantal studiepunten in een trimester",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="sp",
    )
    hours_year = number_fact(
        label="lesuren per jaar",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="h/year",
    )
    hours_per_term = number_fact(
        label="lesuren per trimester",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="h",
        listed=True,
    )
    hours_term_min = number_fact(
        label="kleinste aantal lesuren in een trimester",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="h",
    )
    contact_hours = number_fact(
        label="contacturen", absent=ABSENT, within_reach=True, subject="training", unit="h"
    )
    contact_hours_total_year = number_fact(
        label="contacturen van alle opleidingen van het schooljaar samen",
        absent=ABSENT,
        usual=Usual(
            because="De meeste mensen volgen één opleiding per schooljaar.",
            source="dossier van 22 november 2026",
            equal_to="training.contact_hours",
        ),
        within_reach=True,
        subject="training",
        unit="h",
    )
    hours_attended = number_fact(
        label="aanwezige uren",
        absent=ABSENT,
        usual=Usual(
            because="We rekenen alsof je elke les volgt.",
            source="eigen inschatting",
            equal_to="training.contact_hours",
        ),
        within_reach=True,
        subject="training",
        unit="h",
    )
    attendance_pct = number_fact(
        label="aanwezigheid",
        absent=ABSENT,
        usual=Usual(
            because="We rekenen alsof je elke les volgt.",
            source="eigen inschatting",
            value=100,
        ),
        within_reach=True,
        subject="training",
        unit="%",
        high=100,
    )
    took_final_assessment = yes_no_fact(
        label="eindbeoordeling afgelegd",
        absent=ABSENT,
        usual=Usual(
            because="We rekenen alsof je meedoet aan het examen.",
            source="eigen inschatting",
            value=True,
        ),
        within_reach=True,
        subject="training",
    )
    lestijden = number_fact(
        label="lestijden van de module",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="lestijd",
    )
    exams = number_fact(
        label="aantal examens voor de examencommissie",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="exams",
        whole=True,
    )
    hours_per_day = number_fact(
        label="uren per cursusdag",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="h",
        listed=True,
    )
    hours_within_day_cap = number_fact(
        label="uren, met ten hoogste 6 per dag",
        absent=ABSENT,
        within_reach=True,
        subject="training",
        unit="h",
    )
    hours_per_week = number_fact(
        label="uren per week", within_reach=True, subject="training", unit="h/week", high=60
    )
    weeks = number_fact(label="aantal weken", within_reach=True, subject="training", unit="weeks")
    daytime = yes_no_fact(
        label="overdag (niet na 17 uur of op zaterdag)", within_reach=True, subject="training"
    )
    coincides_with_work_hours = yes_no_fact(
        label="valt samen met de werkuren", absent=ABSENT, within_reach=True, subject="training"
    )
    initiative = choice_fact(
        {"employee": "werknemer", "employer": "werkgever"},
        label="wie neemt het initiatief",
        usual=Usual(
            because="We rekenen met een opleiding die je zelf kiest.",
            source="eigen inschatting",
            value="employee",
        ),
        within_reach=True,
        subject="training",
        accepts={"worker": "employee"},
    )
    other_initiative = choice_fact(
        {"employee": "werknemer", "employer": "werkgever"},
        label="initiatief van een tweede opleiding in hetzelfde schooljaar",
        absent=ABSENT,
        usual=Usual(
            because="Weinig mensen volgen in één schooljaar een tweede opleiding met verlof.",
            source="eigen inschatting",
            value=ABSENT,
        ),
        within_reach=True,
        subject="training",
    )
    other_hours = number_fact(
        label="verlofuren van die tweede opleiding",
        absent=0,
        usual=Usual(
            because="Weinig mensen volgen in één schooljaar een tweede opleiding met verlof.",
            source="eigen inschatting",
            value=0,
        ),
        within_reach=True,
        subject="training",
        unit="h",
    )
    fee = number_fact(
        label="prijs van de opleiding", within_reach=True, subject="training", unit="EUR"
    )
    cost_excl_vat = number_fact(
        label="kost zonder btw", within_reach=True, subject="training", unit="EUR"
    )
    paid_by = choice_fact(
        {"worker": "werknemer", "employer": "werkgever"},
        label="wie betaalt de opleiding",
        usual=Usual(
            because="Opleidingscheques zijn er voor wie zelf betaalt.",
            source="dossier van 22 november 2026",
            value="worker",
            only_for=frozenset({"opleidingscheque"}),
        ),
        within_reach=True,
        subject="training",
    )
    invoice = yes_no_fact(label="er is een factuur", within_reach=True, subject="training")
    participant_is_worker = yes_no_fact(
        label="de deelnemer werkt in de onderneming",
        usual=Usual(
            because="Een bedrijf koopt een opleiding voor zijn eigen mensen.",
            source="eigen inschatting",
            value=True,
        ),
        within_reach=True,
        subject="training",
    )
    leads_to_he_degree = yes_no_fact(
        label="leidt tot een graduaat of bachelor",
        usual=Usual(
            because="De meeste opleidingen met cheques leiden niet tot een graduaat of bachelor.",
            source="dossier van 22 november 2026",
            value=False,
        ),
        within_reach=True,
        subject="training",
    )
    bottleneck_occupation = yes_no_fact(
        label="leidt tot een knelpuntberoep",
        usual=Usual(
            because="Als niemand het zegt, is het een opleiding voor een gewoon beroep.",
            source="dossier van 22 november 2026",
            value=False,
            not_for=frozenset({"unemployment_benefit_retention"}),
        ),
        within_reach=True,
        subject="training",
    )
    work_related = yes_no_fact(
        label="houdt verband met het werk (individueel opleidingsrecht)",
        explanation_only=True,
        subject="training",
    )
    formality = choice_fact(
        {
            "formal": "formeel: lessen buiten de werkplek",
            "informal": "informeel: leren op het werk, congressen",
        },
        label="formele of informele opleiding",
        explanation_only=True,
        subject="training",
    )
    recognised_by = choice_fact(
        {"community": "een gemeenschap (onderwijs)", "sector": "de sector", "none": "niet erkend"},
        label="erkend door",
        within_reach=True,
        subject="training",
    )
    service = choice_fact(
        {"training": "opleiding", "advice": "advies"},
        label="dienst van de kmo-portefeuille",
        within_reach=True,
        subject="training",
    )
    kmop_theme = choice_fact(
        {
            "bedrijfsstrategie": "bedrijfsstrategie",
            "beroepsspecifieke_competenties": "beroepsspecifieke competenties",
            "digitalisering": "digitalisering",
            "duurzaamheid": "duurzaamheid",
            "financiele_geletterdheid": "financiële geletterdheid",
            "innovatie": "innovatie",
            "internationalisering": "internationalisering",
            "personeelsmanagement": "personeelsmanagement",
            "none": "geen van deze thema's",
        },
        label="thema van de kmo-portefeuille",
        within_reach=True,
        subject="training",
    )
    kmop_subtheme = choice_fact(
        {
            "none": "geen",
            "cybersecurity": "cybersecurity",
            "energie-efficientie": "energie-efficiëntie",
        },
        label="deelthema met een hoger percentage",
        usual=Usual(
            because="Het hogere percentage is er maar voor twee kleine thema's.",
            source="eigen inschatting",
            value="none",
        ),
        within_reach=True,
        subject="training",
    )
    kmop_listed = yes_no_fact(
        label="op de limitatieve lijst",
        usual=Usual(
            because="De meeste aangeboden opleidingen in dit thema staan op de lijst.",
            source="dossier van 22 november 2026",
            value=True,
        ),
        within_reach=True,
        subject="training",
    )
    vdab_recognised = yes_no_fact(label="erkend door VDAB", within_reach=True, subject="training")
    vdab_path = yes_no_fact(
        label="in een door VDAB erkend traject naar werk",
        usual=Usual(
            because="De meeste cursisten komen zonder traject van VDAB.",
            source="dossier van 22 november 2026",
            value=False,
        ),
        within_reach=True,
        subject="training",
    )
    fits_path_to_work = yes_no_fact(
        label="past in het traject naar werk", subject="training", judged_by="VDAB"
    )
    provider_service = choice_fact(
        PUBLIC_SERVICE,
        label="dienst die de opleiding organiseert",
        explanation_only=True,
        subject="training",
        accepts={"Actiris": "actiris", "VDAB": "vdab", "Forem": "forem", "ADG": "adg"},
    )
    cvo_tier = choice_fact(
        {
            "standard": "standaardtarief",
            "nt2": "Nederlands als tweede taal",
            "basic": "basisaanbod (aanvullende algemene vorming, geletterdheid)",
            "bottleneck": "structureel knelpuntberoep",
            "high": "hoog tarief (talen, fotografie, koken, naaien)",
        },
        label="tariefgroep in het volwassenenonderwijs",
        within_reach=True,
        subject="training",
    )
    enrolment_number_same_module_6y = number_fact(
        label="hoeveelste inschrijving voor dezelfde module in zes schooljaren",
        usual=Usual(
            because="Bijna niemand schrijft zich vier keer in voor dezelfde module.",
            source="eigen inschatting",
            value=1,
        ),
        subject="use so far",
        unit="times",
        whole=True,
        low=1,
    )
    fees_already_this_semester_same_training = number_fact(
        label="al betaald inschrijvingsgeld in dit semester voor dezelfde opleiding",
        subject="use so far",
        unit="EUR",
    )
    open_module = yes_no_fact(
        label="open module",
        usual=Usual(because="Open modules zijn zeldzaam.", source="eigen inschatting", value=False),
        within_reach=True,
        subject="training",
    )
    taken_as_regional_leave = yes_no_fact(
        label="opgenomen als Vlaams opleidingsverlof of educatief verlof",
        within_reach=True,
        subject="training",
    )
    class_ = choice_fact(
        {
            "general": "algemene of vakbondsopleiding",
            "language": "taalopleiding",
            "vocational": "beroepsopleiding",
            "academic": "academische bachelor of master",
            "professional_bachelor": "professionele bachelor",
        },
        label="soort opleiding voor het educatief verlof",
        subject="training",
    )
    language = code_fact(
        r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        known=LANGUAGE,
        label="taal van de opleiding of aangeleerde taal",
        subject="training",
    )
    hours = number_fact(
        label="uren opleiding", unit="h", absent=ABSENT, within_reach=True, subject="training"
    )
    days = number_fact(
        label="aantal dagen",
        unit="days",
        whole=True,
        absent=ABSENT,
        within_reach=True,
        subject="training",
    )
    full_time_day = yes_no_fact(
        label="voltijds dagonderwijs",
        usual=Usual(
            because="Opleidingen met vrijstelling zijn bijna altijd voltijds.",
            source="dossier van 22 november 2026",
            value=True,
            only_for=frozenset({"unemployment_benefit_retention"}),
        ),
        within_reach=True,
        subject="training",
    )
    paid_with = choice_fact(
        {"opleidingscheque": "opleidingscheque", "kmo_portefeuille": "kmo-portefeuille"},
        label="betaalmiddelen voor dezelfde opleiding",
        listed=True,
        absent=ABSENT,
        subject="training",
    )
    paid_with_opleidingscheque = yes_no_fact(
        label="betaald met opleidingscheques",
        usual=Usual(
            because="Opleidingscheques zijn voor wie zelf betaalt. Hier betaalt het bedrijf.",
            source="dossier van 22 november 2026",
            value=False,
            only_for=frozenset({"sector_pc336_employer"}),
        ),
        subject="training",
    )
    paid_with_kmo_portefeuille = yes_no_fact(
        label="betaald met de kmo-portefeuille", subject="training"
    )
    external_teacher = yes_no_fact(label="externe lesgever", subject="training")
    participants = number_fact(
        label="aantal deelnemers",
        unit="persons",
        whole=True,
        low=1,
        usual=Usual(because="We rekenen voor één deelnemer.", source="eigen inschatting", value=1),
        subject="training",
    )
    leads_to = choice_fact(
        CARE_TRAINING,
        label="leidt tot dit beroep",
        within_reach=True,
        usual=Usual(
            because="De opleiding is er een van het project.",
            source="eigen inschatting",
            value="nurse",
            only_for=frozenset(
                {"care_project600_private", "care_project600_public", "care_kiesvoordezorg"}
            ),
        ),
        subject="training",
    )
    first_secondary_diploma = yes_no_fact(
        label="leidt tot een eerste diploma hoger secundair",
        usual=Usual(
            because="Bijna niemand neemt dit verlof voor een eerste diploma secundair onderwijs.",
            source="eigen inschatting",
            value=False,
        ),
        subject="training",
    )
    shortage_list = choice_fact(
        PUBLIC_SERVICE,
        label="lijst van knelpuntberoepen die telt",
        explanation_only=True,
        subject="training",
    )
    job_related = yes_no_fact(label="houdt verband met de job", subject="training")
    flemish_recognised = yes_no_fact(
        label="georganiseerd, gesubsidieerd of erkend door Vlaanderen",
        within_reach=True,
        subject="training",
    )
    abroad = yes_no_fact(
        label="in het buitenland",
        usual=Usual(
            because="Bijna iedereen volgt een opleiding in België.",
            source="eigen inschatting",
            value=False,
        ),
        subject="training",
    )
    organiser_belgian = yes_no_fact(
        label="georganiseerd door een Belgische instelling", subject="training"
    )
    partner_recognised = yes_no_fact(
        label="door een erkende partner van het fonds", within_reach=True, subject="training"
    )
    on_vdab_okot_list = yes_no_fact(
        label="op de lijst van VDAB-studies van dat jaar", within_reach=True, subject="training"
    )
    exemption_active = yes_no_fact(
        label="vrijstelling van beschikbaarheid loopt", subject="training"
    )
    uninterrupted = yes_no_fact(
        label="zonder onderbreking",
        usual=Usual(
            because="We rekenen alsof de opleiding zonder onderbreking doorloopt.",
            source="eigen inschatting",
            value=True,
        ),
        subject="training",
    )
    final_year = yes_no_fact(label="diplomajaar", subject="training")
    combined_with_aav = yes_no_fact(
        label="samen met aanvullende algemene vorming", subject="training"
    )
    legally_compulsory = yes_no_fact(
        label="door wet of cao verplicht",
        usual=Usual(
            because="Bedrijven vragen deze steun voor opleidingen die niet verplicht zijn.",
            source="dossier van 22 november 2026",
            value=False,
            only_for=frozenset({"sector_pc116_employer"}),
        ),
        subject="training",
    )
    long = yes_no_fact(label="langlopende opleiding", subject="training")
    vov_applies = yes_no_fact(
        label="Vlaams opleidingsverlof loopt voor deze uren", subject="training"
    )
    counts_as_individual_right = yes_no_fact(
        label="telt als individueel opleidingsrecht", subject="training"
    )
    informal_hours = number_fact(
        label="waarvan informele uren", unit="h", absent=0, subject="training"
    )
    window_days = number_fact(
        label="kalenderdagen tussen begin en einde",
        unit="days",
        whole=True,
        low=1,
        subject="training",
    )
    purpose = choice_fact(
        {
            "current_profession": "het huidige beroep bijhouden of verdiepen",
            "new_profession": "een nieuw beroep",
        },
        label="doel van de opleiding",
        subject="training",
    )
