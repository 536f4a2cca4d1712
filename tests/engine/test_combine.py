"""The best combination of rights, on a small invented rulebook of which every sum fits in a head.

A school costs 100 euro, 40 for the exempt. A voucher pays half, at most 125. A grant pays 80. The
account of a member refunds up to 200, the club up to 50. Leave gives the hours of the course, and
10 euro an hour to the employer. A premium is 60. A subsidy pays the employer 30% of the price.
"""

from datetime import date
from decimal import Decimal

import pytest

from koers.engine import (
    UNKNOWN,
    Between,
    Incentive,
    Kind,
    Output,
    Rulebook,
    amount,
    choice_fact,
    condition,
    day_fact,
    least,
    number_fact,
    share,
    step,
    unknown_in_law,
    unknown_number,
    vocabulary,
    when,
    yes_no_fact,
)
from koers.engine.combination import (
    ANYTHING,
    NOTHING,
    Combinations,
    Does,
    Part,
    Range,
    Rule,
    Why,
)
from koers.engine.combine import combine
from koers.engine.reading import load_parameters

LAW = """
half: {label: Helft, unit: "%", values: [{from: 2019-01-01, value: 50, source: law}]}
most: {label: Hoogste deel, unit: EUR, values: [{from: 2019-01-01, value: 125, source: law}]}
school:
  label: Prijs
  unit: EUR
  values: [{from: 2019-01-01, value: 100, source: law}, {from: 2025-09-01, value: 150, source: law}]
exempt: {label: Prijs, unit: EUR, values: [{from: 2019-01-01, value: 40, source: law}]}
grant: {label: Beurs, unit: EUR, values: [{from: 2019-01-01, value: 80, source: law}]}
account: {label: Rekening, unit: EUR, values: [{from: 2019-01-01, value: 200, source: law}]}
club: {label: Club, unit: EUR, values: [{from: 2019-01-01, value: 50, source: law}]}
premium: {label: Premie, unit: EUR, values: [{from: 2019-01-01, value: 60, source: law}]}
an_hour: {label: Per uur, unit: EUR/h, values: [{from: 2019-01-01, value: 10, source: law}]}
subsidy: {label: Subsidie, unit: "%", values: [{from: 2019-01-01, value: 30, source: law}]}
days: {label: Dagen, unit: days, values: [{from: 2019-01-01, value: 5, source: law}]}
sources: {law: {title: Wet, url: "https://example.org", status: official, read: 2026-01-01}}
"""
ON = date(2025, 1, 15)


class person:
    """Who asks."""

    low_diploma = yes_no_fact(label="laag diploma")
    scholar = yes_no_fact(label="krijgt de beurs")
    member = yes_no_fact(label="lid van het fonds")
    in_club = yes_no_fact(label="lid van de club")
    exempt = yes_no_fact(label="vrijgesteld")


class employment:
    """The job."""

    status = choice_fact({"employee": "werknemer", "jobseeker": "werkzoekende"}, label="statuut")


class training:
    """What is followed."""

    kind = choice_fact({"course": "cursus", "school": "school"}, label="soort", subject="training")
    fee = number_fact(unit="EUR", label="prijs", subject="training")
    paid_by = choice_fact({"worker": "jij", "employer": "je baas"}, label="wie betaalt")
    start_date = day_fact(label="eerste dag", subject="training")
    hours = number_fact(unit="h", label="uren", subject="training")


