"""Values in Dutch words, as a citizen reads them."""

from datetime import date
from decimal import Decimal

import pytest

from koers.engine import (
    ABSENT,
    UNKNOWN,
    Between,
    Dated,
    OneOf,
    choice_fact,
    code_fact,
    day_fact,
    number_fact,
    words,
    yes_no_fact,
)
from koers.engine.nodes import Choose, Day, Kind, Nothing, Number, UnknownInLaw


class person:
    region = choice_fact({"flanders": "Vlaams Gewest", "brussels": "Brussel"}, label="gewest")
    sector = choice_fact(
        {"private": "privé", "public": "openbaar", "none": "geen"}, label="sector", absent=ABSENT
    )
    works = yes_no_fact(label="werkt", absent=ABSENT)
    committee = code_fact(r"^\d{3}$", label="paritair comité", absent=ABSENT)
    fraction = number_fact(label="breuk", unit="%", high=100)
    hours = number_fact(label="lessen", unit="h", absent=ABSENT)
    credits = number_fact(label="nieuwe studiepunten", unit="sp")
    diploma_year = number_fact(label="jaar van het diploma", unit="school_year", low=None)
    started = day_fact(label="begin", absent=ABSENT)


REGION, SECTOR, WORKS = person.region.declared, person.sector.declared, person.works.declared
COMMITTEE, FRACTION, HOURS = (
    person.committee.declared,
    person.fraction.declared,
    person.hours.declared,
)
CREDITS, DIPLOMA_YEAR, STARTED = (
    person.credits.declared,
    person.diploma_year.declared,
    person.started.declared,
)


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("1250", "EUR", "1.250 euro"),
        ("14.906", "EUR", "14,91 euro"),
        ("0.4415", "EUR/km", "0,4415 euro per kilometer"),
        ("14.9058333", "EUR", "14,91 euro"),
        ("14.5", "EUR", "14,50 euro"),
        ("1192.80", "EUR", "1.192,80 euro"),
        ("14.99999", "EUR", "15 euro"),
        ("3364", "EUR/month", "3.364 euro per maand"),
        ("21.3", "EUR/h", "21,30 euro per uur"),
        ("75", "h", "75 uur"),
        ("93.75", "h", "93,75 uur"),
        ("33.3333333", "h", "33,33 uur"),
        ("28", "h/week", "28 uur per week"),
        ("80", "%", "80%"),
        ("0.375", "%", "0,375%"),
        ("3.33", "days", "3,33 dagen"),
        ("1", "days", "1 dag"),
        ("5", "days/year", "5 dagen per jaar"),
        ("12", "months", "12 maanden"),
        ("20", "sp", "20 studiepunten"),
        ("4", "h/sp", "4 uur per studiepunt"),
        ("1.5", "EUR/lestijd", "1,50 euro per lestijd"),
        ("9.5", "FTE", "9,5 voltijdse eenheden"),
        ("12", "persons", "12 personen"),
        ("2", "children", "2 kinderen"),
        ("3", "widgets", "3 widgets"),
        ("7", "", "7"),
        ("7", "1", "7"),
        ("-2", "months", "-2 maanden"),
        ("2008", "school_year", "2008-2009"),
    ],
)
def test_a_number_is_written_with_its_unit(value, unit, written):
    assert words.amount(Decimal(value), unit) == written


def test_a_number_is_written_without_its_unit_inside_a_sentence():
    assert words.number(Decimal("2500.5"), "EUR") == "2.500,50"
    assert words.number(80, "%") == "80"


def test_a_product_of_units_is_read_aloud():
    assert words.unit_name("h*persons") == "uur maal personen"


@pytest.mark.parametrize(
    ("low", "high", "unit", "written"),
    [
        ("62.5", "120", "h", "tussen 62,5 en 120 uur"),
        ("62.5", None, "h", "minstens 62,5 uur"),
        (None, "120", "h", "hoogstens 120 uur"),
        ("0", "120", "h", "hoogstens 120 uur"),
        ("0", None, "h", "nog niet geweten"),
        (None, None, "h", "nog niet geweten"),
        ("0", "0", "h", "0 uur"),
        ("80", "80", "%", "80%"),
        ("50", "80", "%", "tussen 50 en 80%"),
        ("2005", "2008", "school_year", "tussen 2005-2006 en 2008-2009"),
    ],
)
def test_a_range_says_what_is_certain(low, high, unit, written):
    bounds = [None if end is None else Decimal(end) for end in (low, high)]

    assert words.between(*bounds, unit) == written


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2025, 9, 1), date(2025, 9, 1), "1 september 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "in 2025"),
        (date(2024, 2, 1), date(2024, 2, 29), "in februari 2024"),
        (date(2024, 12, 1), date(2024, 12, 31), "in december 2024"),
        (date(2024, 2, 1), date(2024, 3, 31), "tussen 1 februari 2024 en 31 maart 2024"),
        (date(2024, 1, 1), date(2025, 12, 31), "tussen 1 januari 2024 en 31 december 2025"),
        (date(2024, 2, 1), None, "ten vroegste 1 februari 2024"),
        (None, date(2024, 2, 1), "ten laatste 1 februari 2024"),
        (None, None, "nog niet geweten"),
        (date(2024, 2, 1), date.max, "tussen 1 februari 2024 en 31 december 9999"),
    ],
)
def test_a_day_may_be_known_in_part(first, last, written):
    assert words.days_between(first, last) == written


