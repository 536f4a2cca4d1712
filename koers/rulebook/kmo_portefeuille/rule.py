"""Kmo-portefeuille: a subsidy to small and medium firms that buy training or advice.

Law: decree of 16 March 2012, art. 3 (size); decision of 26 February 2016, art. 4 (legal form);
the other articles were not read, conditions follow the pages of VLAIO. The day of the
application counts. Result: euros of subsidy for this purchase, within the cap of the year.

A firm whose figures leave out its linked firms cannot be judged small or medium: larger is
certain, smaller is not. Before 1 April 2016 nothing was read.

Not expressed: the list of accepted main activities, a government share of 25% or more, the
list of excluded services, other subsidies for the same cost, the de minimis limit, the term
to apply (a step), payment in time.
"""

from datetime import date

from koers.engine import (
    Incentive,
    amount,
    condition,
    greatest,
    least,
    load_parameters,
    or_else,
    share,
    shift,
    step,
    unknown_in_law,
    when,
)
from koers.rulebook.facts import employer, provider, training

p = load_parameters(__file__)

FORMS_PAGE = p.sources["vlaio-forms"].url
SIZE_PAGE = p.sources["vlaio-2024"].url

# Who ----------------------------------------------------------------------------------------

rules_were_read = condition(
    unknown_in_law(
        "De regels van voor 1 april 2016 hebben we niet opgezocht.",
        source=p.sources["vlaio-2016"].url,
    ),
    law="Regels van voor 1 april 2016",
    title="De regels van voor 1 april 2016 geven je recht op steun",
    source="vlaio-2016",
    until=date(2016, 3, 31),
)

staff = or_else(employer.headcount, 0)
figures_count_the_group = employer.group_data_included | unknown_in_law(
    "Je cijfers tellen verbonden ondernemingen en partners niet mee. Met die cijfers erbij kan je "
    "onderneming groter zijn. Vul de samengetelde cijfers in om het te weten.",
    source=SIZE_PAGE,
)
small = (
    (staff < p.small_headcount)
    & ((employer.turnover <= p.small_turnover) | (employer.balance_total <= p.small_balance))
    & figures_count_the_group
)
small_or_medium = condition(
    (staff < p.medium_headcount)
    & ((employer.turnover <= p.medium_turnover) | (employer.balance_total <= p.medium_balance))
    & figures_count_the_group,
    law="Decreet 16.3.2012, art. 3, 2° en 3° (KMOP-C1)",
    title="Je onderneming is klein of middelgroot: minder dan {medium_headcount} werkenden, en "
    "niet te veel omzet of niet te veel balans",
    source="decree-2012",
)
accepted_legal_form = condition(
    employer.legal_form.is_in(
        ["bv", "nv", "cv", "vof", "commv", "sole_trader", "liberal_profession"]
    )
    | (
        (employer.legal_form == "other")
        & unknown_in_law(
            "Sommige andere rechtsvormen krijgen steun, andere niet. Vraag het na bij VLAIO.",
            source=FORMS_PAGE,
        )
    ),
    law="BVR 26.2.2016, art. 4 (KMOP-C2)",
    title="Je hebt een vennootschap met een aanvaarde rechtsvorm, een eenmanszaak of een vrij "
    "beroep",
    source="vlaio-forms",
)
firm_in_flanders = condition(
    employer.region == "flanders",
    law="VLAIO, voorwaarden (KMOP-C3)",
    title="Je onderneming heeft een vestiging in het Vlaamse Gewest",
    source="vlaio-2024",
)

# What ---------------------------------------------------------------------------------------

# Two comparisons, not one list of both words: what is bought must be said before we answer.
training_or_advice = condition(
    (training.service == "training") | (training.service == "advice"),
    law="VLAIO, subsidieerbare diensten",
    title="Je koopt een opleiding of advies",
    source="vlaio-2024",
)
participant_works_here = condition(
    (training.service == "advice") | training.participant_is_worker,
    law="VLAIO, voorwaarden (KMOP-C5)",
    title="Wie de opleiding volgt, werkt in je onderneming",
    source="vlaio-2024",
)
registered_provider = condition(
    provider.kmop_registered,
    law="VLAIO, voorwaarden (KMOP-C6)",
    title="De dienstverlener is geregistreerd voor de kmo-portefeuille",
    source="vlaio-2024",
)
future_oriented_theme = condition(
    training.kmop_theme.is_in(
        [
            "bedrijfsstrategie",
            "digitalisering",
            "duurzaamheid",
            "financiele_geletterdheid",
            "innovatie",
            "internationalisering",
            "personeelsmanagement",
        ]
    )
    | ((training.kmop_theme == "beroepsspecifieke_competenties") & training.kmop_listed),
    law="VLAIO, hervorming van 2023 (KMOP-C7)",
    title="De opleiding of het advies past in een thema van de kmo-portefeuille",
    source="vlaio-services",
    since=date(2023, 1, 1),
)
advice_on_cybersecurity = condition(
    (training.service == "training") | (training.kmop_subtheme == "cybersecurity"),
    law="VLAIO, hervorming van 2026",
    title="Je koopt een opleiding, of advies over cybersecurity",
    source="vlaio-2026",
    since=date(2026, 2, 1),
)
cost_is_high_enough = condition(
    training.cost_excl_vat
    >= when(training.service == "advice").then(p.min_cost_advice).otherwise(p.min_cost_training),
    law="Vlaanderen.be, voor welke projecten",
    title="De opleiding kost minstens {min_cost_training} euro zonder btw, een advies minstens "
    "{min_cost_advice} euro",
    source="projects-page",
)

# How much -----------------------------------------------------------------------------------

percentage = (
    when(training.kmop_subtheme == "cybersecurity")
    .then(when(small).then(p.pct_small_cybersecurity).otherwise(p.pct_medium_cybersecurity))
    .when(training.kmop_subtheme == "energie-efficientie")
    .then(when(small).then(p.pct_small_energy).otherwise(p.pct_medium_energy))
    .otherwise(when(small).then(p.pct_small).otherwise(p.pct_medium))
)
left_this_year = (
    when(small).then(p.cap_year_small).otherwise(p.cap_year_medium) - employer.kmop_used_this_year
)

something_left = condition(
    left_this_year > 0,
    law="VLAIO, steunplafond",
    title="Je hebt je steun van dit kalenderjaar nog niet opgebruikt",
    source="vlaio-2026",
)

kmo_portefeuille = Incentive(
    id="kmo_portefeuille",
    kind="employer_right",
    level="flemish",
    group="money",
    recipient="enterprise",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[
        rules_were_read,
        small_or_medium,
        accepted_legal_form,
        firm_in_flanders,
        training_or_advice,
        participant_works_here,
        registered_provider,
        future_oriented_theme,
        advice_on_cybersecurity,
        cost_is_high_enough,
        something_left,
    ],
    amounts={
        "subsidy_eur": amount(
            greatest(least(share(percentage, training.cost_excl_vat), left_this_year), 0),
            recipient="enterprise",
        ),
    },
    steps=[
        step("register_firm", who="employer", source="vigc"),
        step(
            "apply_online",
            who="employer",
            by=shift(training.start_date, days=p.days_to_apply),
            source="projects-page",
        ),
        step("deposit_own_share", who="employer", source="vigc"),
        step("pay_provider", who="employer", source="vlaio-2024"),
    ],
    answers=True,
)
