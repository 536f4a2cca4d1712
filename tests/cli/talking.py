"""What a person types in an interview, worked out by holding the same interview without a screen.

So a test says what somebody answers to which question, and not in which order they are put.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from koers.cli.facts import questions
from koers.cli.interview import Interview, Option, Question
from koers.cli.typed import read_typed
from koers.rulebook import RULEBOOK
from koers.rulebook.questions import BOOK

Answers = Mapping[str, str | Sequence[str]]
"""By key of the question: the name or label of an option, what is typed, or several names."""
UNSURE = "?"

WORKER: Answers = {
    "werk": "baas",
    "woonplaats": "vlaanderen",
    "werkplaats": "vlaanderen",
    "baas": "bedrijf",
    "contract": "gewoon",
    "uren": "voltijds",
    "evenveel": "ja",
    "hoelang": "2_tot_5_jaar",
    "loopbaan": "7_jaar_of_meer",
    "diploma": "secundair",
    "leeftijd": "40",
    "sector": "200",
    "bedrijf": "20_of_meer",
    "gekregen": (),
    "plannen": (),
    "gebeurd": (),
}
"""Works full time for a firm in Flanders, and plans nothing special."""
JOBSEEKER: Answers = {
    "werk": "zoekt",
    "woonplaats": "vlaanderen",
    "plannen": (),
    "gebeurd": (),
}


def interview(on: date, *, everything: bool = False) -> Interview:
    """An interview about the real rights."""
    return Interview(RULEBOOK, BOOK, questions(), on, everything=everything)


def option_for(one: Interview, question: Question, answer: str | Sequence[str]) -> Option:
    """The option that an answer means; "I don't know" for `?`."""
    if answer == UNSURE:
        return question.options[-1]
    if question.several:
        return one.ticked(question, answer)
    for option in question.options:
        if answer in (option.name, option.label):
            return option
    assert question.typed is not None, (question.key, answer)
    return Option(str(answer), {question.typed.name: read_typed(question.typed, str(answer))})


def line_for(question: Question, answer: str | Sequence[str]) -> str:
    """What a person types to give an answer."""
    if answer == UNSURE:
        return UNSURE
    if question.several:
        ticked = [str(at) for at, one in enumerate(question.options, 1) if one.name in answer]
        return " ".join(ticked) or "0"
    for position, option in enumerate(question.options, 1):
        if answer in (option.name, option.label):
            return option.sign if question.typed is not None else str(position)
    return str(answer)


def answer_to(question: Question, answers: Answers) -> str | Sequence[str]:
    """What somebody answers; who was not told what to say does not know, and has no training."""
    if question.key in answers:
        return answers[question.key]
    return "Nee, nog niet" if question.shows_result else UNSURE


def held(on: date, answers: Answers, until: str = "", *, everything: bool = False) -> Interview:
    """An interview in which all this was answered, until a question is put or to the end."""
    one = interview(on, everything=everything)
    while (question := one.next()) is not None and question.key != until:
        one.answer(question, option_for(one, question, answer_to(question, answers)))
    assert not until or question is not None, f"{until} was not asked"
    return one


def typed(on: date, answers: Answers, until: str = "") -> str:
    """The lines that a person types for the same."""
    given = held(on, answers, until).given
    lines = (line_for(one.question, answer_to(one.question, answers)) for one in given)
    return "".join(f"{line}\n" for line in lines)
