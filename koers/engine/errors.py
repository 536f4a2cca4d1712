"""Everything that can go wrong, and whose turn it is to act.

KoersError
├── RuleError     the author of a rule erred; found when the rulebook loads
│   └── RuleErrors    several of them, found in one reading
└── FactError     the caller gave an impossible fact, value or date

A missing fact is neither: it is an answer (`unknown`). A message says what is wrong, where,
and what to do. It never holds a value of a real person; the caller's own input is quoted only
by `FactError`, which goes back to that caller and into no log.
"""

from __future__ import annotations

from collections.abc import Sequence


class KoersError(Exception):
    """Base of all expected errors; anything else is a bug and travels up."""


class RuleError(KoersError):
    """A rule, a parameter or a text is wrong.

    `file` is relative to the rulebook, `key` names the parameter, condition or fact, `line`
    counts from 1 where it is known, `todo` says how to mend it.
    """

    def __init__(
        self,
        what: str,
        *,
        file: str | None = None,
        key: str | None = None,
        line: int | None = None,
        todo: str,
    ) -> None:
        self.what = what
        self.file = file
        self.key = key
        self.line = line
        self.todo = todo
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        place = self.file or ""
        if place and self.line:
            place += f":{self.line}"
        parts = [part for part in (place, self.key) if part]
        where = ": ".join(parts)
        return f"{where}: {self.what} {self.todo}" if where else f"{self.what} {self.todo}"


class RuleErrors(RuleError):
    """All errors found while a rulebook loaded, in the order of the list of incentives."""

    def __init__(self, errors: Sequence[RuleError]) -> None:
        self.errors = tuple(errors)
        first = self.errors[0]
        super().__init__(
            first.what, file=first.file, key=first.key, line=first.line, todo=first.todo
        )
        self.args = ("\n".join(str(error) for error in self.errors),)


class FactError(KoersError):
    """A fact, value, date or name that cannot be; the message names the nearest valid thing."""
