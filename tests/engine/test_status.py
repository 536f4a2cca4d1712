"""How an incentive stands on a day."""

from datetime import date

import pytest

from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Choose,
    Compare,
    FactRef,
    If,
    Kind,
    Lookup,
    Not,
    Number,
    OpenNorm,
    UnknownInLaw,
)
from koers.engine.sources import named, sources_used
from koers.engine.status import Life, life_on, open_for_all, status_on
from tests.engine.rules.book_grant.rule import RULEBOOK

UNREAD = UnknownInLaw(Kind.TRUTH, "Niet gelezen.", "page")
UNREAD_NUMBER = UnknownInLaw(Kind.NUMBER, "Niet gelezen.", "page")
FACT = FactRef("book.needed", Kind.TRUTH)
HOURS = FactRef("book.hours", Kind.NUMBER)
WORD = FactRef("book.kind", Kind.CHOICE)


@pytest.mark.parametrize(
    ("day", "life"),
    [
        (date(2017, 12, 31), Life.COMING),
        (date(2018, 1, 1), Life.IN_FORCE),
        (date(2025, 12, 31), Life.IN_FORCE),
        (date(2026, 1, 1), Life.UNKNOWN),
        (date(2028, 12, 31), Life.UNKNOWN),
        (date(2029, 1, 1), Life.ABOLISHED),
    ],
)
def test_the_life_of_an_instrument_by_day(day, life):
    assert life_on(RULEBOOK, RULEBOOK["book_grant"], day) is life


@pytest.mark.parametrize(
    ("node", "open_"),
    [
        (UNREAD, True),
        (Not(UNREAD), True),
        (FACT, False),
        (OpenNorm("Het dient de les", "art. 3", "de dienst"), False),
        (AllOf((FACT, UNREAD)), True),
        (AnyOf((FACT, UNREAD)), False),
        (AnyOf((UNREAD, UNREAD)), True),
        (Compare(">=", HOURS, UNREAD_NUMBER), True),
        (If(FACT, UNREAD, FACT), False),
        (If(FACT, UNREAD, UNREAD), True),
        (If(UNREAD, FACT, FACT), True),
        (Lookup(WORD, Kind.NUMBER, None, (("novel", Number(1)),), UNREAD_NUMBER), False),
        (Lookup(WORD, Kind.NUMBER, None, (("novel", UNREAD_NUMBER),), UNREAD_NUMBER), True),
        (Choose("novel"), False),
    ],
)
def test_what_nobody_can_know_whoever_asks(node, open_):
    assert open_for_all(node) is open_


def test_both_sides_of_a_dispute_are_given_while_the_value_holds():
    book = RULEBOOK["book_grant"]

    (found,) = status_on(RULEBOOK, book, date(2022, 6, 1)).disputes

    assert (found.about, found.ours) == ("Bedrag voor boeken", "120,50 euro per jaar")
    assert found.theirs == "Een krant schrijft 125 euro."
    assert [one.title for one in found.sources] == ["Decreet over boeken", "Uitleg over boeken"]
    assert status_on(RULEBOOK, book, date(2023, 1, 1)).disputes == ()


@pytest.mark.parametrize(
    ("day", "stale"), [(date(2026, 11, 22), False), (date(2026, 11, 23), True)]
)
def test_six_months_after_the_newest_reading_an_instrument_is_stale(day, stale):
    found = status_on(RULEBOOK, RULEBOOK["book_grant"], day)

    assert (found.newest_read, found.oldest_read) == (date(2026, 5, 22), date(2026, 5, 21))
    assert found.stale is stale


def test_only_the_sources_that_an_instrument_names_count():
    size = status_on(RULEBOOK, RULEBOOK["firm_size"], date(2026, 11, 21))

    assert size.newest_read == date(2026, 5, 20)
    assert size.stale


def test_the_sources_of_an_instrument_are_those_of_its_folder_and_of_what_it_reads():
    keys = [one.key for one in sources_used(RULEBOOK, RULEBOOK["firm_book_grant"])]

    assert sorted(keys) == ["bulletin", "decree", "page"]


def test_a_source_is_found_by_key_or_address_in_its_own_folder_first():
    firm = RULEBOOK["firm_book_grant"]

    assert named(RULEBOOK, firm, "page").title == "Uitleg over boeken"
    assert named(RULEBOOK, firm, "https://example.org/grootte").key == "bulletin"
    assert named(RULEBOOK, firm, "nowhere") is None
