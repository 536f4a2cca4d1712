"""From what a user gives to canonical facts. The boundary: behind it every value is right.

A mapping of dotted names to values, as in case files and FACTS.yaml:

- `null` or the word `unknown` is an explicit "I don't know"; `absent` says that the thing does
  not exist, where the fact allows that;
- `{from: , to: }` and lists are partial values; a year or month stands for all its days;
- `{value: , on: }` is a value with the day on which it was true;
- a list for a fact that is counted in a list is reduced to the numbers that rules see.

Everything else raises FactError, with a Dutch sentence that names the nearest valid thing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any

from koers.engine.errors import FactError
from koers.engine.facts import Fact, Vocabulary
from koers.engine.nodes import Kind
from koers.engine.values import ABSENT, UNKNOWN, Between, Dated, OneOf, Scalar, Special, Stated

SCHOOL_YEAR = "school_year"
LARGEST, DECIMALS = 10**12, 6
"""No number about a person or a firm is larger or finer."""
_SCHOOL_YEAR = re.compile(r"^(\d{4})-(\d{4})$")
_PART_OF_YEAR = re.compile(r"^(\d{4})(?:-(\d{2}))?$")


def read_facts(raw: Mapping[Any, Any], vocabulary: Vocabulary) -> dict[str, Stated]:
    """Canonical facts by dotted name.

    Raises FactError for a name that does not exist or a value that cannot be.
    """
    facts: dict[str, Stated] = {}
    for given, value in raw.items():
        name = _name(given, vocabulary)
        fact = vocabulary.facts[name]
        if name in facts:
            raise FactError(f"{name} staat er twee keer in, ook als {given}. Houd er één.")
        if fact.listed and _is_list(fact, value):
            facts |= _reduced(fact, value, vocabulary, raw)
        else:
            facts[name] = read_value(fact, value)
    return facts


def _is_list(fact: Fact, value: Any) -> bool:
    """Is it given as a list? A single word is a list of one; a single number is no list."""
    if isinstance(value, (list, Mapping)):
        return not set(value) & {"on", "from", "to"} or isinstance(value, list)
    return value == ABSENT.value or (fact.kind is Kind.CHOICE and value not in (None, "unknown"))


def _name(given: Any, vocabulary: Vocabulary) -> str:
    name = vocabulary.accepts_name.get(given, given) if isinstance(given, str) else given
    if isinstance(name, str) and name in vocabulary.facts:
        return name
    raise FactError(f"Het gegeven {given!r} bestaat niet. {_nearest(str(given), vocabulary.facts)}")


def _nearest(given: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = get_close_matches(given, names, n=2, cutoff=0.6)
    if not near:
        near = [name for name in names if name.split(".")[-1] == given.split(".")[-1]][:2]
    if near:
        return f"Bedoelde je {' of '.join(near)}?"
    return "`koers rulebook --facts` toont alle gegevens."


def read_value(fact: Fact, value: Any) -> Stated:
    """One value of one fact, canonical. Raises FactError when it cannot be."""
    if value is None or value == "unknown" or value is UNKNOWN:
        return UNKNOWN
    if isinstance(value, Mapping):
        return _from_mapping(fact, value)
    if isinstance(value, (list, set, frozenset, tuple, OneOf)):
        return _from_list(fact, list(value.values if isinstance(value, OneOf) else value))
    return _scalar(fact, value)


def _from_mapping(fact: Fact, value: Mapping[Any, Any]) -> Stated:
    keys = set(value)
    if keys == {"value", "on"}:
        on = _exact_day(fact, value["on"])
        dated = read_value(fact, value["value"])
        if isinstance(dated, Dated):
            raise FactError(f"{fact.name}: de waarde heeft twee datums. Geef er één.")
        return Dated(dated, on)
    if not keys or not keys <= {"from", "to"}:
        raise FactError(
            f"{fact.name}: {{{', '.join(map(str, sorted(keys, key=str)))}}} ken ik niet. "
            "Schrijf {from: …, to: …} voor een bereik of {value: …, on: …} voor een waarde met "
            "een datum."
        )
    if fact.kind is Kind.CHOICE:
        raise FactError(
            f"{fact.name}: een bereik kan alleen bij een getal of een datum. Geef een lijst van "
            "mogelijke waarden."
        )
    low, high = (
        None if value.get(key) is None else _scalar(fact, value[key]) for key in ("from", "to")
    )
    low = low.low if isinstance(low, Between) else low
    high = high.high if isinstance(high, Between) else high
    if isinstance(low, Special) or isinstance(high, Special):
        raise FactError(f"{fact.name}: de grenzen van een bereik zijn getallen of datums.")
    if low is not None and high is not None and low > high:  # type: ignore[operator]
        raise FactError(
            f"{fact.name}: het bereik loopt van hoog naar laag. Zet `from` op de laagste waarde."
        )
    if low is not None and low == high:
        return low
    return Between(low, high)  # type: ignore[arg-type]


def _from_list(fact: Fact, values: list[Any]) -> Stated:
    if not values:
        raise FactError(f"{fact.name}: de lijst is leeg. Geef minstens één mogelijke waarde.")
    scalars = [_scalar(fact, value) for value in values]
    if fact.kind is Kind.CHOICE:
        words: set[Any] = set()
        for scalar in scalars:
            words |= scalar.values if isinstance(scalar, OneOf) else {scalar}
        return OneOf(frozenset(words)) if len(words) > 1 else words.pop()
    if any(isinstance(scalar, Special) for scalar in scalars):
        raise FactError(f"{fact.name}: een lijst van mogelijke waarden bevat alleen waarden.")
    lows = [one.low if isinstance(one, Between) else one for one in scalars]
    highs = [one.high if isinstance(one, Between) else one for one in scalars]
    low, high = min(lows), max(highs)  # type: ignore[type-var]
    return low if low == high else Between(low, high)  # type: ignore[arg-type, return-value]


def _scalar(fact: Fact, value: Any) -> Stated:
    if value == "absent" or value is ABSENT:
        return _absent(fact)
    if fact.kind is Kind.DAY:
        return _day(fact, value)
    if fact.kind is Kind.NUMBER:
        return _number(fact, value)
    if fact.yes_no:
        if isinstance(value, bool):
            return value
        raise FactError(f"{fact.name}: {value!r} is geen ja of nee. Schrijf true of false.")
    return _word(fact, value)


def _absent(fact: Fact) -> Stated:
    if fact.absent is ABSENT:
        return ABSENT
    if fact.absent == 0:
        return 0
    raise FactError(
        f"{fact.name}: dit gegeven bestaat altijd, het kan niet `absent` zijn. Geef een waarde, "
        "of `unknown` als je het niet weet."
    )


def _word(fact: Fact, value: Any) -> Scalar:
    if not isinstance(value, str):
        raise FactError(
            f"{fact.name}: {value!r} is geen tekst. Zet de waarde tussen aanhalingstekens, "
            f'bijvoorbeeld "{value}".'
        )
    if fact.words is None:
        value = value if fact.enumeration is None else fact.enumeration.accepts.get(value, value)
        if fact.pattern is not None and not re.match(fact.pattern, value):
            raise FactError(f"{fact.name}: {value!r} heeft niet de juiste vorm ({_shape(fact)}).")
        return str(value)
    assert fact.enumeration is not None
    word = fact.enumeration.accepts.get(value, value)
    if word not in fact.words:
        near = get_close_matches(value, fact.words, n=1, cutoff=0.5)
        hint = f"Bedoelde je {near[0]}? " if near else ""
        raise FactError(
            f"{fact.name}: {value!r} is geen mogelijke waarde. {hint}"
            f"Mogelijk zijn: {', '.join(fact.words)}."
        )
    return word


def _shape(fact: Fact) -> str:
    if "joint_committee" in fact.name:
        return 'een nummer als "200" of "149.01"'
    return fact.pattern or ""


def _number(fact: Fact, value: Any) -> Scalar:
    if fact.unit == SCHOOL_YEAR:
        return _school_year(fact, value)
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        hint = ""
        if _looks_numeric(value):
            plain = not set(str(value)) & set("eE")
            how = f"{value} zonder aanhalingstekens" if plain else "het getal voluit, zonder e"
            hint = f" Schrijf {how}."
        raise FactError(f"{fact.name}: {value!r} is geen getal.{hint}")
    number: int | Decimal = value if isinstance(value, int) else Decimal(str(value))
    if isinstance(number, Decimal) and not number.is_finite():
        raise FactError(f"{fact.name}: {value} is geen getal. Geef een gewoon getal.")
    if not -LARGEST < number < LARGEST:
        raise FactError(f"{fact.name}: dat getal is te groot. Geef een getal onder {LARGEST}.")
    if number != round(number, DECIMALS):
        raise FactError(
            f"{fact.name}: {value} heeft te veel cijfers na de punt. Geef er hoogstens {DECIMALS}."
        )
    if fact.whole and number != int(number):
        raise FactError(f"{fact.name}: {value} is geen geheel getal.")
    if isinstance(number, Decimal) and number == int(number):
        number = int(number)
    if (fact.low is not None and number < fact.low) or (
        fact.high is not None and number > fact.high
    ):
        raise FactError(f"{fact.name}: {value} kan niet. {_limits(fact)}")
    return number


def _limits(fact: Fact) -> str:
    unit = "" if fact.unit in ("", "1") else f" {fact.unit}"
    if fact.high is None:
        return f"Het is minstens {fact.low}{unit}."
    if fact.low is None:
        return f"Het is hoogstens {fact.high}{unit}."
    return f"Het ligt tussen {fact.low} en {fact.high}{unit}."


def _looks_numeric(value: Any) -> bool:
    try:
        Decimal(str(value))
    except InvalidOperation:
        return False
    return True


def _school_year(fact: Fact, value: Any) -> Scalar:
    found = _SCHOOL_YEAR.match(value) if isinstance(value, str) else None
    if found is None or int(found[2]) != int(found[1]) + 1 or not 1900 <= int(found[1]) <= 2200:
        raise FactError(f'{fact.name}: {value!r} is geen schooljaar. Schrijf het als "2008-2009".')
    return int(found[1])


def _day(fact: Fact, value: Any) -> Stated:
    if isinstance(value, datetime):
        raise FactError(f"{fact.name}: geef een dag zonder uur, bijvoorbeeld 2026-09-01.")
    if isinstance(value, date):
        return value
    part = _PART_OF_YEAR.match(str(value)) if not isinstance(value, bool) else None
    if part is not None:
        return _part_of_year(fact, int(part[1]), part[2])
    return _exact_day(fact, value)


def _part_of_year(fact: Fact, year: int, month: str | None) -> Stated:
    first, last = (1, 12) if month is None else (int(month), int(month))
    if not 1 <= first <= 12 or not 1900 <= year <= 2200:
        raise FactError(f"{fact.name}: die datum bestaat niet. Schrijf bijvoorbeeld 2026-09-01.")
    return Between(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _exact_day(fact: Fact, value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return read_day(value, fact.name)


def read_day(value: Any, what: str) -> date:
    """A day written as 2026-09-01. Raises FactError when there is no such day."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise FactError(
            f"{what}: {value!r} is geen bestaande dag. Schrijf bijvoorbeeld 2026-09-01."
        ) from None


