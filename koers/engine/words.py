"""Values in Dutch words: numbers, units, ranges, days, what is known of a fact, the four answers.

What lives here is spelling. Which value it is and why is in `assess`; whole sentences are in
`explain`. Nothing is rounded but what is written: euros whole when whole, else with two decimals;
other numbers, and euros per hour or kilometre, with up to four decimals as they are, else two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from koers.engine.assessment import Answer, Origin
from koers.engine.facts import Fact
from koers.engine.nodes import Choose, Day, Kind, Node, Nothing, Number
from koers.engine.statements import SCHOOL_YEAR
from koers.engine.values import ABSENT, UNKNOWN, Between, Dated, OneOf, Stated, Truth

NOT_KNOWN: Final = "nog niet geweten"
"""Not known of the person: a question can solve it."""
NOT_KNOWN_IN_LAW: Final = "nog niet gekend"
"""Not known of the law: no question to a person solves it."""
DOES_NOT_EXIST: Final = "bestaat niet"

LONG_AGO: Final = 1900
"""The year of what has no beginning."""
_EXACT_DECIMALS: Final = 4
_MONEY: Final = frozenset({"EUR", "EUR/day", "EUR/month", "EUR/year"})
_CENT: Final = Decimal("0.01")

MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip

_UNITS: Final = {
    "EUR": ("euro", "euro"),
    "h": ("uur", "uur"),
    "%": ("%", "%"),
    "sp": ("studiepunt", "studiepunten"),
    "lestijd": ("lestijd", "lestijden"),
    "school_year": ("schooljaar", "schooljaren"),
    "exams": ("examen", "examens"),
    "vouchers": ("cheque", "cheques"),
    "day": ("dag", "dagen"),
    "days": ("dag", "dagen"),
    "week": ("week", "weken"),
    "weeks": ("week", "weken"),
    "month": ("maand", "maanden"),
    "months": ("maand", "maanden"),
    "year": ("jaar", "jaar"),
    "years": ("jaar", "jaar"),
    "times": ("keer", "keer"),
    "km": ("kilometer", "kilometer"),
    "FTE": ("voltijdse eenheid", "voltijdse eenheden"),
    "persons": ("persoon", "personen"),
    "children": ("kind", "kinderen"),
}
_PERIODS: Final = {
    "once": "één keer",
    "hour": "per uur",
    "day": "per dag",
    "week": "per week",
    "month": "per maand",
    "semester": "per semester",
    "year": "per jaar",
    "calendar_year": "per kalenderjaar",
    "school_year": "per schooljaar",
    "training": "per opleiding",
    "module": "per module",
    "cheque": "per cheque",
}


# What the engine answers, in words -----------------------------------------------------------

VERDICTS: Final = {
    Truth.YES: "in orde",
    Truth.NO: "niet in orde",
    Truth.UNKNOWN: NOT_KNOWN,
}
ORIGINS: Final = {
    Origin.STATED: "jouw antwoord",
    Origin.IMPLIED: "volgt uit een ander antwoord",
    Origin.DERIVED: "volgt uit een ander antwoord",
    Origin.ASSUMED: "daar gingen we van uit",
    Origin.UNKNOWN: NOT_KNOWN,
}
STATUSES: Final = {
    "official": "officiële bron",
    "secondary": "andere bron",
    "derived": "eigen afleiding",
}
REFERENCES: Final = {
    "training_start": "de eerste dag van de opleiding",
    "module_start": "de eerste dag van de module",
    "course_start": "de eerste dag van de cursus",
    "course_end": "de laatste dag van de cursus",
    "application": "de dag van de aanvraag",
    "request": "de dag van de vraag",
    "notice": "de dag van de kennisgeving",
    "month_paid": "de maand waarvoor je betaald wordt",
    "travel_day": "de dag van de verplaatsing",
    "contract_start": "de eerste dag van het contract",
    "licence_date": "de datum van het rijbewijs",
    "dismissal": "de dag van het ontslag",
    "academic_year": "het academiejaar",
    "income_year": "het inkomstenjaar",
    "school_year": "het schooljaar",
    "calendar_year": "het kalenderjaar",
    "day_asked": "de dag waarvoor je het vraagt",
}
HEADLINES: Final = {
    "right": {
        Answer.ENTITLED: "Je hebt hier recht op.",
        Answer.ENTITLED_IF_TRAINING_QUALIFIES: "Je hebt hier recht op, als je opleiding meetelt.",
        Answer.UNKNOWN: "Misschien heb je hier recht op.",
        Answer.NOT_ENTITLED: "Je hebt hier nu geen recht op.",
    },
    "employer_right": {
        Answer.ENTITLED: "De onderneming heeft hier recht op.",
        Answer.ENTITLED_IF_TRAINING_QUALIFIES: (
            "De onderneming heeft hier recht op, als de opleiding meetelt."
        ),
        Answer.UNKNOWN: "Misschien heeft de onderneming hier recht op.",
        Answer.NOT_ENTITLED: "De onderneming heeft hier nu geen recht op.",
    },
    "duty": {
        Answer.ENTITLED: "Deze plicht geldt.",
        Answer.ENTITLED_IF_TRAINING_QUALIFIES: "Deze plicht geldt, als de opleiding meetelt.",
        Answer.UNKNOWN: "Misschien geldt deze plicht.",
        Answer.NOT_ENTITLED: "Deze plicht geldt nu niet.",
    },
    "other": {
        Answer.ENTITLED: "Dit geldt voor jou.",
        Answer.ENTITLED_IF_TRAINING_QUALIFIES: "Dit geldt voor jou, als je opleiding meetelt.",
        Answer.UNKNOWN: "Misschien geldt dit voor jou.",
        Answer.NOT_ENTITLED: "Dit geldt nu niet voor jou.",
    },
}
NO_ANSWER: Final = "Dit is geen recht op zich. Andere regels gebruiken het."
"""For definitions and other incentives without a yes or no."""


# Numbers -------------------------------------------------------------------------------------


def number(value: Decimal | int, unit: str = "") -> str:
    """A number without its unit: `1.192,80` for EUR, `93,75`, `80`."""
    exact = Decimal(value)
    decimals = _decimals(exact)
    if decimals > (2 if unit in _MONEY else _EXACT_DECIMALS):
        exact = exact.quantize(_CENT, rounding=ROUND_HALF_UP)
        decimals = _decimals(exact)
    if decimals and unit.startswith("EUR"):
        decimals = max(decimals, 2)
    return f"{exact:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # infinite bounds are handled before they are written
    return max(0, -exponent)


def unit_name(unit: str, *, one: bool = False) -> str:
    """A unit of the engine in words: `EUR/month` is `euro per maand`; the empty string for none."""
    above, *below = unit.split("/")
    names = [_named(part, one=one) for part in above.split("*") if part not in ("", "1")]
    return " ".join([" maal ".join(names), *(f"per {_named(part, one=True)}" for part in below)])


def _named(unit: str, *, one: bool) -> str:
    singular, plural = _UNITS.get(unit, (unit, unit))
    return singular if one else plural


def _with_unit(written: str, unit: str, *, one: bool = False) -> str:
    name = unit_name(unit, one=one)
    space = "" if name.startswith("%") else " "
    return f"{written}{space}{name}".strip()


def amount(value: Decimal | int, unit: str) -> str:
    """A number with its unit: `14,91 euro`, `80%`, `28 uur per week`, `2008-2009`."""
    if unit == SCHOOL_YEAR:
        return school_year(int(value))
    return _with_unit(number(value, unit), unit, one=abs(value) == 1)


def between(low: Decimal | int | None, high: Decimal | int | None, unit: str) -> str:
    """A number that lies between bounds; None is an open end, and 0 is no bound from below."""
    if low is not None and low == high:
        return amount(low, unit)
    if not low:
        return NOT_KNOWN if high is None else f"hoogstens {amount(high, unit)}"
    if high is None:
        return f"minstens {amount(low, unit)}"
    if unit == SCHOOL_YEAR:
        return f"tussen {school_year(int(low))} en {school_year(int(high))}"
    return f"tussen {number(low, unit)} en {amount(high, unit)}"


def period(name: str) -> str:
    """Per what an amount is given; the empty string when it is not said."""
    return _PERIODS.get(name, f"per {name}") if name else ""


# Days ----------------------------------------------------------------------------------------


def day(value: date) -> str:
    """A day: `1 september 2025`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def span(since: date | None, until: date | None) -> str:
    """A period of the law, `vanaf ... tot en met ...`; a year before 1901 has no beginning."""
    first = "" if since is None or since.year <= LONG_AGO else f"vanaf {day(since)}"
    last = "" if until is None else f"tot en met {day(until)}"
    return " ".join(part for part in (first, last) if part) or "altijd"


