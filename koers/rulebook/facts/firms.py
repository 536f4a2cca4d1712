"""The employer, and the provider of the training."""

from decimal import Decimal

from koers.engine import ABSENT, Between, Usual, choice_fact, code_fact, number_fact, yes_no_fact
from koers.rulebook.facts.words import LEGAL_FORM, REGION

NOT_A_LARGE_FIRM = Usual(
    because="Bijna elke onderneming heeft minder dan 40 miljoen euro omzet en balans.",
    source="dossier van 22 november 2026",
    value=Between(Decimal(0), Decimal(40_000_000)),
    only_for=frozenset({"cheque_formation_wallonia"}),
)


class employer:
    """The firm somebody works for, or runs."""

    headcount = number_fact(
        label="aantal werknemers", absent=ABSENT, subject="employer", unit="persons", whole=True
    )
    headcount_fte = number_fact(
        label="personeel in voltijdse eenheden", absent=ABSENT, subject="employer", unit="FTE"
    )
    headcount_fte_by_quarter = number_fact(
        label="personeel in voltijdse eenheden per kwartaaleinde",
        absent=ABSENT,
        subject="employer",
        unit="FTE",
        listed=True,
    )
    days_full_time = number_fact(
        label="opleidingsdagen voor een voltijdse werknemer in deze onderneming",
        absent=ABSENT,
        subject="employer",
        usual=Usual(
            because="Een werknemer kent dit getal zelden. We halen het uit je paritair comité.",
            source="eigen inschatting",
            value=ABSENT,
        ),
        unit="days/year",
    )
    turnover = number_fact(
        label="omzet (geconsolideerd)",
        absent=ABSENT,
        usual=NOT_A_LARGE_FIRM,
        subject="employer",
        unit="EUR/year",
    )
    balance_total = number_fact(
        label="balanstotaal (geconsolideerd)",
        absent=ABSENT,
        usual=NOT_A_LARGE_FIRM,
        subject="employer",
        unit="EUR",
    )
    group_data_included = yes_no_fact(
        label="de cijfers tellen de verbonden ondernemingen mee",
        usual=Usual(
            because="De meeste bedrijven horen niet bij een groep. Dan tellen hun eigen cijfers.",
            source="eigen inschatting",
            value=True,
        ),
        subject="employer",
    )
    legal_form = choice_fact(LEGAL_FORM, label="rechtsvorm", subject="employer")
    nace = code_fact(
        r"^[0-9]{2}(\.?[0-9]{1,3})?$",
        label="hoofdactiviteit (NACE-code)",
        explanation_only=True,
        subject="employer",
    )
    region = choice_fact(REGION, label="gewest van de vestiging", subject="employer")
    head_office_region = choice_fact(
        REGION,
        label="gewest van de maatschappelijke zetel",
        explanation_only=True,
        subject="employer",
    )
    kmop_used_this_year = number_fact(
        label="al gebruikte kmo-portefeuille dit jaar", subject="use so far", unit="EUR"
    )
    consent = yes_no_fact(label="akkoord van de werkgever", within_reach=True, subject="employer")
    cao_time_credit_training = yes_no_fact(
        label="een cao laat voltijds of halftijds tijdskrediet voor opleiding toe",
        subject="employer",
    )
    sector_plan_filed = yes_no_fact(
        label="opleidingsplan ingediend bij het sectorfonds",
        usual=Usual(
            because="Dit telt alleen voor aanvragen van voor 2024.",
            source="dossier van 22 november 2026",
            value=True,
        ),
        subject="employer",
    )
    headcount_30_june_previous_year = number_fact(
        label="aantal werknemers op 30 juni van het vorige jaar",
        unit="persons",
        whole=True,
        absent=ABSENT,
        subject="employer",
    )
    workers = number_fact(label="aantal arbeiders", unit="persons", whole=True, subject="employer")
    employees = number_fact(
        label="aantal bedienden", unit="persons", whole=True, subject="employer"
    )
    workers_last_year = number_fact(
        label="aantal arbeiders vorig jaar", unit="persons", whole=True, subject="employer"
    )
    employees_pc226 = number_fact(
        label="aantal bedienden van paritair comité 226",
        unit="persons",
        whole=True,
        subject="employer",
    )
    payroll = number_fact(label="loonmassa", unit="EUR/year", subject="employer")
    region_group = choice_fact(
        {"west_flanders": "West-Vlaanderen", "other": "andere groep"},
        label="regionale groep van mtech+",
        usual=Usual(
            because="Dit budget is er voor bedrijven buiten West-Vlaanderen.",
            source="dossier van 22 november 2026",
            value="other",
            only_for=frozenset({"sector_pc111_employer_budget_other"}),
        ),
        subject="employer",
    )
    rsz_category = code_fact(r"^\d{3}$", label="werkgeverscategorie bij de RSZ", subject="employer")
    paid_full_cost = yes_no_fact(label="de werkgever betaalde alle kosten", subject="employer")
    small_company = yes_no_fact(label="kleine vennootschap", subject="employer")
    public_care = yes_no_fact(label="openbare zorginstelling", subject="employer")


class provider:
    """Who gives the training."""

    kmop_registered = yes_no_fact(
        label="dienstverlener geregistreerd voor de kmo-portefeuille",
        usual=Usual(
            because="Wie deze steun aanbiedt, is daarvoor geregistreerd.",
            source="dossier van 22 november 2026",
            value=True,
        ),
        subject="training provider",
    )
    mandated = yes_no_fact(
        label="gemandateerd loopbaancentrum",
        usual=Usual(
            because="Je kan de cheque alleen gebruiken bij een erkend loopbaancentrum.",
            source="eigen inschatting",
            value=True,
        ),
        subject="training provider",
    )


class enterprise:
    """The firm as an enterprise: its seat, form and size."""

    seat_region = choice_fact(
        REGION, label="gewest van de exploitatiezetel", absent=ABSENT, subject="enterprise"
    )
    legal_form = choice_fact(
        LEGAL_FORM, label="rechtsvorm van de onderneming", absent=ABSENT, subject="enterprise"
    )
    headcount_fte = number_fact(
        label="personeel van de onderneming in voltijdse eenheden",
        unit="FTE",
        absent=ABSENT,
        usual=Usual(
            because="Wie alleen zegt dat hij zelfstandige is, werkt meestal zonder personeel.",
            source="eigen inschatting",
            value=Between(Decimal(0), Decimal(1)),
            only_for=frozenset({"cheque_formation_wallonia"}),
        ),
        subject="enterprise",
    )
