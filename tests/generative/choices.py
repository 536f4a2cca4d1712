"""Random choices out of a string of bytes, which Hypothesis makes and shrinks.

One draw per example instead of hundreds: Hypothesis spends its time on draws. When the bytes run
out every choice is the first option, which is the simplest one; so shorter is simpler.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

Option = TypeVar("Option")


class Choices:
    """Takes one byte per choice."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def below(self, number: int) -> int:
        """A whole number from 0 up to, not including, `number` (at most 256)."""
        self._at += 1
        return self._data[self._at - 1] * number // 256 if self._at <= len(self._data) else 0

    def chance(self, percent: int) -> bool:
        """True about so many times in a hundred."""
        return self.below(100) >= 100 - percent

    def pick(self, options: Sequence[Option]) -> Option:
        """One of some options; put the simplest first."""
        return options[self.below(len(options))]

    def some(self, options: Sequence[Option], least: int, most: int) -> list[Option]:
        """Some of the options, each at most once."""
        left = list(options)
        number = min(least + self.below(most - least + 1), len(left))
        return [left.pop(self.below(len(left))) for _ in range(number)]


def choices(size: int) -> st.SearchStrategy[Choices]:
    """A strategy of choices, `size` of them before the rest is simple."""
    return st.binary(min_size=size, max_size=size).map(Choices)
