"""The named results of the rulebook: kind, unit, rounding and who receives them.

Names follow the vocabulary of the facts dossier (version 1, 22 November 2026). Money and days
end rounded half up to 0.01; hours and percentages are not rounded.
"""

from koers.engine import Kind, Output

CENT = "0.01"

OUTPUTS = (
    Output("hours", Kind.NUMBER, "toegekende verlofuren", "h", "worker"),
    Output("hours_max", Kind.NUMBER, "persoonlijk maximum van het schooljaar", "h", "worker"),
    Output(
        "employer_refund_eur",
        Kind.NUMBER,
        "terugbetaling aan de werkgever",
        "EUR",
        "employer",
        CENT,
    ),
    Output("wage_cap_eur_month", Kind.NUMBER, "loongrens", "EUR/month", "worker", CENT),
    Output(
        "employer_claim_deadline",
        Kind.DAY,
        "laatste dag voor de aanvraag van de werkgever",
        recipient="employer",
    ),
    Output("face_value_eur", Kind.NUMBER, "nominale waarde van de cheques", "EUR", "worker", CENT),
    Output("state_pays_eur", Kind.NUMBER, "deel van de overheid", "EUR", "worker", CENT),
    Output(
        "worker_pays_eur",
        Kind.NUMBER,
        "deel dat je zelf betaalt",
        "EUR",
        "worker",
        CENT,
        cost=True,
    ),
    Output("gross_eur_month", Kind.NUMBER, "brutobedrag per maand", "EUR/month", "worker", CENT),
    Output("net_eur_month", Kind.NUMBER, "nettobedrag per maand", "EUR/month", "worker", CENT),
    Output(
        "months_retroactive", Kind.NUMBER, "maanden met terugwerkende kracht", "months", "worker"
    ),
    Output("guidance_hours", Kind.NUMBER, "uren loopbaanbegeleiding", "h", "worker"),
    Output(
        "price_eur",
        Kind.NUMBER,
        "eigen bijdrage voor een cheque",
        "EUR",
        "worker",
        CENT,
        cost=True,
    ),
    Output("subsidy_eur", Kind.NUMBER, "subsidie", "EUR", "employer", CENT),
    Output("amount_eur", Kind.NUMBER, "bedrag", "EUR", "employer", CENT),
    Output("paid_to", Kind.CHOICE, "ontvanger van het bedrag", words=("worker", "employer")),
    Output("fee_eur", Kind.NUMBER, "prijs die overblijft", "EUR", "worker", CENT, cost=True),
    Output("days", Kind.NUMBER, "opleidingsdagen per jaar", "days", "worker", CENT),
    Output("days_upper_estimate", Kind.NUMBER, "geschat aantal dagen", "days", "worker", CENT),
    Output("months", Kind.NUMBER, "toe te kennen maanden verlof", "months", "worker"),
    Output("leave_eligible", Kind.TRUTH, "recht op het verlof zelf"),
    Output("request_needed", Kind.TRUTH, "aanvraag nodig"),
    Output(
        "decides",
        Kind.CHOICE,
        "dienst die beslist",
        words=("vdab", "actiris", "forem", "adg"),
    ),
    Output(
        "scheme",
        Kind.CHOICE,
        "stelsel van verlof",
        words=("vov", "bev_brussels", "cep_wallonia", "conge_education_dg", "none"),
        labels={
            "bev_brussels": "betaald educatief verlof van Brussel",
            "cep_wallonia": "congé-éducation payé van Wallonië",
            "conge_education_dg": "educatief verlof van de Duitstalige Gemeenschap",
            "none": "geen",
        },
    ),
    Output(
        "opleidingscheque_residence_ok",
        Kind.TRUTH,
        "woonplaatsvoorwaarde van de opleidingscheque",
    ),
)
