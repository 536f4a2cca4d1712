"""What an answer fills in, the questions made from facts, and the words of both."""

from decimal import Decimal
from pathlib import Path

import pytest

from koers.engine import (
    ABSENT,
    UNKNOWN,
    Between,
    OneOf,
    RuleError,
    choice_fact,
    code_fact,
    day_fact,
    number_fact,
    vocabulary,
    yes_no_fact,
)
from koers.engine.questions import (
    Measure,
    Option,
    Question,
    QuestionBook,
    QuestionText,
    ScreenText,
    load_questions,
    question_about,
    slug_of,
)


class citizen:
    """Who asks."""

    status = choice_fact(
        {"employee": "werknemer", "temp": "uitzendkracht", "jobseeker": "werkzoekende"},
        label="statuut",
    )
    sector = choice_fact({"private": "privé", "public": "openbaar"}, label="sector", absent=ABSENT)
    fraction = number_fact(unit="%", high=100, label="breuk")
    fraction_before = number_fact(unit="%", high=100, label="breuk vroeger")
    weekly_hours = number_fact(unit="h", label="uren per week")
    used = number_fact(unit="", whole=True, label="gebruikt")
    used_lately = number_fact(unit="", whole=True, label="laatst gebruikt")
    alone = yes_no_fact(label="woont alleen", sensitive=True)
    committee = code_fact(r"^\d{3}$", label="comité", absent=ABSENT)
    born = day_fact(label="geboortedatum")


FACTS = vocabulary([citizen])
STATUS, SECTOR, FRACTION, BEFORE, HOURS, USED, LATELY, ALONE, COMMITTEE, BORN = FACTS.facts

FULL = Option("full", {FRACTION: Decimal(100), HOURS: Between(Decimal(35), Decimal(40))})
LESS = Option("less", {FRACTION: Between(Decimal(0), Decimal(99))})
HOW_MUCH = Question("how-much", (FRACTION, HOURS), (FULL, LESS))
AS_MUCH = Question(
    "as-much", (BEFORE,), (Option("yes", same={BEFORE: FRACTION}), Option("no")), beside="how-much"
)
EARLIER = Question(
    "earlier",
    (USED, LATELY, SECTOR),
    (
        Option("cheque", {USED: Between(Decimal(1), None)}, unticked={USED: 0, LATELY: 0}),
        Option("lately", {LATELY: 1, USED: 2}, unticked={LATELY: 0}),
        Option("firm", {SECTOR: "private"}),
    ),
    several=True,
)
BOOK = QuestionBook((HOW_MUCH, AS_MUCH, EARLIER))


# What an answer fills in ---------------------------------------------------------------------


def test_one_answer_fills_several_facts():
    assert HOW_MUCH.chosen("full", {}) == {
        FRACTION: Decimal(100),
        HOURS: Between(Decimal(35), Decimal(40)),
    }


def test_an_answer_may_fill_fewer_facts_than_the_question_is_about():
    assert HOW_MUCH.chosen("less", {}) == {FRACTION: Between(Decimal(0), Decimal(99))}


def test_an_answer_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        HOW_MUCH.chosen("half", {})


@pytest.mark.parametrize("now", [Decimal(80), Between(Decimal(50), Decimal(80)), UNKNOWN])
def test_the_same_as_now_is_whatever_is_known_of_now(now):
    assert AS_MUCH.chosen("yes", {FRACTION: now}) == {BEFORE: now}


def test_the_same_as_now_says_nothing_while_now_was_not_told():
    assert AS_MUCH.chosen("yes", {}) == {}
    assert AS_MUCH.chosen("no", {FRACTION: 80}) == {}


def test_what_is_not_ticked_fills_something_too():
    assert EARLIER.ticked([], {}) == {USED: 0, LATELY: 0}
    assert EARLIER.ticked(["firm"], {}) == {USED: 0, LATELY: 0, SECTOR: "private"}


def test_a_tick_outweighs_what_is_not_ticked():
    assert EARLIER.ticked(["cheque"], {}) == {USED: Between(Decimal(1), None), LATELY: 0}
    assert EARLIER.ticked(["lately"], {}) == {USED: 2, LATELY: 1}


def test_all_ticks_count():
    assert EARLIER.ticked(["firm", "lately", "cheque"], {}) == {
        USED: 2,
        LATELY: 1,
        SECTOR: "private",
    }


