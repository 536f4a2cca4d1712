"""What happens to somebody: a training contract, a dismissal, a licence, leave taken."""

from decimal import Decimal

from koers.engine import (
    ABSENT,
    DAY,
    Between,
    Usual,
    choice_fact,
    code_fact,
    day_fact,
    number_fact,
    yes_no_fact,
)


class contract:
    """The training contract with VDAB."""

    start_date = day_fact(
        label="begin van het contract met VDAB of van de IBO",
        usual=Usual(
            because="We rekenen alsof het contract begint op de dag die je vraagt.",
            source="eigen inschatting",
            equal_to=DAY,
            only_for=frozenset({"ibo"}),
        ),
        subject="training contract",
    )


class ibo:
    """The individual training in an enterprise."""

    fraction = number_fact(
        label="omvang van de IBO", unit="%", high=100, subject="training contract"
    )
    future_gross_wage = number_fact(
        label="brutomaandloon na de IBO", unit="EUR/month", subject="training contract"
    )


class reference:
    """Published amounts that a user may give."""

    ggmmi = number_fact(
        label="gewaarborgd gemiddeld minimummaandinkomen",
        unit="EUR/month",
        absent=ABSENT,
        usual=Usual(
            because="Zonder opgave rekenen we met het gepubliceerde bedrag, als we het kennen.",
            source="dossier van 22 november 2026",
            value=ABSENT,
            only_for=frozenset({"ibo"}),
        ),
        subject="reference amount",
    )


class travel:
    """The way to the training."""

    km_per_day = number_fact(
        label="kilometers per dag, heen en terug", unit="km/day", subject="travel"
    )
    days = number_fact(label="aantal verplaatsingsdagen", unit="days", whole=True, subject="travel")
    mode = choice_fact(
        {
            "car": "auto",
            "bicycle": "fiets",
            "public_transport": "openbaar vervoer",
            "other": "ander",
        },
        label="vervoermiddel",
        usual=Usual(
            because="We rekenen per kilometer. Openbaar vervoer wordt met een ticket geregeld.",
            source="eigen inschatting",
            value="car",
        ),
        subject="travel",
    )
    one_way_hours = number_fact(
        label="reistijd enkele rit",
        unit="h",
        usual=Usual(
            because="Bijna niemand is langer dan twee uur onderweg naar de les.",
            source="eigen inschatting",
            value=Between(high=Decimal(2)),
        ),
        subject="travel",
    )


class unemployment:
    """The unemployment benefit."""

    request_date = day_fact(
        label="dag waarop de uitkering is gevraagd", absent=ABSENT, subject="benefit"
    )
    limit_date = day_fact(
        label="einddatum van het recht op uitkering",
        absent=ABSENT,
        usual=Usual(
            because="Zonder brief van de RVA geldt de dag van je groep.",
            source="eigen inschatting",
            value=ABSENT,
            only_for=frozenset({"unemployment_benefit_retention"}),
        ),
        subject="benefit",
    )
    retention_used_before = yes_no_fact(
        label="uitzondering al eerder gebruikt",
        usual=Usual(
            because="Deze uitzondering bestaat nog maar sinds 2026.",
            source="eigen inschatting",
            value=False,
        ),
        subject="use so far",
    )


class dismissal:
    """The end of a job."""

    by_employer = yes_no_fact(
        label="ontslagen door de werkgever", absent=ABSENT, subject="dismissal"
    )
    urgent_cause = yes_no_fact(
        label="ontslag om dringende reden",
        absent=ABSENT,
        usual=Usual(
            because="Ontslag om dringende reden is zeldzaam.",
            source="dossier van 22 november 2026",
            value=False,
        ),
        subject="dismissal",
    )
    notice_weeks = number_fact(
        label="weken opzegging of vergoeding", unit="weeks", absent=ABSENT, subject="dismissal"
    )


class licence:
    """A driving licence."""

    kind = choice_fact(
        {"C": "rijbewijs C", "CE": "rijbewijs CE", "D": "rijbewijs D", "DE": "rijbewijs DE"},
        label="soort rijbewijs",
        subject="driving licence",
    )
    date = day_fact(label="datum van het rijbewijs", subject="driving licence")
    cost = number_fact(
        label="kost van het rijbewijs",
        unit="EUR",
        usual=Usual(
            because="Een rijbewijs C of CE kost bijna altijd meer dan wat het fonds terugbetaalt.",
            source="dossier van 22 november 2026",
            value=Between(low=Decimal(1725)),
        ),
        subject="driving licence",
    )


class sector:
    """What was used at the sector fund."""

    used_this_year = number_fact(
        label="al gebruikt bij het sectorfonds dit jaar",
        unit="EUR",
        usual=Usual(
            because="Weinig werknemers gebruiken dit twee keer in een jaar.",
            source="eigen inschatting",
            value=0,
        ),
        subject="use so far",
    )
    credit_left = number_fact(
        label="resterend krediet van de onderneming bij het fonds", unit="EUR", subject="use so far"
    )
    days_worked_pc304_by_year = number_fact(
        label="gewerkte dagen in paritair comité 304 per jaar",
        listed=True,
        unit="days",
        absent=ABSENT,
        subject="use so far",
    )
    days_worked_pc304_best_year = number_fact(
        label="gewerkte dagen in paritair comité 304 in het beste jaar",
        unit="days",
        whole=True,
        absent=0,
        subject="use so far",
    )
    direct_contract = yes_no_fact(
        label="rechtstreeks contract, niet via uitzendbureau of sociaal bureau",
        subject="use so far",
    )


class care:
    """Earlier use of a care project."""

    previous_participation = yes_no_fact(
        label="al eerder in dit project begonnen",
        usual=Usual(
            because="Er zijn maar enkele honderden plaatsen per jaar.",
            source="eigen inschatting",
            value=False,
        ),
        subject="use so far",
    )


class leave:
    """Leave that was taken."""

    hours = number_fact(label="opgenomen verlofuren", unit="h", subject="use so far")
    school_year = number_fact(
        label="schooljaar van het verlof",
        unit="school_year",
        whole=True,
        low=None,
        subject="use so far",
    )


class tax:
    """Wage and costs for the tax return."""

    wage_after_rsz = number_fact(
        label="loon na sociale bijdragen", unit="EUR/year", sensitive=True, subject="tax"
    )
    actual_costs_total = number_fact(
        label="alle werkelijke beroepskosten", unit="EUR/year", sensitive=True, subject="tax"
    )


class project:
    """A project of an enterprise."""

    cost = number_fact(label="kost van het project", unit="EUR", subject="project")


class fla:
    """The Federal Learning Account."""

    role = choice_fact(
        {"worker": "werknemer", "employer": "werkgever"},
        label="rol van de vrager",
        subject="question",
    )


class training_right:
    """The period of a duty of the firm."""

    period = code_fact(
        r"^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$",
        label="tweejaarlijkse periode",
        subject="question",
    )
