"""The referee: four answers, why, what was assumed, what does not fit, and days that are open."""

from datetime import date
from decimal import Decimal

import pytest

from koers.engine import (
    ABSENT,
    REFERENCE_DAY,
    UNKNOWN,
    Between,
    Dated,
    Incentive,
    Kind,
    OneOf,
    Output,
    Rulebook,
    Usual,
    amount,
    choice_fact,
    code_fact,
    condition,
    day_fact,
    full_years,
    implies,
    number_fact,
    open_norm,
    share,
    shift,
    step,
    unknown_in_law,
    vocabulary,
    when,
    yes_no_fact,
)
from koers.engine.assess import (
    assess,
    assess_all,
    certainly_no,
    compatible,
    described,
    described_node,
)
from koers.engine.assessment import (
    Answer,
    Assumption,
    Contradiction,
    FactSeen,
    Origin,
    ParameterSeen,
    StepFound,
    written,
)
from koers.engine.evaluate import Evaluation, current, same_period
from koers.engine.nodes import (
    Choose,
    Day,
    FactRef,
    Nothing,
    Number,
    Present,
    UnknownInLaw,
)
from koers.engine.reading import load_parameters
from koers.engine.values import Choice, LawDoubt, Norm, Quantity, Truth
from tests.engine.rules.book_grant.rule import RULEBOOK as BOOKS

LAW = """
exists: {from: 2019-01-01, source: decree}
min_age:
  label: Laagste leeftijd
  unit: years
  values:
    - {from: 2019-01-01, value: 18, source: decree}
    - {from: 2025-09-01, value: 21, source: decree}
hours:
  label: Uren
  unit: h
  values: [{from: 2019-01-01, value: 100, source: decree}]
sources:
  decree: {title: Decreet, url: "https://example.org", status: official, read: 2026-01-01}
"""
ON = date(2025, 1, 15)


class person:
    """Who asks."""

    age = number_fact(unit="years", whole=True, label="leeftijd")
    birth_date = day_fact(label="geboortedatum")
    status = choice_fact({"employee": "werknemer", "jobseeker": "werkzoekende"}, label="statuut")
    sector = choice_fact({"private": "privé"}, absent=ABSENT, label="sector")
    fraction = number_fact(unit="%", high=100, absent=0, label="breuk")
    agreed = yes_no_fact(label="VDAB gaat akkoord", judged_by="VDAB")
    grant = yes_no_fact(
        label="krijgt een beurs", usual=Usual(because="zelden", source="README.md", value=False)
    )


class training:
    """What is followed."""

    registered = yes_no_fact(label="geregistreerd", subject="training")
    starts_on = day_fact(label="eerste dag")
    ends_on = day_fact(label="laatste dag", absent=ABSENT)
    code = code_fact(r"^\d+$", label="code", absent=ABSENT)
    school_year = number_fact(unit="school_year", whole=True, label="schooljaar")


FACTS = vocabulary(
    [person, training],
    implications=[
        implies(person.status == "jobseeker", person.sector, ABSENT),
        implies(person.status == "jobseeker", person.fraction, 0),
    ],
    derived=[(person.age, full_years(person.birth_date, REFERENCE_DAY))],
)
OUTPUTS = (
    Output("hours", Kind.NUMBER, "uren", "h", "worker"),
    Output("euro", Kind.NUMBER, "bedrag", "h", "worker", "0.01"),
    Output("until", Kind.DAY, "tot"),
    Output("paid_to", Kind.CHOICE, "aan wie", words=("employer", "worker")),
    Output("needed", Kind.TRUTH, "nodig"),
)


@pytest.fixture(scope="module")
def law(tmp_path_factory):
    """The values of the law."""
    folder = tmp_path_factory.mktemp("leave")
    (folder / "parameters.yaml").write_text(LAW, encoding="utf-8")
    return load_parameters(str(folder / "rule.py"))


