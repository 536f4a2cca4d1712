"""Interviews as a person would have them, typed into the terminal."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from koers.cli.ask import Talk
from koers.cli.facts import questions
from koers.cli.given import read_given
from koers.cli.interview import RATHER_NOT, TRAINING, Option, Question
from koers.cli.result import as_text, assumed
from koers.engine.assess import assess
from koers.engine.values import UNKNOWN, Between, Stated
from koers.rulebook import RULEBOOK
from tests.cli.conftest import TODAY
from tests.cli.talking import JOBSEEKER, WORKER, Answers, held, interview
from tests.cli.talking import typed as typed_on

Run = Callable[..., object]

FIRST = "Wat doe je nu?"
NO_WORK = "3\n"
"""The answer to the first question of somebody who looks for work."""


def typed(answers: Answers, until: str = "") -> str:
    """What somebody types until a question is put."""
    return typed_on(TODAY, answers, until)


def asked(result: object) -> list[str]:
    """The questions in the order in which they were put."""
    lines = result.stderr.splitlines()
    return [lines[at + 1] for at, line in enumerate(lines) if line.startswith("Vraag ")]


def saved(path: Path) -> str:
    """The answers that were saved in `ik.yaml`."""
    return (path / "ik.yaml").read_text(encoding="utf-8")


# Answers -------------------------------------------------------------------------------------


def test_the_first_question_is_easy_and_questions_are_numbered(run: Run) -> None:
    result = run("ask", typed="1\n?\n?\ns\n")
    assert result.exit_code == 0
    assert asked(result)[0] == FIRST
    assert [int(one) for one in re.findall(r"^Vraag (\d+)$", result.stderr, re.M)] == [1, 2, 3, 4]
    assert "Vraag 1\nWat doe je nu?\nDoe je meer dan één ding?" in result.stderr


@pytest.mark.parametrize("first", ["?", "1"])
def test_every_question_can_be_answered_with_i_do_not_know(run: Run, first: str) -> None:
    result = run("ask", typed=f"{first}\n" + "?\n" * 100)
    assert result.exit_code == 0
    questions = re.split(r"^Vraag \d+$", result.stderr, flags=re.M)[1:]
    assert len(questions) > 5
    for question in questions:
        if "opleiding in gedachten" not in question:
            assert "Ik weet het niet" in question or "Dat zeg ik liever niet" in question
            assert "Dat begrijp ik niet" not in question


def test_the_talk_goes_to_stderr_and_the_result_to_stdout(run: Run) -> None:
    result = run("ask", typed="1\ns\n")
    assert result.stdout.startswith("Jouw rechten op 22 november 2026\n")
    assert "Vraag 1" not in result.stdout
    assert "Jouw rechten" not in result.stderr


def test_an_answer_may_be_a_number_or_the_beginning_of_its_words(run: Run) -> None:
    result = run("ask", typed="ik ZOEK\ns\n")
    assert "-> Ik zoek werk" in result.stderr
    assert "-> " not in run("ask", typed="ik werk\ns\n").stderr  # two answers begin so


def test_bad_input_gets_a_sentence_and_the_question_stays(run: Run) -> None:
    last = len(interview(TODAY).next().options)
    result = run("ask", typed=f"99\n0\nblauw\n\n{last}\ns\n")
    sentence = f"Dat begrijp ik niet. Tik een getal van 1 tot {last}, of h voor hulp."
    assert result.stderr.count(sentence) == 4
    assert asked(result)[0] == FIRST
    assert FIRST not in asked(result)[1:]


# One line, understood or refused --------------------------------------------------------------


@cache
def talk() -> Talk:
    """A conversation in which nothing was said yet."""
    return Talk(interview(TODAY))


@cache
def plans() -> Question:
    """The question where several answers may be ticked."""
    return held(TODAY, JOBSEEKER, "plannen").next()


def understood(question: Question, line: str) -> Stated | None:
    """What a line means of the fact that is asked; None when it was refused."""
    option = talk()._understood(question, line)
    return None if option is None else next(iter(option.facts.values()))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("150", "Dat kan niet. Tik een getal van 0 tot 120."),
        ("-3", "Dat kan niet. Tik een getal van 0 tot 120."),
        ("veel", "Dat begrijp ik niet. Tik een getal, bijvoorbeeld 24."),
        ("80-20", "Tik eerst het laagste getal, dan het hoogste."),
        ("34,5", "Dat kan niet. Tik een getal zonder komma."),
        ("", "Tik je antwoord, of ? als je het niet weet."),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_words(
    line: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    question = talk().interview.question_about("person.age")
    assert understood(question, line) is None
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("30/2/2026", "De dag 30/2/2026 bestaat niet."),
        ("morgen", "Dat begrijp ik niet. Tik een datum, bijvoorbeeld 1/9/2026."),
        ("1/13/2026", "Dat begrijp ik niet. Tik een datum, bijvoorbeeld 1/9/2026."),
        ("2026-2025", "Tik eerst het laagste getal"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(
    line: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    question = talk().interview.question_about("employment.contract_start")
    assert understood(question, line) is None
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "line", "value"),
    [
        ("person.age", "34 jaar", 34),
        ("person.age", "30-40", Between(30, 40)),
        ("person.age", "?", UNKNOWN),
        ("person.age", "Geen idee", UNKNOWN),
        ("employment.contract_start", "1/9/2021", date(2021, 9, 1)),
        ("employment.contract_start", "mei 2021", Between(date(2021, 5, 1), date(2021, 5, 31))),
        ("employment.joint_committee", "PC 200", "200"),
        ("employment.fraction", "4/5", 80),
        ("person.lives_alone", "j", True),
    ],
)
def test_what_can_be_is_understood(name: str, line: str, value: Stated) -> None:
    assert understood(talk().interview.question_about(name), line) == value


@pytest.mark.parametrize("line", ["1 3", "1, 3", "1 en 3", "3 1", "1,3", "1 1 3"])
def test_several_answers_may_be_ticked(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    option = talk()._understood(plans(), line)
    words = questions().declared["plannen"].options
    assert option.label == f"{words['minder_werken']} en {words['zorg']}"
    wanted = {name for name, value in option.facts.items() if value is True}
    assert wanted == {"plan.time_credit", "plan.care_study"}
    assert {*option.facts.values()} == {True, False}
    assert f"-> {option.label}" in capsys.readouterr().err


def test_nothing_may_be_ticked() -> None:
    option = talk()._understood(plans(), "0")
    assert option.label == "Niets hiervan"
    assert {*option.facts.values()} == {False}


@pytest.mark.parametrize("line", ["?", "weet niet", "Ik weet het niet", "geen idee"])
def test_somebody_may_not_know_what_to_tick(line: str) -> None:
    option = talk()._understood(plans(), line)
    assert option.label == "Ik weet het niet"
    assert {*option.facts.values()} == {UNKNOWN}


@pytest.mark.parametrize("line", ["9", "0 1", "1 2 x", "een", "", "1.5", "-1"])
def test_ticks_that_cannot_be_are_refused_in_words(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert talk()._understood(plans(), line) is None
    assert "Tik getallen van 1 tot 5, zoals 1 2, of 0 voor geen." in capsys.readouterr().err


@pytest.mark.parametrize("line", ["?", "weet ik niet", "dat zeg"])
def test_what_is_sensitive_need_not_be_said(line: str) -> None:
    unsure = Option(RATHER_NOT, {"person.income_source": UNKNOWN}, sign="?")
    yes = Option("Ja", {"person.income_source": "none"})
    assert talk()._understood(Question("q", "Wat?", "", "", (yes, unsure)), line) is unsure


# Back, and change ----------------------------------------------------------------------------


def test_back_asks_the_question_before_again(run: Run) -> None:
    result = run("ask", typed="1\nt\n3\nt\nterug\nt\ns\n")
    first, second, *others = asked(result)
    assert (first, others[0], others[2]) == (FIRST, FIRST, FIRST)
    assert second != FIRST
    assert "Dit is de eerste vraag. Je kan niet verder terug." in result.stderr


def test_back_forgets_the_answer(run: Run, tmp_path: Path) -> None:
    run("ask", "--save", "ik.yaml", typed=f"{NO_WORK}1\nt\ns\n")
    assert saved(tmp_path).splitlines()[1:] == ["employment.status: jobseeker"]


def test_an_earlier_answer_can_be_changed(run: Run, tmp_path: Path) -> None:
    result = run("ask", "--save", "ik.yaml", typed=f"{NO_WORK}w\n1\n2\ns\n")
    assert "   1  Wat doe je nu? Ik zoek werk" in result.stderr
    assert "Vraag 1, opnieuw" in result.stderr
    assert "employment.status: self_employed" in saved(tmp_path)


def test_answers_that_no_longer_fit_fall_away(run: Run, tmp_path: Path) -> None:
    result = run("ask", "--save", "ik.yaml", typed=typed(WORKER, "plannen") + "w\n1\n3\ns\n")
    assert "Dit antwoord past niet meer en valt weg: Waar werk je?" in result.stderr
    assert "employment.status: jobseeker" in saved(tmp_path)
    assert "employment.workplace_region" not in saved(tmp_path)
    assert "person.residence_region: flanders" in saved(tmp_path)


def test_enter_changes_nothing(run: Run) -> None:
    result = run("ask", typed="w\n1\nw\n9\nx\n\ns\n")
    assert "Je gaf nog geen antwoord." in result.stderr
    assert result.stderr.count("Tik een getal van 1 tot 1.") == 2
    assert result.exit_code == 0


# Other commands ------------------------------------------------------------------------------


def test_what_is_typed_is_saved_as_it_is_understood(run: Run, tmp_path: Path) -> None:
    lines = typed(JOBSEEKER, "leeftijd") + "30-40\ns\n"
    run("ask", "--save", "ik.yaml", typed=lines)
    assert "person.age:\n  from: 30\n  to: 40\n" in saved(tmp_path)
    assert "plan.time_credit: false\n" in saved(tmp_path)


def test_the_result_can_be_shown_at_any_moment(run: Run) -> None:
    result = run("ask", typed="1\nr\n1\ns\n")
    assert "Jouw rechten op 22 november 2026, tot nu" in result.stderr
    first, second, again, third = asked(result)
    assert second == again
    assert len({first, second, third}) == 3


def test_the_person_may_ask_why(run: Run) -> None:
    result = run("ask", typed="waarom\ns\n")
    assert "Sommige rechten zijn er alleen voor werknemers." in result.stderr
    assert "Dit telt mee voor: " in result.stderr


def test_help_can_be_shown_again(run: Run) -> None:
    assert run("ask", typed="h\ns\n").stderr.count("We stellen je korte vragen.") == 2


def test_the_end_of_the_input_ends_politely_with_what_is_known(run: Run) -> None:
    result = run("ask", typed="1\n")
    assert result.exit_code == 0
    assert "Je bent gestopt. Dit weten we nu." in result.stderr
    assert "Dit is geen beslissing." in result.stdout


def test_ctrl_c_ends_politely_and_saves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(self: Talk, prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(Talk, "_read", interrupted)
    result = run("ask", "--save", "ik.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Je bent gestopt. We bewaarden niets." in result.stderr
    assert not (tmp_path / "ik.yaml").exists()


# The end, and the result ---------------------------------------------------------------------


@cache
def result_of(worker: bool = True) -> str:
    """The result of a whole interview."""
    return as_text(held(TODAY, WORKER if worker else JOBSEEKER))


def test_saved_answers_give_the_same_rights(run: Run, tmp_path: Path) -> None:
    run("ask", "--save", "ik.yaml", typed=typed(WORKER, "plannen") + "s\n")
    facts = read_given(tmp_path / "ik.yaml", RULEBOOK.vocabulary)
    told = held(TODAY, WORKER, "plannen").assessments()
    assert [assess(RULEBOOK, one.incentive, facts, on=TODAY) for one in told] == told


def test_the_training_is_asked_about_only_when_there_is_one(run: Run) -> None:
    no = run("ask", typed=typed(JOBSEEKER, TRAINING) + "nee\n")
    assert asked(no)[-1] == "Heb je een opleiding in gedachten?"
    assert "We weten genoeg over jou." in no.stderr
    assert "Jouw rechten op 22 november 2026, tot nu" in no.stderr
    assert "We hebben geen vragen meer." in no.stderr
    yes = held(TODAY, {**JOBSEEKER, TRAINING: "Ja"}).given
    assert len(yes) > len(asked(no))


def test_what_somebody_does_not_want_is_told_and_not_asked_about() -> None:
    wants = {**WORKER, "plannen": ["minder_werken"]}
    told = " ".join(result_of().split("Dit keken we niet na, omdat jij dat zei")[1].split())
    assert RULEBOOK["time_credit_training_leave"].texts.title in told
    assert "je wil nu geen tijdskrediet." in told
    assert len(held(TODAY, WORKER).given) < len(held(TODAY, wants).given)


def test_at_the_end_an_assumption_can_be_contradicted(run: Run, tmp_path: Path) -> None:
    # given somebody without work, at the end of the questions, and something assumed to be no
    one = held(TODAY, JOBSEEKER)
    found = [*assumed(one).items()]
    number, fact = next(
        (number, name) for number, (name, (value, _)) in enumerate(found, 1) if value == "false"
    )
    # when
    lines = f"{typed(JOBSEEKER)}a\n{number}\nja\ns\n"
    result = run("ask", "--save", "ik.yaml", typed=lines)
    # then
    assert f"  {number}  {one.questions.of(one.known[fact]).text} Nee." in result.stderr
    assert f"{fact}: true" in saved(tmp_path)


def test_the_result_says_on_what_it_rests() -> None:
    for block in (
        "Hier heb je recht op, als je opleiding meetelt\n---",
        "Hier heb je nu geen recht op\n---",
        "Daar gingen we van uit\n---",
        "- Wie kiest de opleiding? Ik kies zelf.",
        "Dit zit er niet in\n---",
        "je gemeente of provincie",
        "Berekend voor 22 november 2026, met versie ",
        "Dit is geen beslissing.",
    ):
        assert block in result_of()


def test_the_result_of_an_interview_that_stopped_early_says_what_is_missing(run: Run) -> None:
    text = run("ask", typed="1\ns\n").stdout
    assert "Dit weten we nog niet zeker\n---" in text
    assert "Daarvoor moeten we nog weten: " in text
    assert "Daar gingen we van uit" in text


@pytest.mark.parametrize("worker", [True, False])
def test_the_result_fits_eighty_four_letters(worker: bool) -> None:
    assert max(map(len, result_of(worker).splitlines())) <= 84


def test_another_day_gives_the_law_of_that_day(run: Run) -> None:
    result = run("ask", "--on", "2020-01-15", typed="1\ns\n")
    assert result.stdout.startswith("Jouw rechten op 15 januari 2020\n")
    assert "Op 15 januari 2020 bestaat dit nog niet." in result.stdout


def test_with_all_nothing_is_assumed(run: Run) -> None:
    assert "Daar gingen we van uit" not in run("ask", "--all", typed="1\ns\n").stdout


def test_somebody_who_works_full_time_for_a_firm_is_asked_few_questions() -> None:
    assert len(held(TODAY, WORKER, TRAINING).given) <= 20
