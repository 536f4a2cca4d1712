"""People for the tests of this folder, and words to ask them things."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from koers.engine.intervals import number
from koers.engine.values import ABSENT, Stated
from koers.population.profiles import AS_OF, made_people
from koers.rulebook.facts.consequences import HAS_EMPLOYER

Person = Mapping[str, Stated]
SEED = 20261122


@cache
def people(n: int = 5000) -> list[dict[str, Stated]]:
    """The same people for all tests."""
    return made_people(n, SEED)


def count(person: Person, name: str) -> int:
    """A number that is always whole and always there."""
    value = person[name]
    assert isinstance(value, int)
    return value


def amount(person: Person, name: str) -> float:
    """A number that is always there."""
    return float(number(person[name]))  # type: ignore[arg-type]


def works_for_somebody(person: Person) -> bool:
    """Is there an employer?"""
    return person["employment.status"] in HAS_EMPLOYER


def months_since_start(person: Person) -> int:
    """Full months since the contract began; 0 without an employer."""
    start = person["employment.contract_start"]
    if start is ABSENT:
        return 0
    assert isinstance(start, date)
    months = 12 * (AS_OF.year - start.year) + AS_OF.month - start.month
    return months - (start.day > AS_OF.day)