@pytest.fixture(scope="module")
def rule(law):
    """A function that makes a rulebook of one incentive."""

    def make(*conditions, **more):
        named = {f"condition_{position}": one for position, one in enumerate(conditions, 1)}
        made = [
            condition(one, law=f"art. {position}", title=name, source="decree")
            for position, (name, one) in enumerate(named.items(), 1)
        ]
        incentive = Incentive(
            id="leave",
            kind="right",
            level="flemish",
            group="time",
            recipient="worker",
            reference="training_start",
            parameters=law,
            conditions=[
                type(one)(**{**one.__dict__, "name": name})
                for name, one in zip(named, made, strict=True)
            ],
            **more,
        )
        return Rulebook([incentive], vocabulary=FACTS, outputs=OUTPUTS, version="v1")

    return make


def answer(rulebook, facts, *, on=ON, strict=False):
    """What the one incentive answers."""
    return assess(rulebook, "leave", facts, on=on, strict=strict)


# The four answers ----------------------------------------------------------------------------


def test_everything_in_order_is_entitled(rule):
    found = answer(rule(person.age >= 18), {"person.age": 18})

    assert (found.answer, found.eligible) == (Answer.ENTITLED, Truth.YES)


def test_one_condition_that_fails_closes_the_right_whatever_is_open(rule):
    found = answer(rule(person.age >= 18, training.registered), {"person.age": 17})

    assert (found.answer, found.eligible) == (Answer.NOT_ENTITLED, Truth.NO)


def test_only_training_facts_open_is_entitled_if_the_training_qualifies(rule):
    found = answer(rule(person.age >= 18, training.registered), {"person.age": 18})

    assert (found.answer, found.eligible) == (
        Answer.ENTITLED_IF_TRAINING_QUALIFIES,
        Truth.UNKNOWN,
    )


def test_a_fact_about_the_person_open_is_unknown(rule):
    found = answer(rule(person.age >= 18, training.registered), {"training.registered": True})

    assert (found.answer, found.missing) == (Answer.UNKNOWN, ("person.age",))


def test_a_doubt_of_the_law_is_unknown_although_only_the_training_is_open(rule):
    doubt = unknown_in_law("Niet gelezen.", source="https://example.org")

    found = answer(rule(training.registered, doubt), {})

    assert (found.answer, found.law_doubts) == (
        Answer.UNKNOWN,
        (LawDoubt("Niet gelezen.", "https://example.org"),),
    )


def test_a_judgement_to_come_is_unknown(rule):
    norm = open_norm("past in het traject", law="art. 3", decides="VDAB")

    found = answer(rule(norm), {})

    assert (found.answer, found.norms) == (
        Answer.UNKNOWN,
        (Norm("past in het traject", "art. 3", "VDAB"),),
    )


def test_a_fact_that_an_authority_decides_is_a_judgement_too(rule):
    found = answer(rule(person.agreed), {})

    assert (found.missing, found.norms) == (
        ("person.agreed",),
        (Norm("VDAB gaat akkoord", "", "VDAB"),),
    )


def test_what_is_open_does_not_matter_once_the_right_is_closed(rule):
    doubt = unknown_in_law("Niet gelezen.", source="https://example.org")

    found = answer(rule(person.age >= 18, training.registered, doubt), {"person.age": 3})

    assert (found.missing, found.law_doubts, found.norms) == ((), (), ())


def test_an_instrument_that_does_not_exist_yet_is_a_certain_no(rule):
    found = answer(rule(person.age >= 18), {"person.age": 40}, on=date(2018, 12, 31))

    assert (found.answer, found.exists, found.reasons) == (Answer.NOT_ENTITLED, False, ())


def test_without_conditions_everybody_is_entitled(rule):
    assert answer(rule(), {}).answer is Answer.ENTITLED


# Reasons -------------------------------------------------------------------------------------


