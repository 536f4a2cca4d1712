"""Fifty trainings by twelve people: the price and the paid hours equal a hand calculation.

The table is in `prices/pays.csv` and `prices/hours.csv`; how each figure was found stands in
`prices/calculation.md`. A cell is one number, or `low..high`; an empty high means no bound.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from koers.engine.combination import Range
from koers.engine.combine import combine
from koers.engine.reading import read_yaml
from koers.engine.statements import read_facts
from koers.rulebook import RULEBOOK
from koers.rulebook.combinations import COMBINATIONS

FOLDER = Path(__file__).parent / "prices"


def _table(name):
    """The cells of a table: by training, then by person."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        rows = {row.pop("training"): row for row in csv.DictReader(lines)}
    return {
        training: {person: _cell(text) for person, text in row.items()}
        for training, row in rows.items()
    }


def _cell(text):
    low, dots, high = text.partition("..")
    if not dots:
        return Range(Decimal(low), Decimal(low))
    return Range(Decimal(low), Decimal(high) if high else None)


PEOPLE = {name: one["facts"] for name, one in read_yaml(FOLDER / "people.yaml").items()}
OFFER = read_yaml(FOLDER / "trainings.yaml")
TRAININGS = OFFER["trainings"]
PAYS, HOURS = _table("pays.csv"), _table("hours.csv")


def facts_of(person, training):
    """What is known of one person and one training."""
    one = TRAININGS[training]
    about = {f"training.{name}": value for name, value in (OFFER["common"] | one["facts"]).items()}
    about["provider.kmop_registered"] = one.get("kmop", False)
    return read_facts({**about, **PEOPLE[person]}, RULEBOOK.vocabulary)


def best_for(person, training):
    """The best combination, asked on the first day of the training."""
    on = TRAININGS[training]["facts"]["start_date"]
    return combine(RULEBOOK, COMBINATIONS, facts_of(person, training), on=on).best


def test_there_are_fifty_trainings_and_twelve_people():
    assert (len(TRAININGS), len(PEOPLE)) == (50, 12)
    for table in (PAYS, HOURS):
        assert list(table) == list(TRAININGS)
        assert all(list(row) == list(PEOPLE) for row in table.values())


@pytest.mark.parametrize("training", TRAININGS)
def test_the_price_and_the_hours_equal_the_hand_calculation(training):
    best = {person: best_for(person, training) for person in PEOPLE}

    assert {person: _told(one.pays) for person, one in best.items()} == {
        person: _told(one) for person, one in PAYS[training].items()
    }
    assert {person: _told(one.hours) for person, one in best.items()} == {
        person: _told(one) for person, one in HOURS[training].items()
    }


def _told(amount):
    """A range as it stands in the table."""
    low, high = _written(amount.low), _written(amount.high)
    return low if low == high else f"{low}..{high}"


def _written(end):
    return "" if end is None else f"{end.normalize():f}"
