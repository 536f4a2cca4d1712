"""From what a user gives to canonical facts: every kind of value, and every sentence of refusal."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from koers.engine import (
    ABSENT,
    UNKNOWN,
    Between,
    Dated,
    Enumeration,
    FactError,
    OneOf,
    Reduction,
    choice_fact,
    code_fact,
    day_fact,
    number_fact,
    vocabulary,
    yes_no_fact,
)
from koers.engine.statements import read_day, read_facts, read_value


class person:
    """Who asks."""

    works = yes_no_fact(label="werkt")
    remote = yes_no_fact(label="telewerk", absent=ABSENT)
    region = choice_fact(
        {"flanders": "Vlaanderen", "brussels": "Brussel"},
        label="woonplaats",
        accepts={"vlaanderen": "flanders"},
    )
    status = choice_fact({"employee": "werknemer"}, label="statuut", absent=ABSENT)
    age = number_fact(unit="years", whole=True, high=120, label="leeftijd")
    children = number_fact(unit="children", whole=True, absent=0, label="kinderen")
    balance = number_fact(unit="EUR", low=None, high=1000, label="saldo")
    diploma_year = number_fact(unit="school_year", whole=True, low=None, label="schooljaar")
    birth_date = day_fact(label="geboortedatum")
    end_date = day_fact(label="einde", absent=ABSENT)


class job:
    """The work."""

    joint_committee = code_fact(
        r"^\d{3}(\.\d{2})?$",
        known=Enumeration(
            "committees", {"200": "bedienden"}, accepts={"218": "200", "pc200": "200", "32": "320"}
        ),
        label="paritair comité",
    )
    plate = code_fact(r"^[A-Z]+$", label="nummerplaat")
    hours = number_fact(unit="h", label="uren", absent=ABSENT)
    days = number_fact(unit="h", listed=True, label="uren per dag")
    total = number_fact(unit="h", label="uren samen")
    most = number_fact(unit="h", label="langste dag")
    paid_with = choice_fact(
        {"cheque": "cheque", "wallet": "portefeuille", "cash": "zelf"},
        label="betaald met",
        listed=True,
        absent=ABSENT,
        accepts={"money": "cash"},
    )
    paid_with_cheque = yes_no_fact(label="betaald met een cheque")
    ways = number_fact(unit="", label="op zoveel manieren")
    days_by_year = number_fact(unit="days", listed=True, absent=ABSENT, label="dagen per jaar")
    best_year = number_fact(unit="days", label="beste jaar")
    shifts = number_fact(unit="h", listed=True, absent=ABSENT, label="ploegen")
    longest_shift = number_fact(unit="h", absent=ABSENT, label="langste ploeg")


NONE = Decimal(0)
VOCABULARY = vocabulary(
    [person, job],
    reductions=[
        Reduction("job.total", "job.days", sum, "som"),
        Reduction("job.most", "job.days", max, "langste dag"),
        Reduction(
            "job.paid_with_cheque", "job.paid_with", lambda words: "cheque" in words, "", none=False
        ),
        Reduction("job.ways", "job.paid_with", lambda words: Decimal(len(words)), "", none=NONE),
        Reduction(
            "job.best_year",
            "job.days_by_year",
            max,
            "beste jaar",
            keys=frozenset({"2022", "2023"}),
            none=Decimal(0),
        ),
        Reduction("job.longest_shift", "job.shifts", max, "langste ploeg"),
    ],
    accepts_name={"person.home": "person.region"},
)
DAY = date(2025, 9, 1)


def read(name, value):
    """One value as it is kept."""
    return read_value(VOCABULARY.facts[name], value)


# What is kept --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("person.works", True, True),
        ("person.works", False, False),
        ("person.works", None, UNKNOWN),
        ("person.works", "unknown", UNKNOWN),
        ("person.works", UNKNOWN, UNKNOWN),
        ("person.remote", "absent", ABSENT),
        ("person.remote", ABSENT, ABSENT),
        ("person.region", "flanders", "flanders"),
        ("person.region", "vlaanderen", "flanders"),
        ("person.age", 40, 40),
        ("person.age", 40.0, 40),
        ("person.age", Decimal("40.0"), 40),
        ("person.children", "absent", 0),
        ("person.balance", 0.1, Decimal("0.1")),
        ("person.balance", Decimal("-12.50"), Decimal("-12.50")),
        ("person.diploma_year", "2008-2009", 2008),
        ("person.birth_date", DAY, DAY),
        ("person.birth_date", "2025-09-01", DAY),
        ("job.joint_committee", "200", "200"),
        ("job.joint_committee", "149.01", "149.01"),
        ("job.joint_committee", "218", "200"),
        ("job.joint_committee", "pc200", "200"),
        ("job.joint_committee", ["218", "200"], "200"),
        ("job.joint_committee", ["32", "200"], OneOf(frozenset({"320", "200"}))),
    ],
)
def test_a_whole_value_is_kept_in_one_form(name, given, kept):
    assert read(name, given) == kept


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("person.age", {"from": 18, "to": 25}, Between(18, 25)),
        ("person.age", {"from": 18}, Between(18, None)),
        ("person.age", {"to": 25}, Between(None, 25)),
        ("person.age", {"from": None, "to": 25}, Between(None, 25)),
        ("person.age", {"from": 18, "to": 18}, 18),
        ("person.age", [18, 40, 25], Between(18, 40)),
        ("person.age", (18,), 18),
        ("person.age", [18, 18], 18),
        ("person.region", ["flanders", "brussels"], OneOf(frozenset({"flanders", "brussels"}))),
        ("person.region", ["flanders"], "flanders"),
        ("person.region", {"vlaanderen", "flanders"}, "flanders"),
        ("person.region", OneOf(frozenset({"flanders"})), "flanders"),
        ("person.status", ["employee", "absent"], OneOf(frozenset({"employee", ABSENT}))),
        ("person.works", [True, False], OneOf(frozenset({True, False}))),
        ("job.joint_committee", ["200", "124"], OneOf(frozenset({"200", "124"}))),
        ("person.birth_date", 2025, Between(date(2025, 1, 1), date(2025, 12, 31))),
        ("person.birth_date", "2024-02", Between(date(2024, 2, 1), date(2024, 2, 29))),
        ("person.birth_date", "2024-12", Between(date(2024, 12, 1), date(2024, 12, 31))),
        ("person.birth_date", 1900, Between(date(1900, 1, 1), date(1900, 12, 31))),
        ("person.birth_date", {"from": "2025-09-01"}, Between(DAY, None)),
        (
            "person.birth_date",
            {"from": 2024, "to": "2025-03"},
            Between(date(2024, 1, 1), date(2025, 3, 31)),
        ),
        (
            "person.birth_date",
            {"from": "2025-09-01", "to": 2025},
            Between(DAY, date(2025, 12, 31)),
        ),
        ("person.birth_date", [2024, DAY], Between(date(2024, 1, 1), DAY)),
    ],
)
def test_a_partial_value_is_a_set_or_an_interval(name, given, kept):
    assert read(name, given) == kept


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("person.age", {"value": 40, "on": DAY}, Dated(40, DAY)),
        ("person.age", {"value": "unknown", "on": "2025-09-01"}, Dated(UNKNOWN, DAY)),
        ("person.age", {"value": {"from": 18}, "on": DAY}, Dated(Between(18, None), DAY)),
        ("person.region", {"value": "flanders", "on": DAY}, Dated("flanders", DAY)),
    ],
)
def test_a_dated_value_keeps_its_day(name, given, kept):
    assert read(name, given) == kept


def test_a_whole_file_is_read_by_name():
    found = read_facts({"person.works": True, "person.home": "vlaanderen"}, VOCABULARY)

    assert found == {"person.works": True, "person.region": "flanders"}


def test_a_list_becomes_the_numbers_that_rules_see():
    found = read_facts({"job.days": [2, 0.5, 4]}, VOCABULARY)

    assert found == {"job.total": Decimal("6.5"), "job.most": Decimal(4)}


def test_a_list_with_something_unknown_leaves_its_numbers_unknown():
    found = read_facts({"job.days": [2, None]}, VOCABULARY)

    assert found == {"job.total": UNKNOWN, "job.most": UNKNOWN}


def test_a_number_that_was_given_itself_is_not_taken_from_the_list():
    found = read_facts({"job.days": [2, 3], "job.total": 4}, VOCABULARY)

    assert found == {"job.most": Decimal(3), "job.total": 4}


def test_a_counted_fact_may_also_be_one_number():
    assert read_facts({"job.days": 3}, VOCABULARY) == {"job.days": 3}


@pytest.mark.parametrize(
    ("given", "with_cheque", "ways"),
    [
        (["cheque", "wallet"], True, 2),
        (["wallet", "money"], False, 2),
        ("cheque", True, 1),
        (["cheque", None], UNKNOWN, UNKNOWN),
        (["unknown"], UNKNOWN, UNKNOWN),
        ("absent", False, 0),
        (ABSENT.value, False, 0),
    ],
)
def test_a_list_of_words_becomes_what_rules_see(given, with_cheque, ways):
    found = read_facts({"job.paid_with": given}, VOCABULARY)

    assert found == {"job.paid_with_cheque": with_cheque, "job.ways": ways}


def test_a_list_of_words_that_is_not_known_is_one_unknown():
    for given in (None, "unknown"):
        assert read_facts({"job.paid_with": given}, VOCABULARY) == {"job.paid_with": UNKNOWN}


def test_what_was_said_itself_outweighs_a_list_of_words():
    given = {"job.paid_with": ["wallet"], "job.paid_with_cheque": True}

    assert read_facts(given, VOCABULARY) == {"job.ways": 1, "job.paid_with_cheque": True}


@pytest.mark.parametrize(
    ("given", "best"),
    [
        ({"2022": 20, "2023": 35, "2019": 300}, 35),
        ({2022: 20, 2023: 35.5}, Decimal("35.5")),
        ({"2023": 12}, 12),
        ({"2019": 300}, 0),
        ({"2022": 20, "2023": None}, UNKNOWN),
        ("absent", 0),
    ],
)
def test_of_a_list_per_year_only_the_years_of_the_rule_count(given, best):
    assert read_facts({"job.days_by_year": given}, VOCABULARY) == {"job.best_year": best}


def test_a_list_that_is_absent_is_absent_where_nothing_says_what_that_means():
    assert read_facts({"job.shifts": "absent"}, VOCABULARY) == {"job.shifts": ABSENT}


def test_a_dated_list_is_no_list():
    given = {"value": 3, "on": DAY}

    assert read_facts({"job.days": given}, VOCABULARY) == {"job.days": Dated(3, DAY)}


# What is refused -----------------------------------------------------------------------------


def refusal(name, value):
    """The sentence with which a value is refused."""
    with pytest.raises(FactError) as caught:
        read_facts({name: value}, VOCABULARY)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "job.joint_comittee",
            "Het gegeven 'job.joint_comittee' bestaat niet. Bedoelde je job.joint_committee?",
        ),
        (
            "me.birth_date",
            "Het gegeven 'me.birth_date' bestaat niet. Bedoelde je person.birth_date?",
        ),
        (
            "xyz",
            "Het gegeven 'xyz' bestaat niet. `koers rulebook --facts` toont alle gegevens.",
        ),
        (3, "Het gegeven 3 bestaat niet. `koers rulebook --facts` toont alle gegevens."),
    ],
)
def test_a_name_that_does_not_exist_is_answered_with_the_nearest_one(name, sentence):
    assert refusal(name, True) == sentence


def test_a_fact_that_is_given_by_two_names_is_refused():
    with pytest.raises(FactError) as caught:
        read_facts({"person.region": "flanders", "person.home": "brussels"}, VOCABULARY)

    assert str(caught.value) == (
        "person.region staat er twee keer in, ook als person.home. Houd er één."
    )


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("person.works", "ja", "person.works: 'ja' is geen ja of nee. Schrijf true of false."),
        ("person.works", 1, "person.works: 1 is geen ja of nee. Schrijf true of false."),
        (
            "person.works",
            "absent",
            "person.works: dit gegeven bestaat altijd, het kan niet `absent` zijn. Geef een "
            "waarde, of `unknown` als je het niet weet.",
        ),
        (
            "person.region",
            "flandres",
            "person.region: 'flandres' is geen mogelijke waarde. Bedoelde je flanders? Mogelijk "
            "zijn: flanders, brussels.",
        ),
        (
            "person.region",
            "x",
            "person.region: 'x' is geen mogelijke waarde. Mogelijk zijn: flanders, brussels.",
        ),
        (
            "person.region",
            7,
            "person.region: 7 is geen tekst. Zet de waarde tussen aanhalingstekens, "
            'bijvoorbeeld "7".',
        ),
        (
            "person.region",
            {"from": "flanders"},
            "person.region: een bereik kan alleen bij een getal of een datum. Geef een lijst van "
            "mogelijke waarden.",
        ),
        (
            "person.region",
            [],
            "person.region: de lijst is leeg. Geef minstens één mogelijke waarde.",
        ),
        (
            "job.joint_committee",
            "20",
            "job.joint_committee: '20' heeft niet de juiste vorm (een nummer als \"200\" of "
            '"149.01").',
        ),
        ("job.plate", "a", "job.plate: 'a' heeft niet de juiste vorm (^[A-Z]+$)."),
        (
            "job.joint_committee",
            200,
            "job.joint_committee: 200 is geen tekst. Zet de waarde tussen aanhalingstekens, "
            'bijvoorbeeld "200".',
        ),
    ],
)
def test_a_word_that_cannot_be_is_refused(name, value, sentence):
    assert refusal(name, value) == sentence


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("person.age", "veertig", "person.age: 'veertig' is geen getal."),
        (
            "person.age",
            "40",
            "person.age: '40' is geen getal. Schrijf 40 zonder aanhalingstekens.",
        ),
        ("person.age", True, "person.age: True is geen getal."),
        ("person.age", 40.5, "person.age: 40.5 is geen geheel getal."),
        ("person.age", -1, "person.age: -1 kan niet. Het ligt tussen 0 en 120 years."),
        ("person.age", 121, "person.age: 121 kan niet. Het ligt tussen 0 en 120 years."),
        ("person.children", -1, "person.children: -1 kan niet. Het is minstens 0 children."),
        ("person.balance", 1001, "person.balance: 1001 kan niet. Het is hoogstens 1000 EUR."),
        (
            "person.balance",
            float("nan"),
            "person.balance: nan is geen getal. Geef een gewoon getal.",
        ),
        (
            "person.balance",
            float("inf"),
            "person.balance: inf is geen getal. Geef een gewoon getal.",
        ),
        (
            "person.age",
            {"from": 30, "to": 20},
            "person.age: het bereik loopt van hoog naar laag. Zet `from` op de laagste waarde.",
        ),
        (
            "job.hours",
            {"from": "absent"},
            "job.hours: de grenzen van een bereik zijn getallen of datums.",
        ),
        (
            "job.hours",
            [3, "absent"],
            "job.hours: een lijst van mogelijke waarden bevat alleen waarden.",
        ),
        (
            "person.diploma_year",
            "2008-2010",
            "person.diploma_year: '2008-2010' is geen schooljaar. Schrijf het als \"2008-2009\".",
        ),
        (
            "person.diploma_year",
            2008,
            'person.diploma_year: 2008 is geen schooljaar. Schrijf het als "2008-2009".',
        ),
        ("job.days", [], "job.days: de lijst is leeg. Geef minstens één getal."),
        ("job.days", [2, "x"], "job.days: 'x' is geen getal."),
        ("job.paid_with", [], "job.paid_with: de lijst is leeg. Geef minstens één waarde."),
        (
            "job.paid_with",
            ["cheque", "cheques"],
            "job.paid_with: 'cheques' is geen mogelijke waarde. Bedoelde je cheque? Mogelijk "
            "zijn: cheque, wallet, cash.",
        ),
        ("job.days", "absent", "job.days: 'absent' is geen getal."),
        (
            "job.days_by_year",
            [20, 35],
            'job.days_by_year: geef per jaar een getal, zoals {"2022": 20, "2023": 20}.',
        ),
        (
            "job.days_by_year",
            {"2022": 20, "best": 3},
            "job.days_by_year: 'best' is geen jaar. Schrijf het als 2024.",
        ),
        ("job.days_by_year", {"2022": "x"}, "job.days_by_year: 'x' is geen getal."),
        (
            "person.diploma_year",
            "0000-0001",
            "person.diploma_year: '0000-0001' is geen schooljaar. Schrijf het als \"2008-2009\".",
        ),
    ],
)
def test_a_number_that_cannot_be_is_refused(name, value, sentence):
    assert refusal(name, value) == sentence


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        (
            "person.birth_date",
            "2025-02-30",
            "person.birth_date: '2025-02-30' is geen bestaande dag. Schrijf bijvoorbeeld "
            "2026-09-01.",
        ),
        (
            "person.birth_date",
            "2025-13",
            "person.birth_date: die datum bestaat niet. Schrijf bijvoorbeeld 2026-09-01.",
        ),
        (
            "person.birth_date",
            1850,
            "person.birth_date: die datum bestaat niet. Schrijf bijvoorbeeld 2026-09-01.",
        ),
        (
            "person.birth_date",
            True,
            "person.birth_date: True is geen bestaande dag. Schrijf bijvoorbeeld 2026-09-01.",
        ),
        (
            "person.birth_date",
            datetime(2025, 9, 1, 12),
            "person.birth_date: geef een dag zonder uur, bijvoorbeeld 2026-09-01.",
        ),
        (
            "person.birth_date",
            {"value": "2025-09-01", "on": 2025},
            "person.birth_date: 2025 is geen bestaande dag. Schrijf bijvoorbeeld 2026-09-01.",
        ),
    ],
)
def test_a_day_that_cannot_be_is_refused(name, value, sentence):
    assert refusal(name, value) == sentence


@pytest.mark.parametrize("value", [{}, {"van": 1, "tot": 2}, {"value": 3}, {"from": 1, "on": DAY}])
def test_a_mapping_with_other_keys_is_refused(value):
    assert refusal("person.age", value).endswith(
        "ken ik niet. Schrijf {from: …, to: …} voor een bereik of {value: …, on: …} voor een "
        "waarde met een datum."
    )


def test_a_value_cannot_be_dated_twice():
    twice = {"value": {"value": 40, "on": DAY}, "on": DAY}

    assert refusal("person.age", twice).startswith("person.age: ")


@pytest.mark.parametrize("value", [10**12, 10**400, Decimal("1e30"), {"from": 10**12}, [3, 10**12]])
def test_a_number_that_nobody_can_compute_with_is_refused(value):
    assert refusal("job.hours", value) == (
        "job.hours: dat getal is te groot. Geef een getal onder 1000000000000."
    )


def test_a_number_with_more_digits_than_the_law_has_is_refused():
    assert refusal("job.hours", Decimal("0.1234567")) == (
        "job.hours: 0.1234567 heeft te veel cijfers na de punt. Geef er hoogstens 6."
    )


@pytest.mark.parametrize("value", [10**12 - 1, Decimal("0.123456")])
def test_large_and_precise_numbers_are_read(value):
    assert read("job.hours", value) == value


def test_a_day_is_read_with_what_it_is_for():
    with pytest.raises(FactError, match=r"^--on: 'morgen' is geen bestaande dag\."):
        read_day("morgen", "--on")


def test_a_sentence_never_tells_another_fact():
    with pytest.raises(FactError) as caught:
        read_facts({"person.age": 40, "person.works": "ja"}, VOCABULARY)

    assert "40" not in str(caught.value)


def test_a_number_with_an_exponent_is_asked_for_in_full():
    fact = vocabulary([exponent]).facts["exponent.hours"]
    with pytest.raises(FactError, match="Schrijf het getal voluit, zonder e"):
        read_value(fact, "8e1")


class exponent:
    """A number."""

    hours = number_fact(unit="h", label="uren")
