"""What was used before, and what is asked for: time credit, vouchers, guidance, applications."""

from koers.engine import ABSENT, DAY, Usual, choice_fact, day_fact, number_fact, yes_no_fact


class plan:
    """What somebody wants: no law reads it, it only spares questions about what nobody wants."""

    time_credit = yes_no_fact(
        label="wil een tijd minder werken of stoppen met werken om te leren",
        explanation_only=True,
        subject="plan",
    )
    higher_education = yes_no_fact(
        label="wil studeren aan een hogeschool of universiteit",
        explanation_only=True,
        subject="plan",
    )
    care_study = yes_no_fact(
        label="wil verpleegkundige of zorgkundige worden",
        explanation_only=True,
        subject="plan",
    )
    work_floor_training = yes_no_fact(
        label="wil een opleiding op de werkvloer met kans op vast werk",
        explanation_only=True,
        subject="plan",
    )
    adult_education = yes_no_fact(
        label="wil les volgen in een centrum voor volwassenenonderwijs (CVO)",
        explanation_only=True,
        subject="plan",
    )
    recognition = yes_no_fact(
        label="wil laten erkennen wat hij of zij al kan",
        explanation_only=True,
        subject="plan",
    )


class application:
    """The application itself."""

    date = day_fact(
        explanation_only=True,
        label="aanvraagdatum",
        usual=Usual(
            because="We rekenen alsof je aanvraagt op de gevraagde dag.",
            source="eigen inschatting",
            equal_to=DAY,
        ),
        subject="application",
    )
    months_after_start = number_fact(
        label="maanden tussen begin en volledige aanvraag",
        usual=Usual(
            because="De meeste mensen vragen dit aan voor of bij het begin.",
            source="eigen inschatting",
            value=0,
        ),
        subject="application",
        unit="months",
        whole=True,
    )


class time_credit:
    """Time credit asked for or used."""

    form = choice_fact(
        {
            "full": "volledige onderbreking",
            "half": "halftijdse vermindering",
            "fifth": "vermindering met een vijfde",
        },
        label="vorm van het tijdskrediet",
        within_reach=True,
        subject="time credit",
    )
    motive = choice_fact(
        {"training": "opleiding", "care": "zorg (alle andere motieven)"},
        label="motief van het tijdskrediet",
        absent=ABSENT,
        usual=Usual(
            because="We rekenen met tijdskrediet voor een opleiding.",
            source="dossier van 22 november 2026",
            value="training",
            only_for=frozenset({"zorgkrediet_opleiding"}),
        ),
        within_reach=True,
        subject="time credit",
        accepts={
            "young_child": "care",
            "disabled_child": "care",
            "palliative": "care",
            "sick_relative": "care",
        },
    )
    with_benefit = yes_no_fact(
        label="met uitkering van de RVA", absent=ABSENT, within_reach=True, subject="time credit"
    )
    fraction_after = number_fact(
        label="werkpercentage tijdens het tijdskrediet",
        absent=ABSENT,
        subject="time credit",
        unit="%",
        high=100,
    )
    requested_months = number_fact(
        label="gevraagde maanden",
        within_reach=True,
        subject="time credit",
        unit="months",
        whole=True,
        low=1,
    )
    used_training_months = number_fact(
        label="al gebruikte maanden voor opleiding", subject="use so far", unit="months", whole=True
    )
    used_care_months = number_fact(
        label="al gebruikte maanden voor zorg en andere loopbaanonderbreking",
        subject="use so far",
        unit="months",
        whole=True,
    )
    notice_date = day_fact(
        label="dag van de schriftelijke kennisgeving",
        usual=Usual(
            because="We rekenen alsof je het op de gevraagde dag aan je werkgever laat weten.",
            source="eigen inschatting",
            equal_to=DAY,
        ),
        subject="time credit",
    )
    months_full_time_before_notice = number_fact(
        label="maanden voltijds voor de kennisgeving, zonder onderbreking",
        within_reach=True,
        subject="time credit",
        unit="months",
        whole=True,
        grows="months",
    )
    months_part_time_before_notice = number_fact(
        label="maanden deeltijds voor de kennisgeving, zonder onderbreking",
        within_reach=True,
        subject="time credit",
        unit="months",
        whole=True,
        grows="months",
    )
    follows_exhausted_parental_leave = yes_no_fact(
        label="sluit aan op volledig opgebruikt ouderschapsverlof",
        usual=Usual(
            because="Meestal komt dit verlof niet vlak na ouderschapsverlof.",
            source="eigen inschatting",
            value=False,
        ),
        subject="time credit",
    )


class voucher:
    """Opleidingscheques bought."""

    bought_this_period = number_fact(
        label="al gekochte opleidingscheques in deze periode",
        usual=Usual(
            because="De meeste werknemers kopen geen opleidingscheques.",
            source="eigen inschatting",
            value=0,
        ),
        subject="use so far",
        unit="EUR",
    )
    bought_previous_school_year = number_fact(
        label="gekochte cheques in het vorige schooljaar",
        explanation_only=True,
        subject="use so far",
        unit="EUR",
    )


class career_guidance:
    """Career guidance followed."""

    date = day_fact(
        label="datum van de loopbaanbegeleiding",
        absent=ABSENT,
        within_reach=True,
        subject="career guidance",
    )
    cheques_used_ever = number_fact(
        label="ooit gebruikte loopbaancheques", subject="use so far", unit="vouchers", whole=True
    )
    cheques_used_last_6y = number_fact(
        label="gebruikte loopbaancheques in de laatste zes jaar",
        subject="use so far",
        unit="vouchers",
        whole=True,
    )


class career_plan:
    """The personal development plan."""

    attest_date = day_fact(
        label="datum van het attest loopbaanbegeleiding",
        absent=ABSENT,
        within_reach=True,
        subject="career guidance",
    )