FACTS = vocabulary([person, employment, training])
OUTPUTS = (
    Output("euro", Kind.NUMBER, "bedrag", "EUR", "worker", "0.01"),
    Output("boss", Kind.NUMBER, "voor de werkgever", "EUR", "employer", "0.01"),
    Output("hours", Kind.NUMBER, "uren", "h", "worker"),
    Output("days", Kind.NUMBER, "dagen", "days", "worker"),
)
SCHOOL = (training.kind == "school").node
FULL = (person.exempt == False).node  # an expression, not a comparison
BOSS_PAYS = (training.paid_by == "employer").node
PARTS = (
    Part("school", Does.SETS_PRICE, "euro", "de school", SCHOOL, {"person.exempt": False}, FULL),
    Part("voucher", Does.PAYS, "euro", "de overheid"),
    Part("grant", Does.PAYS, "euro", "de overheid"),
    Part("account", Does.REFUNDS, "euro", "het fonds"),
    Part("club", Does.REFUNDS, "euro", "de club"),
    Part("premium", Does.PAYS_PERSON, "euro", "het fonds"),
    Part("leave", Does.GIVES_TIME, "hours", "de werkgever"),
    Part("other_leave", Does.GIVES_TIME, "hours", "de werkgever"),
    Part("year", Does.BESIDES, "days"),
    Part("leave", Does.PAYS_EMPLOYER, "boss", "de overheid"),
    Part("subsidy", Does.PAYS_EMPLOYER, "boss", "de overheid", BOSS_PAYS),
    Part("club", Does.PAYS_EMPLOYER, "euro", beside="leave"),
    Part("not_in_the_rulebook", Does.PAYS, "euro"),
)


def between(one, other, *, together):
    """A rule about two rights."""
    name = f"{one}_{other}"
    return Rule(name, name, frozenset({one}), frozenset({other}), together, "Zo.", "https://x.org")


def rules(*given):
    """The parts with some rules."""
    return Combinations(PARTS, given, with_employer=(employment.status == "employee").node)


@pytest.fixture(scope="module")
def law(tmp_path_factory):
    folder = tmp_path_factory.mktemp("price")
    (folder / "parameters.yaml").write_text(LAW, encoding="utf-8")
    return load_parameters(str(folder / "rule.py"))


@pytest.fixture(scope="module")
def book(law):
    """The invented rulebook."""
    p = law
    works = employment.status == "employee"
    doubt = unknown_in_law("Niet gelezen.", source="https://example.org")
    rights = {
        "school": ([], {"euro": when(person.exempt).then(p.exempt).otherwise(p.school)}),
        "voucher": (
            [person.low_diploma, training.paid_by == "worker"],
            {"euro": least(share(p.half, training.fee), p.most)},
        ),
        "grant": ([person.scholar], {"euro": least(p.grant, training.fee)}),
        "account": ([person.member], {"euro": least(p.account, training.fee)}),
        "club": ([person.in_club], {"euro": least(p.club, training.fee)}),
        "premium": ([person.member], {"euro": p.premium}),
        "leave": ([works], {"hours": training.hours, "boss": training.hours * p.an_hour}),
        "other_leave": ([works, doubt], {"hours": training.hours}),
        "year": ([works], {"days": p.days}),
        "subsidy": ([], {"boss": share(p.subsidy, training.fee)}),
    }
    return Rulebook(
        [_incentive(p, name, *parts) for name, parts in rights.items()],
        vocabulary=FACTS,
        outputs=OUTPUTS,
        version="v1",
    )


def _incentive(law, name, conditions, amounts):
    made = [condition(one, law="art. 1", title="Zo", source="law") for one in conditions]
    named = [type(one)(**{**one.__dict__, "name": f"c{at}"}) for at, one in enumerate(made)]
    return Incentive(
        id=name,
        kind="employer_right" if name == "subsidy" else "right",
        level="flemish",
        group="money",
        recipient="worker",
        reference="training_start",
        parameters=law,
        conditions=named,
        amounts={key: amount(value) for key, value in amounts.items()},
        steps=[step("ask", who="worker", source="law")],
    )


NOBODY = {
    "person.low_diploma": False,
    "person.scholar": False,
    "person.member": False,
    "person.in_club": False,
    "person.exempt": False,
    "employment.status": "jobseeker",
    "training.kind": "course",
    "training.hours": Decimal(40),
}
"""Somebody without any right, in a course of forty hours without a price."""


def found(book, *given, strict=False, on=ON, **facts):
    """The combination for NOBODY with other facts: `low_diploma=True` and so on."""
    names = {one.rpartition(".")[2]: one for one in FACTS.facts}
    said = {names[name]: value for name, value in facts.items()}
    return combine(book, rules(*given), {**NOBODY, **said}, on=on, strict=strict)


