"""The margins of the made people: tables of shares, rates and ranges, each with its source.

They stand in `margins.yaml`, whose head says how an entry is written. A margin that was not read
somewhere says so (`own estimate`) and gives its reason; without a source the file does not load.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from koers.engine.errors import RuleError
from koers.engine.reading import read_yaml

FILE = Path(__file__).with_name("margins.yaml")
OWN_ESTIMATE = "own estimate"
FORMS = ("shares", "by", "rate", "rates", "range", "ranges")


class Shares:
    """Values with a weight each; `draw` takes one by its weight."""

    def __init__(self, weights: Mapping[Any, Any]) -> None:
        self.values: tuple[Any, ...] = tuple(weights)
        total = float(sum(weights.values()))
        self._cumulative = [one / total for one in accumulate(map(float, weights.values()))]
        self._cumulative[-1] = 1.0

    def draw(self, random: Random) -> Any:
        """One value."""
        return self.values[bisect(self._cumulative, random.random())]


class Span:
    """Whole numbers from `low` up to and including `high`, all as likely."""

    def __init__(self, ends: Iterable[Any]) -> None:
        low, high = ends
        self.low, self.high = int(low), int(high)
        self._width = self.high - self.low + 1

    def draw(self, random: Random) -> int:
        """One number."""
        return self.low + int(random.random() * self._width)


@dataclass(frozen=True)
class Margin:
    """One entry: its source, why it is so, and the content under its one form."""

    name: str
    source: str
    because: str
    form: str
    content: Any


class Margins:
    """All margins by name. A wrong name is a KeyError when the module that asks is imported."""

    def __init__(self, entries: Iterable[Margin]) -> None:
        self.entries = {one.name: one for one in entries}

    def _of(self, name: str, form: str) -> Any:
        one = self.entries[name]
        if one.form != form:
            raise KeyError(f"{name} has {one.form}, not {form}")
        return one.content

    def shares(self, name: str) -> Shares:
        """One table of shares."""
        return Shares(self._of(name, "shares"))

    def by(self, name: str) -> dict[str, Shares]:
        """A table of shares for each case."""
        return {case: Shares(one) for case, one in self._of(name, "by").items()}

    def rate(self, name: str) -> float:
        """A chance, or another single figure."""
        return float(self._of(name, "rate"))

    def rates(self, name: str) -> dict[Any, float]:
        """A chance or figure for each case."""
        return {case: float(one) for case, one in self._of(name, "rates").items()}

    def range(self, name: str) -> Span:
        """A range of whole numbers."""
        return Span(self._of(name, "range"))

    def ranges(self, name: str) -> dict[str, Span]:
        """A range for each case."""
        return {case: Span(one) for case, one in self._of(name, "ranges").items()}


def load_margins(path: Path) -> Margins:
    """The margins of a file. Raises RuleError for an entry without source, reason or one form."""
    return Margins(_entry(path, name, item) for name, item in read_yaml(path).items())


def _entry(path: Path, name: str, item: Any) -> Margin:
    forms = [form for form in FORMS if form in item]
    problems = {
        "Add source:.": not item.get("source"),
        "Add because:, one sentence.": not item.get("because"),
        f"Give one of: {', '.join(FORMS)}.": len(forms) != 1,
        "Take out the unknown key.": bool(set(item) - {"source", "because", *FORMS}),
    }
    for todo, wrong in problems.items():
        if wrong:
            raise RuleError("is no margin.", file=path.name, key=name, todo=todo)
    return Margin(name, item["source"], item["because"], forms[0], item[forms[0]])


MARGINS = load_margins(FILE)
"""The margins that the population draws from."""

__all__ = ["FILE", "MARGINS", "OWN_ESTIMATE", "Margin", "Margins", "Shares", "Span", "load_margins"]
