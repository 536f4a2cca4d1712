"""Dated, sourced values, and a rule resolved on a day. What goes wrong is in `wrong_rules`."""

from datetime import date
from decimal import Decimal

import pytest

from koers.engine import RuleError, load_parameters
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    CalendarDay,
    Choose,
    Compare,
    Day,
    DayAsked,
    Elapsed,
    FactRef,
    Greatest,
    If,
    Kind,
    Least,
    Lookup,
    Member,
    Not,
    Nothing,
    Number,
    OrElse,
    ParameterRef,
    Present,
    ReferenceDay,
    Rounded,
    Shift,
    UnknownInLaw,
)
from koers.engine.parameters import Change, Correction, Doubt, Existence, Source, folder, value_on

FILE = """
min_hours:
  label: Minstens zoveel uren
  unit: h
  values:
    - {from: 2019-09-01, value: 32, source: decree}
    - {from: 2021-09-01, until: 2023-08-31, value: 30.5, source: [decree, page], note: Zie art. 3.}
    - {from: 2025-09-01, value: 28, source: page, disputed: "Een andere bron zegt 27."}
premium:
  label: Premie
  unit: EUR/month
  values:
    - from: 2019-09-01
      value: 566.62
      source: page
      corrected: {on: 2026-11-22, was: 566.26, why: Twee cijfers omgewisseld.}
    - from: 2022-01-01
      unknown: Niet gevonden.
      at_least: 500
      at_most: 700.50
      source: [page, decree]
    - {from: 2024-01-01, absent: true, source: decree}
last_day:
  label: Laatste dag
  values:
    - {from: 2019-09-01, value: 2025-12-31, source: decree}
    - {from: 2026-01-01, unknown: "Niet gepubliceerd.", source: page}
    - {from: 2027-01-01, absent: true, source: decree}
receiver:
  label: Wie krijgt het
  values:
    - {from: 2019-09-01, value: employer, source: decree}
cap:
  label: Hoogste bedrag
  unit: EUR
  rows:
    "200": [{from: 2019-09-01, value: 100, source: page}]
    "149.01":
      - {from: 2019-09-01, value: 80, source: page}
      - {from: 2025-01-01, value: 90, source: page}
  otherwise: {unknown: "Akkoord niet gelezen.", source: page}
bonus:
  label: Toeslag
  unit: EUR
  informative: true
  rows:
    "on": [{from: 2019-09-01, value: 1, source: page}]
  otherwise:
    - {from: 2019-09-01, value: 2, source: page}
    - {from: 2020-09-01, value: 3, source: page}
exists: {from: 2019-09-01, until: 2030-08-31, source: decree}
sources:
  decree: {title: Decreet, url: "https://example.org/decreet", status: official, read: 2026-11-20}
  page: {title: Uitleg, url: "https://example.org/uitleg", status: secondary, read: 2026-11-21}
doubts:
  - {about: min_hours, why: "Twee bronnen.", source: [decree, page], from: 2025-09-01}
history:
  - {on: 2025-09-01, change: "Van 30 naar 28 uur.", gained: "Wie kort leert.", source: decree}
"""


