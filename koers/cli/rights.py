"""`koers rights`: all incentives for the facts in a file, on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from koers.cli import clock
from koers.cli.dutch import DutchCommand, existing_file, on_day

if TYPE_CHECKING:
    from koers.engine.assessment import Assessment
    from koers.engine.incentive import Rulebook

WIDTH = 100
COLOURS = {"Ja, als": "yellow", "Ja": "green", "Misschien": "yellow", "Nu niet": "dim"}


@click.command(cls=DutchCommand, short_help="Toon alle rechten voor de gegevens in een bestand.")
@click.argument("facts_file", metavar="FACTS.yaml", type=existing_file)
@click.option("--on", metavar="DATUM", type=on_day, help="De dag die telt. Anders: vandaag.")
@click.option(
    "--training", metavar="T.yaml", type=existing_file, help="Nog een bestand, over de opleiding."
)
@click.option("--strict", is_flag=True, help="Ga nergens van uit wat er niet staat.")
@click.option("--json", "as_json", is_flag=True, help="Toon JSON.")
def rights(
    facts_file: Path, on: date | None, training: Path | None, strict: bool, as_json: bool
) -> None:
    """Toon welke rechten iemand heeft, hoeveel, en waarom.

    FACTS.yaml bevat namen met waarden, bijvoorbeeld `employment.status: employee`. Weet je iets
    niet? Laat het weg of schrijf `unknown`. `koers rulebook --facts` toont alle namen.
    """
    from koers.cli.given import read_given, with_training
    from koers.engine.assess import assess_all
    from koers.rulebook import RULEBOOK

    facts = read_given(facts_file, RULEBOOK.vocabulary)
    if training is not None:
        more = read_given(training, RULEBOOK.vocabulary)
        facts = with_training(facts, facts_file, more, training)
    day = on or clock.today()
    found = list(assess_all(RULEBOOK, facts, on=day, strict=strict).values())
    if as_json:
        click.echo(_json(RULEBOOK, found, day, strict))
    else:
        _show(RULEBOOK, found, day)


def _json(rulebook: Rulebook, found: list[Assessment], on: date, strict: bool) -> str:
    from koers.cli.jsonable import dumps, of_right
    from koers.engine.explain import NO_DECISION, explain

    return dumps(
        {
            "on": on,
            "strict": strict,
            "rulebook": rulebook.version,
            "rights": [of_right(rulebook, one, explain(rulebook, one)) for one in found],
            "note": NO_DECISION,
        }
    )


def _show(rulebook: Rulebook, found: list[Assessment], on: date) -> None:
    from koers.cli.overview import by_section, line_of
    from koers.cli.tables import Column, show
    from koers.engine import words
    from koers.engine.explain import NO_DECISION

    columns = [
        Column("Recht", 26, bold=True),
        Column("Antwoord", 14),
        Column("Hoeveel", 30),
        Column("Waarom", 44),
    ]
    sections = [
        (
            title,
            [
                (f"{one.title}\n({one.id})", one.short, "\n".join(one.amounts), one.reason)
                for one in lines
            ],
        )
        for title, lines in by_section(line_of(rulebook, one) for one in found)
    ]
    click.echo(f"Rechten op {words.day(on)}\n")
    show(columns, sections, COLOURS)
    assumed = len({one.fact for assessment in found for one in assessment.assumptions})
    notes = [f"Versie van de regels: {rulebook.version}. {NO_DECISION}"]
    if assumed:
        notes.insert(
            0,
            f"Koers ging uit van {assumed} dingen die niet in het bestand staan. "
            "`koers explain` toont ze per recht. Met --strict gaat Koers nergens van uit.",
        )
    for note in notes:
        click.echo("\n" + "\n".join(wrap(note, WIDTH)))
