"""Opleidingscheques voor werknemers: Flanders pays part of the fee of a training.

Law: decision of 18 July 2003; since 1 September 2019 the decision of 17 May 2019, amended on
26 April 2024 (that text was not read).
Period: calendar year, school year since 1 September 2020 (2019-2020 is disputed).
Result: face value of the vouchers for this training, part of the state, part of the worker.

Not expressed, because no fact holds it: a training that leads to a vocational qualification up
to level 4 (raised share); the hours a month of an apprentice; lessons outside working hours;
a foreign diploma without recognition; the rules of transition for a training that left the
database; the part of the state already received this year; other costs than the fee.
"""

from datetime import date

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
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
from koers.rulebook.facts import (
    DIPLOMA,
    TRAINING_KIND,
    career_guidance,
    employment,
    person,
    training,
    voucher,
)
from koers.rulebook.facts.conditions import (
    opleidingscheque_residence,
    vocational_nurse,
    without_secondary_diploma,
    works_in_flanders_or_brussels,
)

p = load_parameters(__file__)

# Who -----------------------------------------------------------------------------------------

employee = condition(
    # The decision excludes short apprenticeships only, so longer ones are inside: see below.
    employment.status.is_in(
        ["employee", "temp_agency", "civil_servant", "temporary_unemployed", "apprentice"]
    ),
    law="BVR 17 mei 2019, doelgroep (artikel niet gelezen)",
    title="Je bent werknemer, uitzendkracht of ambtenaar, ook als je tijdelijk werkloos bent",
    source="government-page",
)
no_unemployment_benefit = condition(
    ~person.receives_unemployment_benefit,
    law="BVR 17 mei 2019, uitsluitingen (artikel niet gelezen)",
    title="Je krijgt geen uitkering als volledig werkloze",
    source="transportacademy",
)
no_student_contract = condition(
    (employment.contract_type != "student") & (employment.status != "student_worker"),
    law="BVR 17 mei 2019, uitsluitingen (artikel niet gelezen)",
    title="Je werkt niet met een studentenovereenkomst",
    source="transportacademy",
)
no_short_apprenticeship = condition(
    ~((employment.status == "apprentice") | (employment.contract_type == "apprenticeship"))
    | unknown_in_law(
        "Met een leerovereenkomst heb je alleen recht als je genoeg uren per maand werkt. "
        "Koers kent die uren niet.",
        source=p.sources["prato-2019"].url,
    ),
    law="BVR 17 mei 2019, uitsluitingen (artikel niet gelezen)",
    title="Je werkt niet met een leerovereenkomst van minder dan {min_apprentice_hours} uur "
    "per maand",
    source="prato-2019",
)
workplace = condition(
    works_in_flanders_or_brussels,
    law="BVR 18 juli 2003, doelgroep (artikel niet gelezen)",
    title="Je werkt in het Vlaamse of het Brusselse Gewest",
    source="government-page-english",
    until=date(2015, 2, 28),
)
residence = condition(
    opleidingscheque_residence,
    law="BVR 17 mei 2019, doelgroep (artikel niet gelezen)",
    title="Je woont in Vlaanderen of Brussel, of je komt uit een ander land van de Europese "
    "Economische Ruimte en werkt in Vlaanderen of Brussel",
    source="government-page",
    since=date(2015, 3, 1),
)

# Diploma and training ------------------------------------------------------------------------

# The vocational nurse of the fourth grade is not highly educated, up to one school year.
early_vocational_nurse = vocational_nurse & (
    person.nursing_diploma_school_year <= p.nursing_last_school_year
)
at_most_secondary = (
    person.highest_diploma.is_in(DIPLOMA.group("at_most_secondary")) | early_vocational_nurse
)
career_plan_training = (
    training.in_career_plan
    & (career_guidance.date <= REFERENCE_DAY)
    & (shift(career_guidance.date, months=p.career_plan_max_age) >= REFERENCE_DAY)
)