def test_a_reason_tells_its_article_its_source_and_what_it_saw(rule, law):
    (reason,) = answer(rule(person.age >= law.min_age), {"person.age": 20}).reasons

    assert (reason.law, reason.url, reason.verdict, reason.facts, reason.parameters) == (
        "art. 1",
        "https://example.org",
        Truth.YES,
        (FactSeen("person.age", "20", Origin.STATED),),
        (ParameterSeen(law.owner, "min_age", "18", "years", date(2019, 1, 1), ("decree",)),),
    )


def test_a_reason_tells_the_value_of_its_day(rule, law):
    (reason,) = answer(
        rule(person.age >= law.min_age), {"person.age": 20}, on=date(2025, 9, 1)
    ).reasons

    assert (reason.verdict, reason.parameters[0].value) == (Truth.NO, "21")


def test_failing_and_open_reasons_are_told_apart(rule):
    found = answer(rule(person.age >= 18, training.registered, person.agreed), {"person.age": 3})

    assert (
        [one.name for one in found.failing],
        [one.name for one in found.open],
    ) == (["condition_1"], ["condition_2", "condition_3"])


def test_missing_facts_stand_in_the_order_of_the_vocabulary(rule):
    found = answer(rule(training.registered, person.agreed, person.age >= 18), {})

    assert found.missing == ("person.age", "person.agreed", "training.registered")


@pytest.mark.parametrize(
    ("facts", "value", "origin"),
    [
        ({"person.sector": "private"}, "private", Origin.STATED),
        ({"person.status": "jobseeker"}, "absent", Origin.IMPLIED),
        ({"person.sector": UNKNOWN, "person.status": "jobseeker"}, "absent", Origin.IMPLIED),
        ({}, "absent / private", Origin.UNKNOWN),
    ],
)
def test_a_reason_tells_where_a_word_came_from(rule, facts, value, origin):
    (reason,) = answer(rule(person.sector == "private"), facts).reasons

    assert reason.facts == (FactSeen("person.sector", value, origin),)


@pytest.mark.parametrize(
    ("facts", "value", "origin"),
    [
        ({"person.birth_date": date(2000, 1, 1)}, "25", Origin.DERIVED),
        ({"person.birth_date": Between(date(2000, 1, 1), date(2000, 12, 31))}, "24..25", "d"),
        ({"person.age": Between(Decimal(18), None)}, "18..Infinity", Origin.STATED),
        ({}, "0..Infinity", Origin.UNKNOWN),
    ],
)
def test_a_reason_tells_where_a_number_came_from(rule, facts, value, origin):
    (reason,) = answer(rule(person.age >= 18), facts).reasons

    origin = Origin.DERIVED if origin == "d" else origin
    assert reason.facts == (FactSeen("person.age", value, origin),)


# Assumptions and contradictions --------------------------------------------------------------


def test_a_usual_value_is_listed(rule):
    found = answer(rule(~person.grant), {})

    assert (found.answer, found.assumptions) == (
        Answer.ENTITLED,
        (Assumption("person.grant", "false", "zelden"),),
    )


def test_strict_mode_assumes_nothing(rule):
    found = answer(rule(~person.grant), {}, strict=True)

    assert (found.answer, found.assumptions, found.strict) == (Answer.UNKNOWN, (), True)


def test_somebody_who_does_not_know_is_not_answered_for(rule):
    found = answer(rule(~person.grant), {"person.grant": UNKNOWN})

    assert (found.missing, found.assumptions) == (("person.grant",), ())


def test_an_assumption_that_only_an_amount_needs_is_listed_too(rule):
    rulebook = rule(amounts={"needed": person.grant})

    assert [one.fact for one in answer(rulebook, {}).assumptions] == ["person.grant"]


def test_no_assumption_is_listed_for_an_amount_that_is_not_told(rule):
    rulebook = rule(person.age >= 18, amounts={"needed": person.grant})

    assert answer(rulebook, {"person.age": 3}).assumptions == ()


