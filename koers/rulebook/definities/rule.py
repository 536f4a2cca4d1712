"""Definities: the level of a diploma, and the employment percentage.

Law: the lists of VDAB and Statistiek Vlaanderen for the level; the declaration to social
security (DmfA) for the percentage, Q divided by S. The law was not read in full.
Period: any day asked. Result: a level with whether there is a diploma of secondary education,
and a percentage. Definitions: they have no yes or no. The conditions on a diploma stand in
`koers.rulebook.facts.conditions`, so that other rules use the same words.

Left out, because they only explain a fact and decide nothing: joint committee (the main
activity of the firm decides), establishment unit, headcount and its moment in each scheme,
kansengroepen and risicogroepen (origin is never inferred), knelpuntberoep and the lists of the
regions, formal and informal training, school year and calendar year.

Not expressed: the other lines that schemes draw (the sector fund of 201 and the federal risk
groups count everybody without a diploma of secondary education; Brussels goes up to that
diploma); a foreign diploma without recognition; which month, which jobs and which interruptions
a scheme counts in its percentage.
"""

from koers.engine import Incentive, amount, load_parameters, step, unknown_in_law, when
from koers.rulebook.facts import employment
from koers.rulebook.facts.conditions import (
    highly_educated,
    short_schooled,
    vocational_nurse,
    with_secondary_diploma,
)

p = load_parameters(__file__)

# The level of a diploma ---------------------------------------------------------------------

level = when(short_schooled).then("kort").when(highly_educated).then("hoog").otherwise("midden")

has_secondary_diploma = with_secondary_diploma | (
    vocational_nurse
    & unknown_in_law(
        "Of een brevet verpleegkunde van de vierde graad bso telt als een diploma secundair "
        "onderwijs, hebben we niet gelezen.",
        source=p.sources["statistics"].url,
    )
)

definition_education_level = Incentive(
    id="definition_education_level",
    kind="definition",
    level="flemish",
    group="proof",
    recipient="worker",
    reference="day_asked",
    reference_fact=None,
    parameters=p,
    conditions=[],
    amounts={
        "level": amount(level),
        "has_secondary_diploma": amount(has_secondary_diploma),
    },
    steps=[step("look_at_diploma", who="worker", source="vdab")],
    answers=False,
)

# The employment percentage ------------------------------------------------------------------

definition_fraction = Incentive(
    id="definition_fraction",
    kind="definition",
    level="federal",
    group="time",
    recipient="worker",
    reference="day_asked",
    reference_fact=None,
    parameters=p,
    conditions=[],
    amounts={"fraction_pct": amount(employment.q * p.full_time / employment.s)},
    steps=[step("look_at_contract", who="worker", source="percentage")],
    answers=False,
)
