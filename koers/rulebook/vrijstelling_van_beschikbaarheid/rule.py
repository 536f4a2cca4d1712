"""Vrijstelling van beschikbaarheid: a jobseeker trains full time and keeps the benefit of RVA.

Law: decision of the Flemish Government of 5 June 2009 on VDAB, as changed on 23 December 2016.
The decision itself was not read: the conditions are those that VDAB prints. Federal part: the
benefit is RVA's, and ends under the law of 2026 whatever VDAB exempts.
Period: the day of the request counts. Result: yes or no, whether a request is needed, and the
service that decides.

Two routes: a training that VDAB recognises (automatic, the first six conditions), and another
one (on request, all conditions). The tests on diploma, credits and years are for studies only:
secondary or higher education.

Not expressed here: the income guarantee benefit of part-time workers also counts as a benefit
but has no fact; registration as a jobseeker, regular enrolment (no free student) and a request
before the start are taken as met.
"""

from koers.engine import (
    Incentive,
    amount,
    condition,
    load_parameters,
    open_norm,
    step,
    unknown_in_law,
    unknown_word,
    when,
)
from koers.rulebook.facts import TRAINING_KIND, person, training
from koers.rulebook.facts.conditions import (
    highly_educated,
    vocational_nurse,
    without_secondary_diploma,
)

p = load_parameters(__file__)

recognised = training.vdab_recognised
higher_education = training.kind.is_in(TRAINING_KIND.group("higher_education_any"))
study = training.kind.is_in(TRAINING_KIND.group("study"))

# Who, and for what kind of training ----------------------------------------------------------

receives_benefit = condition(
    person.income_source.is_in(["unemployment_benefit", "insertion_benefit"])
    & person.receives_unemployment_benefit,
    law="VDAB, voorwaarden niet-erkend, punt 1; erkend, eerste voorwaarde",
    title="Je krijgt een werkloosheidsuitkering of inschakelingsuitkering van de RVA",
    source="vdab-niet-erkend",
)
lives_in_flanders = condition(
    person.residence_region == "flanders",
    law="VDAB, voorwaarden niet-erkend, punt 2; erkend, tweede voorwaarde",
    title="Je woont in het Vlaamse Gewest",
    source="vdab-specifiek",
)
fits_path_to_work = condition(
    training.fits_path_to_work,
    law="VDAB, voorwaarden niet-erkend, punt 3; erkend, derde voorwaarde",
    title="De opleiding past in je traject naar werk (VDAB oordeelt)",
    source="vdab-niet-erkend",
)

# How long and when ---------------------------------------------------------------------------

lasts_long_enough = condition(
    training.weeks >= p.min_weeks,
    law="VDAB, voorwaarden niet-erkend, punt 4; erkend, vierde voorwaarde",
    title="De opleiding duurt minstens {min_weeks} weken",
    source="vdab-niet-erkend",
)
enough_hours = condition(
    training.hours_per_week
    >= when(recognised & (training.kind == "ibo"))
    .then(p.min_hours_per_week_ibo)
    .otherwise(p.min_hours_per_week),
    law="VDAB, voorwaarden niet-erkend, punt 4; erkend, vierde voorwaarde",
    title="De opleiding telt minstens {min_hours_per_week} uur per week",
    source="vdab-niet-erkend",
)
by_day = condition(
    training.daytime,
    law="VDAB, voorwaarden niet-erkend, punt 4; erkend, vierde voorwaarde",
    title="De lessen zijn overdag, niet na 17 uur of op zaterdag",
    source="vdab-niet-erkend",
)

# Studies that VDAB does not recognise --------------------------------------------------------

enough_new_credits = condition(
    recognised | ~higher_education | (training.new_credits >= p.min_new_credits),
    law="VDAB, voorwaarden niet-erkend, punt 4",
    title="Een studie hoger onderwijs telt minstens {min_new_credits} nieuwe studiepunten",
    source="vdab-niet-erkend",
)
takes_part_in_lessons = condition(
    recognised | (training.contract_type != "examencontract"),
    law="VDAB, voorwaarden niet-erkend, studie hoger onderwijs",
    title="Je volgt de lessen: een examencontract telt niet",
    source="odisee",
)
first_or_justified_degree = condition(
    recognised
    | ~higher_education
    | ~highly_educated
    | (person.age > p.older_than)
    | (person.months_without_work >= p.min_months_without_work)
    | open_norm(
        "Je diploma biedt weinig kansen op werk of is verouderd, je kan het niet meer gebruiken "
        "door medische of psychische redenen, je begon al een carrièrewending of "
        "loopbaanbegeleiding raadde ze aan, of de studie vergroot je kansen sterk.",
        law="VDAB, voorwaarden niet-erkend, studie hoger onderwijs",
        decides="VDAB",
    ),
    law="VDAB, voorwaarden niet-erkend, studie hoger onderwijs",
    title="Je hebt nog geen diploma hoger onderwijs, of je hebt een geldige reden voor een nieuw",
    source="vdab-voorwaarden",
)
no_secondary_diploma_yet = condition(
    recognised
    | (training.kind != "secondary")
    | without_secondary_diploma
    | (
        vocational_nurse
        & unknown_in_law(
            "Of een brevet verpleegkunde van de vierde graad telt als een diploma secundair "
            "onderwijs, staat niet in de voorwaarden.",
            source=p.sources["vdab-voorwaarden"].url,
        )
    ),
    law="VDAB, voorwaarden niet-erkend, studie secundair onderwijs",
    title="Voor een studie secundair onderwijs: je hebt nog geen diploma secundair onderwijs",
    source="vdab-voorwaarden",
)
left_school_long_ago = condition(
    recognised | ~study | (person.years_since_leaving_school >= p.min_years_since_studies),
    law="VDAB, voorwaarden niet-erkend, studie hoger en secundair onderwijs",
    title="Voor een studie: je stopte minstens {min_years_since_studies} jaar geleden met studeren",
    source="vdab-voorwaarden",
)

# Who decides: the service of the home, also when the training is elsewhere ---------------------

deciding_service = (
    when(person.residence_region == "flanders")
    .then("vdab")
    .when(person.residence_region == "brussels")
    .then("actiris")
    .when(person.residence_region == "wallonia")
    .then("forem")
    .when(person.residence_region == "german_community")
    .then("adg")
    .otherwise(
        unknown_word(
            "Je woont buiten België. Welke dienst dan beslist, staat niet in de bronnen.",
            source=p.sources["vdab-specifiek"].url,
            words=["vdab", "actiris", "forem", "adg"],
        )
    )
)

vdab_vrijstelling = Incentive(
    id="vdab_vrijstelling",
    kind="right",
    level="flemish",
    group="time",
    recipient="worker",
    reference="request",
    parameters=p,
    conditions=[
        receives_benefit,
        lives_in_flanders,
        fits_path_to_work,
        lasts_long_enough,
        enough_hours,
        by_day,
        enough_new_credits,
        takes_part_in_lessons,
        first_or_justified_degree,
        no_secondary_diploma_yet,
        left_school_long_ago,
    ],
    amounts={
        "request_needed": ~recognised,
        "decides": amount(deciding_service, always=True),
    },
    steps=[
        step("talk_to_vdab", who="worker", source="vdab-erkend"),
        step("request_before_start", who="worker", source="vdab-niet-erkend"),
        step("send_school_attest", who="worker", source="vdab-specifiek"),
        step("renew_each_year", who="worker", source="centenvoorstudenten"),
    ],
)
