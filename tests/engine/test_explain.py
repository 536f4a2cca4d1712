"""From an assessment to what a person reads."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from koers.engine import (
    ABSENT,
    UNKNOWN,
    Between,
    Incentive,
    RuleError,
    code_fact,
    condition,
    load_parameters,
    lookup,
    vocabulary,
)
from koers.engine.assess import assess
from koers.engine.assessment import Answer
from koers.engine.explain import as_text, explain
from koers.engine.incentive import Rulebook, Texts
from koers.engine.values import Truth
from tests.engine.rules.study_leave.rule import OUTPUTS, RULEBOOK, VOCABULARY, study_leave

AUTUMN_2025 = date(2025, 10, 6)
ENTITLED = {
    "employment.region": "flanders",
    "employment.fraction": 80,
    "employment.contract_start": date(2024, 1, 1),
    "training.registered": True,
    "training.hours": 60,
    "training.fee": 400,
    "training.kind": "bachelor",
    "person.leader": False,
}


def explained(facts=ENTITLED, *, incentive="study_leave", on=AUTUMN_2025, strict=False, **changes):
    """An explanation; `changes` are facts with `__` for the dot, None takes one away."""
    named = {name.replace("__", "."): value for name, value in changes.items()}
    merged = {name: value for name, value in {**facts, **named}.items() if value is not None}
    return explain(RULEBOOK, assess(RULEBOOK, incentive, merged, on=on, strict=strict))


def condition_of(explanation, name):
    return next(one for one in explanation.conditions if one.name == name)


def amount_of(explanation, name):
    return next(one for one in explanation.amounts if one.name == name)


# The answer ----------------------------------------------------------------------------------


def test_a_certain_right_needs_no_because():
    explanation = explained()

    assert explanation.headline == "Je hebt hier recht op."
    assert explanation.because == ""


def test_a_closed_right_names_the_condition_that_closes_it():
    explanation = explained(employment__fraction=75)

    assert explanation.headline == "Je hebt hier nu geen recht op."
    assert explanation.because == "Niet in orde: je werkt minstens 80% van een voltijdse job."


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({"training__registered": False}, "Er is nog één andere voorwaarde niet in orde."),
        (
            {"training__registered": False, "training__fee": 9000},
            "Er zijn nog 2 voorwaarden niet in orde.",
        ),
    ],
)
def test_a_closed_right_counts_the_other_conditions_that_close_it(changes, more):
    explanation = explained(employment__fraction=75, **changes)

    assert explanation.because.endswith(more)


def test_a_right_before_a_training_is_chosen_depends_on_the_training():
    explanation = explained(training__registered=None)

    assert explanation.headline == "Je hebt hier recht op, als je opleiding meetelt."
    assert explanation.because == "We weten nog niet: staat in de databank."


def test_an_open_right_says_what_was_not_answered():
    explanation = explained(employment__region=None, employment__fraction=UNKNOWN)

    assert explanation.headline == "Misschien heb je hier recht op."
    assert explanation.because == "We weten nog niet: gewest van je werk en tewerkstellingsbreuk."
    assert [one.label for one in explanation.missing] == [
        "gewest van je werk",
        "tewerkstellingsbreuk",
    ]


def test_a_long_list_of_what_was_not_answered_is_cut_short():
    explanation = explained({})

    assert explanation.because == (
        "We weten nog niet: geeft leiding aan een ploeg, gewest van je werk, tewerkstellingsbreuk "
        "en nog meer. De RVA beslist. Ze kijken naar: je afwezigheid hindert niet."
    )
    assert len(explanation.missing) == 9


def test_an_open_norm_says_who_decides_and_on_what():
    explanation = explained(person__leader=True)

    assert explanation.because == ("De RVA beslist. Ze kijken naar: je afwezigheid hindert niet.")
    (judgement,) = explanation.judgements
    assert (judgement.decides, judgement.text) == ("De RVA", "Je afwezigheid hindert niet")


def test_what_the_law_leaves_open_comes_with_its_reason_and_source():
    explanation = explained(on=date(2028, 9, 1))

    assert explanation.headline == "Misschien heb je hier recht op."
    assert explanation.because == (
        "De regel is nog niet duidelijk: de tekst van 2028 is niet gelezen."
    )
    (open_law,) = explanation.law_open
    assert open_law.reason == "De tekst van 2028 is niet gelezen."
    assert open_law.sources[0].title == "Gids van een sociaal secretariaat"


@pytest.mark.parametrize(
    ("day", "headline"),
    [
        (
            date(2019, 5, 1),
            "Op 1 mei 2019 bestaat dit nog niet. Het begint op 1 september 2019.",
        ),
        (
            date(2029, 9, 1),
            "Op 1 september 2029 bestaat dit niet meer. De laatste dag was 31 augustus 2029.",
        ),
    ],
)
def test_outside_its_life_the_instrument_did_not_exist(day, headline):
    explanation = explained(on=day)

    assert explanation.headline == headline
    assert explanation.because == ""
    assert explanation.conditions == ()


def test_a_day_outside_its_life_that_the_rulebook_does_not_bound_is_told_plainly():
    assessment = assess(RULEBOOK, "study_leave", ENTITLED, on=AUTUMN_2025)

    explanation = explain(RULEBOOK, replace(assessment, exists=False))

    assert explanation.headline == "Op 6 oktober 2025 bestaat dit niet."


def test_the_right_of_a_firm_speaks_of_the_firm():
    explanation = explained({}, incentive="firm_premium")

    assert explanation.headline == "Misschien heeft de onderneming hier recht op."
    assert explanation.steps[0].who == "de werkgever"


def test_a_definition_is_no_right():
    explanation = explained({}, incentive="leave_word")

    assert explanation.headline == "Dit is geen recht op zich. Andere regels gebruiken het."
    assert explanation.because == ""


def test_a_day_that_is_not_known_leaves_everything_open():
    explanation = explained(training__start_date=UNKNOWN)

    assert explanation.because == "We weten nog niet: eerste dag van de opleiding."


# Conditions ----------------------------------------------------------------------------------


def test_each_condition_has_a_verdict_a_law_and_a_source():
    condition = condition_of(explained(employment__fraction=75), "works_enough")

    assert condition.verdict == "niet in orde"
    assert condition.law == "Decreet, art. 2"
    assert condition.source.title == "Decreet over studieverlof"
    assert condition.source.url == "https://example.org/decreet"
    assert condition.source.status == "officiële bron"
    assert condition.source.read == "gelezen op 20 november 2026"


def test_titles_and_texts_are_filled_with_the_law_of_the_day():
    before = condition_of(explained(on=date(2025, 8, 31)), "works_enough")
    after = condition_of(explained(), "works_enough")

    assert before.title == "Je werkt minstens 50% van een voltijdse job"
    assert after.title == "Je werkt minstens 80% van een voltijdse job"
    assert after.text == "Alleen je hoofdjob telt, minstens 80%."


def test_a_value_that_is_not_published_reads_as_not_known():
    condition = condition_of(explained(on=date(2023, 10, 2)), "affordable")

    assert condition.title == "De opleiding kost hoogstens (nog niet gekend) euro"
    assert condition.verdict == "nog niet geweten"
    assert condition.open_because == (
        "De regel is nog niet duidelijk: de hoogste prijs is niet gepubliceerd.",
    )


def test_an_amount_in_a_title_has_points_in_its_thousands():
    condition = condition_of(explained(), "affordable")

    assert condition.title == "De opleiding kost hoogstens 2.500 euro"


def test_the_facts_of_a_condition_say_where_they_came_from():
    facts = {one.label: one for one in condition_of(explained(), "training_counts").facts}
    service = condition_of(explained(), "in_service").facts[0]
    size = {one.label: one for one in condition_of(explained(), "large_enough").facts}

    assert facts["staat in de databank"].value == "ja"
    assert facts["staat in de databank"].origin == "jouw antwoord"
    assert facts["staat in een plan"].value == "nee"
    assert facts["staat in een plan"].origin == "daar gingen we van uit"
    assert facts["staat in een plan"].why == "een plan is zeldzaam"
    assert facts["dag van het plan"].value == "bestaat niet"
    assert facts["dag van het plan"].origin == "volgt uit een ander antwoord"
    assert (service.value, service.origin) == ("21", "volgt uit een ander antwoord")
    assert size["contacturen van het hele jaar"].value == "nog niet geweten"
    assert size["contacturen van het hele jaar"].origin == "nog niet geweten"


def test_a_partial_answer_is_shown_as_it_was_given():
    condition = condition_of(explained(employment__fraction=Between(50, 79)), "works_enough")

    assert condition.facts[0].value == "tussen 50 en 79%"


def test_the_values_of_the_law_come_with_their_day_and_what_others_say():
    (value,) = condition_of(explained(), "works_enough").values

    assert value.value == "80%"
    assert value.since == "1 september 2025"
    assert value.disputed == "Een sociaal secretariaat schrijft 75%."
    assert [source.title for source in value.sources] == ["Decreet over studieverlof"]


def test_a_text_that_names_no_parameter_is_an_error_of_its_author():
    assessment = assess(RULEBOOK, "study_leave", ENTITLED, on=AUTUMN_2025)
    wrong = replace(assessment.reasons[0], title="Je werkt {some_rate}%")

    with pytest.raises(RuleError, match=r"\{some_rate\} in a text, which is no dated value"):
        explain(RULEBOOK, replace(assessment, reasons=(wrong,)))


# Amounts and steps ---------------------------------------------------------------------------


def test_amounts_say_how_much_per_what_and_for_whom():
    explanation = explained()
    hours = amount_of(explanation, "hours")

    assert (hours.value, hours.period, hours.recipient) == ("60 uur", "per schooljaar", "voor jou")
    assert hours.note == "Voltijds is dat meer."
    assert amount_of(explanation, "refund_eur").value == "1.278 euro"
    assert amount_of(explanation, "refund_eur").recipient == "voor je baas"
    assert amount_of(explanation, "own_part_eur").recipient == "jij betaalt dit"
    assert amount_of(explanation, "claim_by").value == "31 december 2026"
    assert amount_of(explanation, "kind_counted").value == "bachelor"
    assert amount_of(explanation, "asks_first").value == "nee"


def test_an_amount_is_a_range_while_a_fact_is_known_in_part():
    hours = amount_of(explained(training__hours=Between(40, 60)), "hours")

    assert hours.value == "tussen 40 en 60 uur"
    assert hours.open_because == ("We weten nog niet: contacturen.",)


def test_an_amount_that_may_not_exist_says_so():
    explanation = explained(training__hours=None, training__credits=None, training__registered=None)

    assert amount_of(explanation, "hours").value == "hoogstens 100 uur"


def test_an_amount_that_is_not_published_is_not_known_in_the_law():
    refund = amount_of(explained(on=date(2026, 10, 6)), "refund_eur")

    assert refund.value == "nog niet gekend"
    assert refund.open_because == (
        "De regel is nog niet duidelijk: het nieuwe bedrag is nog niet bekend.",
    )


def test_an_amount_of_something_that_does_not_exist_is_none():
    hours = amount_of(explained(training__hours=None, training__credits=20), "hours")

    assert hours.value == "geen"


def test_a_word_that_comes_out_is_named_as_people_know_it():
    named = amount_of(explained(incentive="leave_word"), "leave")
    several = amount_of(explained({}, incentive="leave_word"), "leave")

    assert named.value == "Studieverlof"
    assert several.value == "Studieverlof of geen"


def test_a_closed_right_shows_no_amount_but_what_is_always_told():
    explanation = explained(employment__fraction=75)

    assert [one.name for one in explanation.amounts] == ["claim_by"]
    assert explanation.steps == ()


def test_a_stored_assessment_of_a_closed_right_shows_no_amount_either():
    open_right = assess(RULEBOOK, "study_leave", ENTITLED, on=AUTUMN_2025)
    closed = replace(open_right.reasons[0], verdict=Truth.NO)

    explanation = explain(
        RULEBOOK, replace(open_right, answer=Answer.NOT_ENTITLED, reasons=(closed,))
    )

    assert [one.name for one in explanation.amounts] == ["claim_by"]


@pytest.mark.parametrize(
    ("changes", "value", "recipient"),
    [
        ({"value": None, "low": Decimal(60), "high": Decimal(60)}, "60 uur, of geen", "voor jou"),
        (
            {"value": None, "low": date(2026, 1, 1), "high": date(2026, 1, 31)},
            "in januari 2026",
            "voor jou",
        ),
        ({"value": None, "low": None, "high": None}, "nog niet gekend", "voor jou"),
        ({"value": "something"}, "something", "voor jou"),
        ({"recipient": ""}, "60 uur", ""),
        ({"recipient": "provider"}, "60 uur", "voor de school of het opleidingscentrum"),
    ],
)
def test_every_shape_of_an_amount_has_words(changes, value, recipient):
    found = assess(RULEBOOK, "study_leave", ENTITLED, on=AUTUMN_2025)
    hours = replace(found.amounts["hours"], **changes)

    explanation = explain(RULEBOOK, replace(found, amounts={"hours": hours}))

    assert (explanation.amounts[0].value, explanation.amounts[0].recipient) == (value, recipient)


def test_the_worker_is_a_third_person_on_the_page_of_a_firm():
    found = assess(RULEBOOK, "firm_premium", {}, on=AUTUMN_2025)
    premium = replace(found.amounts["premium_eur"], recipient="worker", cost=True)
    step = replace(found.steps[0], who="worker")

    explanation = explain(RULEBOOK, replace(found, amounts={"premium_eur": premium}, steps=(step,)))

    assert explanation.amounts[0].recipient == "de werknemer betaalt dit"
    assert explanation.steps[0].who == "de werknemer"


def test_steps_say_what_who_and_when():
    ask, claim = explained().steps

    assert (ask.text, ask.who, ask.by) == ("Vraag het verlof aan je werkgever.", "jij", "")
    assert (claim.who, claim.by) == ("je baas", "ten laatste op 31 december 2026")
    assert claim.url == "https://example.org/decreet"


def test_a_last_day_that_depends_on_an_answer_is_not_known():
    (apply,) = explained({}, incentive="firm_premium").steps

    assert apply.by == "de laatste dag is nog niet geweten"


# What is beside the answer -------------------------------------------------------------------


def test_assumptions_are_listed_with_their_value():
    assumptions = {one.label: one.value for one in explained().assumptions}

    assert assumptions == {"staat in een plan": "nee", "studiepunten": "bestaat niet"}
    assert explained(strict=True).assumptions == ()


def test_answers_that_do_not_fit_together_are_told():
    (sentence,) = explained(training__in_plan=False, plan__made_on=date(2025, 1, 5)).contradictions

    assert sentence == (
        "Twee antwoorden passen niet bij elkaar. Je antwoordde bij dag van het plan: 5 januari "
        "2025. Uit je andere antwoorden volgt: bestaat niet. We rekenden met wat je antwoordde."
    )


def test_only_the_doubts_of_this_right_on_this_day_are_told():
    assert [one.reason for one in explained().doubts] == [
        "De twaalf maanden staan alleen in een gids."
    ]
    assert [one.reason for one in explained(on=date(2021, 10, 4)).doubts] == [
        "Voor 2022 lazen we de afronding niet."
    ]
    assert [one.reason for one in explained(on=date(2023, 10, 4)).doubts] == []


def test_what_was_not_checked_is_said_aloud():
    explanation = explained()

    assert explanation.taken_as_met == ("Je volgt de les ook echt.",)
    assert explanation.not_covered == ("Een tweede job tellen we niet mee.",)


def test_the_days_the_version_and_the_note_are_there():
    explanation = explained(training__start_date=date(2025, 11, 3))

    assert explanation.asked == "6 oktober 2025"
    assert explanation.day == "3 november 2025"
    assert explanation.day_is == "de eerste dag van de opleiding"
    assert explanation.version == "proef-1"
    assert "Dit is geen beslissing." in explanation.note


def test_a_source_that_no_folder_lists_is_shown_by_its_address():
    assessment = assess(RULEBOOK, "study_leave", ENTITLED, on=AUTUMN_2025)
    strange = replace(assessment.reasons[0], url="https://example.org/anders")

    explanation = explain(RULEBOOK, replace(assessment, reasons=(strange,)))

    assert explanation.conditions[0].source.title == "https://example.org/anders"
    assert "    Bron: https://example.org/anders\n" in as_text(explanation)


def test_every_kind_of_value_of_the_law_can_stand_in_a_text():
    assessment = assess(RULEBOOK, "study_leave", ENTITLED, on=AUTUMN_2025)
    title = "Vraag het {form}, ten laatste op {last_claim}, boete {fine}"
    other = replace(assessment.reasons[0], title=title, url="")

    explanation = explain(RULEBOOK, replace(assessment, reasons=(other,)))

    assert explanation.conditions[0].title == (
        "Vraag het schriftelijk, ten laatste op 31 december 2026, boete (bestaat niet)"
    )
    assert explanation.conditions[0].source is None


def test_a_value_from_before_the_law_is_told_as_not_known(monkeypatch):
    texts = Texts("Studieverlof", "Tot {last_claim}.", {}, {}, (), ())
    monkeypatch.setitem(study_leave.__dict__, "texts", texts)
    book = Rulebook([study_leave], vocabulary=VOCABULARY, outputs=OUTPUTS)

    explanation = explain(book, assess(book, "study_leave", ENTITLED, on=date(2019, 1, 1)))

    assert explanation.summary == "Tot (nog niet gekend)."
    assert "Versie" not in as_text(explanation)


def test_a_condition_that_reads_a_table_names_it():
    assessment = assess(RULEBOOK, "study_leave", ENTITLED, on=AUTUMN_2025)
    table = replace(assessment.reasons[1].parameters[0], name="rate", since=None, sources=())
    other = replace(assessment.reasons[1], parameters=(table,))

    (value,) = explain(RULEBOOK, replace(assessment, reasons=(other,))).conditions[0].values

    assert (value.label, value.value, value.since) == (
        "Bedrag per soort opleiding",
        "een tabel",
        "",
    )


# As text -------------------------------------------------------------------------------------

CLOSED = """\
Studieverlof
============
Je hebt hier nu geen recht op.
Niet in orde: je werkt minstens 80% van een voltijdse job.
Je mag van je werk wegblijven om te leren.