def school_year(first: int) -> str:
    """The school year that begins in a year: `2008-2009`."""
    return f"{first}-{first + 1}"


def days_between(first: date | None, last: date | None) -> str:
    """A day that lies between two days; None is an open end. A whole year or month by its name."""
    if first is None or last is None:
        if last is not None:
            return f"ten laatste {day(last)}"
        return NOT_KNOWN if first is None else f"ten vroegste {day(first)}"
    if first == last:
        return day(first)
    after = last + timedelta(days=1) if last < date.max else last
    if first.day == after.day == 1:
        if (first.month, after.month, first.year + 1) == (1, 1, after.year):
            return f"in {first.year}"
        if after.toordinal() - first.toordinal() <= 31:
            return f"in {MONTHS[first.month - 1]} {first.year}"
    return f"tussen {day(first)} en {day(last)}"


# The law -------------------------------------------------------------------------------------


def law_value(node: Node | None, unit: str, *, bare: bool = False) -> str:
    """A value of the law; `bare` without its unit, for inside a text that has its own."""
    match node:
        case Number(value):
            return number(value, unit) if bare else amount(value, unit)
        case Day(value):
            return day(value)
        case Choose(value):
            return str(value)
        case Nothing():
            return f"({DOES_NOT_EXIST})"
        case _:
            return f"({NOT_KNOWN_IN_LAW})"