@pytest.fixture(scope="module")
def p(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rules") / "leave"
    folder.mkdir()
    (folder / "parameters.yaml").write_text(FILE, encoding="utf-8")
    return load_parameters(str(folder / "rule.py"))


def book(p):
    return {(one.owner, one.name): one for one in p.known.values()}


def on(p, day, asked=None):
    return folder(book(p), day, asked or day)


MIN = ParameterRef("leave", "min_hours", Kind.NUMBER)
PREMIUM = ParameterRef("leave", "premium", Kind.NUMBER)
LAST = ParameterRef("leave", "last_day", Kind.DAY)
CAP = ParameterRef("leave", "cap", Kind.NUMBER)
WORD = FactRef("person.status", Kind.CHOICE)
N28 = Number(Decimal(28))
LATEST = date(2025, 9, 1)


# What the file holds -------------------------------------------------------------------------


def test_a_number_has_the_unit_of_the_file(p):
    assert p.min_hours.node == MIN
    assert p.min_hours.unit == "h"
    assert p.premium.unit == "EUR/month"


def test_days_words_and_tables_are_asked_for_by_their_kind(p):
    assert p.day("last_day").node == LAST
    assert p.word("receiver").node == ParameterRef("leave", "receiver", Kind.CHOICE)
    assert p.table("cap").ref == CAP
    assert p.table("cap").keys == frozenset({"200", "149.01"})
    assert p.table("cap").otherwise is True


def test_a_number_is_read_exactly_as_it_is_written(p):
    assert p.known["premium"].values[0].node == Number(Decimal("566.62"))


def test_a_value_keeps_its_sources_note_and_dispute(p):
    _, middle, latest = p.known["min_hours"].values

    assert middle.sources == ("decree", "page")
    assert middle.note == "Zie art. 3."
    assert latest.disputed == "Een andere bron zegt 27."


def test_our_own_mistake_stays_visible_after_it_is_mended(p):
    corrected = p.known["premium"].values[0].corrected

    assert corrected == Correction(
        date(2026, 11, 22), Number(Decimal("566.26")), "Twee cijfers omgewisseld."
    )


def test_an_unknown_value_has_its_reason_its_first_source_and_its_bounds(p):
    unknown = p.known["premium"].values[1].node

    assert unknown == UnknownInLaw(
        Kind.NUMBER,
        "Niet gevonden.",
        "https://example.org/uitleg",
        Decimal(500),
        Decimal("700.50"),
    )


def test_an_unknown_or_absent_value_has_the_kind_of_the_other_lines(p):
    _, unknown, absent = p.known["last_day"].values

    assert unknown.node == UnknownInLaw(
        Kind.DAY, "Niet gepubliceerd.", "https://example.org/uitleg"
    )
    assert absent.node == Nothing(Kind.DAY)


def test_sources_existence_doubts_and_history_are_data(p):
    assert p.sources["page"] == Source(
        "page", "Uitleg", "https://example.org/uitleg", "secondary", date(2026, 11, 21)
    )
    assert p.exists == Existence(date(2019, 9, 1), date(2030, 8, 31), "decree")
    assert p.doubts == (
        Doubt(("min_hours",), "Twee bronnen.", ("decree", "page"), date(2025, 9, 1), None),
    )
    assert p.history == (
        Change(date(2025, 9, 1), "Van 30 naar 28 uur.", "Wie kort leert.", "", ("decree",)),
    )


def test_an_informative_parameter_says_so(p):
    assert p.known["bonus"].informative is True
    assert p.known["cap"].informative is False


def test_the_words_on_yes_and_no_are_words(p):
    assert list(p.known["bonus"].rows) == ["on"]


def test_a_file_is_read_once(p):
    assert load_parameters(str(p.path.with_name("rule.py"))) is p


def test_a_parameter_that_is_not_there_is_an_error_with_the_names_that_are(p):
    with pytest.raises(RuleError, match=r"has no parameter hours\. Add it, or use one of: bonus"):
        p.hours  # noqa: B018


def test_python_may_look_for_its_own_names(p):
    assert not hasattr(p, "__len__")


# On a day ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2019, 8, 31), None),
        (date(2019, 9, 1), Decimal(32)),
        (date(2021, 8, 31), Decimal(32)),
        (date(2021, 9, 1), Decimal("30.5")),
        (date(2023, 8, 31), Decimal("30.5")),
        (date(2023, 9, 1), None),
        (date(2025, 8, 31), None),
        (date(2025, 9, 1), Decimal(28)),
        (date(2100, 1, 1), Decimal(28)),
    ],
)
def test_a_value_holds_from_its_first_day_to_the_next_or_its_last(p, day, value):
    line = value_on(p.known["min_hours"].values, day)

    assert line is None if value is None else line.node == Number(value)


def test_a_parameter_changes_on_each_first_day_and_after_each_last(p):
    assert p.known["min_hours"].changes() == {
        date(2019, 9, 1),
        date(2021, 9, 1),
        date(2023, 9, 1),
        date(2025, 9, 1),
    }


def test_a_table_changes_when_one_of_its_rows_does(p):
    assert date(2025, 1, 1) in p.known["cap"].changes()


# Folding: a rule without parameters ----------------------------------------------------------


