"""Compiled rules: text that can be read, other days, without reasons, and what they are not for."""

import math
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from koers.engine import (
    ABSENT,
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
    number_fact,
    one_unit,
    or_else,
    present,
    share,
    shift,
    vocabulary,
    when,
    yes_no_fact,
)
from koers.engine.reading import load_parameters
from koers.engine.to_python import OtherDay, compile_rules
from koers.engine.values import Truth

LAW = """
exists: {from: 2020-01-01, until: 2029-12-31, source: decree}
hours:
  label: Uren
  unit: h
  values:
    - {from: 2019-01-01, value: 100, source: decree}
    - {from: 2025-09-01, value: 80, source: decree}
sources:
  decree: {title: Decreet, url: "https://example.org", status: official, read: 2026-01-01}
"""
ON = date(2025, 1, 15)


class person:
    """Who asks."""

    works = yes_no_fact(label="werkt")
    fraction = number_fact(unit="%", high=100, label="breuk")
    sector = choice_fact({"private": "privé", "public": "openbaar"}, label="sector")
    committee = code_fact(r"^\d{3}$", label="comité", absent=ABSENT)
    hours_a_week = number_fact(unit="h", label="uren", absent=ABSENT)
    used = number_fact(unit="h", period="school_year", label="gebruikte uren")


class training:
    """What is followed."""

    starts_on = day_fact(label="eerste dag")
    ends_on = day_fact(label="laatste dag", absent=ABSENT)


