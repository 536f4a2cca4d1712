"""Leerkrediet: how many credits a student may still enrol for, after the year.

Law: Codex Hoger Onderwijs, leerkrediet (articles not read); the rules follow UGent, Odisee and
Onderwijskiezer. Everybody starts with 140 credits. Enrolling takes credits away, passing gives
them back, and the first 60 that are passed with a diplomacontract come back twice.
Period: the academic year that holds the day asked, counted from 1 September. Result: the balance
after the year. The changes that start in 2023-24 were not read: from then on it is open.

Not expressed, because no fact holds it: programmes outside leerkrediet that share a kind with
others (postgraduaat, bachelor after a bachelor, master after a master, schakelprogramma,
voorbereidingsprogramma, educative bachelor or master after an equal degree); force majeure;
stopping before 1 December or 15 March, which gives a first-time student credits back.
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    condition,
    least,
    load_parameters,
    open_norm,
    present,
    step,
    unknown_in_law,
    unknown_number,
    when,
)
from koers.rulebook.facts import student, training

p = load_parameters(__file__)

LAW = "Codex Hoger Onderwijs, leerkrediet (artikel niet gelezen)"
REFORM = p.sources["onderwijskiezer"].url

# Who needs it --------------------------------------------------------------------------------

contract_uses_leerkrediet = condition(
    training.contract_type.is_in(["diploma", "credit"]),
    law=LAW,
    title="Je studeert met een diplomacontract of een creditcontract",
    source="onderwijskiezer",
)
training_uses_leerkrediet = condition(
    ~training.kind.is_in(["graduaat", "hbo5"])
    | (
        (training.kind == "hbo5")
        & unknown_in_law(
            "Voor een graduaat heb je geen leerkrediet nodig. Over hbo5, de vorige naam, lazen we "
            "niets.",
            source=p.sources["odisee"].url,
        )
    ),
    law=LAW,
    title="Voor je opleiding heb je leerkrediet nodig",
    source="odisee",
)
leerkrediet_left = condition(
    (student.leerkrediet > 0)
    | open_norm(
        "De instelling mag je weigeren of extra studiegeld vragen als je leerkrediet op is.",
        law=LAW,
        decides="de hogeschool of universiteit",
    ),
    law=LAW,
    title="Je hebt nog leerkrediet",
    source="onderwijskiezer",
)

# The balance ---------------------------------------------------------------------------------

bonus = (
    when(training.contract_type == "diploma")
    .then(least(student.credits_passed, student.bonus_left))
    .otherwise(0)
)
balance = student.leerkrediet - training.credits + student.credits_passed + bonus

# What the balance is made of must be said before we answer: each comparison is judged by itself.
bonus_is_told = (
    (training.contract_type == "credit") | (student.bonus_left == 0) | (student.bonus_left > 0)
)
results_are_told = condition(
    present(training.credits)
    & ((student.credits_passed == 0) | ((student.credits_passed > 0) & bonus_is_told)),
    law=LAW,
    title="Het is bekend hoeveel studiepunten je opneemt en voor hoeveel je slaagt",
    source="ugent",
)

balance_as_far_as_read = (
    when(REFERENCE_DAY <= p.day("last_day_read"))
    .then(balance)
    .otherwise(
        unknown_number(
            "Vanaf academiejaar 2023-2024 veranderden de regels. De nieuwe tekst lazen we niet.",
            source=REFORM,
            unit="sp",
        )
    )
)

leerkrediet = Incentive(
    id="leerkrediet",
    kind="information",
    level="flemish",
    group="money",
    recipient="learner",
    reference="academic_year",
    reference_fact=None,
    parameters=p,
    conditions=[
        contract_uses_leerkrediet,
        training_uses_leerkrediet,
        leerkrediet_left,
        results_are_told,
    ],
    amounts={"balance_sp": amount(balance_as_far_as_read, recipient="worker")},
    steps=[
        step("look_up_balance", who="worker", source="odisee"),
        step("stop_in_time", who="worker", source="onderwijskiezer"),
        step("ask_for_force_majeure", who="worker", source="onderwijskiezer"),
    ],
    answers=True,
)