def test_a_statement_that_does_not_fit_is_told_and_kept(rule):
    facts = {"person.status": "jobseeker", "person.sector": "private"}

    found = answer(rule(person.sector == "private"), facts)

    assert (found.answer, found.contradictions) == (
        Answer.ENTITLED,
        (Contradiction("person.sector", "private", "absent"),),
    )


@pytest.mark.parametrize(
    ("facts", "contradicted"),
    [
        ({"person.sector": "private"}, []),
        ({"person.sector": "private", "person.grant": False}, ["person.sector"]),
    ],
)
def test_what_is_only_assumed_contradicts_nothing(rule, facts, contradicted):
    follows = [implies(person.grant.known_no, person.sector, ABSENT)]
    rulebook = Rulebook(
        rule(person.sector == "private").incentives,
        vocabulary=vocabulary([person, training], implications=follows),
        outputs=OUTPUTS,
    )

    found = answer(rulebook, facts)

    assert [one.fact for one in found.contradictions] == contradicted


@pytest.mark.parametrize(
    "fraction", [0, ABSENT, UNKNOWN, Between(Decimal(0), Decimal(50)), Dated(50, ON)]
)
def test_a_statement_that_leaves_room_is_no_contradiction(rule, fraction):
    facts = {"person.status": "jobseeker", "person.fraction": fraction}

    assert answer(rule(person.fraction >= 0), facts).contradictions == ()


@pytest.mark.parametrize(
    ("stated", "implied", "expected"),
    [
        (3, 3, True),
        (3, 4, False),
        (3, Between(Decimal(1), None), True),
        (Between(None, Decimal(2)), Between(Decimal(3), None), False),
        (ABSENT, 0, True),
        (Between(Decimal(0), Decimal(5)), ABSENT, True),
        (Between(Decimal(1), Decimal(5)), ABSENT, False),
    ],
)
def test_two_numbers_fit_when_they_overlap(stated, implied, expected):
    assert compatible(FACTS.facts["person.fraction"], stated, implied) is expected


@pytest.mark.parametrize(
    ("stated", "implied", "expected"),
    [
        ("private", "private", True),
        ("private", ABSENT, False),
        (OneOf(frozenset({"private", ABSENT})), ABSENT, True),
        ("private", OneOf(frozenset({"private", ABSENT})), True),
        (ABSENT, ABSENT, True),
    ],
)
def test_two_words_fit_when_they_share_one(stated, implied, expected):
    assert compatible(FACTS.facts["person.sector"], stated, implied) is expected


@pytest.mark.parametrize(
    ("stated", "implied", "expected"),
    [(ABSENT, ABSENT, True), (ABSENT, ON, False), (ON, Between(None, ON), True)],
)
def test_two_days_fit_when_they_overlap(stated, implied, expected):
    assert compatible(FACTS.facts["training.ends_on"], stated, implied) is expected


# Amounts -------------------------------------------------------------------------------------


def test_an_exact_amount_has_its_value_as_both_bounds(rule, law):
    rulebook = rule(amounts={"hours": amount(law.hours, period="school_year")})

    found = answer(rulebook, {}).amounts["hours"]

    assert (found.value, found.low, found.high, found.exact) == (100, 100, 100, True)
    assert (found.unit, found.period, found.recipient) == ("h", "school_year", "worker")


def test_an_amount_may_have_a_recipient_of_its_own(rule, law):
    rulebook = rule(amounts={"hours": amount(law.hours, recipient="employer")})

    assert answer(rulebook, {}).amounts["hours"].recipient == "employer"


def test_an_open_amount_has_bounds_and_causes(rule, law):
    rulebook = rule(amounts={"hours": share(person.fraction, law.hours)})

    found = answer(rulebook, {"person.fraction": Between(Decimal(50), None)}).amounts["hours"]

    assert (found.value, found.low, found.high) == (None, 50, 100)
    assert found.causes.facts == {"person.fraction"}