# Lists ---------------------------------------------------------------------------------------


def listed(items: Iterable[str], last: str = "en") -> str:
    """Some things in one sentence: `a, b en c`."""
    *before, final = items
    return f"{', '.join(before)} {last} {final}" if before else final


# Facts ---------------------------------------------------------------------------------------


def fact_value(fact: Fact, value: Stated | None) -> str:
    """What is known of a fact: its label, a number, a day, a range, or that it is not known."""
    if value is None or value is UNKNOWN:
        return NOT_KNOWN
    match value:
        case Dated(inner, on):
            return f"{fact_value(fact, inner)} (op {day(on)})"
        case OneOf(values):
            return _one_of(fact, values)
        case Between(low, high):
            return _interval(fact, low, high)
        case _:
            return _scalar(fact, value)


def _scalar(fact: Fact, value: object) -> str:
    if value is ABSENT:
        return DOES_NOT_EXIST
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, (int, float, Decimal)):
        return amount(Decimal(str(value)), _unit_beside_label(fact))
    word = str(value)
    return word if fact.enumeration is None else fact.enumeration.values.get(word, word)


def _one_of(fact: Fact, values: Iterable[object]) -> str:
    known = frozenset(values)
    if fact.domain is not None and known >= fact.domain - {ABSENT}:
        return NOT_KNOWN
    order = [True, False, *(fact.words or ()), ABSENT]
    first = [word for word in order if word in known]
    rest = sorted(str(word) for word in known - set(first))
    return listed([_scalar(fact, word) for word in [*first, *rest]], "of")


def _interval(fact: Fact, low: object, high: object) -> str:
    if fact.kind is Kind.DAY:
        first, last = (end if isinstance(end, date) else None for end in (low, high))
        return days_between(first, last)
    least, most = (None if end is None else Decimal(str(end)) for end in (low, high))
    if least != most:
        least, most = (None if least == fact.low else least, None if most == fact.high else most)
    return between(least, most, _unit_beside_label(fact))


def _unit_beside_label(fact: Fact) -> str:
    """The unit to write after a value: none when the label says it (`studiepunten: 20`)."""
    named = unit_name(fact.unit)
    return "" if re.search(rf"\b{re.escape(named)}\b", fact.label) else fact.unit


def fact_seen(fact: Fact, text: str) -> str:
    """The same, from the text in which an assessment stores what it saw of a fact."""
    if fact.kind is Kind.CHOICE:
        words = frozenset(_word(fact, part) for part in text.split(" / "))
        if "..." in words:
            return NOT_KNOWN
        return _one_of(fact, words) if len(words) > 1 else _scalar(fact, *words)
    if text == ABSENT.value:
        return DOES_NOT_EXIST
    found = text.removesuffix(f" / {ABSENT.value}")
    low, _, high = found.partition("..")
    words_found = _interval(fact, _stored(fact, low), _stored(fact, high or low))
    if found == text or words_found == NOT_KNOWN:
        return words_found
    return f"{words_found}, of {DOES_NOT_EXIST}"


def _word(fact: Fact, text: str) -> object:
    if text == ABSENT.value:
        return ABSENT
    return text == "true" if fact.yes_no else text


def _stored(fact: Fact, text: str) -> Decimal | date | None:
    """One end of a stored range; None for an end without a bound."""
    try:
        if fact.kind is Kind.DAY:
            return date.fromisoformat(text)
        value = Decimal(text)
    except (ValueError, InvalidOperation):
        return None
    return value if value.is_finite() else None
