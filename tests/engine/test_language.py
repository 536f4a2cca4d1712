"""What authors write, and the nodes and units it becomes. What goes wrong is in `wrong_rules`."""

from decimal import Decimal
from pathlib import Path

import pytest

from koers.engine import (
    ABSENT,
    DAY_ASKED,
    REFERENCE_DAY,
    RuleError,
    all_of,
    any_of,
    calendar_day,
    choice_fact,
    code_fact,
    day_fact,
    full_months,
    full_years,
    greatest,
    least,
    lookup,
    nothing_number,
    number_fact,
    open_norm,
    or_else,
    per_month,
    present,
    round_down,
    round_half_up,
    round_up,
    share,
    shift,
    started_months,
    unknown_in_law,
    unknown_number,
    unknown_word,
    when,
    word,
    yes_no_fact,
)
from koers.engine.language import ChoiceExpression, DayExpression, NumberExpression, Table
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    CalendarDay,
    Choose,
    Compare,
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
    OpenNorm,
    OrElse,
    ParameterRef,
    Present,
    ReferenceDay,
    Rounded,
    Shift,
    UnknownInLaw,
)


class person:
    status = choice_fact({"employee": "werknemer", "jobseeker": "werkzoekende"}, label="statuut")
    committee = code_fact(r"^\d{3}$", label="paritair comité")
    works = yes_no_fact(label="werkt")
    left_on = day_fact(label="laatste dag")


class training:
    hours = number_fact(label="uren", unit="h")
    fee = number_fact(label="prijs", unit="EUR")
    fraction = number_fact(label="breuk", unit="%")
    months = number_fact(label="maanden", unit="months")
    starts_on = day_fact(label="begin")


def parameter(name, unit):
    return NumberExpression(ParameterRef("rule", name, Kind.NUMBER), unit)


def table(unit="EUR", keys=("employee", "jobseeker"), *, otherwise=False):
    ref = ParameterRef("rule", "cap", Kind.NUMBER)
    return Table(ref, unit, frozenset(keys), otherwise=otherwise)


cap = parameter("cap", "h")
rate = parameter("rate", "EUR/h")

HOURS = FactRef("training.hours", Kind.NUMBER)
FEE = FactRef("training.fee", Kind.NUMBER)
STARTS = FactRef("training.starts_on", Kind.DAY)
STATUS = FactRef("person.status", Kind.CHOICE)
WORKS = Member(FactRef("person.works", Kind.CHOICE), frozenset({True}))
EMPLOYEE = Member(STATUS, frozenset({"employee"}))
LONG = Compare(">", HOURS, Number(Decimal(8)))
CAP = ParameterRef("rule", "cap", Kind.NUMBER)


# Units ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "unit"),
    [
        (training.hours, "h"),
        (training.hours + cap, "h"),
        (training.hours - 2, "h"),
        (10 - training.hours, "h"),
        (1 + training.hours, "h"),
        (training.hours * rate, "EUR"),
        (rate * training.hours, "EUR"),
        (training.hours * 2, "h"),
        (2 * training.hours, "h"),
        (training.hours / 2, "h"),
        (training.fee / cap, "EUR/h"),
        (training.hours / cap, ""),
        (training.hours * training.hours, "h*h"),
        (share(training.fraction, cap), "h"),
        (per_month(training.fee, training.months), "EUR"),
        (least(training.hours, cap), "h"),
        (greatest(0, training.hours), "h"),
        (or_else(training.hours, 0), "h"),
        (round_half_up(training.fee, to=Decimal("0.01")), "EUR"),
        (round_down(training.fee, to=1), "EUR"),
        (round_up(training.fee, to=5), "EUR"),
        (full_months(training.starts_on, REFERENCE_DAY), "months"),
        (full_years(training.starts_on, REFERENCE_DAY), "years"),
        (started_months(training.starts_on, REFERENCE_DAY), "months"),
        (when(person.works).then(0).otherwise(training.hours), "h"),
        (when(person.works).then(1).otherwise(2), ""),
        (lookup(table("EUR/month"), person.status), "EUR/month"),
        (unknown_number("Niet gelezen.", source="page", unit="days"), "days"),
        (nothing_number("h/week"), "h/week"),
    ],
)
def test_an_expression_carries_the_unit_of_its_parts(expression, unit):
    assert expression.unit == unit


def test_a_bare_number_takes_the_unit_of_the_other_side():
    assert (training.hours > 8).node == LONG


