"""The lists of words that several facts share, with Dutch labels, groups and other spellings.

Words and groups follow the vocabulary of the facts dossier (version 1, 22 November 2026).
"""

from koers.engine import Enumeration

REGION = Enumeration(
    "region",
    {
        "flanders": "Vlaams Gewest",
        "brussels": "Brussels Hoofdstedelijk Gewest",
        "wallonia": "Waals Gewest (Franstalig deel)",
        "german_community": "Duitstalige Gemeenschap",
        "netherlands": "Nederland",
        "other_eea": "ander land van de Europese Economische Ruimte",
        "other": "land buiten de Europese Economische Ruimte",
    },
    groups={
        "walloon_region": frozenset({"wallonia", "german_community"}),
        "eea": frozenset({"netherlands", "other_eea"}),
        "outside_belgium": frozenset({"netherlands", "other_eea", "other"}),
    },
    accepts={"german": "german_community", "eea": "other_eea"},
)

EMPLOYMENT_STATUS = Enumeration(
    "employment_status",
    {
        "employee": "werknemer",
        "temp_agency": "uitzendkracht",
        "civil_servant": "ambtenaar of statutair personeelslid",
        "self_employed": "zelfstandige zonder job als werknemer",
        "jobseeker": "werkzoekende zonder werk",
        "temporary_unemployed": "tijdelijk werkloos, met arbeidsovereenkomst",
        "student_worker": "jobstudent",
        "apprentice": "leerling met een leerovereenkomst",
        "student": "student zonder werk",
        "inactive": "niet aan het werk en niet op zoek (thuis, ziek, gepensioneerd)",
    },
    groups={
        "has_employer": frozenset(
            {
                "employee",
                "temp_agency",
                "civil_servant",
                "temporary_unemployed",
                "student_worker",
                "apprentice",
            }
        ),
        "no_work": frozenset({"jobseeker", "student", "inactive"}),
    },
)

EMPLOYMENT_SECTOR = Enumeration(
    "employment_sector",
    {
        "private": "privésector (ook vzw onder de cao-wet)",
        "private_social_profit": "private socialprofitsector",
        "public_flemish": "Vlaamse openbare sector (ook onderwijs en lokale besturen)",
        "public_other": "andere openbare sector",
    },
    groups={
        "private_any": frozenset({"private", "private_social_profit"}),
        "public_any": frozenset({"public_flemish", "public_other"}),
    },
)

DIPLOMA = Enumeration(
    "diploma",
    {
        "none": "geen diploma of getuigschrift",
        "primary": "getuigschrift basisonderwijs",
        "lower_secondary": "eerste graad of lager secundair",
        "secondary_grade2": "tweede graad secundair",
        "part_time_vocational": "deeltijds beroepsonderwijs",
        "apprenticeship": "getuigschrift leertijd",
        "bso_grade3_certificate": "studiegetuigschrift derde graad bso (zesde jaar)",
        "secondary": "diploma secundair onderwijs",
        "nursing_4th_grade_bso": "gebrevetteerd verpleegkundige, vierde graad bso (tot 2008-2009)",
        "hbo5": "hbo5",
        "graduaat": "graduaat",
        "bachelor": "bachelor",
        "master": "master",
        "phd": "doctor",
    },
    groups={
        "short_schooled": frozenset(
            {
                "none",
                "primary",
                "lower_secondary",
                "secondary_grade2",
                "part_time_vocational",
                "apprenticeship",
            }
        ),
        "without_secondary_diploma": frozenset(
            {
                "none",
                "primary",
                "lower_secondary",
                "secondary_grade2",
                "part_time_vocational",
                "apprenticeship",
                "bso_grade3_certificate",
            }
        ),
        "with_secondary_diploma": frozenset(
            {"secondary", "hbo5", "graduaat", "bachelor", "master", "phd"}
        ),
        "higher_education": frozenset({"hbo5", "graduaat", "bachelor", "master", "phd"}),
        "at_most_secondary": frozenset(
            {
                "none",
                "primary",
                "lower_secondary",
                "secondary_grade2",
                "part_time_vocational",
                "apprenticeship",
                "bso_grade3_certificate",
                "secondary",
            }
        ),
    },
)

