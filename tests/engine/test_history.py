"""What changed when: the lines in words and what the rule itself says, each told once."""

from datetime import date

import pytest

from koers.engine.concerns import concerns
from koers.engine.history import NOBODY, NOT_SAID, history, unexplained
from koers.engine.moves import Moved
from koers.rulebook import RULEBOOK as REAL
from tests.engine.rules.book_grant.rule import RULEBOOK


def moment(day, incentive="book_grant"):
    found = history(RULEBOOK, incentive).moments
    return next(one for one in found if one.on == day)


def move(day, name, incentive="book_grant"):
    at = moment(day, incentive)
    every = [*at.moves, *(move for told in at.told for move in told.moves)]
    (found,) = (one for one in every if one.name == name)
    return found


def test_moments_go_from_early_to_late():
    days = [one.on for one in history(RULEBOOK, "book_grant").moments]

    assert days == sorted(days)
    assert (days[0], days[-1]) == (date(2016, 5, 1), date(2029, 1, 1))


# The lines in words --------------------------------------------------------------------------


def test_a_change_of_value_stands_under_the_line_that_names_it():
    at = moment(date(2021, 1, 1))

    (told,) = at.told
    assert told.what == "Het bedrag en het minimum stijgen."
    assert {one.name for one in told.moves} == {"amount", "min_hours"}
    assert {one.name for one in at.moves} == {"long_enough", "any_length", "extra"}


def test_a_line_about_a_whole_incentive_tells_of_all_that_moved():
    (told,) = moment(date(2021, 1, 1), "firm_book_grant").told

    assert told.what == "Ook ondernemingen krijgen meer."
    assert [one.text for one in told.moves] == ["van 50 naar 60 euro."]


def test_a_line_without_about_concerns_every_incentive_of_the_folder():
    for incentive in ("book_grant", "firm_book_grant"):
        (told,) = moment(date(2016, 5, 1), incentive).told
        assert told.what == "Het plan is aangekondigd."


def test_a_line_of_another_folder_is_told_when_it_is_about_a_value_that_is_read():
    (told,) = moment(date(2022, 1, 1), "firm_book_grant").told

    assert told.what == "Meer bedrijven zijn klein."
    assert [one.text for one in told.moves] == ["van 10 naar 20 personen."]
    assert told.sources[0].url == "https://example.org/grootte"


def test_what_no_incentive_of_a_folder_claims_stands_with_the_first():
    first, second, _ = RULEBOOK.incentives

    assert concerns(RULEBOOK, first, ("window",))
    assert not concerns(RULEBOOK, second, ("window",))


@pytest.mark.parametrize(
    ("day", "incentive", "gained", "lost"),
    [
        (date(2016, 5, 1), "book_grant", NOBODY, "Wie zelf al boeken kocht."),
        (date(2021, 1, 1), "book_grant", "Wie veel leest.", NOBODY),
        (date(2021, 1, 1), "firm_book_grant", NOT_SAID, NOT_SAID),
    ],
)
def test_who_gained_and_lost_is_said_or_nobody_or_not_known(day, incentive, gained, lost):
    (told,) = moment(day, incentive).told

    assert (told.gained, told.lost) == (gained, lost)


# Values --------------------------------------------------------------------------------------


def test_a_changed_value_has_both_values_its_note_and_what_another_source_says():
    found = move(date(2021, 1, 1), "amount")

    assert found.kind is Moved.CHANGED
    assert found.text == "van 100 naar 120,50 euro per jaar."
    assert (found.before, found.after) == ("100 euro per jaar", "120,50 euro per jaar")
    assert (found.note, found.disputed) == ("Na overleg.", "Een krant schrijft 125 euro.")
    assert [one.url for one in found.sources] == [
        "https://example.org/boeken",
        "https://example.org/uitleg",
    ]


def test_the_same_value_from_another_source_is_no_change():
    assert all(one.on != date(2019, 6, 1) for one in history(RULEBOOK, "book_grant").moments)


def test_the_values_of_the_first_day_are_no_change():
    names = {one.name for one in moment(date(2018, 1, 1)).moves}

    assert names == {"exists"}


def test_a_period_in_which_the_law_is_not_known_has_its_end_its_reason_and_its_bounds():
    found = move(date(2023, 1, 1), "amount")

    assert (found.kind, found.until) == (Moved.UNKNOWN, date(2023, 12, 31))
    assert found.text == (
        "tot dan 120,50 euro per jaar. Vanaf 1 januari 2023 tot en met 31 december 2023 weten we "
        "het niet. De tabel van 2023 is niet gelezen. Het is tussen 110 en 130 euro per jaar."
    )


def test_what_is_not_known_from_the_beginning_is_told_on_the_first_day():
    found = move(date(2018, 1, 1), "firm_amount", "firm_book_grant")

    assert found.text == (
        "vanaf 1 januari 2018 tot en met 31 december 2018 weten we het niet. "
        "Het eerste bedrag is niet gelezen."
    )