def euros(low, high="same"):
    """A range of euros or hours."""
    most = low if high == "same" else high
    return Range(Decimal(low), None if most is None else Decimal(most))


# The price -----------------------------------------------------------------------------------


def test_without_any_right_the_person_pays_the_list_price(book):
    best = found(book, fee=Decimal(300)).best

    assert (best.list_price, best.pays, best.lines) == (euros(300), euros(300), ())


def test_what_pays_at_enrolment_comes_off_at_once(book):
    best = found(book, fee=Decimal(300), low_diploma=True).best

    assert (best.pays_first, best.gets_back, best.pays) == (euros(175), NOTHING, euros(175))


def test_what_refunds_is_paid_first_and_comes_back_later(book):
    best = found(book, fee=Decimal(300), member=True).best

    assert (best.pays_first, best.gets_back, best.pays) == (euros(300), euros(200), euros(100))


def test_a_refund_after_a_voucher_is_only_on_what_is_left(book):
    best = found(book, fee=Decimal(240), low_diploma=True, member=True).best

    assert (best.pays_first, best.gets_back, best.pays) == (euros(120), euros(120), NOTHING)


def test_two_refunds_come_one_after_the_other(book):
    best = found(book, fee=Decimal(230), member=True, in_club=True).best

    assert (best.gets_back, best.pays) == (euros(230), NOTHING)
    assert [one.amount for one in best.lines if one.does is Does.REFUNDS] == [euros(200), euros(30)]


def test_the_rule_of_the_price_says_the_list_price_when_nobody_stated_it(book):
    told = found(book, kind="school")

    assert (told.best.list_price, told.best.pays, told.price_by) == (
        euros(100),
        euros(100),
        "school",
    )
    assert told.best.lines == ()


def test_a_lower_price_for_this_person_comes_off_the_list_price(book):
    best = found(book, kind="school", exempt=True, low_diploma=True).best

    assert [(one.incentive, one.amount) for one in best.lines] == [
        ("school", euros(60)),
        ("voucher", euros(20)),
    ]
    assert best.pays == euros(20)


def test_a_stated_price_becomes_as_much_lower_as_the_rule_says(book):
    best = found(book, kind="school", exempt=True, fee=Decimal(120)).best

    assert (best.list_price, best.pays) == (euros(120), euros(60))


def test_the_law_of_the_first_day_of_the_training_counts(book):
    best = found(book, kind="school", start_date=date(2025, 9, 1)).best

    assert best.list_price == euros(150)


# What is not certain -------------------------------------------------------------------------


def test_a_price_within_bounds_is_followed_at_both_ends(book):
    best = found(book, kind="school", exempt=UNKNOWN, low_diploma=True).best

    assert best.list_price == euros(100)
    assert best.pays == euros(20, 50)


def test_a_stated_price_may_lie_within_bounds(book):
    best = found(book, fee=Between(Decimal(200), Decimal(400)), low_diploma=True).best

    assert (best.list_price, best.pays) == (euros(200, 400), euros(100, 275))
    assert best.lines[0].amount == euros(100, 125)


def test_a_price_that_nobody_knows_is_never_zero(book):
    told = found(book, low_diploma=True)

    assert (told.best.list_price, told.best.pays) == (ANYTHING, ANYTHING)
    assert told.best.lines[0].amount == euros(0, 125)
    assert told.price_by == ""


def test_a_price_with_only_a_lower_bound_keeps_what_is_certain(book):
    best = found(book, fee=Between(Decimal(300), None), low_diploma=True).best

    assert best.pays == euros(175, None)


def test_a_right_that_is_open_takes_off_from_nothing_to_all(book):
    best = found(book, fee=Decimal(300), low_diploma=UNKNOWN).best

    assert (best.pays, best.lines[0].amount, best.lines[0].sure) == (
        euros(175, 300),
        euros(0, 125),
        False,
    )


