"""The public table of all instruments: one row each, on a day."""

from datetime import date

import pytest

from koers.engine.assess import assess_all
from koers.engine.assessment import Answer
from koers.rulebook import RULEBOOK as REAL
from koers.rulebook.instruments import DEPENDS, instrument, instruments, situations
from tests.engine.rules.book_grant.rule import RULEBOOK

DAY = date(2022, 6, 1)


def row(incentive, day=DAY):
    return instrument(RULEBOOK, RULEBOOK[incentive], day)


def test_an_instrument_has_its_changes_before_and_after_the_day():
    found = row("book_grant")

    assert (found.exists_from, found.exists_until) == (date(2018, 1, 1), date(2028, 12, 31))
    assert (found.last_change, found.next_change) == (date(2021, 1, 1), date(2023, 1, 1))


def test_what_became_known_and_what_we_mended_are_no_changes():
    days = row("book_grant").changes

    assert date(2024, 1, 1) not in days
    assert date(2026, 3, 1) not in days


def test_the_conditions_and_doubts_of_the_day_are_counted():
    assert (row("book_grant").conditions, row("book_grant").doubts) == (3, 2)
    assert (row("firm_book_grant").conditions, row("firm_book_grant").doubts) == (1, 1)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2017, 6, 1), ("coming",)),
        (DAY, ("in_force", "disputed")),
        (date(2027, 1, 1), ("unknown", "stale")),
        (date(2030, 1, 1), ("abolished", "stale")),
    ],
)
def test_the_status_holds_its_life_its_disputes_and_whether_it_is_stale(day, status):
    assert row("book_grant", day).status == status


def test_a_situation_that_a_condition_closes_is_left_out():
    assert row("book_grant").situations == ("employee",)
    assert row("firm_book_grant").situations == ("employee", "jobseeker")
    assert row("firm_size").situations == ()


def test_an_amount_that_is_the_same_for_all_is_told_and_another_by_the_values_of_the_law():
    books, kind = row("book_grant").amounts

    assert books.text == "120,50 euro per jaar"
    assert kind.text == f"{DEPENDS}; Bedrag per soort: van 1 tot 3 euro; Toeslag: 5 euro"


def test_who_decides_and_pays_is_read_from_the_rule_unless_a_text_says_it():
    book, firm = row("book_grant"), row("firm_book_grant")

    assert book.decides == (
        "de Vlaamse overheid; de dienst Boeken en de school oordelen waar de regel dat vraagt"
    )
    assert book.pays == "de Vlaamse overheid"
    assert (firm.decides, firm.pays) == ("De dienst Boeken", "De drukkers")


def test_the_main_source_is_the_one_that_most_conditions_name():
    assert row("book_grant").main_source.title == "Decreet over boeken"


@pytest.mark.parametrize("word", ["employee", "jobseeker", "self_employed"])
def test_a_situation_gives_the_same_set_as_asking_for_all_rights(word):
    day = date(2024, 10, 7)
    asked = assess_all(REAL, {"employment.status": word}, on=day)
    open_ = {
        name
        for name, found in asked.items()
        if found.answers and found.answer is not Answer.NOT_ENTITLED
    }

    found = {one.id for one in instruments(REAL, day) if word in one.situations}

    assert found == {name for name in open_ if REAL[name].kind != "definition"}


def test_every_instrument_of_the_rulebook_has_a_row_with_all_that_the_public_asks():
    for one in instruments(REAL, date(2026, 11, 22)):
        assert one.title, one.id
        assert one.what, one.id
        assert one.decides, one.id
        assert one.pays, one.id
        assert one.main_source is not None, one.id


def test_the_situations_are_those_of_the_question():
    assert situations(REAL)["jobseeker"].startswith("werkzoekende")
