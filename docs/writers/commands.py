"""The page of the commands, made from what `koers --help` is made from."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator

import click

from docs.writers.markdown import cell, code, page, table
from koers.cli import main
from koers.cli.dutch import EXIT_CODES

INTRODUCTION = """\
What `koers` can do. Data goes to standard output and everything else to standard error, so that a
program can read the one and a person the other. The help texts are Dutch, for the citizen who types
`koers --help`.
"""


def every_command() -> Iterator[tuple[str, click.Command]]:
    """Each command with its full name, `koers` itself first."""
    yield "koers", main
    yield from _under(main, "koers")


def _under(group: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(group, click.Group):
        return
    with click.Context(group, info_name=name) as context:
        for word in group.list_commands(context):
            command = group.get_command(context, word)
            assert command is not None
            yield f"{name} {word}", command
            yield from _under(command, f"{name} {word}")


def commands_page() -> str:
    """The page."""
    lines = [
        "# Commands",
        "",
        "> Made from `koers/cli` by `make docs`. Change it there.",
        "",
        INTRODUCTION,
    ]
    for name, command in every_command():
        lines += _command(name, command)
    lines += ["## Exit codes", "", *table(("code", "means"), _exit_codes())]
    return page(lines)


def _exit_codes() -> Iterable[tuple[str, str]]:
    return ((code(number), cell(meaning)) for number, meaning in EXIT_CODES)


def _command(name: str, command: click.Command) -> list[str]:
    with click.Context(command, info_name=name) as context:
        usage = " ".join((name, *command.collect_usage_pieces(context)))
        parameters = command.get_params(context)
    lines = [f"## {code(name)}", "", "```text", usage, "```", ""]
    for text in (command.help, command.epilog):
        lines += [*_help(text or ""), ""]
    rows = [row for parameter in parameters for row in _row(parameter)]
    return [*lines, *(table(("option", "takes", "does"), rows) if rows else [])]


def _help(text: str) -> Iterable[str]:
    """The paragraphs of a help text; those after click's mark \\b keep their lines."""
    for paragraph in inspect.cleandoc(text).replace("\f", "").split("\n\n"):
        if paragraph.startswith("\b"):
            yield from ("```text", *paragraph.splitlines()[1:], "```", "")
        else:
            yield from (" ".join(paragraph.split()), "")


def _row(option: click.Parameter) -> Iterator[tuple[str, str, str]]:
    """The row of an option; what an argument is, the help text of its command says."""
    if isinstance(option, click.Option) and not option.hidden:
        names = ", ".join(map(code, (*option.opts, *option.secondary_opts)))
        takes = "" if option.is_flag else code(option.metavar or option.type.name.upper())
        needed = " Needed." if option.required else ""
        yield names, takes, cell(option.help or "") + needed
