"""`koers check`: is the rulebook itself right?"""

from __future__ import annotations

import sys

import click

from koers.cli.dutch import DutchCommand


@click.command(cls=DutchCommand, short_help="Kijk na of het regelboek zelf in orde is.")
def check() -> None:
    """Laad het regelboek en zoek fouten in de regels, de waarden, de teksten en de vragen.

    Elke fout staat op een regel, met het bestand en wat eraan te doen is. Code 1 bij een fout.
    """
    from koers.cli.facts import questions
    from koers.engine.check import check as errors_in
    from koers.rulebook import RULEBOOK

    errors = errors_in(RULEBOOK)
    for error in errors:
        click.echo(str(error))
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
