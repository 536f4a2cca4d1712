"""Loopbaancheque: career guidance by a mandated centre at a reduced price.

Law: decision of 17 May 2013 on career guidance (only its opening was read); stricter from
1 January 2020; a regime of transition from 1 November 2025 to 31 December 2026.
Period: six years, once in a career under the regime of transition.
Result: hours of guidance on the next cheque, and what it costs the person.

From 1 January 2027 a "loopbaankrediet" is planned; no text was read, so everything is open.
Not expressed, because no fact holds it: four weeks without a break as a temporary agency
worker (before 2020) for somebody who has another status now; working in an IBO while
registered as a jobseeker; outplacement; whether the first cheque is used up before the second
is asked; the monthly number of cheques in 2025, which is a note and no condition.
"""

from datetime import date

from koers.engine import Incentive, amount, condition, load_parameters, step, unknown_in_law, when
from koers.rulebook.facts import (
    REGION,
    career,
    career_guidance,
    employment,
    person,
    provider,
    training,
)
from koers.rulebook.facts.conditions import (
    opleidingscheque_residence,
    works_in_flanders_or_brussels,
)

p = load_parameters(__file__)

END_OF_CHEQUE = date(2026, 12, 31)

# Who -----------------------------------------------------------------------------------------

working = condition(
    employment.status.is_in(
        ["employee", "temp_agency", "civil_servant", "temporary_unemployed", "self_employed"]
    )
    | (
        employment.status.is_in(["student_worker", "apprentice"])
        & unknown_in_law(
            "De cheque is er voor werknemers en zelfstandigen. Wij lazen niet of werken als "
            "jobstudent of met een leerovereenkomst meetelt.",
            source=p.sources["odin"].url,
        )
    ),
    law="BVR 17 mei 2013, doelgroep (artikel niet gelezen)",
    title="Je werkt nu als werknemer of als zelfstandige",
    source="odin",
    until=END_OF_CHEQUE,
)
residence_before_2015 = condition(
    (
        person.residence_region.is_in(["flanders", "brussels"])
        | person.residence_region.is_in(REGION.group("eea"))
        | (
            person.residence_region.is_in(REGION.group("walloon_region"))
            & person.moved_from_eea_to_wallonia
        )
    ),
    law="BVR 17 mei 2013, doelgroep (artikel niet gelezen)",
    title="Je woont in Vlaanderen, in Brussel of in een ander land van de Europese Economische "
    "Ruimte, of je verhuisde van daar naar Wallonië",
    source="easypay",
    until=date(2015, 2, 28),
)
workplace_before_2015 = condition(
    works_in_flanders_or_brussels,
    law="BVR 17 mei 2013, doelgroep (artikel niet gelezen)",
    title="Je werkt in het Vlaamse of het Brusselse Gewest",
    source="easypay",
    until=date(2015, 2, 28),
)
residence = condition(
    opleidingscheque_residence,
    law="BVR 17 mei 2013, doelgroep (artikel niet gelezen)",
    title="Je woont in Vlaanderen of Brussel, of je komt uit een ander land van de Europese "
    "Economische Ruimte en werkt in Vlaanderen of Brussel",
    source="who-page",
    since=date(2015, 3, 1),
    until=END_OF_CHEQUE,
)

# Experience ----------------------------------------------------------------------------------

recent_experience = condition(
    (career.experience_months_last_24 >= p.min_recent_experience)
    | (
        (career.experience_months_last_24 >= p.min_recent_experience_temp)
        & (employment.status == "temp_agency")
        & unknown_in_law(
            "Negen maanden waren genoeg als je vier weken zonder onderbreking als uitzendkracht "
            "werkte. Koers weet niet of dat zo was.",
            source=p.sources["easypay"].url,
        )
    ),
    law="BVR 17 mei 2013, werkervaring (artikel niet gelezen)",
    title="Je werkte minstens {min_recent_experience} van de laatste 24 maanden "
    "(soms {min_recent_experience_temp} als uitzendkracht)",
    source="easypay",
    until=date(2019, 12, 31),
)
experience = condition(
    career.experience_months >= p.min_experience,
    law="BVR 17 mei 2013, zoals gewijzigd vanaf 1 januari 2020 (artikel niet gelezen)",
    title="Je werkte in je hele loopbaan al minstens {min_experience} maanden",
    source="odin",
    since=date(2020, 1, 1),
    until=END_OF_CHEQUE,
)