FACTS = vocabulary([person, training])
OUTPUTS = (
    Output("hours", Kind.NUMBER, "uren", "h"),
    Output("euro", Kind.NUMBER, "bedrag", "h", step="0.01"),
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
def rulebook(law):
    """Leave with five results, and a definition on the day of the training."""
    works = condition(person.works, law="art. 1", title="Je werkt", source="decree")
    enough = condition(
        person.fraction >= 50, law="art. 2", title="Je werkt halftijds", source="decree"
    )
    leave = Incentive(
        id="leave",
        kind="right",
        level="flemish",
        group="time",
        recipient="worker",
        reference="training_start",
        parameters=law,
        conditions=[
            type(one)(**{**one.__dict__, "name": name})
            for name, one in (("works", works), ("enough", enough))
        ],
        amounts={
            "hours": share(person.fraction, law.hours),
            "euro": amount(or_else(person.hours_a_week, 38) * Decimal("0.125"), always=True),
            "until": shift(training.ends_on, months=1),
            "paid_to": when(person.sector == "private").then("employer").otherwise("worker"),
            "needed": person.committee.is_in(["200", "124"]),
        },
    )
    hours = Incentive(
        id="hours_on_the_day",
        kind="definition",
        level="flemish",
        group="time",
        recipient="worker",
        reference="training_start",
        reference_fact="training.starts_on",
        parameters=law,
        amounts={"hours": law.hours - person.used},
    )
    return Rulebook([leave, hours], vocabulary=FACTS, outputs=OUTPUTS, version="v1")


@pytest.fixture(scope="module")
def compiled(rulebook):
    """The rules of one day."""
    return compile_rules(rulebook, ON)


KNOWN = {
    "person.works": True,
    "person.fraction": 80,
    "person.sector": "private",
    "person.committee": "200",
    "person.hours_a_week": 30,
    "person.used": 10,
    "training.ends_on": date(2025, 6, 30),
}
JULY = date(2025, 7, 30).toordinal()


# What comes out ------------------------------------------------------------------------------


def test_a_row_is_read_by_name(compiled):
    found = compiled.read(compiled.run(KNOWN))["leave"]

    assert (found.eligible, found.verdicts, found.amounts) == (
        Truth.YES,
        {"works": Truth.YES, "enough": Truth.YES},
        {
            "hours": (80.0, 80.0, False),
            "euro": (3.75, 3.75, False),
            "until": (JULY, JULY, False),
            "paid_to": frozenset({"employer"}),
            "needed": Truth.YES,
        },
    )


def test_everything_known_is_found_the_same_with_ranges(compiled):
    assert compiled.found(KNOWN) == compiled.read(compiled.run(KNOWN))


def test_a_range_is_found(compiled):
    facts = {**KNOWN, "person.fraction": Between(Decimal(50), Decimal("62.5"))}

    found = compiled.found(facts)["leave"]

    assert (found.eligible, found.amounts["hours"]) == (Truth.YES, (50.0, 62.5, False))


def test_the_quick_row_leaves_a_range_open(compiled):
    facts = {**KNOWN, "person.fraction": Between(Decimal(50), Decimal("62.5"))}

    found = compiled.read(compiled.run(facts))["leave"]

    assert (found.eligible, found.amounts["hours"]) == (Truth.YES, (-math.inf, math.inf, True))


def test_an_absent_result_is_no_number(compiled):
    found = compiled.found({**KNOWN, "training.ends_on": ABSENT})["leave"]

    low, high, maybe_absent = found.amounts["until"]
    assert (math.isnan(low), math.isnan(high), maybe_absent) == (True, True, True)


def test_an_absent_result_is_no_number_in_the_quick_row_either(compiled):
    row = compiled.run({**KNOWN, "training.ends_on": ABSENT})

    low, high, maybe_absent = compiled.read(row)["leave"].amounts["until"]
    assert (math.isnan(low), math.isnan(high), maybe_absent) == (True, True, True)


def test_what_may_be_absent_is_told(compiled):
    found = compiled.found({**KNOWN, "training.ends_on": UNKNOWN})["leave"]

    assert found.amounts["until"] == (-math.inf, math.inf, True)


def test_somebody_who_told_nothing_is_found_open(compiled):
    found = compiled.found({})["leave"]

    assert (found.eligible, found.amounts["hours"], found.amounts["paid_to"]) == (
        Truth.UNKNOWN,
        (0.0, 100.0, False),
        frozenset({"employer", "worker"}),
    )


def test_a_closed_right_tells_only_what_is_always_told(compiled):
    found = compiled.found({**KNOWN, "person.works": False})["leave"]

    assert (found.eligible, list(found.amounts)) == (Truth.NO, ["euro"])


def test_a_right_that_does_not_exist_is_a_certain_no(rulebook):
    found = compile_rules(rulebook, date(2019, 6, 1)).found(KNOWN)["leave"]

    assert (found.eligible, found.verdicts, found.amounts) == (Truth.NO, {}, {})


@pytest.mark.parametrize(
    ("committee", "needed"),
    [
        ("200", Truth.YES),
        ("302", Truth.NO),
        (ABSENT, Truth.NO),
        (UNKNOWN, Truth.UNKNOWN),
        (OneOf(frozenset({"200", "124"})), Truth.YES),
        (OneOf(frozenset({"302", "119"})), Truth.NO),
        (OneOf(frozenset({"302", "124"})), Truth.UNKNOWN),
    ],
)
def test_codes_that_no_rule_names_are_one_word(compiled, committee, needed):
    found = compiled.found({**KNOWN, "person.committee": committee})["leave"]

    assert found.amounts["needed"] is needed


@pytest.mark.parametrize("fraction", [80, 80.0, Decimal("80.00")])
def test_every_kind_of_number_counts_the_same(compiled, fraction):
    row = compiled.run({**KNOWN, "person.fraction": fraction})

    assert compiled.read(row)["leave"].amounts["hours"] == (80.0, 80.0, False)


def test_money_is_rounded_half_up_to_the_cent(compiled):
    row = compiled.run({**KNOWN, "person.hours_a_week": Decimal("0.2")})

    assert compiled.read(row)["leave"].amounts["euro"] == (0.03, 0.03, False)


# Days ----------------------------------------------------------------------------------------


def test_the_quick_function_refuses_another_reference_day(compiled):
    with pytest.raises(OtherDay):
        compiled.run({**KNOWN, "training.starts_on": date(2025, 9, 1)})


def test_another_reference_day_is_found_with_its_own_law(compiled):
    found = compiled.found({**KNOWN, "training.starts_on": date(2025, 9, 1)})

    assert found["hours_on_the_day"].amounts["hours"] == (70.0, 70.0, False)


def test_the_rules_of_another_day_are_kept(compiled):
    facts = {**KNOWN, "training.starts_on": date(2026, 9, 1)}

    assert compiled.found(facts) == compiled.found(facts)


def test_the_day_asked_may_be_stated_as_the_reference_day(compiled):
    row = compiled.run({**KNOWN, "training.starts_on": ON})

    assert compiled.read(row)["hours_on_the_day"].amounts["hours"] == (90.0, 90.0, False)


@pytest.mark.parametrize("starts_on", [UNKNOWN, Between(None, ON)])
def test_without_a_reference_day_nothing_is_told(compiled, starts_on):
    found = compiled.found({**KNOWN, "training.starts_on": starts_on})["hours_on_the_day"]

    assert (found.eligible, found.amounts) == (Truth.YES, {})


@pytest.mark.parametrize(
    ("stated_on", "hours"),
    [(date(2024, 9, 1), (90.0, 90.0, False)), (date(2024, 8, 31), (-math.inf, 100.0, False))],
)
def test_a_dated_statement_counts_as_long_as_it_lasts(compiled, stated_on, hours):
    found = compiled.found({"person.used": Dated(10, stated_on)})

    assert found["hours_on_the_day"].amounts["hours"] == hours


# The text ------------------------------------------------------------------------------------


def test_the_source_is_python_that_can_be_read(compiled):
    lines = compiled.source.splitlines()

    assert lines[0] == "def run(facts):"
    assert all(len(line) < 1000 for line in lines)
    compile(compiled.source, "rules", "exec")


def test_the_source_holds_the_numbers_of_the_law(compiled):
    assert "100" in compiled.source


def test_the_same_rules_give_the_same_source(rulebook):
    assert compile_rules(rulebook, ON).source == compile_rules(rulebook, ON).source


def test_a_number_of_the_law_is_a_constant_of_its_day(rulebook, compiled):
    assert compile_rules(rulebook, date(2025, 9, 1)).source != compiled.source


def test_without_reasons_the_verdicts_are_left_out(rulebook):
    short = compile_rules(rulebook, ON, reasons=False)

    found = short.read(short.run(KNOWN))["leave"]

    assert (found.eligible, found.verdicts, found.amounts["hours"]) == (
        Truth.YES,
        {},
        (80.0, 80.0, False),
    )


def test_without_reasons_a_row_is_shorter(rulebook, compiled):
    short = compile_rules(rulebook, ON, reasons=False)

    assert len(compiled.run(KNOWN)) - len(short.run(KNOWN)) == 2


def test_some_incentives_can_be_compiled_alone(rulebook):
    assert list(compile_rules(rulebook, ON, incentives=["leave"]).found({})) == ["leave"]


def test_rules_that_look_at_no_fact_can_be_compiled(law):
    hours = Incentive(
        id="hours",
        kind="definition",
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        parameters=law,
        amounts={"hours": law.hours},
    )
    alone = Rulebook([hours], vocabulary=FACTS, outputs=OUTPUTS, version="v1")

    found = compile_rules(alone, ON).found({})

    assert found["hours"].amounts["hours"] == (100.0, 100.0, False)


# What it is not for --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts",
    [{"person.works": "perhaps"}, {"person.fraction": "80"}, {"person.sector": "none"}],
)
def test_a_value_that_was_never_read_is_a_bug_that_travels_up(compiled, facts):
    with pytest.raises((KeyError, TypeError)):
        compiled.run({**KNOWN, **facts})


