"""Studying for a diploma: tuition fee, grant, learning credit, the premium for a first diploma."""

from koers.engine import ABSENT, Usual, choice_fact, day_fact, number_fact, yes_no_fact


class student:
    """A student in higher education: fee, grant, learning credit."""

    fee_category = choice_fact(
        {
            "niet_beurs": "niet-beursstudent",
            "bijna_beurs": "bijna-beursstudent",
            "beurs": "beursstudent",
        },
        label="statuut voor het studiegeld",
        sensitive=True,
        subject="student",
    )
    reference_income = number_fact(
        label="referentie-inkomen van de leefeenheid",
        unit="EUR/year",
        low=None,
        sensitive=True,
        subject="student",
    )
    min_limit = number_fact(
        label="minimumgrens voor de leefeenheid", unit="EUR/year", subject="student"
    )
    max_limit = number_fact(
        label="maximumgrens voor de leefeenheid", unit="EUR/year", subject="student"
    )
    kot = yes_no_fact(
        label="kotstudent of zelfstandig, gehuwd of alleenstaand student", subject="student"
    )
    nationality_ok = yes_no_fact(
        label="voldoet aan de nationaliteitsvoorwaarde",
        usual=Usual(
            because="Bijna iedereen die hier woont en studeert, voldoet aan die voorwaarde.",
            source="dossier van 22 november 2026",
            value=True,
        ),
        sensitive=True,
        subject="student",
    )
    grant_credit = number_fact(
        label="resterend studietoelagekrediet", unit="sp", subject="use so far"
    )
    leerkrediet = number_fact(label="leerkrediet", unit="sp", low=None, subject="use so far")
    credits_passed = number_fact(label="geslaagde studiepunten", unit="sp", subject="student")
    bonus_left = number_fact(
        label="resterende bonus (eerste 60 geslaagde studiepunten tellen dubbel)",
        unit="sp",
        high=60,
        subject="use so far",
    )


class diploma:
    """A diploma that was obtained."""

    date = day_fact(label="datum van het diploma", absent=ABSENT, subject="diploma")


class premium:
    """What was paid for a first diploma through adult education."""

    paid_semesters = number_fact(
        label="betaald wettelijk inschrijvingsgeld per semester",
        listed=True,
        unit="EUR",
        subject="diploma",
    )
    paid_semester_1 = number_fact(
        label="betaald in het eerste semester", unit="EUR", subject="diploma"
    )
    paid_semester_2 = number_fact(
        label="betaald in het tweede semester", unit="EUR", subject="diploma"
    )
    voucher_part = number_fact(
        label="deel betaald met opleidingscheques",
        unit="EUR",
        usual=Usual(
            because="Wie nog geen diploma secundair heeft, betaalt zelden met opleidingscheques.",
            source="dossier van 22 november 2026",
            value=0,
        ),
        subject="diploma",
    )
