"""Study leave: an invented instrument with everything an explanation and a change must handle.

One right of a worker, one right of a firm, and one definition. Nothing here is law.
"""

from datetime import date

from koers.engine import (
    ABSENT,
    REFERENCE_DAY,
    Enumeration,
    Incentive,
    Kind,
    OneOf,
    Output,
    Rulebook,
    Usual,
    amount,
    calendar_day,
    choice_fact,
    code_fact,
    condition,
    day_fact,
    full_months,
    full_years,
    implies,
    least,
    load_parameters,
    lookup,
    number_fact,
    one_unit,
    open_norm,
    share,
    step,
    unknown_in_law,
    vocabulary,
    when,
    yes_no_fact,
)

p = load_parameters(__file__)

REGION = Enumeration("region", {"flanders": "Vlaams Gewest", "brussels": "Brussel"})
KIND = Enumeration("kind", {"course": "cursus", "bachelor": "bachelor", "master": "master"})


class person:
    birth_date = day_fact(label="geboortedatum", sensitive=True)
    age = number_fact(label="leeftijd", unit="years", whole=True, high=120)
    leader = yes_no_fact(label="geeft leiding aan een ploeg")


class employment:
    status = choice_fact({"employee": "werknemer", "jobseeker": "werkzoekende"}, label="statuut")
    region = choice_fact(REGION, label="gewest van je werk", absent=ABSENT)
    fraction = number_fact(
        label="tewerkstellingsbreuk", unit="%", high=100, absent=0, within_reach=True
    )
    contract_start = day_fact(label="begin van je contract", absent=ABSENT)
    months = number_fact(
        label="maanden bij je werkgever", unit="months", whole=True, absent=0, within_reach=True
    )
    committee = code_fact(r"^\d{3}$", label="paritair comité", absent=ABSENT)


class employer:
    consent = yes_no_fact(label="akkoord van de werkgever", within_reach=True)
    headcount = number_fact(label="personeel", unit="persons", whole=True)


class training:
    kind = choice_fact(
        KIND,
        label="soort opleiding",
        usual=Usual("meestal een cursus", "argued", OneOf(frozenset({"course", "bachelor"}))),
        within_reach=True,
    )
    start_date = day_fact(label="eerste dag van de opleiding", within_reach=True)
    registered = yes_no_fact(label="staat in de databank", within_reach=True)
    in_plan = yes_no_fact(
        label="staat in een plan",
        usual=Usual("een plan is zeldzaam", "argued", False),
        within_reach=True,
    )
    credits = number_fact(label="studiepunten", unit="sp", absent=ABSENT, within_reach=True)
    hours = number_fact(label="contacturen", unit="h", absent=ABSENT, within_reach=True)
    hours_all = number_fact(label="contacturen van het hele jaar", unit="h", within_reach=True)
    fee = number_fact(label="prijs van de opleiding", unit="EUR", within_reach=True)


class plan:
    made_on = day_fact(label="dag van het plan", absent=ABSENT, within_reach=True)


VOCABULARY = vocabulary(
    [person, employment, employer, training, plan],
    implications=[
        implies(training.in_plan.known_no, plan.made_on, ABSENT),
        implies(employment.status == "jobseeker", employment.fraction, 0),
        implies(employment.status == "jobseeker", employment.region, ABSENT),
    ],
    derived=[
        (person.age, full_years(person.birth_date, REFERENCE_DAY)),
        (employment.months, full_months(employment.contract_start, REFERENCE_DAY)),
    ],
    at_least=[(training.hours_all, training.hours)],
    one_unit=[
        one_unit(
            [training.credits, training.hours],
            only_for=["study_leave"],
            because="een opleiding wordt in één maat gemeten",
        )
    ],
)

OUTPUTS = (
    Output("hours", Kind.NUMBER, "verlofuren", "h", "worker"),
    Output("refund_eur", Kind.NUMBER, "terugbetaling", "EUR", "employer", "0.01"),
    Output("own_part_eur", Kind.NUMBER, "wat je zelf betaalt", "EUR", "worker", "0.01", cost=True),
    Output("claim_by", Kind.DAY, "laatste dag van de aanvraag", recipient="employer"),
    Output("kind_counted", Kind.CHOICE, "soort die telt", words=("course", "bachelor", "master")),
    Output("asks_first", Kind.TRUTH, "eerst toestemming vragen"),
    Output("premium_eur", Kind.NUMBER, "premie", "EUR", "employer", "0.01"),
    Output("leave", Kind.CHOICE, "verlof", words=("study_leave", "none")),
)

