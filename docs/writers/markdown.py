"""Pieces of Markdown: escaped text, tables, links, nested lists, anchors as GitHub makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_SPECIAL = re.compile(r"([\\`*\[\]|<])")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def escaped(text: str) -> str:
    """Text that stands in Markdown as it is, also inside a table."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """A name or a piece of source, also inside a table."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}".replace("|", "\\|")


def cell(text: str) -> str:
    """Text that is Markdown already, such as a docstring, on one line of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def link(text: str, target: str) -> str:
    """A link; the text is taken as it is."""
    return f"[{text}]({target})"


def visible(text: str) -> str:
    """What a reader sees of a piece of Markdown: links without their address."""
    return _LINK.sub(r"\1", text)


def slug(heading: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    text = re.sub(r"[^\w\- ]", "", visible(heading).lower())
    return text.replace(" ", "-")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table; an empty line after it."""
    return [
        f"| {' | '.join(head)} |",
        f"|{'---|' * len(head)}",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]


@dataclass(frozen=True)
class Point:
    """A point of a list, with the points under it."""

    text: str
    under: tuple[Point, ...] = ()


def bullets(points: Iterable[Point], depth: int = 0) -> Iterator[str]:
    """A nested list, one line per point."""
    for point in points:
        yield f"{'  ' * depth}- {point.text}"
        yield from bullets(point.under, depth + 1)


def listed(points: Iterable[Point | str]) -> list[str]:
    """A list with an empty line after it; nothing for no points."""
    lines = list(bullets(one if isinstance(one, Point) else Point(one) for one in points))
    return [*lines, ""] if lines else []


def page(lines: Iterable[str]) -> str:
    """A file: never two empty lines on end, one end of line at the end."""
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    return text.strip() + "\n"