@pytest.mark.parametrize(
    ("node", "folded"),
    [
        (MIN, N28),
        (Number(Decimal(1)), Number(Decimal(1))),
        (WORD, WORD),
        (ReferenceDay(), Day(LATEST)),
        (AllOf((Compare("<", MIN, MIN),)), AllOf((Compare("<", N28, N28),))),
        (AnyOf((Not(Compare(">=", MIN, MIN)),)), AnyOf((Not(Compare(">=", N28, N28)),))),
        (Least((MIN, MIN)), Least((N28, N28))),
        (Greatest((MIN, MIN)), Greatest((N28, N28))),
        (Present(MIN), Present(N28)),
        (Member(WORD, frozenset({"a"})), Member(WORD, frozenset({"a"}))),
        (Arithmetic("+", MIN, MIN), Arithmetic("+", N28, N28)),
        (Rounded(MIN, Decimal(1), "up"), Rounded(N28, Decimal(1), "up")),
        (OrElse(MIN, MIN), OrElse(N28, N28)),
        (
            Elapsed("full_months", LAST, ReferenceDay()),
            Elapsed("full_months", Day(date(2025, 12, 31)), Day(LATEST)),
        ),
        (
            Shift(LAST, MIN, MIN),
            Shift(Day(date(2025, 12, 31)), N28, N28),
        ),
        (CalendarDay("year_end", LAST), CalendarDay("year_end", Day(date(2025, 12, 31)))),
        (
            If(Compare("<", MIN, MIN), MIN, Nothing(Kind.NUMBER)),
            If(Compare("<", N28, N28), N28, Nothing(Kind.NUMBER)),
        ),
        (PREMIUM, Nothing(Kind.NUMBER)),
        (ParameterRef("leave", "receiver", Kind.CHOICE), Choose("employer")),
    ],
)
def test_folding_puts_the_value_of_the_day_everywhere(p, node, folded):
    assert on(p, LATEST)(node) == folded


def test_the_day_asked_may_differ_from_the_day_the_law_looks_at(p):
    fold = on(p, date(2025, 9, 1), asked=date(2026, 2, 3))

    assert fold(DayAsked()) == Day(date(2026, 2, 3))
    assert fold(ReferenceDay()) == Day(date(2025, 9, 1))


def test_folding_gives_a_table_the_rows_of_the_day(p):
    fold = on(p, date(2024, 12, 31))

    folded = fold(Lookup(WORD, Kind.NUMBER, CAP, (), None))

    unknown = UnknownInLaw(Kind.NUMBER, "Akkoord niet gelezen.", "https://example.org/uitleg")
    rows = (("200", Number(Decimal(100))), ("149.01", Number(Decimal(80))))
    assert folded == Lookup(WORD, Kind.NUMBER, None, rows, unknown)


def test_a_folded_table_does_not_change_again(p):
    rows = (("200", Number(Decimal(100))),)
    folded = Lookup(WORD, Kind.NUMBER, None, rows, None)

    assert on(p, LATEST)(folded) == folded


def test_the_words_without_a_row_may_have_dated_values(p):
    lookup = Lookup(WORD, Kind.NUMBER, ParameterRef("leave", "bonus", Kind.NUMBER), (), None)

    assert on(p, date(2020, 8, 31))(lookup).otherwise == Number(Decimal(2))
    assert on(p, date(2020, 9, 1))(lookup).otherwise == Number(Decimal(3))


def test_before_2019_a_value_that_was_not_looked_up_is_unknown_in_law(p):
    folded = on(p, date(2018, 12, 31))(MIN)

    assert folded == UnknownInLaw(
        Kind.NUMBER, "Minstens zoveel uren: geen waarde opgezocht voor 2018-12-31.", ""
    )


def test_from_2019_on_a_value_that_is_not_there_is_an_error(p):
    with pytest.raises(RuleError) as caught:
        on(p, date(2019, 1, 1))(MIN)

    assert str(caught.value) == (
        "leave/parameters.yaml: min_hours: has no value on 2019-01-01 (first: 2019-09-01). "
        "Add the value, an `unknown:` line or `absent: true`, or limit the rule with since= "
        "and until=."
    )


def test_a_gap_in_a_table_names_the_row(p):
    with pytest.raises(RuleError) as caught:
        on(p, date(2019, 1, 1))(Lookup(WORD, Kind.NUMBER, CAP, (), None))

    assert caught.value.key == "cap.rows.200"