diploma = condition(
    at_most_secondary | career_plan_training,
    law="BVR 17 mei 2019, kort- en middengeschoolden (artikel niet gelezen)",
    title="Je hebt hoogstens een diploma secundair onderwijs, of de opleiding staat in een "
    "ontwikkelingsplan van hoogstens {career_plan_max_age} maanden oud",
    source="government-page",
    since=date(2015, 3, 1),
)
training_admitted = condition(
    training.odb_registered | career_plan_training,
    law="BVR 17 mei 2019, opleidingen (artikel niet gelezen)",
    title="De opleiding staat in de opleidingsdatabank, of in een ontwikkelingsplan van "
    "hoogstens {career_plan_max_age} maanden oud",
    source="government-page",
)
own_initiative = condition(
    training.initiative == "employee",
    law="BVR 17 mei 2019, eigen initiatief (artikel niet gelezen)",
    title="Je kiest de opleiding zelf",
    source="government-page",
)
worker_pays = condition(
    training.paid_by == "worker",
    law="BVR 17 mei 2019, eigen initiatief (artikel niet gelezen)",
    title="Je betaalt de opleiding zelf, niet je werkgever",
    source="transportacademy",
)
big_enough = condition(
    (training.contact_hours >= p.min_hours)
    | (training.credits >= p.min_credits)
    | (training.lestijden >= p.min_lestijden)
    | (
        training.kind.is_in(TRAINING_KIND.group("no_minimum_size_vov"))
        & unknown_in_law(
            "Voor dit soort opleiding vraagt het Vlaams opleidingsverlof geen minimum. "
            "Wij konden niet nagaan of dat ook voor de opleidingscheque zo is.",
            source=p.sources["ugent"].url,
        )
    ),
    law="BVR 17 mei 2019, opleidingen (artikel niet gelezen)",
    title="De opleiding telt in dit schooljaar minstens {min_hours} uur, {min_credits} "
    "studiepunten of {min_lestijden} lestijden",
    source="transportacademy",
    since=date(2019, 9, 1),
)
no_exam_contract = condition(
    training.contract_type != "examencontract",
    law="BVR 17 mei 2019, opleidingen (artikel niet gelezen)",
    title="Je volgt de opleiding niet met een examencontract",
    source="ugent",
    since=date(2019, 9, 1),
)

# How much ------------------------------------------------------------------------------------

first_degree = at_most_secondary & training.leads_to_he_degree
cap = (
    when(first_degree)
    .then(or_else(p.max_face_value_first_degree, p.max_face_value))
    .otherwise(p.max_face_value)
)
face = least(training.fee, greatest(cap - voucher.bought_this_period, 0))

something_left = condition(
    face > 0,
    law="BVR 17 mei 2019, maximumbedrag (artikel niet gelezen)",
    title="De opleiding kost geld en je maximum van dit jaar is nog niet op",
    source="besox-2020",
)

listed_training = (
    training.kind.is_in(["basic", "nt2", "secondary", "examencommissie"])
    | training.bottleneck_occupation
    | (
        (training.kind == "evc_beroepskwalificatie")
        & unknown_in_law(
            "De hogere bijdrage geldt tot een bepaald niveau van de beroepskwalificatie. "
            "Koers kent dat niveau niet.",
            source=p.sources["besox-2019"].url,
        )
    )
)
state_percentage = (
    when(without_secondary_diploma & listed_training)
    .then(p.state_share_short_listed)
    .when(without_secondary_diploma)
    .then(p.state_share_short_other)
    .when(at_most_secondary & listed_training)
    .then(p.state_share_middle_listed)
    .otherwise(p.state_share)
)
state_pays = least(share(state_percentage, face), p.max_state_part)

opleidingscheque = Incentive(
    id="opleidingscheque",
    kind="right",
    level="flemish",
    group="money",
    recipient="worker",
    reference="training_start",
    reference_fact=None,
    parameters=p,
    conditions=[
        employee,
        no_unemployment_benefit,
        no_student_contract,
        no_short_apprenticeship,
        workplace,
        residence,
        diploma,
        training_admitted,
        own_initiative,
        worker_pays,
        big_enough,
        no_exam_contract,
        something_left,
    ],
    amounts={
        "face_value_eur": face,
        "state_pays_eur": state_pays,
        # Nobody gets more than the fee back: without the floor an unknown fee would say so.
        "worker_pays_eur": greatest(training.fee - state_pays, 0),
    },
    steps=[
        step("look_up_training", who="worker", source="government-page"),
        step("get_attest", who="worker", source="cvofocus"),
        step(
            "request_voucher",
            who="worker",
            by=shift(REFERENCE_DAY, months=p.request_months_after_start),
            source="lexalert-2020",
        ),
        step("pay_own_share", who="worker", source="uantwerpen"),
        step("give_voucher", who="worker", source="uantwerpen"),
    ],
    answers=True,
)
