"""From what a person types to a value: `38,5`, `20-30`, `4/5`, `3 jaar`, `1/9/2021`, `2021`.

Here is spelling. Whether the value can be is decided where every value is: in `statements`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from koers.cli.days import real_day

if TYPE_CHECKING:
    from koers.engine.facts import Fact
    from koers.engine.values import Stated


class NotUnderstood(Exception):
    """What was typed is no answer; the message is a sentence for the person."""


def read_typed(fact: Fact, text: str) -> Stated:
    """The value of a fact that takes a number, a day or a code. Raises NotUnderstood."""
    from koers.engine.errors import FactError
    from koers.engine.nodes import Kind
    from koers.engine.statements import SCHOOL_YEAR, read_value

    given = " ".join(text.lower().replace("–", "-").split())
    if fact.kind is Kind.DAY:
        raw: object = _range(given, _day, DAY_HELP)
    elif fact.kind is Kind.CHOICE:
        raw = re.sub(r"^(pc|paritair comité|nr\.?|nummer)\s*", "", given).replace(",", ".")
    elif fact.unit == SCHOOL_YEAR:
        raw = re.sub(r"\s*[-/]\s*", "-", given)
    else:
        raw = _range(given, lambda part: _number(fact, part), NUMBER_HELP)
    try:
        return read_value(fact, raw)
    except FactError as error:
        raise NotUnderstood(_plain(fact, str(error))) from None


NUMBER_HELP = "Tik een getal, bijvoorbeeld 24. Of tik twee getallen als je twijfelt: 20-30."
DAY_HELP = "Tik een datum, bijvoorbeeld 1/9/2026. Alleen het jaar mag ook: 2026."

_LEAST = re.compile(r"^(?:minstens|meer dan|vanaf|sinds|na) (.+)$|^(.+?)\+$")
_MOST = re.compile(r"^(?:hoogstens|minder dan|ten hoogste|tot|voor) (.+)$")
_ABOUT = re.compile(r"^(?:ongeveer|rond|circa|ca\.?|tussen) ")
_APART = re.compile(r"\s*(?:-|\btot\b|\ben\b|\bà\b)\s*")

Part = tuple[object, object]
"""The lowest and the highest value that a part may mean."""


def _range(given: str, read: Callable[[str], Part | None], help_text: str) -> object:
    """One value, or a mapping with `from` and `to`."""
    whole = read(given)
    if whole is not None:
        return _as_raw(*whole)
    low, high = _LEAST.match(given), _MOST.match(given)
    if low is not None:
        part = read(low[1] or low[2])
        if part is not None:
            return {"from": part[0]}
    if high is not None:
        part = read(high[1])
        if part is not None:
            return {"to": part[1]}
    ends = _APART.split(_ABOUT.sub("", given))
    parts = [read(end) for end in ends]
    known = [part for part in parts if part is not None]
    if len(known) != len(ends) or len(known) not in (1, 2):
        raise NotUnderstood(f"Dat begrijp ik niet. {help_text}")
    if len(known) == 2 and "jaar" in ends[1] and "jaar" not in ends[0]:
        first = read(f"{ends[0]} jaar")
        known[0] = first if first is not None else known[0]
    return _as_raw(known[0][0], known[-1][1])


def _as_raw(low: object, high: object) -> object:
    return low if low == high else {"from": low, "to": high}


# Numbers -------------------------------------------------------------------------------------

_UNIT_WORDS = re.compile(
    r"(€|euro|eur|%|procent|uur|uren|lestijden|studiepunten|punten|maanden|maand|dagen|dag|weken|"
    r"mensen|personen|werknemers|examens|cheques|keer|kinderen|kind|jaar|vte)\.?$"
)
_THOUSANDS = re.compile(r"^\d{1,3}(\.\d{3})+(,\d+)?$")
_PLAIN = re.compile(r"^-?\d+([.,]\d+)?$")
_YEARS = re.compile(r"^(\d+(?:[.,]5)?) ?jaar(?: (?:en )?(\d+) ?maand(?:en)?)?$")
MOST_DIGITS = 12
_FRACTION = re.compile(r"^(\d{1,2}) ?/ ?(\d{1,2})(?: ?de)?$")
_WORDS = {"voltijds": 100, "voltijd": 100, "halftijds": 50, "halftijd": 50, "niets": 0, "niet": 0}
_NOTHING = {"niets": 0, "geen": 0, "nul": 0, "nooit": 0, "nog niets": 0, "nog geen": 0}


def _number(fact: Fact, given: str) -> Part | None:
    if fact.unit == "%":
        found = _FRACTION.match(given)
        if given in _WORDS:
            return _exactly(Decimal(_WORDS[given]))
        if found is not None and int(found[2]) > 0:
            return _exactly(round(Decimal(int(found[1]) * 100) / int(found[2]), 2))
    if fact.unit == "months" and (years := _YEARS.match(given)) is not None:
        months = int(Decimal(years[1].replace(",", ".")) * 12)
        rest = years[2]
        # "3 jaar" is rarely 36 months to the day; "3 jaar en 2 maanden" is meant exactly.
        return _exactly(months + int(rest)) if rest else (months, months + 11 - months % 12)
    if given in _NOTHING:
        return _exactly(0)
    plain = _UNIT_WORDS.sub("", given.removeprefix("€").strip()).strip()
    if fact.unit != "years" and given.endswith("jaar"):
        return None
    if _THOUSANDS.match(plain):
        plain = plain.replace(".", "")
    if not _PLAIN.match(plain) or len(plain) > MOST_DIGITS:
        return None
    number = Decimal(plain.replace(",", "."))
    return _exactly(int(number) if number == int(number) else number)


def _exactly(value: object) -> Part:
    return value, value


# Days ----------------------------------------------------------------------------------------

_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_FULL = re.compile(r"^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_MONTH_YEAR = re.compile(r"^(\d{1,2})[/-](\d{4})$")
_YEAR = re.compile(r"^(\d{4})$")
_NAMED = re.compile(r"^(?:(\d{1,2}) )?([a-z]{3,9})\.? (\d{4})$")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def _day(given: str) -> Part | None:
    """The first and the last day that is meant; None when it is no day."""
    year, month, day = _parts(given)
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        return None
    if day is None:
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), date.fromordinal(after.toordinal() - 1)
    found = real_day(year, month, day)
    if found is None:
        raise NotUnderstood(f"De dag {given} bestaat niet. {DAY_HELP}")
    return _exactly(found)


def _parts(given: str) -> tuple[int | None, int | None, int | None]:
    if found := _FULL.match(given):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _ISO.match(given):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _MONTH_YEAR.match(given):
        return int(found[2]), int(found[1]), None
    if found := _YEAR.match(given):
        return int(found[1]), None, None
    if (found := _NAMED.match(given)) and _month(found[2]):
        return int(found[3]), _month(found[2]), int(found[1]) if found[1] else None
    return None, None, None


def _month(name: str) -> int | None:
    name = "maa" if name.startswith("mrt") else name[:3]
    return _MONTHS.index(name) + 1 if name in _MONTHS else None


# Refusals ------------------------------------------------------------------------------------


def _plain(fact: Fact, sentence: str) -> str:
    """The engine's refusal without the name of the fact, and in the words of a conversation."""
    from koers.engine.nodes import Kind

    if fact.kind is Kind.CHOICE:
        return "Dat nummer ken ik niet. Tik drie cijfers, bijvoorbeeld 200, of 149.01."
    if "geen geheel getal" in sentence:
        return "Dat kan niet. Tik een getal zonder komma."
    if "schooljaar" in sentence:
        return "Dat is geen schooljaar. Tik bijvoorbeeld 2006-2007."
    if "van hoog naar laag" in sentence:
        return "Tik eerst het laagste getal, dan het hoogste. Bijvoorbeeld 20-30."
    if fact.low is not None and fact.high is not None:
        return f"Dat kan niet. Tik een getal van {fact.low} tot {fact.high}."
    return f"Dat kan niet. Tik {fact.low or 0} of meer."