def test_an_amount_without_a_certain_bound_has_none(rule):
    rulebook = rule(amounts={"until": shift(training.starts_on, months=1)})

    found = answer(rulebook, {}).amounts["until"]

    assert (found.value, found.low, found.high) == (None, None, None)


def test_money_is_rounded_half_up_to_the_cent(rule):
    rulebook = rule(amounts={"euro": person.fraction * Decimal("0.125") * person.fraction})

    found = answer(rulebook, {"person.fraction": Decimal("0.2")}).amounts["euro"]

    assert found.value == Decimal("0.01")


def test_hours_are_not_rounded(rule):
    rulebook = rule(amounts={"hours": person.fraction * Decimal("0.125")})

    found = answer(rulebook, {"person.fraction": 1}).amounts["hours"]

    assert found.value == Decimal("0.125")


def test_a_range_of_days_is_told_in_days(rule):
    rulebook = rule(amounts={"until": training.ends_on})
    facts = {"training.ends_on": Between(date(2025, 6, 1), date(2025, 6, 30))}

    found = answer(rulebook, facts).amounts["until"]

    assert (found.low, found.high) == (date(2025, 6, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("facts", "value", "absent", "words"),
    [
        ({"person.status": "employee"}, "employer", False, ("employer", "worker")),
        ({}, None, False, ("employer", "worker")),
    ],
)
def test_a_word_is_told_or_all_that_it_may_be(rule, facts, value, absent, words):
    chosen = when(person.status == "employee").then("employer").otherwise("worker")

    found = answer(rule(amounts={"paid_to": chosen}), facts).amounts["paid_to"]

    assert (found.value, found.absent, found.words) == (value, absent, words)


def test_a_word_that_does_not_exist_is_absent(rule):
    found = answer(rule(amounts={"paid_to": person.sector}), {"person.sector": ABSENT})

    assert found.amounts["paid_to"].absent


def test_a_day_that_does_not_exist_is_absent(rule):
    found = answer(rule(amounts={"until": training.ends_on}), {"training.ends_on": ABSENT})

    assert found.amounts["until"].absent


@pytest.mark.parametrize(
    ("facts", "value"),
    [({"person.grant": True}, "yes"), ({}, "no"), ({"person.grant": UNKNOWN}, "unknown")],
)
def test_a_condition_as_a_result_is_yes_no_or_unknown(rule, facts, value):
    assert answer(rule(amounts={"needed": person.grant}), facts).amounts["needed"].value == value


def test_a_closed_right_tells_only_what_is_always_told(rule, law):
    rulebook = rule(
        person.age >= 18, amounts={"hours": law.hours, "euro": amount(law.hours, always=True)}
    )

    assert list(answer(rulebook, {"person.age": 3}).amounts) == ["euro"]


# Steps ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "by", "is_open"),
    [
        ({"training.ends_on": date(2025, 6, 30)}, date(2025, 7, 30), False),
        ({"training.ends_on": ABSENT}, None, False),
        ({}, None, True),
    ],
)
def test_a_step_tells_its_last_day_when_that_is_certain(rule, facts, by, is_open):
    rulebook = rule(
        steps=[step("claim", who="employer", by=shift(training.ends_on, months=1), source="decree")]
    )

    assert answer(rulebook, facts).steps == (
        StepFound("claim", "employer", by, "https://example.org", open=is_open),
    )


def test_a_step_without_a_last_day_or_source_has_none(rule):
    rulebook = rule(steps=[step("ask", who="worker", source="")])

    assert answer(rulebook, {}).steps == (StepFound("ask", "worker", None, ""),)


def test_a_closed_right_has_no_steps(rule):
    rulebook = rule(person.age >= 18, steps=[step("ask", who="worker", source="")])

    assert answer(rulebook, {"person.age": 3}).steps == ()


