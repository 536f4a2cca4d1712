"""Wrong: the parameter names somebody else."""

from koers.engine import (
    Incentive,
    Rulebook,
    amount,
    condition,
    least,
    load_parameters,
    lookup,
    shift,
    step,
    vocabulary,
)
from tests.engine.wrong_rules._shared import OUTPUTS, person, training

p = load_parameters(__file__)

works = condition(
    person.status.is_in(["employee", "civil_servant"]),
    law="Decreet, art. 1",
    title="Je werkt als werknemer of ambtenaar",
    source="decree",
)
lasts_long_enough = condition(
    training.hours >= p.min_hours,
    law="Decreet, art. 2",
    title="De opleiding duurt minstens {min_hours} uur",
    source="decree",
)

hours = least(training.hours, lookup(p.table("max_hours"), person.status))
refund = least(training.fee, lookup(p.table("max_refund"), person.joint_committee))
last_day = shift(training.starts_on, months=p.notice)

leave = Incentive(
    id="leave",
    kind="right",
    level="flemish",
    group="time",
    recipient="worker",
    reference="training_start",
    reference_fact="training.starts_on",
    parameters=p,
    conditions=[works, lasts_long_enough],
    amounts={
        "hours": hours,
        "refund_eur": amount(refund, period="year"),
        "paid_to": p.word("receiver"),
    },
    steps=[step("ask", who="worker", by=last_day, source="page")],
)

RULEBOOK = Rulebook([leave], vocabulary=vocabulary([person, training]), outputs=OUTPUTS)