def test_a_right_that_the_law_leaves_open_gives_hours_from_nothing(book):
    best = found(book, between("leave", "other_leave", together=False), status="employee").best
    alone = found(book, status="employee").best

    assert (best.chosen, best.hours) == (("leave", "year"), euros(40))
    assert alone.hours == euros(40, 80)


def test_hours_that_are_not_known_have_no_upper_bound(book):
    best = found(book, status="employee", hours=UNKNOWN).best

    assert best.hours == euros(0, None)


def test_an_amount_that_may_be_nothing_is_a_range(law):
    maybe = unknown_number("Niet gelezen.", source="https://example.org", unit="EUR", low=10)
    right = _incentive(law, "voucher", [], {"euro": maybe})
    book = Rulebook([right], vocabulary=FACTS, outputs=OUTPUTS, version="v1")

    best = combine(book, rules(), {"training.fee": Decimal(30)}, on=ON).best

    assert (best.lines[0].amount, best.pays) == (euros(10, 30), euros(0, 20))


def _school_of(law, price):
    """A rulebook of a school with that price for who is not exempt."""
    euro = when(person.exempt).then(0).otherwise(price)
    return Rulebook(
        [_incentive(law, "school", [], {"euro": euro})],
        vocabulary=FACTS,
        outputs=OUTPUTS,
        version="v1",
    )


def test_a_price_within_bounds_that_everybody_pays_is_not_taken_off_itself(law):
    unread = unknown_number("?", source="https://example.org", unit="EUR", low=100)
    price = least(unread, law.school + law.club)

    best = found(_school_of(law, price), kind="school").best

    assert (best.list_price, best.pays, best.lines) == (euros(100, 150), euros(100, 150), ())


def test_a_lower_price_of_which_nothing_is_known_may_be_nothing(law):
    price = unknown_number("?", source="https://example.org", unit="EUR", low=0)

    exempt = found(_school_of(law, price), kind="school", fee=Decimal(120), exempt=True).best
    unsure = found(_school_of(law, price), kind="school", fee=Decimal(120), exempt=UNKNOWN).best
    nobody = found(_school_of(law, price), kind="school", fee=Decimal(120)).best

    assert (exempt.pays, unsure.pays, nobody.pays) == (euros(0, 120), euros(0, 120), euros(120))


# What goes together --------------------------------------------------------------------------


def test_of_two_rights_that_exclude_each_other_the_cheapest_is_chosen(book):
    rule = between("voucher", "grant", together=False)

    dear = found(book, rule, fee=Decimal(300), low_diploma=True, scholar=True)
    cheap = found(book, rule, fee=Decimal(100), low_diploma=True, scholar=True)

    assert (dear.best.chosen, dear.best.pays) == (("voucher",), euros(175))
    assert (cheap.best.chosen, cheap.best.pays) == (("grant",), euros(20))
    assert [(one.incentive, one.why, one.rule) for one in dear.left_out] == [
        ("grant", Why.EXCLUDED, rule)
    ]
    assert [(one.rule, one.rights) for one in dear.conflicts] == [(rule, ("voucher", "grant"))]


def test_without_a_rule_both_are_taken(book):
    best = found(book, fee=Decimal(300), low_diploma=True, scholar=True).best

    assert (best.chosen, best.pays) == (("voucher", "grant"), euros(95))


def test_what_is_certain_goes_before_what_may_be_more(book):
    rule = between("voucher", "grant", together=False)

    told = found(book, rule, fee=Decimal(300), low_diploma=UNKNOWN, scholar=True)

    assert (told.best.chosen, told.best.pays) == (("grant",), euros(220))


def test_a_combination_that_no_source_settles_promises_nothing(book):
    rule = between("voucher", "account", together=None)

    told = found(book, rule, fee=Decimal(240), low_diploma=True, member=True)

    assert (told.best.pays, told.best.chosen) == (euros(40), ("account", "premium"))
    assert [(one.incentive, one.why, one.rule) for one in told.left_out] == [
        ("voucher", Why.NOT_SETTLED, rule)
    ]


