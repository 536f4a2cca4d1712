"""Inzetbaarheid bij ontslag: training and guidance for somebody with a long notice.

Law: the labour deal (law of 3 October 2022) and the law of 15 May 2024; the articles were not read,
conditions follow social secretariats and a career centre. Reference day: the dismissal.
Result: the two parts of the notice, and what the measures are worth. Pay in place of notice
counts like notice.

Not expressed: the employer's contributions, which were the value until the flat amount came;
outplacement, which has rules of its own; availability for work after severance pay.
"""

from koers.engine import Incentive, amount, condition, greatest, load_parameters, step
from koers.rulebook.facts import dismissal

p = load_parameters(__file__)

dismissed_by_employer = condition(
    dismissal.by_employer,
    law="Wet van 3 oktober 2022, arbeidsdeal (artikel niet gelezen; DM-C1)",
    title="Je werkgever ontslaat je",
    source="itinera",
)
no_urgent_cause = condition(
    ~dismissal.urgent_cause,
    law="Wet van 3 oktober 2022, arbeidsdeal (artikel niet gelezen; DM-C1)",
    title="Het is geen ontslag om dringende reden",
    source="itinera",
)
long_notice = condition(
    dismissal.notice_weeks >= p.min_notice_weeks,
    law="Wet van 3 oktober 2022, arbeidsdeal (artikel niet gelezen; DM-C1)",
    title="Je opzegging of vergoeding is minstens {min_notice_weeks} weken",
    source="sd",
)

two_thirds = dismissal.notice_weeks * p.first_part_shares / p.equal_shares
first_part = greatest(two_thirds, p.min_first_part_weeks)

dismissal_employability = Incentive(
    id="dismissal_employability",
    kind="right",
    level="federal",
    group="guidance",
    recipient="worker",
    reference="dismissal",
    reference_fact=None,
    parameters=p,
    conditions=[dismissed_by_employer, no_urgent_cause, long_notice],
    amounts={
        "part1_weeks": amount(first_part, recipient="worker"),
        "part2_weeks": amount(dismissal.notice_weeks - first_part, recipient="worker"),
        "budget_eur": amount(p.budget, period="once", recipient="worker"),
    },
    steps=[
        step("choose_measures", who="worker", source="itinera"),
        step("take_leave", who="worker", source="itinera"),
        step("ask_refund", who="worker", source="trendstop"),
    ],
    answers=True,
)
