"""Interviews as a person would have them, typed into the terminal."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from koers.cli.ask import Talk
from koers.cli.facts import questions
from koers.cli.interview import TRAINING, Interview
from koers.rulebook import RULEBOOK

Run = Callable[..., object]

TODAY = date(2026, 11, 22)  # as the clock is frozen

OPENING = "1\n1\n1\n1\nvoltijds\n"
"""Works for a firm in Flanders, lives there, full time; the diploma is asked next."""


def asked(result: object) -> list[str]:
    """The questions in the order in which they were put."""
    lines = result.stderr.splitlines()
    return [lines[at + 1] for at, line in enumerate(lines) if line.startswith("Vraag ")]


def test_the_first_questions_are_easy_and_numbered(run: Run) -> None:
    result = run("ask", typed="1\n1\ns\n")
    assert result.exit_code == 0
    assert asked(result) == ["Wat doe je nu?", "Waar woon je?", "Waar werk je?"]
    assert "Vraag 3\nWaar werk je?\nKijk naar de plaats waar je echt werkt" in result.stderr


def test_every_question_can_be_answered_with_i_do_not_know(run: Run) -> None:
    result = run("ask", typed="5\n" + "?\n" * 100)
    assert result.exit_code == 0
    questions = result.stderr.split("Vraag ")[1:]
    for question in questions:
        assert "Ik weet het niet" in question or "opleiding in gedachten" in question


def test_the_talk_goes_to_stderr_and_the_result_to_stdout(run: Run) -> None:
    result = run("ask", typed="1\ns\n")
    assert result.stdout.startswith("Jouw rechten op 22 november 2026\n")
    assert "Vraag" not in result.stdout
    assert "Jouw rechten" not in result.stderr


def test_an_answer_may_be_a_number_or_the_beginning_of_its_words(run: Run) -> None:
    result = run("ask", typed="ik werk voor een\nIN VLAANDEREN\ns\n")
    assert "-> Ik werk voor een baas" in result.stderr
    assert "-> In Vlaanderen" in result.stderr


def test_bad_input_gets_a_sentence_and_the_question_stays(run: Run) -> None:
    result = run("ask", typed="99\nblauw\n\n1\ns\n")
    assert result.stderr.count("Dat begrijp ik niet. Tik een getal van 1 tot 11") == 3
    assert asked(result) == ["Wat doe je nu?", "Waar woon je?"]


def test_a_number_that_cannot_be_is_refused_in_words(run: Run) -> None:
    result = run("ask", typed="1\n1\n1\n1\n150\nveel\n80-20\n4/5\ns\n")
    assert "Dat kan niet. Tik een getal van 0 tot 100." in result.stderr
    assert "Dat begrijp ik niet. Tik een getal, bijvoorbeeld 24." in result.stderr
    assert "Tik eerst het laagste getal" in result.stderr
    assert "-> 80%" in result.stderr


def test_back_asks_the_question_before_again(run: Run) -> None:
    result = run("ask", typed="1\nt\n5\nt\nterug\nt\ns\n")
    assert asked(result)[:4] == [
        "Wat doe je nu?",
        "Waar woon je?",
        "Wat doe je nu?",
        "Waar woon je?",
    ]
    assert "Dit is de eerste vraag. Je kan niet verder terug." in result.stderr


def test_back_forgets_the_answer(run: Run, tmp_path: Path) -> None:
    run("ask", "--save", "ik.yaml", typed="1\n1\nt\ns\n")
    assert (tmp_path / "ik.yaml").read_text(encoding="utf-8").splitlines()[1:] == [
        "employment.status: employee"
    ]


def test_an_earlier_answer_can_be_changed(run: Run, tmp_path: Path) -> None:
    result = run("ask", "--save", "ik.yaml", typed="1\n1\nw\n2\n2\ns\n")
    assert "   1  Wat doe je nu? Ik werk voor een baas" in result.stderr
    assert "   2  Waar woon je? In Vlaanderen" in result.stderr
    assert "Vraag 2, opnieuw" in result.stderr
    assert "person.residence_region: brussels" in (tmp_path / "ik.yaml").read_text()


def test_answers_that_no_longer_fit_fall_away(run: Run, tmp_path: Path) -> None:
    result = run("ask", "--save", "ik.yaml", typed=OPENING + "w\n1\n5\ns\n")
    saved = (tmp_path / "ik.yaml").read_text(encoding="utf-8")
    assert "Dit antwoord past niet meer en valt weg: Waar werk je?" in result.stderr
    assert "employment.status: jobseeker" in saved
    assert "employment.workplace_region" not in saved
    assert "employment.fraction" not in saved


def test_enter_changes_nothing(run: Run) -> None:
    result = run("ask", typed="w\n1\nw\n9\nx\n\ns\n")
    assert "Je gaf nog geen antwoord." in result.stderr
    assert result.stderr.count("Tik een getal van 1 tot 1.") == 2
    assert result.exit_code == 0


def test_the_result_can_be_shown_at_any_moment(run: Run) -> None:
    result = run("ask", typed="1\nr\n1\ns\n")
    assert "Jouw rechten op 22 november 2026, tot nu" in result.stderr
    assert asked(result) == ["Wat doe je nu?", "Waar woon je?", "Waar woon je?", "Waar werk je?"]


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


def test_saved_answers_give_the_same_rights(run: Run, tmp_path: Path) -> None:
    run("ask", "--save", "ik.yaml", typed=OPENING + "2\ns\n")
    result = run("rights", "ik.yaml")
    assert result.exit_code == 0
    assert "Ja, als de" in result.stdout


def test_a_range_is_saved_as_a_range(run: Run, tmp_path: Path) -> None:
    run("ask", "--save", "ik.yaml", typed="1\n1\n1\n1\n50-80\ns\n")
    assert "employment.fraction:\n  from: 50\n  to: 80\n" in (tmp_path / "ik.yaml").read_text()


@cache
def lines_until(key: str, status: str) -> str:
    """What to type until a question is put: the given status, Flanders, and else "I don't know"."""
    one, lines = Interview(RULEBOOK, questions(), TODAY), ""
    chosen = {"employment.status": status, "person.residence_region": "flanders"}
    while (question := one.next()) is not None and question.key != key:
        option = next(
            option
            for option in question.options
            if chosen.get(question.key) in (None, option.facts.get(question.key))
        )
        unsure = question.options[-1]
        option = option if question.key in chosen else unsure
        lines += f"{question.options.index(option) + 1 if question.typed is None else '?'}\n"
        one.answer(question, option)
    return lines


def test_the_training_is_asked_about_only_when_there_is_one(run: Run) -> None:
    # given a jobseeker about whom nothing more is asked but the training
    typed = lines_until(TRAINING, "jobseeker")
    # when
    no = run("ask", typed=typed + "nee\n")
    yes = run("ask", typed=typed + "ja\n")
    # then
    assert asked(no)[-1] == "Heb je een opleiding in gedachten?"
    assert "Jouw rechten op 22 november 2026, tot nu" in no.stderr
    assert "We hebben geen vragen meer." in no.stderr
    assert len(asked(yes)) == len(asked(no)) + 1


def test_a_topic_that_is_declined_is_not_asked_about(run: Run) -> None:
    declined = OPENING + "1\n40 jaar\n0\n?\n?\n?\n?\n?\n?\n?\n"
    result = run("ask", typed=declined + "nee\nnee\nnee\nnee\n")
    assert "om een opleiding te volgen?" in result.stderr
    assert "Hoe wil je tijdskrediet nemen?" not in result.stderr


def test_at_the_end_an_assumption_can_be_contradicted(run: Run, tmp_path: Path) -> None:
    # given somebody without work, at the end of the questions
    typed = lines_until(TRAINING, "jobseeker") + "nee\n"
    # when the last assumption, about an open module, is contradicted
    listed = run("ask", typed=typed + "a\n\n").stderr.split("Wat is anders?")[0]
    found = re.search(r"(\d+)  Is de cursus een open module\? Nee\.", listed)
    assert found is not None
    result = run("ask", "--save", "ik.yaml", typed=f"{typed}a\n{found[1]}\nja\ns\n")
    # then
    assert "training.open_module: true" in (tmp_path / "ik.yaml").read_text()
    assert result.stdout.count("Jouw rechten op 22 november 2026") == 2


def test_the_result_says_on_what_it_rests(run: Run) -> None:
    text = run("ask", typed=OPENING + "2\ns\n").stdout
    for block in (
        "Hier heb je recht op, als je opleiding meetelt\n---",
        "Dit weten we nog niet zeker\n---",
        "Hier heb je nu geen recht op\n---",
        "Daar gingen we van uit\n---",
        "- Wie kiest de opleiding? Ik kies zelf.",
        "Dit zit er niet in\n---",
        "Hulp van je sector, Brussel, Wallonië, je gemeente of provincie",
        "Berekend voor 22 november 2026, met versie ",
        "Dit is geen beslissing.",
    ):
        assert block in text


def test_the_result_fits_eighty_four_letters(run: Run) -> None:
    text = run("ask", typed=OPENING + "2\ns\n").stdout
    assert max(map(len, text.splitlines())) <= 84


def test_another_day_gives_the_law_of_that_day(run: Run) -> None:
    result = run("ask", "--on", "2020-01-15", typed="1\ns\n")
    assert result.stdout.startswith("Jouw rechten op 15 januari 2020\n")
    assert "Op 15 januari 2020 bestaat dit nog niet." in result.stdout


def test_with_all_nothing_is_assumed(run: Run) -> None:
    text = run("ask", "--all", typed=OPENING + "2\ns\n").stdout
    assert "Daar gingen we van uit" not in text