def test_not_knowing_leaves_every_fact_unknown_but_loses_nothing():
    part = Between(Decimal(20), Decimal(30))

    assert HOW_MUCH.not_known({}) == {FRACTION: UNKNOWN, HOURS: UNKNOWN}
    assert HOW_MUCH.not_known({HOURS: part, STATUS: "temp"}) == {FRACTION: UNKNOWN, HOURS: part}


def test_a_declared_question_is_found_by_its_slug():
    assert BOOK["as-much"] is AS_MUCH


# A question made from a fact -----------------------------------------------------------------


def made(name, stated=None):
    """The question about a fact, and what each of its answers fills in."""
    question = question_about(FACTS.facts[name], stated)
    return question, [one.sets[name] for one in question.options]


def test_a_yes_or_no_has_two_answers_and_may_be_sensitive():
    question, values = made(ALONE)

    assert values == [True, False]
    assert (question.slug, question.facts, question.sensitive) == ("citizen-alone", (ALONE,), True)


def test_every_word_is_an_answer_in_its_own_order():
    assert made(STATUS)[1] == ["employee", "temp", "jobseeker"]


def test_nothing_at_all_is_an_answer_where_a_fact_may_be_absent():
    assert made(SECTOR)[1] == ["private", "public", ABSENT]


def test_only_the_words_that_are_left_are_answers():
    assert made(STATUS, OneOf(frozenset({"jobseeker", "temp"})))[1] == ["temp", "jobseeker"]
    assert made(SECTOR, OneOf(frozenset({"public", ABSENT})))[1] == ["public", ABSENT]


@pytest.mark.parametrize("name", [FRACTION, COMMITTEE, BORN])
def test_a_number_a_code_and_a_day_are_typed(name):
    question, values = made(name)

    assert (question.typed, question.facts, values) == (name, (name,), [])


def test_answers_of_one_question_have_different_names():
    question, _ = made(SECTOR)

    assert [one.name for one in question.options] == ["private", "public", "absent"]


def test_facts_that_stand_together_share_the_screen_of_the_first():
    book = QuestionBook(together=((FRACTION, BEFORE), (BORN, ALONE)))

    beside = {
        name: book.about(FACTS.facts[name]).beside for name in (FRACTION, BEFORE, ALONE, USED)
    }

    assert beside == {
        FRACTION: "",
        BEFORE: "citizen-fraction",
        ALONE: "citizen-born",
        USED: "",
    }


def test_a_slug_has_no_dots_or_underscores():
    assert slug_of("citizen.fraction_before") == "citizen-fraction-before"


# Words ---------------------------------------------------------------------------------------

GOOD = """\
questions:
  citizen.status:
    text: Wat doe je?
    hint: Kies er één.
    why: Dat telt.
    labels: {employee: Ik werk, temp: Via een kantoor}
  citizen.sector:
    text: Voor wie?
    labels: {absent: Voor niemand}
screens:
  how-much:
    text: Hoeveel werk je?
    options: {full: Voltijds, less: Minder}
  as-much:
    text: Altijd evenveel?
    why: Soms telt vroeger.
    options: {"yes": Ja, "no": Nee}
  earlier:
    text: Kreeg je al hulp?
    hint: Kies alles.
    none: Nog niets
    options: {cheque: Een cheque, lately: Net nog, firm: In een bedrijf}
topics:
  citizen.alone: je wil niet alleen zijn
measures:
  - text: In wat meet je?
    hint: Kijk in de folder.
    options: {citizen.used: In keren, citizen.weekly_hours: In uren}
"""


def read(tmp_path: Path, text: str, book: QuestionBook = BOOK):
    """The words in a file."""
    path = tmp_path / "questions.nl.yaml"
    path.write_text(text, encoding="utf-8")
    return load_questions(path, FACTS, book)


def test_all_words_of_a_file_are_read(tmp_path):
    found = read(tmp_path, GOOD)

    assert found.facts[STATUS] == QuestionText(
        "Wat doe je?",
        "Kies er één.",
        "Dat telt.",
        {"employee": "Ik werk", "temp": "Via een kantoor"},
    )
    assert found.declared["earlier"] == ScreenText(
        "Kreeg je al hulp?",
        {"cheque": "Een cheque", "lately": "Net nog", "firm": "In een bedrijf"},
        "Kies alles.",
        none="Nog niets",
    )
    assert found.declared["as-much"].why == "Soms telt vroeger."
    assert found.measures == (
        Measure("In wat meet je?", "Kijk in de folder.", {USED: "In keren", HOURS: "In uren"}),
    )
    assert found.declined == {ALONE: "je wil niet alleen zijn"}