@pytest.mark.parametrize(
    ("output", "made", "what"),
    [
        ("hours", person.works, "Member is no number or day"),
        ("needed", person.fraction, "FactRef is no truth"),
        ("needed", person.fraction + 1, "Arithmetic is no truth"),
        ("paid_to", person.fraction + 1, "Arithmetic is no word"),
    ],
)
def test_a_result_of_another_kind_is_a_bug_that_travels_up(law, output, made, what):
    wrong = Incentive(
        id="wrong",
        kind="definition",
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        parameters=law,
        amounts={output: made},
    )
    rules = Rulebook([wrong], vocabulary=FACTS, outputs=OUTPUTS, version="v1")

    with pytest.raises(TypeError, match=what):
        compile_rules(rules, ON).run({})


def test_a_usual_value_of_one_incentive_is_not_taken_for_another(law):
    # given: both measure in hours or days, and only the first may assume the hours
    class course:
        """What is measured in two ways."""

        days = number_fact(unit="h", label="dagen", absent=ABSENT)
        hours = number_fact(
            unit="h",
            label="uren",
            absent=ABSENT,
            usual=Usual(because="x", source="y", value=2, not_for=frozenset({"second"})),
        )

    there = condition(present(course.hours), law="art. 1", title="Er zijn uren", source="decree")
    few = condition(course.hours <= law.hours, law="art. 2", title="Niet te veel", source="decree")
    measured = one_unit([course.days, course.hours], only_for=["first", "second"], because="x")
    rulebook = Rulebook(
        [bare_incentive(law, "first", there), bare_incentive(law, "second", few)],
        vocabulary=vocabulary([course], one_unit=[measured]),
        outputs=[],
    )
    compiled = compile_rules(rulebook, ON)

    # when
    found, quick = compiled.found({}), compiled.read(compiled.run({}))

    # then
    for answers in (found, quick):
        assert answers["first"].eligible is Truth.YES
        assert answers["second"].eligible is Truth.UNKNOWN


def bare_incentive(law, name, *conditions):
    return Incentive(
        id=name,
        kind="right",
        level="flemish",
        group="time",
        recipient="worker",
        reference="day_asked",
        parameters=law,
        conditions=[replace(one, name=one.law) for one in conditions],
    )


def test_a_partly_known_person_is_told_the_same_amounts_by_the_quick_row(compiled):
    # given: the right is open, and an amount is known although the fraction is only a range
    exact = {"person.fraction": 50, "person.sector": "private"}
    partial = {**exact, "person.fraction": Between(Decimal(50), Decimal(60))}

    # when
    rows = [compiled.read(compiled.run(facts)) for facts in (exact, partial)]

    # then
    for row in rows:
        assert row["leave"].eligible is Truth.UNKNOWN
    assert rows[0]["leave"].amounts.keys() == rows[1]["leave"].amounts.keys()
