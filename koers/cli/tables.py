"""Rows of words as a table: with lines and colours in a terminal, aligned text everywhere else."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.text import Text

GAP = "  "


@dataclass(frozen=True)
class Column:
    """A heading, the width in plain text, and the share of the room in a terminal."""

    heading: str
    width: int
    bold: bool = False


Row = tuple[str, ...]
Section = tuple[str, Sequence[Row]]


def show(columns: Sequence[Column], sections: Sequence[Section], colours: dict[str, str]) -> None:
    """Print sections with a heading; `colours` is the colour of a cell that begins with a word."""
    if sys.stdout.isatty():
        _show_in_terminal(columns, sections, colours)
    else:
        click.echo(as_text(columns, sections), nl=False)


def as_text(columns: Sequence[Column], sections: Sequence[Section]) -> str:
    """The same as aligned text, without colours."""
    blocks = []
    for heading, rows in sections:
        lines = [heading] if heading else []
        lines += _aligned(columns, tuple(one.heading for one in columns))
        lines.append(GAP.join("-" * one.width for one in columns))
        told = [_aligned(columns, row) for row in rows]
        lines.append(_between(told).join("\n".join(one) for one in told))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _between(told: Sequence[list[str]]) -> str:
    """What parts the rows: an empty line where most rows take several."""
    return "\n\n" if sum(len(one) > 1 for one in told) * 2 > len(told) else "\n"


def _aligned(columns: Sequence[Column], row: Row) -> list[str]:
    cells = [
        [part for line in cell.split("\n") for part in _wrapped(line, one.width)]
        for one, cell in zip(columns, row, strict=True)
    ]
    return [
        GAP.join(part.ljust(one.width) for one, part in zip(columns, parts, strict=True)).rstrip()
        for parts in zip_longest(*cells, fillvalue="")
    ]


def _wrapped(line: str, width: int) -> list[str]:
    """A line in pieces; a name that is too long breaks after an underscore."""
    if " " in line or len(line) <= width:
        return wrap(line, width) or [""]
    pieces = [""]
    for part in re.split(r"(?<=_)", line):
        if len(pieces[-1]) + len(part) > width:
            pieces.append("")
        pieces[-1] += part
    return pieces


def _show_in_terminal(
    columns: Sequence[Column], sections: Sequence[Section], colours: dict[str, str]
) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    room = console.width - 2 * len(columns)
    shares = sum(one.width for one in columns)
    for heading, rows in sections:
        table = Table(
            title=heading or None,
            title_justify="left",
            title_style="bold",
            box=box.SIMPLE_HEAD,
            expand=True,
            pad_edge=False,
            leading=1,
        )
        for one in columns:
            table.add_column(one.heading, ratio=one.width, style="bold" if one.bold else None)
        for row in rows:
            table.add_row(
                *(
                    _coloured(Text(_broken(cell, room * one.width // shares)), colours)
                    for one, cell in zip(columns, row, strict=True)
                )
            )
        console.print(table)


def _broken(cell: str, width: int) -> str:
    """A cell in which a name that is too long breaks after an underscore, not just anywhere."""
    lines = cell.split("\n")
    return "\n".join("\n".join(_wrapped(one, width)) if "_" in one else one for one in lines)


def _coloured(cell: Text, colours: dict[str, str]) -> Text:
    for word, colour in colours.items():
        if cell.plain.startswith(word):
            cell.stylize(colour)
            break
    return cell
