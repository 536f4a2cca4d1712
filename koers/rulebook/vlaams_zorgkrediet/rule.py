"""Vlaams zorgkrediet, motive training: a career break for staff of the Flemish public sector.

Law: Vlaams zorgkrediet, since 2 September 2016; the decision was not read, conditions follow the
pages of Vlaanderen.be and of a school. Reference day: the first day of the training. Result: may
somebody take care credit for this training; no amount was read.

Two generations of rules are mixed in the sources: 9 credits a year, or 27. The day of the switch
was not found. From 1 January 2023 on 9 to 26 credits leave the answer open.

Not expressed: the benefit and its amount, the months that are left (one counter with care, or a
counter of its own), attendance, no thematic leave at the same time, the new alternative of an
uninterrupted period of three months, the window to ask (a step).
"""

from koers.engine import REFERENCE_DAY, Incentive, condition, load_parameters, shift, step
from koers.rulebook.facts import employment, time_credit, training

p = load_parameters(__file__)

flemish_public_sector = condition(
    employment.sector == "public_flemish",
    law="Vlaanderen.be, wie komt in aanmerking (ZK-C1)",
    title="Je werkt in de Vlaamse openbare sector",
    source="who",
)
motive_training = condition(
    time_credit.motive == "training",
    law="Vlaanderen.be, zorgkrediet om een opleiding te volgen",
    title="Je neemt het zorgkrediet om een opleiding te volgen",
    source="training-page",
)
recognised_training = condition(
    training.flemish_recognised,
    law="Vlaanderen.be, zorgkrediet om een opleiding te volgen (ZK-C2)",
    title="Je opleiding is van Vlaanderen, of Vlaanderen erkent ze",
    source="training-page",
)
# Distance learning counts by credits only.
large_enough = condition(
    (training.credits >= p.min_credits)
    | ((training.contact_hours >= p.min_contact_hours) & (training.mode != "self_study")),
    law="Vlaanderen.be, zorgkrediet om een opleiding te volgen (ZK-C2)",
    title="Je opleiding is groot genoeg: genoeg studiepunten, of minstens {min_contact_hours} uren "
    "les met een lesgever per jaar",
    source="training-page",
)
in_belgium = condition(
    ~training.abroad | training.organiser_belgian,
    law="Vlaanderen.be, zorgkrediet om een opleiding te volgen (ZK-C2)",
    title="Je opleiding is niet in het buitenland, of een Belgische instelling geeft ze",
    source="training-page",
)

zorgkrediet_opleiding = Incentive(
    id="zorgkrediet_opleiding",
    kind="right",
    level="flemish",
    group="time",
    recipient="worker",
    reference="training_start",
    reference_fact=None,
    parameters=p,
    conditions=[
        flemish_public_sector,
        motive_training,
        recognised_training,
        large_enough,
        in_belgium,
    ],
    amounts={},
    steps=[
        step(
            "request_credit",
            who="worker",
            by=shift(REFERENCE_DAY, months=p.request_months_after),
            source="thomasmore",
        ),
        step("send_attendance", who="worker", source="training-page"),
    ],
    answers=True,
)