Goed om te weten
- laatste dag van de aanvraag: 31 december 2026 (voor je baas)

Voorwaarden
- [in orde] Je werkt in het Vlaamse Gewest
    gewest van je werk: Vlaams Gewest (jouw antwoord)
    Wet: Decreet, art. 1
    Bron: Decreet over studieverlof, https://example.org/decreet (officiële bron, gelezen op 20 \
november 2026)
- [niet in orde] Je werkt minstens 80% van een voltijdse job
    tewerkstellingsbreuk: 75% (jouw antwoord)
"""


def test_a_closed_right_reads_from_the_answer_to_the_reasons():
    assert as_text(explained(employment__fraction=75)).startswith(CLOSED)


def test_an_open_right_reads_with_everything_that_is_open():
    text = as_text(explained({}, on=date(2026, 10, 6)))

    for title in (
        "\nWat je dan krijgt\n",
        "\nDit weten we nog niet van jou\n- geeft leiding aan een ploeg\n",
        "\nDit beslist iemand anders\n- De RVA beslist: je afwezigheid hindert niet (art. 6)\n",
        "\nDaar gingen we van uit\n- staat in een plan: nee\n",
        "\nZo vraag je het aan\n1. Vraag het verlof aan je werkgever. (jij)\n",
        "\nTwijfels bij deze regel\n",
        "\nDit nemen we aan zonder het te vragen\n- Je volgt de les ook echt.\n",
        "\nDit keken we niet na\n",
    ):
        assert title in text


def test_the_text_names_contradictions_and_open_law():
    text = as_text(
        explained(on=date(2028, 10, 2), training__in_plan=False, plan__made_on=date(2025, 1, 5))
    )

    assert "\nLet op\n- Twee antwoorden passen niet bij elkaar." in text
    assert "\nDit laat de wet open\n- De tekst van 2028 is niet gelezen.\n    Bron: Gids" in text


def test_a_certain_right_and_a_definition_have_their_own_heading():
    assert "\nWat je krijgt\n- verlofuren: 60 uur per schooljaar (voor jou)\n" in as_text(
        explained()
    )
    assert "\nDit volgt\n- verlof: Studieverlof\n" in as_text(explained(incentive="leave_word"))


# A row of a table ----------------------------------------------------------------------------

FUNDS = """
exists: {source: list}
help:
  label: Hulp van het fonds
  unit: EUR
  rows:
    "200": [{from: 2019-01-01, value: 12, source: fund, note: "Voor iedereen."}]
    "124": [{from: 2019-01-01, unknown: "Niet gelezen. Kijk bij het fonds.", source: fund}]
  otherwise: {unknown: "Staat niet in de lijst.", source: list}
