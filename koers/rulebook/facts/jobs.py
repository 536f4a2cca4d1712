"""The job and the career."""

from koers.engine import (
    ABSENT,
    OneOf,
    Usual,
    choice_fact,
    code_fact,
    day_fact,
    number_fact,
    yes_no_fact,
)
from koers.rulebook.facts.words import EMPLOYMENT_SECTOR, EMPLOYMENT_STATUS, PROVINCE, REGION


class employment:
    """The job somebody has now."""

    status = choice_fact(EMPLOYMENT_STATUS, label="statuut", subject="employment")
    sector = choice_fact(EMPLOYMENT_SECTOR, label="sector", absent=ABSENT, subject="employment")
    joint_committee = code_fact(
        r"^\d{3}(\.\d{2})?$", label="paritair comité", absent=ABSENT, subject="employment"
    )
    workplace_region = choice_fact(
        REGION, label="gewest of land van de vestigingseenheid", absent=ABSENT, subject="employment"
    )
    telework_region = choice_fact(
        REGION,
        label="gewest van waaruit de persoon telewerkt",
        absent=ABSENT,
        explanation_only=True,
        subject="employment",
    )
    fraction = number_fact(
        label="contractuele tewerkstellingsbreuk",
        absent=0,
        within_reach=True,
        subject="employment",
        unit="%",
        high=100,
    )
    fraction_reference_month = number_fact(
        label="tewerkstellingspercentage in de referentiemaand",
        absent=0,
        subject="employment",
        unit="%",
    )
    fraction_training_start_month = number_fact(
        label="percentage in de startmaand van de eerste opleiding",
        absent=0,
        within_reach=True,
        subject="employment",
        unit="%",
    )
    fraction_previous_school_year = number_fact(
        label="percentage in het vorige schooljaar", absent=0, subject="employment", unit="%"
    )
    fraction_year_before = number_fact(
        label="percentage in het jaar voor de onderbreking",
        subject="employment",
        unit="%",
        high=100,
    )
    fraction_at_start = number_fact(
        label="percentage bij het begin van de onderbreking",
        subject="employment",
        unit="%",
        high=100,
    )
    fraction_last_12_months = number_fact(
        label="percentage in de laatste twaalf maanden",
        within_reach=True,
        subject="employment",
        unit="%",
        high=100,
    )
    weekly_hours = number_fact(
        label="contractuele uren per week, gemiddeld",
        absent=0,
        within_reach=True,
        subject="employment",
        unit="h/week",
        high=80,
    )
    schedule_type = choice_fact(
        {"fixed": "vast uurrooster", "variable": "veranderlijk uurrooster"},
        label="uurrooster",
        absent=ABSENT,
        subject="employment",
    )
    leave_in_reference_month = choice_fact(
        {
            "unpaid_leave": "onbetaald verlof",
            "sickness": "ziekte",
            "maternity": "moederschapsrust",
            "breastfeeding": "borstvoedingsverlof",
            "progressive_return": "progressieve werkhervatting",
            "time_credit_rva": "tijdskrediet met RVA-uitkering",
            "half_time_parental_leave_rva": "halftijds ouderschapsverlof met RVA-uitkering",
            "full_time_parental_leave_rva": "voltijds ouderschapsverlof met RVA-uitkering",
            "other_leave_rva": "ander verlof met RVA-uitkering",
        },
        label="verlof in de referentiemaand (toelichting)",
        absent=ABSENT,
        sensitive=True,
        explanation_only=True,
        subject="employment",
    )
    other_jobs_counted = code_fact(
        r"^.*$",
        label="andere jobs die meetellen (toelichting)",
        absent=ABSENT,
        explanation_only=True,
        subject="employment",
    )
    monthly_gross_wage = number_fact(
        label="brutomaandloon",
        sensitive=True,
        explanation_only=True,
        subject="employment",
        unit="EUR/month",
    )
    contract_type = choice_fact(
        {
            "open_ended": "onbepaalde duur",
            "fixed_term": "bepaalde duur",
            "student": "studentenovereenkomst",
            "apprenticeship": "leerovereenkomst",
        },
        label="soort contract",
        absent=ABSENT,
        usual=Usual(
            because="Bijna alle werknemers hebben een gewoon contract, vast of tijdelijk.",
            source="eigen inschatting",
            value=OneOf(frozenset({"open_ended", "fixed_term"})),
        ),
        subject="employment",
    )
    contract_start = day_fact(
        label="begin van het contract bij deze werkgever", absent=ABSENT, subject="employment"
    )
    contract_end = day_fact(
        label="gekend einde van het contract",
        absent=ABSENT,
        usual=Usual(
            because="De meeste contracten lopen het hele jaar door.",
            source="eigen inschatting",
            value=ABSENT,
        ),
        subject="employment",
    )
    months_with_employer = number_fact(
        label="anciënniteit bij de werkgever in maanden",
        absent=0,
        within_reach=True,
        subject="employment",
        unit="months",
        whole=True,
    )
    suspended_months_this_year = number_fact(
        label="maanden schorsing van het contract dit jaar",
        absent=0,
        explanation_only=True,
        subject="employment",
        unit="months",
        whole=True,
        high=12,
    )
    effective_months_this_year = number_fact(
        label="effectief gewerkte maanden dit jaar",
        usual=Usual(
            because="We rekenen met een heel jaar werk.",
            source="dossier van 22 november 2026",
            value=12,
        ),
        subject="employment",
        unit="months",
        whole=True,
        high=12,
    )
    secondary_self_employed = yes_no_fact(
        label="zelfstandige in bijberoep",
        usual=Usual(
            because="De meeste werknemers zijn geen zelfstandige in bijberoep.",
            source="dossier van 22 november 2026",
            value=False,
        ),
        subject="employment",
    )
    self_employed_kind = choice_fact(
        {
            "main": "zelfstandige in hoofdberoep",
            "side": "zelfstandige in bijberoep",
            "helper": "helper of meewerkende echtgenoot",
            "director": "bestuurder van de eigen vennootschap",
        },
        label="soort zelfstandige",
        absent=ABSENT,
        subject="employment",
    )
    workplace_province = choice_fact(
        PROVINCE,
        label="provincie van de vestigingseenheid",
        absent=ABSENT,
        usual=Usual(
            because="We rekenen met een bedrijf in Vlaanderen.",
            source="dossier van 22 november 2026",
            value=OneOf(PROVINCE.group("flanders")),
            only_for=frozenset({"sector_pc111_career_account"}),
        ),
        subject="employment",
    )
    fraction_september = number_fact(
        label="contractuele breuk in september", unit="%", high=100, absent=0, subject="employment"
    )
    q = number_fact(
        label="contractuele uren per week van de werknemer (Q)",
        unit="h/week",
        high=80,
        subject="employment",
    )
    s = number_fact(
        label="uren per week van de voltijdse referentiepersoon (S)",
        unit="h/week",
        low=1,
        high=80,
        subject="employment",
    )
    care_experience_months = number_fact(
        label="maanden zorgervaring in de federale gezondheidssector",
        unit="months",
        whole=True,
        grows="months",
        absent=0,
        subject="employment",
    )
    care_experience_months_last5y = number_fact(
        label="maanden zorgervaring in de laatste vijf jaar",
        unit="months",
        whole=True,
        high=60,
        grows="months",
        absent=0,
        subject="employment",
    )
    first_time_in_sector = yes_no_fact(
        label="eerste keer in deze sector aan het werk", subject="employment"
    )
    months_in_sector_after_training = number_fact(
        label="maanden in de sector na de opleiding",
        unit="months",
        whole=True,
        absent=0,
        subject="employment",
    )


class career:
    """The whole career."""

    experience_months = number_fact(
        label="maanden beroepservaring over de hele loopbaan",
        within_reach=True,
        subject="career",
        unit="months",
        whole=True,
        grows="months",
    )
    experience_days = number_fact(
        label="dagen beroepservaring over de hele loopbaan",
        subject="career",
        unit="days",
        whole=True,
        grows="days",
    )
    experience_months_last_24 = number_fact(
        label="maanden ervaring in de laatste 24 maanden",
        within_reach=True,
        subject="career",
        unit="months",
        whole=True,
        high=24,
    )
