"""What an interview found, as text: what is open, what may be, what is closed, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from koers.cli.interview import Interview
from koers.cli.overview import HOW_MUCH_OPEN, amounts_of, reason_of
from koers.engine import words
from koers.engine.assessment import Answer, Assessment, Origin
from koers.engine.change import NOTHING_WITHIN_REACH, as_sentence, nearest_change
from koers.engine.explain import NO_DECISION, Explanation, explain
from koers.engine.facts import Fact
from koers.engine.questions import Questions
from koers.engine.values import ABSENT, Causes

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
FOR_OTHERS = frozenset({"employer", "enterprise", "provider"})
"""Amounts for them are on the employer's pages, and in `koers rights`."""
NEVER_COVERED = ("je gemeente of provincie", "je eigen bedrijf")


def as_text(interview: Interview) -> str:
    """The whole result, for a terminal of eighty letters wide."""
    return _Result(interview, brief=False).text()


def so_far(interview: Interview) -> str:
    """The rights only, while there are still questions to ask."""
    return _Result(interview, brief=True).text()


def assumed(interview: Interview) -> dict[str, tuple[str, str]]:
    """What was assumed, by fact: the value as it is stored, and why. Each fact once.

    For a right that is closed, only what closes it.
    """
    return {
        one.fact: (one.value, one.because)
        for found in interview.assessments()
        if not _declined(interview, found)
        for one in found.assumptions
        if found.answer is not Answer.NOT_ENTITLED or one.fact in _that_close(found)
    }


def _that_close(found: Assessment) -> set[str]:
    return {
        seen.name
        for reason in found.failing
        for seen in reason.facts
        if seen.origin is Origin.ASSUMED
    }


def _declined(interview: Interview, found: Assessment) -> bool:
    return any(found.incentive in ids for ids in interview.declined.values())


class _Result:
    """Puts the parts together."""

    def __init__(self, interview: Interview, *, brief: bool) -> None:
        self.interview = interview
        self.brief = brief
        self.rulebook = interview.rulebook
        self.facts = interview.facts
        self.found = [
            (one, explain(self.rulebook, one))
            for one in interview.assessments()
            if not _declined(interview, one) or one.answer is Answer.NOT_ENTITLED
        ]

    def text(self) -> str:
        so_far = ", tot nu" if self.brief else ""
        title = f"Jouw rechten op {words.day(self.interview.on)}{so_far}"
        blocks = [f"{title}\n{'=' * len(title)}"]
        blocks += [self._answer(answer) for answer in HEADINGS]
        if self.brief:
            return "\n\n".join(block for block in blocks if block) + "\n"
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
            nearest = "" if self.brief else self._nearest(found)
            return "\n".join([*lines, *_indented(reason_of(found, told)), *_indented(nearest)])
        amounts = amounts_of(found, told, not_for=FOR_OTHERS)
        lines += [line for one in amounts for line in _indented(one)]
        if HOW_MUCH_OPEN in amounts and found.answer is Answer.ENTITLED:
            lines += _indented(_why_open(found))
        lines += [line for one in self._what_is_open(found, told) for line in _indented(one)]
        if told.steps and found.answer is not Answer.UNKNOWN and not self.brief:
            lines += _indented(f"Eerste stap: {told.steps[0].text}")
        return "\n".join(lines)

    def _what_is_open(self, found: Assessment, told: Explanation) -> Iterator[str]:
        if found.missing and self.interview.all_about_training(found.missing):
            yield "Of de opleiding meetelt, zien we pas als we weten welke opleiding je kiest."
        elif found.missing:
            questions, known = self.interview.questions, self.rulebook.vocabulary.facts
            texts = dict.fromkeys(questions.of(known[name]).text for name in found.missing)
            first, *others = texts
            more = f" En nog {len(others)} {'vraag' if len(others) == 1 else 'vragen'}."
            yield f"Daarvoor moeten we nog weten: {first}{more if others else ''}"
        if told.judgements:
            one = told.judgements[0]
            yield f"{one.decides} moet dit nog beslissen: {one.text}."
        if told.law_open and found.answer is Answer.UNKNOWN:
            yield f"De regel zelf is nog niet duidelijk. {told.law_open[-1].reason}"

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
        for topic, ids in self.interview.declined.items():
            titles = [
                self.rulebook[name].texts.title
                for name in self.rulebook.ids
                if name in ids and name not in {one.incentive for one, _ in self.found}
            ]
            if titles:
                said.append(
                    "\n".join(
                        _points(
                            f"{words.listed(titles)}: {self.interview.questions.declined[topic]}."
                        )
                    )
                )
        return _block("Dit keken we niet na, omdat jij dat zei", said)

    # On what basis ---------------------------------------------------------------------------

    def _assumptions(self) -> str:
        questions, known = self.interview.questions, self.rulebook.vocabulary.facts
        about: dict[bool, list[str]] = {False: [], True: []}
        for name, (value, why) in assumed(self.interview).items():
            text = assumption(questions, known[name], value, why)
            about[self.interview.all_about_training([name])].append("\n".join(_points(text)))
        said = list(about[False])
        if about[True]:
            said += ["Over de opleiding:", *about[True]]
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
    """A question with the answer that was assumed; the reason where the answer is a long list."""
    text, given = questions.of(fact).text, value.split(" / ")
    told = words.fact_seen(questions.spoken(fact), value)
    if value == ABSENT.value:
        told = questions.label(fact, ABSENT)
    elif fact.words is not None and len(given) == 2 and set(given) <= set(fact.words):
        ordered = [word for word in fact.words if word in given]
        first, second = (questions.label(fact, word) for word in ordered)
        told = f"{first}, of: {second[:1].lower()}{second[1:]}"
    elif len(given) > 1 or told == words.NOT_KNOWN:
        told = why
    return f"{text} {told[:1].upper()}{told[1:]}".rstrip(".") + "."


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