def test_screens_topics_and_measures_may_be_left_out(tmp_path):
    found = read(tmp_path, "measures: []\n", QuestionBook())

    assert (found.facts, found.declared, found.measures, found.declined) == ({}, {}, (), {})


def test_a_fact_without_a_text_is_asked_by_its_label(tmp_path):
    found = read(tmp_path, GOOD)

    assert found.of(FACTS.facts[BORN]).text == "Geboortedatum?"
    assert found.of(FACTS.facts[STATUS]).text == "Wat doe je?"


@pytest.mark.parametrize(
    ("name", "word", "label"),
    [
        (STATUS, "employee", "Ik werk"),
        (STATUS, "jobseeker", "werkzoekende"),
        (SECTOR, ABSENT, "Voor niemand"),
        (COMMITTEE, ABSENT, "Er is geen"),
        (COMMITTEE, "200", "200"),
        (ALONE, True, "Ja"),
        (ALONE, False, "Nee"),
    ],
)
def test_an_answer_has_its_own_words_or_those_of_the_fact(tmp_path, name, word, label):
    assert read(tmp_path, GOOD).label(FACTS.facts[name], word) == label


def test_a_fact_is_spoken_with_the_words_of_its_answers_and_no_label(tmp_path):
    found = read(tmp_path, GOOD)
    status, alone = (found.spoken(FACTS.facts[name]) for name in (STATUS, ALONE))

    assert status.enumeration.values == {
        "employee": "Ik werk",
        "temp": "Via een kantoor",
        "jobseeker": "werkzoekende",
    }
    assert (status.label, alone.label) == ("", "")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("topics:", "topic:", "has the unknown key 'topic'"),
        ("citizen.status:", "citizen.statu:", "names 'citizen.statu', no fact"),
        ("text: Wat doe je?", "tekst: Wat doe je?", "has the unknown key 'tekst'"),
        ("text: Wat doe je?", 'text: ""', "has no question"),
        ("    text: Wat doe je?\n", "", "has no question"),
        ("{employee: Ik werk, temp: Via een kantoor}", "{worker: Ik werk}", "the word 'worker'"),
        ("{employee: Ik werk, temp: Via een kantoor}", "{absent: Niets}", "the word 'absent'"),
        ("citizen.alone:", "citizen.lonely:", "names 'citizen.lonely', no fact"),
        ("citizen.used:", "citizen.uses:", "has the unknown key 'citizen.uses'"),
        ("{citizen.used: In keren, citizen.weekly_hours: In uren}", "", "has no options"),
        ("{citizen.used: In keren, citizen.weekly_hours: In uren}", "[a, b]", "is no mapping"),
        ("questions:\n", "texts:\n", "has the unknown key 'texts'"),
        ("text: In wat meet je?", "text: []", "has no question"),
        ("hint: Kijk in de folder.", "help: Kijk.", "has the unknown key 'help'"),
        ("  how-much:\n", "  how-many:\n", "has the unknown key 'how-many'"),
        ("text: Hoeveel werk je?", "text:", "has no question"),
        ("{full: Voltijds, less: Minder}", "{full: Voltijds}", "has no words for 'less'"),
        ("{full: Voltijds, less: Minder}", '{full: Voltijds, less: ""}', "no words for 'less'"),
        ("{full: Voltijds, less: Minder}", "{full: V, less: M, half: H}", "unknown key 'half'"),
        ("{full: Voltijds, less: Minder}", "[full, less]", "is no mapping"),
        ("    none: Nog niets\n", "", "has no words for 'nothing ticked'"),
        ("  earlier:\n", "  earlier: []\n  nothing:\n", "has the unknown key 'nothing'"),
    ],
)
def test_wrong_words_are_an_error_of_the_author(before, after, message, tmp_path):
    assert before in GOOD

    with pytest.raises(RuleError, match=r"questions\.nl\.yaml") as error:
        read(tmp_path, GOOD.replace(before, after))

    assert message in str(error.value)


def test_a_declared_question_without_words_is_an_error(tmp_path):
    with pytest.raises(RuleError, match=r"has no words for 'full'"):
        read(tmp_path, "questions: {}\n")


def test_a_topic_of_the_book_that_is_no_fact_is_an_error(tmp_path):
    with pytest.raises(RuleError, match=r"names 'plan\.x', no fact"):
        read(tmp_path, "questions: {}\n", QuestionBook(topics={"plan.x": frozenset({"vov"})}))
