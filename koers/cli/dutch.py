"""Click in Dutch: help, refusals and exit codes. No traceback for what a caller did wrong."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import IO, Any

import click

EXIT_CODES = (
    ("0", "alles in orde"),
    ("1", "een geval gaf een ander antwoord, of een regel is verkeerd"),
    ("2", "de vraag klopt niet: een bestand, een naam, een waarde, een datum of een optie"),
    ("130", "gestopt met ctrl-C"),
)

RARELY = 100_000
"""Objects made before Python looks for rubbish. A command is short and makes little of it: not
looking takes a quarter off its time."""


class Refusal(click.ClickException):
    """A sentence on stderr, and an exit code. Nothing was printed on stdout."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence, on one line."""
        click.echo(" ".join(self.message.split()), file=file, err=file is None)


class BadInput(Refusal):
    """The caller gave something that cannot be; the sentence names the nearest valid thing."""

    exit_code = 2


class WrongRules(Refusal):
    """The rulebook itself is wrong: the author of a rule must act."""

    exit_code = 1


class Stopped(Refusal):
    """The caller pressed ctrl-C."""

    exit_code = 130


def nearest(given: str, known: Iterable[str], otherwise: str = "") -> str:
    """A sentence with the known words that look most like what was given."""
    names = sorted(known)
    near = get_close_matches(given.lower(), names, n=2, cutoff=0.5)
    if near:
        return f"Bedoelde je {' of '.join(near)}?"
    return otherwise or f"Kies uit: {', '.join(names)}."


class DutchCommand(click.Command):
    """A command that explains itself, and refuses, in Dutch."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **kwargs})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How to type it."""
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Zo schrijf je het: "
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options."""
        with formatter.section("Opties"):
            formatter.write_dl(_options_of(self, ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; refuse what does not belong."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            raise BadInput(_refused(error, self, ctx)) from None
        if ctx.args:
            raise BadInput(
                f"`{ctx.command_path}` kan niets doen met {ctx.args[0]!r}. {_how(self, ctx)}"
            )
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Call the command; what the engine refuses becomes a sentence."""
        before = gc.get_threshold()
        gc.set_threshold(RARELY)
        try:
            return self._invoke(ctx)
        except KeyboardInterrupt:
            raise Stopped("Gestopt.") from None
        finally:
            gc.set_threshold(*before)

    def _invoke(self, ctx: click.Context) -> Any:
        from koers.engine.errors import FactError, RuleError

        _readable()
        try:
            return super().invoke(ctx)
        except FactError as error:
            raise BadInput(str(error)) from None
        except RuleError as error:
            raise WrongRules(f"Het regelboek klopt niet. {error}") from None


class DutchGroup(click.Group):
    """The commands together."""

    command_class = DutchCommand

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How to type it."""
        formatter.write_usage(ctx.command_path, "OPDRACHT ...", prefix="Zo schrijf je het: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, the options and the exit codes."""
        with formatter.section("Opdrachten"):
            formatter.write_dl(
                [(name, one.get_short_help_str(80)) for name, one in self.commands.items()]
            )
        with formatter.section("Opties"):
            formatter.write_dl(_options_of(self, ctx))
        with formatter.section("Code bij het einde"):
            formatter.write_dl(list(EXIT_CODES))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they were added, not by letter."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise BadInput(
                f"De opdracht {args[0]!r} bestaat niet. {nearest(args[0], self.commands)}"
            )
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before the command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise BadInput(_refused(error, self, ctx)) from None


def _options_of(command: click.Command, ctx: click.Context) -> list[tuple[str, str]]:
    options = [one for one in command.get_params(ctx) if isinstance(one, click.Option)]
    records = [one.get_help_record(ctx) for one in options]
    return [record for record in records if record is not None]


def _refused(error: click.UsageError, command: click.Command, ctx: click.Context) -> str:
    options = {
        name: one for one in command.get_params(ctx) for name in one.opts if name.startswith("-")
    }
    match error:
        case click.NoSuchOption(option_name=name):
            long = [one for one in options if one.startswith("--")]
            return f"`{ctx.command_path}` kent de optie {name} niet. {nearest(name, long)}"
        case click.MissingParameter(param=param) if param is not None:
            return f"`{ctx.command_path}`: {_named(param, ctx)} ontbreekt. {_how(command, ctx)}"
        case click.BadOptionUsage(option_name=name):
            option = options.get(name)
            if isinstance(option, click.Option) and option.is_flag:
                return f"`{ctx.command_path}`: {name} krijgt geen waarde. Schrijf alleen {name}."
            metavar = "een waarde" if option is None else option.make_metavar(ctx)
            return f"`{ctx.command_path}`: na {name} ontbreekt {metavar}. {_how(command, ctx)}"
    return f"`{ctx.command_path}`: zo kan het niet. {_how(command, ctx)}"


def _named(param: click.Parameter, ctx: click.Context) -> str:
    return param.make_metavar(ctx).strip("[].")


def _how(command: click.Command, ctx: click.Context) -> str:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    return f"Zo schrijf je het: {ctx.command_path} {pieces}."


def _readable() -> None:
    """Accents come out whole on every system, and strange bytes on stdin stop nothing."""
    for stream in (sys.stdout, sys.stderr):
        if getattr(stream, "encoding", "utf-8").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")


def on_day(text: str) -> date:
    """A day from 2019 on, typed after `--on`."""
    from koers.cli.days import day_asked

    return day_asked(text, where="--on")


def existing_file(text: str) -> Path:
    """A file that is there and may be read."""
    path = Path(text)
    if not path.exists():
        raise BadInput(f"Het bestand {text} bestaat niet.{_near_file(path)}")
    if path.is_dir():
        raise BadInput(f"{text} is een map, geen bestand. Geef een bestand in die map.")
    if not os.access(path, os.R_OK):
        raise BadInput(f"Het bestand {text} mag ik niet lezen. Kijk de rechten ervan na.")
    return path


def _near_file(path: Path) -> str:
    if not path.parent.is_dir():
        return f" Ook de map {path.parent} bestaat niet."
    names = [one.name for one in path.parent.iterdir() if one.is_file()]
    near = get_close_matches(path.name, names, n=1, cutoff=0.6)
    return f" Bedoelde je {path.with_name(near[0])}?" if near else ""