# Earlier use ---------------------------------------------------------------------------------

cheques_left = condition(
    career_guidance.cheques_used_last_6y < p.cheques_per_period,
    law="BVR 17 mei 2013, aantal cheques (artikel niet gelezen)",
    title="Je gebruikte in de laatste zes jaar minder dan {cheques_per_period} loopbaancheques",
    source="odin",
    until=date(2025, 10, 31),
)
# Two readings of the regime of transition: no cheque in the last six years, or none ever.
no_recent_cheque = condition(
    (career_guidance.cheques_used_last_6y == 0) | (career_guidance.cheques_used_ever == 0),
    law="Overgangsregeling loopbaancheque 2025-2026 (tekst niet gelezen)",
    title="Je gebruikte in de laatste zes jaar geen loopbaancheque",
    source="acerta",
    since=date(2025, 11, 1),
    until=END_OF_CHEQUE,
)
never_used = condition(
    (career_guidance.cheques_used_ever == 0)
    | unknown_in_law(
        "Sinds november 2025 is er één cheque voor wie er nog nooit een gebruikte. Of ook iemand "
        "met een cheque van meer dan zes jaar geleden nog recht heeft, konden wij niet nagaan.",
        source=p.sources["vdab-extranet"].url,
    ),
    law="Overgangsregeling loopbaancheque 2025-2026 (tekst niet gelezen)",
    title="Je gebruikte nog nooit een loopbaancheque",
    source="vdab-extranet",
    since=date(2025, 11, 1),
    until=END_OF_CHEQUE,
)

# Guidance ------------------------------------------------------------------------------------

own_initiative = condition(
    training.initiative == "employee",
    law="BVR 17 mei 2013, eigen initiatief (artikel niet gelezen)",
    title="Je kiest zelf voor loopbaanbegeleiding, niet je werkgever",
    source="odin",
    until=END_OF_CHEQUE,
)
mandated_centre = condition(
    provider.mandated,
    law="BVR 17 mei 2013, gemandateerde ondernemingen (artikel niet gelezen)",
    title="Je volgt de begeleiding bij een loopbaancentrum dat VDAB erkent",
    source="odin",
    until=END_OF_CHEQUE,
)
successor = condition(
    unknown_in_law(
        "Vanaf 2027 zou een loopbaankrediet de loopbaancheque vervangen. Wij konden nog geen "
        "tekst lezen.",
        source=p.sources["vdab-extranet"].url,
    ),
    law="Loopbaankrediet, gepland vanaf 1 januari 2027 (geen tekst gelezen)",
    title="Je voldoet aan de regels die vanaf 2027 gelden",
    source="vdab-extranet",
    since=date(2027, 1, 1),
)

# How much ------------------------------------------------------------------------------------

guidance_hours = (
    when(career_guidance.cheques_used_last_6y == 0).then(p.hours_first).otherwise(p.hours_second)
)

loopbaancheque = Incentive(
    id="loopbaancheque",
    kind="right",
    level="flemish",
    group="guidance",
    recipient="worker or self-employed",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[
        working,
        residence_before_2015,
        workplace_before_2015,
        residence,
        recent_experience,
        experience,
        cheques_left,
        no_recent_cheque,
        never_used,
        own_initiative,
        mandated_centre,
        successor,
    ],
    amounts={
        "guidance_hours": amount(guidance_hours, period="cheque"),
        "price_eur": amount(p.price, period="cheque"),
    },
    steps=[
        step("meet_centre", who="worker", source="odin"),
        step("request_cheque", who="worker", source="carrieretest"),
        step("pay_own_share", who="worker", source="carrieretest"),
        step("start_guidance", who="worker", source="carrieretest"),
    ],
    answers=True,
)
