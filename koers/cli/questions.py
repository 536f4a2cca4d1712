"""`koers questions`: how many questions people are asked, measured on made people."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from koers.cli import clock
from koers.cli.dutch import BadInput, DutchCommand, on_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from koers.population.interviews import Report

FEW = 20
"""From so many people on, a bar shows how far it is."""
SHARES_OF, SHARES_SEED, RARE = 5000, 1, 0.01
"""How the shares of answers are counted; codes that fewer people give are left out."""

FIGURES = {
    "median": "mediaan van de schermen",
    "max": "meeste schermen",
    "mean": "gemiddeld aantal schermen",
    "p90": "negen op de tien mensen hebben er hoogstens",
    "first_answer_median": "mediaan tot een eerste recht zeker is",
    "questions_mean": "gemiddeld aantal vragen op die schermen",
    "certificate_mean": "kleinste reeks schermen die achteraf volstond, gemiddeld",
    "mean_over_certificate": "onze schermen, gedeeld door die kleinste reeks",
    "fixed_order_mean": "in een vaste volgorde zonder wat niet telt, gemiddeld",
    "everything": "alle schermen die er zijn",
    "choice_ms_median": "mediaan van de tijd per keuze, in milliseconden",
    "choice_ms_p99": "99 op de 100 keuzes duren hoogstens, in milliseconden",
    "differ_share": "deel van de antwoorden dat anders is met volledige kennis",
    "not_asked_share": "deel van de rechten dat iemand niet wil, en waar we niet naar vragen",
    "wrong_yes_most_used": "ten onrechte ja bij de vijf meest gebruikte rechten",
}


MOST = 100_000


def number_of_people(text: str) -> int:
    """How many people, typed after `--profiles`."""
    number = _whole(text, "--profiles", 1000)
    if not 1 <= number <= MOST:
        raise BadInput(f"--profiles: {text} kan niet. Geef een getal van 1 tot {MOST}.")
    return number


def seed_number(text: str) -> int:
    """The number that chooses the people, typed after `--seed`."""
    return _whole(text, "--seed", 7)


def _whole(text: str, option: str, example: int) -> int:
    try:
        return int(text)
    except ValueError:
        raise BadInput(
            f"{option}: {text!r} is geen geheel getal. Geef bijvoorbeeld {example}."
        ) from None


@click.command(cls=DutchCommand, short_help="Meet hoeveel vragen mensen krijgen.")
@click.option(
    "--profiles",
    metavar="N",
    type=number_of_people,
    default="1000",
    help="Zoveel mensen. Anders: 1000.",
)
@click.option(
    "--seed", metavar="N", type=seed_number, default="7", help="Kiest de mensen. Anders: 7."
)
@click.option("--on", metavar="DATUM", type=on_day, help="De dag die telt. Anders: vandaag.")
@click.option("--json", "as_json", is_flag=True, help="Toon JSON.")
@click.option("--shares", is_flag=True, help="Toon hoe vaak elk antwoord voorkomt, als YAML.")
def questions(profiles: int, seed: int, on: date | None, as_json: bool, shares: bool) -> None:
    """Meet hoeveel schermen met vragen mensen krijgen tot hun rechten vastliggen.

    De mensen zijn verzonnen, volgens de verdelingen van Statbel en Eurostat. Elk van hen weet
    alles en antwoordt juist. Ernaast staat de kleinste reeks schermen die achteraf volstond.
    """
    from koers.population.interviews import Interviews
    from koers.population.profiles import made_people
    from koers.rulebook import RULEBOOK
    from koers.rulebook.questions import BOOK

    interviews = Interviews(RULEBOOK, BOOK, on or clock.today())
    if shares:
        click.echo(as_yaml(interviews.shares(made_people(SHARES_OF, SHARES_SEED))), nl=False)
        return
    with _bar(profiles) as done:
        report = interviews.report(made_people(profiles, seed), seed=seed, done=done)
    if as_json:
        from koers.cli.jsonable import dumps

        found = {**report.as_json(), "on": interviews.asker.on, "rulebook": RULEBOOK.version}
        click.echo(dumps(found))
    else:
        _tell(report, interviews.asker.on)


@contextmanager
def _bar(length: int) -> Iterator[Callable[[], None]]:
    """Calls one by one how many people are done; a bar on a terminal."""
    if length < FEW or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, label="Mensen ondervragen", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def as_yaml(shares: dict[str, dict[str, float]]) -> str:
    """The shares of answers as the rulebook keeps them."""
    lines = [
        "# How often people give each answer: what a question is weighed by before it is asked.",
        "# Of 5,000 made people (koers.population.profiles); made anew by",
        "# `koers questions --shares --on 2026-11-22 > koers/rulebook/shares.yaml`.",
        "# Codes that fewer than one in a hundred people give are left out.",
        "",
        "shares:",
    ]
    for slug, given in shares.items():
        lines.append(f"  {slug}:")
        for name, share in given.items():
            code = name[0].isdigit()
            if not code or share >= RARE:
                quoted = f'"{name}"' if name.replace(".", "").isdigit() else name
                lines.append(f"    {quoted}: {share}")
    return "\n".join(lines) + "\n"


def _tell(report: Report, on: date) -> None:
    from koers.cli.tables import Column, show
    from koers.engine import words

    found = report.as_json()
    click.echo(_sentence(found, on) + "\n")
    columns = [Column("Getal", 10, bold=True), Column("Wat", 72)]
    rows = [(_number(found[name]), text) for name, text in FIGURES.items()]
    show(columns, [("", rows)], {})
    counted = sorted({one.screens for one in report.ours})
    click.echo("\nSchermen per persoon")
    most = max(sum(one.screens == number for one in report.ours) for number in counted)
    for number in range(counted[0], counted[-1] + 1):
        people = sum(one.screens == number for one in report.ours)
        click.echo(f"  {number:>3}  {'█' * round(40 * people / most):<40} {people}")
    click.echo(f"\nBerekend voor {words.day(on)}.")


def _sentence(found: dict[str, Any], on: date) -> str:
    return (
        f"{found['people']} mensen kregen meestal {_number(found['median'])} schermen met vragen, "
        f"en nooit meer dan {_number(found['max'])}."
    )


def _number(value: object) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return text.replace(".", ",")