# Conditions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "node"),
    [
        (training.hours < cap, Compare("<", HOURS, CAP)),
        (training.hours <= cap, Compare("<=", HOURS, CAP)),
        (training.hours > cap, Compare(">", HOURS, CAP)),
        (training.hours >= cap, Compare(">=", HOURS, CAP)),
        (training.hours == cap, Compare("==", HOURS, CAP)),
        (training.hours != cap, Not(Compare("==", HOURS, CAP))),
        (8 < training.hours, LONG),
        (training.starts_on <= REFERENCE_DAY, Compare("<=", STARTS, ReferenceDay())),
        (training.starts_on == DAY_ASKED, Compare("==", STARTS, DayAsked())),
        (person.status == "employee", EMPLOYEE),
        (person.status != "employee", Not(EMPLOYEE)),
        (
            person.status.is_in(["employee", "jobseeker"]),
            Member(STATUS, frozenset({"employee", "jobseeker"})),
        ),
        (person.status == ABSENT, Member(STATUS, frozenset({ABSENT}))),
        (
            person.committee == "200",
            Member(FactRef("person.committee", Kind.CHOICE), frozenset({"200"})),
        ),
        (person.works == True, WORKS),
        (person.works == False, Not(WORKS)),
        (
            person.works.known_no,
            Member(FactRef("person.works", Kind.CHOICE), frozenset({False})),
        ),
        (present(training.starts_on), Present(STARTS)),
        (present(person.status), Present(STATUS)),
    ],
)
def test_a_comparison_becomes_one_node(condition, node):
    assert condition.node == node


@pytest.mark.parametrize(
    ("condition", "node"),
    [
        (person.works & (training.hours > 8), AllOf((WORKS, LONG))),
        (person.works | (training.hours > 8), AnyOf((WORKS, LONG))),
        (~person.works, Not(WORKS)),
        (
            person.works & (training.hours > 8) & (person.status == "employee"),
            AllOf((WORKS, LONG, EMPLOYEE)),
        ),
        (
            person.works | ((training.hours > 8) | (person.status == "employee")),
            AnyOf((WORKS, LONG, EMPLOYEE)),
        ),
        (
            (person.works & (training.hours > 8)) | (person.status == "employee"),
            AnyOf((AllOf((WORKS, LONG)), EMPLOYEE)),
        ),
        (all_of(person.works, training.hours > 8), AllOf((WORKS, LONG))),
        (any_of(person.works, training.hours > 8), AnyOf((WORKS, LONG))),
        (
            all_of(person.works & (training.hours > 8), person.status == "employee"),
            AllOf((WORKS, LONG, EMPLOYEE)),
        ),
    ],
)
def test_conditions_of_one_kind_are_joined_in_one_row(condition, node):
    assert condition.node == node


# Numbers and days ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "node"),
    [
        (training.hours + cap, Arithmetic("+", HOURS, CAP)),
        (1 + training.hours, Arithmetic("+", Number(Decimal(1)), HOURS)),
        (training.hours - cap, Arithmetic("-", HOURS, CAP)),
        (1 - training.hours, Arithmetic("-", Number(Decimal(1)), HOURS)),
        (training.hours * 2, Arithmetic("*", HOURS, Number(Decimal(2)))),
        (2 * training.hours, Arithmetic("*", Number(Decimal(2)), HOURS)),
        (training.hours / 2, Arithmetic("/", HOURS, Number(Decimal(2)))),
        (training.hours * Decimal("0.5"), Arithmetic("*", HOURS, Number(Decimal("0.5")))),
        (
            share(training.fraction, training.fee),
            Arithmetic(
                "/",
                Arithmetic("*", FEE, FactRef("training.fraction", Kind.NUMBER)),
                Number(Decimal(100)),
            ),
        ),
        (
            per_month(training.fee, training.months),
            Arithmetic(
                "/",
                Arithmetic("*", FEE, FactRef("training.months", Kind.NUMBER)),
                Number(Decimal(12)),
            ),
        ),
        (least(training.hours, cap), Least((HOURS, CAP))),
        (greatest(training.hours, 0), Greatest((HOURS, Number(Decimal(0))))),
        (least(training.starts_on, REFERENCE_DAY), Least((STARTS, ReferenceDay()))),
        (or_else(training.hours, 0), OrElse(HOURS, Number(Decimal(0)))),
        (or_else(training.starts_on, DAY_ASKED), OrElse(STARTS, DayAsked())),
        (
            round_half_up(training.fee, to=Decimal("0.01")),
            Rounded(FEE, Decimal("0.01"), "half_up"),
        ),
        (round_down(training.fee, to=1), Rounded(FEE, Decimal(1), "down")),
        (round_up(training.fee, to=1), Rounded(FEE, Decimal(1), "up")),
        (nothing_number("h"), Nothing(Kind.NUMBER)),
        (
            full_months(training.starts_on, REFERENCE_DAY),
            Elapsed("full_months", STARTS, ReferenceDay()),
        ),
        (
            full_years(training.starts_on, REFERENCE_DAY),
            Elapsed("full_years", STARTS, ReferenceDay()),
        ),
        (
            started_months(training.starts_on, REFERENCE_DAY),
            Elapsed("started_months", STARTS, ReferenceDay()),
        ),
        (
            shift(training.starts_on, months=2),
            Shift(STARTS, Number(Decimal(2)), Number(Decimal(0))),
        ),
        (
            shift(training.starts_on, days=-1),
            Shift(STARTS, Number(Decimal(0)), Number(Decimal(-1))),
        ),
        (
            shift(training.starts_on, months=training.months),
            Shift(STARTS, FactRef("training.months", Kind.NUMBER), Number(Decimal(0))),
        ),
        (calendar_day("year_start", training.starts_on), CalendarDay("year_start", STARTS)),
        (
            calendar_day("school_year_end", REFERENCE_DAY),
            CalendarDay("school_year_end", ReferenceDay()),
        ),
    ],
)
def test_an_expression_becomes_one_node(expression, node):
    assert expression.node == node


