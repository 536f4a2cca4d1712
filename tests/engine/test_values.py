"""Kleene's logic, units, rounding, and what is known in part."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from koers.engine.intervals import (
    arithmetic,
    day_of,
    edge_of_year,
    elapsed_between,
    greatest_of,
    hull,
    least_of,
    moved_by,
    number,
)
from koers.engine.values import (
    ABSENT,
    ABSENT_QUANTITY,
    AND,
    INFINITY,
    NO,
    NOT,
    NOTHING,
    OPEN,
    OR,
    UNKNOWN,
    YES,
    Between,
    Causes,
    Choice,
    Dated,
    LawDoubt,
    OneOf,
    Quantity,
    Truth,
    Verdict,
    all_causes,
    rounded,
    same_unit,
    snapped,
    unit_product,
)

TRUTHS = (YES, NO, OPEN)
NAMED = Causes(frozenset({"person.age"}))
IN_LAW = Causes(law=frozenset({LawDoubt("Niet gelezen.", "decree")}))


def of(low, high, *, maybe_absent=False, causes=NAMED):
    """A quantity that is known in part."""
    return Quantity(Decimal(low), Decimal(high), maybe_absent, causes=causes)


# Truth ---------------------------------------------------------------------------------------


def test_the_tables_of_and_and_or_are_complete():
    assert set(AND) == set(OR) == set(product(TRUTHS, TRUTHS))


def test_the_table_of_not_is_complete():
    assert NOT == {YES: NO, NO: YES, OPEN: OPEN}


@pytest.mark.parametrize("other", TRUTHS)
def test_and_with_a_no_is_no(other):
    assert AND[NO, other] is AND[other, NO] is NO


@pytest.mark.parametrize("other", TRUTHS)
def test_or_with_a_yes_is_yes(other):
    assert OR[YES, other] is OR[other, YES] is YES


@pytest.mark.parametrize("other", TRUTHS)
def test_yes_changes_nothing_in_and(other):
    assert AND[YES, other] is AND[other, YES] is other


@pytest.mark.parametrize("other", TRUTHS)
def test_no_changes_nothing_in_or(other):
    assert OR[NO, other] is OR[other, NO] is other


@pytest.mark.parametrize(("one", "other"), [*product(TRUTHS, TRUTHS)])
def test_and_and_or_are_each_others_reverse(one, other):
    assert NOT[AND[one, other]] is OR[NOT[one], NOT[other]]


@pytest.mark.parametrize("truth", TRUTHS)
def test_a_truth_is_no_python_truth_value(truth):
    with pytest.raises(TypeError, match="three values"):
        bool(truth)


def test_a_truth_is_read_by_its_word():
    assert Truth("unknown") is OPEN


# Values --------------------------------------------------------------------------------------


def test_the_special_words_print_as_they_are_written_in_python():
    assert f"{ABSENT!r} {UNKNOWN!r}" == "ABSENT UNKNOWN"


def test_a_set_of_words_prints_in_alphabetical_order():
    assert str(OneOf(frozenset({"flanders", "brussels"}))) == "brussels / flanders"


def test_partial_values_with_the_same_content_are_equal():
    assert {Between(Decimal(1), None), Dated(3, date(2025, 1, 1))} == {
        Between(Decimal("1.0"), None),
        Dated(3, date(2025, 1, 1)),
    }


def test_one_number_is_exact():
    assert Quantity.of(3).exact


def test_a_number_that_may_be_absent_is_not_exact():
    assert not of(3, 3, maybe_absent=True).exact


def test_an_absent_number_is_not_exact():
    assert not ABSENT_QUANTITY.exact


def test_one_word_is_exact_unless_another_may_be():
    assert [Choice(frozenset({"a"})).exact, Choice(frozenset({"a"}), other=True).exact] == [
        True,
        False,
    ]


# Causes --------------------------------------------------------------------------------------


def test_nothing_adds_nothing_to_a_cause():
    assert NAMED | NOTHING is NAMED
    assert NOTHING | NAMED is NAMED


def test_a_cause_with_itself_stays_itself():
    assert NAMED | Causes(frozenset({"person.age"})) is NAMED


def test_causes_are_gathered():
    found = all_causes([NAMED, IN_LAW, NOTHING])

    assert found == Causes(
        frozenset({"person.age"}), frozenset({LawDoubt("Niet gelezen.", "decree")})
    )


def test_only_nothing_is_no_cause():
    assert [NAMED.any, IN_LAW.any, NOTHING.any] == [True, True, False]


def test_a_verdict_has_no_causes_of_its_own():
    assert Verdict(YES).causes is NOTHING


# Rounding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "half_up", "down", "up"),
    [
        ("2.5", "3", "2", "3"),
        ("3.5", "4", "3", "4"),
        ("2.4999", "2", "2", "3"),
        ("-2.5", "-3", "-3", "-2"),
        ("-2.4999", "-2", "-3", "-2"),
        ("2", "2", "2", "2"),
        ("0", "0", "0", "0"),
    ],
)
def test_whole_numbers_round_half_away_from_zero_and_down_and_up_along_the_axis(
    value, half_up, down, up
):
    one = Decimal(1)

    found = [rounded(Decimal(value), one, mode) for mode in ("half_up", "down", "up")]

    assert found == [Decimal(half_up), Decimal(down), Decimal(up)]


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        ("1.005", "0.01", "1.01"),
        ("2.675", "0.01", "2.68"),
        ("0.125", "0.01", "0.13"),
        ("12.5", "5", "15"),
        ("0.375", "0.25", "0.5"),
        ("1192.795", "0.01", "1192.80"),
    ],
)
def test_a_tie_is_exact_to_any_step(value, step, expected):
    assert rounded(Decimal(value), Decimal(step), "half_up") == Decimal(expected)


def test_what_has_no_end_is_not_rounded():
    assert rounded(INFINITY, Decimal(1), "down") == INFINITY


def test_thirds_leave_no_tail():
    assert snapped(Decimal(16) / 12 * 75 / 100) == 1


def test_an_ordinary_number_is_not_touched():
    assert snapped(Decimal("0.123456789012")) == Decimal("0.123456789012")


def test_thirds_are_rounded_down_to_what_they_are():
    assert rounded(Decimal(16) / 12 * 75 / 100, Decimal(1), "down") == 1


# Units ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", ""),
        ("1", ""),
        ("h", "h"),
        ("EUR/h", "EUR/h"),
        ("b*a", "a*b"),
        ("EUR/h/month", "EUR/h/month"),
        ("EUR/month/h", "EUR/h/month"),
        ("1/h", "/h"),
    ],
)
def test_a_unit_has_one_spelling(given, expected):
    assert same_unit(given) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("EUR/h", "h", "EUR"),
        ("h", "", "h"),
        ("h", "h", "h*h"),
        ("EUR", "1", "EUR"),
        ("h/sp", "sp", "h"),
        ("EUR/h", "EUR/h", "EUR*EUR/h/h"),
    ],
)
def test_units_multiply(left, right, expected):
    assert unit_product(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("EUR", "h", "EUR/h"), ("h", "h", ""), ("EUR/h", "EUR", "/h"), ("h", "", "h")],
)
def test_units_divide(left, right, expected):
    assert unit_product(left, right, divide=True) == expected


# Intervals -----------------------------------------------------------------------------------


def test_a_number_from_a_float_is_what_it_is_written():
    assert number(0.1) == Decimal("0.1")


def test_a_day_is_its_ordinal():
    assert number(date(2025, 1, 1)) == 739252


def test_the_calendar_runs_from_its_first_to_its_last_day():
    found = [day_of(Decimal(1)), day_of(Decimal(3652059))]

    assert found == [date.min, date.max]


def test_an_ordinal_outside_the_calendar_is_no_day():
    assert [day_of(Decimal(0)), day_of(INFINITY), day_of(Decimal(3652060))] == [None, None, None]


@pytest.mark.parametrize(
    ("operator", "low", "high"),
    [("+", "7", "14"), ("-", "1", "8"), ("*", "10", "40"), ("/", "1.25", "5")],
)
def test_arithmetic_takes_the_widest_ends(operator, low, high):
    found = arithmetic(operator, of(5, 10), of(2, 4))

    assert (found.low, found.high) == (Decimal(low), Decimal(high))


def test_nothing_times_infinity_is_nothing():
    found = arithmetic("*", of(0, 0), of(0, "Infinity"))

    assert (found.low, found.high, found.causes) == (0, 0, NOTHING)


def test_dividing_by_what_may_be_zero_gives_no_bounds():
    found = arithmetic("/", of(5, 10), of(0, 10))

    assert (found.low, found.high) == (-INFINITY, INFINITY)


def test_dividing_infinity_by_infinity_does_not_raise():
    found = arithmetic("/", of(0, "Infinity"), of(1, "Infinity"))

    assert (found.low, found.high) == (0, INFINITY)


def test_dividing_by_a_negative_number_turns_the_ends():
    found = arithmetic("/", of(4, 8), of(-2, -2))

    assert (found.low, found.high) == (-4, -2)


@pytest.mark.parametrize("operator", list("+-*/"))
def test_what_is_computed_from_something_absent_is_absent(operator):
    assert arithmetic(operator, ABSENT_QUANTITY, of(1, 2)) is ABSENT_QUANTITY


def test_an_exact_result_has_no_causes():
    assert arithmetic("-", of(3, 3), of(1, 1)).causes is NOTHING


def test_a_term_that_can_never_be_the_smallest_is_no_cause():
    found = least_of([of(1, 2, causes=NAMED), of(5, 9, causes=IN_LAW)])

    assert found.causes == NAMED


def test_a_term_that_can_never_be_the_largest_is_no_cause():
    found = greatest_of([of(1, 2, causes=IN_LAW), of(5, 9, causes=NAMED)])

    assert found.causes == NAMED


def test_with_an_absent_term_there_is_no_smallest_or_largest():
    assert [least_of([of(1, 2), ABSENT_QUANTITY]), greatest_of([ABSENT_QUANTITY, of(1, 2)])] == [
        ABSENT_QUANTITY,
        ABSENT_QUANTITY,
    ]


def test_the_smallest_is_exact_when_a_cap_settles_it():
    assert least_of([of(5, 9), Quantity.of(5)]) == Quantity.of(5)


def test_one_of_several_spans_them_all():
    found = hull([of(1, 2), of(5, 6), ABSENT_QUANTITY], NAMED)

    assert (found.low, found.high, found.maybe_absent) == (1, 6, True)


def test_one_of_several_that_are_all_absent_is_absent():
    assert hull([ABSENT_QUANTITY, ABSENT_QUANTITY], NAMED) is ABSENT_QUANTITY


def test_one_of_several_that_are_equal_needs_no_answer():
    assert hull([Quantity.of(3), Quantity.of(3)], NAMED) == Quantity.of(3)


def test_while_a_fact_decides_a_doubt_of_one_branch_does_not_count():
    assert hull([of(1, 2, causes=NOTHING), of(5, 6, causes=IN_LAW)], NAMED).causes == NAMED


def test_while_a_fact_decides_a_doubt_of_every_branch_counts():
    found = hull([of(1, 2, causes=IN_LAW), of(5, 6, causes=IN_LAW)], NAMED)

    assert found.causes == NAMED | IN_LAW


def test_while_the_law_decides_a_doubt_of_one_branch_counts():
    other = Causes(law=frozenset({LawDoubt("Ook niet gelezen.", "decree")}))

    found = hull([of(1, 2, causes=NOTHING), of(5, 6, causes=other)], IN_LAW)

    assert found.causes == IN_LAW | other


def test_time_to_a_day_that_is_absent_is_absent():
    assert elapsed_between("full_months", of(738000, 738000), ABSENT_QUANTITY) is ABSENT_QUANTITY


def test_time_from_a_day_without_bounds_has_none():
    found = elapsed_between("full_years", of("-Infinity", "Infinity"), of(738000, 738000))

    assert (found.low, found.high) == (-INFINITY, INFINITY)


def test_a_day_moved_by_what_is_absent_is_absent():
    assert moved_by(of(738000, 738000), ABSENT_QUANTITY, of(0, 0)) is ABSENT_QUANTITY


def test_a_day_moved_by_a_number_without_bounds_has_none():
    found = moved_by(of(738000, 738000), of("-Infinity", "Infinity"), of(0, 0))

    assert (found.low, found.high) == (-INFINITY, INFINITY)


def test_the_edge_of_a_year_of_no_day_is_no_day():
    assert edge_of_year("year_start", INFINITY) == INFINITY
