"""Case files: reading, running, comparing, and counting what hurts."""

from datetime import date
from decimal import Decimal

import pytest

from koers.engine import (
    ABSENT,
    FactError,
    Incentive,
    Kind,
    Output,
    Rulebook,
    Usual,
    choice_fact,
    condition,
    day_fact,
    number_fact,
    share,
    vocabulary,
    when,
    yes_no_fact,
)
from koers.engine.assess import assess
from koers.engine.cases import (
    Case,
    CaseResult,
    read_cases,
    run_case,
    run_cases,
    same,
    shown,
    summary,
)
from koers.engine.reading import load_parameters
from koers.engine.statements import read_facts

LAW = """
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

    works = yes_no_fact(label="werkt")
    fraction = number_fact(unit="%", high=100, label="breuk")
    sector = choice_fact({"private": "privé", "public": "openbaar"}, label="sector")


class training:
    """What is followed."""

    registered = yes_no_fact(
        label="geregistreerd",
        subject="training",
    )
    mode = choice_fact(
        {"room": "lokaal", "online": "online"},
        label="lesvorm",
        subject="training",
        usual=Usual(because="meestal", source="README.md", value="room"),
    )
    ends_on = day_fact(label="laatste dag", subject="training", absent=ABSENT)


FACTS = vocabulary([person, training])
OUTPUTS = (
    Output("hours", Kind.NUMBER, "uren", "h"),
    Output("until", Kind.DAY, "tot"),
    Output("paid_to", Kind.CHOICE, "aan wie", words=("employer", "worker")),
    Output("needed", Kind.TRUTH, "nodig"),
    Output("ways_private", Kind.TRUTH, "in de privé", words=("private",), part_of="ways"),
    Output("ways_paid", Kind.TRUTH, "betaald", words=("paid",), part_of="ways"),
)


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory):
    """Leave with four results, and a definition."""
    folder = tmp_path_factory.mktemp("leave")
    (folder / "parameters.yaml").write_text(LAW, encoding="utf-8")
    law = load_parameters(str(folder / "rule.py"))
    made = {
        name: condition(one, law="art. 1", title=name, source="decree")
        for name, one in (
            ("works", person.works),
            ("registered", training.registered),
            ("in_room", training.mode == "room"),
        )
    }
    amounts = {
        "hours": share(person.fraction, law.hours),
        "until": training.ends_on,
        "paid_to": when(person.sector == "private").then("employer").otherwise("worker"),
        "needed": person.sector == "public",
        "ways_private": person.sector == "private",
        "ways_paid": person.fraction >= 50,
    }

    def incentive(id, kind, conditions, *, answers):
        return Incentive(
            id=id,
            kind=kind,
            level="flemish",
            group="time",
            recipient="worker",
            reference="day_asked",
            parameters=law,
            conditions=conditions,
            amounts=amounts,
            answers=answers,
        )

    named = [type(one)(**{**one.__dict__, "name": name}) for name, one in made.items()]
    return Rulebook(
        [
            incentive("leave", "right", named, answers=True),
            incentive("scheme", "definition", [], answers=False),
        ],
        vocabulary=FACTS,
        outputs=OUTPUTS,
        version="v1",
    )


KNOWN = {
    "person.works": True,
    "person.fraction": 80,
    "person.sector": "private",
    "training.registered": True,
    "training.mode": "room",
    "training.ends_on": date(2025, 6, 30),
}


def case(expected, *, facts=KNOWN, incentive="leave", **more):
    """A case on one day."""
    return Case("one", incentive, ON, facts, expected, **more)


def problems(rulebook, expected, **more):
    """What is not as expected."""
    return run_case(case(expected, **more), rulebook).problems


# Reading -------------------------------------------------------------------------------------


def written(tmp_path, text):
    """A case file."""
    path = tmp_path / "cases.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_case_is_read_with_all_its_keys(tmp_path):
    path = written(
        tmp_path,
        """
        cases:
        - id: one
          incentive: leave
          date: 2025-01-15
          facts: {person.works: true, person.fraction: 12.5}
          strict: true
          expected: {eligible: 'yes', hours: 100, reason: "..."}
          source: decree
          note: from the law
        """,
    )

    assert read_cases(path) == [
        Case(
            "one",
            "leave",
            ON,
            {"person.works": True, "person.fraction": Decimal("12.5")},
            {"eligible": "yes", "hours": 100, "reason": "..."},
            True,
            "decree",
        )
    ]


def test_a_day_may_stand_between_quotes(tmp_path):
    path = written(
        tmp_path,
        "cases: [{id: 1, incentive: leave, date: '2025-01-15', facts: {}, expected: {}}]",
    )

    assert [(one.id, one.on, one.strict, one.source) for one in read_cases(path)] == [
        ("1", ON, False, "")
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("- 1", "cases.yaml: er is geen lijst `cases:`. Zet de gevallen daaronder."),
        ("cases: 3", "cases.yaml: er is geen lijst `cases:`. Zet de gevallen daaronder."),
        (
            "cases: [3]",
            "cases.yaml, geval 1: dit is geen geval. Geef id, incentive, date, facts, expected.",
        ),
        (
            "cases: [{incentive: leave}]",
            "cases.yaml, geval 1 (zonder id): `id` ontbreekt. Voeg het toe.",
        ),
        (
            "cases: [{id: a, incentive: b, date: 2025-01-15, facts: {}}]",
            "cases.yaml, geval 1 (a): `expected` ontbreekt. Voeg het toe.",
        ),
        (
            "cases: [{id: a, incentive: b, date: 2025-01-15, facts: {}, expected: {}, why: x}]",
            "cases.yaml, geval 1 (a): 'why' ken ik niet. Gebruik: date, expected, facts, id, "
            "incentive, note, source, strict.",
        ),
        (
            "cases: [{id: a, incentive: b, date: 2025-01-15, facts: [], expected: {}}]",
            "cases.yaml, geval 1 (a): `facts` bevat geen namen met waarden.",
        ),
        (
            "cases: [{id: a, incentive: b, date: 2025-01-15, facts: {}, expected: 3}]",
            "cases.yaml, geval 1 (a): `expected` bevat geen namen met waarden.",
        ),
        (
            "cases: [{id: a, incentive: b, date: morgen, facts: {}, expected: {}}]",
            "cases.yaml, geval 1 (a): date: 'morgen' is geen bestaande dag. Schrijf bijvoorbeeld "
            "2026-09-01.",
        ),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_answered_with_a_sentence(tmp_path, text, sentence):
    with pytest.raises(FactError) as caught:
        read_cases(written(tmp_path, text))

    assert str(caught.value) == sentence


def test_a_file_that_is_no_yaml_is_answered_with_its_line(tmp_path):
    with pytest.raises(FactError, match=r"cases\.yaml:\d"):
        read_cases(written(tmp_path, "cases: ["))


def test_a_file_that_does_not_exist_is_answered_with_a_sentence(tmp_path):
    with pytest.raises(FactError, match="does not exist"):
        read_cases(tmp_path / "cases.yaml")


# Running -------------------------------------------------------------------------------------


def test_a_case_with_everything_as_expected_passes(rulebook):
    expected = {
        "eligible": "yes",
        "hours": 80,
        "until": "2025-06-30",
        "paid_to": "employer",
        "needed": "no",
        "reason": "never compared",
    }

    result = run_case(case(expected), rulebook)

    assert (result.passed, result.problems) == (True, ())
    assert result.got == {
        "eligible": "yes",
        "hours": 80,
        "until": "2025-06-30",
        "paid_to": "employer",
        "needed": "no",
    }


def test_a_case_that_differs_tells_both_values(rulebook):
    assert problems(rulebook, {"eligible": "no", "hours": 81}) == (
        "eligible: verwacht 'no', gekregen 'yes'",
        "hours: verwacht 81, gekregen 80",
    )


def test_a_case_of_an_incentive_that_does_not_exist_fails(rulebook):
    assert problems(rulebook, {}, incentive="vov") == ("vov is niet in het regelboek",)


def test_a_case_with_a_fact_that_cannot_be_fails(rulebook):
    (problem,) = problems(rulebook, {}, facts={"person.works": "ja"})

    assert problem == "person.works: 'ja' is geen ja of nee. Schrijf true of false."


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (
            {**KNOWN, "person.fraction": {"from": 50, "to": 62.5}},
            {"hours_min": 50, "hours_max": 62.5},
        ),
        ({**KNOWN, "person.fraction": None}, {"hours": "unknown", "hours_max": 100}),
        ({**KNOWN, "training.ends_on": None}, {"until": "unknown", "until_min": "unknown"}),
        ({**KNOWN, "person.sector": None}, {"paid_to": "unknown", "needed": "unknown"}),
        ({**KNOWN, "person.works": False}, {"eligible": "no", "hours": None}),
        ({}, {"eligible": "unknown", "next_question": "person.works"}),
        ({**KNOWN, "person.works": None}, {"eligible": "unknown", "next_question": None}),
        (KNOWN, {"next_question": None}),
        (KNOWN, {"nothing_like_it": None}),
        (KNOWN, {"nothing_like_it_max": None}),
    ],
)
def test_ranges_open_amounts_and_questions_are_compared(rulebook, facts, expected):
    assert problems(rulebook, expected, facts=facts) == ()


@pytest.mark.parametrize(
    ("facts", "ways"),
    [
        ({}, ["paid", "private"]),
        ({"person.sector": "public"}, ["paid"]),
        ({"person.sector": "public", "person.fraction": 20}, []),
        ({"person.fraction": {"from": 20, "to": 60}}, "unknown"),
        ({"person.works": False, "person.fraction": None}, None),
    ],
)
def test_a_set_holds_its_certain_words_and_is_unknown_while_one_is_open(rulebook, facts, ways):
    assert problems(rulebook, {"ways": ways}, facts={**KNOWN, **facts}) == ()


def test_a_word_of_a_set_can_be_expected_by_itself(rulebook):
    expected = {"ways_private": "yes", "ways_paid": True, "ways": ["private", "paid"]}

    assert problems(rulebook, expected) == ()
    assert problems(rulebook, {"ways": ["private"]}) == (
        "ways: verwacht ['private'], gekregen ['private', 'paid']",
    )


def test_an_amount_that_does_not_exist_is_shown_as_nothing(rulebook):
    facts = {**KNOWN, "training.ends_on": "absent"}

    assert problems(rulebook, {"until": None, "until_max": "unknown"}, facts=facts) == ()


def test_usual_values_count_unless_the_case_is_strict(rulebook):
    facts = {name: value for name, value in KNOWN.items() if name != "training.mode"}

    assert [
        problems(rulebook, {"eligible": "yes"}, facts=facts),
        problems(rulebook, {"eligible": "unknown"}, facts=facts, strict=True),
    ] == [(), ()]


def test_a_training_that_was_not_described_is_unknown(rulebook):
    facts = {"person.works": True, "training.mode": "room"}

    assert problems(rulebook, {"eligible": "unknown"}, facts=facts) == ()


def test_a_training_that_is_known_only_in_part_is_unknown(rulebook):
    facts = {**KNOWN, "training.registered": [True, False]}

    assert problems(rulebook, {"eligible": "unknown"}, facts=facts) == ()


def test_a_definition_has_no_yes_or_no(rulebook):
    assessment = assess(rulebook, "scheme", read_facts(KNOWN, FACTS), on=ON)

    assert shown(assessment, "eligible") is None


def test_all_cases_of_some_files_are_run_in_order(rulebook, tmp_path):
    text = """
    cases:
    - {id: a, incentive: leave, date: 2025-01-15, facts: {}, expected: {eligible: unknown}}
    - {id: b, incentive: leave, date: 2025-01-15, facts: {}, expected: {eligible: 'yes'}}
    """

    results = list(run_cases([written(tmp_path, text)], rulebook))

    assert [(one.case.id, one.passed) for one in results] == [("a", True), ("b", False)]


# Comparing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("got", "wanted", "expected"),
    [
        ("yes", "yes", True),
        ("yes", "no", False),
        ("yes", True, True),
        ("no", False, True),
        ("no", True, False),
        (100, 100.005, True),
        (100, 100.006, False),
        (100, Decimal("99.995"), True),
        (True, 1, False),
        ("unknown", 100, False),
        (None, 100, False),
        (None, None, True),
        ("unknown", "unknown", True),
        ("2025-06-30", date(2025, 6, 30), True),
        ("2025-06-30", "2025-06-30", True),
        (["b", "a"], ["a", "b"], True),
        ("a", ["a"], False),
        (["a"], ["a", "b"], False),
    ],
)
def test_numbers_are_the_same_within_half_a_cent(got, wanted, expected):
    assert same(got, wanted) is expected


# Counting ------------------------------------------------------------------------------------


def result(expected, got, *, passed=False):
    """What came out of a case."""
    return CaseResult(case({"eligible": expected}), {"eligible": got}, () if passed else ("x",))


@pytest.mark.parametrize(
    ("expected", "got", "wrong_yes", "wrong_no"),
    [
        ("no", "yes", True, False),
        ("unknown", "yes", True, False),
        ("yes", "yes", False, False),
        ("yes", "no", False, True),
        ("unknown", "no", False, True),
        ("no", "no", False, False),
        ("yes", "unknown", False, False),
        (False, "yes", True, False),
        (True, "no", False, True),
    ],
)
def test_only_a_certain_answer_that_is_wrong_hurts(expected, got, wrong_yes, wrong_no):
    found = result(expected, got)

    assert (found.wrong_yes, found.wrong_no) == (wrong_yes, wrong_no)


def test_a_case_about_outputs_only_never_hurts():
    found = CaseResult(case({"hours": 3}), {"hours": 4}, ("x",))

    assert (found.wrong_yes, found.wrong_no) == (False, False)


def test_a_summary_counts_them():
    results = [result("yes", "yes", passed=True), result("no", "yes"), result("yes", "no")]

    assert summary(results) == {"cases": 3, "passed": 1, "wrong_yes": 1, "wrong_no": 1}