def _reduced(
    fact: Fact, given: Any, vocabulary: Vocabulary, raw: Mapping[Any, Any]
) -> dict[str, Stated]:
    """What rules see of a list; nothing of it is known when one of its items is not."""
    wanted = [one for one in vocabulary.reductions if one.source == fact.name]
    none = given == ABSENT.value and fact.absent is ABSENT
    if none and all(one.none is None for one in wanted):
        return {fact.name: ABSENT}
    found: dict[str, Stated] = {}
    for one in wanted:
        items = [] if none else [_item(fact, value) for value in _items(fact, given, one.keys)]
        if one.fact in raw:
            continue
        if UNKNOWN in items:
            found[one.fact] = UNKNOWN
        else:
            found[one.fact] = one.how(items) if items or one.none is None else one.none
    return found


def _items(fact: Fact, given: Any, keys: frozenset[str]) -> list[Any]:
    """The items of a list that count; with keys those of a mapping, 0 where one has no item."""
    if not keys:
        values = given if isinstance(given, list) else [given]
        what = "waarde" if fact.kind is Kind.CHOICE else "getal"
        if not values:
            raise FactError(f"{fact.name}: de lijst is leeg. Geef minstens één {what}.")
        return values
    if not isinstance(given, Mapping):
        example = ", ".join(f'"{key}": 20' for key in sorted(keys))
        raise FactError(f"{fact.name}: geef per jaar een getal, zoals {{{example}}}.")
    wrong = sorted(str(key) for key in given if not re.fullmatch(r"\d{4}", str(key)))
    if wrong:
        raise FactError(f"{fact.name}: {wrong[0]!r} is geen jaar. Schrijf het als 2024.")
    named = {str(key): value for key, value in given.items()}
    return [named.get(key, 0) for key in sorted(keys)]


def _item(fact: Fact, value: Any) -> Any:
    if value is None or value == "unknown":
        return UNKNOWN
    if fact.kind is Kind.CHOICE:
        return _word(fact, value)
    return Decimal(str(_number(fact, value)))