# Branches and tables -------------------------------------------------------------------------


def test_branches_are_tried_in_their_order():
    expression = (
        when(person.works).then(training.hours).when(training.hours > 8).then(cap).otherwise(0)
    )

    assert expression.node == If(WORKS, HOURS, If(LONG, CAP, Number(Decimal(0))))
    assert expression.unit == "h"


def test_the_last_branch_decides_the_kind():
    truth = when(person.works).then(training.hours > 8).otherwise(person.status == "employee")
    day = when(person.works).then(training.starts_on).otherwise(REFERENCE_DAY)
    chosen = when(person.works).then("worker").otherwise("employer")

    assert truth.node == If(WORKS, LONG, EMPLOYEE)
    assert day.node == If(WORKS, STARTS, ReferenceDay())
    assert chosen.node == If(WORKS, Choose("worker"), Choose("employer"))
    assert isinstance(day, DayExpression)
    assert isinstance(chosen, ChoiceExpression)


def test_a_choice_between_words_can_be_any_of_them():
    chosen = when(person.works).then(person.status).otherwise("student")

    assert chosen.words == frozenset({"employee", "jobseeker", "student"})


def test_a_table_keeps_its_rows_until_a_day_is_known():
    expression = lookup(table(), person.status)

    assert expression.node == Lookup(STATUS, Kind.NUMBER, CAP, (), None)


def test_a_table_for_a_code_needs_a_value_for_all_other_codes():
    with pytest.raises(RuleError, match="has no row for some words of its key"):
        lookup(table(keys=("200",)), person.committee)

    assert lookup(table(keys=("200",), otherwise=True), person.committee).unit == "EUR"


# The limits of the law -----------------------------------------------------------------------


def test_what_the_law_leaves_open_keeps_its_reason_and_source():
    condition = unknown_in_law("Niet gelezen.", source="page")
    number = unknown_number("Niet gelezen.", source="page", unit="h")
    receiver = unknown_word("Niet gelezen.", source="page", words=["worker", "employer"])

    assert condition.node == UnknownInLaw(Kind.TRUTH, "Niet gelezen.", "page")
    assert number.node == UnknownInLaw(Kind.NUMBER, "Niet gelezen.", "page")
    assert receiver.node == UnknownInLaw(
        Kind.CHOICE, "Niet gelezen.", "page", words=("worker", "employer")
    )
    assert receiver.words == frozenset({"worker", "employer"})


def test_an_unknown_number_may_have_a_lowest_value():
    number = unknown_number("Niet gelezen.", source="page", unit="h", low=cap)

    assert number.node == Greatest((UnknownInLaw(Kind.NUMBER, "Niet gelezen.", "page"), CAP))


def test_a_judgement_names_who_decides():
    norm = open_norm("De opleiding is nuttig", law="art. 3", decides="VDAB")

    assert norm.node == OpenNorm("De opleiding is nuttig", "art. 3", "VDAB")


def test_one_certain_word_is_a_choice_of_one():
    certain = word("worker")

    assert certain.node == Choose("worker")
    assert certain.words == frozenset({"worker"})


# Never Python's own --------------------------------------------------------------------------


def test_an_expression_cannot_be_the_key_of_a_dictionary():
    with pytest.raises(TypeError, match="unhashable"):
        hash(training.hours)


@pytest.mark.parametrize(
    "use",
    [
        lambda: bool(training.hours),
        lambda: bool(training.starts_on),
        lambda: bool(person.status),
        lambda: bool(person.works),
        lambda: bool(training.hours > 8),
        lambda: sorted([training.hours, cap]),
        lambda: min(training.hours, cap),
        lambda: training.hours in (cap, 8),
        lambda: (training.hours > 8) != person.works,
    ],
)
def test_python_cannot_decide_about_an_expression(use):
    with pytest.raises(RuleError):
        use()


def test_an_error_names_the_file_and_line_of_the_author():
    with pytest.raises(RuleError) as caught:
        training.hours + training.fee

    assert caught.value.file == f"{Path(__file__).parent.name}/test_language.py"
    assert caught.value.line is not None
    assert "h is added to EUR" in caught.value.what


def test_least_of_words_is_refused():
    with pytest.raises(RuleError, match="least and greatest take numbers or days"):
        least(person.status, person.status)
