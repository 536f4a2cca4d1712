"""`koers explain`: one incentive with every condition, its law, and what would open it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from koers.cli import clock
from koers.cli.dutch import BadInput, DutchCommand, existing_file, nearest, on_day


@click.command(cls=DutchCommand, short_help="Leg één recht uit: elke voorwaarde, met de wet.")
@click.argument("incentive", metavar="ID")
@click.argument("facts_file", metavar="FACTS.yaml", type=existing_file)
@click.option("--on", metavar="DATUM", type=on_day, help="De dag die telt. Anders: vandaag.")
@click.option("--strict", is_flag=True, help="Ga nergens van uit wat er niet staat.")
@click.option("--json", "as_json", is_flag=True, help="Toon JSON.")
def explain(incentive: str, facts_file: Path, on: date | None, strict: bool, as_json: bool) -> None:
    """Leg uit waarom iemand een recht heeft of niet, en wat het zou openen.

    ID is een naam uit `koers rulebook`, bijvoorbeeld vov.
    """
    from koers.cli.given import read_given
    from koers.cli.jsonable import dumps, of_change, of_right
    from koers.engine.assess import assess
    from koers.engine.assessment import Answer
    from koers.engine.change import as_sentence, nearest_change
    from koers.engine.explain import as_text
    from koers.engine.explain import explain as in_words
    from koers.rulebook import RULEBOOK

    if incentive not in RULEBOOK:
        raise BadInput(
            f"{incentive!r} staat niet in het regelboek. {nearest(incentive, RULEBOOK.ids)}"
        )
    facts = read_given(facts_file, RULEBOOK.vocabulary)
    day = on or clock.today()
    found = assess(RULEBOOK, incentive, facts, on=day, strict=strict)
    told = in_words(RULEBOOK, found)
    closed = found.answers and found.answer is Answer.NOT_ENTITLED
    change = nearest_change(RULEBOOK, incentive, facts, on=day, strict=strict) if closed else None
    sentence = as_sentence(RULEBOOK, change) if closed else ""
    if as_json:
        click.echo(
            dumps(
                {
                    "on": day,
                    "strict": strict,
                    "rulebook": RULEBOOK.version,
                    **of_right(RULEBOOK, found, told),
                    "nearest_change": of_change(change, sentence) if closed else None,
                    "note": told.note,
                }
            )
        )
        return
    click.echo(as_text(told), nl=False)
    if closed:
        click.echo(f"\nWat zou dit recht openen?\n{sentence}")