def test_a_later_right_that_may_fail_beside_an_earlier_one_counts_from_nothing(book):
    rule = between("voucher", "club", together=None)

    told = found(book, rule, fee=Decimal(600), low_diploma=True, in_club=True)
    line = next(one for one in told.best.lines if one.incentive == "club")

    assert (told.best.pays, line.amount, line.sure) == (euros(425, 475), euros(0, 50), False)
    assert told.unsettled == (rule,)


def test_hours_beside_an_unsettled_voucher_are_a_range(book):
    rule = between("voucher", "leave", together=None)

    told = found(book, rule, fee=Decimal(100), low_diploma=True, status="employee")
    line = next(one for one in told.best.lines if one.does is Does.GIVES_TIME)

    assert (told.best.pays, line.amount, line.doubts) == (euros(50), euros(0, 40), (rule,))
    assert told.unsettled == (rule,)


def test_what_the_employer_gets_for_a_sure_right_is_sure_too(book):
    rule = between("leave", "year", together=None)

    told = found(book, rule, fee=Decimal(100), status="employee")
    leave, year = (
        next(one for one in told.best.lines if one.incentive == name) for name in ("leave", "year")
    )

    assert (leave.sure, year.sure) == (True, False)
    assert [(one.incentive, one.amount, one.sure) for one in told.employer] == [
        ("leave", euros(400), True)
    ]


def test_a_rule_that_allows_is_told_when_both_are_there(book):
    rule = between("voucher", "leave", together=True)

    told = found(book, rule, fee=Decimal(100), low_diploma=True, status="employee")

    assert (told.settled, told.conflicts) == ((rule,), ())


def test_a_rule_is_never_about_one_right_and_itself():
    leaves = frozenset({"leave", "other_leave"})
    rule = Rule("leaves", "Verlof", leaves, leaves, together=False, why="Zo.", source="")

    assert rule.about("leave", "other_leave")
    assert not rule.about("leave", "leave")


# The objective -------------------------------------------------------------------------------


def test_paying_less_goes_before_more_hours(book):
    rule = between("voucher", "leave", together=False)

    told = found(book, rule, fee=Decimal(100), low_diploma=True, status="employee")

    assert told.best.pays == euros(50)
    assert "leave" not in told.best.chosen


def test_more_hours_go_before_a_premium(book):
    rule = between("premium", "leave", together=False)

    told = found(book, rule, member=True, status="employee", fee=Decimal(0))

    assert "leave" in told.best.chosen
    assert "premium" not in told.best.chosen


def test_a_right_that_takes_nothing_more_off_is_not_requested(book):
    told = found(book, fee=Decimal(200), scholar=True, member=True)

    assert (told.best.chosen, told.best.pays) == (("account", "premium"), NOTHING)
    assert [(one.incentive, one.why) for one in told.left_out] == [("grant", Why.ADDS_NOTHING)]


def test_a_tie_goes_by_the_rulebook_and_is_told(book):
    rule = between("voucher", "grant", together=False)

    told = found(book, rule, fee=Decimal(160), low_diploma=True, scholar=True)

    assert told.best.chosen == ("voucher",)
    assert [one.chosen for one in told.equal] == [("grant",)]
    assert told.best.pays == told.equal[0].pays == euros(80)


def test_a_right_for_the_whole_year_is_told_and_never_subtracted(book):
    best = found(book, fee=Decimal(100), status="employee").best
    (line,) = [one for one in best.lines if one.does is Does.BESIDES]

    assert (line.amount, line.unit, best.pays) == (euros(5), "days", euros(100))


def test_a_right_that_is_closed_or_of_another_kind_of_training_has_no_part(book):
    told = found(book, fee=Decimal(100))

    assert "voucher" in told.closed
    assert "school" not in told.closed
    assert told.assessments["voucher"].incentive == "voucher"


