"""What an interview found, as text: what is open, what may be, what is closed, and on what basis."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from koers.cli.interview import Interview
from koers.cli.overview import HOW_MUCH_OPEN, amounts_of, reason_of
from koers.engine import words
from koers.engine.assess import Facts
from koers.engine.assessment import Answer, Assessment
from koers.engine.change import NOTHING_WITHIN_REACH, as_sentence, nearest_change
from koers.engine.explain import NO_DECISION, Explanation, explain
from koers.engine.facts import Fact
from koers.engine.questions import Questions
from koers.engine.values import Causes

WIDTH = 84
HEADINGS = {
    Answer.ENTITLED: "Hier heb je recht op",
    Answer.ENTITLED_IF_TRAINING_QUALIFIES: "Hier heb je recht op, als je opleiding meetelt",
    Answer.UNKNOWN: "Dit weten we nog niet zeker",
    Answer.NOT_ENTITLED: "Hier heb je nu geen recht op",
}
LEVELS = {
    "flemish": "Vlaanderen",
    "federal": "de federale overheid",
    "sector": "je sector",
    "brussels": "Brussel",
    "wallonia": "Wallonië",
}
NEVER_COVERED = ("je gemeente of provincie", "je eigen bedrijf")


def as_text(interview: Interview) -> str:
    """The whole result, for a terminal of eighty letters wide."""
    return _Result(interview).text()


def assumed(interview: Interview) -> dict[str, tuple[str, str]]:
    """What was assumed, by fact: the value as it is stored, and why. Each fact once."""
    return {
        one.fact: (one.value, one.because)
        for assessment in interview.assessments()
        if not _declined(interview, assessment)
        for one in assessment.assumptions
    }


def _declined(interview: Interview, found: Assessment) -> bool:
    return any(found.incentive in topic.incentives for topic in interview.declined)


class _Result:
    """Puts the parts together."""

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self.rulebook = interview.rulebook
        self.facts: Facts = interview.facts
        self.found = [
            (one, explain(self.rulebook, one))
            for one in interview.assessments()
            if not _declined(interview, one) or one.answer is Answer.NOT_ENTITLED
        ]

    def text(self) -> str:
        title = f"Jouw rechten op {words.day(self.interview.on)}"
        blocks = [f"{title}\n{'=' * len(title)}"]
        blocks += [self._answer(answer) for answer in HEADINGS]
        blocks += [self._left_out(), self._assumptions(), self._contradictions()]
        blocks += [self._not_covered(), self._made_of()]
        return "\n\n".join(block for block in blocks if block) + "\n"

    # The rights ------------------------------------------------------------------------------

    def _answer(self, answer: Answer) -> str:
        told = [self._right(*one) for one in self.found if one[0].answer is answer]
        return _block(HEADINGS[answer], told)

    def _right(self, found: Assessment, told: Explanation) -> str:
        lines = _points(told.title, first="* ")
        if found.answer is Answer.NOT_ENTITLED:
            lines += _indented(reason_of(found, told))
            return "\n".join(lines + _indented(self._nearest(found)))
        lines += [line for one in amounts_of(found, told) for line in _indented(one)]
        if found.answer is not Answer.ENTITLED:
            lines += _indented(reason_of(found, told))
        elif HOW_MUCH_OPEN in amounts_of(found, told):
            lines += _indented(_why_open(found))
        if told.steps and found.answer is not Answer.UNKNOWN:
            lines += _indented(f"Eerste stap: {told.steps[0].text}")
        return "\n".join(lines)

    def _nearest(self, found: Assessment) -> str:
        if not found.exists:
            return ""
        change = nearest_change(
            self.rulebook,
            found.incentive,
            self.facts,
            on=self.interview.on,
            strict=found.strict,
        )
        sentence = as_sentence(self.rulebook, change)
        return "" if sentence == NOTHING_WITHIN_REACH else sentence

    def _left_out(self) -> str:
        said = []
        for topic in self.interview.declined:
            titles = [
                self.rulebook[name].texts.title
                for name in self.rulebook.ids
                if name in topic.incentives and name not in {one.incentive for one, _ in self.found}
            ]
            if titles:
                said.append("\n".join(_points(f"{words.listed(titles)}: {topic.no}.")))
        return _block("Dit keken we niet na, omdat jij dat zei", said)

    # On what basis ---------------------------------------------------------------------------

    def _assumptions(self) -> str:
        questions, known = self.interview.questions, self.rulebook.vocabulary.facts
        said = [
            "\n".join(_points(assumption(questions, known[name], value, why)))
            for name, (value, why) in assumed(self.interview).items()
        ]
        return _block("Daar gingen we van uit", said)

    def _contradictions(self) -> str:
        said = dict.fromkeys(text for _, told in self.found for text in told.contradictions)
        return _block("Let op", ["\n".join(_points(text)) for text in said])

    def _not_covered(self) -> str:
        rights = {one.level for one in self.rulebook.incentives if one.kind == "right"}
        missing = [name for level, name in LEVELS.items() if level not in rights]
        text = f"Hulp van {words.listed([*missing, *NEVER_COVERED])} kent Koers nog niet."
        firm = [one.texts.title for one in self.rulebook.incentives if one.kind == "employer_right"]
        said = ["\n".join(_points(text))]
        if firm:
            about = f"Hulp voor de onderneming zelf ({words.listed(firm)}): zie `koers rights`."
            said.append("\n".join(_points(about)))
        return _block("Dit zit er niet in", said)

    def _made_of(self) -> str:
        text = (
            f"Berekend voor {words.day(self.interview.on)}, met versie "
            f"{self.rulebook.version} van de regels. {NO_DECISION}"
        )
        return "\n".join(wrap(text, WIDTH))


def assumption(questions: Questions, fact: Fact, value: str, why: str) -> str:
    """A question with the answer that was assumed; the reason where the answer is a list."""
    spoken = questions.spoken(fact)
    told = words.fact_seen(spoken, value)
    if " / " in value or told in (words.NOT_KNOWN, words.DOES_NOT_EXIST):
        told = why
    return f"{spoken.label} {told[:1].upper()}{told[1:]}".rstrip(".") + "."


def _why_open(found: Assessment) -> str:
    causes = [one.causes for one in found.amounts.values() if not one.exact]
    if any(_only_law(one) for one in causes):
        return "Dat bedrag vonden we niet in de wet."
    return "Daarvoor moeten we meer weten over je opleiding."


def _only_law(causes: Causes) -> bool:
    return bool(causes.law) and not causes.facts


def _block(heading: str, items: Iterable[str]) -> str:
    text = "\n\n".join(items) if heading in HEADINGS.values() else "\n".join(items)
    return f"{heading}\n{'-' * len(heading)}\n{text}" if text else ""


def _points(text: str, *, first: str = "- ") -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent="  ")


def _indented(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ")


__all__ = ["as_text", "assumed", "assumption"]