sources:
  list: {title: Lijst, url: "https://example.org/list", status: official, read: 2026-01-01}
  fund: {title: Fonds, url: "https://example.org/fund", status: official, read: 2026-01-01}
"""


class job:
    """Where somebody works."""

    committee = code_fact(r"^\d{3}$", absent=ABSENT, label="paritair comité")


@pytest.fixture
def told_of_committee(tmp_path):
    """A function that explains a rule that looks up a row."""
    (tmp_path / "parameters.yaml").write_text(FUNDS, encoding="utf-8")
    text = "helps: {title: Helpt het fonds, summary: Soms.}"
    (tmp_path / "texts.nl.yaml").write_text(text, encoding="utf-8")
    p = load_parameters(str(tmp_path / "rule.py"))
    helps = lookup(p.table("help"), job.committee) > 0
    named = condition(helps, law="cao", title="Het fonds helpt", source="list")
    rule = Incentive(
        id="helps",
        kind="information",
        level="sector",
        group="money",
        recipient="worker",
        reference="day_asked",
        parameters=p,
        conditions=[replace(named, name="fund_helps")],
    )
    book = Rulebook([rule], vocabulary=vocabulary([job]), outputs=())

    def told(committee):
        facts = {} if committee is None else {"job.committee": committee}
        return explain(book, assess(book, "helps", facts, on=AUTUMN_2025))

    return told


def test_the_row_of_a_table_that_counted_is_told_with_its_note_and_source(told_of_committee):
    explanation = told_of_committee("200")
    (value,) = condition_of(explanation, "fund_helps").values

    assert (value.row, value.value, value.note) == ("200", "12 euro", "Voor iedereen.")
    assert [source.title for source in value.sources] == ["Fonds"]
    assert "    Hulp van het fonds (200): 12 euro. Voor iedereen.\n" in as_text(explanation)
    assert "    Waar dat staat: Fonds, https://example.org/fund" in as_text(explanation)


def test_a_row_that_the_law_leaves_open_is_told_once_with_its_reason(told_of_committee):
    explanation = told_of_committee("124")
    (value,) = condition_of(explanation, "fund_helps").values

    assert (value.row, value.value) == ("124", "(nog niet gekend)")
    assert [one.reason for one in explanation.law_open] == ["Niet gelezen. Kijk bij het fonds."]
    assert "Hulp van het fonds (124)" not in as_text(explanation)


@pytest.mark.parametrize("committee", ["999", ABSENT, UNKNOWN, None])
def test_without_a_certain_row_a_table_is_only_a_table(told_of_committee, committee):
    (value,) = condition_of(told_of_committee(committee), "fund_helps").values

    assert (value.row, value.value, value.sources) == ("", "een tabel", ())