def test_a_right_that_waits_for_a_fact_and_is_not_taken_is_told(book):
    told = found(book, fee=Decimal(100), status=UNKNOWN, kind=UNKNOWN)

    assert [(one.incentive, one.missing) for one in told.open] == [
        ("school", ("training.kind",)),
        ("year", ("employment.status",)),
    ]


def test_a_free_training_needs_no_help_with_the_price(book):
    told = found(book, fee=Decimal(0), low_diploma=True, member=True)

    assert (told.best.chosen, told.best.pays) == (("premium",), NOTHING)


# Who pays ------------------------------------------------------------------------------------


def test_when_nobody_said_who_pays_the_person_pays_and_that_is_told(book):
    told = found(book, fee=Decimal(300), low_diploma=True)
    stated = found(book, fee=Decimal(300), low_diploma=True, paid_by="worker")

    assert (told.payer, told.payer_assumed) == ("worker", True)
    assert (stated.payer, stated.payer_assumed) == ("worker", False)
    assert told.best.pays == stated.best.pays == euros(175)


def test_when_the_employer_pays_the_person_pays_nothing(book):
    told = found(book, fee=Decimal(300), low_diploma=True, status="employee", paid_by="employer")

    assert (told.best.pays, told.best.pays_first, told.best.employer_pays) == (
        NOTHING,
        NOTHING,
        euros(300),
    )
    assert [(one.incentive, one.amount) for one in told.employer] == [
        ("leave", euros(400)),
        ("subsidy", euros(90)),
    ]
    assert told.if_employer_pays is None


def test_the_bill_of_the_employer_is_the_price_for_this_person(book):
    told = found(book, kind="school", exempt=True, status="employee", paid_by="employer")

    assert (told.best.pays, told.best.employer_pays) == (NOTHING, euros(40))


def test_somebody_with_an_employer_sees_what_it_would_be_if_that_one_pays(book):
    told = found(book, fee=Decimal(300), status="employee")
    other = told.if_employer_pays

    assert [one.incentive for one in told.employer] == ["leave"]
    assert other is not None
    assert (other.payer, other.best.pays, other.best.employer_pays) == (
        "employer",
        NOTHING,
        euros(300),
    )
    assert [one.incentive for one in other.employer] == ["leave", "subsidy"]


def test_somebody_without_an_employer_does_not(book):
    assert found(book, fee=Decimal(300)).if_employer_pays is None
    assert combine(book, Combinations(PARTS, ()), NOBODY, on=ON).if_employer_pays is None


def test_a_conflict_with_what_the_employer_could_have_is_told(book):
    rule = between("voucher", "subsidy", together=False)

    told = found(book, rule, fee=Decimal(300), low_diploma=True, status="employee")

    assert [(one.rule, one.rights) for one in told.conflicts] == [(rule, ("voucher", "subsidy"))]


def test_what_the_employer_gets_leaves_out_what_is_excluded(book):
    rule = between("leave", "subsidy", together=False)

    told = found(book, rule, fee=Decimal(300), status="employee", paid_by="employer")

    assert [one.incentive for one in told.employer] == ["leave"]


def test_somebody_without_an_employer_pays_whatever_was_said(book):
    told = found(book, fee=Decimal(300), low_diploma=True, paid_by="employer")

    assert (told.payer, told.best.pays) == ("worker", euros(175))


def test_what_the_employer_gets_beside_a_right_needs_that_right(book):
    told = found(book, status="employee", in_club=True, fee=Decimal(10))
    without = found(book, in_club=True, fee=Decimal(10))

    assert [one.incentive for one in told.employer] == ["leave", "club"]
    assert without.employer == ()


def test_strict_assumes_nothing_about_who_pays(book):
    told = found(book, fee=Decimal(300), low_diploma=True, strict=True)

    assert (told.payer, told.payer_assumed) == (None, False)
    assert told.best.pays == euros(0, 300)
    assert told.best.lines[0].sure is False


def test_not_knowing_who_pays_is_never_replaced(book):
    told = found(book, fee=Decimal(300), low_diploma=True, paid_by=UNKNOWN)

    assert (told.payer, told.best.pays) == (None, euros(0, 300))
