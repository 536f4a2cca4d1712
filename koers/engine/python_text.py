"""Writing Python: texts of conditions, lines with indentation, fresh names.

Used by `emit`; knows nothing of rules.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from koers.engine import compiled

SLACK = "1e-9"

Bounds = tuple[str, str, str]
"""Python text for low, high, and "may be absent" (`False` when it never is)."""
Sides = tuple[str, str]
"""Python text for "surely yes" and "surely no"."""

FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


def both(*parts: str) -> str:
    """Python text that is true when all parts are."""
    if "False" in parts:
        return "False"
    kept = list(dict.fromkeys(part for part in parts if part != "True"))
    if not kept:
        return "True"
    return kept[0] if len(kept) == 1 else f"({' and '.join(kept)})"


def any_part(*parts: str) -> str:
    """Python text that is true when one part is."""
    if "True" in parts:
        return "True"
    kept = list(dict.fromkeys(part for part in parts if part != "False"))
    if not kept:
        return "False"
    return kept[0] if len(kept) == 1 else f"({' or '.join(kept)})"


def verdict(sides: Sides) -> str:
    """Python text for True, False or None."""
    yes, no = sides
    if yes.isidentifier() and no == f"{yes} is False":
        return yes
    if yes == "False":
        return "None" if no == "False" else f"False if {no} else None"
    if yes == "True":
        return "True"
    return (
        f"True if {yes} else None"
        if no == "False"
        else f"True if {yes} else False if {no} else None"
    )


class Writer:
    """Lines of Python with indentation, fresh names, and what is already computed in scope."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.scopes: list[dict[object, tuple[str, ...]]] = [{}]
        self.constants: dict[str, object] = {}
        self._names: Counter[str] = Counter()

    def name(self, letter: str) -> str:
        self._names[letter] += 1
        return f"{letter}{self._names[letter]}"

    def line(self, text: str) -> None:
        self.lines.append("    " * len(self.scopes) + text)

    def open(self, header: str) -> None:
        self.line(header)
        self.scopes.append({})

    def close(self) -> None:
        self.scopes.pop()

    def known(self, key: object) -> tuple[str, ...] | None:
        for scope in reversed(self.scopes):
            if key in scope:
                return scope[key]
        return None

    def keep(self, key: object, names: tuple[str, ...]) -> tuple[str, ...]:
        self.scopes[-1][key] = names
        return names

    def constant(self, letter: str, value: object) -> str:
        name = self.name(letter)
        self.constants[name] = value
        return name


def literal(value: Decimal | float) -> str:
    """A number as Python text."""
    if value in (compiled.INF, -compiled.INF):
        return "INF" if value > 0 else "-INF"
    return repr(int(value)) if value == int(value) else repr(float(value))


def comparison(operator: str, end: str, other: str, margin: str) -> str:
    """Python text of one comparison; one with an infinite bound is settled here."""
    if other == "INF":
        return str(operator[0] == "<")
    if other == "-INF":
        return str(operator[0] == ">")
    return f"{end} {operator} {other}{margin}"