in_flanders = condition(
    employment.region == "flanders",
    law="Decreet, art. 1",
    title="Je werkt in het Vlaamse Gewest",
    source="decree",
)
works_enough = condition(
    employment.fraction >= p.min_fraction,
    law="Decreet, art. 2",
    title="Je werkt minstens {min_fraction}% van een voltijdse job",
    source="decree",
)
in_service = condition(
    employment.months >= p.min_service,
    law="Gids, p. 3",
    title="Je werkt minstens {min_service} maanden bij je werkgever",
    source="guide",
)
training_counts = condition(
    training.registered
    | (training.in_plan & (full_years(plan.made_on, REFERENCE_DAY) < p.plan_max_age)),
    law="Decreet, art. 3",
    title="De opleiding staat in de databank, of in een plan van hoogstens {plan_max_age} jaar oud",
    source="decree",
)
large_enough = condition(
    (training.credits >= p.min_credits)
    | (training.hours * p.worth_per_hour >= p.min_worth)
    | (training.hours_all * p.worth_per_hour >= p.min_worth),
    law="Decreet, art. 4",
    title="De opleiding telt minstens {min_credits} studiepunten of is {min_worth} euro waard",
    source="decree",
)
affordable = condition(
    training.fee <= p.max_fee,
    law="Decreet, art. 5",
    title="De opleiding kost hoogstens {max_fee} euro",
    source="decree",
)
leader_needs_reason = condition(
    ~person.leader | open_norm("Je afwezigheid hindert niet", law="art. 6", decides="De RVA"),
    law="Decreet, art. 6",
    title="Geef je leiding, dan hindert je afwezigheid het werk niet",
    source="decree",
)
text_of_2028 = condition(
    unknown_in_law("De tekst van 2028 is niet gelezen.", source="https://example.org/gids"),
    law="Ontwerp",
    title="Je voldoet aan de tekst van 2028",
    source="guide",
    since=date(2028, 9, 1),
)

hours = least(share(employment.fraction, p.base_hours), training.hours)

study_leave = Incentive(
    id="study_leave",
    kind="right",
    level="flemish",
    group="time",
    recipient="worker",
    reference="training_start",
    reference_fact="training.start_date",
    parameters=p,
    conditions=[
        in_flanders,
        works_enough,
        in_service,
        training_counts,
        large_enough,
        affordable,
        leader_needs_reason,
        text_of_2028,
    ],
    amounts={
        "hours": amount(hours, period="school_year", note="Voltijds is dat meer."),
        "refund_eur": amount(hours * p.refund, recipient="employer"),
        "own_part_eur": training.fee,
        "claim_by": amount(p.day("last_claim"), recipient="employer", always=True),
        "kind_counted": training.kind,
        "asks_first": person.leader,
    },
    steps=[
        step("ask", who="worker", source="decree"),
        step("claim", who="employer", by=p.day("last_claim"), source="decree"),
    ],
)

consents = condition(
    employer.consent & (employer.headcount < 50),
    law="Reglement, art. 1",
    title="De onderneming is klein en gaat akkoord",
    source="guide",
)
premium_for_firm = condition(
    training.kind.is_in(["bachelor", "master"]) & (training.credits > 0),
    law="Reglement, art. 2",
    title="De opleiding leidt naar een diploma",
    source="guide",
)
firm_premium = Incentive(
    id="firm_premium",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="application",
    parameters=p,
    conditions=[consents, premium_for_firm],
    amounts={"premium_eur": lookup(p.table("rate"), training.kind)},
    steps=[
        step(
            "apply",
            who="employer",
            by=calendar_day("year_end", training.start_date),
            source="guide",
        )
    ],
)

leave_word = Incentive(
    id="leave_word",
    kind="definition",
    level="flemish",
    group="time",
    recipient="worker",
    reference="day_asked",
    parameters=p,
    amounts={"leave": when(employment.region == "flanders").then("study_leave").otherwise("none")},
    answers=False,
)

RULEBOOK = Rulebook(
    [study_leave, firm_premium, leave_word],
    vocabulary=VOCABULARY,
    outputs=OUTPUTS,
    version="proef-1",
)
