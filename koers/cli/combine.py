"""`koers combine`: the best combination of rights for one training, and what it then costs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from koers.cli import clock
from koers.cli.dutch import DutchCommand, existing_file, on_day


@click.command(
    cls=DutchCommand,
    short_help="Toon wat één opleiding je kost, met alle rechten samen.",
    options_metavar="--training T.yaml [OPTIES]",
)
@click.argument("facts_file", metavar="FACTS.yaml", type=existing_file)
@click.option(
    "--training",
    metavar="T.yaml",
    type=existing_file,
    required=True,
    help="Het bestand over de opleiding. Moet erbij.",
)
@click.option("--on", metavar="DATUM", type=on_day, help="De dag die telt. Anders: vandaag.")
@click.option("--strict", is_flag=True, help="Ga nergens van uit wat er niet staat.")
@click.option("--json", "as_json", is_flag=True, help="Toon JSON.")
def combine(facts_file: Path, training: Path, on: date | None, strict: bool, as_json: bool) -> None:
    """Toon wat een opleiding je kost als je alle rechten samen neemt.

    FACTS.yaml gaat over jou, T.yaml over de opleiding, bijvoorbeeld `training.fee: 400`. Koers
    zegt welke rechten samengaan, wat je eerst betaalt, wat je terugkrijgt, en wat je moet doen.
    """
    from koers.cli.given import read_given, with_training
    from koers.cli.plan_json import as_json as in_json
    from koers.cli.plan_text import as_text
    from koers.engine.combine import combine as best
    from koers.rulebook import RULEBOOK
    from koers.rulebook.combinations import COMBINATIONS

    facts = read_given(facts_file, RULEBOOK.vocabulary)
    more = read_given(training, RULEBOOK.vocabulary)
    both = with_training(facts, facts_file, more, training)
    day = on or clock.today()
    found = best(RULEBOOK, COMBINATIONS, both, on=day, strict=strict)
    if as_json:
        click.echo(in_json(RULEBOOK, found, on=day, strict=strict))
    else:
        click.echo(as_text(RULEBOOK, found, on=day), nl=False)
