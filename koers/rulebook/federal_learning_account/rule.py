"""Federal Learning Account: can a worker still read old data, must an employer register.

Law: law of 20 October 2023, repealed by the law of 14 January 2026. Neither was read; the last
day to read data comes from one social secretariat that quotes the law.
Period: from 1 April 2024 until 31 December 2026, by the day asked. Result: for a worker, yes with
the last day; for an employer, whether there is a duty to register that can be enforced. Every
deadline was moved on before it passed; between the last one and the repeal nothing was found.

Not expressed: whether the employer ever entered data (taken as met), the data that it held, the
way to export them, and the individual training account that employers keep (see
`individueel_opleidingsrecht`). The terms to register only inform: none was ever enforced.
"""

from datetime import date

from koers.engine import (
    Incentive,
    amount,
    condition,
    load_parameters,
    nothing_number,
    shift,
    step,
    unknown_in_law,
    when,
)
from koers.rulebook.facts import fla

p = load_parameters(__file__)

worker = fla.role == "worker"

no_deadline_passed = condition(
    worker,
    law="Wet 20.10.2023; Acerta (FLA-C1, FLA-C2)",
    title="Je bent werknemer (voor een werkgever was nog geen termijn verstreken)",
    source="acerta",
    until=date(2025, 8, 31),
)
duty_not_found = condition(
    worker
    | (
        (fla.role == "employer")
        & unknown_in_law(
            "Tussen 1 september 2025 en de opheffing in januari 2026 vonden we niet of een "
            "werkgever moest registreren.",
            source=p.sources["acerta"].url,
        )
    ),
    law="Wet 20.10.2023 (FLA-C1, FLA-C2)",
    title="Je bent werknemer, of de werkgever moest registreren",
    source="acerta",
    since=date(2025, 9, 1),
    until=date(2026, 1, 20),
)
data_still_there = condition(
    worker,
    law="Wet 14.1.2026 (FLA-C1, FLA-C2)",
    title="Je bent werknemer (een werkgever moet niets meer registreren)",
    source="besox",
    since=date(2026, 1, 21),
)

# Only a worker is told a last day: for an employer the shift, and so the day, does not exist.
until = shift(
    p.day("readable_until"), months=when(worker).then(0).otherwise(nothing_number("months"))
)

federal_learning_account = Incentive(
    id="federal_learning_account",
    kind="information",
    level="federal",
    group="proof",
    recipient="worker",
    reference="day_asked",
    reference_fact=None,
    parameters=p,
    conditions=[no_deadline_passed, duty_not_found, data_still_there],
    amounts={"until": amount(until, recipient="worker")},
    steps=[
        step("copy_data", who="worker", by=p.day("readable_until"), source="besox"),
        step("ask_training_account", who="worker", source="acerta"),
    ],
    answers=True,
)