# Reference days ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school_year", "day", "min_age"),
    [
        (2024, date(2024, 9, 1), "18"),
        (Decimal(2025), date(2025, 9, 1), "21"),
        (Dated(2025, ON), date(2025, 9, 1), "21"),
        (None, ON, "18"),
    ],
)
def test_a_school_year_stands_for_its_first_day(rule, law, school_year, day, min_age):
    rulebook = rule(person.age >= law.min_age, reference_fact="training.school_year")
    facts = {} if school_year is None else {"training.school_year": school_year}

    found = answer(rulebook, {**facts, "person.age": 20})

    assert (found.day, found.reasons[0].parameters[0].value) == (day, min_age)
    assert found.eligible is (Truth.YES if min_age == "18" else Truth.NO)


@pytest.mark.parametrize("school_year", [UNKNOWN, Between(Decimal(2024), None)])
def test_a_school_year_that_is_not_known_leaves_everything_open(rule, school_year):
    rulebook = rule(person.age >= 18, reference_fact="training.school_year")

    found = answer(rulebook, {"training.school_year": school_year, "person.age": 3})

    assert (found.answer, found.missing) == (Answer.UNKNOWN, ("training.school_year",))


@pytest.mark.parametrize(
    ("starts_on", "day"),
    [
        (date(2025, 9, 1), date(2025, 9, 1)),
        (Dated(date(2025, 9, 1), ON), date(2025, 9, 1)),
        (ABSENT, ON),
        (None, ON),
    ],
)
def test_the_law_is_that_of_the_reference_day(rule, starts_on, day):
    rulebook = rule(person.age >= 18, reference_fact="training.starts_on")
    facts = {} if starts_on is None else {"training.starts_on": starts_on}

    assert answer(rulebook, facts).day == day


@pytest.mark.parametrize("starts_on", [UNKNOWN, Between(None, ON), Dated(UNKNOWN, ON)])
def test_without_a_reference_day_everything_is_open_until_it_is_known(rule, law, starts_on):
    rulebook = rule(
        person.age >= 18, amounts={"hours": law.hours}, reference_fact="training.starts_on"
    )

    found = answer(rulebook, {"training.starts_on": starts_on, "person.age": 3})

    assert (found.answer, found.missing, found.reasons, found.exists) == (
        Answer.UNKNOWN,
        ("training.starts_on",),
        (),
        True,
    )
    assert found.amounts["hours"].causes.facts == {"training.starts_on"}


def test_a_definition_on_an_unknown_day_is_still_no_refusal(rule, law):
    rulebook = rule(amounts={"hours": law.hours}, reference_fact="training.starts_on")

    found = answer(rulebook, {"training.starts_on": UNKNOWN})

    assert (found.answer, found.amounts["hours"].value) == (Answer.ENTITLED, None)


# Dated statements ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "one", "other", "expected"),
    [
        ("month", date(2025, 1, 1), date(2025, 1, 31), True),
        ("month", date(2025, 1, 1), date(2026, 1, 1), False),
        ("school_year", date(2025, 9, 1), date(2026, 8, 31), True),
        ("school_year", date(2025, 8, 31), date(2025, 9, 1), False),
        ("calendar_year", date(2025, 1, 1), date(2025, 12, 31), True),
        ("calendar_year", date(2025, 12, 31), date(2026, 1, 1), False),
    ],
)
def test_two_days_lie_in_the_same_period(period, one, other, expected):
    assert same_period(period, one, other) is expected


@pytest.mark.parametrize("value", [ABSENT, Between(Decimal(1), None)])
def test_absence_and_ranges_count_on_their_day_only(value):
    fact = FACTS.facts["person.fraction"]

    found = [current(fact, Dated(value, ON), day) for day in (ON, date(2025, 1, 16))]

    assert found == [value, None]