def test_what_is_never_known_changed_on_no_day():
    (kinds,) = history(RULEBOOK, "book_grant").never_known

    assert (kinds.subject, kinds.row) == ("Bedrag per soort", "alle andere")
    assert kinds.text == "dat weten we niet. Andere soorten zijn niet gelezen."


def test_a_value_after_an_unknown_period_is_no_change_of_the_law():
    found = move(date(2024, 1, 1), "amount")

    assert found.kind is Moved.KNOWN
    assert found.text == "140 euro per jaar. Wat er net daarvoor gold, weten we niet."
    assert not moment(date(2024, 1, 1)).of_the_law


def test_a_value_that_comes_and_one_that_ends():
    assert move(date(2021, 1, 1), "extra").text == "5 euro. Voordien was er geen."
    assert move(date(2023, 1, 1), "extra").text == "bestaat niet meer. Het was 5 euro."


def test_a_value_that_the_law_ended_and_took_up_again():
    assert move(date(2020, 1, 1), "min_hours").text == "bestaat niet meer. Het was 10 uur."
    assert move(date(2021, 1, 1), "min_hours").text == "12 uur. Voordien was er geen."


def test_the_rows_of_a_table_bear_their_label():
    moves = moment(date(2025, 6, 1)).moves

    assert [(one.row, one.text) for one in moves] == [
        ("roman", "van 1 naar 2 euro."),
        ("atlas", "van 3 naar 1 euro."),
    ]


def test_a_mistake_of_our_own_is_told_on_the_day_it_was_mended_and_changes_no_law():
    at = moment(date(2026, 3, 1))

    (found,) = at.moves
    assert found.kind is Moved.CORRECTED
    assert found.text == (
        "wij schreven 104 euro per jaar. Het is 140 euro per jaar, vanaf 1 januari 2024. "
        "Twee cijfers omgewisseld."
    )
    assert not at.of_the_law


# Conditions and existence --------------------------------------------------------------------


def test_a_condition_that_begins_has_its_values_of_that_day_and_its_article():
    found = move(date(2021, 1, 1), "long_enough")

    assert found.text == 'Er komt een voorwaarde bij: "De les duurt minstens 12 uur".'
    assert (found.law, found.kind) == ("Decreet, art. 1", Moved.CONDITION_BEGINS)


def test_a_condition_that_ends_falls_away_the_day_after():
    found = move(date(2021, 1, 1), "any_length")

    assert found.text == 'Deze voorwaarde valt weg: "Er is les".'


def test_a_condition_that_gives_way_to_a_text_nobody_read_may_still_hold():
    found = move(date(2026, 1, 1), "works")

    assert found.kind is Moved.UNKNOWN
    assert found.text == 'Of deze voorwaarde nog geldt, weten we niet: "Je werkt".'


def test_a_value_that_gives_way_to_a_text_nobody_read_may_still_hold():
    found = move(date(2026, 1, 1), "max_wage")

    assert found.kind is Moved.UNKNOWN
    assert found.text == ("of dit nog geldt, weten we niet. Tot dan was het 3.000 euro per maand.")


def test_a_new_condition_that_nobody_read_says_so():
    assert "De tekst van 2026 is niet gelezen." in move(date(2026, 1, 1), "new_text").text


def test_the_first_and_the_last_day_are_told_with_their_source():
    begins, ends = move(date(2018, 1, 1), "exists"), move(date(2029, 1, 1), "exists")

    assert (begins.kind, begins.text) == (Moved.BEGINS, "Dit begint.")
    assert ends.text == "Dit bestaat niet meer. De laatste dag is 31 december 2028."
    assert begins.sources[0].title == "Decreet over boeken"


def test_only_what_the_incentive_reads_is_told():
    moments = history(RULEBOOK, "firm_book_grant").moments
    every = [*(one for at in moments for one in at.moves)]
    every += [one for at in moments for told in at.told for one in told.moves]

    assert {one.name for one in every} == {"exists", "firm_amount", "small_below"}


# What nobody explained -----------------------------------------------------------------------


def test_a_change_without_words_is_listed_once_with_its_folder():
    found = unexplained(RULEBOOK)

    assert ("book_grant", date(2025, 6, 1), "per_kind") in found
    assert ("book_grant", date(2021, 1, 1), "amount") not in found
    assert all(name != "firm_amount" for _, _, name in found)
    assert len(found) == len(set(found))


def test_every_incentive_of_the_rulebook_has_a_history_in_order():
    for incentive in REAL.ids:
        days = [one.on for one in history(REAL, incentive).moments if one.on]
        assert days == sorted(set(days)), incentive


def test_every_line_of_the_rulebook_is_told_by_an_incentive_of_its_folder():
    told = {
        (REAL[name].parameters.owner, moment.on, one.what)
        for name in REAL.ids
        for moment in history(REAL, name).moments
        for one in moment.told
    }
    for one in REAL.incentives:
        for change in one.parameters.history:
            assert (one.parameters.owner, change.on, change.what) in told
