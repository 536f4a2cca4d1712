"""Behoud van de werkloosheidsuitkering: training that keeps the benefit, and how long it lasts.

Law: the reform of unemployment benefit of 2025-2026. The sheets of RVA about the exceptions were
not read: they follow press, unions and a note on the bill. Retention looks at the day asked about,
the length at the day of the request. Result: is the benefit kept because of the training, the
first day without benefit where not, and the months of a benefit requested since 1 March 2026.

Not expressed: the other protected groups (55 or older with a long career, part-time work with a
guaranteed income), a benefit that begins again after work, the five years that a study may take at
most, whether the training is recognised, the extra months earned by work (no fact holds them), the
twelve months of the insertion benefit, and the amount of the benefit. The date in a letter of RVA
goes before the date of a group.
"""

from koers.engine import (
    DAY_ASKED,
    Incentive,
    amount,
    condition,
    load_parameters,
    nothing_number,
    or_else,
    present,
    shift,
    step,
    unknown_in_law,
    unknown_number,
    when,
)
from koers.rulebook.facts import person, training, unemployment

p = load_parameters(__file__)

# Is the benefit kept ------------------------------------------------------------------------

receives_benefit = condition(
    person.receives_unemployment_benefit,
    law="Werkloosheidsreglementering 2026 (artikel niet gelezen; UE-C1)",
    title="Je krijgt een uitkering als volledig werkloze",
    source="schreuer",
)
exemption_running = condition(
    training.exemption_active,
    law="Werkloosheidsreglementering 2026 (artikel niet gelezen; UE-C6)",
    title="Je vrijstelling van beschikbaarheid voor de opleiding loopt",
    source="schlitz",
)

begun_before_2026 = (
    training.bottleneck_occupation
    & (training.start_date < p.day("shortage_start_before"))
    & training.full_time_day
)
care_training = training.leads_to.is_in(["nurse", "care_assistant"]) | (
    (training.leads_to == "care_worker")
    & unknown_in_law(
        "De uitzondering is er voor verpleegkundigen en zorgkundigen. Wij konden niet nagaan of "
        "een opleiding tot verzorgende-zorgkundige daarbij hoort.",
        source=p.sources["unisoc"].url,
    )
)
once_without_break = training.uninterrupted & ~unemployment.retention_used_before

training_keeps_benefit = condition(
    begun_before_2026 | (care_training & once_without_break),
    law="Werkloosheidsreglementering 2026 (artikel niet gelezen; UE-C6)",
    title="Je begon voor {shortage_start_before} voltijds aan een opleiding voor een "
    "knelpuntberoep, of je wordt verpleegkundige of zorgkundige, zonder onderbreking en voor de "
    "eerste keer",
    source="schreuer",
)

# The first day without benefit --------------------------------------------------------------

no_day = shift(DAY_ASKED, days=nothing_number("days"))
day_not_read = shift(
    DAY_ASKED,
    days=unknown_number(
        "Wie minder dan acht jaar een uitkering kreeg, verliest die in stappen tussen april 2026 "
        "en juli 2027. Wij konden niet nagaan wie wanneer. Kijk in de brief van de RVA.",
        source=p.sources["fgtb-bxl"].url,
        unit="days",
    ),
)
kept = (
    receives_benefit.expression & exemption_running.expression & training_keeps_benefit.expression
)
first_day_by_wave = (
    when(person.benefit_years_total >= p.years_first_wave)
    .then(p.day("first_wave"))
    .when(person.benefit_years_total >= p.years_second_wave)
    .then(p.day("second_wave"))
    .otherwise(day_not_read)
)
first_day_without_benefit = (
    when(~receives_benefit.expression | kept)
    .then(no_day)
    .otherwise(or_else(unemployment.limit_date, first_day_by_wave))
)

unemployment_benefit_retention = Incentive(
    id="unemployment_benefit_retention",
    kind="right",
    level="federal",
    group="money",
    recipient="jobseeker",
    reference="day_asked",
    reference_fact=None,
    parameters=p,
    conditions=[receives_benefit, exemption_running, training_keeps_benefit],
    amounts={
        "benefit_end": amount(
            first_day_without_benefit,
            recipient="worker",
            always=True,
            note="Krijg je een uitkering en is er geen dag, dan hou je ze tot het einde van de "
            "opleiding. Ben je 55 of ouder met een lange loopbaan, of werk je deeltijds met een "
            "uitkering? Dan kan de dag anders zijn. De brief van de RVA telt.",
        ),
    },
    steps=[
        step("ask_exemption", who="worker", source="vdab-other"),
        step("renew_exemption", who="worker", source="centenvoorstudenten"),
        step("read_letter", who="worker", source="rva-2026"),
    ],
    answers=True,
)

# How long a benefit lasts -------------------------------------------------------------------

requested = present(unemployment.request_date)

months_basic = when(requested).then(p.months_basic).otherwise(nothing_number("months"))
months_extra = when(requested).then(p.months_extra_max).otherwise(nothing_number("months"))

definition_unemployment_benefit_duration = Incentive(
    id="definition_unemployment_benefit_duration",
    kind="definition",
    level="federal",
    group="money",
    recipient="jobseeker",
    reference="request",
    reference_fact="unemployment.request_date",
    parameters=p,
    conditions=[],
    amounts={
        "months_max": amount(months_basic + months_extra, recipient="worker"),
        "months_basic": amount(months_basic, recipient="worker"),
        "months_extra_max": amount(months_extra, recipient="worker"),
    },
    steps=[step("ask_end_date", who="worker", source="rva-2026")],
    answers=False,
)