def test_a_period_is_said_per_what():
    assert words.period("school_year") == "per schooljaar"
    assert words.period("once") == "één keer"
    assert words.period("trimester") == "per trimester"
    assert words.period("") == ""


def test_things_are_listed_as_in_speech():
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b"]) == "a en b"
    assert words.listed(["a", "b", "c"], "of") == "a, b of c"


@pytest.mark.parametrize(
    ("fact", "value", "written"),
    [
        (REGION, "flanders", "Vlaams Gewest"),
        (REGION, OneOf(frozenset({"flanders", "brussels"})), "nog niet geweten"),
        (REGION, None, "nog niet geweten"),
        (REGION, UNKNOWN, "nog niet geweten"),
        (SECTOR, OneOf(frozenset({"public", "private"})), "privé of openbaar"),
        (SECTOR, OneOf(frozenset({ABSENT, "public"})), "openbaar of bestaat niet"),
        (SECTOR, ABSENT, "bestaat niet"),
        (WORKS, True, "ja"),
        (WORKS, False, "nee"),
        (WORKS, OneOf(frozenset({False, ABSENT})), "nee of bestaat niet"),
        (COMMITTEE, "200", "200"),
        (COMMITTEE, OneOf(frozenset({"200", "118"})), "118 of 200"),
        (FRACTION, 80, "80%"),
        (FRACTION, 0, "0%"),
        (FRACTION, 100, "100%"),
        (FRACTION, Decimal("79.5"), "79,5%"),
        (FRACTION, Between(Decimal(50), Decimal(100)), "minstens 50%"),
        (FRACTION, Between(Decimal(0), Decimal(49)), "hoogstens 49%"),
        (FRACTION, Between(Decimal(0), Decimal(100)), "nog niet geweten"),
        (FRACTION, Dated(80, date(2025, 3, 1)), "80% (op 1 maart 2025)"),
        (CREDITS, 20, "20"),
        (CREDITS, Between(Decimal(3), None), "minstens 3"),
        (DIPLOMA_YEAR, 2008, "2008-2009"),
        (STARTED, date(2025, 9, 1), "1 september 2025"),
        (STARTED, Between(date(2025, 1, 1), date(2025, 12, 31)), "in 2025"),
    ],
)
def test_what_is_known_of_a_fact_is_told(fact, value, written):
    assert words.fact_value(fact, value) == written


@pytest.mark.parametrize(
    ("fact", "stored", "written"),
    [
        (REGION, "flanders", "Vlaams Gewest"),
        (REGION, "brussels / flanders", "nog niet geweten"),
        (SECTOR, "absent / public", "openbaar of bestaat niet"),
        (WORKS, "true", "ja"),
        (WORKS, "absent", "bestaat niet"),
        (COMMITTEE, "200", "200"),
        (COMMITTEE, "...", "nog niet geweten"),
        (COMMITTEE, "absent / ...", "nog niet geweten"),
        (HOURS, "24", "24 uur"),
        (HOURS, "0", "0 uur"),
        (HOURS, "24..48", "tussen 24 en 48 uur"),
        (HOURS, "24..Infinity", "minstens 24 uur"),
        (HOURS, "24..Infinity / absent", "minstens 24 uur, of bestaat niet"),
        (HOURS, "0..Infinity / absent", "nog niet geweten"),
        (HOURS, "absent", "bestaat niet"),
        (DIPLOMA_YEAR, "-Infinity..2008", "hoogstens 2008-2009"),
        (STARTED, "2025-09-01", "1 september 2025"),
        (STARTED, "2025-09-01..2025-09-30", "in september 2025"),
        (STARTED, "-Infinity..Infinity / absent", "nog niet geweten"),
    ],
)
def test_a_stored_assessment_is_read_back_in_words(fact, stored, written):
    assert words.fact_seen(fact, stored) == written


@pytest.mark.parametrize(
    ("since", "until", "written"),
    [
        (None, None, "altijd"),
        (date(1900, 1, 1), None, "altijd"),
        (date(2025, 9, 1), None, "vanaf 1 september 2025"),
        (None, date(2026, 8, 31), "tot en met 31 augustus 2026"),
        (
            date(2025, 9, 1),
            date(2026, 8, 31),
            "vanaf 1 september 2025 tot en met 31 augustus 2026",
        ),
    ],
)
def test_a_period_of_the_law_is_told_with_its_ends(since, until, written):
    assert words.span(since, until) == written


@pytest.mark.parametrize(
    ("node", "written", "bare"),
    [
        (Number(Decimal("14.9")), "14,90 euro", "14,90"),
        (Day(date(2025, 9, 1)), "1 september 2025", "1 september 2025"),
        (Choose("schriftelijk"), "schriftelijk", "schriftelijk"),
        (Nothing(Kind.NUMBER), "(bestaat niet)", "(bestaat niet)"),
        (UnknownInLaw(Kind.NUMBER, "x", "s"), "(nog niet gekend)", "(nog niet gekend)"),
        (None, "(nog niet gekend)", "(nog niet gekend)"),
    ],
)
def test_a_value_of_the_law_is_told_with_or_without_its_unit(node, written, bare):
    assert words.law_value(node, "EUR") == written
    assert words.law_value(node, "EUR", bare=True) == bare