TRAINING_KIND = Enumeration(
    "training_kind",
    {
        "course": "cursus (Syntra, VDAB, vakbond, privé of andere)",
        "higher_education": "hoger onderwijs, niet nader bepaald",
        "hbo5": "hbo5",
        "graduaat": "graduaat",
        "bachelor": "bachelor",
        "master": "master",
        "secondary": "secundair onderwijs voor volwassenen (tweedekans, zevende jaar)",
        "basic": "basiseducatie (Ligo)",
        "cvo": "andere module volwassenenonderwijs (CVO)",
        "nt2": "Nederlands als tweede taal",
        "mentor": "mentoropleiding",
        "first_aid": "bedrijfseerstehulp (EHBO)",
        "individual_coaching": "individuele coaching",
        "ibo": "individuele beroepsopleiding in de onderneming",
        "examencommissie": "examens van de Vlaamse examencommissie",
        "evc_beroepskwalificatie": "erkenning van competenties voor een beroepskwalificatie",
        "evc_cvo_exemption": "vrijstelling in het volwassenenonderwijs op grond van competenties",
    },
    groups={
        "higher_education_any": frozenset(
            {"higher_education", "hbo5", "graduaat", "bachelor", "master"}
        ),
        "adult_education": frozenset({"secondary", "basic", "cvo", "nt2"}),
        "study": frozenset(
            {"secondary", "higher_education", "hbo5", "graduaat", "bachelor", "master"}
        ),
        "evc": frozenset({"evc_beroepskwalificatie", "evc_cvo_exemption"}),
        "no_minimum_size_vov": frozenset(
            {"mentor", "examencommissie", "evc_beroepskwalificatie", "evc_cvo_exemption"}
        ),
    },
    accepts={"private": "course", "syntra": "course"},
)

TRAINING_MODE = Enumeration(
    "training_mode",
    {
        "contact": "les in een lokaal, met lesgever",
        "live_online": "live online, met lesgever",
        "self_study": "zelfstudie zonder vaste lesmomenten",
    },
    accepts={"in_person": "contact", "online_live": "live_online"},
)

INCOME_SOURCE = Enumeration(
    "income_source",
    {
        "wage": "loon",
        "self_employed": "inkomen als zelfstandige",
        "unemployment_benefit": "werkloosheidsuitkering",
        "insertion_benefit": "inschakelingsuitkering",
        "leefloon": "leefloon",
        "ocmw": "andere financiële steun van het OCMW",
        "igo": "inkomensgarantie voor ouderen",
        "invalidity": "invaliditeitsuitkering",
        "ivt": "inkomensvervangende tegemoetkoming",
        "none": "geen eigen inkomen",
    },
)

LEGAL_FORM = Enumeration(
    "legal_form",
    {
        "bv": "besloten vennootschap (bv)",
        "nv": "naamloze vennootschap (nv)",
        "cv": "coöperatieve vennootschap (cv)",
        "vof": "vennootschap onder firma (vof)",
        "commv": "commanditaire vennootschap (commv)",
        "sole_trader": "eenmanszaak",
        "liberal_profession": "vrij beroep zonder vennootschap",
        "vzw": "vereniging zonder winstoogmerk (vzw)",
        "maatschap": "maatschap",
        "temporary_partnership": "tijdelijke vennootschap",
        "silent_partnership": "stille vennootschap",
        "unincorporated_association": "feitelijke vereniging",
        "in_formation": "vennootschap in oprichting",
        "public": "openbare instelling",
        "other": "andere vorm",
    },
    accepts={"srl": "bv", "sa": "nv", "sc": "cv", "asbl": "vzw"},
)

PUBLIC_SERVICE = Enumeration(
    "public_service",
    {
        "vdab": "VDAB",
        "actiris": "Actiris",
        "forem": "Forem",
        "adg": "Arbeitsamt der Deutschsprachigen Gemeinschaft (ADG)",
        "other": "andere",
    },
)

LANGUAGE = Enumeration(
    "language",
    {
        "nl": "Nederlands",
        "fr": "Frans",
        "de": "Duits",
        "vgt": "Vlaamse Gebarentaal",
        "sfb": "Frans-Belgische Gebarentaal",
        "en": "Engels",
        "es": "Spaans",
    },
    groups={"national": frozenset({"nl", "fr", "de"}), "sign": frozenset({"vgt", "sfb"})},
    accepts={
        "dutch": "nl",
        "french": "fr",
        "german": "de",
        "english": "en",
        "spanish": "es",
        "sign_language": "vgt",
    },
)
"""The languages that decide something; any other language tag may be given."""

PROVINCE = Enumeration(
    "province",
    {
        "antwerp": "Antwerpen",
        "east_flanders": "Oost-Vlaanderen",
        "flemish_brabant": "Vlaams-Brabant",
        "limburg": "Limburg",
        "west_flanders": "West-Vlaanderen",
        "other": "buiten Vlaanderen",
    },
    groups={
        "flanders": frozenset(
            {"antwerp", "east_flanders", "flemish_brabant", "limburg", "west_flanders"}
        ),
    },
)

CARE_TRAINING = Enumeration(
    "care_training",
    {
        "nurse": "verpleegkundige",
        "care_assistant": "zorgkundige",
        "care_worker": "verzorgende-zorgkundige",
        "electrician": "elektricien",
        "other": "ander beroep",
    },
)
