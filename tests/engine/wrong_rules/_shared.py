"""Facts and outputs without mistakes, for the rules in the folders beside this file."""

from koers.engine import Kind, Output, choice_fact, code_fact, day_fact, number_fact


class person:
    """Who asks."""

    status = choice_fact(
        {"employee": "werknemer", "civil_servant": "ambtenaar", "jobseeker": "werkzoekende"},
        label="statuut",
    )
    joint_committee = code_fact(r"^\d{3}$", label="paritair comité")


class training:
    """What is followed."""

    hours = number_fact(label="uren", unit="h")
    fee = number_fact(label="inschrijvingsgeld", unit="EUR")
    starts_on = day_fact(label="eerste dag")


OUTPUTS = (
    Output("hours", Kind.NUMBER, "uren verlof", "h", "worker"),
    Output("refund_eur", Kind.NUMBER, "terugbetaling", "EUR", "worker", "0.01"),
    Output("bonus_eur", Kind.NUMBER, "premie", "EUR", "worker", "0.01"),
    Output("paid_to", Kind.CHOICE, "ontvanger", words=("worker", "employer")),
)
