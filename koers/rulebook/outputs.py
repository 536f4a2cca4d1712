"""The named results of the rulebook: kind, unit, rounding and who receives them.

Names follow the vocabulary of the facts dossier (version 1, 22 November 2026). Money and days
end rounded half up to 0.01; hours and percentages are not rounded.
"""

from koers.engine import Kind, Output

CENT = "0.01"

SCHEMES = {
    "opleidingscheque": "opleidingscheque",
    "vov": "Vlaams opleidingsverlof",
    "bev_brussels": "betaald educatief verlof van Brussel",
    "cep_wallonia": "congé-éducation payé van Wallonië",
    "time_credit_training_leave": "tijdskrediet voor een opleiding",
    "federal_training_right": "individueel opleidingsrecht",
    "kmo_portefeuille": "kmo-portefeuille",
    "cheque_formation_wallonia": "chèque-formation van Wallonië",
}
"""The schemes that `schemes` chooses from: a fixed list, in the order of the dossier."""

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
    Output("part_workers_eur", Kind.NUMBER, "deel voor de arbeiders", "EUR", "employer", CENT),
    Output("part_employees_eur", Kind.NUMBER, "deel voor de bedienden", "EUR", "employer", CENT),
    Output(
        "far_travel_eur_day",
        Kind.NUMBER,
        "vergoeding voor verre verplaatsing",
        "EUR/day",
        "jobseeker",
        CENT,
    ),
    Output("from_week", Kind.NUMBER, "eerste betaalde week", "", "jobseeker"),
    Output(
        "premium_pct",
        Kind.NUMBER,
        "percentage van het gewaarborgd minimuminkomen",
        "%",
        "jobseeker",
    ),
    Output(
        "employer_cost_eur_month",
        Kind.NUMBER,
        "kost voor de werkgever",
        "EUR/month",
        "employer",
        CENT,
        cost=True,
    ),
    Output("balance_sp", Kind.NUMBER, "leerkrediet na het jaar", "sp", "learner"),
    Output(
        "days_firm_total",
        Kind.NUMBER,
        "opleidingsdagen voor de hele onderneming",
        "days",
        "employer",
        CENT,
    ),
    Output(
        "days_per_worker_year",
        Kind.NUMBER,
        "individuele dagen per werknemer en jaar",
        "days/year",
        "worker",
        CENT,
    ),
    Output("plan_deadline", Kind.DAY, "uiterste dag voor het opleidingsplan", recipient="employer"),
    Output("until", Kind.DAY, "laatste dag", recipient="worker"),
    Output("notice_months", Kind.NUMBER, "duur van de kennisgeving", "months", "worker"),
    Output("months_max", Kind.NUMBER, "maanden die nog kunnen", "months", "worker"),
    Output("months_basic", Kind.NUMBER, "basismaanden", "months", "jobseeker"),
    Output("months_extra_max", Kind.NUMBER, "extra maanden ten hoogste", "months", "jobseeker"),
    Output(
        "kind",
        Kind.CHOICE,
        "soort antwoord",
        recipient="worker",
        words=("may_apply",),
        labels={"may_apply": "je mag je kandidaat stellen"},
    ),
    Output(
        "application_deadline",
        Kind.DAY,
        "laatste dag om je kandidaat te stellen",
        recipient="worker",
    ),
    *(
        Output(f"schemes_{scheme}", Kind.TRUTH, f"{label}", words=(scheme,), part_of="schemes")
        for scheme, label in SCHEMES.items()
    ),
    Output("useful", Kind.TRUTH, "loont het", recipient="worker"),
    Output("lump_sum_eur", Kind.NUMBER, "forfait", "EUR", "worker", CENT),
    Output("benefit_end", Kind.DAY, "eerste dag zonder uitkering", recipient="jobseeker"),
    Output("part1_weeks", Kind.NUMBER, "eerste deel van de opzegging", "weeks", "worker"),
    Output("part2_weeks", Kind.NUMBER, "tweede deel van de opzegging", "weeks", "worker"),
    Output("budget_eur", Kind.NUMBER, "waarde van de maatregelen", "EUR", "worker", CENT),
    Output("vouchers", Kind.NUMBER, "aantal cheques", "vouchers", "employer"),
    Output(
        "firm_pays_eur",
        Kind.NUMBER,
        "deel dat de onderneming betaalt",
        "EUR",
        "employer",
        CENT,
        cost=True,
    ),
    Output(
        "level",
        Kind.CHOICE,
        "opleidingsniveau",
        words=("kort", "midden", "hoog"),
        labels={"kort": "kortgeschoold", "midden": "middengeschoold", "hoog": "hooggeschoold"},
    ),
    Output("has_secondary_diploma", Kind.TRUTH, "diploma secundair onderwijs"),
    Output("fraction_pct", Kind.NUMBER, "tewerkstellingsbreuk", "%", "worker"),
)
