"""Usual values: `Usual`.

Taken when nothing was asked, and always listed, so that they can be contradicted. Never taken for
what somebody does not know, and never in strict mode.
"""

from tests.spec.specs import Spec

FACTS = """
class training:
    registered = yes_no_fact(
        label="geregistreerd",
        usual=Usual(because="meestal wel", source="README.md", value=True),
    )
    hours = number_fact(
        unit="h",
        label="lesuren",
        usual=Usual(
            because="zelden minder dan een dag", source="README.md", value=Between(low=Decimal(8))
        ),
    )
    total = number_fact(
        unit="h",
        label="lesuren van alle opleidingen samen",
        usual=Usual(because="één opleiding", source="README.md", equal_to="training.hours"),
    )
    start = day_fact(
        label="eerste lesdag",
        usual=Usual(because="vandaag gevraagd", source="README.md", equal_to=DAY),
    )
    mode = choice_fact(
        {"room": "in een lokaal", "online": "online", "alone": "zelfstudie"},
        label="lesvorm",
        usual=Usual(
            because="met een lesgever",
            source="README.md",
            value=OneOf(frozenset({"room", "online"})),
            not_for=frozenset({"another_incentive"}),
        ),
    )
    exam = yes_no_fact(
        label="examen",
        usual=Usual(
            because="meestal niet",
            source="README.md",
            value=False,
            only_for=frozenset({"another_incentive"}),
        ),
    )
"""

SPECS = (
    Spec(
        title="A usual answer",
        text="Assumed when it was not asked; an answer, or not knowing, takes its place.",
        expression="training.registered",
        facts=FACTS,
        table="""
            training.registered | expected
            --------------------+-----------------------------------
            -                   | yes (assumed: training.registered)
            unknown             | unknown (open: training.registered; assumed: )
            false               | no (assumed: )
        """,
    ),
    Spec(
        title="Nothing is assumed in strict mode",
        text="Strict mode knows only what is stated and what follows from it.",
        expression="training.registered",
        facts=FACTS,
        strict=True,
        table="""
            training.registered | expected
            --------------------+--------------
            -                   | unknown (open: training.registered; assumed: )
            true                | yes
        """,
    ),
    Spec(
        title="A usual interval",
        text="A usual value may be partial: rules that need more still ask.",
        expression="training.hours",
        facts=FACTS,
        table="""
            training.hours | expected
            ---------------+-------------------------------
            -              | 8.. (assumed: training.hours; open: training.hours)
            4              | 4
            unknown        | 0..
        """,
    ),
    Spec(
        title="A usual set of words",
        text="Enough for a rule that does not tell them apart.",
        expression='training.mode.is_in(["room", "online"])',
        facts=FACTS,
        table="""
            training.mode | expected
            --------------+-----------------------------
            -             | yes (assumed: training.mode)
            alone         | no
            unknown       | unknown
        """,
    ),
    Spec(
        title="Equal to another fact",
        text="When the other fact has a value, known or usual.",
        expression="training.total",
        facts=FACTS,
        table="""
            training.hours | training.total | expected
            ---------------+----------------+-------------------------------
            20             | -              | 20 (assumed: training.total)
            20             | 50             | 50 (assumed: )
            20             | unknown        | 0..
            20..30         | -              | 20..30
            unknown        | -              | 0.. (open: training.total)
            -              | -              | 8..
        """,
    ),
    Spec(
        title="The day asked",
        text="The day for which the question is asked.",
        expression="training.start",
        facts=FACTS,
        table="""
            on         | training.start | expected
            -----------+----------------+----------------------------------
            2025-09-01 | -              | 2025-09-01 (assumed: training.start)
            2025-09-01 | 2025-10-01     | 2025-10-01
            2025-09-01 | unknown        | unknown
        """,
    ),
    Spec(
        title="Only for some incentives",
        text="`only_for` and `not_for` limit who may assume it.",
        expression="training.exam.known_no",
        facts=FACTS,
        table="""
            training.exam | expected
            --------------+-------------------------------
            -             | unknown (open: training.exam)
            false         | yes
        """,
    ),
)
