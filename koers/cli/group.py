"""The group of all commands: `koers`."""

import click

from koers import __version__
from koers.cli.ask import ask
from koers.cli.cases import cases
from koers.cli.check import check
from koers.cli.combine import combine
from koers.cli.dutch import DutchGroup
from koers.cli.explain import explain
from koers.cli.history import history
from koers.cli.questions import questions
from koers.cli.rights import rights
from koers.cli.rulebook import rulebook


@click.group(cls=DutchGroup, invoke_without_command=True)
@click.version_option(__version__, message="koers %(version)s", help="Toon de versie van Koers.")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Koers zegt welke hulp je krijgt om te leren, hoeveel, en waarom.

    Begin met `koers ask`: dan stelt Koers je vragen. Antwoorden komen op stdout, al de rest op
    stderr.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


for command in (ask, rights, combine, explain, history, cases, check, rulebook, questions):
    main.add_command(command)
