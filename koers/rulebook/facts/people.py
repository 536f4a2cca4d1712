"""Who somebody is: home, diploma, household, income."""

from decimal import Decimal

from koers.engine import (
    ABSENT,
    Between,
    Usual,
    choice_fact,
    day_fact,
    number_fact,
    yes_no_fact,
)
from koers.rulebook.facts.words import DIPLOMA, INCOME_SOURCE, REGION


class person:
    """What is known of the person."""

    birth_date = day_fact(label="geboortedatum", subject="person", sensitive=True)
    age = number_fact(
        label="leeftijd", sensitive=True, subject="person", unit="years", whole=True, high=120
    )
    residence_region = choice_fact(REGION, label="woonplaats (gewest of land)", subject="person")
    moved_from_eea_to_wallonia = yes_no_fact(
        label="naar Wallonië verhuisd uit een ander land van de Europese Economische Ruimte",
        usual=Usual(
            because="De meeste mensen in Wallonië kwamen niet uit een ander land.",
            source="dossier van 22 november 2026",
            value=False,
        ),
        subject="person",
    )
    highest_diploma = choice_fact(DIPLOMA, label="hoogste diploma", subject="person")
    nursing_diploma_school_year = number_fact(
        unit="school_year",
        whole=True,
        low=None,
        label="schooljaar van het diploma gebrevetteerd verpleegkundige",
        absent=ABSENT,
        subject="person",
    )
    household = choice_fact(
        {
            "single": "woont alleen",
            "single_with_children": "woont alleen met kinderen",
            "cohabiting": "woont samen met een andere volwassene",
        },
        label="gezinssituatie",
        sensitive=True,
        subject="person",
    )
    lives_alone = yes_no_fact(
        label="woont alleen (of enkel met kinderen ten laste)",
        usual=Usual(
            because="We rekenen alsof je met iemand samenwoont.",
            source="dossier van 22 november 2026",
            value=False,
        ),
        sensitive=True,
        subject="person",
    )
    children_total = number_fact(
        label="aantal inwonende kinderen",
        sensitive=True,
        explanation_only=True,
        subject="person",
        unit="children",
        whole=True,
    )
    children_on_child_benefit = number_fact(
        label="inwonende kinderen met recht op kinderbijslag",
        usual=Usual(
            because="Wie met kinderen woont, krijgt meestal voor één kind een Groeipakket.",
            source="dossier van 22 november 2026",
            value=Between(low=Decimal(1)),
        ),
        sensitive=True,
        subject="person",
        unit="children",
        whole=True,
    )
    children_working = number_fact(
        label="inwonende kinderen die werken",
        sensitive=True,
        explanation_only=True,
        subject="person",
        unit="children",
        whole=True,
    )
    dependant_of_income_source = choice_fact(
        INCOME_SOURCE,
        label="ten laste van iemand met deze inkomstenbron",
        absent=ABSENT,
        sensitive=True,
        subject="person",
    )
    income_source = choice_fact(
        INCOME_SOURCE, label="voornaamste inkomstenbron", sensitive=True, subject="person"
    )
    receives_unemployment_benefit = yes_no_fact(
        label="krijgt een uitkering als volledig werkloze", sensitive=True, subject="person"
    )
    months_without_work = number_fact(
        label="maanden zonder werk", absent=0, subject="person", unit="months", whole=True
    )
    years_since_leaving_school = number_fact(
        label="jaren sinds het einde van de studies", subject="person", unit="years", whole=True
    )
    cvo_category = choice_fact(
        {
            "none": "geen vermindering",
            "reduced": "verminderd tarief (tot 31 augustus 2025)",
            "full": "volledige vrijstelling (tot 31 augustus 2025)",
            "exempt_2025": "vrijgestelde categorie van het tarief vanaf 1 september 2025",
        },
        label="vrijstellingscategorie in het volwassenenonderwijs",
        sensitive=True,
        subject="person",
    )
    left_school_on = day_fact(label="laatste schooldag", subject="person")
    last_worked_on = day_fact(label="laatste werkdag", subject="person", absent=ABSENT)
    has_nursing_diploma = yes_no_fact(label="heeft een diploma verpleegkunde", subject="person")
    dependants = number_fact(
        label="aantal personen ten laste",
        unit="persons",
        whole=True,
        sensitive=True,
        subject="person",
    )
    benefit_years_total = number_fact(
        label="jaren werkloosheidsuitkering in de hele loopbaan",
        unit="years",
        grows="months",
        sensitive=True,
        subject="person",
    )
    replacement_income_per_day = number_fact(
        label="vervangingsinkomen per dag", unit="EUR/day", sensitive=True, subject="person"
    )
    vdab_registered = yes_no_fact(
        label="ingeschreven bij VDAB als werkzoekende", within_reach=True, subject="person"
    )
    vdab_registered_since = day_fact(
        label="ingeschreven bij VDAB sinds", absent=ABSENT, subject="person"
    )
    months_registered_jobseeker = number_fact(
        label="maanden ingeschreven als werkzoekende",
        unit="months",
        whole=True,
        absent=0,
        subject="person",
    )
    vdab_screening_passed = yes_no_fact(
        label="geslaagd voor de screening van VDAB", judged_by="VDAB", subject="person"
    )
    resigned_for_ibo = yes_no_fact(
        label="zelf ontslag genomen om de IBO te beginnen", subject="person"
    )
    first_secondary_diploma = yes_no_fact(
        label="dit is het eerste diploma secundair onderwijs", subject="person"
    )
    work_experience_months_belgium = number_fact(
        label="maanden werkervaring in België (studentenjobs inbegrepen)",
        unit="months",
        whole=True,
        grows="months",
        subject="person",
    )
    student_job_months = number_fact(
        label="waarvan maanden als jobstudent",
        unit="months",
        whole=True,
        absent=0,
        usual=Usual(
            because="We rekenen alsof al die maanden gewoon werk waren, geen studentenjobs.",
            source="eigen inschatting",
            value=0,
        ),
        subject="person",
    )
