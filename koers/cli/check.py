"""`koers check`: is the rulebook itself right?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from koers.cli.dutch import DutchCommand

if TYPE_CHECKING:
    from koers.engine.incentive import Rulebook


@click.command(cls=DutchCommand, short_help="Kijk na of het regelboek zelf in orde is.")
@click.option("--notes", is_flag=True, help="Toon ook wat beter kan en geen fout is.")
def check(notes: bool) -> None:
    """Laad het regelboek en zoek fouten in de regels, de waarden, de teksten en de vragen.

    Elke fout staat op een regel, met het bestand en wat eraan te doen is. Code 1 bij een fout.
    Wat beter kan: een verandering van de wet waar geen regel in `history:` over vertelt.
    """
    from koers.cli.facts import questions
    from koers.engine.check import check as errors_in
    from koers.rulebook import RULEBOOK

    errors = errors_in(RULEBOOK)
    for error in errors:
        click.echo(str(error))
    for note in _notes(RULEBOOK) if notes else ():
        click.echo(note)
    if errors:
        click.echo(f"{len(errors)} fouten in het regelboek.", err=True)
        sys.exit(1)
    asked = len(questions().facts)
    conditions = sum(len(one.conditions) for one in RULEBOOK.incentives)
    values = sum(len(list(one.all_values())) for one in RULEBOOK.parameters.values())
    click.echo(
        f"Het regelboek is in orde: {len(RULEBOOK.ids)} instrumenten, {conditions} voorwaarden, "
        f"{values} waarden met datum en bron, {len(RULEBOOK.vocabulary.facts)} gegevens en "
        f"{asked} vragen. Versie {RULEBOOK.version}."
    )
    left = 0 if notes else len(_notes(RULEBOOK))
    if left:
        several = "verandering van de wet staat"
        if left > 1:
            several = "veranderingen van de wet staan"
        click.echo(
            f"{left} {several} nog niet in woorden in `history:`. `koers check --notes` toont ze."
        )


def _notes(rulebook: Rulebook) -> list[str]:
    """What could be better and is no error: changes of the law that nobody put into words."""
    from koers.engine.history import unexplained

    return [
        f"note: {owner}/parameters.yaml: {name}: changes on {day}, and no line of `history:` tells "
        "of it. Add one, with who gained and who lost."
        for owner, day, name in unexplained(rulebook)
    ]
