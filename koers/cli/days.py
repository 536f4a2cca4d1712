"""The day a question is asked for, as it is typed after `--on`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from koers.cli.dutch import BadInput

LAST_YEAR = 2100
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_BELGIAN = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


def day_asked(text: str, *, where: str) -> date:
    """A day from 2019-01-01 on. Raises BadInput with the nearest day that can be."""
    from koers.engine.parameters import FIRST_DAY

    found = _ISO.match(text.strip())
    if found is None:
        raise BadInput(
            f"{where}: {text!r} is geen dag. Schrijf {_suggested(text) or 'jaar-maand-dag'}"
            f"{'' if _suggested(text) else ', bijvoorbeeld 2026-09-01'}."
        )
    day = real_day(*(int(part) for part in found.groups()))
    if day is None:
        raise BadInput(f"{where}: {text} bestaat niet. Bedoelde je {nearest_day(text)}?")
    if day < FIRST_DAY:
        raise BadInput(f"{where}: Koers kent de regels pas vanaf {FIRST_DAY}. {text} is vroeger.")
    if day.year > LAST_YEAR:
        raise BadInput(f"{where}: {text} ligt te ver. Kies een dag tot en met {LAST_YEAR}-12-31.")
    return day


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar does not have it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_day(text: str) -> str:
    """The last day of the month, or of the year, for an ISO day that does not exist."""
    found = _ISO.match(text)
    year, month, day = (int(part) for part in found.groups()) if found else (0, 0, 0)
    year = max(year, 1)
    month = min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), monthrange(year, month)[1])).isoformat()


def _suggested(text: str) -> str:
    found = _BELGIAN.match(text.strip())
    day = real_day(int(found[3]), int(found[2]), int(found[1])) if found else None
    return "" if day is None else day.isoformat()