def test_not_knowing_stays_not_knowing():
    fact = FACTS.facts["person.fraction"]

    assert current(fact, Dated(UNKNOWN, ON), date(2030, 1, 1)) is UNKNOWN


# How a value is written ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "true"),
        (ABSENT, "absent"),
        (Decimal("1E+2"), "100"),
        (Decimal("12.50"), "12.5"),
        (Decimal("Infinity"), "Infinity"),
        (date(2025, 9, 1), "2025-09-01"),
        ("flanders", "flanders"),
        (3, "3"),
    ],
)
def test_a_value_is_stored_plainly(value, expected):
    assert written(value) == expected


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (Choice(frozenset({"a"})), Kind.CHOICE, "a"),
        (Choice(frozenset({"b", "a"})), Kind.CHOICE, "a / b"),
        (Choice(frozenset({ABSENT}), other=True), Kind.CHOICE, "absent / ..."),
        (Choice(frozenset(), other=True), Kind.CHOICE, "..."),
        (Quantity(Decimal(0), Decimal(0), present=False), Kind.NUMBER, "absent"),
        (Quantity.of(3), Kind.NUMBER, "3"),
        (Quantity(Decimal(1), Decimal(2), maybe_absent=True), Kind.NUMBER, "1..2 / absent"),
        (Quantity.of(739252), Kind.DAY, "2025-01-01"),
        (
            Quantity(Decimal("-Infinity"), Decimal(739252)),
            Kind.DAY,
            "-Infinity..2025-01-01",
        ),
    ],
)
def test_what_is_known_of_a_fact_is_stored_as_text(value, kind, expected):
    assert described(value, kind) == expected


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Number(Decimal("12.50")), "12.5"),
        (Day(date(2025, 9, 1)), "2025-09-01"),
        (Choose("vdab"), "vdab"),
        (Nothing(Kind.NUMBER), "absent"),
        (UnknownInLaw(Kind.NUMBER, "Niet gelezen.", "decree"), "unknown"),
        (None, "unknown"),
    ],
)
def test_a_value_of_the_law_is_stored_as_text(node, expected):
    assert described_node(node) == expected


# The rest ------------------------------------------------------------------------------------


def test_all_incentives_answer_by_id(rule):
    assert list(assess_all(rule(), {}, on=ON)) == ["leave"]


def test_an_assessment_tells_what_made_it(rule):
    found = answer(rule(), {})

    assert (found.incentive, found.rulebook_version, found.asked, found.day) == (
        "leave",
        "v1",
        ON,
        ON,
    )


def test_an_assessment_does_not_change_when_it_is_made_again(rule):
    rulebook, facts = rule(person.age >= 18, training.registered), {"person.age": 30}

    assert answer(rulebook, facts) == answer(rulebook, facts)


@pytest.mark.parametrize(
    ("read", "node", "what"),
    [
        ("truth", Number(Decimal(1)), "Number is no truth"),
        ("choice", Number(Decimal(1)), "Number is no word"),
        ("quantity", Present(FactRef("person.age", Kind.NUMBER)), "Present is no number or day"),
    ],
)
def test_a_node_of_another_kind_is_a_bug_that_travels_up(rule, read, node, what):
    evaluation = Evaluation(rule(), "leave", {}, day=ON, asked=ON, strict=True)

    with pytest.raises(TypeError, match=what):
        getattr(evaluation, read)(node)


@pytest.mark.parametrize("status", ["employee", "jobseeker"])
@pytest.mark.parametrize("day", [date(2017, 1, 1), date(2022, 1, 1), date(2026, 6, 1)])
def test_certainly_no_is_the_answer_of_an_assessment(status, day):
    facts = {"employment.status": status}
    for incentive in BOOKS.ids:
        answer = assess(BOOKS, incentive, facts, on=day, strict=True).answer
        closed = certainly_no(BOOKS, incentive, facts, on=day, strict=True)
        assert closed is (answer is Answer.NOT_ENTITLED)
